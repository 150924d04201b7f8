"""What held from when to when: in which time the claims of a question ruled each other out, and what was said of a condition.

Between two reports nobody may have looked: a stretch lasts from the report that says so to the next one that says otherwise.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter

from humsit.claims import Claim, ConditionQuestion, Question
from humsit.claims.intervals import Agreement, Interval, agreement, interval
from humsit.records import Condition, ConditionState, Fact, Figure, Stance, Standing

MOST_CLAIMS, MOST_DAYS = 24, 200
"""Claimants and days of a question that are compared with each other; more than these nobody can tell apart in a chart."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A time in which claims of one question ruled each other out. `last` None: they still do.

    `low` and `high` are the numbers said furthest apart; None where one claimant denies without a number.
    """

    first: dt.date
    last: dt.date | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What was said of a condition at a place from one day to another. `last` None: nobody has said otherwise since."""

    first: dt.date
    last: dt.date | None
    state: ConditionState
    fact_id: str
    """The first report that says so."""
    reports: int = 1


def day_of(fact: Fact) -> dt.date | None:
    """The day that a fact is about, else the day on which it was printed."""
    return fact.as_of or fact.published


def told_by(claim: Claim) -> list[Figure]:
    """All that one claimant said in answer to a question, oldest first; figures without a day are left out."""
    said = {figure.fact_id: figure for figure in (*claim.superseded, *(claim.current or (claim.figure,)), claim.figure)}
    dated = [(day, figure) for figure in said.values() if (day := day_of(figure))]
    last = claim.figure.fact_id
    return [figure for _, figure in sorted(dated, key=lambda pair: (pair[0], pair[1].fact_id == last, pair[1].fact_id))]


def contests(question: Question) -> list[Contest]:
    """The times in which the claims of a contested question ruled each other out, by what each claimant said last by then.

    Empty where the question is not contested: there claims lie apart, but nothing says that only one can be right.
    """
    if question.standing is not Standing.CONTESTED:
        return []
    series = [said for claim in question.claims[:MOST_CLAIMS] if (said := _series(claim))]
    days = sorted({day for said in series for day, _, _ in said})[-MOST_DAYS:]
    found: list[Contest] = []
    for day, until in zip(days, [*days[1:], None], strict=True):
        ends = _furthest([one for said in series if (one := _by_then(said, day))])
        if ends is None:
            continue
        if found and found[-1].last == day:
            before = found.pop()
            low = min(end for end in (before.low, ends[0]) if end is not None)
            high = max(end for end in (before.high, ends[1]) if end is not None)
            found.append(Contest(before.first, until, low, high))
        else:
            found.append(Contest(day, until, *ends))
    return found or _denied(question, days)


_Said = tuple[dt.date, Figure, Interval]


def _series(claim: Claim) -> list[_Said]:
    return [(day, figure, interval(figure)) for figure in told_by(claim) if (day := day_of(figure))]


def _by_then(said: Sequence[_Said], day: dt.date) -> _Said | None:
    at = bisect_right(said, day, key=itemgetter(0))
    return said[at - 1] if at else None


def _furthest(standing: Sequence[_Said]) -> tuple[float, float] | None:
    """The two numbers furthest apart that rule each other out; None where none do."""
    pairs = [(one[2], other[2]) for one, other in combinations(standing, 2) if _rule_out(one, other)]
    spans = [(min(a.said_low, b.said_low), max(a.said_high, b.said_high)) for a, b in pairs]
    return max(spans, key=lambda span: span[1] - span[0], default=None)


def _rule_out(one: _Said, other: _Said) -> bool:
    denied = [figure.stance is Stance.DENIED for _, figure, _ in (one, other)]
    return any(denied) != all(denied) or agreement(one[2], other[2]) is Agreement.APART


def _denied(question: Question, days: Sequence[dt.date]) -> list[Contest]:
    """What is contested by a denial without a number, or by a decision, is so since the later of the two was said."""
    denials = [day for denial in question.denials if (day := day_of(denial))]
    if not days:
        return []
    return [Contest(max(days[0], min(denials)) if denials else days[-1], None)]


# --- conditions


def held(question: ConditionQuestion) -> list[Held]:
    """What was said of a condition over time, oldest first; reports without a day are left out.

    "disputed" from a day on which claimants contradict each other, and at the end where they still do.
    """
    by_day: dict[dt.date, list[Condition]] = defaultdict(list)
    for fact, _ in reversed(question.history):
        if day := day_of(fact):
            by_day[day].append(fact)
    days = sorted(by_day)
    stretches = [
        Held(day, until, _state(by_day[day]), by_day[day][0].fact_id, len(by_day[day]))
        for day, until in zip(days, [*days[1:], None], strict=True)
    ]
    if stretches and question.standing is Standing.CONTESTED:
        last = stretches[-1]
        stretches[-1] = Held(last.first, last.last, ConditionState.DISPUTED, last.fact_id, last.reports)
    return list(_joined(stretches))


def _state(said: Sequence[Condition]) -> ConditionState:
    states = [fact.state for fact in said]
    holds = {state is ConditionState.PRESENT for state in states}
    return ConditionState.DISPUTED if ConditionState.DISPUTED in states or len(holds) > 1 else states[-1]


def _joined(stretches: Sequence[Held]) -> Iterator[Held]:
    for state, group in groupby(stretches, key=lambda one: one.state):
        same = list(group)
        yield Held(same[0].first, same[-1].last, state, same[0].fact_id, sum(one.reports for one in same))
