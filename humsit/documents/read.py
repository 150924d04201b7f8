"""Inputs to documents: files, folders and standard input, each report with the metadata that came with it.

The formats are those of `documents.formats`, each also compressed with gzip (`.gz`); the metadata of a report may stand
beside it in `<stem>.metadata.json`. What cannot be read is handed back as a sentence, and the rest goes on.
"""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader, BytesIO
from pathlib import Path

from humsit.documents.encoding import decode
from humsit.documents.formats import FORMATS, Format, format_for
from humsit.documents.formats.limits import whole
from humsit.documents.formats.lines import parsed
from humsit.documents.metadata import NOTHING_KNOWN, SIDECAR, Metadata, metadata_from
from humsit.records import Document, HumsitError, UnreadableInput


def read_inputs(inputs: Sequence[str], metadata: Metadata = NOTHING_KNOWN) -> Iterator[Document | UnreadableInput]:
    """The documents of all inputs in order (folders: sorted by path); in the place of one that cannot be read, why.

    `metadata` fills what a report does not say of itself. "-" is standard input.
    """
    for name in inputs:
        if name != "-" and Path(name).is_dir():
            yield from _read_folder(Path(name), metadata)
        else:
            yield from _read_file(name, metadata)


def read_file(path: Path, metadata: Metadata = NOTHING_KNOWN, *, called: str) -> Iterator[Document | UnreadableInput]:
    """What is in one file that is called otherwise than its path in sentences: an upload, a page that was fetched."""
    return _read_file(str(path), metadata, called)


def reports_under(folder: Path) -> Iterator[Path | UnreadableInput]:
    """The files of a folder and of its folders that may be reports, sorted; in the place of a folder that is closed, why."""
    denied: list[OSError] = []
    yield from _reports_under(folder, denied.append)
    for reason in denied:
        yield UnreadableInput(f"{reason.filename} cannot be opened ({reason.strerror}): check the folder's permissions.")


def _read_folder(folder: Path, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    denied: list[OSError] = []
    paths = list(_reports_under(folder, denied.append))
    for reason in denied:
        yield UnreadableInput(f"{reason.filename} cannot be opened ({reason.strerror}): check the folder's permissions.")
    if not paths and not denied:
        yield UnreadableInput(f"{folder} holds no report: put files into it, such as .pdf, .docx, .html, .eml, .txt or .zip.")
    for path in paths:
        yield from _read_file(str(path), metadata)


def _reports_under(folder: Path, denied: Callable[[OSError], None]) -> Iterator[Path]:
    """All files in the folder and its folders, sorted; hidden files and the sidecars of others left out."""
    for here, folders, files in os.walk(folder, onerror=denied):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith(SIDECAR):
                yield Path(here, name)


def _read_file(name: str, metadata: Metadata, called: str = "") -> Iterator[Document | UnreadableInput]:
    shown = called or ("standard input" if name == "-" else name)
    try:
        with _opened(name) as stream:
            yield from _format(name, shown, stream).read(stream, shown, _sidecar(name).or_else(metadata))
    except HumsitError as reason:
        yield UnreadableInput(str(reason))
    except FileNotFoundError:
        yield UnreadableInput(f"{shown} does not exist: check the name.")
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield UnreadableInput(f"{shown} is broken: it is not a whole gzip file; fetch it again.")
    except OSError as reason:
        yield UnreadableInput(f"{shown} cannot be opened ({reason.strerror or reason}): check the file and its permissions.")


@contextmanager
def _opened(name: str) -> Iterator[BufferedReader]:
    """The bytes of an input, unpacked where they are gzip-compressed or are said to be."""
    with _standard_input() if name == "-" else Path(name).open("rb") as stream:
        if stream.peek(2).startswith(b"\x1f\x8b") or name.lower().endswith(".gz"):
            unpacked: BufferedReader = BufferedReader(gzip.GzipFile(fileobj=stream))
            with unpacked:
                yield unpacked
        else:
            yield stream


def _standard_input() -> BufferedReader:
    """Read as it comes, so that a long pipe of lines fills no memory; it stays open."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except OSError:  # a program that gave us a text instead of a pipe
        return BufferedReader(BytesIO(sys.stdin.buffer.read()))


def _bare(name: str) -> Path:
    """The path without `.gz`."""
    return Path(name[:-3] if name.lower().endswith(".gz") else name)


def _format(name: str, shown: str, stream: BufferedReader) -> Format:
    """Raises UnreadableInput for what is not read."""
    return format_for("" if name == "-" else _bare(name).suffix.lower(), stream.peek(4_000), shown)


def _sidecar(name: str) -> Metadata:
    """The metadata that stands beside a report: `report.metadata.json` for `report.txt` and `report.txt.gz`."""
    bare = _bare(name)
    path = bare.with_name(bare.stem + SIDECAR)
    if name == "-" or not _is_one_report(bare) or not path.is_file():
        return NOTHING_KNOWN
    with path.open("rb") as stream:
        found = parsed(decode(whole(stream, str(path)), str(path)), str(path))
    if not isinstance(found, dict):
        raise UnreadableInput(f'{path} is not a JSON object: write it like {{"publisher": "…", "published": "2022-03-03"}}.')
    return metadata_from(found, str(path))


def _is_one_report(bare: Path) -> bool:
    format = FORMATS.get(bare.suffix.lower())
    return format is not None and format.one_report
