"""Records with defaults, so that a test shows only what matters to it."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from humsit.records import Condition, Denial, Document, Figure

TEXT = "Emergency services said 22 bodies were found at Chernihiv. There was no water. Russia denied killing civilians."


def document(text: str = TEXT, **fields: Any) -> Document:
    """A report; its id is a hash of the text unless one is given."""
    return Document(**{"document_id": hashlib.sha256(text.encode()).hexdigest()[:16], "text": text} | fields)


def figure(number: str = "22", of: Document | None = None, **fields: Any) -> Figure:
    """The first place in the document's text where `number` stands, read as that many people killed at Chernihiv."""
    of = of or document()
    value = int(number) if number.isdigit() else None
    read = {"measure": "killed", "value": value, "low": value, "high": value, "unit": "people", "place": "Chernihiv"}
    return Figure(number=number, **_place(of, number, "figure") | read | {"claimant": "Emergency services"} | fields)


def condition(phrase: str = "no water", of: Document | None = None, **fields: Any) -> Condition:
    """The words `phrase`, read as no water at Chernihiv."""
    return Condition(
        phrase=phrase, **_place(of or document(), phrase, "condition") | {"condition": "no_water", "place": "Chernihiv"} | fields
    )


def denial(phrase: str = "denied killing civilians", of: Document | None = None, **fields: Any) -> Denial:
    """The words `phrase`, read as Russia's denial that civilians were killed."""
    return Denial(
        phrase=phrase, **_place(of or document(), phrase, "denial") | {"measure": "killed", "claimant": "Russia"} | fields
    )


_OPEN = {
    "at least": ("at_least", 1, 0),
    "more than": ("more_than", 1, 0),
    "up to": ("at_most", 0, 1),
    "fewer than": ("less_than", 0, 1),
}
_VAGUE = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2000, 9999)}


def bounds(said: str) -> dict[str, Any]:
    """The number fields of a figure from its words: "22", "nearly 500", "at least 9", "300 to 400", "dozens"."""
    before, _, number = said.rpartition(" ")
    if said in _VAGUE:
        low, high = _VAGUE[said]
        return {"number": said, "qualifier": "vague", "value": None, "low": low, "high": high}
    if " to " in said and not before.startswith("up"):
        low, high = (int(end) for end in said.split(" to "))
        return {"number": said, "qualifier": "range", "value": None, "low": low, "high": high}
    value = int(number)
    if before in _OPEN:
        qualifier, low_known, high_known = _OPEN[before]
        return {"qualifier": qualifier, "low": value if low_known else None, "high": value if high_known else None} | _value(
            value
        )
    if before == "nearly":
        return {"qualifier": "nearly", "low": None, "high": value} | _value(value)
    return {"qualifier": "approximately" if before == "about" else "exact", "low": value, "high": value} | _value(value)


def _value(value: int) -> dict[str, Any]:
    return {"number": f"{value:,}", "value": value}


def claimed(said: str, claimant: str = "Health Ministry", report: str = "a", day: int | None = None, **fields: Any) -> Figure:
    """So many people killed at Kosti, as `claimant` says in `report`; `day` is the day of January 2025 that it holds for."""
    key = repr((said, claimant, report, day, sorted(fields.items())))
    start = int(hashlib.sha256(key.encode()).hexdigest()[:6], 16)
    when = {"as_of": dt.date(2025, 1, day), "as_of_precision": "day"} if day else {}
    where = {"document_id": report, "fact_id": hashlib.sha256(key.encode()).hexdigest()[:16], "start": start, "end": start + 3}
    about = {"measure": "killed", "unit": "people", "place": "Kosti", "claimant": claimant, "publisher": f"paper {report}"}
    return Figure(**{**where, **about, **bounds(said), **when, "published": dt.date(2025, 1, 20), **fields})


def _place(of: Document, words: str, kind: str) -> dict[str, Any]:
    start = of.text.index(words)
    fact_id = hashlib.sha256(f"{of.document_id}|{start}|{start + len(words)}|{kind}".encode()).hexdigest()[:16]
    quote = {"quote": of.text, "quote_start": 0, "quote_end": len(of.text)}
    return {"document_id": of.document_id, "fact_id": fact_id, "start": start, "end": start + len(words), **quote}
