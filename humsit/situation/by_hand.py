"""A figure without a text: a phone call, a meeting. The analyst's note of it is kept as a report of its own, and the figure
stands on the note's words like any other; nothing else is read from it.
"""

from __future__ import annotations

BY_HAND = "by-hand-"
"""What the ids of such notes begin with."""


def entered_by_hand(document_id: str) -> bool:
    """Whether a report is an analyst's note, and no text that somebody printed."""
    return document_id.startswith(BY_HAND)
