"""What a question's standing hangs on: which numbers are figures, of whom, whose, by whom, when, where and what replaced them."""

from __future__ import annotations

import pytest
from reading import figures

DAYS = [
    ("Four herders lost their lives at the roadblocks on 21 and 22 August.", ["Four"]),
    ("Police killed 14 demonstrators on 3, 4 and 5 June in Keta.", ["14"]),
    ("Nine farmers were killed between 6 and 7 October.", ["Nine"]),
    ("Scores were wounded in Osh in the nights of 6 and 7 October.", ["Scores"]),
    ("Residents were killed in Keta on May 3 and 4.", []),
    ("On May 3, 12 people were killed; nine were killed on May 2 and 12 on May 3.", ["12", "nine", "12"]),
    ("On 3 May, 12 and 14 people died in Keta and Ho.", ["12", "14"]),
]


@pytest.mark.parametrize(("text", "numbers"), DAYS)
def test_days_of_a_month_in_a_row_are_no_figures(text: str, numbers: list[str]) -> None:
    assert [figure.number for figure in figures(text)] == numbers


NUMBERED = [
    ("The number of hikers rescued unhurt remains 23.", "rescued", "hikers"),
    ("The number of children treated stands at 40.", "assisted", "children"),
    ("The number of houses destroyed is 12.", "homes_destroyed", "houses"),
    ("The number of miners found alive is now 17.", "rescued", "miners"),
    ("The number of farmers arrested has risen to 31.", "detained", "farmers"),
    ("The number of people who fled Keta has grown to 4,000.", "displaced", ""),
    ("Two soldiers fell. The hospital now puts the number of people wounded at 20.", "injured", ""),
]


@pytest.mark.parametrize(("text", "measure", "group"), NUMBERED)
def test_the_participle_behind_the_number_of_somebody_decides(text: str, measure: str, group: str) -> None:
    figure = figures(text)[-1]
    assert (figure.measure, figure.group) == (measure, group)


