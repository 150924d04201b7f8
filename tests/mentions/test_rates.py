"""Rates, shares in words, differences, numbers to call and hours count nothing."""

from __future__ import annotations

import pytest
from reading import figures


def measures(text: str) -> dict[str, str]:
    return {figure.number: figure.measure.value for figure in figures(text) if figure.measure != "other"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo counted 900 murders, or 11 for every 100,000 inhabitants.", {"900": "killed"}),
        ("Gunmen killed six. Of every 100 dollars, 93 go to the villages.", {"six": "killed"}),
        ("In Ho four families out of five are hosted by relatives.", {}),
        ("Police arrested eight in Keta. Helpline: 1070.", {"eight": "detained"}),
        ("Gunmen killed six. I called the emergency number, 100, until my phone died.", {"six": "killed"}),
        ("The toll stands at 17, ten more than on Sunday.", {"17": "killed"}),
        ("The storm killed 29 with winds of 195 kilometers an hour.", {"29": "killed"}),
        ("By 18.30 rescuers had found 12 bodies.", {"12": "killed"}),
        ("The storm cut a path 14 miles long.", {}),
    ],
)
def test_numbers_beside_a_count_are_left_out(text: str, expected: dict[str, str]) -> None:
    assert measures(text) == expected
