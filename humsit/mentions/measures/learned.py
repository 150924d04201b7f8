"""What the words around a count make likely, where no frame is known: a linear model learned from example sentences.

The lists know the words that decide for certain. The model weighs all words near a count, so that wordings which no list has
still find their measure; it is asked last, and says nothing where it is not sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import numpy

from humsit.grammar.classes import NAMES, NOT, NOUNS, VERBS
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.predicates import predicate_begin

NEAR = 4  # words on either side whose distance is told from those farther off
FAR = 12  # words on either side that are looked at
LONGEST_STEM = 7  # letters by which two forms of one word are told to be the same
SURE = 300  # how far the likeliest measure must lead the next one, in the model's own units

_ENDS_CLAUSE = frozenset({";", "."})
_ENDINGS = ("ingly", "ing", "ed", "es", "s", "ly", "e")
_SHORTEST_STEM = 3
_NOTHING: set[str] = set()
_SAYING = NOUNS | VERBS

Weights = dict[str, dict[str, dict[str, int]]]
"""Family of signs → what is seen → measure → weight."""


class Sign(NamedTuple):
    """One thing seen near a count: the family of signs that it belongs to, what is seen, and at which word (-1 for none)."""

    family: str
    seen: str
    at: int


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """The beginning that the forms of a word share: "evacuated", "evacuation" and "evacuees" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:LONGEST_STEM]


def learned_frame(sentence: CountedSentence, k: int) -> Frame | None:
    """What the model says of the k-th count, with the word that weighs most; None where it is not sure."""
    if _is_negated(sentence, k):
        return None
    seen = list(signs(sentence, k))
    measure, lead = default_model().best(seen)
    if measure == "other" or lead < SURE:
        return None
    at = default_model().weightiest(seen, measure)
    return Frame(measure, "likely", at, at + 1) if at >= 0 else Frame(measure, "likely", 0, 0)


def _is_negated(sentence: CountedSentence, k: int) -> bool:
    """ "12 people were not hurt": what does not hold is not measured."""
    begin = predicate_begin(sentence, k, sentence.counts[k].unit)
    return begin is not None and not NOT.isdisjoint(sentence.lower[begin : begin + NEAR])


# -- signs -----------------------------------------------------------------------------------------------------------------------


def signs(sentence: CountedSentence, k: int) -> Iterator[Sign]:
    """What is seen near the k-th count.

    Its noun, its predicate, the verb and the nouns before it, the words around it, what its neighbours measure.
    """
    count = sentence.counts[k]
    kind = _kind(count)
    yield Sign("kind", kind, -1)
    yield from _noun(sentence, count)
    yield from _predicate(sentence, k, kind)
    yield from _left(sentence, count, kind)
    yield from _right(sentence, count, kind)
    yield from _neighbours(sentence, k, kind)
    for word in sentence.sentence.block.heading.split():
        if word.isalpha():
            yield Sign("heading", stem(word.lower()), -1)


def _kind(count: Count) -> str:
    if count.is_bare:
        return "bare"
    thing = count.counted.thing
    return thing.measure or thing.unit if thing is not None and not count.quantity.unit else count.unit


def _is_common(sentence: CountedSentence, at: int) -> bool:
    """Whether a word may say something: a name does not."""
    return sentence.lower[at][0].isalpha() and sentence.tags[at] not in NAMES


def _noun(sentence: CountedSentence, count: Count) -> Iterator[Sign]:
    for at in range(count.counted.i, count.counted.j):
        if sentence.lower[at].isalpha():
            yield Sign("noun", stem(sentence.lower[at]), at)


def _predicate(sentence: CountedSentence, k: int, kind: str) -> Iterator[Sign]:
    begin = predicate_begin(sentence, k, sentence.counts[k].unit)
    if begin is None:
        return
    of_kind = f"{kind} does"
    for at in range(begin, min(begin + NEAR, len(sentence.lower))):
        if _is_common(sentence, at):
            name = stem(sentence.lower[at])
            yield Sign("does", name, at)
            yield Sign(of_kind, name, at)


def _left(sentence: CountedSentence, count: Count, kind: str) -> Iterator[Sign]:
    first_verb = True
    before, verb = f"{kind} before", f"{kind} verb"
    for at in range(count.begin - 1, max(-1, count.begin - 1 - FAR), -1):
        word, tag = sentence.lower[at], sentence.tags[at]
        if word in _ENDS_CLAUSE:
            return
        if not word[0].isalpha():
            if at == count.begin - 1:
                yield Sign("before", word, at)
            continue
        if tag in NAMES:
            continue
        name = stem(word)
        if count.begin - at <= NEAR:
            yield Sign("before", name, at)
            yield Sign(before, name, at)
        if first_verb and tag in VERBS:
            first_verb = False
            yield Sign("verb", name, at)
            yield Sign(verb, name, at)
        if tag in _SAYING:
            yield Sign("left", name, at)
        yield from _listed(sentence, at, "left says", kind)


