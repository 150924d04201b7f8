"""Opening a database: the only file in which SQLite and PostgreSQL differ."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import StaticPool

from humsit.records import UnreadableInput, WrongValue

BUSY_MILLISECONDS = 5_000
"""How long a writer waits for another before it gives up."""

_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")


def store_address(url: str) -> URL:
    """The address with the driver that we use; WrongValue where it is none that a store can live at."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise WrongValue(
            f"{url!r} is no address of a store: give sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE."
        ) from None
    if address.drivername in _POSTGRES:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername in ("sqlite", "sqlite+pysqlite"):
        return address
    raise WrongValue(
        f"A store lives in SQLite or PostgreSQL, not in {address.drivername!r}: give sqlite:///FILE or postgresql://…."
    )


class Database:
    """One database and its two kinds of transaction: reading sees one moment, writing waits for its turn."""

    def __init__(self, address: URL) -> None:
        self.address = address
        self.in_memory = address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:")
        self._turn: AbstractContextManager[Any] = threading.RLock() if self.in_memory else nullcontext()
        self.engine = _sqlite(address, self.in_memory) if address.get_backend_name() == "sqlite" else _postgres(address)
        self._writer = self.engine.execution_options(humsit_writes=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite, in memory or on disk."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction whose every query sees the same moment."""
        with self._explained(), self._turn, self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that keeps everything or nothing."""
        with self._explained(), self._turn, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What the database cannot do now, as a sentence: it is busy, gone, full or read-only. Nothing was changed."""
        try:
            yield
        except OperationalError as reason:
            shown = self.address.render_as_string(hide_password=True)
            if "database is locked" in str(reason.orig):
                raise UnreadableInput(f"Somebody else keeps writing to the store {shown}: try again in a moment.") from None
            told = str(reason.orig).strip().splitlines()[0].rstrip(".")
            raise UnreadableInput(
                f"The store {shown} does not work ({told}): check its address and that it is running."
            ) from None

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def _postgres(address: URL) -> Engine:
    return create_engine(address, pool_pre_ping=True, hide_parameters=True)


def _sqlite(address: URL, in_memory: bool) -> Engine:
    if in_memory:
        engine = create_engine(address, poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True)
    else:
        Path(str(address.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """FULL: a correction that was acknowledged is on the disk, whatever is killed next."""
    connection.isolation_level = None  # we begin transactions ourselves, see _begin_sqlite
    for pragma in (f"busy_timeout={BUSY_MILLISECONDS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once: one that began by reading could not wait for its turn."""
    writes = connection.get_execution_options().get("humsit_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock_schema(connection: Connection) -> None:
    """Let one process at a time look at and change the schema (SQLite's writer has the lock already)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(727374)"))


def sqlite_problems(connection: Connection) -> list[str]:
    """What SQLite itself finds broken; nothing on PostgreSQL, which checks as it writes."""
    if connection.dialect.name != "sqlite":
        return []
    found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    orphans = [
        f"a row of {row[0]} points at a row of {row[2]} that does not exist"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return found + orphans
