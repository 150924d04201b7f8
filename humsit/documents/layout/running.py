"""Running heads and feet and page numbers: lines that a page repeats from others, which belong to no sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from humsit.documents.layout.words import Piece, rows_of

Row: TypeAlias = list[Piece]

MARGIN = 0.12
"""Of a page's height, above and below: there running heads and feet stand."""
OUTERMOST = 5
"""Lines from the page's edge that are looked at."""
FEWEST_PAGES = 2
FROM_BODY = 0.5
"""Of a line's height: so far at least the body of a page stands from its head and foot."""
OFTEN = 0.3
"""Of all pages: a line on so many is a running one."""
SAME_HEIGHT = 6.0
"""Points: a running line stands at the same height on each page."""
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]?\d)")
PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page|p\.|pg\.?)?\s*(\d{1,4})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)


class _Edge(NamedTuple):
    """The lines in the upper or lower margin of a page, from the page's edge on, and the line behind them."""

    rows: list[Row]
    beyond: Row | None


class Margins(NamedTuple):
    """What of each page is a running head, and what a running foot: a list of lines a page."""

    heads: list[list[Row]]
    feet: list[list[Row]]


def margins(pages: Sequence[tuple[float, Sequence[Piece]]]) -> Margins:
    """For each page (height, pieces): the lines of its head and of its foot that run through the document."""
    edges = [_edges(height, pieces) for height, pieces in pages]
    shifts = _numbering(edges)
    keys = [[[_key(row, index, shifts) for row in side.rows] for side in sides] for index, sides in enumerate(edges)]
    counted = Counter(key for sides in keys for key in {key for side in sides for key in side})
    often = max(FEWEST_PAGES, OFTEN * sum(1 for _, pieces in pages if pieces))
    running = {key for key, pages_with_it in counted.items() if pages_with_it >= often}
    found = Margins([], [])
    for index, sides in enumerate(edges):
        for side, side_keys, kept in zip(sides, keys[index], found, strict=True):
            numbers = [_page_number(row) for row in side.rows]
            runs = [
                any((text, at + n) in running for n in (-1, 0, 1)) or (number is not None and number - index in shifts)
                for (text, at), number in zip(side_keys, numbers, strict=True)
            ]
            kept.append(side.rows[: _length(side, runs)])
    for foot in found.feet:
        foot.reverse()
    return found


def _length(side: _Edge, runs: list[bool]) -> int:
    """How many lines from the page's edge on are running ones: all of them are, and the body stands apart from them."""
    length = 0
    for number, is_running in enumerate(runs):
        if not is_running:
            break
        following = side.rows[number + 1] if number + 1 < len(side.rows) else side.beyond
        if following is None or _apart(side.rows[number], following):
            length = number + 1
    return length


def _apart(row: Row, other: Row) -> bool:
    distance = max(row[0].top, other[0].top) - min(row[0].bottom, other[0].bottom)
    return distance >= FROM_BODY * min(row[0].height, other[0].height)


def _numbering(edges: Sequence[tuple[_Edge, _Edge]]) -> set[int]:
    """How far the numbers on pages are ahead of their count: 1 where the first page is page 1.

    A number that follows the pages numbers them; one that is the same on all ("No. 4"), or grows otherwise, does not.
    """
    ahead: Counter[tuple[str, int, int]] = Counter()
    for index, sides in enumerate(edges):
        for row in (row for side in sides for row in side.rows):
            text = text_of(row)
            for place, number in enumerate(_NUMBER.findall(text)):
                ahead[_NUMBER.sub("#", text), place, int(number) - index] += 1
    return {1, *(shift for (_, _, shift), pages in ahead.items() if pages >= FEWEST_PAGES)}


def _page_number(row: Row) -> int | None:
    """The page that a line numbers; None for one that says anything else."""
    found = PAGE_NUMBER.fullmatch(text_of(row))
    return int(found[1]) if found else None


def _edges(height: float, pieces: Sequence[Piece]) -> tuple[_Edge, _Edge]:
    """Both margins of a page."""
    rows = rows_of(pieces)
    top = [row for row in rows[:OUTERMOST] if row[0].bottom <= MARGIN * height]
    bottom = [row for row in reversed(rows[-OUTERMOST:]) if row[0].top >= (1 - MARGIN) * height]
    return _Edge(top, next(iter(rows[len(top) :]), None)), _Edge(bottom, next(iter(rows[::-1][len(bottom) :]), None))


def _key(row: Row, index: int, shifts: set[int]) -> tuple[str, int]:
    """A line without the number of its page, and where it stands."""
    text = text_of(row)
    numbers = [found for found in _NUMBER.finditer(text) if int(found[0]) - index in shifts]
    if numbers:
        text = f"{text[: numbers[-1].start()]}#{text[numbers[-1].end() :]}"
    return text, round(row[0].middle / SAME_HEIGHT)


def text_of(row: Row) -> str:
    """What a line says."""
    return " ".join(piece.text for piece in row)


def said_once(edges: Sequence[list[Row]]) -> list[str]:
    """What the running lines of all pages say, each once, page numbers left out."""
    found: dict[str, str] = {}
    for edge in edges:
        for row in edge:
            told = [piece for piece in row if not PAGE_NUMBER.fullmatch(piece.text)]
            if told:
                found.setdefault(_NUMBER.sub("#", text_of(told)), text_of(told))
    return list(found.values())
