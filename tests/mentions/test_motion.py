"""Where people go, or are taken or driven, and a state said before the count."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Some 900 people trudged over the border.", "refugees"),
        ("Some 900 people waded across the river into Togo.", "refugees"),
        ("Some 900 people have fled to Ghana's north.", "refugees"),
        ("The fighting drove 900 people abroad.", "refugees"),
        ("Some 900 people trudged into the hills.", "displaced"),
        ("The fighting sent 900 people running.", "displaced"),
        ("Some 900 people made their way home.", "returned"),
        ("Buses carried 900 people back to their villages.", "returned"),
        ("Some 900 people were bused out of the valley.", "evacuated"),
        ("Soldiers moved 900 people inland.", "evacuated"),
        ("Some 900 people were ordered to leave.", "evacuated"),
        ("Neighbours dragged nine people from the rubble.", "rescued"),
        ("Nine people were taken off the roof of a school.", "rescued"),
        ("Gunmen marched nine people into captivity.", "detained"),
    ],
)
def test_the_way_says_what_those_on_it_are(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "Some 900 people went back to work.",
        "Some 900 people streamed into the streets.",
        "Some 55 workers cannot travel home.",
    ],
)
def test_not_every_way_is_a_flight(text: str) -> None:
    wrong = {"displaced", "refugees", "returned", "evacuated"}
    assert wrong.isdisjoint(figure.measure for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Stranded on rooftops, 200 villagers waved bed sheets.", "trapped"),
        ("Among those detained were seven clerks.", "detained"),
        ("A municipality of 33,500, Bole is in the north.", "population"),
        ("Bole's 33,500 people will vote on Sunday.", "population"),
        ("Some 900 people could not leave the town.", "trapped"),
        ("Nine people have not been found.", "missing"),
        ("Nine people were stopped, questioned and held.", "detained"),
    ],
)
def test_what_is_said_before_the_count_and_behind_another_verb_counts(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


def test_whoever_did_not_leave_is_not_trapped() -> None:
    assert [figure.measure for figure in figures("Some 900 people did not leave the town.")] != ["trapped"]


@pytest.mark.parametrize(
    "text",
    [
        "The army plans to move 900 people to safety.",
        "Some 900 people may flee to Togo.",
        "Some 900 people are expected to return.",
        "Some 900 people a day cross the border.",
        "About 80 delegates flew home.",
        "Some 600 tourists arrived from Togo.",
        "The police are looking for three gunmen.",
        "Forty prisoners escaped from the jail.",
        "The sides exchanged 60 prisoners.",
        "Forty patients have recovered.",
        "Some 900 people went back to work.",
    ],
)
def test_plans_rates_and_visitors_are_no_figures_of_people_on_the_move(text: str) -> None:
    assert [figure.measure for figure in figures(text)] == ["other"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Some 900 people may have fled.", "displaced"),
        ("The crew rescued 12 people stranded on a roof.", "rescued"),
        ("Nine people trapped in the shaft were brought out of the mine.", "rescued"),
        ("Police freed two women held for ransom.", "rescued"),
        ("Some 50 people are believed to be under the wreckage.", "trapped"),
        ("Crews combed the slope for 26 hikers.", "missing"),
        ("Shelling emptied the town of its 4,800 people.", "displaced"),
        ("Nigeria took in 900 Cameroonians.", "refugees"),
        ("Algeria expelled 900 Malians.", "returned"),
        ("Divers dragged nine villagers out of the river.", "rescued"),
        ("Firefighters led 40 guests to safety.", "rescued"),
        ("Soldiers led 400 villagers to safety in buses.", "evacuated"),
        ("Some 90 people reached the clinic with bullet wounds.", "injured"),
        ("Thirty wounded soldiers left the front line by train.", "injured"),
        ("Guards moved 300 prisoners out of the flooded jail.", "detained"),
        ("UNHCR transferred 900 refugees to another camp.", "refugees"),
    ],
)
def test_who_is_counted_and_what_was_done_in_the_end_decide(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]
