"""Whom "he", "she" and "it" mean among those who spoke, and who denies what others told in verbs of scorn."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Col. Kofi Mensah, spokesperson of the 6th Division, said field commanders had reported 28 slain rebels in Keta. "
            "He confirmed the death of two marines.",
            "Col. Kofi Mensah",
        ),
        ("Abla Owusu, a nurse, said the ward register showed 58 names. She added that three boys had died.", "Abla Owusu"),
        ("The ministry said 40 people had died. The mayor of Keta said 50. It said 12 others were missing.", "The ministry"),
    ],
)
def test_a_pronoun_means_the_last_who_spoke_whom_it_may_mean(text: str, claimant: str) -> None:
    assert figures(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    "text",
    [
        "The mayor pooh-poohed talk that 300 people had died in Keta.",
        "The mayor trashed social media posts that 70 people had died in Keta.",
        "The mayor hit out at rumours that 70 people had died in Keta.",
        "The mayor belied reports that 40 people had died in Keta.",
        "The mayor would not hear of a toll of 300.",
    ],
)
def test_whoever_pours_scorn_on_what_others_tell_denies_it(text: str) -> None:
    assert [(one.claimant, one.stance.value) for one in figures(text)] == [("The mayor", "denied")]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "The ministry has logged 91 deaths; volunteers, whose figures nobody can check, speak of 150 deaths.",
            ["reported", "unverified"],
        ),
        (
            "The army said 40 raiders and six women had died. There was no way to check the number of raiders.",
            ["unverified", "reported"],
        ),
        ("The office documented 91 deaths; for 23 the sex could not be established.", ["reported", "reported"]),
        ("Togo says militants mounted 73 attacks this year, a charge that they deny.", ["claimed"]),
        ("The army said 74 gunmen had been “neutralised” in Keta.", ["claimed"]),
    ],
)
def test_a_doubt_or_a_charge_is_about_the_figures_that_it_names(text: str, stances: list[str]) -> None:
    assert [one.stance.value for one in figures(text)] == stances


def test_how_far_a_place_lies_is_told_by_the_text_itself() -> None:
    assert [one.claimant for one in figures("In Keta, 80 km north of Ho, stones injured seven, the ministry said.")] == [
        "",
        "the ministry",
    ]
