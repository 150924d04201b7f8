"""Word files (.docx): headings, paragraphs, lists, tables as rows, text boxes and notes in the order in which they are read.

The XML is read as it stands in the container: python-docx leaves out tracked insertions, content controls, text boxes and notes,
and refuses files with a dangling link. Changes that are tracked count as made; comments and hidden text are left out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

from humsit.documents import bounded
from humsit.documents.extracted import Extracted
from humsit.documents.formats import limits
from humsit.documents.formats.word_text import Texts
from humsit.documents.formats.zipped import Allowance, opened, unpacked
from humsit.documents.made import refuse_too_long
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAIN = "word/document.xml"
PROPERTIES = "the Word file's properties"
NO_TITLE = re.compile(r"(?:untitled|document\d*|title|microsoft word.*|.*\.docx?)", re.IGNORECASE)


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    yield bounded.extracted(extract, limits.whole(stream, name), name).document(name, metadata, "Word")


def extract(data: bytes, name: str) -> Extracted:
    """The text and properties of a Word file; UnreadableInput where it is none, damaged, or made to harm."""
    archive = opened(BytesIO(data), name)
    parts = _Parts(archive, name)
    main = parts.xml(parts.main())
    if main is None:
        raise UnreadableInput(f"{name} is no Word file: it holds no {MAIN}; open it in its program and save it as .docx or .pdf.")
    notes = [part for kind in ("footnotes", "endnotes") if (part := parts.xml(f"word/{kind}.xml")) is not None]
    texts = Texts(parts.xml("word/styles.xml"), notes)
    text = texts.of(main, parts.running("header"), parts.running("footer"))
    refuse_too_long(len(text), name)
    if not text.strip() and any(member.startswith("word/media/") for member in archive.namelist()):
        raise UnreadableInput(f"{name} holds pictures, no text: run it through text recognition (OCR) first.")
    return Extracted(text, _told(parts.xml("docProps/core.xml")))


def _told(core: Element | None) -> Metadata:
    title = None if core is None else core.findtext("{http://purl.org/dc/elements/1.1/}title")
    title = " ".join((title or "").split())
    return Metadata.found_in({"title": PROPERTIES}, title=None if not title or NO_TITLE.fullmatch(title) else title)


class _Parts:
    """The XML files in the container."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._allowance = Allowance()

    def xml(self, part: str) -> Element | None:
        """The root of a part; None where the container does not hold it. Raises UnreadableInput for a harmful or damaged one."""
        try:
            member = self._archive.getinfo(part)
        except KeyError:
            return None
        data = unpacked(self._archive, member, self._allowance, f"{self._name} ({part})")
        return parsed(data, f"{self._name} ({part})")

    def main(self) -> str:
        """The name of the part that holds the text."""
        for link in () if (links := self.xml("_rels/.rels")) is None else links:
            if (link.get("Type") or "").endswith("/officeDocument"):
                return (link.get("Target") or MAIN).lstrip("/")
        return MAIN

    def running(self, kind: str) -> Iterator[Element]:
        """The heads or feet of its pages."""
        for part in sorted(self._archive.namelist()):
            if re.fullmatch(rf"word/{kind}\d*\.xml", part) and (found := self.xml(part)) is not None:
                yield found


def parsed(data: bytes, name: str) -> Element:
    """The root of XML from a stranger: no entities, nothing fetched; UnreadableInput where it is damaged or defines its own."""
    from lxml import etree

    if len(data) > limits.MOST_XML:
        raise UnreadableInput(f"{name} is larger than {limits.MOST_XML // 1_000_000} MB: split it into single reports.")
    own = UnreadableInput(f"{name} defines words of its own (XML entities), as attacks do: open the file and save it again.")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise own
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as reason:
        raise UnreadableInput(
            f"{name} is damaged or nested too deeply: open the file in its program and save it again."
        ) from reason
    if root.getroottree().docinfo.internalDTD is not None:  # in another encoding
        raise own
    return root
