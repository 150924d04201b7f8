"""Which figures answer the same question? Same measure, people or things counted, side, place, event, unit, and overlapping time.

What a text leaves out is open, and open fits anything: "14 killed" may answer the question that "14 civilians killed" answers;
what two texts say differently keeps them apart. Within one report a claimant does not contradict itself: two different numbers
that it gives for the same time are two questions (a part and its total, money asked and money received).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from humsit.claims.intervals import Agreement, Interval, agreement, interval
from humsit.claims.names import (
    Words,
    claimant_words,
    counted_name,
    disease_name,
    event_kinds,
    place_name,
    proper_words,
    same_claimant,
    side_words,
)
from humsit.records import Denial, Figure, Measure, PopulationGroup, Series, Stance, Unit

SAME_CRISIS_DAYS = 45
"""Figures of one question follow each other within this many days, unless they name a common start."""
SAME_START_DAYS = 3
"""Periods that begin this close together are the same "since"."""
SLOW_DAYS = 1500
"""How long a figure about inhabitants or distances stays comparable."""
OPEN_QUESTIONS = 200
"""How many questions of one place and measure are looked at for a figure; the newest first. Keeps the work near-linear."""

_SLOW = {Measure.POPULATION, Measure.DISTANCE}
_NO_INTERVAL = Interval(0, 0, 0, 0)
"""A denial without a number: a claimant at zero."""


@dataclass(slots=True, eq=False)
class Asked:
    """A figure (or a denial) with the sides of its question under common names; "" or None is open."""

    fact: Figure | Denial
    measure: Measure
    unit: Unit
    who: str
    noun: str
    side: Words
    place: str
    claimant: Words
    events: Words
    series: Series
    day: int | None
    start: int | None
    end: int | None
    interval: Interval

    @property
    def figure(self) -> Figure:
        """The fact where it is known to be a figure."""
        if not isinstance(self.fact, Figure):
            raise TypeError(f"{self.fact.kind} {self.fact.fact_id} has no number")
        return self.fact

    @property
    def order(self) -> tuple[int, str, int, str]:
        """Sorts by time, then by where it stands; undated last."""
        return (
            self.day if self.day is not None else dt.date.max.toordinal(),
            self.fact.document_id,
            self.fact.start,
            self.fact.fact_id,
        )


@dataclass(slots=True, eq=False)
class Group:
    """Figures that answer one question so far, with what is known of the question."""

    members: list[Asked] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    who: str = ""
    noun: str = ""
    side: Words = frozenset()
    events: Words = frozenset()
    series: set[Series] = field(default_factory=set)
    start: int | None = None
    first: int | None = None
    last: int | None = None
    by_document: dict[str, list[Asked]] = field(default_factory=lambda: defaultdict(list))

    def add(self, asked: Asked) -> None:
        """Takes the figure in and learns from it what was open."""
        self.members.append(asked)
        self.by_document[asked.fact.document_id].append(asked)
        self.who, self.noun = self.who or asked.who, self.noun or asked.noun
        self.side, self.events = max(self.side, asked.side, key=len), self.events | asked.events
        self.series.add(asked.series)
        self.start = asked.start if self.start is None else self.start
        if asked.day is not None:
            self.first = asked.day if self.first is None else min(self.first, asked.day)
            self.last = asked.day if self.last is None else max(self.last, asked.day)


def group_figures(figures: Iterable[Figure], denials: Iterable[Denial] = ()) -> list[Group]:
    """The figures in groups of one question each, whatever order they come in. A denial joins a group or is left out."""
    facts = list(figures)
    places = _only_places([*facts])
    buckets: dict[object, list[Asked]] = defaultdict(list)
    for fact in facts:
        asked = ask(fact, places)
        buckets[_bucket(asked)].append(asked)
    grouped = {key: _grouped(bucket) for key, bucket in buckets.items()}
    for denial in sorted(denials, key=lambda denial: denial.fact_id):
        asked = ask(denial, places)
        group = _best(asked, grouped.get(_bucket(asked), []))
        if group is not None:
            group.denials.append(denial)
    return [group for groups in grouped.values() for group in groups]


def _only_places(facts: Iterable[Figure | Denial]) -> dict[str, str]:
    """document_id → the one place that its figures name, where they name only one."""
    named: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.place:
            named[fact.document_id].add(place_name(fact.place))
    return {document_id: next(iter(places)) for document_id, places in named.items() if len(places) == 1}


def ask(fact: Figure | Denial, places: dict[str, str]) -> Asked:
    """The fact with its question's sides under common names. `places` stands in where it names none."""
    figure = fact if isinstance(fact, Figure) else None
    unit = figure.unit if figure else Unit.PEOPLE
    who, noun = _counted(fact, unit)
    day = fact.as_of or fact.published
    start = figure.period_start if figure else None
    end = (figure.period_end if figure else None) or (day if start else None)
    return Asked(
        fact=fact,
        measure=fact.measure,
        unit=unit,
        who=who,
        noun=noun,
        side=_side(fact, who),
        place=place_name(fact.place) if fact.place else places.get(fact.document_id, ""),
        claimant=claimant_words(fact.claimant),
        events=event_kinds(fact.event),
        series=figure.series if figure else Series.UNSPECIFIED,
        day=day.toordinal() if day else None,
        start=start.toordinal() if start else None,
        end=end.toordinal() if end else None,
        interval=interval(figure) if figure else _NO_INTERVAL,
    )


