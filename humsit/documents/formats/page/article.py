"""Which pieces of a page are its article.

trafilatura tells the article's text apart from menus, advertisements and other stories. It lets go of headlines, first lines in
larger type, captions, tables that span rows, at times of a last paragraph; so its answer is looked up in the page itself, and
what stands in line with it there is kept with it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from humsit.documents.formats.page import tables
from humsit.documents.formats.page.clutter import is_clutter_line
from humsit.documents.formats.page.pieces import Kind, Piece, key_of, pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_IN_HEAD = 15
"""Pieces that may stand between a headline and the first paragraph."""
HELD = 0.8
"""The part of an article's letters that the element which holds the article holds."""
TOO_MUCH = 0.3
"""What holds a greater part of the article's letters is no clutter, whatever its class says."""
LITTLE, LITTLE_OF_PAGE = 600, 0.2
"""An article of fewer letters that is no greater part of what the page shows may be the wrong one: all of that is taken."""
SHORTEST_TITLE = 12
MOST_PIECES = 15_000
"""In a page of more pieces (no article has them) nothing is told apart but clutter: it would take minutes."""
MOST_COMPARED = 1_500
"""In a page of more pieces trafilatura is not asked to compare its answer with others': its time grows with their square."""
MOST_SPANNED = 50_000
"""Cells that the tables of a page may be drawn from, counted with all that they span."""
_INSIDE = frozenset("ul ol li dl blockquote figure".split())


def article_text(body: HtmlElement, titles: Sequence[str] = ()) -> str:
    """The article's paragraphs, parted by empty lines; where no article is found, all that is no clutter, at times "".

    `titles` are what the page says that its headline is.
    """
    all_pieces = pieces(body)
    told = _told_by_trafilatura(body, len(all_pieces)) if len(all_pieces) <= MOST_PIECES else Counter[str]()
    kept = _article(all_pieces, told, [key_of(title).lower() for title in titles])
    rest = [piece for piece in all_pieces if not piece.clutter and not piece.is_link and not _is_label(piece)]
    if _size(kept) < LITTLE and _size(kept) < LITTLE_OF_PAGE * _size(rest):
        kept = rest
    return "\n\n".join(_lines(kept))


def _told_by_trafilatura(body: HtmlElement, size: int) -> Counter[str]:
    """The keys of the lines that trafilatura takes for the article's; none where it finds no article or fails on the page."""
    if sum(tables.spanned(cell) for cell in body.iter("td", "th")) > MOST_SPANNED:
        return Counter()
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot extract is no message to an analyst
    page = body.getroottree().getroot()
    try:
        found = bare_extraction(page, include_comments=False, favor_precision=True, fast=size > MOST_COMPARED)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, LookupError):
        return Counter()  # it is not made for every broken page
    if found is None or isinstance(found, dict) or found.body is None:
        return Counter()
    keys: Counter[str] = Counter()
    line: list[str] = []
    for part in (*_texts(found.body), None):
        if part is not None:
            line.append(part)
        elif key := key_of("".join(line)):
            keys[key] += 1
            line = []
    return keys


def _texts(body: HtmlElement) -> Iterator[str | None]:
    """The words of an extracted article; None where a line ends."""
    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in ("hi", "ref", "del"):
            yield None
        if event == "start" and element.text:
            yield from _split(element.text)
        elif event == "end" and element.tail:
            yield from _split(element.tail)


def _split(text: str) -> Iterator[str | None]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield None
        yield line


def _article(all_pieces: list[Piece], told: Counter[str], titles: list[str]) -> list[Piece]:
    """The pieces of the article: those told, without clutter, and what stands in line with them."""
    kept = {number for number, piece in enumerate(all_pieces) if _is_told(piece, told)}
    if not kept:
        return []
    holder = _holder([all_pieces[number] for number in kept])
    kept = _without_repeats(all_pieces, kept, holder)
    total = sum(len(key) for number in kept for key in all_pieces[number].keys)
    held = Counter[int]()
    for number in kept:
        for element in all_pieces[number].clutter:
            held[id(element)] += sum(map(len, all_pieces[number].keys))

    def may_stay(piece: Piece) -> bool:
        in_clutter = any(held[id(element)] <= TOO_MUCH * total for element in piece.clutter)
        is_link = piece.is_link and piece.kind is not Kind.HEADING and piece.element.tag != "dd"
        return not in_clutter and not _is_label(piece) and not is_link

    staying = {number for number, piece in enumerate(all_pieces) if may_stay(piece)}
    kept &= staying
    if not kept:
        return []
    first, begins = _headline(all_pieces, kept, titles)
    kept |= staying.intersection(range(first, begins))
    kept |= _in_line(all_pieces, kept, staying, holder)
    return [all_pieces[number] for number in sorted(kept)]


