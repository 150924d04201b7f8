"""Stores that an older humsit made are brought up to date, with everything in them. `schemas/` holds dumps of real ones."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from humsit.records import JudgementKind
from humsit.situation import Situation, open_situation

SCHEMAS = Path(__file__).with_name("schemas")
BACK_TO_1 = """
DROP TABLE judgements; DROP TABLE text_bands; DROP INDEX ix_documents_changed; DROP INDEX ix_documents_copy_of;
ALTER TABLE documents DROP COLUMN changed; ALTER TABLE documents DROP COLUMN copy_of;
UPDATE meta SET value = 1 WHERE name = 'schema';
"""


@pytest.fixture(params=["", BACK_TO_1], ids=["schema 2", "schema 1"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Situation:
    old = tmp_path / "old.sqlite"
    with sqlite3.connect(old) as connection:
        connection.executescript((SCHEMAS / "2.sql").read_text(encoding="utf-8") + request.param)
    return open_situation(f"sqlite:///{old}")


def test_everything_is_there_corrected_and_compared(desk: Situation) -> None:
    assert desk.documents()["publisher"].tolist() == ["The Courier", "The Echo"]
    assert desk.figures()["value"].tolist() == [14, 40]
    assert desk.figures()["standing"].tolist() == ["contested", "contested"]
    (question,) = desk.condition_questions()
    assert question.place == "Tamale"
    assert len(desk.corrections()) == 1
    assert desk.check() == []


def test_work_goes_on(desk: Situation) -> None:
    (row,) = desk.store.corrections()
    desk.undo(row.correction_id, who="Bo", why="the list was another one")
    assert desk.figures()["value"].tolist() == [12, 40]
    desk.judge(JudgementKind.RELIABILITY, "The Echo", "C", who="Bo", why="checked")
    assert desk.figures()["reliability"].iloc[1] == "C"


@pytest.fixture
def third(tmp_path: Path) -> Situation:
    """A store of schema 3: a report, its copy in another paper, and a third report."""
    old = tmp_path / "third.sqlite"
    with sqlite3.connect(old) as connection:
        connection.executescript((SCHEMAS / "3.sql").read_text(encoding="utf-8"))
    return open_situation(f"sqlite:///{old}")


def test_a_store_of_schema_3_reads_as_it_did(third: Situation) -> None:
    assert third.figures()["value"].dropna().tolist() == [14, 12, 40]
    assert third.store.copied_from() == {third.store.documents()[1].document_id: "The Courier"}
    assert third.figures()["reliability"].tolist()[-1] == "B"
    assert third.check() == []


def test_reports_of_schema_3_are_printed_again_withdrawn_and_described(third: Situation) -> None:
    courier, _, echo = third.store.documents()
    again = third.add(courier.model_copy(update={"publisher": "The Star"}))
    assert (again.new, again.printing) == (False, True)
    assert [one.publisher for one in third.printings_of(courier.document_id)] == ["The Courier", "The Star"]
    third.withdraw(echo.document_id, who="Ada", why="a hoax")
    assert 40 not in third.figures()["value"].tolist()
    third.describe(courier.document_id, {"published": "2025-05-05"}, who="Ada", why="asked the editor")
    assert third.document(courier.document_id).published == dt.date(2025, 5, 5)
    with pytest.raises(DBAPIError, match="append-only"), third.store.writing() as connection:
        connection.execute(text("DELETE FROM report_decisions"))


def test_a_story_of_schema_3_is_known_again_once_its_reports_are_read_anew(third: Situation) -> None:
    third.reread()
    courier = third.store.documents()[0]
    again = courier.model_copy(
        update={"document_id": "late", "text": courier.text.replace("12", "31"), "publisher": "The Courier"}
    )
    third.add(again)
    before = third.story("late").before
    assert before is not None
    assert [(c.was.number, c.now.number) for c in before.revised if c.was and c.now] == [("12", "31")]
