"""The reading order of a page: columns one after the other, tables as wholes, what runs across them where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from humsit.documents.layout.cells import is_number, with_one_head
from humsit.documents.layout.words import Piece, Table, Word, rows_of

FEWEST_LINES = 3
"""On either side of a gap that parts two columns."""
CERTAIN = 12
"""Lines on either side: with so many, columns are no accident."""
MOST_HEAD = 3
"""Lines of a table's head."""
SURE = 3
"""Columns: a line of words that stand over as many is their head, however far above."""
LONGEST_HEAD = 3
"""Words of a head's cell on one of its upper lines: more are a line of text above the table."""
NEAR_HEAD = 0.9
"""Of a line's height: so close the lines of a head stand to each other, and to the first row."""
WORD_SPACE = 0.4
"""Of a line's height: words of one cell stand closer."""
SHARED_EDGE = 4.0
"""Points: lines of a column begin under each other."""
FARTHEST_ROWS = 3.0
"""Of a line's height: farther apart, two rows are not of one table."""
LONGEST_LABEL = 8
"""Words in the first cell of a table's row: in most rows more are lines of text."""
NUMERIC = 0.6
"""Of the cells below its head: so many hold numbers where a column is one of numbers."""
MOST_HEADING = 2
"""Lines of a heading."""
FILLED = 0.75
"""Of its column's width: the middle line of running text is as wide."""

Rows = list[list[Piece]]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one column, from the top."""

    rows: Rows


def gutters_of(pages: Sequence[Sequence[Piece]]) -> tuple[float, ...]:
    """Where pages are parted in columns beyond doubt: on the others a few lines are enough to part them there too."""
    found: list[float] = []
    for pieces in pages:
        gutter = _gutter(pieces, ())
        if gutter is None or _parted(pieces, gutter) < CERTAIN:
            continue
        sides = ([p for p in pieces if p.right <= gutter], [p for p in pieces if p.left >= gutter])
        for place in (gutter, *(_gutter(side, ()) for side in sides)):
            if place is not None and all(abs(place - other) > SHARED_EDGE for other in found):
                found.append(place)
    return tuple(found)


def regions(pieces: Sequence[Piece], gutters: Sequence[float] = ()) -> Iterator[Lines | Table]:
    """The parts of a page in the order in which they are read; `gutters` part columns on other pages of the document."""
    rows = rows_of(pieces)
    if all(len(row) == 1 for row in rows):
        if rows:
            yield Lines(rows)
        return
    if found := _table(rows):
        start, end, table = found
        yield from regions([piece for row in rows[:start] for piece in row], gutters)
        yield table
        yield from regions([piece for row in rows[end:] for piece in row], gutters)
    elif (gutter := _gutter(pieces, gutters)) is not None:
        for band in _bands(pieces, gutter):
            yield from _beside(band, gutter, gutters)
    else:
        yield Lines(rows)


def _beside(band: list[Piece], gutter: float, gutters: Sequence[float]) -> Iterator[Lines | Table]:
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.left >= gutter]
    if len(left) + len(right) < len(band) or not left or not right:
        yield from regions(band, gutters) if len(left) + len(right) == len(band) else [Lines(rows_of(band))]
    else:
        yield from regions(left, gutters)
        yield from regions(right, gutters)


# -- columns ---------------------------------------------------------------------------------------------------------------------


def _gutter(pieces: Sequence[Piece], gutters: Sequence[float]) -> float | None:
    """Where the page is best parted in two columns of running text; None where it is not."""
    for gutter in gutters:
        if _parted(pieces, gutter, certain=True):
            return gutter
    edges = sorted(piece.left for piece in pieces)
    best: tuple[int, float] | None = None
    tried = -SHARED_EDGE
    for number, edge in enumerate(edges):
        if edge - tried < SHARED_EDGE / 4:
            continue  # as good as the one before
        shared = number + FEWEST_LINES - 1
        if shared < len(edges) and edges[shared] - edge <= SHARED_EDGE:
            tried = edge
            gutter = edge - 0.5
            score = _parted(pieces, gutter)
            if score >= FEWEST_LINES and (best is None or score > best[0]):
                best = (score, gutter)
    return None if best is None else best[1]


def _parted(pieces: Sequence[Piece], gutter: float, *, certain: bool = False) -> int:
    """How many lines a gap has on its shorter side, in all bands where nothing crosses it and (or it is certain) text runs."""
    score = 0
    for band in _bands(pieces, gutter):
        left = [piece for piece in band if piece.right <= gutter]
        right = [piece for piece in band if piece.left >= gutter]
        if left and right and (certain or _is_running(left) or _is_running(right)):
            score += min(len(left), len(right))
    return score


def _is_running(column: list[Piece]) -> bool:
    """Whether lines fill their column as running text does."""
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    words = median(len(piece.words) for piece in column)
    return len(column) >= FEWEST_LINES and words >= 3 and median(piece.right - piece.left for piece in column) >= FILLED * width


def _bands(pieces: Sequence[Piece], gutter: float) -> list[list[Piece]]:
    """The page from the top, cut wherever something crosses the gap; what crosses stands in bands of its own."""
    bands: list[list[Piece]] = []
    crossing_before: bool | None = None
    for piece in sorted(pieces, key=attrgetter("middle")):
        crosses = piece.left < gutter < piece.right
        if crosses != crossing_before:
            bands.append([])
        bands[-1].append(piece)
        crossing_before = crosses
    return [part for number, band in enumerate(bands) for part in _parted_band(band, gutter, is_last=number + 1 == len(bands))]


def _parted_band(band: list[Piece], gutter: float, *, is_last: bool) -> Iterator[list[Piece]]:
    """A band without the heading, at its left side's end, of what runs across both columns below it."""
    right = max((piece.bottom for piece in band if piece.left >= gutter), default=None)
    below = [piece for piece in band if right is not None and piece.top >= right]
    above = [piece for piece in band if piece not in below]
    apart = min((piece.top for piece in below), default=0.0) - max((piece.bottom for piece in above), default=0.0)
    if is_last or not above or not 0 < len(below) <= MOST_HEADING or apart < 0.5 * below[0].height:
        yield band
    else:
        yield above
        yield below


