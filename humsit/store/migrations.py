"""Bringing a store's tables to what this version of humsit expects: a fresh store gets them all, an older one the steps it lacks.

To change the schema: change `schema.py`, raise `SCHEMA_VERSION`, and add the step that leads an older store there to `STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, Table, insert, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from humsit.records import UnreadableInput
from humsit.store.engine import lock_schema
from humsit.store.reading import corrected_facts, in_parts
from humsit.store.rows import filter_columns
from humsit.store.schema import (
    SCHEMA_VERSION,
    changes,
    condition_questions,
    corrections,
    documents,
    due_cells,
    facts,
    feeds,
    findings,
    judgements,
    meta,
    metadata,
    printings,
    questions,
    received,
    report_decisions,
    text_bands,
    withdrawn_facts,
)

APPEND_ONLY = (corrections, judgements, printings, report_decisions)
"""Tables whose rows the database itself refuses to change."""

_SQLITE_APPEND_ONLY = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END
"""
_POSTGRES_APPEND_ONLY = """
CREATE OR REPLACE FUNCTION humsit_append_only() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '% are append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION humsit_append_only()
"""


def is_current(connection: Connection) -> bool:
    """Whether the tables are there as this version expects them, so that opening need not wait for writers."""
    if not inspect(connection).has_table(meta.name):
        return False
    return connection.scalar(select(meta.c.value).where(meta.c.name == "schema")) == SCHEMA_VERSION


def migrate(connection: Connection) -> None:
    """Make or upgrade the tables; UnreadableInput where a newer humsit, or another program, made the store."""
    lock_schema(connection)
    present = set(inspect(connection).get_table_names())
    if meta.name in present:
        _upgrade(connection)
    elif present & set(metadata.tables):
        raise UnreadableInput(
            "This database holds tables of another program under our names: give the store a database of its own."
        )
    else:
        _create(connection)


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    for table in APPEND_ONLY:
        _make_append_only(connection, table)
    numbers = {"schema": SCHEMA_VERSION, "revision": 0}
    connection.execute(insert(meta), [{"name": name, "value": value} for name, value in numbers.items()])


def _make_append_only(connection: Connection, table: Table) -> None:
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(_SQLITE_APPEND_ONLY.format(table=table.name, verb=verb))
    else:
        connection.exec_driver_sql(_POSTGRES_APPEND_ONLY.replace("{table}", table.name).replace("%", "%%"))


def _judgements_and_changes(connection: Connection) -> None:
    """From 1 to 2: what is decided about names, when a document's facts last changed, and whose text it copies."""
    connection.execute(text("ALTER TABLE documents ADD COLUMN changed BIGINT NOT NULL DEFAULT 0"))
    connection.execute(text("ALTER TABLE documents ADD COLUMN copy_of TEXT"))
    for column in (documents.c.changed, documents.c.copy_of):
        next(index for index in documents.indexes if column in index.columns.values()).create(connection)
    judgements.create(connection)
    text_bands.create(connection)
    _make_append_only(connection, judgements)


def _comparing(connection: Connection) -> None:
    """From 2 to 3: how facts stand to each other is kept too, and filters are answered by the database."""
    _add_columns(connection, documents, _NEW_OF_DOCUMENTS)
    _add_columns(connection, facts, _NEW_OF_FACTS)
    ordered = select(documents.c.document_id).order_by(documents.c.added, documents.c.document_id)
    for number, document_id in enumerate(connection.scalars(ordered).all(), start=1):
        for table in (documents, facts):
            connection.execute(update(table).where(table.c.document_id == document_id).values(position=number))
    ids = connection.scalars(select(facts.c.fact_id)).all()
    for some in in_parts(ids):
        for fact in corrected_facts(connection, facts.c.fact_id.in_(some), ordered=False):
            columns = filter_columns(fact)
            kept = {name: columns[name] for name in _FOLLOW}
            connection.execute(update(facts).where(facts.c.fact_id == fact.fact_id).values(kept))
    for table in (questions, condition_questions, findings, due_cells, changes):
        table.create(connection)
    for index in (*documents.indexes, *facts.indexes):
        if not _OF_REPORTS & set(index.columns.keys()):
            index.create(connection, checkfirst=True)


def _reports(connection: Connection) -> None:
    """From 3 to 4: language, format and pages of reports, their printings and versions, and what is decided on them; what came in
    already, and the feeds that are followed.
    """
    _add_columns(connection, documents, ("details", *sorted(_OF_REPORTS)))
    _add_columns(connection, facts, ("revised_by",))
    for table in (withdrawn_facts, printings, report_decisions, received, feeds):
        table.create(connection)
    for table in (printings, report_decisions):
        _make_append_only(connection, table)
    connection.execute(text("DROP INDEX ix_documents_copy_of"))  # made anew, of copies only
    for index in documents.indexes:
        index.create(connection, checkfirst=True)


def _add_columns(connection: Connection, table: Table, names: Iterable[str]) -> None:
    for name in names:
        column = CreateColumn(table.c[name]).compile(dialect=connection.dialect)
        connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {column}"))


_OF_REPORTS = {"withdrawn", "version_of", "printed_by"}
_FOLLOW = ("day", "searched", "claimant_type", "side", "group", "event")
_NEW_OF_DOCUMENTS = ("position", "due", "place_of_figures", "place_of_all")
_NEW_OF_FACTS = ("position", *_FOLLOW, "bucket", "at", "event_day", "question_id", "standing", "superseded")

STEPS: dict[int, Callable[[Connection], None]] = {2: _judgements_and_changes, 3: _comparing, 4: _reports}
"""For each schema version after the first, what makes it from the one before."""


def _upgrade(connection: Connection) -> None:
    found = connection.scalar(select(meta.c.value).where(meta.c.name == "schema"))
    if found is None or found > SCHEMA_VERSION:
        raise UnreadableInput(
            f"This store has schema {found}, and this humsit knows only up to {SCHEMA_VERSION}: "
            "update humsit, or name another store."
        )
    for number in range(found + 1, SCHEMA_VERSION + 1):
        STEPS[number](connection)
        connection.execute(update(meta).where(meta.c.name == "schema").values(value=number))
