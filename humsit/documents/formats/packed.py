"""ZIP archives of reports: each file is read by its own format, in memory; its name is shown and never used as a path.

Word and OpenDocument files are ZIP archives too: they are told by what is in them, whatever they are called.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BufferedReader, BytesIO, FileIO
from pathlib import PurePosixPath
from typing import IO

from humsit.documents.encoding import decode
from humsit.documents.formats import limits, odt, word
from humsit.documents.formats.inside import is_hidden, read_inside, shown_name
from humsit.documents.formats.zipped import Allowance, Spent, allowance_in, opened, unpacked
from humsit.documents.metadata import NOTHING_KNOWN, SIDECAR, Metadata, metadata_from
from humsit.records import Document, HumsitError, UnreadableInput

OTHER_OFFICE = {
    "xl/": "an Excel workbook: print or save it as PDF",
    "ppt/": "a presentation: print or save it as PDF",
}


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The document of an Office file, or those of the files in an archive; in the place of each that cannot be read, why."""
    data = _data(stream, name)
    with opened(data, name) as archive:
        names = archive.namelist()
        if _is_opendocument_text(archive):
            yield from odt.read(_rewound(data), name, metadata)
        elif "[Content_Types].xml" in names and any(part.startswith("word/") for part in names):
            yield from word.read(_rewound(data), name, metadata)
        elif told := _other_office(archive):
            raise UnreadableInput(f"{name} is {told}, and read that.")
        else:
            yield from _members(archive, name, metadata, allowance_in(stream, name))


def _data(stream: BufferedReader, name: str) -> IO[bytes]:
    """The archive to look about in: a file on disk as it is, all else from memory."""
    if not isinstance(stream.raw, FileIO) or not stream.seekable():
        return BytesIO(limits.whole(stream, name))
    if stream.seek(0, 2) > limits.MOST_ARCHIVE:
        raise UnreadableInput(f"{name} is larger than {limits.MOST_ARCHIVE // 1_000_000:,} MB: split it into smaller archives.")
    return stream


def _rewound(data: IO[bytes]) -> BufferedReader:
    data.seek(0)
    return data if isinstance(data, BufferedReader) else BufferedReader(data)  # type: ignore[arg-type]


def _is_opendocument_text(archive: zipfile.ZipFile) -> bool:
    return _kind(archive).startswith("application/vnd.oasis.opendocument.text")


def _kind(archive: zipfile.ZipFile) -> str:
    """What an OpenDocument file or an e-book says that it is; "" for other archives."""
    try:
        member = archive.getinfo("mimetype")
        return unpacked(archive, member, Allowance(), "mimetype").decode("ascii", "replace") if member.file_size < 200 else ""
    except (KeyError, UnreadableInput):
        return ""


def _other_office(archive: zipfile.ZipFile) -> str | None:
    if _kind(archive):
        return "an OpenDocument sheet or presentation, or an e-book: print or save it as PDF"
    if "[Content_Types].xml" not in archive.namelist():
        return None
    return next(
        (told for folder, told in OTHER_OFFICE.items() if any(name.startswith(folder) for name in archive.namelist())), None
    )


# -- archives of reports ---------------------------------------------------------------------------------------------------------


def _members(
    archive: zipfile.ZipFile, name: str, metadata: Metadata, allowance: Allowance
) -> Iterator[Document | UnreadableInput]:
    members = sorted((one for one in archive.infolist() if not one.is_dir()), key=lambda one: one.filename)
    beside = {one.filename: one for one in members if one.filename.endswith(SIDECAR)}
    reports = [one for one in members if one.filename not in beside and not is_hidden(one.filename)]
    if not reports:
        raise UnreadableInput(f"{name} holds no report: put files into it, such as .pdf, .docx, .html, .eml or .txt.")
    for member in reports:
        where = f"{name} › {shown_name(member.filename)}"
        try:
            allowance.spend(where, files=1)
            data = unpacked(archive, member, allowance, where)
            known = _sidecar(archive, member.filename, beside, name).or_else(metadata)
            yield from read_inside(data, member.filename, name, known, allowance)
        except Spent as reason:
            yield UnreadableInput(str(reason))
            return
        except HumsitError as reason:
            yield UnreadableInput(str(reason))
        if allowance.is_spent:
            return


def _sidecar(archive: zipfile.ZipFile, report: str, beside: dict[str, zipfile.ZipInfo], name: str) -> Metadata:
    """The metadata that stands beside a report in the archive: `report.metadata.json` for `report.pdf` and `report.txt.gz`."""
    path = PurePosixPath(report.removesuffix(".gz"))
    member = beside.get(str(path.with_name(path.stem + SIDECAR)))
    if member is None:
        return NOTHING_KNOWN
    where = f"{name} › {shown_name(member.filename)}"
    try:
        found = json.loads(decode(unpacked(archive, member, Allowance(), where), where))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise UnreadableInput(f'{where} is not a JSON object: write it like {{"publisher": "…", "published": "2022-03-03"}}.')
    return metadata_from(found, where)
