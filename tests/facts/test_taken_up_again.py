"""What a number is by what the sentences before it told of: another's count, those among them, the sick in hospital."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[str]:
    return [figure.measure.value for figure in figures(text) if figure.measure != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The district has drawn up a list of 94 missing. The port authority, PAK, has 51 on its own.", ["missing", "missing"]),
        ("The army said 40 rebels had been killed. The rebels speak of 36.", ["killed", "killed"]),
        ("It is untrue that 90 corpses were brought here. The morgue is small. It holds 24 and nothing beyond.", ["killed"] * 2),
        ("The union put the dead at 34.\n\nThe director fumed. The union's 34, he said, was a fable.", ["killed", "killed"]),
        ("Gunmen killed nine night-watchmen.", ["killed"]),
        ("Some 31 drivers are captive. Lome rejected the figure of nine and said it knew of two.", ["detained"] * 3),
        (
            "Raiders killed 31 farmers and abducted 12. The minister dismissed the figure of 31 as gossip.",
            ["killed", "detained", "killed"],
        ),
        ("The blast wounded 40 people. The hospital has 12 ambulances.", ["injured"]),
    ],
)
def test_anothers_count_is_of_the_same(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 families fled to Ho. Among the newcomers are 8 boys and girls and 9 women near their term.", ["displaced"] * 3),
        ("The blast killed 40 people. Three Togolese were among the victims.", ["killed", "killed"]),
        ("Enumerators counted 40 displaced families. Seventy per cent of the families walked.", ["displaced", "displaced"]),
        ("Some 58 per cent of the families live on less than a dollar.", []),
    ],
)
def test_those_among_them(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The district has 640 cases of cholera. Some 40 people are hospitalised.", "assisted"),
        ("The blast wounded 640 people, and 40 were admitted to hospital.", "injured"),
        ("The hospital has 12 in-patients with dengue.", "assisted"),
        ("The province confirmed 12 patients with cholera.", "infected"),
    ],
)
def test_the_sick_are_treated(text: str, measure: str) -> None:
    assert read(text)[-1] == measure


def test_who_works_below_is_not_trapped() -> None:
    assert read("Some 90 men were underground at the time.") == []
    assert read("Some 90 men are still underground.") == ["trapped"]
