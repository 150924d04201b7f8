"""Time cut into days or weeks: no day is lost, none is in two parts, and a long time shows its newest weeks."""

from __future__ import annotations

import datetime as dt

import pytest

from humsit.situation.spans import DAYS, WEEKS, spans_of

DAY = dt.date(2024, 2, 27)


def after(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


@pytest.mark.parametrize("length", [1, 2, DAYS, DAYS + 1, 60, 7 * WEEKS])
def test_every_day_stands_in_exactly_one_part_the_newest_first(length: int) -> None:
    cut = spans_of([after(0), after(length - 1)])
    assert cut.weekly == (length > DAYS)
    starts = [span.first for span in cut.shown]
    assert starts == sorted(starts, reverse=True)
    newest = cut.shown[0]
    assert newest.holds(after(length - 1))
    shown = {after(n): sum(span.holds(after(n)) for span in cut.shown) for n in range(length)}
    left_out = [day for day, parts in shown.items() if parts != 1]
    assert left_out == [] or (cut.total > WEEKS and max(left_out) < cut.shown[-1].first)
    if cut.weekly:
        assert all((span.first.weekday(), span.last.weekday()) == (0, 6) for span in cut.shown)


def test_of_many_weeks_the_newest_are_shown_and_all_are_counted() -> None:
    cut = spans_of([DAY, after(7 * 99)])
    assert (len(cut.shown), cut.total) == (WEEKS, 100)
    assert cut.shown[0].holds(after(7 * 99))


def test_no_day_has_no_part() -> None:
    assert spans_of([]).shown == ()


def test_the_last_days_that_a_calendar_has_are_no_trouble() -> None:
    assert spans_of([dt.date.min, dt.date.max]).shown[0].last == dt.date.max
