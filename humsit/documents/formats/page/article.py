"""Which pieces of a page are its article.

trafilatura tells the article's text apart from menus, advertisements and other stories. It lets go of headlines, first lines in
larger type, captions, tables that span rows, at times of a last paragraph; so its answer is looked up in the page itself, and
what stands in line with it there is kept with it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from humsit.documents.formats.page import surroundings, tables
from humsit.documents.formats.page.choice import Choice
from humsit.documents.formats.page.pieces import Kind, Piece, key_of, pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LITTLE, LITTLE_OF_PAGE = 600, 0.2
"""An article of fewer letters that is no greater part of what the page shows may be the wrong one: all of that is taken."""
MOST_PIECES = 15_000
"""In a page of more pieces (no article has them) nothing is told apart but clutter: it would take minutes."""
MOST_COMPARED = 1_500
"""In a page of more pieces trafilatura is not asked to compare its answer with others': its time grows with their square."""
MOST_SPANNED = 50_000
"""Cells that the tables of a page may be drawn from, counted with all that they span."""


def article_text(body: HtmlElement, titles: Sequence[str] = ()) -> str:
    """The article's paragraphs, parted by empty lines; where no article is found, all that is no clutter, at times "".

    `titles` are what the page says that its headline is. The page is changed: clutter is taken out of it.
    """
    all_pieces = pieces(body)
    kept: list[Piece] = []
    if len(all_pieces) <= MOST_PIECES:
        sure = surroundings.mark(all_pieces)
        surroundings.cut_away(all_pieces, sure)
        told = _told_by_trafilatura(body, len(all_pieces))
        kept = Choice(all_pieces, told, titles, sure).article() if told else []
    rest = [piece for piece in all_pieces if not piece.clutter and not piece.is_link and not piece.is_label]
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


def _size(found: list[Piece]) -> int:
    return sum(piece.size for piece in found)


def _lines(found: list[Piece]) -> Iterator[str]:
    """The paragraphs: the items of a list stand together, a term with all that is said of it on one line."""
    for is_list, group in groupby(_with_terms(found), key=lambda line: line[0] is Kind.ITEM):
        texts = [text for _, text in group]
        if is_list:
            yield "\n".join(f"- {text}" for text in texts)
        else:
            yield from texts


def _with_terms(found: list[Piece]) -> Iterator[tuple[Kind, str]]:
    """The pieces as (kind, text); "Source" and what is said of it, "OCHA", as one: "Source: OCHA"."""
    term = ""
    for said, group in groupby(found, key=lambda piece: piece.said):
        pieces_of = list(group)
        if said is not None and term:
            yield Kind.TERM, f"{term}: {', '.join(piece.text for piece in pieces_of)}"
            term = ""
            continue
        for piece in pieces_of:
            if term:
                yield Kind.TERM, term
            term = piece.text.rstrip(" :") if piece.kind is Kind.TERM else ""
            if not term:
                yield piece.kind, piece.text
    if term:
        yield Kind.TERM, term
