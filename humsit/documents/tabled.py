"""Tables drawn with pipes, tabs or spaces: their cells, and what heads each column, also over two lines.

1. "| Keta | 12 |"    2. "Houses | Houses" above "(full) | (partial)": "Houses (full)", "Houses (partial)"
"""

from __future__ import annotations

import re
from typing import NamedTuple

from humsit.documents.sentences import trimmed

Span = tuple[int, int]

FEWEST_ROWS = 3  # lines of a table drawn with spaces, its head among them
FEWEST_PIPED_ROWS = 2
MOST_HEAD_LINES = 3
FEWEST_COLUMNS = 3  # of a table whose head is more than one line
FARTHEST_HEAD = 3  # characters between a column and a head that spans it without standing right above

GAP = re.compile(r"\s*\|\s*|\t+| {2,}")
_LED = re.compile(r"\s*\|\s*|\t+| {2,}|[ \t]?(?:\.{4,}|(?<= )\.{3}(?= )|(?:\. ){3,}|(?:… ?){2,}|_{4,})[ \t]?")
_LEADERS = ("...", ". . .", "……", "… …", "____")
_HAS_DIGIT = re.compile(r"\d")
_LED_VALUE = re.compile(r"[~<>≈]?\s?(?:[A-Z]{2,4}\b|[A-Z]{0,2}[$€£])?\s?\d")
_SURE_LEADERS = ("....", ". . .", "____")
LONGEST_LABEL = 60
LONGEST_LED_VALUE = 80
_VALUE = re.compile(r"[~<>≈$€£]?\s?\d[\d.,\u00a0\u202f/ ]*[%+*]?|[-–—]|[Nn]il|[Nn]one|[Nn]/?[Aa]|")
_RULE = frozenset("-=:+|_ \t")


class Table(NamedTuple):
    """A table: what heads each column, the heads' own spans, its rows from left to right, and how many lines it is long."""

    columns: list[str]
    heads: list[Span]
    rows: list[list[Span]]
    lines: int


def cells(text: str, start: int, end: int, *, is_bordered: bool = True) -> list[Span]:
    """The cells of one line, cut at pipes, tabs or wide gaps; empty ones left out only at the line's ends.

    Where no border is drawn, a pipe at the line's begin has an empty cell before it.
    """
    found, begin = [], start
    line = text[start:end]
    gaps = _LED if any(leader in line for leader in _LEADERS) else GAP
    for gap in gaps.finditer(text, start, end):
        found.append(trimmed(text, begin, gap.start()))
        begin = gap.end()
    found.append(trimmed(text, begin, end))
    while is_bordered and found and found[0][0] >= found[0][1]:
        found.pop(0)
    while found and found[-1][0] >= found[-1][1]:
        found.pop()
    return found


def led_rows(text: str, lines: list[Span], at: int) -> list[tuple[Span, Span]]:
    """The lines from one on that lead by dots from a label to what is said of it: "Dead ..... 9 confirmed; 2 for validation"."""
    found: list[tuple[Span, Span]] = []
    for line in lines[at:]:
        said = text[slice(*line)]
        if not any(leader in said for leader in _LEADERS) or len(row := cells(text, *line)) != 2:
            break
        (a, b), (c, d) = row
        if b - a > LONGEST_LABEL or d - c > LONGEST_LED_VALUE or not _LED_VALUE.match(text, c, d) or text[b - 1] in ".!?":
            break
        found.append(((a, b), (c, d)))
    is_sure = len(found) > 1 or (found and any(leader in text[slice(*lines[at])] for leader in _SURE_LEADERS))
    return found if is_sure else []


def is_far(text: str, lines: list[Span], at: int) -> bool:
    """Whether an empty line stands between a line and the next."""
    return text[lines[at][1] : lines[at + 1][0]].count("\n") > 1


def is_table(text: str, rows: list[list[Span]], first_line: Span) -> bool:
    """Whether rows are a table: numbers below a head without any."""
    body = [row for row in rows[1:] if row]
    piped = "|" in text[first_line[0] : first_line[1]]
    if len(body) + 1 < (FEWEST_PIPED_ROWS if piped else FEWEST_ROWS):
        return False
    head_is_words = not any(_HAS_DIGIT.search(text[a:b]) for a, b in rows[0][1:])
    with_numbers = sum(any(_HAS_DIGIT.search(text[a:b]) for a, b in row[1:]) for row in body)
    enough = len(body) // 2 + 1 if piped else len(body)  # in a piped table a row may say that there is no figure
    return head_is_words and with_numbers >= enough


def rows_at(text: str, lines: list[Span], at: int) -> list[list[Span]]:
    """The lines from one on that have as many cells as it, up to an empty line; a rule between head and body has none.

    Of cells between pipes, the last ones of a row may be left out where they are empty.
    """
    first = cells(text, *lines[at])
    rows: list[list[Span]] = []
    if len(first) < 2:
        return rows
    for number, line in enumerate(lines[at:], start=at):
        if number > at and is_far(text, lines, number - 1):
            break
        row = cells(text, *line)
        if all(set(text[a:b]) <= set("-=:+ ") for a, b in row) and rows:
            row = []
        elif len(row) != len(first) and not (1 < len(row) < len(first) and "|" in text[slice(*line)]):
            break
        rows.append(row)
    return rows


