"""What analysts decide about questions: another standing, a figure put to another question, or to one of its own.

A ruling is made on a figure and kept in the ledger of corrections, so that it has an author, a reason and an undo, and survives
a new reading. The standing that was worked out stays beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from humsit.records import Standing


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided on one figure; None: nothing. Of two standings for one question the later `number` counts."""

    standing: Standing | None = None
    """The standing of the question that the figure answers."""
    beside: str | None = None
    """fact_id of the figure whose question it answers; its own id: a question of its own."""
    who: str = ""
    why: str = ""
    number: int = 0
    """Grows with every decision."""


Rulings = Mapping[str, Ruling]
"""fact_id → what was decided on it."""

NO_RULINGS: Rulings = {}


def root_of(fact_id: str, beside: Mapping[str, str]) -> str:
    """The figure whose question it is in the end: "a beside b" and "b beside c" put a to c. A circle ends where it began."""
    seen = {fact_id}
    at = beside[fact_id]
    while at in beside and at not in seen:
        seen.add(at)
        at = beside[at]
    return at


def newest(rulings: Iterable[Ruling]) -> Ruling | None:
    """The ruling that decides a standing; None where none does."""
    return max((ruling for ruling in rulings if ruling.standing is not None), key=lambda ruling: ruling.number, default=None)
