"""The words of what changed since a day."""

from __future__ import annotations

from humsit.app.words.counts import show_more as show_more
from humsit.situation.changes import ChangeKind

SINCE = "Changes since"
YESTERDAY, WEEK, CHOSEN = "Yesterday", "7 days ago", "A day you choose"
DAY = "Since the end of"
COMPARING = "Comparing with what was known then …"
NOTHING, NOTHING_NEXT = "Nothing has changed since then.", "Choose an earlier day, or add a report in Documents."
NOTHING_KNOWN, NOTHING_KNOWN_NEXT = (
    "Nothing was known here then: all that is shown is new.",
    "Choose a later day to see what came in after it.",
)
KIND: dict[ChangeKind, str] = {
    ChangeKind.CONTESTED: "Newly contested",
    ChangeKind.RESOLVED: "Resolved",
    ChangeKind.REVISED: "Revised",
    ChangeKind.CORRECTED: "Corrected",
    ChangeKind.NEW: "New",
}
MEANS: dict[ChangeKind, str] = {
    ChangeKind.CONTESTED: "Its claims rule each other out now, and did not then.",
    ChangeKind.RESOLVED: "Its claims ruled each other out then, and do not now.",
    ChangeKind.REVISED: "The claimant says another figure than then.",
    ChangeKind.CORRECTED: "An analyst changed how it was read; the claimant said nothing new.",
    ChangeKind.NEW: "The claimant said no such figure then.",
}
_COUNTED: dict[ChangeKind, tuple[str, str]] = {
    ChangeKind.CONTESTED: ("newly contested question", "newly contested questions"),
    ChangeKind.RESOLVED: ("question resolved", "questions resolved"),
    ChangeKind.REVISED: ("claim revised", "claims revised"),
    ChangeKind.CORRECTED: ("figure corrected", "figures corrected"),
    ChangeKind.NEW: ("new figure", "new figures"),
}
NO_LONGER_ASKED = "no figure of it counts any more"
WAS = "before: "


def since(counted: str, day: str) -> str:
    """The sentence that counts what changed."""
    return f"{counted} since the end of {day}."


def looked_at(questions: int) -> str:
    """Where there are more questions than are compared."""
    return f"Looked at are the {questions} questions on which most depends, then and now."


def counted(kind: ChangeKind, n: int) -> str:
    """How many changes of a kind there are: "1 newly contested question", "3 claims revised"."""
    return f"{n:,} {_COUNTED[kind][n > 1]}"
