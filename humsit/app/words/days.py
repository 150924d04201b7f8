"""The words of days and moments, and of a day of the past."""

from __future__ import annotations

from humsit.app.words import count


def moment(day: str, time: str) -> str:
    """A moment: "3 March 2022, 14:02 UTC"."""
    return f"{day}, {time} UTC"


def undated_left_out(reports: int) -> str:
    """What is not shown of a day of the past by what had been published."""
    return f"{count(reports, 'report')} without a day of publication left out."
