"""One analyst's review as it goes: where in the queue they are, what they marked, what they decided and can take back.

Draws nothing. Every decision is one write; somebody who was faster wins, and is named.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import streamlit as st
from streamlit.logger import get_logger

from humsit.app import drawer, evidence
from humsit.app.desk import Desk
from humsit.app.presence import Presence
from humsit.app.words import review as words
from humsit.app.words.drawers import UNSAVED
from humsit.records import Correction, HumsitError, Review, StaleCorrection, UnknownFact
from humsit.situation import Evidence, Selection
from humsit.situation.review import APPROVED, DECIDED, Item, Progress, Queue, correct_and_approve, progress

COUNTED_AFTER = 25
"""Decisions after which all is counted anew: colleagues decide too, and reports come in."""
PACED = 10
"""Decisions after which one's pace is told."""
_REVIEW_AFTER = {
    words.APPROVED: Review.APPROVED,
    words.CORRECTED: Review.APPROVED,
    words.REJECTED: Review.REJECTED,
    words.LEFT: Review.IN_REVIEW,
}
PASSED = 500
"""Facts that are passed over in one go at most, because somebody else has decided on them or is looking at them."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision that can be taken back: where in the queue, which fact, which rows of the ledger, in words."""

    place: int
    fact_id: str
    rows: tuple[int, ...]
    said: str


@dataclass
class Session:
    """One analyst's review under one selection."""

    selection: Selection
    queue: Queue
    progress: Progress
    place: int = 0
    forward: bool = True
    """Whether one came here by going on, so that what others have decided is passed over."""
    marked: list[str] = field(default_factory=list)
    """Fields that are marked wrong."""
    rejecting: bool = False
    made: list[Decided] = field(default_factory=list)
    skipped: int = 0
    began: float = field(default_factory=time.monotonic)
    told: str = ""
    tone: Literal["info", "warning", "error", "good"] = "good"

    def go(self, place: int, *, forward: bool) -> None:
        """To another place of the queue, with nothing marked."""
        self.place, self.forward, self.marked, self.rejecting = max(0, place), forward, [], False


def session(desk: Desk, selection: Selection) -> Session:
    """The review that goes on under this selection, else a new one."""
    kept: Session | None = st.session_state.get("review_session")
    if kept is None or kept.selection != selection:
        kept = Session(selection, Queue(desk.situation, selection), progress(desk.situation, selection))
        st.session_state["review_session"] = kept
    return kept


def again(desk: Desk) -> None:
    """Begins anew at what was skipped."""
    st.session_state.pop("review_session", None)


def current(desk: Desk, session: Session, there: Presence, me: str) -> tuple[Item, Evidence] | None:
    """The fact to look at with its evidence; None at the end of the queue."""
    for _ in range(PASSED):
        item = session.queue.at(session.place)
        if item is None:
            break
        found = _evidence(desk, item.fact_id)
        passes = found is None or (session.forward and found.corrected.review in DECIDED)
        if found is not None and not passes and (there.look(me, item.fact_id) or not session.forward):
            return item, found
        session.place += 1
    there.leave(me)
    return None


def _evidence(desk: Desk, fact_id: str) -> Evidence | None:
    try:
        return desk.evidence(fact_id)
    except UnknownFact:
        return None


# --- what a key does


