"""The words of reading a report: the list of reports, the text with its marked passages, and walking through them."""

from __future__ import annotations

from humsit.app.words import count

FIND, FIND_HINT = "Find reports", "Words of the title, the publisher or the text"
NO_REPORT, NO_REPORT_NEXT = "There is no report yet.", "Paste one above, or upload it. Nothing leaves this machine."
NONE_FOUND = "No report holds these words."
NONE_FOUND_NEXT = "Take a word out, or clear what you look for: a report must hold each word, in its title, publisher or text."
READ_IN = "Read it in Documents"
FOUND_HERE, FOUND_IN_PART = "Read in this report", "Read in this part"
NOTHING_HERE = "No figure and no condition was found. Select the words of one to add it."
NOTHING_IN_PART = "Nothing was found in this part of the report."
WHERE_TO_ADD = "Select the words of a figure that is not marked to add it."
CHOOSE = "Choose a marked passage for its evidence. On the keyboard: arrows walk from one to the next, Enter opens it."
PART_TOO_LONG = "The preview shows the beginning. All of it was read."
READING = "Reading …"
GONE, GONE_NEXT = "This report is not there, or was not known yet on the day you look at.", "Choose another one in the list."
PREVIOUS, NEXT = "Previous", "Next"
PREVIOUS_PART, NEXT_PART = "Previous part", "Next part"
TEXT_OF_THE_REPORT = "The report as printed"
SELECTED, ADD_AS_FIGURE = "Selected:", "Add as a figure…"
ADD_BY_TYPING = "Add a missing figure by typing its words"
TYPED_WORDS, OCCURRENCE = "The number's words, exactly as printed", "Which occurrence"
NOT_SO_OFTEN, NOT_SO_OFTEN_NEXT = "These words do not stand in the report so often.", "Check the spelling, or the occurrence."
LEGEND = {"figure": "figure", "condition": "condition", "denial": "denial"}


def described(printed: str, figures: int, conditions: int) -> str:
    """Where and when a report was printed, and how much was read in it."""
    return f"{printed}. {count(figures, 'figure')}, {count(conditions, 'condition')}."


def more_marked(facts: int) -> str:
    """How many facts the list beside the text leaves out."""
    return f"and {facts:,} more, marked in the text"


def part(number: int, parts: int, start: int, end: int, total: int) -> str:
    """Which stretch of a long report is shown."""
    return f"Part {number} of {parts}: characters {start + 1:,} to {end:,} of {total:,}."


def listed(first: int, last: int, total: int) -> str:
    """Which rows of the list are shown."""
    return f"{first:,} to {last:,} of {total:,}, newest first."
