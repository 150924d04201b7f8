"""The words of correcting many facts at once."""

from __future__ import annotations

from humsit.app.words import count
from humsit.app.words.columns import CONDITIONS, FIELD, FIGURES, NOW, ROW, WAS
from humsit.app.words.drawers import NAME as NAME
from humsit.app.words.drawers import REASON as REASON

BULK = "Correct many at once"
BULK_MEANS = (
    "Take the sheet, change cells in a spreadsheet, save it as CSV and give it back. "
    "You see every change before anything is kept."
)
TABLE = {"figures": FIGURES, "conditions": CONDITIONS, "denials": "Denials"}
WHICH, TAKE, GIVE = "Which table", "Take the sheet (CSV)", "Give it back changed"
TAKE_MEANS = (
    "The facts under the filters, as they read now. Leave fact_id and version alone: they say which fact a row is about, and "
    "whether somebody has changed it since. Rows that you do not change can be removed. The sheet is for working here: names "
    "of private persons and confidential reports are in it as they are, so do not pass it on."
)
NO_CHANGE, NO_CHANGE_NEXT = "The file changes nothing.", "Every field in it reads so already."
NOTHING_TAKEN = "Nothing is changed yet, and nothing can be until this is put right in the file."
FOLLOWS = "follows"
COLUMN, SENTENCE, FACT, WRONG = "Column", "Sentence", "Fact", "What is wrong"
COLUMNS = (ROW, FIELD, WAS, NOW, SENTENCE, FACT)
PROBLEM_COLUMNS = (ROW, COLUMN, WRONG)
WHY = "One reason for all of them. Colleagues will read this."
UNDO_ALL = "Undo all of it"
UNDONE = "Taken back together"


def changes(changes: int, facts: int) -> str:
    """What accepting does: "Change 12 fields of 9 facts"."""
    return f"{_many(changes, 'field')} of {_many(facts, 'fact')}"


def accept(changes: int) -> str:
    """The button."""
    return f"Make {'this change' if changes == 1 else f'these {changes:,} changes'}"


def read(rows: int) -> str:
    """How long the sheet is."""
    return count(rows, "row read", "rows read")


def made(changes: int, facts: int) -> str:
    """What was kept."""
    return f"Changed: {_many(changes, 'field')} of {_many(facts, 'fact')}."


def problems(problems: int) -> str:
    """How much is wrong."""
    return f"{_many(problems, 'thing')} to put right first"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
