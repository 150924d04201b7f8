"""Who denies what others told, and names before a colon."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Radio Volta reported that 50 people had died in Keta. “Pure fiction,” said the prefect.",
            [("the prefect", "denied")],
        ),
        ("Posts online spoke of 50 dead in Keta. The prefect dismissed them as a hoax.", [("The prefect", "denied")]),
        ("The union spoke of 50 dead in Keta. The prefect dismissed that as a hoax.", [("The union", "reported")]),
        (
            "Contrary to the radio's claim of 40 dead, nine people died in Keta, the mayor said.",
            [("the mayor", "denied"), ("the mayor", "reported")],
        ),
        ("Not 90 people but 40 died in Keta, the mayor said.", [("the mayor", "denied"), ("the mayor", "reported")]),
        ("Police dispute online posts of 60 drowned at Keta.", [("Police", "denied")]),
        ("The army announced the loss of eight volunteers near Keta.", [("The army", "admitted")]),
    ],
)
def test_what_only_goes_round_is_the_deniers(text: str, said: list[tuple[str, str]]) -> None:
    assert [(one.claimant, one.stance.value) for one in figures(text)] == said


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Head nurse Abla Owusu: “Here in Keta we admitted 28 wounded people. Eleven people have died.”",
            "Head nurse Abla Owusu",
        ),
        ("Governor Kofi Mensah on Telegram: 12 people died in Keta.", "Governor Kofi Mensah"),
        ("UNHCR (14 May): 5,400 people displaced from Keta.", "UNHCR"),
        ("Togo's army: 62 attackers dead in Keta.", "Togo's army"),
        ("The commissioner spoke on television of 1,500 dead in Keta.", "The commissioner"),
        ("The lawmaker representing Keta at the assembly, Kofi Mensah, lamented that 35 girls were killed.", "Kofi Mensah"),
    ],
)
def test_names_are_without_what_hangs_on_them(text: str, claimant: str) -> None:
    assert {one.claimant for one in figures(text)} == {claimant}


def test_a_mark_behind_a_sentence_is_all_its_figures() -> None:
    text = "The quake killed 73 people and injured 611 in Keta. [1]\n\n[1] Volta Risk Secretariat, report 5."
    assert [one.claimant for one in figures(text)] == ["Volta Risk Secretariat"] * 2


@pytest.mark.parametrize(
    "line",
    ["All figures: Volta Disaster Office", "Data: Volta Disaster Office, 12 May", "All data from Volta Disaster Office."],
)
def test_a_line_below_a_list_says_whose_figures_they_are(line: str) -> None:
    text = f"KEY FIGURES\n• 40 dead in Keta\n• 12 injured in Ho\n{line}"
    assert [one.claimant for one in figures(text)] == ["Volta Disaster Office"] * 2


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The UN says 40 people died in Keta; the government, 12.", ["The UN", "the government"]),
        ("The tally kept by the harbour police stands at 62 dead.", ["the harbour police"]),
        ("In Keta 40 died according to police; 52 were hurt according to the hospital.", ["police", "the hospital"]),
    ],
)
def test_each_speaker_of_a_sentence_keeps_his_figure(text: str, claimants: list[str]) -> None:
    assert [one.claimant for one in figures(text)] == claimants
