"""Yearly rates, and shares that only say a number again."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Some 320,000 deaths are due to drowning each year.", {"other"}),
        ("Every year 300 women die in childbirth.", {"other"}),
        ("Malaria causes 4,000 deaths annually.", {"other"}),
        ("In May 300 people died, a figure that grows each year.", {"killed"}),
        ("Some 900 people were displaced this year.", {"displaced"}),
    ],
)
def test_what_happens_every_year_is_a_rate(text: str, measures: set[str]) -> None:
    assert {figure.measure for figure in figures(text)} == measures


@pytest.mark.parametrize(
    "text",
    [
        "A total of 900 households, representing 52 per cent of households in Keta, were displaced.",
        "Some 900 families comprising 30% of the population were displaced.",
        "Some 900 people, or 9 per cent of the population, were displaced.",
        "The storm displaced 900 people, equivalent to 9 percent of the district.",
    ],
)
def test_a_share_that_says_the_number_again_is_none(text: str) -> None:
    assert [(figure.number, figure.measure) for figure in figures(text)] == [("900", "displaced")]


def test_a_list_with_a_comma_before_and_is_several_places() -> None:
    assert [one.place for one in figures("Floods hit Keta, Ho, and Ada, killing 40 people.")] == [""]
    assert figures("Shells killed 12 people in Homs, and Hama was hit by nine rockets.")[0].place == "Homs"


def test_a_label_names_the_whole_of_several_places() -> None:
    text = "Togo: The agency gave returnees in Ho, Keta and Ada relief items (410 hygiene kits, 100 buckets)."
    assert [one.place for one in figures(text)] == ["Togo", "Togo"]
    assert [one.place for one in figures("Togo: In Ho nine people died.")] == ["Ho"]


def test_parts_named_behind_including_leave_the_whole_spoken_of() -> None:
    text = "A crisis reigns in Volta, including areas of Keta, Ho, and Ada. The violence has displaced 900 people."
    assert [one.place for one in figures(text)] == ["Volta"]
    longer = text.replace(" The violence", " It is bad. The violence")
    assert [one.place for one in figures(longer)] == ["Volta"]


def test_who_identifies_and_treats_claims_nothing() -> None:
    assert [one.claimant for one in figures("The Red Cross identified and treated 13 wounded girls.")] == [""]
