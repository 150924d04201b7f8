"""The words of the Conditions view."""

from __future__ import annotations

from humsit.app import words
from humsit.app.words import counts

EVERY_REPORT = "Every report of a condition"
MATRIX = "What holds at which place"
TONE = {words.BAD: "bad news", words.GOOD: "good news", words.NEUTRAL: "neither", words.DISPUTED: "disputed"}
SILENT_MEANS = f"{words.NO_REPORT}: nobody says how it is"
WORST_FIRST = "Places with most conditions first."
HOW_TO_READ = "The newest word on each condition: choose a cell to see who reports it."


def top(places: int, reports: int) -> str:
    """How much is reported."""
    return f"{counts.places(places)} · {counts.reports(reports)}"


def of_places(shown: int, known: int) -> str:
    """Which places stand in the matrix."""
    return f"{of_most(shown, known)}; all are in the table below."


def of_most(shown: int, known: int) -> str:
    """Which places are shown, of how many."""
    return f"The {shown} places with most conditions of {known:,}"
