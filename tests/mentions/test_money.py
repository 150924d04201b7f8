"""Sums of money: in which currency, given or asked for, and how much of what was asked for has come."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[tuple[str, str]]:
    return [(figure.number, figure.measure) for figure in figures(text) if figure.measure != "other"]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Port Moresby announced K2.5 million for relief in Madang.", "2.5 million", "other"),
        ("Lokoja has released N750 million for relief.", "750 million", "other"),
        ("The cabinet has released VT 150 million from the reserve.", "150 million", "other"),
        ("The health ministry puts its needs at MNT 9.6 billion.", "9.6 billion", "other"),
        ("Lima has requested S/ 4.2 million for the response.", "4.2 million", "other"),
        ("Nairobi set aside Sh300 million for the drought.", "300 million", "other"),
        ("Delhi approved Rs. 50 million for Puri.", "50 million", "other"),
        ("Suva allocated FJ$60 million for repairs.", "60 million", "other"),
        ("Brasilia gave R$40 million.", "40 million", "other"),
        ("Oslo allocated US$60 million.", "60 million", "usd"),
        ("Apia has set aside 310 million tala.", "310 million", "other"),
        ("Tamale gave 900,000€ to Keta.", "900,000", "other"),
        ("Japan gave EUR 3.1 m to Keta.", "3.1 m", "other"),
        ("Needed in Keta: US$ 40 mn", "40 mn", "usd"),
    ],
)
def test_any_currency_is_money(text: str, number: str, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.number, figure.measure, figure.unit) == (number, "funding", unit)


@pytest.mark.parametrize(
    "text",
    [
        "The kidnappers want K50,000 for each of them.",
        "The abductors demand $150,000 for the priest.",
        "The gunmen are asking the families for N12 million.",
        "Water was sold to the suburb at a cost of AOA 4.20 a litre.",
        "The board wrote of COP 30 and of SDG 6.",
    ],
)
def test_ransoms_and_prices_are_no_funding(text: str) -> None:
    assert read(text) == []


def test_a_code_that_is_a_word_counts_in_capitals_alone() -> None:
    assert read("Gel 900 was sold out, but Tbilisi gave GEL 900,000.") == [("900,000", "funding")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo asked for $44 million. So far 12 percent of the requirement has been received.", ["44 million", "12"]),
        ("The plan seeks $44 million; contributions cover only 9% of that.", ["44 million", "9"]),
        ("Togo asked for 90 million francs, of which 40 per cent has arrived.", ["90 million", "40"]),
        ("The appeal for $20 million is 31 per cent funded.", ["20 million"]),
        ("The health ministry said 40 per cent of the budget goes to salaries.", []),
        ("The campaign reached 90 per cent of the target.", []),
    ],
)
def test_how_much_of_a_requirement_has_come(text: str, expected: list[str]) -> None:
    assert read(text) == [(number, "funding") for number in expected]


def test_a_sum_that_a_bracket_shares_out() -> None:
    text = "USD 3.9 million is needed for Keta (shelter USD 2.5 million, health USD 1.4 million)."
    assert read(text) == [("3.9 million", "funding"), ("2.5 million", "funding"), ("1.4 million", "funding")]


def test_money_a_head_is_not_who_gets_it() -> None:
    assert read("Cash: 22,090 households in Keta, MGA 100,000 each.") == [("22,090", "assisted")]
