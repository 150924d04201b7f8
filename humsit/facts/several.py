"""A total over several places is in none of them, unless the whole is named: "in Ho and Keta districts of Volta"."""

from __future__ import annotations

from humsit.facts.around import SEVERAL, Located
from humsit.facts.scene import Scene
from humsit.grammar.classes import POSSESSIVE_ENDINGS
from humsit.mentions.places import Place

_EXPLAINING = frozenset({"a", "an", "the", "one", "once", "capital"})
_WATERS = frozenset("river sea lake gulf strait straits channel bay ocean lagoon estuary delta sound reservoir".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BESIDE = frozenset(
    "across outside near off beside opposite beyond behind next close overlooking adjoining bordering facing".split()
)
_BEARINGS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west upstream "
    "downstream inland upriver downriver northward southward eastward westward".split()
)
_EDGES = frozenset(
    "edge outskirts fringe fringes road way approaches banks shore side limits periphery foot coast mouth head "
    "source tip heart end bottom entrance".split()
)
_HEDGES = frozenset("just about some roughly around nearly almost only barely not far directly right".split())
LONGEST_BEARING = 12  # words of ", on the north-western edge of the city of"
FARTHEST_BEARING = 5  # words in which it says how the one lies to the other
LONGEST_APPOSITION = 9  # words of ", a town of farmers in the far north of"
LONGEST_WIDENING = 6  # words between a place and the wider one that it lies in

WIDENING = frozenset({",", "in", "the", "eastern", "western", "northern", "southern", "central", "'s", "’s", "on", "off", "near"})


def of_several(first: Place, own: list[Place], scene: Scene) -> Located | None:
    """Where a figure is that is told of the place and others beside it; None where it is told of that one alone."""
    if _are_counted_out(first, own, scene):
        return SEVERAL
    if not _is_one_of_a_list(first, own):
        return None
    behind = [place for place in own if place.i > first.i]
    last = [place for place in behind if place.slot == "list"][-1]
    whole = next((place for place in behind if place.i > last.i), None)
    if owner := _owner(first, scene):
        return Located(owner, "the country whose parts are named", behind=True)
    is_named = whole is not None and whole.slot != "from" and lies_within(last, whole, scene)
    return Located(whole.name, "the whole of several places", behind=True) if is_named and whole else SEVERAL


def lies_within(place: Place, other: Place, scene: Scene) -> bool:
    """Whether the other is the wider place: "Keta district of Volta Region", "Goma, in North Kivu"."""
    gap = scene.sentence.lower[place.j : other.i]
    nouns = scene.lexicon.place_words["noun"]
    if gap[-1:] == ["of"] and nouns.intersection(gap) and {",", "and"}.isdisjoint(gap):
        if not _FINITE.isdisjoint(scene.sentence.tags[place.j : other.i]):
            return False  # "a landslide at Keta has cut the village of Ada off"
        return len(gap) <= LONGEST_WIDENING  # "Ho and Keta health zones of Volta"
    return len(gap) <= LONGEST_WIDENING and all(word in WIDENING or word == "of" or word in nouns for word in gap)


def is_explained_by(place: Place, other: Place, scene: Scene) -> bool:
    """Whether what stands between two names calls the first a place in the other: "Keta, a fishing town in eastern Ghana"."""
    sentence = scene.sentence
    gap = sentence.lower[place.j : other.i]
    if len(gap) > LONGEST_APPOSITION or gap[:1] != [","] or sentence.word(place.j + 1) not in _EXPLAINING or gap.count(",") > 1:
        return False
    if any(tag in _FINITE for tag in sentence.tags[place.j : other.i]):
        return False
    head = next((at for at in range(place.j + 2, other.i) if sentence.tags[at] == "IN"), other.i)  # not "a crash on the road at"
    return not scene.lexicon.place_words["noun"].isdisjoint(sentence.lower[place.j : head])


def is_told_by(place: Place, other: Place, scene: Scene) -> bool:
    """Whether the second only says where the first lies: "Tema, across the harbour from Accra"."""
    sentence = scene.sentence
    gap = sentence.lower[place.j : other.i]
    if gap[:1] != [","] or not 1 < len(gap) <= LONGEST_BEARING or gap.count(",") > 1:
        return False
    if any(tag in _FINITE for tag in sentence.tags[place.j : other.i]):
        return False
    if any(count.unit != "km" and place.j <= count.quantity.i < other.i for count in scene.counts):
        return False
    opening = gap[1 : 1 + FARTHEST_BEARING]
    if gap[1] in _BESIDE or (gap[1] in _HEDGES and not _BESIDE.isdisjoint(opening)):
        return True
    is_measured = gap[1] in ("a", "an", "one", "half") or gap[1] in _HEDGES or sentence.tags[place.j + 1] == "CD"
    if is_measured:
        return "from" in gap or not _BEARINGS.isdisjoint(gap)
    return gap[1] in ("on", "at", "in", "up", "down", "to") and not (_BEARINGS | _EDGES).isdisjoint(opening) and gap[-1] != "in"


def is_off(place: Place, other: Place, scene: Scene) -> bool:
    """Whether the first is the water off the other: "in the Volta off Keta", "in the Volta River off the town of Keta"."""
    sentence = scene.sentence
    gap = sentence.lower[place.j : other.i]
    if gap[:1] != ["off"] or len(gap) > LONGEST_WIDENING or not set(gap[1:]) <= {"the", "of"} | scene.lexicon.place_words["noun"]:
        return False
    names_water = not _WATERS.isdisjoint(sentence.lower[place.i : place.j]) or place.noun in _WATERS
    return names_water or (place.noun == "" and sentence.word(place.i - 1) == "the")


def _owner(place: Place, scene: Scene) -> str:
    """ "in Ghana's Volta and Ashanti regions": the country of both."""
    sentence = scene.sentence
    if sentence.word(place.i - 1) not in POSSESSIVE_ENDINGS:
        return ""
    hit = next(
        (hit for at in range(max(0, place.i - 4), place.i - 1) if (hit := scene.lexicon.nations.at(sentence.lower, at))), None
    )
    return hit[1].name if hit is not None and hit[1].form == "name" else ""


def _is_one_of_a_list(place: Place, own: list[Place]) -> bool:
    """ "residents of Homs and Hama": a total over several places is in none of them."""
    return any(other.slot == "list" and 1 <= other.i - place.j <= 2 for other in own)


def _are_counted_out(place: Place, own: list[Place], scene: Scene) -> bool:
    """ "45,000 people in Buzi (21,000) and Dondo (24,000)"."""
    lower = scene.sentence.lower
    in_brackets = [
        one
        for one in own
        if one.i >= place.i and one.j + 1 < len(lower) and lower[one.j] == "(" and lower[one.j + 1][0].isdigit()
    ]
    return len(in_brackets) > 1 and in_brackets[0] is place
