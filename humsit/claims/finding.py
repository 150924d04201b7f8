"""What a check of figures over time finds: which figures do not fit together, and one sentence that says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from humsit.claims.standings import in_sentence
from humsit.records import AnyFact, Denial, Figure, Measure
from humsit.tables.words import in_words


class Check(StrEnum):
    """What looks wrong. None of them proves an error: each is a reason to read both rows again."""

    FALLING_TOTAL = "falling_total"
    DAILY_MISMATCH = "daily_mismatch"
    DIGIT_DROPPED = "digit_dropped"
    DIGIT_DOUBLED = "digit_doubled"
    DIGITS_TRANSPOSED = "digits_transposed"
    DATE_IN_THE_FUTURE = "date_in_the_future"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    kind: Check
    sentence: str
    """In plain words, with the values and the dates of all its rows."""
    facts: tuple[AnyFact, ...]
    """The row that looks wrong, then those that it does not fit to; only one for a date in the future."""
    claimant: str
    """Its name for eyes, never empty."""
    told: bool = False
    """Whether the report itself says that the total was revised down."""

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """The ids of its rows, the one that looks wrong first."""
        return tuple(fact.fact_id for fact in self.facts)

    @property
    def place(self) -> str:
        """The place that its rows name, "" where none does."""
        return next((fact.place for fact in self.facts if fact.place), "")

    @property
    def measure(self) -> Measure | None:
        """What is counted; None for a condition."""
        first = self.facts[0]
        return first.measure if isinstance(first, Figure | Denial) else None

    def row(self) -> dict[str, Any]:
        """Its row of the checks table."""
        first, *against = self.facts
        return {
            "check": self.kind.value,
            "finding": self.sentence,
            "told": self.told,
            "measure": self.measure.value if self.measure else "",
            "place": self.place,
            "claimant": self.claimant,
            "fact_id": first.fact_id,
            "document_id": first.document_id,
            "in_words": said(first),
            "as_of": first.as_of,
            "published": first.published,
            "quote": first.quote,
            "against": " ".join(fact.fact_id for fact in against),
            "against_in_words": "; ".join(said(fact) for fact in against),
            "against_quote": " ".join(fact.quote for fact in against),
        }


def said(fact: AnyFact) -> str:
    """A figure's value, or a condition's own words."""
    return in_words(fact) if isinstance(fact, Figure) else fact.phrase


def day_of(fact: AnyFact) -> dt.date | None:
    """The day that a fact is about, else the day it was printed."""
    return fact.as_of or fact.published


def in_day_words(day: dt.date | None) -> str:
    """A day as people write it: 3 March 2022."""
    return f"{day.day} {day:%B %Y}" if day else "a day not stated"


def about(fact: AnyFact, claimant: str, place: str = "") -> str:
    """How a sentence begins: "Killed, Kosti (the Health Ministry)"; `place` where the fact names none."""
    named = fact.measure.value if isinstance(fact, Figure | Denial) else fact.condition.value
    group = fact.group if isinstance(fact, Figure | Denial) else ""
    what = named.replace("_", " ").capitalize() + (f": {group}" if group else "")
    return f"{', '.join(part for part in (what, fact.place or place) if part)} ({in_sentence(claimant)})"
