"""On which day the event of a figure happened, as far as its sentence says: what tells two strikes on one city apart.

"A boiler blew up on Sunday, killing nine" is about Sunday's blast; "the toll rose to 15 on Wednesday" and "the
ministry said on Wednesday" say when something was known, not when it happened.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from humsit.claims.names import cues, sudden_words
from humsit.records import ALSO_TOLD, Figure, Measure

SAME_EVENT_DAYS = 1
"""Days of one event may differ this much: nights, time zones."""

_OF_EVENTS = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.RESCUED, Measure.FACILITIES_DAMAGED, Measure.HOMES_DAMAGED}
    | {Measure.HOMES_DESTROYED, Measure.DETAINED, Measure.TRAPPED}
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple("january february march april may june july august september october november december".split())
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b|\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b(?!\d)")
_OTHER_TIME = re.compile(r"\b(?:since|from|until|by|between|to|after|before|as of|as at)\s+(?:the\s+)?\Z")
"""Words before a date that make it the end of a time, not the day of an event."""
_OWNED = re.compile(rf"\b({'|'.join(_WEEKDAYS)})(?: night| morning| evening)?['’]s ((?:\w+ ){{0,2}}\w+)")
"""The dead "of Monday's landslide", whatever became of the toll since."""
_DAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")


def event_days(figures: Iterable[Figure]) -> dict[str, int]:
    """fact_id → the day of its event. A report that tells of one day's event tells it of all its figures."""
    days: dict[str, int] = {}
    told: dict[str, set[int]] = defaultdict(set)
    about: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        if figure.measure not in _OF_EVENTS:
            continue
        about[figure.document_id].append(figure.fact_id)
        day = _event_day(figure, figure.quote)
        if day is not None:
            days[figure.fact_id] = day
            told[figure.document_id].add(day)
        beside = [_event_day(figure, reason.words) for reason in figure.why if reason.rule == ALSO_TOLD]
        told[figure.document_id] |= {day for day in beside if day is not None}
    for document_id, known in told.items():
        if known and max(known) - min(known) <= SAME_EVENT_DAYS:
            days |= {fact_id: days.get(fact_id, min(known)) for fact_id in about[document_id]}
    return days


def _event_day(figure: Figure, sentence: str) -> int | None:
    """The one weekday that a sentence gives its sudden event, counted back from the day of publication."""
    if figure.published is None:
        return None
    weekdays = _told_weekdays(sentence, figure.event)
    days = {_last(figure.published, weekday) for weekday in weekdays} | {
        day for date in _told_dates(sentence, figure.event) if (day := _last_date(figure.published, *date)) is not None
    }
    return next(iter(days)) if len(days) == 1 else None


def _last(published: dt.date, weekday: int) -> int:
    return published.toordinal() - (published.weekday() - weekday) % 7


def _last_date(published: dt.date, month: int, day: int) -> int | None:
    """The newest such day that is not after the day of publication."""
    year = published.year - ((month, day) > (published.month, published.day))
    try:
        return dt.date(year, month, day).toordinal()
    except ValueError:
        return None


@lru_cache(1_000)  # the figures of a sentence come one after the other
def _told_dates(sentence: str, event: str) -> frozenset[tuple[int, int]]:
    """The days of months that a sentence gives its sudden event: "an air strike on 3 June"."""
    text = sentence.casefold()
    if not _DATE.search(text) or not _is_of_an_event(text, event):
        return frozenset()
    return frozenset(
        (_MONTHS.index(found[2] or found[3]) + 1, int(found[1] or found[4]))
        for found in _DATE.finditer(text)
        if not _when_said(text, *found.span()) and not _OTHER_TIME.search(text[: found.start()])
    )


def _is_of_an_event(text: str, event: str) -> bool:
    words = set(re.findall(r"\w+", text))
    return not words & cues("toll") and bool((words | set(event.casefold().split())) & sudden_words())


@lru_cache(1_000)  # the figures of a sentence come one after the other
def _told_weekdays(quote: str, event: str) -> frozenset[int]:
    text = quote.casefold()
    if not _DAY.search(text):
        return frozenset()
    owned = frozenset(
        _WEEKDAYS.index(found[1]) for found in _OWNED.finditer(text) if not sudden_words().isdisjoint(found[2].split())
    )
    if owned or not _is_of_an_event(text, event):
        return owned
    return frozenset(_WEEKDAYS.index(found[1]) for found in _DAY.finditer(text) if not _when_said(text, *found.span()))


def _when_said(text: str, start: int, end: int) -> bool:
    """Whether the words around a weekday make it the day of saying: "said on", "the ministry said late on", "on Monday put"."""
    before, behind = re.findall(r"\w+", text[:start])[-3:], re.findall(r"\w+", text[end:])[:1]
    return not cues("saying").isdisjoint([*before, *behind])


@lru_cache(1_000)  # the figures of a sentence come one after the other
def tells_a_rise(quote: str) -> bool:
    """Whether a sentence says that a count rose ("raised its toll to 15"), and nothing of a fall."""
    words = set(re.findall(r"\w+", quote.casefold()))
    return not words.isdisjoint(cues("rise")) and words.isdisjoint(cues("lowered"))


@lru_cache(1_000)  # the figures of a sentence come one after the other
def tells_a_move(quote: str) -> bool:
    """Whether a sentence says that a count moved ("rose to 15", "corrected to 13"); no sentence, nothing against it."""
    return not quote or not cues("toll").isdisjoint(re.findall(r"\w+", quote.casefold()))
