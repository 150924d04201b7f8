"""The places named behind a figure in its sentence: the first of its own clause, or the one place beyond later figures."""

from __future__ import annotations

from itertools import pairwise

from humsit.facts.around import CLAUSE_ENDS, Located, in_paragraph
from humsit.facts.before import BEYOND_A_BORDER, named_before, not_from
from humsit.facts.draft import Draft
from humsit.facts.origins import LEAVES_A_PLACE
from humsit.facts.scene import Scene
from humsit.facts.several import is_off, lies_within, of_several
from humsit.grammar.classes import VERBS
from humsit.mentions.measures import Count
from humsit.mentions.places import Place

OPENS_A_CLAUSE = frozenset({"subject", "topic", "known", "named", "doer", "share"})
_SAYS_MORE = frozenset({"that", "said", "says", "added", "adds", "told", "reported", "put", "puts"})
_OF_A_TOTAL = frozenset({"of", "among", "including"})
_ADDING = frozenset("adding noting stressing explaining warning saying insisting lamenting recalling pointing stating".split())
_TAKEN_AWAY = frozenset({"evacuated", "detained"})
_PARTS = frozenset(
    "most many some half mostly mainly chiefly largely primarily notably particularly especially including".split()
)
_COMES_LATER = frozenset({"before", "until"})
_STARTS_ANOTHER = frozenset({"after", "before", "until", "that"})
_FROM = (["from"], ["were", "from"], ["was", "from"], ["are", "from"], ["came", "from"], ["come", "from"])
_BEGAN = frozenset({"began", "begun", "started", "erupted", "broke", "has", "had", "flared", "spread"})
_TAKEN_FROM = frozenset({"detained", "missing", "injured"})
_GOTTEN_OUT = frozenset("recovered retrieved pulled dug exhumed removed evacuated extracted brought".split())
_COMES_FROM_ELSEWHERE = frozenset({"refugees", "funding", "population", "sheltered", "distance"})
_COMES_FROM_A_PLACE = LEAVES_A_PLACE | {"returned", "rescued", "refugees"}


