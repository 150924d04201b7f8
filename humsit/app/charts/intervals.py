"""Claims side by side: one row a claim, its interval as a line, open ends as arrows, its value in words at the line's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from humsit.app.charts.style import BLUE, FAINT, GAP, GREY, VERMILLION, Notes, calm, safe_text
from humsit.records import Figure, Qualifier, Stance

ROW, _LINE = 58, 50
"""Pixels of a row, and letters that fit beside each other in it on a phone."""
_UPWARDS = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_DOWNWARDS = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Bar:
    """One claim as it is drawn: who, in which words, and the closed interval (None: open)."""

    who: str
    words: str
    low: float | None
    high: float | None
    stated: float | None
    qualifier: Qualifier = Qualifier.EXACT
    note: str = ""
    doubtful: bool = False
    denied: bool = False
    superseded: bool = False
    fact_id: str = ""

    @property
    def dot(self) -> float | None:
        """Where its mark stands: the number written; None for a range or a vague word."""
        return None if self.qualifier in (Qualifier.RANGE, Qualifier.VAGUE) else self.stated

    @property
    def ends(self) -> list[float]:
        """All numbers it sets on the axis."""
        return [float(x) for x in (self.low, self.high, self.stated) if x is not None]


def bar_of(figure: Figure, words: str, *, who: str, note: str = "", superseded: bool = False) -> Bar:
    """A figure as a row of an interval chart."""
    return Bar(
        who=who,
        words=words,
        low=figure.low,
        high=figure.high,
        stated=figure.value,
        qualifier=figure.qualifier,
        note=note,
        doubtful=figure.stance in (Stance.UNVERIFIED, Stance.DENIED, Stance.CLAIMED),
        denied=figure.stance is Stance.DENIED,
        superseded=superseded,
        fact_id=figure.fact_id,
    )


def interval_chart(bars: Sequence[Bar], *, contested: bool = False) -> go.Figure:
    """Who claims what: one row a claim from the top, the axis from 0, never a mean; the gap between rivals is shaded."""
    edge = 1.1 * max((end for bar in bars for end in bar.ends), default=1.0) or 1.0
    chart = calm(go.Figure(), height=ROW * len(bars) + 36)
    if contested:
        _shade_gap(chart, bars)
    notes: Notes = []
    marks = _Marks()
    for row, bar in enumerate(bars):
        _draw(marks, notes, bar, float(-row), edge, VERMILLION if contested else BLUE)
    chart.add_traces(marks.traces())
    chart.update_layout(annotations=notes, template_layout_annotationdefaults=_WORDS)
    chart.update_yaxes(range=[-len(bars) + 0.6, 0.75], visible=False, fixedrange=True)
    chart.update_xaxes(
        range=[0, edge],
        fixedrange=True,
        showgrid=True,
        gridcolor=FAINT,
        zeroline=True,
        zerolinecolor=GREY,
        zerolinewidth=1,
        nticks=5,
        dtick=1 if edge < 5 else None,
        tickformat=",",
        tickfont={"size": 12},
    )
    return chart


def _shade_gap(chart: go.Figure, bars: Sequence[Bar]) -> None:
    standing = [bar for bar in bars if not bar.superseded and bar.ends]
    gaps = sorted((min(bar.ends), max(bar.ends)) for bar in standing)
    for (_, below), (above, _) in pairwise(gaps):
        if above > below:
            chart.add_vrect(x0=below, x1=above, fillcolor=GAP, line_width=0, layer="below")


class _Marks:
    """Lines and dots of all rows, those that look alike in one trace: a chart of many rows is drawn and sent in a few."""

    def __init__(self) -> None:
        self._alike: dict[str, dict[str, Any]] = {}

    def line(self, xs: Sequence[float], y: float, look: dict[str, Any]) -> None:
        """A line along a row."""
        trace = self._trace({"mode": "lines", "line": look, "hoverinfo": "skip"})
        trace["x"] += [*xs, None]  # the gap to the next one
        trace["y"] += [*[y] * len(xs), None]

    def ticks(self, xs: Sequence[float], y: float, ink: str) -> None:
        """Where a row begins and ends."""
        mark = {"symbol": "line-ns", "size": 14, "line": {"color": ink, "width": 3}}
        trace = self._trace({"mode": "markers", "marker": mark, "cliponaxis": False, "hoverinfo": "skip"})
        trace["x"] += xs
        trace["y"] += [y] * len(xs)

    def dot(self, x: float, y: float, symbol: str, ink: str, *, fact_id: str, hover: str) -> None:
        """The number said, which leads to its fact."""
        mark = {"symbol": symbol, "size": 13, "color": ink, "line": {"width": 3, "color": ink}}
        trace = self._trace({"mode": "markers", "marker": mark, "cliponaxis": False, "hoverinfo": "text"})
        for name, value in (("x", x), ("y", y), ("customdata", fact_id), ("hovertext", hover)):
            trace.setdefault(name, []).append(value)

    def _trace(self, look: dict[str, Any]) -> dict[str, Any]:
        return self._alike.setdefault(repr(look), {"x": [], "y": []} | look)

    def traces(self) -> list[go.Scatter]:
        """What there is to draw, dots above lines."""
        ordered = sorted(self._alike.values(), key=lambda trace: (trace["mode"] != "lines", "customdata" in trace))
        return [go.Scatter(trace) for trace in ordered]


_WORDS = {"xref": "paper", "yref": "y", "yshift": 20, "showarrow": False, "font": {"size": 13}}
"""How the words above a row stand, unless they say otherwise; said once, as a chart has many."""


def _draw(marks: _Marks, notes: Notes, bar: Bar, y: float, edge: float, colour: str) -> None:
    ink = GREY if bar.superseded else colour
    _write(notes, bar, y)
    _draw_line(marks, notes, bar, y, edge, ink)
    if bar.dot is not None:
        _draw_dot(marks, bar, y, ink)


def _write(notes: Notes, bar: Bar, y: float) -> None:
    taken = len(bar.who) + len(bar.note)
    said = bar.words if taken + len(bar.words) <= _LINE else bar.words.split(" (")[0]  # the bounds are drawn anyway
    words = safe_text(said, longest=40)
    who = safe_text(bar.who, longest=max(_LINE - len(said) - len(bar.note), 30))
    if bar.note:
        who += f" <i>· {safe_text(bar.note, longest=40)}</i>"
    notes.append({"x": 0, "y": y, "xshift": 7, "xanchor": "left", "text": f"<s>{who}</s>" if bar.superseded else who})
    words = f"<s>{words}</s>" if bar.superseded else f"<b>{words}</b>"
    notes.append({"x": 1, "y": y, "xanchor": "right", "text": words})


def _draw_line(marks: _Marks, notes: Notes, bar: Bar, y: float, edge: float, ink: str) -> None:
    left, right = bar.low, bar.high
    if bar.qualifier in _UPWARDS and left is not None:
        _arrow(notes, left, edge, y, ink)
        marks.ticks([left], y, ink)
    elif bar.qualifier in _DOWNWARDS and right is not None:
        _arrow(notes, right, 0, y, ink)
        marks.ticks([right], y, ink)
    elif left is not None and right is not None:
        if right > left:
            marks.line([left, right], y, {"color": ink, "width": 3, "dash": "dot" if bar.doubtful else "solid"})
            if bar.dot is None:
                marks.ticks([left, right], y, ink)
        marks.line([0, left], y, {"color": FAINT, "width": 1, "dash": "dot"})


def _arrow(notes: Notes, start: float, tip: float, y: float, ink: str) -> None:
    ends = {"x": tip, "y": y, "ax": start, "ay": y, "xref": "x", "yref": "y", "axref": "x", "ayref": "y"}
    look = {"text": "", "yshift": 0, "showarrow": True, "arrowhead": 2, "arrowsize": 1.1, "arrowwidth": 2.5, "arrowcolor": ink}
    notes.append(ends | look)


def _draw_dot(marks: _Marks, bar: Bar, y: float, ink: str) -> None:
    open_dot = bar.doubtful or bar.qualifier in (Qualifier.APPROXIMATELY, Qualifier.NEARLY)
    symbol = ("x-thin" if bar.denied else "circle-open") if open_dot else "circle"
    if bar.dot is None or (bar.qualifier in _UPWARDS | _DOWNWARDS and not bar.doubtful):
        return
    marks.dot(bar.dot, y, symbol, ink, fact_id=bar.fact_id, hover=f"{safe_text(bar.who)}: {safe_text(bar.words)}")