def approve(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    """The fact reads as its report does."""
    fact_id, version = found.corrected.fact_id, found.corrected.version
    _decide(
        desk, session, found, lambda: [desk.situation.approve(fact_id, who=who, why=APPROVED, version=version)], words.APPROVED
    )


def reject(desk: Desk, session: Session, found: Evidence, who: str, why: str) -> None:
    """The fact does not count."""
    fact_id, version = found.corrected.fact_id, found.corrected.version
    _decide(desk, session, found, lambda: [desk.situation.reject(fact_id, who=who, why=why, version=version)], words.REJECTED)


def take_up(desk: Desk, session: Session, found: Evidence, who: str, why: str) -> None:
    """Somebody is looking into it."""
    fact_id, version = found.corrected.fact_id, found.corrected.version
    _decide(desk, session, found, lambda: [desk.situation.take_up(fact_id, who=who, why=why, version=version)], words.LEFT)


def correct(desk: Desk, session: Session, found: Evidence, now: dict[str, str], who: str, why: str) -> None:
    """Some of its fields read otherwise, and then it is right."""
    fact_id, version = found.corrected.fact_id, found.corrected.version
    changed = {name: text for name, text in now.items() if text != drawer.shown(found.corrected.fact, name)}
    if not changed:
        session.told, session.tone = words.NOT_CHANGED, "warning"
        return
    _decide(
        desk,
        session,
        found,
        lambda: correct_and_approve(desk.situation, fact_id, changed, who=who, why=why, version=version),
        words.CORRECTED,
    )


def skip(session: Session) -> None:
    """On to the next one; this one stays undecided."""
    session.skipped += 1
    session.told = ""
    session.go(session.place + 1, forward=True)


def back(session: Session) -> None:
    """To the one before, decided or not."""
    session.told = ""
    session.go(session.place - 1, forward=False)


def undo(desk: Desk, session: Session, who: str) -> None:
    """Takes the last decision of this session back, and shows its fact again."""
    last = session.made[-1]
    before = _review(desk, last.fact_id)
    written = _attempt(session, lambda: desk.situation.undo_all(last.rows, who=who, why=words.WHY_TAKEN_BACK))
    if written is None:
        return
    session.made.pop()
    session.told, session.tone = f"{words.TAKEN_BACK}: {last.said}", "info"
    session.progress = _moved(session.progress, before, _review(desk, last.fact_id))
    session.go(last.place, forward=False)


def mark(session: Session, name: str) -> None:
    """Marks a field wrong, or right again."""
    session.rejecting = False
    session.told = ""
    if name in session.marked:
        session.marked.remove(name)
    elif name:
        session.marked.append(name)


def turn_to_rejecting(session: Session) -> None:
    """Asks why it should not count."""
    session.marked, session.rejecting, session.told = [], True, ""


def cancel(session: Session) -> None:
    """Nothing is marked, nothing is rejected."""
    session.marked, session.rejecting, session.told = [], False, ""


def _decide(desk: Desk, session: Session, found: Evidence, write: Callable[[], Sequence[Correction]], did: str) -> None:
    rows = _attempt(session, write)
    if rows is None:
        return
    after = _REVIEW_AFTER[did]
    said = f"{did}: {evidence.value_of(found.corrected.fact)}"
    numbers = tuple(row.correction_id for row in rows)
    session.made.append(Decided(session.place, found.corrected.fact_id, numbers, said))
    session.told, session.tone = said, "good"
    session.progress = _moved(session.progress, found.corrected.review, after)
    if len(session.made) % COUNTED_AFTER == 0:
        session.progress = progress(desk.situation, session.selection)
    session.go(session.place + 1, forward=True)


def _attempt(session: Session, write: Callable[[], Sequence[Correction]]) -> Sequence[Correction] | None:
    """What was written; None where it could not be, and why is told."""
    try:
        return write()
    except StaleCorrection as stale:
        session.told, session.tone = (drawer.faster(stale.newest) if stale.newest else str(stale)), "warning"
        session.forward = False
    except HumsitError as reason:
        session.told, session.tone = str(reason), "error"
    except Exception:
        get_logger(__name__).exception("a decision could not be saved")
        session.told, session.tone = UNSAVED, "error"
    return None


def _review(desk: Desk, fact_id: str) -> Review:
    return desk.situation.fact(fact_id).review


def _moved(progress: Progress, before: Review, after: Review) -> Progress:
    """The progress after one fact's review became another."""
    done = (after in DECIDED) - (before in DECIDED)
    rejected = (after is Review.REJECTED) - (before is Review.REJECTED)
    return replace(progress, done=progress.done + done, rejected=progress.rejected + rejected)


def so_far(session: Session, who: str) -> str:
    """How far the review has come, how fast, and by whom, in words."""
    told = [words.done(session.progress.done, session.progress.total, session.progress.rejected)]
    if len(session.made) >= PACED:
        hours = (time.monotonic() - session.began) / 3600
        told.append(words.pace(round(len(session.made) / hours)))
    return " · ".join([*told, *([words.by(who)] if who else [])])
