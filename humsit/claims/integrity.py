"""Figures to check: what does not fit together over time in what one claimant said, and dates that lie in the future.

A finding is a reason to read both rows again, not a verdict: it changes no figure and no standing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from humsit.claims.daily import daily_mismatches
from humsit.claims.finding import Check, Finding, about, day_of, in_day_words, said
from humsit.claims.records import Comparison, Question, teller
from humsit.claims.series import daily_ids
from humsit.claims.successive import successive
from humsit.records import AnyFact, Figure, Measure, Precision

_ORDER = list(Check)
_NEVER = dt.date.min


def findings(comparison: Comparison, facts: Iterable[AnyFact], today: dt.date | None = None) -> list[Finding]:
    """What should be looked at again in these facts, the newest first; the order of the facts changes nothing.

    `comparison` is how they stand to each other. `today` is what analysts' own dates, and those of reports without a day of
    publication, must not lie behind; None: nobody asks.
    """
    known = {fact.fact_id: fact for fact in facts}
    found = findings_in(comparison.questions, (fact for fact in known.values() if isinstance(fact, Figure)))
    found += [*ahead_of_print(known.values()), *ahead_of(known.values(), today)]
    return sorted(found, key=finding_rank)


def findings_in(questions: Iterable[Question], figures: Iterable[Figure]) -> list[Finding]:
    """What does not fit together over time in these questions, and in their figures of one claimant, measure and place."""
    counted = [figure for figure in figures if figure.measure is not Measure.OTHER]
    daily = daily_ids(counted)
    asked = (question for question in questions if question.measure is not Measure.OTHER)
    found = [one for question in asked for claim in question.claims for one in successive(claim, daily, question.place)]
    return [*found, *daily_mismatches(counted, daily)]


def finding_rank(finding: Finding) -> tuple[bool, int, int, str, tuple[str, ...]]:
    """What the report itself explains stands last; else the newest first."""
    day = day_of(finding.facts[0]) or _NEVER
    return finding.told, -day.toordinal(), _ORDER.index(finding.kind), finding.sentence, finding.fact_ids


def ahead_of_print(facts: Iterable[AnyFact]) -> Iterator[Finding]:
    """Facts about a day that had not come when they were printed."""
    for fact in facts:
        if not _by_hand(fact) and fact.published is not None:
            yield from _ahead(fact, fact.published, f"but the report was published on {in_day_words(fact.published)}")


def ahead_of(facts: Iterable[AnyFact], today: dt.date | None) -> Iterator[Finding]:
    """Facts about a day that has not come yet, of which nobody knows when they were printed, or that an analyst entered."""
    for fact in facts:
        if today is not None and _by_hand(fact):
            yield from _ahead(fact, today, "which has not come yet")


def _by_hand(fact: AnyFact) -> bool:
    return fact.origin == "analyst" or fact.published is None


def _ahead(fact: AnyFact, last: dt.date, why: str) -> Iterator[Finding]:
    if isinstance(fact, Figure) and fact.measure is Measure.OTHER:
        return
    if fact.as_of is not None and _after(fact.as_of, last, fact.as_of_precision):
        sentence = f"{about(fact, teller(fact))}: {said(fact)} as of {in_day_words(fact.as_of)}, {why}."
        yield Finding(Check.DATE_IN_THE_FUTURE, sentence, (fact,), teller(fact))


def _after(day: dt.date, last: dt.date, precision: Precision) -> bool:
    """Whether a day is later, as exactly as it is known: the last day of this month is not later than today's month."""
    if precision is Precision.YEAR:
        return day.year > last.year
    if precision is Precision.MONTH:
        return (day.year, day.month) > (last.year, last.month)
    if precision is Precision.WEEK:
        return day.isocalendar()[:2] > last.isocalendar()[:2]
    return day > last
