"""Tables as an Excel workbook: a first sheet that says what every column means, then one sheet a table.

Days are dates, numbers are numbers, and text is text: none of it is ever a formula or a link, whatever it begins with. A text
that looks like a formula carries Excel's own mark for text, so that it stays text when somebody edits its cell.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from humsit.records import WrongValue
from humsit.tables.allowed import allowed
from humsit.tables.columns import DAY, MOMENT, NUMBER, TEXT, WHOLE, YES_NO, Column
from humsit.tables.frames import columns_of, records_of
from humsit.tables.text import FORMULA_STARTS

MOST_ROWS = 1_048_575
"""What a sheet holds under its header."""
LONGEST_TEXT = 32_767
"""Characters that a cell holds; longer text ends in "…"."""
README = "Readme"
_EPOCH = dt.date(1900, 3, 1)
"""Excel counts days wrongly before this one, so an earlier one is written as text."""
_KINDS = {
    TEXT: "text",
    NUMBER: "number",
    WHOLE: "whole number",
    YES_NO: "TRUE or FALSE",
    DAY: "date",
    MOMENT: "date and time, UTC",
}
_WIDTHS = {TEXT: 20, NUMBER: 12, WHOLE: 9, YES_NO: 9, DAY: 11, MOMENT: 17}
_WIDE = {"quote": 70, "standing_reason": 60, "finding": 60, "title": 50, "why": 40, "against_quote": 60, "in_words": 24}
_HEADS = ("sheet", "column", "meaning", "kind", "unit", "allowed values", "HXL tag")


def to_xlsx(frames: Mapping[str, pd.DataFrame], notes: Sequence[str] = ()) -> bytes:
    """A workbook: the sheet "Readme" with the notes and every column's meaning, then a sheet for each table of `frames`.

    A frame may hold some of its table's columns. WrongValue for a table that does not exist or has more rows than a sheet holds.
    """
    import xlsxwriter

    made = io.BytesIO()
    safely = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}
    with xlsxwriter.Workbook(made, safely) as book:
        formats = _formats(book)
        kept = {table: _present(table, frame) for table, frame in frames.items()}
        _readme(book.add_worksheet(README), kept, notes, formats)
        for table, frame in frames.items():
            if len(frame) > MOST_ROWS:
                raise WrongValue(f"A sheet holds {MOST_ROWS:,} rows, and this table has {len(frame):,}: export it as csv.")
            _sheet(book.add_worksheet(table), table, frame, kept[table], formats)
    return made.getvalue()


def _present(table: str, frame: pd.DataFrame) -> list[Column]:
    return [column for column in columns_of(table) if column.name in frame.columns]


def _formats(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        "marked": book.add_format({"quote_prefix": True}),
        DAY: book.add_format({"num_format": "yyyy-mm-dd"}),
        MOMENT: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }


def _readme(sheet: Any, kept: Mapping[str, Sequence[Column]], notes: Sequence[str], formats: Mapping[str, Any]) -> None:
    sheet.set_column(0, 1, 18)
    sheet.set_column(2, 2, 70, formats["wrapped"])
    sheet.set_column(3, 4, 15)
    sheet.set_column(5, 6, 34)
    sheet.write_string(0, 0, "humsit: figures that reports claim, with who says so", formats["title"])
    for row, note in enumerate(notes, 1):
        sheet.write_string(row, 0, _fitted(note), formats["marked"] if note[:1] in FORMULA_STARTS else None)
    first = len(notes) + 2
    for at, head in enumerate(_HEADS):
        sheet.write_string(first, at, head, formats["head"])
    lines = [(table, column) for table, columns in kept.items() for column in columns]
    for row, (table, column) in enumerate(lines, first + 1):
        told = (
            table,
            column.name,
            column.meaning,
            _KINDS[column.dtype],
            column.unit,
            ", ".join(allowed(column.name)),
            column.hxl,
        )
        for at, text in enumerate(told):
            sheet.write_string(row, at, text)


def _sheet(sheet: Any, table: str, frame: pd.DataFrame, columns: Sequence[Column], formats: Mapping[str, Any]) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column.name, max(_WIDTHS[column.dtype], len(column.name) + 2)))
        sheet.write_string(0, at, column.name, formats["head"])
    sheet.freeze_panes(1, 0)
    if columns:
        sheet.autofilter(0, 0, max(len(frame), 1), len(columns) - 1)
    for row, record in enumerate(records_of(table, frame), 1):
        for at, column in enumerate(columns):
            if (value := record[column.name]) is not None:
                _WRITE[column.dtype](sheet, row, at, value, formats)


def _fitted(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def _text(sheet: Any, row: int, at: int, value: Any, formats: Mapping[str, Any]) -> None:
    text = _fitted(str(value))
    if text:
        sheet.write_string(row, at, text, formats["marked"] if text[:1] in FORMULA_STARTS else None)


def _day(sheet: Any, row: int, at: int, value: Any, formats: Mapping[str, Any]) -> None:
    if value < _EPOCH:
        sheet.write_string(row, at, value.isoformat())
    else:
        sheet.write_datetime(row, at, dt.datetime.combine(value, dt.time()), formats[DAY])


def _moment(sheet: Any, row: int, at: int, value: Any, formats: Mapping[str, Any]) -> None:
    sheet.write_datetime(row, at, value.astimezone(dt.UTC).replace(tzinfo=None), formats[MOMENT])


def _number(sheet: Any, row: int, at: int, value: Any, formats: Mapping[str, Any]) -> None:
    if value in (float("inf"), float("-inf")):
        raise WrongValue(f"{value} is no number that a table can hold.")
    sheet.write_number(row, at, value)


_WRITE: dict[str, Callable[[Any, int, int, Any, Mapping[str, Any]], None]] = {
    TEXT: _text,
    NUMBER: _number,
    WHOLE: _number,
    YES_NO: lambda sheet, row, at, value, formats: sheet.write_boolean(row, at, bool(value)),
    DAY: _day,
    MOMENT: _moment,
}