def behind(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The first place behind the figure in its own clause, before the next figure that has its own."""
    count, lower = draft.count, scene.sentence.lower
    following = scene.next_count(count)
    places = [
        p for p in own if p.slot != "label" and p.i >= count.quantity.after and (p.i < following or _is_shared(count, p, scene))
    ]
    if draft.measure in BEYOND_A_BORDER:
        places = not_from(places, scene)
    if draft.measure in LEAVES_A_PLACE:
        places = [p for p in places if p.slot in ("from", "object")] or places
    if not places:
        return None
    first: Place | None = places[0]
    between = lower[count.end : places[0].i]
    if not CLAUSE_ENDS.isdisjoint(between) or _is_added(between):
        return None
    if between in _FROM and count.is_bare and draft.measure not in _COMES_FROM_ELSEWHERE:
        return Located(places[0].name, "where they were from", behind=True)  # "Of the dead, 12 were from Keta and nine from Ho"
    if places[0].slot == "from" and draft.measure not in _COMES_FROM_A_PLACE and _GOTTEN_OUT.isdisjoint(between):
        taken = places[0] if draft.measure in _TAKEN_FROM else None
        first = next((place for place in places if place.slot != "from"), taken)
    elif places[0].slot in OPENS_A_CLAUSE and ("," in between or places[0].j == following):
        return None
    if first is not None and (town := _town_off(first, places, scene)):
        first = town  # "12 died when a ferry sank in the Volta off Keta"
    if first is not None and first.slot == "doer" and named_before(draft, own, scene):
        return None  # "In Keta, nine people were drowned by the Volta floods"
    if (_tells_of_part(between) or not _COMES_LATER.isdisjoint(between)) and named_before(draft, own, scene):
        return None
    if first is not None and _is_of_another_verb(count, first, scene) and named_before(draft, own, scene):
        return None
    if first is not None and _leads_away(draft, first, own) and (left := named_before(draft, own, scene)):
        return left
    if first is not None and _leads_away(draft, first, own) and (left := _left_before(draft, scene)):
        return left
    if first is not None and (several := of_several(first, own, scene)):
        return several
    if first is None:
        return None
    is_told_there = any(count.end <= said.cue_i < said.cue_j == first.i - 1 for said in scene.attributions)
    return Located(first.name, f"named behind the figure ({first.slot})", behind=not is_told_there)


def _leads_away(draft: Draft, place: Place, own: list[Place]) -> bool:
    """ "The roof of Keta hospital was torn off and 44 patients were taken to Ho": where they went is not where they were."""
    return place.slot in ("to", "into", "for", "towards", "toward") and draft.measure in _TAKEN_AWAY


def _left_before(draft: Draft, scene: Scene) -> Located | None:
    """ "Some 900 have left Keta. Planes had flown 420 of them to Ho": where those told of before were."""
    return in_paragraph(scene) if draft.measure == "evacuated" else None


def _is_added(between: list[str]) -> bool:
    """ "76 were treated, a nurse said, adding that water was back in Keta"."""
    return any(two == "that" and one in _ADDING for one, two in pairwise(between))


def _tells_of_part(between: list[str]) -> bool:
    """ "Ho had 1,200 cases, most of them in Keta": where a part of them is."""
    return any(one == "," and two in _PARTS for one, two in pairwise(between))


def _town_off(first: Place, places: list[Place], scene: Scene) -> Place | None:
    following = next((place for place in places if place.i >= first.j), None)
    return following if following is not None and is_off(first, following, scene) else None


def _is_of_another_verb(count: Count, place: Place, scene: Scene) -> bool:
    """ "killing 12 people, cutting the road to Keta", "730 were uprooted by the raids that started near Keta"."""
    lower, tags = scene.sentence.lower, scene.sentence.tags
    begun = any(
        lower[at] in ("that", "which") and lower[at + 1] in _BEGAN and not VERBS.isdisjoint(tags[count.end : at])
        for at in range(count.end, place.i)
    )
    if begun:
        return True
    return any(
        lower[at] == "," or (lower[at] == "and" and scene.sentence.tag(at + 1) in VERBS and tags[at + 1] != "VBN")
        for at in range(count.end, place.i)
    )


def far_behind(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The one place that the sentence names, beyond later figures: "killed 12, wounded 30 and burnt 14 houses in Homs"."""
    if draft.measure in BEYOND_A_BORDER:
        return None
    lower = scene.sentence.lower
    end = next((at for at in range(draft.count.end, len(lower)) if lower[at] in CLAUSE_ENDS), len(lower))
    behind = [place for place in own if draft.count.end <= place.i < end and place.slot not in ("from", "label")]
    wider = {two.name for one, two in pairwise(behind) if lies_within(one, two, scene)}
    if len({place.name for place in behind} - wider) != 1:
        return None
    if _is_told_of_another(draft.count, behind[0], scene):
        return None
    said_between = any(draft.count.end < said.cue_i < behind[0].i for said in scene.attributions)
    if said_between or not CLAUSE_ENDS.isdisjoint(scene.sentence.lower[draft.count.end : behind[0].i]):
        return None
    named = _town_off(behind[0], behind, scene) or behind[0]
    return Located(named.name, "the one place that its sentence names")


def taken_from(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """ "The morgue received 11 bodies from Keta", "went home from Keta", "flew 40 tonnes of rice from Keta": where they were.

    Only where the sentence names no other place; a country that gives aid or sends people home is none.
    """
    if draft.measure in _COMES_FROM_ELSEWHERE:
        return None
    place = next((place for place in own if draft.count.end <= place.i < scene.next_count(draft.count)), None)
    if place is not None and _tells_of_part(scene.sentence.lower[draft.count.end : place.i]):
        return None  # "80, including children from Keta"
    if place is None or place.slot != "from" or not CLAUSE_ENDS.isdisjoint(scene.sentence.lower[draft.count.end : place.i]):
        return None
    if draft.measure == "aid" and (arrived := in_paragraph(scene)):
        return arrived  # "Ho is cut off. So 90 bags of rice were carried up from Keta"
    nation = scene.lexicon.nations.at(scene.sentence.lower, place.i)
    if nation is not None and nation[1].form != "seat" and draft.measure in ("aid", "returned"):
        return None
    return Located(place.name, "where they were taken from", behind=True)


def _is_told_of_another(count: Count, place: Place, scene: Scene) -> bool:
    """ "put the toll at 16 after a second raft had washed up near Keta": the place is that of the later figure."""
    lower = scene.sentence.lower
    if any(pair[0] == "and" and pair[1] in _SAYS_MORE for pair in pairwise(lower[count.end : place.i])):
        return True
    others = [other for other in scene.counts if count.quantity.i < other.quantity.i < place.i]
    if others and "," not in lower[others[-1].end : place.i]:
        beside = lower[max(0, others[-1].begin - 2) : others[-1].end + 2]
        if others[-1].part_of is not None and not _OF_A_TOTAL.isdisjoint(beside):
            return True  # "killed 38, 14 of them near Keta"
    return any(other.frame is not None and not _STARTS_ANOTHER.isdisjoint(lower[count.end : other.begin]) for other in others)


def _is_shared(count: Count, place: Place, scene: Scene) -> bool:
    """Whether a place behind a later figure belongs to this one too: "killed 12 and wounded 30 in Homs"."""
    lower, begin = scene.sentence.lower, count.end
    if "of" in lower[max(0, count.begin - 2) : count.begin] and lower[begin] == ",":
        return False  # "Of the 31 dead, 12 died in Keta"
    if any(count.end <= said.cue_i < place.i for said in scene.attributions):
        return False
    for other in scene.counts:
        if not count.quantity.i < other.quantity.i <= place.i:
            continue
        gap = lower[begin : other.begin]
        if gap == ["("] and lower[other.end : other.end + 1] == [")"]:  # "2,700 people (540 families) in Keta"
            begin = other.end
            continue
        if gap == ["from"] and other.unit == "households":  # "12 people from two families died in Keta"
            begin = other.end
            continue
        if other.part_of is not None or other.frame is None or other.frame.rule in ("list", "part"):
            return False
        if len(gap) > 3 or {"and", ",", "or"}.isdisjoint(gap):
            return False
        begin = other.end
    return {",", ";"}.isdisjoint(lower[begin : place.i])
