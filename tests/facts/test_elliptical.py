"""A number whose noun and verb stand in the sentence before it, and look-alikes that mean something of their own."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[tuple[str, str, str]]:
    return [(figure.number, figure.measure, figure.unit) for figure in figures(text) if figure.measure != "other"]


PEOPLE, PERCENT, USD = "people", "percent", "usd"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Soldiers killed 31 villagers in Keta. Fourteen were women.", ("Fourteen", "killed", PEOPLE)),
        ("Soldiers killed 31 villagers in Keta. Fourteen were women and nine were under ten.", ("nine", "killed", PEOPLE)),
        ("The slide left 44 people missing. Twelve of these are from Togo.", ("Twelve", "missing", PEOPLE)),
        ("Some 21,000 people fled Keta. About 62 per cent are children.", ("62", "displaced", PERCENT)),
        ("The ministry counted 512 cases of cholera. Ho has 287.", ("287", "infected", PEOPLE)),
        ("The ministry counted 512 cases of cholera. Ho has 287, Hohoe 98 and Keta 91.", ("91", "infected", PEOPLE)),
        ("Ho reported 512 cases of cholera, followed by Keta with 98.", ("98", "infected", PEOPLE)),
        ("The appeal is for $40 million. Donors have given 12 million.", ("12 million", "funding", USD)),
        ("The plan needs $40 million and has 12 million in hand.", ("12 million", "funding", USD)),
        ("The agency handed out 400 tents. Another 300 have been promised.", ("300", "aid", "other")),
        ("The mayor said 12 people had died. A doctor gave a figure of 19.", ("19", "killed", PEOPLE)),
        ("The army claims 64 dead. The governor's figure is 25.", ("25", "killed", PEOPLE)),
        ("The mayor said 12 people had died. Earlier he had given six.", ("six", "killed", PEOPLE)),
        ("In May 40 people died, against 12 in April.", ("12", "killed", PEOPLE)),
        ("Officials counted 90 cases and 27 deaths, compared with 12 and four in May.", ("four", "killed", PEOPLE)),
        ("Loss of life: 23 (Keta 18, Hohoe 5)", ("5", "killed", PEOPLE)),
        (
            "The ministry counted 512 cases of cholera. Elsewhere, Lagos (177), Kano (84) and Jos (30) are hit.",
            ("30", "infected", PEOPLE),
        ),
        (
            "Some 40,000 people have fled. Most went to Adre (21,000), Tine (9,400) and Birak (6,100).",
            ("6,100", "displaced", PEOPLE),
        ),
        (
            "The flood destroyed 1,900 houses. Buzi (870), Beira (640) and Dondo (390) lost most.",
            ("390", "homes_destroyed", "buildings"),
        ),
    ],
)
def test_a_number_takes_up_what_the_sentence_before_counted(text: str, last: tuple[str, str, str]) -> None:
    assert read(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "Fire killed 12 people. Four are fire engines.",
        "Fire killed 12 people. Ho has 90 hotels.",
        "Fire killed 12 people. Flight Delta 98 was full.",
        "Fire killed 12 people. Manchester won with 98 points.",
        "Fire killed 12 people. Volta FC are ahead with nine goals.",
        "Fire killed 12 people. The hall, with 40 rooms, had one exit; larvae were found in seven of them.",
        "Some 40 aid lorries arrived on Sunday, against 500 a day in May.",
        "The ministry spent $4 million; the migration office gives 21,400.",
    ],
)
def test_what_means_something_of_its_own_takes_up_nothing(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "c. Damaged houses\nTotally: 8,931\nPartially: 74,206\n",
            [("8,931", "homes_destroyed", "buildings"), ("74,206", "homes_damaged", "buildings")],
        ),
        (
            "REFUGEES AND ASYLUM SEEKERS\nGhana 16,911\nTogo 53,660\n",
            [("16,911", "refugees", PEOPLE), ("53,660", "refugees", PEOPLE)],
        ),
        (
            "Deaths by district: Ho 12, Keta 9",
            [("12", "killed", PEOPLE), ("9", "killed", PEOPLE)],
        ),
        (
            "New cases of cholera: 342. Ho: 218. Keta: 97.",
            [("342", "infected", PEOPLE), ("218", "infected", PEOPLE), ("97", "infected", PEOPLE)],
        ),
        (
            "New cases of cholera: 342. Deployment: 2,700 soldiers.",
            [("342", "infected", PEOPLE)],
        ),
    ],
)
def test_lines_and_entries_take_up_their_heading(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected
