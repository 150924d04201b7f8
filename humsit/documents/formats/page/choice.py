"""The choice of an article's pieces: those that trafilatura names, without clutter, and what stands in line with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from humsit.documents.formats.page.pieces import Kind, Piece, key_of
from humsit.documents.formats.page.surroundings import TOO_MUCH

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_IN_HEAD = 15
"""Pieces that may stand between a headline and the first paragraph."""
HELD = 0.8
"""The part of an article's letters that the element which holds the article holds."""
SHORTEST_TITLE = 12
_INSIDE = frozenset("ul ol li dl dd blockquote figure".split())


class Choice:
    """Chooses among the pieces of one page."""

    def __init__(self, pieces: Sequence[Piece], told: Counter[str], titles: Sequence[str], sure: frozenset[HtmlElement]) -> None:
        """`told` are the keys of lines that trafilatura names, `sure` the elements that are clutter for sure."""
        self._pieces = pieces
        self._sure = sure
        self._titles = [key_of(title).lower() for title in titles]
        self._told = {number for number, piece in enumerate(pieces) if _is_told(piece, told)}
        self._holder = self._holding(self._told) if self._told else None
        self._kept = self._without_repeats()
        self._staying = self._without_clutter()
        self._kept &= self._staying

    def article(self) -> list[Piece]:
        """The article's pieces in their order; [] where none was told."""
        if not self._kept:
            return []
        headline = self._headline()
        if headline is not None and self._pieces[headline].kind is Kind.HEADING:
            self._kept = set(self._below(headline))
        self._add_head(headline)
        self._add_in_line()
        self._add_headings()
        return [self._pieces[number] for number in sorted(self._kept)]

    # -- what was told

    def _holding(self, numbers: set[int]) -> HtmlElement:
        """The innermost element that holds nearly all of the article."""
        sizes: Counter[HtmlElement] = Counter()
        depths: dict[HtmlElement, int] = {}
        for number in numbers:
            piece = self._pieces[number]
            for depth, element in enumerate(reversed([piece.element, *piece.element.iterancestors()])):
                sizes[element] += piece.size
                depths[element] = depth
        enough = HELD * self._size(numbers)
        return max((element for element, size in sizes.items() if size >= enough), key=depths.__getitem__)

    def _without_repeats(self) -> set[int]:
        """Without what stands elsewhere on the page too, such as a teaser with the article's first sentence."""
        inside = {number for number in self._told if self._is_held(number)}
        keys = {self._pieces[number].keys for number in inside}
        return inside | {number for number in self._told - inside if self._pieces[number].keys not in keys}

    def _without_clutter(self) -> set[int]:
        """All pieces that stand in no clutter: an element that holds much of what was told is none, whatever it is called."""
        held: Counter[HtmlElement] = Counter()
        for number in self._kept:
            for element in self._pieces[number].clutter:
                held[element] += self._pieces[number].size
        enough = TOO_MUCH * self._size(self._kept)
        unsure = {element for element in held if element not in self._sure}
        fine = {element for element in unsure if held[element] > enough}
        small = {
            number
            for number in self._kept
            if not fine.issuperset(clutter := self._pieces[number].clutter) and unsure.issuperset(clutter)
        }
        if self._size(small) > enough:  # a site that calls each of its paragraphs a "widget"
            fine = unsure
        return {
            number
            for number, piece in enumerate(self._pieces)
            if fine.issuperset(piece.clutter) and not piece.is_link and not piece.is_label
        }

    def _size(self, numbers: set[int]) -> int:
        return sum(self._pieces[number].size for number in numbers)

    def _is_held(self, number: int) -> bool:
        piece = self._pieces[number]
        return piece.element is self._holder or any(element is self._holder for element in piece.element.iterancestors())

    # -- the headline

    def _headline(self) -> int | None:
        """The heading below which the article stands: the last that says the page's title, else the first of the largest kind."""
        below, enough = 0, TOO_MUCH * self._size(self._kept)
        named: int | None = None
        largest: int | None = None
        for number in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[number]
            below += piece.size if number in self._kept else 0
            if number not in self._staying or below <= enough:
                continue
            if self._is_title(piece):
                named = number if named is None else named
            elif piece.element.tag == "h1":
                largest = number
        return largest if named is None else named

    def _is_title(self, piece: Piece) -> bool:
        key = "".join(piece.keys).lower()
        return len(key) >= SHORTEST_TITLE and any(key in title for title in self._titles)

    def _below(self, headline: int) -> Iterator[int]:
        """What was told below the headline, and in the same `<article>` where the headline stands in one."""
        home = _article_of(self._pieces[headline])
        for number in self._kept:
            around = list(_articles_of(self._pieces[number]))
            if number >= headline and (home is None or not around or home in around):
                yield number

    # -- what stands in line

    def _add_head(self, headline: int | None) -> None:
        """What stands between the headline, or the beginning of the `<article>`, and the first paragraph."""
        first = min(self._kept)
        begins = min((number for number in self._kept if self._pieces[number].kind is not Kind.HEADING), default=first)
        if headline is None:
            home = _article_of(self._pieces[begins])
            inside = (number for number, piece in enumerate(self._pieces) if home is not None and home in _articles_of(piece))
            headline = min(first, next(inside, first))
        if begins - headline <= MOST_IN_HEAD:
            first = headline
        self._kept |= self._staying.intersection(range(first, begins))

    def _add_in_line(self) -> None:
        """What stands among the article's pieces, or behind its last one, in the same elements as they."""
        homes = {_home(self._pieces[number]) for number in self._kept}
        first, last = min(self._kept), max(self._kept)
        for number in range(first, len(self._pieces)):
            piece = self._pieces[number]
            if number > last and (piece.is_label or (piece.kind is Kind.HEADING and not piece.clutter)):
                break
            if number not in self._staying or piece.kind is Kind.HEADING:
                continue
            if _home(piece) in homes or (piece.kind in (Kind.TABLE, Kind.CAPTION) and self._is_held(number)):
                self._kept.add(number)

    def _add_headings(self) -> None:
        """Headings with what they head."""
        first, following = min(self._kept), len(self._pieces)
        for number in sorted(self._staying, reverse=True):
            if number < first:
                break
            if self._pieces[number].kind is Kind.HEADING and following in self._kept and self._is_held(number):
                self._kept.add(number)
            following = number


def _is_told(piece: Piece, told: Counter[str]) -> bool:
    """Whether most of a piece's lines, or its whole, are among those told."""
    if piece.kind is Kind.TABLE:
        cells = [key_of(cell) for cell in piece.text.replace("\n", "|").split("|")]
        return 2 * sum(cell in told for cell in cells) > len(cells)
    return "".join(piece.keys) in told or 2 * sum(len(key) for key in piece.keys if key in told) > piece.size


def _articles_of(piece: Piece) -> Iterator[HtmlElement]:
    """The `<article>` elements around a piece, the innermost first."""
    if piece.element.tag == "article":
        yield piece.element
    yield from piece.element.iterancestors("article")


def _article_of(piece: Piece) -> HtmlElement | None:
    return next(_articles_of(piece), None)


def _home(piece: Piece) -> HtmlElement:
    """The element that a piece stands in, whatever list or quotation is around it."""
    element = piece.element
    while (parent := element.getparent()) is not None:
        if parent.tag not in _INSIDE:
            return parent
        element = parent
    return element
