"""The words of the Review view."""

from __future__ import annotations

from humsit.situation.review import Because

REVIEW = "Review"
NAME_FIRST = "Type your name first: it is kept with each decision."
NOW_ONLY = "Review decides what holds now, so it works on today only."
NOTHING_LEFT = "Nothing is left to review here."
NOTHING_LEFT_NEXT = (
    "Everything that these filters show is decided, or was skipped. Take a filter off, or look at what was skipped."
)
NOT_DRAWN = "The review could not be drawn."
NOT_DRAWN_NEXT = "What you decided is kept. Reload the page; if it happens again, the log of humsit says why."

APPROVE, CORRECT, REJECT, NEXT, BACK, UNDO = "Approve", "Correct", "Reject…", "Skip", "Back", "Undo last"
TAKE_UP, TAKE_UP_MEANS = "Take up", "Colleagues see that somebody is looking into it; it comes last in every queue."
SAVE, SAVE_MEANS = "Save and approve", "Only what reads otherwise now becomes a correction."
CANCEL = "Cancel"
OTHER_FIELD = "Another field is wrong"
REASON, SHOULD_READ = "Reason", "should read"
OWN_REASON = "Another reason"
WRONG = "A key beside a field marks it wrong."
NOTHING = "nothing"
REASON_KEYS = "MDOPL"
"""Misread, said double, of another situation, a plan, not reliable: keys that mean nothing else, so that haste does no harm."""
WHY_REJECTED = "Why does it not count?"

BECAUSE: dict[Because, str] = {
    Because.CONTESTED: "Contested",
    Because.LARGE: "Large",
    Because.DIVERGENT: "Divergent",
    Because.UNCONFIRMED: "Not confirmed",
    Because.HEDGED: "Hedged",
    Because.VAGUE: "Vague words",
    Because.NO_PLACE: "No place",
    Because.NO_CLAIMANT: "No claimant",
    Because.IN_REVIEW: "In review",
}
NEVER_SEEN = "Not seen yet"
RIVALS = "What others say"
MORE = "and {n} more"


def done(done: int, total: int, rejected: int) -> str:
    """How far the review has come: "34 of 210 done, 6 rejected"."""
    return f"{done:,} of {total:,} done, {rejected:,} rejected"


def pace(an_hour: int) -> str:
    """How fast one works: "about 420 an hour"."""
    return f"about {an_hour:,} an hour"


def by(who: str) -> str:
    """Whose decisions they are."""
    return f"as {who}"
