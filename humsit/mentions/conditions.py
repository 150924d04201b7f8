"""What holds at a place with or without a number.

Three ways to say it: a phrase by itself ("under heavy bombardment", "cannot evacuate"), a verb whose subject or object is the
place ("Mariupol was surrounded"), a service with a word for its state ("no water or power", "power was restored").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from humsit.grammar.classes import BE, DASHES, NOT, VERBS
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

FARTHEST_STATE = 7  # words between a service and its state ("power in most of the city is out")
FARTHEST_STATE_BEFORE = 5
FARTHEST_ASKING = 25
FARTHEST_ASKED = 6
FARTHEST_NOT = 3
FARTHEST_OBJECT = 12
FARTHEST_UNREAL = 6
FARTHEST_LOST = 3  # "from the main electricity grid"
LONGEST_SERVICE_LIST_GAP = 4

_COPULAS = BE | {"remains", "remained", "remain"}
_NEGATIONS = NOT | {"no", "longer"}
_ASKED_BEHIND = frozenset({"requested", "demanded", "sought"})
_IMAGINED = frozenset({"would", "could", "might", "may", "if", "before", "unless", "should"})
_SUBJECT_SLOTS = frozenset({"subject", "topic", "of", "list", "label"})
_OBJECT_SLOTS = frozenset({"object", "of", "list", "in"})
_ENDS_OBJECT = frozenset({";", ".", "when", "while"})
_EXPLAINS = (DASHES - {"‑", "−"}) | {",", ":"}
_LISTS_SERVICES = frozenset("or and , running clean the any nor no".split())
_ENDS_STATE = frozenset({",", ";", ".", "and", "but", "or"})
_OF_ANOTHER_NOUN = frozenset({"of", "in", "for", "to", "has", "have"})


@dataclass(slots=True)
class Found:
    """One condition in a sentence: its words [i, j), what it is, whether it holds, and its place where the grammar ties one."""

    i: int
    j: int
    condition: str
    state: str
    place: str | None
    """None where it must be looked for."""


class State(NamedTuple):
    """The state of a service, and the words [i, j) that say it with the service."""

    state: str
    i: int
    j: int


def find_conditions(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """The conditions of a sentence, from left to right; of two that overlap and say the same, the first and longest."""
    found = _phrases(sentence, lexicon) + _verbs(sentence, places, lexicon) + _services(sentence, lexicon)
    found.sort(key=lambda one: (one.i, -one.j))
    kept: list[Found] = []
    for one in found:
        if not any(one.i < other.j and other.i < one.j and other.condition == one.condition for other in kept):
            kept.append(one)
    return kept


# -- phrases ---------------------------------------------------------------------------------------------------------------------


def _phrases(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "under siege", "humanitarian corridor" where one is asked for."""
    found = []
    lower, known = sentence.lower, lexicon.condition_phrases
    behind = 0
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= behind else None
        if hit is None:
            continue
        j, phrase = i + hit[0], hit[1]
        if phrase.role == "ask" and not _is_asked_for(lower, i, j, lexicon):
            continue
        behind = j
        if _loses_a_service(lower, j, lexicon):
            continue
        if lexicon.context["likening"].isdisjoint(lower[:i]):  # "a siege compared to that of Tamale" is elsewhere
            found.append(Found(i, j, phrase.condition, _state_of(phrase, lower, i), None))
    return found


def _loses_a_service(lower: list[str], j: int, lexicon: Lexicon) -> bool:
    """Whether a phrase goes on with what a place is kept from: "cut off from clean water" is no siege."""
    lost = range(j + 1, min(j + 1 + FARTHEST_LOST, len(lower))) if lower[j : j + 1] == ["from"] else range(0)
    return any(lexicon.services.at(lower, at) is not None for at in lost)


def _state_of(phrase: ConditionPhrase, lower: list[str], i: int) -> str:
    if phrase.role == "ask":
        return "present"
    return "absent" if phrase.state == "present" and _is_negated(lower, i) else phrase.state


def _is_asked_for(lower: list[str], i: int, j: int, lexicon: Lexicon) -> bool:
    before, behind = lower[max(0, i - FARTHEST_ASKING) : i], lower[j : j + FARTHEST_ASKED]
    asked = not lexicon.context["asking"].isdisjoint(before) or not _ASKED_BEHIND.isdisjoint(behind)
    return asked and before[-1:] not in (["open"], ["opened"])


def _is_negated(lower: list[str], i: int) -> bool:
    return not _NEGATIONS.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])


# -- verbs -----------------------------------------------------------------------------------------------------------------------


