"""What a timeline draws of a question, as plain records: claimants' figures, reports, and the conditions at its places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from humsit.app import phrases, words
from humsit.app.charts import Point, point_of
from humsit.app.charts.history import REPORTS, Report, Span, margin_of, top_of
from humsit.app.charts.stretches import ROWS, Piece, Row
from humsit.app.desk import Desk
from humsit.app.words.charts import DENIES_ANY
from humsit.claims import ConditionQuestion, Question, standings_of
from humsit.records import AnyFact, Denial, Figure, HumsitError
from humsit.situation import Known, Selection, Situation
from humsit.situation.stretches import contests, day_of, held, told_by
from humsit.tables import figures_table, in_words

TITLES = 4_096
"""Titles of reports that are kept at hand."""
MOST_PLACES = 20
"""Places whose conditions are asked for."""
MOST_CONDITIONS = 200
"""Conditions at these places that are looked at, disputed ones first."""
TABLED = 300
"""Figures in the table below the charts."""


def points_of(question: Question) -> tuple[list[Point], int]:
    """All that its claimants said, oldest first; and how many figures have no day."""
    points: list[Point] = []
    undated = 0
    for claim in question.claims:
        known = {claim.figure.fact_id, *(figure.fact_id for figure in claim.current)}
        for figure in told_by(claim):
            gone = figure.fact_id not in known
            line = f"{phrases.claimant(claim)} {claim.figure.fact_id}"
            point = point_of(figure, in_words(figure), who=phrases.claimant(claim), superseded=gone, series=line)
            if point:
                note = phrases.stance_word(figure.stance)
                points.append(Point(point.day, replace(point.bar, note=note) if note else point.bar, line))
        undated += len(known | {figure.fact_id for figure in claim.superseded}) - len(told_by(claim))
    return points, undated


def reports_of(desk: Desk, question: Question) -> list[Report]:
    """The reports that carry its figures and denials, each once, on the day on which it was printed; the newest ones."""
    first: dict[str, AnyFact] = {}
    facts: list[Figure | Denial] = [figure for claim in question.claims for figure in told_by(claim)]
    for fact in (*facts, *question.denials):
        if fact.published:
            first.setdefault(fact.document_id, fact)
    newest = sorted(first.values(), key=lambda fact: (fact.published or dt.date.min, fact.document_id))[-REPORTS:]
    return [Report(fact.published, _named(desk, fact), fact.fact_id) for fact in newest if fact.published]


def denials_of(question: Question) -> list[Report]:
    """Who denies without a number that there were any, and when."""
    dated = [(day, denial) for denial in question.denials if (day := day_of(denial))]
    return [Report(day, f"{phrases.who(denial)}: {DENIES_ANY}, {phrases.day(day)}", denial.fact_id) for day, denial in dated]


def margin(questions: Iterable[Question]) -> int:
    """Pixels at the left for the numbers of all these questions' charts, so that their days stand one under the other."""
    return max((margin_of(top_of(points_of(question)[0])) for question in questions), default=0)


def _named(desk: Desk, fact: AnyFact) -> str:
    title = _title(desk.situation, fact.document_id)
    return f"{title} — {phrases.source(fact)}" if title else phrases.source(fact)


@lru_cache(TITLES)
def _title(situation: Situation, document_id: str) -> str:
    """A report's title; it never changes, for a report is kept as it was received."""
    try:
        return phrases.title(situation.document(document_id))
    except HumsitError:
        return ""


def span_of(questions: Iterable[Question]) -> Span | None:
    """The days that the questions are about, printed on or contested; None where no figure has a day."""
    facts = [fact for q in questions for fact in (*(f for c in q.claims for f in told_by(c)), *q.denials)]
    days = [day for fact in facts for day in (day_of(fact), fact.published) if day]
    days += [contest.first for question in questions for contest in contests(question)]
    return Span.around(days) if days else None


def alone(question: Question) -> bool:
    """Whether there is nothing in it to be followed over time: one figure only."""
    return sum(len(told_by(claim)) for claim in question.claims) < 2


# --- conditions


def places_of(desk: Desk, questions: Iterable[Question], known: Known) -> tuple[str, ...]:
    """The places that the questions are about, as reports call them; names that are one are led back only in questions."""
    figures = [figure for question in questions for claim in question.claims for figure in (claim.figure, *claim.current)]
    reported = desk.situation.facts_named([figure.fact_id for figure in figures][:TABLED], known)
    named = [*(figure.place for figure in figures), *(one.fact.place for one in reported.values())]
    return tuple(dict.fromkeys(name for name in named if name))[:MOST_PLACES]


def conditions_at(desk: Desk, selection: Selection, places: Sequence[str]) -> list[ConditionQuestion]:
    """What is said of conditions at these places, those with most reports first; nothing where there are none."""
    if not places:
        return []
    asked = replace(selection, place=tuple(places), measure=(), standing=(), stance=())
    told = desk.situation.condition_questions(asked, limit=MOST_CONDITIONS)
    return sorted(told, key=lambda one: (-len(one.facts), one.question_id))


def rows_of(questions: Sequence[ConditionQuestion], span: Span) -> list[Row]:
    """The conditions as rows of bars, cut to the days of the charts above."""
    rows = []
    for question in questions:
        pieces = [
            Piece(
                max(one.first, span.first),
                one.last,
                words.condition_words(question.condition, one.state),
                words.condition_tone(question.condition, one.state),
                one.fact_id,
            )
            for one in held(question)
            if one.first <= span.last and (one.last is None or one.last > span.first)
        ]
        if pieces:
            rows.append(Row(f"{question.topic} · {question.place or words.NO_PLACE}", tuple(pieces)))
    return rows[:ROWS]


# --- the same as a table


def figures_of(desk: Desk, questions: Iterable[Question], known: Known, *, most: int = TABLED) -> pd.DataFrame:
    """The figures of the questions as rows of the figures table; the first `most` where there are many."""
    asked = list(questions)
    ids = [fact_id for question in asked for fact_id in question.facts][:most]
    named = desk.situation.facts_named(ids, known)
    facts = [named[fact_id] for fact_id in ids if fact_id in named and isinstance(named[fact_id].fact, Figure)]
    standings = {fact_id: standing for question in asked for fact_id, standing in standings_of(question).items()}
    changed = {fact.fact_id: fact.original for fact in facts if fact.changes}
    figures = [fact.fact for fact in facts if isinstance(fact.fact, Figure)]
    return figures_table(figures, standings, originals=changed, reviews={fact.fact_id: fact.review for fact in facts})
