"""Groups of figures at two places that are one question: a ferry "sank off Keta" and "sank in the Volta off Keta".

Reports of one event name a town, its river, its district. Two places are taken for one only where no report gives figures of this
kind for both, and enough speaks for one event: that a report about the one names the other, that the figures agree or are a
claimant's own, that both tell of the same day; or where a report quotes the claimant's old number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import Protocol, TypeVar

from humsit.claims.intervals import Agreement, agreement, factor
from humsit.claims.names import fold_text, is_country, place_name, same_claimant
from humsit.claims.statements import Statement

SAID_AGAIN_DAYS = 10
"""What is said of one event by two names of its place is said within this many days."""
TELLING_NUMBER = 10
"""From this number on two claimants hardly have the same by chance."""
GROWTH = 3.0
"""A claimant's own figures of one event are no further apart than this many times."""
ENOUGH = 3.0
"""So much must speak for one event under two names of its place."""
LOOKED_AT = 30
"""How many of a group's statements are looked at: the newest."""


class _Group(Protocol):
    statements: list[Statement]
    first: int | None
    last: int | None

    def of_documents(self, documents: Iterable[str]) -> list[Statement]: ...


G = TypeVar("G", bound=_Group)


Told = Callable[[str], str]
"""document_id → the sentences of its figures, in small letters and words parted by one space."""


def one_elsewhere(groups: Sequence[G], may_merge: Callable[[G, G], bool], told: Told) -> Iterator[tuple[G, G]]:
    """Pairs of groups at two places that are one question, the first of each to take in the second; `may_merge` has the last
    word. A group that was taken in is not named again.
    """
    home: dict[int, G] = {}
    for one, other in (*_named_elsewhere(groups, told), *_old_numbers(groups)):
        into, out = _home(one, home), _home(other, home)
        if into is not out and may_merge(into, out):
            home[id(out)] = into
            yield into, out


def _home(group: G, home: dict[int, G]) -> G:
    while id(group) in home:
        group = home[id(group)]
    return group


def _named_elsewhere(groups: Sequence[G], told: Told) -> list[tuple[G, G]]:
    at: dict[str, list[G]] = defaultdict(list)
    for group in groups:
        for place in {stated.place for stated in group.statements if stated.place}:
            at[place].append(group)
    if len(at) < 2:
        return []
    found = []
    for group in groups:
        for stated in group.statements[-LOOKED_AT:]:
            for place in _places_named(stated, at, told):
                found += [(group, other) for other in at[place] if other is not group and _is_of_one_event(stated, other, at)]
    return found


def _places_named(stated: Statement, places: Iterable[str], told: Told) -> list[str]:
    """The other places that a report of the statement names."""
    if not stated.place:
        return []
    texts = [f" {told(document_id)} " for document_id in islice(sorted(stated.documents), LOOKED_AT)]
    return [place for place in places if place != stated.place and any(f" {place} " in text for text in texts)]


def _is_of_one_event(stated: Statement, group: G, at: dict[str, list[G]]) -> bool:
    """Whether a statement whose report names the group's place is about what the group is about."""
    if not _may_be_near(stated, group):
        return False
    return any(
        _evidence(stated, other) >= ENOUGH and _is_near(stated, other) and not _tells_both(stated, other, at)
        for other in group.statements[-LOOKED_AT:]
    )


def _evidence(stated: Statement, other: Statement) -> float:
    """How much speaks for one event, given that the first one's report names the place of the other."""
    days = stated.event_day, other.event_day
    if _is_total_of(stated, other) or _is_total_of(other, stated):
        return 0.0
    if None not in days and days[0] != days[1]:
        return 0.0
    named = 2.0 if _names(stated, other.place) or _names(other, stated.place) else 1.5
    return named + (days[0] is not None and days[0] == days[1]) + 0.5 * bool(stated.events & other.events) + _alike(stated, other)


def _is_total_of(stated: Statement, other: Statement) -> bool:
    """Whether a figure of a whole region or country holds that of a town in it, as far as the two numbers say."""
    is_area = stated.place == place_name(stated.facts[0].admin1 or "") or is_country(stated.place)
    if not is_area or stated.interval.said_low <= other.interval.said_high:
        return False
    kin = same_claimant(stated.claimant or stated.author, other.claimant or other.author)
    return not kin and agreement(stated.interval, other.interval) is not Agreement.AGREE


def _names(stated: Statement, place: str) -> bool:
    """Whether the very sentence of the statement names the place, or the gazetteer puts it there."""
    fact = stated.facts[0]
    return f" {place} " in f" {fold_text(fact.quote)} " or place_name(fact.admin1 or "") == place


def _alike(stated: Statement, other: Statement) -> float:
    """How much the numbers speak for one event."""
    if agreement(stated.interval, other.interval) is Agreement.AGREE:
        return 2.0 if stated.interval.said_low >= TELLING_NUMBER else 1.0
    if factor(stated.interval, other.interval) > GROWTH:
        return 0.0
    return 1.5 if same_claimant(stated.claimant or stated.author, other.claimant or other.author) else 0.5


def _may_be_near(stated: Statement, group: G) -> bool:
    if stated.day is None or group.first is None or group.last is None:
        return False
    return group.first - SAID_AGAIN_DAYS <= stated.day <= group.last + SAID_AGAIN_DAYS


def _tells_both(one: Statement, other: Statement, at: dict[str, list[G]]) -> bool:
    """Whether a report of the one gives figures at the other's place too, or the other way round: it means two places."""
    return any(
        beside.place == place
        for stated, place in ((one, other.place), (other, one.place))
        for group in at[place]
        for beside in group.of_documents(stated.documents)
    )


def _old_numbers(groups: Sequence[G]) -> list[tuple[G, G]]:
    """A claimant's old number that a report quotes ("to 52, from 34") is that of its first report, wherever that put it."""
    by_number: dict[tuple[float, float], list[tuple[Statement, G]]] = defaultdict(list)
    for group in groups:
        for stated in group.statements:
            if stated.place and stated.interval.said_low >= TELLING_NUMBER:
                by_number[stated.interval.said_low, stated.interval.said_high].append((stated, group))
    return [
        (first, second)
        for alike in by_number.values()
        for (one, first), (other, second) in combinations(alike[:LOOKED_AT], 2)
        if first is not second
        and _is_near(one, other)
        and same_claimant(one.claimant or one.author, other.claimant or other.author)
        and any(fact.replaced_by for stated in (one, other) for fact in stated.facts)
    ]


def _is_near(one: Statement, other: Statement) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= SAID_AGAIN_DAYS
