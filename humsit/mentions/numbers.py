"""The number's own words, read to what they mean: "1,200", "12 000", "1.5 million", "twenty-one", "half a million", "dozens".

Used twice: to find numbers in a sentence, and to prove a fact (the same words, read again alone, must give the same bounds).
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from humsit.grammar.classes import DASHES
from humsit.grammar.words import begins, cut_words
from humsit.mentions.digits import parse_digits
from humsit.vocabulary.compiled import Lexicon, NumberWord

# How much room a figure has when it is compared.
NEARLY_FROM = 0.95
ABOUT_FROM, ABOUT_TO = 0.95, 1.05

LARGEST_ALTERNATIVE = 20  # "three or four" is one number, "300 or 5,000" are two
LONGEST_RANGE = 20  # "24 to 373,709" are two numbers that happen to meet
_MONEY_MARKS = frozenset({"$", "us$", "€", "£", "¥", "₦", "₱", "₹"})
LARGEST = 1e15  # no scale multiplies what is larger
MOST_OF_SCALES = 1000  # "3 dozens", "9 lakhs"; but "in 2015 thousands fled"

_ARTICLES = ("a", "an")
_ONES = frozenset({"a", "an", "one"})
_MAKES_POINT_A_NOUN = frozenset({"at", "this", "that"})  # "at one point five people came"


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


class Row(Protocol):
    """A row of words with their places; a sentence is one."""

    @property
    def lower(self) -> list[str]:
        """The words in small letters."""

    @property
    def starts(self) -> list[int]:
        """Where each word begins."""

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""


class _Words(NamedTuple):
    """A row of words that is no sentence."""

    lower: list[str]
    starts: list[int]
    ends: list[int]


class _Reader:
    """One look over a row of words."""

    def __init__(self, row: Row, lexicon: Lexicon, *, alone: bool = False) -> None:
        self.row, self.lower, self.numbers, self.glued_scales = row, row.lower, lexicon.numbers, lexicon.glued_scales
        self.alone = alone
        """Whether the row is a number's own words and nothing else, as what stood before them has been read already."""
        self.currencies = lexicon.context["currency_code"] | lexicon.context["currency_sign"]
        self.joins_tens = "and" in lexicon.small_words.values()

    def word(self, i: int) -> tuple[int, NumberWord] | None:
        return self.numbers.at(self.lower, i) if i < len(self.lower) else None

    def glued(self, i: int) -> bool:
        """Whether word i follows the one before it without a space."""
        return 0 < i < len(self.lower) and self.row.starts[i] == self.row.ends[i - 1]

    def simple(self, i: int) -> Found | None:
        """A number without a range, from word i."""
        lower = self.lower
        if i >= len(lower):
            return None
        if lower[i][0].isdigit():
            value = parse_digits(lower[i])
            return None if value is None else self._with_half(self._with_rest(self._scaled(i, i + 1, value, value, "cardinal")))
        if lower[i] in _ARTICLES:
            return self._behind_article(i)
        return self._words(i)

    def at(self, i: int) -> str:
        """Word i; "" behind the last."""
        return self.lower[i] if i < len(self.lower) else ""

    def _scaled(self, i: int, j: int, low: float, high: float, kind: str) -> Found:
        while low < LARGEST and (scale := self._scale(j, low)):
            low, high, j = _tidy(low * scale[1]), _tidy(high * scale[1]), j + scale[0]
        return Found(i, j, Reading(low if low == high else None, low, high, kind))

    def _is_sum(self, j: int) -> bool:
        """Whether a mark of money stands before a number and its short scale: "US$ 5 m"."""
        if self.alone:
            return True
        return j > 1 and (self.lower[j - 2] in _MONEY_MARKS or self.lower[j - 2] in self.currencies)

    def _scale(self, j: int, of: float = 1) -> tuple[int, float] | None:
        """How many words a scale has, and its factor: "hundred", "million", "lakhs"; "m" or "k" only glued to digits."""
        word = self.at(j)
        found = self.word(j)
        if word in self.glued_scales:
            stands = found and self.lower[j - 1][-1].isdigit() and (self.glued(j) or self._is_sum(j))
            return (1, found[1].low) if found and stands else None
        if (
            word.endswith("s")
            and of < MOST_OF_SCALES
            and (found is None or (found[1].kind == "vague" and self.at(j + 1) != "of"))
        ):
            found = self.numbers.at([word[:-1]], 0)
        return (found[0], found[1].low) if found is not None and found[1].kind == "scale" else None

    def _with_rest(self, first: Found) -> Found:
        """ "1 lakh 20 thousand", "4 thousand 3 hundred", "3 hundred and 21": what smaller parts add to a number with a scale."""
        scale = self._scale(first.j - 1) if first.j > first.i + 1 else None
        if scale is None:
            return first
        joined = self.at(first.j) == "and"
        at = first.j + joined
        value = parse_digits(self.lower[at]) if self.at(at)[:1].isdigit() else self._cardinal(self.at(at))
        if value is None or self.glued(at):
            return first
        part = self._scaled(at, at + 1, value, value, "cardinal")
        has_scale = part.j > at + 1
        if joined if has_scale else not (joined and scale[1] <= 1000 and 0 < value < 100):
            return first
        if part.reading.high >= scale[1]:
            return first
        total = first.reading.low + part.reading.low
        return self._with_rest(Found(first.i, part.j, Reading(total, total, total, "cardinal")))

    def _with_half(self, found: Found) -> Found:
        """ "Five and a half million", "3 million and a half", "one billion and three quarters million"."""
        at = found.j + 1
        if self.at(found.j) != "and" or at >= len(self.lower):
            return found
        part = self.word(at + 1 if self.lower[at] in _ONES else at) if at + 1 < len(self.lower) else None
        if part is None or part[1].kind != "fraction":
            return found
        j = at + (self.lower[at] in _ONES) + part[0]
        if self.at(j) == "of":  # "12 million, and a half of them fled"
            return found
        value, half, scale = found.reading.low, part[1].low, self._scale(found.j - 1) if found.j > found.i + 1 else None
        if scale is None:
            return self._scaled(found.i, j, value + half, value + half, "cardinal")
        added = self._scaled(found.i, j, half, half, "cardinal")
        value += added.reading.low if added.j > j else half * scale[1]
        return Found(found.i, added.j, Reading(value, value, value, "cardinal"))

    def _behind_article(self, i: int) -> Found | None:
        phrase = self.word(i)
        if phrase is not None:
            return self._small_phrase(i, phrase)
        found = self.word(i + 1)
        if found is None or self.lower[i + 1] in self.glued_scales:
            return None
        if found[1].kind == "scale":
            return self._scaled(i, i + 1 + found[0], found[1].low, found[1].low, "cardinal")
        return self._fraction(i, i + 1 + found[0], found[1]) if found[1].kind == "fraction" else None

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
        """ "Half a million", "half million", "a quarter of a million": a fraction is a number only before a scale."""
        begin = j + 1 if self.at(j) == "of" else j
        begin += self.at(begin) in _ARTICLES
        scaled = self._scaled(i, begin, word.low, word.low, "cardinal")
        return scaled if scaled.j > begin else None

    def _words(self, i: int) -> Found | None:
        """Number words: "twenty-one", "three hundred and fifty", "two dozen"; or a phrase such as "tens of thousands"."""
        phrase = self.word(i)
        if phrase is not None and phrase[0] > 1:
            return self._small_phrase(i, phrase)
        total = current = last = 0.0  # "two million three hundred": 2,000,000, closed by the million, and 300
        j = i
        while j < len(self.lower):
            value, scale = self._cardinal(self.lower[j]), self._scale(j)
            if value is not None and (j == i or self._adds_up(j, current, value)):
                current, last, j = current + value, 0.0, j + 1
            elif scale is not None and total + current < LARGEST and (j > i or self._scale(j + scale[0])):
                total, current, last = _times(scale[1], total, current, last)
                j += scale[0]
            elif j > i and self.lower[j] == "and" and self._continues(j, total + current):
                j += 1
            else:
                break
        if j > i:
            return self._with_half(self._with_decimals(i, j, total + current))
        return None if phrase is None else self._small_phrase(i, phrase)

    def _with_decimals(self, i: int, j: int, value: float) -> Found:
        """ "Two point five million", "nine point zero four"; a number without "point" stays as it is."""
        digits, behind = "", j + 1
        if self.at(j) == "point" and not (i and self.lower[i - 1] in _MAKES_POINT_A_NOUN):
            while (digit := self._cardinal(self.at(behind))) is not None and digit < 100:
                digits, behind = f"{digits}{digit:g}", behind + 1
        if not digits.isdecimal():
            return Found(i, j, Reading(value, value, value, "cardinal"))
        value = float(f"{value:.0f}.{digits}")
        return self._scaled(i, behind, value, value, "cardinal")

    def _adds_up(self, j: int, current: float, value: float) -> bool:
        """Whether a number word goes on with the number before it: "twenty one", but not "nine twelve"."""
        return self.lower[j - 1] == "and" or current % 10 == 0 or value >= 100

    def _continues(self, j: int, so_far: float) -> bool:
        """Whether "and" joins one number ("two hundred and fifty") rather than two."""
        following = self._cardinal(self.at(j + 1))
        if following is None:
            return False
        if self.joins_tens and so_far % 100 >= 20 and so_far % 10 == 0 and following < 10:  # "cuarenta y dos"
            return True
        if so_far < 100 or so_far % 100 != 0:
            return False
        parts = [self.word(at) for at in (j + 1, j + 2)]  # "two million and one half", "and three quarters"
        return not any(part is not None and part[1].kind == "fraction" for part in parts)

    def _cardinal(self, word: str) -> float | None:
        if not word or word[0].isdigit():
            return None
        found = self.numbers.at([word], 0)
        if found is not None and found[1].kind == "cardinal":
            return found[1].low
        return self._hyphenated(word) if "-" in word else None

    def _hyphenated(self, word: str) -> float | None:
        """ "Twenty-one", "two-and-a-half"."""
        first, *rest = [part for part in word.split("-") if part] or [""]
        value = self._cardinal(first) if first else None
        if value is None:
            return None
        if len(rest) == 1:
            one = self._cardinal(rest[0])
            return value + one if one is not None and value >= 20 and one < 10 else None
        part = self.numbers.at(rest, 2) if rest[:2] == ["and", "a"] and len(rest) == 3 else None
        return value + part[1].low if part is not None and part[1].kind == "fraction" else None

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
            case "to" | "through":
                joins = before != "from"
            case "and":
                joins = before == "between"
            case "or":
                joins = (first.reading.value or 99) <= LARGEST_ALTERNATIVE
            case mark:
                joins = (mark in DASHES or mark == "~") and self.glued(j) == self.glued(j + 1)
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


