"""One measure over time: a line a claim, which steps only where its claimant revised it; open ends as arrows.

The newest figures of the largest claims have their words beside them, as many as fit; every other mark is grey and says its
words when pointed at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from humsit.app import phrases
from humsit.app.charts.intervals import Bar, bar_of
from humsit.app.charts.labels import LINE, MARK, Placed, Spot, place, text_width
from humsit.app.charts.style import FAINT, GREY, SERIES, SYMBOLS, Notes, calm, safe_text
from humsit.app.words.charts import without_article
from humsit.records import Figure, Qualifier

LABELS = 6
"""Marks that have their words beside them, at most."""
HEIGHT, TOP, BOTTOM, RIGHT = 290, 34, 46, 8
_ARROW = 26
_OPEN_UP = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_OPEN_DOWN = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_MANY = 40
_VALUE, _WHO = (21, 13), (25, 12)
"""The most letters of a label's two lines, and their size; so that both fit beside any mark of a phone's panel."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on a day. `series`: the claim that it belongs to, where that is more than who says it."""

    day: dt.date
    bar: Bar
    series: str = ""

    @property
    def height(self) -> float:
        """Where it stands: the number written, else the middle of its bounds (of a range or vague words), else its one bound."""
        if self.bar.dot is not None:
            return float(self.bar.dot)
        return sum(self.bar.ends) / len(self.bar.ends) if self.bar.ends else 0.0

    @property
    def line(self) -> str:
        """The line that it is a point of."""
        return self.series or self.bar.who

    @property
    def said(self) -> str:
        """What is printed when the mouse is on it: who said what, and when."""
        return f"{safe_text(self.bar.who)}, {phrases.day(self.day)}: {safe_text(self.bar.words)}"


def point_of(figure: Figure, words: str, *, who: str, superseded: bool = False, series: str = "") -> Point | None:
    """A figure as a point in time: on its as-of day, else on the day of its report; None where neither is known."""
    day = figure.as_of or figure.published
    return Point(day, bar_of(figure, words, who=who, superseded=superseded), series) if day else None


def timeline(points: Sequence[Point]) -> go.Figure:
    """Every point as a mark, each claim as a line; the axis from 0."""
    frame = _Frame.around(points)
    chart = calm(go.Figure(), height=HEIGHT, left=frame.left, right=RIGHT, top=TOP, bottom=BOTTOM)
    ordered = sorted(points, key=lambda point: (point.line, point.day, not point.bar.superseded))
    lines = [list(of_one) for _, of_one in groupby(ordered, key=lambda point: point.line)]
    lines.sort(key=lambda line: (-_newest(line).height, line[0].line))
    labels = _labels(lines, points, frame)
    notes: Notes = []
    named = [number for number in range(len(lines)) if number in labels]
    for number, line in enumerate(lines):
        _draw_line(chart, notes, line, named.index(number) if number in labels else None, frame)
    notes += [_written(_newest(lines[number]), placed) for number, placed in labels.items()]
    chart.update_layout(annotations=notes)
    frame.lay(chart)
    return chart


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the axes span, and how that is drawn in pixels."""

    first: dt.date
    last: dt.date
    top: float
    one_by_one: bool

    @classmethod
    def around(cls, points: Sequence[Point]) -> _Frame:
        days = [point.day for point in points] or [dt.date(2000, 1, 1)]
        span = max(days) - min(days)
        room = max(dt.timedelta(days=2), span / 7)
        top = 1.45 * max((end for point in points for end in point.bar.ends), default=1.0)
        return cls(min(days) - room, max(days) + room, top or 1.0, span < dt.timedelta(days=4))

    @property
    def left(self) -> int:
        """Room for the longest number on the axis."""
        return round(text_width(f"{self.top:,.0f}", 12.5)) + 14

    def spot(self, point: Point) -> tuple[float, float]:
        """Where a point stands: from 0 to 1 along the days, and in pixels from the top of the plot."""
        return (point.day - self.first) / (self.last - self.first), (1 - point.height / self.top) * (HEIGHT - TOP - BOTTOM)

    def lay(self, chart: go.Figure) -> None:
        chart.update_yaxes(range=[0, self.top], gridcolor=FAINT, fixedrange=True, nticks=5, tickformat=",", zeroline=True)
        chart.update_xaxes(
            range=[self.first, self.last],
            type="date",
            showgrid=False,
            fixedrange=True,
            tickformat="%-d %b<br>%Y",
            nticks=5,
            dtick=86_400_000 if self.one_by_one else None,
        )
        chart.update_layout(yaxis_automargin=False, xaxis_automargin=False)


def _newest(line: Sequence[Point]) -> Point:
    return next((point for point in reversed(line) if not point.bar.superseded), line[-1])


def _labels(lines: Sequence[Sequence[Point]], points: Sequence[Point], frame: _Frame) -> dict[int, Placed]:
    """The line's number → where the words of its newest point stand; the largest lines are asked first."""
    spots = []
    for line in lines[: 4 * LABELS]:
        newest = _newest(line)
        x, y = frame.spot(newest)
        value, who = _said(newest)
        width = max(text_width(value, _VALUE[1], bold=True), text_width(who, _WHO[1]))
        spots.append(Spot(x, y, width, 2 * LINE, _ARROW if newest.bar.qualifier in _OPEN_UP else 0))
    floor = HEIGHT - TOP - BOTTOM
    placed = place(spots, [frame.spot(point) for point in points], floor=floor, ceiling=-TOP)
    return dict(list(placed.items())[:LABELS])


