"""A withdrawn report counts nowhere, is still there to be read, and comes back whole; every decision is a row with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from builders import condition, denial, document, figure
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from humsit.exports import Outgoing
from humsit.records import Document, UnknownFact, WrongValue
from humsit.situation import Clock, Known, Selection, Situation, mark_confidential
from humsit.situation.changes import changes_since
from humsit.store import Kin, open_store
from humsit.tables import TABLES

SIGNED = {"who": "Ada", "why": "a hoax"}
FIRST, SECOND, THIRD = (dt.date(2024, 5, day) for day in (1, 2, 3))
TRUE = document("Northland admitted 500 of its soldiers were killed. Milltown has no water.", document_id="true", published=FIRST)
HOAX = document(
    "Southland says it killed 9,000 soldiers of Northland. No power in Milltown. Northland denied it.",
    document_id="hoax",
    published=SECOND,
    publisher="The Hoaxer",
)
ARMY = {"side": "Northland", "place": "", "population_group": "combatants", "claimant_type": "government"}
ADMITTED = figure("500", TRUE, claimant="Northland", claimant_side="Northland", stance="admitted", **ARMY)
DRY = condition("no water", TRUE, place="Milltown")
NUMBER = {"value": 9000, "low": 9000, "high": 9000}
CLAIMED = figure("9,000", HOAX, claimant="Southland", claimant_side="Southland", as_of=dt.date(2999, 1, 1), **ARMY | NUMBER)
DARK = condition("No power", HOAX, place="Milltown", condition="no_power")
DENIED = denial("denied it", HOAX, claimant="Northland", place="Milltown")

SetClock = Callable[[dt.date], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """at(day): what is written from now on is written at noon of that day."""

    def set_to(day: dt.date) -> None:
        moment = dt.datetime.combine(day, dt.time(12), dt.UTC)
        monkeypatch.setattr("humsit.store.sql._now", lambda: moment)

    return set_to


@pytest.fixture
def desk(store_url: str, at: SetClock) -> Iterator[Situation]:
    """Two reports of two days, that contest each other; the hoax's figure is corrected on the second."""
    opened = Situation(open_store(store_url))
    at(FIRST)
    opened.store.add(TRUE, [ADMITTED, DRY])
    at(SECOND)
    opened.store.add(HOAX, [CLAIMED, DARK, DENIED])
    opened.correct(CLAIMED.fact_id, "value", "8000", who="Bo", why="misheard")
    at(THIRD)
    yield opened
    opened.close()


def on(day: dt.date | None, by: Clock = Clock.RECEIVED) -> Selection:
    return Selection(known=Known(day, by))


def tables_of(desk: Situation, selection: Selection = Selection()) -> dict[str, list[dict[str, object]]]:  # noqa: B008
    return {
        name: desk.table(name, selection).astype("string").fillna("").to_dict("records")
        for name in TABLES
        if name != "report_decisions"
    }


def test_what_it_says_counts_nowhere_and_comes_back_whole(desk: Situation) -> None:
    before, tally = tables_of(desk), desk.tally()
    without = Situation(open_store("sqlite://"))
    without.store.add(TRUE, [ADMITTED, DRY])
    desk.withdraw("hoax", **SIGNED)
    assert tables_of(desk) == tables_of(without)
    assert desk.tally() == without.tally()
    assert desk.findings() == []
    assert [desk.count(name) for name in ("documents", "figures", "conditions", "denials")] == [1, 1, 1, 0]
    assert desk.count("documents", Selection(report="Southland")) == 0
    assert desk.store.undated() == 0
    desk.restore("hoax", who="Bo", why="it was true")
    assert tables_of(desk) == before
    assert desk.tally() == tally
    assert desk.check() == []
    without.close()


def test_it_and_its_corrections_stay_to_be_read(desk: Situation) -> None:
    desk.withdraw("hoax", **SIGNED)
    assert [document.document_id for document in desk.withdrawn()] == ["hoax"]
    assert desk.is_withdrawn("hoax")
    facts = desk.document_facts("hoax")
    assert [corrected.fact_id for corrected in facts] == [CLAIMED.fact_id, DARK.fact_id, DENIED.fact_id]
    assert (facts[0].fact.value, facts[0].original.value) == (8000, 9000)
    assert [(row.now, row.who) for row in desk.corrections_of("hoax")] == [("8000", "Bo")]
    assert desk.homeless() == []
    assert desk.check() == []
    (row,) = desk.decisions_on("hoax")
    assert (row.action, row.who, row.why, row.when.date()) == ("withdraw", "Ada", "a hoax", THIRD)


