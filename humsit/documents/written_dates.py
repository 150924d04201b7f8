"""Days as reports write them, read strictly: what could be two days is none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from humsit.vocabulary import load_vocabulary

EARLIEST = 1971
"""A machine that knows no date writes 1 January 1970."""
LATEST = 2100


def day_written(text: str) -> dt.date | None:
    """The one day that a text is: "3 March 2022", "Thursday, March 3rd, 2022, 14:00 GMT", "2022-03-03T23:40:00-05:00",
    "Thu, 03 Mar 2022 14:00:00 GMT", "31/12/2022".

    The day as it is written, not moved to another time zone. None for what is no day or could be two ("03/04/2022"), for a day
    without a year, and where the weekday is another day's.
    """
    text = text.strip()
    if len(text) > 80:
        return None
    if found := _ISO.fullmatch(text):
        return _day(found["year"], int(found["month"]), found["day"])
    if found := _SLASHED.fullmatch(text):
        return _slashed_day(found)
    if found := date_pattern().fullmatch(text):
        return day_of(found)
    return None


def day_of(found: re.Match[str]) -> dt.date | None:
    """The day of a match of `date_pattern`; None where it is none, or the weekday before it is another day's."""
    month = _numbers("month")[(found["month"] or found["month_first"]).lower()]
    day = _day(found["year"] or found["year_last"], month, found["day"] or found["day_last"])
    weekday = found["weekday"]
    if day is not None and weekday and not _is_weekday(day, weekday.lower()):
        return None
    return day


@cache
def date_pattern() -> re.Pattern[str]:
    """Days with the month's name and a year of four digits: "3 March 2022", "March 3, 2022", a weekday before, a time behind."""
    month, weekday = month_names(), _either(_numbers("weekday"))
    before = rf"(?:(?P<weekday>(?:{weekday}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b)\.?,?\s+)?"
    first = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month})\.?,?\s+(?P<year>\d{{4}})"
    last = rf"(?P<month_first>{month})\.?\s+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_last>\d{{4}})"
    return re.compile(rf"(?<![\w.]){before}(?:{first}|{last})(?!\d){_TIME}", re.IGNORECASE)


_CLOCK = r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4}\s*(?:hrs|hours)"
_ZONE = r"(?:[A-Z]{2,5}|local time|(?:GMT|UTC)?\s*[+-]\d{1,2}(?::?\d{2})?)"
_TIME = rf"(?:\s*(?:,|\||at|[-–—])?\s*(?:{_CLOCK})(?:\s*\(?{_ZONE}\)?(?!\w))?)?"


def month_names() -> str:
    """A pattern of the months' names."""
    return _either(_numbers("month"))


def _numbers(kind: str) -> dict[str, int]:
    """Names of months or weekdays, in small letters → their number."""
    return {row["words"]: int(row["value"]) for row in load_vocabulary().rows["periods"] if row["kind"] == kind}


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _is_weekday(day: dt.date, name: str) -> bool:
    return any(number == day.weekday() for known, number in _numbers("weekday").items() if known.startswith(name[:3]))


_ISO = re.compile(r"(?P<year>\d{4})([-/.]?)(?P<month>\d{2})\2(?P<day>\d{2})(?:[T\s]\s*\d{2}:?\d{2}(?!\d{4}).{0,30})?")
_SLASHED = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}){_TIME}", re.IGNORECASE
)


def _slashed_day(found: re.Match[str]) -> dt.date | None:
    """Day and month as two numbers: a day only where one of them can be no month, or both are the same."""
    first, second = int(found["first"]), int(found["second"])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    return _day(found["year"], month, str(day))


def _day(year: str, month: int, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), month, int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None
