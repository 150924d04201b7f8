"""Counting against gold: what is found, what is right of it, what was too much. Small texts whose scores can be told by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import condition, denial, document, figure

from humsit.accuracy import Accuracy, evaluate, same_group, same_name
from humsit.gold import GoldText, read_gold
from humsit.records import AnyFact, UnreadableInput

TEXT = "Police said 22 bodies lay at Kyiv, 22 more at Lviv. There was no water in Kyiv and Lviv. He is 77."
REPORT = document(TEXT, document_id="t")
KILLED = {"measure": "killed", "unit": "people", "claimant": ["Kyiv police", "Police"]}
AT_KYIV = {"number": "22", "nth": 1, "low": 22, "high": 22, "qualifier": "exact", "place": "Kyiv", "stance": "reported", **KILLED}
AT_LVIV = AT_KYIV | {"nth": 2, "place": "Lviv"}
NO_WATER = {"phrase": "no water", "condition": "no_water", "state": "present", "place": "Kyiv", "claimant": [""]}


def gold(*figures: Any, conditions: Any = (), traps: Any = ()) -> GoldText:
    return GoldText(id="t", text=TEXT, figures=figures, conditions=conditions, traps=traps)


def read(**fields: Any) -> AnyFact:
    return figure("22", of=REPORT, **{"place": "Kyiv", "claimant": "Police"} | fields)


def score(text: GoldText, *facts: AnyFact) -> Accuracy:
    return evaluate([text], {"t": facts})


def test_a_figure_with_the_right_words_and_measure_is_found_and_one_of_two_is_half_the_recall() -> None:
    found = score(gold(AT_KYIV, AT_LVIV), read()).found
    assert (found.precision, found.recall, round(found.f1, 4)) == (1.0, 0.5, 0.6667)


def test_one_reading_answers_one_gold_figure_and_a_second_reading_of_it_is_one_too_many() -> None:
    found = score(gold(AT_KYIV), read(), read()).found
    assert (found.precision, found.recall) == (0.5, 1.0)


def test_another_measure_on_the_same_words_is_a_miss_and_one_too_many() -> None:
    result = score(gold(AT_KYIV), read(measure="injured"))
    assert (result.found.precision, result.found.recall) == (0.0, 0.0)
    assert {measure: (rate.read, rate.there) for measure, rate in result.by_measure.items()} == {
        "injured": (1, 0),
        "killed": (0, 1),
    }


def test_half_of_the_characters_must_be_shared() -> None:
    wide = {"start": 12, "end": 16}
    assert score(gold(AT_KYIV), read(**wide)).found.f1 == 1.0
    assert score(gold(AT_KYIV), read(**wide | {"end": 17})).found.f1 == 0.0


@pytest.mark.parametrize(
    ("fields", "wrong", "record"),
    [
        ({}, None, 1.0),
        ({"low": 22, "high": None}, "interval", 0.0),
        ({"qualifier": "at_least"}, "qualifier", 1.0),
        ({"unit": "households"}, "unit", 1.0),
        ({"group": "children"}, "group", 1.0),
        ({"place": "Lviv"}, "place", 0.0),
        ({"claimant": "Russia"}, "claimant", 0.0),
        ({"stance": "claimed"}, "stance", 1.0),
    ],
)
def test_each_field_is_counted_by_itself_and_the_record_asks_for_interval_place_and_claimant(
    fields: dict[str, Any], wrong: str | None, record: float
) -> None:
    result = score(gold(AT_KYIV), read(**fields))
    assert {name for name, share in result.fields.items() if share < 1} == ({wrong} if wrong else set())
    assert result.record.f1 == record
    assert len(result.errors) == bool(wrong)


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "read_low", "read_high", "right"),
    [
        ("more_than", 22, None, 22, None, True),
        ("more_than", 22, None, 22, 22, False),
        ("nearly", None, 22, 20.9, 22, True),
        ("nearly", None, 22, None, 22, True),
        ("nearly", None, 22, 10, 22, False),
        ("approximately", 22, 22, 20.9, 23.1, True),
        ("approximately", 22, 22, 22, 22, True),
        ("approximately", 22, 22, 15, 22, False),
        ("approximately", 22, 22, 22, None, False),
        ("vague", 24, 99, 12, 198, True),
        ("vague", 24, 99, 24, None, True),
        ("vague", 24, 99, 11, 99, False),
        ("vague", 24, 99, None, 99, False),
        ("range", 20, 22, 20, 22.00001, True),
        ("range", 20, 22, 20, 22.1, False),
    ],
)
def test_the_room_that_each_qualifier_leaves(
    qualifier: str, low: float | None, high: float | None, read_low: float | None, read_high: float | None, right: bool
) -> None:
    wanted = AT_KYIV | {"qualifier": qualifier, "low": low, "high": high}
    assert score(gold(wanted), read(qualifier=qualifier, low=read_low, high=read_high)).fields["interval"] == right


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the city of Kyiv", "Kyiv", True),
        ("Kyiv region", "Kyiv", True),
        ("Lviv", "Kyiv", False),
        ("South Sudan", "Sudan", False),
        ("Ministry of Health", "Health Ministry", True),
        ("Health Ministry of the Donetsk Republic", "Health", False),
        ("", "", True),
        (None, "", True),
        ("", "Kyiv", False),
        ("The", "the", True),
    ],
)
def test_two_names_are_the_same_when_one_holds_the_other_and_not_much_more(one: str | None, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("people", "", True),
        ("bodies", "dead people", True),
        ("Russian soldiers", "soldiers", True),
        ("children", "child soldiers", False),
        ("schools", "school", True),
        ("soldiers", "", False),
    ],
)
def test_a_group_is_the_same_whatever_it_calls_people_in_general(one: str, other: str, same: bool) -> None:
    assert same_group(one, other) is same_group(other, one) is same


def test_figures_of_measure_other_ask_for_nothing_and_count_for_nothing() -> None:
    result = score(gold(AT_KYIV | {"measure": "other"}), read(measure="other"))
    assert (result.found.read, result.found.there) == (0, 0)


def test_a_figure_on_a_trap_springs_it_but_not_one_that_is_right() -> None:
    traps = [{"number": "77", "why": "an age"}, {"number": "22", "nth": 1}]
    result = score(gold(AT_KYIV, traps=traps), read(), figure("77", of=REPORT))
    assert result.as_dict(1)["traps sprung"] == "1 of 2"


def test_a_condition_is_found_at_its_words_or_by_its_place_and_its_fields_are_counted() -> None:
    elsewhere = condition("no", of=REPORT, start=0, end=2, place="Kyiv", state="absent")
    for read_so in (condition("no water", of=REPORT, place="Lviv"), elsewhere):
        result = score(gold(conditions=[NO_WATER]), read_so)
        assert result.conditions.f1 == 1.0
    assert result.condition_fields == {"state": 0.0, "place": 1.0, "claimant": 1.0}


def test_words_come_before_places_so_that_two_places_are_not_mixed_up() -> None:
    second = NO_WATER | {"phrase": "water in Kyiv and Lviv", "place": "Lviv"}
    facts = [condition("no", of=REPORT, start=0, end=2, place="Kyiv"), condition("no water", of=REPORT, place="Lviv")]
    result = score(gold(conditions=[NO_WATER, second]), *facts)
    assert (result.conditions.recall, result.condition_fields["place"]) == (0.5, 0.0)


def test_the_same_condition_said_again_at_the_same_place_is_not_one_too_many() -> None:
    at_its_words = condition("no water", of=REPORT, place="Kyiv")

    def precision(*more: AnyFact) -> float:
        return score(gold(conditions=[NO_WATER]), at_its_words, *more).conditions.precision

    assert precision(condition("He is", of=REPORT, place="Kyiv")) == 1.0
    assert precision(condition("He is", of=REPORT, place="Odessa")) == 0.5
    assert precision(condition("He is", of=REPORT, place="Kyiv", state="restored")) == 0.5


def test_an_optional_condition_may_be_read_or_not() -> None:
    optional = gold(conditions=[NO_WATER | {"optional": True}])
    for facts in ([], [condition("no water", of=REPORT, place="Kyiv")]):
        assert (score(optional, *facts).conditions.read, score(optional, *facts).conditions.there) == (0, 0)


def test_a_denial_without_a_number_counts_for_nothing() -> None:
    assert score(gold(), denial("He is", of=REPORT)).as_dict(1)["predicted"] == 0


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not valid JSON"),
        ('{"id": "a", "text": "22 died", "figures": [{"number": "22", "measure": "slain"}]}', "not gold: figures.0.measure"),
        ('{"id": "a", "text": "22 died", "figures": [{"number": "23", "measure": "killed"}]}', "not gold: “23” stands fewer"),
        ('{"id": "a", "text": "22 died", "traps": [{"number": "22", "nth": 2}]}', "not gold: “22” stands fewer than 2 times"),
        ('{"text": "22 died"}', "not gold: id"),
    ],
)
def test_broken_gold_is_named_with_its_line(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(UnreadableInput, match=rf"gold\.jsonl, line 1 is {reason}"):
        read_gold(path)
