"""The row contract: one fact, with its standing, as a plain dictionary that `json.dumps` takes as it is."""

from __future__ import annotations

import datetime as dt
from typing import Any, Protocol

from humsit.records import AnyFact, Condition, Denial, Fact, Figure
from humsit.tables.words import in_words


class HasStanding(Protocol):
    """What a comparison says of one figure (`claims.FigureStanding`)."""

    @property
    def question_id(self) -> str:
        """The question that it answers."""

    @property
    def standing(self) -> str:
        """How the claims that answer it stand to each other."""

    @property
    def standing_reason(self) -> str:
        """Why, in plain words."""

    @property
    def superseded(self) -> bool:
        """Whether its claimant has replaced it."""

    @property
    def computed_standing(self) -> str | None:
        """The standing that was worked out, where an analyst decided otherwise."""


def row(fact: AnyFact, standing: HasStanding | None = None, *, explain: bool = False) -> dict[str, Any]:
    """One row of `humsit read --format jsonl`: dates as ISO text, unknown as None.

    `standing` is a figure's; without it the four standing keys are None. `explain` adds `why`: which words decided which field.
    """
    made = _figure(fact, standing) if isinstance(fact, Figure) else _phrase(fact)
    if explain:
        made["why"] = [reason.model_dump() for reason in fact.why]
    return made


def _figure(f: Figure, s: HasStanding | None) -> dict[str, Any]:
    return {
        "kind": "figure",
        "document_id": f.document_id,
        "fact_id": f.fact_id,
        "start": f.start,
        "end": f.end,
        "number": f.number,
        "measure": f.measure._value_,
        "value": f.value,
        "low": f.low,
        "high": f.high,
        "qualifier": f.qualifier._value_,
        "in_words": in_words(f),
        "unit": f.unit._value_,
        "unit_text": f.unit_text,
        "unit_start": f.unit_start,
        "unit_end": f.unit_end,
        "group": f.group,
        "population_group": f.population_group._value_,
        "side": f.side,
        "perpetrator": f.perpetrator,
        "stance": f.stance._value_,
        "hedge": f.hedge,
        "verification": f.verification._value_,
        "verified_by": f.verified_by,
        **_shared(f),
        "series": f.series._value_,
        "period": f.period,
        "period_start": _iso(f.period_start),
        "period_end": _iso(f.period_end),
        "part_of": f.part_of,
        "replaced_by": f.replaced_by,
        "question_id": None if s is None else s.question_id,
        "standing": None if s is None else str(s.standing),
        "standing_reason": None if s is None else s.standing_reason,
        "superseded": None if s is None else s.superseded,
        "computed_standing": None if s is None or s.computed_standing is None else str(s.computed_standing),
        "beside": f.beside,
        "ruled_standing": None if f.ruled_standing is None else f.ruled_standing._value_,
    }


def _phrase(f: Condition | Denial) -> dict[str, Any]:
    made = {
        "kind": f.kind,
        "document_id": f.document_id,
        "fact_id": f.fact_id,
        "start": f.start,
        "end": f.end,
        "phrase": f.phrase,
        "stance": f.stance._value_,
    }
    if isinstance(f, Condition):
        made |= {"condition": f.condition._value_, "state": f.state._value_}
    else:
        made |= {"measure": f.measure._value_, "group": f.group, "population_group": f.population_group._value_, "side": f.side}
    return made | _shared(f)


def _shared(f: Fact) -> dict[str, Any]:
    return {
        "place": f.place,
        "country": f.country,
        "admin1": f.admin1,
        "latitude": f.latitude,
        "longitude": f.longitude,
        "claimant": f.claimant,
        "claimant_type": f.claimant_type._value_,
        "claimant_side": f.claimant_side,
        "credibility": f.credibility._value_,
        "event": f.event,
        "published": _iso(f.published),
        "agency": f.agency,
        "publisher": f.publisher,
        "as_of": _iso(f.as_of),
        "as_of_precision": f.as_of_precision._value_,
        "quote": f.quote,
        "quote_start": f.quote_start,
        "quote_end": f.quote_end,
        "page": f.page,
        "origin": f.origin,
    }


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
