"""What was said of conditions over time: a row a condition at a place, a bar for each time in which the same was said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from humsit.app.charts.history import LABEL, Span
from humsit.app.charts.labels import text_width
from humsit.app.charts.style import BLUE, FAINT, GREEN, GREY, ORANGE, VERMILLION, Notes, calm, safe_text, see_through
from humsit.app.words import timelines

ROW, TOP, BOTTOM = 44, 6, 42
ROWS = 14
"""Rows drawn at most, those with most reports first."""
NARROWEST, LETTERS = 230, 40
"""Pixels of the axis on a phone, where words must fit into their bar too; and the most letters of a row's name."""
_COLOUR = {"bad": VERMILLION, "good": GREEN, "disputed": ORANGE, "neutral": BLUE}
_HATCH = {"bad": "", "good": ".", "disputed": "/", "neutral": "-"}
"""A pattern each, so that bars are told apart in grey print too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One bar: from when to when (None: to the end of the chart), in words, good or bad."""

    first: dt.date
    last: dt.date | None
    words: str
    tone: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Row:
    """A condition at a place."""

    name: str
    pieces: tuple[Piece, ...]


def stretches(rows: Sequence[Row], span: Span, *, left: int = 4, right: int = LABEL) -> go.Figure:
    """The rows from the top, each with its name above its bars; a bar too short for its words says them when pointed at."""
    shown = rows[:ROWS]
    chart = calm(go.Figure(), height=ROW * len(shown) + TOP + BOTTOM, left=left, right=right, top=TOP, bottom=BOTTOM)
    notes: Notes = []
    for number, row in enumerate(shown):
        notes.append(_name(row, number))
        for piece in row.pieces:
            notes += _draw(chart, piece, row, number, span)
    _draw_marks(chart, shown)
    chart.update_layout(annotations=notes, clickmode="event+select")
    chart.update_yaxes(range=[len(shown) - 0.4, -0.62], visible=False, fixedrange=True)
    chart.update_xaxes(**span.axis | {"showgrid": True, "gridcolor": FAINT}, automargin=False)
    return chart


def _name(row: Row, number: int) -> dict[str, Any]:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": number, "yshift": 15, "yanchor": "middle", "showarrow": False}
    return place | {"text": f"<b>{safe_text(row.name, longest=LETTERS)}</b>", "font": {"size": 12}, "borderpad": 0}


def _draw(chart: go.Figure, piece: Piece, row: Row, number: int, span: Span) -> Notes:
    colour, until = _COLOUR.get(piece.tone, GREY), piece.last or span.last
    high, low = number - 0.06, number + 0.34
    chart.add_scatter(
        x=[piece.first, until, until, piece.first, piece.first],
        y=[high, high, low, low, high],
        mode="lines",
        line={"width": 1, "color": colour},
        fill="toself",
        fillcolor=see_through(colour, 0.22),
        fillpattern={"shape": _HATCH.get(piece.tone, ""), "fgcolor": colour, "fgopacity": 0.5, "size": 7, "solidity": 0.15},
        hoverinfo="skip",
        name=safe_text(f"{row.name}: {piece.words}", longest=80),
    )
    share = (until - piece.first) / (span.last - span.first)
    if text_width(piece.words, 11.5) > share * NARROWEST - 14:
        return []
    place = {"x": piece.first, "xanchor": "left", "xshift": 12, "y": number + 0.14, "yanchor": "middle", "showarrow": False}
    return [place | {"text": safe_text(piece.words), "font": {"size": 11.5}, "borderpad": 0}]


def _draw_marks(chart: go.Figure, rows: Sequence[Row]) -> None:
    """A mark where each bar begins, which can be pointed at and clicked."""
    told = [(number, row, piece) for number, row in enumerate(rows) for piece in row.pieces]
    chart.add_scatter(
        x=[piece.first for _, _, piece in told],
        y=[number + 0.14 for number, _, _ in told],
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "circle", "size": 10, "color": [_COLOUR.get(piece.tone, GREY) for _, _, piece in told]},
        customdata=[piece.fact_id for _, _, piece in told],
        hovertext=[_hover(row, piece) for _, row, piece in told],
        hoverinfo="text",
        name="reports",
    )


def _hover(row: Row, piece: Piece) -> str:
    last = f"{piece.last.day} {piece.last:%B %Y}" if piece.last else ""
    lasted = timelines.lasted(f"{piece.first.day} {piece.first:%B %Y}", last)
    return f"<b>{safe_text(piece.words)}</b><br>{safe_text(row.name)}<br>{lasted}"
