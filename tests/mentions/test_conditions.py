"""What holds at a place: phrases, verbs that act on places, services; and what is only feared, denied or asked for."""

from __future__ import annotations

import pytest
from reading import conditions


@pytest.mark.parametrize(
    ("text", "condition", "state", "place"),
    [
        ("Keta is under siege.", "besieged", "present", "Keta"),
        ("Keta has been surrounded by the army.", "besieged", "present", "Keta"),
        ("The army surrounded Keta.", "besieged", "present", "Keta"),
        ("Keta remains cut off from clean water.", "no_water", "present", "Keta"),
        ("The siege of Keta goes on.", "besieged", "present", "Keta"),
        ("Keta is not under siege.", "besieged", "absent", "Keta"),
        ("The rebels captured the town of Keta.", "captured", "present", "Keta"),
        ("Keta was under heavy bombardment.", "bombarded", "present", "Keta"),
        ("There is no running water in Keta.", "no_water", "present", "Keta"),
        ("Medicine has run out in Keta.", "no_medicine", "present", "Keta"),
        ("Power was restored in most of Keta.", "no_power", "restored", "Keta"),
        ("The mayor asked for a humanitarian corridor to Keta.", "corridor_requested", "present", "Keta"),
        ("The army denied that it had besieged Keta.", "besieged", "disputed", "Keta"),
        ("Residents of Keta are hemmed in by the rebels.", "besieged", "present", "Keta"),
        ("The flood left the town of Keta isolated.", "besieged", "present", "Keta"),
        ("The town of Keta fell on Friday.", "captured", "present", "Keta"),
        ("The rebels have taken the garrison at Keta.", "captured", "present", "Keta"),
        ("The town of Keta has been dark since May.", "no_power", "present", "Keta"),
        ("Gunmen prevented dozens of families from leaving Keta.", "evacuation_blocked", "present", "Keta"),
        ("Hardly a house is left standing in Keta.", "destroyed", "present", "Keta"),
        ("Keta's petrol stations have closed.", "no_fuel", "present", "Keta"),
        ("The flood has cut Keta off from the coast.", "besieged", "present", "Keta"),
        ("All three bridges to Keta were swept away.", "besieged", "present", "Keta"),
        ("There is not a litre of diesel left in Keta.", "no_fuel", "present", "Keta"),
        ("Gunmen stopped families in three quarters of Keta from fleeing.", "evacuation_blocked", "present", "Keta"),
        ("For the third straight night, drones attacked Keta.", "bombarded", "present", "Keta"),
        ("The village of Keta is in the hands of the rebels.", "captured", "present", "Keta"),
        ("The streets of Keta are unlit.", "no_power", "present", "Keta"),
        ("Residents of Keta spoke of incessant shelling.", "bombarded", "present", "Keta"),
    ],
)
def test_a_condition_has_a_state_and_a_place(text: str, condition: str, state: str, place: str) -> None:
    assert [(one.condition, one.state, one.place) for one in conditions(text)] == [(condition, state, place)]


@pytest.mark.parametrize(
    "text",
    [
        "The army could surround Keta.",
        "The mayor fears that rebels have captured Keta.",
        "The mood was likened to that of a town under siege in Keta.",
        "The army has not sold water in Keta.",
        "The rebels captured 12 soldiers in Keta.",
        "If Keta were surrounded, people would flee.",
        "Ministers in Keta were bombarded with calls.",
        "Three buildings in Keta were destroyed.",
        "Prices fell in Keta.",
        "The mayor of Keta is under fire over the budget.",
        "The road to Keta was closed for a race.",
        "Trucks were stopped at a toll gate in Keta.",
        "A man with his hands in the air was seen in Keta.",
        "Families were driven out of their homes in Keta.",
        "The doctor took his son to Keta.",
    ],
)
def test_what_is_imagined_compared_or_of_something_else_is_none(text: str) -> None:
    assert conditions(text) == []


def test_one_lack_carries_over_to_the_next_service() -> None:
    assert [one.condition for one in conditions("There is no water, power or food in Keta.")] == [
        "no_water",
        "no_power",
        "no_food",
    ]


def test_a_condition_without_a_place_of_its_own_is_at_the_one_spoken_of() -> None:
    assert [one.place for one in conditions("Shells fell on Keta all night.\n\nThere is no water.")][-1:] == ["Keta"]


def test_the_same_condition_of_the_same_place_is_said_once() -> None:
    assert len(conditions("Keta is under siege. The mayor said Keta is under siege.")) == 1


def test_what_another_speaker_says_is_not_so_is_disputed() -> None:
    text = "The rebels said they had captured Keta. The army said the flag still flies in Keta."
    assert [(one.condition, one.state) for one in conditions(text)] == [("captured", "disputed")]


def test_a_place_that_only_explains_another_is_not_where_it_holds() -> None:
    text = "In Keta, the largest town of Volta, the taps are dry."
    assert [one.place for one in conditions(text)] == ["Keta"]


def test_the_name_that_a_paragraph_begins_with_is_where_it_holds() -> None:
    assert [one.place for one in conditions("Ain Keta. Shelling has ceased.")] == ["Ain Keta"]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The old quarter of Keta no longer exists.", "destroyed"),
        ("Nothing of Keta is left.", "destroyed"),
        ("Keta was wiped from the face of the earth.", "destroyed"),
        ("No vehicle has got through to Keta since the slide.", "besieged"),
        ("A mudslide has severed Keta from the rest of the district.", "besieged"),
        ("Families in Keta boil hides.", "no_food"),
        ("Children in Keta go to sleep hungry.", "no_food"),
        ("The pots are empty in Keta.", "no_food"),
        ("The village of Keta drinks from the pond.", "no_water"),
        ("Nurses in Keta are reusing needles.", "no_medicine"),
        ("Not a bulb burns in Keta.", "no_power"),
        ("Fighters let nobody out of Keta.", "evacuation_blocked"),
        ("Drones over the road made leaving impossible from Keta.", "evacuation_blocked"),
        ("The agency had to suspend its distributions in Keta.", "aid_blocked"),
        ("Nobody has brought aid to Keta since March.", "aid_blocked"),
    ],
)
def test_what_people_do_and_cannot_do_tells_what_holds(text: str, condition: str) -> None:
    assert [(str(one.condition), str(one.state), one.place) for one in conditions(text)] == [(condition, "present", "Keta")]


@pytest.mark.parametrize(
    "text",
    [
        "No bus or lorry has come into Keta for nine days.",
        "Nothing on wheels can get to Keta.",
        "Not a single car has made it through to the town of Keta.",
        "Since the slide no traffic has reached Keta.",
    ],
)
def test_a_place_that_no_traffic_gets_to_is_cut_off(text: str) -> None:
    assert [(str(one.condition), str(one.state), one.place) for one in conditions(text)] == [("besieged", "present", "Keta")]


@pytest.mark.parametrize(
    "text",
    [
        "No driver was hurt when two cars came to a halt in Keta.",
        "Nobody would drive a car to Keta.",
        "The council of Keta made no plans for the traffic to the market.",
    ],
)
def test_other_words_of_traffic_cut_nothing_off(text: str) -> None:
    assert conditions(text) == []


@pytest.mark.parametrize(
    "text", ["The army says that there is no more room in the camp at Keta.", "Forty huts of Keta were burnt to ashes."]
)
def test_words_of_ruin_said_of_something_smaller_are_no_condition(text: str) -> None:
    assert conditions(text) == []
