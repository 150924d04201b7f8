"""A measure over time as a panel: the largest questions as lines, in the unit that most figures have; the rest is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from humsit.app import markup, panels, phrases, ranked, words
from humsit.app.charts import Point, point_of, timeline
from humsit.app.desk import Desk
from humsit.app.words import charts, counts, situation
from humsit.claims import Question
from humsit.records import Figure, Measure, Unit
from humsit.situation import Selection, Tally
from humsit.tables import in_words

LARGEST, LINES, STEPS, NAMED = 12, 20, 8, 4
"""Questions drawn in one panel at most, the claims of all of them, earlier figures of one claimant, and figures named that
have no day."""


def largest_of(desk: Desk, selection: Selection, tally: Tally, measure: Measure) -> tuple[Measure, Unit, list[Question]]:
    """The largest questions of a measure, in people where anybody counts people: families are never drawn on the same scale."""
    units = tally.units(measure)
    unit = Unit.PEOPLE if Unit.PEOPLE in units else next(iter(units))
    asked = desk.questions(selection, measure=(measure,), unit=(unit,), by_size=True, limit=LARGEST)
    lines = list(accumulate(len(question.claims) for question in asked))
    return measure, unit, [question for question, number in zip(asked, lines, strict=True) if number <= LINES] or asked[:1]


def panel(measure: Measure, unit: Unit, asked: Sequence[Question], units: Mapping[Unit, int]) -> None:
    """One measure: the sentence that reads it, its lines, and what is not drawn; `units`: how many questions in each."""
    points, undated = _points(asked)
    markup.heading(words.MEASURE[measure], level=3)
    if points:
        markup.reading(_reading(points, len(asked)))
        said = "; ".join(f"{point.day}: {point.bar.words}, {point.bar.who}" for point in points[:20])
        panels.draw(timeline(points), key=f"situation_{measure.value}", alt=f"{charts.over_time(words.MEASURE[measure])} {said}")
    notes = [ranked.drawn_of(len(asked), units[unit]), _undated(undated), _other_units(units, unit)]
    told = (figure for question in asked for figure, _, _ in _told(question))
    markup.sources("".join(notes), charts.SOURCE, panels.sources_of(told))


def _points(questions: Sequence[Question]) -> tuple[list[Point], list[str]]:
    several = len({(question.place, phrases.whose(question)) for question in questions}) > 1
    points: list[Point] = []
    undated: list[str] = []
    for question in questions:
        where = question.place or phrases.first_big(phrases.counted(question)) if several else ""
        where = "" if where == words.MEASURE[question.measure] else where
        for figure, superseded, claimant in _told(question):
            who = " · ".join(part for part in (where, claimant) if part)
            line = f"{question.question_id} {claimant}"
            point = point_of(figure, in_words(figure), who=who, superseded=superseded, series=line)
            if point:
                points.append(point)
            else:
                undated.append(in_words(figure))
    return points, undated


def _told(question: Question) -> list[tuple[Figure, bool, str]]:
    """The figures of a question, whether each is superseded, and whose it is; of a long course the last steps."""
    told = [(claim.figure, False, phrases.claimant(claim)) for claim in question.claims]
    return told + [(old, True, phrases.claimant(claim)) for claim in question.claims for old in claim.superseded[-STEPS:]]


def _reading(points: Sequence[Point], questions: int) -> str:
    current = [point for point in points if not point.bar.superseded]
    lead = max(current, key=lambda point: point.height) if questions > 1 else max(current, key=lambda point: point.day)
    days = len({point.day for point in points})
    if days == 1:
        trend = situation.ONE_DAY
    elif len({point.line for point in points}) == len(points):
        trend = situation.never_revised(days)
    else:
        trend = situation.steps(days)
    said = situation.largest if questions > 1 else situation.newest
    return f"{said(lead.bar.who, lead.bar.words, phrases.day(lead.day))} {trend}"


def _undated(undated: Sequence[str]) -> str:
    return charts.undated(counts.first_of(undated, NAMED)) if undated else ""


def _other_units(units: Mapping[Unit, int], unit: Unit) -> str:
    others = {other: number for other, number in units.items() if other is not unit}
    if not others:
        return ""
    return charts.other_units(sum(others.values()), [words.UNIT[other] for other in others])
