"""Tables with ruled cells: which words stand in which cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from humsit.documents.layout.cells import filled_down, has_digit, headed, is_number
from humsit.documents.layout.words import Piece, Table, Word, pieces_of, rows_of

STRAIGHT = 1.0
"""Points that a line may lean and still be level."""
SHORTEST = 4.0
"""Points: shorter lines are dots, ticks and letters that were drawn."""
SAME = 3.0
"""Points: lines as close are one (both edges of a drawn border)."""
ROW_BELOW = 1.5
"""Of a line's height: so far below a table its next row stands at most."""
MOST_CELLS = 20_000
"""Of one table: more are a grid that was drawn for other reasons."""


class Rule(NamedTuple):
    """A level line (from left to right at a height) or an upright one (from top to bottom at a place)."""

    is_level: bool
    at: float
    start: float
    end: float

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> Iterator[Self]:
        """The line between two points, if it is level or upright and long enough."""
        (a, b), (c, d) = one, other
        if abs(b - d) <= STRAIGHT and abs(a - c) >= SHORTEST:
            yield cls(True, (b + d) / 2, min(a, c), max(a, c))
        elif abs(a - c) <= STRAIGHT and abs(b - d) >= SHORTEST:
            yield cls(False, (a + c) / 2, min(b, d), max(b, d))

    def crosses(self, other: Rule) -> bool:
        """Whether it meets a line of the other direction."""
        return self.start - SAME <= other.at <= self.end + SAME and other.start - SAME <= self.at <= other.end + SAME


def ruled_tables(rules: Sequence[Rule], words: Sequence[Word]) -> tuple[list[Piece], list[Word]]:
    """The tables whose cells are drawn with lines, each as one piece of the page, and the words that stand in none."""
    tables: list[Piece] = []
    left = list(words)
    for group in _connected(_merged(rules)):
        found = _grid(group)
        if found is None:
            continue
        columns, rows = found
        inside = [word for word in left if _within(word, columns, rows)]
        table = _table(group, columns, rows, inside)
        if table is not None:
            tables.append(Piece([Word("", columns[0], rows[0], columns[-1], rows[-1])], table))
            taken = set(map(id, inside))
            left = [word for word in left if id(word) not in taken]
    return tables, left


def with_rows_below(tables: Sequence[Piece], pieces: Sequence[Piece]) -> list[Piece]:
    """All pieces; lines right below a table that stand in its columns and hold numbers are its rows.

    Where every other row of a table is shaded, only those that are have lines.
    """
    left = list(pieces)
    for found in tables:
        assert found.table is not None
        columns = found.table.columns
        for row in rows_of([piece for piece in left if piece.top >= found.bottom - SAME]):
            cells = _in_columns(row, columns)
            near = row[0].top - found.bottom <= ROW_BELOW * row[0].height
            if cells is None or not near or not any(is_number(cell) for cell in cells[1:]):
                break
            if len(found.table.cells[0]) != len(cells):
                break
            found.table.cells.append(cells)
            found.bottom = max(piece.bottom for piece in row)
            left = [piece for piece in left if not any(piece is taken for taken in row)]
    return [*tables, *left]


def _in_columns(row: Sequence[Piece], columns: Sequence[float]) -> list[str] | None:
    """The cells that a line makes in a table's columns; None where it does not fit them."""
    cells = [""] * (len(columns) - 1)
    for piece in row:
        column = _slot(list(columns), (piece.left + piece.right) / 2)
        inside = columns[column] - SAME <= piece.left and piece.right <= columns[column + 1] + SAME
        if not inside or cells[column]:
            return None
        cells[column] = piece.text
    return cells if sum(map(bool, cells)) > 1 else None


def _within(word: Word, columns: list[float], rows: list[float]) -> bool:
    return columns[0] - SAME <= (word.left + word.right) / 2 <= columns[-1] + SAME and rows[0] <= word.middle <= rows[-1]


