"""The figures of one claimant to one question, one after the other: totals that fall, and digits that slipped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from humsit.claims.finding import Check, Finding, about, day_of, in_day_words
from humsit.claims.intervals import Interval, factor, interval
from humsit.claims.records import Claim
from humsit.claims.series import is_running, is_total, tells_a_revision
from humsit.claims.slips import doubled, dropped, telling, transposed
from humsit.records import Figure, Precision, Qualifier, Stance, Unit
from humsit.tables.words import in_words

IMPLAUSIBLE = 3.0
"""A figure that is this many times the one before it (or that part of it) is looked at for a slip of the hand: a growing toll
doubles from one report to the next, and hardly ever does more than that beyond its first days."""
TENFOLD = 10
"""Three digits exactly tenfold are a lost or a gained zero rather than growth, whichever of the two is wrong."""
_WRITTEN = frozenset({Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.LESS_THAN})
"""About, nearly, ranges and vague words round a number: they are no slips."""


_COUNTS = frozenset({Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.BUILDINGS, Unit.FACILITIES, Unit.INCIDENTS})
"""Sums of money, shares and distances are not counted one by one: one of 1 and one of 10 million are two sums."""


@dataclass(slots=True, eq=False)
class _Said:
    """What the claimant said of one day; `figure` is the first that printed it."""

    day: int
    span: Interval
    figure: Figure
    number: int | None
    total: bool

    @property
    def order(self) -> tuple[int, float, float, float, float]:
        span = self.span
        return self.day, span.said_low, span.said_high, span.low, span.high


def successive(claim: Claim, daily: frozenset[str], place: str) -> Iterator[Finding]:
    """What does not fit in the claim's figures over time, each pair once."""
    if len(claim.current) + len(claim.superseded) < 2 or claim.stance is Stance.DENIED:
        return
    figures = [*claim.superseded, *claim.current]
    days = [list(of_day) for _, of_day in groupby(_in_time(figures, daily), key=lambda said: said.day)]
    new: set[str] = set()
    for finding in _over(days, claim, place):
        new.add(finding.facts[0].fact_id)
        yield finding
    yield from (found for found in _replaced(figures, claim, daily, place) if found.facts[0].fact_id not in new)


def _in_time(figures: Iterable[Figure], daily: frozenset[str]) -> list[_Said]:
    """One a day and value, in the order of time; what only counts a day, or is quoted as replaced, is left out."""
    found: dict[tuple[int, Interval], _Said] = {}
    for figure in sorted(figures, key=_printed):
        day = day_of(figure)
        if day is None or figure.replaced_by is not None or figure.fact_id in daily:
            continue
        span = interval(figure)
        found.setdefault((day.toordinal(), span), _Said(day.toordinal(), span, figure, _written(figure), is_total(figure, daily)))
    return _without_old_ones(sorted(found.values(), key=lambda said: said.order))


def _written(figure: Figure) -> int | None:
    """The whole number that was written, where a digit of it can be wrong."""
    value = figure.value
    if value is None or value != int(value) or figure.qualifier not in _WRITTEN or figure.unit not in _COUNTS:
        return None
    return int(value)


def _printed(figure: Figure) -> tuple[object, ...]:
    return figure.published is None, figure.published, figure.document_id, figure.start, figure.fact_id


def _without_old_ones(said: Sequence[_Said]) -> list[_Said]:
    """Without undated figures that repeat one which had been replaced: an old figure, quoted."""
    kept: list[_Said] = []
    known: dict[Interval, int] = {}
    for one in said:
        undated = one.figure.as_of is None or one.figure.as_of_precision is Precision.UNKNOWN
        if undated and known.get(one.span, len(kept)) < len(kept) - 1:
            continue
        known[one.span] = len(kept)
        kept.append(one)
    return kept


def _over(days: Sequence[Sequence[_Said]], claim: Claim, place: str) -> Iterator[Finding]:
    """Each day against the last sound one before it. What was found wrong is not held against what follows."""
    for of_day in days:
        yield from (alike for one, other in pairwise(of_day) if (alike := _same_day(one, other, claim, place)))
    sound: Sequence[_Said] = ()
    doubtful: Sequence[_Said] = ()
    for index, of_day in enumerate(days):
        after = days[index + 1] if index + 1 < len(days) else ()
        known = sorted((*sound, *doubtful), key=_low)
        found: list[Finding] = []
        for said in of_day:
            before = _nearest(said, known)
            finding = _found(before, said, _nearest(said, after), claim, place) if before else None
            found += [finding] if finding else []
        yield from found
        sound, doubtful = (sound, of_day) if found else (of_day, ())


