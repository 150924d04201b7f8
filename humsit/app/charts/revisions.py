"""What the claimants of one question said one after the other: a step where a claimant revised its figure, a range as a band for
as long as it stood, an open end as an arrow, a fall pointing down. Each line ends in its words, at the right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any

import plotly.graph_objects as go

from humsit.app.charts.labels import text_width
from humsit.app.charts.style import FAINT, GREY, SERIES, SYMBOLS, Notes, calm, safe_text, see_through
from humsit.app.charts.timeline import Point
from humsit.app.words.charts import REVISED_DOWN, without_article
from humsit.records import Qualifier

LABEL, LETTERS, ROW = 126, 18, 34
"""Pixels at the right for the words of a line, letters that fit there, pixels that a line's words take."""
LINES = 8
"""Lines drawn at most, those with most revisions first."""
TOP, BOTTOM, LEAST = 14, 40, 140
FALL = "triangle-down"
"""How a fall is marked."""
_ARROW, _BAND = 20, 0.18
_OPEN_UP = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_OPEN_DOWN = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
Line = Sequence[Point]


def revisions(points: Sequence[Point]) -> go.Figure:
    """Every claim as a line of steps over its days, from 0; what was replaced is grey."""
    lines = _lines(points)[:LINES]
    floor = max(LEAST, ROW * len(lines))
    top = 1.12 * max((end for line in lines for point in line for end in point.bar.ends), default=1.0) or 1.0
    left = round(text_width(f"{top:,.0f}", 12.5)) + 14
    chart = calm(go.Figure(), height=floor + TOP + BOTTOM, left=left, right=LABEL, top=TOP, bottom=BOTTOM)
    days = [point.day for line in lines for point in line] or [dt.date(2000, 1, 1)]
    notes: Notes = []
    for number, line in enumerate(lines):
        _draw(chart, notes, line, max(days), number)
    notes += _ends(lines, floor, top)
    chart.update_layout(annotations=notes, template_layout_annotationdefaults=_AT_THE_END)
    _axes(chart, min(days), max(days), top)
    return chart


def _lines(points: Sequence[Point]) -> list[list[Point]]:
    """The points of each claim in the order of days."""
    ordered = sorted(points, key=lambda point: (point.line, point.day, not point.bar.superseded))
    lines = [list(line) for _, line in groupby(ordered, key=lambda point: point.line)]
    return sorted(lines, key=lambda line: (-len(line), -line[-1].height, line[0].line))


def fell(before: Point, after: Point) -> bool:
    """Whether the later figure lies wholly below the earlier one."""
    ends = before.bar.ends, after.bar.ends
    return all(ends) and max(ends[1]) < min(ends[0]) and after.day > before.day


def _draw(chart: go.Figure, notes: Notes, line: Line, last: dt.date, number: int) -> None:
    ink, symbol = SERIES[number % len(SERIES)], SYMBOLS[number % len(SYMBOLS)]
    for point, until in zip(line, [*(after.day for after in line[1:]), last], strict=True):
        _band(chart, point, until, ink)
        notes += _arrow(point, GREY if point.bar.superseded else ink)
    if last > line[-1].day:
        guide = {"color": ink, "width": 1.5, "dash": "dot"}
        chart.add_scatter(x=[line[-1].day, last], y=[line[-1].height] * 2, mode="lines", line=guide, hoverinfo="skip")
    fallen = [False, *(fell(*pair) for pair in pairwise(line))]
    chart.add_scatter(
        x=[point.day for point in line],
        y=[point.height for point in line],
        mode="lines+markers",
        cliponaxis=False,
        line={"color": ink, "width": 2, "shape": "hv"},
        marker={
            "symbol": [FALL if down else symbol for down in fallen] if any(fallen) else symbol,
            "size": [14 if down else 10 for down in fallen] if any(fallen) else 10,
            "color": [GREY if point.bar.superseded else ink for point in line],
        },
        hovertext=[_hover(point, down) for point, down in zip(line, fallen, strict=True)],
        hoverinfo="text",
        customdata=[point.bar.fact_id for point in line],
        name=safe_text(line[0].bar.who, longest=40),
    )


