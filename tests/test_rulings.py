"""What an analyst decides about questions: another standing, two joined, one taken apart; with a reason, never for good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from builders import claimed, condition, denial, document
from calls import SOME_INPUT_MISSING, WRONG_CALL, Run, caller, complaints, done
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humsit.claims import Question
from humsit.documents.made import document_from_text
from humsit.records import Figure, Standing, UnknownFact, WrongValue
from humsit.situation import Selection, Situation, open_situation
from humsit.tables import from_csv

SIGNED = {"who": "Ada", "why": "The mayor counts the wounded too."}
TEXTS = {
    "a": "The mayor of Osh said on Monday that 12 people were killed in the town of Osh.",
    "b": "The Red Cross said on Monday that 60 people were killed in the town of Osh.",
    "c": "The ministry said that 400 people were killed in the town of Keta.",
}


@pytest.fixture
def situation():
    desk = open_situation("sqlite://")
    for name, text in TEXTS.items():
        desk.add(document_from_text(text, document_id=name, publisher=f"Paper {name}", published=dt.date(2024, 5, 2)))
    yield desk
    desk.close()


def fact_id(situation: Situation, words: str) -> str:
    return next(one.fact_id for one in situation.facts() if isinstance(one.fact, Figure) and one.fact.number == words)


def asked(situation: Situation, words: str) -> Question:
    """The question that the figure of these words answers."""
    question = situation.comparison().question_of(fact_id(situation, words))
    assert question is not None
    return question


def sets(situation: Situation) -> set[frozenset[str]]:
    """Which numbers answer one question."""
    said = {one.fact_id: one.fact.number for one in situation.facts() if isinstance(one.fact, Figure)}
    return {frozenset(said[i] for i in question.facts if i in said) for question in situation.comparison().questions}


APART, TOGETHER = {frozenset({"12", "60"}), frozenset({"400"})}, {frozenset({"12", "60", "400"})}


# --- standings


def test_a_ruled_standing_counts_and_the_computed_one_stays_visible(situation: Situation) -> None:
    question = asked(situation, "12")
    assert question.standing is Standing.CONTESTED
    situation.rule(question.question_id, Standing.CORROBORATED, **SIGNED)
    ruled = asked(situation, "60")
    assert (ruled.standing, ruled.computed) == (Standing.CORROBORATED, Standing.CONTESTED)
    assert ruled.ruling is not None
    assert (ruled.ruling.who, ruled.ruling.why) == ("Ada", SIGNED["why"])
    assert ruled.worked_out == question.reason
    assert SIGNED["why"] in ruled.reason
    figures = situation.figures().set_index("number")
    assert list(figures.loc[["12", "60"], "standing"]) == ["corroborated"] * 2
    assert list(figures.loc[["12", "60"], "computed_standing"]) == ["contested"] * 2
    assert set(situation.claims().query("place == 'Osh'")["computed_standing"]) == {"contested"}
    assert len(situation.figures(Selection(standing=("corroborated",)))) == 2


def test_of_two_decisions_the_later_counts_and_one_take_back_takes_both(situation: Situation) -> None:
    question = asked(situation, "12").question_id
    situation.correct(fact_id(situation, "60"), "ruled_standing", "divergent", who="Bo", why="both may be right")
    situation.rule(question, Standing.CORROBORATED, **SIGNED)
    assert asked(situation, "12").standing is Standing.CORROBORATED
    situation.correct(fact_id(situation, "12"), "ruled_standing", "single_source", who="Bo", why="one source in truth")
    assert asked(situation, "12").standing is Standing.SINGLE_SOURCE
    situation.rule(question, None, who="Ada", why="as worked out after all")
    assert (asked(situation, "12").standing, asked(situation, "12").ruling) == (Standing.CONTESTED, None)


def test_a_ruling_is_undone_and_redone(situation: Situation) -> None:
    (row,) = situation.rule(asked(situation, "12").question_id, Standing.DIVERGENT, **SIGNED)
    undone = situation.undo(row.correction_id, who="Bo", why="too soon")
    assert (asked(situation, "12").standing, asked(situation, "12").ruling) == (Standing.CONTESTED, None)
    situation.undo(undone.correction_id, who="Ada", why="not too soon")
    assert asked(situation, "12").standing is Standing.DIVERGENT


def test_what_is_no_ruling_is_one_sentence_and_changes_nothing(situation: Situation) -> None:
    question = asked(situation, "12").question_id
    with pytest.raises(UnknownFact, match="no question"):
        situation.rule("q-none", Standing.CONTESTED, **SIGNED)
    with pytest.raises(WrongValue, match="as worked out"):
        situation.rule(question, None, **SIGNED)
    with pytest.raises(WrongValue, match="reason"):
        situation.rule(question, Standing.DIVERGENT, who="Ada", why=" ")
    situation.rule(question, Standing.DIVERGENT, **SIGNED)
    with pytest.raises(WrongValue, match="already"):
        situation.rule(question, Standing.DIVERGENT, **SIGNED)
    assert len(situation.corrections()) == 1


# --- joining and splitting


def test_questions_are_joined_and_taken_apart_with_one_reason(situation: Situation) -> None:
    assert sets(situation) == APART
    rows = situation.join(asked(situation, "12").question_id, asked(situation, "400").question_id, **SIGNED)
    assert {(row.field, row.who, row.why) for row in rows} == {("beside", "Ada", SIGNED["why"])}
    assert sets(situation) == TOGETHER
    situation.split([fact_id(situation, "12"), fact_id(situation, "60")], who="Bo", why="another town")
    assert sets(situation) == APART


def test_taking_out_the_figure_that_others_were_put_beside_leaves_those_where_they_are(situation: Situation) -> None:
    situation.join(asked(situation, "12").question_id, asked(situation, "400").question_id, **SIGNED)
    situation.split([fact_id(situation, "400")], **SIGNED)
    assert sets(situation) == APART


def test_one_figure_becomes_a_question_of_its_own_and_comes_back(situation: Situation) -> None:
    rows = situation.split([fact_id(situation, "60")], **SIGNED)
    assert sets(situation) == {frozenset({"12"}), frozenset({"60"}), frozenset({"400"})}
    assert asked(situation, "60").standing is Standing.SINGLE_SOURCE
    situation.undo_all([row.correction_id for row in rows], who="Bo", why="one question in truth")
    assert sets(situation) == APART


def test_a_decision_on_the_whole_is_not_taken_along_by_what_is_taken_out(situation: Situation) -> None:
    whole = asked(situation, "12")
    (row,) = situation.rule(whole.question_id, Standing.CORROBORATED, **SIGNED)
    rows = situation.split([row.fact_id], **SIGNED)
    assert {q.ruling for q in situation.comparison().questions} == {None}
    situation.undo_all([row.correction_id for row in rows], who="Bo", why="one question in truth")
    assert asked(situation, "12").standing is Standing.CORROBORATED


def test_in_a_join_the_decision_on_the_question_that_is_joined_counts(situation: Situation) -> None:
    one, other = asked(situation, "12").question_id, asked(situation, "400").question_id
    situation.rule(other, Standing.DIVERGENT, **SIGNED)
    situation.rule(one, Standing.CORROBORATED, **SIGNED)
    situation.join(one, other, **SIGNED)
    assert asked(situation, "12").standing is Standing.DIVERGENT


def test_a_join_is_undone_as_one(situation: Situation) -> None:
    rows = situation.join(asked(situation, "12").question_id, asked(situation, "400").question_id, **SIGNED)
    assert len(situation.undo_all([row.correction_id for row in rows], who="Bo", why="two towns")) == len(rows) == 2
    assert sets(situation) == APART


def test_decisions_survive_a_new_reading(situation: Situation) -> None:
    situation.join(asked(situation, "12").question_id, asked(situation, "400").question_id, **SIGNED)
    situation.rule(asked(situation, "12").question_id, Standing.DIVERGENT, **SIGNED)
    before = asked(situation, "12")
    assert situation.reread().homeless == 0
    assert (sets(situation), asked(situation, "12")) == (TOGETHER, before)


def test_an_opened_store_tells_the_same(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/desk.db"
    first = open_situation(url)
    for name, text in TEXTS.items():
        first.add(document_from_text(text, document_id=name))
    first.join(asked(first, "12").question_id, asked(first, "400").question_id, **SIGNED)
    first.rule(asked(first, "12").question_id, Standing.DIVERGENT, **SIGNED)
    said = asked(first, "12")
    first.close()
    again = open_situation(url)
    assert asked(again, "12") == said
    again.close()


def test_a_denial_goes_with_its_question(situation: Situation) -> None:
    report = document("Killed: 30. The army denied killing civilians.", document_id="d")
    killed = claimed("30", "the village chief", "d", place="Keta", start=8, end=10, population_group="civilians")
    denied = denial("denied killing civilians", report, place="Keta", claimant="the army", population_group="civilians")
    situation.store.add(report, [killed, denied])
    assert asked(situation, "30").denials, "the test needs a question with a denial"
    situation.join(asked(situation, "30").question_id, asked(situation, "12").question_id, **SIGNED)
    assert [one.fact_id for one in asked(situation, "12").denials] == [denied.fact_id]
    situation.split([killed.fact_id, denied.fact_id], **SIGNED)
    assert [one.fact_id for one in asked(situation, "30").denials] == [denied.fact_id]
    assert not asked(situation, "12").denials


def test_what_cannot_be_joined_or_split_is_one_sentence(situation: Situation) -> None:
    report = document("7 were injured. There was no water.", document_id="e")
    situation.store.add(report, [claimed("7", "the mayor", "e", measure="injured"), condition("no water", report)])
    killed, injured = asked(situation, "12"), asked(situation, "7")
    for other, words in ((killed, "already"), (injured, "count the same")):
        with pytest.raises(WrongValue, match=words):
            situation.join(killed.question_id, other.question_id, **SIGNED)
    for chosen, words in (([], "at least one"), (killed.facts, "leave at least one"), (["none"], "no fact")):
        with pytest.raises((WrongValue, UnknownFact), match=words):
            situation.split(chosen, **SIGNED)
    water = situation.conditions()["fact_id"].iloc[0]
    for beside, words in (("nowhere", "no fact"), (water, "condition")):
        with pytest.raises(WrongValue, match=words):
            situation.correct(fact_id(situation, "12"), "beside", beside, **SIGNED)
    assert situation.corrections().empty


def test_all_of_a_join_is_kept_or_nothing(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    from humsit.store import sql

    kept: list[Any] = []
    insert = sql._insert

    def breaks(connection: Any, row: dict[str, Any]) -> Any:
        kept.append(row)
        if len(kept) > 1:
            raise RuntimeError("the disk is full")
        return insert(connection, row)

    monkeypatch.setattr(sql, "_insert", breaks)
    with pytest.raises(RuntimeError):
        situation.join(asked(situation, "12").question_id, asked(situation, "400").question_id, **SIGNED)
    assert situation.corrections().empty
    assert sets(situation) == APART


FIGURES = [
    claimed("12", "the mayor", "a", 2),
    claimed("60", "the Red Cross", "b", 3),
    claimed("15", "the mayor", "c", 4),
    claimed("400", "the ministry", "d", 3, place="Keta"),
    claimed("390", "the governor", "e", 4, place="Keta"),
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(FIGURES))
def test_the_order_of_documents_does_not_matter(order: list[Figure]) -> None:
    told = []
    for figures in (FIGURES, order):
        desk = open_situation("sqlite://")
        for figure in figures:
            desk.store.add(document("so many", document_id=figure.document_id), [figure])
        desk.join(asked(desk, "400").question_id, asked(desk, "60").question_id, **SIGNED)
        desk.split([FIGURES[0].fact_id, FIGURES[2].fact_id], **SIGNED)
        desk.rule(asked(desk, "390").question_id, Standing.DIVERGENT, **SIGNED)
        told.append((sets(desk), {q.question_id: (q.standing, q.computed, q.worked_out) for q in desk.comparison().questions}))
        desk.close()
    assert told[0] == told[1]
    assert told[0][0] == {frozenset({"12", "15"}), frozenset({"60", "400", "390"})}


# --- on the command line


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


def test_the_command_line_rules_and_undoes(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXTS["a"])
    done(run("add", report))
    fact = from_csv(done(run("export", "figures", "--format", "csv")), "figures")["fact_id"].iloc[0]
    done(run("correct", fact, "--field", "ruled_standing", "--to", "contested", "--why", "the chief says none", "--by", "Ada"))
    ruled = from_csv(done(run("export", "figures", "--format", "csv")), "figures").iloc[0]
    assert (ruled["standing"], ruled["computed_standing"]) == ("contested", "single_source")
    assert "the chief says none" in ruled["standing_reason"]
    done(run("undo", "1", "--why", "he does not", "--by", "Ada"))
    assert from_csv(done(run("export", "figures", "--format", "csv")), "figures")["standing"].iloc[0] == "single_source"
    nowhere = run("correct", fact, "--field", "beside", "--to", "nowhere", "--why", "why", "--by", "Ada")
    assert nowhere.returncode in (SOME_INPUT_MISSING, WRONG_CALL)
    assert "nowhere" in complaints(nowhere)[0]
