"""The table's settlements as points of a map: the largest ones of a box, and the middle of a first-level area."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from humsit import home
from humsit.gazetteer.outlines import Box, Point
from humsit.gazetteer.table import PLACES, Spot, unpacked

LEAST_INHABITANTS = 20_000
"""Smaller settlements are no landmarks of any map that is drawn here."""


@dataclass(frozen=True, slots=True)
class Settlements:
    """What the table says of settlements, for maps: `landmarks` are towns, the largest first; `middles` those of areas."""

    landmarks: tuple[Spot, ...]
    middles: dict[tuple[str, str], Point]

    def landmarks_in(self, box: Box, most: int) -> list[Spot]:
        """The largest towns in the box."""
        found: list[Spot] = []
        for spot in self.landmarks:
            if len(found) == most:
                break
            if spot.longitude is not None and spot.latitude is not None and box.holds((spot.longitude, spot.latitude)):
                found.append(spot)
        return found

    def middle_of(self, country: str, area: str) -> Point | None:
        """The middle of an area's towns, weighted by their inhabitants (east and north); None where none is listed."""
        return self.middles.get((country, area))


@lru_cache(1)
def load_settlements() -> Settlements:
    """The settlements of the table that came with humsit, looked through on first use (some tenths of a second)."""
    towns: list[Spot] = []
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for spot, east, north in _settlements():
        if spot.inhabitants >= LEAST_INHABITANTS:
            towns.append(spot)
        if spot.area:
            _add(sums[spot.country, spot.area], east, north, max(spot.inhabitants, 1))
    towns.sort(key=lambda spot: (-spot.inhabitants, spot.country, spot.name))
    return Settlements(tuple(towns), {area: _middle(of) for area, of in sums.items()})


def _settlements() -> Iterator[tuple[Spot, float, float]]:
    lines = unpacked(home.gazetteer_folder() / PLACES).decode().splitlines()[1:]
    for name, kind, country, area, north, east, inhabitants in csv.reader(lines):
        if north:
            yield Spot(name, kind, country, area, float(north), float(east), int(inhabitants)), float(east), float(north)


def _add(sums: list[float], east: float, north: float, weight: int) -> None:
    """As points of the globe, so that an area on both sides of the date line has its middle there."""
    across, up = math.radians(east), math.radians(north)
    sums[0] += weight * math.cos(up) * math.cos(across)
    sums[1] += weight * math.cos(up) * math.sin(across)
    sums[2] += weight * math.sin(up)


def _middle(sums: list[float]) -> Point:
    x, y, z = sums
    return round(math.degrees(math.atan2(y, x)), 3), round(math.degrees(math.atan2(z, math.hypot(x, y))), 3)
