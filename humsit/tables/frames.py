"""Records to pandas frames and back, with exactly the columns and dtypes of `TABLES`, also when there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import pandas as pd

from humsit.records import (
    AnyFact,
    Condition,
    Correction,
    Denial,
    Document,
    Fact,
    Figure,
    Judgement,
    Printing,
    ReportDecision,
    Review,
    WrongValue,
)
from humsit.tables.columns import TABLES, TEXT, Column
from humsit.tables.rows import HasStanding, row

Standings = Mapping[str, HasStanding]
Originals = Mapping[str, Fact]
"""fact_id → the fact as it was first read; facts that nobody changed may be left out."""
Reviews = Mapping[str, Review]

NOT_SHOWN_AS_CHANGED = {"why", "quote_start", "quote_end"}


class HasClaims(Protocol):
    """A question that can list its claims (`claims.Question`)."""

    def claim_rows(self) -> list[dict[str, Any]]:
        """One dictionary a claim, with the keys of the claims table."""


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of `table`. Raises WrongValue with the names that exist."""
    if table not in TABLES:
        raise WrongValue(f"There is no table “{table}”; choose one of {', '.join(TABLES)}.")
    return TABLES[table]


def frame_of(table: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A frame of `table` out of plain rows; what a row lacks is unknown, or "" in text that is never unknown."""
    taken = list(rows)
    return pd.DataFrame({column.name: _series(column, [r.get(column.name) for r in taken]) for column in columns_of(table)})


def _series(column: Column, values: list[Any]) -> pd.Series[Any]:
    if column.dtype == TEXT and not column.optional:
        values = ["" if value is None else value for value in values]
    return pd.Series(values, dtype=column.dtype)


def figures_table(
    figures: Iterable[Figure],
    standings: Standings | None = None,
    *,
    originals: Originals | None = None,
    reviews: Reviews | None = None,
) -> pd.DataFrame:
    """Which figures are there, who claims them, how do they stand? One row a figure, in the order given.

    `figures` hold the corrected values; `originals` what was first read: it fills `corrected`, `original` and the `was_` columns.
    """
    standings = standings or {}
    return frame_of("figures", (_reviewed(f, row(f, standings.get(f.fact_id)), originals, reviews) for f in figures))


def conditions_table(
    conditions: Iterable[Condition], *, originals: Originals | None = None, reviews: Reviews | None = None
) -> pd.DataFrame:
    """What holds at which place, and who says so? One row a condition."""
    return frame_of("conditions", (_reviewed(c, row(c), originals, reviews) for c in conditions))


def denials_table(
    denials: Iterable[Denial], *, originals: Originals | None = None, reviews: Reviews | None = None
) -> pd.DataFrame:
    """Who denies that there were any? One row a denial without a number."""
    return frame_of("denials", (_reviewed(d, row(d), originals, reviews) for d in denials))


def claims_table(questions: Iterable[HasClaims]) -> pd.DataFrame:
    """What does each claimant currently answer to each question? One row a claim, questions in the order given."""
    return frame_of("claims", (claim for question in questions for claim in question.claim_rows()))


def documents_table(documents: Iterable[Document], counts: Mapping[str, Mapping[str, Any]] | None = None) -> pd.DataFrame:
    """Which reports are there? `counts`: document_id → numbers of figures, conditions, denials, and what else is known of it as
    part of a story: publishers, also_printed_by, copy_of, version_of; what is not counted stays unknown.
    """
    counts = counts or {}
    kept = ("document_id", "title", "publisher", "agency", "published", "url", "language", "format")
    return frame_of(
        "documents",
        (
            {name: getattr(d, name) for name in kept} | {"characters": len(d.text)} | dict(counts.get(d.document_id, {}))
            for d in documents
        ),
    )


def printings_table(printings: Iterable[Printing]) -> pd.DataFrame:
    """Where was the very text of each report printed? One row a printing."""
    return frame_of("printings", (printing.model_dump() for printing in printings))


def report_decisions_table(decisions: Iterable[ReportDecision]) -> pd.DataFrame:
    """What was decided about whole reports, by whom and why? One row a decision."""
    return frame_of("report_decisions", (one.model_dump() | {"decision": one.action.value} for one in decisions))


def corrections_table(corrections: Iterable[Correction]) -> pd.DataFrame:
    """Who changed what, when and why? One row a ledger row."""
    return frame_of("corrections", (c.model_dump() | {"action": c.action.value} for c in corrections))


def judgements_table(judgements: Iterable[Judgement]) -> pd.DataFrame:
    """What was decided about names, by whom and why? One row a judgement."""
    return frame_of("judgements", (j.model_dump() | {"kind": j.kind.value} for j in judgements))


def _reviewed(fact: AnyFact, made: dict[str, Any], originals: Originals | None, reviews: Reviews | None) -> dict[str, Any]:
    """The row with how far analysts looked at it, and what stood there before they did."""
    first = (originals or {}).get(fact.fact_id, fact)
    changed = changed_fields(first, fact)
    made["review"] = ((reviews or {}).get(fact.fact_id) or Review.EXTRACTED).value
    made["corrected"] = bool(changed)
    if changed:
        made["original"] = "; ".join(f"{name}: {_shown(getattr(first, name))}" for name in changed)
        made |= {f"was_{name}": getattr(first, name) for name in ("value", "low", "high") if name in changed}
    return made


def changed_fields(first: Fact, now: Fact) -> list[str]:
    """The names of the fields in which two states of one fact differ, in the record's order."""
    if first is now:
        return []
    return [
        name
        for name in type(now).model_fields
        if name not in NOT_SHOWN_AS_CHANGED and getattr(first, name, None) != getattr(now, name)
    ]


def _shown(value: object) -> str:
    """A field's value as a table's text: "nothing" for unknown, so that a cell never ends in an empty promise."""
    return "nothing" if value is None or value == "" else str(value)


def records_of(table: str, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame's rows as plain Python values: int, float, bool, str, date, datetime, None."""
    columns = {column.name: column for column in columns_of(table) if column.name in frame.columns}
    lists = {name: [_plain(column, value) for value in frame[name].array] for name, column in columns.items()}
    return [dict(zip(lists, values, strict=True)) for values in zip(*lists.values(), strict=True)]


def _plain(column: Column, value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date() if column.dtype == "datetime64[s]" else value.to_pydatetime(warn=False)
    return value.item() if hasattr(value, "item") else value


def figures_of(frame: pd.DataFrame) -> list[Figure]:
    """The figures of a figures table, without the words that decided their fields (`why` is in no table)."""
    return [Figure.model_validate({k: v for k, v in r.items() if k in Figure.model_fields}) for r in records_of("figures", frame)]


def corrections_of(frame: pd.DataFrame) -> list[Correction]:
    """The ledger rows of a corrections table."""
    return [Correction.model_validate(r) for r in records_of("corrections", frame)]
