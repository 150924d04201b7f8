"""A map as a plain chart: outlines of countries cut to what is shown, a team's own lines on them, and bubbles on top.

No tile, font or outline is fetched from anywhere. Degrees of latitude and longitude are drawn so that a kilometre is as long to
the north as to the east in the map's middle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from humsit.app.charts.bubbles import HEIGHT, LARGEST, SYMBOL, TONE, Bubble, Frame, Layer, most_radius, radius
from humsit.app.charts.place_names import write_names
from humsit.app.charts.style import BLUE, GREY, VERMILLION, calm, safe_text, see_through
from humsit.gazetteer.outlines import Box, Outlines, around, thinned_points
from humsit.gazetteer.table import Spot

FINENESS = 400
"""Points of an outline are not closer than this part of the map's width."""
REMEMBERED = 16
"""Parts of the world whose outlines are kept at hand."""
LAND, BORDER = "rgba(138,146,153,0.13)", "rgba(138,146,153,0.75)"
OWN = "#7A5195"


def place_map(
    bubbles: Sequence[Bubble], box: Box, outlines: Outlines, *, own: Sequence[Layer] = (), landmarks: Sequence[Spot] = ()
) -> go.Figure:
    """The bubbles over the outlines of the box. The area of a disc is its place's highest claim, of its inner ring the lowest."""
    frame = Frame(box)
    chart = calm(go.Figure(), height=HEIGHT, left=0, right=0, top=0, bottom=0)
    shown = sorted((_in_view(bubble, frame) for bubble in bubbles), key=lambda one: -(one.high or 0))
    shown = [bubble for bubble in shown if frame.clip.holds(bubble.at)]
    largest = max((bubble.high or 0 for bubble in shown), default=0.0) * (LARGEST / most_radius(shown, frame)) ** 2
    _draw_land(chart, frame, outlines)
    for layer in own:
        _draw_own(chart, layer, frame)
    towns = [spot for spot in landmarks if not any(_near(spot, bubble, frame) for bubble in shown)]
    chart.update_layout(annotations=write_names(chart, shown, towns, largest, frame, outlines))
    _draw_discs(chart, shown, largest)
    _draw_conditions(chart, shown, largest)
    _frame_axes(chart, frame)
    return chart


def _in_view(bubble: Bubble, frame: Frame) -> Bubble:
    """The bubble on the side of the date line that is shown."""
    (x, y), west = bubble.at, frame.box.middle[0] - 180
    turned = x + 360 * math.ceil((west - x) / 360)
    return bubble if turned == x else replace(bubble, at=(turned, y))


def _draw_land(chart: go.Figure, frame: Frame, outlines: Outlines) -> None:
    xs, ys = _land(outlines, frame.clip, frame.box.width / FINENESS)
    look = {"mode": "lines", "fill": "toself", "fillcolor": LAND, "line": {"color": BORDER, "width": 0.8}, "hoverinfo": "skip"}
    chart.add_scatter(x=xs, y=ys, name="outlines", **look)


