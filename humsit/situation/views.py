"""What is known, kept up to date write by write: now, and on the days of the past that were asked for last."""

from __future__ import annotations

import threading
from functools import lru_cache, partial

from humsit.situation.answers import View
from humsit.situation.compared import KeptStandings
from humsit.situation.names import names_of
from humsit.store import NOW, Known, Store

PAST_KEPT = 3
"""Days of the past that are kept; the one that was not asked for longest is forgotten first."""


class Views:
    """The views of one store; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._now = _Following(store, NOW)
        self._past = lru_cache(maxsize=PAST_KEPT)(partial(_Following, store))

    def of(self, known: Known = NOW) -> View:
        """All facts as they read by what was known then."""
        return (self._now if known == NOW else self._past(known)).view()


class _Following:
    """One view that follows the store."""

    def __init__(self, store: Store, known: Known) -> None:
        self._store = store
        self._known = known
        self._seen: View | None = None
        self._standings = KeptStandings()
        self._lock = threading.Lock()

    def view(self) -> View:
        """The view at the newest revision; after a write only the documents that it touched are read again."""
        with self._lock:
            seen = self._seen
            if seen is None or seen.revision != self._store.revision():
                revision, changed = self._store.changed_since(-1 if seen is None else seen.revision, self._known)
                before = {} if seen is None else seen.by_document
                names = names_of(self._store.judgements(self._known.decided_until), self._store.copied_from())
                self._seen = seen = View(revision, {**before, **changed}, self._standings, names)
            return seen
