"""Files that came in another file, an archive's or a mail's: each is read by its own format, as if it had come alone."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from humsit.documents.formats.zipped import CHUNK, Allowance, Inside, Spent, check
from humsit.documents.metadata import Metadata
from humsit.records import Document, HumsitError, UnreadableInput

LONGEST_NAME = 160
"""Characters of a name that are shown."""


def shown_name(name: str) -> str:
    """A file's name as it may be shown: one line, no invisible letters; never used as a path."""
    plain = "".join(char if char.isprintable() else "�" for char in name.replace("\\", "/"))
    return plain if len(plain) <= LONGEST_NAME else f"{plain[:20]}…{plain[-LONGEST_NAME + 21 :]}"


def is_hidden(name: str) -> bool:
    """Whether a system put the file there for itself."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(
        part == "__MACOSX" or part.lower() in ("thumbs.db", "desktop.ini") or (part.startswith(".") and part.strip("."))
        for part in parts
    )


def read_inside(
    data: bytes, name: str, within: str, metadata: Metadata, allowance: Allowance
) -> Iterator[Document | UnreadableInput]:
    """The documents of one file called `name` that came in another called `within`; in the place of what cannot be read, why.

    Raises Spent where the allowance is used up.
    """
    from humsit.documents.formats import format_for

    where = f"{within} › {shown_name(name)}"
    try:
        if data.startswith(b"\x1f\x8b"):
            data = _gunzipped(data, where, allowance)
        bare = name[:-3] if name.lower().endswith(".gz") else name
        stream = Inside(data, allowance.deeper())
        if not data.strip(b" \t\r\n\0"):
            raise UnreadableInput(f"{where} is empty: there is nothing to read in it.")
        yield from format_for(PurePosixPath(bare).suffix.lower(), stream.peek(4_000), where).read(stream, where, metadata)
    except Spent:
        raise
    except HumsitError as reason:
        yield UnreadableInput(str(reason))


def _gunzipped(data: bytes, name: str, allowance: Allowance) -> bytes:
    pieces: list[bytes] = []
    size = 0
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                check(size, len(data), name)
                allowance.spend(name, len(piece))
                pieces.append(piece)
    except (gzip.BadGzipFile, EOFError, zlib.error) as reason:
        raise UnreadableInput(f"{name} is broken: it is not a whole gzip file; fetch it again.") from reason
    return b"".join(pieces)
