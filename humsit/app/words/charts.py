"""The words in charts and around them: where their figures come from, what is drawn, what a mark says when pointed at."""

from __future__ import annotations

from humsit.app import words

SOURCE = "Source: "
DOWNLOAD_CHART = {kind: f"Download this chart as {kind.upper()}" for kind in ("png", "svg")}
"""What those hear who cannot see the buttons on a chart."""
CONTESTED = words.CONTESTED.lower()
OWN_SCALE = "each panel has its own scale, from 0"
DENIES_ANY, NO_NUMBER = "denies any", "no number"
REPLACED_SINCE, REVISED_DOWN = "replaced since", "revised down"
"""What is said of a figure whose claimant says another one by now, and of one that is below the one before it."""


def without_article(name: str) -> str:
    """Who says so where letters are few: "The mayor" as "mayor"."""
    return name.removeprefix("The ").removeprefix("the ")


def table_of(counted: str) -> str:
    """What unfolds into the same as a table; `counted`: how much is in it."""
    return f"Table: {counted}"


def over_time(what: str) -> str:
    """What a screen reader is told first of a chart over time."""
    return f"{what} over time."


def largest_drawn(shown: int, known: int) -> str:
    """How much of it is drawn."""
    return f"The {shown} largest of {known:,} are drawn; all are in {words.FIGURES}. "


def not_drawn(counted: str) -> str:
    """How much is left out: "3 more figures not drawn."."""
    return f"{counted} not drawn. "


def without_a_day(counted: str) -> str:
    """How much cannot stand on an axis of days."""
    return f"{counted} without a day not drawn. "


def undated(figures: str) -> str:
    """Which figures cannot stand on an axis of days."""
    return f"Without a date and not drawn: {figures}. "


def other_units(number: int, units: list[str]) -> str:
    """How much is counted in units that stand in no chart."""
    return f"{number:,} counted in {' and '.join(units)}: in {words.FIGURES}. "


def from_to(lowest: str, highest: str) -> str:
    """From the lowest to the highest: "500 to 9,000"."""
    return f"{lowest} to {highest}"
