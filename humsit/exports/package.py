"""The whole situation as a Frictionless data package: every table as CSV with its schema, and once more with a row of HXL tags.

The package is the plain CSV that every export writes, described so that a program can check it: types, allowed values, which
column names a row, and which rows belong to which report.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from humsit.exports.outgoing import Outgoing
from humsit.records import WrongValue
from humsit.tables import TABLES, allowed, to_csv
from humsit.tables.columns import DAY, MOMENT, NUMBER, TEXT, WHOLE, YES_NO, Column

_TYPES = {TEXT: "string", NUMBER: "number", WHOLE: "integer", YES_NO: "boolean", DAY: "date", MOMENT: "datetime"}
_TITLES = {
    "figures": "Figures: one row for each number that a report claims",
    "conditions": "Conditions: what holds at which place, as a report says it",
    "denials": "Denials: a claimant's none without a number",
    "claims": "Claims: what each claimant currently answers to each question",
    "checks": "Figures to check: what does not fit to what the same claimant said before",
    "condition_claims": "Condition claims: who says what of each condition at each place",
    "documents": "Reports: title, publisher and day of each; not their text",
    "printings": "Printings: where a report's very text was printed, of those that several printed",
    "sources": "Sources: who says things, with their record so far",
    "judgements": "Judgements: what analysts decided about sources, names and reports",
    "report_decisions": "Decisions on reports: which were withdrawn or restored, and what was told of one later",
    "corrections": "Corrections: the ledger of what analysts changed, with author and reason",
}
_KEYS = {
    "figures": "fact_id",
    "conditions": "fact_id",
    "denials": "fact_id",
    "claims": "fact_id",
    "condition_claims": "fact_id",
    "documents": "document_id",
    "judgements": "judgement_id",
    "report_decisions": "decision_id",
    "corrections": "correction_id",
}
"""table → the column that names a row."""
_OF_A_REPORT = ("figures", "conditions", "denials", "checks", "printings", "corrections")
_RANGES = {"latitude": (-90, 90), "longitude": (-180, 180)}
_README = """# A situation, as humsit keeps it

{notes}

`datapackage.json` describes every file: its columns, their meaning, unit, type and allowed values
(Frictionless Data Package, https://specs.frictionlessdata.io). `hxl/` holds the same tables with a second row of HXL tags
(https://hxlstandard.org).

How to read the files:

- UTF-8, parted by commas, one header row. Days are ISO 8601, moments ISO 8601 in UTC, truth is `true` or `false`.
- An empty cell is unknown. Unknown is not zero. In text columns that know "unknown", an apostrophe alone is empty text.
- A text that a spreadsheet could take for a formula begins with an apostrophe more than it has in the report.
- `start`, `end` and the like count characters of the report's original text, which is not part of this package.
- Rival figures stand side by side: nothing here is an average or a sum. `standing` says how they stand to each other, and why.

What stands in the reports belongs to those who published them; `documents.csv` names them.
"""


def write_package(outgoing: Outgoing, path: Path) -> None:
    """All tables of what may leave, with their description, into a folder, or a file where the name ends in ".zip".

    Files of an earlier package are replaced, others are left alone. WrongValue where nothing can be written there.
    """
    try:
        if path.suffix.lower() != ".zip":
            path.mkdir(parents=True, exist_ok=True)
            _fill(outgoing, path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            zip_package(outgoing, file)
    except OSError as reason:
        raise WrongValue(f"{path} cannot be written ({reason.strerror}): name another folder or .zip file.") from reason


def zip_package(outgoing: Outgoing, file: BinaryIO) -> None:
    """The same as one zip file."""
    with tempfile.TemporaryDirectory(prefix="humsit-") as name:
        folder = Path(name)
        _fill(outgoing, folder)
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for part in sorted(one for one in folder.rglob("*") if one.is_file()):
                archive.write(part, part.relative_to(folder).as_posix())


def _fill(outgoing: Outgoing, folder: Path) -> None:
    (folder / "hxl").mkdir(exist_ok=True)
    for table in TABLES:
        _write_table(outgoing, table, folder / f"{table}.csv", folder / "hxl" / f"{table}.csv")
    notes = "\n".join(f"- {note}" for note in outgoing.notes)
    (folder / "README.md").write_text(_README.format(notes=notes), encoding="utf-8")
    described = json.dumps(_descriptor(outgoing, folder), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(described + "\n", encoding="utf-8")


def _write_table(outgoing: Outgoing, table: str, plain: Path, tagged: Path) -> None:
    with plain.open("wb") as file:
        for part in csv_parts(outgoing, table):
            file.write(part.encode())
    tags = ",".join(column.hxl for column in TABLES[table])
    with plain.open("rb") as source, tagged.open("wb") as file:
        file.write(source.readline())
        file.write(f"{tags}\r\n".encode())
        shutil.copyfileobj(source, file)


def csv_parts(outgoing: Outgoing, table: str, *, hxl: bool = False) -> Iterator[str]:
    """A table as CSV, part by part: the header comes with the first one."""
    for number, frame in enumerate(outgoing.pages(table)):
        text = to_csv(frame, table, hxl=hxl and not number)
        yield text if not number else text.partition("\r\n")[2]


# --- the description


def _descriptor(outgoing: Outgoing, folder: Path) -> dict[str, Any]:
    resources = []
    for table in TABLES:
        resources.append(_resource(table, folder, f"{table}.csv", table) | {"schema": schema_of(table)})
        tagged = _resource(f"{table}-hxl", folder, f"hxl/{table}.csv", table)
        resources.append(tagged | {"schema": schema_of(table, keys=False), "dialect": {"commentRows": [2]}})
    return {
        "profile": "tabular-data-package",
        "name": "humsit-situation",
        "title": "Figures that reports claim, with who says so",
        "description": " ".join(outgoing.notes),
        "created": f"{outgoing.today.isoformat()}T00:00:00Z",
        "resources": resources,
    }


def _resource(name: str, folder: Path, path: str, table: str) -> dict[str, Any]:
    file = folder / path
    with file.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "path": path,
        "title": _TITLES[table],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
    }


def schema_of(table: str, *, keys: bool = True) -> dict[str, Any]:
    """The Table Schema of a table; `keys`: with the column that names a row, and with the report that a row belongs to."""
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in TABLES[table]], "missingValues": [""]}
    if keys and table in _KEYS:
        schema["primaryKey"] = [_KEYS[table]]
    if keys and table in _OF_A_REPORT:
        of = {"resource": "documents", "fields": ["document_id"]}
        schema["foreignKeys"] = [{"fields": ["document_id"], "reference": of}]
    return schema


def _field(table: str, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.dtype], "description": column.meaning}
    constraints: dict[str, Any] = {}
    if codes := allowed(column.name):
        constraints["enum"] = list(codes)
    if column.name == _KEYS.get(table):
        constraints["required"] = True
    if column.name in _RANGES:
        constraints["minimum"], constraints["maximum"] = _RANGES[column.name]
    if column.dtype == MOMENT:
        field["format"] = "any"
    field |= {"unit": column.unit} if column.unit else {}
    field |= {"hxl": column.hxl} if column.hxl else {}
    return field | ({"constraints": constraints} if constraints else {})
