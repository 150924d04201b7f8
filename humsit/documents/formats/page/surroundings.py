"""The surroundings of an article: what is clutter by its name, and what shows by how it is built that it leads elsewhere.

A list below "Related" or "Read next" is told by its heading, a teaser by its heading that is a link: also on pages whose classes
are random letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from humsit.documents.formats.page.clutter import is_surely_clutter
from humsit.documents.formats.page.pieces import Kind, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TOO_MUCH = 0.3
"""What holds a greater part of a page's or an article's letters is no clutter on suspicion alone."""
ENOUGH = 0.2
"""Suspects are taken out of a page only where a greater part of its letters is left."""
MOST_IN_CARD = 6
"""Pieces of a teaser: a heading, a line or two, a date, a name."""
WHOLE = frozenset({"html", "body", "main", "article"})
"""Elements that hold more than a list or a teaser; but a teaser may be an `<article>` of its own."""


def mark(pieces: Sequence[Piece]) -> frozenset[HtmlElement]:
    """Write into each piece what clutter it stands in; and those elements of it that are clutter for sure."""
    sizes = Counter(element for piece in pieces for element in _around(piece))
    headed, cards = set(_headed(pieces, sizes)), set(_cards(pieces, sizes))
    for piece in pieces:
        more = [element for element in _around(piece) if (element in headed or element in cards) and element not in piece.clutter]
        piece.clutter += tuple(more)
    named = {element for piece in pieces for element in piece.clutter}
    return frozenset(headed | {element for element in named if is_surely_clutter(element)})


def cut_away(pieces: Sequence[Piece], sure: frozenset[HtmlElement]) -> None:
    """Take clutter out of the page, so that no teaser is taken for the article; but nothing that may hold the article."""
    shown = [piece for piece in pieces if not piece.is_link and sure.isdisjoint(piece.clutter)]
    sizes: Counter[HtmlElement] = Counter()
    for piece in shown:
        for element in piece.clutter:
            sizes[element] += piece.size
    total = sum(piece.size for piece in shown)
    suspects = {element for element, size in sizes.items() if size <= TOO_MUCH * total and not _has_headline(element)}
    left = sum(piece.size for piece in shown if suspects.isdisjoint(piece.clutter))
    for element in sure | suspects if left > ENOUGH * total else sure:
        if element.getparent() is not None:
            element.drop_tree()


def _headed(pieces: Sequence[Piece], sizes: Counter[HtmlElement]) -> Iterator[HtmlElement]:
    """Elements that begin with a heading such as "Related" or "Read next", and small ones with a line "Advertisement"."""
    before: Piece | None = None
    for piece in pieces:
        parent = piece.element.getparent()
        if piece.is_label and parent is not None and (piece.kind is Kind.HEADING or sizes[parent] <= MOST_IN_CARD):
            begins = before is None or all(element is not parent for element in _around(before))
            if begins and parent.tag not in WHOLE and not _has_headline(parent):
                yield parent
        before = piece


def _cards(pieces: Sequence[Piece], sizes: Counter[HtmlElement]) -> Iterator[HtmlElement]:
    """Small elements with a heading that is a link to another page."""
    for piece in pieces:
        if piece.kind is not Kind.HEADING or piece.element.tag == "h1" or 2 * piece.linked < piece.size or not _leads_away(piece):
            continue
        small = list(
            takewhile(lambda element: sizes[element] <= MOST_IN_CARD and element.tag not in WHOLE - {"article"}, _around(piece))
        )
        if len(small) > 1 and not _has_headline(small[-1]):
            yield small[-1]


def _leads_away(piece: Piece) -> bool:
    """Whether the link of a heading leads to another page, not to a place in this one."""
    links = [*piece.element.iter("a"), *piece.element.iterancestors("a")]
    return any(link.get("href", "#").strip()[:1] != "#" for link in links)


def _around(piece: Piece) -> Iterator[HtmlElement]:
    yield piece.element
    yield from piece.element.iterancestors()


def _has_headline(element: HtmlElement) -> bool:
    return element.find(".//h1") is not None
