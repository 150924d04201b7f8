"""Bytes to text: which encoding a report is in, and whether it is text at all.

The text kept is the text received, character for character: line ends, marks of writing direction and byte order marks in the
midst stay; what no store can hold is replaced one for one (`without_unstorable`). What had to be guessed is told.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from humsit.documents.encoding_guessed import likeliest
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
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's mark does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, and the encoding that each says."""
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
MOST_CONTROL = 0.01
"""Text holds next to no control characters; a file with a greater share of them is refused as binary."""
MOST_BROKEN = 0.1
"""Of the characters beyond ASCII, so many may be broken in text that is UTF-8 all the same, such as one that was cut off."""
LOOKED_AT = 8_000
"""So many bytes tell whether text is in two or four bytes a character; a multiple of four."""
LEAST_ALIKE = 0.9
"""In such text, so many characters are of one script, or ASCII."""
LONGEST_WORD = 30
"""Longer text has spaces or line ends, but for the scripts of East Asia."""
EAST_ASIA = "East Asia"
LEAST_HIGH = 0.3
"""Of the characters of East Asia, so many are kana or have a byte beyond ASCII, so that they are no pairs of its letters."""
MOST_STRAY = 0.1
"""Text may have so many NULs among its bytes and still be in one byte a character; in UTF-16 half of ASCII's bytes are."""

AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-16-le",
}
"""What is declared as the former is read as the latter, which holds it (encoding.spec.whatwg.org)."""
WRITTEN_IN_ASCII = ("utf-7", "hz", "iso2022")
"""How the names of encodings begin that write other letters with those of ASCII: only a declaration tells them from it."""
NO_CHARSETS = frozenset({"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "palmos", "mbcs", "oem"})

_LONE_SURROGATE_OR_NUL = re.compile("[\ud800-\udfff\0]")


class Decoded(NamedTuple):
    """A text, the encoding that it came in, and, where that had to be guessed, a few words that say so; else "" ."""

    text: str
    encoding: str
    guessed: str = ""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`; see `decoded`."""
    return decoded(data, name, declared).text


def decoded(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `data` and how it was told: by its mark, as UTF-8, as `declared` where that fits, else by its words.

    A byte order mark at the beginning is no part of the text; line ends stay. Raises UnreadableInput, naming `name`, where the
    bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, name)
    bare = data.rstrip(b"\0")  # a file may be filled up with NULs to its size
    data = data if b"\0" in bare else bare or data
    stated = _codec(declared)
    if b"\0" in data and (wide := _wide(data, stated)):
        return wide
    refuse_binary(data, name)
    if stated and stated.startswith(WRITTEN_IN_ASCII) and (text := _tried(data, stated)) is not None:
        return Decoded(text, stated)
    if (text := _tried(data, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    if stated and not stated.startswith("utf") and (text := _tried(data, stated)) is not None:
        return Decoded(text, stated)
    return _mended(data) or _guessed(data)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise UnreadableInput where `data` begins like a well-known binary file, or holds more than a few control characters."""
    kind = next((kind for start, kind in SIGNATURES.items() if data.startswith(start)), None)
    if kind:
        raise UnreadableInput(f"{name} is {kind}, not text: save the report as text or HTML and read that.")
    if data.startswith(UTF_16):
        return
    control = len(data) - len(data.translate(None, CONTROL))
    if control > MOST_CONTROL * len(data):
        raise UnreadableInput(f"{name} is a binary file, not text: save the report as text or HTML and read that.")


def without_unstorable(text: str) -> str:
    """`text` with U+FFFD, one for one, for what no store can hold: NULs and halves of surrogate pairs (JSON can spell both)."""
    return _LONE_SURROGATE_OR_NUL.sub("�", text)


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as reason:
        if encoding == "utf-8":
            return _mended(data) or _guessed(data)
        raise UnreadableInput(
            f"{name} begins as {encoding[:6].upper()} but is broken at byte {reason.start}: save it again as UTF-8."
        ) from reason


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _codec(declared: str | None) -> str | None:
    """The codec for a declared name, as a browser takes it; None for what is no encoding of texts."""
    try:
        found = codecs.lookup((declared or "").strip().strip("\"'"))
        "".encode(found.name)  # codecs from bytes to bytes, such as zip, are refused here
    except (LookupError, ValueError):
        return None
    return None if found.name in NO_CHARSETS else AS_BROWSERS_DO.get(found.name, found.name)


def _mended(data: bytes) -> Decoded | None:
    """Text in UTF-8 with a few broken bytes, which U+FFFD stands for; None where there are more than a few."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("�") - data.count("�".encode())
    beyond = sum(not char.isascii() for char in text)
    if broken > MOST_BROKEN * beyond:
        return None
    letters = "a letter is" if broken == 1 else f"{broken} letters are"
    return Decoded(text, "utf-8", f"taken for UTF-8, in which {letters} broken")


def _guessed(data: bytes) -> Decoded:
    encoding = likeliest(data)
    return Decoded(data.decode(encoding, errors="replace"), encoding, _sentence(encoding))


def _sentence(encoding: str) -> str:
    return f"not said; taken for {encoding.upper().replace('CP125', 'Windows-125').replace('ISO', 'ISO-')}"


# -- two or four bytes a character, without a mark -----------------------------------------------------------------------------


def _wide(data: bytes, stated: str | None) -> Decoded | None:
    """Text in UTF-16 or UTF-32 without a mark; None where it is none."""
    if _is_narrow(data):
        return None
    fitting: dict[str, float] = {}
    for encoding in WIDE:
        head = _tried(data[:LOOKED_AT], encoding) or _tried(data[: LOOKED_AT - 2], encoding)  # not in the midst of a pair
        if head and (share := _share_of_ascii(head)) is not None:
            fitting[encoding] = share
    for encoding in sorted(fitting, key=fitting.__getitem__, reverse=True):
        if (text := _tried(data, encoding)) is not None:
            return Decoded(text, encoding, "" if encoding == stated else _sentence(encoding))
    return None


def _is_narrow(data: bytes) -> bool:
    """Whether this is UTF-8 but for a few NULs."""
    bare = data.replace(b"\0", b"")
    few = len(data) - len(bare) <= MOST_STRAY * len(data) and len(bare) - len(bare.translate(None, CONTROL)) == 0
    return few and _tried(bare, "utf-8") is not None


def _share_of_ascii(text: str) -> float | None:
    """How much of a text is spaces, ASCII and Latin; None where it is no text.

    It is one that has spaces or line ends, nothing that is no character, and otherwise letters of hardly more than one script.
    """
    kinds = Counter(map(_script, text))
    spaces, latin = kinds.pop("space", 0), kinds.pop("latin", 0)
    script, most = max(kinds.items(), key=lambda kind: kind[1], default=("", 0))
    if "none" in kinds or spaces + latin + most < LEAST_ALIKE * len(text):
        return None
    if script == EAST_ASIA and most > latin and sum(map(_is_no_pair_of_ascii, text)) < LEAST_HIGH * len(text):
        return None
    if not spaces and script != EAST_ASIA and len(text) > LONGEST_WORD:
        return None
    return (spaces + latin) / len(text)


def _is_no_pair_of_ascii(char: str) -> bool:
    return ord(char) & 0x8080 != 0 or "\u3000" <= char < "\u3100"


def _script(char: str) -> str:
    """A character's kind: space, latin, none (no character of a text), East Asia, else the part of Unicode that it stands in."""
    if char in " \t\r\n\x0b\x0c":
        return "space"
    code = ord(char)
    if 32 < code < 127 or 0xA0 <= code < 0x250 or 0x300 <= code < 0x370 or 0x1E00 <= code < 0x1F00 or 0x2010 <= code <= 0x20BF:
        return "latin"  # and what goes with any script: dashes, quotation marks, signs of money
    if unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs"):
        return "none"
    if 0x2E80 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF or code >= 0xFF00:
        return EAST_ASIA
    return str(code // 0x200)
