"""Outlines of countries as lines on a plain map: `data/gazetteer/outlines.json.gz`, which `build_outlines.py` makes.

Neighbours share their border's line, so that it stays one line however coarsely it is drawn. Source: Natural Earth (public
domain). Boundaries shown do not imply endorsement.
"""

from __future__ import annotations

import gzip
import json
import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from humsit import home
from humsit.records import HumsitError

OUTLINES = "outlines.json.gz"
UNITS = 100
"""Units of the file in a degree: about 1 km at the equator."""
FULL_TURN = 360

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Line = tuple["array[int]", "array[int]"]
"""A line's longitudes and latitudes, in units of the file."""


class Box(NamedTuple):
    """A part of the map, in degrees; `east` may lie beyond 180 where it holds the date line."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> Point:
        """Its middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @property
    def width(self) -> float:
        """Degrees from west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Degrees from south to north."""
        return self.north - self.south

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it or on its edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return self.west <= other.east and other.west <= self.east and self.south <= other.north and other.south <= self.north

    def moved(self, degrees: float) -> Box:
        """The same box so many degrees further east."""
        return Box(self.west + degrees, self.south, self.east + degrees, self.north)


WORLD = Box(-180, -90, 180, 90)


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line: the numbers of its lines, ~n for line n from its end; `box` is what it lies in."""

    lines: tuple[int, ...]
    box: Box
    crosses: bool = False
    """Whether it leaves the map at one side and comes back at the other."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the map. `code`: ISO 3166 alpha-3, "" where it has none; `at`: a point well inside its largest part."""

    name: str
    code: str
    at: Point
    rings: tuple[Ring, ...]


class Outlines:
    """All countries, ready to be drawn in any part of the map and as fine as wanted."""

    def __init__(self, read: dict[str, Any]) -> None:
        self._lines = [unfolded(line) for line in read["lines"]]
        boxes = [_box_of(line) for line in self._lines]
        self.countries = tuple(
            Country(
                row["name"], row["code"], tuple(row["at"]), tuple(_ring(numbers, self._lines, boxes) for numbers in row["rings"])
            )
            for row in read["countries"]
        )
        self.by_code = {country.code: country for country in self.countries if country.code}
        self._at_step = lru_cache(8)(self._thinned)

    def within(self, box: Box, step: float) -> Iterator[tuple[Country, list[Point]]]:
        """The outlines in the box, cut at its edge, with points not closer than `step` degrees; each with its country."""
        thinned = self._at_step(_power_of_two(step))
        for country in self.countries:
            for turn in (-FULL_TURN, 0, FULL_TURN):
                there = box.moved(-turn)
                for ring in country.rings:
                    if ring.box.meets(there) and max(ring.box.width, ring.box.height) >= 2 * step:
                        cut = clipped(_points(ring, thinned), there)
                        if len(cut) > 2:
                            yield country, [(x + turn, y) for x, y in cut]

    def _thinned(self, step: float) -> list[Line]:
        return [thinned(line, step) for line in self._lines]


def unfolded(numbers: Sequence[int]) -> Line:
    """A line out of the file: its first point, then from each point to the next."""
    return array("h", accumulate(numbers[::2])), array("h", accumulate(numbers[1::2]))


def thinned(line: Line, step: float) -> Line:
    """The line without points that are closer than `step` degrees to the one kept before; its two ends stay."""
    least, last = (step * UNITS) ** 2, len(line[0]) - 1
    xs, ys = array("h", line[0][:1]), array("h", line[1][:1])
    for number in range(1, last):
        x, y = line[0][number], line[1][number]
        if (x - xs[-1]) ** 2 + (y - ys[-1]) ** 2 >= least:
            xs.append(x)
            ys.append(y)
    if last > 0:
        xs.append(line[0][last])
        ys.append(line[1][last])
    return xs, ys


def thinned_points(points: Sequence[Point], step: float) -> list[Point]:
    """The same of points in degrees."""
    kept = list(points[:1])
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) >= step:
            kept.append(point)
    return kept + list(points[1:][-1:])


def around(points: Iterable[Point]) -> Box:
    """The smallest box that holds the points, of which there is at least one."""
    lying = list(points)
    xs, ys = [x for x, _ in lying], [y for _, y in lying]
    return Box(min(xs), min(ys), max(xs), max(ys))


