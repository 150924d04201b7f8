"""Tables of a page as rows of text that the reader understands: "place | killed | injured", the head first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_CELL = 300
"""A cell of more characters is running text: the table only arranges the page."""
MOST_SPANNED = 100
"""A cell spans no more columns or rows than this, whatever it says."""
MOST_CELLS = 100_000
"""Of a larger table the first cells are kept as a table."""
EMPTY = "–"
"""What stands in a cell without text, so that every row has as many cells as its head."""

Row = list[str]


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data and does not merely arrange the page: rows of short cells, no tables or headings in them."""
    if next(table.iterdescendants("table", "h1", "h2", "h3", "form", "article", "section"), None) is not None:
        return False
    rows = list(_rows(table))
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    return all(len(text_of(cell)) <= LONGEST_CELL for cell in cells)


def text_of(element: HtmlElement) -> str:
    """The words of an element, a space for each break; no scripts."""
    parts: list[str] = []
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag not in ("script", "style", "template"):
            parts.append((" " if part.tag in ("br", "p", "div", "li") else "") + (part.text or ""))
        if part is not element:
            parts.append((" " if part.tag in ("p", "div", "li") else "") + (part.tail or ""))
    return " ".join("".join(parts).replace("|", "/").split())


def table_text(table: HtmlElement) -> list[str]:
    """The table as paragraphs: its caption, and its rows a line each under the head.

    Where a row spans the whole table (the name of a region) or holds no number, it is a paragraph of its own, and the head stands
    again above the rows that follow.
    """
    captions = [text_of(caption) for caption in table.iterchildren("caption")]
    head, body = _head_and_body(_grid(table), _heads(table))
    found = [caption for caption in captions if caption]
    run: list[Row] = []
    for row in [*body, []]:
        if row and _has_number(row[1:]):
            run.append(row)
            continue
        if run:
            found.append("\n".join(" | ".join(cells) for cells in ([head, *run] if head else run)))
            run = []
        if row:
            found.append(row[0] if len(set(row)) == 1 else " | ".join(row))
    if head and not body:
        found.append(" | ".join(head))
    return found


def spanned(cell: HtmlElement) -> int:
    """How many places of its table a cell takes."""
    return _spanned(cell, "rowspan") * _spanned(cell, "colspan")


def _rows(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    for row in table.iter("tr"):
        if cells := list(row.iterchildren("td", "th")):
            yield cells


def _heads(table: HtmlElement) -> int:
    """How many rows are the head: those of the `<thead>`, else those at the top that hold header cells only."""
    in_head = sum(1 for head in table.iterchildren("thead") for row in head.iterchildren("tr") if len(row))
    count = 0
    for cells in _rows(table):
        if any(cell.tag != "th" for cell in cells):
            break
        count += 1
    return in_head or count


def _grid(table: HtmlElement) -> list[Row]:
    """The cells' texts, as many in each row: what spans several rows or columns stands in each of them."""
    grid: list[Row] = []
    held: dict[int, tuple[int, str]] = {}  # column → (rows that a cell above still spans, its text)
    count = 0
    for cells in _rows(table):
        row: Row = []
        for cell in cells:
            _take_held(row, held)
            text = text_of(cell) or EMPTY
            rows, columns = _spanned(cell, "rowspan"), _spanned(cell, "colspan")
            for _ in range(columns):
                if rows > 1:
                    held[len(row)] = (rows - 1, text)
                row.append(text)
        _take_held(row, held)
        grid.append(row)
        count += len(row)
        if count > MOST_CELLS:
            break
    width = max(map(len, grid), default=0)
    return [row + [EMPTY] * (width - len(row)) for row in grid]


def _take_held(row: Row, held: dict[int, tuple[int, str]]) -> None:
    """Put the cells into a row that reach down into it at its end."""
    while len(row) in held:
        left, text = held.pop(len(row))
        if left > 1:
            held[len(row)] = (left - 1, text)
        row.append(text)


def _spanned(cell: HtmlElement, name: str) -> int:
    told = cell.get(name, "1").strip()
    return min(max(int(told), 1), MOST_SPANNED) if told.isascii() and told.isdecimal() and len(told) < 6 else 1


def _head_and_body(grid: list[Row], heads: int) -> tuple[Row, list[Row]]:
    """The head as one row, and the rows below; the first row is a head too where it holds words only and the next numbers."""
    if not heads and len(grid) > 1 and not _has_number(grid[0]) and _has_number(grid[1][1:]):
        heads = 1
    titles = [row for row in grid[:heads] if len(set(row)) == 1 and len(row) > 1]  # a title over the whole table
    rows = [row for row in grid[:heads] if row not in titles]
    head = [" ".join(dict.fromkeys(name for name in column if name != EMPTY)) or EMPTY for column in zip(*rows, strict=True)]
    return head, titles + grid[heads:]


def _has_number(cells: Row) -> bool:
    return any(letter.isdigit() for cell in cells for letter in cell)
