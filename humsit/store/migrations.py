"""Bringing a store's tables to what this version of humsit expects: a fresh store gets them all, an older one the steps it lacks.

To change the schema: change `schema.py`, raise `SCHEMA_VERSION`, and add the step that leads an older store there to `STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, update

from humsit.records import UnreadableInput
from humsit.store.engine import lock_schema
from humsit.store.schema import SCHEMA_VERSION, meta, metadata

STEPS: dict[int, Callable[[Connection], None]] = {}
"""For each schema version after the first, what makes it from the one before."""

_SQLITE_APPEND_ONLY = """
CREATE TRIGGER corrections_no_{verb} BEFORE {verb} ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END
"""
_POSTGRES_APPEND_ONLY = """
CREATE OR REPLACE FUNCTION humsit_append_only() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'corrections are append-only'; END $$;
CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON corrections
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
    if connection.dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(_SQLITE_APPEND_ONLY.format(verb=verb))
    else:
        connection.exec_driver_sql(_POSTGRES_APPEND_ONLY)
    connection.execute(insert(meta), [{"name": "schema", "value": SCHEMA_VERSION}, {"name": "revision", "value": 0}])


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
