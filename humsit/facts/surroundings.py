"""What a report tells around its figures: the places that it names, and the sentences without a figure that say on which day.

"Gunmen overran the bridge at Keta, in Volta region, on Tuesday. The army said seven soldiers had died there." One event goes
by the names of its village, its district, its river: comparing reports needs them, and a reader sees why two meet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from humsit.mentions.sentence import Sentence
from humsit.records import ALSO_NAMED, ALSO_TOLD, AnyFact, Condition, Reason

MANY_PLACES = 12
"""A report that names more places than this is about more than one event."""
OPENING = 3
"""So many sentences without a figure are looked at for the day of the event."""

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def tells_of_it(sentence: Sentence) -> bool:
    """Whether a sentence opens a report, or names a day of the week."""
    return sentence.paragraph <= 1 or not _WEEKDAYS.isdisjoint(sentence.lower)


def with_surroundings(facts: Sequence[AnyFact], spoken_of: Collection[str], days: Sequence[Sentence]) -> list[AnyFact]:
    """The facts, the first figure or denial with what its report tells besides, as reasons.

    `spoken_of`: all places that the report names; `days`: its first sentences without a figure that tell of it.
    """
    first = next((at for at, fact in enumerate(facts) if not isinstance(fact, Condition)), None)
    if first is None:
        return list(facts)
    why = [*facts[first].why, *_places(spoken_of, facts[first].place), *_days(days)]
    return [*facts[:first], facts[first].model_copy(update={"why": tuple(why)}), *facts[first + 1 :]]


def _places(spoken_of: Collection[str], place: str) -> list[Reason]:
    others = [name for name in spoken_of if name != place]
    if not others or len(others) > MANY_PLACES:
        return []
    return [Reason(field="place", rule=ALSO_NAMED, words=", ".join(others))]


def _days(sentences: Sequence[Sentence]) -> list[Reason]:
    return [
        Reason(field="event", rule=ALSO_TOLD, words=one.text[one.start : one.end], start=one.start, end=one.end)
        for one in sentences[:OPENING]
    ]
