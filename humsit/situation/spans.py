"""Time cut into equal parts that fit on a screen: days where few are told of, else weeks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

DAYS, WEEKS = 21, 26
"""Days that stand side by side at most, and weeks; of more weeks the newest ones."""
_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Span:
    """A day, or a week from Monday to Sunday."""

    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Spans:
    """Parts of a time without a gap, the newest first; and how many there are with those that are too long ago."""

    shown: tuple[Span, ...]
    total: int
    weekly: bool


def spans_of(days: Collection[dt.date]) -> Spans:
    """The days from the first to the last, or where these are too many the weeks; empty where there are none."""
    if not days:
        return Spans((), 0, weekly=False)
    first, last = min(days), max(days)
    weekly = (last - first).days >= DAYS
    if weekly:
        first, last = first - dt.timedelta(days=first.weekday()), last - dt.timedelta(days=last.weekday())
    step = _WEEK if weekly else dt.timedelta(days=1)
    total = (last - first) // step + 1
    starts = [last - number * step for number in range(min(total, WEEKS))]
    return Spans(tuple(Span(start, _last_day(start, step)) for start in starts), total, weekly)


def _last_day(start: dt.date, step: dt.timedelta) -> dt.date:
    return dt.date.fromordinal(min(start.toordinal() + step.days - 1, dt.date.max.toordinal()))
