"""Brackets that open a note, and capitalised words that are no place's name."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[3 May 2024, Keta] A flood displaced 900 people.", ["Keta"]),
        ("[June 2021, Cox's Bazar] A fire hurt 30 people. Another 40 houses burnt down.", ["Cox's Bazar", "Cox's Bazar"]),
        ("[March 2021, Overall Togo] Partners reached 900 people.", ["Togo"]),
        ("[1st Dec 2020, North east Ghana] Partners reached 900 people.", ["North east Ghana"]),
        ("[4th June 2021, Ghana] In Ho, 40 people were killed.", ["Ho"]),
        ("[July 2021, Volta and Oti Regions] Partners reached 900 people.", [""]),
        ("[2 May 2021, Keta] A fire spread from Ada to Ho. It was put out. In all, 48,300 people were affected.", ["Keta"]),
        ("[Nutrition] Partners reached 900 people.", [""]),
    ],
)
def test_a_bracket_with_a_date_says_where_its_note_holds(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    "text",
    [
        "Through RoC partners, 900 people were given food.",
        "Some 900 people were given food across LGAs hit by floods.",
        "Some 900 mothers benefited from the Caritas-supported centre.",
        "With the Area of Responsibility partners, 900 people were given food.",
        "Some 900 people were given food from the Rapid Response Mechanism.",
    ],
)
def test_letters_compounds_and_abstract_words_are_no_places(text: str) -> None:
    assert [figure.place for figure in figures(text)] == [""]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("There were 18 cholera cases in two regions (Volta – 9 & Oti – 9).", {"18": "", "9": "Volta"}),
        ("Some 30 deaths were recorded (Keta - 12, Ho - 18).", {"30": "", "12": "Keta", "18": "Ho"}),
    ],
)
def test_a_bracket_with_dashes_shares_a_total_out(text: str, places: dict[str, str]) -> None:
    found = figures(text)
    assert {number: next(one.place for one in found if one.number == number) for number in places} == places


def test_areas_sessions_and_agencies_are_counted_as_what_they_are() -> None:
    measures = {
        one.group: one.measure for one in figures("Nine deaths were reported from 14 LGAs. It held 30 awareness sessions.")
    }
    assert measures == {"": "killed", "LGAs": "other", "awareness sessions": "other"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Keta and Ho states, 300 people died.", [""]),
        ("In Keta, Ho and Ada (KHA) states some 300 people died.", [""]),
        ("In Keta, Volta, 300 people died.", ["Keta"]),
        ("Of the dead, 12 were from Ridge PHC in Keta and nine were from Ada.", ["Ridge PHC", "Ada"]),
    ],
)
def test_a_list_that_opens_a_sentence_and_where_cases_were_from(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
    assert {figure.claimant for figure in figures(text)} == {""}


def test_a_share_of_attacks_needs_attacks_that_are_counted() -> None:
    share = "The rebels were behind 95 per cent of the attacks."
    assert {one.measure for one in figures(share)} == {"other"}
    assert [one.unit for one in figures(f"In May 300 attacks were recorded. {share}")] == ["incidents", "percent"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In all 900 deaths were reported in the KHA states.", "KHA"),
        ("A stampede left five people dead in Gwoza LGA.", "Gwoza"),
        ("Two cases were reported through the Early Warning, Alert and Response System.", ""),
        ("Some 900 people were given food by the WFP team.", ""),
    ],
)
def test_areas_by_their_letters_and_systems_of_several_words(text: str, place: str) -> None:
    assert {figure.place for figure in figures(text)} == {place}
