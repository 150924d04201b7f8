"""The map: bubbles as data, what cannot be drawn, choosing a place, and a team's own maps."""

from __future__ import annotations

import datetime as dt
import json
import math
from itertools import combinations, product
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from builders import condition, document, figure
from drawn import Draw, seen, text_of

from humsit.app import clicked, on_map, words
from humsit.app.charts.beside import Mark, Pane, Room, sides
from humsit.app.charts.bubbles import HEIGHT, LARGEST, SMALLEST, Bubble, Layer, radius
from humsit.app.charts.place_map import place_map
from humsit.app.charts.place_names import NARROW, WIDE
from humsit.app.desk import Desk
from humsit.app.views import map as places_map
from humsit.app.words import maps
from humsit.gazetteer.outlines import Box, fitting, load_outlines
from humsit.gazetteer.settlements import load_settlements
from humsit.records import AnyFact, Measure, Unit
from humsit.situation import Selection, Situation
from humsit.situation.areas import Area, Exactness, Spot

DAY = dt.date(2024, 5, 2)
MARIUPOL = {"place": "Mariupol", "country": "UKR", "admin1": "Donetsk", "latitude": 47.095, "longitude": 37.541}
CHERNIHIV = {"place": "Chernihiv", "country": "UKR", "admin1": "Chernihiv", "latitude": 51.505, "longitude": 31.287}
REGION = {"place": "Donetsk region", "country": "UKR", "admin1": "Donetsk"}
UKRAINE = Box(21, 44, 41, 53)


def put(situation: Situation, *facts: dict[str, Any]) -> None:
    for number, fields in enumerate(facts, len(situation.documents())):
        said = str(fields.pop("said"))
        report = document(f"{said}, says report {number}.", document_id=f"r{number}", publisher="The Echo", published=DAY)
        printed = {"published": DAY, "publisher": "The Echo"} | fields
        made: AnyFact = condition(said, report, **printed) if "condition" in fields else figure(said, report, **printed)
        situation.store.add(report, [made])


@pytest.fixture
def ukraine(empty: Situation) -> Situation:
    put(
        empty,
        {"said": "500", "claimant": "Russia", "claimant_side": "Russia", **MARIUPOL},
        {"said": "8000", "claimant": "Ukraine", "claimant_side": "Ukraine", **MARIUPOL},
        {"said": "22", "claimant": "Medics", **CHERNIHIV},
        {"said": "70", "claimant": "Governor", **REGION},
        {"said": "9", "claimant": "Survivors", "place": "Olvia"},
        {"said": "3", "claimant": "Police", "place": ""},
        {"said": "siege", "condition": "besieged", **MARIUPOL},
        {"said": "no water", "condition": "no_water", **MARIUPOL},
        {
            "said": "blackout",
            "condition": "no_power",
            "place": "Kherson",
            "country": "UKR",
            "latitude": 46.637,
            "longitude": 32.615,
        },
    )
    return empty


def traces(chart: go.Figure) -> dict[str, Any]:
    return {trace.name: trace for trace in chart.data}


def spec(app: Any) -> dict[str, Any]:
    (chart,) = app.get("plotly_chart")
    return {trace["name"]: trace for trace in json.loads(chart.proto.spec)["data"]}


# --- the chart


def test_a_disc_has_the_area_of_its_highest_claim_and_a_ring_of_its_lowest() -> None:
    told = [Bubble("a", "A", (30, 50), low=900, high=3600), Bubble("b", "B", (35, 48), low=900, high=900)]
    drawn = traces(place_map(told, UKRAINE, load_outlines()))
    large, small = drawn["places"].marker.size
    assert drawn["places"].customdata == ("a", "b")
    assert math.isclose((large / small) ** 2, 4)
    assert drawn["lowest-claims"].marker.size == (small,), "a place with one number has no ring"


def test_no_mark_is_too_small_to_be_pointed_at_and_none_larger_than_the_largest() -> None:
    assert radius(1, 1e9) == SMALLEST
    assert radius(1e9, 1e9) == LARGEST


def test_in_a_crowd_bubbles_are_smaller_and_still_in_proportion() -> None:
    many = [Bubble(str(n), str(n), (22 + n % 18, 45 + n % 7), 100, 100 * (1 + n)) for n in range(100)]
    drawn = traces(place_map(many, UKRAINE, load_outlines()))["places"]
    sizes = dict(zip(drawn.customdata, drawn.marker.size, strict=True))
    assert max(sizes.values()) < LARGEST
    assert math.isclose((sizes["99"] / sizes["49"]) ** 2, 2)


