"""What stands at an address, as reports: the page, PDF or feed that was fetched, read like a file of its kind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from humsit.documents.formats import FORMATS
from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.documents.read import read_file
from humsit.intake.fetch import Fetched, fetch
from humsit.records import Document, UnreadableInput

FETCHED = "the address it was fetched from"
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "message/rfc822": ".eml",
    "application/zip": ".zip",
}
"""Kinds of answers → how a file of that kind ends."""
SAYS_NOTHING = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Kinds that say nothing: then the address's own ending says it, or the content."""


def is_address(text: str) -> bool:
    """Whether an input is an address of the web and no file."""
    return text.lower().startswith(("http://", "https://"))


def documents_at(url: str, metadata: Metadata = NOTHING_KNOWN, **how: Any) -> Iterator[Document | UnreadableInput]:
    """The reports at an address; `how` as for `fetch`. Raises as `fetch` does."""
    yield from documents_of(fetch(url, **how), metadata)


def documents_of(fetched: Fetched, metadata: Metadata = NOTHING_KNOWN) -> Iterator[Document | UnreadableInput]:
    """The reports in what was fetched. UnreadableInput where its kind is none that is read."""
    known = metadata.or_else(Metadata(url=fetched.url, found={"url": FETCHED}))
    with tempfile.TemporaryDirectory(prefix="humsit-") as folder:
        path = Path(folder, f"fetched{_ending(fetched)}")
        path.write_bytes(fetched.data)
        yield from read_file(path, known, called=fetched.url)


def _ending(fetched: Fetched) -> str:
    ending = ENDINGS.get(fetched.media_type)
    if fetched.media_type in SAYS_NOTHING:
        written = PurePosixPath(urlsplit(fetched.url).path).suffix.lower()
        ending = written if written in FORMATS else ""
    if ending is None or (ending and ending not in FORMATS):
        raise UnreadableInput(f"{fetched.url} is {fetched.media_type}, no report that can be read: save it as text or as a PDF.")
    return ending