def _is_told(piece: Piece, told: Counter[str]) -> bool:
    """Whether most of a piece's lines, or its whole, are among those told."""
    if piece.kind is Kind.TABLE:
        cells = [key_of(cell) for cell in piece.text.replace("\n", "|").split("|")]
        return 2 * sum(cell in told for cell in cells) > len(cells)
    if "".join(piece.keys) in told:
        return True
    return 2 * sum(len(key) for key in piece.keys if key in told) > sum(map(len, piece.keys))


def _holder(kept: list[Piece]) -> HtmlElement:
    """The innermost element that holds nearly all of the article."""
    sizes: dict[HtmlElement, int] = {}
    depths: dict[HtmlElement, int] = {}
    for piece in kept:
        chain = [piece.element, *piece.element.iterancestors()]
        for depth, element in enumerate(reversed(chain)):
            sizes[element] = sizes.get(element, 0) + sum(map(len, piece.keys))
            depths[element] = depth
    enough = HELD * sum(sum(map(len, piece.keys)) for piece in kept)
    return max((element for element, size in sizes.items() if size >= enough), key=depths.__getitem__)


def _without_repeats(all_pieces: list[Piece], kept: set[int], holder: HtmlElement) -> set[int]:
    """Without what stands elsewhere on the page too, such as a teaser with the article's first sentence."""
    inside = {number for number in kept if _is_in(all_pieces[number], holder)}
    told = {all_pieces[number].keys for number in inside}
    return inside | {number for number in kept - inside if all_pieces[number].keys not in told}


def _is_in(piece: Piece, holder: HtmlElement) -> bool:
    return piece.element is holder or any(element is holder for element in piece.element.iterancestors())


def _headline(all_pieces: list[Piece], kept: set[int], titles: list[str]) -> tuple[int, int]:
    """Where the headline stands above an article, and where its first paragraph; the same place twice where it has none."""
    first = min(kept)
    begins = min((number for number in kept if all_pieces[number].kind is not Kind.HEADING), default=first)
    tops = range(max(0, first - MOST_IN_HEAD), begins + 1)
    named = [number for number in tops if _is_title(all_pieces[number], titles)]
    largest = [number for number in tops if all_pieces[number].element.tag == "h1" and not all_pieces[number].clutter]
    return (min((named or largest or [first])[-1], begins), begins)


def _is_title(piece: Piece, titles: list[str]) -> bool:
    key = "".join(piece.keys).lower()
    return len(key) >= SHORTEST_TITLE and any(key in title for title in titles)


def _in_line(all_pieces: list[Piece], kept: set[int], staying: set[int], holder: HtmlElement) -> set[int]:
    """The article with what stands among or behind its pieces in the same elements, and headings with what they head."""
    homes = {_home(all_pieces[number]) for number in kept}
    first, last = min(kept), max(kept)
    more: set[int] = set()
    for number in range(first, len(all_pieces)):
        piece = all_pieces[number]
        if number > last and (_is_label(piece) or (piece.kind is Kind.HEADING and not piece.clutter)):
            break
        if number in kept or number not in staying or piece.kind is Kind.HEADING:
            continue
        among = number < last and piece.kind in (Kind.TABLE, Kind.CAPTION) and _is_in(piece, holder)
        if among or _home(piece) in homes:
            more.add(number)
    whole = kept | more
    following = len(all_pieces)
    for number in range(last, first, -1):
        piece = all_pieces[number]
        if number in staying and piece.kind is Kind.HEADING and following in whole and _is_in(piece, holder):
            whole.add(number)
        if number in staying:
            following = number
    return whole


def _home(piece: Piece) -> HtmlElement:
    """The element that a piece stands in, whatever list or quotation is around it."""
    element = piece.element
    while (parent := element.getparent()) is not None:
        if parent.tag not in _INSIDE:
            return parent
        element = parent
    return element


def _is_label(piece: Piece) -> bool:
    return len(piece.keys) == 1 and is_clutter_line(piece.text)


def _size(found: list[Piece]) -> int:
    return sum(len(key) for piece in found for key in piece.keys)


def _lines(found: list[Piece]) -> Iterator[str]:
    """The paragraphs: the items of a list stand together, a term with what is said of it on one line."""
    items: list[str] = []
    term: Piece | None = None
    for piece in found:
        if items and piece.kind is not Kind.ITEM:
            yield "\n".join(items)
            items = []
        if term is not None and piece.element.tag == "dd":
            yield f"{term.text.rstrip(' :')}: {piece.text}"
            term = None
            continue
        if term is not None:
            yield term.text
        term = piece if piece.kind is Kind.TERM else None
        if piece.kind is Kind.ITEM:
            items.append(f"- {piece.text}")
        elif term is None:
            yield piece.text
    yield from ["\n".join(items)] if items else []
    yield from [term.text] if term else []
