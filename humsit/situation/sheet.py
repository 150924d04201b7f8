"""A sheet to correct in a spreadsheet: facts as they read now, each with its id and its version."""

from __future__ import annotations

import csv
import io
import re

from humsit import ledger, tables
from humsit.ledger import CORRECTABLE, CorrectedFact
from humsit.records import WrongValue
from humsit.situation.desk import Situation
from humsit.situation.spreadsheet import MARK
from humsit.store import ALL, Selection

OF_QUESTIONS = frozenset({"beside", "ruled_standing"})
"""Fields that say something of a whole question: decided in the dashboard."""
_FIRST, _LAST = ("fact_id", "version", "in_words"), ("review", "original", "quote")
KIND = {"figures": "figure", "conditions": "condition", "denials": "denial"}
_PLAIN = {name for fields in CORRECTABLE.values() for name, asked in fields.items() if asked.asks in ("number", "date")}
"""Columns of numbers and days, which no spreadsheet takes for formulas."""
_LIKE_A_NUMBER = re.compile(r"\d+(?:[eE]\d+)?")


def sheet_columns(table: str) -> tuple[str, ...]:
    """The columns of a sheet: which fact, at which version, its correctable fields, and what helps to decide. WrongValue for
    a table whose rows cannot be corrected.
    """
    if table not in KIND:
        raise WrongValue(f"The rows of {table!r} cannot be corrected in a sheet: choose {', '.join(KIND)}.")
    fields = [name for name in CORRECTABLE[KIND[table]] if name not in OF_QUESTIONS]
    first = [name for name in _FIRST if name != "in_words" or table == "figures"]
    return (*first, *fields, *_LAST)


def sheet(situation: Situation, table: str = "figures", selection: Selection = ALL) -> str:
    """The facts asked for as a CSV to correct in a spreadsheet. WrongValue as in `sheet_columns`."""
    columns = sheet_columns(table)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for corrected in situation.facts(selection):
        if corrected.fact.kind == KIND[table]:
            row = cells_of(corrected)
            writer.writerow([_cell(name, row[name]) for name in columns])
    return out.getvalue()


def cells_of(corrected: CorrectedFact) -> dict[str, str]:
    """A fact's cells, before they are made safe."""
    fact = corrected.fact
    row = {name: ledger.show(getattr(fact, name)) or "" for name in CORRECTABLE[fact.kind]}
    changed = "; ".join(f"{name}: {change.was or 'nothing'}" for name, change in corrected.changes.items())
    in_words = tables.in_words(fact) if fact.kind == "figure" else ""
    about = {"fact_id": fact.fact_id, "version": str(corrected.version), "review": corrected.review.value}
    own = {"number": fact.number} if fact.kind == "figure" else {"phrase": fact.phrase}
    return row | about | own | {"original": changed, "quote": fact.quote, "in_words": in_words, "document_id": fact.document_id}


def _cell(name: str, text: str) -> str:
    """A cell that no spreadsheet runs; an id that looks like a number stays an id."""
    if name == "fact_id" and _LIKE_A_NUMBER.fullmatch(text):
        return MARK + text
    return text if name in _PLAIN else tables.safe_text(text)
