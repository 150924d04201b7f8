"""Speakers in the wordings of live blogs, briefings and bulletins, and bodies that do something and say nothing."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("11:40 The police chief said 12 people had died.", "The police chief"),
        ("[14:05] Governor Kofi Mensah said 12 people had died.", "Governor Kofi Mensah"),
        ("09.30 GMT Police said 12 people had died.", "Police"),
        ("6 a.m. The mayor said 12 people had died.", "The mayor"),
        ("14:45 GMT — Firefighters said 12 people had died.", "Firefighters"),
    ],
)
def test_the_time_of_an_entry_belongs_to_no_name(text: str, claimant: str) -> None:
    """A live blog puts the time before the name."""
    assert [one.claimant for one in figures(text)] == [claimant]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Our relief colleagues tell us that 12 people died.", "Our relief colleagues"),
        ("Our partners report that 12 people died.", "Our partners"),
        ("Our staff say that 12 people died.", ""),
        ("Some 12 people have died since June, UNHCR figures show.", "UNHCR figures"),
        ("At the last count by the prefecture, 12 people had died.", "the prefecture"),
        ("Inspection crews listed 12 homes destroyed in Keta.", "Inspection crews"),
        ("The river authority counts 12 dead.", "The river authority"),
        ("A shift foreman counts 12 dead.", "A shift foreman"),
        ("Brigades called on 12 families, where the water had risen.", ""),
    ],
)
def test_who_tells_the_text_speaks_and_who_visits_does_not(text: str, claimant: str) -> None:
    """Colleagues, figures and counts are somebody's word; a visit is none."""
    assert [one.claimant for one in figures(text)] == [claimant]
