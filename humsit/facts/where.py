"""Which place a figure or a condition is tied to.

Its own clause first, then the sentence, the speaker's own place, the paragraph, the heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from humsit.facts.draft import Draft
from humsit.facts.headed import heading_place, row_place
from humsit.facts.scene import Placed, Scene
from humsit.mentions.measures import Count
from humsit.mentions.places import Place, named_again

LONGEST_WIDENING = 6  # words between a place and the wider one that it lies in
FARTHEST_OVERALL = 4  # words between "overall" and its number
FARTHEST_FROM = 4  # words between a distance and the place from which it is measured

_WIDENING = frozenset(
    {",", "in", "the", "eastern", "western", "northern", "southern", "central", "'s", "’s", "on", "off", "near"}
)
_THEME_SLOTS = frozenset(
    {"subject", "topic", "in", "at", "label", "of", "around", "object", "near", "outside", "on", "named", "across", "inside"}
)
_SPEAKER_SLOTS = frozenset({"for", "named", "in", "of", "at", "around", "near", "from", "across"})
_OPENS_A_CLAUSE = frozenset({"subject", "topic", "named", "doer", "share"})
_SITES = frozenset({"camp", "site", "village", "town", "settlement", "quarter", "neighbourhood", "neighborhood", "suburb"})
_WHOLE_COUNTRY = frozenset({"nationally", "nationwide", "countrywide"})
_OVERALL = frozenset({"overall", "combined", "altogether"})
_LIVES_AT_HOME = frozenset({"displaced", "in_need", "affected"})
_EXISTING = frozenset("is are was were has have had will would may might could can 's ’s remain remains".split())
_OF_OURSELVES = frozenset({"i", "we", "my", "our", "us", "me"})
_CLAUSE_ENDS = frozenset({";", "while", "but"})
_LEAVES_A_PLACE = frozenset({"evacuated", "displaced"})
_BEYOND_A_BORDER = frozenset({"refugees", "returned"})
_COMES_FROM_A_PLACE = _LEAVES_A_PLACE | {"returned", "rescued", "refugees"}


class Located(NamedTuple):
    """A place and the rule that found it; `behind` where it is named behind the figure, in its own clause."""

    name: str
    why: str
    behind: bool = False


NOWHERE = Located("", "")
SEVERAL = Located("", "several places", behind=True)


def locate(draft: Draft, before: Sequence[Draft], scene: Scene) -> str:
    """Gives a figure its place, and says which one its text ties to it ("" where only a table's head or a heading names one).

    `before` are the figures before it in its sentence; a part has the place of its total.
    """
    found, part_of = figure_place(draft, scene), draft.count.part_of
    if part_of is not None and part_of < len(before) and before[part_of].place and not found.behind:
        found = Located(before[part_of].place, "the place of its total")
    if found.name and found.name == draft.group:
        draft.group = ""  # "18 Catanduanes": where, not who
    draft.place = row_place(draft.sentence, scene.lexicon) or found.name or ("" if found.why else heading_place(scene))
    if found.name:
        draft.because("place", found.why)
    value = draft.count.quantity.reading.value or 0
    scene.paragraph.placed.append(Placed(draft.sentence.start, draft.measure, found.name, value))
    return found.name


def figure_place(draft: Draft, scene: Scene) -> Located:
    """The place of a figure and why; NOWHERE where the text ties none.

    1. Jajarkot (105)    2. 30 km from Homs    3. 12 killed across the region: the one named before    4. killed 12 in Homs
    5. Homs: 12 killed    6. in Homs, 12 were killed    7. the governor of Homs said 12    8. what the paragraph is about
    """
    own = [place for place in scene.places if not _is_in_speaker(place, scene) and not place.is_aside]
    if counted_out := next((place for place in own if place.slot == "listed" and place.i == draft.count.quantity.after), None):
        return Located(counted_out.name, "the name behind the number", behind=True)
    own = [place for place in own if place.slot != "listed"]
    if draft.measure == "funding" and draft.unit != "percent" and not scene.places:
        return NOWHERE
    if bracketed := _before_bracket(draft.count, own, scene):
        return bracketed
    if draft.measure == "distance":
        return _of_distance(draft.count, own) or _in_paragraph(scene) or NOWHERE
    own = [place for place in own if not _measured_from(place, scene)] or own
    if draft.measure == "funding":
        return _of_funding(draft, own, scene) or _as_before(draft, scene) or NOWHERE
    in_sentence = (
        _adjacent(draft.count, own)
        or _there(draft.count, own, scene)
        or _overall(draft, scene)
        or _in_whole_country(draft.count, scene)
        or _named_again(draft, own, scene)
        or _behind(draft, own, scene)
        or _label(draft.count, own)
        or _before(draft, own, scene)
        or _far_behind(draft, own, scene)
    )
    if in_sentence:
        return in_sentence
    if draft.count.like is not None:
        return NOWHERE
    around = _as_before(draft, scene) if draft.measure == "refugees" else _in_paragraph(scene)
    if around and draft.speaker is not None and draft.speaker.type == "hospital":
        return around  # the wounded are brought there from where it happened
    return _speakers_place(draft, scene) or around or _home(draft, scene) or NOWHERE


def _is_in_speaker(place: Place, scene: Scene) -> bool:
    return place.slot != "doer" and any(one.cue_i <= place.i < one.cue_j for one in scene.attributions)


# -- in the figure's own sentence ------------------------------------------------------------------------------------------------


def _before_bracket(count: Count, own: list[Place], scene: Scene) -> Located | None:
    """ "Jajarkot (105)"."""
    opening = count.begin - 1
    if scene.sentence.lower[opening] != "(":
        return None
    return next((Located(place.name, "the name before the bracket") for place in own if place.j == opening), None)


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
    return found or (None if counted_before else _before(draft, own, scene)) or _far_behind(draft, own, scene)


def _adjacent(count: Count, own: list[Place]) -> Located | None:
    """ "Impfondo has notified 29 cases, Epena 13 and Dongou four"."""
    name = next((place for place in own if place.j == count.begin and place.slot in _OPENS_A_CLAUSE), None)
    return Located(name.name, "the name before the number") if name else None


def _there(count: Count, own: list[Place], scene: Scene) -> Located | None:
    """ "nobody can leave Homs; 8,000 people are stuck there": the place named last before the word."""
    sentence = scene.sentence
    for at in range(count.end, scene.next_count(count)):
        if sentence.lower[at] == "there" and sentence.tag(at) != "EX" and sentence.word(at + 1) not in _EXISTING:
            here = [place for place in own if place.j <= at and place.slot != "direction"]
            known = here or [place for place in scene.paragraph.places if place.slot not in ("direction", "from")]
            return Located(known[-1].name, "there: the place named last") if known else None
    return None


def _overall(draft: Draft, scene: Scene) -> Located | None:
    """ "taking the overall toll to nine", after counts in several places."""
    at = draft.count.begin
    if _OVERALL.isdisjoint(scene.sentence.lower[max(0, at - FARTHEST_OVERALL) : draft.count.end + 1]):
        return None
    places = {one.place for one in scene.paragraph.placed if one.measure == draft.measure and one.place}
    return SEVERAL if len(places) > 1 else None


def _in_whole_country(count: Count, scene: Scene) -> Located | None:
    """ "1,846 cases had been recorded nationally": in the country that the paragraph named last."""
    if _WHOLE_COUNTRY.isdisjoint(scene.sentence.lower[max(0, count.begin - FARTHEST_OVERALL) : _clause_end(count, scene)]):
        return None
    nations = scene.lexicon.nations
    for sentence in [scene.sentence, *reversed(scene.paragraph.sentences)]:
        for i in range(len(sentence) - 1, -1, -1):
            hit = nations.at(sentence.lower, i) if sentence.is_capital(i) else None
            if hit is not None and hit[1].form == "name":
                return Located(hit[1].name, "the country that the paragraph names")
    return None


def _clause_end(count: Count, scene: Scene) -> int:
    lower, last = scene.sentence.lower, len(scene.sentence)
    return next((at for at in range(count.end, last) if lower[at] in _CLAUSE_ENDS), last)


def _home(draft: Draft, scene: Scene) -> Located | None:
    """ "4.5 million Yemenis are internally displaced"."""
    if draft.measure not in _LIVES_AT_HOME:
        return None
    counted = draft.count.counted
    for i in range(counted.i, counted.j):
        hit = scene.lexicon.nations.at(scene.sentence.lower, i)
        if hit is not None and hit[1].form in ("adjective", "people"):
            return Located(hit[1].name, "the country of those counted")
    return None


def _measured_from(place: Place, scene: Scene) -> bool:
    """ "61 km off Jolo": not where something is."""
    return any(count.unit == "km" and 0 <= place.i - count.quantity.after <= FARTHEST_FROM for count in scene.counts)


def _named_again(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """ "across the region", which an earlier sentence named."""
    noun = named_again(scene.sentence, draft.count.end, scene.next_count(draft.count), scene.lexicon)
    if not noun:
        return None
    known = next((place for place in reversed([*scene.paragraph.places, *own]) if place.noun == noun), None)
    return Located(known.name, f"the {noun} named before") if known else None


def _behind(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The first place behind the figure in its own clause, before the next figure that has its own."""
    count, lower = draft.count, scene.sentence.lower
    following = scene.next_count(count)
    places = [
        p for p in own if p.slot != "label" and p.i >= count.quantity.after and (p.i < following or _is_shared(count, p, scene))
    ]
    if draft.measure in _BEYOND_A_BORDER:
        places = [p for p in places if p.slot != "from"] or places
    if draft.measure in _LEAVES_A_PLACE:
        places = [p for p in places if p.slot in ("from", "object")] or places
    if not places:
        return None
    first: Place | None = places[0]
    between = lower[count.end : places[0].i]
    if not _CLAUSE_ENDS.isdisjoint(between):
        return None
    if places[0].slot == "from" and draft.measure not in _COMES_FROM_A_PLACE:
        first = next((place for place in places if place.slot != "from"), None)
    elif places[0].slot in _OPENS_A_CLAUSE and "," in between:
        return None
    if first is not None and "," in lower[count.end : first.i] and _before(draft, own, scene):
        return None
    if first is not None and _is_one_of_a_list(first, own, scene):
        return SEVERAL
    return Located(first.name, f"named behind the figure ({first.slot})", behind=True) if first else None


def _far_behind(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The one place that the sentence names, beyond later figures: "killed 12, wounded 30 and burnt 14 houses in Homs"."""
    if draft.measure in _BEYOND_A_BORDER:
        return None
    behind = [place for place in own if place.i >= draft.count.end and place.slot not in ("from", "label")]
    wider = {two.name for one, two in pairwise(behind) if _lies_within(one, two, scene)}
    if len({place.name for place in behind} - wider) != 1:
        return None
    said_between = any(draft.count.end < said.cue_i < behind[0].i for said in scene.attributions)
    if said_between or not _CLAUSE_ENDS.isdisjoint(scene.sentence.lower[draft.count.end : behind[0].i]):
        return None
    return Located(behind[0].name, "the one place that its sentence names")


def _lies_within(place: Place, other: Place, scene: Scene) -> bool:
    """ "Bungudu district of Zamfara State", "Goma, in North Kivu"."""
    gap = scene.sentence.lower[place.j : other.i]
    nouns = scene.lexicon.place_words["noun"]
    return len(gap) <= LONGEST_WIDENING and all(word in _WIDENING or word == "of" or word in nouns for word in gap)


def _is_one_of_a_list(place: Place, own: list[Place], scene: Scene) -> bool:
    """ "residents of Khurkot and Nepalthok": a total over several places is in none of them."""
    return any(other.slot == "list" and 1 <= other.i - place.j <= 2 for other in own)


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
    if not before:
        return None
    if before[-1].slot == "list":
        return SEVERAL
    is_country = scene.lexicon.nations.at(scene.sentence.lower, before[-1].i) is not None
    narrower = [
        place for place in scene.places if place.slot == "of" and place.j <= draft.count.begin and _is_in_speaker(place, scene)
    ]
    if (
        is_country and draft.speaker is not None and narrower
    ):  # "the district administration of Kurigram, in northern Bangladesh, said"
        return Located(narrower[-1].name, "the speaker's place, narrower than the country")
    return Located(_narrowest(before, scene).name, f"named before the figure ({before[-1].slot})")


def _narrowest(before: list[Place], scene: Scene) -> Place:
    """Of the places before a figure the nearest, but of "in Goma, in North Kivu" the first."""
    chosen = before[-1]
    for wider in reversed(before[:-1]):
        gap = scene.sentence.lower[wider.j : chosen.i]
        widens = (gap[:1] == [","] or wider.slot == "named" or wider.noun in _SITES) and 0 < len(gap) <= LONGEST_WIDENING
        nouns = scene.lexicon.place_words["noun"] if wider.slot == "named" else _SITES
        allowed = all(
            word in _WIDENING or word in nouns or word in scene.lexicon.nations or scene.sentence.tags[wider.j + at] == "NN"
            for at, word in enumerate(gap)
        )
        if not widens or not allowed:
            break
        chosen = wider
    return chosen


# -- around it -------------------------------------------------------------------------------------------------------------------


def _speakers_place(draft: Draft, scene: Scene) -> Located | None:
    """ "Emergency services in the Chernihiv region said"; but where a government sits is not where it happened."""
    speaker, sentence = draft.speaker, scene.sentence
    if speaker is None or not speaker.context or speaker.start < sentence.start:
        return None
    said = next((one for one in scene.attributions if one.speaker is speaker), None)
    if said is None:
        return None
    places = [place for place in scene.places if place.slot in _SPEAKER_SLOTS and not _is_seat(place, scene)]
    inside = [place for place in places if said.cue_i <= place.i < said.cue_j]
    if not inside and not said.opens and not _OF_OURSELVES.isdisjoint(sentence.lower[said.begin : said.end]):
        inside = [place for place in places if place.i >= said.cue_j][:1]
    return Located(inside[-1].name, "the speaker's place") if inside else None


def _is_seat(place: Place, scene: Scene) -> bool:
    """ "the government in Kinshasa"."""
    hit = scene.lexicon.nations.at(scene.sentence.lower, place.i)
    return hit is not None and hit[1].form == "seat"


def _as_before(draft: Draft, scene: Scene) -> Located | None:
    """Where the paragraph's last figure of the same measure was."""
    name = next((one.place for one in reversed(scene.paragraph.placed) if one.measure == draft.measure), "")
    return Located(name, "the place of the figure before of its kind") if name else None


def _in_paragraph(scene: Scene) -> Located | None:
    before = [one for one in scene.paragraph.placed if one.sentence != scene.sentence.start]
    last = [one for one in before if one.sentence == before[-1].sentence]
    if _is_scattered(last):
        is_total = len(last) > 2 and last[0].value == sum(one.value for one in last[1:])
        return Located(last[0].place, "the place of the total before") if is_total and last[0].place else None
    if scene.paragraph.place:
        return Located(scene.paragraph.place, "the place of the figure before, in the same paragraph")
    theme = _theme(scene)
    if theme and scene.paragraph.places[-1].slot == "list":
        return None
    return Located(theme.name, "named earlier in the paragraph") if theme else None


def _is_scattered(placed: Sequence[Placed]) -> bool:
    """Whether figures of one kind were each in its own place: what follows is in none of these alone."""
    return any(
        one.place and other.place and one.measure == other.measure and one.place != other.place for one, other in pairwise(placed)
    )


def _theme(scene: Scene) -> Place | None:
    """The place that the paragraph spoke of last."""
    return next((place for place in reversed(scene.paragraph.places) if place.slot in _THEME_SLOTS and not place.is_aside), None)
