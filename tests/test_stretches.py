"""What held from when to when: contested times of a question, and what was said of a condition."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

from builders import condition, denial, document, figure

from humsit.claims import Question, compare, condition_questions
from humsit.records import AnyFact, ConditionState, Standing
from humsit.situation.stretches import Contest, contests, held, told_by


def day(number: int) -> dt.date:
    return dt.date(2024, 5, number)


def told(number: str, on: int, claimant: str, **more: Any) -> AnyFact:
    report = document(
        f"{number} killed at Chernihiv, says {claimant} on {on}.", document_id=f"{claimant}-{on}", published=day(on)
    )
    when = {"published": day(on), "as_of": day(on), "as_of_precision": "day", "publisher": "The Echo"}
    return figure(number, report, claimant=claimant, series="cumulative", **when | more)


def asked(*facts: AnyFact) -> Question:
    (question,) = compare(facts).questions
    return question


def test_a_contest_begins_when_the_second_side_speaks_and_lasts_while_both_stand() -> None:
    question = asked(told("100", 1, "Army"), told("900", 3, "Rebels"))
    assert question.standing is Standing.CONTESTED
    assert contests(question) == [Contest(day(3), None, 100, 900)]


def test_a_contest_ends_when_a_side_comes_round_and_the_spread_is_the_widest() -> None:
    question = asked(
        told("100", 1, "Army"), told("900", 3, "Rebels"), told("300", 5, "Army"), told("880", 8, "Army"), told("20", 9, "Medics")
    )
    found = contests(question)
    assert question.standing is Standing.CONTESTED
    assert found[0].first == day(3)
    assert found[0].low is not None
    assert found[0].low <= 100
    assert found[0].high == 900
    assert all(one.first >= day(3) for one in found)


def test_what_does_not_contest_is_not_hatched() -> None:
    question = asked(told("20", 1, "Army"), told("26", 3, "Rebels"))
    assert question.standing is not Standing.CONTESTED
    assert contests(question) == []


def test_a_denial_without_a_number_contests_since_it_was_said() -> None:
    report = document("Russia denied killing civilians.", document_id="d", published=day(4))
    denied = denial(of=report, published=day(4), place="Chernihiv", population_group="civilians", publisher="The Echo")
    question = asked(told("26", 2, "Medics", population_group="civilians"), denied)
    assert question.standing is Standing.CONTESTED
    assert contests(question) == [Contest(day(4), None)]


def test_what_a_claimant_said_stands_in_the_order_of_days() -> None:
    question = asked(told("10", 1, "Medics"), told("30", 6, "Medics"), told("20", 3, "Medics"))
    (claim,) = question.claims
    assert [figure.value for figure in told_by(claim)] == [10, 20, 30]


def test_many_claimants_and_days_are_looked_at_in_no_time() -> None:
    facts = [told(str(5 + 900 * (n % 2) + n), 1 + n % 28, f"Source {n}") for n in range(120)]
    begun = time.perf_counter()
    found = [one for question in compare(facts).questions for one in contests(question)]
    assert found
    assert time.perf_counter() - begun < 5


def said(phrase: str, on: int | None, claimant: str = "Residents", **more: Any) -> AnyFact:
    report = document(f"{phrase} at Chernihiv, {claimant} said ({on}).", document_id=f"{claimant}-{on}-{phrase}")
    when = {"published": day(on), "as_of": day(on), "publisher": "The Echo"} if on else {}
    return condition(phrase, report, claimant=claimant, **when | more)


def test_a_condition_holds_until_a_report_says_otherwise() -> None:
    (question,) = condition_questions(
        [
            said("no water", 1),
            said("no water", 2),
            said("water is back", 5, state="restored"),
            said("no water", 9),
            said("no water", None),
        ]
    )
    found = held(question)
    assert [(one.first, one.last, one.state) for one in found] == [
        (day(1), day(5), ConditionState.PRESENT),
        (day(5), day(9), ConditionState.RESTORED),
        (day(9), None, ConditionState.PRESENT),
    ]
    assert found[0].reports == 2


def test_two_who_contradict_each_other_on_a_day_dispute_it() -> None:
    (question,) = condition_questions([said("no water", 1), said("has water", 1, "The mayor", state="absent")])
    assert [one.state for one in held(question)] == [ConditionState.DISPUTED]
