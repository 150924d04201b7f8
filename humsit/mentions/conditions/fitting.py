"""Which words say a state of which service, and whether what follows a service is said of it."""

from __future__ import annotations

from typing import NamedTuple

from humsit.grammar.classes import NOUNS
from humsit.mentions.conditions.mentioned import Mention
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Phrases, Service, ServiceState

LONGEST_GAS = 3  # "gas" is no plural
FARTHEST_OWNER = 3  # "the price of diesel": not the diesel

_NOT_ITS_SUBJECT = frozenset(
    "for with by about against without from on than into like to at near around outside under behind in through".split()
)
MEASURED = frozenset(
    "stock stocks supply supplies reserve reserves source sources kind kinds form forms bag bags sack sacks last rest most all "
    "none some out lack shortage drop grain flow movement delivery deliveries report reports sign signs "
    "trucks convoy convoys kilo litre litres".split()
)
LACKS = frozenset(
    "shortage shortages shortfall scarcity cut cuts outage outages blackout blackouts rationing crisis stockout stockouts".split()
)
"""Nouns that say by themselves what is missing: "no water shortage"."""
NONE = frozenset({"no", "not", "neither", "nor", "none"})


class State(NamedTuple):
    """The state of a service, and the words [i, j) that say it with the service."""

    state: str
    i: int
    j: int


def fitting(
    words: Phrases[list[ServiceState]],
    lower: list[str],
    at: int,
    service: Service,
    forms: frozenset[str] | None = None,
    negated: bool | None = None,
) -> tuple[int, ServiceState] | None:
    """The longest words at `at` that say a state of such a service, in one of the verb's `forms`: how many, and the state.

    Of several the one that is said so, `negated` or not: "got through" and "has not got through".
    """
    for phrase, (n, states) in words.get(lower[at], ()):
        if n > 1 and lower[at : at + n] != phrase:
            continue
        said = [state for state in states if fits(state, service) and (forms is None or state.form in forms)]
        if said:
            return n, next((state for state in said if state.negated == negated), said[0])
    return None


def fits(state: ServiceState, service: Service) -> bool:
    """Whether a state is said of such a service; a store lacks nothing by "no" and "without"."""
    if state.of:
        return service.condition in state.of or service.kind in state.of
    return service.condition.startswith("no_") and service.kind != "store"


def is_plural(sentence: Sentence, one: Mention) -> bool:
    """Whether a service stands in the plural, by its last letter."""
    word = sentence.lower[one.j - 1]
    return word.endswith("s") and len(word) > LONGEST_GAS


def belongs_to_another_noun(sentence: Sentence, one: Mention, lexicon: Lexicon) -> bool:
    """ "the price of diesel", "clinics with water", "food prices", "water levels": not said of the service."""
    compound = sentence.tag(one.j) in ("NN", "NNS") and not is_plural(sentence, one)
    if compound and not _says_a_state(sentence, one, lexicon) and lexicon.services.at(sentence.lower, one.j) is None:
        return True
    for at in range(one.i - 1, max(-1, one.i - 1 - FARTHEST_OWNER), -1):
        word = sentence.lower[at]
        if word == "of":
            return at > 0 and sentence.tags[at - 1] in NOUNS and sentence.lower[at - 1] not in MEASURED
        if word in _NOT_ITS_SUBJECT:
            return True
        if sentence.tags[at] not in ("DT", "JJ", "PRP$", "NN", "VBN", "POS"):
            return False
    return False


def _says_a_state(sentence: Sentence, one: Mention, lexicon: Lexicon) -> bool:
    behind = ("after", "be", "do", "suffer")
    return any(fitting(lexicon.service_states[where], sentence.lower, one.j, one.service) for where in behind)
