"""Who does it, and what came of them since, decides what a deed says of people."""

from __future__ import annotations

import pytest
from reading import figures


def last(text: str) -> str:
    return figures(text)[-1].measure.value


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Police picked up ten youths in Keta.", "detained"),
        ("Ten men were picked up by gendarmes.", "detained"),
        ("A police boat picked up ten survivors at sea.", "rescued"),
        ("A trawler picked up ten people.", "rescued"),
        ("Villagers caught ten raiders.", "detained"),
        ("Ten farmers were caught out by the rain.", "other"),
        ("The rebels took ten officers alive.", "detained"),
        ("The brigade took out 12 gunmen.", "killed"),
        ("Buses took out 12 families.", "evacuated"),
    ],
)
def test_by_whom_people_are_taken(text: str, measure: str) -> None:
    assert last(text) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Forty families have been taken in by relatives.", "displaced"),
        ("Keta took in 40 uprooted families.", "displaced"),
        ("A school in Keta is hosting 40 displaced persons.", "sheltered"),
        ("The mission is looking after 40 families in parish halls.", "sheltered"),
        ("The clinic is looking after 40 patients in Keta.", "assisted"),
        ("Volunteers drove 40 people out of the village.", "evacuated"),
        ("Raiders drove 40 people out of the village.", "displaced"),
        ("Forty people left Keta after the alert.", "evacuated"),
        ("Forty people left Keta in June.", "displaced"),
        ("Forty people sought treatment in Keta for fractures.", "injured"),
        ("Surgeons operated on 13 gunshot patients.", "injured"),
    ],
)
def test_by_whom_people_are_housed_moved_and_treated(text: str, measure: str) -> None:
    assert last(text) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Six of the wounded have since died.", "killed"),
        ("Two of the missing were found dead.", "killed"),
        ("Six of the wounded are from Keta.", "injured"),
        ("The mayor lists 17 inhabitants as unaccounted for.", "missing"),
    ],
)
def test_what_became_of_those_named_by_a_state(text: str, measure: str) -> None:
    assert last(text) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Doctors could not save six of them.", "killed"),
        ("Doctors saved six of them.", "rescued"),
        ("Crews did not rescue the six men.", "other"),
    ],
)
def test_what_was_not_done(text: str, measure: str) -> None:
    assert last(text) == measure
