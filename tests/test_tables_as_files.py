"""Tables as files for other programs: each is opened again by a library that did not write it; nothing runs, nothing is lost."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from builders import condition, document, figure
from openpyxl.utils.escape import unescape

from humsit.records import Document, Figure, WrongValue
from humsit.tables import (
    TABLES,
    allowed,
    conditions_table,
    corrections_of,
    documents_table,
    figures_of,
    figures_table,
    frame_of,
    from_csv,
    to_csv,
    to_json,
    to_xlsx,
)

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "＝1",
    '=HYPERLINK("http://x.invalid")',
    "http://x.invalid",
    "{=1}",
    "_x0041_",
    "\x07",
]
DAY = dt.date(2024, 5, 2)


def hostile_figures() -> list[Figure]:
    """One figure a payload, with the payload wherever a document's text may stand."""
    report = document("22 died.", publisher="p")
    places = ("place", "claimant", "group", "quote", "event", "publisher", "hedge", "period")
    return [
        figure("22", report, fact_id=str(n), published=DAY, latitude=-33.4, **dict.fromkeys(places, payload))
        for n, payload in enumerate(HOSTILE)
    ]


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def columns_by_name(sheet: Any) -> dict[str, list[Any]]:
    head, *rows = sheet.iter_rows()
    return {cell.value: [row[at] for row in rows] for at, cell in enumerate(head)}


def test_no_text_becomes_a_formula_or_a_link_in_a_workbook_and_all_of_it_is_kept() -> None:
    book = opened(to_xlsx({"figures": figures_table(hostile_figures())}, ["=1+1 left out"]))
    cells = columns_by_name(book["figures"])
    for name in ("place", "claimant", "quote", "event"):
        assert [unescape(cell.value) for cell in cells[name]] == HOSTILE
        assert {cell.data_type for cell in cells[name]} == {"s"} or {cell.data_type for cell in cells[name]} == {"inlineStr"}
        assert [cell.quotePrefix for cell in cells[name]][:6] == [True] * 6, "Excel would run it once somebody edits the cell"
    assert all(cell.hyperlink is None for sheet in book for row in sheet.iter_rows() for cell in row)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr", "n", "d", "b"}


def test_no_cell_of_the_workbooks_own_markup_is_a_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(to_xlsx({"figures": figures_table(hostile_figures())}))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in parts.namelist() if "external" in name.lower() or ("rels" in name and "sheets" in name)]
    assert len(sheets) == 2
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_dates_numbers_and_truth_keep_their_kind_and_unknown_stays_empty() -> None:
    frame = figures_table([figure(published=DAY, as_of=None, latitude=-33.4, low=None)])
    cells = {name: cell[0] for name, cell in columns_by_name(opened(to_xlsx({"figures": frame}))["figures"]).items()}
    assert (cells["published"].value, cells["published"].is_date) == (dt.datetime(2024, 5, 2), True)
    assert (cells["value"].value, cells["latitude"].value) == (22, -33.4)
    assert (cells["low"].value, cells["as_of"].value) == (None, None), "unknown is not zero"
    assert cells["corrected"].value is False
    again = pd.read_excel(io.BytesIO(to_xlsx({"figures": frame})), sheet_name="figures")
    assert (again["high"].item(), again["published"].item()) == (22, pd.Timestamp(DAY))


def test_days_that_excel_cannot_count_and_texts_that_no_cell_holds_are_still_told() -> None:
    frame = documents_table([Document(document_id="a", text="x", title="t" * 40_000, published=dt.date(1898, 1, 2))])
    cells = {name: cell[0].value for name, cell in columns_by_name(opened(to_xlsx({"documents": frame}))["documents"]).items()}
    assert cells["published"] == "1898-01-02"
    assert len(cells["title"]) == 32_767
    assert cells["title"].endswith("…")


def test_the_first_sheet_explains_every_column_and_its_allowed_values() -> None:
    frames = {"figures": figures_table([]), "conditions": conditions_table([condition()])}
    book = opened(to_xlsx(frames, ["2 reports are confidential and left out."]))
    assert book.sheetnames == ["Readme", "figures", "conditions"]
    told = [[cell.value for cell in row] for row in book["Readme"].iter_rows()]
    assert told[1][0] == "2 reports are confidential and left out."
    explained = {(row[0], row[1]): row for row in told}
    assert explained.keys() >= {(table, column.name) for table in frames for column in TABLES[table]}
    assert explained["figures", "standing"][5] == "single_source, corroborated, divergent, contested"
    assert explained["figures", "start"][3:5] == ["whole number", "characters"]


def test_a_workbook_says_which_table_is_too_long_for_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humsit.tables.workbook.MOST_ROWS", 1)
    with pytest.raises(WrongValue, match="export it as csv"):
        to_xlsx({"figures": figures_table([figure(), figure()])})


def test_json_gives_back_every_value_exactly() -> None:
    frame = figures_table(hostile_figures())
    records = json.loads(to_json(frame, "figures"))
    assert [record["place"] for record in records] == HOSTILE
    assert {record["published"] for record in records} == {"2024-05-02"}
    assert (records[0]["value"], records[0]["as_of"], records[0]["latitude"]) == (22, None, -33.4)
    for record in records:
        record["published"] = DAY
    assert figures_of(frame_of("figures", records)) == hostile_figures()
    assert json.loads(to_json(figures_table([]), "figures")) == []


def test_parquet_gives_back_every_value_exactly(tmp_path: Path) -> None:
    frame = figures_table(hostile_figures())
    frame.to_parquet(tmp_path / "figures.parquet", index=False)
    assert figures_of(pd.read_parquet(tmp_path / "figures.parquet").astype(frame.dtypes)) == hostile_figures()


def test_csv_is_escaped_with_and_without_its_hxl_row() -> None:
    frame = figures_table(hostile_figures())
    for hxl in (False, True):
        text = to_csv(frame, "figures", hxl=hxl)
        cells = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False, skiprows=[1] if hxl else None)
        assert all(not cell.startswith(("=", "+", "-", "@", "\t", "＝")) for cell in cells["claimant"])
        assert figures_of(from_csv(text, "figures")) == hostile_figures()


def test_moments_are_written_in_utc() -> None:
    when = dt.datetime(2024, 5, 2, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-2)))
    row = {"correction_id": 1, "fact_id": "f", "document_id": "d", "start": 0, "end": 1, "words": "w", "version": 1}
    frame = frame_of("corrections", [row | {"action": "approve", "who": "Ada", "when": when, "why": "=why"}])
    cells = {name: cell[0] for name, cell in columns_by_name(opened(to_xlsx({"corrections": frame}))["corrections"]).items()}
    assert cells["when"].value == dt.datetime(2024, 5, 3, 1, 30)
    assert json.loads(to_json(frame, "corrections"))[0]["when"] == "2024-05-03T01:30:00+00:00"
    assert corrections_of(frame)[0].when == when


def test_every_column_of_codes_lists_what_it_may_hold() -> None:
    named = {column.name for columns in TABLES.values() for column in columns}
    codes = {name for name in named if allowed(name)}
    assert {"measure", "standing", "claimant_type", "review", "origin", "check", "kind", "action", "state"} <= codes
    assert "contested" in allowed("standing")
    assert allowed("place") == ()
