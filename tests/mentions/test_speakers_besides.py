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
        ("Surveyors have tagged 12 homes as destroyed.", "Surveyors"),
        ("The trade union makes it 12 dead.", "The trade union"),
        ("The civil defence talks of 12 injured.", "The civil defence"),
        ("The health ministry estimates new cases at 12.", "The health ministry"),
        ("The district office has drawn up a list of 12 missing people.", "The district office"),
        ("Relatives gave us the names of 12 people still missing.", "Relatives"),
        ("Twelve deaths relayed by the prefecture are not in the table.", "the prefecture"),
        ("Some 12 people have drowned, coastguard logs show.", "coastguard logs"),
        ("Brigades called on 12 families, where the water had risen.", ""),
    ],
)
def test_who_tells_the_text_speaks_and_who_visits_does_not(text: str, claimant: str) -> None:
    """Colleagues, figures and counts are somebody's word; a visit is none."""
    assert [one.claimant for one in figures(text)] == [claimant]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Ministry of Health said nobody fled. The ministry added that 12 people had died.",
            "The Ministry of Health",
        ),
        (
            "The Observatory for Human Rights said nobody fled. The observatory added that 12 people had died.",
            "The Observatory for Human Rights",
        ),
        ("The mayor put the dead at 30; 12 people are missing.", "The mayor"),
        ("A commission of inquiry has published its report. In Keta 12 homes were destroyed.", "A commission of inquiry"),
        ("By her tally 12 townspeople have died.", ""),
        ("“Our colleagues in Keta counted 12 dead,” said Abla Owusu.", "Abla Owusu"),
        ("The council advanced a higher count, 12 dead.", "The council"),
    ],
)
def test_short_names_lead_back_to_the_noun_that_heads_the_name(text: str, said: str) -> None:
    """And what goes on behind a semicolon, a report or a quotation mark keeps its speaker."""
    assert figures(text)[-1].claimant == said


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry spoke of six wounded while maintaining that 12 gunmen had died.", "claimed"),
        ("The officer described as mischievous a post that 12 villagers had died.", "denied"),
        ("The gang's leader brands any mention of 12 dead a fabrication.", "denied"),
    ],
)
def test_a_participle_claims_and_a_judgement_denies(text: str, stance: str) -> None:
    """Behind "while" as behind a comma; before what was posted as behind it."""
    assert figures(text)[-1].stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Police put the dead at 12, the union at 30.",
        "The police count 12 dead and the union 30.",
        "According to police 12 people were killed, according to the union 30.",
    ],
)
def test_a_second_speaker_needs_no_verb(text: str) -> None:
    """The verb of the first is his as well."""
    first, second = figures(text)
    assert "olice" in first.claimant
    assert second.claimant == "the union"


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The toll, as given by the prefect, is 12 dead.", "the prefect"),
        ("The mayor was at the scene. His own count is 12 dead.", "The mayor"),
        ("The union has a higher number: 12 dead.", "The union"),
        ("The government declared three days of mourning after 12 people died.", ""),
    ],
)
def test_a_count_of_ones_own_is_claimed_and_mourning_is_not(text: str, claimant: str) -> None:
    """What is proclaimed is no figure's claim."""
    assert figures(text)[-1].claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("According to preliminary information from the prefecture, 12 homes were destroyed.", "the prefecture"),
        ("A joint assessment conducted by OCHA and partners found that 12 homes were destroyed.", "OCHA and partners"),
        ("The UN rights chief, Abla Owusu, said 12 civilians had been killed.", "The UN rights chief, Abla Owusu"),
        ("The head of the parish specified that 12 people were injured.", "The head of the parish"),
    ],
)
def test_information_assessments_and_chiefs(text: str, claimant: str) -> None:
    """Whoever made them, and whoever heads what."""
    assert [one.claimant for one in figures(text)] == [claimant]
