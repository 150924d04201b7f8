"""When: the day that a figure is about, and the words for the time it covers ("in just seven days", "since Feb. 24").

Relative words count from the published date; without one they stay open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from typing import NamedTuple

from humsit.grammar.classes import POSSESSIVE_ENDINGS
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

LONGEST_PERIOD = 6  # words of "since the fighting began in …"
LONGEST_CLAUSE = 20  # words of "since the army crossed the border on Feb. 24"
LONGEST_DATE = 3  # parts of a date before its year
LONGEST_TOLL = 3  # words of "official death toll"

_ENDS_CLAUSE = frozenset({",", ";", "."})
_WITHIN = frozenset({"in", "within", "over", "during", "for", "past", "last"})
_BEFORE_DATE = frozenset({"on", "as", "of", "at"})
_OF_OTHER_DEEDS = frozenset(
    "since began begun started founded built elected born who which whose from by until before after than compared like "
    "as".split()
)
A_WEEK = 7  # days
FIRST_YEAR = 1900
FARTHEST_BEGINNING = 6  # words between "began" and its day

_PARTS_OF_TIME = frozenset({"beginning", "start", "outset", "middle", "end", "early", "mid", "late"})
_TIMES = frozenset({"day", "night", "evening", "morning", "afternoon"})
_BEFORE = frozenset({"before", "earlier", "previously", "ago"})
_PREVIOUS = frozenset({"previous", "preceding"})
_FEW = {word: days for days, word in enumerate("two three four five six".split(), start=2)}
_BEGAN = frozenset({"began", "begun", "started", "erupted", "broke", "flared"})
_ENDS_PERIOD = frozenset({",", ".", ";", "and"})


class Period(NamedTuple):
    """The time of a figure: its words, from when to when, and the day it is said of with that day's precision."""

    words: str
    start: dt.date | None
    end: dt.date | None
    as_of: dt.date | None
    precision: str


def find_period(
    sentence: Sentence, published: dt.date | None, lexicon: Lexicon, without: Container[int] = frozenset[int]()
) -> Period:
    """The time that a sentence gives its figures; where it gives none, the day of publication.

    `without`: words that are the day of an older number.
    """
    words, start = _covered(sentence, published, lexicon)
    day = None if words.lower().startswith("since") else _day(sentence, published, lexicon, without)
    if day is None and not words and published is not None and (past := _past_month_or_year(sentence, published, lexicon)):
        return Period("", None, None, *past)
    as_of = day or published
    return Period(words, start, as_of if start else None, as_of, "day" if as_of else "unknown")


def _past_month_or_year(sentence: Sentence, published: dt.date, lexicon: Lexicon) -> tuple[dt.date, str] | None:
    """ "An explosion wounded 31 in 2018", "In February a mudslide killed 12": the last day of a month or year gone by."""
    for i, word in enumerate(sentence.lower[:-1]):
        if word != "in" or not (i == 0 or _ends_what_is_counted(sentence, i, lexicon)):
            continue
        month = lexicon.months.get(sentence.lower[i + 1])
        year, behind = _year(sentence, i + 2 if month else i + 1)
        if behind < len(sentence) - 1 and i > 0:
            continue
        if (month is None and year is None) or sentence.tag(behind) == "CD":
            continue
        return _end_of(month, year, published)
    return None


