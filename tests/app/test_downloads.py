"""The menu under a table: every format, made when it is clicked, and what a file says is what may leave."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from humsit.app import downloads
from humsit.app.desk import Desk
from humsit.documents.made import document_from_text
from humsit.exports import FileFormat, Outgoing, file_of
from humsit.situation import Selection, Situation, mark_confidential, open_situation
from humsit.tables import from_csv

REPORT = "Local resident Ivan Koval said 30 people were killed in Bucha."


@pytest.fixture
def situation() -> Situation:
    made = open_situation("sqlite://")
    made.add(document_from_text(REPORT, publisher="The Echo"))
    made.add(document_from_text("Oxfam said 500 people were killed in Milltown.", document_id="secret"))
    return made


def menu(desk, selection):  # type: ignore[no-untyped-def] # only its lines reach the app, not this module's names
    from humsit.app import downloads

    downloads.table_menu(desk, "figures", selection, key="menu")
    downloads.package_menu(desk, selection.known)


def drawn(situation: Situation) -> AppTest:
    app = AppTest.from_function(menu, args=(Desk(situation), Selection()), default_timeout=30)
    app.run()
    assert not app.exception, app.exception
    return app


def names(app: AppTest) -> list[str]:
    return [button.label for button in app.get("download_button")]


@pytest.mark.parametrize("format", FileFormat)
def test_every_format_is_read_back_by_a_library_that_did_not_write_it(situation: Situation, format: FileFormat) -> None:
    outgoing = Outgoing(situation)
    frame = outgoing.table("figures")
    data = file_of(frame, "figures", format, outgoing.notes)
    read: dict[FileFormat, Any] = {
        FileFormat.CSV: lambda: from_csv(data.decode("utf-8-sig"), "figures"),
        FileFormat.HXL: lambda: from_csv(data.decode("utf-8-sig"), "figures"),
        FileFormat.XLSX: lambda: pd.read_excel(io.BytesIO(data), sheet_name="figures"),
        FileFormat.PARQUET: lambda: pd.read_parquet(io.BytesIO(data)),
        FileFormat.JSON: lambda: pd.DataFrame(json.loads(data)),
    }
    again = read[format]()
    assert list(again["fact_id"]) == list(frame["fact_id"])
    assert list(again["claimant"]) == list(frame["claimant"])
    assert list(again["value"]) == [30, 500]
    assert not again["quote"].str.contains("Koval").any()


def test_the_menu_offers_every_format_and_only_then_makes_a_file(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "file_of", lambda *_: pytest.fail("made before it was clicked"))
    assert names(drawn(situation)) == ["CSV", "CSV with HXL row", "Excel", "Parquet", "JSON", "Data package (zip)"]


def test_names_are_masked_unless_that_is_switched_off(situation: Situation) -> None:
    app = drawn(situation)
    assert [toggle.value for toggle in app.toggle] == [True, True], "one in each menu, and on"
    assert not [toggle for toggle in app.toggle if "onfidential" in toggle.label], "there is no confidential report"


def test_a_confidential_report_is_said_in_the_menu_and_stays_unless_asked_for(situation: Situation) -> None:
    mark_confidential(situation, "secret", who="Ada", why="watched")
    app = drawn(situation)
    assert [toggle.value for toggle in app.toggle if "onfidential" in toggle.label] == [False, False]
    said = [str(element.proto.body) for element in app.get("html")]
    assert any("1 confidential report is left out" in text for text in said)


def test_what_was_marked_after_the_menu_was_drawn_stays_too(situation: Situation) -> None:
    before = Outgoing(situation)
    assert len(before.table("figures")) == 2
    mark_confidential(situation, "secret", who="Ada", why="watched")
    made = downloads._fresh(before, lambda outgoing: file_of(outgoing.table("figures"), "figures", FileFormat.CSV))
    assert b"Oxfam" not in made


def test_a_very_long_table_names_the_command_that_writes_it(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "TOO_MANY", 1)
    app = drawn(situation)
    assert names(app) == []
    assert [code.value for code in app.code] == [
        "humsit export figures --format csv --output figures.csv",
        "humsit export package --output package.zip",
    ]
    assert any("2 rows are too many" in str(element.proto.body) for element in app.get("html"))


def test_the_zip_of_the_whole_situation_holds_every_table(situation: Situation) -> None:
    with zipfile.ZipFile(io.BytesIO(downloads._zipped(Outgoing(situation)))) as archive:
        assert {"datapackage.json", "README.md", "figures.csv", "hxl/figures.csv"} <= set(archive.namelist())
