"""The day of an older number beside a newer one."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import figures

MONDAY, WEDNESDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 4)
OLDER = [
    ("Nine sailors remain missing, against 34 on Monday, the port said.", [WEDNESDAY, MONDAY]),
    ("The ministry reported 37 new cases on Tuesday, after 42 the day before.", [dt.date(2026, 3, 3), MONDAY]),
    ("The number of dead rose to 41 on Tuesday, up from 17 the previous evening.", [dt.date(2026, 3, 3), MONDAY]),
    ("The army said 27 soldiers were wounded, up from Monday's 12.", [WEDNESDAY, MONDAY]),
    ("The number of displaced has reached 4,000, up from 3,100 a week earlier.", [WEDNESDAY, dt.date(2026, 2, 25)]),
    ("Some 12 people died, compared with 19 two days earlier.", [WEDNESDAY, MONDAY]),
    ("Some 60 houses burned on Tuesday, and 12 people died.", [dt.date(2026, 3, 3)] * 2),
]


@pytest.mark.parametrize(("text", "days"), OLDER)
def test_an_older_number_has_its_own_day(text: str, days: list[dt.date]) -> None:
    assert [figure.as_of for figure in figures(text, published="2026-03-04") if figure.measure != "other"] == days
