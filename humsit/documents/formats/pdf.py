"""PDF: the text in reading order, tables as rows, where each page begins; nothing in it is run, and no link is followed.

pdfium reads it (quick, and hardened by being Chromium's): words and ruled lines with their places, of which `documents.layout`
makes the text. That is enough to find tables by; no second library takes each page apart again for them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import TYPE_CHECKING

from humsit.documents import bounded
from humsit.documents.extracted import Extracted
from humsit.documents.formats import limits
from humsit.documents.layout.paragraphs import Line, lines_of, text_of
from humsit.documents.layout.regions import gutters_of
from humsit.documents.layout.ruled import ruled_tables, with_rows_below
from humsit.documents.layout.running import margins, said_once
from humsit.documents.layout.words import Piece, pieces_of
from humsit.documents.made import refuse_too_long
from humsit.documents.masthead import body_named
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from humsit.documents.formats.pdf_page import Page

PROPERTIES = "the PDF's properties"
WRONG_PASSWORD = 4
"""pdfium's code for a file that is encrypted."""
NO_TITLE = re.compile(
    r"\(?(?:untitled|anonymous|unspecified|document\d*|microsoft word|powerpoint).*|.*\.(?:docx?|indd|pdf|odt|pptx?|xlsx?|html?)",
    re.I,
)
PRINTED = re.compile(r"chrom|skia|mozilla|firefox|safari|quartz|webkit|wkhtml|print to pdf", re.IGNORECASE)
"""Programs that print what stands in a window."""


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    yield bounded.extracted(extract, limits.whole(stream, name), name).document(name, metadata, "PDF")


def extract(data: bytes, name: str) -> Extracted:
    """The text and properties of a PDF; UnreadableInput where it is encrypted, broken, too long, or holds pictures only."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as reason:
        raise UnreadableInput(_why_not(reason, name)) from reason
    count = len(pdf)
    if count == 0:
        raise UnreadableInput(f"{name} holds no pages: it is damaged; fetch it again.")
    if count > limits.MOST_PAGES:
        raise UnreadableInput(f"{name} has {count:,} pages, more than {limits.MOST_PAGES:,}: split it into single reports.")
    text, starts = text_of(_lines(list(_pages(pdf, name))))
    if not text.strip():
        raise UnreadableInput(f"{name} holds pictures of pages, no text: run it through text recognition (OCR) first.")
    properties = pdf.get_metadata_dict(skip_empty=True)
    return Extracted(text, _told(properties), _less_sure(properties), starts)


def _why_not(reason: Exception, name: str) -> str:
    if getattr(reason, "err_code", None) == WRONG_PASSWORD or "password" in str(reason).lower():
        return f"{name} is encrypted: open it with its password, print or save it without one, and read that."
    return f"{name} is damaged and cannot be opened as a PDF: fetch it again."


def _pages(pdf: PdfDocument, name: str) -> Iterator[Page | None]:
    """Each page; None for one that is broken."""
    import pypdfium2

    from humsit.documents.formats.pdf_page import page_of

    characters = 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
            found = page_of(page)
            page.close()
        except pypdfium2.PdfiumError:
            yield None
            continue
        characters += sum(len(word.text) + 1 for word in found.words)
        refuse_too_long(characters, name)
        yield found


def _lines(pages: list[Page | None]) -> list[list[Line]]:
    """The lines of each page in reading order; running heads come once at the start, running feet once at the end."""
    pieces = [_pieces(page) for page in pages]
    found = margins([(page.height if page else 0.0, there) for page, there in zip(pages, pieces, strict=True)])
    running = {id(piece) for side in found for edge in side for row in edge for piece in row}
    bodies = [[piece for piece in there if id(piece) not in running] for there in pieces]
    gutters = gutters_of(bodies)
    lines = [lines_of(body, gutters) for body in bodies]
    for page, there in zip(pages, lines, strict=True):
        if page and page.turned:
            there.append(_alone(" ".join(page.turned)))
    first = next((number for number, there in enumerate(lines) if there), None)
    if first is not None:
        last = max(number for number, there in enumerate(lines) if there)
        lines[first] = [*map(_alone, said_once(found.heads)), *lines[first]]
        lines[last] += map(_alone, said_once(found.feet))
    return lines


def _pieces(page: Page | None) -> list[Piece]:
    if page is None:
        return []
    tables, words = ruled_tables(page.rules, page.words)
    return with_rows_below(tables, pieces_of(words))


def _alone(text: str) -> Line:
    """A line that belongs to no column."""
    return Line(text, 0, 0, 0, 0, 0, (-1, 0, 0), is_row=True)


def _told(properties: Mapping[str, str]) -> Metadata:
    title = " ".join(properties.get("Title", "").split())
    return Metadata.found_in({"title": PROPERTIES}, title=None if not title or NO_TITLE.fullmatch(title) else title)


def _less_sure(properties: Mapping[str, str]) -> Metadata:
    """The day on which the file was made, which is not surely that of publication, and an author that is a body we know.

    A page that somebody printed from a browser was made on the day of printing: that day is not taken.
    """
    made_by = f"{properties.get('Creator', '')} {properties.get('Producer', '')}"
    day = None if PRINTED.search(made_by) else day_of(properties.get("CreationDate", ""))
    return Metadata.found_in(
        {"published": f"{PROPERTIES}: the day the file was made", "publisher": f"{PROPERTIES}: its author"},
        published=day,
        publisher=body_named(properties.get("Author", "")),
    )


def day_of(written: str) -> dt.date | None:
    """The day of a PDF's date ("D:20240305143000+02'00'"), as written; None for what is none."""
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", written)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
