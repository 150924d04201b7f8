"""Acronyms led back to the names that they are short for: in brackets behind the name, or by its first letters.

"the Volta Regional Emergency Agency (VREA) said" makes "VREA" of another report the same claimant; so do the letters alone, where
only one name among the claimants fits them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from humsit.claims.names import Words, claimant_words, fold
from humsit.records import Denial, Figure

LEAST_LETTERS = 3
"""Shorter acronyms fit too many names to be led back by their letters."""

FullNames = Mapping[Words, Words]
"""The words of an acronym → the words of the name that it is short for."""

_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,9}")
_BEHIND = re.compile(r"\s*\(([A-Z][\w-]{1,11})\)")
_LITTLE = frozenset("of the for and to in on de du des la le di da do".split())


def full_names(facts: Iterable[Figure | Denial]) -> FullNames:
    """The acronyms among those who speak in these facts, each with the words of its name; where two names fit, none."""
    known = list(facts)
    names = {name for fact in known for name in (fact.claimant, fact.agency, fact.publisher) if name}
    short = {name for name in names if _ACRONYM.fullmatch(name)}
    meant: dict[str, set[Words]] = defaultdict(set)
    for fact in known:
        if "(" in fact.quote and (acronym := _in_bracket(fact)):
            meant[acronym].add(claimant_words(fact.claimant))
    for acronym in short - meant.keys():
        if len(acronym) >= LEAST_LETTERS:
            meant[acronym] = {claimant_words(name) for name in names - short if is_short_for(acronym, name)}
    told = {acronym: next(iter(full)) for acronym, full in meant.items() if len(full) == 1}
    return {claimant_words(name): full for acronym, full in told.items() for name in names if acronym in name.split()} | {
        claimant_words(acronym): full for acronym, full in told.items()
    }


def _in_bracket(fact: Figure | Denial) -> str:
    """The acronym that the fact's sentence gives its claimant."""
    at = fact.quote.find(fact.claimant) if " " in fact.claimant else -1
    found = _BEHIND.match(fact.quote, at + len(fact.claimant)) if at >= 0 else None
    return found[1] if found else ""


def is_short_for(acronym: str, name: str) -> bool:
    """Whether the letters are the beginnings of the name's words, in order, at least one of each that is no little word."""
    letters = acronym.replace("-", "").casefold()
    words = [word for word in fold(name).split() if word not in _LITTLE]
    return len(words) > 1 and len(letters) >= len(words) and _begins(letters, words)


def _begins(letters: str, words: list[str]) -> bool:
    if not words:
        return not letters
    shared = 0
    while shared < min(len(letters), len(words[0])) and letters[shared] == words[0][shared]:
        shared += 1
    return any(_begins(letters[taken:], words[1:]) for taken in range(shared, 0, -1))
