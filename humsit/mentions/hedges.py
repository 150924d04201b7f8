"""Words that keep a distance: "this cannot be confirmed", "neither figure could be independently verified"."""

from __future__ import annotations

from typing import NamedTuple

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_EVERY = frozenset(
    {"neither", "none", "both", "these", "those", "all", "claims", "figures", "accounts", "tolls", "reports", "numbers", "side's"}
)


LONGEST_GAP = 10  # words between the two halves of "neither … verified"


class Hedge(NamedTuple):
    """One hedge: its words [i, j), the stance it gives, and whether it speaks of several figures."""

    i: int
    j: int
    stance: str
    every: bool


def find_hedges(sentence: Sentence, lexicon: Lexicon) -> list[Hedge]:
    """The hedges of a sentence, from left to right."""
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in lexicon.hedges:
            continue
        hit = lexicon.hedges.at(sentence.lower, i)
        if hit is not None:
            n, stance = hit
            found.append(Hedge(i, i + n, stance, bool(_EVERY & set(sentence.lower[max(0, i - 8) : i + n]))))
    for first, last, stance in lexicon.hedge_gaps:
        if first in sentence.lower:
            i = sentence.lower.index(first)
            if last in sentence.lower[i + 1 : i + LONGEST_GAP]:
                j = sentence.lower.index(last, i + 1) + 1
                found.append(Hedge(i, j, stance, True))
    return found
