"""The places named before a figure in its sentence: the nearest, but of "in Goma, in North Kivu" the first."""

from __future__ import annotations

from itertools import pairwise

from humsit.facts.around import SEVERAL, Located, may_be_theme
from humsit.facts.draft import Draft
from humsit.facts.examples import is_example
from humsit.facts.scene import Scene
from humsit.facts.several import LONGEST_WIDENING, WIDENING, is_explained_by, is_off, is_told_by, lies_within
from humsit.facts.widened import GIVEN
from humsit.grammar.classes import POSSESSIVE_ENDINGS, VERBS
from humsit.mentions.measures import Count
from humsit.mentions.places import Place

SITES = frozenset({"camp", "site", "village", "town", "settlement", "quarter", "neighbourhood", "neighborhood", "suburb"})
_NARROWER = frozenset("on in at near outside known site topic named subject around inside".split())
_INSERTING = frozenset({"a", "an", "the", "home", "with", "population", "pop", "once", "whose"})
_LIES = frozenset({"in", "on", "off", "of"})
BEYOND_A_BORDER = frozenset({"refugees", "returned"})
FARTHEST_ORIGIN = 6  # words of "from the Islamic Republic of Iran"
_BEHIND_OF = frozenset({"of", "direction"})
_NAMES_OF_PLACES = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS"})


def is_in_speaker(place: Place, scene: Scene, at: int = -1) -> bool:
    """Whether the words that name a speaker hold the place, and not the number too: "the mayor of Homs"."""
    return place.slot != "doer" and any(
        one.cue_i <= place.i < one.cue_j and not one.cue_i < at < one.cue_j for one in scene.attributions
    )


def in_its_part(count: Count, own: list[Place], scene: Scene) -> list[Place]:
    """ "It flew 160 sorties over Syria; three people died when one hit Homs": the places of the figure's own part, if any."""
    lower = scene.sentence.lower
    if ";" not in lower:
        return own
    begin = next((at for at in range(count.begin - 1, -1, -1) if lower[at] == ";"), 0)
    end = next((at for at in range(count.end, len(lower)) if lower[at] == ";"), len(lower))
    inside = [place for place in own if begin <= place.i < end]
    return [place for place in own if place in inside or place.slot == "label"] if inside else own


def not_from(places: list[Place], scene: Scene) -> list[Place]:
    """Where people came to: "returned from Chad and Sudan through Tine"."""
    left, is_from = [], False
    for place in places:
        is_from = place.slot == "from" or (is_from and place.slot in ("list", "wider")) or _is_within_origin(place, scene)
        left += [] if is_from else [place]
    return left


def _is_within_origin(place: Place, scene: Scene) -> bool:
    """ "From the Republic of Chad", "from the north of Togo"."""
    if place.slot not in _BEHIND_OF:
        return False
    lower, tags = scene.sentence.lower, scene.sentence.tags
    for at in range(place.i - 1, max(-1, place.i - 1 - FARTHEST_ORIGIN), -1):
        if lower[at] == "from":
            return True
        if lower[at] != "of" and tags[at] not in _NAMES_OF_PLACES:
            return False
    return False


def label_before(count: Count, own: list[Place]) -> Located | None:
    """ "Upper Volta: 2,700 displaced"."""
    label = next((place for place in reversed(own) if place.slot == "label" and place.j <= count.begin), None)
    if label is None or any(place.slot in _NARROWER and label.j < place.i < count.begin for place in own):
        return None  # "Volta: In Kpando 417 were moved"
    return Located(label.name, "the label before the figure")


def described(draft: Draft, places: list[Place], scene: Scene) -> Located | None:
    """ "Ghana, a country with 34 million inhabitants, accuses …": those of whom an insertion behind its name tells."""
    if draft.measure != "population":
        return None
    before = next((place for place in reversed(places) if place.j <= draft.count.begin), None)
    if before is None or before.slot == "list":
        return None
    gap, tags = scene.sentence.lower[before.j : draft.count.begin], scene.sentence.tags[before.j : draft.count.begin]
    is_insertion = gap[:1] == [","] and gap.count(",") == 1 and gap[1:2] and gap[1] in _INSERTING
    return Located(before.name, "the name that the insertion explains") if is_insertion and VERBS.isdisjoint(tags) else None