@lru_cache(REMEMBERED)
def _land(outlines: Outlines, clip: Box, step: float) -> tuple[list[float | None], list[float | None]]:
    """The coordinates of all outlines; None parts one from the next."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for _, points in outlines.within(clip, step):
        xs += [*(round(x, 2) for x, _ in points), None]
        ys += [*(round(y, 2) for _, y in points), None]
    return xs, ys


def _draw_own(chart: go.Figure, layer: Layer, frame: Frame) -> None:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for line in layer.lines:
        if line and around(line).meets(frame.clip):
            kept = thinned_points(line, frame.box.width / FINENESS)
            xs += [*(x for x, _ in kept), None]
            ys += [*(y for _, y in kept), None]
    if xs:
        look = {"mode": "lines", "line": {"color": OWN, "width": 1.3}, "hoverinfo": "skip"}
        chart.add_scatter(x=xs, y=ys, name=safe_text(layer.name, longest=40), **look)
    if layer.points:
        chart.add_scatter(
            x=[at[0] for at, _ in layer.points],
            y=[at[1] for at, _ in layer.points],
            mode="markers",
            marker={"symbol": "cross-thin", "size": 8, "line": {"color": OWN, "width": 2}},
            hovertext=[safe_text(name) or safe_text(layer.name) for _, name in layer.points],
            hoverinfo="text",
            name=safe_text(layer.name, longest=40),
        )


def _draw_discs(chart: go.Figure, bubbles: Sequence[Bubble], largest: float) -> None:
    """One trace of all places, so that a click on any says which one; on it the rings, and the outlines of the contested."""
    ink = [VERMILLION if bubble.contested else BLUE if bubble.high is not None else GREY for bubble in bubbles]
    marker = {
        "symbol": [_symbol(bubble) for bubble in bubbles],
        "size": [2 * radius(bubble.high, largest) for bubble in bubbles],
        "color": [see_through(colour, 0.5 if bubble.exact else 0.22) for bubble, colour in zip(bubbles, ink, strict=True)],
        "line": {"color": ink, "width": [0.5 if bubble.contested else 1.6 if bubble.exact else 0.6 for bubble in bubbles]},
        "opacity": [0.35 if bubble.faded else 1.0 for bubble in bubbles],
    }
    chart.add_scatter(
        x=[bubble.at[0] for bubble in bubbles],
        y=[bubble.at[1] for bubble in bubbles],
        mode="markers",
        marker=marker,
        customdata=[bubble.key for bubble in bubbles],
        hovertext=[_hover(bubble) for bubble in bubbles],
        hoverinfo="text",
        name="places",
    )
    rings = [bubble for bubble in bubbles if bubble.high and bubble.low is not None and bubble.low < bubble.high]
    inner = {
        "symbol": "circle-open",
        "size": [2 * radius(bubble.low, largest) for bubble in rings],
        "opacity": [0.35 if bubble.faded else 1.0 for bubble in rings],
    }
    chart.add_scatter(
        x=[bubble.at[0] for bubble in rings],
        y=[bubble.at[1] for bubble in rings],
        mode="markers",
        marker=inner | {"color": [VERMILLION if bubble.contested else BLUE for bubble in rings], "line": {"width": 1.6}},
        hoverinfo="skip",
        name="lowest-claims",
    )
    chart.update_layout(shapes=[_dashed(bubble, largest) for bubble in bubbles if bubble.contested])


def _symbol(bubble: Bubble) -> str:
    if bubble.high is None:
        return "circle-open"
    return "circle" if bubble.high else "x-thin-open"


def _dashed(bubble: Bubble, largest: float) -> dict[str, Any]:
    """The outline of a contested place: dashed, and clear of the disc."""
    reach = radius(bubble.high, largest) + 3.5
    ends = {"x0": -reach, "x1": reach, "y0": -reach, "y1": reach, "xsizemode": "pixel", "ysizemode": "pixel"}
    at = {"xanchor": bubble.at[0], "yanchor": bubble.at[1], "xref": "x", "yref": "y"}
    return {"type": "circle", **ends, **at, "line": {"color": VERMILLION, "width": 2, "dash": "4px,3px"}}


def _hover(bubble: Bubble) -> str:
    lines = [f"<b>{safe_text(bubble.name)}</b>", *(safe_text(line) for line in bubble.hover)]
    said = ", ".join(words for words, _ in bubble.conditions)
    return "<br>".join([*lines, safe_text(said)] if said else lines)


def _draw_conditions(chart: go.Figure, bubbles: Sequence[Bubble], largest: float) -> None:
    """What holds at a place: one mark of its gravest tone at the bubble's upper right."""
    told = [bubble for bubble in bubbles if bubble.conditions]
    chart.add_scatter(
        x=[bubble.at[0] for bubble in told],
        y=[bubble.at[1] for bubble in told],
        mode="markers",
        marker={
            "symbol": [SYMBOL[bubble.tone] for bubble in told],
            "size": 9,
            "color": [TONE[bubble.tone] for bubble in told],
            "angle": 225,
            "standoff": [_clear(bubble, largest) for bubble in told],
            "line": {"width": 1.5, "color": [TONE[bubble.tone] for bubble in told]},
            "opacity": [0.35 if bubble.faded else 1.0 for bubble in told],
        },
        customdata=[bubble.key for bubble in told],
        hovertext=[_hover(bubble) for bubble in told],
        hoverinfo="text",
        name="conditions",
    )


def _clear(bubble: Bubble, largest: float) -> float:
    return radius(bubble.high, largest) + 5 if bubble.high is not None else 0


def _near(spot: Spot, bubble: Bubble, frame: Frame) -> bool:
    east, north = (spot.longitude or 0) - bubble.at[0], (spot.latitude or 0) - bubble.at[1]
    return math.hypot(east * frame.flat, north) < frame.box.height / 60 or spot.name.casefold() == bubble.name.casefold()


def _frame_axes(chart: go.Figure, frame: Frame) -> None:
    box, clip = frame.box, frame.clip
    bare = {"visible": False, "showgrid": False, "zeroline": False}
    chart.update_xaxes(range=[box.west, box.east], minallowed=clip.west, maxallowed=clip.east, **bare)
    across = {"scaleanchor": "x", "scaleratio": 1 / frame.flat}
    chart.update_yaxes(range=[box.south, box.north], minallowed=clip.south, maxallowed=clip.north, **across, **bare)
    faint = {"bgcolor": "rgba(0,0,0,0)", "color": GREY, "activecolor": BLUE}
    chart.update_layout(dragmode="pan", clickmode="event+select", modebar=faint)
