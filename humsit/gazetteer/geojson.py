"""A team's own map: GeoJSON (RFC 7946) read with suspicion. What is wrong is told in one sentence, and then nothing is drawn."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from humsit.gazetteer.outlines import Point
from humsit.records import WrongValue

MOST_BYTES = 5_000_000
MOST_POINTS = 50_000
MOST_FEATURES = 5_000
LONGEST_NAME = 80
_NAMES = ("name", "NAME", "Name", "name_en", "ADM2_EN", "ADM1_EN", "adm2_name", "adm1_name", "shapeName", "title")
"""Properties that hold a feature's name in the files that are passed around, the first one that is there."""


@dataclass(frozen=True)
class OwnMap:
    """What a file draws: lines (of polygons too) and points with their names."""

    lines: tuple[tuple[Point, ...], ...] = ()
    points: tuple[tuple[Point, str], ...] = ()
    features: int = 0


def read_geojson(content: bytes) -> OwnMap:
    """The lines and points of a GeoJSON file. WrongValue with one sentence where it is none, or too large to be drawn."""
    if len(content) > MOST_BYTES:
        raise WrongValue(f"The file is larger than {MOST_BYTES // 1_000_000} MB: simplify its shapes, or cut it to the region.")
    try:
        read = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as reason:
        raise WrongValue("The file is not UTF-8 text, as GeoJSON must be: export it again as GeoJSON.") from reason
    except (ValueError, RecursionError) as reason:
        raise WrongValue("The file is not JSON, or ends in the middle: export it again as GeoJSON.") from reason
    features = list(_features(read))
    if len(features) > MOST_FEATURES:
        raise WrongValue(f"The file has more than {MOST_FEATURES:,} features: cut it to the region.")
    lines: list[tuple[Point, ...]] = []
    points: list[tuple[Point, str]] = []
    for number, (geometry, properties) in enumerate(features, 1):
        _take(geometry, _name(properties), number, lines, points)
        if sum(map(len, lines)) + len(points) > MOST_POINTS:
            raise WrongValue(f"The file has more than {MOST_POINTS:,} points: simplify its shapes before adding it.")
    if not lines and not points:
        raise WrongValue("The file holds no shapes: nothing would be drawn.")
    return OwnMap(tuple(lines), tuple(points), len(features))


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _features(read: Any) -> Iterator[tuple[Any, Any]]:
    kind = read.get("type") if isinstance(read, dict) else None
    if kind == "Topology":
        raise WrongValue("The file is TopoJSON: export it as GeoJSON.")
    if kind == "FeatureCollection" and isinstance(read.get("features"), list):
        for number, feature in enumerate(read["features"], 1):
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise WrongValue(f"Number {number} of the features is none: export the file again as GeoJSON.")
            yield from _features(feature)
    elif kind == "Feature":
        if read.get("geometry") is not None:
            yield read["geometry"], read.get("properties")
    elif kind in _DEPTH or kind == "GeometryCollection":
        yield read, None
    else:
        raise WrongValue("The file is JSON, but no GeoJSON: it needs a FeatureCollection, a Feature or a geometry.")


_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""Kind of geometry → how many lists stand around a position."""


def _take(geometry: Any, name: str, number: int, lines: list[tuple[Point, ...]], points: list[tuple[Point, str]]) -> None:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        for part in geometry["geometries"]:
            if isinstance(part, dict) and part.get("type") == "GeometryCollection":
                raise WrongValue(f"Feature {number} holds a collection within a collection: export it as plain shapes.")
            _take(part, name, number, lines, points)
        return
    if kind not in _DEPTH:
        raise WrongValue(f"Feature {number} is no shape that GeoJSON knows: export it again.")
    depth = _DEPTH[kind]
    if depth == 0 or kind == "MultiPoint":
        points += [(at, name) for at in _flat(geometry.get("coordinates"), depth, number)]
    else:
        lines += [tuple(_flat(line, 1, number)) for line in _parts(geometry.get("coordinates"), depth - 1, number)]


def _parts(nested: Any, depth: int, number: int) -> Iterator[Any]:
    if depth == 0:
        yield nested
    elif isinstance(nested, list):
        for part in nested:
            yield from _parts(part, depth - 1, number)
    else:
        raise WrongValue(f"Feature {number} has broken coordinates: export it again.")


def _flat(nested: Any, depth: int, number: int) -> Iterator[Point]:
    for position in _parts(nested, depth, number):
        yield _position(position, number)


def _position(position: Any, number: int) -> Point:
    if not (
        isinstance(position, list)
        and len(position) >= 2
        and all(isinstance(part, int | float) and not isinstance(part, bool) and math.isfinite(part) for part in position[:2])
    ):
        raise WrongValue(f"Feature {number} has broken coordinates: export it again.")
    east, north = float(position[0]), float(position[1])
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise WrongValue(f"Feature {number} is not in degrees of longitude and latitude: export it in WGS 84 (EPSG:4326).")
    return round(east, 4), round(north, 4)


def _name(properties: Any) -> str:
    if not isinstance(properties, dict):
        return ""
    said = next((properties[key] for key in _NAMES if isinstance(properties.get(key), str)), "")
    return " ".join(said.split())[:LONGEST_NAME]
