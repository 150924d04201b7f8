"""When do two figures speak of overlapping times? One event's day, one "since", one crisis; the same days of two daily counts."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from humsit.claims.event_days import SAME_EVENT_DAYS
from humsit.claims.statements import Statement
from humsit.records import Measure, Series

SAME_CRISIS_DAYS = 45
"""Figures of one question follow each other within this many days, unless they name a common start."""
SAME_START_DAYS = 3
"""Periods that begin this close together are the same "since"."""
SLOW_DAYS = 1500
"""How long a figure about inhabitants or distances stays comparable."""

_SLOW = {Measure.POPULATION, Measure.DISTANCE}


class Timed(Protocol):
    """Statements of one question, with what is known of its time."""

    statements: list[Statement]
    series: set[Series]
    start: int | None
    event_day: int | None
    first: int | None
    last: int | None


def times_fit(stated: Statement, group: Timed) -> bool:
    """Whether nothing said of its time keeps a statement from the group's question."""
    if stated.event_day is not None and group.event_day is not None:
        return abs(stated.event_day - group.event_day) <= SAME_EVENT_DAYS
    if stated.series is Series.FLOW or Series.FLOW in group.series:
        return any(_flows_overlap(stated, other) for other in group.statements)
    if _is_of_a_longer_time(stated.start, group.event_day) or _is_of_a_longer_time(group.start, stated.event_day):
        return False
    if stated.start is not None and group.start is not None:
        return _begin_together(stated.start, group.start)
    if stated.day is None or group.first is None or group.last is None:
        return True
    room = SLOW_DAYS if stated.measure in _SLOW else SAME_CRISIS_DAYS
    return group.first - room <= stated.day <= group.last + room


def _begin_together(start: int, other: int) -> bool:
    """Whether two days are the same "since"; the first of a month may stand for all of it ("since February")."""
    if abs(start - other) <= SAME_START_DAYS:
        return True
    first, later = (dt.date.fromordinal(day) for day in sorted((start, other)))
    return first.day == 1 and (first.year, first.month) == (later.year, later.month)


def _is_of_a_longer_time(start: int | None, event_day: int | None) -> bool:
    """ "170 killed in air strikes since the beginning of April" against the dead of Monday's strike."""
    return start is not None and event_day is not None and start < event_day - SAME_START_DAYS


def _flows_overlap(one: Statement, other: Statement) -> bool:
    """Whether two flows cover mostly the same days; a flow without a period counts for its own day, what is no flow for any."""
    if one.day is None or other.day is None or not all(s.series is Series.FLOW or s.start is not None for s in (one, other)):
        return True
    start, end = _span(one, one.day)
    other_start, other_end = _span(other, other.day)
    longer = max(end - start, other_end - other_start)
    shared = min(end, other_end) - max(start, other_start)
    return 2 * shared >= longer if longer else start == other_start


def _span(stated: Statement, day: int) -> tuple[int, int]:
    return stated.start if stated.start is not None else day, stated.end if stated.end is not None else day
