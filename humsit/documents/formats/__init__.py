"""The formats in which reports arrive: for each a module that makes documents of its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from typing import TypeAlias

from humsit.documents.formats import feed, lines, plain, web
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

Reader: TypeAlias = Callable[[BufferedReader, str, Metadata], Iterator[Document | UnreadableInput]]
"""(bytes, what to call the input in sentences, what is known of it already) → its documents, each problem in its place.

Raises UnreadableInput where nothing of it can be read.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of input."""

    name: str
    """As an analyst calls it."""
    endings: tuple[str, ...]
    read: Reader
    one_report: bool = True
    """Whether such a file is one report, whose metadata may stand in a file beside it."""


TEXT = Format("text", (".txt", ".text", ".md"), plain.read)
WEB = Format("web page", (".html", ".htm"), web.read)
JSON = Format("JSON", (".json",), lines.read_json, one_report=False)
LINES = Format("JSON lines", (".jsonl", ".ndjson"), lines.read_lines, one_report=False)
FEED = Format("feed", (".rss", ".atom", ".xml"), feed.read, one_report=False)

ALL = (TEXT, WEB, JSON, LINES, FEED)
FORMATS: Mapping[str, Format] = {ending: format for format in ALL for ending in format.endings}
"""What is read, by the ending of its name."""


def format_of_content(start: bytes) -> Format:
    """The format of an input without a name, by how it begins."""
    head = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return WEB
    if feed.is_feed(start):
        return FEED
    if re.match(rb"\{\s*\"", head):
        return LINES if b"\n" not in head.split(b'"')[0] else JSON
    return JSON if re.match(rb"\[\s*\{", head) else TEXT
