"""The words of the Corrections view."""

from __future__ import annotations

from humsit.app.words import counts

ASKED_LATER = "You are asked for your name at your first correction."
NONE_YET = "Nobody has corrected anything yet."
NONE_YET_NEXT = "Choose a figure in Figures, compare it with its words, and press Correct…"
LATEST, LATEST_MEANS = "Latest", "a choice of row above shows its evidence"
HOMELESS_MEANS = (
    "The newest reading no longer finds the fact that they were made on.",
    "They are kept: make them again where they still apply, or undo them.",
)


def top(rows: int) -> str:
    """How long the ledger is."""
    return f"{counts.rows(rows)} · nothing is ever overwritten"


def you_write_as(who: str) -> str:
    """Under which name decisions are kept."""
    return f"You write as {who}."


def newest_rows(shown: int, known: int) -> str:
    """Which rows of the ledger stand in the table."""
    return f"The newest {shown:,} of {known:,} rows; the file has all of them."


def no_longer_count(rows: int) -> str:
    """What undoing several rows means."""
    return f"{rows} rows will no longer count."


def for_all(figures: int) -> str:
    """That an undo holds for all figures of a decision."""
    return f"So it is for {figures} figures, which were decided on together."


def homeless(corrections: int) -> str:
    """How many corrections have lost their fact."""
    return f"{counts.corrections(corrections)} without a home"


def where(passage: str, document_id: str, start: int, end: int) -> str:
    """Which passage a correction was made on."""
    return f"“{passage}”, report {document_id}, characters {start} to {end}"
