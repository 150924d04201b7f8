"""What a spreadsheet makes of a CSV and saves again: other separators, decimal commas, days turned round, long numbers cut short.

A cell is taken for what stood there before as long as it can mean that; where it is new and can mean two things, it is refused in
one sentence and never guessed.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from humsit.records import Number, WrongValue

MARK = "'"
"""What our tables put before a cell that a spreadsheet could run or misread."""
_FIRST_DAY = dt.date(1899, 12, 30)
"""Day 0 of a spreadsheet's own count of days."""
_SERIAL = re.compile(r"[1-9]\d{4}(?:[.,]0+)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d\d.*)?")
_TURNED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d\d.*)?")
_NAMED = re.compile(r"(\d{1,2})[ -.]+([A-Za-z]{3})[a-z]*[ -.]+(\d{4}|\d{2})")
_MONTHS = {month: number for number, month in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_SHORTENED = re.compile(r"([+-]?\d(?:[.,]\d+)?)[eE]\+?(-?\d+)")
_GROUPS = re.compile(r"[+-]?\d{1,3}(?:([ \u00a0\u202f'.,])\d{3})(?:\1\d{3})*")
_BOTH = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+")
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its number as the spreadsheet counts (the header is 1), and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as somebody saved it."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    continental: bool = False
    """Whether its cells are parted by semicolons or tabs, as where a comma is for decimals."""


# --- the file


def read_sheet(data: bytes) -> Sheet:
    """The rows of a CSV, as any spreadsheet saves it: a byte order mark, UTF-16, the system's letters, semicolons, tabs.

    WrongValue with one sentence where it is none. Rows without anything in them are left out.
    """
    text = _decoded(data)
    first, _, rest = text.partition("\n")
    separator = _separator(first)
    if first.strip().lower().startswith("sep="):
        separator, text = first.strip()[4:5] or ",", rest
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    skipped = 1 if text is rest else 0
    try:
        read = [(rows.line_num + skipped, row) for row in rows]
    except csv.Error as error:
        raise WrongValue(f"Line {rows.line_num} is no CSV ({error}): save the table as CSV again.") from error
    numbered = [(number, row) for number, (_, row) in enumerate(read, 1 + skipped) if any(cell.strip() for cell in row)]
    if not numbered:
        raise WrongValue("The file is empty: download the table, change it, and save it as CSV.")
    (_, header), *body = numbered
    columns = tuple(cell.strip().removeprefix(MARK) for cell in header)
    _refuse_columns(columns)
    lines = tuple(_line(number, row, columns) for number, row in body if not _is_tags(row))
    return Sheet(columns, lines, continental=separator != ",")


def _decoded(data: bytes) -> str:
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise WrongValue("This is a workbook, not a CSV: save its first sheet as “CSV UTF-8” and upload that.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise WrongValue("This is no text file: save the table as CSV and upload that.")
    return text


def _separator(header: str) -> str:
    """The one that parts most cells of the header; names of columns hold none of them."""
    return max(",;\t", key=header.count)


def _refuse_columns(columns: Sequence[str]) -> None:
    twice = [name for name in columns if name and columns.count(name) > 1]
    if twice:
        raise WrongValue(f"The column {twice[0]!r} comes twice: keep one of them.")
    if "fact_id" not in columns:
        raise WrongValue("There is no column fact_id, so nobody can tell which figure a row is about: download the table again.")


def _line(number: int, row: Sequence[str], columns: Sequence[str]) -> Line:
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise WrongValue(
            f"Row {number} has {len(row)} cells, the first row {len(columns)}: a cell was added, or a quote is missing."
        )
    filled = [*row, *[""] * (len(columns) - len(row))]
    return Line(number, {name: cell.strip() for name, cell in zip(columns, filled, strict=False) if name})


def _is_tags(row: Sequence[str]) -> bool:
    """Whether it is the row of HXL tags."""
    said = [cell.strip() for cell in row if cell.strip()]
    return all(cell.startswith("#") for cell in said)


# --- its cells


def text_of(cell: str) -> str:
    """The text that a cell holds, without our mark."""
    return cell.removeprefix(MARK).strip()


def same_text(cell: str, before: str) -> bool:
    """Whether a cell holds what stood there: it may differ in blanks and line ends, and in letters that were lost in saving."""
    return cell.split() in (before.split(), in_few_letters(before).split())


def in_few_letters(text: str) -> str:
    """The text as spreadsheets save it in a western system's letters: a question mark for every other one."""
    return text.encode("cp1252", errors="replace").decode("cp1252")


def number_of(cell: str, before: Number | None, *, continental: bool) -> Number | None:
    """The number that a cell says; `before` where it can mean that. WrongValue where it is none, or can be two."""
    words = text_of(cell)
    if not words:
        return None
    if before is not None and _is_shortened(words, before):
        return before
    meant = sorted(set(_numbers(words, continental)))
    if before is not None and before in meant:
        return before
    if not meant:
        why = "the spreadsheet has cut it short, write all its digits" if _SHORTENED.fullmatch(words) else "write it in digits"
        raise WrongValue(f"“{words}” is no number: {why}.")
    if len(meant) > 1:
        raise WrongValue(f"“{words}” can be {meant[0]:,} or {meant[1]:,}: write it without a comma or a point.")
    return meant[0]


def _numbers(words: str, continental: bool) -> Iterator[Number]:
    """All numbers that the words can mean."""
    plain = words.replace("−", "-").removeprefix("+")
    grouped = _GROUPS.fullmatch(plain)
    if grouped is not None:
        mark = grouped[1]
        as_group, as_decimal = _value(plain.replace(mark, "")), plain.count(mark) == 1 and mark in ".,"
        if not as_decimal:
            yield as_group
        elif continental:
            yield from (as_group, _value(plain.replace(mark, ".")))
        else:
            yield as_group if mark == "," else _value(plain)
    elif (both := _BOTH.fullmatch(plain)) is not None:
        yield _value(plain.replace(both[1], "").replace(",", "."))
    elif _PLAIN.fullmatch(plain):
        yield _value(plain.replace(",", "."))


def _value(digits: str) -> Number:
    number = float(digits)
    return int(digits) if "." not in digits else int(number) if number == int(number) else number


def _is_shortened(words: str, before: Number) -> bool:
    """Whether it is the number that stood there, cut short as spreadsheets show long ones: 4.4E+06."""
    found = _SHORTENED.fullmatch(words)
    if found is None:
        return False
    shown = Decimal(found[1].replace(",", ".")).scaleb(int(found[2]))
    exact, last = (
        Decimal(str(before)),
        Decimal(1).scaleb(int(found[2]) - len(found[1].partition(",")[2] or found[1].partition(".")[2])),
    )
    return abs(exact - shown) <= last / 2


@dataclass(frozen=True, slots=True)
class Days:
    """Which way round a sheet writes its days, as far as its own cells tell."""

    day_first: bool | None = None

    def read(self, cell: str, before: dt.date | None) -> dt.date | None:
        """The day that a cell says; `before` where it can mean that. WrongValue where it is none, or can be two."""
        words = text_of(cell)
        if not words:
            return None
        meant = list(dict.fromkeys(days_meant(words)))
        if before is not None and before in meant:
            return before
        if not meant:
            raise WrongValue(f"“{words}” is no day: write it as year-month-day, for instance 2022-03-03.")
        if len(meant) > 1 and self.day_first is not None:
            return meant[0] if self.day_first else meant[1]
        if len(meant) > 1:
            raise WrongValue(f"“{words}” can be {meant[0]} or {meant[1]}: write it as year-month-day.")
        return meant[0]


def days_meant(words: str) -> Iterator[dt.date]:
    """The days that words can mean; where they can be turned round, first with the day first, then with the month first."""
    if found := _ISO.fullmatch(words):
        yield from _day(found[1], found[2], found[3])
    elif found := _NAMED.fullmatch(words):
        if month := _MONTHS.get(found[2].lower()):
            yield from _day(found[3], str(month), found[1])
    elif found := _TURNED.fullmatch(words):
        yield from _day(found[4], found[3], found[1])
        if found[2] != ".":
            yield from _day(found[4], found[1], found[3])
    elif _SERIAL.fullmatch(words):
        yield _FIRST_DAY + dt.timedelta(days=int(words[:5]))


def _day(year: str, month: str, day: str) -> Iterator[dt.date]:
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 30 else 1900)
    try:
        yield dt.date(full, int(month), int(day))
    except ValueError:
        return


def days_of(cells: Iterable[tuple[str, dt.date | None]]) -> Days:
    """Which way round the days of a sheet stand; `cells` with the day that stood in each before."""
    votes = set()
    for cell, before in cells:
        found = _TURNED.fullmatch(text_of(cell))
        if found is None or found[2] == "." or int(found[1]) == int(found[3]):
            continue
        year = found[4]
        first, second = list(_day(year, found[3], found[1])), list(_day(year, found[1], found[3]))
        if not (first and second):
            votes.add(bool(first))
        elif before is not None and (before in first) != (before in second):
            votes.add(before in first)
    return Days(votes.pop() if len(votes) == 1 else None)
