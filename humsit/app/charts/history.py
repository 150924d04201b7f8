"""One question over time: what each claimant said as steps, ranges as bands, open ends as arrows to the edge of the chart.

Times in which claims ruled each other out are hatched and labelled. Reports stand as ticks along the bottom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from humsit.app import phrases
from humsit.app.charts.labels import text_width
from humsit.app.charts.style import FAINT, GREY, SERIES, SYMBOLS, VERMILLION, Notes, calm, safe_text, see_through
from humsit.app.charts.timeline import Point
from humsit.app.words import counts, timelines
from humsit.app.words.charts import REPLACED_SINCE, without_article
from humsit.records import Qualifier
from humsit.situation.stretches import Contest
from humsit.tables import number_in_words

HEIGHT, TOP, BOTTOM, LABEL = 330, 22, 42, 132
"""Pixels; LABEL are those at the right for the words of the lines."""
LINES, FIGURES, REPORTS = 8, 280, 150
"""Claimants, figures and days of reports drawn in one chart at most: below 2,000 points in all."""
LETTERS, ROW = 19, 34
_OPEN_UP = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_OPEN_DOWN = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_RUG = 0.075
"""How far below zero the ticks of reports stand, as a part of the axis."""
_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Report:
    """A report that carries figures of the question: a tick on the day on which it was printed."""

    day: dt.date
    words: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a chart shows."""

    first: dt.date
    last: dt.date

    @classmethod
    def around(cls, days: Sequence[dt.date]) -> Span:
        """All the days, with some room at both ends."""
        room = max(dt.timedelta(days=1), (max(days) - min(days)) / 24)
        return cls(min(days) - room, max(days) + room)

    @property
    def axis(self) -> dict[str, Any]:
        """The axis of days, the same for every chart of the view."""
        short = (self.last - self.first).days < 6
        look = {"type": "date", "showgrid": False, "fixedrange": True, "tickformat": "%-d %b<br>%Y", "nticks": 5}
        return look | {"range": [self.first, self.last], "dtick": _DAY if short else None}


def drawn_lines(points: Sequence[Point]) -> tuple[list[list[Point]], int]:
    """The claimants that are drawn, each with its figures in the order of days; and how many figures are left out."""
    ordered = sorted(points, key=lambda point: (point.line, point.day, not point.bar.superseded))
    lines = [list(line) for _, line in groupby(ordered, key=lambda point: point.line)]
    lines.sort(key=lambda line: (-len(line), -line[-1].height, line[0].line))
    kept = lines[:LINES]
    most = FIGURES // max(len(kept), 1)
    kept = [line[-most:] for line in kept]
    return kept, len(points) - sum(map(len, kept))


def top_of(points: Sequence[Point]) -> float:
    """Where the axis of these figures ends."""
    return 1.15 * max((end for point in points for end in point.bar.ends), default=1.0) or 1.0


def margin_of(top: float) -> int:
    """Pixels at the left for the numbers of an axis that ends there."""
    return round(text_width(f"{top:,.0f}", 12.5)) + 14


def history(
    points: Sequence[Point],
    span: Span,
    *,
    contests: Sequence[Contest] = (),
    reports: Sequence[Report] = (),
    denials: Sequence[Report] = (),
    left: int = 0,
) -> go.Figure:
    """Every claimant as a line of steps from its first figure to the end of the chart; the axis from 0.

    `left`: pixels at the left where several charts stand one under the other on one axis of days.
    """
    lines, _ = drawn_lines(points)
    top = top_of([point for line in lines for point in line])
    left = max(left, margin_of(top))
    chart = calm(go.Figure(), height=HEIGHT, left=left, right=LABEL, top=TOP, bottom=BOTTOM)
    notes: Notes = []
    for contest in contests:
        notes.append(_hatch(chart, contest, span, top))
    for number, line in enumerate(lines):
        _draw_bands(chart, line, span, top, _ink(number))
        notes += _arrows(line, top, _ink(number))
        _draw_line(chart, line, span, number)
    _draw_denials(chart, denials)
    _draw_reports(chart, reports, top)
    chart.update_layout(annotations=notes + _ends(lines, top))
    low = -2 * _RUG * top if reports else 0
    chart.update_yaxes(range=[low, top], gridcolor=FAINT, fixedrange=True, nticks=5, tickformat=",", zeroline=True)
    chart.update_yaxes(zerolinecolor=GREY, automargin=False)
    chart.update_xaxes(**span.axis, automargin=False)
    chart.update_layout(clickmode="event+select")
    return chart