def _right(sentence: CountedSentence, count: Count, kind: str) -> Iterator[Sign]:
    behind = f"{kind} behind"
    for at in range(count.end, min(count.end + FAR, len(sentence.lower))):
        word = sentence.lower[at]
        if word in _ENDS_CLAUSE:
            return
        if not _is_common(sentence, at):
            continue
        name = stem(word)
        if at - count.end < NEAR:
            yield Sign("behind", name, at)
            yield Sign(behind, name, at)
        if sentence.tags[at] in _SAYING:
            yield Sign("right", name, at)
        yield from _listed(sentence, at, "right says", kind)


def _neighbours(sentence: CountedSentence, k: int, kind: str) -> Iterator[Sign]:
    """What the counts on either side measure."""
    for side, other in (("after", k - 1), ("until", k + 1)):
        frame = sentence.counts[other].frame if 0 <= other < len(sentence.counts) else None
        if frame is not None:
            yield Sign(side, frame.measure, -1)
            yield Sign(f"{kind} {side}", frame.measure, -1)


def _listed(sentence: CountedSentence, at: int, side: str, kind: str) -> Iterator[Sign]:
    """What a listed word would say of the count, though no frame ties them."""
    for measure in sorted(_says(sentence, at)):
        yield Sign(side, measure, at)
        yield Sign(f"{kind} {side}", measure, at)


def _says(sentence: CountedSentence, at: int) -> set[str]:
    lexicon, word = sentence.lexicon, sentence.lower[at]
    if word not in lexicon.telling:
        return _NOTHING
    says = {trigger.measure for trigger in lexicon.verbs.get(word, ()) if not trigger.rest}
    for table in (lexicon.adjectives, lexicon.nouns, lexicon.labels):
        if word in table and (hit := table.at(sentence.lower, at)) is not None:
            says |= {trigger.measure for trigger in hit[1]}
    thing = lexicon.things.at(sentence.lower, at) if word in lexicon.things else None
    if thing is not None and thing[1].measure:
        says.add(thing[1].measure)
    return says


# -- the model -------------------------------------------------------------------------------------------------------------------


class Model:
    """Weights of signs by measure: for each sign a row of numbers, one a measure."""

    def __init__(self, weights: Weights) -> None:
        self.measures = sorted({"other", *(m for known in weights.values() for row in known.values() for m in row)})
        self._row: dict[str, dict[str, int]] = {}
        number = {measure: n for n, measure in enumerate(self.measures)}
        rows: list[list[int]] = []
        for family, known in weights.items():
            for what, weighed in known.items():
                self._row.setdefault(family, {})[what] = len(rows)
                rows.append([0] * len(number))
                for measure, weight in weighed.items():
                    rows[-1][number[measure]] = weight
        self._weights = numpy.array(rows or [[0] * len(number)], dtype=numpy.int32)

    def best(self, seen: Sequence[Sign]) -> tuple[str, int]:
        """The likeliest measure, and by how much it leads the next one."""
        known = [row for family, what, _ in seen if (row := self._row_of(family, what)) >= 0]
        scores = self._weights[known].sum(axis=0).tolist()
        ranked = sorted(zip(scores, self.measures, strict=True), reverse=True)
        return ranked[0][1], ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 0

    def weightiest(self, seen: Sequence[Sign], measure: str) -> int:
        """The word that speaks most for a measure; -1 for none."""
        weighed: dict[int, int] = {}
        column = self.measures.index(measure)
        for family, what, at in seen:
            row = self._row_of(family, what)
            if at >= 0 and row >= 0:
                weighed[at] = weighed.get(at, 0) + int(self._weights[row, column])
        return max(weighed, key=lambda at: weighed[at], default=-1)

    def _row_of(self, family: str, what: str) -> int:
        known = self._row.get(family)
        return known.get(what, -1) if known is not None else -1


def parse_model(lines: Iterable[str]) -> Model:
    """A model from the rows of `learned.tsv`: family, what is seen, then measure=weight pairs."""
    weights: Weights = {}
    for line in lines:
        family, what, *pairs = line.rstrip("\n").split("\t")
        row = {measure: int(weight) for measure, _, weight in (pair.partition("=") for pair in pairs)}
        weights.setdefault(family, {})[what] = row
    return Model(weights)


@lru_cache(maxsize=1)
def default_model() -> Model:
    """The model that comes with the package, read once."""
    with resources.files(__package__).joinpath("learned.tsv").open(encoding="utf-8") as rows:
        return parse_model(rows)
