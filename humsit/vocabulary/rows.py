"""Reads the word lists from CSV and names every problem by file, row and mend."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from humsit.grammar.words import split_phrase
from humsit.vocabulary.lists import LISTS, UNITS, ListForm

Row = dict[str, str]
Key = tuple[str, ...]
ENGLISH = "en"
_LANGUAGE = re.compile("[a-z]{2,3}")
"""The name of a language's folder: its ISO 639 code."""
SPREADSHEETS = (".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers")


@dataclass(frozen=True)
class Problem:
    """One row (0: the whole file) that cannot be used: where it stands, what is wrong, and how to mend it."""

    file: str
    row: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}: {self.message}" if self.row else f"{self.file}: {self.message}"


class Placed(NamedTuple):
    """A row and where it stands; the first row of a file is 1, as in a spreadsheet."""

    file: str
    number: int
    row: Row


def read_lists(own: Path | None, language: str = ENGLISH) -> tuple[dict[str, list[Row]], list[Problem]]:
    """Every list of a language, a team's rows laid over the built-in ones by key; rows with a problem are left out and named.

    A list that nobody wrote for the language has no rows.
    """
    rows: dict[str, list[Row]] = {}
    problems: list[Problem] = []
    folder = own_folder(own, language)
    for name in LISTS:
        built_in, bad = rows_in(name, language)
        own_rows, bad_own = read_own(name, folder)
        rows[name] = laid_over(name, [one.row for one in built_in], [one.row for one in own_rows])
        problems += bad + bad_own
    return rows, problems + _strangers(folder)


def languages_of(own: Path | None) -> frozenset[str]:
    """The codes of the languages that there are lists for, built-in ones or in the folder `own` of a team."""
    built_in = {folder.name for folder in resources.files(__package__).iterdir() if _LANGUAGE.fullmatch(folder.name)}
    folders = own.iterdir() if own is not None and own.is_dir() else ()
    return frozenset(built_in | {path.name for path in folders if _LANGUAGE.fullmatch(path.name) and any(path.glob("*.csv"))})


def own_folder(own: Path | None, language: str) -> Path | None:
    """Where a team's own lists of a language lie: those of English in the folder itself, those of others in a folder of it."""
    return own if own is None or language == ENGLISH else own / language


def rows_in(name: str, language: str) -> tuple[list[Placed], list[Problem]]:
    """The built-in rows of one list of a language, and what is wrong with the others; nothing where there is no such list."""
    file = resources.files(__package__).joinpath(language, f"{name}.csv")
    shown = f"{name}.csv" if language == ENGLISH else f"{language}/{name}.csv"
    return rows_of(name, shown, file.read_bytes()) if file.is_file() else ([], [])


def read_own(name: str, own: Path | None) -> tuple[list[Placed], list[Problem]]:
    """A team's own rows of one list, and what is wrong with the others; nothing where it has no such list."""
    path = own / f"{name}.csv" if own is not None else None
    if path is None or not path.is_file():
        return [], []
    try:
        return rows_of(name, str(path), path.read_bytes())
    except OSError as reason:
        return [], [Problem(str(path), 0, f"it cannot be read ({reason.strerror}); give yourself the right to")]


def laid_over(name: str, rows: list[Row], more: list[Row]) -> list[Row]:
    """The rows of a list with `more` laid over them: the same key replaces, any other is added."""
    return list({key_of(name, row): row for row in [*rows, *more]}.values())


def key_of(name: str, row: Row) -> Key:
    """What makes a row of this list the same row as another."""
    return tuple(row[column].lower() for column in LISTS[name].key)


def rows_of(name: str, file: str, content: bytes, first: int = 1) -> tuple[list[Placed], list[Problem]]:
    """The usable rows of a list's file, in its order, and what is wrong with the others; its first row has the number `first`."""
    form = LISTS[name]
    try:
        cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except UnicodeDecodeError as reason:
        row = first + content[: reason.start].count(b"\n")
        return [], [Problem(file, row, "this is no UTF-8; save the file again as CSV in UTF-8")]
    except csv.Error as reason:
        return [], [Problem(file, 0, f"it is no CSV ({reason}); save it again as CSV in UTF-8")]
    header = [cell.strip() for cell in cells[0]] if cells else []
    if message := _wrong_header(header, form):
        return [], [Problem(file, first, message)]
    return _sorted_out(name, file, [(number, header, line) for number, line in enumerate(cells[1:], first + 1) if any(line)])


def _wrong_header(header: list[str], form: ListForm) -> str:
    missing = [column for column in form.columns if column not in header]
    if not missing:
        return ""
    if not any(header):
        return f"there is nothing here; write the names of the columns: {','.join(form.columns)}"
    if len(header) == 1 and (mark := next((m for m in (";", "\t") if m in header[0]), "")):
        name = "tabs" if mark == "\t" else "semicolons"
        return f"the cells are kept apart by {name}; save the file again as CSV with commas"
    what, add = ("columns {} are", "them") if len(missing) > 1 else ("column {} is", "it")
    return f"the {what.format(', '.join(missing))} missing from the first row; add {add}"


