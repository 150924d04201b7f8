"""A figure while it is being put together: fields may still be filled from later sentences (a hedge that covers it, a total that it is a part of)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from humsit.facts.identity import fact_id
from humsit.mentions.measures import Count
from humsit.mentions.numbers import bounds
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Speaker
from humsit.records import Document, Figure, Number, Reason


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
    part_of: Draft | None = None
    replaced_by: Draft | None = None
    time: dict[str, Any] = field(default_factory=dict)
    why: list[Reason] = field(default_factory=list)

    def because(self, what: str, rule: str, i: int = 0, j: int = 0) -> None:
        """Note which words of the sentence decided a field."""
        if j > i:
            start, end = self.sentence.span(i, j)
            self.why.append(Reason(field=what, rule=rule, words=self.sentence.text[start:end], start=start, end=end))
        else:
            self.why.append(Reason(field=what, rule=rule))

    @property
    def span(self) -> tuple[int, int]:
        """Where the number's own words stand."""
        return self.sentence.span(self.count.quantity.i, self.count.quantity.j)

    def figure(self, document: Document) -> Figure:
        """The finished record."""
        start, end = self.span
        quantity, counted = self.count.quantity, self.count.counted
        low, high = bounds(quantity.reading, quantity.qualifier)
        unit_span = self.sentence.span(counted.i, counted.j) if counted.j > counted.i else (None, None)
        return Figure.model_validate(
            {
                "document_id": document.document_id,
                "fact_id": fact_id(document.document_id, start, end, "figure"),
                "start": start,
                "end": end,
                "number": document.text[start:end],
                "measure": self.measure,
                "value": whole(quantity.reading.value),
                "low": whole(low),
                "high": whole(high),
                "qualifier": quantity.qualifier,
                "unit": self.unit,
                "unit_text": None if unit_span[0] is None else document.text[unit_span[0] : unit_span[1]],
                "unit_start": unit_span[0],
                "unit_end": unit_span[1],
                "group": self.group,
                "population_group": self.population_group,
                "side": self.side,
                "place": self.place,
                "claimant": self.speaker.name if self.speaker else "",
                "claimant_type": self.speaker.type if self.speaker and self.speaker.name else "own_voice",
                "claimant_side": self.speaker.side if self.speaker else "",
                "stance": self.stance,
                "hedge": self.hedge,
                "part_of": self._id_of(self.part_of, document),
                "replaced_by": self._id_of(self.replaced_by, document),
                "published": document.published,
                "agency": document.agency,
                "publisher": document.publisher,
                "quote": document.text[self.sentence.start : self.sentence.end],
                "quote_start": self.sentence.start,
                "quote_end": self.sentence.end,
                "why": tuple(self.why),
                **self.time,
            }
        )

    @staticmethod
    def _id_of(other: Draft | None, document: Document) -> str | None:
        return None if other is None else fact_id(document.document_id, *other.span, "figure")


def whole(number: float | None) -> Number | None:
    """A number as it is written: 22, not 22.0."""
    return int(number) if number is not None and number.is_integer() else number