def test_contested_places_have_a_dashed_outline_and_the_word() -> None:
    told = [Bubble("a", "A", (30, 50), 5, 90, "5 to 90", contested=True), Bubble("b", "B", (35, 48), 50, 50, "50")]
    chart = place_map(told, UKRAINE, load_outlines())
    assert [(shape.line.dash, shape.xanchor) for shape in chart.layout.shapes] == [("4px,3px", 30)]
    assert [note.text for note in chart.layout.annotations if maps.CONTESTED in note.text] == [
        f"<b>A</b><br>{maps.CONTESTED}<br>5 to 90"
    ]


def test_zero_a_number_and_no_figure_are_three_things() -> None:
    told = [Bubble("a", "A", (30, 50), 0, 0, "0"), Bubble("b", "B", (35, 48), 5, 5, "5"), Bubble("c", "C", (25, 48))]
    drawn = traces(place_map(told, UKRAINE, load_outlines()))["places"]
    assert dict(zip(drawn.customdata, drawn.marker.symbol, strict=True)) == {
        "a": "x-thin-open",
        "b": "circle",
        "c": "circle-open",
    }


def test_conditions_have_a_mark_by_their_gravest_and_words() -> None:
    told = [Bubble("a", "A", (30, 50), 5, 5, "5", conditions=(("besieged", "bad"), ("power back", "good")))]
    chart = place_map(told, UKRAINE, load_outlines())
    assert traces(chart)["conditions"].marker.symbol == ("diamond",)
    assert "besieged, power back" in chart.layout.annotations[0].text
    assert "besieged, power back" in traces(chart)["places"].hovertext[0]


def test_names_out_of_documents_are_no_markup() -> None:
    chart = place_map([Bubble("a", "<a href='x'>A</a>", (30, 50), 5, 5, "<b>5</b>", ("<i>x</i>",))], UKRAINE, load_outlines())
    said = [*(note.text for note in chart.layout.annotations), *traces(chart)["places"].hovertext]
    assert any("&lt;a href" in text for text in said)
    assert not any("<a" in text or "<i>x" in text or "<b>5" in text for text in said)


def test_outlines_and_own_lines_far_from_the_map_are_not_sent() -> None:
    own = Layer("Districts", (((30.0, 50.0), (31.0, 50.0)), ((-60.0, -10.0), (-61.0, -10.0))))
    drawn = traces(place_map([], UKRAINE, load_outlines(), own=[own]))
    assert list(drawn["Districts"].x) == [30.0, 31.0, None]
    xs = [x for x in drawn["outlines"].x if x is not None]
    assert min(xs) > -35
    assert len(xs) < 16_000


def test_a_kilometre_is_as_long_to_the_north_as_to_the_east() -> None:
    chart = place_map([], Box(20, 59, 30, 61), load_outlines())
    assert math.isclose(chart.layout.yaxis.scaleratio, 2, rel_tol=0.01)
    assert chart.layout.yaxis.scaleanchor == "x"


@pytest.mark.parametrize("many", [1, 12, 60, 200])
def test_names_stand_on_no_other_name_at_the_widths_they_are_made_for(many: int) -> None:
    marks = [Mark(25 + (n * 7.3) % 14, 45 + (n * 3.7) % 7, 6 + n % 9, (f"Place {n}", "about 1,200")) for n in range(many)]
    for width in (NARROW, WIDE):
        room = Room(31, 48, (Pane(width / 20, width, HEIGHT),))
        found = sides(marks, room, most=40)
        boxes = [marks[n].words(side, width / 20) for n, side in found.items()]
        assert boxes, "the first at least has its name"
        for one, other in combinations(boxes, 2):
            assert one[2] <= other[0] + 3 or other[2] <= one[0] + 3 or one[3] <= other[1] + 3 or other[3] <= one[1] + 3
        assert all(box[0] >= 21 * width / 20 and box[2] <= 41 * width / 20 for box in boxes)