# -- tables without rules --------------------------------------------------------------------------------------------------------


def _table(rows: Rows) -> tuple[int, int, Table] | None:
    """The first run of rows that are a table drawn by position alone: (first row, row behind it, the table)."""
    start = 0
    while start < len(rows):
        if len(rows[start]) < 2 or any(piece.table for piece in rows[start]):
            start += 1
            continue
        end, columns = _run(rows, start)
        if figures := _key_figures(rows, start):
            return start, start + 2, figures
        table = _cells(rows[start:end], columns)
        if found := _with_head(rows, start, end, table):
            return found
        if _holds_numbers(table):
            return start, end, Table(with_one_head(table))
        start += 1
    return None


def _with_head(rows: Rows, start: int, end: int, table: list[list[str]]) -> tuple[int, int, Table] | None:
    """The table with the head that stands over its first row of numbers, also where that is one line or breaks in several."""
    first = next((start + n for n, row in enumerate(table) if any(is_number(cell) for cell in row[1:])), None)
    if first is None:
        return None
    last, columns = _run(rows, first)
    for lines in range(min(MOST_HEAD, first), 0, -1):
        head = _head_of(rows[first - lines : first + 1], columns)
        if head:
            cells = [head, *_cells(rows[first:last], columns)]
            return (first - lines, last, Table(cells)) if last >= end - 1 and _holds_numbers(cells) else None
    return None


def _head_of(rows: Rows, columns: list[tuple[float, float]]) -> list[str] | None:
    """The cells of a head of these rows but the last, which is the first of the body; None where they are not as many."""
    if any(piece.table for row in rows for piece in row):
        return None
    is_near = all(_apart(above, below) <= NEAR_HEAD * above[0].height for above, below in pairwise(rows))
    if not is_near and (len(rows) > 2 or len(columns) < SURE):
        return None
    if any(len(piece.words) > LONGEST_HEAD for row in rows[:-2] for piece in row):
        return None
    words = [(number, word) for number, row in enumerate(rows[:-1]) for piece in row for word in piece.words]
    cells: list[list[tuple[int, Word]]] = []
    edge = 0.0
    for number, word in sorted(words, key=lambda one: one[1].left):
        if cells and word.left - edge < WORD_SPACE * word.height:
            cells[-1].append((number, word))
        else:
            cells.append([(number, word)])
        edge = max(edge, word.right) if len(cells[-1]) > 1 else word.right
    if len(cells) != len(columns) or any(is_number(word.text) for _, word in words):
        return None
    boxes = [(min(word.left for _, word in cell), max(word.right for _, word in cell)) for cell in cells]
    if not is_near and not all(a < d and c < b for (a, b), (c, d) in zip(boxes, columns, strict=True)):
        return None
    return [" ".join(word.text for _, word in sorted(cell, key=lambda one: (one[0], one[1].left))) for cell in cells]


