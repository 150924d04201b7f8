"""What a library took out of a file: plain values that cross from a worker process to ours."""

from __future__ import annotations

import base64
import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, Self

from humsit.documents.made import document_of
from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.records import Document


class Part(NamedTuple):
    """A file inside of another, such as a mail's attachment."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, and what it says of itself."""

    text: str
    told: Metadata = NOTHING_KNOWN
    page_starts: tuple[int, ...] = ()
    """As of a Document."""
    parts: tuple[Part, ...] = ()

    def document(self, where: str, given: Metadata, format: str) -> Document:
        """The document it is, with what was given before what the file tells; UnreadableInput where there is no text in it."""
        return document_of(self.text, where, given.or_else(self.told), format=format, page_starts=self.page_starts)

    def plain(self) -> dict[str, Any]:
        """As values that JSON can hold."""
        told = asdict(self.told) | {"found": dict(self.told.found)}
        told["published"] = self.told.published and self.told.published.isoformat()
        parts = [[part.name, base64.b64encode(part.data).decode()] for part in self.parts]
        return {"text": self.text, "told": told, "page_starts": self.page_starts, "parts": parts}

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Self:
        """From what `plain` gave."""
        told = dict(plain["told"])
        told["published"] = told["published"] and dt.date.fromisoformat(told["published"])
        parts = tuple(Part(name, base64.b64decode(data)) for name, data in plain["parts"])
        return cls(plain["text"], Metadata(**told), tuple(plain["page_starts"]), parts)
