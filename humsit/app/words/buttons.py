"""What stands on buttons and links that more than one part of the dashboard has."""

from __future__ import annotations

CLOSE, CANCEL, CLEAR = "Close", "Cancel", "Clear"
CLEAR_FILTERS = "Clear filters"
ADD_REPORT = "Add a report"
UNDO, REDO, DECIDE, JUDGE = "Undo…", "Redo…", "Decide…", "Judge…"
EVIDENCE = "Evidence"
CSV = "CSV"


def evidence_of(*said: str) -> str:
    """The button that leads to the evidence of one figure: "Evidence: Russia, nearly 500"."""
    return f"{EVIDENCE}: {', '.join(said)}"
