"""Web pages: the article without menus, advertisements and other stories, and what the page says of itself.

Nothing is fetched, no script is run. Pages of a usual size are read here, larger ones in a worker process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BufferedReader
from typing import TYPE_CHECKING

from humsit.documents.bounded import extracted
from humsit.documents.encoding import decoded
from humsit.documents.extracted import Extracted
from humsit.documents.formats.limits import whole
from humsit.documents.made import refuse_too_long
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "nav"})
PARAGRAPHS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "section", "article", "header", "footer"}
)
LINES = frozenset({"li", "tr", "div", "dt", "dd", "figcaption", "hr", "caption"})
CELLS = frozenset({"td", "th"})
SOFT = "\v"
"""A line break that is none beside another: both ends of a table row make one."""

USUAL_SIZE = 500_000
"""Bytes of a page that is read without a worker; nine of ten news pages have fewer."""
LARGEST_TREE = 3_000_000
"""Bytes of a page that is taken apart as a tree; of a larger one all visible text is the report."""
DECLARED_WITHIN = 4_096
"""Bytes of a page's beginning that may declare its encoding (the standard says 1,024)."""
_CHARSET = re.compile(rb"""<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The one document."""
    data = whole(stream, name)
    found = article_of(data, name) if len(data) <= USUAL_SIZE else extracted(article_of, data, name)
    yield found.document(name, metadata, "web page")


def article_of(data: bytes, name: str) -> Extracted:
    """The article of a page and what the page says of itself; all its visible text where no article is found.

    Raises UnreadableInput where the bytes are no text, or the text is far too long.
    """
    html, _, guessed = decoded(data, name, _declared(data))
    text, told = "", Metadata()
    if len(data) <= LARGEST_TREE and (root := tree_of(html)) is not None:
        from humsit.documents.formats.page import about, article

        page = about.About(root)
        told = page.metadata()
        body = root if root.tag == "body" else root.find("body")
        text = article.article_text(root if body is None else body, page.titles())
    if not text.strip():
        text, title = visible_text(html)
        told = told.or_else(Metadata.found_in({"title": "the page's title"}, title=title))
    refuse_too_long(len(text), name)
    return Extracted(text, told.in_encoding(guessed))


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    found = _CHARSET.search(data, 0, DECLARED_WITHIN)
    return found[1].decode("ascii", errors="replace") if found else None


def tree_of(html: str) -> HtmlElement | None:
    """The page as a tree, however broken it is; None where it is none, or is nested deeper than the library goes (256)."""
    from lxml import etree
    from lxml import html as pages

    parser = pages.HTMLParser(encoding="utf-8")
    try:
        root = pages.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError, RecursionError):
        return None
    return None if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log) else root


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
