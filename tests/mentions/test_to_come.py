"""What may come, what one gets and what has been made good counts nothing."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[str]:
    return [figure.measure.value for figure in figures(text) if figure.measure != "other"]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll could reach 100.",
        "The number of displaced may rise to 9,000.",
        "The death toll is expected to rise to 90.",
        "Officials expect another 6,000 arrivals by May.",
        "Two patients share each cot.",
        "He gave each bereaved family Sh100,000.",
        "Families got cash (KGS 24,000 each).",
        "Some 66 temporary classrooms have been put up.",
        "Three schools have been turned over to them.",
        "At the moment of the blast, 252 people were underground.",
        "Some 37 hog deer had died in the park.",
    ],
)
def test_nothing_has_happened_to_anybody(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll may have reached 100.", ["killed"]),
        ("Seven have drowned, the prefect's office said: four in Ho, two in Keta.", ["killed"] * 3),
        ("Around him lay some 160 patients, 62 of them children.", ["assisted"] * 2),
        ("The two camps in Ho, laid out for 400 families, had 1,126 on 15 February.", ["sheltered"]),
        ("The compound sleeps 65 strangers.", ["sheltered"]),
    ],
)
def test_what_has_happened_is_counted(text: str, expected: list[str]) -> None:
    assert read(text) == expected
