"""One table as one file, in each format that it can be downloaded in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from humsit.tables import to_csv, to_json, to_xlsx


class FileFormat(StrEnum):
    """How a table is written for other programs."""

    CSV = "csv"
    HXL = "hxl"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"

    @property
    def ending(self) -> str:
        """How the file's name ends."""
        return _KINDS[self].ending

    @property
    def mime(self) -> str:
        """What a browser is told that it is."""
        return _KINDS[self].mime


@dataclass(frozen=True, slots=True)
class _Kind:
    ending: str
    mime: str
    make: Callable[[pd.DataFrame, str, Sequence[str]], bytes]


def file_of(frame: pd.DataFrame, table: str, format: FileFormat, notes: Sequence[str] = ()) -> bytes:
    """The frame of `table` as a file; `notes` stand on the first sheet of a workbook, the other formats have no room for them.

    CSV begins with a byte order mark, without which spreadsheets misread other scripts.
    """
    return _KINDS[format].make(frame, table, notes)


_KINDS = {
    FileFormat.CSV: _Kind(".csv", "text/csv", lambda frame, table, _: to_csv(frame, table).encode("utf-8-sig")),
    FileFormat.HXL: _Kind("-hxl.csv", "text/csv", lambda frame, table, _: to_csv(frame, table, hxl=True).encode("utf-8-sig")),
    FileFormat.XLSX: _Kind(
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda frame, table, notes: to_xlsx({table: frame}, notes),
    ),
    FileFormat.PARQUET: _Kind(
        ".parquet", "application/vnd.apache.parquet", lambda frame, table, _: bytes(frame.to_parquet(index=False) or b"")
    ),
    FileFormat.JSON: _Kind(".json", "application/json", lambda frame, table, _: to_json(frame, table).encode()),
}
