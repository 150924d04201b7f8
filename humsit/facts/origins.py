"""Where people left from and where they were brought: the one is where they are counted, the other is not."""

from __future__ import annotations

from humsit.facts.around import CLAUSE_ENDS, Located, in_paragraph
from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.facts.several import of_several
from humsit.mentions.measures import Count
from humsit.mentions.openings import DASHES
from humsit.mentions.places import Place

FARTHEST_BRINGING = 12  # words between the verb and the place that it leads to
LEAVES_A_PLACE = frozenset({"evacuated", "displaced"})

_ORIGINS = frozenset({"from", "object"})
_BESIDE = frozenset(
    {"(", "from", "in", "including", "or", "of", "among", "with", "comprising", "representing", "around", *DASHES}
)
_BROUGHT = frozenset(
    "taken rushed brought transferred flown airlifted moved referred admitted carried transported evacuated sent driven "
    "ferried took brings carry bring flew drove".split()
)
_WARDS = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "wards", "care"})
_LEADING_THERE = frozenset({"to", "in", "at", "into"})


def origin(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """ "7,300 people (1,460 households) were displaced from Keta", "46 people, including five boys, were taken from Keta"."""
    if draft.measure not in LEAVES_A_PLACE:
        return None
    count, lower = draft.count, scene.sentence.lower
    place = next((place for place in own if place.i >= count.end), None)
    if place is None or place.slot not in _ORIGINS or not CLAUSE_ENDS.isdisjoint(lower[count.end : place.i]):
        return None
    if any(count.end <= said.cue_i < place.i for said in scene.attributions):
        return None
    between = [other for other in scene.counts if count.quantity.i < other.quantity.i < place.i]
    if not between or not all(_says_the_same(other, lower) for other in between):
        return None
    behind = lower[between[-1].quantity.after : place.i]
    if behind[:1] == ["of"] and {",", ")"}.isdisjoint(behind):
        return None  # "4,500 were evacuated, 900 of them from Keta"
    if several := of_several(place, own, scene):
        return several
    return Located(place.name, f"where they left ({place.slot})", behind=True)


def _says_the_same(count: Count, lower: list[str]) -> bool:
    """Whether a count says more of those counted before it: "(1,290 households)", "from 178 families", "including five"."""
    return count.part_of is not None or (count.begin > 0 and lower[count.begin - 1] in _BESIDE)


def without_wards(draft: Draft, own: list[Place], scene: Scene) -> list[Place]:
    """Without where the wounded were brought, if the text says where it happened: "12 were hurt and taken to hospital in Ho"."""
    if draft.measure != "injured":
        return own
    left = [place for place in own if not _is_brought_to(draft.count, place, scene)]
    return left if len(left) == len(own) or left or in_paragraph(scene) else own


def _is_brought_to(count: Count, place: Place, scene: Scene) -> bool:
    lower = scene.sentence.lower
    between = lower[count.end : place.i]
    if place.slot not in _LEADING_THERE or _BROUGHT.isdisjoint(lower[max(0, place.i - FARTHEST_BRINGING) : place.i]):
        return False
    return not _WARDS.isdisjoint(between) or (place.slot == "to" and place.noun not in scene.lexicon.place_words["kept"])