def _verbs(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """Verbs whose subject (passive) or object is the place: "Mariupol has been surrounded", "captured the town of Kherson"."""
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in lexicon.condition_verbs or sentence.tags[i] not in VERBS:
            continue
        phrase = _phrase_at(sentence, i, lexicon)
        if phrase is None or _is_imagined(sentence.lower[:i], lexicon):
            continue
        j = i + len(phrase.words.split())
        if _loses_a_service(sentence.lower, j, lexicon):
            continue
        place, end = (_subject(places, i), j) if _is_passive(sentence, i) else _object(sentence, places, j)
        if place is not None:
            state = "absent" if _is_negated(sentence.lower, i) else phrase.state
            found.append(Found(i, end if phrase.condition == "captured" else j, phrase.condition, state, place))
    return found


def _phrase_at(sentence: Sentence, i: int, lexicon: Lexicon) -> ConditionPhrase | None:
    for phrase in lexicon.condition_verbs[sentence.lower[i]]:
        words = phrase.words.split()
        if sentence.lower[i : i + len(words)] == words:
            return phrase
    return None


def _is_imagined(before: list[str], lexicon: Lexicon) -> bool:
    """Whether what follows is feared, planned or supposed, not said to hold."""
    imagining = (_IMAGINED, lexicon.context["unreal"], lexicon.context["likening"])
    return any(not words.isdisjoint(before) for words in imagining)


def _is_passive(sentence: Sentence, i: int) -> bool:
    at = i - 1
    while sentence.tag(at) == "RB":
        at -= 1
    return sentence.word(at) in _COPULAS


def _subject(places: list[Place], i: int) -> str | None:
    """The place that is the subject of the verb at i: the nearest before it."""
    return next((place.name for place in reversed(places) if place.j <= i and place.slot in _SUBJECT_SLOTS), None)


def _object(sentence: Sentence, places: list[Place], j: int) -> tuple[str | None, int]:
    """The place that the verb acts on, in the same clause, and where the words end.

    At once ("besieged Tamale"), behind "the town of", or as a dash's explanation ("captured its first town – Tamale").
    """
    place = next((p for p in places if 0 <= p.i - j <= FARTHEST_OBJECT and p.slot in _OBJECT_SLOTS), None)
    if place is None:
        return None, j
    between = sentence.lower[j : place.i]
    of_several_things = place.slot in ("of", "in") and "NNS" in sentence.tags[j : place.i]
    several_places = "cities" in between or "towns" in between
    if not _ENDS_OBJECT.isdisjoint(between) or (of_several_things and not several_places):
        return None, j
    return place.name, next((x for x in range(j, place.i) if sentence.lower[x] in _EXPLAINS), place.j)


# -- services --------------------------------------------------------------------------------------------------------------------


def _services(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "no water or power", "without running water", "antibiotics have run out", "power was restored in most districts"."""
    found: list[Found] = []
    lower, known = sentence.lower, lexicon.services
    carried: State | None = None
    end = 0
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= end else None
        if hit is None:
            continue
        end = i + hit[0]
        state = _state_before(lower, i, lexicon) or _state_after(lower, end, lexicon) or _carried(lower, i, end, carried)
        if state is not None and not _is_imagined(lower[max(0, i - FARTHEST_UNREAL) : i], lexicon):
            denied = state.state == "present" and sentence.word(state.i - 1) in ("not", "no")
            found.append(Found(state.i, state.j, hit[1], "absent" if denied else state.state, None))
            carried = State(state.state, i, end)
    return found


def _carried(lower: list[str], i: int, end: int, before: State | None) -> State | None:
    """The state of the service named before, for "no water or power"."""
    if before is None or i - before.j > LONGEST_SERVICE_LIST_GAP or not _LISTS_SERVICES.issuperset(lower[before.j : i]):
        return None
    return State(before.state, i, end)


def _state_before(lower: list[str], i: int, lexicon: Lexicon) -> State | None:
    """ "no [running] water", "run out of medicine", "restored power"."""
    for at in range(i - 1, max(-1, i - 1 - FARTHEST_STATE_BEFORE), -1):
        if lower[at] in (",", ";", "."):
            return None
        hit = lexicon.service_before.at(lower, at)
        if hit is None or at + hit[0] > i:
            continue
        between = lower[at + hit[0] : i]
        is_near = len(between) <= (2 if hit[0] == 1 else 3)
        if is_near and not any(word in lexicon.verbs or word in _OF_ANOTHER_NOUN for word in between):
            return State(hit[1], at, i + 1)
    return None


def _state_after(lower: list[str], end: int, lexicon: Lexicon) -> State | None:
    """ "water has run out", "power was restored", "phone lines to the town are down"."""
    for at in range(end, min(end + FARTHEST_STATE, len(lower))):
        if lower[at] in _ENDS_STATE or (at > end and lexicon.services.at(lower, at) is not None):
            return None
        hit = lexicon.service_after.at(lower, at)
        if hit is not None:
            return None if "not" in lower[end:at] else State(hit[1], end - 1, at + hit[0])
    return None
