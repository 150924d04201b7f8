"""Which place a figure is tied to: its own clause first, then the sentence, the speaker's place, the paragraph, the heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from humsit.facts.around import (
    CLAUSE_ENDS,
    NOWHERE,
    SEVERAL,
    Located,
    as_before,
    home,
    in_paragraph,
    in_whole_country,
    overall,
    share_before,
    speakers_place,
    the_country,
    toll_before,
)
from humsit.facts.draft import Draft
from humsit.facts.headed import heading_place, row_place
from humsit.facts.origins import LEAVES_A_PLACE, origin, without_wards
from humsit.facts.scene import Placed, Scene
from humsit.facts.several import LONGEST_WIDENING, WIDENING, is_explained_by, lies_within, of_several
from humsit.facts.widened import GIVEN, beyond_the_border, not_as_before, on_its_side
from humsit.grammar.classes import VERBS
from humsit.mentions.measures import Count
from humsit.mentions.openings import DASHES
from humsit.mentions.places import Place, is_country, named_again

FARTHEST_FROM = 4  # words between a distance and the place from which it is measured

_OPENS_A_CLAUSE = frozenset({"subject", "topic", "known", "named", "doer", "share"})
_SITES = frozenset({"camp", "site", "village", "town", "settlement", "quarter", "neighbourhood", "neighborhood", "suburb"})
_TOWNS = _SITES | {"city", "hamlet", "township", "island", "enclave", "port", "community"}
_EXISTING = frozenset("is are was were has have had will would may might could can 's ’s remain remains".split())
_GIVERS = frozenset({"subject", "topic"})
_SAYS_MORE = frozenset({"that", "said", "says", "added", "adds", "told", "reported", "put", "puts"})
_OF_A_TOTAL = frozenset({"of", "among", "including"})
_COMES_LATER = frozenset({"before", "until"})
_STARTS_ANOTHER = frozenset({"after", "before", "until", "that"})
_TAKEN_FROM = frozenset({"detained", "missing", "injured"})
_BEYOND_A_BORDER = frozenset({"refugees", "returned"})
_COMES_FROM_A_PLACE = LEAVES_A_PLACE | {"returned", "rescued", "refugees"}


def locate(draft: Draft, before: Sequence[Draft], scene: Scene) -> str:
    """Gives a figure its place, and says which one its text ties to it ("" where only a table's head or a heading names one).

    `before` are the figures before it in its sentence; a part has the place of its total.
    """
    found, part_of = figure_place(draft, scene), draft.count.part_of
    revised = _of_its_revision(draft, before)
    if revised and (not found.behind or draft.count.revises is None):
        found = Located(revised, "the place of the number it was before")
    elif (
        part_of is not None
        and draft.measure != "distance"
        and part_of < len(before)
        and before[part_of].place
        and not found.behind
    ):
        found = Located(before[part_of].place, "the place of its total")
    if found.name and found.name == draft.group:
        draft.group = ""  # "18 Volta": where, not who
    draft.place = row_place(draft.sentence, scene.lexicon) or found.name or ("" if found.why else heading_place(scene))
    if found.name:
        draft.because("place", found.why)
    value = draft.count.quantity.reading.value or 0
    scene.paragraph.placed.append(Placed(draft.sentence.start, draft.measure, found.name, value))
    return found.name


def _of_its_revision(draft: Draft, before: Sequence[Draft]) -> str:
    """ "raised its count for Keta to 29 from 17 after teams reached Ho": both are where the first of them is."""
    old = draft.count.revises
    if old is not None and old < len(before):
        return before[old].place
    beside = before[-1:]  # "to 29 from 17"
    begin = draft.count.begin - 1
    if beside and beside[0].count.end == begin and draft.sentence.lower[begin] in ("from", "to"):
        return beside[0].place
    return next((one.place for one in before if one.count.revises == len(before)), "")


def figure_place(draft: Draft, scene: Scene) -> Located:
    """The place of a figure and why; NOWHERE where the text ties none.

    1. Jajarkot (105)    2. 30 km from Homs    3. 12 killed across the region: the one named before    4. killed 12 in Homs
    5. Homs: 12 killed    6. in Homs, 12 were killed    7. the governor of Homs said 12    8. what the paragraph is about
    """
    own = [place for place in scene.places if not _is_in_speaker(place, scene) and not place.is_aside]
    if counted_out := next((place for place in own if place.slot == "listed" and place.i == draft.count.quantity.after), None):
        return Located(counted_out.name, "the name behind the number", behind=True)
    own = [place for place in own if place.slot != "listed"]
    own = [place for place in own if not _stands_aside(place, draft.count, scene)]
    if draft.measure == "aid":
        own = [place for place in own if place.slot not in _GIVERS]
    if draft.measure == "funding" and draft.unit != "percent" and not scene.places:
        return share_before(draft, scene) or NOWHERE
    if bracketed := _before_bracket(draft.count, own, scene):
        return bracketed
    if draft.measure == "distance":
        return _of_distance(draft.count, own) or in_paragraph(scene) or NOWHERE
    own = without_wards(draft, [place for place in own if not _measured_from(place, scene)] or own, scene)
    if draft.measure == "funding":
        return _of_funding(draft, own, scene) or as_before(draft, scene) or NOWHERE
    in_sentence = (
        _adjacent(draft.count, own)
        or on_its_side(draft, scene)
        or (_relative(draft.count, scene) if draft.measure not in LEAVES_A_PLACE else None)
        or _there(draft.count, own, scene)
        or overall(draft, scene)
        or in_whole_country(draft.count, scene)
        or _named_again(draft, own, scene)
        or origin(draft, own, scene)
        or _behind(draft, own, scene)
        or _label(draft.count, own)
        or _before(draft, own, scene)
        or _far_behind(draft, own, scene)
    )
    if in_sentence:
        return in_sentence
    if draft.count.like is not None:
        return NOWHERE
    if elsewhere := not_as_before(draft, scene):
        return elsewhere
    around = (
        toll_before(draft, scene)
        or beyond_the_border(scene)
        or (as_before(draft, scene) if draft.measure in _BEYOND_A_BORDER else in_paragraph(scene))
    )
    if around and draft.speaker is not None and draft.speaker.type == "hospital":
        return around  # the wounded are brought there from where it happened
    return speakers_place(draft, scene) or around or home(draft, scene) or NOWHERE


def _is_in_speaker(place: Place, scene: Scene) -> bool:
    return place.slot != "doer" and any(one.cue_i <= place.i < one.cue_j for one in scene.attributions)


def _stands_aside(place: Place, count: Count, scene: Scene) -> bool:
    """ "nine people - two of them in Keta - died": what stands between dashes says nothing of what stands before and behind."""
    lower = scene.sentence.lower
    if DASHES.isdisjoint(lower):
        return False
    dashes = [at for at, word in enumerate(lower) if word in DASHES and (at == 0 or lower[at - 1] not in DASHES)]
    for begin, end in zip(dashes[::2], dashes[1::2], strict=False):
        counts = any(begin < other.begin < end for other in scene.counts)
        if counts and begin < place.i < end and not begin < count.begin < end:
            return True
    return False


# -- in the figure's own sentence ------------------------------------------------------------------------------------------------


def _before_bracket(count: Count, own: list[Place], scene: Scene) -> Located | None:
    """ "Jajarkot (105)"."""
    opening = count.begin - 1
    if scene.sentence.lower[opening] != "(":
        return None
    before = [place for place in own if place.j <= opening]
    if not before or before[-1].j != opening:
        return None
    return Located(_narrowest(before, scene).name, "the name before the bracket")


def _of_distance(count: Count, own: list[Place]) -> Located | None:
    before = [place for place in own if place.j <= count.begin]
    if before:
        return Located(before[-1].name, "the place before the distance")
    after = next((place for place in own if place.i >= count.end), None)
    return Located(after.name, "the place behind the distance", behind=True) if after else None


def _of_funding(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """What the money is for; not where the figure before it is."""
    counted_before = any(one.quantity.i < draft.count.quantity.i and one.frame is not None for one in scene.counts)
    is_shared_out = any(place.slot == "doer" for place in own)
    beside = _adjacent(draft.count, own) if is_shared_out else None
    own = own if is_shared_out else [place for place in own if place.slot not in _OPENS_A_CLAUSE]
    found = beside or _behind(draft, own, scene) or _label(draft.count, own)
    found = found or (None if counted_before else _before(draft, own, scene)) or _far_behind(draft, own, scene)
    return found or speakers_place(draft, scene)


def _adjacent(count: Count, own: list[Place]) -> Located | None:
    """ "Homs has notified 29 cases, Hama 13 and Idlib four"."""
    name = next((place for place in own if place.j == count.begin and place.slot in _OPENS_A_CLAUSE), None)
    return Located(name.name, "the name before the number") if name else None


def _relative(count: Count, scene: Scene) -> Located | None:
    """ "residents of Homs, where 900 people live, said …"."""
    before = [place for place in scene.places if place.j < count.begin]
    opened = before and scene.sentence.lower[before[-1].j : before[-1].j + 2] == [",", "where"]
    if not opened or "," in scene.sentence.lower[before[-1].j + 1 : count.begin]:
        return None
    return Located(_narrowest(before, scene).name, "the name before 'where'")


def _there(count: Count, own: list[Place], scene: Scene) -> Located | None:
    """ "nobody can leave Homs; 8,000 people are stuck there": the place named last before the word."""
    sentence = scene.sentence
    for at in range(count.end, scene.next_count(count)):
        if sentence.lower[at] == "there" and sentence.tag(at) != "EX" and sentence.word(at + 1) not in _EXISTING:
            here = [place for place in own if place.j <= at and place.slot != "direction"]
            known = here or [place for place in scene.paragraph.places if place.slot not in ("direction", "from")]
            if known and known[-1].slot == "list":
                return SEVERAL
            return Located(known[-1].name, "there: the place named last") if known else None
    return None


def _measured_from(place: Place, scene: Scene) -> bool:
    """ "61 km off Malta": not where something is."""
    return any(count.unit == "km" and 0 <= place.i - count.quantity.after <= FARTHEST_FROM for count in scene.counts)


def _named_again(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """ "across the region", which an earlier sentence named."""
    noun = named_again(scene.sentence, draft.count.end, scene.next_count(draft.count), scene.lexicon)
    if not noun:
        return None
    known = next((place.name for place in reversed([*scene.paragraph.places, *own]) if place.noun == noun), None)
    if not known and ("same" in scene.sentence.lower[draft.count.end :] or _is_only_town(noun, scene)):
        return in_paragraph(scene)  # "a raid on the same town"
    name = known or (the_country(scene) if noun == "country" else scene.called.get(noun))
    return Located(name, f"the {noun} named before") if name else None


def _is_only_town(noun: str, scene: Scene) -> bool:
    """Whether the paragraph has named one place so far, and "the town" can only be that."""
    named = {place.name for place in scene.paragraph.places}
    is_told = noun in _TOWNS and len(named) == 1 and not scene.places
    return is_told and not is_country(scene.paragraph.places[0], scene.lexicon)


def _behind(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The first place behind the figure in its own clause, before the next figure that has its own."""
    count, lower = draft.count, scene.sentence.lower
    following = scene.next_count(count)
    places = [
        p for p in own if p.slot != "label" and p.i >= count.quantity.after and (p.i < following or _is_shared(count, p, scene))
    ]
    if draft.measure in _BEYOND_A_BORDER:
        places = _not_from(places)
    if draft.measure in LEAVES_A_PLACE:
        places = [p for p in places if p.slot in ("from", "object")] or places
    if not places:
        return None
    first: Place | None = places[0]
    between = lower[count.end : places[0].i]
    if not CLAUSE_ENDS.isdisjoint(between):
        return None
    if places[0].slot == "from" and draft.measure not in _COMES_FROM_A_PLACE:
        taken = places[0] if draft.measure in _TAKEN_FROM else None
        first = next((place for place in places if place.slot != "from"), taken)
    elif places[0].slot in _OPENS_A_CLAUSE and ("," in between or places[0].j == following):
        return None
    if not _COMES_LATER.isdisjoint(between) and _before(draft, own, scene):
        return None
    if first is not None and _is_of_another_verb(count, first, scene) and _before(draft, own, scene):
        return None
    if first is not None and (several := of_several(first, own, scene)):
        return several
    return Located(first.name, f"named behind the figure ({first.slot})", behind=True) if first else None


def _is_of_another_verb(count: Count, place: Place, scene: Scene) -> bool:
    """ "killing 12 people, cutting the road to Keta", "killing 12 and flooding farms in Keta"."""
    lower, tags = scene.sentence.lower, scene.sentence.tags
    return any(
        lower[at] == "," or (lower[at] == "and" and scene.sentence.tag(at + 1) in VERBS and tags[at + 1] != "VBN")
        for at in range(count.end, place.i)
    )


def _far_behind(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The one place that the sentence names, beyond later figures: "killed 12, wounded 30 and burnt 14 houses in Homs"."""
    if draft.measure in _BEYOND_A_BORDER:
        return None
    behind = [place for place in own if place.i >= draft.count.end and place.slot not in ("from", "label")]
    wider = {two.name for one, two in pairwise(behind) if lies_within(one, two, scene)}
    if len({place.name for place in behind} - wider) != 1:
        return None
    if _is_told_of_another(draft.count, behind[0], scene):
        return None
    said_between = any(draft.count.end < said.cue_i < behind[0].i for said in scene.attributions)
    if said_between or not CLAUSE_ENDS.isdisjoint(scene.sentence.lower[draft.count.end : behind[0].i]):
        return None
    return Located(behind[0].name, "the one place that its sentence names")


def _is_told_of_another(count: Count, place: Place, scene: Scene) -> bool:
    """ "raised the toll to 21 after two more bodies were found near Keta": the place is that of the later figure."""
    lower = scene.sentence.lower
    if any(pair[0] == "and" and pair[1] in _SAYS_MORE for pair in pairwise(lower[count.end : place.i])):
        return True
    others = [other for other in scene.counts if count.quantity.i < other.quantity.i < place.i]
    if others and "," not in lower[others[-1].end : place.i]:
        beside = lower[max(0, others[-1].begin - 2) : others[-1].end + 2]
        if others[-1].part_of is not None and not _OF_A_TOTAL.isdisjoint(beside):
            return True  # "killed 38, 14 of them near Keta"
    return any(other.frame is not None and not _STARTS_ANOTHER.isdisjoint(lower[count.end : other.begin]) for other in others)


def _not_from(places: list[Place]) -> list[Place]:
    """Where people came to: "returned from Chad and Sudan through Tine"."""
    left, is_from = [], False
    for place in places:
        is_from = place.slot == "from" or (is_from and place.slot in ("list", "wider"))
        left += [] if is_from else [place]
    return left


def _is_shared(count: Count, place: Place, scene: Scene) -> bool:
    """Whether a place behind a later figure belongs to this one too: "killed 12 and wounded 30 in Homs"."""
    lower, begin = scene.sentence.lower, count.end
    if any(count.end <= said.cue_i < place.i for said in scene.attributions):
        return False
    for other in scene.counts:
        if not count.quantity.i < other.quantity.i <= place.i:
            continue
        if other.part_of is not None or other.frame is None or other.frame.rule in ("list", "part"):
            return False
        gap = lower[begin : other.begin]
        if len(gap) > 3 or {"and", ",", "or"}.isdisjoint(gap):
            return False
        begin = other.end
    return {",", ";"}.isdisjoint(lower[begin : place.i])


def _label(count: Count, own: list[Place]) -> Located | None:
    """ "Upper Nile: 36,700 displaced"."""
    label = next((place for place in reversed(own) if place.slot == "label" and place.j <= count.begin), None)
    return Located(label.name, "the label before the figure") if label else None


def _before(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    before = [place for place in own if place.j <= draft.count.begin]
    before = [place for place in before if place.slot != "direction"] or before
    if draft.measure in GIVEN:  # "took 12 people out of Keta and that it had given 900 nets"
        lower = scene.sentence.lower
        before = [place for place in before if ("and", "that") not in pairwise(lower[place.j : draft.count.begin])]
    if draft.measure in _BEYOND_A_BORDER:
        before = _not_from(before)
    if not before:
        return None
    if before[-1].slot == "list":
        return SEVERAL
    is_country = scene.lexicon.nations.at(scene.sentence.lower, before[-1].i) is not None
    narrower = [
        place for place in scene.places if place.slot == "of" and place.j <= draft.count.begin and _is_in_speaker(place, scene)
    ]
    if is_country and draft.speaker is not None and narrower:  # "the district administration of Keta, in eastern Ghana, said"
        return Located(narrower[-1].name, "the speaker's place, narrower than the country")
    return Located(_narrowest(before, scene).name, f"named before the figure ({before[-1].slot})")


def _narrowest(before: list[Place], scene: Scene) -> Place:
    """Of the places before a figure the nearest, but of "in Goma, in North Kivu" the first."""
    chosen = before[-1]
    for wider in reversed(before[:-1]):
        gap = scene.sentence.lower[wider.j : chosen.i]
        within = wider.noun != "" and "of" in gap and lies_within(wider, chosen, scene)  # "the Afadja hills of eastern Ghana"
        within = within or is_explained_by(wider, chosen, scene) or (gap[:1] == ["in"] and lies_within(wider, chosen, scene))
        widens = within or (
            (gap[:1] == [","] or wider.slot == "named" or _is_site(wider, scene)) and 0 < len(gap) <= LONGEST_WIDENING
        )
        nouns = scene.lexicon.place_words["noun"] if wider.slot == "named" else _SITES
        allowed = all(
            word in WIDENING or word in nouns or word in scene.lexicon.nations or scene.sentence.tags[wider.j + at] == "NN"
            for at, word in enumerate(gap)
        )
        if not widens or not (allowed or within):
            break
        chosen = wider
    return chosen


def _is_site(place: Place, scene: Scene) -> bool:
    return place.noun in _SITES or place.name.lower().rpartition(" ")[2] in scene.lexicon.place_words["kept"]