def _key_figures(rows: Rows, start: int) -> Table | None:
    """ "1,204   3,400" above "killed   injured", or below: each number with the label that stands over or under it."""
    pair = rows[start : start + 2]
    if len(pair) < 2 or len(pair[0]) != len(pair[1]):
        return None
    over, under = ([piece.text for piece in row] for row in pair)
    is_figures, is_labels = all(map(is_number, over)), all(map(is_number, under))
    stands = all(above.left < below.right and below.left < above.right for above, below in zip(*pair, strict=True))
    if not stands or is_figures == is_labels or _apart(*pair) > FARTHEST_ROWS / 2 * pair[1][0].height:
        return None
    if is_labels:  # labels over numbers
        goes_on = len(rows) > start + 2 and len(rows[start + 2]) == len(under) and is_number(rows[start + 2][-1].text)
        return None if goes_on else Table([[f"{label}: {number}"] for label, number in zip(over, under, strict=True)])
    return Table([[f"{number} {label}"] for number, label in zip(over, under, strict=True)])


def _run(rows: Rows, start: int) -> tuple[int, list[tuple[float, float]]]:
    """The row behind those whose cells stand under each other, and the columns that they make."""
    columns = [(piece.left, piece.right) for piece in rows[start]]
    end = start + 1
    while end < len(rows) and rows[end][0].top - rows[end - 1][0].bottom <= FARTHEST_ROWS * rows[end][0].height:
        wider = _widened(columns, rows[end])
        if wider is None or (len(rows[end]) == 1 and not _goes_on(rows[end - 1], rows[end][0])):
            break
        columns = wider
        end += 1
    apart = min((_apart(above, row) for above, row in pairwise(rows[start:end]) if len(row) > 1), default=0.0)
    last = max(number for number in range(start, end) if len(rows[number]) > 1) + 1
    while last < end and _apart(rows[last - 1], rows[last][0:1]) < 0.7 * apart:
        last += 1  # the rest of the last row's first cell stands closer to it than rows to each other
    return last, columns


def _apart(row: list[Piece], below: list[Piece]) -> float:
    return min(piece.top for piece in below) - max(piece.bottom for piece in row)


def _goes_on(row: list[Piece], piece: Piece) -> bool:
    """Whether a lone piece is the rest of a cell of the row above: close below it."""
    return _apart(row, [piece]) <= 0.4 * piece.height


def _widened(columns: list[tuple[float, float]], row: list[Piece]) -> list[tuple[float, float]] | None:
    """The columns with a further row in them; None where one of its cells stands in two columns or two in one."""
    found = list(columns)
    taken: set[int] = set()
    for piece in row:
        if piece.table:
            return None
        under = [n for n, (left, right) in enumerate(found) if piece.left < right and piece.right > left]
        if len(under) > 1 or (under and under[0] in taken):
            return None
        if not under:
            under = [len(found)]
            found.append((piece.left, piece.right))
        taken.add(under[0])
        left, right = found[under[0]]
        found[under[0]] = (min(left, piece.left), max(right, piece.right))
    return sorted(found) if len(found) > len(columns) else found


def _cells(rows: Rows, columns: list[tuple[float, float]]) -> list[list[str]]:
    cells: list[list[str]] = []
    for number, row in enumerate(rows):
        line = [""] * len(columns)
        for piece in row:
            at = next(n for n, (left, right) in enumerate(columns) if piece.left < right and piece.right > left)
            line[at] = piece.text
        if len(row) == 1 and number:
            cells[-1] = [f"{above} {rest}".strip() for above, rest in zip(cells[-1], line, strict=True)]
        else:
            cells.append(line)
    return cells


def _holds_numbers(cells: list[list[str]]) -> bool:
    if len(cells) < 2 or 3 * sum(len(row[0].split()) > LONGEST_LABEL for row in cells) > len(cells):
        return False
    body = cells[1:]
    for column in range(1, len(cells[0])):
        filled = [row[column] for row in body if row[column]]
        if len(filled) >= 2 and sum(map(is_number, filled)) >= NUMERIC * len(filled):
            return True
    return len(body) == 1 and all(is_number(cell) for cell in body[0][1:]) and not any(map(is_number, cells[0]))
