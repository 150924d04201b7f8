"""What is known, kept up to date write by write: now, and on the days of the past that were asked for last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from humsit.ledger import CorrectedFact
from humsit.records import AnyFact
from humsit.situation.keeping import Keeping
from humsit.situation.names import Names, names_of
from humsit.store import NOW, Known, Store, past

PAST_KEPT = 3
"""Days of the past that are kept; the one that was not asked for longest is forgotten first."""


@dataclass(frozen=True)
class View:
    """A store in which all is compared, at one revision, and the names as they were judged by then."""

    revision: int
    store: Store
    names: Names

    def facts_named(self, fact_ids: Iterable[str]) -> dict[str, AnyFact]:
        """fact_id → the fact as it is compared: its names led back to one."""
        found = self.store.asked.facts_named(fact_ids)
        return {fact_id: self.names.led_back(corrected.fact) for fact_id, corrected in found.items()}

    def led_back(self, corrected: CorrectedFact) -> AnyFact:
        """The fact as it is compared."""
        return self.names.led_back(corrected.fact)


class Views:
    """The views of one store; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._keeping = Keeping(store)
        self._now: View | None = None
        self._past: OrderedDict[Known, View] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def worked_out(self) -> int:
        """Facts whose questions were worked out the last time that anything was written."""
        return self._keeping.worked_out

    def of(self, known: Known = NOW) -> View:
        """What is known, or was known then, with everything that was written so far."""
        revision = self._store.revision()
        if known == NOW:
            seen = self._now
            if seen is None or seen.revision != revision:
                self._keeping.catch_up()
                self._now = seen = _view(self._store, revision)
            return seen
        with self._lock:
            seen = self._past.get(known)
            if seen is None or seen.revision != revision:
                self._forget(known)
                then = past(self._store, known)
                Keeping(then, tells_changes=False).catch_up()
                self._past[known] = seen = _view(then, revision)
            self._past.move_to_end(known)
            for oldest in list(self._past)[:-PAST_KEPT]:
                self._forget(oldest)
            return seen

    def close(self) -> None:
        """Let go of the days of the past."""
        for known in list(self._past):
            self._forget(known)

    def _forget(self, known: Known) -> None:
        if (gone := self._past.pop(known, None)) is not None:
            gone.store.close()


def _view(store: Store, revision: int) -> View:
    return View(revision, store, names_of(store.judgements(), store.copied_from()))
