"""The number's own words, read to what they mean: "1,200", "12 000", "1.5 million", "twenty-one", "half a million", "dozens", "300 to 400".

Used twice: to find numbers in a sentence, and to prove a fact (the same words, read again alone, must give the same bounds).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from humsit.grammar.words import cut
from humsit.vocabulary.compiled import Lexicon, NumberWord

# Qualifiers to bounds: how much room a figure has when it is compared (gold/FORMAT.md; field notes, section c).
NEARLY_FROM = 0.95
ABOUT_FROM, ABOUT_TO = 0.95, 1.05

LONGEST_RANGE = 20  # "24 to 373,709" are two numbers that happen to meet

_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f\u2009 '’]\d{3})+")
_DASHES = frozenset("-–—‑−")
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
    """The value of one number in digits; None where it is none (18:40). A single group of three behind a full stop is a thousand."""
    if ":" in word:
        return None
    if _GROUPED.fullmatch(word):
        groups = re.split(r"[^\d]", word)
        if groups[0] != "0":
            return float("".join(groups))
    plain = re.sub(r"[\u00a0\u202f\u2009 '’]", "", word)
    if plain.count(",") == 1 and plain.count(".") == 0:
        return float(plain.replace(",", "."))
    if plain.count(",") >= 1 and plain.count(".") == 1:
        plain = plain.replace(",", "") if plain.index(",") < plain.index(".") else plain.replace(".", "").replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


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
        n, word = phrase
        j = i + n
        if word.kind == "few":
            scaled = self._scaled(i, j, 1, 1, "vague")
            if scaled.j == j:
                plural = self.word(j)
                return (
                    None
                    if plural is None or plural[1].kind != "vague"
                    else Found(i, j + plural[0], Reading(None, plural[1].low, plural[1].high, "vague"))
                )
            unit = scaled.reading.low
            return Found(i, scaled.j, Reading(None, word.low * unit, (word.high + 1) * unit - 1, "vague"))
        if word.kind == "fraction":
            if j < len(self.lower) and self.lower[j] in _ARTICLES:
                scaled = self._scaled(i, j + 1, word.low, word.low, "cardinal")
                return scaled if scaled.j > j + 1 else None
            return None
        if word.kind == "vague":
            return Found(i, j, Reading(None, word.low, word.high, "vague"))
        return self._scaled(i, j, word.low, word.high, "cardinal") if word.kind == "cardinal" else None

    def _words(self, i: int) -> Found | None:
        """Number words: "twenty-one", "three hundred and fifty", "two dozen"; or a phrase such as "tens of thousands"."""
        total = current = 0.0
        j, seen = i, False
        while j < len(self.lower):
            value = self._cardinal(self.lower[j])
            scale = self.word(j)
            if value is not None and not (seen and self.lower[j - 1] != "and" and current % 10 and value < 100):
                current, seen, j = current + value, True, j + 1
            elif seen and scale and scale[1].kind == "scale" and self.lower[j] not in _GLUED_ONLY:
                factor = scale[1].low
                if factor == 100 or factor < 100:
                    current = (current or 1) * factor
                else:
                    total, current = total + (current or 1) * factor, 0.0
                j += scale[0]
            elif seen and self.lower[j] == "and" and self._continues(j, total + current):
                j += 1
            else:
                break
        if seen:
            value = total + current
            return Found(i, j, Reading(value, value, value, "cardinal"))
        phrase = self.word(i)
        return None if phrase is None else self._small_phrase(i, phrase)

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
        j, lower = first.j, self.lower
        if j + 1 >= len(lower):
            return 0
        before = lower[first.i - 1] if first.i else ""
        if lower[j] in _DASHES:
            return 1 if self.glued(j) == self.glued(j + 1) else 0
        if lower[j] == "to":
            return 0 if before == "from" else 1
        if lower[j] == "and" and before == "between":
            return 1
        if lower[j] == "or" and (first.reading.value or 99) <= 20:
            return 1
        return 0

    def _range(self, first: Found, second: Found) -> Found | None:
        low, high = first.reading, second.reading
        start = low.low
        if second.j > second.i + 1 and first.j == first.i + 1 and start < high.high:
            mantissa = self._mantissa(second)
            if mantissa and start <= mantissa:  # "3 to 3.5 million": the scale belongs to both
                start *= high.high / mantissa
        if start >= high.high or high.high > LONGEST_RANGE * max(start, 1):
            return None
        return Found(first.i, second.j, Reading(None, start, high.high, "range"))

    def _mantissa(self, found: Found) -> float | None:
        first = self.lower[found.i]
        if first[0].isdigit():
            return parse_digits(first)
        return self._cardinal(first)


def numbers_in(lower: list[str], starts: list[int], ends: list[int], lexicon: Lexicon) -> list[Found]:
    """Every number in a row of words, from left to right."""
    reader = _Reader(lower, starts, ends, lexicon)
    found = []
    i = 0
    while i < len(lower):
        first = lower[i][0]
        hit = (
            reader.number(i)
            if first.isdigit() or lower[i] in lexicon.numbers or "-" in lower[i] or lower[i] in _ARTICLES
            else None
        )
        if hit is None:
            i += 1
        else:
            found.append(hit)
            i = hit.j
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


def _tidy(number: float) -> float:
    return round(number, 6)
