"""What the words around a count make likely, where no frame is known: a linear model learned from example sentences.

The lists know the words that decide for certain. The model weighs all words near a count, so that wordings which no list has
still find their measure; it is asked last, and says nothing where it is not sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from struct import Struct
from typing import NamedTuple

from humsit.grammar.classes import NAMES, NOT, NOUNS, VERBS
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.predicates import predicate_begin

NEAR = 4  # words on either side whose distance is told from those farther off
FAR = 12  # words on either side that are looked at
LONGEST_STEM = 7  # letters by which two forms of one word are told to be the same
SURE = 400  # how far the likeliest measure must lead the next one, in the model's own units

_ENDS_CLAUSE = frozenset({";", "."})
_ENDINGS = ("ingly", "ing", "ed", "es", "s", "ly", "e")
_SHORTEST_STEM = 3
BITS, ZERO = 32, 1 << 31  # of a whole number that holds the score of one measure; no score is nearly as large
_NO_ROWS: dict[str, int] = {}
_UNABLE = NOT | {"cannot"}
_DONE = frozenset({"returned", "evacuated", "rescued", "refugees"})
"""What only those are who did it: who cannot go home has not returned, but who cannot be reached may be trapped."""
_SAYING = NOUNS | VERBS

Weights = dict[str, dict[str, dict[str, int]]]
"""Family of signs → what is seen → measure → weight."""


Sign = tuple[str, str, int]
"""One thing seen near a count: the family of signs that it belongs to, what is seen, and at which word (-1 for none)."""


class Families(NamedTuple):
    """The names of the families of signs that belong to one kind of count."""

    does: str
    before: str
    behind: str
    verb: str
    after: str
    until: str
    left_says: str
    right_says: str
    in_paragraph: str


@lru_cache(1 << 14)
def stem(word: str) -> str:
    """The beginning that the forms of a word share: "evacuated", "evacuation" and "evacuees" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:LONGEST_STEM]


@lru_cache(1 << 10)
def families(kind: str) -> Families:
    """The families of a kind of count: "people before" is what stands before a count of people."""
    return Families(*(f"{kind} {name.replace('_', ' ')}" for name in Families._fields))


def learned_frame(sentence: CountedSentence, k: int) -> Frame | None:
    """What the model says of the k-th count, with the word that weighs most; None where it is not sure."""
    if _is_negated(sentence, k):
        return None
    seen = signs(sentence, k)
    measure, lead = default_model().best(seen)
    if measure == "other" or lead < SURE or (measure in _DONE and _is_negated(sentence, k, _UNABLE)):
        return None
    if measure == "funding" and sentence.counts[k].is_bare:
        return None  # money is said with its currency
    at = default_model().weightiest(seen, measure)
    return Frame(measure, "likely", at, at + 1) if at >= 0 else Frame(measure, "likely", 0, 0)


def _is_negated(sentence: CountedSentence, k: int, words: frozenset[str] = NOT) -> bool:
    """ "12 people were not hurt": what does not hold is not measured."""
    begin = predicate_begin(sentence, k, sentence.counts[k].unit)
    return begin is not None and not words.isdisjoint(sentence.lower[begin : begin + NEAR])


# -- signs -----------------------------------------------------------------------------------------------------------------------


def signs(sentence: CountedSentence, k: int) -> list[Sign]:
    """What is seen near the k-th count.

    Its noun, its predicate, the verb and the nouns before it, the words around it, what its neighbours measure, and what the
    last figures before its sentence did.
    """
    count = sentence.counts[k]
    kind = _kind(count)
    of_kind = families(kind)
    seen: list[Sign] = [("kind", kind, -1)]
    _noun(sentence, count, seen)
    _predicate(sentence, k, of_kind, seen)
    _left(sentence, count, of_kind, seen)
    _right(sentence, count, of_kind, seen)
    _neighbours(sentence, k, of_kind, seen)
    here, text = sentence.before
    seen += [("in paragraph", here, -1), (of_kind.in_paragraph, here, -1), ("in text", text, -1)]
    if heading := sentence.sentence.block.heading:
        seen += [("heading", stem(word.lower()), -1) for word in heading.split() if word.isalpha()]
    return seen


def _kind(count: Count) -> str:
    if count.is_bare:
        return "bare"
    thing = count.counted.thing
    return thing.measure or thing.unit if thing is not None and not count.quantity.unit else count.unit


def _noun(sentence: CountedSentence, count: Count, seen: list[Sign]) -> None:
    for at in range(count.counted.i, count.counted.j):
        if sentence.lower[at].isalpha():
            seen.append(("noun", stem(sentence.lower[at]), at))


def _predicate(sentence: CountedSentence, k: int, of_kind: Families, seen: list[Sign]) -> None:
    begin = predicate_begin(sentence, k, sentence.counts[k].unit)
    if begin is None:
        return
    for at in range(begin, min(begin + NEAR, len(sentence.lower))):
        if sentence.lower[at][0].isalpha() and sentence.tags[at] not in NAMES:
            name = stem(sentence.lower[at])
            seen += (("does", name, at), (of_kind.does, name, at))


