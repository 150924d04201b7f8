"""What analysts decide about questions: figures put beside others or by themselves, standings decided."""

from __future__ import annotations

from builders import claimed

from humsit.claims import Ruling, compare
from humsit.records import Standing


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
