"""What analysts decide about names: which are one, and how far a source can be relied on."""

from __future__ import annotations

import pytest
from builders import document

from humsit.records import Document, JudgementKind, Review, WrongValue
from humsit.situation import Situation
from humsit.store import open_store

SIGNED = {"who": "Ada", "why": "their own web page says so"}


def report(name: str, claimant: str, dead: int, place: str = "Homs") -> Document:
    return document(f"{claimant} said {dead} people were killed in {place} on Monday.", document_id=name, publisher=f"The {name}")


@pytest.fixture
def desk() -> Situation:
    desk = Situation(open_store("sqlite://"))
    desk.add(report("courier", "Health Ministry", 40))
    desk.add(report("gazette", "NERA", 40))
    return desk


def standing(desk: Situation) -> str:
    (question,) = desk.comparison().questions
    return question.standing.value


def test_two_names_of_one_claimant_are_one_claimant(desk: Situation) -> None:
    assert standing(desk) == "corroborated"
    desk.judge(JudgementKind.CLAIMANT, "NERA", "Health Ministry", **SIGNED)
    assert standing(desk) == "single_source"
    assert set(desk.figures()["claimant"]) == {"Health Ministry", "NERA"}, "what the texts say stays"


def test_a_name_can_be_taken_back(desk: Situation) -> None:
    desk.judge(JudgementKind.CLAIMANT, "nera", "Health Ministry", **SIGNED)
    assert standing(desk) == "single_source"
    desk.judge(JudgementKind.CLAIMANT, "NERA", None, **SIGNED)
    assert standing(desk) == "corroborated"
    assert desk.judgements()["now"].isna().tolist() == [False, True]


def test_a_report_that_comes_later_has_the_name_led_back_too(desk: Situation) -> None:
    desk.judge(JudgementKind.PLACE, "Khalidiya", "Homs", **SIGNED)
    desk.add(report("star", "The Red Cross", 41, place="Khalidiya"))
    assert {claim.claimant for claim in desk.comparison().questions[0].claims} == {"Health Ministry", "NERA", "The Red Cross"}


def test_names_that_stand_for_each_other_do_not_hang(desk: Situation) -> None:
    desk.judge(JudgementKind.CLAIMANT, "NERA", "Health Ministry", **SIGNED)
    desk.judge(JudgementKind.CLAIMANT, "Health Ministry", "NERA", **SIGNED)
    assert len(desk.comparison().questions) == 1


def test_a_source_is_not_judged_until_an_analyst_judges_it_and_the_newest_judgement_counts(desk: Situation) -> None:
    assert set(desk.figures()["reliability"]) == {"F"}
    desk.judge(JudgementKind.RELIABILITY, "NERA", "c", **SIGNED)
    desk.judge(JudgementKind.RELIABILITY, "NERA", "B", **SIGNED)
    by_claimant = desk.claims().set_index("claimant")["reliability"]
    assert by_claimant.to_dict() == {"Health Ministry": "F", "NERA": "B"}
    assert desk.judgements()["now"].tolist() == ["C", "B"]


def test_the_publisher_is_the_source_where_the_claimant_is_not_judged(desk: Situation) -> None:
    desk.judge(JudgementKind.RELIABILITY, "The courier", "A", **SIGNED)
    assert desk.figures().set_index("claimant")["reliability"].to_dict() == {"Health Ministry": "A", "NERA": "F"}


@pytest.mark.parametrize(
    ("kind", "subject", "now"),
    [
        (JudgementKind.RELIABILITY, "NERA", "good"),
        (JudgementKind.CLAIMANT, "  ", "Health Ministry"),
        (JudgementKind.CLAIMANT, "NERA", "the nera"),
        (JudgementKind.CLAIMANT, "NERA", ""),
    ],
)
def test_what_is_no_judgement_is_refused_in_a_sentence(desk: Situation, kind: JudgementKind, subject: str, now: str) -> None:
    with pytest.raises(WrongValue, match=r"\.$"):
        desk.judge(kind, subject, now, **SIGNED)
    assert desk.judgements().empty


def test_how_credible_a_figure_is_has_a_history(desk: Situation) -> None:
    fact_id = desk.figures()["fact_id"][0]
    assert desk.figures()["credibility"].tolist() == ["6", "6"]
    desk.correct(fact_id, "credibility", "2", **SIGNED)
    assert desk.figures()["credibility"].tolist() == ["2", "6"]
    assert [(row.was, row.now) for row in desk.history(fact_id)] == [("6", "2")]


def test_how_credible_a_figure_is_changes_nothing_of_its_review(desk: Situation) -> None:
    fact_id = desk.figures()["fact_id"][0]
    desk.approve(fact_id, **SIGNED)
    desk.correct(fact_id, "credibility", "2", **SIGNED)
    assert desk.fact(fact_id).review is Review.APPROVED


def test_a_fact_that_somebody_looks_at_is_in_review_until_it_is_decided(desk: Situation) -> None:
    fact_id = desk.figures()["fact_id"][0]
    taken = desk.take_up(fact_id, who="Ada", why="I check this one")
    assert desk.fact(fact_id).review is Review.IN_REVIEW
    with pytest.raises(WrongValue, match="in review"):
        desk.take_up(fact_id, who="Bo", why="me too")
    desk.approve(fact_id, **SIGNED)
    assert desk.fact(fact_id).review is Review.APPROVED
    undone = desk.undo(desk.history(fact_id)[-1].correction_id, **SIGNED)
    assert undone.now == "in_review"
    desk.undo(taken.correction_id, **SIGNED)
    assert desk.fact(fact_id).review is Review.EXTRACTED