def test_nothing_is_decided_on_its_figures_until_it_is_restored(desk: Situation) -> None:
    desk.withdraw("hoax", **SIGNED)
    told = "stands in the report 'hoax', which is withdrawn: restore the report first"
    with pytest.raises(UnknownFact, match=told):
        desk.correct(CLAIMED.fact_id, "value", "7000", **SIGNED)
    with pytest.raises(UnknownFact, match=told):
        desk.evidence(CLAIMED.fact_id)
    with pytest.raises(WrongValue, match="withdrawn: restore it before you add a figure"):
        desk.store.add_figure(figure("Southland", HOAX, value=5, low=5, high=5, origin="analyst"), **SIGNED)


@pytest.mark.parametrize(
    ("verb", "document_id", "signed", "error", "sentence"),
    [
        ("withdraw", "none", SIGNED, UnknownFact, "There is no document 'none'"),
        ("withdraw", "true", {"who": "Ada", "why": " "}, WrongValue, "needs a reason"),
        ("withdraw", "true", {"who": "", "why": "x"}, WrongValue, "needs an author"),
        ("restore", "true", SIGNED, WrongValue, "not withdrawn, so there is nothing to restore"),
        ("restore", "none", SIGNED, UnknownFact, "There is no document 'none'"),
    ],
)
def test_what_cannot_be_decided_is_one_sentence(desk: Situation, verb, document_id, signed, error, sentence) -> None:
    revision = desk.revision
    with pytest.raises(error, match=sentence):
        getattr(desk, verb)(document_id, **signed)
    assert desk.revision == revision


def test_it_is_withdrawn_once_and_its_rows_are_never_changed(desk: Situation) -> None:
    desk.withdraw("hoax", **SIGNED)
    with pytest.raises(WrongValue, match="withdrawn already"):
        desk.withdraw("hoax", **SIGNED)
    for statement in ("UPDATE report_decisions SET why = 'x'", "DELETE FROM report_decisions"):
        with pytest.raises(DBAPIError, match="append-only"), desk.store.writing() as connection:
            connection.execute(text(statement))


def test_before_it_was_withdrawn_it_counted_and_while_it_was_it_did_not(desk: Situation, at: SetClock) -> None:
    desk.withdraw("hoax", **SIGNED)
    at(dt.date(2024, 5, 6))
    desk.restore("hoax", **SIGNED)
    standing = [desk.figures(on(day)).set_index("fact_id").loc[ADMITTED.fact_id, "standing"] for day in (FIRST, SECOND, THIRD)]
    assert standing == ["single_source", "contested", "single_source"]
    assert [len(desk.figures(on(day))) for day in (SECOND, THIRD, dt.date(2024, 5, 6), None)] == [2, 1, 2, 2]
    assert [len(desk.corrections(on(day))) for day in (SECOND, THIRD, None)] == [1, 0, 1]
    assert [len(desk.report_decisions(on(day))) for day in (SECOND, THIRD, None)] == [0, 1, 2]
    assert [desk.is_withdrawn("hoax", Known(day)) for day in (SECOND, THIRD, None)] == [False, True, False]
    assert [one.document_id for one in desk.withdrawn(Known(THIRD))] == ["hoax"]
    assert len(desk.document_facts("hoax", Known(THIRD))) == 3


def test_while_it_is_withdrawn_the_day_before_still_shows_it(desk: Situation) -> None:
    desk.withdraw("hoax", **SIGNED)
    assert desk.figures(on(SECOND))["value"].tolist() == [500, 8000]
    assert desk.figures(on(SECOND, Clock.PUBLISHED))["value"].tolist() == [500], "by publication all decisions count"
    assert [change.kind for change in changes_since(desk, Selection(), SECOND)] == ["resolved"]


def test_it_leaves_no_trace_in_what_leaves_the_desk_and_keeps_its_confidence(desk: Situation) -> None:
    mark_confidential(desk, "hoax", **SIGNED)
    desk.withdraw("hoax", **SIGNED)
    outgoing = Outgoing(desk)
    told = "".join(outgoing.table(name).to_csv() for name in TABLES)
    assert "Hoaxer" not in told
    assert "Southland" not in told


def test_adding_it_again_says_that_it_is_withdrawn_and_brings_nothing_back(desk: Situation) -> None:
    desk.withdraw("hoax", **SIGNED)
    added = desk.add(HOAX)
    assert (added.new, added.withdrawn) == (False, True)
    assert len(desk.figures()) == 1


