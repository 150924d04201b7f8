"""The words of the Figures view."""

from __future__ import annotations

from humsit.app.words import counts


def top(figures: int) -> str:
    """How many there are, and what can be done."""
    return f"{counts.figures(figures)} · choose a cell to see its evidence"
