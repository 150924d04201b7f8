"""How standings are worked out, in words."""

from __future__ import annotations

from humsit.app import words
from humsit.app.words.columns import CLAIMANT
from humsit.claims import CONTEST_FACTOR, OPEN_FACTOR, ROOM_ABOVE, ROOM_BELOW, SMALL_GAP
from humsit.records import Standing

_N = 1_000

THRESHOLDS = "Thresholds"
RULES: tuple[tuple[str, str], ...] = (
    *((words.STANDING[standing], words.STANDING_MEANS[standing]) for standing in Standing),
    (words.SUPERSEDED, "Its claimant has since said another figure for a later day; a fall is marked as revised down."),
    (CLAIMANT, "Who asserts a figure. However many publishers print it, it is one claim."),
    ("Order", "The graver standing first, then the wider gap between the lowest and the highest claim, then more claimants."),
    ("Decided", "An analyst may decide otherwise, with a reason; what was worked out stays beside it."),
)
NUMBERS: tuple[tuple[str, str], ...] = (
    (f"{SMALL_GAP:.0%}", "Intervals that do not meet still agree if their gap is at most this part of the larger bound."),
    (
        f"{CONTEST_FACTOR:g} times",
        "Claims that do not meet and lie at least this far apart contest each other, whoever makes them.",
    ),
    (
        f"{OPEN_FACTOR:g} times",
        "Where claims meet only because one is open (“at least 9”), the numbers said agree within this factor.",
    ),
    (
        f"{1 - ROOM_BELOW:.0%}",
        f"About {_N:,} is compared as {_N * ROOM_BELOW:,.0f} to {_N * ROOM_ABOVE:,.0f}, "
        f"nearly {_N:,} as {_N * ROOM_BELOW:,.0f} to {_N:,}.",
    ),
)
"""Each threshold as it is used, and what it decides."""
