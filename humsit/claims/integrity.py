"""Figures to check: what does not fit together over time in what one claimant said, and dates that lie in the future.

A finding is a reason to read both rows again, not a verdict: it changes no figure and no standing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from humsit.claims.daily import daily_mismatches
from humsit.claims.finding import Check, Finding, about, day_of, in_day_words, said
from humsit.claims.records import Comparison, teller
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
    figures = [fact for fact in known.values() if isinstance(fact, Figure) and fact.measure is not Measure.OTHER]
    daily = daily_ids(figures)
    found = [
        finding
        for question in comparison.questions
        if question.measure is not Measure.OTHER
        for claim in question.claims
        for finding in successive(claim, daily, question.place)
    ]
    found += daily_mismatches(figures, daily)
    found += _in_the_future(known.values(), today)
    return sorted(found, key=_rank)


def _rank(finding: Finding) -> tuple[object, ...]:
    """What the report itself explains stands last; else the newest first."""
    day = day_of(finding.facts[0]) or _NEVER
    return finding.told, -day.toordinal(), _ORDER.index(finding.kind), finding.sentence, finding.fact_ids


def _in_the_future(facts: Iterable[AnyFact], today: dt.date | None) -> Iterator[Finding]:
    """Facts about a day that had not come when they were printed; where nobody knows when that was, that has not come yet."""
    for fact in facts:
        if isinstance(fact, Figure) and fact.measure is Measure.OTHER:
            continue
        by_hand = fact.origin == "analyst" or fact.published is None
        last = today if by_hand else fact.published
        if fact.as_of is None or last is None or not _after(fact.as_of, last, fact.as_of_precision):
            continue
        why = "which has not come yet" if by_hand else f"but the report was published on {in_day_words(fact.published)}"
        yield Finding(
            Check.DATE_IN_THE_FUTURE,
            f"{about(fact, teller(fact))}: {said(fact)} as of {in_day_words(fact.as_of)}, {why}.",
            (fact,),
            teller(fact),
        )


def _after(day: dt.date, last: dt.date, precision: Precision) -> bool:
    """Whether a day is later, as exactly as it is known: the last day of this month is not later than today's month."""
    if precision is Precision.YEAR:
        return day.year > last.year
    if precision is Precision.MONTH:
        return (day.year, day.month) > (last.year, last.month)
    if precision is Precision.WEEK:
        return day.isocalendar()[:2] > last.isocalendar()[:2]
    return day > last
