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
    speakers_area,
    speakers_place,
    the_country,
    toll_before,
)
from humsit.facts.before import BEYOND_A_BORDER, described, in_its_part, is_in_speaker, label_before, named_before, narrowest
from humsit.facts.behind import OPENS_A_CLAUSE, behind, far_behind, taken_from
from humsit.facts.draft import Draft
from humsit.facts.headed import heading_place, row_place
from humsit.facts.origins import LEAVES_A_PLACE, origin, without_wards
from humsit.facts.scene import DATELINE, LAST_PLACE, Placed, Scene
from humsit.facts.sections import behind_label
from humsit.facts.widened import beyond_the_border, not_as_before, on_its_side
from humsit.mentions.labels import is_rest
from humsit.mentions.measures import Count
from humsit.mentions.place_again import named_again
from humsit.mentions.places import Place

LONGEST_OPENING = 5  # words of "and across the state"
FARTHEST_FROM = 4  # words between a distance and the place from which it is measured

_OF_THE_WHOLE = frozenset({"", "a whole that is not named", "all that was given", SEVERAL.why})  # a dateline names it
_EXISTING = frozenset("is are was were has have had will would may might could can 's ’s remain remains".split())
_SEATS = frozenset({"city", "town", "village", "municipality", "commune", "camp"})
_EVENTS = frozenset(
    "fighting battle attack strike raid clash clashes accident crash fire flood quake earthquake storm incident operation "
    "offensive blast explosion collapse shelling bombing assault ambush shootout sinking shipwreck landslide".split()
)
_TOWNS = frozenset({"in", "at", "near", "of", "direction", "subject", "topic", "doer", "object", "outside", "on"})
_IS = frozenset({"is", "was", "remains", "remained", "lies", "fell", "can", "cannot", "could", "may", "must"})
_GIVERS = frozenset({"subject", "topic"})


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
    is_open = found.why or is_rest(draft.sentence.block.row)
    above = "" if is_open else behind_label(scene) or heading_place(scene)
    above = above or (scene.called.get(DATELINE, "") if found.why in _OF_THE_WHOLE else "")
    draft.place = row_place(draft.sentence, scene.lexicon) or found.name or above
    if found.name:
        draft.because("place", found.why)
    value = draft.count.quantity.reading.value or 0
    if not tells_a_part(draft) or not scene.paragraph.placed:
        scene.paragraph.placed.append(Placed(draft.sentence.start, draft.measure, found.name, value))
    return found.name


def tells_a_part(draft: Draft) -> bool:
    """ "Of those, 900 have been moved to Keta": where a part is, the next total need not be."""
    return draft.sentence.lower[:2] in (["of", "those"], ["of", "these"], ["of", "them"])


def _of_its_revision(draft: Draft, before: Sequence[Draft]) -> str:
    """ "put its tally for Keta up to 44 from 38 when boats had got to Ho": both are where the first of them is."""
    old = draft.count.revises
    if old is not None and old < len(before):
        return before[old].place
    beside = before[-1:]  # "to 44 from 38"
    begin = draft.count.begin - 1
    if beside and beside[0].count.end == begin and draft.sentence.lower[begin] in ("from", "to"):
        return beside[0].place
    return next((one.place for one in before if one.count.revises == len(before)), "")


