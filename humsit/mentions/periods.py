"""When: the day that a figure is about, and the words for the time it covers ("in just seven days", "since Friday", "since Feb. 24").

Relative words count from the published date; without one they stay open.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_SINCE = frozenset({"since", "from"})
_WITHIN = frozenset({"in", "within", "over", "during", "for", "past", "last"})


class Period(NamedTuple):
    """The time of a figure: its words, from when to when, and the day it is said of with that day's precision."""

    words: str
    start: dt.date | None
    end: dt.date | None
    as_of: dt.date | None
    precision: str


def find_period(sentence: Sentence, published: dt.date | None, lexicon: Lexicon) -> Period:
    """The time that a sentence gives its figures; where it gives none, the day of publication."""
    words, start = _covered(sentence, published, lexicon)
    day = None if words.lower().startswith("since") else _day(sentence, published, lexicon)
    as_of, precision = (day[0], day[1]) if day else (published, "day" if published else "unknown")
    return Period(words, start, as_of if start else None, as_of, precision)


def _covered(sentence: Sentence, published: dt.date | None, lexicon: Lexicon) -> tuple[str, dt.date | None]:
    lower = sentence.lower
    for i, word in enumerate(lower):
        if word == "since":
            at = _date_at(sentence, i + 1, published, lexicon)
            if at is not None:
                return sentence.say(i, at[1]), at[0]
            end = i + 1
            while end < len(lower) and lower[end] not in (",", ".", ";", "and") and end - i < 6:
                end += 1
            return sentence.say(i, end), None
        if word in _WITHIN:
            for j in range(i + 1, min(i + 6, len(lower))):
                if lower[j] in lexicon.time_units and any(
                    lower[x] in lexicon.numbers or lower[x][0].isdigit() or lower[x] in ("past", "last") for x in range(i, j)
                ):
                    return sentence.say(i, j + 1), None
    return "", None


def _day(sentence: Sentence, published: dt.date | None, lexicon: Lexicon) -> tuple[dt.date, str] | None:
    for i, word in enumerate(sentence.lower):
        if word in lexicon.days and published is not None:
            return published + dt.timedelta(days=lexicon.days[word]), "day"
        if word in lexicon.weekdays and published is not None and sentence.words[i][0].isupper():
            return _last_weekday(published, lexicon.weekdays[word]), "day"
        if word in ("on", "as", "of", "at") and i + 1 < len(sentence.lower):
            at = _date_at(sentence, i + 1, published, lexicon)
            if at is not None:
                return at[0], "day"
    return None


def _last_weekday(published: dt.date, weekday: int) -> dt.date:
    """The newest such day that is not after the day of publication."""
    return published - dt.timedelta(days=(published.weekday() - weekday) % 7)


def _date_at(sentence: Sentence, i: int, published: dt.date | None, lexicon: Lexicon) -> tuple[dt.date, int] | None:
    """A date such as "Feb. 24", "24 February 2022", "Friday" that begins at word i, and the word behind it."""
    lower = sentence.lower
    if i >= len(lower):
        return None
    if lower[i] in lexicon.weekdays and published is not None:
        return _last_weekday(published, lexicon.weekdays[lower[i]]), i + 1
    month = day = None
    j = i
    for _ in range(3):
        if j >= len(lower):
            break
        if lower[j] in lexicon.months and month is None:
            month, j = lexicon.months[lower[j]], j + 1
            if j < len(lower) and lower[j] == ".":
                j += 1
        elif lower[j].isdigit() and len(lower[j]) <= 2 and day is None:
            day, j = int(lower[j]), j + 1
        else:
            break
    if month is None or day is None or not 1 <= day <= 31:
        return None
    year = None
    at = j + 1 if j < len(lower) and lower[j] == "," else j
    if at < len(lower) and lower[at].isdigit() and len(lower[at]) == 4:
        year, j = int(lower[at]), at + 1
    if year is None:
        if published is None:
            return None
        year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
    try:
        return dt.date(year, month, day), j
    except ValueError:
        return None
