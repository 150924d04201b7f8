"""Tables as CSV that a spreadsheet can open without harm, and back again without loss.

A text cell that a spreadsheet could take for a formula gets a leading apostrophe; so does one that already begins with an
apostrophe, so that taking one off again gives the very text. In text columns that know "unknown", unknown is an empty cell and
empty text an apostrophe alone. Numbers, days and booleans are plain: `-33.4`, `2022-03-03`, `true`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import math
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from humsit.records import WrongValue
from humsit.tables.columns import DAY, MOMENT, NUMBER, TEXT, WHOLE, YES_NO, Column
from humsit.tables.frames import columns_of, records_of

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""What starts a formula in Excel, LibreOffice or (full width) their East Asian editions; the OWASP list and its look-alikes."""
MARK = "'"


def to_csv(frame: pd.DataFrame, table: str, *, hxl: bool = False) -> str:
    """The frame as CSV (RFC 4180, UTF-8 when written): a row of column names, with `hxl` a row of HXL tags, then the data.

    `frame` may hold some of the table's columns, in any order. Raises WrongValue for a column that the table has not.
    """
    columns = _known(table, list(frame.columns))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    if hxl:
        writer.writerow([column.hxl for column in columns])
    writer.writerows(zip(*(_cells(column, frame[column.name]) for column in columns), strict=True))
    return out.getvalue()


def to_json(frame: pd.DataFrame, table: str) -> str:
    """The frame as one JSON list of records, one on each line: days and moments as ISO text, unknown as null, text as it is."""
    lines = (json.dumps(record, ensure_ascii=False, default=_iso, allow_nan=False) for record in records_of(table, frame))
    return "[" + ",\n ".join(lines) + "]\n"


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a row")


def from_csv(text: str, table: str) -> pd.DataFrame:
    """The frame that `to_csv` wrote, with the documented dtypes; takes a byte order mark, the HXL row and apostrophes off again.

    Raises WrongValue, naming line and column, for a cell that does not fit its column.
    """
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header, *body = list(lines) or [[]]
    except csv.Error as error:
        raise WrongValue(f"Line {lines.line_num} is no CSV: {error}. Save the table as CSV again.") from error
    columns = _known(table, header)
    if body and body[0] == [column.hxl for column in columns]:
        del body[0]
    for number, line in enumerate(body, 2):
        if len(line) != len(columns):
            raise WrongValue(f"Row {number} has {len(line)} cells instead of {len(columns)}; save the table as CSV again.")
    cells = list(zip(*body, strict=True)) or [()] * len(columns)
    return pd.DataFrame({column.name: _read(column, values) for column, values in zip(columns, cells, strict=True)})


def _known(table: str, names: list[str]) -> list[Column]:
    known = {column.name: column for column in columns_of(table)}
    strange = [name for name in names if name not in known]
    if strange:
        raise WrongValue(f"The table “{table}” has no column “{strange[0]}”; its columns are {', '.join(known)}.")
    if len(set(names)) < len(names):
        raise WrongValue(f"A column of the table “{table}” comes twice; keep one of each name.")
    return [known[name] for name in names]


def safe_text(text: str) -> str:
    """A text cell that no spreadsheet runs: `=1+1` → `'=1+1`. `plain_text` takes it back."""
    return MARK + text if text[:1] in FORMULA_STARTS or text[:1] == MARK else text


def plain_text(cell: str) -> str:
    """The text that `safe_text` was given."""
    return cell.removeprefix(MARK)


def _cells(column: Column, series: pd.Series[Any]) -> Iterable[str]:
    write = _WRITE[column.dtype]
    if column.optional:
        return ["" if pd.isna(value) else write(value) or MARK for value in series.array]
    return ["" if pd.isna(value) else write(value) for value in series.array]


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise WrongValue(f"{value} is no number that a table can hold.")
    return str(int(value)) if value == int(value) and abs(value) < 2**53 else repr(float(value))


_WRITE: dict[str, Callable[[Any], str]] = {
    TEXT: lambda value: safe_text(str(value)),
    NUMBER: _number,
    WHOLE: lambda value: str(int(value)),
    YES_NO: lambda value: "true" if value else "false",
    DAY: lambda value: str(value.date().isoformat()),
    MOMENT: lambda value: str(value.isoformat()),
}


def _read(column: Column, cells: tuple[str, ...]) -> pd.Series[Any]:
    if column.dtype == TEXT:
        values: list[Any] = [None if column.optional and cell == "" else plain_text(cell) for cell in cells]
    else:
        values = [None if cell == "" else _parsed(column, cell, number) for number, cell in enumerate(cells, 2)]
    return pd.Series(values, dtype=column.dtype)


def _parsed(column: Column, cell: str, line: int) -> Any:
    try:
        return _PARSE[column.dtype](cell)
    except ValueError as error:
        raise WrongValue(f"Row {line}: “{cell}” does not fit the column “{column.name}” ({_EXPECTED[column.dtype]}).") from error


def _truth(cell: str) -> bool:
    words = {"true": True, "false": False}  # spreadsheets write them back in capitals
    if cell.lower() not in words:
        raise ValueError(cell)
    return words[cell.lower()]


_PARSE: dict[str, Callable[[str], Any]] = {
    NUMBER: float,
    WHOLE: int,
    YES_NO: _truth,
    DAY: pd.Timestamp,
    MOMENT: lambda cell: pd.Timestamp(cell).tz_convert("UTC"),
}
_EXPECTED = {
    NUMBER: "a number",
    WHOLE: "a whole number",
    YES_NO: "true or false",
    DAY: "a day, YYYY-MM-DD",
    MOMENT: "a time with zone",
}
