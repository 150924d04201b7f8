"""The formats in which reports arrive: for each a module that makes documents of its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from typing import TypeAlias

from humsit.documents.formats import feed, lines, mail, packed, pdf, plain, web
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
    is_binary: bool = False
    """Whether text that is called so is something else."""
    begins: tuple[bytes, ...] = ()
    """How such a file begins, whatever its name says; () where text of any kind may be one."""


TEXT = Format("text", (".txt", ".text", ".md"), plain.read)
WEB = Format("web page", (".html", ".htm"), web.read)
JSON = Format("JSON", (".json",), lines.read_json, one_report=False)
LINES = Format("JSON lines", (".jsonl", ".ndjson"), lines.read_lines, one_report=False)
FEED = Format("feed", (".rss", ".atom", ".xml"), feed.read, one_report=False)
PDF = Format("PDF", (".pdf",), pdf.read, is_binary=True, begins=(b"%PDF-",))
WORD = Format("Word", (".docx", ".docm"), packed.read, is_binary=True)
OPENDOCUMENT = Format("OpenDocument", (".odt",), packed.read, is_binary=True)
PACKED = Format("ZIP", (".zip",), packed.read, one_report=False, is_binary=True, begins=(b"PK\x03\x04", b"PK\x05\x06"))
MAIL = Format("e-mail", (".eml",), mail.read)

ALL = (TEXT, WEB, JSON, LINES, FEED, PDF, WORD, OPENDOCUMENT, PACKED, MAIL)
FORMATS: Mapping[str, Format] = {ending: format for format in ALL for ending in format.endings}
"""What is read, by the ending of its name."""


NOT_READ = {
    b"\xd0\xcf\x11\xe0": "an old Office file: open it in LibreOffice or its own program, save it as .docx or .pdf and read that",
    b"{\\rtf": "an RTF file: open it in Word or LibreOffice, save it as .docx and read that",
    b"MZ": "a program, not a report: do not open it, and ask who sent it",
    b"\x7fELF": "a program, not a report: do not open it, and ask who sent it",
    b"\xcf\xfa\xed\xfe": "a program, not a report: do not open it, and ask who sent it",
    b"\x89PNG": "a picture: run it through text recognition (OCR) and read that",
    b"\xff\xd8\xff": "a picture: run it through text recognition (OCR) and read that",
    b"GIF8": "a picture: run it through text recognition (OCR) and read that",
    b"II*\0": "a picture: run it through text recognition (OCR) and read that",
    b"MM\0*": "a picture: run it through text recognition (OCR) and read that",
    b"Rar!": "a RAR archive: unpack it and read what is in it",
    b"7z\xbc\xaf": "a 7-Zip archive: unpack it and read what is in it",
    b"SQLite format": "a database: export it as .json and read that",
}
"""How files begin that hold no text for us: what they are, and what to do before their text is read."""
NOT_A_WORD = re.compile(rb"MZ[ -~]{4}")
"""Text that begins like a program."""


def format_for(ending: str, start: bytes, name: str) -> Format:
    """How an input is read: by how it begins where that leaves no doubt, else by the ending of its name (".pdf", or "").

    Raises UnreadableInput, naming `name`, for what is not read, with what to do about it.
    """
    for format in ALL:
        if start.lstrip().startswith(format.begins or (b"\0nothing",)):
            return format
    for begins, told in NOT_READ.items():
        if start.startswith(begins) and not NOT_A_WORD.match(start):
            raise UnreadableInput(f"{name} is {told}.")
    of_name = FORMATS.get(ending)
    of_content = format_of_content(start)
    if of_name is None and ending and of_content not in (WEB, FEED):
        raise UnreadableInput(
            f"{name}: this version cannot read {ending} files; save the report as .docx, .pdf, .txt or .html and read that."
        )
    return of_content if of_name is None or of_name.is_binary or of_content in (WEB, FEED) else of_name


def format_of_content(start: bytes) -> Format:
    """The format of an input without a name, by how it begins."""
    head = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return WEB
    if feed.is_feed(start):
        return FEED
    if mail.BEGINS.match(start):
        return MAIL
    if re.match(rb"\{\s*\"", head):
        return LINES if b"\n" not in head.split(b'"')[0] else JSON
    return JSON if re.match(rb"\[\s*\{", head) else TEXT
