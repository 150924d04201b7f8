"""What is said of water, power, convoys, roads, shelling and truces: every position and polarity of the words for it."""

from __future__ import annotations

import pytest
from reading import conditions


def said(text: str) -> list[tuple[str, str, str]]:
    return [(str(one.condition), str(one.state), one.place) for one in conditions(text)]


@pytest.mark.parametrize(
    ("text", "condition", "state"),
    [
        ("The boreholes in Keta have run dry.", "no_water", "present"),
        ("In Keta the standpipes have been dry for a week.", "no_water", "present"),
        ("No fuel has reached Keta since May.", "no_fuel", "present"),
        ("Not a single call has gone out of Keta since Friday.", "no_communications", "present"),
        ("The phones in Keta are still not working.", "no_communications", "present"),
        ("Electricity is yet to be restored in Keta.", "no_power", "present"),
        ("The internet has not been disconnected in Keta.", "no_communications", "absent"),
        ("In Keta water is being supplied as usual.", "no_water", "absent"),
        ("In Keta the shelves are full again.", "no_food", "restored"),
        ("The only bridge to Keta was swept away.", "besieged", "present"),
        ("A medical mission to Keta was turned around by soldiers.", "aid_blocked", "present"),
        ("No relief convoy has been allowed into Keta.", "aid_blocked", "present"),
        ("Families in Keta are not permitted to leave.", "evacuation_blocked", "present"),
        ("Mortar rounds have been landing in Keta since dawn.", "bombarded", "present"),
        ("Drones come every night over Keta.", "bombarded", "present"),
        ("A truce between the two militias was signed in Keta.", "ceasefire", "present"),
        ("The cease-fire in Keta has unravelled.", "ceasefire", "absent"),
    ],
)
def test_a_service_and_a_word_for_its_state_are_a_condition(text: str, condition: str, state: str) -> None:
    assert said(text) == [(condition, state, "Keta")]


@pytest.mark.parametrize(
    "text",
    [
        "The price of diesel has collapsed in Keta.",
        "Clinics with water were repaired in Keta.",
        "Water levels have fallen in Keta.",
        "Water could run out in Keta.",
        "The power is to be switched off in Keta.",
        "A rocket hit a house in Keta.",
        "Fuel has reached Keta.",
        "The mayor asked that the phones be switched off in Keta.",
    ],
)
def test_what_is_said_of_something_else_or_is_not_so_is_none(text: str) -> None:
    assert said(text) == []


def test_a_supply_is_the_one_last_spoken_of() -> None:
    assert said("Electricity was cut in Keta on Monday. The supply has resumed.")[-1:] == [("no_power", "restored", "Keta")]


def test_two_services_share_the_state_behind_them() -> None:
    assert said("In Keta phones and electricity have been switched off.") == [
        ("no_communications", "present", "Keta"),
        ("no_power", "present", "Keta"),
    ]


def test_what_is_put_between_commas_and_what_follows_are_two_states() -> None:
    assert said("Electricity, knocked out by the storm, was re-established in Keta.") == [
        ("no_power", "present", "Keta"),
        ("no_power", "restored", "Keta"),
    ]
