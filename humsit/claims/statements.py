"""What is stated, once: a figure with the sides of its question under common names, and all the facts that state the very same.

Copies collapse here, before anything is compared: one claimant's same number for the same day in 366 papers is one statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from humsit.claims.acronyms import FullNames
from humsit.claims.event_days import tells_a_move, tells_a_rise
from humsit.claims.intervals import Interval, interval
from humsit.claims.names import (
    Words,
    claimant_words,
    counted_name,
    cues,
    disease_name,
    event_kinds,
    money_name,
    place_name,
    proper_words,
    side_words,
)
from humsit.records import AnyFact, Denial, Figure, Measure, PopulationGroup, Series, Stance, Unit

NO_NAMES: FullNames = {}

_NEAR = 6
"""Words before a number that say what it is: "takes the total number of patients to 61"."""

_FAR = 12
"""Words before a number that say whose loss it is: "admitted in a message read on the radio the loss of four fighters"."""
_UNDATED = 10**9
_WERE = frozenset({"were", "are", "was", "is"})
_THOSE = frozenset({"them", "these", "those", "whom"})
_OF_THOSE = re.compile(r"of (them|these|those|whom|the \w+)\b[^.;]{0,3}")
_NOTHING: Mapping[str, str] = {}
_NO_DAYS: Mapping[str, int] = {}
_ZERO = Interval(0, 0, 0, 0)


@dataclass(slots=True, eq=False)
class Statement:
    """One statement; "", an empty set or None is open. Days are ordinals."""

    measure: Measure
    unit: Unit
    who: str
    noun: str
    side: Words
    place: str
    claimant: Words
    """Empty where the text speaks in its own voice; then `author` says whose that is."""
    author: Words
    events: Words
    series: Series
    stance: Stance
    as_of: int | None
    day: int | None
    """The day that it is about, else the day it was printed."""
    start: int | None
    end: int | None
    interval: Interval
    not_side: Words = frozenset()
    """Whose people they are surely not: those of the party that claims to have killed them."""
    event_day: int | None = None
    """The day on which what it is about happened, where the text tells."""
    moves: bool = True
    """Whether the sentence says that a count moved ("rose to 15"), or is unknown."""
    rises: bool = False
    """Whether the sentence says that the count rose."""
    force: str = ""
    """Of fighters, whether their noun is that of a state's forces ("soldiers") or of others ("militants")."""
    is_part: bool = False
    """Whether the sentence says that it is a part of a total, and not which ("Of the dead, 57 were brought to a school")."""
    order: int = 0
    """Its place among all statements that are compared: by time, then by content."""
    facts: list[Figure] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def key(self) -> tuple[object, ...]:
        """Equal for equal statements, and sorts by time, then by content: never by what a report happens to be called."""
        days = (self.day, self.as_of, self.start, self.end, self.event_day)
        dates = (_UNDATED if day is None else day for day in days)
        span = self.interval
        return (
            *dates,
            (span.said_low, span.said_high, span.low, span.high),
            *(tuple(sorted(words)) for words in (self.claimant, self.author, self.side, self.not_side, self.events)),
            *(self.measure.value, self.unit.value, self.who, self.noun, self.place, self.series.value, self.stance.value),
            self.force,
            self.moves,
            self.rises,
            self.is_part,
        )

    @property
    def figure(self) -> Figure:
        """The fact that stands for it: the first printed."""
        if len(self.facts) == 1:
            return self.facts[0]
        return min(self.facts, key=lambda f: (f.published is None, f.published, f.document_id, f.start, f.fact_id))


def statements_of(
    figures: Iterable[Figure], places: Mapping[str, str], happened: Mapping[str, int], names: FullNames = NO_NAMES
) -> list[Statement]:
    """The figures as statements, copies collapsed, in the order of their keys whatever order the figures come in.

    `places`, `happened` and `names` as for `state`.
    """
    found: dict[tuple[object, ...], Statement] = {}
    for fact in figures:
        stated = state(fact, places, happened, names)
        stated = found.setdefault(stated.key(), stated)
        stated.facts.append(fact)
        stated.documents.add(fact.document_id)
    ordered = [found[key] for key in sorted(found)]
    for order, stated in enumerate(ordered):
        stated.order = order
    return ordered


def only_places(facts: Iterable[AnyFact]) -> dict[str, str]:
    """document_id → the one place that its facts name, where they name only one."""
    named: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.place:
            named[fact.document_id].add(place_name(fact.place))
    return {document_id: next(iter(places)) for document_id, places in named.items() if len(places) == 1}


def place_of(fact: AnyFact, places: Mapping[str, str]) -> str:
    """The place that a fact is about, under one name: its own, else the only one of its report; "" is open."""
    return place_name(fact.place) if fact.place else places.get(fact.document_id, "")


def state(
    figure: Figure,
    places: Mapping[str, str] = _NOTHING,
    happened: Mapping[str, int] = _NO_DAYS,
    names: FullNames = NO_NAMES,
) -> Statement:
    """The figure's statement, without the figure.

    `places` (of `only_places`) stands in where it names none; `happened` (of `event_days`) is the day of its event;
    `names` (of `acronyms`) leads acronyms back.
    """
    who, noun = counted(figure, figure.unit)
    day, start = figure.as_of or figure.published, figure.period_start
    end = figure.period_end or (day if start else None)
    claimant = _in_full(claimant_words(figure.claimant), names)
    return Statement(
        measure=figure.measure,
        unit=figure.unit,
        who=who,
        noun=noun,
        side=_side(figure, who),
        place=place_of(figure, places),
        claimant=claimant,
        author=frozenset() if claimant else _in_full(_author(figure), names),
        events=event_kinds(figure.event),
        series=series_of(figure),
        stance=figure.stance,
        as_of=figure.as_of.toordinal() if figure.as_of else None,
        day=day.toordinal() if day else None,
        start=start.toordinal() if start else None,
        end=end.toordinal() if end else None,
        interval=interval(figure),
        not_side=_enemy_of(figure, who),
        force=_force(figure, who),
        event_day=happened.get(figure.fact_id),
        moves=tells_a_move(figure.quote),
        rises=tells_a_rise(figure.quote),
        is_part=not who and not noun and (not figure.place or figure.document_id in places) and _is_part(figure),
    )