def _ink(number: int) -> str:
    return SERIES[number % len(SERIES)]


def _until(line: Sequence[Point], span: Span) -> list[tuple[Point, dt.date]]:
    """Each figure with the day on which its claimant said the next one."""
    return list(zip(line, [*(after.day for after in line[1:]), span.last], strict=True))


def _draw_line(chart: go.Figure, line: Sequence[Point], span: Span, number: int) -> None:
    """Replaced figures as dotted steps, what stands as a solid line to the end, and a mark for every figure."""
    ink, symbol = _ink(number), SYMBOLS[number % len(SYMBOLS)]
    now = next((at for at, point in enumerate(line) if not point.bar.superseded), len(line))
    before, standing = line[: now + 1], line[now:]
    steps = {"mode": "lines", "hoverinfo": "skip"}
    if len(before) > 1:
        look = {"color": ink, "width": 1.5, "dash": "dot", "shape": "hv"}
        chart.add_scatter(x=[p.day for p in before], y=[p.height for p in before], line=look, **steps, name="replaced")
    if standing:
        look = {"color": ink, "width": 2.5, "shape": "hv"}
        days = [*(point.day for point in standing), span.last]
        chart.add_scatter(x=days, y=[*(p.height for p in standing), standing[-1].height], line=look, **steps, name="stands")
    chart.add_scatter(
        x=[point.day for point in line],
        y=[point.height for point in line],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": [_symbol(point, symbol) for point in line],
            "size": [8 if point.bar.superseded else 11 for point in line],
            "color": [GREY if point.bar.superseded else ink for point in line],
            "line": {"width": 1.5, "color": [GREY if point.bar.superseded else ink for point in line]},
        },
        customdata=[point.bar.fact_id for point in line],
        hovertext=[_hover(point) for point in line],
        hoverinfo="text",
        name=safe_text(line[0].bar.who, longest=40),
    )


def _symbol(point: Point, symbol: str) -> str:
    """Open for what is about so much, cannot be confirmed or is denied."""
    about = point.bar.qualifier in (Qualifier.APPROXIMATELY, Qualifier.NEARLY, Qualifier.VAGUE)
    if point.bar.denied:
        return "x-thin-open"
    return f"{symbol}-open" if about or point.bar.doubtful else symbol


def _hover(point: Point) -> str:
    said = f"<b>{safe_text(point.bar.words)}</b><br>{safe_text(point.bar.who)}, {phrases.day(point.day)}"
    notes = [safe_text(note) for note in (point.bar.note, REPLACED_SINCE if point.bar.superseded else "") if note]
    return "<br>".join([said, *notes])


def _draw_bands(chart: go.Figure, line: Sequence[Point], span: Span, top: float, ink: str) -> None:
    """A range for as long as it stood; an open end reaches to the edge, paler."""
    for point, until in _until(line, span):
        low, high, open_ended = _bounds(point, top)
        if high <= low or until <= point.day:
            continue
        alpha = (0.05 if open_ended else 0.16) * (0.6 if point.bar.superseded else 1)
        chart.add_scatter(
            x=[point.day, until, until, point.day],
            y=[low, low, high, high],
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=see_through(ink, alpha),
            hoverinfo="skip",
            name="open-end" if open_ended else "range",
        )


def _bounds(point: Point, top: float) -> tuple[float, float, bool]:
    bar = point.bar
    if bar.qualifier in _OPEN_UP:
        return (bar.low if bar.low is not None else point.height), top, True
    if bar.qualifier in _OPEN_DOWN:
        return 0, (bar.high if bar.high is not None else point.height), True
    if bar.low is None or bar.high is None:
        return 0, 0, False
    return bar.low, bar.high, False


