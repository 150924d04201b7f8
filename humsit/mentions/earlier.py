"""The day of an older number beside a newer one: "nine are missing, against 34 on Monday", "37, after 42 the day before"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from humsit.grammar.classes import POSSESSIVE_ENDINGS
from humsit.mentions.measures.counts import Count
from humsit.mentions.periods import A_WEEK, Period, date_at, days_before, find_period, last_weekday
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

FARTHEST = 5  # words between an older number and its day

_STOPS = frozenset({",", ";", ".", "and", "but", "while", "as", "because", "after", "when"})


class _Earlier(NamedTuple):
    """The words [i, j) that say how long before, and that in days; or on which day."""

    i: int
    j: int
    back: int = 0
    day: dt.date | None = None


def find_periods(sentence: Sentence, counts: Sequence[Count], published: dt.date | None, lexicon: Lexicon) -> list[Period]:
    """The time of each count of a sentence: the sentence's, but an older number has its own day, which is no other's."""
    earlier = {k: found for k in sorted(_older(counts)) if (found := _earlier(sentence, counts, k, published, lexicon))}
    own = frozenset(at for one in earlier.values() for at in range(one.i, one.j))
    now = find_period(sentence, published, lexicon, own)
    return [_back(now, earlier[k]) if k in earlier else now for k in range(len(counts))]


def _older(counts: Sequence[Count]) -> set[int]:
    revised = {count.revises for count in counts if count.revises is not None}
    return revised | {k for k, count in enumerate(counts) if count.compared is not None}


def _back(now: Period, earlier: _Earlier) -> Period:
    day = earlier.day or (now.as_of - dt.timedelta(days=earlier.back) if now.as_of else None)
    if day is None:
        return now
    if earlier.day is not None and now.as_of is not None and day >= now.as_of and (day - now.as_of).days < A_WEEK:
        day -= dt.timedelta(days=A_WEEK)
    return Period("", None, None, day, "day")


def _earlier(sentence: Sentence, counts: Sequence[Count], k: int, published: dt.date | None, lexicon: Lexicon) -> _Earlier | None:
    begin, lower = counts[k].begin, sentence.lower
    if begin > 1 and lower[begin - 1] in POSSESSIVE_ENDINGS and lower[begin - 2] in lexicon.weekdays and published:
        return _Earlier(begin - 2, begin, day=last_weekday(published, lexicon.weekdays[lower[begin - 2]]))
    last = counts[k + 1].begin if k + 1 < len(counts) else len(sentence)
    after = counts[k].quantity.after
    for at in range(after, min(last, after + FARTHEST)):
        if lower[at] in _STOPS:
            return None
        if (back := days_before(sentence, at)) > 0:
            return _Earlier(at, at + 3, back)
        if (found := _on_a_day(sentence, at, published, lexicon)) is not None:
            return found
    return None


def _on_a_day(sentence: Sentence, at: int, published: dt.date | None, lexicon: Lexicon) -> _Earlier | None:
    word = sentence.lower[at]
    if published is not None and word in lexicon.days and lexicon.days[word] < 0:
        return _Earlier(at, at + 1, day=published + dt.timedelta(days=lexicon.days[word]))
    behind = at + (word == "on")
    found = date_at(sentence, behind, published, lexicon)
    return _Earlier(at, found[1], day=found[0]) if found else None
