"""Where words may stand beside the marks of a chart: a handful that never overlap and never leave the panel, at any width.

The server does not know how wide a panel is drawn. So a label is placed only where it fits at the narrowest width and at
wider ones too; where there is no such place the mark stays without words and says them when pointed at.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

WIDTHS = (230, 420, 1000)
"""Pixels between the ends of the axis for which a place must hold: on a phone, in half a desktop, in a whole one."""
LINE, GAP, MARK = 17, 7, 6
"""Pixels: height of a line of words, gap between words and their mark, radius of a mark."""
_WIDE = frozenset("WF")

Across = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that wants words: `x` from 0 to 1 along the axis, `y` in pixels from the top; `lift` is room for its arrow."""

    x: float
    y: float
    width: float
    height: float
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a spot's words stand: which of their edges is at the mark, shifted by so many pixels, above it or below."""

    spot: Spot
    across: Across
    above: bool

    @property
    def shift(self) -> float:
        """Pixels to the right."""
        return {"left": -MARK, "center": 0, "right": MARK}[self.across]

    @property
    def rise(self) -> float:
        """Pixels upwards, from the mark to the nearest edge of the words."""
        return GAP + self.spot.lift if self.above else -GAP

    def box(self, width: float) -> Box:
        """Left, top, right and bottom in an axis that is `width` wide."""
        begin = {"left": 0.0, "center": -0.5, "right": -1.0}[self.across] * self.spot.width
        left = self.spot.x * width + self.shift + begin
        top = self.spot.y - self.rise - (self.spot.height if self.above else 0)
        return left, top, left + self.spot.width, top + self.spot.height


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is drawn at most, in pixels; letters of East Asian scripts are twice as wide."""
    letters = sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in text)
    return letters * size * (0.55 if bold else 0.5)


def place(spots: Sequence[Spot], marks: Sequence[tuple[float, float]], *, floor: float, ceiling: float) -> dict[int, Placed]:
    """Which of the spots get words and where; the first come first, and the very first may cover other marks.

    `marks`: all marks of the chart, as x from 0 to 1 and y in pixels. `ceiling` and `floor`: the highest and the lowest pixel.
    """
    found: dict[int, Placed] = {}
    for number, spot in enumerate(spots):
        free = [
            one
            for one in _tries(spot)
            if _inside(one, floor, ceiling) and not any(_overlap(one, other) for other in found.values())
        ]
        clear = next((one for one in free if not _covers(one, marks)), None)
        chosen = clear or (free[0] if free and number == 0 else None)
        if chosen:
            found[number] = chosen
    return found


def _tries(spot: Spot) -> Iterator[Placed]:
    outwards: tuple[Across, ...] = ("right", "center", "left") if spot.x >= 0.5 else ("left", "center", "right")
    for above, across in product((True, False), outwards):
        yield Placed(spot, across, above)


def _inside(one: Placed, floor: float, ceiling: float) -> bool:
    boxes = [(width, one.box(width)) for width in WIDTHS]
    return all(left >= 0 and right <= width and ceiling <= top and bottom <= floor for width, (left, top, right, bottom) in boxes)


def _overlap(one: Placed, other: Placed) -> bool:
    return any(_cross(one.box(width), other.box(width)) for width in WIDTHS)


def _cross(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(one: Placed, marks: Sequence[tuple[float, float]]) -> bool:
    for width in WIDTHS:
        left, top, right, bottom = one.box(width)
        for x, y in marks:
            if left - MARK < x * width < right + MARK and top - MARK < y < bottom + MARK:
                return True
    return False
