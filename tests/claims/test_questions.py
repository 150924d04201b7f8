"""Which figures are one question, and which must stay apart."""

from __future__ import annotations

from typing import Any

import pytest
from builders import claimed

from humsit.claims import compare

Fields = dict[str, Any]


def together(one: Fields, other: Fields) -> bool:
    a = claimed(**{"said": "20", "claimant": "the mayor", "report": "a"} | one)
    b = claimed(**{"said": "21", "claimant": "the Red Cross", "report": "b"} | other)
    standings = compare([a, b]).standings
    return standings[a.fact_id].question_id == standings[b.fact_id].question_id


SAME: list[tuple[str, Fields, Fields]] = [
    ("people and residents", {"group": "people"}, {"group": "residents"}),
    ("no noun and a noun", {"group": ""}, {"group": "sailors"}),
    ("civilians and people", {"group": "civilians", "population_group": "civilians"}, {"group": "people"}),
    (
        "soldiers, troops and fighters of one side",
        {"group": "Russian soldiers", "population_group": "combatants", "side": "Russia"},
        {"group": "troops", "population_group": "combatants", "side": "Russian"},
    ),
    (
        "its fighters are the claimant's",
        {"group": "its fighters", "population_group": "combatants", "claimant": "the 3rd Column"},
        {"group": "fighters of the 3rd Column", "population_group": "combatants", "claimant": "the FARC"},
    ),
    ("a city and its name", {"place": "the city of Kosti"}, {"place": "Kosti"}),
    ("accents", {"place": "Bogotá"}, {"place": "Bogota"}),
    ("a place left out, in a report about one place", {"place": ""}, {"report": "a", "place": "Kosti"}),
    ("homes and houses", {"measure": "homes_destroyed", "group": "homes"}, {"measure": "homes_destroyed", "group": "houses"}),
    (
        "dengue cases and cases of dengue",
        {"measure": "infected", "group": "dengue cases"},
        {"measure": "infected", "group": "cases of dengue"},
    ),
    ("one flood under two words", {"event": "floods"}, {"event": "flooding"}),
    (
        "the same start",
        {"period_start": "2025-01-01", "series": "cumulative"},
        {"period_start": "2025-01-02", "series": "cumulative"},
    ),
    (
        "what the desk does not follow, under one noun",
        {"measure": "other", "group": "trainees"},
        {"measure": "other", "group": "trainees"},
    ),
    ("inhabitants years apart", {"measure": "population", "day": 1}, {"measure": "population", "as_of": "2023-01-01"}),
]

APART: list[tuple[str, Fields, Fields]] = [
    ("killed and injured", {"measure": "killed"}, {"measure": "injured"}),
    ("displaced and refugees", {"measure": "displaced"}, {"measure": "refugees"}),
    ("persons and households", {"unit": "people"}, {"unit": "households"}),
    ("two places", {"place": "Kosti"}, {"place": "Rabak"}),
    ("soldiers and civilians", {"population_group": "combatants"}, {"population_group": "civilians"}),
    ("children and people", {"population_group": "children"}, {}),
    (
        "the dead of two sides",
        {"population_group": "combatants", "side": "Russia"},
        {"population_group": "combatants", "side": "Ukraine"},
    ),
    (
        "fighters that a party claims to have killed, and its own",
        {"population_group": "combatants", "group": "fighters", "claimant": "the FARC", "stance": "claimed"},
        {"population_group": "combatants", "group": "FARC guerrillas"},
    ),
    (
        "schools and hospitals",
        {"measure": "facilities_damaged", "unit": "facilities", "group": "schools"},
        {"measure": "facilities_damaged", "unit": "facilities", "group": "hospitals"},
    ),
    ("dengue and cholera", {"measure": "infected", "group": "dengue cases"}, {"measure": "infected", "group": "cholera cases"}),
    ("a fire and a flood", {"event": "fire"}, {"event": "flood"}),
    ("a flow and a stock", {"series": "flow"}, {"series": "stock"}),
    ("daily cases of two days", {"series": "flow", "day": 17}, {"series": "flow", "day": 18}),
    (
        "two periods",
        {"period_start": "2024-06-01", "series": "cumulative"},
        {"period_start": "2025-01-01", "series": "cumulative"},
    ),
    ("half a year apart", {"day": 1}, {"as_of": "2025-07-01"}),
    ("two figures of no measure", {"measure": "other"}, {"measure": "other"}),
    ("different unnamed places", {"place": ""}, {"place": ""}),
    (
        "money asked and money received",
        {"measure": "funding", "unit": "usd", "said": "3200000"},
        {"measure": "funding", "unit": "usd", "said": "1100000", "report": "a", "claimant": "the mayor"},
    ),
]


