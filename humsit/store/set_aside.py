"""The facts of one report, all together: set aside while it is withdrawn, brought back, or read anew in either place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from humsit.ledger import CorrectedFact, apply
from humsit.records import AnyFact
from humsit.store import reading
from humsit.store.compared import leave_cells
from humsit.store.rows import fact_of
from humsit.store.schema import corrections, facts, withdrawn_facts
from humsit.store.writes import grow, position_of, write_facts


def facts_set_aside(connection: Connection, document_id: str) -> list[tuple[Row[Any], CorrectedFact]]:
    """The rows of a withdrawn report's facts, each with how it would read now, in the order of its words."""
    query = select(withdrawn_facts).where(withdrawn_facts.c.document_id == document_id)
    rows = connection.execute(query.order_by(withdrawn_facts.c.start, withdrawn_facts.c.fact_id)).all()
    ledgers = reading.ledgers(connection, [row.fact_id for row in rows])
    first = ((row, fact_of(row.payload), ledgers.get(row.fact_id, ())) for row in rows)
    return [(row, apply(fact, of)) for row, fact, of in first if fact.origin != "analyst" or reading.added(of) is not None]


def set_aside(connection: Connection, document_id: str) -> None:
    """Put the facts of a report where no query counts them."""
    leave_cells(connection, document_id)
    of = facts.c.document_id == document_id
    kept = select(*(facts.c[name] for name in ("fact_id", "document_id", "start", "payload", "revised_by"))).where(of)
    rows = [dict(row._mapping) for row in connection.execute(kept)]
    connection.execute(delete(facts).where(of))
    if rows:
        connection.execute(insert(withdrawn_facts), rows)


def bring_back(connection: Connection, document_id: str) -> None:
    """Put the facts of a withdrawn report among the others again, as their ledger says that they read now."""
    kept = facts_set_aside(connection, document_id)
    connection.execute(delete(withdrawn_facts).where(withdrawn_facts.c.document_id == document_id))
    revised = {row.fact_id: row.revised_by for row, _ in kept}
    read = [(fact_of(row.payload), corrected) for row, corrected in kept]
    write_facts(connection, read, position_of(connection, document_id), revised)


def read_anew(connection: Connection, document_id: str, read: Iterable[AnyFact]) -> None:
    """Keep a new reading of a report in place of the old one; the ledger stays, and what it added stays too."""
    grow(connection, document_id)
    first, rows = _first_read(connection, document_id, read)
    of = facts.c.document_id == document_id
    revised = {row.fact_id: row.revised_by for row in connection.execute(select(facts.c.fact_id, facts.c.revised_by).where(of))}
    leave_cells(connection, document_id)
    connection.execute(delete(facts).where(of))
    now = [(fact, apply(fact, rows.get(fact_id, ()))) for fact_id, fact in first.items()]
    write_facts(connection, now, position_of(connection, document_id), revised)


def read_aside(connection: Connection, document_id: str, read: Iterable[AnyFact]) -> None:
    """The same of a withdrawn report."""
    grow(connection, document_id)
    first, _ = _first_read(connection, document_id, read)
    of = withdrawn_facts.c.document_id == document_id
    query = select(withdrawn_facts.c.fact_id, withdrawn_facts.c.revised_by).where(of)
    revised = {row.fact_id: row.revised_by for row in connection.execute(query)}
    connection.execute(delete(withdrawn_facts).where(of))
    rows = [
        {name: getattr(fact, name) for name in ("fact_id", "document_id", "start")}
        | {"payload": fact.model_dump_json(), "revised_by": revised.get(fact_id)}
        for fact_id, fact in first.items()
    ]
    if rows:
        connection.execute(insert(withdrawn_facts), rows)


def _first_read(
    connection: Connection, document_id: str, read: Iterable[AnyFact]
) -> tuple[dict[str, AnyFact], Mapping[str, Sequence[Any]]]:
    """The facts of a report as first read, with what its ledger added, and its ledger by fact."""
    rows = reading.by_fact(reading.ledger(connection, corrections.c.document_id == document_id))
    first: dict[str, AnyFact] = {fact_id: fact for fact_id, of in rows.items() if (fact := reading.added(of)) is not None}
    return first | {fact.fact_id: fact for fact in read}, rows
