"""Records with defaults, so that a test shows only what matters to it."""

from __future__ import annotations

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


def _place(of: Document, words: str, kind: str) -> dict[str, Any]:
    start = of.text.index(words)
    fact_id = hashlib.sha256(f"{of.document_id}|{start}|{start + len(words)}|{kind}".encode()).hexdigest()[:16]
    quote = {"quote": of.text, "quote_start": 0, "quote_end": len(of.text)}
    return {"document_id": of.document_id, "fact_id": fact_id, "start": start, "end": start + len(words), **quote}
