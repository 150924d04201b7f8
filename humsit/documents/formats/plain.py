"""Plain text and Markdown: the text as it is."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from humsit.documents.encoding import decode
from humsit.documents.formats.limits import whole
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    yield document_of(decode(whole(stream, name), name), name, metadata, format="text")
