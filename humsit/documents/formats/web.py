"""HTML to the text that a reader of the page sees: no scripts, styles or attributes; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BufferedReader

from humsit.documents.encoding import decode
from humsit.documents.formats.limits import whole
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "nav"})
PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "section", "article", "header", "footer"}
)
LINES = frozenset({"li", "tr", "div", "dt", "dd", "figcaption", "hr", "caption"})
CELLS = frozenset({"td", "th"})
SOFT = "\v"
"""A line break that is none beside another: both ends of a table row make one."""


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    text, title = visible_text(decode(whole(stream, name), name))
    told = Metadata.found_in({"title": "the page's title"}, title=title)
    yield document_of(text, name, metadata.or_else(told), format="web page")


def visible_text(html: str) -> tuple[str, str | None]:
    """(text, title): paragraphs parted by an empty line, cells of a table row by " | ", the `<title>` apart (None: no title)."""
    page = _Page()
    page.feed(html)
    page.close()
    return _tidied("".join(page.pieces)), " ".join("".join(page.title).split()) or None


def _tidied(text: str) -> str:
    return re.sub(r" \|(?=\n|$)", "", re.sub(r"\s+", _break_of, text).strip())


def _break_of(space: re.Match[str]) -> str:
    """A run of white space as one break: a paragraph's, a line's or a word's."""
    breaks = space.group().count("\n")
    return "\n" * min(breaks, 2) if breaks else "\n" if SOFT in space.group() else " "


class _Page(HTMLParser):
    """Collects visible pieces of text and the breaks between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.title: list[str] = []
        self.unseen: list[str] = []
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out what is not seen; else break the text as the tag does."""
        if tag in UNSEEN:
            self.unseen.append(tag)
        self.in_title = tag == "title" and not self.unseen
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself holds nothing; it can only break the text."""
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """See again after what is not seen."""
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        if tag == "title":
            self.in_title = False
        elif tag in CELLS:
            self.pieces.append(" | ")
        else:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Keep words where they are seen."""
        if self.in_title:
            self.title.append(data)
        elif not self.unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in LINES:
            self.pieces.append(SOFT)
