"""Subjects of "reported", "confirmed", "recorded" that are counted and speak for nobody."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("There was no laboratory confirmed case. There were 116 suspected cases of fever.", ""),
        ("Some 35 were laboratory confirmed and eight deaths were recorded.", ""),
        ("There were 85 cases of mumps reported. Nine people died.", ""),
        ("The week brought 40 new cases, bringing the total number of cases confirmed since March to 390.", ""),
        ("Twenty provinces have recorded at least 40 confirmed cases.", ""),
        ("Volta State accounts for 57 of the deaths.", ""),
        ("Two hospitals reported 14 deaths.", "Two hospitals"),
        ("The laboratory confirmed 14 cases.", "The laboratory"),
        ("The ministry's toll lists 40 dead.", "The ministry's toll"),
    ],
)
def test_what_is_counted_or_tested_claims_nothing(text: str, claimant: str) -> None:
    assert {figure.claimant for figure in figures(text) if figure.measure != "other"} == {claimant}
