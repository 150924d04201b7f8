"""What was known on a day: the value that asks for it, and the two conditions by which a query answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, true

from humsit.store.schema import corrections, documents


class Clock(StrEnum):
    """By what a day of the past is known."""

    RECEIVED = "received"
    """What had been received by its end, with the corrections made by then."""
    PUBLISHED = "published"
    """What had been published by then, with all corrections: for archives that were loaded later."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was known at the end of a day, in UTC; without a day, what is known now."""

    on: dt.date | None = None
    by: Clock = Clock.RECEIVED

    def __post_init__(self) -> None:
        if self.on is None:  # now is now by either clock
            object.__setattr__(self, "by", Clock.RECEIVED)

    @property
    def decided_until(self) -> dt.datetime | None:
        """The last moment whose decisions count; None: all count."""
        if self.on is None or self.by == Clock.PUBLISHED:
            return None
        return dt.datetime.combine(self.on, dt.time.max, dt.UTC)


NOW = Known()


def documents_of(known: Known) -> ColumnElement[bool]:
    """Which documents there were. By publication those without a date were never there: nobody knows when."""
    if known.on is None:
        return true()
    return documents.c.published <= known.on if known.by == Clock.PUBLISHED else documents.c.added <= known.decided_until


def ledger_of(known: Known) -> ColumnElement[bool]:
    """Which rows of the ledger there were; for a query that joins the documents that they are about."""
    until = known.decided_until
    return documents_of(known) if until is None else and_(documents_of(known), corrections.c.made <= until)
