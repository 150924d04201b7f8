"""Answers of ReliefWeb's API as files: recognised by their shape, each report with its metadata and where that was found."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from humsit.documents.read import read_inputs
from humsit.records import Document, UnreadableInput

FULL = {
    "id": "3831234",
    "score": 1,
    "fields": {
        "title": "Harbour Region: Flood Situation Report No. 3",
        "body": "**Key figures**\n\n- 41 people killed\n- 12,000 people displaced",
        "source": [
            {"id": 1503, "name": "UN Office for the Coordination of Humanitarian Affairs", "shortname": "OCHA"},
            {"name": "Post"},
        ],
        "date": {"created": "2022-03-05T09:00:00+00:00", "original": "2022-03-04T00:00:00+00:00"},
        "url": "https://reliefweb.int/node/3831234",
        "url_alias": "https://reliefweb.int/report/harbour/flood-3",
        "language": [{"id": 267, "name": "English", "code": "en"}],
        "origin": "https://origin.example/",
    },
}


def answer(*reports: object) -> dict[str, object]:
    return {
        "time": 5,
        "href": "https://api.example/v2/reports",
        "totalCount": len(reports),
        "count": len(reports),
        "data": [*reports],
    }


def read(folder: Path, found: object, name: str = "reports.json") -> list[Document | UnreadableInput]:
    (folder / name).write_text(json.dumps(found), encoding="utf-8")
    return list(read_inputs([str(folder / name)]))


def test_a_report_carries_what_reliefweb_says_of_it(tmp_path: Path) -> None:
    (report,) = read(tmp_path, answer(FULL))
    assert isinstance(report, Document)
    assert report.text == FULL["fields"]["body"]  # type: ignore[index]
    assert (report.document_id, report.format, report.language) == ("reliefweb-3831234", "ReliefWeb", "en")
    assert (report.publisher, report.published) == ("OCHA, Post", dt.date(2022, 3, 4))
    assert report.url == "https://reliefweb.int/report/harbour/flood-3"
    assert report.found["published"] == "ReliefWeb's date.original, 2022-03-04T00:00:00+00:00"


def test_the_page_is_taken_where_the_answer_holds_it_and_a_table_stays_rows(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{place}</td><td>{killed} killed</td></tr>" for place, killed in (("Sumy", 9), ("Lviv", 2)))
    fields = {"title": "T", "body-html": f"<table>{rows}</table><script>x()</script>"}
    (report,) = read(tmp_path, answer({"id": 7, "fields": fields}))
    assert isinstance(report, Document)
    assert report.text == "Sumy | 9 killed\nLviv | 2 killed"
    assert (report.published, report.publisher, report.url) == (None, None, None)


@pytest.mark.parametrize("name", ["reports.json", "reports.jsonl", "reports"])
def test_it_is_recognised_by_its_shape_whatever_its_ending(tmp_path: Path, name: str) -> None:
    (report,) = read(tmp_path, answer(FULL), name)
    assert isinstance(report, Document)


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    broken = {"id": "2", "fields": {"title": "Only a PDF"}}
    undated = {
        "id": "3",
        "fields": {"title": "T", "body": "Nine died.", "date": {"original": "soon"}, "language": "en", "source": 4},
    }
    first, second, third = read(tmp_path, answer(broken, undated, FULL))
    assert str(first) == (
        f"{tmp_path}/reports.json, entry 1 (“Only a PDF”) has no body: "
        "ask ReliefWeb for the field “body” too, or save its page or its PDF."
    )
    assert "“soon” is not a date" in str(second).replace('"soon"', "“soon”")
    assert isinstance(third, Document)


def test_an_answer_without_reports_says_so(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, answer())
    assert "without reports" in str(refused)