def _arrows(line: Sequence[Point], top: float, ink: str) -> Notes:
    """From an "at least" to the upper edge, from an "at most" to 0; only of what still stands where a claimant said much."""
    notes: Notes = []
    for point in line:
        if point.bar.qualifier not in _OPEN_UP | _OPEN_DOWN or (point.bar.superseded and len(line) > REPORTS // 10):
            continue
        tip = top if point.bar.qualifier in _OPEN_UP else 0
        ends = {"x": point.day, "y": tip, "ax": point.day, "ay": point.height}
        frame = {"xref": "x", "yref": "y", "axref": "x", "ayref": "y", "showarrow": True, "text": ""}
        look = {"arrowhead": 2, "arrowwidth": 1.6, "arrowcolor": GREY if point.bar.superseded else ink}
        notes.append(ends | frame | look)
    return notes


def _hatch(chart: go.Figure, contest: Contest, span: Span, top: float) -> dict[str, Any]:
    """The time of a contest, hatched from edge to edge; gives its label."""
    until = contest.last or span.last
    chart.add_scatter(
        x=[contest.first, until, until, contest.first],
        y=[0, 0, top, top],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor="rgba(0,0,0,0)",
        fillpattern={"shape": "/", "fgcolor": VERMILLION, "fgopacity": 0.45, "size": 9, "solidity": 0.12},
        hoverinfo="skip",
        name=timelines.CONTESTED,
    )
    text = f"<b>{safe_text(contest_words(contest))}</b>"
    begins, ends = ((day - span.first) / (span.last - span.first) for day in (contest.first, until))
    across = "left" if begins + ends < 0.7 else "right" if begins + ends > 1.3 else "center"
    at = {"left": contest.first, "right": until, "center": contest.first + (until - contest.first) / 2}[across]
    place = {"x": at, "xanchor": across, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "borderpad": 0}
    return place | {"text": text, "font": {"size": 11.5, "color": VERMILLION}}


def contest_words(contest: Contest) -> str:
    """What a stretch is labelled with: "contested: 500 to 9,000"."""
    if contest.low is None or contest.high is None:
        return timelines.DENIED
    return timelines.contested(number_in_words(contest.low), number_in_words(contest.high))


def _draw_denials(chart: go.Figure, denials: Sequence[Report]) -> None:
    """Who denies that there were any, at zero."""
    chart.add_scatter(
        x=[denial.day for denial in denials],
        y=[0] * len(denials),
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "x-thin", "size": 12, "line": {"width": 3, "color": VERMILLION}},
        customdata=[denial.fact_id for denial in denials],
        hovertext=[safe_text(denial.words) for denial in denials],
        hoverinfo="text",
        name=timelines.DENIED,
    )


def _draw_reports(chart: go.Figure, reports: Sequence[Report], top: float) -> None:
    by_day: dict[dt.date, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.day):
        by_day.setdefault(report.day, []).append(report)
    days = list(by_day)[-REPORTS:]
    chart.add_scatter(
        x=days,
        y=[-_RUG * top] * len(days),
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "line-ns", "size": 12, "line": {"width": 2, "color": GREY}},
        customdata=[by_day[day][0].fact_id for day in days],
        hovertext=[_named(by_day[day]) for day in days],
        hoverinfo="text",
        name=timelines.REPORTS,
    )


def _named(reports: Sequence[Report]) -> str:
    lines = [safe_text(report.words, longest=110) for report in reports[:6]]
    more = [counts.and_more(len(reports) - 6)] if len(reports) > 6 else []
    return "<br>".join([*lines, *more])


def _ends(lines: Sequence[Sequence[Point]], top: float) -> Notes:
    """The words of each line's newest figure beside its end, one below the other where ends are close."""
    floor = HEIGHT - TOP - BOTTOM
    wanted = sorted(((1 - (line[-1].height / top + 2 * _RUG) / (1 + 2 * _RUG)) * floor, n) for n, line in enumerate(lines))
    notes: Notes = []
    taken = -float(ROW)
    for rank, (y, number) in enumerate(wanted):
        taken = min(max(y, taken + ROW, ROW / 2 - TOP / 2), floor - ROW / 2 - ROW * (len(wanted) - 1 - rank))
        notes.append(_end(lines[number][-1], _ink(number)) | {"y": 1 - taken / floor})
    return notes


def _end(newest: Point, ink: str) -> dict[str, Any]:
    value = _cut(newest.bar.words.split(" (")[0])
    who = _cut(without_article(newest.bar.who))
    text = f"<span style='color:{ink}'>■</span> <b>{safe_text(value)}</b><br><span style='font-size:12px'>{safe_text(who)}</span>"
    frame = {"x": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "middle", "xshift": 8, "align": "left"}
    return frame | {"text": text, "showarrow": False, "font": {"size": 13}, "borderpad": 0}


def _cut(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LETTERS else f"{one_line[: LETTERS - 1].rstrip(' ·,')}…"
