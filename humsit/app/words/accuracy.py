"""The words of the Accuracy view."""

from __future__ import annotations

from humsit.app.words import counts
from humsit.app.words.columns import FIELD as FIELD

MEASURED_ON, KNOWN_ERRORS = "What it was measured on", "What it is known to get wrong"
BY_FIELD = "By field"
BY_MEASURE, MEASURE = "By measure", "Measure"


def top(texts: int) -> str:
    """On what it was measured."""
    return f"measured on {counts.texts(texts)} that a person has read; not on your own reports"


def source(texts: int, figures: int, conditions: int, note: str) -> str:
    """What one kind of texts holds."""
    return f"{counts.texts(texts)}, {counts.figures(figures)}, {counts.conditions(conditions)}. {note}"


def example(text: str, read: str) -> str:
    """Where the reader gets something wrong, and what it makes of it."""
    return f"“{text}” Here {read}."
