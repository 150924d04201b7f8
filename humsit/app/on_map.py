"""What the map draws: places with the figures of one measure and the conditions reported there, and those without a spot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from humsit.app import phrases, words
from humsit.app.charts.bubbles import Bubble
from humsit.app.desk import Desk
from humsit.app.words import maps
from humsit.app.words.charts import from_to
from humsit.claims import Claim, ConditionQuestion, Headline
from humsit.gazetteer.outlines import WORLD, Box, fitting
from humsit.records import ConditionKind, ConditionState, Measure, Standing
from humsit.situation import Selection
from humsit.situation.areas import MOST_QUESTIONS, Area, Exactness, Spot, areas_of, spot_of
from humsit.tables import number_in_words

MOST_CONDITIONS = 600
"""Conditions that are looked at; where there are more, only those at the places of the figures."""
KEPT = 16
"""Maps that are kept at hand; the one that was not asked for longest is forgotten first."""
CLAIMS = 4
"""Claims of a place that are told when its bubble is pointed at."""
LEAST_HIGH = 2.5
"""Degrees from south to north that a map shows at least: closer by, outlines of countries say nothing."""
_NAMELESS = "\0"
"""Before a question that names no place: no place is called so."""
MAIN_SHARE = 0.6
"""A country is shown first where so large a part of the places lie in it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is said of one condition now: in words, and whether that is good or bad news."""

    words: str
    tone: str

    @classmethod
    def of(cls, question: ConditionQuestion) -> Holding:
        """Its newest word; "disputed" where claimants contradict each other."""
        disputed = question.standing is Standing.CONTESTED
        state = ConditionState.DISPUTED if disputed else (question.now or question.claims)[0].state
        return cls(words.condition_words(question.condition, state), words.condition_tone(question.condition, state))


@dataclass(frozen=True)
class Place:
    """One place: its questions of the measure, and what holds there. `area` None: only conditions are reported."""

    name: str
    spot: Spot | None
    area: Area | None = None
    conditions: tuple[Holding, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by on the map."""
        return self.name.casefold()

    @property
    def shown_name(self) -> str:
        """Its name for eyes; never empty."""
        return self.name or words.NO_PLACE

    @property
    def leading(self) -> Headline | None:
        """The question that its bubble tells."""
        return self.area.leading if self.area else None

    @property
    def country(self) -> str:
        """ISO 3166 alpha-3; "" where unknown."""
        return self.area.country if self.area else ""

    @property
    def said(self) -> str:
        """Its claims in a few words: "about 20", "contested: 500 to 9,000", "" for none."""
        contested = f"{maps.CONTESTED}: " if self.standing is Standing.CONTESTED else ""
        return f"{contested}{said(self.leading)}" if self.leading else ""

    @property
    def standing(self) -> Standing | None:
        """How the question that leads stands."""
        return self.leading.question.standing if self.leading else None

    def bubble(self, chosen: Iterable[str]) -> Bubble:
        """As the map draws it; those that are not chosen, where any is, are pale."""
        known, line = set(chosen), self.leading
        spot = self.spot or Spot(0, 0, Exactness.COUNTRY)
        return Bubble(
            key=self.key,
            name=self.shown_name + maps.EXACTNESS_SHORT[spot.exactness],
            at=(spot.longitude, spot.latitude),
            low=line.low if line else None,
            high=line.high if line else None,
            words=said(line) if line else "",
            hover=tuple(_told(self)),
            contested=self.standing is Standing.CONTESTED,
            exact=spot.exactness is Exactness.TOWN,
            conditions=tuple((now.words, now.tone) for now in _gravest_first(self.conditions)),
            faded=bool(known) and self.key not in known,
        )


def said(line: Headline) -> str:
    """A question in a few words, from its lowest claim to its highest."""
    if len(line.used) == 1:
        return line.used[0].words.split(" (")[0]
    ends = _end(line.used[0], line.low), _end(line.used[-1], line.high)
    return ends[0] if ends[0] == ends[1] else from_to(*ends)


def _end(claim: Claim, number: float | None) -> str:
    """The claim as it is said, but of a range or vague words the end that counts here."""
    ranged = claim.figure.value is None and number is not None
    return number_in_words(number) if ranged and number is not None else claim.words


