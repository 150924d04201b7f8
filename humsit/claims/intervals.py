"""Two figures side by side: do their intervals meet, how far apart are they, do they agree?

Every threshold is a constant here, which the app shows; nothing else in humsit repeats one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from humsit.records import Figure, Number, Qualifier

ROOM_BELOW = 0.95
"""About n and nearly n reach down to this part of n."""
ROOM_ABOVE = 1.05
"""About n reaches up to this part of n; nearly n ends at n."""
SMALL_GAP = 0.10
"""Bounds whose gap is at most this part of the larger one agree."""
OPEN_FACTOR = 1.5
"""Where intervals meet only through an open end, stated numbers within this factor still agree."""
CONTEST_FACTOR = 2.0
"""Intervals that do not meet and lie this far apart contest each other, whoever the claimants are."""


class Agreement(Enum):
    """How two figures stand to each other, before it is asked who claims them."""

    AGREE = "agree"
    """They meet, or lie within `SMALL_GAP`."""
    COMPATIBLE = "compatible"
    """They meet only through an open end, too far from the stated numbers to agree: never a contest."""
    APART = "apart"
    """They do not meet."""


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure allows when it is compared: [low, high]; `said_low` and `said_high` are the numbers of the text."""

    low: float
    high: float
    said_low: float
    said_high: float

    @property
    def is_open(self) -> bool:
        """Whether it has no bound on one side."""
        return self.low == -math.inf or self.high == math.inf


def interval(figure: Figure) -> Interval:
    """The interval that a figure is compared with: nearly 500 → [475, 500]; at least 9 → [9, ∞), said as 9."""
    value = figure.value if figure.value is not None else figure.high if figure.qualifier is Qualifier.NEARLY else None
    if value is not None and figure.qualifier is Qualifier.NEARLY:
        return Interval(value * ROOM_BELOW, value, value, value)
    if value is not None and figure.qualifier is Qualifier.APPROXIMATELY:
        return Interval(value * ROOM_BELOW, value * ROOM_ABOVE, value, value)
    return _bounded(figure.low, figure.high) if figure.low is not None or figure.high is not None else _bounded(value, value)


def _bounded(low: Number | None, high: Number | None) -> Interval:
    if low is None:
        return Interval(-math.inf, high, high, high) if high is not None else Interval(-math.inf, math.inf, -math.inf, math.inf)
    return Interval(low, high, low, high) if high is not None else Interval(low, math.inf, low, low)


def agreement(one: Interval, other: Interval) -> Agreement:
    """Do they agree, merely not exclude each other, or lie apart?"""
    low, high = (one, other) if (one.low, one.high) <= (other.low, other.high) else (other, one)
    if low.high >= high.low:
        through_open_end = (one.is_open or other.is_open) and factor(one, other) > OPEN_FACTOR
        return Agreement.COMPATIBLE if through_open_end else Agreement.AGREE
    gap = high.low - low.high
    return Agreement.AGREE if gap <= SMALL_GAP * max(abs(low.high), abs(high.low)) else Agreement.APART


def factor(one: Interval, other: Interval) -> float:
    """How many times the larger number said is the smaller; of a range the bound nearer to the other. 1 where they meet."""
    if one.said_high < other.said_low:
        smaller, larger = one.said_high, other.said_low
    elif other.said_high < one.said_low:
        smaller, larger = other.said_high, one.said_low
    else:
        return 1.0
    return larger / smaller if smaller > 0 else math.inf
