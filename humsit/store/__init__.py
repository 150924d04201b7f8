"""Keeping documents, facts and corrections: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from sqlalchemy.exc import DatabaseError

from humsit.records import UnreadableInput
from humsit.store.asked import Order
from humsit.store.compared import Answers, ComparedTables, Stood, Work
from humsit.store.engine import Database, store_address
from humsit.store.known import NOW, Clock, Known
from humsit.store.past import past
from humsit.store.received import Feed, ReceivedTables
from humsit.store.reports import DESCRIBED
from humsit.store.selection import ALL, Selection
from humsit.store.sql import Decide, Kin, Store

__all__ = [
    "ALL",
    "DESCRIBED",
    "NOW",
    "Answers",
    "Clock",
    "ComparedTables",
    "Decide",
    "Feed",
    "Kin",
    "Known",
    "Order",
    "ReceivedTables",
    "Selection",
    "Stood",
    "Store",
    "Work",
    "open_store",
    "past",
]


def open_store(url: str) -> Store:
    """The store at `url`: "sqlite://" (memory), "sqlite:///FILE", "postgresql://USER:PASSWORD@HOST/DATABASE"; made where
    there is none.

    WrongValue for an address that is none; UnreadableInput where it cannot be opened, or a newer humsit made it.
    """
    address = store_address(url)
    shown = address.render_as_string(hide_password=True)
    try:
        return Store(Database(address))
    except DatabaseError as reason:
        raise UnreadableInput(f"{shown} is no store of humsit ({reason.orig}): name another file or database.") from None
    except OSError as reason:
        raise UnreadableInput(
            f"The store {shown} cannot be made ({reason.strerror}): check the folder and its permissions."
        ) from None
