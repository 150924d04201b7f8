"""Places as a map shows them: where each is and how exactly that is known, and which question of a measure leads there.

Nothing is added: a place is told by one question, the one with the highest claim, from its lowest claim to its highest.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from humsit.claims import Headline, Policy, Question, headline
from humsit.gazetteer.outlines import load_outlines
from humsit.gazetteer.settlements import load_settlements
from humsit.records import Fact, Figure, Measure, Standing, Unit
from humsit.situation.desk import Situation
from humsit.store import ALL, NOW, Known, Selection

MOST_QUESTIONS = 200
"""Questions that one map looks at: those on which most depends."""
MOST_NAMES = 60
"""Figures of a place whose reports' names of it are looked up."""


class Exactness(StrEnum):
    """How exactly it is known where a place is."""

    TOWN = "town"
    """Coordinates of its own."""
    REGION = "region"
    """Only its first-level area: the middle of that area's towns stands for it."""
    COUNTRY = "country"
    """Only its country: a point inside stands for it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is drawn, in degrees of WGS 84."""

    longitude: float
    latitude: float
    exactness: Exactness


@dataclass(frozen=True)
class Area:
    """A place with the questions of one measure that are about it, those on which most depends first."""

    place: str
    """As reports call it; "" for what names no place."""
    country: str
    """ISO 3166 alpha-3; "" where unknown."""
    spot: Spot | None
    """None: nobody knows where it is, so that it can only be listed."""
    unit: Unit
    """What `leading` counts."""
    questions: tuple[Question, ...]

    @cached_property
    def leading(self) -> Headline | None:
        """Of the questions in `unit` the one with the highest claim, from its lowest claim to its highest; None where none is
        counted so.
        """
        lines = headline([question for question in self.questions if question.unit is self.unit], Policy.BAND)
        return max((line for line in lines if line.used), key=_weight, default=None)

    @cached_property
    def figures(self) -> int:
        """How many figures answer its questions."""
        return sum(len(question.facts) - len(question.denials) for question in self.questions)

    @cached_property
    def standings(self) -> Counter[Standing]:
        """How many of its questions stand how."""
        return Counter(question.standing for question in self.questions)

    @property
    def others(self) -> int:
        """Its questions that its bubble does not tell."""
        return len(self.questions) - (self.leading is not None)


def areas(situation: Situation, measure: Measure, selection: Selection = ALL, *, limit: int = MOST_QUESTIONS) -> list[Area]:
    """The places of a measure, as `areas_of` gives them, out of the `limit` questions on which most depends."""
    return areas_of(situation.questions(selection, measure=(measure,), limit=limit))


def areas_of(questions: Sequence[Question]) -> list[Area]:
    """The places that these questions are about, the one with the highest claim first, what names no place last."""
    unit = usual_unit(questions)
    by_place: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_place[question.place.casefold()].append(question)
    found = [_area(unit, of) for of in by_place.values()]
    return sorted(found, key=lambda area: (area.place == "", -_height(area), area.place.casefold()))


def usual_unit(questions: Iterable[Question]) -> Unit:
    """People where anybody counts people, else what most questions count: bubbles of two units cannot be compared."""
    units = Counter(question.unit for question in questions)
    return Unit.PEOPLE if Unit.PEOPLE in units or not units else max(units, key=lambda unit: (units[unit], unit.value))


def spot_of(facts: Iterable[Fact]) -> Spot | None:
    """Where a place is, as exactly as any of the facts that name it knows; None where none does."""
    spots = [spot for fact in facts if (spot := spot_at(fact.latitude, fact.longitude, fact.country, fact.admin1))]
    return min(spots, key=lambda spot: list(Exactness).index(spot.exactness), default=None)


def names_in_reports(situation: Situation, area: Area, known: Known = NOW) -> tuple[str, ...]:
    """The names under which reports tell the figures of a place, as `Selection.place` takes them; ("",) for no place.

    Analysts may have led several names back to one, so that a place has more names than it is shown by.
    """
    if not area.place:
        return ("",)
    facts = [figure.fact_id for question in area.questions for figure in _figures(question)]
    names = {corrected.fact.place for corrected in situation.facts_named(facts[:MOST_NAMES], known).values()}
    return tuple(sorted(names - {""})) or (area.place,)


def _area(unit: Unit, questions: Sequence[Question]) -> Area:
    figures = [figure for question in questions for figure in _figures(question)]
    named = Counter(question.place for question in questions)
    countries = Counter(figure.country for figure in figures if figure.country)
    place = max(named, key=lambda name: (named[name], name))
    spot = spot_of(figure for figure in figures if figure.place) if place else None
    return Area(place, max(countries, key=lambda code: (countries[code], code), default=""), spot, unit, tuple(questions))


def _figures(question: Question) -> Iterator[Figure]:
    for claim in question.claims:
        yield from claim.current or (claim.figure,)
        yield from claim.superseded


def spot_at(latitude: float | None, longitude: float | None, country: str | None, admin1: str | None) -> Spot | None:
    """Where a place of these coordinates, else of this first-level area, else of this country is drawn; None for none of them."""
    if latitude is not None and longitude is not None:
        return Spot(longitude, latitude, Exactness.TOWN)
    if country and admin1 and (middle := load_settlements().middle_of(country, admin1)):
        return Spot(*middle, Exactness.REGION)
    outline = load_outlines().by_code.get(country or "")
    return Spot(*outline.at, Exactness.COUNTRY) if outline else None


def _weight(line: Headline) -> tuple[float, int, str]:
    return (line.high if line.high is not None else -math.inf), len(line.question.publishers), line.question.question_id


def _height(area: Area) -> float:
    line = area.leading
    return line.high if line and line.high is not None else -math.inf
