"""Stores that an older humsit made are brought up to date, with everything in them. `schemas/2.sql` is a dump of a real one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

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
