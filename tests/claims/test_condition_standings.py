"""Rival conditions: who contradicts whom about water, power and ways out, and who only reports that it has changed."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import hypothesis.strategies as st
import pytest
from builders import condition, document, figure
from hypothesis import given

from humsit.claims import ConditionQuestion, condition_questions
from humsit.claims.conditions import CONTEST_DAYS, HOLDS_DAYS
from humsit.records import Condition

MARCH = dt.date(2022, 3, 1)
SINGLE, CORROBORATED, DIVERGENT, CONTESTED = "single_source", "corroborated", "divergent", "contested"


def said(claimant: str, state: str, day: int | None, report: str = "", **fields: Any) -> Condition:
    """What `claimant` says of the power at Kharkiv on this day of March 2022."""
    report = report or f"{claimant} {state} {day}"
    as_of = None if day is None else MARCH + dt.timedelta(days=day - 1)
    read = {"condition": "no_power", "state": state, "place": "Kharkiv", "claimant": claimant, "as_of": as_of, "published": as_of}
    unique = {"fact_id": f"{report}|{claimant}|{state}|{day}|{fields.get('place')}", "publisher": f"paper {report}"}
    return condition("no power", document("There is no power.", document_id=report), **read | unique | fields)


def only(*facts: Condition) -> ConditionQuestion:
    (question,) = condition_questions(facts)
    return question


def test_the_governor_against_the_residents_reads_as_people_say_it() -> None:
    question = only(said("the governor", "restored", 4), said("residents", "present", 4))
    assert question.standing == CONTESTED
    assert question.reason == (
        "Power at Kharkiv: back since 4 March 2022, according to the governor; none on 4 March 2022, according to residents. "
        "They contradict each other about days no more than 2 apart."
    )
    assert question.short == "Power: back since 4 March 2022, but none according to residents"


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (("present", 4), ("present", 4), CORROBORATED),
        (("absent", 4), ("restored", 5), CORROBORATED),  # it does not hold, say both
        (("present", 4), ("absent", 4), CONTESTED),
        (("present", 4), ("restored", 4 + CONTEST_DAYS), CONTESTED),
        (("present", 4), ("restored", 5 + CONTEST_DAYS), SINGLE),  # it has changed
        (("restored", 4), ("present", 5 + CONTEST_DAYS), SINGLE),  # and gone again
        (("disputed", 4), ("present", 4), CONTESTED),
        (("present", 1), ("present", 1 + HOLDS_DAYS), CORROBORATED),
        (("present", 1), ("present", 2 + HOLDS_DAYS), SINGLE),  # too old to say anything of today
        (("present", None), ("restored", 4), DIVERGENT),  # nobody knows which is the later
        (("present", None), ("present", 4), CORROBORATED),
    ],
)
def test_two_claimants(one: tuple[str, int | None], other: tuple[str, int | None], standing: str) -> None:
    question = only(said("the governor", *one), said("residents", *other))
    assert question.standing == standing, question.reason


def test_a_disputed_state_contests_by_itself() -> None:
    question = only(said("the governor", "disputed", 4))
    assert question.standing == CONTESTED
    assert "disputed on 4 March 2022, according to the governor" in question.reason


def test_a_later_report_of_a_change_is_history_and_contradicts_nobody() -> None:
    question = only(said("residents", "present", 1), said("the governor", "restored", 10))
    assert question.standing == SINGLE
    assert [(claim.claimant, claim.overtaken) for claim in question.claims] == [("the governor", False), ("residents", True)]
    assert "Before: none on 1 March 2022, according to residents." in question.reason
    assert [fact.claimant for fact, _ in question.history] == ["the governor", "residents"]


def test_a_claimants_newest_word_counts_and_what_it_said_before_is_kept() -> None:
    question = only(said("the governor", "present", 1), said("the governor", "present", 2), said("the governor", "restored", 3))
    (claim,) = question.claims
    assert (claim.state, str(claim.since), len(claim.superseded)) == ("restored", "2022-03-03", 2)
    assert question.standing == SINGLE


def test_who_tells_of_a_change_contradicts_nobody_who_said_the_same_as_it_did_before() -> None:
    """The mayor said with the residents that there was none, and a day later that it is back."""
    question = only(said("residents", "present", 3), said("the mayor", "present", 3), said("the mayor", "restored", 4))
    assert question.standing == SINGLE, question.reason


def test_an_old_answer_does_not_speak_for_one_that_came_back_after_a_change() -> None:
    question = only(said("residents", "present", 1), said("the mayor", "restored", 10), said("the mayor", "present", 14))
    assert question.standing == SINGLE, question.reason


def test_copies_of_one_claimant_in_several_papers_are_one_claim() -> None:
    question = only(*(said("the governor", "restored", 4, report=f"paper {n}") for n in range(5)))
    assert question.standing == SINGLE
    (claim,) = question.claims
    assert (len(claim.publishers), len(claim.reports)) == (5, 5)


def test_a_headline_that_repeats_its_claimant_is_no_second_one() -> None:
    question = only(said("the governor", "restored", 4, report="a"), said("", "restored", 4, report="a"))
    assert [claim.claimant for claim in question.claims] == ["the governor"]


def test_two_papers_that_speak_for_themselves_are_two() -> None:
    question = only(said("", "present", 4, publisher="The Echo"), said("", "present", 4, report="b", publisher="Herald"))
    assert question.standing == CORROBORATED
    assert {claim.name for claim in question.claims} == {"The Echo itself", "Herald itself"}


def test_other_places_and_other_conditions_are_other_questions() -> None:
    apart = [
        said("the governor", "restored", 4, place="Kharkiv"),
        said("residents", "present", 4, place="Kharkiv district hospital"),
        said("residents", "present", 4, condition="no_water"),
        said("residents", "present", 4, report="b", place=""),  # and its report names no place at all
        said("the mayor", "absent", 4, report="c", place=""),
    ]
    assert [question.standing for question in condition_questions(apart)] == [SINGLE] * 5


def test_one_place_under_two_names_is_one_question() -> None:
    assert (
        only(said("the governor", "restored", 4), said("residents", "present", 4, place="the city of Kharkiv")).standing
        == CONTESTED
    )


def test_a_report_that_names_one_place_speaks_of_it() -> None:
    report = document("22 were killed. There is no power.", document_id="r")
    placed = figure("22", report, place="Kharkiv")
    unplaced = said("residents", "present", 4, report="r", place="")
    questions = condition_questions([placed, unplaced, said("the governor", "restored", 4)])
    assert [question.standing for question in questions] == [CONTESTED]


def test_disputed_ones_come_first() -> None:
    calm, disputed = said("the mayor", "present", 20, place="Sumy"), [said("a", "present", 4), said("b", "absent", 4)]
    assert [question.place for question in condition_questions([calm, *disputed])] == ["Kharkiv", "Sumy"]


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    day = draw(st.one_of(st.none(), st.integers(1, 12)))
    return said(
        draw(st.sampled_from(["the governor", "Kharkiv's governor", "residents", "the Red Cross", ""])),
        draw(st.sampled_from(["present", "absent", "restored", "disputed"])),
        day,
        draw(st.sampled_from("abc")),
        place=draw(st.sampled_from(["Kharkiv", "Sumy", ""])),
    )


many = st.lists(conditions(), max_size=12, unique_by=lambda fact: fact.fact_id)


@given(many, st.randoms())
def test_the_order_of_the_facts_changes_nothing(facts: list[Condition], chance: random.Random) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert condition_questions(shuffled) == condition_questions(facts)


@given(many, st.integers(-60, 60))
def test_a_translation_of_all_dates_changes_nothing(facts: list[Condition], days: int) -> None:
    def later(day: dt.date | None) -> dt.date | None:
        return None if day is None else day + dt.timedelta(days)

    moved = [fact.model_copy(update={"as_of": later(fact.as_of), "published": later(fact.published)}) for fact in facts]
    now = {question.question_id: (question.standing, question.facts) for question in condition_questions(facts)}
    assert {question.question_id: (question.standing, question.facts) for question in condition_questions(moved)} == now


@given(many)
def test_every_condition_stands_in_one_question_and_something_holds_now(facts: list[Condition]) -> None:
    questions = condition_questions(facts)
    assert sorted(i for question in questions for i in question.facts) == sorted(fact.fact_id for fact in facts)
    for question in questions:
        assert question.now
        assert question.short
        assert len(question.history) == len(question.facts)
        if len(question.claims) == 1:
            assert question.standing in (SINGLE, CONTESTED)


@given(many.filter(lambda facts: all(fact.claimant for fact in facts)))
def test_a_third_paper_that_prints_the_same_changes_no_standing(facts: list[Condition]) -> None:
    copies = [
        fact.model_copy(update={"document_id": f"third {fact.document_id}", "fact_id": f"3 {fact.fact_id}", "publisher": "third"})
        for fact in facts
        if fact.place
    ]
    before = {q.question_id: q.standing for q in condition_questions(facts)}
    after = {q.question_id: q.standing for q in condition_questions([*facts, *copies])}
    assert after == before
