"""Two counts of one sentence: the second takes the noun, the deed or the measure of the first, or has a word of its own."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[tuple[str, str]]:
    return [(figure.number, figure.measure.value) for figure in figures(text) if figure.measure != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 27 people have been dug out alive in Ho and nine in Keta.", ["rescued", "rescued"]),
        (
            "Some 27 people have been dug out alive in Ho and nine in Keta, where five more are pinned under beams.",
            ["rescued", "rescued", "trapped"],
        ),
        ("Some 40 huts burned to the ground and another 90 were scorched.", ["homes_destroyed", "homes_damaged"]),
        ("In Keta 40 dwellings were levelled and 90-odd left with cracked walls.", ["homes_destroyed", "homes_damaged"]),
        ("Crews counted 40 dwellings reduced to ash in Ho and 90 partly burnt in Keta.", ["homes_destroyed", "homes_damaged"]),
        ("The wave destroyed 40 homes and left 90 damaged.", ["homes_destroyed", "homes_damaged"]),
        ("Coast guard: three drowned, eight not found.", ["killed", "missing"]),
        (
            "Some 23 people are confirmed drowned, up from 16 this morning, and eight are still being looked for.",
            ["killed", "killed", "missing"],
        ),
        ("Some 16 displaced people live in two camps in Ho, including three pregnant women.", ["sheltered", "sheltered"]),
        ("The survey found 41 internally displaced persons and 600 returnees in Ho.", ["displaced", "returned"]),
        ("Some 46 men have been rounded up in Ho, and 12 of those have since been let go.", ["detained"]),
        ("Some 31 drivers are captive, nine of them Togolese.", ["detained", "detained"]),
    ],
)
def test_each_count_takes_its_measure(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The army said its gunners had “sent to hell” 83 rebels.", "killed"),
        ("The surgeon said 300-plus patients with crushed limbs have come in.", "injured"),
    ],
)
def test_what_is_quoted_or_wounded(text: str, measure: str) -> None:
    assert read(text)[-1][1] == measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The corpses of 16 males and five females had been evacuated from the market.", ["killed", "killed"]),
        ("The storm killed 32 people, 12 of whom lived in Keta.", ["killed", "killed"]),
        ("The office has registered 270 people, or 91 families, who slipped through the forest.", ["displaced", "displaced"]),
        ("Its mobile clinic in Keta has seen 130 patients.", ["assisted"]),
        ("Two nurses were hit by shrapnel.", ["injured"]),
        ("Some 900 people were hit by the flood.", ["affected"]),
        ("There are some 900 civilians left in Keta.", ["population"]),
        ("Some 40 shelters burned to the ground in Ho, another 90 scorched.", ["homes_destroyed", "homes_damaged"]),
    ],
)
def test_what_governs_both_and_who_they_are(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eleven bodies, five of them of a single family, had been retrieved from the mud.", ["killed", "killed"]),
        ("Three of the injured breathed their last at the clinic.", ["killed"]),
        ("Some 12 men were beaten and shot dead.", ["killed"]),
        ("Officials verified 58 killings - 41 residents and nine soldiers.", ["killed", "killed", "killed"]),
        ('Rebels hailed the killing of 58 "terrorists" in Keta.', ["killed"]),
        ("Soldiers forcibly disappeared 16 villagers.", ["missing"]),
        ("Seismologists registered 216 aftershocks.", []),
        ("Surgeons carried out 33 operations.", []),
        ("Raiders made off with 450 zebu.", []),
        ("Villagers found a boy of about six caught in a net.", []),
    ],
)
def test_parts_of_the_dead_and_what_counts_nobody(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in read(text)] == expected
