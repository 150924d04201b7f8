"""Days of a month in a row: "on 3, 4 and 5 June", "the nights of 11 and 12 May", "on May 3 and 4"."""

from __future__ import annotations

from humsit.grammar.classes import DASHES
from humsit.mentions.numbers import Found
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

LAST_DAY = 31

_JOINTS = frozenset({",", "and", "or", "to", "&"}) | DASHES
_LAST_JOINTS = frozenset({"and", "or", "&"}) | DASHES
_ENDS_DATE = frozenset({"", ".", ",", ";", ")"})


def is_in_row_of_days(sentence: Sentence, numbers: list[Found], position: int, lexicon: Lexicon) -> bool:
    """Whether a number is one of several days that a month stands behind or before.

    Days go up: in "12 on 3 May" and "killed 9 and 3 May" nothing is a row.
    """
    return _month_behind_row(sentence, numbers, position, lexicon) or _month_before_row(sentence, numbers, position, lexicon)


def _month_behind_row(sentence: Sentence, numbers: list[Found], position: int, lexicon: Lexicon) -> bool:
    """ "11 and 12 May", "8, 9 and 10 of March"."""
    last = position
    while last + 1 < len(numbers) and _goes_up(sentence, numbers[last], numbers[last + 1]):
        last += 1
    at = numbers[last].j
    return last > position and is_month(sentence, at + (sentence.word(at) == "of"), lexicon)


def _month_before_row(sentence: Sentence, numbers: list[Found], position: int, lexicon: Lexicon) -> bool:
    """ "May 3 and 4"; not "on May 3, 12 died"."""
    first, number = position, numbers[position]
    while first and _goes_up(sentence, numbers[first - 1], numbers[first]):
        first -= 1
    last = position
    while last + 1 < len(numbers) and _goes_up(sentence, numbers[last], numbers[last + 1]):
        last += 1
    if first == position or not is_month(sentence, numbers[first].i - 1, lexicon):
        return False
    ends = sentence.word(numbers[last].i - 1) in _LAST_JOINTS and sentence.word(numbers[last].j) in _ENDS_DATE
    return ends and _may_be_day(sentence, number)


def _goes_up(sentence: Sentence, one: Found, following: Found) -> bool:
    gap = sentence.lower[one.j : following.i]
    joined = 0 < len(gap) <= 2 and _JOINTS.issuperset(gap)
    return joined and _may_be_day(sentence, one) and _may_be_day(sentence, following) and one.reading.high < following.reading.low


def _may_be_day(sentence: Sentence, number: Found) -> bool:
    return number.j == number.i + 1 and sentence.lower[number.i].isdecimal() and 0 < number.reading.high <= LAST_DAY


def is_month(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether word `at` is the name of a month, with a capital where the language has one: he may march in March and May."""
    return sentence.word(at) in lexicon.months and (sentence.is_capital(at) or not lexicon.dates_have_capitals)
