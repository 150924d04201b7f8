"""Places that are not named in a figure's own clause: its speaker's, its paragraph's, the country of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from humsit.facts.draft import Draft
from humsit.facts.examples import ends_in_list
from humsit.facts.scene import Placed, Scene
from humsit.mentions.measures import Count
from humsit.mentions.places import Place

FARTHEST_OVERALL = 4  # words between "overall" and its number
CLAUSE_ENDS = frozenset({";", "while", "but"})

_THEME_SLOTS = frozenset(
    "subject topic known in at label dateline of around object near outside on named across inside through throughout within off "
    "against into onto towards toward site above over below beneath overlooking".split()
)
_SPEAKER_SLOTS = frozenset({"site", "for", "named", "in", "of", "at", "around", "near", "from", "across"})
_WHOLE_COUNTRY = frozenset({"nationally", "nationwide", "countrywide"})
_TOLLS = frozenset({"toll", "tally", "count"})
_OVERALL = frozenset({"overall", "combined", "altogether", "toll", "tally", "total"})
_LIVES_AT_HOME = frozenset({"displaced", "in_need", "affected"})
_OF_OURSELVES = frozenset({"i", "we", "my", "our", "us", "me"})


class Located(NamedTuple):
    """A place and the rule that found it; `behind` where it is named behind the figure, in its own clause."""

    name: str
    why: str
    behind: bool = False


NOWHERE = Located("", "")
SEVERAL = Located("", "several places", behind=True)


def in_whole_country(count: Count, scene: Scene) -> Located | None:
    """ "1,846 cases had been recorded nationally": in the country that the paragraph named last."""
    near = scene.sentence.lower[max(0, count.begin - FARTHEST_OVERALL) : _clause_end(count, scene)]
    opening = scene.sentence.lower[: int(count is scene.counts[0])]
    if _WHOLE_COUNTRY.isdisjoint([*near, *opening]):
        return None
    return Located(the_country(scene), "the country that the paragraph names")


def the_country(scene: Scene) -> str:
    """The country that the paragraph named last, in its own sentence by any form, else the one that the text did."""
    nations = scene.lexicon.nations
    for sentence in [scene.sentence, *reversed(scene.paragraph.sentences)]:
        for i in range(len(sentence) - 1, -1, -1):
            hit = nations.at(sentence.lower, i) if sentence.is_capital(i) else None
            longer = nations.at(sentence.lower, i - 1) if hit is not None and i > 0 else None
            hit = longer if hit and longer and longer[0] > hit[0] else hit  # "South Sudan"
            if hit is not None and (hit[1].form == "name" or sentence is scene.sentence):
                return hit[1].name
    return scene.called.get("country", "")


def _clause_end(count: Count, scene: Scene) -> int:
    lower, last = scene.sentence.lower, len(scene.sentence)
    return next((at for at in range(count.end, last) if lower[at] in CLAUSE_ENDS), last)


def home(draft: Draft, scene: Scene) -> Located | None:
    """ "80,000 Ghanaians are internally displaced"."""
    if draft.measure not in _LIVES_AT_HOME:
        return None
    counted = draft.count.counted
    for i in range(counted.i, counted.j):
        hit = scene.lexicon.nations.at(scene.sentence.lower, i)
        if hit is not None and hit[1].form in ("adjective", "people"):
            return Located(hit[1].name, "the country of those counted")
    return None


def overall(draft: Draft, scene: Scene) -> Located | None:
    """ "which makes it nine in all", after counts in several places."""
    at = draft.count.begin
    near = scene.sentence.lower[max(0, at - FARTHEST_OVERALL) : draft.count.end + 1]
    if _OVERALL.isdisjoint(near) and ("in", "all") not in pairwise(near):
        return None
    places = {one.place for one in scene.paragraph.placed if one.measure == draft.measure and one.place}
    return SEVERAL if len(places) > 1 else None


def speakers_place(draft: Draft, scene: Scene) -> Located | None:
    """ "Emergency services in the Chernihiv region said"; but where a government sits is not where it happened."""
    speaker, sentence = draft.speaker, scene.sentence
    if speaker is None or not speaker.context or speaker.start < sentence.start:
        return None
    said = next((one for one in scene.attributions if one.speaker is speaker), None)
    if said is None:
        return None
    places = [place for place in scene.places if place.slot in _SPEAKER_SLOTS and not (place.is_aside or _is_seat(place, scene))]
    inside = [place for place in places if said.cue_i <= place.i < said.cue_j]
    if not inside and not said.opens and not _OF_OURSELVES.isdisjoint(sentence.lower[said.begin : said.end]):
        inside = [place for place in places if place.i >= said.cue_j][:1]
    if len(inside) > 1 and inside[-1].i - inside[-2].j == 1 and inside[-2].noun in scene.lexicon.place_words["kept"]:
        return Located(inside[-2].name, "the speaker's place")  # "the head of Ridge Hospital in Keta said"
    return Located(inside[-1].name, "the speaker's place") if inside else None


def speakers_area(draft: Draft, scene: Scene) -> Located | None:
    """ "Bongo District Assembly said nine had drowned": the area that the speaker's body rules, where no other place is known."""
    said = next((one for one in scene.attributions if one.speaker is draft.speaker), None)
    ruled = [place for place in scene.places if place.slot == "body" and said and said.cue_i <= place.i < said.cue_j]
    return Located(ruled[-1].name, "the area of the body that speaks") if ruled else None


