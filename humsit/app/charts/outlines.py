"""A map as a plain chart: outlines of countries cut to what is shown, a team's own lines on them, and bubbles on top.

No tile, font or outline is fetched from anywhere. Degrees of latitude and longitude are drawn so that a kilometre is as long to
the north as to the east in the map's middle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from humsit.app.charts.beside import Mark, Pane, Room, Side, sides
from humsit.app.charts.style import BLUE, GREEN, GREY, ORANGE, VERMILLION, Notes, calm, safe_text, see_through
from humsit.app.words import maps
from humsit.gazetteer.outlines import Box, Outlines, Point, around, thinned_points
from humsit.gazetteer.table import Spot

HEIGHT = 540
NARROW, WIDE = 330, 640
"""Pixels between which the map's width is taken to be when names are placed."""
WIDEST, TALLEST = 2.05, 0.6
"""Width through height of the widest and of the tallest map that is drawn; outlines are cut to what either shows."""
FINENESS = 400
"""Points of an outline are not closer than this part of the map's width."""
REMEMBERED = 16
"""Parts of the world whose outlines are kept at hand."""
LARGEST, SMALLEST = 30.0, 4.5
"""Radius of the largest bubble and of the smallest mark, in pixels."""
FEW, CROWDED = 20, 9.0
"""Places up to which bubbles are as large as they can be, and the radius of the largest in a crowd."""
MOST_NAMES, COUNTRIES = 32, 12
"""Names on the map, and those of them that are countries', at most."""
TRIED = 80
"""Places, the largest first, for whose names room is looked for."""
ON_WIDE_ONLY = 0.99
"""The opacity of names for which a narrow map has no room: our stylesheet hides them there by it, plotly gives no other hold."""
LAND, BORDER = "rgba(138,146,153,0.13)", "rgba(138,146,153,0.75)"
OWN = "#7A5195"
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


def place_map(
    bubbles: Sequence[Bubble], box: Box, outlines: Outlines, *, own: Sequence[Layer] = (), landmarks: Sequence[Spot] = ()
) -> go.Figure:
    """The bubbles over the outlines of the box. The area of a disc is its place's highest claim, of its inner ring the lowest."""
    frame = _Frame(box)
    chart = calm(go.Figure(), height=HEIGHT, left=0, right=0, top=0, bottom=0)
    shown = sorted((_in_view(bubble, frame) for bubble in bubbles), key=lambda one: -(one.high or 0))
    shown = [bubble for bubble in shown if frame.clip.holds(bubble.at)]
    largest = max((bubble.high or 0 for bubble in shown), default=0.0) * (LARGEST / _most(shown, frame)) ** 2
    _draw_land(chart, frame, outlines)
    for layer in own:
        _draw_own(chart, layer, frame)
    towns = [spot for spot in landmarks if not any(_near(spot, bubble, frame) for bubble in shown)]
    chart.update_layout(annotations=_words(chart, shown, towns, largest, frame, outlines))
    _draw_discs(chart, shown, largest)
    _draw_conditions(chart, shown, largest)
    _frame_axes(chart, frame)
    return chart


def _most(bubbles: Sequence[Bubble], frame: _Frame) -> float:
    """Pixels of the largest bubble: fewer where many stand close to each other."""
    many = sum(bubble.high is not None and frame.box.holds(bubble.at) for bubble in bubbles)
    return max(LARGEST * min(1.0, math.sqrt(FEW / max(many, 1))), CROWDED)


def radius(value: float | None, largest: float) -> float:
    """Pixels of a bubble: its area is in proportion to the value, but no mark is too small to be seen or pointed at.

    `largest`: the value whose bubble has the radius LARGEST.
    """
    return max(LARGEST * math.sqrt(value / largest), SMALLEST) if value and largest > 0 else SMALLEST


@dataclass(frozen=True, slots=True)
class _Frame:
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


def _in_view(bubble: Bubble, frame: _Frame) -> Bubble:
    """The bubble on the side of the date line that is shown."""
    (x, y), west = bubble.at, frame.box.middle[0] - 180
    turned = x + 360 * math.ceil((west - x) / 360)
    return bubble if turned == x else Bubble(**{name: getattr(bubble, name) for name in bubble.__slots__} | {"at": (turned, y)})


def _draw_land(chart: go.Figure, frame: _Frame, outlines: Outlines) -> None:
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


def _draw_own(chart: go.Figure, layer: Layer, frame: _Frame) -> None:
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
        name="lowest claims",
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


# --- words


