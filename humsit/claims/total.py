"""The never-add guard: a sum is given only where nothing known of its figures makes it a lie; else the refusal says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from humsit.claims.compare import compare
from humsit.claims.names import is_country, place_name
from humsit.claims.records import teller
from humsit.claims.statements import Statement, state
from humsit.records import Figure, Measure, Number, PopulationGroup, Series, Stance, Unit
from humsit.tables.words import bounds_in_words, in_words


@dataclass(frozen=True, slots=True)
class Total:
    """A sum that may be shown: the sums of the lower and of the upper bounds (None: open), and what was added."""

    low: Number | None
    high: Number | None
    words: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no sum, in one sentence, and the figures that forbid it."""

    reason: str
    figures: tuple[Figure, ...] = ()


def total(figures: Iterable[Figure]) -> Total | Refusal:
    """The sum of the figures, or why adding them would be wrong. Never raises, never drops a figure to make a sum possible."""
    chosen = sorted({figure.fact_id: figure for figure in figures}.values(), key=lambda f: (f.document_id, f.start, f.fact_id))
    if not chosen:
        return Refusal("There is nothing to add.")
    refusal = next(_refusals(chosen), None)
    if refusal is not None:
        return refusal
    low, high = _sum(figure.low for figure in chosen), _sum(figure.high for figure in chosen)
    return Total(low, high, bounds_in_words(low, high, chosen[0].unit), tuple(chosen))


def _sum(bounds: Iterable[Number | None]) -> Number | None:
    known = list(bounds)
    return None if None in known else sum(bound for bound in known if bound is not None)


def _refusals(figures: Sequence[Figure]) -> Iterator[Refusal]:
    yield from _single(figures)
    yield from _mixed(figures)
    yield from _rivals(figures)
    for one, other in combinations([_stated(figure) for figure in figures], 2):
        for check in _PAIR_CHECKS:
            reason = check(one, other)
            if reason:
                yield Refusal(reason, (one.figure, other.figure))


def _stated(figure: Figure) -> Statement:
    stated = state(figure)
    stated.facts.append(figure)
    return stated


def _single(figures: Sequence[Figure]) -> Iterator[Refusal]:
    """Figures that are never added to anything."""
    for figure in figures:
        if figure.stance is Stance.DENIED:
            yield Refusal(f"{teller(figure)} denies {in_words(figure)}: a denied figure is not added.", (figure,))
        if len(figures) > 1 and figure.unit is Unit.PERCENT:
            yield Refusal("Percentages of different wholes are not added.", (figure,))
        if len(figures) > 1 and figure.measure is Measure.DISTANCE:
            yield Refusal("Distances are not added.", (figure,))


def _mixed(figures: Sequence[Figure]) -> Iterator[Refusal]:
    """Different measures, units, stocks and flows."""
    first = figures[0]
    for figure in figures[1:]:
        if figure.measure is not first.measure:
            yield Refusal(f"{_both(first.measure, figure.measure)} are different measures.", (first, figure))
        if figure.unit is not first.unit:
            yield Refusal(f"{_both(first.unit, figure.unit)} are not counted in the same unit.", (first, figure))
    flow = next((figure for figure in figures if figure.series is Series.FLOW), None)
    stock = next((figure for figure in figures if figure.series in (Series.STOCK, Series.CUMULATIVE)), None)
    if flow is not None and stock is not None:
        kind = "a stock" if stock.series is Series.STOCK else "a running total"
        yield Refusal(f"{in_words(flow)} is a flow and {in_words(stock)} {kind}, which may already hold it.", (flow, stock))


def _rivals(figures: Sequence[Figure]) -> Iterator[Refusal]:
    """Figures that answer one question: rival claims, one claimant's successive figures, one figure said twice."""
    by_id = {figure.fact_id: figure for figure in figures}
    for question in compare(figures).questions:
        same = [by_id[fact_id] for fact_id in question.facts]
        if len(question.claims) > 1:
            said = " and ".join(f"{claim.words} ({claim.claimant})" for claim in question.claims)
            yield Refusal(f"{said} answer the same question: rival claims are never added.", tuple(same))
        elif len(same) > 1:
            said = ", ".join(in_words(figure) for figure in same)
            yield Refusal(f"{said} are successive or repeated figures of {teller(same[0])} for one question.", tuple(same))


def _part(one: Statement, other: Statement) -> str:
    for part, whole in ((one.figure, other.figure), (other.figure, one.figure)):
        if part.part_of == whole.fact_id:
            return f"{in_words(part)} is a part of {in_words(whole)}."
    return ""


def _place_inside(one: Statement, other: Statement) -> str:
    for inner, outer in ((one, other), (other, one)):
        if not outer.place and inner.place:
            return f"{in_words(outer.figure)} names no place and may hold {in_words(inner.figure)} of {inner.figure.place}."
        if inner.place != outer.place and _holds(outer.figure, inner.figure):
            return f"{inner.figure.place} lies in {outer.figure.place}, whose figure may already hold it."
    return ""


def _holds(outer: Figure, inner: Figure) -> bool:
    if inner.admin1 and place_name(inner.admin1) == place_name(outer.place):
        return True
    return is_country(outer.place) and outer.country is not None and outer.country == inner.country


def _group_inside(one: Statement, other: Statement) -> str:
    """Children may be among the people; civilians and combatants are apart, and so are two places."""
    if one.place != other.place or not _same_time(one, other):
        return ""
    for inner, outer in ((one, other), (other, one)):
        wide = outer.who in ("", PopulationGroup.MIXED.value) and not outer.noun
        civilians = outer.who == PopulationGroup.CIVILIANS.value and inner.who not in ("", PopulationGroup.COMBATANTS.value)
        if (inner.who, inner.noun) != (outer.who, outer.noun) and (wide or civilians):
            return f"{_counted(inner.figure)} may be among {_counted(outer.figure)}."
    return ""


def _same_time(one: Statement, other: Statement) -> bool:
    return one.day == other.day or one.day is None or other.day is None


def _overlapping(one: Statement, other: Statement) -> str:
    """Two periods of one place that share days."""
    if one.place != other.place or (one.who, one.noun, one.side) != (other.who, other.noun, other.side):
        return ""
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return ""
    shared = min(one.end, other.end) - max(one.start, other.start)
    earlier, later = sorted((one, other), key=lambda stated: stated.key())
    return f"{in_words(earlier.figure)} and {in_words(later.figure)} cover overlapping times." if shared > 0 else ""


_PAIR_CHECKS: tuple[Callable[[Statement, Statement], str], ...] = (_part, _place_inside, _group_inside, _overlapping)


def _counted(figure: Figure) -> str:
    return f"{in_words(figure)} {figure.group}" if figure.group else in_words(figure)


def _both(one: Measure | Unit, other: Measure | Unit) -> str:
    return " and ".join(sorted(value.value.replace("_", " ") for value in (one, other))).capitalize()