def test_a_new_reading_of_it_counts_only_when_it_is_restored(desk: Situation) -> None:
    desk.withdraw("hoax", **SIGNED)
    desk.store.replace_facts("hoax", [CLAIMED.model_copy(update={"place": "Milltown"})])
    assert len(desk.figures()) == 1
    desk.restore("hoax", **SIGNED)
    assert [(c.fact.value, c.fact.place) for c in desk.facts() if c.fact.document_id == "hoax"] == [(8000, "Milltown")]


# --- the first report of a story


def in_own_voice(name: str, number: str = "40") -> tuple[Document, list[object]]:
    report = document(f"{number} people were killed at Keta. Printed in {name}.", document_id=name, publisher=name)
    return report, [figure(number, report, claimant="", publisher=name, place="Keta")]


def test_when_the_first_report_of_a_story_is_withdrawn_its_oldest_copy_told_it_first(store_url: str) -> None:
    desk = Situation(open_store(store_url))
    for number, name in enumerate(("Wire", "Courier", "Gazette")):
        desk.store.add(*in_own_voice(name), kin=Kin("Wire" if number else None))  # type: ignore[arg-type]
    desk.store.add(*in_own_voice("Echo", "42"))  # type: ignore[arg-type]
    assert told(desk) == [("Echo itself", 1), ("Wire itself", 3)]
    desk.withdraw("Wire", **SIGNED)
    assert told(desk) == [("Courier itself", 2), ("Echo itself", 1)]
    desk.withdraw("Courier", **SIGNED)
    assert told(desk) == [("Echo itself", 1), ("Gazette itself", 1)]
    desk.restore("Wire", **SIGNED)
    assert told(desk) == [("Echo itself", 1), ("Wire itself", 2)]
    desk.close()


def told(desk: Situation) -> list[tuple[str, int]]:
    """Who claims what, and how many print it."""
    return [(claim.name, len(claim.publishers)) for question in desk.questions() for claim in question.claims]


# --- what is known of a report beside its text


UNDATED = document("On Monday the mayor said 12 people were killed at Osh.", document_id="undated")


def test_a_missing_day_is_told_later_and_decides_what_monday_was(store_url: str) -> None:
    desk = Situation(open_store(store_url))
    desk.add(UNDATED)
    (fact,) = desk.facts()
    assert (fact.fact.as_of, fact.fact.published) == (None, None)
    desk.correct(fact.fact_id, "value", "13", **SIGNED)
    desk.describe("undated", {"published": "2024-05-08", "publisher": " The Echo "}, who="Bo", why="asked the editor")
    (fact,) = desk.facts()
    assert (fact.fact.as_of, fact.fact.publisher, fact.fact.value) == (dt.date(2024, 5, 6), "The Echo", 13)
    kept = desk.document("undated")
    assert (kept.published, kept.found) == (dt.date(2024, 5, 8), {"published": "told by Bo", "publisher": "told by Bo"})
    made = [(row.field, row.was, row.now, row.who) for row in desk.decisions_on("undated")]
    assert made == [("publisher", None, "The Echo", "Bo"), ("published", None, "2024-05-08", "Bo")]
    assert desk.report_decisions()["decision"].tolist() == ["describe", "describe"]
    desk.describe("undated", {"published": None}, **SIGNED)
    assert desk.document("undated").published is None
    assert desk.check() == []
    desk.close()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"published": "yesterday"}, "is not a date"),
        ({"text": "x"}, "cannot be told of a report"),
        ({"publisher": ""}, "Nothing would change"),
    ],
)
def test_what_cannot_be_told_of_a_report_is_one_sentence(changes: dict[str, str | None], sentence: str) -> None:
    desk = Situation(open_store("sqlite://"))
    desk.store.add(UNDATED, [])
    with pytest.raises(WrongValue, match=sentence):
        desk.describe("undated", changes, **SIGNED)
    assert desk.decisions_on("undated") == []
    desk.close()


def test_a_withdrawn_report_is_described_without_coming_back() -> None:
    desk = Situation(open_store("sqlite://"))
    desk.add(UNDATED)
    desk.withdraw("undated", **SIGNED)
    desk.describe("undated", {"published": "2024-05-08"}, **SIGNED)
    assert desk.facts() == []
    desk.restore("undated", **SIGNED)
    assert [corrected.fact.as_of for corrected in desk.facts()] == [dt.date(2024, 5, 6)]
    desk.close()
