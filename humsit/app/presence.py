"""Who is looking at which fact right now, so that two analysts are not handed the same one. Known to one server only, and
forgotten after a while: what is decided first counts, whoever was looking.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable

import streamlit as st

FORGOTTEN_AFTER = 120.0
"""Seconds after which nobody is taken to look at a fact any more."""


class Presence:
    """Which fact each session looks at. Safe to share between threads."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._looks: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    def look(self, session: str, fact_id: str) -> bool:
        """Says that a session looks at a fact and at no other; False where another session is looking at it already."""
        with self._lock:
            self._forget()
            if any(seen == fact_id and other != session for other, (seen, _) in self._looks.items()):
                return False
            self._looks[session] = (fact_id, self._now())
            return True

    def leave(self, session: str) -> None:
        """Says that a session looks at nothing."""
        with self._lock:
            self._looks.pop(session, None)

    def _forget(self) -> None:
        until = self._now() - FORGOTTEN_AFTER
        self._looks = {session: look for session, look in self._looks.items() if look[1] > until}


@st.cache_resource(show_spinner=False)
def presence() -> Presence:
    """The one of this server."""
    return Presence()


def this_session() -> str:
    """A name for this visitor's session."""
    return str(st.session_state.setdefault("session", uuid.uuid4().hex))
