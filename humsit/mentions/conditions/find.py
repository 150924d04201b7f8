"""What holds at a place with or without a number.

Four ways to say it: a phrase by itself ("under heavy bombardment", "cannot evacuate"), a verb whose subject or object is the
place ("Mariupol was surrounded"), what is said of a place as its subject ("the town is in ruins"), a service with a word for its
state ("no water or power", "power was restored").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from humsit.mentions.conditions.holding import Found
from humsit.mentions.conditions.phrases import find_gaps, find_phrases
from humsit.mentions.conditions.predicates import said_of_places
from humsit.mentions.conditions.services import find_services
from humsit.mentions.conditions.shares import find_shares
from humsit.mentions.conditions.takings import find_takings
from humsit.mentions.conditions.telling import TABLES, tells_of
from humsit.mentions.conditions.unreached import find_unreached
from humsit.mentions.conditions.verbs import find_split_verbs, find_verbs
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

FARTHEST_HAD = 3
FARTHEST_YEAR = 6

_CLAIMS = frozenset({"claims", "claim", "reports", "report", "rumours", "rumors", "allegations", "statements"})
_UNTRUE = frozenset({"untrue", "false", "baseless", "unfounded", "fabricated", "lies"})


def find_conditions(sentence: Sentence, places: list[Place], lexicon: Lexicon, before: Sequence[Sentence] = ()) -> list[Found]:
    """The conditions of a sentence, from left to right; of two that overlap and say the same, the first and longest.

    `before` are the sentences of its paragraph so far.
    """
    found = _find(sentence, places, lexicon, before)
    if not found:
        return []
    if _is_called_untrue(sentence):
        found = [Found(one.i, one.j, one.condition, "absent", one.place) for one in found]
    found = [one for one in found if not _is_history(sentence, one)]
    found = _without_what_was(sentence, found)
    found.sort(key=lambda one: (one.i, -one.j))
    kept: list[Found] = []
    for one in found:
        if not any(one.i < other.j and other.i < one.j and other.condition == one.condition for other in kept):
            kept.append(one)
    return kept


def _is_of_a_service(one: Found, services: list[Found]) -> bool:
    """Whether "reconnected" or "cut off" is said of a supply, not of a place."""
    overlapping = [other for other in services if one.i < other.j and other.i < one.j and other.condition != one.condition]
    return (one.condition.startswith("no_") or one.condition == "besieged") and bool(overlapping)


def _find(sentence: Sentence, places: list[Place], lexicon: Lexicon, before: Sequence[Sentence]) -> list[Found]:
    words = sentence.lower
    if tells_of("any", lexicon).isdisjoint(words):
        return find_shares(sentence, lexicon)
    tables = {table for table in TABLES if not tells_of(table, lexicon).isdisjoint(words)}
    services = find_services(sentence, lexicon, before) if "services" in tables else []
    found = find_phrases(sentence, lexicon) if "phrases" in tables else []
    found += find_gaps(sentence, lexicon) if "gaps" in tables else []
    found = [one for one in found if not _is_of_a_service(one, services)] + services
    verbs = find_verbs(sentence, places, lexicon) if "verbs" in tables else []
    found += [one for one in verbs if not _is_of_a_service(one, services)]
    found += find_split_verbs(sentence, lexicon) if "verbs" in tables else []
    found += find_takings(sentence, places, lexicon) if "named" in tables else []
    found += said_of_places(sentence, places, lexicon) if "links" in tables else []
    return found + find_shares(sentence, lexicon) + find_unreached(sentence, lexicon)


def _without_what_was(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Without what had held before it ended: "Keta, which had been cut off for weeks, can be reached again"."""
    ended = {one.condition: one.i for one in found if one.state == "restored"}
    return [
        one
        for one in found
        if one.state != "present"
        or one.i > ended.get(one.condition, -1)
        or "had" not in sentence.lower[max(0, one.i - FARTHEST_HAD) : one.i + 1]
    ]


def _is_history(sentence: Sentence, one: Found) -> bool:
    """ "the siege of Vienna in 1683"."""
    near = sentence.lower[max(0, one.i - FARTHEST_YEAR) : one.j + FARTHEST_YEAR]
    return any(len(word) == 4 and word[0] == "1" and word.isdigit() and before == "in" for before, word in pairwise(near))


def _is_called_untrue(sentence: Sentence) -> bool:
    """ "Claims that the brigade overran Tamale are untrue"."""
    return not _CLAIMS.isdisjoint(sentence.lower) and not _UNTRUE.isdisjoint(sentence.lower)
