"""The bracket that opens a note: "[1 - 7 March, Volta Region, Ghana] Volunteers …", "[Ho, 3 May 2024]", "[June 2021, Togo]"."""

from __future__ import annotations

from humsit.grammar.classes import POSSESSIVE_ENDINGS
from humsit.mentions.openings import LONGEST_DATELINE
from humsit.mentions.place_names import Names
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_COMPASS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest north-east "
    "north-west south-east south-west northeastern northwestern southeastern southwestern".split()
)
_WHOLE = frozenset({"overall", "whole", "all", "across"})
_LEAST_YEAR, _LAST_YEAR = 1900, 2100


def bracket_end(sentence: Sentence) -> int:
    """The word behind the bracket that opens a sentence; 0 where none does."""
    if sentence.word(0) != "[" or "]" not in sentence.lower[:LONGEST_DATELINE]:
        return 0
    return sentence.lower.index("]") + 1


def place_in_bracket(sentence: Sentence, names: Names, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words [i, j) of the place where all of a note holds: the region before its country; None for two, or for none.

    A bracket without a date holds a place only where it is called one ("[Volta Region]").
    """
    end = bracket_end(sentence) - 1
    found = _names(sentence, names, end) if end > 1 else []
    called = [(i, j) for i, j in found if names.kind(i, j)]
    if not called and not _is_dated(sentence, end, lexicon):
        return None
    chosen = [(i, j) for i, j in found if lexicon.nations.at(sentence.lower, i) is None] or found
    if len(chosen) > 1 and sentence.word(chosen[0][1]) in ("and", "&", "/"):
        return None
    return (called or chosen)[0] if chosen else None


def _is_dated(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    for at in range(1, end):
        word = sentence.lower[at]
        if word in lexicon.months or (word.isdigit() and _LEAST_YEAR <= int(word) <= _LAST_YEAR):
            return True
    return False


def _names(sentence: Sentence, names: Names, end: int) -> list[tuple[int, int]]:
    """The names between the brackets, a quarter of the compass before them included: "North east Ghana"."""
    found: list[tuple[int, int]] = []
    i = 1
    while i < end:
        j = i + 1
        if sentence.is_capital(i) and sentence.lower[i] not in _WHOLE and not names.is_time(i):
            while j < end and (sentence.is_capital(j) or sentence.lower[j] in _COMPASS) and not names.is_time(j):
                nation = names.lexicon.nations.at(sentence.lower, i)
                if nation is not None and nation[1].form == "name" and j == i + nation[0]:
                    break  # "Ghana Keta"
                j += 1
            if sentence.word(j) in POSSESSIVE_ENDINGS and j + 1 < end and sentence.is_capital(j + 1):
                j += 2  # "Coxheath's Landing"
            if not names.is_other_name(i, j) and not sentence.words[i][-1].isupper():
                found.append((i, j))
        i = j
    return found
