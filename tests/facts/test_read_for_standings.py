"""What a question's standing hangs on: which numbers are figures, of whom, whose, by whom, when, where and what replaced them."""

from __future__ import annotations

import pytest
from reading import figures

DAYS = [
    ("Six people were killed in the protests on 11 and 12 May.", ["Six"]),
    ("Police killed 14 demonstrators on 3, 4 and 5 June in Keta.", ["14"]),
    ("Nine farmers were killed between 11 and 12 May.", ["Nine"]),
    ("Scores were killed on the nights of 11 and 12 May.", ["Scores"]),
    ("Residents were killed in Keta on May 3 and 4.", []),
    ("On May 3, 12 people were killed; nine were killed on May 2 and 12 on May 3.", ["12", "nine", "12"]),
    ("On 3 May, 12 and 14 people died in Keta and Ho.", ["12", "14"]),
]


@pytest.mark.parametrize(("text", "numbers"), DAYS)
def test_days_of_a_month_in_a_row_are_no_figures(text: str, numbers: list[str]) -> None:
    assert [figure.number for figure in figures(text)] == numbers
