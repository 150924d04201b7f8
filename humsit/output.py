"""Rows onto paper: a table for eyes, JSON, CSV with or without an HXL row, Excel, Parquet; what is said beside them."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from humsit.records import Document, UnreadableInput, WrongValue

if TYPE_CHECKING:  # pandas takes half a second to import, and JSON lines do without it
    import pandas as pd


class Complaints:
    """What could not be read, said at once on standard error and counted for the exit code; and how far the work is."""

    def __init__(self, *, progress: bool = True) -> None:
        self.count = 0
        self.progress = progress and sys.stderr.isatty()
        self.shown = 0.0

    def say(self, sentence: object) -> None:
        """One sentence on standard error."""
        self.count += 1
        self.note(sentence)

    def note(self, sentence: object) -> None:
        """One sentence on standard error about what was done; no complaint."""
        self.clear()
        print(f"humsit: {plain(str(sentence))}", file=sys.stderr)

    def without(self, documents: Iterable[Document | UnreadableInput]) -> Iterator[Document]:
        """The documents alone; what stands in the place of one is said."""
        for number, document in enumerate(documents, 1):
            if isinstance(document, UnreadableInput):
                self.say(document)
            else:
                self.show(number)
                yield document
        self.clear()

    def show(self, number: int) -> None:
        """How many reports were read so far, five times a second at most."""
        if self.progress and time.monotonic() - self.shown > 0.2:
            self.shown = time.monotonic()
            print(f"\rreports read: {number:,}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the progress line away."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    CSV_HXL = "csv-hxl"
    HXL = "hxl"
    """The same in fewer letters."""
    XLSX = "xlsx"
    JSON = "json"
    PARQUET = "parquet"


HXL = (Format.CSV_HXL, Format.HXL)
STREAMED = (Format.CSV, *HXL, Format.JSONL)
"""Formats that can be written part by part."""

FOR_EYES: dict[str, tuple[str, ...]] = {
    "figures": ("fact_id", "in_words", "unit", "group", "measure", "place", "claimant", "stance", "standing"),
    "conditions": ("fact_id", "place", "condition", "state", "claimant", "phrase"),
    "denials": ("fact_id", "measure", "group", "place", "claimant", "phrase"),
    "claims": ("question_id", "measure", "group", "place", "claimant", "in_words", "stance", "standing"),
    "checks": ("check", "place", "claimant", "in_words", "against_in_words", "fact_id", "finding"),
    "condition_claims": ("condition", "place", "standing", "state", "claimant", "since", "overtaken", "fact_id"),
    "documents": ("document_id", "publisher", "agency", "published", "title", "figures", "conditions"),
    "sources": ("source", "claimant_type", "figures", "reports", "revisions", "contested", "admitted", "denied", "reliability"),
    "judgements": ("judgement_id", "kind", "subject", "now", "who", "when", "why"),
    "printings": ("document_id", "publisher", "agency", "published", "title", "url"),
    "report_decisions": ("decision_id", "document_id", "decision", "field", "was", "now", "who", "when", "why"),
    "corrections": ("correction_id", "fact_id", "action", "field", "was", "now", "who", "when", "why"),
}
"""The columns of a table that fit on a screen; the other formats write all."""

WIDEST = 40


def table_for_eyes(rows: Sequence[Mapping[str, Any]], table: str) -> str:
    """Rows in aligned columns, long cells cut short; what could steer a terminal is taken out of them.

    Where a row says `why`, the words that decided its fields follow under it.
    """
    if not rows:
        return f"No {table.replace('_', ' ')}.\n"
    names = FOR_EYES[table]
    cells = [tuple(name.replace("_", " ") for name in names), *(tuple(_cell(row.get(name)) for name in names) for row in rows)]
    widths = [min(WIDEST, max(map(len, column))) for column in zip(*cells, strict=True)]
    head, *lines = ["  ".join(map(_fitted, line, widths)).rstrip() for line in cells]
    told = (f"{line}\n{_reasons(row)}" for line, row in zip(lines, rows, strict=True))
    return f"{head}\n{'  '.join('-' * width for width in widths)}\n{''.join(told)}"


def _fitted(cell: str, width: int) -> str:
    return (cell if len(cell) <= width else cell[: width - 1] + "…").ljust(width)


def _reasons(row: Mapping[str, Any]) -> str:
    reasons = row.get("why", ())
    if isinstance(reasons, str):  # an analyst's, which has a column
        return ""
    told = (plain(f"{why['field']}: “{why['words']}” ({why['rule']})") for why in reasons)
    return "".join(f"    {reason}\n" for reason in told)


def json_line(row: Mapping[str, Any]) -> str:
    """One row as a line of JSON; days and moments as ISO text."""
    return _as_json(row) + "\n"


def write_frame(frame: pd.DataFrame, table: str, format: Format, output: Path | None, notes: Sequence[str] = ()) -> None:
    """The frame of `table` in `format` to `output`, else to standard output; `notes` stand in front, where a format has room.

    Raises WrongValue where that cannot be.
    """
    from humsit.tables import records_of, to_csv, to_json, to_xlsx

    if format is Format.PARQUET:
        write_bytes(frame.to_parquet(index=False), output)
    elif format is Format.XLSX:
        write_bytes(to_xlsx({table: frame}, notes), output)
    elif format in (Format.CSV, *HXL):
        write_text(to_csv(frame, table, hxl=format in HXL), output)
    elif format is Format.JSON:
        write_text(to_json(frame, table), output)
    elif format is Format.JSONL:
        write_text("".join(map(json_line, records_of(table, frame))), output)
    else:
        write_text(table_for_eyes(records_of(table, frame), table), output)


def write_parts(frames: Iterable[pd.DataFrame], table: str, format: Format, output: Path | None) -> None:
    """The parts of one table, one after the other, in one of the `STREAMED` formats; no more than one of them is held."""
    from humsit.tables import records_of, to_csv

    with _opened(output) as write:
        for number, frame in enumerate(frames):
            if format is Format.JSONL:
                write("".join(map(json_line, records_of(table, frame))))
                continue
            text = to_csv(frame, table, hxl=format in HXL and not number)
            write(text.partition("\r\n")[2] if number else text)


@contextmanager
def _opened(output: Path | None) -> Iterator[Callable[[str], object]]:
    if output is None:
        yield sys.stdout.write
        return
    try:
        with output.open("wb") as file:
            yield lambda text: file.write(text.encode())
    except OSError as reason:
        raise _not_written(output, reason) from reason


def _not_written(output: Path, reason: OSError) -> WrongValue:
    return WrongValue(f"{output} cannot be written ({reason.strerror}): name another file with --output.")


def write_text(text: str, output: Path | None) -> None:
    """`text` as UTF-8, line ends as they are."""
    if output is None:
        sys.stdout.write(text)
    else:
        _write_file(text.encode(), output)


def write_bytes(data: bytes, output: Path | None) -> None:
    """`data` to a file or a pipe; a terminal is spared."""
    if output is not None:
        _write_file(data, output)
    elif sys.stdout.isatty():
        raise WrongValue("This format is no text for a terminal: name a file with --output.")
    else:
        sys.stdout.buffer.write(data)


def plain(text: str) -> str:
    """`text` on one line and without anything that could steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _write_file(data: bytes, output: Path) -> None:
    try:
        output.write_bytes(data)
    except OSError as reason:
        raise _not_written(output, reason) from reason


def _cell(value: object) -> str:
    return "" if value is None else plain(str(_iso(value) if isinstance(value, dt.date) else value))


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a row")


_as_json = json.JSONEncoder(ensure_ascii=False, default=_iso).encode