def numbers_in(row: Row, lexicon: Lexicon) -> list[Found]:
    """Every number in a row of words, from left to right; where they stand is asked only if one may begin."""
    begins_number = lexicon.begins_number
    may_begin = [i for i, word in enumerate(row.lower) if begins_number[word]]
    found: list[Found] = []
    if not may_begin:
        return found
    reader = _Reader(row, lexicon)
    behind = 0
    for i in may_begin:
        hit = reader.number(i) if i >= behind else None
        if hit is not None:
            found.append(hit)
            behind = hit.j
    return found


def read_number(words: str, lexicon: Lexicon) -> Reading | None:
    """What a number's own words say when nothing else is looked at; None where they are not exactly one number.

    "25,000 and 30,000" is read as the range that "between" makes of it.
    """
    texts = cut_words(words, 0, len(words))
    starts = begins(texts, words, 0)
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    lower = lexicon.in_small_letters(texts)
    for lead in ([], ["between"]):
        row = _Words(lead + lower, [0] * len(lead) + starts, [0] * len(lead) + ends)
        found = _Reader(row, lexicon, alone=True).number(len(lead))
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


def _times(factor: float, total: float, current: float, last: float) -> tuple[float, float, float]:
    """A number so far, multiplied by a scale: its closed part, its open part, and what was closed last.

    A hundred stays open ("two hundred and fifty thousand"), a larger one closes; two in a row multiply ("three lakh crore").
    """
    if factor <= 100:
        return total, (current or 1) * factor, 0.0
    if last and not current:
        return total + last * (factor - 1), 0.0, last * factor
    closed = (current or 1) * factor
    return total + closed, 0.0, closed


def _tidy(number: float) -> float:
    return round(number, 6)