def _hover(point: Point, down: bool) -> str:
    return f"{point.said}, {REVISED_DOWN}" if down else point.said


def _band(chart: go.Figure, point: Point, until: dt.date, ink: str) -> None:
    """A range for as long as it stood; its ends on the day itself."""
    low, high = point.bar.low, point.bar.high
    if low is None or high is None or high <= low:
        return
    if until > point.day:
        days, ends = [point.day, until, until, point.day], [low, low, high, high]
        colour = see_through(ink, _BAND)
        chart.add_scatter(x=days, y=ends, mode="lines", line_width=0, fill="toself", fillcolor=colour, hoverinfo="skip")
    grey = GREY if point.bar.superseded else ink
    mark = {"symbol": "line-ew", "size": 9, "line": {"color": grey, "width": 2}}
    chart.add_scatter(
        x=[point.day] * 2,
        y=[low, high],
        mode="lines+markers",
        cliponaxis=False,
        line={"color": grey, "width": 2},
        marker=mark,
        hoverinfo="skip",
    )


def _arrow(point: Point, ink: str) -> Notes:
    if point.bar.qualifier not in _OPEN_UP | _OPEN_DOWN:
        return []
    reach = -_ARROW if point.bar.qualifier in _OPEN_UP else _ARROW
    look = {"arrowhead": 2, "arrowwidth": 2, "arrowcolor": ink, "showarrow": True, "text": ""}
    look |= {"xshift": 0, "xanchor": "auto", "yanchor": "auto"}
    return [{"x": point.day, "y": point.height, "ax": 0, "ay": -reach, "yshift": -reach, **look}]


def _ends(lines: Sequence[Line], floor: int, top: float) -> Notes:
    """The words of each line's newest figure beside its end, one below the other where the ends are close."""
    wanted = sorted(((1 - line[-1].height / top) * floor, number) for number, line in enumerate(lines))
    notes: Notes = []
    lowest = floor - ROW / 2
    for rank, (y, number) in enumerate(wanted):
        least = notes[-1]["_y"] + ROW if notes else ROW / 2 - TOP
        at = min(max(y, least), lowest - ROW * (len(wanted) - 1 - rank))
        notes.append(_words(lines[number], SERIES[number % len(SERIES)]) | {"y": 1 - at / floor, "_y": at})
    return [{name: value for name, value in note.items() if name != "_y"} for note in notes]


def _words(line: Line, ink: str) -> dict[str, Any]:
    newest = line[-1]
    down = len(line) > 1 and fell(line[-2], newest)
    value = _cut(newest.bar.words.split(" (")[0])
    who = _cut(without_article(newest.bar.who))
    mark = f"<span style='color:{ink}'>{'▼' if down else '■'}</span>"
    text = f"{mark} <b>{safe_text(value)}</b><br><span style='font-size:12px'>{safe_text(who)}</span>"
    return {"x": 1, "xref": "paper", "yref": "paper", "text": text, "showarrow": False}


_AT_THE_END = {"align": "left", "xanchor": "left", "yanchor": "middle", "xshift": 15, "font": {"size": 13}, "borderpad": 0}
"""How the words of a line stand, said once for all; an arrow stands otherwise."""


def _cut(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LETTERS else f"{one_line[: LETTERS - 1].rstrip(' ·,')}…"


def _axes(chart: go.Figure, first: dt.date, last: dt.date, top: float) -> None:
    span = last - first
    room = max(dt.timedelta(hours=12), span / 12)
    few = span < dt.timedelta(days=4)
    chart.update_yaxes(range=[0, top], gridcolor=FAINT, fixedrange=True, nticks=4, tickformat=",", zeroline=True)
    chart.update_xaxes(
        range=[dt.datetime.combine(first, dt.time()) - room, dt.datetime.combine(last, dt.time())],
        type="date",
        showgrid=False,
        fixedrange=True,
        tickformat="%-d %b<br>%Y",
        nticks=4,
        dtick=86_400_000 if few else None,
    )
    chart.update_layout(yaxis_automargin=False, xaxis_automargin=False)
