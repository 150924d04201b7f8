"""ZIP containers within limits: archives of reports, and Office files, which are containers too. Nothing is written anywhere."""

from __future__ import annotations

import struct
import zipfile
import zlib
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


class Allowance:
    """How much the files of one input may still unpack to, and how deep they may lie in each other."""

    def __init__(self, depth: int = 1) -> None:
        self.left = limits.MOST_UNPACKED
        self.members = limits.MOST_MEMBERS
        self.depth = depth

    def spend(self, size: int, name: str) -> None:
        """Raise UnreadableInput where a further `size` bytes are too many."""
        self.left -= size
        if self.left < 0:
            raise UnreadableInput(
                f"{name} is a bomb or too large: with what came before, {_unpacked()}; send its files in parts."
            )


def _unpacked() -> str:
    return f"it unpacks to more than {limits.MOST_UNPACKED // 1_000_000:,} MB"


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
                _check(size, member.compress_size, name)
                allowance.spend(len(piece), name)
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as reason:
        raise UnreadableInput(f"{name} is damaged in its archive: fetch the archive again.") from reason
    return b"".join(pieces)


def _check(size: int, packed: int, name: str) -> None:
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
    if not isinstance(stream, Inside):
        return Allowance()
    deeper = stream.allowance
    if deeper.depth > limits.MOST_NESTED:
        raise UnreadableInput(
            f"{name} lies in more than {limits.MOST_NESTED} archives or mails: unpack it, and read what is in it."
        )
    return deeper
