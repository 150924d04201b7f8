"""Many reports to batches: the same cuts on every run, and a name that says what is in each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from humsit.records import Document, UnreadableInput

CHARACTERS = 1_000_000
"""About so much text is one batch: seconds of work, and a file of each table."""
MOST_REPORTS = 5_000

Refused = tuple[str | None, str]
"""(document_id where there is one, why the report is not read)."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some reports in their order, and what stood between them that is none."""

    name: str
    documents: tuple[Document, ...]
    refused: tuple[Refused, ...] = ()


def batches(found: Iterable[Document | UnreadableInput], reader: str, characters: int = CHARACTERS) -> Iterator[Batch]:
    """The reports in their order, cut wherever `characters` of text or MOST_REPORTS are together; `reader` enters the names."""
    documents: list[Document] = []
    refused: list[Refused] = []
    size = number = 0
    for one in found:
        if isinstance(one, Document):
            documents.append(one)
            size += len(one.text)
        else:
            refused.append((None, str(one)))
        if size >= characters or len(documents) + len(refused) >= MOST_REPORTS:
            yield _batch(number, documents, refused, reader)
            documents, refused, size, number = [], [], 0, number + 1
    if documents or refused:
        yield _batch(number, documents, refused, reader)


def _batch(number: int, documents: Iterable[Document], refused: Iterable[Refused], reader: str) -> Batch:
    digest = hashlib.blake2b(reader.encode(), digest_size=8)
    batch = Batch("", tuple(documents), tuple(refused))
    for document in batch.documents:
        for value in (document.document_id, document.text, document.title, document.publisher, document.agency, document.url):
            digest.update(b"-" if value is None else f"{len(value)}:{value}".encode())
        digest.update(str(document.published).encode())
    digest.update(repr(batch.refused).encode())
    return Batch(f"{number:06}-{digest.hexdigest()}", batch.documents, batch.refused)
