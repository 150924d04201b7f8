"""Speakers whose verb no list knows, and speakers of any kind behind "according to"."""

from __future__ import annotations

import pytest
from reading import figures

SAID = [
    ("The health ministry chipped in that a mere 40 people had died in Keta.", "The health ministry"),
    ("Governor Kofi Mensah let slip that 31 soldiers were killed at Keta.", "Governor Kofi Mensah"),
    ("The army gloated that 50 rebels had been killed in Keta.", "The army"),
    ("The mayor shot back that only nine people had died in Keta.", "The mayor"),
    ("The UN mission came up with a tally of 62 dead in Keta.", "The UN mission"),
    ("The union settled on a somewhat higher estimate of 300 dead in Keta.", "The union"),
    ("The interior ministry clung to a figure of 15 dead in Keta.", "The interior ministry"),
    ("A local charity whose volunteers dug the graves gives 29 dead.", "A local charity"),
    ("The regional health office has 11 deaths on its books.", "The regional health office"),
    ("Forty people died in Keta, according to the labour inspectorate.", "the labour inspectorate"),
    ("Forty people died in Keta, according to the harbour overseer's clerk.", "the harbour overseer's clerk"),
]
NOT_SAID = [
    "Rescuers made sure that 40 people left Keta.",
    "The governor ordered that 400 families be moved out of Keta.",
    "The agency handed out kits that reached 400 families in Keta.",
    "The hospital has 61 beds and 12 dead lie in its yard.",
    "According to the schedule, 40 families were evacuated from Keta.",
]


def claimants(text: str) -> list[str]:
    return [one.claimant for one in figures(text)]


@pytest.mark.parametrize(("text", "claimant"), SAID)
def test_somebody_with_an_unknown_verb_before_that_or_a_count_claims_it(text: str, claimant: str) -> None:
    assert claimant in claimants(text)


@pytest.mark.parametrize("text", NOT_SAID)
def test_who_does_something_or_has_things_claims_nothing(text: str) -> None:
    assert set(claimants(text)) == {""}