def _words(
    chart: go.Figure, bubbles: Sequence[Bubble], towns: Sequence[Spot], largest: float, frame: _Frame, outlines: Outlines
) -> Notes:
    """Names of places with their figures; then, where there is room, of other towns and of countries."""
    marks = [_mark(bubble, largest, frame, named=n < TRIED) for n, bubble in enumerate(bubbles)]
    quiet = [_town(spot, frame) for spot in towns] + _countries(outlines, frame)
    rest = [Mark(x, y, reach, (text,), 10.5, solid=False) for (x, y), reach, text in quiet]
    everywhere = sides([*marks, *rest], frame.room(NARROW, WIDE), most=MOST_NAMES)
    wide = sides([*marks, *rest], frame.room(WIDE), most=MOST_NAMES, fixed=everywhere)
    notes: Notes = []
    for n, side in wide.items():
        at, mark, text, colour = (
            (bubbles[n].at, marks[n], _label(bubbles[n]), GREY if bubbles[n].faded else None)
            if n < len(marks)
            else (
                (rest[n - len(marks)].x / frame.flat, rest[n - len(marks)].y),
                rest[n - len(marks)],
                safe_text(quiet[n - len(marks)][2]),
                GREY,
            )
        )
        notes.append(_note(at, mark, side, text, colour) | ({} if n in everywhere else {"opacity": ON_WIDE_ONLY}))
    _dot(chart, [spot for n, spot in enumerate(towns, len(marks)) if n in wide])
    return notes


def _dot(chart: go.Figure, towns: Sequence[Spot]) -> None:
    chart.add_scatter(
        x=[spot.longitude for spot in towns],
        y=[spot.latitude for spot in towns],
        mode="markers",
        marker={"size": 4, "color": GREY},
        hoverinfo="skip",
        name="towns",
    )


def _mark(bubble: Bubble, largest: float, frame: _Frame, *, named: bool) -> Mark:
    reach = radius(bubble.high, largest) + (11 if bubble.conditions else 4 if bubble.contested else 1)
    lines = (bubble.name[:28], *_words_of(bubble), _conditions_line(bubble))
    return Mark(*frame.flatly(bubble.at), reach, tuple(line for line in lines if line) if named else ())


def _standing(mark: Mark, side: Side, scale: float) -> Mark:
    """A name that is placed already, as a mark that nothing may cover."""
    left, top, right, bottom = mark.words(side, scale)
    return Mark((left + right) / 2 / scale, -(top + bottom) / 2 / scale, (bottom - top) / 2)


def _words_of(bubble: Bubble) -> list[str]:
    """Its claims, and on a line of its own that they are contested."""
    return [line[:34] for line in (maps.CONTESTED if bubble.contested else "", bubble.words) if line]


def _label(bubble: Bubble) -> str:
    lines = [f"<b>{safe_text(bubble.name[:28])}</b>"]
    lines += [safe_text(line) for line in _words_of(bubble)]
    if line := _conditions_line(bubble):
        lines.append(f"<span style='color:{TONE[bubble.tone]}'>{GLYPH[bubble.tone]}</span> {safe_text(line)}")
    return "<br>".join(lines)


def _conditions_line(bubble: Bubble) -> str:
    said = [words for words, _ in bubble.conditions]
    shown = ", ".join(said[:2])
    return f"{shown} + {len(said) - 2}" if len(said) > 2 else shown


def _note(at: Point, mark: Mark, side: Side, text: str, colour: str | None = None) -> dict[str, Any]:
    shift = mark.reach + 3
    place: dict[Side, dict[str, Any]] = {
        "right": {"xanchor": "left", "yanchor": "middle", "xshift": shift, "align": "left"},
        "left": {"xanchor": "right", "yanchor": "middle", "xshift": -shift, "align": "right"},
        "above": {"xanchor": "center", "yanchor": "bottom", "yshift": shift},
        "below": {"xanchor": "center", "yanchor": "top", "yshift": -shift},
    }
    look: dict[str, Any] = {
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": mark.size} | ({"color": colour} if colour else {}),
    }
    return {"x": at[0], "y": at[1], "text": text} | place[side] | look


def _town(spot: Spot, frame: _Frame) -> tuple[Point, float, str]:
    return frame.flatly((spot.longitude or 0.0, spot.latitude or 0.0)), 3, spot.name


def _countries(outlines: Outlines, frame: _Frame) -> list[tuple[Point, float, str]]:
    """Names of the countries that are large enough here, where a point well inside them is shown."""
    found = []
    for country in outlines.countries:
        widest = max(country.rings, key=lambda ring: ring.box.width)
        if frame.box.holds(country.at) and widest.box.width > frame.box.width * 0.05:
            found.append((widest.box.width, country))
    found.sort(key=lambda pair: -pair[0])
    return [(frame.flatly(country.at), 0, country.name.upper()) for _, country in found[:COUNTRIES]]


def _near(spot: Spot, bubble: Bubble, frame: _Frame) -> bool:
    east, north = (spot.longitude or 0) - bubble.at[0], (spot.latitude or 0) - bubble.at[1]
    return math.hypot(east * frame.flat, north) < frame.box.height / 60 or spot.name.casefold() == bubble.name.casefold()


def _frame_axes(chart: go.Figure, frame: _Frame) -> None:
    box, clip = frame.box, frame.clip
    bare = {"visible": False, "showgrid": False, "zeroline": False}
    chart.update_xaxes(range=[box.west, box.east], minallowed=clip.west, maxallowed=clip.east, **bare)
    across = {"scaleanchor": "x", "scaleratio": 1 / frame.flat}
    chart.update_yaxes(range=[box.south, box.north], minallowed=clip.south, maxallowed=clip.north, **across, **bare)
    faint = {"bgcolor": "rgba(0,0,0,0)", "color": GREY, "activecolor": BLUE}
    chart.update_layout(dragmode="pan", clickmode="event+select", modebar=faint)