def _nearest(said: _Said, others: Sequence[_Said]) -> _Said | None:
    """The one of the others, which are in the order of their numbers, whose number is nearest by factor."""
    at = bisect_left(others, said.span.said_low, key=_low)
    beside = others[max(0, at - 1) : at + 2]
    return min(beside, key=lambda other: (factor(said.span, other.span), other.order), default=None)


def _low(said: _Said) -> float:
    return said.span.said_low


def _same_day(lower: _Said, higher: _Said, claim: Claim, place: str) -> Finding | None:
    """One claimant's two numbers for one day, of which one has a digit too few."""
    if lower.number is None or higher.number is None or not dropped(higher.number, lower.number):
        return None
    return _finding(
        Check.DIGIT_DROPPED, higher, lower, "for the same day; one of them has a digit too few or too many", claim, place
    )


def _found(before: _Said, said: _Said, after: _Said | None, claim: Claim, place: str) -> Finding | None:
    """What is wrong with a figure, given the last sound one and the one that follows."""
    falls = _falls(before, said)
    told = falls and tells_a_revision(said.figure.quote)
    slip = None if told else _slip(before, said, after, falls=falls)
    if slip:
        return _finding(slip[0], before, said, slip[1], claim, place)
    if told:
        return _finding(Check.FALLING_TOTAL, before, said, "revised down, as the report says", claim, place, told=True)
    if not falls or _another_event(before, said):
        return None
    return _finding(Check.FALLING_TOTAL, before, said, "a total should not fall", claim, place)


def _falls(before: _Said, said: _Said) -> bool:
    """Whether a total is below the one before it: not by vague words, nor by rounding ("more than 100", then "100")."""
    old, new = before.figure, said.figure
    if not (before.total and said.total) or Qualifier.VAGUE in (old.qualifier, new.qualifier) or old.value == new.value:
        return False
    return said.span.high < before.span.low


def _another_event(before: _Said, said: _Said) -> bool:
    """Whether a much smaller toll is rather one of something else: nobody calls either of the two a running total."""
    running = is_running(before.figure) or is_running(said.figure)
    return not running and factor(before.span, said.span) >= IMPLAUSIBLE


def _slip(before: _Said, said: _Said, after: _Said | None, *, falls: bool) -> tuple[Check, str] | None:
    """The slip of the hand that explains a leap, and how to say it; None where growth or decline explains it as well."""
    if before.number is None or said.number is None or before.number == said.number:
        return None
    old, new = before.number, said.number
    back = after is not None and (after.span.said_high < new if new > old else after.span.said_low > new)
    if transposed(old, new) and (falls or back or (_leaps(before, said) and after is None)):
        return Check.DIGITS_TRANSPOSED, "two digits may have changed places"
    if not _leaps(before, said) or (after is not None and not falls and not _nearer(after, before, said)):
        return None
    if dropped(old, new):
        return Check.DIGIT_DROPPED, "a digit may have been dropped"
    if doubled(old, new):
        return Check.DIGIT_DOUBLED, "a digit may have been doubled"
    if old * TENFOLD == new and telling(old):
        return Check.DIGIT_DROPPED, "exactly tenfold: the first may lack a digit, or the second have one too many"
    return None


def _leaps(before: _Said, said: _Said) -> bool:
    return factor(before.span, said.span) >= IMPLAUSIBLE


def _nearer(after: _Said, before: _Said, said: _Said) -> bool:
    """Whether what follows goes on from the figure before the leap."""
    return factor(after.span, before.span) < factor(after.span, said.span)


def _replaced(figures: Sequence[Figure], claim: Claim, daily: frozenset[str], place: str) -> Iterator[Finding]:
    """Totals that the same sentence lowers: "from 1,270 to 1,200"."""
    by_id = {figure.fact_id: figure for figure in figures}
    for old in sorted(figures, key=_printed):
        new = by_id.get(old.replaced_by or "")
        if new is None or not is_total(new, daily) or interval(new).said_high >= interval(old).said_low:
            continue
        if new.quote and not tells_a_revision(new.quote) and not is_running(new):
            continue  # "96 patients, down from 174 the week before" are two weeks
        title = about(new, claim.name, place)
        sentence = (
            f"{title}: {in_words(new)} on {in_day_words(day_of(new))}, {in_words(old)} before; revised down, as the report says."
        )
        yield Finding(Check.FALLING_TOTAL, sentence, (new, old), claim.name, told=True)


def _finding(kind: Check, before: _Said, said: _Said, why: str, claim: Claim, place: str, *, told: bool = False) -> Finding:
    old, new = before.figure, said.figure
    when = f"{in_words(old)} on {in_day_words(day_of(old))}, then {in_words(new)} on {in_day_words(day_of(new))}"
    return Finding(kind, f"{about(new, claim.name, place)}: {when}; {why}.", (new, old), claim.name, told)
