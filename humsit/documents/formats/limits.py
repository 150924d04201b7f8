"""How much of an input is taken at once: what is over a limit is refused with a sentence, never half read in silence.

The limits of time and memory are those of `documents.bounded`.
"""

from __future__ import annotations

import os
from io import BufferedReader, FileIO

from humsit.records import UnreadableInput

MOST_BYTES = 100_000_000
"""No single report (or line of JSON) is larger; what is larger is refused before it fills the memory."""
MOST_XML = 60_000_000
"""Bytes of one XML part of an Office file: ten times that of a book; as a tree it takes ten times as much memory."""
MOST_PAGES = 1_500
"""Pages of a PDF: the longest appeals have some hundreds; so many are read in the time that a file has, with pages in columns."""
MOST_MEMBERS = 10_000
"""Files in one archive (a year of situation reports is fewer); a mail's attachments count alike."""
MOST_DIRECTORY = 5_000_000
"""Bytes of an archive's list of its files; it is held in memory before anything is known of them."""
MOST_ARCHIVE = 2_000_000_000
"""Bytes of an archive on disk: it is read a file at a time, never whole."""
MOST_UNPACKED = 1_000_000_000
"""Bytes that all files of one archive, and of the archives and mails in it, may unpack to."""
MOST_RATIO = 200
"""How many times its packed size a file may unpack to: text shrinks to a third, tables to a fiftieth, bombs to a thousandth."""
SMALL = 1_000_000
"""Bytes that a file may unpack to whatever the ratio: so much does no harm."""
MOST_NESTED = 3
"""Archives within archives (or mails within mails), the outermost counted."""


def whole(stream: BufferedReader, name: str) -> bytes:
    """All bytes of an input; UnreadableInput where there are more than MOST_BYTES, of a plain file before any is read."""
    if _size(stream) > MOST_BYTES:
        raise _too_large(name)
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    return data


def _size(stream: BufferedReader) -> int:
    """Bytes of a file on disk whose bytes are read as they are; 0 where the size is not known without reading."""
    return os.fstat(stream.fileno()).st_size if isinstance(stream.raw, FileIO) else 0


def _too_large(name: str) -> UnreadableInput:
    return UnreadableInput(f"{name} is larger than {MOST_BYTES // 1_000_000} MB: split it into single reports.")
