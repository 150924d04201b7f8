"""A text with its metadata to the document that it is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from humsit.documents.encoding import without_unstorable
from humsit.documents.language import language_of
from humsit.documents.masthead import told_by
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

MOST_TEXT = 5_000_000
"""Letters of one report: more than a Bible. The longest appeals have a tenth of it; what is longer is an archive in one file,
which takes minutes to read and to show, and belongs into single reports.
"""


def refuse_too_long(letters: int, where: str) -> None:
    """UnreadableInput, naming `where` a text came from, that has more letters than a report may have."""
    if letters > MOST_TEXT:
        raise UnreadableInput(f"{where} holds more than {MOST_TEXT // 1_000_000} million letters: split it into single reports.")


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
        document_id=document_id or id_of_text(kept),
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


def id_of_text(text: str) -> str:
    """The id of a report that came without one of its own."""
    return text_hash(text)[:16]


def text_hash(text: str) -> str:
    """What only this very text has."""
    return hashlib.sha256(text.encode()).hexdigest()


def has_own_id(document: Document) -> bool:
    """Whether a report came with an id; one that did not is known by its text alone, whoever prints it."""
    return document.document_id != id_of_text(document.text)


def document_of(
    text: str, where: str, metadata: Metadata, *, format: str | None = None, page_starts: Sequence[int] = ()
) -> Document:
    """The document of a report that was received; what is not given of it, its text may say itself.

    Raises UnreadableInput, naming `where` it came from, where there is no text in it, or too much.
    """
    if not text.strip():
        raise UnreadableInput(f"{where} is empty: there is nothing to read in it.")
    refuse_too_long(len(text), where)
    if format != "JSON":  # who sends JSON has said what is known of each report, and what is not
        metadata = metadata.or_else(told_by(text))
    known = asdict(metadata)
    return document_from_text(text, document_id=known.pop("id"), **known, format=format, page_starts=page_starts)
