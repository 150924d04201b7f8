"""Standings kept up to date report by report are those worked out from the start; only what is touched is looked at again."""

from __future__ import annotations

from collections import defaultdict

import hypothesis.strategies as st
from builders import claimed
from hypothesis import given
from test_metamorphic import many

from humsit.claims import Comparer, Ruling, compare
from humsit.claims.questions import OPEN_PLACES
from humsit.records import Figure, Standing


def by_report(said: list[Figure]) -> dict[str, list[Figure]]:
    reports: dict[str, list[Figure]] = defaultdict(list)
    for figure in said:
        reports[figure.document_id].append(figure)
    return reports


@given(many, st.data())
def test_reports_that_come_change_and_go_leave_what_the_others_say(said: list[Figure], data: st.DataObject) -> None:
    comparer = Comparer()
    reports = by_report(said)
    kept: dict[str, list[Figure]] = {}
    for report in data.draw(st.lists(st.sampled_from([*reports, "none"]), max_size=8)):
        if data.draw(st.booleans()):
            kept[report] = reports.get(report, [])[: data.draw(st.integers(0, 6))]
            comparer.put(report, kept[report])
        else:
            kept.pop(report, None)
            comparer.drop(report)
        assert comparer.comparison() == compare([figure for figures in kept.values() for figure in figures])


def test_one_more_report_works_out_only_its_own_questions() -> None:
    comparer = Comparer()
    for number in range(2 * OPEN_PLACES):
        comparer.put(f"r{number}", [claimed("40", "the mayor", f"r{number}", place=f"Town {number}")])
    comparer.comparison()
    comparer.put("late", [claimed("90", "the Red Cross", "late", place="Town 7")])
    questions = comparer.comparison().questions
    assert comparer.worked_out == 2
    assert [question.place for question in questions if question.standing == "contested"] == ["Town 7"]


def test_a_town_that_makes_a_measure_known_at_many_places_loses_no_figure() -> None:
    comparer = Comparer()
    said = [claimed("40", "the mayor", f"r{n}", place=f"Town {n}" if n else "") for n in range(OPEN_PLACES + 5)]
    for figure in said:
        comparer.put(figure.document_id, [figure])
        comparer.comparison()
    assert comparer.comparison() == compare(said)
    for figure in said[3:]:
        comparer.drop(figure.document_id)
    assert comparer.comparison() == compare(said[:3])


def test_a_figure_put_beside_another_answers_its_question_wherever_it_stands() -> None:
    here, there = claimed("40", "the mayor", "a", place="Homs"), claimed("41", "the Red Cross", "b", place="Khalidiya")
    assert len(compare([here, there]).questions) == 2
    ruled = {there.fact_id: Ruling(beside=here.fact_id, who="Ada", why="Khalidiya is a quarter of Homs", number=1)}
    (question,) = compare([here, there], ruled).questions
    assert question.standing == "corroborated"
    assert set(question.facts) == {here.fact_id, there.fact_id}


def test_a_figure_beside_itself_has_a_question_of_its_own() -> None:
    one, other = claimed("40", "the mayor", "a"), claimed("90", "the Red Cross", "b")
    ruled = {other.fact_id: Ruling(beside=other.fact_id, who="Ada", why="another strike", number=1)}
    assert {question.standing for question in compare([one, other], ruled).questions} == {Standing.SINGLE_SOURCE}


def test_figures_put_beside_each_other_in_a_circle_stay_counted() -> None:
    one, other = claimed("40", "the mayor", "a"), claimed("90", "the Red Cross", "b")
    circle = {
        one.fact_id: Ruling(beside=other.fact_id, who="Ada", why="one", number=1),
        other.fact_id: Ruling(beside=one.fact_id, who="Ada", why="two", number=2),
    }
    assert set(compare([one, other], circle).standings) == {one.fact_id, other.fact_id}


def test_what_an_analyst_decided_is_shown_and_what_was_worked_out_too() -> None:
    one, other = claimed("40", "the mayor", "a"), claimed("90", "the Red Cross", "b")
    ruled = {one.fact_id: Ruling(Standing.CORROBORATED, who="Ada", why="Both count the same bodies.", number=1)}
    (question,) = compare([one, other], ruled).questions
    assert (question.standing, question.computed) == (Standing.CORROBORATED, Standing.CONTESTED)
    assert "Ada" in question.reason
    assert "Both count the same bodies." in question.reason


def test_of_two_decisions_on_one_question_the_later_counts() -> None:
    one, other = claimed("40", "the mayor", "a"), claimed("90", "the Red Cross", "b")
    ruled = {
        one.fact_id: Ruling(Standing.CORROBORATED, who="Ada", why="x", number=1),
        other.fact_id: Ruling(Standing.DIVERGENT, who="Bo", why="y", number=2),
    }
    (question,) = compare([one, other], ruled).questions
    assert question.standing is Standing.DIVERGENT
