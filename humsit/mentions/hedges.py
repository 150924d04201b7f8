"""Words that keep a distance: "this cannot be confirmed", "neither figure could be independently verified"."""

from __future__ import annotations

from typing import NamedTuple

from humsit.grammar.classes import QUOTES
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

LONGEST_GAP = 10  # words between the two halves of "neither … verified"
FARTHEST_EVERY = 8  # words before a hedge that say whether it speaks of several figures

FARTHEST_OBJECT = 5  # words behind it that say what could not be verified: "either of the two tolls"
_EVERY = frozenset(
    "neither nor none either both these those all claims figures accounts tolls reports numbers side's sides statements versions "
    "allegations assertions tallies counts".split()
)


class Hedge(NamedTuple):
    """One hedge: its words [i, j), the stance it gives, and whether it speaks of several figures."""

    i: int
    j: int
    stance: str
    every: bool


def find_hedges(sentence: Sentence, lexicon: Lexicon) -> list[Hedge]:
    """The hedges of a sentence: those of one piece from left to right, then those in two halves.

    cannot be verified · could not be independently confirmed · neither … verified
    """
    whole: list[Hedge] = []
    halved: list[Hedge] = []
    if lexicon.hedge_tells.isdisjoint(sentence.lower):
        return whole
    known = lexicon.hedges
    gaps = lexicon.hedge_gaps if not lexicon.hedge_ends.isdisjoint(sentence.lower) else {}
    said = [i for i, word in enumerate(sentence.lower) if word not in QUOTES]  # "was “absurd”"
    words = [sentence.lower[i] for i in said]
    for at, (i, word) in enumerate(zip(said, words, strict=True)):
        hit = known.at(words, at) if word in known else None
        if hit is not None:
            whole.append(_hedge(sentence, i, said[at + hit[0] - 1] + 1, hit[1]))
        elif word in gaps and (gap := _in_two_halves(sentence, i, lexicon)):
            halved.append(gap)
    return whole + halved


def _in_two_halves(sentence: Sentence, i: int, lexicon: Lexicon) -> Hedge | None:
    for rest, last, stance in lexicon.hedge_gaps[sentence.lower[i]]:
        begin = i + 1 + len(rest)
        if tuple(sentence.lower[i + 1 : begin]) == rest and last in sentence.lower[begin : i + LONGEST_GAP]:
            return _hedge(sentence, i, sentence.lower.index(last, begin) + 1, stance)
    return None


def _hedge(sentence: Sentence, i: int, j: int, stance: str) -> Hedge:
    around = sentence.lower[max(0, i - FARTHEST_EVERY) : j + FARTHEST_OBJECT]
    return Hedge(i, j, stance, not _EVERY.isdisjoint(around))
