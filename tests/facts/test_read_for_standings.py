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
