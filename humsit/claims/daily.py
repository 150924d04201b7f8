"""Daily figures against the totals: what a claimant says of a day, and by how much its total grew that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from humsit.claims.finding import Check, Finding, about, day_of, in_day_words
from humsit.claims.intervals import interval
from humsit.claims.names import Words
from humsit.claims.records import teller
from humsit.claims.series import is_total
from humsit.claims.statements import Statement, only_places, state
from humsit.records import Figure, Number, Stance
from humsit.tables.words import bounds_in_words, in_words

FEW_CLAIMANTS = 50
"""With more claimants than this nobody asks whose short name "the ministry" is."""
_Key = tuple[object, ...]
_Pair = tuple[Statement, Figure]


@dataclass(slots=True)
class _Days:
    """A claimant's daily figures and totals of one measure, by day."""

    flows: list[tuple[int, Figure]] = field(default_factory=list)
    totals: dict[int, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    seen: set[tuple[object, ...]] = field(default_factory=set)


def daily_mismatches(figures: Iterable[Figure], daily: frozenset[str]) -> Iterator[Finding]:
    """Daily figures that their claimant's totals of that day and the day before do not allow, in the order of time."""
    known = [figure for figure in figures if figure.stance is not Stance.DENIED and day_of(figure) is not None]
    measures = {figure.measure for figure in known if figure.fact_id in daily}
    joined = [figure for figure in known if figure.measure in measures]
    for days in _by_claimant(joined, daily):
        for day, flow in sorted(days.flows, key=lambda pair: (pair[0], pair[1].document_id, pair[1].start, pair[1].fact_id)):
            finding = _mismatch(flow, days.totals.get(day, []), days.totals.get(day - 1, []))
            if finding:
                yield finding


def _by_claimant(figures: list[Figure], daily: frozenset[str]) -> Iterator[_Days]:
    """Figures of one measure, unit, people counted, side, claimant and place together; each said once a day."""
    places = only_places(figures)
    asked: dict[_Key, list[_Pair]] = defaultdict(list)
    for figure in figures:
        stated = state(figure, places)
        asked[stated.measure, stated.unit, stated.who, stated.noun, stated.side].append((stated, figure))
    for pairs in asked.values():
        longer = _full_names({stated.claimant for stated, _ in pairs})
        by_claimant: dict[Words, list[_Pair]] = defaultdict(list)
        for stated, figure in pairs:
            by_claimant[longer[stated.claimant] or stated.author].append((stated, figure))
        for of_claimant in by_claimant.values():
            yield from _by_place(of_claimant, daily)


def _by_place(pairs: list[_Pair], daily: frozenset[str]) -> Iterator[_Days]:
    """Figures without a place are of the only one that the claimant names, if it names only one."""
    named = {stated.place for stated, _ in pairs} - {""}
    only = next(iter(named)) if len(named) == 1 else ""
    found: dict[str, _Days] = defaultdict(_Days)
    for stated, figure in sorted(pairs, key=lambda pair: (pair[1].document_id, pair[1].start, pair[1].fact_id)):
        _put(found[stated.place or only], stated, figure, daily)
    yield from found.values()


def _put(days: _Days, stated: Statement, figure: Figure, daily: frozenset[str]) -> None:
    flow = figure.fact_id in daily
    said = flow, stated.day, stated.interval
    if stated.day is None or said in days.seen:
        return
    days.seen.add(said)
    if flow:
        days.flows.append((stated.day, figure))
    elif figure.replaced_by is None and is_total(figure, daily):
        days.totals[stated.day].append(figure)


def _full_names(claimants: set[Words]) -> Mapping[Words, Words]:
    """Each claimant under its longest name: "the ministry" is the health ministry where only one ministry is named."""
    names = {words: words for words in claimants}
    if len(claimants) > FEW_CLAIMANTS:
        return names
    for words in claimants:
        longest = [other for other in claimants if words < other and not any(other < third for third in claimants)]
        if words and len(longest) == 1:
            names[words] = longest[0]
    return names


def _mismatch(flow: Figure, today: list[Figure], before: list[Figure]) -> Finding | None:
    """The finding where no pair of totals allows the daily figure."""
    if not today or not before:
        return None
    pairs = [(after, first) for after in _ends(today) for first in _ends(before)]
    spans = [(interval(after).low - interval(first).high, interval(after).high - interval(first).low) for after, first in pairs]
    said = interval(flow)
    if said.low <= max(high for _, high in spans) and min(low for low, _ in spans) <= said.high:
        return None
    after, first = pairs[0]
    grew = _growth(after, first)
    sentence = (
        f"{about(flow, teller(flow))}: {in_words(flow)} on {in_day_words(day_of(flow))}, but the total went from "
        f"{in_words(first)} on {in_day_words(day_of(first))} to {in_words(after)} on {in_day_words(day_of(after))}{grew}."
    )
    return Finding(Check.DAILY_MISMATCH, sentence, (flow, after, first), teller(flow))


def _ends(totals: list[Figure]) -> list[Figure]:
    """The lowest and the highest total of a day."""
    ordered = sorted(totals, key=lambda figure: (interval(figure).said_low, figure.document_id, figure.start))
    return [ordered[0]] if len(ordered) == 1 else [ordered[0], ordered[-1]]


def _growth(after: Figure, before: Figure) -> str:
    if after.value is None or before.value is None:
        return ""
    grew: Number = after.value - before.value
    return (
        f": {bounds_in_words(grew, grew, after.unit)} more"
        if grew >= 0
        else f": {bounds_in_words(-grew, -grew, after.unit)} fewer"
    )
