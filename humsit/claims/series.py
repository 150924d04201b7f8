"""Which figures are successive totals of one claimant, and which count a single day.

Both stand in one sentence again and again: "60 were killed in the last 24 hours, raising the toll to 1,270". The larger one is
the total there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from humsit.claims.event_days import tells_a_move
from humsit.claims.names import cues
from humsit.claims.statements import series_of
from humsit.records import Figure, Measure, Precision, Series

TOLLS = frozenset({Measure.KILLED, Measure.INJURED, Measure.HOMES_DAMAGED, Measure.HOMES_DESTROYED, Measure.FACILITIES_DAMAGED})
"""What cannot be undone: its totals only grow, also where a text does not say that they are running totals. The number of
displaced, missing, detained or sheltered people rises and falls."""
LONGEST_DAY = 1
"""Days between the first and the last day of a period that still is "a day": a night belongs to two."""


def daily_ids(figures: Iterable[Figure]) -> frozenset[str]:
    """fact_ids of the figures that count one day only."""
    found: set[str] = set()
    sentences: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if series_of(figure) is Series.FLOW:
            found |= {figure.fact_id} if _of_a_day(figure) else set()
        elif _told_of_a_day(figure.period or figure.quote) and figure.series is Series.UNSPECIFIED:
            sentences[figure.document_id, figure.quote_start, figure.measure, figure.unit].append(figure)
    for beside in sentences.values():
        total = max(beside, key=lambda figure: (_size(figure), figure.fact_id))
        alone = len(beside) == 1 and not (tells_a_move(total.quote) and total.quote)
        found |= {figure.fact_id for figure in beside if alone or figure is not total}
    return frozenset(found)


def is_total(figure: Figure, daily: frozenset[str]) -> bool:
    """Whether a figure is one of a series that cannot fall: a running total, or a toll that says nothing else."""
    if figure.fact_id in daily or figure.as_of_precision not in (Precision.DAY, Precision.UNKNOWN):
        return False
    series = series_of(figure)
    if series is Series.UNSPECIFIED:
        return figure.measure in TOLLS and (not figure.period or _told_of_a_day(figure.period))
    return series is Series.CUMULATIVE


def is_running(figure: Figure) -> bool:
    """Whether a figure's own fields or its sentence call it a count that goes on: "since January", "the toll rose to 15"."""
    return series_of(figure) is Series.CUMULATIVE or bool(figure.quote and tells_a_move(figure.quote))


def tells_a_revision(quote: str) -> bool:
    """Whether a sentence says that a count was put right: "revised down to 1,200"."""
    return not cues("lowered").isdisjoint(re.findall(r"\w+", quote.casefold()))


def _of_a_day(flow: Figure) -> bool:
    if flow.period_start is not None and flow.period_end is not None:
        return (flow.period_end - flow.period_start).days <= LONGEST_DAY or _running(flow.period)
    return not flow.period or _told_of_a_day(flow.period) or _running(flow.period)


def _running(period: str) -> bool:
    """Whether the words are those of the total beside it: "15 new cases, bringing the total to 512 since August"."""
    return not cues("running").isdisjoint(re.findall(r"\w+", period.casefold()))


@lru_cache(1_000)  # the figures of a sentence come one after the other
def _told_of_a_day(words: str) -> bool:
    return not cues("daily").isdisjoint(re.findall(r"\w+", words.casefold()))


def _size(figure: Figure) -> float:
    return next((float(end) for end in (figure.value, figure.high, figure.low) if end is not None), 0.0)