def test_every_corner_of_any_panel_lies_within_what_is_sent() -> None:
    chart = place_map([], UKRAINE, load_outlines())
    x, y = chart.layout.xaxis, chart.layout.yaxis
    flat = 1 / y.scaleratio
    for width, height in product((360, 1080), (HEIGHT,)):
        scale = min(width / (UKRAINE.width * flat), height / UKRAINE.height)
        assert x.maxallowed - x.minallowed >= width / scale / flat - 1e-6
        assert y.maxallowed - y.minallowed >= height / scale - 1e-6


def test_places_on_both_sides_of_the_date_line_are_drawn_beside_each_other() -> None:
    told = [Bubble("fiji", "Suva", (178.4, -18.1), 5, 5, "5"), Bubble("tonga", "Nuku'alofa", (-175.2, -21.1), 5, 5, "5")]
    chart = place_map(told, fitting([bubble.at for bubble in told], least=2.5), load_outlines())
    assert sorted(traces(chart)["places"].x) == pytest.approx([178.4, 184.8])
    assert any(note.text.startswith("<b>Nuku") and note.x > 180 for note in chart.layout.annotations)


def test_towns_beside_a_place_do_not_repeat_its_name() -> None:
    towns = load_settlements().landmarks_in(UKRAINE, 20)
    kyiv = Bubble("kyiv", "Kyiv", (30.524, 50.455), 5, 5, "5")
    named = [note.text for note in place_map([kyiv], UKRAINE, load_outlines(), landmarks=towns).layout.annotations]
    assert sum("Kyiv" in text for text in named) == 1


# --- the view


def test_the_map_shows_each_place_once_and_lists_what_cannot_be_drawn(draw: Draw, ukraine: Situation) -> None:
    app = draw(places_map.show, ukraine)
    drawn = spec(app)["places"]
    assert sorted(drawn["customdata"]) == ["chernihiv", "donetsk region", "kherson", "mariupol"]
    said = text_of(app)
    beside = said[said.index(maps.OFF_THE_MAP) :]
    assert "Olvia" in beside
    assert words.NO_PLACE in beside
    assert "8,500" not in said, "rivals were added"
    assert "4,250" not in said, "rivals were averaged"
    assert "Boundaries shown do not imply endorsement" in said
    assert "Natural Earth" in said


def test_a_region_is_drawn_paler_than_a_town_and_says_so(draw: Draw, ukraine: Situation) -> None:
    drawn = spec(draw(places_map.show, ukraine))["places"]
    fill = dict(zip(drawn["customdata"], drawn["marker"]["color"], strict=True))
    assert fill["chernihiv"].endswith("0.5)")
    assert fill["donetsk region"].endswith("0.22)")
    hover = dict(zip(drawn["customdata"], drawn["hovertext"], strict=True))
    assert "(region)" in hover["donetsk region"]
    assert "besieged, no water" in hover["mariupol"]


def test_another_measure_is_another_map(draw: Draw, ukraine: Situation) -> None:
    put(ukraine, {"said": "4000", "measure": "displaced", "claimant": "IOM", **CHERNIHIV})
    app = draw(places_map.show, ukraine)
    seen(app.selectbox(key="map_measure").set_value("displaced").run())
    drawn = spec(app)["places"]
    told = dict(zip(drawn["customdata"], drawn["hovertext"], strict=True))
    assert "4,000" in told["chernihiv"]
    assert "mariupol" in told, "conditions stay"
    assert "8,000" not in told["mariupol"]


def test_choosing_a_place_in_the_list_narrows_the_whole_desk_and_there_is_a_way_back(draw: Draw, ukraine: Situation) -> None:
    app = draw(places_map.show, ukraine)
    box = next(one for one in app.selectbox if one.label == maps.PLACE)
    seen(box.set_value("mariupol").run())
    assert app.session_state["place"] == ["Mariupol"]
    narrowed = draw(places_map.show, ukraine, Selection(place=("Mariupol",)))
    assert "Mariupol" in text_of(narrowed)
    drawn = spec(narrowed)["places"]
    faded = dict(zip(drawn["customdata"], drawn["marker"]["opacity"], strict=True))
    assert faded["mariupol"] == 1
    assert faded["chernihiv"] < 1, "the others stay to be chosen"
    seen(narrowed.button(key="map_back").click().run())
    assert narrowed.session_state["place"] == []


