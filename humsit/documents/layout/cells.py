"""Rows of a table as the reader understands them: one head, then a name and its numbers a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

NUMBER = re.compile(
    r"[~<>≈+$€£(]*\d[\d.,\u00a0\u202f ]*\+?\s?(?:%|k|m|bn|million|billion|thousand)?[+)*¹²³⁴⁵⁶⁷⁸⁹]*", re.IGNORECASE
)
NO_NUMBER = frozenset("- – — n/a N/A NA .. … ? TBC tbc TBD".split())


def is_number(cell: str) -> bool:
    """Whether a cell holds a number, or the sign that there is none."""
    return cell in NO_NUMBER or NUMBER.fullmatch(cell) is not None


def has_digit(cell: str) -> bool:
    """Whether a cell holds any digit: what does is never written twice."""
    return any(map(str.isdecimal, cell))


def with_one_head(cells: list[list[str]]) -> list[list[str]]:
    """The rows with a head of several lines in one: what stands above the first number, column by column."""
    first = next((n for n, row in enumerate(cells) if any(is_number(cell) for cell in row[1:])), 0)
    if first < 2:
        return cells
    heads = [" ".join(filter(None, dict.fromkeys(row[n] for row in cells[:first]))) for n in range(len(cells[0]))]
    return [heads, *cells[first:]]


def headed(cells: list[list[str]]) -> list[list[str]]:
    """The rows with one head, below what stands over all columns; empty rows and columns left out."""
    filled = [row if len(set(row)) > 1 else [row[0], *[""] * (len(row) - 1)] for row in cells if any(row)]
    wanted = [column for column in range(len(filled[0]) if filled else 0) if any(row[column] for row in filled)]
    rows = [[row[column] for column in wanted] for row in filled]
    titles = next((n for n, row in enumerate(rows) if any(row[1:])), len(rows))
    body = rows[titles:]
    if not any(is_number(cell) for row in body for cell in row[1:]):
        return rows
    return [*rows[:titles], *with_one_head(body)]


def filled_down(cells: list[list[str]], goes_on: Sequence[bool]) -> None:
    """Give a name that stands beside several rows to each of them (`goes_on`: whose first cell is the one above)."""
    for number in range(1, len(cells)):
        above = cells[number - 1][0]
        if goes_on[number] and not cells[number][0] and not has_digit(above):
            cells[number][0] = above


def written(cells: list[list[str]]) -> Iterator[str]:
    """The rows as lines, their cells between pipes."""
    for row in cells:
        line = " | ".join(cell.replace("|", "/") for cell in row)
        yield re.sub(r"[\s|]+$", "", line)
