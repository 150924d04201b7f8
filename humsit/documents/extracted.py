"""What a library took out of a file: plain values that cross from a worker process to ours."""

from __future__ import annotations

import base64
import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, Self

from humsit.documents.made import document_of
from humsit.documents.masthead import told_by
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
    less_sure: Metadata = NOTHING_KNOWN
    """What goes behind what the text itself says, such as the day on which a file was made."""
    page_starts: tuple[int, ...] = ()
    """As of a Document."""
    parts: tuple[Part, ...] = ()

    def document(self, where: str, given: Metadata, format: str) -> Document:
        """The document it is, with what was given before what the file tells; UnreadableInput where there is no text in it."""
        known = given.or_else(self.told)
        if self.less_sure != NOTHING_KNOWN:
            known = known.or_else(told_by(self.text)).or_else(self.less_sure)
        return document_of(self.text, where, known, format=format, page_starts=self.page_starts)

    def plain(self) -> dict[str, Any]:
        """As values that JSON can hold."""
        parts = [[part.name, base64.b64encode(part.data).decode()] for part in self.parts]
        return {
            "text": self.text,
            "told": _plain(self.told),
            "less_sure": _plain(self.less_sure),
            "page_starts": self.page_starts,
            "parts": parts,
        }

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Self:
        """From what `plain` gave."""
        parts = tuple(Part(name, base64.b64decode(data)) for name, data in plain["parts"])
        told, less_sure = _metadata(plain["told"]), _metadata(plain["less_sure"])
        return cls(plain["text"], told, less_sure, tuple(plain["page_starts"]), parts)


def _plain(told: Metadata) -> dict[str, Any]:
    plain = asdict(told) | {"found": dict(told.found)}
    return plain | {"published": told.published and told.published.isoformat()}


def _metadata(plain: dict[str, Any]) -> Metadata:
    published = plain["published"] and dt.date.fromisoformat(plain["published"])
    return Metadata(**(plain | {"published": published}))
