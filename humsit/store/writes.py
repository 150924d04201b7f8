"""What every write does inside its transaction: say that something changed, and keep facts with their columns for filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from humsit.ledger import CorrectedFact
from humsit.records import AnyFact
from humsit.store.rows import fact_row
from humsit.store.schema import documents, facts, meta

NOT_REVISED: Mapping[str, str] = {}


def grow(connection: Connection, document_id: str | None = None, *, due: bool = True) -> None:
    """Every write that changes something says so, and of which document; `due`: whether its facts must be compared again."""
    connection.execute(update(meta).where(meta.c.name == "revision").values(value=meta.c.value + 1))
    if document_id is None:
        return
    changed = select(meta.c.value).where(meta.c.name == "revision").scalar_subquery()
    connection.execute(
        update(documents)
        .where(documents.c.document_id == document_id)
        .values({"changed": changed} | ({"due": True} if due else {}))
    )


def position_of(connection: Connection, document_id: str) -> int:
    """The number of a report in the order in which reports were added."""
    return connection.scalar(select(documents.c.position).where(documents.c.document_id == document_id)) or 0


def write_facts(
    connection: Connection,
    read: Sequence[tuple[AnyFact, CorrectedFact]],
    position: int,
    revised: Mapping[str, str] = NOT_REVISED,
) -> None:
    """Keep facts, each as first read and as it reads now; `revised`: fact_id → the figures that stand in its place later."""
    rows: list[dict[str, Any]] = [
        fact_row(corrected, first) | {"position": position, "revised_by": revised.get(first.fact_id)} for first, corrected in read
    ]
    if rows:
        connection.execute(insert(facts), rows)