def named_before(draft: Draft, own: list[Place], scene: Scene) -> Located | None:
    """The place named before the figure; none in particular behind a list of several."""
    before = [place for place in own if place.j <= draft.count.begin]
    before = [place for place in before if place.slot != "direction"] or before
    if draft.measure in GIVEN:  # "took 12 people out of Keta and that it had given 900 nets"
        lower = scene.sentence.lower
        before = [place for place in before if ("and", "that") not in pairwise(lower[place.j : draft.count.begin])]
    if draft.measure in BEYOND_A_BORDER:
        before = not_from(before, scene)
    if not before:
        return None
    if before[-1].slot == "list":  # "Togo: In Ho, Keta and Ada nine died" is Togo's
        return Located(before[0].name, "the label of several places") if before[0].slot == "label" else SEVERAL
    is_country = scene.lexicon.nations.at(scene.sentence.lower, before[-1].i) is not None
    narrower = [
        place for place in scene.places if place.slot == "of" and place.j <= draft.count.begin and is_in_speaker(place, scene)
    ]
    if is_country and draft.speaker is not None and narrower:  # "the district administration of Keta, in eastern Ghana, said"
        return Located(narrower[-1].name, "the speaker's place, narrower than the country")
    return Located(narrowest(before, scene).name, f"named before the figure ({before[-1].slot})")


def narrowest(before: list[Place], scene: Scene) -> Place:
    """Of the places before a figure the nearest, but of "in Goma, in North Kivu" the first."""
    chosen = before[-1]
    for wider in reversed(before[:-1]):
        gap = scene.sentence.lower[wider.j : chosen.i]
        if wider.slot in ("dateline", "label") or is_off(wider, chosen, scene):
            break
        within = _is_within(wider, chosen, scene)
        if is_told_by(wider, chosen, scene):
            chosen = wider
            continue
        widens = within or (
            (gap[:1] == [","] or gap == ["("] or wider.slot == "named" or _is_site(wider, scene))
            and 0 < len(gap) <= LONGEST_WIDENING
        )
        nouns = scene.lexicon.place_words["noun"] if wider.slot == "named" else SITES
        allowed = all(
            word in WIDENING
            or word == "("
            or word in nouns
            or word in scene.lexicon.nations
            or scene.sentence.tags[wider.j + at] == "NN"
            for at, word in enumerate(gap)
        )
        if not widens or not (allowed or within):
            break
        chosen = wider
    return chosen


def theme_of(scene: Scene) -> Place | None:
    """The place that a sentence leaves its paragraph to speak of: "a bus burnt at Keta, in Ghana's Volta region" is Keta's."""
    named = [place for place in scene.places if not place.is_aside and not is_example(place, scene.sentence)]
    last = next((at for at in range(len(named) - 1, -1, -1) if may_be_theme(named[at])), None)
    if last is None:
        return None
    chosen = narrowest(named[: last + 1], scene)
    return chosen if may_be_theme(chosen) else named[last]


def _is_within(place: Place, other: Place, scene: Scene) -> bool:
    """Whether the words between two names say that the first lies in the other.

    1. the Afadja hills of eastern Ghana    2. at the Keta gully in Volta    3. the island of Ada off Keta
    4. Keta on Ghana's Volta island
    """
    gap = scene.sentence.lower[place.j : other.i]
    if len(gap) == 2 and gap[1] == "in" and place.slot != "label" and scene.sentence.tag(place.j) not in VERBS:
        return True
    if ((place.noun != "" and "of" in gap) or gap[:1] == ["in"]) and lies_within(place, other, scene):
        return True
    if gap == ["off"] and place.noun != "":
        return True
    return _is_in_countrys_part(place, other, scene) or is_explained_by(place, other, scene)


def _is_in_countrys_part(place: Place, part: Place, scene: Scene) -> bool:
    """ "Keta on Ghana's Volta island", "the Anloga district of Ghana's Volta region", "Keta, in Volta's Anloga district"."""
    sentence, lexicon = scene.sentence, scene.lexicon
    gap = sentence.lower[place.j : part.i]
    if not 0 < len(gap) <= LONGEST_WIDENING or gap[-1] not in POSSESSIVE_ENDINGS or _LIES.isdisjoint(gap):
        return False
    owner = next((at for at in range(place.j, part.i) if lexicon.nations.at(sentence.lower, at) is not None), -1)
    if owner < 0:  # "Keta, in Volta's Anlo district"
        owner = next((at for at in range(place.j, part.i - 1) if sentence.is_capital(at)), -1)
    before = sentence.lower[place.j : owner] if owner >= 0 else []
    return bool(before) and all(word in WIDENING or word == "of" or word in lexicon.place_words["noun"] for word in before)


def _is_site(place: Place, scene: Scene) -> bool:
    last = place.name.lower().rpartition(" ")[2]
    return place.noun in SITES or last in scene.lexicon.place_words["kept"] or last in ("centre", "center")