@pytest.mark.parametrize(("one", "other"), [pytest.param(one, other, id=name) for name, one, other in SAME])
def test_one_question(one: Fields, other: Fields) -> None:
    assert together(one, other)


@pytest.mark.parametrize(("one", "other"), [pytest.param(one, other, id=name) for name, one, other in APART])
def test_two_questions(one: Fields, other: Fields) -> None:
    assert not together(one, other)


def test_a_part_and_its_total_are_two_questions() -> None:
    total = claimed("22")
    part = claimed("3", part_of=total.fact_id)
    standings = compare([total, part]).standings
    assert standings[total.fact_id].question_id != standings[part.fact_id].question_id


def test_a_part_joins_the_question_that_another_report_asks_of_it() -> None:
    total = claimed("1900", measure="homes_destroyed", place="Biobío")
    part = claimed("240", measure="homes_destroyed", part_of=total.fact_id)
    mayor = claimed("620", "the mayor", "b", measure="homes_destroyed")
    standings = compare([total, part, mayor]).standings
    assert standings[part.fact_id].question_id == standings[mayor.fact_id].question_id
    assert standings[part.fact_id].question_id != standings[total.fact_id].question_id


def test_two_numbers_of_one_claimant_in_one_report_are_two_questions() -> None:
    a, b = claimed("18"), claimed("44")
    assert len(compare([a, b]).questions) == 2


def test_but_not_where_the_report_says_that_the_number_rose() -> None:
    assert len(compare([claimed("14", day=7), claimed("19", day=8)]).questions) == 1


def test_more_reports_keep_the_name_of_a_question() -> None:
    one = claimed("20", "the mayor")
    before = compare([one]).standings[one.fact_id].question_id
    after = compare([claimed("19", "the brigade", "0", 1), one]).standings[one.fact_id].question_id
    assert before == after


def test_a_text_does_not_contradict_its_own_source_by_much() -> None:
    own, cited = claimed("1100", ""), claimed("27000", "the mayor")
    assert len(compare([own, cited]).questions) == 2
    assert len(compare([claimed("20", ""), cited.model_copy(update={"value": 25, "low": 25, "high": 25})]).questions) == 1


def test_who_names_what_it_counts_beside_one_who_does_not_counts_a_part() -> None:
    brothers, all_missing = claimed("2", "a survivor", group="brothers"), claimed("29", "the coast guard")
    assert len(compare([brothers, all_missing]).questions) == 2


def test_two_days_in_one_report_are_two_questions_unless_the_number_moved() -> None:
    first = claimed("19", day=21, quote="19 were killed on 21 January.")
    second = claimed("94", day=29, quote="94 were killed on 29 January.")
    rose = second.model_copy(update={"quote": "The toll had risen to 94 by 29 January."})
    assert len(compare([first, second]).questions) == 2
    assert len(compare([first, rose]).questions) == 1


def test_new_cases_are_a_flow_and_since_january_is_a_total() -> None:
    quote = "1,150 new cases of dengue were reported for the previous 24 hours."
    new = claimed("1150", measure="infected", day=18, start=0, end=5, quote=quote, quote_start=0, quote_end=len(quote))
    total = claimed("38400", report="b", measure="infected", day=18, period="since January")
    assert len(compare([new, total]).questions) == 2
