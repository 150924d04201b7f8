"""Records to rows and back."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, TypeAdapter
from sqlalchemy import Row

from humsit.ledger import CorrectedFact, Draft
from humsit.records import AnyFact, Condition, Correction, Document, Figure, Judgement, Printing, ReportDecision

_ANY_FACT: TypeAdapter[AnyFact] = TypeAdapter(Annotated[AnyFact, Field(discriminator="kind")])

DOCUMENT_FIELDS = ("document_id", "text", "title", "publisher", "agency", "published", "url")
TOLD_BY = "told by"
"""Before the name of the analyst: where metadata was found that a report did not have when it was kept."""
_DETAILS = ("language", "format", "page_starts", "found")


def document_row(document: Document, added: dt.datetime) -> dict[str, Any]:
    """A document as it is kept."""
    kept = {name: getattr(document, name) for name in DOCUMENT_FIELDS}
    details = {name: value for name in _DETAILS if (value := getattr(document, name))}
    kept["details"] = json.dumps(details, ensure_ascii=False)
    return kept | {"text_hash": hashlib.sha256(document.text.encode()).hexdigest(), "added": added}


def document_of(row: Row[Any]) -> Document:
    """The document of a row."""
    details = {} if row.details == "{}" else json.loads(row.details)
    details["page_starts"] = tuple(details.get("page_starts", ()))
    return Document.model_construct(**{name: row._mapping[name] for name in DOCUMENT_FIELDS}, **details)


def printing_of(row: Row[Any]) -> Printing:
    """A printing, or the first one that the row of a document is."""
    if "format" in row._mapping:
        return Printing(**{name: value for name, value in row._mapping.items() if name in Printing.model_fields})
    kept = document_of(row)
    return Printing(**{name: getattr(kept, name) for name in Printing.model_fields if name != "added"}, added=row.added)


def decision_of(row: Row[Any]) -> ReportDecision:
    """What was decided about a report, as a record."""
    columns = dict(row._mapping)
    columns["when"] = columns.pop("made")
    return ReportDecision(**columns)


def described_row(kept: Document, changes: Mapping[str, Any], who: str) -> dict[str, Any]:
    """The columns of a document of which somebody told more; where each was found is they who told it."""
    found = {name: where for name, where in kept.found.items() if name not in changes}
    found |= {name: f"{TOLD_BY} {who}" for name, value in changes.items() if value is not None}
    told = document_row(kept.model_copy(update={**changes, "found": found}), dt.datetime.min)
    return {name: told[name] for name in (*changes, "details")}


def fact_of(payload: str) -> AnyFact:
    """The fact as it was first read; what an older humsit kept beside is passed over."""
    return _ANY_FACT.validate_json(payload, extra="ignore")


def words_of(fact: AnyFact) -> str:
    """The fact's own words."""
    return fact.number if isinstance(fact, Figure) else fact.phrase


def fact_row(corrected: CorrectedFact, first: AnyFact) -> dict[str, Any]:
    """What is kept of a fact: as it was first read, and in columns for filters as it reads now."""
    own = {"fact_id": first.fact_id, "document_id": first.document_id, "start": first.start, "end": first.end}
    return own | {"payload": first.model_dump_json()} | filter_columns(corrected)


def filter_columns(corrected: CorrectedFact) -> dict[str, Any]:
    """The columns that follow the ledger."""
    fact = corrected.fact
    columns: dict[str, Any] = {
        name: getattr(fact, name) for name in ("kind", "place", "country", "claimant", "as_of", "published", "origin")
    }
    columns |= {name: getattr(fact, name, None) for name in ("value", "low", "high")}
    columns |= {name: _plain(getattr(fact, name, None)) for name in ("measure", "unit", "stance")}
    columns["condition"] = _plain(fact.condition) if isinstance(fact, Condition) else None
    columns |= {name: _plain(getattr(fact, name, None)) for name in ("claimant_type", "side", "group", "event")}
    columns |= {"day": fact.as_of or fact.published, "searched": searched(fact)}
    return columns | {"review": corrected.review.value, "version": corrected.version}


def searched(fact: AnyFact) -> str:
    """The words in which a search looks for a fact, whatever their case: its own, its sentence, whom, where, who says so."""
    return "\n".join((words_of(fact), fact.quote, getattr(fact, "group", ""), fact.place, fact.claimant)).casefold()


def _plain(value: Any) -> str | None:
    return None if value is None else str(value)


def correction_of(row: Row[Any]) -> Correction:
    """The ledger's row as a record."""
    columns = dict(row._mapping)
    columns["when"] = columns.pop("made")
    return Correction(**columns)


def judgement_of(row: Row[Any]) -> Judgement:
    """What was decided about a name, as a record."""
    columns = dict(row._mapping)
    columns["when"] = columns.pop("made")
    return Judgement(**columns)


def correction_row(draft: Draft, about: AnyFact | Correction, version: int, signed: Mapping[str, Any]) -> dict[str, Any]:
    """A draft as a row about a fact, or about a homeless fact of which only a correction is left; `signed`: who, why, made."""
    place = {name: getattr(about, name) for name in ("fact_id", "document_id", "start", "end")}
    words = about.words if isinstance(about, Correction) else words_of(about)
    said = {"action": draft.action.value, "field": draft.field, "was": draft.was, "now": draft.now, "undoes": draft.undoes}
    return place | {"words": words, "version": version} | said | dict(signed)
