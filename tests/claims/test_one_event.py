"""Reports of one event name its village, its district or neither; reports of two events may name the same town."""

from __future__ import annotations

import datetime as dt

import pytest

from humsit.claims import FigureStanding, compare
from humsit.facts.find import find_facts
from humsit.records import Document, Figure

MONDAY = dt.date(2025, 3, 3)


def standings(*reports: tuple[int, str]) -> dict[tuple[int, str], FigureStanding]:
    """(report, number) → how it stands; a report is the days since Monday and its text."""
    documents = [
        Document(document_id=str(at), text=text, publisher=f"Paper {at}", published=MONDAY + dt.timedelta(days))
        for at, (days, text) in enumerate(reports)
    ]
    facts = [fact for document in documents for fact in find_facts(document)]
    found = compare(facts).standings
    return {(int(f.document_id), f.number): found[f.fact_id] for f in facts if isinstance(f, Figure)}


ONE_EVENT = [
    (
        "a rival's report ties its number to no place, but names it",
        (1, "Gunmen attacked a post at Keta, in Volta region, before dawn on Monday. The army said seven soldiers were killed."),
        (1, "The Anlo Liberation Army claimed to have killed 40 soldiers, and showed the gate of Keta on film."),
        ("seven", "40"),
        "contested",
    ),
    (
        "one report has the village, the other its district, and both tell of the day",
        (1, "A landslide buried huts in the district of Hohoe on Monday. Civil Defence said 14 people were killed."),
        (
            2,
            "Fodome, a village in Hohoe district, mourns. On Monday a landslide killed 19 people in Fodome, the police said.",
        ),
        ("14", "19"),
        "divergent",
    ),
    (
        "two names of a shore, one ferry, the same number",
        (1, "A ferry capsized off Anloga on Sunday. The coast guard said 31 passengers were missing."),
        (2, "The search off Dzelukope goes on. On 2 March the ferry sank there, and the navy said that 31 people were missing."),
        ("31", "31"),
        "corroborated",
    ),
    (
        "a report without a place, and the same number of the same quake",
        (1, "An earthquake shook the town of Hohoe on Monday. The mayor said 214 people were injured."),
        (2, "Hospitals are full after the earthquake. The Red Cross said that 214 people had been injured."),
        ("214", "214"),
        "corroborated",
    ),
    (
        "the sum asked for, named again beside the sum received",
        (1, "The United Nations asked donors for $31 million to help Ghana."),
        (9, "Gifts to the United Nations' $31 million plan for Ghana have come in slowly."),
        ("31 million", "31 million"),
        None,
    ),
]


@pytest.mark.parametrize(("why", "one", "other", "numbers", "standing"), ONE_EVENT, ids=[row[0] for row in ONE_EVENT])
def test_figures_of_one_event_are_one_question(
    why: str, one: tuple[int, str], other: tuple[int, str], numbers: tuple[str, str], standing: str | None
) -> None:
    found = standings(one, other)
    first, second = found[0, numbers[0]], found[1, numbers[1]]
    assert first.question_id == second.question_id, why
    assert standing is None or first.standing == second.standing == standing


TWO_EVENTS = [
    (
        "two strikes on two days, of which one report opens with the day",
        (1, "A drone fired at a lorry in Hohoe on Monday. The health ministry said five people were killed."),
        (4, "A drone fired at a school in Hohoe on Thursday. The health ministry said eight people were killed."),
        ("five", "eight"),
    ),
    (
        "the dead of a strike and those of all strikes since April",
        (1, "An air strike on Monday killed 34 people in Volta region, the fire service said."),
        (3, "Air strikes across Volta region have killed 50 people since the beginning of January, the UN said."),
        ("34", "50"),
    ),
    (
        "the dead of a town and of its region",
        (1, "A fire on Monday burnt down half of Hohoe. Seven people died there, the mayor said."),
        (1, "Monday's fires killed 18 people in Ghana, the fire service said. Hohoe was hit hardest."),
        ("Seven", "18"),
    ),
    (
        "a ferry and a landslide, the same number of dead",
        (1, "A ferry capsized off Anloga on Sunday. The coast guard said 31 people were killed."),
        (2, "A landslide buried huts at Hohoe, north of Anloga. The police said 31 people were killed."),
        ("31", "31"),
    ),
    (
        "two towns, for both of which one report has figures",
        (1, "The fire killed 31 people in Hohoe and 12 in Anloga, the fire service said."),
        (2, "The fire killed 29 people in Anloga, the mayor said, and then reached Hohoe."),
        ("31", "29"),
    ),
    (
        "money asked and money given",
        (1, "The United Nations is asking for $31 million to help Ghana."),
        (3, "Donors have given the United Nations $9 million to help Ghana."),
        ("31 million", "9 million"),
    ),
]


