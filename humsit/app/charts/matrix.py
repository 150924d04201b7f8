"""What holds where: places across, services down, a word and a shade in each cell; "no report" is told from "does not hold"."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from humsit.app.charts.style import FAINT, GREY, Notes, calm, safe_text
from humsit.app.words import NO_REPORT

TONES = ("silent", "neutral", "good", "disputed", "bad")
SHADES = (
    "rgba(138,146,153,0.07)",
    "rgba(0,114,178,0.22)",
    "rgba(0,158,115,0.30)",
    "rgba(230,159,0,0.34)",
    "rgba(213,94,0,0.30)",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What the reports say of one topic at one place."""

    place: str
    topic: str
    words: str
    tone: str
    fact_id: str = ""


def matrix(cells: Sequence[Cell], places: Sequence[str], topics: Sequence[str], *, silent: str = NO_REPORT) -> go.Figure:
    """Topics down, places across; a cell without a report says so in grey."""
    at = {(cell.topic, cell.place): cell for cell in cells}
    grid = [[at.get((topic, place)) for place in places] for topic in topics]
    tones = [[TONES.index(cell.tone) if cell else 0 for cell in row] for row in grid]
    chart = calm(go.Figure(), height=46 * len(topics) + 48, top=36, bottom=6)
    step = 1 / len(TONES)
    scale = [edge for n, shade in enumerate(SHADES) for edge in ((n * step, shade), ((n + 1) * step, shade))]
    columns, rows = list(range(len(places))), list(range(len(topics)))
    chart.add_heatmap(
        z=tones,
        x=columns,
        y=rows,
        zmin=-0.5,
        zmax=len(TONES) - 0.5,
        colorscale=scale,
        showscale=False,
        xgap=3,
        ygap=3,
        hoverinfo="skip",
    )
    notes: Notes = []
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            notes.append(_said(x, y, cell, silent))
    chart.update_layout(annotations=notes)
    labels = {"tickmode": "array", "fixedrange": True, "showgrid": False, "zeroline": False, "automargin": True}
    chart.update_yaxes(tickvals=rows, ticktext=[safe_text(topic) for topic in topics], autorange="reversed", **labels)
    chart.update_xaxes(tickvals=columns, ticktext=[_folded(place, 12) for place in places], side="top", tickangle=0, **labels)
    chart.update_layout(plot_bgcolor="rgba(0,0,0,0)", xaxis_linecolor=FAINT)
    return chart


def _folded(text: str, width: int) -> str:
    return "<br>".join(safe_text(line) for line in textwrap.wrap(" ".join(text.split()), width)[:3])


def _said(x: int, y: int, cell: Cell | None, silent: str) -> dict[str, Any]:
    if cell is None:
        return {"x": x, "y": y, "text": safe_text(silent), "showarrow": False, "font": {"size": 10, "color": GREY}}
    return {"x": x, "y": y, "text": f"<b>{_folded(cell.words, 13)}</b>", "showarrow": False, "font": {"size": 11.5}}