def _counted(fact: Figure | Denial, unit: Unit) -> tuple[str, str]:
    """Which part of the population is counted, and the noun where that says more."""
    if fact.measure is Measure.INFECTED:
        return "", disease_name(fact.group)
    if unit not in (Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.PERCENT):
        return "", counted_name(fact.group)
    if fact.population_group is PopulationGroup.UNSPECIFIED:
        return "", counted_name(fact.group)
    return fact.population_group.value, counted_name(fact.group) if fact.population_group is PopulationGroup.MIXED else ""


def _side(fact: Figure | Denial, who: str) -> Words:
    """Whose people are counted; of combatants also by the names in their group, or by "its", which is the claimant."""
    if fact.side:
        return side_words(fact.side)
    if who != PopulationGroup.COMBATANTS.value:
        return frozenset()
    if fact.group.casefold().startswith(("its ", "their ", "our ", "his ")):
        return side_words(fact.claimant_side or fact.claimant)
    return proper_words(fact.group)


def _bucket(asked: Asked) -> object:
    """Figures of different buckets are never compared. Civilians and people in general share one."""
    people = asked.unit in (Unit.PEOPLE, Unit.HOUSEHOLDS)
    kind: object = "people" if people and asked.who in ("", "civilians") else (asked.who, "" if people else asked.noun)
    return asked.measure, asked.unit, asked.place, kind


def _grouped(bucket: list[Asked]) -> list[Group]:
    groups: list[Group] = []
    for asked in sorted(bucket, key=lambda asked: asked.order):
        group = _best(asked, groups)
        if group is None:
            group = Group()
            groups.append(group)
        group.add(asked)
    return groups


def _best(asked: Asked, groups: list[Group]) -> Group | None:
    """The group that the figure fits best, if it fits any; of equals the newest."""
    best, most = None, -1.0
    for group in _newest(groups):
        fit = _fit(asked, group)
        if fit is not None and fit > most:
            best, most = group, fit
    return best


def _newest(groups: list[Group]) -> Iterator[Group]:
    for index in range(len(groups) - 1, max(-1, len(groups) - 1 - OPEN_QUESTIONS), -1):
        yield groups[index]


def _fit(asked: Asked, group: Group) -> float | None:
    """How well the figure fits the group; None where something keeps them apart."""
    counted = _counted_fit(asked, group)
    if counted is None or not _sides_fit(asked.side, group.side) or not _times_fit(asked, group) or not _series_fit(asked, group):
        return None
    shared_event = bool(asked.events & group.events)
    if asked.events and group.events and not shared_event:
        return None
    same_document = group.by_document.get(asked.fact.document_id, ())
    if any(_contradicts_itself(asked, member) for member in same_document):
        return None
    kin = any(same_claimant(asked.claimant, member.claimant) for member in group.members)
    anchored = (
        asked.place
        or asked.side & group.side
        or shared_event
        or same_document
        or kin
        or (asked.noun and asked.noun == group.noun)
    )
    if not anchored:
        return None
    agrees = any(agreement(asked.interval, member.interval) is Agreement.AGREE for member in group.members)
    return 4 * counted + 2 * shared_event + 3 * agrees + kin


def _counted_fit(asked: Asked, group: Group) -> int | None:
    if (asked.who, asked.noun) == (group.who, group.noun):
        return 2
    if asked.who and group.who:
        return None if asked.who != group.who or (asked.noun and group.noun) else 1
    return None if asked.noun and (group.noun or group.who) else None if group.noun and asked.who else 1


def _sides_fit(one: Words, other: Words) -> bool:
    return not one or not other or one <= other or other <= one


def _series_fit(asked: Asked, group: Group) -> bool:
    """A flow is neither a stock nor a running total."""
    totals = {Series.STOCK, Series.CUMULATIVE}
    if asked.series is Series.FLOW:
        return not group.series & totals
    return asked.series not in totals or Series.FLOW not in group.series


def _times_fit(asked: Asked, group: Group) -> bool:
    if asked.series is Series.FLOW and Series.FLOW in group.series:
        return any(_flows_overlap(asked, member) for member in group.members)
    if asked.start is not None and group.start is not None:
        return abs(asked.start - group.start) <= SAME_START_DAYS
    if asked.day is None or group.first is None or group.last is None:
        return True
    room = SLOW_DAYS if asked.measure in _SLOW else SAME_CRISIS_DAYS
    return group.first - room <= asked.day <= group.last + room


def _flows_overlap(one: Asked, other: Asked) -> bool:
    """Whether two flows cover mostly the same days; a flow without a period counts for its own day."""
    if one.day is None or other.day is None:
        return True
    start, end = _span(one, one.day)
    other_start, other_end = _span(other, other.day)
    longer = max(end - start, other_end - other_start)
    shared = min(end, other_end) - max(start, other_start)
    return 2 * shared >= longer if longer else start == other_start


def _span(asked: Asked, day: int) -> tuple[int, int]:
    return asked.start if asked.start is not None else day, asked.end if asked.end is not None else day


def _contradicts_itself(one: Asked, other: Asked) -> bool:
    """Whether one report gives both for the same claimant and time without saying that one replaces the other."""
    a, b = one.fact, other.fact
    if not isinstance(a, Figure) or not isinstance(b, Figure):
        return False
    if a.part_of == b.fact_id or b.part_of == a.fact_id:
        return True
    if a.replaced_by == b.fact_id or b.replaced_by == a.fact_id or Stance.DENIED in (a.stance, b.stance):
        return False
    if one.claimant != other.claimant and not same_claimant(one.claimant, other.claimant):
        return False
    if a.as_of is not None and b.as_of is not None and a.as_of != b.as_of:
        return False
    return agreement(one.interval, other.interval) is not Agreement.AGREE
