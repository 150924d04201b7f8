"""The number's own words, read to what they mean: "1,200", "12 000", "1.5 million", "twenty-one", "half a million", "dozens".

Used twice: to find numbers in a sentence, and to prove a fact (the same words, read again alone, must give the same bounds).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from humsit.grammar.classes import DASHES
from humsit.grammar.words import cut
from humsit.vocabulary.compiled import Lexicon, NumberWord

# How much room a figure has when it is compared.
NEARLY_FROM = 0.95
ABOUT_FROM, ABOUT_TO = 0.95, 1.05

LARGEST_ALTERNATIVE = 20  # "three or four" is one number, "300 or 5,000" are two
LONGEST_RANGE = 20  # "24 to 373,709" are two numbers that happen to meet

_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f\u2009 '’]\d{3})+")
_NO_DIGIT = re.compile(r"[^\d]")
_SPACES = re.compile(r"[\u00a0\u202f\u2009 '’]")
_ARTICLES = ("a", "an")
_GLUED_ONLY = frozenset({"m", "k"})


class Reading(NamedTuple):
    """What a number's words say: the value (None for vague words and ranges), the bounds they allow alone, and their kind."""

    value: float | None
    low: float
    high: float
    kind: str  # cardinal, vague or range


class Found(NamedTuple):
    """A number in a row of words: the words from `i` up to `j`, and its reading."""

    i: int
    j: int
    reading: Reading


def parse_digits(word: str) -> float | None:
    """The value of one number in digits.

    None where it is none (18:40). A single group of three behind a full stop is a thousand.
    """
    if ":" in word:
        return None
    if _GROUPED.fullmatch(word):
        groups = _NO_DIGIT.split(word)
        if groups[0] != "0":
            return float("".join(groups))
    try:
        return float(_with_decimal_point(_SPACES.sub("", word)))
    except ValueError:
        return None


def _with_decimal_point(digits: str) -> str:
    """ "2,5" and "1.234,5" as Python writes them."""
    commas, points = digits.count(","), digits.count(".")
    if commas == 1 and points == 0:
        return digits.replace(",", ".")
    if commas >= 1 and points == 1:
        if digits.index(",") < digits.index("."):
            return digits.replace(",", "")
        return digits.replace(".", "").replace(",", ".")
    return digits


