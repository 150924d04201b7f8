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
        ("No call has gone out of Keta since Friday.", "no_communications", "present"),
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
        ("Shells fell on Keta throughout Saturday.", "bombarded", "present"),
        ("There were long queues outside filling stations in Keta.", "no_fuel", "present"),
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


def test_what_is_put_between_commas_is_over_when_the_sentence_says_so() -> None:
    assert said("Electricity, knocked out by the storm, was re-established in Keta.") == [("no_power", "restored", "Keta")]
    assert said("Keta, which had been cut off for nine days, can be reached again.") == [("besieged", "restored", "Keta")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce signed in Keta in October no longer exists.", ("ceasefire", "absent", "")),
        ("A truce among the herders in Keta lasted only a day.", ("ceasefire", "absent", "Keta")),
        ("Nobody has been able to leave Keta since May.", ("evacuation_blocked", "present", "Keta")),
        ("A slide has made the only road to Keta impassable.", ("besieged", "present", "Keta")),
        ("Homes in Keta have electricity for just three hours a day.", ("no_power", "present", "Keta")),
        ("Fourteen relief trucks entered Keta on Friday, the first since May.", ("aid_blocked", "restored", "Keta")),
        ("There is no shortage of medicine in Keta.", ("no_medicine", "absent", "Keta")),
        ("There are no reports of fuel shortages in Keta.", ("no_fuel", "absent", "Keta")),
        ("A pharmacist in Keta says there is no insulin.", ("no_medicine", "present", "Keta")),
        ("Deliveries of cooking gas have stopped in Keta.", ("no_fuel", "present", "Keta")),
        ("Two thirds of the houses in Keta collapsed in the quake.", ("destroyed", "present", "Keta")),
        ("The fire destroyed almost every hut in Keta.", ("destroyed", "present", "Keta")),
        ("The slide cut the only road, leaving the town of Keta isolated.", ("besieged", "present", "Keta")),
        ("Soldiers won back Keta after a long battle.", ("captured", "present", "Keta")),
        ("Only two of 14 boreholes in Keta still work.", ("no_water", "present", "Keta")),
        ("A tanker docked, easing the fuel crisis in Keta.", ("no_fuel", "restored", "Keta")),
        ("The humanitarian corridor at Keta was closed again.", ("corridor_open", "absent", "Keta")),
        ("Hospitals in Keta have fuel for only two more days.", ("no_fuel", "present", "Keta")),
        ("Aid agencies say they cannot reach Keta.", ("aid_blocked", "present", "Keta")),
        ("Officials in Keta said there was enough food.", ("no_food", "absent", "Keta")),
        ("Families in Keta did not have access to sufficient water.", ("no_water", "present", "Keta")),
        ("Families in Keta do not have enough food.", ("no_food", "present", "Keta")),
        ("The rebels walked out of the truce in Keta.", ("ceasefire", "absent", "Keta")),
        ("The flag of the rebels is flying over the town hall of Keta.", ("captured", "present", "Keta")),
        ("Besieged since May, Keta has no clinic.", ("besieged", "present", "Keta")),
        ("It was the first night without shelling in Keta.", ("bombarded", "restored", "Keta")),
        ("The ICRC asked for safe passage for families who want to leave Keta.", ("corridor_requested", "present", "Keta")),
    ],
)
def test_a_state_is_read_wherever_it_stands(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Keta 900 homes were reduced to rubble.",
        "About 20 per cent of the houses in Keta were destroyed.",
        "Besieged by photographers, the singer left her hotel in Keta.",
        "Police surrounded the stadium in Keta.",
        "The mayor of Keta came under fire from critics over the budget.",
        "Thieves cut down electricity poles near Keta.",
        "The council cut fuel subsidies in Keta.",
        "A power struggle has split the council of Keta.",
        "Patients must go without food before surgery in Keta.",
        "The siege of Keta in 1683 is told in a museum.",
        "The film Blackout will be shown in Keta.",
        "The dam could fail and leave Keta without power.",
        "The corridor was to have opened in Keta.",
        "Farmers in Keta want a corridor for their cattle.",
        "The party took control of the debate in Keta.",
        "A drone show over Keta drew thousands every night.",
        "The bakery in Keta closes at noon on Saturdays.",
        "Families in Keta face challenges in accessing enough food.",
        "The doctor in Keta cut out sugar and bread.",
        "The envoy urged both sides to allow a humanitarian pause in Keta.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Camp 4: the bank below the Keta road gave way. Phone masts are out of order.",
            ("no_communications", "present", "Camp 4"),
        ),
        ("Keta: after the fall of a bridge over the Daka river, taps are dry.", ("no_water", "present", "Keta")),
        ("In Keta, the capital of Volta, schools are shut. There is no power.", ("no_power", "present", "Keta")),
        ("Trucks of WFP entered Keta, the first since May.", ("aid_blocked", "restored", "Keta")),
    ],
)
def test_a_condition_holds_where_its_paragraph_says(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "condition", "state"),
    [
        ("Gunmen turned a relief convoy back at Keta.", "aid_blocked", "present"),
        ("Soldiers sent the trucks of the Red Cross back from Keta.", "aid_blocked", "present"),
        ("Engineers in Keta switched the water back on.", "no_water", "restored"),
        ("UN teams still can't get to Keta.", "aid_blocked", "present"),
        ("Their relief trucks haven’t been let past the barrier of Keta.", "aid_blocked", "present"),
        ("A relief convoy got through to Keta.", "aid_blocked", "restored"),
        ("We have run out of gloves, of plaster, a nurse in Keta said.", "no_medicine", "present"),
        ("There is not a fistful of millet to be had in Keta.", "no_food", "present"),
        ("The health post in Keta is down to its last strip of artemether.", "no_medicine", "present"),
        ("The shelves of the clinic in Keta are bare.", "no_medicine", "present"),
        ("The shelves in Keta are bare of antivenom.", "no_medicine", "present"),
        ("There is nothing left in the silos of Keta.", "no_food", "present"),
        ("The electricity company says supply has been restored in Keta.", "no_power", "restored"),
        ("Hardly a night passes without shelling in Keta.", "bombarded", "present"),
    ],
)
def test_everyday_words_say_what_has_run_out_and_who_is_not_let_in(text: str, condition: str, state: str) -> None:
    assert said(text) == [(condition, state, "Keta")]