def clipped(points: Sequence[Point], box: Box) -> list[Point]:
    """The part of a closed line's inside that lies in the box, as a closed line; empty where there is none."""
    kept = list(points)
    for axis, bound, above in ((0, box.west, True), (0, box.east, False), (1, box.south, True), (1, box.north, False)):
        kept = _cut(kept, axis, bound, above)
    return [*kept, kept[0]] if kept and kept[0] != kept[-1] else kept


def _cut(points: Sequence[Point], axis: int, bound: float, above: bool) -> list[Point]:
    """One edge of the box (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        was, is_in = ((one[axis] >= bound) if above else (one[axis] <= bound) for one in (before, point))
        if was != is_in:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            across = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((bound, across) if axis == 0 else (across, bound))
        if is_in:
            kept.append(point)
    return kept


def fitting(points: Iterable[Point], *, least: float, room: float = 0.18) -> Box:
    """The box around the points with some room, at least so many degrees high; the world where there are none.

    Points on both sides of the date line lie beside each other in it, the western ones beyond 180.
    """
    lying = list(points)
    if not lying:
        return WORLD
    xs = unwrapped([x for x, _ in lying])
    ys = [y for _, y in lying]
    (west, east), (south, north) = (min(xs), max(xs)), (min(ys), max(ys))
    flat = math.cos(math.radians((south + north) / 2)) or 1.0
    high = max(north - south, least) * (1 + 2 * room)
    wide = max(east - west, least / flat) * (1 + 2 * room)
    across, up = (west + east) / 2, (south + north) / 2
    return Box(across - wide / 2, max(-90, up - high / 2), across + wide / 2, min(90, up + high / 2))


def unwrapped(longitudes: Sequence[float]) -> list[float]:
    """The longitudes as they lie closest together: those west of Greenwich a full turn further where that is shorter."""
    turned = [x + FULL_TURN if x < 0 else x for x in longitudes]
    as_they_are = list(longitudes)
    return turned if turned and max(turned) - min(turned) < max(as_they_are) - min(as_they_are) else as_they_are


def _points(ring: Ring, lines: Sequence[Line]) -> list[Point]:
    points: list[Point] = []
    for number in ring.lines:
        xs, ys = lines[number if number >= 0 else ~number]
        line = [(x / UNITS, y / UNITS) for x, y in zip(xs, ys, strict=True)]
        points += (line if number >= 0 else line[::-1])[1 if points else 0 :]
    return across_the_date_line(points) if ring.crosses else points


def across_the_date_line(points: Sequence[Point]) -> list[Point]:
    """A closed line that leaves the map at one side and comes back at the other, in one piece beyond 180 degrees.

    One that goes around a pole is closed along it.
    """
    turned: list[Point] = list(points[:1])
    for x, y in points[1:]:
        before = turned[-1][0]
        turned.append((x + FULL_TURN * round((before - x) / FULL_TURN), y))
    (first, _), (last, y) = turned[0], turned[-1]
    pole = math.copysign(90, y)
    return turned + ([(last, pole), (first, pole), turned[0]] if abs(last - first) > FULL_TURN / 2 else [])


def _ring(numbers: Sequence[int], lines: Sequence[Line], boxes: Sequence[Box]) -> Ring:
    of = [boxes[number if number >= 0 else ~number] for number in numbers]
    box = Box(min(b.west for b in of), min(b.south for b in of), max(b.east for b in of), max(b.north for b in of))
    crosses = box.width > FULL_TURN / 2
    ring = Ring(tuple(numbers), box, crosses)
    return Ring(ring.lines, around(_points(ring, lines)), crosses) if crosses else ring


def _box_of(line: Line) -> Box:
    xs, ys = line
    return Box(min(xs) / UNITS, min(ys) / UNITS, max(xs) / UNITS, max(ys) / UNITS)


def _power_of_two(step: float) -> float:
    """The step that is kept at hand: the nearest power of two of a unit."""
    return math.ldexp(1, round(math.log2(max(step * UNITS, 1)))) / UNITS


def outlines_file() -> Path:
    """The file that came with humsit."""
    return home.gazetteer_folder() / OUTLINES


@lru_cache(1)
def load_outlines() -> Outlines:
    """The outlines that came with humsit, unpacked on first use. HumsitError where they cannot be read."""
    try:
        return Outlines(json.loads(gzip.decompress(outlines_file().read_bytes())))
    except (OSError, EOFError, ValueError) as reason:
        raise HumsitError(f"The outlines of countries cannot be read ({reason}): install humsit again.") from reason
