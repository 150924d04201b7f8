"""Standings kept from one revision to the next: after a write, only what it touched is worked out again."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence

from humsit.claims import Comparer, Comparison, Ruling, Rulings
from humsit.ledger import CorrectedFact
from humsit.records import Denial, Figure
from humsit.situation.names import NO_NAMES, Names

ByDocument = Mapping[str, Sequence[CorrectedFact]]
"""document_id → its facts as they read now, oldest document first."""


class KeptStandings:
    """The standings of the facts that it was asked about last; safe to share between threads."""

    def __init__(self) -> None:
        self._comparer = Comparer()
        self._seen: dict[str, Sequence[CorrectedFact]] = {}
        self._names = NO_NAMES
        self._lock = threading.Lock()

    def of(self, by_document: ByDocument, names: Names = NO_NAMES) -> Comparison:
        """How these facts stand to each other, those that nobody rejected, their names led back to one.

        A document whose facts are the same object as last time, and have none of the names that changed, is not looked at again.
        """
        with self._lock:
            self._rename(names)
            for document_id in self._seen.keys() - by_document.keys():
                self._comparer.drop(document_id)
                del self._seen[document_id]
            for document_id, facts in by_document.items():
                if self._seen.get(document_id) is not facts:
                    self._seen[document_id] = facts
                    counted = [corrected for corrected in facts if not corrected.rejected]
                    self._comparer.put(document_id, (names.led_back(corrected.fact) for corrected in counted), _rulings(counted))
            return self._comparer.comparison()

    def _rename(self, names: Names) -> None:
        """Forgets the documents that name what is called otherwise now."""
        changed = {key for key, _ in self._names.aliases.items() ^ names.aliases.items()}
        self._names = names
        if not changed:
            return
        for document_id, facts in list(self._seen.items()):
            if any(names.concerns(corrected.fact, changed) for corrected in facts):
                del self._seen[document_id]
                self._comparer.drop(document_id)

    @property
    def worked_out(self) -> int:
        """Facts whose questions were worked out the last time."""
        return self._comparer.worked_out


def _rulings(facts: Iterable[CorrectedFact]) -> Rulings:
    """What analysts decided about the questions of these facts, with the author and the reason of the newest decision."""
    found: dict[str, Ruling] = {}
    for corrected in facts:
        fact, changes = corrected.fact, corrected.changes
        rows = [changes[name].correction for name in ("ruled_standing", "beside") if name in changes]
        if rows and isinstance(fact, Figure | Denial):
            newest = rows[0]
            found[fact.fact_id] = Ruling(fact.ruled_standing, fact.beside, newest.who, newest.why, newest.correction_id)
    return found