def figure_place(draft: Draft, scene: Scene) -> Located:
    """The place of a figure and why; NOWHERE where the text ties none.

    1. Jajarkot (105)    2. 30 km from Homs    3. 12 killed across the region: the one named before    4. killed 12 in Homs
    5. Homs: 12 killed    6. in Homs, 12 were killed    7. the governor of Homs said 12    8. what the paragraph is about
    """
    all_places = [place for place in scene.places if not _is_aside(place, draft) and place.slot not in ("listed", "body")]
    own = [
        place for place in scene.places if not is_in_speaker(place, scene, draft.count.quantity.i) and not _is_aside(place, draft)
    ]
    if counted_out := next((place for place in own if place.slot == "listed" and place.i == draft.count.quantity.after), None):
        return Located(counted_out.name, "the name behind the number", behind=True)
    own = [place for place in own if place.slot not in ("listed", "body")]
    own = in_its_part(draft.count, own, scene)
    if draft.measure == "aid":
        own = [place for place in own if place.slot not in _GIVERS or not _may_give(place, scene)]
    if draft.measure == "funding" and draft.unit != "percent" and not scene.places:
        return share_before(draft, scene) or NOWHERE
    if draft.measure == "distance":
        return _of_distance(draft.count, own) or _of_distance(draft.count, all_places) or in_paragraph(scene) or NOWHERE
    own = without_wards(draft, [place for place in own if not _measured_from(place, scene)] or own, scene)
    if draft.measure == "funding":
        return _of_funding(draft, own, scene) or as_before(draft, scene) or NOWHERE
    in_sentence = (
        _adjacent(draft.count, own)
        or described(draft, all_places, scene)
        or on_its_side(draft, scene)
        or (_relative(draft.count, scene) if draft.measure not in LEAVES_A_PLACE else None)
        or _there(draft.count, own, scene)
        or overall(draft, scene)
        or in_whole_country(draft.count, scene)
        or _named_again(draft, own, scene)
        or origin(draft, own, scene)
        or behind(draft, own, scene)
        or label_before(draft.count, own)
        or named_before(draft, own, scene)
        or far_behind(draft, own, scene)
        or taken_from(draft, own, scene)
    )
    if in_sentence:
        return in_sentence
    if draft.count.like is not None:
        return NOWHERE
    if elsewhere := _same_event(draft, scene) or not_as_before(draft, scene):
        return elsewhere
    around = (
        toll_before(draft, scene)
        or beyond_the_border(scene)
        or (as_before(draft, scene) if draft.measure in BEYOND_A_BORDER else in_paragraph(scene))
    )
    if around and draft.speaker is not None and draft.speaker.type == "hospital":
        return around  # the wounded are brought there from where it happened
    return speakers_place(draft, scene) or around or speakers_area(draft, scene) or home(draft, scene) or NOWHERE


def _is_aside(place: Place, draft: Draft) -> bool:
    """Whether a place is only talked in or not reached yet; but what "three lorries bound for Keta" carry is for Keta."""
    return place.is_aside and not (draft.measure == "aid" and place.slot in ("for", "to"))


# -- in the figure's own sentence ------------------------------------------------------------------------------------------------


def _of_distance(count: Count, own: list[Place]) -> Located | None:
    before = [place for place in own if place.j <= count.begin]
    if before:
        return Located(before[-1].name, "the place before the distance")
    after = next((place for place in own if place.i >= count.quantity.after), None)
    return Located(after.name, "the place behind the distance", behind=True) if after else None


