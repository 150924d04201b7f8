"""A figure while it is being put together.

Later sentences may still fill fields (a hedge that covers it, a speaker who is named behind).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from humsit.documents.pages import page_of
from humsit.facts.identity import fact_id
from humsit.mentions.measures import Count
from humsit.mentions.numbers import bounds
from humsit.mentions.periods import Period
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Speaker
from humsit.records import Document, Figure, Number


@dataclass(slots=True)
class Draft:
    """One figure in the making."""

    sentence: Sentence
    count: Count
    measure: str
    unit: str
    group: str = ""
    population_group: str = "unspecified"
    side: str = ""
    place: str = ""
    speaker: Speaker | None = None
    stance: str = "reported"
    hedge: str = ""
    verified_by: str = ""
    part_of: Draft | None = None
    replaced_by: Draft | None = None
    is_elliptical: bool = False
    """Whether it took its measure from a sentence before it."""
    period: Period | None = None
    why: list[dict[str, Any]] = field(default_factory=list)
    """Its reasons, which become records with it: two of three figures are of measure `other`, and few ask for those."""

    def because(self, what: str, rule: str, i: int = 0, j: int = 0, of: Sentence | None = None) -> None:
        """Note which words of a sentence, the figure's own unless another is named, decided a field."""
        if j <= i:
            self.note(what, rule)
            return
        sentence = of or self.sentence
        start, end = sentence.span(i, j)
        self.note(what, rule, sentence.text[start:end], start, end)

    def note(self, what: str, rule: str, words: str = "", start: int | None = None, end: int | None = None) -> None:
        """Note what decided a field, be it in the text or not."""
        self.why.append({"field": what, "rule": rule, "words": words, "start": start, "end": end})

    def counts_the_same_as(self, other: Draft) -> None:
        """Take over whom another figure counts."""
        self.group, self.population_group, self.side = other.group, other.population_group, other.side

    @property
    def span(self) -> tuple[int, int]:
        """Where the number's own words stand."""
        return self.sentence.span(self.count.quantity.i, self.count.quantity.j)

    def figure(self, document: Document) -> Figure:
        """The finished record."""
        start, end = self.span
        return Figure.model_validate(
            {
                "fact_id": fact_id(document.document_id, start, end, "figure"),
                "start": start,
                "end": end,
                "number": document.text[start:end],
                "measure": self.measure,
                "unit": self.unit,
                "group": self.group,
                "population_group": self.population_group,
                "side": self.side,
                "place": self.place,
                "stance": self.stance,
                "hedge": self.hedge,
                "verified_by": self.verified_by,
                "part_of": self._id_of(self.part_of, document),
                "replaced_by": self._id_of(self.replaced_by, document),
                "why": tuple(self.why),
                **self._amount(),
                **self._unit_words(document),
                **standing_in(document, self.sentence.start, self.sentence.end, start),
                **said_by(self.speaker),
                **self._time(),
            }
        )

    def _amount(self) -> dict[str, Any]:
        quantity = self.count.quantity
        low, high = bounds(quantity.reading, quantity.qualifier)
        value = whole(quantity.reading.value)
        return {"value": value, "low": whole(low), "high": whole(high), "qualifier": quantity.qualifier}

    def _unit_words(self, document: Document) -> dict[str, Any]:
        counted = self.count.counted
        if counted.j <= counted.i:
            return {"unit_text": None, "unit_start": None, "unit_end": None}
        start, end = self.sentence.span(counted.i, counted.j)
        return {"unit_text": document.text[start:end], "unit_start": start, "unit_end": end}

    def _time(self) -> dict[str, Any]:
        if self.period is None:
            return {}
        words, start, end, as_of, precision = self.period
        return {"period": words, "period_start": start, "period_end": end, "as_of": as_of, "as_of_precision": precision}

    @staticmethod
    def _id_of(other: Draft | None, document: Document) -> str | None:
        return None if other is None else fact_id(document.document_id, *other.span, "figure")


def said_by(speaker: Speaker | None) -> dict[str, str]:
    """The fields that say who claims a fact."""
    return {
        "claimant": speaker.name if speaker else "",
        "claimant_type": speaker.type if speaker and speaker.name else "own_voice",
        "claimant_side": speaker.side if speaker else "",
    }


def standing_in(document: Document, start: int, end: int, at: int) -> dict[str, Any]:
    """What every fact of a passage, as a rule a sentence, carries from its document; its own words begin `at`."""
    return {
        "document_id": document.document_id,
        "published": document.published,
        "agency": document.agency,
        "publisher": document.publisher,
        "as_of": document.published,
        "as_of_precision": "day" if document.published else "unknown",
        "quote": document.text[start:end],
        "quote_start": start,
        "quote_end": end,
        "page": page_of(document, at),
    }


def whole(number: float | None) -> Number | None:
    """A number as it is written: 22, not 22.0."""
    return int(number) if number is not None and number.is_integer() else number