def _left(sentence: CountedSentence, count: Count, of_kind: Families, seen: list[Sign]) -> None:
    lower, tags, begin = sentence.lower, sentence.tags, count.begin
    first_verb = True
    for at in range(begin - 1, max(-1, begin - 1 - FAR), -1):
        word, tag = lower[at], tags[at]
        if word in _ENDS_CLAUSE:
            return
        if not word[0].isalpha():
            if at == begin - 1:
                seen.append(("before", word, at))
            continue
        if tag in NAMES:
            continue
        name = stem(word)
        if begin - at <= NEAR:
            seen += (("before", name, at), (of_kind.before, name, at))
        if first_verb and tag in VERBS:
            first_verb = False
            seen += (("verb", name, at), (of_kind.verb, name, at))
        if tag in _SAYING:
            seen.append(("left", name, at))
        if word in sentence.lexicon.telling:
            for measure in _said_at(sentence, at):
                seen += (("left says", measure, at), (of_kind.left_says, measure, at))


def _right(sentence: CountedSentence, count: Count, of_kind: Families, seen: list[Sign]) -> None:
    lower, tags, end = sentence.lower, sentence.tags, count.end
    for at in range(end, min(end + FAR, len(lower))):
        word, tag = lower[at], tags[at]
        if word in _ENDS_CLAUSE:
            return
        if tag in NAMES or not word[0].isalpha():
            continue
        name = stem(word)
        if at - end < NEAR:
            seen += (("behind", name, at), (of_kind.behind, name, at))
        if tag in _SAYING:
            seen.append(("right", name, at))
        if word in sentence.lexicon.telling:
            for measure in _said_at(sentence, at):
                seen += (("right says", measure, at), (of_kind.right_says, measure, at))


def _neighbours(sentence: CountedSentence, k: int, of_kind: Families, seen: list[Sign]) -> None:
    """What the counts on either side measure."""
    counts = sentence.counts
    if k > 0 and (before := counts[k - 1].frame) is not None:
        seen += (("after", before.measure, -1), (of_kind.after, before.measure, -1))
    if k + 1 < len(counts) and (behind := counts[k + 1].frame) is not None:
        seen += (("until", behind.measure, -1), (of_kind.until, behind.measure, -1))


def _said_at(sentence: CountedSentence, at: int) -> list[str]:
    """What a listed word says, looked up once where it stands alone, else once for all counts of its sentence."""
    known, word = sentence.lexicon.said_alone, sentence.lower[at]
    alone = known[word] if word in known else known.setdefault(word, _alone(sentence, at))
    if alone is not None:
        return alone
    if at not in sentence.said_at:
        sentence.said_at[at] = _says(sentence, at)
    return sentence.said_at[at]


def _alone(sentence: CountedSentence, at: int) -> list[str] | None:
    """What a listed word says in any sentence; None where a longer phrase begins with it."""
    lexicon, word = sentence.lexicon, sentence.lower[at]
    tables = (lexicon.adjectives, lexicon.nouns, lexicon.labels, lexicon.things)
    is_single = all(hit[0] == 1 for table in tables for _, hit in table.get(word, ()))
    return _says(sentence, at) if is_single else None


def _says(sentence: CountedSentence, at: int) -> list[str]:
    """What a listed word would say of the count, though no frame ties them."""
    lexicon, word = sentence.lexicon, sentence.lower[at]
    says = {trigger.measure for trigger in lexicon.verbs.get(word, ()) if not trigger.rest}
    for table in (lexicon.adjectives, lexicon.nouns, lexicon.labels):
        if word in table and (hit := table.at(sentence.lower, at)) is not None:
            says |= {trigger.measure for trigger in hit[1]}
    thing = lexicon.things.at(sentence.lower, at) if word in lexicon.things else None
    if thing is not None and thing[1].measure:
        says.add(thing[1].measure)
    return sorted(says)


# -- the model -------------------------------------------------------------------------------------------------------------------


class Model:
    """Weights of signs by measure.

    The weights of one sign are one whole number, a measure every BITS of it: so all measures are added up at once.
    """

    def __init__(self, weights: Weights) -> None:
        self.measures = sorted({"other", *(m for known in weights.values() for row in known.values() for m in row)})
        place = {measure: BITS * n for n, measure in enumerate(self.measures)}
        self._rows = {
            family: {what: sum(weight << place[m] for m, weight in row.items()) for what, row in known.items()}
            for family, known in weights.items()
        }
        self._zero = sum(ZERO << at for at in place.values())  # added, so that no measure borrows from the next
        self._cut = Struct(f"<{len(place)}I")

    def best(self, seen: Sequence[Sign]) -> tuple[str, int]:
        """The likeliest measure, and by how much it leads the next one."""
        rows, total = self._rows, self._zero
        for family, what, _ in seen:
            known = rows.get(family)
            if known is not None and what in known:
                total += known[what]
        scores = self._by_measure(total)
        best = max(scores)
        at = len(scores) - 1 - scores[::-1].index(best)
        return self.measures[at], best - max(scores[:at] + scores[at + 1 :]) if len(scores) > 1 else 0

    def weightiest(self, seen: Sequence[Sign], measure: str) -> int:
        """The word that speaks most for a measure; -1 for none."""
        of_measure = self.measures.index(measure)
        weighed: dict[int, int] = {}
        for family, what, at in seen:
            row = self._rows.get(family, _NO_ROWS).get(what) if at >= 0 else None
            if row is not None:
                weighed[at] = weighed.get(at, 0) + self._by_measure(self._zero + row)[of_measure] - ZERO
        return max(weighed, key=lambda at: weighed[at], default=-1)

    def _by_measure(self, total: int) -> tuple[int, ...]:
        """The score of each measure, ZERO more than it is."""
        return self._cut.unpack(total.to_bytes(self._cut.size, "little"))


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
