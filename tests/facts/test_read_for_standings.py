"""What a question's standing hangs on: which numbers are figures, of whom, whose, by whom, when, where and what replaced them."""

from __future__ import annotations

import pytest
from reading import figures

DAYS = [
    ("Six people were killed in the protests on 11 and 12 May.", ["Six"]),
    ("Police killed 14 demonstrators on 3, 4 and 5 June in Keta.", ["14"]),
    ("Nine farmers were killed between 11 and 12 May.", ["Nine"]),
    ("Scores were killed on the nights of 11 and 12 May.", ["Scores"]),
    ("Residents were killed in Keta on May 3 and 4.", []),
    ("On May 3, 12 people were killed; nine were killed on May 2 and 12 on May 3.", ["12", "nine", "12"]),
    ("On 3 May, 12 and 14 people died in Keta and Ho.", ["12", "14"]),
]


@pytest.mark.parametrize(("text", "numbers"), DAYS)
def test_days_of_a_month_in_a_row_are_no_figures(text: str, numbers: list[str]) -> None:
    assert [figure.number for figure in figures(text)] == numbers


NUMBERED = [
    ("The number of passengers rescued alive remains 64.", "rescued", "passengers"),
    ("The number of children treated stands at 40.", "assisted", "children"),
    ("The number of houses destroyed is 12.", "homes_destroyed", "houses"),
    ("The number of miners found alive is now 17.", "rescued", "miners"),
    ("The number of farmers arrested has risen to 31.", "detained", "farmers"),
    ("The number of people who fled Keta has grown to 4,000.", "displaced", ""),
    ("Two soldiers fell. The mayor raised the number of people killed to 20.", "killed", ""),
]


@pytest.mark.parametrize(("text", "measure", "group"), NUMBERED)
def test_the_participle_behind_the_number_of_somebody_decides(text: str, measure: str, group: str) -> None:
    figure = figures(text)[-1]
    assert (figure.measure, figure.group) == (measure, group)


COUNTED = [
    (
        "The number of Ghanaian soldiers killed near Keta has risen to 39, from 26 the day before.",
        [("Ghanaian soldiers", "combatants", "Ghana")] * 2,
    ),
    ("The number of Togolese fighters wounded in Ho rose from 4 to 9.", [("Togolese fighters", "combatants", "Togo")] * 2),
    (
        "Two soldiers died in the raid. The mayor of Ho raised the number of civilians killed to 11.",
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
    ("The blast in Keta killed 14 people. Nine of the dead were children on their way home.", "children", "children"),
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
    ("The death toll from Monday's strike has reached 58, the mayor said on Tuesday.", "2026-03-03"),
    ("Sunday's flood killed 12 people.", "2026-03-04"),
    ("Nine people had died by Tuesday in Sunday's fire.", "2026-03-03"),
    ("Monday's death toll was 12.", "2026-03-02"),
    ("Nine people were killed on Monday.", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "day"), AS_OF)
def test_the_day_of_an_event_is_not_the_day_of_its_toll(text: str, day: str) -> None:
    assert [str(figure.as_of) for figure in figures(text)] == [day]


REPLACED = [
    ("The number of people killed is 58, not 73, the hospital said.", {"73": "58"}),
    ("The mayor said 12 people had died, not 30 as reported.", {"30": "12"}),
    ("The fire killed not 73 but 58 people.", {"73": "58"}),
    ("The ministry had put the death toll at 73 by mistake; the correct figure is 58.", {"73": "58"}),
    ("The mayor said 58 people had died in Keta. He had wrongly put the toll at 73.", {"73": "58"}),
    ("The hospital corrected the death toll to 58 from 73.", {"73": "58"}),
    ("The militia killed 12 soldiers, not 30 civilians.", {}),
    ("The army said 73 people had died in Keta. The correct figure is 58, the hospital said.", {}),
]


@pytest.mark.parametrize(("text", "replaced"), REPLACED)
def test_a_number_taken_back_is_replaced(text: str, replaced: dict[str, str]) -> None:
    found = figures(text)
    numbers = {figure.fact_id: figure.number for figure in found}
    assert {one.number: numbers[one.replaced_by] for one in found if one.replaced_by} == replaced


SIDES = [
    ("In Keta, 31 servicemen of the Ghanaian army were killed.", "Ghana"),
    ("The clash left 12 fighters of the Ghanaian militia dead.", "Ghana"),
    ("The raid killed 12 soldiers of the Togolese and Ghanaian armies.", ""),
    ("Nine residents of the Ghanaian town of Keta were killed.", ""),
    ("Ghana's Volta movement said the army held 640 of its fighters.", "Volta movement"),
    ("The movement said 640 of the movement's fighters had died.", "The movement"),
    ("The Ghanaian army said nine of its soldiers had died.", "Ghana"),
    ("The group acknowledged the loss of four fighters.", "The group"),
    ("The Volta Front mourned the loss of nine fighters.", "The Volta Front"),
    ("The Volta Front acknowledged the loss of four fighters, a figure that could not be verified.", "The Volta Front"),
    ("The Volta Front admitted that it had lost 12 men.", "The Volta Front"),
    ("The Ghanaian army acknowledged killing nine civilians in Keta.", ""),
    ("The mayor of Ho acknowledged the deaths of nine soldiers.", ""),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_whose_people_are_counted(text: str, side: str) -> None:
    assert [figure.side for figure in figures(text)] == [side]


CLAIMANTS = [
    (
        "The International Organization for Migration on Monday put the displaced at 19,905 people.",
        "The International Organization for Migration",
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
    ("A landslide buried part of the village of Keta, in Anloga regency on Ghana's Volta island, killing 73 people.", "Keta"),
    ("A fire in the town of Keta, in the Anloga district of Ghana's Volta region, killed nine people.", "Keta"),
    ("The cyclone hit Keta on Ghana's Volta island, destroying 900 homes.", "Keta"),
    ("A ferry sank in the Volta off Keta, killing 12 people.", "Keta"),
    ("A boat sank in the Volta River off the town of Keta on Monday, killing 12 people.", "Keta"),
    ("Twelve people died when a ferry sank in the Volta off Keta.", "Keta"),
    ("Nine migrants drowned near Keta off Ghana.", "Keta"),
    ("A fire on the island of Ada off Keta killed nine people.", "Ada"),
    ("Floods along the Volta have displaced 18,000 people in Keta district.", "Keta"),
    ("Floods along the Volta have displaced 18,000 people.", "Volta"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_narrowest_of_a_chain_of_places(text: str, place: str) -> None:
    assert [figure.place for figure in figures(text)] == [place]


HELD = [
    ("The movement said 640 of the movement's fighters are in Keta's prisons.", "detained"),
    ("Nine soldiers remain in the militia's prisons.", "detained"),
    ("The militia said it held up to 300 soldiers.", "detained"),
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