def measures_told(desk: Desk, selection: Selection) -> list[Measure]:
    """The measures that a map can show, those that are told of most places first."""
    if selection.measure:
        return [Measure(code) for code in selection.measure]
    told: dict[Measure, set[str]] = defaultdict(set)
    for question in desk.questions(selection, limit=MOST_QUESTIONS):
        told[question.measure].add(question.place.casefold() or f"{_NAMELESS}{question.question_id}")
    named = {measure: sum(not place.startswith(_NAMELESS) for place in of) for measure, of in told.items()}
    order = list(words.HEADLINES)
    known = sorted((m for m in named if m in order), key=lambda m: (-named[m], order.index(m)))
    return known + [measure for measure in (*order, Measure.POPULATION) if measure not in known]


def find_places(desk: Desk, selection: Selection, measure: Measure) -> tuple[list[Place], list[str]]:
    """The places of the map, the largest first; and what has been left out, in words. Kept until somebody writes."""
    return _found(desk, desk.revision, selection, measure)


@lru_cache(KEPT)
def _found(desk: Desk, revision: int, selection: Selection, measure: Measure) -> tuple[list[Place], list[str]]:
    questions = desk.questions(selection, measure=(measure,), limit=MOST_QUESTIONS)
    areas = areas_of(questions)
    notes = [maps.LARGER_ONLY] if len(questions) == MOST_QUESTIONS else []
    asked = replace(selection, measure=(), standing=(), stance=())
    told = desk.situation.condition_questions(asked, limit=MOST_CONDITIONS)
    if len(told) == MOST_CONDITIONS and areas:
        asked = replace(asked, place=asked.place or tuple(area.place for area in areas))
        told = desk.situation.condition_questions(asked, limit=MOST_CONDITIONS)
        notes.append(maps.CONDITIONS_SOME)
    return _joined(areas, told), notes


def _joined(areas: Sequence[Area], told: Iterable[ConditionQuestion]) -> list[Place]:
    conditions: dict[str, list[ConditionQuestion]] = defaultdict(list)
    for one in told:
        conditions[one.place.casefold()].append(one)
    found = []
    for area in areas:
        here = conditions.pop(area.place.casefold(), [])
        found.append(Place(area.place, area.spot or _spot_of(here), area, _held(here)))
    found += [Place(of[0].place, _spot_of(of), None, _held(of)) for of in conditions.values()]
    return found


def _spot_of(questions: Sequence[ConditionQuestion]) -> Spot | None:
    return spot_of(claim.fact for question in questions for claim in question.claims if claim.fact.place)


def _held(questions: Iterable[ConditionQuestion]) -> tuple[Holding, ...]:
    order = list(ConditionKind)
    return tuple(Holding.of(question) for question in sorted(questions, key=lambda one: order.index(one.condition)))


def _told(place: Place) -> list[str]:
    """What is said of a place when it is pointed at."""
    line, area = place.leading, place.area
    lines = []
    if line:
        lines.append(phrases.what(line.question, with_place=False))
        shown = line.used if len(line.used) <= CLAIMS else (*line.used[: CLAIMS // 2], *line.used[-CLAIMS // 2 :])
        lines += [phrases.claim(claim) for claim in shown]
        lines += [maps.between(len(line.used) - CLAIMS)] if len(line.used) > CLAIMS else []
        lines.append(words.STANDING[line.question.standing])
    if area and area.others:
        lines.append(maps.others_here(area.others))
    return lines


def _gravest_first(conditions: Iterable[Holding]) -> list[Holding]:
    order = (words.BAD, words.DISPUTED, words.NEUTRAL, words.GOOD)
    return sorted(conditions, key=lambda now: order.index(now.tone))


# --- which part of the world

ALL, EARTH = "all", "world"


def parts(located: Sequence[Place]) -> dict[str, int]:
    """What the map can show: everything, one country, or the world; each with its number of places, the first one usual."""
    countries = Counter(place.country for place in located if place.country)
    many = countries.most_common()
    offered = {ALL: len(located), **(dict(many) if len(many) > 1 else {}), EARTH: len(located)}
    if len(many) > 1 and many[0][1] >= MAIN_SHARE * len(located):
        offered = {many[0][0]: many[0][1]} | offered
    return offered


def box_of(part: str, located: Sequence[Place]) -> Box:
    """What is to be seen, with some room around it."""
    if part == EARTH or not located:
        return Box(WORLD.west, -58, WORLD.east, 80)
    inside = [place for place in located if part in (ALL, place.country)] or located
    return fitting(((p.spot.longitude, p.spot.latitude) for p in inside if p.spot), least=LEAST_HIGH)