def _sorted_out(name: str, file: str, lines: list[tuple[int, list[str], list[str]]]) -> tuple[list[Placed], list[Problem]]:
    good: dict[Key, Placed] = {}
    bad: list[Problem] = []
    for number, header, line in lines:
        row = _row(header, line, LISTS[name])
        message = _wrong_line(header, line) or _wrong(row, name)
        key = key_of(name, row)
        if not message and key in good:
            message = f"{' / '.join(key)!r} stands in row {good[key].number} already; keep one of the two"
        if message:
            bad.append(Problem(file, number, message))
        else:
            good[key] = Placed(file, number, row)
    return list(good.values()), bad


def _row(header: list[str], line: list[str], form: ListForm) -> Row:
    cells = dict(zip(header, line, strict=False))
    return {column: cells.get(column, "").strip() for column in form.columns}


def _wrong_line(header: list[str], line: list[str]) -> str:
    if any("\n" in cell.strip() or "\r" in cell.strip() for cell in line):
        return "a cell runs on into the next line; close its quotation mark"
    if any(cell.strip() for cell in line[len(header) :]):
        return f"there are {len(line)} cells for {len(header)} columns; put quotation marks around a cell that holds a comma"
    return ""


def _wrong(row: Row, name: str) -> str:
    form = LISTS[name]
    return next(filter(None, (wrong(row, form) for wrong in _RULES)), "")


def _empty_cells(row: Row, form: ListForm) -> Iterator[str]:
    return (column for column in form.columns if not row[column] and column not in form.optional)


def _wrong_empty(row: Row, form: ListForm) -> str:
    for column in _empty_cells(row, form):
        if column == "example":
            return "the cell 'example' is empty; write a sentence that shows the words at work"
        choices = f"choose one of {_listed(form.choices[column])}" if column in form.choices else "write what belongs there"
        return f"the cell {column!r} is empty; {'write the words there' if column == form.key[0] else choices}"
    return ""


def _wrong_choice(row: Row, form: ListForm) -> str:
    for column, choices in form.choices.items():
        if row[column] not in choices:
            return f"{row[column]!r} is no {column}; choose one of {_listed(choices)}"
    strange = [unit for unit in row.get("of", "").split() if unit not in UNITS]
    return f"{strange[0]!r} in 'of' is no unit; choose from {_listed(UNITS)}" if strange else ""


def _wrong_number(row: Row, form: ListForm) -> str:
    for column in ("low", "high", "value"):
        if column in form.columns and not _is_number(row[column], whole=column == "value"):
            return f"{row[column]!r} in {column!r} is no {'whole ' if column == 'value' else ''}number; write it in digits"
    if "low" in form.columns and float(row["low"]) > float(row["high"]):
        return f"'low' {row['low']} is above 'high' {row['high']}; write the lower one first"
    least, most = _SPAN_OF.get(row.get("kind", ""), (-math.inf, math.inf)) if "value" in form.columns else (0, 0)
    if "value" in form.columns and not least <= int(row["value"]) <= most:
        return f"{row['value']!r} is the value of no {row['kind']}; write {least} to {most}"
    return ""


_SPAN_OF = {"month": (1, 12), "weekday": (0, 6), "day": (-366, 366)}


def _wrong_halves(row: Row, form: ListForm) -> str:
    halves = row[form.key[0]].split("…")
    if len(halves) > 2 or (len(halves) == 2 and not all(half.strip() for half in halves)):
        return "'…' stands between two halves; write words before and after it"
    return ""


def _wrong_words(row: Row, form: ListForm) -> str:
    """A footnote's mark alone is no word: texts are read without them."""
    words = row[form.key[0]]
    return "" if split_phrase(words) else f"{words!r} holds no word; write the words there"


_RULES: tuple[Callable[[Row, ListForm], str], ...] = (_wrong_empty, _wrong_choice, _wrong_number, _wrong_halves, _wrong_words)


def _listed(choices: list[str] | tuple[str, ...]) -> str:
    return ", ".join(choice for choice in choices if choice)


def _is_number(cell: str, *, whole: bool) -> bool:
    try:
        return math.isfinite(int(cell) if whole else float(cell))
    except (ValueError, OverflowError):
        return False


def _strangers(own: Path | None) -> list[Problem]:
    """Files beside the lists that nobody reads, each with what to do about it."""
    if own is None or not own.is_dir():
        return []
    seen = [path for path in sorted(own.iterdir()) if not path.name.startswith((".", "~"))]
    tables = [path for path in seen if path.suffix.lower() in SPREADSHEETS]
    folders = [path for path in seen if path.is_dir() and not _LANGUAGE.fullmatch(path.name) and any(path.glob("*.csv"))]
    return [Problem(str(path), 0, _NO_LANGUAGE) for path in folders] + [
        Problem(str(path), 0, _strange(path)) for path in tables if path.name not in {f"{name}.csv" for name in LISTS}
    ]


_NO_LANGUAGE = "no language has this code; name the folder by the language's two letters, such as es for Spanish"


def _strange(path: Path) -> str:
    name = path.stem.lower()
    if name not in LISTS:
        return f"no list has this name; the lists are {', '.join(sorted(LISTS))}"
    return f"only {name}.csv is read; {'rename it' if path.suffix.lower() == '.csv' else 'save it as that'}"
