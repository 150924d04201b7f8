"""Plain text and Markdown: the text as it is."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from humsit.documents.encoding import decoded
from humsit.documents.formats.limits import whole
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    text, _, guessed = decoded(whole(stream, name), name)
    yield document_of(text, name, metadata.in_encoding(guessed), format="text")
