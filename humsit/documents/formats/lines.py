"""Reports as JSON: an object, a list of objects, or an object a line, each with its `text` and its metadata.

An object may also be an answer of ReliefWeb (see `reliefweb`), with many reports in it.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from io import BufferedReader

from humsit.documents.encoding import UTF_16, decode, refuse_binary
from humsit.documents.formats import limits, reliefweb
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata, metadata_from
from humsit.records import Document, HumsitError, UnreadableInput


def read_json(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The document of an object, or those of a list of objects."""
    text = decode(limits.whole(stream, name), name)
    found = parsed(text, name) if text.strip() else []
    if found == []:
        raise UnreadableInput(f"{name} is empty: there is nothing to read in it.")
    if not isinstance(found, list):
        yield from _reports_in(found, name, metadata)
        return
    for number, entry in enumerate(found, 1):
        yield from _tried(entry, f"{name}, entry {number}", metadata)


def read_lines(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The document of each line."""
    empty = True
    for number, line in enumerate(_lines(stream, name), 1):
        if line.strip():
            empty = False
            yield from _tried(line, f"{name}, line {number}", metadata)
    if empty:
        raise UnreadableInput(f"{name} is empty: there is nothing to read in it.")


def _lines(stream: BufferedReader, name: str) -> Iterator[bytes]:
    head = stream.peek(64)
    if head.startswith(UTF_16):
        yield from decode(limits.whole(stream, name), name).encode().split(b"\n")
        return
    if not head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        refuse_binary(head, name)
    while line := stream.readline(limits.MOST_BYTES):
        yield line


def _tried(entry: object, where: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """One of many: what is in it, or why there is nothing, so that the others go on."""
    try:
        found = parsed(decode(entry, where), where) if isinstance(entry, bytes) else entry
        yield from _reports_in(found, where, metadata)
    except HumsitError as reason:
        yield UnreadableInput(str(reason))


def _reports_in(found: object, where: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    if isinstance(found, dict) and reliefweb.is_answer(found):
        yield from reliefweb.read(found, where, metadata)
    else:
        yield _from_object(found, where, metadata)


def _from_object(found: object, where: str, metadata: Metadata) -> Document:
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise UnreadableInput(
            f'{where} holds no report: write an object with a "text", such as {{"text": "…", "publisher": "…"}}.'
        )
    return document_of(found["text"], where, metadata_from(found, where).or_else(metadata), format="JSON")


def parsed(text: str, where: str) -> object:
    """What the JSON says; UnreadableInput, naming `where` it stands, where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as reason:
        raise UnreadableInput(
            f"{where} is not valid JSON ({reason.msg}, at character {reason.pos + 1}): mend or remove it."
        ) from reason
    except (ValueError, RecursionError) as reason:
        raise UnreadableInput(f"{where} is not JSON that can be read ({reason}): mend or remove it.") from reason
