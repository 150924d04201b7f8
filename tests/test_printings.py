"""Identical text is one report, whoever prints it; each printing is kept, shown and counted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from calls import Run, caller, done, rows

from humsit.documents.made import document_from_text
from humsit.records import Document
from humsit.situation import Known, Selection, Situation
from humsit.store import open_store

TEXT = "The mayor said 12 people were killed at Osh on Monday. There is no water in Osh."
PAPERS = ("Courier", "Gazette", "Star", "Herald", "Echo")
MONDAY = dt.date(2024, 5, 6)


def printed(publisher: str | None, *, day: dt.date | None = MONDAY, url: str | None = None, **fields: str) -> Document:
    return document_from_text(TEXT, publisher=publisher, published=day, url=url, **fields)


@pytest.fixture
def desk(store_url: str) -> Iterator[Situation]:
    opened = Situation(open_store(store_url))
    yield opened
    opened.close()


def test_one_text_of_five_publishers_is_one_report_and_one_claim(desk: Situation) -> None:
    added = [desk.add(printed(paper)) for paper in PAPERS]
    assert [(one.new, one.printing) for one in added] == [(True, False)] + [(False, True)] * 4
    (row,) = desk.documents().to_dict("records")
    assert (row["publisher"], row["publishers"], row["also_printed_by"]) == ("Courier", 5, "Echo; Gazette; Herald; Star")
    assert len(desk.figures()) == 1
    (question,) = desk.questions()
    assert question.publishers == tuple(sorted(PAPERS))
    assert question.reason == "The mayor: 12, 5 publishers, 1 claimant."
    assert desk.claims()["publishers"].tolist() == [5]
    (condition,) = desk.condition_questions()
    assert len(condition.claims[0].publishers) == 5
    assert desk.condition_claims()["publishers"].tolist() == [5]


def test_another_day_or_address_is_a_printing_too_and_the_same_one_again_changes_nothing(desk: Situation) -> None:
    there = {"url": "https://courier.example/osh"}
    for report in (
        printed("Courier", **there),
        printed("Courier", day=MONDAY + dt.timedelta(1)),
        printed("Courier", url="https://x"),
    ):
        desk.add(report)
    revision = desk.revision
    for report in (printed("Courier", **there), printed("Courier", day=None), printed(None, day=None), printed(None)):
        assert not desk.add(report).printing
    assert desk.revision == revision
    told = [(one.publisher, one.published, one.url) for one in desk.printings_of(printed(None).document_id)]
    tuesday = MONDAY + dt.timedelta(1)
    assert told == [("Courier", MONDAY, there["url"]), ("Courier", tuesday, None), ("Courier", MONDAY, "https://x")]
    assert desk.questions()[0].publishers == ("Courier",)


def test_a_report_whose_first_printing_names_nobody_is_printed_by_those_that_are_known(desk: Situation) -> None:
    desk.add(printed(None, day=None))
    desk.add(printed("Courier"))
    assert desk.questions()[0].publishers == ("Courier",)


def test_the_same_text_under_two_given_ids_gives_rows_for_each(desk: Situation) -> None:
    for name in ("a", "b"):
        assert desk.add(printed(name, document_id=name)).new
    assert desk.add(printed("Courier")).printing, "a text without an id is the oldest report with that text"
    assert desk.figures()["document_id"].tolist() == ["a", "b"]
    assert desk.documents()["copy_of"].fillna("").tolist() == ["", "a"]
    assert [one.publisher for one in desk.printings_of("a")] == ["a", "Courier"]
    assert desk.questions()[0].publishers == ("Courier", "a", "b")


def test_a_printing_counts_from_the_day_on_which_it_was_added(desk: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, paper in ((6, "Courier"), (8, "Gazette")):
        moment = dt.datetime(2024, 5, day, 12, tzinfo=dt.UTC)
        monkeypatch.setattr("humsit.store.sql._now", lambda moment=moment: moment)
        desk.add(printed(paper))
    then = Selection(known=Known(dt.date(2024, 5, 7)))
    assert [desk.claims(asked)["publishers"].tolist() for asked in (then, Selection())] == [[1], [2]]
    assert [len(desk.printings(asked)) for asked in (then, Selection())] == [0, 2]


@pytest.fixture
def humsit(tmp_path: Path) -> Run:
    return caller(tmp_path)


@pytest.mark.parametrize("more", [(), ("--no-standings",)], ids=["compared", "as read"])
def test_a_call_reads_each_text_once(humsit: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("a", "b")]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    said = humsit("read", *files, "--format", "jsonl", "--what", "figures", *more)
    assert [row["number"] for row in rows(said)] == ["12"]


def test_printings_come_through_the_command_line(humsit: Run, tmp_path: Path) -> None:
    file = tmp_path / "five.jsonl"
    file.write_text("\n".join(json.dumps({"publisher": paper, "text": TEXT}) for paper in PAPERS), encoding="utf-8")
    assert "5 publishers, 1 claimant" in humsit("read", file, "--format", "jsonl").stdout
    assert humsit("add", file).stdout.count("printed again: ") == 4
    table = done(humsit("export", "printings", "--format", "csv"))
    assert [line.split(",")[1] for line in table.splitlines()[1:]] == list(PAPERS)