def table_at(text: str, lines: list[Span], at: int) -> Table | None:
    """The table whose head is more than one line and begins with line `at`; None where none does."""
    head: list[list[Span]] = []
    below = at
    while below < len(lines) and len(head) <= MOST_HEAD_LINES and not (below > at and is_far(text, lines, below - 1)):
        if not _RULE.issuperset(text[slice(*lines[below])]):
            row = cells(text, *lines[below], is_bordered=_is_bordered(text, lines, below))
            if _is_row(text, row):
                break
            if len(row) < 2 or not _may_head(text, row):
                return None
            head.append(row)
        below += 1
    if not 1 < len(head) <= MOST_HEAD_LINES:
        return None
    rows = _body(text, lines, below)
    if len(rows) < FEWEST_PIPED_ROWS or len(rows[0]) < FEWEST_COLUMNS:
        return None
    columns = _by_number(text, head, len(rows[0])) if _is_piped(text, lines[at]) else _by_position(text, head, rows)
    if not all(columns[1:]):
        return None
    return Table(columns, [span for line in head for span in line if span[0] < span[1]], rows, below - at + len(rows))


def _body(text: str, lines: list[Span], at: int) -> list[list[Span]]:
    """The rows of numbers from one line on; all have as many cells, or between pipes fewer where the last are empty."""
    rows: list[list[Span]] = []
    for number in range(at, len(lines)):
        if number > at and is_far(text, lines, number - 1):
            break
        row = cells(text, *lines[number])
        fits = not rows or len(row) == len(rows[0]) or (_is_piped(text, lines[number]) and len(row) < len(rows[0]))
        if not (fits and _is_row(text, row)):
            break
        rows.append(row)
    return rows


def _is_row(text: str, row: list[Span]) -> bool:
    """Whether cells are a name and numbers."""
    if len(row) < 2 or _VALUE.fullmatch(text, *row[0]):
        return False
    numbers = sum(bool(_VALUE.fullmatch(text, *cell)) for cell in row[1:])
    return numbers > len(row[1:]) / 2 and any(_HAS_DIGIT.search(text, *cell) for cell in row[1:])


def _may_head(text: str, row: list[Span]) -> bool:
    return not any(text[a].isdecimal() for a, b in row if a < b)


def _is_piped(text: str, line: Span) -> bool:
    return "|" in text[slice(*line)]


def _is_bordered(text: str, lines: list[Span], at: int) -> bool:
    """Whether a pipe at a line's begin is the table's border, as the lines beside it begin with one too."""
    if text[lines[at][0]] != "|":
        return True
    beside = [text[slice(*line)] for line in lines[max(0, at - 1) : at + 2]]
    return all(line[0] == "|" for line in beside if "|" in line)


def _by_number(text: str, head: list[list[Span]], count: int) -> list[str]:
    """The heads of columns between pipes; one that spans several stands in the first of them."""
    columns = [""] * count
    for line in head:
        spans = line is not head[-1] and sum(a < b for a, b in line) < len(head[-1]) - 1
        last = ""
        for n in range(count):
            a, b = line[n] if n < len(line) else (0, 0)
            last = text[a:b] or (last if spans and n else "")
            columns[n] = f"{columns[n]} {last}".strip()
    return columns


def _by_position(text: str, head: list[list[Span]], rows: list[list[Span]]) -> list[str]:
    """The heads of columns between spaces: what stands above a column, or next to it, where it spans more than one."""
    extents = [_extent(text, [row[n] for row in rows]) for n in range(len(rows[0]))]
    columns = [""] * len(extents)
    for line in reversed(head):
        placed = [_extent(text, [cell]) for cell in line]
        words = [text[a:b] for a, b in line]
        for n, (left, right) in enumerate(extents):
            reach = 0 if n == 0 or line is head[-1] else FARTHEST_HEAD
            gaps = [max(a - right, left - b) for a, b in placed]
            nearest = next((at for at, gap in enumerate(gaps) if gap <= 0), -1)
            if nearest < 0:
                nearest = next((at for at, gap in enumerate(gaps) if gap <= reach), -1)
            if nearest >= 0:
                columns[n] = f"{words[nearest]} {columns[n]}".strip()
                a, b = placed[nearest]
                extents[n] = (min(left, a), max(right, b)) if line is head[-1] else (left, right)
    return columns


def _extent(text: str, spans: list[Span]) -> Span:
    """From where to where cells stand in their lines."""
    begins = [text.rfind("\n", 0, a) + 1 for a, _ in spans]
    lefts = [a - begin for (a, _), begin in zip(spans, begins, strict=True)]
    return min(lefts), max(left + b - a for left, (a, b) in zip(lefts, spans, strict=True))