def _in_full(words: Words, names: FullNames) -> Words:
    return names.get(words, words)


def state_denial(denial: Denial, places: Mapping[str, str], names: FullNames = NO_NAMES) -> Statement:
    """The denial's statement: a claimant at zero."""
    who, noun = counted(denial, Unit.PEOPLE)
    day = denial.as_of or denial.published
    return Statement(
        measure=denial.measure,
        unit=Unit.PEOPLE,
        who=who,
        noun=noun,
        side=_side(denial, who),
        place=place_of(denial, places),
        claimant=_in_full(claimant_words(denial.claimant), names),
        author=frozenset(),
        events=event_kinds(denial.event),
        series=Series.UNSPECIFIED,
        stance=Stance.DENIED,
        as_of=denial.as_of.toordinal() if denial.as_of else None,
        day=day.toordinal() if day else None,
        start=None,
        end=None,
        interval=_ZERO,
        documents={denial.document_id},
    )


def counted(fact: Figure | Denial, unit: Unit) -> tuple[str, str]:
    """Which part of the population is counted, and the noun where that says more."""
    if fact.measure is Measure.INFECTED:
        return "", disease_name(fact.group)
    if fact.measure is Measure.FUNDING and isinstance(fact, Figure):
        at = fact.start - fact.quote_start
        return "", money_name(fact.quote[:at], fact.quote[fact.end - fact.quote_start :])
    persons = unit in (Unit.PEOPLE, Unit.HOUSEHOLDS, Unit.PERCENT)
    if not persons or fact.population_group is PopulationGroup.UNSPECIFIED:
        return "", counted_name(fact.group)
    return fact.population_group.value, counted_name(fact.group) if fact.population_group is PopulationGroup.MIXED else ""


def _is_part(figure: Figure) -> bool:
    """ "Of the dead, 57 were brought to a school", "57 of the dead", "57 of them"."""
    at = figure.start - figure.quote_start
    before, behind = figure.quote[:at].casefold(), figure.quote[figure.end - figure.quote_start :].casefold()
    found = _OF_THOSE.fullmatch(before.strip()) or _OF_THOSE.match(behind.strip() + ",")
    return found is not None and (found[1] in _THOSE or not cues("whole").isdisjoint(found[1].split()))


def series_of(figure: Figure) -> Series:
    """How such figures add up. Where the reader left it open: "1,150 new cases" is a flow, "since January" a running total."""
    if figure.series is not Series.UNSPECIFIED:
        return figure.series
    behind = figure.quote[figure.end - figure.quote_start :].casefold().split(maxsplit=3)[:3]
    if behind and (behind[0] in cues("flow") or (behind[0] in _WERE and not cues("flow").isdisjoint(behind[1:2]))):
        return Series.FLOW
    before = re.findall(r"\w+", figure.quote[: figure.start - figure.quote_start].casefold())[-_NEAR:]
    if "alone" in before:  # "on Monday alone, 900 arrived"
        return Series.FLOW
    if not cues("running total").isdisjoint(before):
        return Series.CUMULATIVE
    period = figure.period.split(maxsplit=1)
    return Series.CUMULATIVE if period and period[0].casefold() in cues("running") else Series.UNSPECIFIED


def _side(fact: Figure | Denial, who: str) -> Words:
    """Whose people are counted; of combatants also by the names in their group, or by "its", which is the claimant."""
    if fact.side:
        return side_words(fact.side)
    if who != PopulationGroup.COMBATANTS.value:
        return frozenset()
    if fact.group.casefold().startswith(("its ", "their ", "our ", "his ")) or _is_own_loss(fact):
        return side_words(fact.claimant_side or fact.claimant)
    return proper_words(fact.group)


def _is_own_loss(fact: Figure | Denial) -> bool:
    """ "Admitted the loss of four fighters": of those who admit it."""
    before = re.findall(r"\w+", fact.quote[: fact.start - fact.quote_start].casefold())[-_FAR:]
    return fact.claimant != "" and not (cues("own loss").isdisjoint(before) or cues("admitting").isdisjoint(before))


def _enemy_of(figure: Figure, who: str) -> Words:
    """The party that claims losses of fighters whom it does not name: they are not its own.

    A report's own voice is no party.
    """
    if (
        figure.side
        or _is_own_loss(figure)
        or who != PopulationGroup.COMBATANTS.value
        or figure.stance not in (Stance.CLAIMED, Stance.UNVERIFIED)
    ):
        return frozenset()
    return side_words(figure.claimant_side or figure.claimant)


def _force(figure: Figure, who: str) -> str:
    if who != PopulationGroup.COMBATANTS.value:
        return ""
    words = figure.group.casefold().split()
    return next((force for force in ("regular force", "other force") if not cues(force).isdisjoint(words)), "")


def _author(fact: Figure) -> Words:
    """Who speaks in a text's own voice: the agency whose story it is, else its publisher, else the report itself."""
    return claimant_words(fact.agency or fact.publisher or "") or frozenset({f"report {fact.document_id}"})
