"""Where names may stand beside the marks of a map: next to their mark, over no other mark or name, on a phone and on a desk.

The server does not know how wide a map is drawn. So a name is placed where it fits at the narrowest and at the widest scale;
where there is no such place the mark stays without a name and says it when pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from humsit.app.charts.labels import text_width

LINE, GAP = 15, 3
"""Pixels: height of a line of words, gap between a mark and its words."""
CROSSING = 3
"""Pixels by which two boxes may overlap, for letters do not fill their box."""

Side = Literal["right", "left", "above", "below"]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the map: `x` and `y` in degrees as flat as they are drawn, `reach` its radius in pixels, `lines` its words."""

    x: float
    y: float
    reach: float
    lines: tuple[str, ...] = ()
    size: float = 12
    solid: bool = True
    """Whether no words may stand on it."""

    @property
    def width(self) -> float:
        """Pixels of its longest line."""
        return max((text_width(line, self.size, bold=True) for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """Pixels of its lines."""
        return LINE * len(self.lines)

    def disc(self, scale: float) -> Rectangle:
        """Left, top, right and bottom of the mark itself, at so many pixels a degree."""
        x, y = self.x * scale, -self.y * scale
        return x - self.reach, y - self.reach, x + self.reach, y + self.reach

    def words(self, side: Side, scale: float) -> Rectangle:
        """The same of its words."""
        x, y = self.x * scale, -self.y * scale
        left = {"right": self.reach + GAP, "left": -self.reach - GAP - self.width}.get(side, -self.width / 2)
        top = {"above": -self.reach - GAP - self.height, "below": self.reach + GAP}.get(side, -self.height / 2)
        return x + left, y + top, x + left + self.width, y + top + self.height


class Pane(NamedTuple):
    """A map as it is drawn somewhere: pixels a degree, and its width and height in pixels."""

    scale: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Room:
    """Where words may stand: around the middle, in degrees as flat as they are drawn, in every pane."""

    x: float
    y: float
    panes: tuple[Pane, ...]

    def holds(self, words: Rectangle, pane: Pane) -> bool:
        """Whether words stand wholly in a pane."""
        left, top = self.x * pane.scale - pane.width / 2, -self.y * pane.scale - pane.height / 2
        across = words[0] >= left and words[2] <= left + pane.width
        return across and words[1] >= top and words[3] <= top + pane.height


def sides(marks: Sequence[Mark], room: Room, *, most: int, fixed: Mapping[int, Side] | None = None) -> dict[int, Side]:
    """Which marks get their words, and on which side; `fixed` have theirs already, then the first come first."""
    found = dict(fixed or {})
    taken = {pane: [marks[number].words(side, pane.scale) for number, side in found.items()] for pane in room.panes}
    for number, mark in enumerate(marks):
        if number in found or len(found) >= most:
            continue
        side = next((side for side in _sides_of(mark) if _fits(number, side, marks, room, taken)), None)
        if side:
            found[number] = side
            for pane in room.panes:
                taken[pane].append(mark.words(side, pane.scale))
    return found


def _sides_of(mark: Mark) -> Iterator[Side]:
    if mark.lines:
        yield from ("right", "left", "below", "above")


def _fits(number: int, side: Side, marks: Sequence[Mark], room: Room, taken: Mapping[Pane, Sequence[Rectangle]]) -> bool:
    for pane in room.panes:
        own = marks[number].words(side, pane.scale)
        if not room.holds(own, pane) or any(_cross(own, other) for other in taken[pane]):
            return False
        if any(_cross(own, mark.disc(pane.scale)) for at, mark in enumerate(marks) if at != number and mark.solid):
            return False
    return True


def _cross(one: Rectangle, other: Rectangle) -> bool:
    return (
        one[0] + CROSSING < other[2]
        and other[0] + CROSSING < one[2]
        and one[1] + CROSSING < other[3]
        and other[1] + CROSSING < one[3]
    )