@pytest.mark.parametrize(("why", "one", "other", "numbers"), TWO_EVENTS, ids=[row[0] for row in TWO_EVENTS])
def test_figures_of_two_events_stay_apart(
    why: str, one: tuple[int, str], other: tuple[int, str], numbers: tuple[str, str]
) -> None:
    found = standings(one, other)
    assert found[0, numbers[0]].question_id != found[1, numbers[1]].question_id, why


def test_who_replaces_anothers_number_speaks_for_it() -> None:
    found = standings(
        (0, "The Home Ministry said that 57 people had been killed by Sunday's fire in Hohoe."),
        (3, "The toll in Hohoe now stands at 49, deputy secretary Ama Bo said, instead of 57."),
    )
    assert found[1, "49"].standing == "single_source"
    assert [found[0, "57"].superseded, found[1, "57"].superseded, found[1, "49"].superseded] == [True, True, False]


def test_a_number_that_remains_what_it_was_is_no_second_claim() -> None:
    found = standings(
        (0, "The fire service said that 64 passengers had been rescued off Keta."),
        (2, "Divers left Keta on Wednesday. The number of passengers rescued remains 64."),
    )
    assert found[0, "64"].question_id == found[1, "64"].question_id
    assert found[1, "64"].standing == "single_source"


def test_a_later_number_for_the_day_of_the_event_replaces_the_earlier() -> None:
    found = standings(
        (0, "A house fell down in Keta on Monday. The Red Cross confirmed at least five deaths on Monday."),
        (2, "The search in Keta is over. The Red Cross said that 14 people died when the house fell down on 3 March."),
    )
    assert [found[0, "five"].superseded, found[1, "14"].superseded] == [True, False]


def test_soldiers_and_militants_of_no_named_side_are_two_questions() -> None:
    found = standings(
        (0, "The army said that seven soldiers had been killed at Keta on Sunday."),
        (1, "The mayor said that eight militants had been killed at Keta on Sunday."),
    )
    assert found[0, "seven"].question_id != found[1, "eight"].question_id


def test_a_functionary_speaks_for_the_body_that_the_report_names() -> None:
    found = standings(
        (0, "The Home Ministry said that 57 people had been killed by Sunday's fire in Hohoe."),
        (3, "The Home Ministry has counted anew. The fire in Hohoe killed 69 people, deputy secretary Ama Bo said on Thursday."),
    )
    assert [found[0, "57"].superseded, found[1, "69"].standing] == [True, "single_source"]


def test_a_functionary_who_is_told_apart_from_the_body_is_another_claimant() -> None:
    found = standings(
        (0, "The Home Ministry said that 57 people had been killed by Sunday's fire in Hohoe."),
        (
            1,
            "The fire in Hohoe killed 140 people, deputy mayor Ama Bo said on Tuesday. The Home Ministry speaks of 57 killed "
            "in Hohoe.",
        ),
    )
    assert found[1, "140"].standing == "contested"


def test_those_who_admit_a_loss_speak_of_their_own() -> None:
    found = standings(
        (1, "Mali's army said it had killed 30 militants near Keta on Monday."),
        (2, "The Anlo movement acknowledged in a message the loss of four fighters near Keta on Monday."),
    )
    assert found[0, "30"].question_id == found[1, "four"].question_id
    assert found[1, "four"].standing == "contested"


def test_what_came_in_one_day_is_not_all_that_came() -> None:
    found = standings(
        (1, "On Sunday alone, 5,200 people arrived in Togo as refugees, UNHCR said."),
        (4, "Some 7,900 people have arrived in Togo as refugees, UNHCR said."),
    )
    assert found[0, "5,200"].question_id != found[1, "7,900"].question_id
    assert not found[0, "5,200"].superseded
