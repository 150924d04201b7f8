"""Bytes to text: which encoding a report is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from humsit.records import UnreadableInput

SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x1f\x8b": "gzip-compressed",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format": "a database",
}
"""How well-known kinds of file that are no text begin."""

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
MOST_CONTROL = 0.01
"""Text holds next to no control characters; a file with a greater share of them is refused as binary."""

_LONE_SURROGATE_OR_NUL = re.compile("[\ud800-\udfff\0]")


def decode(data: bytes, name: str) -> str:
    """The text of `data`: UTF-8 or UTF-16 where it is, else Windows-1252. A byte order mark is no part of it; line ends stay.

    Raises UnreadableInput, naming `name`, where the bytes are no text.
    """
    refuse_binary(data, name)
    if data.startswith(UTF_16):
        return _utf_16(data, name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def refuse_binary(data: bytes, name: str) -> None:
    """Raise UnreadableInput where `data` begins like a well-known binary file, holds NULs or many control characters."""
    kind = next((kind for start, kind in SIGNATURES.items() if data.startswith(start)), None)
    if kind:
        raise UnreadableInput(f"{name} is {kind}, not text: save the report as text or HTML and read that.")
    if data.startswith(UTF_16):
        return
    control = len(data) - len(data.translate(None, CONTROL))
    if b"\0" in data or control > MOST_CONTROL * len(data):
        raise UnreadableInput(f"{name} is a binary file, not text: save the report as text or HTML and read that.")


def without_unstorable(text: str) -> str:
    """`text` with U+FFFD, one for one, for what no store can hold: NULs and halves of surrogate pairs (JSON can spell both)."""
    return _LONE_SURROGATE_OR_NUL.sub("�", text)


def _utf_16(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as reason:
        raise UnreadableInput(
            f"{name} begins as UTF-16 but is broken at byte {reason.start}: save it again as UTF-8."
        ) from reason
