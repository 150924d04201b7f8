"""The words of deciding about a question."""

from __future__ import annotations

from humsit.app import words
from humsit.app.words import evidence

WHAT, HOW_IT_STANDS = "What to decide", evidence.HOW_IT_STANDS
CHANGED_MEANWHILE = "This question has changed since you opened it: it is shown as it stands now. Look again, then save."
JOIN_WITH, JOIN_HINT = "Join with", "Type a place, a claimant or a number"
NONE_TO_JOIN = "No other question counts the same in the same unit, so there is none to join it with."
CHOOSE_QUESTION = "Choose the question to join it with."
TAKE_OUT, TAKE_OUT_HINT = "Figures to take out", "Choose figures"
NONE_TO_TAKE_OUT = "It has one figure only, so there is nothing to take out."
CHOOSE_FIGURE = "Choose at least one figure."


def as_worked_out(standing: str) -> str:
    """The choice that takes a decision back; `standing`: its word."""
    return f"{words.AS_WORKED_OUT} ({standing.lower()})"


def worked_out(standing: str) -> str:
    """How a question stands on which nobody has decided."""
    return f"{words.WORKED_OUT}: {standing.lower()}."


def offered(most: int) -> str:
    """Which questions are offered where there are too many."""
    return f"Offered are the questions of this place, then the {most:,} on which most depends."
