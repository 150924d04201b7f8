"""Looking into one transaction: documents, facts as their ledger says they read, and the ledger itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, select

from humsit.ledger import CorrectedFact, apply
from humsit.records import Action, AnyFact, Correction, Document, Figure
from humsit.store.known import NOW, Known, ledger_of
from humsit.store.rows import correction_of, document_of, fact_of
from humsit.store.schema import corrections, documents, facts, meta, withdrawn_facts

MOST_AT_ONCE = 500
"""Ids named in one query: databases take no more than some thousands."""

T = TypeVar("T")
IN_ORDER = (facts.c.position, facts.c.start, facts.c.end, facts.c.fact_id)
"""Facts in the order of documents and of their words."""


def number(connection: Connection, name: str) -> int:
    """A number that the store keeps of itself; 0 where it has none yet."""
    return int(connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar() or 0)


def document(connection: Connection, document_id: str) -> Document | None:
    """The document of this id."""
    row = connection.execute(select(documents).where(documents.c.document_id == document_id)).first()
    return None if row is None else document_of(row)


def fact(connection: Connection, fact_id: str) -> AnyFact | None:
    """A fact as it was first read."""
    payload = connection.scalar(select(facts.c.payload).where(facts.c.fact_id == fact_id))
    return None if payload is None else fact_of(payload)


def withdrawn_from(connection: Connection, fact_id: str) -> str | None:
    """document_id of the withdrawn report in which a fact stands; None where it stands in none."""
    return connection.scalar(select(withdrawn_facts.c.document_id).where(withdrawn_facts.c.fact_id == fact_id))


def corrected_facts(
    connection: Connection,
    where: ColumnElement[bool] | None = None,
    known: Known = NOW,
    *,
    limit: int | None = None,
    offset: int = 0,
    ordered: bool = True,
    order: Sequence[ColumnElement[Any]] = IN_ORDER,
    columns: Sequence[ColumnElement[Any]] = (),
    kept: dict[str, Any] | None = None,
) -> list[CorrectedFact]:
    """The facts that `where` admits (a condition on facts and documents), with the ledger as it was known, in order.

    `columns` are looked up too, and put into `kept`: fact_id → row.
    """
    query = select(facts.c.fact_id, facts.c.payload, facts.c.version, *columns).join(documents)
    if where is not None:
        query = query.where(where)
    if ordered:
        query = query.order_by(*order)
    if limit is not None:
        query = query.limit(limit).offset(offset)
    found = connection.execute(query).all()
    if kept is not None:
        kept |= {row.fact_id: row for row in found}
    rows = ledgers(connection, [row.fact_id for row in found if row.version], known)
    read = ((fact_of(row.payload), rows.get(row.fact_id, ())) for row in found)
    return [apply(first, made) for first, made in read if first.origin != "analyst" or added(made) is not None]


def ledgers(connection: Connection, fact_ids: Sequence[str], known: Known = NOW) -> dict[str, list[Correction]]:
    """fact_id → its ledger as it was known, oldest row first."""
    rows: list[Correction] = []
    for some in in_parts(fact_ids):
        rows += ledger(connection, and_(corrections.c.fact_id.in_(some), ledger_of(known)))
    return by_fact(rows)


def ledger(connection: Connection, where: ColumnElement[bool] | None = None) -> list[Correction]:
    """The rows of the ledger that `where` admits, oldest first."""
    query = select(corrections).join(documents).order_by(corrections.c.correction_id)
    return [correction_of(row) for row in connection.execute(query if where is None else query.where(where))]


def history(connection: Connection, fact_id: str | None, known: Known = NOW, *, withdrawn: bool = True) -> list[Correction]:
    """The whole ledger (of one fact) as it was known; with that of reports that are `withdrawn` now."""
    where = ledger_of(known) if withdrawn else and_(ledger_of(known), ~documents.c.withdrawn)
    return ledger(connection, where if fact_id is None else and_(corrections.c.fact_id == fact_id, where))


def by_fact(rows: Iterable[Correction]) -> dict[str, list[Correction]]:
    """The rows by the facts that they are about."""
    grouped: dict[str, list[Correction]] = defaultdict(list)
    for row in rows:
        grouped[row.fact_id].append(row)
    return grouped


def added(rows: Sequence[Correction]) -> Figure | None:
    """The figure that the ledger itself holds, also when its adding is undone: it can be redone."""
    for row in reversed(rows):
        if row.action is Action.ADD and row.now:
            return Figure.model_validate_json(row.now, extra="ignore")
    return None


def in_parts(items: Sequence[T], most: int = MOST_AT_ONCE) -> Iterator[Sequence[T]]:
    """The items, so many at a time as a query takes."""
    for first in range(0, len(items), most):
        yield items[first : first + most]
