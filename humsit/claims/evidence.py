"""How much speaks for two figures being told of one event, though their places have two names or one has none?

Each hint has a weight; enough of them together join, none alone. What rules one event out is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from humsit.claims.intervals import Agreement, agreement, factor
from humsit.claims.names import Words, cues, event_kinds, fold_text, is_country, place_name, same_claimant
from humsit.claims.statements import Statement
from humsit.records import ALSO_NAMED, ALSO_TOLD, AnyFact, Denial, Figure

ENOUGH = 3.0
"""So much must speak for one event under two names of its place."""
TELLING_NUMBER = 10
"""From this number on two claimants hardly have the same by chance."""
LARGE_NUMBER = 50
"""From this number on they hardly come within a tenth of each other by chance."""
GROWTH = 3.0
"""Figures of one event that nothing else joins are no further apart than this many times."""
SAID_AGAIN_DAYS = 10
"""What is said of one event by two names of its place is said within this many days."""
AT_ONCE_DAYS = 3
"""What is told of two places within this many days is told of one event more often than later."""

IN_ITS_SENTENCE, IN_ITS_REPORT, NO_PLACE, NEAR_BY = 2.0, 1.5, 1.0, 1.0
"""The sentence names the other's place; its report does; one names no place; both reports name a third place."""
SAME_NUMBER, OWN_NUMBER, LIKE_NUMBER, OF_ITS_SIZE = 2.0, 1.5, 1.5, 0.5
SAME_DAY, SAME_KIND, SAME_WAR, LATE = 1.0, 1.0, 0.5, -0.5


class Tells(NamedTuple):
    """What a report tells around its figures."""

    text: str
    """Their sentences and those that say when it happened, in small letters, words parted by one space."""
    places: frozenset[str]
    kinds: Words
    """Kinds of event."""


NOTHING = Tells("", frozenset(), frozenset())
Told = Callable[[str], Tells]
"""document_id → what the report tells."""


def nothing_told(_: str) -> Tells:
    """Of reports about which nothing more is known than their figures."""
    return NOTHING


def tells(facts: Iterable[AnyFact]) -> Tells:
    """What a report tells, from its figures and denials, each sentence once."""
    sentences, places = dict[str, None](), set[str]()
    for fact in facts:
        if isinstance(fact, Figure | Denial):
            sentences[fact.quote] = None
            places |= {place_name(name) for name in (fact.place, fact.admin1) if name}
            for reason in fact.why:
                if reason.rule == ALSO_NAMED:
                    places |= {place_name(name) for name in reason.words.split(", ")}
                elif reason.rule == ALSO_TOLD:
                    sentences[reason.words] = None
    text = " ".join(sentences)
    return Tells(" ".join((fold_text(text), *sorted(places))), frozenset(places), event_kinds(text))


def names_place(text: str, place: str) -> bool:
    """Whether the folded text names the place."""
    return f" {place} " in f" {text} "


def speaks_for_one_event(one: Statement, other: Statement, told: Told) -> bool:
    """Whether enough speaks for one event, and nothing against it."""
    if not is_near(one, other) or _is_total_of(one, other) or _is_total_of(other, one):
        return False
    days = one.event_day, other.event_day
    if None not in days and days[0] != days[1]:
        return False
    beside, others = told(_report(one)), told(_report(other))
    single = cues("single event")
    kinds, other_kinds = beside.kinds & single, others.kinds & single
    if kinds and other_kinds and not kinds & other_kinds:
        return False
    late = LATE if abs((one.day or 0) - (other.day or 0)) > AT_ONCE_DAYS else 0.0
    event = SAME_KIND if kinds & other_kinds else SAME_WAR if beside.kinds & others.kinds else 0.0
    same_day = SAME_DAY if days[0] is not None and days[0] == days[1] else 0.0
    return _place(one, other, beside, others) + _number(one, other) + event + same_day + late >= ENOUGH


def is_near(one: Statement, other: Statement) -> bool:
    """Whether both are told within the days in which one event is told of."""
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= SAID_AGAIN_DAYS


def _report(stated: Statement) -> str:
    return stated.facts[0].document_id


def _place(one: Statement, other: Statement, beside: Tells, others: Tells) -> float:
    """How much the places speak for one event."""
    third = NEAR_BY if any(not is_country(at) for at in (beside.places & others.places) - {one.place, other.place}) else 0.0
    if one.place and other.place:
        if _says(one, other.place) or _says(other, one.place):
            return IN_ITS_SENTENCE + third / 2
        if names_place(beside.text, other.place) or names_place(others.text, one.place):
            return IN_ITS_REPORT + third / 2
        return third
    named, text, sentence = (one.place, others.text, other) if one.place else (other.place, beside.text, one)
    if _says(sentence, named):
        return IN_ITS_SENTENCE
    return IN_ITS_REPORT if names_place(text, named) else NO_PLACE


def _says(stated: Statement, place: str) -> bool:
    """Whether the very sentence of the statement names the place, or the gazetteer puts it there."""
    fact = stated.facts[0]
    return names_place(_folded(fact.quote), place) or place_name(fact.admin1 or "") == place


@lru_cache(1_000)  # a figure is held against many others, one after the other
def _folded(quote: str) -> str:
    return fold_text(quote)


def _number(one: Statement, other: Statement) -> float:
    """How much the numbers speak for one event."""
    kin = same_claimant(one.claimant or one.author, other.claimant or other.author)
    if agreement(one.interval, other.interval) is Agreement.AGREE:
        if one.interval.said_low < TELLING_NUMBER:
            return OWN_NUMBER if kin else 1.0
        is_telling = one.interval == other.interval or one.interval.said_low >= LARGE_NUMBER or kin
        return SAME_NUMBER if is_telling else LIKE_NUMBER
    if factor(one.interval, other.interval) > GROWTH:
        return 0.0
    return OWN_NUMBER if kin else OF_ITS_SIZE


def _is_total_of(stated: Statement, other: Statement) -> bool:
    """Whether a figure of a whole region or country holds that of a town in it, as far as the two numbers say."""
    is_area = stated.place == place_name(stated.facts[0].admin1 or "") or is_country(stated.place)
    if not is_area or stated.interval.said_low <= other.interval.said_high:
        return False
    kin = same_claimant(stated.claimant or stated.author, other.claimant or other.author)
    return not kin and agreement(stated.interval, other.interval) is not Agreement.AGREE
