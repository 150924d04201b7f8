"""Standings kept in the store report by report are those worked out from the start; only what is touched is looked at again."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import hypothesis.strategies as st
from builders import claimed, document
from claims.test_metamorphic import many
from hypothesis import assume, given, settings
from sqlalchemy import text

from humsit.claims import compare
from humsit.claims.questions import OPEN_PLACES
from humsit.documents.made import document_from_text
from humsit.records import Figure
from humsit.situation import Situation, open_situation
from humsit.situation.decided import rulings_of
from humsit.store import Selection

SIGNED = {"who": "Ada", "why": "counted again"}


def put(desk: Situation, report: str, figures: Iterable[Figure]) -> None:
    """Keeps a report with these figures, in place of those that it had."""
    if desk.store.document(report) is None:
        desk.store.add(document(f"Report {report}.", document_id=report), [])
    desk.store.replace_facts(report, list({figure.fact_id: figure for figure in figures}.values()))


def agrees(desk: Situation) -> None:
    """What is kept is what comparing everything from the start gives."""
    counted = [corrected for corrected in desk.facts() if not corrected.rejected]
    told = {"printed_by": desk.store.reports.printed_by({c.fact.document_id for c in counted}), "revised_by": revised_by(desk)}
    worked_out = compare([corrected.fact for corrected in counted], rulings_of(counted), desk.store.copied_from(), **told)
    kept = desk.comparison()
    assert kept.standings == worked_out.standings
    assert {q.question_id: q for q in kept.questions} == {q.question_id: q for q in worked_out.questions}
    standings = {i: (s.question_id, s.standing, s.superseded) for i, s in worked_out.standings.items()}
    rows = desk.store.asked.stands([corrected.fact_id for corrected in counted])
    assert {i: (row["question_id"], row["standing"], bool(row["superseded"])) for i, row in rows.items()} == standings


def revised_by(desk: Situation) -> dict[str, list[str]]:
    """Which figures are put right by which, as the store keeps it."""
    with desk.store.reading() as connection:
        rows = connection.execute(text("SELECT fact_id, revised_by FROM facts WHERE revised_by IS NOT NULL"))
        return {row.fact_id: row.revised_by.split() for row in rows}


@settings(max_examples=60)
@given(many, st.data())
def test_reports_that_come_change_and_go_leave_what_the_others_say(said: list[Figure], data: st.DataObject) -> None:
    desk = open_situation("sqlite://")
    reports: dict[str, list[Figure]] = defaultdict(list)
    for figure in said:
        reports[figure.document_id].append(figure)
    for report in data.draw(st.lists(st.sampled_from([*reports, "none"]), max_size=6)):
        put(desk, report, reports.get(report, [])[: data.draw(st.integers(0, 6))])
        agrees(desk)
    desk.close()


@settings(max_examples=40)
@given(many, st.data())
def test_decisions_that_come_and_go_leave_what_comparing_from_the_start_gives(said: list[Figure], data: st.DataObject) -> None:
    desk = open_situation("sqlite://")
    for figure in said:
        put(desk, figure.document_id, [f for f in said if f.document_id == figure.document_id])
    assume(said)
    ids = sorted({figure.fact_id for figure in said})
    undoable: list[int] = []
    for _ in range(data.draw(st.integers(1, 6))):
        one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
        match data.draw(st.sampled_from(["beside", "reject", "place", "undo"])):
            case "beside" if desk.fact(one).fact.beside != other:
                undoable.append(desk.correct(one, "beside", other, **SIGNED).correction_id)
            case "reject" if not desk.fact(one).rejected:
                undoable.append(desk.reject(one, **SIGNED).correction_id)
            case "place" if desk.fact(one).fact.place != "Keta":
                undoable.append(desk.correct(one, "place", "Keta", **SIGNED).correction_id)
            case "undo" if undoable:
                desk.undo(undoable.pop(), **SIGNED)
        agrees(desk)
    desk.close()


STORY = (
    "At least {number} people were killed when a landslide buried the market of Osh on Monday, {who} said. Rescuers were digging "
    "at the foot of the slope, and relatives stood behind a rope in the rain while soldiers passed buckets from hand to hand."
)
DAY = dt.date(2024, 4, 23)
REPORTS = [
    document_from_text(STORY.format(number=number, who=who) + end, publisher=paper, published=DAY + dt.timedelta(day))
    for number, who, end, paper, day in (
        (17, "the ministry", "", "Courier", 0),
        (17, "the ministry", "", "Gazette", 0),
        (17, "the ministry", " More soon.", "Star", 1),
        (41, "the ministry", " Corrected.", "Courier", 0),
        (41, "the governor", " Corrected.", "Star", 2),
        (52, "the ministry", " Updated.", "Echo", 2),
    )
]
REPORTS += [
    document_from_text("In Osh 40 people were killed on Monday, the Red Cross said.", publisher="Echo", published=DAY),
    document_from_text("The landslide at Osh killed 17 people on Monday.", publisher="Herald"),
]
NUMBERS = st.integers(0, len(REPORTS) - 1)


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.sampled_from(["add", "add", "withdraw", "restore", "correct", "reject", "describe"]), NUMBERS), max_size=8
    )
)
def test_stories_that_are_put_right_withdrawn_and_restored_stand_as_compared_from_the_start(steps: list[tuple[str, int]]) -> None:
    desk = open_situation("sqlite://")
    for verb, number in [("add", 0), ("add", 3), *steps]:
        report = REPORTS[number]
        facts = [corrected for corrected in desk.facts() if corrected.fact.document_id == report.document_id]
        withdrawn = desk.store.reports.has_withdrawn(report.document_id)
        match verb:
            case "add":
                desk.add(report)
            case "withdraw" if not withdrawn and desk.store.document(report.document_id):
                desk.withdraw(report.document_id, **SIGNED)
            case "restore" if withdrawn:
                desk.restore(report.document_id, **SIGNED)
            case "correct" if facts and facts[0].fact.place != "Naryn":
                desk.correct(facts[0].fact_id, "place", "Naryn", **SIGNED)
            case "reject" if facts and not facts[-1].rejected:
                desk.reject(facts[-1].fact_id, **SIGNED)
            case "describe" if kept := desk.store.document(report.document_id):
                told = None if kept.published else "2024-04-25"
                desk.describe(report.document_id, {"published": told}, **SIGNED)
        agrees(desk)
    assert desk.check() == []
    desk.close()


def test_one_more_report_works_out_only_its_own_questions() -> None:
    desk = open_situation("sqlite://")
    for number in range(2 * OPEN_PLACES):
        put(desk, f"r{number}", [claimed("40", "the mayor", f"r{number}", place=f"Town {number}")])
    desk.catch_up()
    put(desk, "late", [claimed("90", "the Red Cross", "late", place="Town 7")])
    assert [question.place for question in desk.questions(standing=("contested",))] == ["Town 7"]
    assert desk.worked_out == 2


def test_a_town_that_makes_a_measure_known_at_many_places_loses_no_figure() -> None:
    desk = open_situation("sqlite://")
    said = [claimed("40", "the mayor", f"r{n}", place=f"Town {n}" if n else "") for n in range(OPEN_PLACES + 5)]
    for figure in said:
        put(desk, figure.document_id, [figure])
        desk.catch_up()
    agrees(desk)
    for figure in said[3:]:
        put(desk, figure.document_id, [])
    agrees(desk)


def test_two_desks_on_one_store_see_what_the_other_compared(tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'shared.sqlite'}"
    one, other = open_situation(url), open_situation(url)
    put(one, "a", [claimed("40", "the mayor", "a")])
    assert len(other.questions()) == 1
    put(other, "b", [claimed("90", "the Red Cross", "b")])
    assert [question.standing for question in one.questions()] == ["contested"]
    assert one.count("figures", Selection(standing=("contested",))) == 2
