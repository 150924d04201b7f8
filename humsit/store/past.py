"""What was known on a day of the past, as a store of its own: only looked at, and gone when it is closed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, insert, select, update

from humsit.records import ReportAction
from humsit.store import reading
from humsit.store.engine import Database, store_address
from humsit.store.known import Known, documents_of, ledger_of
from humsit.store.reports import printed_then
from humsit.store.rows import filter_columns
from humsit.store.schema import (
    corrections,
    documents,
    facts,
    judgements,
    meta,
    printings,
    report_decisions,
    withdrawn_facts,
)
from humsit.store.set_aside import bring_back, set_aside
from humsit.store.sql import Store

IN_MEMORY = 20_000
"""A past with at most this many facts is kept in memory, a larger one in a file that is deleted with it."""
AT_ONCE = 1_000


def past(store: Store, known: Known) -> Store:
    """A store with the documents that there were, and the corrections and judgements made by then; nothing is compared yet."""
    folder = None
    if store.count_facts() > IN_MEMORY:
        folder = tempfile.TemporaryDirectory(prefix="humsit-past-", ignore_cleanup_errors=True)
    then = Store(Database(store_address("sqlite://" if folder is None else f"sqlite:///{Path(folder.name) / 'past.db'}")))
    if folder is not None:
        then.on_close(folder.cleanup)
    with store.reading() as source, then.writing() as target:
        _copy(source, target, select(documents).where(documents_of(known)), documents, {"due": True})
        made = select(*facts.c).join(documents).where(documents_of(known))
        _copy(source, target, made, facts, _NOT_COMPARED)
        for table in (withdrawn_facts, printings, report_decisions):
            _copy(source, target, select(*table.c).join(documents).where(_there(table, known)), table)
        _copy(source, target, select(*corrections.c).join(documents).where(ledger_of(known)), corrections)
        decided = select(judgements)
        if known.decided_until is not None:
            decided = decided.where(judgements.c.made <= known.decided_until)
        _copy(source, target, decided, judgements)
        _turn_back(target)
        _follow_ledger(target)
        target.execute(update(meta).where(meta.c.name == "revision").values(value=reading.number(source, "revision")))
    return then


_NOT_COMPARED: dict[str, Any] = {"bucket": None, "at": None, "question_id": None, "standing": None, "superseded": False}


def _copy(
    source: Connection, target: Connection, query: Select[Any], table: Table, otherwise: dict[str, Any] | None = None
) -> None:
    for some in _partitions(source, query):
        target.execute(insert(table), [{**row._mapping, **(otherwise or {})} for row in some])


def _partitions(source: Connection, query: Select[Any]) -> Iterator[Any]:
    yield from source.execute(query.execution_options(yield_per=AT_ONCE)).partitions()


def _there(table: Table, known: Known) -> ColumnElement[bool]:
    """Which rows about reports there were."""
    made = {"printings": "added", "report_decisions": "made"}.get(table.name)
    there, until = documents_of(known), known.decided_until
    return there if until is None or made is None else and_(there, table.c[made] <= until)


def _turn_back(target: Connection) -> None:
    """Has those reports withdrawn that were withdrawn then, and no others; who printed a text again is who had by then."""
    turns = select(report_decisions.c.document_id, report_decisions.c.action).order_by(report_decisions.c.decision_id)
    turned = target.execute(turns.where(report_decisions.c.action != ReportAction.DESCRIBE.value))
    newest = {row.document_id: row.action for row in turned}
    then = {document_id for document_id, action in newest.items() if action == ReportAction.WITHDRAW.value}
    now = set(target.scalars(select(documents.c.document_id).where(documents.c.withdrawn)))
    for document_id in now - then:
        bring_back(target, document_id)
    for document_id in then - now:
        set_aside(target, document_id)
    for document_id in then ^ now:
        where = documents.c.document_id == document_id
        target.execute(update(documents).where(where).values(withdrawn=document_id in then))
    printed_then(target)


def _follow_ledger(target: Connection) -> None:
    """Has the columns of facts read as the ledger said then."""
    where = facts.c.version > 0
    for corrected in reading.corrected_facts(target, where, ordered=False):
        target.execute(update(facts).where(facts.c.fact_id == corrected.fact_id).values(filter_columns(corrected)))
    gone = select(facts.c.fact_id).where(facts.c.origin == "analyst", facts.c.fact_id.not_in(select(corrections.c.fact_id)))
    target.execute(facts.delete().where(facts.c.fact_id.in_(gone)))
