"""Outlines: decoding, clipping, thinning, and what the committed file holds."""

from __future__ import annotations

import gzip
import json
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humsit import home
from humsit.gazetteer.build_outlines import build
from humsit.gazetteer.outlines import OUTLINES, WORLD, Box, Outlines, clipped, fitting, load_outlines, thinned_points, unwrapped
from humsit.gazetteer.settlements import load_settlements
from humsit.records import HumsitError

# Two squares that share the line between them, quantized as TopoJSON is: scale 0.1, from (10, 40).
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [10, 40]},
    "arcs": [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 0], [10, 0], [0, 10], [-10, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "id": "001", "properties": {"name": "Westland"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "Eastland"}},
            ]
        }
    },
}
SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]


def area(points: list[tuple[float, float]]) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True))) / 2


@pytest.fixture
def two() -> Outlines:
    return Outlines(json.loads(build(TOPOLOGY, {1: "WES"})))


def test_decoded_countries_have_their_corners_their_code_and_a_point_inside(two: Outlines) -> None:
    rings = {country.name: points for country, points in two.within(WORLD, 0.01)}
    assert set(rings["Westland"]) == {(10, 40), (11, 40), (11, 41), (10, 41)}
    assert set(rings["Eastland"]) == {(11, 40), (12, 40), (12, 41), (11, 41)}, "a shared line, walked from its end"
    assert [(country.code, country.name) for country in two.countries] == [("WES", "Westland"), ("", "Eastland")]
    x, y = two.by_code["WES"].at
    assert 10 < x < 11
    assert 40 < y < 41


def test_what_is_outside_the_box_is_not_drawn_and_what_crosses_it_ends_at_its_edge(two: Outlines) -> None:
    box = Box(10.5, 40.25, 10.75, 41.5)
    drawn = list(two.within(box, 0.01))
    assert [country.name for country, _ in drawn] == ["Westland"]
    assert all(box.holds(point) for point in drawn[0][1])
    assert math.isclose(area(drawn[0][1][:-1]), 0.25 * 0.75)


def test_a_box_beyond_the_date_line_shows_what_lies_there(two: Outlines) -> None:
    drawn = list(two.within(Box(369, 39, 373, 42), 0.01))
    assert min(x for _, points in drawn for x, _ in points) == 370


@given(
    st.floats(-2, 3), st.floats(-2, 3), st.floats(0.1, 6), st.floats(0.1, 6)
)  # fmt: skip
def test_clipping_keeps_exactly_the_common_part_of_two_squares(west: float, south: float, wide: float, high: float) -> None:
    box = Box(west, south, west + wide, south + high)
    kept = clipped(SQUARE, box)
    common = max(0.0, min(4.0, box.east) - max(0.0, west)) * max(0.0, min(4.0, box.north) - max(0.0, south))
    assert math.isclose(area(kept[:-1]) if kept else 0.0, common, abs_tol=1e-6)
    assert all(box.west - 1e-9 <= x <= box.east + 1e-9 and box.south - 1e-9 <= y <= box.north + 1e-9 for x, y in kept)


def test_a_line_around_the_whole_box_fills_it() -> None:
    assert area(clipped(SQUARE, Box(1, 1, 2, 3))[:-1]) == 2


def test_thinning_keeps_the_ends_and_drops_what_is_too_close() -> None:
    line = [(0.0, 0.0), (0.1, 0.0), (1.0, 0.0), (1.05, 0.0)]
    assert thinned_points(line, 0.5) == [(0.0, 0.0), (1.0, 0.0), (1.05, 0.0)]


def test_places_on_both_sides_of_the_date_line_lie_beside_each_other() -> None:
    assert unwrapped([178.4, -175.2]) == [178.4, 184.8]
    assert unwrapped([-3.0, 5.0]) == [-3.0, 5.0]
    box = fitting([(178.4, -18.1), (-175.2, -21.1)], least=2.5)
    assert box.width < 12


def test_a_box_holds_all_points_with_room_and_is_never_a_point() -> None:
    box = fitting([(30.0, 50.0)], least=2.5)
    assert box.height >= 2.5
    assert box.holds((30.0, 50.0))
    assert fitting([], least=2.5) == WORLD


def test_the_committed_outlines_are_small_and_hold_the_countries_of_crises() -> None:
    assert (home.gazetteer_folder() / OUTLINES).stat().st_size <= 800_000
    outlines = load_outlines()
    assert {"UKR", "SYR", "SDN", "PSE", "SSD", "XKX", "MMR", "YEM", "HTI"} <= outlines.by_code.keys()
    assert len(outlines.countries) > 230
    for country in outlines.countries:
        turns = [(country.at[0] + turn, country.at[1]) for turn in (0, 360, -360)]
        assert any(ring.box.holds(at) for ring in country.rings for at in turns), country.name


def test_what_lies_on_both_sides_of_the_date_line_is_drawn_in_pieces_and_not_across_the_map() -> None:
    outlines = load_outlines()
    for country, points in outlines.within(Box(-180, -60, 180, 84), 0.45):
        inner = [pair for pair in pairwise(points) if not all(abs(abs(x) - 180) < 1e-6 for x, _ in pair)]
        assert max((abs(x2 - x1) for (x1, _), (x2, _) in inner), default=0) < 60, country.name
    russia, fiji = outlines.by_code["RUS"].at, outlines.by_code["FJI"].at
    assert russia[0] > 40
    assert abs(fiji[0]) > 176
    far_east = [country.name for country, _ in outlines.within(Box(180.5, 62, 189, 70), 0.1)]
    assert "Russia" in far_east


def test_a_wide_map_is_coarse_and_a_close_one_fine() -> None:
    outlines = load_outlines()
    world = sum(len(points) for _, points in outlines.within(WORLD, 360 / 800))
    gaza = [points for country, points in outlines.within(Box(34, 31, 34.7, 31.7), 0.7 / 800) if country.code == "PSE"]
    assert world < 40_000, "a chart of the world stays light"
    assert sum(map(len, gaza)) > 10


def test_source_and_licence_stand_beside_the_outlines() -> None:
    said = (home.gazetteer_folder() / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth" in said
    assert "public domain" in said
    assert "world-atlas" in said


def test_broken_outlines_are_told_in_a_sentence(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / OUTLINES).write_bytes(gzip.compress(b"{")[:-4])
    monkeypatch.setattr(home, "gazetteer_folder", lambda: tmp_path)
    load_outlines.cache_clear()
    try:
        with pytest.raises(HumsitError, match="cannot be read"):
            load_outlines()
    finally:
        load_outlines.cache_clear()


def test_the_middle_of_an_area_lies_among_its_towns() -> None:
    east, north = load_settlements().middle_of("UKR", "Donetsk") or (0, 0)
    assert 36.5 < east < 39.1
    assert 46.8 < north < 49.3
    assert load_settlements().middle_of("UKR", "No such area") is None


def test_landmarks_are_the_largest_towns_of_the_box() -> None:
    found = [spot.name for spot in load_settlements().landmarks_in(Box(30, 46, 32, 52), 2)]
    assert found == ["Kyiv", "Odesa"]
