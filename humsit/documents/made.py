"""A text with its metadata to the document that it is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from humsit.documents.encoding import without_unstorable
from humsit.documents.language import language_of
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput


def document_from_text(
    text: str,
    *,
    document_id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    published: dt.date | None = None,
    url: str | None = None,
    language: str | None = None,
    format: str | None = None,
    page_starts: Sequence[int] = (),
    found: Mapping[str, str] | None = None,
) -> Document:
    """The document that `text` is; without an id its id is the text's hash. Raises UnreadableInput where there is no text.

    `language` is what the report states; what the text itself surely says goes before it.
    """
    if not text.strip():
        raise UnreadableInput("There is no text in it: paste or choose the report's text.")
    kept = without_unstorable(text)
    return Document(
        document_id=document_id or hashlib.sha256(kept.encode()).hexdigest()[:16],
        text=kept,
        title=title,
        publisher=publisher,
        agency=agency,
        published=published,
        url=url,
        language=language_of(kept, language),
        format=format,
        page_starts=tuple(page_starts),
        found=dict(found or {}),
    )


def document_of(
    text: str, where: str, metadata: Metadata, *, format: str | None = None, page_starts: Sequence[int] = ()
) -> Document:
    """The document of a report that was received; UnreadableInput, naming `where` it came from, where there is no text in it."""
    if not text.strip():
        raise UnreadableInput(f"{where} is empty: there is nothing to read in it.")
    known = asdict(metadata)
    return document_from_text(text, document_id=known.pop("id"), **known, format=format, page_starts=page_starts)
