"""The words of one place's conditions over time."""

from __future__ import annotations

import datetime as dt

from humsit.app.words import count

OVER_TIME, PLACE, CONDITION = "One place over time", "Place over time", "Condition"
WHAT_HELD = "What was reported of each condition when"
NO_DAY, NO_DAY_NEXT = "None of these reports has a day.", "They cannot be laid out over time; all are in the table below."


def how_to_read(shown: int, total: int, *, weekly: bool, undated: int) -> str:
    """What the columns are, which are left out, and what a cell says."""
    what = "week" if weekly else "day"
    said = [
        f"A column is one {what}, the newest first; a cell is the newest word of that {what}: choose it to see who reports it."
    ]
    if total > shown:
        said.append(f"The newest {shown} of {total:,} {what}s; earlier reports are in the table below.")
    if undated:
        said.append(f"{count(undated, 'report')} without a day left out.")
    return " ".join(said)


def days(first: dt.date, last: dt.date, *, with_year: bool) -> str:
    """The head of a column: "3 Mar", "7–13 Mar", "28 Feb–6 Mar 2022"."""
    start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%b}"
    if first.year != last.year:
        start = f"{first.day} {first:%b} {first.year}"
    end = f"{last.day} {last:%b}"
    return (end if first == last else f"{start}–{end}") + (f" {last.year}" if with_year or first.year != last.year else "")