def _said(point: Point) -> tuple[str, str]:
    """Value and claimant, short enough for a label; the bounds of vague words are in the table."""
    who = " · ".join(without_article(part) for part in point.bar.who.split(" · "))
    return _cut(point.bar.words.split(" (")[0], _VALUE[0]), _cut(who, _WHO[0])


def _cut(text: str, longest: int) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1].rstrip(' ·,')}…"


def _draw_line(chart: go.Figure, notes: Notes, line: Sequence[Point], look: int | None, frame: _Frame) -> None:
    """A claim in its colour and shape; one without words in grey."""
    ink, symbol = (SERIES[look % len(SERIES)], SYMBOLS[look % len(SYMBOLS)]) if look is not None else (GREY, "circle")
    for point in line if len(line) <= _MANY else line[-1:]:
        _draw_bounds(chart, notes, point, GREY if point.bar.superseded else ink, frame)
    size = (11 if look is not None else 7) if len(line) <= _MANY else 4
    chart.add_scatter(
        x=[point.day for point in line],
        y=[point.height for point in line],
        mode="lines+markers" if len(line) > 1 else "markers",
        line={"color": ink, "width": 2 if look is not None else 1, "shape": "hv"},
        marker={"symbol": symbol, "size": size, "color": [GREY if point.bar.superseded else ink for point in line]},
        hovertext=[point.said for point in line],
        hoverinfo="text",
        customdata=[point.bar.fact_id for point in line],
        name=safe_text(line[0].bar.who, longest=40),
    )


def _draw_bounds(chart: go.Figure, notes: Notes, point: Point, ink: str, frame: _Frame) -> None:
    """A range as a bar with ends, an open end as an arrow of fixed length, but never into the dates below the axis."""
    low, high, at = point.bar.low, point.bar.high, point.height
    if point.bar.qualifier in _OPEN_UP | _OPEN_DOWN:
        below = HEIGHT - TOP - BOTTOM - frame.spot(point)[1]
        reach = -_ARROW if point.bar.qualifier in _OPEN_UP else min(_ARROW, below)
        # plotly draws an arrow towards (x, y) from an offset in pixels; shifted back, the tail sits on the point.
        look = {"arrowhead": 2, "arrowwidth": 2, "arrowcolor": ink, "showarrow": True, "text": ""}
        if abs(reach) >= MARK:
            notes.append({"x": point.day, "y": at, "ax": 0, "ay": -reach, "yshift": -reach, **look})
    elif low is not None and high is not None and high > low:
        mark = {"symbol": "line-ew", "size": 10, "line": {"color": ink, "width": 2}}
        chart.add_scatter(
            x=[point.day, point.day],
            y=[low, high],
            mode="lines+markers",
            line={"color": ink, "width": 2},
            marker=mark,
            hoverinfo="skip",
        )


def _written(point: Point, placed: Placed) -> dict[str, Any]:
    value, who = (safe_text(part) for part in _said(point))
    return {
        "x": point.day,
        "y": point.height,
        "text": f"<b>{value}</b><br><span style='font-size:{_WHO[1]}px'>{who}</span>",
        "showarrow": False,
        "xanchor": placed.across,
        "yanchor": "bottom" if placed.above else "top",
        "align": placed.across,
        "xshift": placed.shift,
        "yshift": placed.rise,
        "borderpad": 0,
        "font": {"size": _VALUE[1]},
    }
