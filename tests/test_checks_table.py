"""Figures to check and condition claims from the desk: as objects, as tables, as files, under filters, after corrections."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from builders import claimed, condition, document, figure

from humsit.records import Document, Figure
from humsit.situation import Selection, Situation, open_situation
from humsit.tables import from_csv, to_csv


def kept(desk: Situation, day: int, number: str) -> Figure:
    """A report of that day of May 2024 that gives the toll."""
    when = dt.date(2024, 5, day)
    report = document(f"The mayor said {number} were killed. No water, he said.", document_id=f"r{day}", published=when)
    shared = {"as_of": when, "as_of_precision": "day", "published": when, "claimant": "the mayor"}
    read = figure(number, report, **shared)
    dry = condition("No water", report, **shared | {"state": "present" if day < 3 else "absent", "claimant": f"source {day}"})
    desk.store.add(report, [read, dry])
    return read


@pytest.fixture
def desk() -> Situation:
    return open_situation("sqlite://")


def test_the_checks_table_holds_both_rows(desk: Situation) -> None:
    before, after = kept(desk, 2, "1500"), kept(desk, 3, "1310")
    row = desk.checks().iloc[0]
    assert (row["check"], row["fact_id"], row["against"]) == ("falling_total", after.fact_id, before.fact_id)
    assert (row["in_words"], row["against_in_words"], row["told"]) == ("1,310", "1,500", False)
    assert "1500 were killed" in row["against_quote"]
    assert row["as_of"] == pd.Timestamp(2024, 5, 3)


def test_a_filter_keeps_a_finding_of_which_it_shows_any_row(desk: Situation) -> None:
    kept(desk, 2, "1500")
    kept(desk, 3, "1310")
    assert len(desk.checks(Selection(document_id="r2"))) == 1
    assert len(desk.checks(Selection(text="1310"))) == 1
    assert desk.checks(Selection(place=("elsewhere",))).empty
    assert desk.condition_claims(Selection(place=("elsewhere",))).empty


def test_a_correction_takes_the_finding_away_and_its_undo_brings_it_back(desk: Situation) -> None:
    kept(desk, 2, "1500")
    wrong = kept(desk, 3, "1310")
    row = desk.correct(wrong.fact_id, "value", "1510", who="Ada", why="digits")
    assert desk.findings() == []
    desk.undo(row.correction_id, who="Ada", why="no")
    assert len(desk.findings()) == 1


def test_condition_claims_say_who_holds_what_and_how_it_stands(desk: Situation) -> None:
    kept(desk, 2, "1500")
    kept(desk, 3, "1500")
    frame = desk.condition_claims()
    assert frame["standing"].tolist() == ["contested"] * 2
    assert dict(zip(frame["claimant"], frame["state"], strict=True)) == {"source 2": "present", "source 3": "absent"}
    assert frame["overtaken"].tolist() == [False, False]
    (question,) = desk.condition_questions()
    assert question.reason == frame["standing_reason"].iloc[0]


@pytest.mark.parametrize("table", ["checks", "condition_claims"])
def test_both_tables_come_back_from_csv_as_they_went(desk: Situation, table: str) -> None:
    kept(desk, 2, "1500")
    kept(desk, 3, "1310")
    frame = desk.table(table)
    assert len(frame) > 0
    pd.testing.assert_frame_equal(from_csv(to_csv(frame, table, hxl=True), table), frame)


def test_what_is_read_from_reports_is_checked_and_compared(desk: Situation) -> None:
    reports = [
        "The mayor said 1,240 people were killed in Tamale. Residents of Tamale said there was no power.",
        "The mayor said 124 people were killed in Tamale. Power was restored in Tamale, the governor said.",
    ]
    for day, text in enumerate(reports, 2):
        desk.add(Document(document_id=f"t{day}", text=text, published=dt.date(2024, 5, day)))
    (finding,) = desk.findings()
    assert finding.kind == "digit_dropped"
    assert "1,240 on 2 May 2024, then 124 on 3 May 2024" in finding.sentence
    (question,) = desk.condition_questions()
    assert question.standing == "contested"
    assert question.short.startswith("Power: back since 3 May 2024, but none according to")


def test_a_date_that_has_not_come_is_asked_of_the_day_that_is_given(desk: Situation) -> None:
    undated = Document(document_id="u", text="9 were killed.")
    late = claimed("9", report="u", day=24, published=None)
    desk.store.add(undated, [late.model_copy(update={"start": 0, "end": 1})])
    assert desk.findings(today=dt.date(2025, 1, 24)) == []
    assert [finding.kind for finding in desk.findings(today=dt.date(2025, 1, 23))] == ["date_in_the_future"]