@pytest.mark.parametrize(
    "text",
    [
        "Nine men were pulled out of the water near Keta.",
        "Three people were killed when shells struck a market in Keta.",
        "Rescuers in Keta worked by torchlight to reach the trapped miners.",
        "No contact has been made with the nine miners below Keta.",
        "Forty huts across the hills of Keta were levelled.",
        "The army holds nine leaders in its hands near Keta.",
        "The soldiers drove 86 people out of Keta in two buses.",
        "The minister is under siege from reporters in Keta.",
        "Nine lorries are parked in Keta for customs.",
        "Sixty tonnes of rice were stranded by the strike and nine trucks of customs agents waited near Keta.",
    ],
)
def test_words_that_only_look_like_a_state_are_no_condition(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "condition", "state"),
    [
        ("The last kerosene in Keta was burnt on Friday.", "no_fuel", "present"),
        ("What little flour was left in Keta has been eaten.", "no_food", "present"),
        ("Shops in Keta have bread again.", "no_food", "restored"),
        ("The clinic in Keta got its first insulin in five weeks.", "no_medicine", "restored"),
        ("Water reaches Keta one day in five.", "no_water", "present"),
        ("Water comes from the taps of Keta only every tenth day.", "no_water", "present"),
        ("Homes in Keta get an hour of electricity a day.", "no_power", "present"),
        ("Mortars landed in Keta for the ninth day.", "bombarded", "present"),
        ("There is not a day without bombs in Keta.", "bombarded", "present"),
        ("Current was flowing again in Keta by dusk.", "no_power", "restored"),
        ("Coal and diesel for the water pumps have run dry in Keta.", "no_fuel", "present"),
        ("Flour for Keta is stuck at the port.", "aid_blocked", "present"),
        ("A relief convoy is parked at Dori, refused entry to Keta by gunmen.", "aid_blocked", "present"),
        ("The earthquake reduced Keta to rubble.", "destroyed", "present"),
    ],
)
def test_how_often_how_long_and_on_whose_way(text: str, condition: str, state: str) -> None:
    assert said(text) == [(condition, state, "Keta")]


@pytest.mark.parametrize(
    "text",
    [
        "Stranded at Keta are 2,264 passengers.",
        "The council of Keta has no current plans for a new well.",
        "The last food distribution was held in Keta on Friday.",
        "Traders in Keta have rice for the market.",
    ],
)
def test_what_is_neither_lacking_nor_back_is_no_condition(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In Dori all was calm. Village elders in Keta said the granaries stand empty.",
        'In Dori all was calm. "The shelves are bare," said a priest by telephone from Keta.',
        "In Dori all was calm. The Keta pumping station, dark since May, is back on the grid.",
    ],
)
def test_a_condition_holds_where_its_speaker_is_or_where_its_pump_stands(text: str) -> None:
    assert {one.place for one in conditions(text)} == {"Keta"}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Keta: grid still dead.", "no_power"),
        ("Fuel, Keta: pumps empty.", "no_fuel"),
        ("Nobody has had a phone signal in Keta since Friday.", "no_communications"),
        ("Silver sulfadiazine cream has run dry at the clinic in Keta.", "no_medicine"),
        ("Keta: no word by radio for four days.", "no_communications"),
        ("Keta cannot be reached by car.", "besieged"),
        ("Nine thousand customers were still in the dark around Keta.", "no_power"),
        ("The relief lorries have been waiting in Keta for a permit.", "aid_blocked"),
    ],
)
def test_notes_and_fragments_tell_what_holds(text: str, condition: str) -> None:
    assert said(text) == [(condition, "present", "Keta")]


@pytest.mark.parametrize(
    "text",
    [
        "The last relief convoy rolled into Keta on 11 March.",
        "A patrol came under fire near Keta: one soldier was killed.",
        "Their military escort came under heavy fire near Keta.",
        "Nineteen posts were razed in Keta.",
        "Gunmen stormed an army base at Keta.",
    ],
)
def test_the_last_convoy_and_a_stormed_base_are_no_condition(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "condition", "state"),
    [
        ("The only bridge to Keta gave way on Tuesday.", "besieged", "present"),
        ("Not one house in Keta has electricity.", "no_power", "present"),
        ("Bread is being baked again in Keta.", "no_food", "restored"),
        ("A plane brought insulin to Keta, the first since June.", "no_medicine", "restored"),
        ("Shells have been dropping on Keta.", "bombarded", "present"),
        ("The truce in Keta lasted a night.", "ceasefire", "absent"),
    ],
)
def test_bridges_give_way_and_bread_is_baked_again(text: str, condition: str, state: str) -> None:
    assert said(text) == [(condition, state, "Keta")]


def test_whoever_cannot_phone_anyone_is_not_kept_from_leaving() -> None:
    assert said("Relatives cannot phone anyone in Keta.") == [("no_communications", "present", "Keta")]
