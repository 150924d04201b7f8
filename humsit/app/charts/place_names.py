"""The words of a map: names of places with their figures; where there is room also of other towns and of countries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from humsit.app.charts.beside import Mark, Side, sides
from humsit.app.charts.bubbles import GLYPH, TONE, Bubble, Frame, radius
from humsit.app.charts.style import GREY, Notes, safe_text
from humsit.app.words import maps
from humsit.gazetteer.outlines import Country, Outlines, Point
from humsit.gazetteer.table import Spot

NARROW, WIDE = 330, 640
"""Pixels between which the map's width is taken to be when names are placed."""
MOST_NAMES, COUNTRIES = 32, 12
"""Names on the map, and those of them that are countries', at most."""
TRIED = 80
"""Places, the largest first, for whose names room is looked for."""
ON_WIDE_ONLY = 0.99
"""The opacity of names for which a narrow map has no room: our stylesheet hides them there by it, plotly gives no other hold."""


class _Entry(NamedTuple):
    """Words that want to stand beside a mark."""

    at: Point
    mark: Mark
    text: str
    quiet: bool


def write_names(
    chart: go.Figure, bubbles: Sequence[Bubble], towns: Sequence[Spot], largest: float, frame: Frame, outlines: Outlines
) -> Notes:
    """Names of places with their figures; then, where there is room, of other towns, each with a dot, and of countries."""
    entries = [_place(bubble, largest, frame, named=n < TRIED) for n, bubble in enumerate(bubbles)]
    entries += [_quiet(spot.name, (spot.longitude or 0.0, spot.latitude or 0.0), 3, frame) for spot in towns]
    entries += [_quiet(country.name.upper(), country.at, 0, frame) for country in _countries(outlines, frame)]
    marks = [entry.mark for entry in entries]
    everywhere = sides(marks, frame.room(NARROW, WIDE), most=MOST_NAMES)
    wide = sides(marks, frame.room(WIDE), most=MOST_NAMES, fixed=everywhere)
    _dot(chart, [spot for n, spot in enumerate(towns, len(bubbles)) if n in wide])
    return [_note(entries[n], side) | ({} if n in everywhere else {"opacity": ON_WIDE_ONLY}) for n, side in wide.items()]


def _place(bubble: Bubble, largest: float, frame: Frame, *, named: bool) -> _Entry:
    reach = radius(bubble.high, largest) + (11 if bubble.conditions else 4 if bubble.contested else 1)
    lines = (bubble.name[:28], *_words_of(bubble), _conditions_line(bubble))
    mark = Mark(*frame.flatly(bubble.at), reach, tuple(line for line in lines if line) if named else ())
    return _Entry(bubble.at, mark, _label(bubble), bubble.faded)


def _quiet(name: str, at: Point, reach: float, frame: Frame) -> _Entry:
    return _Entry(at, Mark(*frame.flatly(at), reach, (name,), 10.5, solid=False), safe_text(name), quiet=True)


def _dot(chart: go.Figure, towns: Sequence[Spot]) -> None:
    chart.add_scatter(
        x=[spot.longitude for spot in towns],
        y=[spot.latitude for spot in towns],
        mode="markers",
        marker={"size": 4, "color": GREY},
        hoverinfo="skip",
        name="towns",
    )


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


def _note(entry: _Entry, side: Side) -> dict[str, Any]:
    mark = entry.mark
    shift = mark.reach + 3
    place: dict[Side, dict[str, Any]] = {
        "right": {"xanchor": "left", "yanchor": "middle", "xshift": shift, "align": "left"},
        "left": {"xanchor": "right", "yanchor": "middle", "xshift": -shift, "align": "right"},
        "above": {"xanchor": "center", "yanchor": "bottom", "yshift": shift},
        "below": {"xanchor": "center", "yanchor": "top", "yshift": -shift},
    }
    font: dict[str, Any] = {"size": mark.size} | ({"color": GREY} if entry.quiet else {})
    words = {"x": entry.at[0], "y": entry.at[1], "text": entry.text, "showarrow": False, "borderpad": 0, "font": font}
    return words | place[side]


def _countries(outlines: Outlines, frame: Frame) -> list[Country]:
    """The countries that are large enough here, where a point well inside them is shown."""
    found = []
    for country in outlines.countries:
        widest = max(country.rings, key=lambda ring: ring.box.width)
        if frame.box.holds(country.at) and widest.box.width > frame.box.width * 0.05:
            found.append((widest.box.width, country))
    found.sort(key=lambda pair: -pair[0])
    return [country for _, country in found[:COUNTRIES]]
