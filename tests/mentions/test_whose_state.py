"""What befell those counted: by the verb of the main clause, by who has them, and by the number they are said to be."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[str]:
    return [figure.measure.value for figure in figures(text) if figure.measure != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eight people who were crossing by canoe are yet to be found.", ["missing"]),
        ("Three men who had gone to look for cattle were found dead.", ["killed"]),
        ("Nine sailors who left Keta on Monday have not come back.", ["missing"]),
        ("Six pupils who had fled were later arrested.", ["detained"]),
        ("The number of inhabitants who fled reached 9,000.", ["displaced"]),
        ("The number of people seeking asylum in Ho has reached 30,000.", ["refugees"]),
        ("The number locked up has reached 312.", ["detained"]),
        ("The number hurt rose to 41.", ["injured"]),
    ],
)
def test_the_main_verb_or_the_number_of_them_decides(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday the treatment centre in Ho held 74 patients.", ["assisted"]),
        ("Some 940 children were admitted to feeding programmes.", ["assisted"]),
        ("The clinics in Ho admitted 61 infants for severe acute malnutrition.", ["assisted"]),
        ("Another nine were treated for stab wounds.", ["injured"]),
        ("The clinic treated 16 for dehydration.", ["assisted"]),
        ("The army says it killed 80 fighters and took 38 alive.", ["killed", "detained"]),
        ("Stray rounds hit 16 traders in Ho.", ["injured"]),
    ],
)
def test_who_has_them_and_why_decides(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_the_share_of_an_appeal_that_is_told_is_funding() -> None:
    text = "Norway says its appeal for $9 million is 18 per cent covered. Donors have provided 29 per cent."
    assert read(text) == ["funding"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 90 houses were fully damaged and 400 partially.", ["homes_destroyed", "homes_damaged"]),
        ("In Ho 90 homes are partly damaged and 41 completely.", ["homes_damaged", "homes_destroyed"]),
        ("Some 900 migrants reached Ho by boat.", ["refugees"]),
        ("The largest evacuation point, the sports hall, is home to 900.", ["sheltered"]),
        ("Some 46 houses had gone, and with them a sawmill that employed 80.", ["homes_destroyed"]),
        ("The army sent 31 aircraft and 90 vehicles against the fires.", []),
        ("Some 103 fighters bit the dust.", ["killed"]),
        ("Families have heard nothing from 70 recruits.", ["missing"]),
    ],
)
def test_adverbs_halls_and_who_arrives_decide(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("War has driven 12 million from their homes, 4 million of them into neighbouring countries.", ["displaced", "refugees"]),
        ("Some 7,000 have gone as far as Keta.", ["displaced"]),
        ("The morgue in Ho took in 27 on Tuesday.", ["killed"]),
        ("The dead number 44.", ["killed"]),
        ("Doctors removed shrapnel from 57 patients.", ["injured"]),
        ("Sixteen passers-by were hit by stray rounds.", ["injured"]),
        ("Norway sent 40 pumps and Togo lent two field hospitals.", ["aid", "aid"]),
        ("Buses took 1,200 residents out of the flood zone.", ["evacuated"]),
    ],
)
def test_ways_morgues_rounds_and_gifts_decide(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None of the 46 miners survived.", ["killed"]),
        ("Not one of the 17 on board came out alive.", ["killed"]),
        ("None of the 40 pupils was hurt.", []),
        ("Measles has struck 410 children.", ["infected"]),
        ("The flood has hit 1,300 people.", ["affected"]),
        ("Some 90 people were struck by dengue.", ["infected"]),
        ("The exodus from Ho has reached 21,000.", ["displaced"]),
    ],
)
def test_none_of_them_and_what_strikes_decide(text: str, expected: list[str]) -> None:
    assert read(text) == expected