def _ends_what_is_counted(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a number stands before a word in its clause, and no other deed that could be of that time."""
    begin = max((at + 1 for at in range(i) if sentence.lower[at] in _ENDS_CLAUSE or _opens_clause(sentence, at)), default=0)
    return "CD" in sentence.tags[begin:i] and _OF_OTHER_DEEDS.isdisjoint(sentence.lower[begin:i])


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """ "Said that nine had died"; but "on that slope" goes on."""
    return sentence.lower[at] == "that" and (at == 0 or sentence.tag(at - 1) != "IN")


def _end_of(month: int | None, year: int | None, published: dt.date) -> tuple[dt.date, str] | None:
    """The last day of a month, or of a year, that was over before the month, or the year, of publication."""
    if month is None:
        return (dt.date(year, 12, 31), "year") if year and FIRST_YEAR < year < published.year else None
    year = year or published.year - (month > published.month)
    if (year, month) >= (published.year, published.month) or year <= FIRST_YEAR:
        return None
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1), "month"


def _covered(sentence: Sentence, published: dt.date | None, lexicon: Lexicon) -> tuple[str, dt.date | None]:
    """The words for the time covered, and the day it begins with."""
    for i, word in enumerate(sentence.lower):
        if word == "since":
            return _since(sentence, i, published, lexicon)
        end = _end_of_span(sentence, i, lexicon) if word in _WITHIN else 0
        if end:
            return sentence.say(i, end), None
    return "", None


def _since(sentence: Sentence, i: int, published: dt.date | None, lexicon: Lexicon) -> tuple[str, dt.date | None]:
    date = date_at(sentence, i + 1, published, lexicon)
    if date is not None:
        return sentence.say(i, date[1]), date[0]
    for at in range(i + 2, min(i + LONGEST_CLAUSE, len(sentence))):  # "since the army crossed the border on Feb. 24"
        if sentence.lower[at] in _ENDS_CLAUSE:
            break
        date = date_at(sentence, at + 1, published, lexicon) if sentence.lower[at] in _BEFORE_DATE else None
        if date is not None:
            return sentence.say(i, date[1]), date[0]
    whole = _whole_time(sentence, i + 1, published, lexicon)
    if whole is not None:
        return sentence.say(i, whole[1]), whole[0]
    end = i + 1
    while end < len(sentence) and sentence.lower[end] not in _ENDS_PERIOD and end - i < LONGEST_PERIOD:
        end += 1
    return sentence.say(i, end), None


def _whole_time(sentence: Sentence, i: int, published: dt.date | None, lexicon: Lexicon) -> tuple[dt.date, int] | None:
    """The first day of what follows "since", and the word behind it.

    1. October 2023    2. the beginning of May    3. mid-July    4. the start of the year    5. 2019    6. last month
    """
    at = i + (sentence.word(i) == "the")
    at += sentence.word(at) in _PARTS_OF_TIME
    at += sentence.word(at) == "of"
    at += sentence.word(at) in ("the", "this")
    before = sentence.word(at) == "last"
    word = sentence.word(at + before).removeprefix("mid-")
    behind = at + before + 1
    if published is not None and word in ("month", "year") and (before or at > i):
        return _begun(published, word, before=before), behind
    month = lexicon.months.get(word)
    year, behind = _year(sentence, behind if month else at)
    if month is None:
        return (dt.date(year, 1, 1), behind) if year and year > FIRST_YEAR else None
    if year is None and published is not None:
        year = published.year - (month > published.month)
    return (dt.date(year, month, 1), behind) if year and year > FIRST_YEAR else None


def _begun(published: dt.date, unit: str, *, before: bool) -> dt.date:
    """The first day of the month or year of publication, or of the one before."""
    if unit == "year":
        return dt.date(published.year - before, 1, 1)
    last = published.replace(day=1)
    return (last - dt.timedelta(days=1)).replace(day=1) if before else last


def _end_of_span(sentence: Sentence, i: int, lexicon: Lexicon) -> int:
    """Where "in just seven days" or "over the past week" ends; 0 for none."""
    lower = sentence.lower
    for unit in range(i + 1, min(i + LONGEST_PERIOD, len(lower))):
        if lower[unit] in lexicon.time_units and any(_says_how_many(word, lexicon) for word in lower[i:unit]):
            return unit + 1
    return 0


def _says_how_many(word: str, lexicon: Lexicon) -> bool:
    return word[0].isdigit() or word in ("past", "last") or word in lexicon.numbers


def _day(sentence: Sentence, published: dt.date | None, lexicon: Lexicon, without: Container[int]) -> dt.date | None:
    """The first day that a sentence names; in "the toll from Monday's strike" the day is the strike's."""
    for i, word in enumerate(sentence.lower):
        if i in without:
            continue
        if (word in lexicon.weekdays or word in lexicon.days) and _is_of_an_event(sentence, i, lexicon):
            continue
        if published is not None and word in lexicon.days:
            return published + dt.timedelta(days=lexicon.days[word])
        if published is not None and word in lexicon.weekdays and (sentence.is_capital(i) or not lexicon.dates_have_capitals):
            return last_weekday(published, lexicon.weekdays[word])
        dated = (
            (word in _BEFORE_DATE or (word == "the" and not lexicon.dates_have_capitals))
            and not _is_of_an_event(sentence, i + 1, lexicon)
            and not _has_begun(sentence, i)
        )
        date = date_at(sentence, i + 1, published, lexicon) if dated else None
        if date is not None:
            return date[0]
    return None


def days_before(sentence: Sentence, at: int) -> int:
    """How many days before: "the day before", "a day earlier", "the previous evening", "three days ago"; 0 where none is said."""
    one, two, three = (sentence.word(at + behind) for behind in range(3))
    if one in ("the", "a", "one") and three in _BEFORE:
        return A_WEEK if two == "week" else int(two in _TIMES)
    if one == "the" and two in _PREVIOUS:
        return int(three in _TIMES)
    return _FEW.get(one, 0) if two == "days" and three in _BEFORE else 0


def _is_of_an_event(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "Monday's strike"; but "Monday's death toll" is what was counted on Monday."""
    if sentence.word(i + 1) not in POSSESSIVE_ENDINGS:
        return False
    return lexicon.context["number_noun"].isdisjoint(sentence.lower[i + 2 : i + 2 + LONGEST_TOLL])


def _has_begun(sentence: Sentence, i: int) -> bool:
    """ "displaced by the raids that started near Keta on 8 January": who is displaced is so now."""
    near = sentence.lower[max(0, i - FARTHEST_BEGINNING) : i]
    begun = next((at for at in range(len(near) - 1, -1, -1) if near[at] in _BEGAN), -1)
    return (
        begun > 0 and "CD" in sentence.tags[:i] and near[begun - 1] in ("that", "which") and not _ENDS_CLAUSE & set(near[begun:])
    )


def last_weekday(published: dt.date, weekday: int) -> dt.date:
    """The newest such day that is not after the day of publication."""
    return published - dt.timedelta(days=(published.weekday() - weekday) % 7)


# -- dates -----------------------------------------------------------------------------------------------------------------------


def date_at(sentence: Sentence, i: int, published: dt.date | None, lexicon: Lexicon) -> tuple[dt.date, int] | None:
    """A date such as "Feb. 24", "24 February 2022", "Friday" that begins at word i, and the word behind it."""
    if published is not None and sentence.word(i) in lexicon.weekdays:
        return last_weekday(published, lexicon.weekdays[sentence.lower[i]]), i + 1
    month, day, behind = _month_and_day(sentence, i, lexicon)
    if month is None or day is None:
        return None
    year, behind = _year(sentence, behind)
    if year is None and published is not None:
        year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
    if year is None:
        return None
    try:
        return dt.date(year, month, day), behind
    except ValueError:
        return None


def _month_and_day(sentence: Sentence, i: int, lexicon: Lexicon) -> tuple[int | None, int | None, int]:
    month = day = None
    at = i
    for _ in range(LONGEST_DATE):
        word = sentence.word(at)
        if month is None and word in lexicon.months:
            month, at = lexicon.months[word], at + 1
            if sentence.word(at) == ".":
                at += 1
        elif day is None and word.isdecimal() and len(word) <= 2:
            day, at = int(word), at + 1
        elif word == "of" and at > i and not lexicon.dates_have_capitals:  # "el 3 de marzo"
            at += 1
        else:
            break
    return month, day, at


def _year(sentence: Sentence, at: int) -> tuple[int | None, int]:
    """The year behind a month and a day, and the word behind the date."""
    year_at = at + 1 if sentence.word(at) == "," else at
    word = sentence.word(year_at)
    return (int(word), year_at + 1) if word.isdecimal() and len(word) == 4 else (None, at)
