"""Whom a shelter has taken, and look-alikes."""

from __future__ import annotations

import pytest
from reading import figures


def last(text: str) -> str:
    return figures(text)[-1].measure.value


@pytest.mark.parametrize(
    "text",
    [
        "The transit centre in Keta accepted 134 people.",
        "The camp received 720 by nightfall.",
        "They moved to care centres, the largest of which has 720 occupants.",
        "The school took another 40 families.",
    ],
)
def test_whom_a_shelter_takes_is_sheltered(text: str) -> None:
    assert last(text) == "sheltered"


@pytest.mark.parametrize(
    "text",
    [
        "The transit centre was built for and has 134 beds.",
        "The health centre received 134 calls.",
        "The school has 600 pupils.",
        "The camp, meant to hold 600 people, has 12 taps.",
        "The rally took 40 minutes and the centre counted 12 shots.",
    ],
)
def test_what_else_a_centre_has_is_not(text: str) -> None:
    assert last(text) != "sheltered"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Togo paid 2,700 shillings to each of 900 families.", "assisted"),
        ("Togo delivered 900 tonnes of maize to 500 families.", "assisted"),
        ("The drought brought the price to 900 shillings.", "other"),
        ("In all 3,700 people are in 88 shelters, down from 25,000.", "sheltered"),
        ("Officials counted 900 cases. Some 55 per cent of patients are male.", "infected"),
        ("The blaze killed 111 people. Nine victims have been identified.", "killed"),
        ("The blaze killed 111 people. Nine nurses have been promoted.", "other"),
    ],
)
def test_what_is_said_of_the_last_number(text: str, measure: str) -> None:
    assert last(text) == measure


def test_columns_of_suspected_and_confirmed_hold_cases() -> None:
    table = "District | Suspected | Confirmed | Deaths\nHo | 912 | 508 | 11\nKeta | 341 | 160 | 7\nBole | 205 | 77 | 4\n"
    read = {(figure.number, figure.measure.value) for figure in figures(table)}
    assert {("912", "infected"), ("160", "infected"), ("7", "killed")} <= read