COUNTED = [
    (
        "The number of Kenyan troops hurt in Goma has climbed to 17, from five on Sunday.",
        [("Kenyan troops", "combatants", "Kenya")] * 2,
    ),
    ("The number of Togolese fighters wounded in Ho rose from 4 to 9.", [("Togolese fighters", "combatants", "Togo")] * 2),
    (
        "Two soldiers drowned at the ford. A doctor in Tamale put the number of civilians drowned at 31.",
        [("soldiers", "combatants", ""), ("civilians", "civilians", "")],
    ),
    (
        "Two soldiers fell. Some 18 people, all civilians, died too.",
        [("soldiers", "combatants", ""), ("civilians", "civilians", "")],
    ),
    (
        "Two soldiers fell. The mayor put the number of people killed at 20.",
        [("soldiers", "combatants", ""), ("", "unspecified", "")],
    ),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_group_and_part_of_the_population_agree(text: str, counted: list[tuple[str, str, str]]) -> None:
    assert [(figure.group, figure.population_group, figure.side) for figure in figures(text)] == counted


WERE = [
    (
        "The roof of a mosque in Homs fell in and killed 22 people. Seven of the victims were children at their lessons.",
        "children",
        "children",
    ),
    ("The blast in Keta killed 14 people. Twelve of them were women.", "women", "women"),
    ("The army said 14 people died in Ho. It said 4 of the victims were soldiers.", "soldiers", "combatants"),
    ("The raid killed 14 people. Two of those killed were Togolese policemen.", "Togolese policemen", "unspecified"),
    ("Three of the wounded were soldiers.", "soldiers", "combatants"),
    ("Five of those killed in Keta on Monday were civilians, the mayor said.", "civilians", "civilians"),
    ("Shells killed 14 people in Ho. Of the dead, nine were civilians.", "civilians", "civilians"),
    ("The blast wounded 12 people. Four of the wounded were in a critical state.", "", "unspecified"),
]


@pytest.mark.parametrize(("text", "group", "population_group"), WERE)
def test_a_part_counts_what_its_predicate_says_that_they_were(text: str, group: str, population_group: str) -> None:
    figure = figures(text)[-1]
    assert (figure.group, figure.population_group) == (group, population_group)


AS_OF = [
    ("The toll of Sunday's stampede stands at 27, a nurse said on Monday.", "2026-03-02"),
    ("Sunday's flood killed 12 people.", "2026-03-04"),
    ("Nine people had died by Tuesday in Sunday's fire.", "2026-03-03"),
    ("Monday's death toll was 12.", "2026-03-02"),
    ("Nine people were killed on Monday.", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "day"), AS_OF)
def test_the_day_of_an_event_is_not_the_day_of_its_toll(text: str, day: str) -> None:
    assert [str(figure.as_of) for figure in figures(text)] == [day]


REPLACED = [
    ("A nurse told us that the number of wounded children is 37, not 45.", {"45": "37"}),
    ("The mayor said 12 people had died, not 30 as reported.", {"30": "12"}),
    ("The fire killed not 26 but 19 people.", {"26": "19"}),
    ("The council had put the death toll at 51 by mistake; the correct figure is 44.", {"51": "44"}),
    ("The mayor said 33 people had died in Keta. He had wrongly put the toll at 39.", {"39": "33"}),
    ("The hospital corrected the death toll to 16 from 18.", {"18": "16"}),
    ("The militia killed 12 soldiers, not 30 civilians.", {}),
    ("The army said 28 people had died in Keta. The correct figure is 25, the hospital said.", {}),
]


@pytest.mark.parametrize(("text", "replaced"), REPLACED)
def test_a_number_taken_back_is_replaced(text: str, replaced: dict[str, str]) -> None:
    found = figures(text)
    numbers = {figure.fact_id: figure.number for figure in found}
    assert {one.number: numbers[one.replaced_by] for one in found if one.replaced_by} == replaced


SIDES = [
    ("Five sailors of the Ghanaian navy were killed near Keta.", "Ghana"),
    ("The clash left 12 fighters of the Ghanaian militia dead.", "Ghana"),
    ("The raid killed 12 soldiers of the Togolese and Ghanaian armies.", ""),
    ("Nine residents of the Ghanaian town of Keta were killed.", ""),
    ("Some 52 of its fighters are in the hands of the army, Ghana's Volta movement said.", "Volta movement"),
    ("Snipers shot dead 75 of the movement's fighters, the movement said.", "the movement"),
    ("Two of its soldiers have drowned, the Ghanaian army said.", "Ghana"),
    ("The group has conceded losing seven fighters.", "The group"),
    ("The Volta Front mourned the loss of nine fighters.", "The Volta Front"),
    ("The Volta Front now admits the death of six gunmen, a number that nobody has checked.", "The Volta Front"),
    ("The Volta Front admitted that it had lost 12 men.", "The Volta Front"),
    ("The Ghanaian army acknowledged killing nine civilians in Keta.", ""),
    ("The mayor of Ho acknowledged the deaths of nine soldiers.", ""),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_whose_people_are_counted(text: str, side: str) -> None:
    assert [figure.side for figure in figures(text)] == [side]


CLAIMANTS = [
    (
        "The Lake Chad Basin Commission on Thursday put the homeless at 8,150 people.",
        "The Lake Chad Basin Commission",
    ),
    ("The Keta district council last week gave the number of homes destroyed as 120.", "The Keta district council"),
    ("The Togolese police last Friday put the number of wounded at 19.", "The Togolese police"),
    ("The health ministry later provisionally put the homeless at around 450 people.", "The health ministry"),
    ("The Ghana Red Cross on Tuesday estimated the dead at 45.", "The Ghana Red Cross"),
    ("The storm put the 400 residents at risk.", ""),
]


@pytest.mark.parametrize(("text", "claimant"), CLAIMANTS)
def test_a_day_may_stand_between_who_puts_a_number_and_the_verb(text: str, claimant: str) -> None:
    assert [figure.claimant for figure in figures(text)] == [claimant]


PLACES = [
    ("Sixteen farmers died when lava ran over the hamlet of Keta, in Anloga county on Ghana's Volta island.", "Keta"),
    ("A fire in the town of Keta, in the Anloga district of Ghana's Volta region, killed nine people.", "Keta"),
    ("The cyclone hit Keta on Ghana's Volta island, destroying 900 homes.", "Keta"),
    ("A ferry sank in the Volta off Keta, killing 12 people.", "Keta"),
    ("A boat sank in the Volta River off the town of Keta on Monday, killing 12 people.", "Keta"),
    ("Twelve people died when a ferry sank in the Volta off Keta.", "Keta"),
    ("Nine migrants drowned near Keta off Ghana.", "Keta"),
    ("A fire on the island of Ada off Keta killed nine people.", "Ada"),
    ("Rockfalls along the Volta have cut off 2,700 people in Keta district.", "Keta"),
    ("Rockfalls along the Volta have cut off 2,700 people.", "Volta"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_narrowest_of_a_chain_of_places(text: str, place: str) -> None:
    assert [figure.place for figure in figures(text)] == [place]


HELD = [
    ("Some 72 of the front's men are in Homs's jails, the front said.", "detained"),
    ("Nine soldiers remain in the militia's prisons.", "detained"),
    ("The militia insists that it holds nearly 150 policemen.", "detained"),
    ("The front said that it holds at least 90 soldiers.", "detained"),
    ("The militia is holding 12 men as prisoners.", "detained"),
    ("Keta's prison holds 1,200 inmates.", "detained"),
    ("The school holds 300 pupils.", "sheltered"),
    ("The hall is full; it holds 90 families.", "sheltered"),
]


@pytest.mark.parametrize(("text", "measure"), HELD)
def test_whoever_is_held_by_a_force_or_a_prison_is_detained(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


def test_who_says_how_many_were_soldiers_boasts_of_nothing() -> None:
    found = figures("The army said 14 people died in Ho. It said 4 of the victims were soldiers.")
    assert [figure.stance for figure in found] == ["reported", "reported"]
