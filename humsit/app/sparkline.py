"""A figure's course at a glance: what its leading claimants said over time, as a line no longer than a word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from humsit.app import markup, phrases
from humsit.app.words.timelines import of_figures
from humsit.claims import Claim, Question
from humsit.records import Figure, Stance
from humsit.tables import in_words

LEADING = 3
"""Claimants drawn: those with most figures, then the largest."""
TOLD = 6
"""Figures of a claimant that are told one by one to those who hear the page."""
WIDTH, HEIGHT, _EDGE = 132, 30, 4
_INKS = ("#2E86C1", "#8A8F98", "#8A8F98")
"""The first claimant's and the others'; each stands out by 3 to 1 on the light page and on the dark one."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What one claimant said, oldest first, each day once."""

    claim: Claim
    said: tuple[tuple[dt.date, float, Figure], ...]


def sparkline(question: Question) -> markup.Safe:
    """The lines with the same in words; nothing where no claimant said a number for two days."""
    lines = sorted(filter(None, map(_line, question.claims)), key=lambda line: (-len(line.said), -line.said[-1][1]))[:LEADING]
    if not lines:
        return markup.Safe("")
    return markup.picture(_drawn(lines), "; ".join(_told(line) for line in lines) + ".")


def _line(claim: Claim) -> _Line | None:
    """A claim's figures of which the day and a number are known; None for fewer than two."""
    if claim.stance is Stance.DENIED:
        return None
    by_day: dict[dt.date, tuple[float, Figure]] = {}
    for figure in (*claim.superseded, *claim.current):
        day, number = figure.as_of or figure.published, _number(figure)
        if day is not None and number is not None:
            by_day[day] = (number, figure)
    return _Line(claim, tuple((day, *by_day[day]) for day in sorted(by_day))) if len(by_day) > 1 else None


def _number(figure: Figure) -> float | None:
    """The number said, else the lowest or the only bound."""
    return next((float(one) for one in (figure.value, figure.low, figure.high) if one is not None), None)


def _drawn(lines: Sequence[_Line]) -> str:
    """An image of steps from 0, in numbers only: no text of a document is in it. The first claimant is drawn above the others."""
    days = [day for line in lines for day, _, _ in line.said]
    first, span = min(days), max(1, (max(days) - min(days)).days)
    most = max(number for line in lines for _, number, _ in line.said) or 1.0

    def x(day: dt.date) -> str:
        return f"{_EDGE + (WIDTH - 2 * _EDGE) * (day - first).days / span:.0f}"

    def y(number: float) -> str:
        return f"{HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * max(0.0, number) / most:.1f}"

    drawn = []
    for line, ink in reversed(list(zip(lines, _INKS, strict=False))):
        (begin, number, _), *rest = line.said
        steps = "".join(f"H{x(day)}V{y(height)}" for day, height, _ in rest)
        end, last, _ = line.said[-1]
        drawn.append(f'<g stroke="{ink}"><path d="M{x(begin)} {y(number)}{steps}"/>')
        drawn.append(f'<path d="M{x(end)} {y(last)}h0" stroke-width="5"/></g>')
    box = f'width="{WIDTH}" height="{HEIGHT}" fill="none" stroke-width="1.8" stroke-linecap="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(drawn)}</svg>'


def _told(line: _Line) -> str:
    """The same in words: "Medics: 12 (1 May 2024), 15 (3 May 2024)"; of many the first, the largest and the last."""
    said = list(line.said)
    largest = max(said, key=lambda one: one[1])
    told = said if len(said) <= TOLD else sorted({said[0], largest, said[-1]}, key=lambda one: one[0])
    listed = ", ".join(f"{in_words(figure)} ({phrases.day(day)})" for day, _, figure in told)
    of = of_figures(len(said)) if len(told) < len(said) else ""
    return f"{phrases.claimant(line.claim)}: {listed}{of}"
