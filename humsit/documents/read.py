"""Inputs to documents: files, folders and standard input, each report with the metadata that came with it.

A report is a file of text (`.txt`, `.md`, `.html`), with its metadata beside it in `<stem>.metadata.json`, or an object in
a `.json` or a line in a `.jsonl` file; each also compressed with gzip (`.gz`). What cannot be read is handed back as a
sentence, and the rest goes on.
"""

from __future__ import annotations

import codecs
import datetime as dt
import gzip
import hashlib
import json
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any, Self

from humsit.documents.encoding import UTF_16, decode, refuse_binary, without_unstorable
from humsit.documents.web import visible_text
from humsit.records import Document, HumsitError, UnreadableInput, WrongValue

TEXT, WEB, JSON, LINES = "text", "web page", "JSON", "JSON lines"
FORMATS = {".txt": TEXT, ".text": TEXT, ".md": TEXT, ".html": WEB, ".htm": WEB, ".json": JSON, ".jsonl": LINES, ".ndjson": LINES}
SIDECAR = ".metadata.json"
MOST_BYTES = 100_000_000
"""No single report (or line of JSON) is larger; what is larger is refused before it fills the memory."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report beside its text; None where nothing is known."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: dt.date | None = None
    url: str | None = None

    @classmethod
    def of(cls, found: dict[str, Any]) -> Self:
        """From a JSON object: further keys are ignored, empty values are unknown. Raises WrongValue for a date that is none."""
        texts = {key: _text_or_none(found, key) for key in ("id", "title", "publisher", "agency", "url")}
        return cls(**texts, published=date_of(_text_or_none(found, "published")))

    def or_else(self, other: Metadata) -> Metadata:
        """This, with what it lacks taken from `other`."""
        return Metadata(**{key: getattr(other, key) if mine is None else mine for key, mine in asdict(self).items()})


NOTHING_KNOWN = Metadata()


def date_of(written: str | None) -> dt.date | None:
    """The day of an ISO date ("2022-03-03") or date and time, as written, not moved to another time zone; None stays None.

    Raises WrongValue for what is no such date.
    """
    if written is None:
        return None
    try:
        return dt.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        raise WrongValue(f'"{written}" is not a date: write it as year-month-day, such as 2022-03-03.') from None


def document_from_text(
    text: str,
    *,
    document_id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    published: dt.date | None = None,
    url: str | None = None,
) -> Document:
    """The document that `text` is; without an id its id is the text's hash. Raises UnreadableInput where there is no text."""
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
    )


def read_inputs(inputs: Sequence[str], metadata: Metadata = NOTHING_KNOWN) -> Iterator[Document | UnreadableInput]:
    """The documents of all inputs in order (folders: sorted by path); in the place of one that cannot be read, why.

    `metadata` fills what a report does not say of itself. "-" is standard input.
    """
    for name in inputs:
        if name != "-" and Path(name).is_dir():
            yield from _read_folder(Path(name), metadata)
        else:
            yield from _read_file(name, metadata)


