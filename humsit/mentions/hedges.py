"""Words that keep a distance: "this cannot be confirmed", "neither figure could be independently verified"."""

from __future__ import annotations

from typing import NamedTuple

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

LONGEST_GAP = 10  # words between the two halves of "neither … verified"
FARTHEST_EVERY = 8  # words before a hedge that say whether it speaks of several figures

_EVERY = frozenset("neither none both these those all claims figures accounts tolls reports numbers side's".split())


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
    found = []
    known = lexicon.hedges
    for i, word in enumerate(sentence.lower):
        hit = known.at(sentence.lower, i) if word in known else None
        if hit is not None:
            j = i + hit[0]
            around = sentence.lower[max(0, i - FARTHEST_EVERY) : j]
            found.append(Hedge(i, j, hit[1], not _EVERY.isdisjoint(around)))
    for first, last, stance in lexicon.hedge_gaps:
        i = sentence.lower.index(first) if first in sentence.lower else -1
        if i >= 0 and last in sentence.lower[i + 1 : i + LONGEST_GAP]:
            found.append(Hedge(i, sentence.lower.index(last, i + 1) + 1, stance, every=True))
    return found
