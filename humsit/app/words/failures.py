"""What is said when something went wrong that nobody on the screen has done."""

from __future__ import annotations

HUMSIT = "humsit"
STORE_NOT_OPENED = "The store cannot be opened."
STORE_NOT_OPENED_NEXT = (
    "Check that the folder exists and can be written to, or name another store in HUMSIT_STORE, and start humsit again."
)
TRY_AGAIN = "Try again"
STORE_NOT_READ = "The store could not be read."
VIEW_NOT_DRAWN = "This view could not be drawn."
NOTHING_LOST = "Nothing was changed or lost. Reload the page; if it happens again, the log of humsit says why."
OPENING = "Opening the store …"


def answered(error: str) -> str:
    """What a store answered that cannot be opened."""
    return f"It answered: {error}."


def asked_for(store: str) -> str:
    """Which store was asked for."""
    return f"Asked for: {store}"
