"""What a map draws and how degrees become pixels: bubbles, a team's own layers, the part of the world that is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from humsit.app.charts.beside import Pane, Room
from humsit.app.charts.style import BLUE, GREEN, ORANGE, VERMILLION
from humsit.gazetteer.outlines import Box, Point

HEIGHT = 540
WIDEST, TALLEST = 2.05, 0.6
"""Width through height of the widest and of the tallest map that is drawn; outlines are cut to what either shows."""
LARGEST, SMALLEST = 30.0, 4.5
"""Radius of the largest bubble and of the smallest mark, in pixels."""
FEW, CROWDED = 20, 9.0
"""Places up to which bubbles are as large as they can be, and the radius of the largest in a crowd."""
SYMBOL = {"bad": "diamond", "disputed": "square", "good": "circle", "neutral": "circle-open"}
"""Shapes that are turned by an eighth when they are drawn: squares for bad news, diamonds for what is disputed."""
TONE = {"bad": VERMILLION, "disputed": ORANGE, "good": GREEN, "neutral": BLUE}
GLYPH = {"bad": "■", "disputed": "◆", "good": "●", "neutral": "○"}


@dataclass(frozen=True, slots=True)
class Bubble:
    """A place: its claims from `low` to `high` (None: no figure), in words, and what holds there, each with its tone."""

    key: str
    name: str
    at: Point
    low: float | None = None
    high: float | None = None
    words: str = ""
    hover: tuple[str, ...] = ()
    contested: bool = False
    exact: bool = True
    conditions: tuple[tuple[str, str], ...] = ()
    faded: bool = False

    @property
    def tone(self) -> str:
        """The gravest tone of what holds there; "" for nothing."""
        tones = {tone for _, tone in self.conditions}
        return next((tone for tone in SYMBOL if tone in tones), "")


@dataclass(frozen=True, slots=True)
class Layer:
    """A team's own map: lines and named points."""

    name: str
    lines: tuple[tuple[Point, ...], ...] = ()
    points: tuple[tuple[Point, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What is shown, and how degrees become pixels."""

    box: Box

    @property
    def flat(self) -> float:
        """How much shorter a degree to the east is than one to the north, in the middle."""
        return max(math.cos(math.radians(self.box.middle[1])), 0.1)

    @property
    def clip(self) -> Box:
        """All that a map of any width shows around the box."""
        (x, y), high, wide = self.box.middle, self.box.height, self.box.width * self.flat
        across, up = max(wide, high * WIDEST) / self.flat / 2, max(high, wide / TALLEST) / 2
        return Box(x - across, max(y - up, -89.5), x + across, min(y + up, 89.5))

    def room(self, *widths: float) -> Room:
        """Where words may stand in maps of these widths."""
        scales = [min(width / (self.box.width * self.flat), HEIGHT / self.box.height) for width in widths]
        panes = (Pane(scale, width, HEIGHT) for scale, width in zip(scales, widths, strict=True))
        return Room(*self.flatly(self.box.middle), tuple(panes))

    def flatly(self, at: Point) -> Point:
        """A point as it is drawn, in degrees to the north."""
        return at[0] * self.flat, at[1]


def most_radius(bubbles: Sequence[Bubble], frame: Frame) -> float:
    """Pixels of the largest bubble: fewer where many stand close to each other."""
    many = sum(bubble.high is not None and frame.box.holds(bubble.at) for bubble in bubbles)
    return max(LARGEST * min(1.0, math.sqrt(FEW / max(many, 1))), CROWDED)


def radius(value: float | None, largest: float) -> float:
    """Pixels of a bubble: its area is in proportion to the value, but no mark is too small to be seen or pointed at.

    `largest`: the value whose bubble has the radius LARGEST.
    """
    return max(LARGEST * math.sqrt(value / largest), SMALLEST) if value and largest > 0 else SMALLEST