class _Reader:
    """One look over a row of words."""

    def __init__(self, lower: list[str], starts: list[int], ends: list[int], lexicon: Lexicon) -> None:
        self.lower, self.starts, self.ends, self.numbers = lower, starts, ends, lexicon.numbers

    def word(self, i: int) -> tuple[int, NumberWord] | None:
        return self.numbers.at(self.lower, i) if i < len(self.lower) else None

    def glued(self, i: int) -> bool:
        """Whether word i follows the one before it without a space."""
        return 0 < i < len(self.lower) and self.starts[i] == self.ends[i - 1]

    def simple(self, i: int) -> Found | None:
        """A number without a range, from word i."""
        lower = self.lower
        if i >= len(lower):
            return None
        if lower[i][0].isdigit():
            value = parse_digits(lower[i])
            return None if value is None else self._scaled(i, i + 1, value, value, "cardinal")
        if lower[i] in _ARTICLES:
            return self._behind_article(i)
        return self._words(i)

    def _scaled(self, i: int, j: int, low: float, high: float, kind: str) -> Found:
        while (found := self.word(j)) and found[1].kind == "scale":
            if self.lower[j] in _GLUED_ONLY and not self.glued(j):
                break
            low, high, j = _tidy(low * found[1].low), _tidy(high * found[1].low), j + found[0]
        return Found(i, j, Reading(low if low == high else None, low, high, kind))

    def _behind_article(self, i: int) -> Found | None:
        phrase = self.word(i)
        if phrase is not None:
            return self._small_phrase(i, phrase)
        found = self.word(i + 1)
        if found is None or self.lower[i + 1] in _GLUED_ONLY:
            return None
        if found[1].kind == "scale":
            return self._scaled(i, i + 1 + found[0], found[1].low, found[1].low, "cardinal")
        return None

    def _small_phrase(self, i: int, phrase: tuple[int, NumberWord]) -> Found | None:
        """A phrase of the list: "tens of thousands", "several hundred", "half a million", "a dozen"."""
        n, word = phrase
        match word.kind:
            case "few":
                return self._few(i, i + n, word)
            case "fraction":
                return self._fraction(i, i + n, word)
            case "vague":
                return Found(i, i + n, Reading(None, word.low, word.high, "vague"))
            case "cardinal":
                return self._scaled(i, i + n, word.low, word.high, "cardinal")
        return None

    def _few(self, i: int, j: int, word: NumberWord) -> Found | None:
        """ "Several hundred", "a few dozen", "several thousands": as many of what follows."""
        scaled = self._scaled(i, j, 1, 1, "vague")
        if scaled.j > j:
            unit = scaled.reading.low
            return Found(i, scaled.j, Reading(None, word.low * unit, (word.high + 1) * unit - 1, "vague"))
        plural = self.word(j)
        if plural is None or plural[1].kind != "vague":
            return None
        return Found(i, j + plural[0], Reading(None, plural[1].low, plural[1].high, "vague"))

    def _fraction(self, i: int, j: int, word: NumberWord) -> Found | None:
        """ "Half a million": a fraction is a number only before a scale."""
        if j >= len(self.lower) or self.lower[j] not in _ARTICLES:
            return None
        scaled = self._scaled(i, j + 1, word.low, word.low, "cardinal")
        return scaled if scaled.j > j + 1 else None

    def _words(self, i: int) -> Found | None:
        """Number words: "twenty-one", "three hundred and fifty", "two dozen"; or a phrase such as "tens of thousands"."""
        total = current = 0.0  # "two million three hundred": 2,000,000 and 300
        j = i
        while j < len(self.lower):
            value, scale = self._cardinal(self.lower[j]), self._scale(j)
            if value is not None and (j == i or self._adds_up(j, current, value)):
                current, j = current + value, j + 1
            elif j > i and scale is not None:
                total, current = _times(scale[1], total, current)
                j += scale[0]
            elif j > i and self.lower[j] == "and" and self._continues(j, total + current):
                j += 1
            else:
                break
        if j > i:
            value = total + current
            return Found(i, j, Reading(value, value, value, "cardinal"))
        phrase = self.word(i)
        return None if phrase is None else self._small_phrase(i, phrase)

    def _scale(self, j: int) -> tuple[int, float] | None:
        """How many words a scale has, and its factor: "hundred", "million"; not "m" or "k", which stand glued to digits."""
        found = self.word(j)
        if found is None or found[1].kind != "scale" or self.lower[j] in _GLUED_ONLY:
            return None
        return found[0], found[1].low

    def _adds_up(self, j: int, current: float, value: float) -> bool:
        """Whether a number word goes on with the number before it: "twenty one", but not "nine twelve"."""
        return self.lower[j - 1] == "and" or current % 10 == 0 or value >= 100

    def _continues(self, j: int, so_far: float) -> bool:
        """Whether "and" joins one number ("two hundred and fifty") rather than two."""
        following = self._cardinal(self.lower[j + 1]) if j + 1 < len(self.lower) else None
        return following is not None and so_far >= 100 and so_far % 100 == 0

    def _cardinal(self, word: str) -> float | None:
        if word[0].isdigit():
            return None
        found = self.numbers.at([word], 0)
        if found is not None and found[1].kind == "cardinal":
            return found[1].low
        if "-" in word:
            parts = [self._cardinal(part) for part in word.split("-") if part]
            if len(parts) == 2 and parts[0] is not None and parts[1] is not None and parts[0] >= 20 and parts[1] < 10:
                return parts[0] + parts[1]
        return None

    def number(self, i: int) -> Found | None:
        """A number or a range of two, from word i."""
        first = self.simple(i)
        if first is None:
            return None
        joint = self._joint(first)
        if joint:
            second = self.simple(first.j + joint)
            if second is not None:
                return self._range(first, second) or first
        return first

    def _joint(self, first: Found) -> int:
        """How many words join `first` to a second number as one range: 0 for none."""
        j = first.j
        if j + 1 >= len(self.lower):
            return 0
        before = self.lower[first.i - 1] if first.i else ""
        match self.lower[j]:
            case "to":
                joins = before != "from"
            case "and":
                joins = before == "between"
            case "or":
                joins = (first.reading.value or 99) <= LARGEST_ALTERNATIVE
            case mark:
                joins = mark in DASHES and self.glued(j) == self.glued(j + 1)
        return 1 if joins else 0

    def _range(self, first: Found, second: Found) -> Found | None:
        start, high = first.reading.low, second.reading.high
        if second.j > second.i + 1 and first.j == first.i + 1 and start < high:
            mantissa = self._mantissa(second)
            if mantissa and start <= mantissa:  # "3 to 3.5 million": the scale belongs to both
                start *= high / mantissa
        if start >= high or high > LONGEST_RANGE * max(start, 1):
            return None
        return Found(first.i, second.j, Reading(None, start, high, "range"))

    def _mantissa(self, found: Found) -> float | None:
        first = self.lower[found.i]
        if first[0].isdigit():
            return parse_digits(first)
        return self._cardinal(first)


def numbers_in(lower: list[str], starts: list[int], ends: list[int], lexicon: Lexicon) -> list[Found]:
    """Every number in a row of words, from left to right."""
    reader = _Reader(lower, starts, ends, lexicon)
    known = lexicon.numbers
    found: list[Found] = []
    behind = 0
    for i, word in enumerate(lower):
        may_begin = word in known or word in _ARTICLES or "-" in word or word[0].isdigit()
        hit = reader.number(i) if may_begin and i >= behind else None
        if hit is not None:
            found.append(hit)
            behind = hit.j
    return found


def read_number(words: str, lexicon: Lexicon) -> Reading | None:
    """What a number's own words say when nothing else is looked at; None where they are not exactly one number.

    "25,000 and 30,000" is read as the range that "between" makes of it.
    """
    texts, starts, ends = cut(words, 0, len(words))
    lower = [text.lower() for text in texts]
    for lead in ([], ["between"]):
        reader = _Reader(lead + lower, [0] * len(lead) + starts, [0] * len(lead) + ends, lexicon)
        found = reader.number(len(lead))
        if found is not None and found.j == len(lead) + len(lower):
            return found.reading
    return None


def bounds(reading: Reading, qualifier: str) -> tuple[float | None, float | None]:
    """The closed interval that a number allows under a qualifier; None is open."""
    low, high = reading.low, reading.high
    match qualifier:
        case "at_least" | "more_than":
            return low, None
        case "at_most" | "less_than":
            return None, high
        case "nearly":
            return _tidy(NEARLY_FROM * low), high
        case "approximately" if reading.kind == "cardinal":
            return _tidy(ABOUT_FROM * low), _tidy(ABOUT_TO * high)
        case _:
            return low, high


def _times(factor: float, total: float, current: float) -> tuple[float, float]:
    """A number so far, multiplied by a scale: a hundred stays open ("two hundred and fifty thousand"), a larger one closes."""
    if factor <= 100:
        return total, (current or 1) * factor
    return total + (current or 1) * factor, 0.0


def _tidy(number: float) -> float:
    return round(number, 6)
