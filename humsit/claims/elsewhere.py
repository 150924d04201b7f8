"""Groups of figures at two places that are one question: a ferry "sank off Keta" and "sank in the Volta off Keta".

Reports of one event name a town, its river, its district, or none. Two places are one only where no report gives figures
of this kind for both, and enough speaks for one event (`evidence`); or where a report quotes the claimant's old number.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import Protocol, TypeVar

from humsit.claims.evidence import SAID_AGAIN_DAYS, TELLING_NUMBER, Told, is_near, names_place, speaks_for_one_event
from humsit.claims.names import same_claimant
from humsit.claims.statements import Statement

ONE_EVENT_DAYS = 45
"""Within so many days all is told of an event whose place goes by two names."""
LOOKED_AT = 30
"""How many of a group's statements are looked at: the newest."""
_STEP = math.log(1.1)
"""Numbers within a tenth of each other stand at one step or at two beside each other."""


class _Group(Protocol):
    statements: list[Statement]
    first: int | None
    last: int | None

    def of_documents(self, documents: Iterable[str]) -> list[Statement]: ...


G = TypeVar("G", bound=_Group)
_At = dict[str, list[G]]


def one_elsewhere(groups: Sequence[G], may_merge: Callable[[G, G], bool], told: Told) -> Iterator[tuple[G, G]]:
    """Pairs of groups at two places that are one question, the first of each to take in the second; `may_merge` has the last
    word. A group that was taken in is not named again.
    """
    home: dict[int, G] = {}
    for one, other in (*_named_elsewhere(groups, told), *_old_numbers(groups)):
        into, out = _home(one, home), _home(other, home)
        if into is not out and _is_of_one_time(into, out) and may_merge(into, out):
            home[id(out)] = into
            yield into, out


def _is_of_one_time(one: G, other: G) -> bool:
    """Whether all that both hold was told within the time of one event: two long wars are not one because two reports meet."""
    days = [day for group in (one, other) for day in (group.first, group.last) if day is not None]
    return not days or max(days) - min(days) <= ONE_EVENT_DAYS


def _home(group: G, home: dict[int, G]) -> G:
    while id(group) in home:
        group = home[id(group)]
    return group


def _named_elsewhere(groups: Sequence[G], told: Told) -> list[tuple[G, G]]:
    at: _At[G] = defaultdict(list)
    for group in groups:
        for place in {stated.place for stated in group.statements}:
            at[place].append(group)
    if len(at) < 2:
        return []
    candidates = (*_where_named(groups, at, told), *_alike(groups))
    return [
        (group, other)
        for stated, group, beside, other in candidates
        if group is not other
        and stated.place != beside.place
        and speaks_for_one_event(stated, beside, told)
        and not _tells_both(stated, beside, at)
    ]


_Candidate = tuple[Statement, G, Statement, G]


def _where_named(groups: Sequence[G], at: _At[G], told: Told) -> Iterator[_Candidate[G]]:
    """Statements with those of the places that their reports name."""
    for group in groups:
        for stated in group.statements[-LOOKED_AT:]:
            for place in _places_named(stated, at, told):
                for other in at[place]:
                    if _may_be_near(stated, other):
                        yield from ((stated, group, beside, other) for beside in other.statements[-LOOKED_AT:])


def _alike(groups: Sequence[G]) -> Iterator[_Candidate[G]]:
    """Statements of different places whose numbers may agree, told at about the same time."""
    by_size: dict[tuple[int, int], list[tuple[Statement, G]]] = defaultdict(list)
    for group in groups:
        for stated in group.statements[-LOOKED_AT:]:
            if stated.day is not None and 0 < stated.interval.said_low < math.inf:
                step = int(math.log(stated.interval.said_low) / _STEP)
                by_size[step, stated.day // SAID_AGAIN_DAYS].append((stated, group))
    for (step, when), these in by_size.items():
        beside = [*these[:LOOKED_AT], *_beside(by_size, step, when)]
        for at, (stated, group) in enumerate(these[:LOOKED_AT]):
            yield from ((stated, group, other, its) for other, its in beside[at + 1 :])


def _beside(by_size: dict[tuple[int, int], list[tuple[Statement, G]]], step: int, when: int) -> Iterator[tuple[Statement, G]]:
    for place in ((step + 1, when), (step, when + 1), (step + 1, when + 1), (step - 1, when + 1)):
        yield from by_size.get(place, ())[:LOOKED_AT]


def _places_named(stated: Statement, places: Iterable[str], told: Told) -> list[str]:
    """The other places that a report of the statement names."""
    texts = [told(document_id).text for document_id in islice(sorted(stated.documents), LOOKED_AT)]
    return [place for place in places if place and place != stated.place and any(names_place(text, place) for text in texts)]


def _may_be_near(stated: Statement, group: G) -> bool:
    if stated.day is None or group.first is None or group.last is None:
        return False
    return group.first - SAID_AGAIN_DAYS <= stated.day <= group.last + SAID_AGAIN_DAYS


def _tells_both(one: Statement, other: Statement, at: _At[G]) -> bool:
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
            if stated.interval.said_low >= TELLING_NUMBER:
                by_number[stated.interval.said_low, stated.interval.said_high].append((stated, group))
    return [
        (first, second)
        for alike in by_number.values()
        for (one, first), (other, second) in combinations(alike[:LOOKED_AT], 2)
        if first is not second
        and is_near(one, other)
        and same_claimant(one.claimant or one.author, other.claimant or other.author)
        and any(fact.replaced_by for stated in (one, other) for fact in stated.facts)
    ]
