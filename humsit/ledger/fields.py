"""Which fields an analyst may correct, what each asks for, and which texts it takes: forms, commands and the ledger read the
same table.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from humsit.records import (
    ClaimantType,
    ConditionKind,
    ConditionState,
    Credibility,
    Measure,
    Number,
    PopulationGroup,
    Precision,
    Qualifier,
    Series,
    Stance,
    Standing,
    Unit,
    WrongValue,
)

Value = Number | str | dt.date | None
"""What a field holds once it is read (enums are texts)."""

Asks = Literal["number", "text", "choice", "date"]

LONGEST_TEXT = 1_000
"""Characters of a corrected name or phrase; more is a paste gone wrong."""

LARGEST_NUMBER = 10**15
"""Above every count, sum of money and distance that a report can mean; whole numbers stay exact below it in every store."""

_DIGITS = re.compile(r"(?P<whole>\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(?P<part>\.\d+)?")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Field:
    """One field that an analyst may correct: what a form asks for, what it means, and how its text is read."""

    name: str
    asks: Asks
    meaning: str
    choices: tuple[str, ...] = ()
    least: Number | None = None
    most: Number | None = None
    empty: str | None = None
    """What the field holds when nothing is given: None, or "" where the record knows no None."""
    optional: bool = False
    """Whether a choice may be left open."""

    def read(self, text: str | None) -> Value:
        """The value that `text` says, WrongValue with one sentence if it says none; nothing (None or blank) empties the field."""
        words = storable(text or "").strip()
        if self.asks == "choice":
            return self._choice(words)
        if not words:
            return self.empty
        if self.asks == "number":
            return self._number(words)
        return self._date(words) if self.asks == "date" else self._text(words)

    def _choice(self, words: str) -> str | None:
        if self.optional and not words:
            return None
        chosen = words.lower().replace(" ", "_")
        if chosen not in self.choices:
            raise WrongValue(f"{self.name} cannot be {words!r}: choose one of {', '.join(self.choices)}.")
        return chosen

    def _text(self, words: str) -> str:
        if len(words) > LONGEST_TEXT:
            raise WrongValue(f"{self.name} is {len(words):,} characters long: give it in at most {LONGEST_TEXT:,}.")
        return words

    def _date(self, words: str) -> dt.date:
        try:
            return dt.date.fromisoformat(words)
        except ValueError:
            raise WrongValue(f"{self.name} {words!r} is no date: write it as year-month-day, for instance 2022-03-03.") from None

    def _number(self, words: str) -> Number:
        sign, digits = (-1, words[1:]) if words[0] in "-−" else (1, words)
        found = _DIGITS.fullmatch(digits)
        if found is None:
            raise WrongValue(f"{self.name} {words!r} is no number: write it in digits, for instance 1200 or 1,200.5.")
        whole = int(re.sub(r"\D", "", found["whole"]))
        number = sign * (float(f"{whole}{found['part']}") if found["part"] else whole)
        return self._in_reach(tidy(number), words)

    def _in_reach(self, number: Number, words: str) -> Number:
        if self.least is not None and number < self.least:
            raise WrongValue(f"{self.name} {words} is too low: it cannot be below {show(self.least)}.")
        if self.most is not None and number > self.most:
            raise WrongValue(f"{self.name} {words} is too high: it cannot be above {show(self.most)}.")
        return number


def storable(text: str) -> str:
    """The text with what no store can keep (NUL, half of a surrogate pair) replaced one for one, so that offsets stay true."""
    return _UNSTORABLE.sub("\ufffd", text)


def tidy(number: Number) -> Number:
    """The number as a whole one where it is whole, so that 23.0 is shown and compared as 23."""
    return int(number) if math.isfinite(number) and number == int(number) else number


def show(value: object) -> str | None:
    """A field's value as the text of a table cell and of the ledger; None for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(tidy(value)) if isinstance(value, int | float) else str(value)


def _choices(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _count(name: str, meaning: str) -> Field:
    return Field(name, "number", meaning, least=0, most=LARGEST_NUMBER)


_ANY_FACT = (
    Field("place", "text", "where it happened or is, as the report names it", empty=""),
    Field("country", "text", "the country of the place"),
    Field("admin1", "text", "the region of the place"),
    Field("latitude", "number", "degrees north of the equator", least=-90, most=90),
    Field("longitude", "number", "degrees east of Greenwich", least=-180, most=180),
    Field("claimant", "text", "who asserts it; nothing for the report's own voice", empty=""),
    Field("claimant_type", "choice", "what kind of body or person asserts it", _choices(ClaimantType)),
    Field("claimant_side", "text", "the party to the conflict that the claimant belongs to", empty=""),
    Field("stance", "choice", "how the claimant, or the report, stands to it", _choices(Stance)),
    Field("credibility", "choice", "how credible it is, 1 (confirmed by others) to 5; 6: not judged", _choices(Credibility)),
    Field("event", "text", "the event it belongs to", empty=""),
    Field("as_of", "date", "the day it is about"),
    Field("as_of_precision", "choice", "how exactly that day is known", _choices(Precision)),
    Field("published", "date", "the day the report was published"),
    Field("publisher", "text", "who printed the report"),
    Field("agency", "text", "the agency that the report came from"),
)

_COUNTED = (
    Field("measure", "choice", "what is measured", _choices(Measure)),
    Field("group", "text", "who or what is counted, in the report's words", empty=""),
    Field("population_group", "choice", "which part of the population is counted", _choices(PopulationGroup)),
    Field("side", "text", "whose people or things are counted: a party to the conflict", empty=""),
)

_ASKED = (
    Field("beside", "text", "the id of the figure whose question it answers; its own id for a question of its own"),
    Field("ruled_standing", "choice", "how its question stands, whatever is worked out", _choices(Standing), optional=True),
)

_FIGURE = (
    _count("value", "the number written; nothing for a range or a vague word"),
    _count("low", "the lowest number that the words allow; nothing for no limit"),
    _count("high", "the highest number that the words allow; nothing for no limit"),
    Field("qualifier", "choice", "how the words limit the number", _choices(Qualifier)),
    *_COUNTED,
    Field("unit", "choice", "what one of the number is", _choices(Unit)),
    Field("perpetrator", "text", "who is said to have done it", empty=""),
    Field("hedge", "text", "the words of doubt about it", empty=""),
    Field("verified_by", "text", "who verified it, as the report says", empty=""),
    Field("series", "choice", "how successive figures of this kind add up over time", _choices(Series)),
    Field("period", "text", "the words for the time it covers", empty=""),
    Field("period_start", "date", "the first day it covers"),
    Field("period_end", "date", "the last day it covers"),
)

_CONDITION = (
    Field("condition", "choice", "what holds at the place", _choices(ConditionKind)),
    Field("state", "choice", "whether it holds", _choices(ConditionState)),
)


def _by_name(*fields: Field) -> dict[str, Field]:
    return {field.name: field for field in fields}


CORRECTABLE: dict[str, dict[str, Field]] = {
    "figure": _by_name(*_FIGURE, *_ANY_FACT, *_ASKED),
    "condition": _by_name(*_CONDITION, *_ANY_FACT),
    "denial": _by_name(*_COUNTED, *_ANY_FACT, *_ASKED),
}
"""For each kind of fact its correctable fields, in the order of a form."""
