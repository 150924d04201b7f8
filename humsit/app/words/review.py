"""The words of the Review view."""

from __future__ import annotations

from humsit.app.words import ACTION, STANDING
from humsit.app.words import NOTHING as NOTHING
from humsit.app.words import REVIEW as REVIEW_STATE
from humsit.app.words.buttons import CANCEL as CANCEL
from humsit.app.words.columns import REVIEW as REVIEW
from humsit.app.words.drawers import APPROVE as APPROVE
from humsit.app.words.drawers import ASK_REJECT
from humsit.app.words.drawers import CORRECT as CORRECT
from humsit.app.words.drawers import REASON as REASON
from humsit.app.words.drawers import TAKE_UP as TAKE_UP
from humsit.records import Action, Review, Standing
from humsit.situation.review import Because

NAME_FIRST = "Type your name first: it is kept with each decision."
NOW_ONLY = "Review decides what holds now, so it works on today only."
NOTHING_LEFT = "Nothing is left to review here."
NOTHING_LEFT_NEXT = (
    "Everything that these filters show is decided, or was skipped. Take a filter off, or look at what was skipped."
)
NOT_DRAWN = "The review could not be drawn."
NOT_DRAWN_NEXT = "What you decided is kept. Reload the page; if it happens again, the log of humsit says why."

REJECT, NEXT, BACK, UNDO, AGAIN = ASK_REJECT, "Skip", "Back", "Undo last", "Look at what was skipped"
TAKE_UP_MEANS = "Colleagues see that somebody is looking into it; it comes last in every queue."
SAVE, SAVE_MEANS = "Save and approve", "Only what reads otherwise now becomes a correction."
OTHER_FIELD, CHOOSE_FIELD = "Another field is wrong", "Choose a field"
WHO_OR_WHAT = "Who or what"
OWN_REASON, OWN_REASON_HINT = "Another reason", "Type it, then press Enter"
WRONG = "A key beside a field marks it wrong."
REASON_KEYS = "MDOPL"
"""Misread, said double, of another situation, a plan, not reliable: keys that mean nothing else, so that haste does no harm."""
WHY_REJECTED = "Why does it not count?"

BECAUSE: dict[Because, str] = {
    Because.CONTESTED: STANDING[Standing.CONTESTED],
    Because.LARGE: "Large",
    Because.DIVERGENT: STANDING[Standing.DIVERGENT],
    Because.UNCONFIRMED: "Not confirmed",
    Because.HEDGED: "Hedged",
    Because.VAGUE: "Vague words",
    Because.NO_PLACE: "No place",
    Because.NO_CLAIMANT: "No claimant",
    Because.IN_REVIEW: REVIEW_STATE[Review.IN_REVIEW],
}
APPROVED, CORRECTED, REJECTED = ACTION[Action.APPROVE], ACTION[Action.CORRECT], ACTION[Action.REJECT]
LEFT = "Left in review"
"""What was decided, before the figure that it was decided of."""
TAKEN_BACK, WHY_TAKEN_BACK = "Taken back", "Taken back in review"
NOT_CHANGED = "Nothing reads otherwise yet: change a field, or cancel and approve."
NEVER_SEEN = "Not seen yet"
RIVALS = "What others say"


def should_read(field: str) -> str:
    """Over the box of a field that is marked wrong."""
    return f"{field} should read"


def done(done: int, total: int, rejected: int) -> str:
    """How far the review has come: "34 of 210 done, 6 rejected"."""
    return f"{done:,} of {total:,} done, {rejected:,} rejected"


def pace(an_hour: int) -> str:
    """How fast one works: "about 420 an hour"."""
    return f"about {an_hour:,} an hour"


def by(who: str) -> str:
    """Whose decisions they are."""
    return f"as {who}"