def _of_funding(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """What the money is for; not where the figure before it is."""
    counted_before = any(one.quantity.i < draft.count.quantity.i and one.frame is not None for one in scene.counts)
    is_shared_out = any(place.slot == "doer" for place in own)
    beside = _adjacent(draft.count, own) if is_shared_out else None
    own = own if is_shared_out else [place for place in own if place.slot not in OPENS_A_CLAUSE]
    found = beside or behind(draft, own, scene) or label_before(draft.count, own)
    found = found or (None if counted_before else named_before(draft, own, scene)) or far_behind(draft, own, scene)
    return found or speakers_place(draft, scene)


def _adjacent(count: Count, own: list[Place]) -> Located | None:
    """ "Homs has notified 29 cases, Hama 13 and Idlib four"."""
    name = next((place for place in own if place.j == count.begin and place.slot in OPENS_A_CLAUSE), None)
    return Located(name.name, "the name before the number", behind=True) if name else None


def _relative(count: Count, scene: Scene) -> Located | None:
    """ "residents of Homs, where 900 people live, said …"."""
    before = [place for place in scene.places if place.j < count.begin]
    opened = before and scene.sentence.lower[before[-1].j : before[-1].j + 2] == [",", "where"]
    if not opened or "," in scene.sentence.lower[before[-1].j + 1 : count.begin]:
        return None
    return Located(narrowest(before, scene).name, "the name before 'where'")


def _there(count: Count, own: list[Place], scene: Scene) -> Located | None:
    """ "nobody can leave Homs; 8,000 people are stuck there": the place named last before the word."""
    sentence = scene.sentence
    for at in range(count.end, scene.next_count(count)):
        if sentence.lower[at] == "there" and sentence.tag(at) != "EX" and sentence.word(at + 1) not in _EXISTING:
            here = [place for place in own if place.j <= at and place.slot != "direction"]
            known = here or [place for place in scene.paragraph.places if place.slot not in ("direction", "from")]
            if known and known[-1].slot == "list":
                return SEVERAL
            return (
                Located(narrowest(known, scene).name if here else known[-1].name, "there: the place named last")
                if known
                else None
            )
    return None


def _may_give(place: Place, scene: Scene) -> bool:
    """ "Ghana has sent nine trucks", not "Keta is encircled; nine trucks had to turn round"."""
    return not (place.slot == "topic" and scene.sentence.word(place.j) in _IS)


def _measured_from(place: Place, scene: Scene) -> bool:
    """ "61 km off Malta": not where something is."""
    return any(count.unit == "km" and 0 <= place.i - count.quantity.after <= FARTHEST_FROM for count in scene.counts)


def _clause(count: Count, scene: Scene) -> tuple[int, int]:
    """The words between a clause's marks before a figure and the next figure or mark behind it."""
    lower = scene.sentence.lower
    begin = next((at + 1 for at in range(count.begin - 1, -1, -1) if lower[at] in CLAUSE_ENDS), 0)
    following = scene.next_count(count)
    return begin, next((at for at in range(count.end, following) if lower[at] in CLAUSE_ENDS), following)


def _same_event(draft: Draft, scene: Scene) -> Located | None:
    """ "counted seven wounded in the same clash": where the last figure before it was, in whatever paragraph."""
    behind = scene.sentence.lower[draft.count.end :]
    told = any(pair[0] == "same" and pair[1] in _EVENTS for pair in pairwise(behind))
    name = scene.called.get(LAST_PLACE, "") if told else ""
    return Located(name, "the event told of before") if name else None


def _behind_origin(draft: Draft, end: int) -> int:
    """The word behind where refugees come from ("350 teachers from the province live as refugees in …"), or behind the count."""
    begin = draft.count.end
    if draft.measure not in BEYOND_A_BORDER or "from" not in draft.sentence.lower[begin:end]:
        return begin
    return draft.sentence.lower.index("from", begin) + 1


def _before_another_tale(count: Count, own: list[Place], scene: Scene, end: int) -> int:
    """ "22 had queued in the Sakasaka quarter, said a surgeon at the city's hospital": where a name or a speaker comes first."""
    marks = [place.i for place in own if place.slot in _TOWNS] + [said.cue_i for said in scene.attributions]
    return min([end, *(at for at in marks if at >= count.end)])


def _named_again(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """ "across the region", which an earlier sentence named; before the figure only where its clause opens with it."""
    begin, end = _clause(draft.count, scene)
    end = _before_another_tale(draft.count, own, scene, end)
    noun = named_again(scene.sentence, _behind_origin(draft, end), end, scene.lexicon)
    if not noun and not any(begin <= place.i < draft.count.begin for place in own):
        noun = named_again(scene.sentence, begin, min(begin + LONGEST_OPENING, draft.count.begin), scene.lexicon)
    if not noun:
        return None
    known = next((place.name for place in reversed([*scene.paragraph.places, *own]) if place.noun == noun), None)
    if not known and "same" in scene.sentence.lower[draft.count.end :]:
        return in_paragraph(scene)  # "a raid on the same town"
    name = known or (the_country(scene) if noun == "country" else scene.called.get(noun))
    if not name and noun in _SEATS and (seat := speakers_place(draft, scene)):
        return seat  # "the school office in Tamale said 14 pupils were hurt in the town"
    near = [place for place in scene.places if place.j <= draft.count.begin and place.slot in _TOWNS]
    if (
        not name
        and noun in _SEATS
        and draft.measure != "aid"
        and near
        and (near[-1].noun in _SEATS or near[-1].slot == "direction" or not near[-1].noun)
    ):
        return Located(near[-1].name, f"the {noun} named before")  # "12 km east of Keta, destroyed 340 homes in the town"
    if not name and any(place.j < begin and place.noun for place in own):
        return Located("", f"the {noun}, which is not named")  # "in the town of Keta 64 died; across the state 260"
    return Located(name, f"the {noun} named before") if name else None
