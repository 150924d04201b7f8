"""The words of saved views."""

from __future__ import annotations

from humsit.app.words.drawers import NAME as _NAME

SAVED_VIEWS = "Saved views"
NONE_YET = "No view is saved yet. Set the filters, then save them under a name: every analyst here can open it."
NAME, WHO, SAVE, REMOVE = "Name of the view", _NAME, "Save this view", "Remove"
EXAMPLE = "Killed at Milltown, contested"


def about(who: str, day: str) -> str:
    """What stands beside a view when one points at it."""
    return f"Saved by {who}, {day}"


def saved(name: str) -> str:
    """What was done."""
    return f"Saved: {name}."


def removed(name: str) -> str:
    """What was done."""
    return f"Removed: {name}."