def test_a_click_is_told_by_its_place_alone_or_in_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    for customdata in ("mariupol", ["kherson"], [["lviv"]], None, []):
        state = {"map": {"selection": {"points": [{"customdata": customdata}]}}}
        monkeypatch.setattr(clicked.st, "session_state", state)
        clicked._tell("map", told.append)
    monkeypatch.setattr(clicked.st, "session_state", {"map": {"selection": {"points": []}}})
    clicked._tell("map", told.append)
    assert told == ["mariupol", "kherson", "lviv"]


def test_the_table_says_the_same_as_the_map(draw: Draw, ukraine: Situation) -> None:
    app = draw(places_map.show, ukraine)
    app.session_state["map_twin"] = True
    frame = next(one.value for one in seen(app.run()).dataframe)
    rows = {row["Place"]: row for row in frame.to_dict("records")}
    assert (rows["Mariupol"]["Lowest claim"], rows["Mariupol"]["Highest claim"]) == (500, 8000)
    assert rows["Mariupol"]["Standing"] == "Contested"
    assert rows["Mariupol"]["Conditions"] == "besieged, no water"
    assert rows["Olvia"]["Where it is drawn"] == "not on the map"
    assert len(frame) == 6


def test_an_empty_store_and_filters_that_hide_everything_say_what_to_do(draw: Draw, empty: Situation) -> None:
    assert "hs-empty" in text_of(draw(places_map.show, empty))


def test_figures_without_any_place_still_are_told(draw: Draw, contested: Situation) -> None:
    said = text_of(draw(places_map.show, contested))
    assert maps.OFF_THE_MAP in said
    assert "Milltown" in said


def test_most_places_of_one_country_are_shown_before_the_world() -> None:
    spot = Spot(30, 50, Exactness.TOWN)

    def place(name: str, country: str) -> on_map.Place:
        return on_map.Place(name, spot, Area(name, country, spot, Unit.PEOPLE, ()))

    many = [place(f"U{n}", "UKR") for n in range(6)] + [place("R", "RUS")]
    assert next(iter(on_map.parts(many))) == "UKR"
    assert next(iter(on_map.parts(many[:2] + [place(f"R{n}", "RUS") for n in range(2)]))) == on_map.ALL


# --- a team's own maps


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUMSIT_DATA", str(tmp_path))
    (tmp_path / "maps").mkdir()
    return tmp_path / "maps"


def line(*points: list[float]) -> str:
    return json.dumps({"type": "LineString", "coordinates": points})


def test_files_in_the_folder_are_drawn_and_a_broken_one_is_named(draw: Draw, ukraine: Situation, own: Path) -> None:
    (own / "front.geojson").write_text(line([36, 49], [37, 48]))
    (own / "broken.geojson").write_text("{")
    app = draw(places_map.show, ukraine)
    drawn = spec(app)["front.geojson"]
    assert drawn["x"][:2] == [36, 37]
    said = text_of(app)
    assert "broken.geojson cannot be drawn." in said
    assert "not JSON" in said
    (own / "front.geojson").write_text(line([36, 49], [37, 48], [38, 47]))
    assert len([x for x in spec(seen(app.run()))["front.geojson"]["x"] if x is not None]) == 3, "a changed file is read again"


def test_an_uploaded_map_is_kept_for_the_visit_and_a_bad_one_refused(draw: Draw, ukraine: Situation, own: Path) -> None:
    app = draw(places_map.show, ukraine)
    box = app.get("file_uploader")[0]
    box.upload("camps.geojson", b'{"type": "Point", "coordinates": [36.5, 48.5]}', "application/json")
    drawn = spec(seen(app.run()))
    assert drawn["camps.geojson"]["x"] == [36.5]
    app.get("file_uploader")[0].upload("second.geojson", line([36, 49], [37, 48]).encode(), "application/json")
    assert "second.geojson" in spec(seen(app.run())), "drawn at once, beside the first"
    app.get("file_uploader")[0].upload("bad.geojson", b"PK\x03\x04", "application/json")
    said = text_of(seen(app.run()))
    assert "bad.geojson cannot be drawn." in said
    assert "camps.geojson" in spec(app)


def test_a_place_is_looked_up_once_for_the_whole_map(ukraine: Situation) -> None:
    found, notes = on_map.find_places(Desk(ukraine), Selection(), Measure.KILLED)
    assert [place.name for place in found][:2] == ["Mariupol", "Donetsk region"]
    assert notes == []
    assert {place.name: len(place.conditions) for place in found}["Mariupol"] == 2
