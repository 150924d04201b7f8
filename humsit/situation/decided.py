"""What analysts decided about the questions of facts, as the comparing takes it."""

from __future__ import annotations

from collections.abc import Iterable

from humsit.claims import Ruling
from humsit.ledger import CorrectedFact
from humsit.records import Denial, Figure


def rulings_of(facts: Iterable[CorrectedFact]) -> dict[str, Ruling]:
    """fact_id → what was decided on it, with the author and the reason of the newest decision."""
    found: dict[str, Ruling] = {}
    for corrected in facts:
        fact, changes = corrected.fact, corrected.changes
        rows = [changes[name].correction for name in ("ruled_standing", "beside") if name in changes]
        if rows and isinstance(fact, Figure | Denial):
            newest = rows[0]
            found[fact.fact_id] = Ruling(fact.ruled_standing, fact.beside, newest.who, newest.why, newest.correction_id)
    return found
