"""ZIP containers within limits: archives of reports, and Office files, which are containers too. Nothing is written anywhere."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections import Counter
from io import BufferedReader, BytesIO
from typing import IO

from humsit.documents.formats import limits
from humsit.records import UnreadableInput

END = b"PK\x05\x06"
END_64 = b"PK\x06\x06"
LONGEST_END = 65_557 + 76
"""Bytes: where the end of a container is looked for, its longest comment and the larger form's records counted."""
CHUNK = 1_000_000
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
"""Ways of compressing that need little memory to undo."""


class Spent(UnreadableInput):
    """All that one input may unpack to is used up: what follows in it is not read."""


class Allowance:
    """How much the files in one input may still unpack to, and how deep they lie in each other."""

    def __init__(self, depth: int = 1, spent: Counter[str] | None = None) -> None:
        self.depth = depth
        self._spent = Counter[str]() if spent is None else spent

    def deeper(self) -> Allowance:
        """The same allowance for what lies in a file in it."""
        return Allowance(self.depth + 1, self._spent)

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be unpacked."""
        return self._spent["bytes"] > limits.MOST_UNPACKED or self._spent["files"] > limits.MOST_MEMBERS

    def spend(self, name: str, size: int = 0, files: int = 0) -> None:
        """Count further bytes and files; raises Spent, naming what was reached by `name`, where they are too many."""
        self._spent.update(bytes=size, files=files)
        if self.is_spent:
            raise Spent(
                f"{name} and what follows it was not read: all together it is more than {limits.MOST_MEMBERS:,} files, "
                f"or unpacks to more than {limits.MOST_UNPACKED // 1_000_000:,} MB; send it in parts."
            )


def opened(stream: IO[bytes], name: str) -> zipfile.ZipFile:
    """The container; UnreadableInput where it is broken or lists more files than it may."""
    try:
        count, size = _directory(stream)
        if count > limits.MOST_MEMBERS or size > limits.MOST_DIRECTORY:
            raise UnreadableInput(f"{name} holds more than {limits.MOST_MEMBERS:,} files: split it into smaller archives.")
        return zipfile.ZipFile(stream)  # type: ignore[arg-type,unused-ignore]
    except (zipfile.BadZipFile, struct.error, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as reason:
        raise UnreadableInput(f"{name} is damaged and cannot be opened: it is not a whole ZIP file; fetch it again.") from reason


def _directory(stream: IO[bytes]) -> tuple[int, int]:
    """(files, bytes) of the container's own list, as its end tells them, before anything of it is held in memory."""
    stream.seek(0, 2)
    length = stream.tell()
    stream.seek(max(0, length - LONGEST_END))
    tail = stream.read(LONGEST_END)
    stream.seek(0)
    at = tail.rfind(END)
    if at < 0:
        raise zipfile.BadZipFile
    count, size = struct.unpack("<HL", tail[at + 10 : at + 16])
    larger = tail.rfind(END_64, 0, at)
    if larger >= 0:
        count, size = struct.unpack("<QQ", tail[larger + 32 : larger + 48])
    return count, size


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: Allowance, name: str) -> bytes:
    """The bytes of one file in a container; UnreadableInput, naming it by `name`, where it is broken or over a limit."""
    if member.flag_bits & 1:
        raise UnreadableInput(f"{name} is encrypted: unpack the archive with its password, and read what is in it.")
    if member.compress_type not in METHODS:
        raise UnreadableInput(f"{name} is compressed in a way that is not read: pack it again as an ordinary ZIP file.")
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(member) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                check(size, member.compress_size, name)
                allowance.spend(name, len(piece))
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as reason:
        raise UnreadableInput(f"{name} is damaged in its archive: fetch the archive again.") from reason
    return b"".join(pieces)


def check(size: int, packed: int, name: str) -> None:
    """Raise UnreadableInput where so many bytes came of so few, or are too many for one report."""
    if size > limits.SMALL and size > limits.MOST_RATIO * max(1, packed):
        raise UnreadableInput(
            f"{name} is a bomb: it unpacks to more than {limits.MOST_RATIO} times its size; nothing of it is read."
        )
    if size > limits.MOST_BYTES:
        raise UnreadableInput(f"{name} is larger than {limits.MOST_BYTES // 1_000_000} MB: split it into single reports.")


class Inside(BufferedReader):
    """The bytes of a file that came in another: what is in it in turn is bounded together with it."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        super().__init__(BytesIO(data))
        self.allowance = allowance


def allowance_in(stream: BufferedReader, name: str) -> Allowance:
    """What the files in an archive or a mail may come to; UnreadableInput where it lies too deep in others."""
    allowance = stream.allowance if isinstance(stream, Inside) else Allowance()
    if allowance.depth > limits.MOST_NESTED:
        raise UnreadableInput(
            f"{name} lies in {limits.MOST_NESTED} archives or mails already: unpack them, and read what is in it."
        )
    return allowance
