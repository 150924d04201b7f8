"""The pieces of text that a page shows, in their order: headings, paragraphs, items, captions, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from humsit.documents.formats.page import tables
from humsit.documents.formats.page.clutter import is_clutter, is_clutter_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN = frozenset(
    "script style noscript template svg iframe object select textarea head amp-script math canvas video audio button".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub "
    "sup time tt u var wbr picture source amp-img nobr center-inline".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Kind(Enum):
    """What a piece is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    CAPTION = auto()
    TERM = auto()
    TABLE = auto()


KINDS = {
    **dict.fromkeys(HEADINGS, Kind.HEADING),
    "li": Kind.ITEM,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "dt": Kind.TERM,
}


@dataclass(slots=True, eq=False)
class Piece:
    """One piece: its words, the element that holds them, how many of its letters are links, and what clutter it stands in."""

    kind: Kind
    text: str
    element: HtmlElement
    linked: int = 0
    clutter: tuple[HtmlElement, ...] = ()
    keys: tuple[str, ...] = field(default=())
    """Each line without its white space, to find it again in another rendering."""

    @property
    def size(self) -> int:
        """Its letters, without white space."""
        return sum(map(len, self.keys))

    @property
    def said(self) -> HtmlElement | None:
        """The `<dd>` that it stands in, which says something of the term before it."""
        return self.element if self.element.tag == "dd" else next(self.element.iterancestors("dd"), None)

    @property
    def is_link(self) -> bool:
        """Whether it is there to be clicked: a heading may be a link to itself, and so may be what is said of a term."""
        linked = self.linked > 0.75 * self.size
        return linked and self.kind is not Kind.HEADING and self.said is None

    @property
    def is_label(self) -> bool:
        """Whether its words are those of a button, a banner or a hint to another story."""
        return len(self.keys) == 1 and is_clutter_line(self.text, is_linked=self.linked > 0.4 * self.size)


def key_of(line: str) -> str:
    """A line without white space."""
    return "".join(line.split())


def pieces(body: HtmlElement) -> list[Piece]:
    """All pieces below an element, in the order in which they are read."""
    found = _Walk().over(body)
    for piece in found:
        piece.keys = tuple(key for line in piece.text.splitlines() if (key := key_of(line)))
    return found


class _Walk:
    """Goes through a page without calling itself, however deep the page is nested."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.clutter: list[HtmlElement] = []
        self.blocks: list[HtmlElement] = []
        self.words: list[str] = []
        self.linked = 0
        self.links = 0

    def over(self, body: HtmlElement) -> list[Piece]:
        """The pieces of the whole page."""
        for element, step in _steps(body):
            if step is Step.END:
                self._end(element)
                if element is not body:
                    self._say(element.tail)
            else:
                self._begin(element, step)
        self._flush(body)
        return self.found

    def _begin(self, element: HtmlElement, step: Step) -> None:
        tag = element.tag
        if tag == "br":
            self.words.append("\n")
            return
        if tag == "a" and element.get("href") is not None:
            self.links += 1
        if tag not in INLINE:
            self._flush(self.blocks[-1] if self.blocks else element)
            self.blocks.append(element)
            if is_clutter(element):
                self.clutter.append(element)
        if step is Step.TABLE:
            self.found += [
                Piece(Kind.TABLE, part, element, _linked(element), tuple(self.clutter)) for part in tables.table_text(element)
            ]
            return
        if tag == "pre":
            self.words.append(_preformatted(element))
            return
        self._say(element.text)

    def _end(self, element: HtmlElement) -> None:
        if element.tag == "a" and element.get("href") is not None:
            self.links -= 1
        if self.blocks and self.blocks[-1] is element:
            self._flush(element)
            self.blocks.pop()
        if self.clutter and self.clutter[-1] is element:
            self.clutter.pop()

    def _say(self, text: str | None) -> None:
        if text:
            self.words.append(re.sub(r"\s+", " ", text))
            if self.links:
                self.linked += len(key_of(text))

    def _flush(self, element: HtmlElement) -> None:
        """End the piece that was begun: what two line breaks part are two pieces."""
        text, linked = "".join(self.words), self.linked
        self.words, self.linked = [], 0
        parts = [_tidied(part) for part in re.split(r"\n[^\S\n]*\n", text)]
        parts = [part for part in parts if part]
        total = sum(len(key_of(part)) for part in parts)
        for part in parts:
            share = round(linked * len(key_of(part)) / total) if total else 0
            self.found.append(Piece(_kind(element), part, element, share, tuple(self.clutter)))


class Step(Enum):
    """Where in a page the walk is."""

    BEGIN = auto()
    TABLE = auto()
    """A table of data, taken as a whole."""
    END = auto()


def _steps(body: HtmlElement) -> Iterator[tuple[HtmlElement, Step]]:
    """The begin and end of each element that is seen, in order; of what is unseen only the end, for what follows it."""
    from lxml import etree

    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event != "start":
            yield element, Step.END
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        elif element.tag == "pre" or (element.tag == "table" and tables.is_data(element)):
            walk.skip_subtree()
            yield element, Step.BEGIN if element.tag == "pre" else Step.TABLE
        else:
            yield element, Step.BEGIN


def _linked(table: HtmlElement) -> int:
    return sum(len(key_of(tables.text_of(link))) for link in table.iterdescendants("a"))


def _kind(element: HtmlElement) -> Kind:
    """What a block is by its tag, or by that of the item or caption around it."""
    for around in (element, *_around(element)):
        if around.tag in KINDS:
            return KINDS[around.tag]
    return Kind.PARAGRAPH


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    """The parents of a block that hold nothing before it: an item's first paragraph is the item."""
    while (parent := element.getparent()) is not None and parent.tag in ("li", "figcaption", *HEADINGS) and parent[0] is element:
        yield parent
        element = parent


def _preformatted(element: HtmlElement) -> str:
    return "\n" + re.sub(r"[^\S\n]+\n", "\n", "".join(element.itertext())) + "\n"


def _tidied(text: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
