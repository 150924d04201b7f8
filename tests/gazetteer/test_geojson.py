"""A team's own map: what is drawn of it, and the sentence that tells what is wrong with it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from humsit.gazetteer.geojson import MOST_BYTES, MOST_POINTS, read_geojson
from humsit.records import WrongValue

RING = [[36, 50], [37, 50], [37, 51], [36, 50]]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def packed(*features: dict[str, Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_polygons_lines_and_named_points_are_drawn() -> None:
    read = read_geojson(
        packed(
            feature("MultiPolygon", [[RING, RING], [RING]]),
            feature("LineString", RING[:2]),
            feature("Point", [36.5, 50.25, 120], name="Camp\n 3"),
        )
    )
    assert len(read.lines) == 4
    assert read.lines[0][:2] == ((36, 50), (37, 50))
    assert read.points == (((36.5, 50.25), "Camp 3"),)
    assert read.features == 3


@pytest.mark.parametrize(
    "content", [json.dumps(feature("Polygon", [RING])), json.dumps({"type": "Polygon", "coordinates": [RING]})]
)
def test_a_lone_feature_and_a_bare_shape_are_geojson_too(content: str) -> None:
    assert len(read_geojson(b"\xef\xbb\xbf" + content.encode()).lines) == 1


def test_a_feature_without_a_place_is_left_out() -> None:
    nowhere = {"type": "Feature", "properties": {}, "geometry": None}
    assert read_geojson(packed(nowhere, feature("Point", [1, 2]))).features == 1


def test_a_collection_of_shapes_is_drawn_whole() -> None:
    both = {
        "type": "GeometryCollection",
        "geometries": [{"type": "Point", "coordinates": [1, 2]}, {"type": "Polygon", "coordinates": [RING]}],
    }
    read = read_geojson(json.dumps(both).encode())
    assert (len(read.lines), len(read.points)) == (1, 1)


BROKEN = {
    "ends in the middle": (packed(feature("Polygon", [RING]))[:-9], "not JSON"),
    "no text": (b"\xff\xfe\x00\x00\xd8", "UTF-8"),
    "a shapefile": (b"PK\x03\x04\x14\x00", "not JSON"),
    "plain JSON": (b'{"rows": []}', "no GeoJSON"),
    "a list": (b"[1, 2]", "no GeoJSON"),
    "TopoJSON": (b'{"type": "Topology"}', "TopoJSON"),
    "nothing in it": (packed(), "no shapes"),
    "metres": (packed(feature("Point", [4187000.5, 6131000.0])), "WGS 84"),
    "a word for a number": (packed(feature("Point", ["36", 50])), "broken coordinates"),
    "not a number": (b'{"type": "Point", "coordinates": [NaN, 1]}', "not JSON"),
    "infinite": (b'{"type": "Point", "coordinates": [1e999, 1]}', "broken coordinates"),
    "half a point": (packed(feature("Point", [36])), "broken coordinates"),
    "a flat polygon": (packed(feature("Polygon", RING)), "broken coordinates"),
    "an unknown shape": (packed(feature("Circle", [1, 2])), "no shape"),
    "a collection for a feature": (packed({"type": "FeatureCollection", "features": []}), "features is none"),
    "nested without end": (b'{"type":"GeometryCollection","geometries":[' * 3000, "not JSON"),
    "very many points": (packed(feature("LineString", [[1, 2]] * (MOST_POINTS + 1))), "more than 50,000 points"),
    "very large": (b" " * (MOST_BYTES + 1), "larger than 5 MB"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_in_one_sentence(name: str) -> None:
    content, said = BROKEN[name]
    with pytest.raises(WrongValue, match=said) as told:
        read_geojson(content)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