# -- lines to grids --------------------------------------------------------------------------------------------------------------


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Lines that go on in each other, or lie on each other, as one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.is_level, round(rule.at / SAME), rule.start)):
        last = merged[-1] if merged else None
        if last and last.is_level == rule.is_level and abs(last.at - rule.at) <= SAME and rule.start <= last.end + SAME:
            merged[-1] = Rule(last.is_level, last.at, last.start, max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Lines that meet, also by way of others."""
    level, upright = ([rule for rule in rules if rule.is_level is wanted] for wanted in (True, False))
    groups: list[list[Rule]] = []
    for rule in level:
        meeting = [other for other in upright if rule.crosses(other)]
        joined = [rule, *(other for other in meeting if not any(other in group for group in groups))]
        for group in [group for group in groups if any(other in group for other in meeting)]:
            groups.remove(group)
            joined = group + joined
        if len(joined) > 1:
            groups.append(joined)
    return groups


def _grid(group: list[Rule]) -> tuple[list[float], list[float]] | None:
    """Where columns and rows part; None where lines make no table of two rows and two columns."""
    columns = _places(rule.at for rule in group if not rule.is_level)
    rows = _places(rule.at for rule in group if rule.is_level)
    if len(columns) < 3 or len(rows) < 3 or len(columns) * len(rows) > MOST_CELLS:
        return None
    return columns, rows


def _places(at: Iterator[float]) -> list[float]:
    places: list[float] = []
    for place in sorted(at):
        if not places or place - places[-1] > SAME:
            places.append(place)
    return places


# -- words to cells --------------------------------------------------------------------------------------------------------------


def _table(group: list[Rule], columns: list[float], rows: list[float], words: list[Word]) -> Table | None:
    upright = [rule for rule in group if not rule.is_level]
    level = [rule for rule in group if rule.is_level]
    above = [_first_rows((left + right) / 2, rows, level) for left, right in pairwise(columns)]
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        column = _slot(columns, (word.left + word.right) / 2)
        held.setdefault((above[column][_slot(rows, word.middle)], column), []).append(word)
    cells: list[list[str]] = []
    for row, (top, bottom) in enumerate(pairwise(rows)):
        line = [""] * (len(columns) - 1)
        for first, end in _spans(columns, (top + bottom) / 2, upright):
            text = cell_text([word for column in range(first, end) for word in held.get((row, column), [])])
            line[first] = text
            if end - first > 1 and not has_digit(text):
                line[first:end] = [text] * (end - first)  # a head over several columns is each one's
        cells.append(line)
    filled_down(cells, [above[0][row] < row for row in range(len(cells))])
    table = headed(cells)
    return Table(table, tuple(columns)) if len(table) > 1 and len(table[0]) > 1 else None


def _first_rows(middle: float, rows: list[float], level: list[Rule]) -> list[int]:
    """For each row, the first row of the cell that it belongs to in one column: rows with no line between them are one cell."""
    first = [0]
    for row, at in enumerate(rows[1:-1], start=1):
        is_parted = any(abs(rule.at - at) <= SAME and rule.start <= middle <= rule.end for rule in level)
        first.append(row if is_parted else first[-1])
    return first


def _slot(places: list[float], at: float) -> int:
    for number, place in enumerate(places[1:]):
        if at < place:
            return number
    return len(places) - 2


def _spans(columns: list[float], middle: float, upright: list[Rule]) -> Iterator[tuple[int, int]]:
    """(first column, column behind) of each cell of a row: columns with no line between them are one cell."""
    first = 0
    for column in range(1, len(columns)):
        is_parted = any(abs(rule.at - columns[column]) <= SAME and rule.start <= middle <= rule.end for rule in upright)
        if is_parted or column == len(columns) - 1:
            yield first, column
            first = column


def cell_text(words: Sequence[Word]) -> str:
    """The words of a cell, line by line."""
    return " ".join(piece.text for row in rows_of(pieces_of(words)) for piece in row)
