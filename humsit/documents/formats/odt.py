"""OpenDocument text files (.odt): headings, paragraphs, lists, tables as rows and notes in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

from humsit.documents import bounded
from humsit.documents.extracted import Extracted
from humsit.documents.formats import limits
from humsit.documents.formats.word import parsed
from humsit.documents.formats.word_text import SUPERSCRIPT, joined, name_of
from humsit.documents.formats.zipped import Allowance, opened, unpacked
from humsit.documents.layout.cells import filled_down, has_digit, headed, written
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
MARKS = {"tab": "\t", "line-break": "\n", "s": " "}
LEFT_OUT = frozenset("annotation tracked-changes bookmark-start table-of-content sequence-decls forms note-citation".split())
WIDEST = 200
"""Columns of a table: a sheet repeats its empty ones by the thousand."""


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    yield bounded.extracted(extract, limits.whole(stream, name), name).document(name, metadata, "OpenDocument")


def extract(data: bytes, name: str) -> Extracted:
    """The text and title of an OpenDocument file; UnreadableInput where it is damaged or made to harm."""
    archive = opened(BytesIO(data), name)
    roots = {}
    for part in ("content.xml", "meta.xml"):
        if part in archive.namelist():
            where = f"{name} ({part})"
            roots[part] = parsed(unpacked(archive, archive.getinfo(part), Allowance(), where), where)
    if "content.xml" not in roots:
        raise UnreadableInput(f"{name} is damaged: it holds no content.xml; open it in LibreOffice and save it again.")
    body = next((one for one in roots["content.xml"].iter() if name_of(one) == "text" and one.getparent() is not None), None)
    texts = _Texts()
    pieces = [] if body is None else list(texts.blocks(body))
    notes = [("\n\n", f"{str(n).translate(SUPERSCRIPT)} {note}") for n, note in enumerate(texts.notes, 1)]
    title = next((one.text for one in roots.get("meta.xml", ()) for one in one.iter() if name_of(one) == "title"), None)
    told = Metadata.found_in({"title": "the file's properties"}, title=" ".join((title or "").split()) or None)
    return Extracted(joined([*pieces, *notes]), told)


class _Texts:
    def __init__(self) -> None:
        self.notes: list[str] = []

    def blocks(self, holder: Element, *, is_item: bool = False) -> Iterator[tuple[str, str]]:
        """(break before it, text) of each paragraph and table row."""
        for element in holder:
            name = name_of(element)
            if name in ("p", "h"):
                text = "".join(self._inline(element)).strip(" \n")
                if text.strip():
                    yield ("\n" if is_item else "\n\n", f"• {text}" if is_item else text)
            elif name == "list-item":
                yield from self.blocks(element, is_item=True)
            elif name == "table":
                yield from self._table(element)
            elif name not in LEFT_OUT:
                yield from self.blocks(element, is_item=is_item)

    def _inline(self, element: Element) -> Iterator[str]:
        yield " ".join((element.text or "").split("\n"))
        for child in element:
            name = name_of(child)
            if name == "note":
                body = next((one for one in child if name_of(one) == "note-body"), None)
                self.notes.append(" ".join(text for _, text in self.blocks(child if body is None else body)))
                yield str(len(self.notes)).translate(SUPERSCRIPT)
            elif name in MARKS:
                yield MARKS[name]
            elif name not in LEFT_OUT:
                yield from self._inline(child)
            yield " ".join((child.tail or "").split("\n"))

    def _table(self, table: Element) -> Iterator[tuple[str, str]]:
        cells: list[list[str]] = []
        goes_on: list[bool] = []
        for row in (one for one in table.iter() if name_of(one) == "table-row"):
            line: list[str] = []
            covered = False
            for cell in row:
                text = " ".join(" ".join(text for _, text in self.blocks(cell)).split())
                repeated = cell.get(f"{TABLE}number-columns-repeated") or "1"
                covered = covered or (not line and name_of(cell) == "covered-table-cell")
                if name_of(cell) == "covered-table-cell" and line and not has_digit(line[-1]):
                    text = line[-1]
                line += [text] * min(int(repeated) if repeated.isdecimal() else 1, WIDEST - len(line))
            cells.append(line)
            goes_on.append(covered)
        most = max(map(len, cells), default=0)
        cells = [line + [""] * (most - len(line)) for line in cells]
        filled_down(cells, goes_on)
        for number, row_text in enumerate(written(headed(cells))):
            yield ("\n" if number else "\n\n", row_text)