def _read_folder(folder: Path, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    denied: list[OSError] = []
    paths = list(_reports_under(folder, denied.append))
    for reason in denied:
        yield UnreadableInput(f"{reason.filename} cannot be opened ({reason.strerror}): check the folder's permissions.")
    if not paths and not denied:
        yield UnreadableInput(f"{folder} holds no report: put .txt, .md, .html, .json or .jsonl files into it.")
    for path in paths:
        yield from _read_file(str(path), metadata)


def _reports_under(folder: Path, denied: Callable[[OSError], None]) -> Iterator[Path]:
    """All files in the folder and its folders, sorted; hidden files and the sidecars of others left out."""
    for here, folders, files in os.walk(folder, onerror=denied):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith(SIDECAR):
                yield Path(here, name)


def _read_file(name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    shown = "standard input" if name == "-" else name
    try:
        with _opened(name) as stream:
            read = READERS[_format(name, stream)]
            yield from read(stream, shown, _sidecar(name).or_else(metadata))
    except HumsitError as reason:
        yield UnreadableInput(str(reason))
    except FileNotFoundError:
        yield UnreadableInput(f"{shown} does not exist: check the name.")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield UnreadableInput(f"{shown} is broken: it is not a whole gzip file; fetch it again.")
    except OSError as reason:
        yield UnreadableInput(f"{shown} cannot be opened ({reason.strerror or reason}): check the file and its permissions.")


def _opened(name: str) -> BufferedReader:
    """The bytes of an input, unpacked where they are gzip-compressed."""
    if name == "-":
        data = sys.stdin.buffer.read()
        return BufferedReader(BytesIO(gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data))
    if name.lower().endswith(".gz"):
        return BufferedReader(gzip.open(name, "rb"))
    return Path(name).open("rb")


def _bare(name: str) -> Path:
    """The path without `.gz`."""
    return Path(name[:-3] if name.lower().endswith(".gz") else name)


def _format(name: str, stream: BufferedReader) -> str:
    """By the name's ending; without one by how the content begins. Raises UnreadableInput for a format that is not read yet."""
    ending = _bare(name).suffix.lower()
    if name == "-" or not ending:
        return _format_of_content(stream.peek(64))
    if ending not in FORMATS:
        raise UnreadableInput(f"{name}: this version cannot read {ending} files; save the report as .txt or .html and read that.")
    return FORMATS[ending]


def _format_of_content(start: bytes) -> str:
    head = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return WEB
    if re.match(rb"\{\s*\"", head):
        return LINES if b"\n" not in head.split(b'"')[0] else JSON
    return JSON if re.match(rb"\[\s*\{", head) else TEXT


def _sidecar(name: str) -> Metadata:
    """The metadata that stands beside a report: `report.metadata.json` for `report.txt` and `report.txt.gz`."""
    bare = _bare(name)
    path = bare.with_name(bare.stem + SIDECAR)
    if name == "-" or FORMATS.get(bare.suffix.lower()) not in (TEXT, WEB) or not path.is_file():
        return NOTHING_KNOWN
    found = _parsed(decode(path.read_bytes(), str(path)), str(path))
    if not isinstance(found, dict):
        raise UnreadableInput(f'{path} is not a JSON object: write it like {{"publisher": "…", "published": "2022-03-03"}}.')
    return _metadata(found, str(path))


def _read_text(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document]:
    yield _document(decode(_whole(stream, name), name), name, metadata)


def _read_web_page(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document]:
    text, title = visible_text(decode(_whole(stream, name), name))
    yield _document(text, name, replace(metadata, title=metadata.title or title))


def _read_json(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    text = decode(_whole(stream, name), name)
    found = _parsed(text, name) if text.strip() else []
    if found == []:
        raise UnreadableInput(f"{name} is empty: there is nothing to read in it.")
    if not isinstance(found, list):
        yield _from_object(found, name, metadata)
        return
    for number, entry in enumerate(found, 1):
        yield _tried(entry, f"{name}, entry {number}", metadata)


def _read_lines(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    empty = True
    for number, line in enumerate(_lines(stream, name), 1):
        if line.strip():
            empty = False
            yield _tried(line, f"{name}, line {number}", metadata)
    if empty:
        raise UnreadableInput(f"{name} is empty: there is nothing to read in it.")


READERS: dict[str, Callable[[BufferedReader, str, Metadata], Iterator[Document | UnreadableInput]]] = {
    TEXT: _read_text,
    WEB: _read_web_page,
    JSON: _read_json,
    LINES: _read_lines,
}


def _lines(stream: BufferedReader, name: str) -> Iterator[bytes]:
    head = stream.peek(64)
    if head.startswith(UTF_16):
        yield from decode(_whole(stream, name), name).encode().split(b"\n")
        return
    if not head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        refuse_binary(head, name)
    while line := stream.readline(MOST_BYTES):
        yield line


def _whole(stream: BufferedReader, name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UnreadableInput(f"{name} is larger than {MOST_BYTES // 1_000_000} MB: split it into single reports.")
    return data


def _tried(entry: object, where: str, metadata: Metadata) -> Document | UnreadableInput:
    """One of many: the document, or why it is none, so that the others go on."""
    try:
        return _from_object(_parsed(decode(entry, where), where) if isinstance(entry, bytes) else entry, where, metadata)
    except HumsitError as reason:
        return UnreadableInput(str(reason))


def _from_object(found: object, where: str, metadata: Metadata) -> Document:
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise UnreadableInput(
            f'{where} holds no report: write an object with a "text", such as {{"text": "…", "publisher": "…"}}.'
        )
    return _document(found["text"], where, _metadata(found, where).or_else(metadata))


def _document(text: str, where: str, metadata: Metadata) -> Document:
    if not text.strip():
        raise UnreadableInput(f"{where} is empty: there is nothing to read in it.")
    known = asdict(metadata)
    return document_from_text(text, document_id=known.pop("id"), **known)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as reason:
        raise UnreadableInput(
            f"{where} is not valid JSON ({reason.msg}, at character {reason.pos + 1}): mend or remove it."
        ) from reason
    except (ValueError, RecursionError) as reason:
        raise UnreadableInput(f"{where} is not JSON that can be read ({reason}): mend or remove it.") from reason


def _metadata(found: dict[str, Any], where: str) -> Metadata:
    try:
        return Metadata.of(found)
    except WrongValue as reason:
        raise UnreadableInput(f"{where}: {reason}") from reason


def _text_or_none(found: dict[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is None or isinstance(value, str | int):
        return None if value is None else without_unstorable(str(value)).strip() or None
    raise WrongValue(f'"{key}" is not a text: write it in quotation marks, or leave it out.')
