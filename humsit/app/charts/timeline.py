"""One measure over time: what each claimant said and when, revisions as steps, open ends as arrows, the last value in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import plotly.graph_objects as go

from humsit.app.charts.intervals import Bar, bar_of
from humsit.app.charts.style import FAINT, GREY, SERIES, SYMBOLS, calm, safe_text
from humsit.records import Figure, Qualifier

_ARROW = 26
_OPEN_UP = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_OPEN_DOWN = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Point:
    """One claim on a day."""

    day: dt.date
    bar: Bar

    @property
    def height(self) -> float:
        """Where it stands: the number written, else the middle of its bounds (of a range or vague words), else its one bound."""
        if self.bar.dot is not None:
            return float(self.bar.dot)
        return sum(self.bar.ends) / len(self.bar.ends) if self.bar.ends else 0.0


def point_of(figure: Figure, words: str, *, who: str, superseded: bool = False) -> Point | None:
    """A figure as a point in time: on its as-of day, else on the day of its report; None where neither is known."""
    day = figure.as_of or figure.published
    return Point(day, bar_of(figure, words, who=who, superseded=superseded)) if day else None


def timeline(points: Sequence[Point]) -> go.Figure:
    """One line a claimant, steps at the days for which it speaks; the axis from 0."""
    chart = calm(go.Figure(), height=250, left=8, right=8, top=28)
    ordered = sorted(points, key=lambda point: (point.bar.who, point.day))
    for number, (who, of_one) in enumerate(groupby(ordered, key=lambda point: point.bar.who)):
        _draw_series(chart, who, list(of_one), number)
    top = 1.4 * max((end for point in points for end in point.bar.ends), default=1.0)
    days = [point.day for point in points] or [dt.date(2000, 1, 1)]
    room = max(dt.timedelta(days=2), (max(days) - min(days)) / 6)
    chart.update_yaxes(range=[0, top], gridcolor=FAINT, fixedrange=True, nticks=5, tickformat=",", automargin=True, zeroline=True)
    chart.update_xaxes(
        range=[min(days) - room, max(days) + room],
        type="date",
        showgrid=False,
        fixedrange=True,
        tickformat="%-d %b<br>%Y",
        nticks=6,
        automargin=True,
        dtick=86_400_000 if max(days) - min(days) < dt.timedelta(days=4) else None,
    )
    return chart


def _draw_series(chart: go.Figure, who: str, points: list[Point], number: int) -> None:
    ink, symbol = SERIES[number % len(SERIES)], SYMBOLS[number % len(SYMBOLS)]
    current = [point for point in points if not point.bar.superseded]
    for point in points:
        _draw_bounds(chart, point, GREY if point.bar.superseded else ink)
    chart.add_scatter(
        x=[point.day for point in points],
        y=[point.height for point in points],
        mode="lines+markers",
        line={"color": ink, "width": 2, "shape": "hv"},
        marker={"symbol": symbol, "size": 11, "color": [GREY if point.bar.superseded else ink for point in points]},
        hovertext=[f"{safe_text(who)}, {point.day:%d %B %Y}: {safe_text(point.bar.words)}" for point in points],
        hoverinfo="text",
        customdata=[point.bar.fact_id for point in points],
        name=safe_text(who, longest=40),
    )
    if current:
        _write_last(chart, current[-1])


def _draw_bounds(chart: go.Figure, point: Point, ink: str) -> None:
    """A range as a bar with ends, an open end as an arrow of fixed length."""
    low, high, at = point.bar.low, point.bar.high, point.height
    if point.bar.qualifier in _OPEN_UP | _OPEN_DOWN:
        reach = -_ARROW if point.bar.qualifier in _OPEN_UP else _ARROW
        # plotly draws an arrow towards (x, y) from an offset in pixels; shifted back, the tail sits on the point.
        look = {"arrowhead": 2, "arrowwidth": 2, "arrowcolor": ink, "showarrow": True, "text": ""}
        chart.add_annotation(x=point.day, y=at, ax=0, ay=-reach, yshift=-reach, **look)
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


def _write_last(chart: go.Figure, point: Point) -> None:
    who, words = safe_text(point.bar.who, longest=30), safe_text(point.bar.words, longest=34)
    chart.add_annotation(
        x=point.day,
        y=point.height,
        text=f"<b>{words}</b><br>{who}",
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
        align="right",
        xshift=-10 if point.bar.qualifier in _OPEN_UP else 6,
        yshift=8,
        font={"size": 13},
    )