def _is_seat(place: Place, scene: Scene) -> bool:
    """ "the government in Kinshasa"."""
    hit = scene.lexicon.nations.at(scene.sentence.lower, place.i)
    return hit is not None and hit[1].form == "seat"


def as_before(draft: Draft, scene: Scene) -> Located | None:
    """Where the paragraph's last figure of the same measure was."""
    name = next((one.place for one in reversed(scene.paragraph.placed) if one.measure == draft.measure), "")
    return Located(name, "the place of the figure before of its kind") if name else None


def share_before(draft: Draft, scene: Scene) -> Located | None:
    """ "It needs $12 million for Ghana. Donors have given $3 million": a larger sum is for more than the place before."""
    before = next((one for one in reversed(scene.paragraph.placed) if one.measure == draft.measure), None)
    value = draft.count.quantity.reading.value or 0
    return as_before(draft, scene) if before is not None and value <= before.value else None


def toll_before(draft: Draft, scene: Scene) -> Located | None:
    """ "By nightfall the toll was 27": where the deaths told of before were, not where the wounded are treated since."""
    said = scene.sentence.lower[: draft.count.begin]
    return as_before(draft, scene) if draft.measure == "killed" and not _TOLLS.isdisjoint(said) else None


def in_paragraph(scene: Scene) -> Located | None:
    """Where the paragraph's last figure was, else the place that it spoke of last; None behind figures in several places."""
    last = _placed_last(scene)
    if _is_scattered(last):
        is_total = len(last) > 2 and last[0].value == sum(one.value for one in last[1:])
        if is_total and last[0].place:
            return Located(last[0].place, "the place of the total before")
        return None
    if last and scene.paragraph.sentences and "alone" in scene.paragraph.sentences[-1].lower:
        return None  # "Keta alone has lost 12": what follows is of more than Keta
    if scene.paragraph.place:
        return Located(scene.paragraph.place, "the place of the figure before, in the same paragraph")
    theme = scene.paragraph.theme
    if theme and ends_in_list(scene.paragraph.places, scene.paragraph.sentences):
        return None
    return Located(theme.name, "named earlier in the paragraph") if theme else None


def _placed_last(scene: Scene) -> list[Placed]:
    """The figures of the paragraph's last sentence that held some, before this one; looked for from the end."""
    last: list[Placed] = []
    for one in reversed(scene.paragraph.placed):
        if one.sentence == scene.sentence.start:
            continue
        if last and one.sentence != last[0].sentence:
            break
        last.append(one)
    return last[::-1]


def _is_scattered(placed: Sequence[Placed]) -> bool:
    """Whether figures of one kind were each in its own place: what follows is in none of these alone."""
    return any(one.place and other.place and one.place != other.place for one, other in pairwise(placed))


def may_be_theme(place: Place) -> bool:
    """Whether a paragraph that names the place so speaks of it: "a bus fell into the Volta", not "ministers met in Accra"."""
    return place.slot in _THEME_SLOTS and not place.is_aside
