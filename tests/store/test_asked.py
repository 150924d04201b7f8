"""What is asked of a store by filters, on every kind of store, is what looking at each fact by itself finds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from humsit.claims import Question, largest
from humsit.ledger import CorrectedFact
from humsit.records import Action, JudgementKind, Measure, Standing, Unit
from humsit.situation import Clock, Known, Order, Selection, Situation
from humsit.store import Store, open_store
from humsit.store.whole_reports import words_of
from tests.bench.many import fill

SIGNED = {"who": "Ada", "why": "counted again"}
FIGURES = 400


@pytest.fixture(scope="module")
def desk(modules_store_url: str) -> Iterator[Situation]:
    opened = Situation(open_store(modules_store_url))
    fill(opened.store, FIGURES)
    first, second, third = opened.page("figures", limit=3)["fact_id"]
    opened.reject(first, **SIGNED)
    opened.correct(second, "claimant", "the Mayor", **SIGNED)
    opened.approve(third, **SIGNED)
    opened.judge(JudgementKind.CLAIMANT, "residents", "the Red Cross", **SIGNED)
    yield opened
    opened.close()


DAY = dt.date(2024, 1, 9)
SELECTIONS = [
    Selection(),
    Selection(include_rejected=True),
    Selection(measure=("killed", "displaced")),
    Selection(place=("Town 0", "")),
    Selection(place=("Nowhere",)),
    Selection(claimant=("residents",), include_superseded=False),
    Selection(standing=("contested",)),
    Selection(stance=("claimed",)),
    Selection(review=("approved",)),
    Selection(condition=("no_water",)),
    Selection(since=DAY, until=DAY + dt.timedelta(days=3)),
    Selection(text="TOWN 1"),
    Selection(text="100%"),
    Selection(text="counts", measure=("missing",), since=DAY),
    Selection(document_id="report-3"),
    Selection(report="paper 3 town"),
    Selection(report='"Paper 1"', measure=("killed",)),
]


def admits(asked: Selection, corrected: CorrectedFact, standing: str | None, superseded: bool) -> bool:
    """The filters as DESIGN words them, one fact at a time."""
    fact = corrected.fact
    named = {"measure": asked.measure, "condition": asked.condition, "stance": asked.stance}
    words = (getattr(fact, "number", ""), getattr(fact, "phrase", ""), fact.quote, getattr(fact, "group", ""), fact.place)
    day = fact.as_of or fact.published
    return (
        (asked.include_rejected or not corrected.rejected)
        and all(not values or not hasattr(fact, name) or getattr(fact, name) in values for name, values in named.items())
        and (not asked.place or fact.place in asked.place)
        and (not asked.claimant or fact.claimant in asked.claimant)
        and (not asked.review or corrected.review in asked.review)
        and asked.document_id in ("", fact.document_id)
        and (day is None or ((asked.since or day) <= day <= (asked.until or day)))
        and (not asked.standing or fact.kind == "condition" or standing is None or standing in asked.standing)
        and (asked.include_superseded or not superseded)
        and asked.text.casefold() in "\n".join((*words, fact.claimant)).casefold()
    )


def found(desk: Situation, asked: Selection) -> list[CorrectedFact]:
    everything = desk.facts(Selection(include_rejected=True))
    stands = desk.store.asked.stands([corrected.fact_id for corrected in everything])

    def of(corrected: CorrectedFact) -> tuple[str | None, bool]:
        row = stands.get(corrected.fact_id)
        return (None, False) if row is None else (row["standing"], bool(row["superseded"]))

    told = {one.document_id: f"{one.title}\n{one.publisher}\n{one.text}".casefold() for one in desk.store.documents()}
    holding = [one for one in everything if all(word in told[one.fact.document_id] for word in words_of(asked.report))]
    return [corrected for corrected in holding if admits(asked, corrected, *of(corrected))]


def test_every_filter_finds_what_it_says(desk: Situation) -> None:
    every = desk.questions(Selection())
    for asked in SELECTIONS:
        facts = found(desk, asked)
        assert [one.fact_id for one in desk.facts(asked)] == [one.fact_id for one in facts], asked
        kinds = Counter(one.fact.kind for one in facts)
        tally = desk.tally(asked)
        assert (tally.figures, tally.conditions) == (kinds["figure"], kinds["condition"])
        if asked.narrows:
            assert desk.count("documents", asked) == len({one.fact.document_id for one in facts})
        ids = {one.fact_id for one in facts}
        questions = [question for question in every if not ids.isdisjoint(question.facts)]
        assert [q.question_id for q in desk.questions(asked)] == [q.question_id for q in questions], asked
        assert tally.all_questions == len(questions)
        assert tally.standing(Standing.CONTESTED) == sum(q.standing is Standing.CONTESTED for q in questions)
        assert tally.rivals(list(Measure)) == sum(len(q.claims) + len(q.denials) > 1 for q in questions)
        named = {q.question_id for q in desk.condition_questions(asked)}
        told = {q.question_id for q in desk.condition_questions() if not ids.isdisjoint(q.facts)}
        assert named == told
        assert sum(desk.count_condition_questions(asked).values()) == len(told)
        assert desk.count_condition_places(asked) == len({one.fact.place for one in facts if one.fact.kind == "condition"})
        for table in ("claims", "condition_claims", "documents", "figures", "conditions", "denials"):
            assert desk.count(table, asked) == len(desk.table(table, asked)), (table, asked)
        shown = [f.fact_ids for f in desk.findings(asked, DAY)]
        assert shown == [f.fact_ids for f in desk.findings(Selection(), DAY) if not ids.isdisjoint(f.fact_ids)]


def test_pages_are_parts_of_the_whole(desk: Situation) -> None:
    asked = Selection(measure=("killed",))
    whole = desk.table("figures", asked)["fact_id"].tolist()
    assert desk.count("figures", asked) == len(whole)
    pages = [desk.page("figures", asked, limit=7, offset=first)["fact_id"].tolist() for first in range(0, len(whole), 7)]
    assert [fact_id for page in pages for fact_id in page] == whole
    newest = desk.page("figures", asked, limit=len(whole), order=Order.NEWEST)
    assert sorted(newest["fact_id"]) == sorted(whole)
    assert newest["as_of"].is_monotonic_decreasing
    assert desk.page("figures", asked, limit=9, order=Order.LARGEST)["value"].is_monotonic_decreasing
    documents = desk.table("documents", asked)["document_id"].tolist()
    assert desk.page("documents", asked, limit=3, offset=2)["document_id"].tolist() == documents[2:5]


def test_questions_are_listed_as_they_are_asked_for(desk: Situation) -> None:
    every = desk.questions()
    rivals = [q for q in every if len(q.claims) + len(q.denials) > 1]
    assert desk.questions(rivals=True, limit=3, offset=1) == rivals[1:4]
    assert desk.questions(unit=(Unit.BUILDINGS,)) == [q for q in every if q.unit is Unit.BUILDINGS]

    def size(question: Question) -> tuple[int, float, str]:
        return len(question.publishers), largest(question), question.question_id

    killed = [q for q in every if q.measure is Measure.KILLED and q.standing is not Standing.CONTESTED]
    assert desk.questions(measure=(Measure.KILLED,), not_standing=(Standing.CONTESTED,), by_size=True) == sorted(
        killed, key=size, reverse=True
    )
    assert desk.questions(ruled=True) == []
    desk.rule(rivals[0].question_id, Standing.CORROBORATED, **SIGNED)
    assert [q.question_id for q in desk.questions(ruled=True)] == [rivals[0].question_id]
    desk.rule(rivals[0].question_id, None, **SIGNED)
    assert desk.questions() == every


def test_sources_count_what_they_say(desk: Situation) -> None:
    by_name = {source.shown: source for source in desk.all_sources()}
    facts = [one.fact for one in desk.facts() if one.fact.claimant.casefold() in ("the red cross", "residents")]
    cross = by_name["the Red Cross"]
    assert (cross.figures, cross.conditions) == tuple(sum(f.kind == kind for f in facts) for kind in ("figure", "condition"))
    assert cross.reports == len({fact.document_id for fact in facts})
    assert "residents" in cross.also
    assert "residents" not in by_name


def test_a_day_of_the_past_is_a_store_of_its_own(desk: Situation) -> None:
    asked = Selection(known=Known(DAY, Clock.PUBLISHED))
    then = [d for d in desk.store.documents() if d.published and d.published <= DAY]
    assert desk.count("documents", asked) == len(then) < len(desk.store.documents())
    facts = desk.facts(replace(asked, include_rejected=True))
    assert {one.fact.document_id for one in facts} <= {d.document_id for d in then}
    worked_out = {q.question_id: q.standing for q in desk.questions(asked)}
    alone = Situation(_copy(desk, {d.document_id for d in then}))
    assert worked_out == {q.question_id: q.standing for q in alone.questions()}
    alone.close()


def _copy(desk: Situation, ids: set[str]) -> Store:
    """A new store with these reports as they were read, corrected alike."""
    copy = open_store("sqlite://")
    for document in desk.store.documents():
        if document.document_id in ids:
            copy.add(document, [one.original for one in desk.document_facts(document.document_id)])
    alike = Situation(copy)
    for row in desk.store.corrections():
        if row.document_id in ids and row.action is Action.REJECT:
            alike.reject(row.fact_id, **SIGNED)
        elif row.document_id in ids and row.action is Action.CORRECT:
            alike.correct(row.fact_id, str(row.field), row.now, **SIGNED)
    alike.judge(JudgementKind.CLAIMANT, "residents", "the Red Cross", **SIGNED)
    return copy
