"""Lines of pages to a text: paragraphs joined over line ends, columns and pages; each page's beginning kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from humsit.documents.layout.cells import written
from humsit.documents.layout.regions import Lines, regions
from humsit.documents.layout.words import MARK, Piece, Table

FARTHER = 1.3
"""Of the usual distance between lines: so far apart, a new paragraph begins."""
SAME_SIZE = 0.12
"""Of a line's height: lines of one paragraph differ by less."""
INDENT = 0.8
"""Of a line's height: a line that begins so far in begins a paragraph."""
SLACK = 0.5
"""Of a line's height: a word that would have fitted by less was not left off on purpose."""
FULL = 3
"""Spaces in a line of running text, the least: what has fewer is a heading or a label."""
SMALL_PRINT = 0.92
"""Of the body's height: notes at the foot of a page are smaller."""
_END = re.compile(r"[.!?…:][\"'”’)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Line(NamedTuple):
    """One line of a column: its words, box, first word's width, and the edges of its column; or a row of a table."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    first: float
    column: tuple[int, float, float]
    is_row: bool = False


@dataclass(slots=True)
class Paragraph:
    """Lines joined: `gap` is the break before it."""

    text: str
    gap: str
    first: Line
    last: Line
    """Its last line, which may go on in the next column or on the next page."""

    @property
    def is_open(self) -> bool:
        """Whether it ends amid a sentence."""
        return not self.last.is_row and not _END.search(self.text)


def lines_of(pieces: Sequence[Piece], gutters: Sequence[float] = ()) -> list[Line]:
    """The lines of a page in reading order; `gutters` as of `regions`."""
    lines: list[Line] = []
    for number, region in enumerate(regions(pieces, gutters)):
        if isinstance(region, Table):
            lines += _rows_of(region, number)
        else:
            lines += _lines_of(region, number)
    return lines


def _lines_of(region: Lines, number: int) -> Iterable[Line]:
    pieces = [piece for row in region.rows for piece in row if not piece.table]
    left, right = min((p.left for p in pieces), default=0.0), max((p.right for p in pieces), default=0.0)
    for row in region.rows:
        for piece in row:
            if piece.table:
                yield from _rows_of(piece.table, number)
        told = [piece for piece in row if not piece.table]
        if told:
            first = told[0].words[0]
            text = _in_one_line([piece.text for piece in told])
            height = max(piece.height for piece in told)
            width = first.right - first.left
            yield Line(text, told[0].left, told[-1].right, told[0].middle, height, width, (number, left, right))


def _in_one_line(texts: list[str]) -> str:
    """Pieces of one line; two numbers that stand apart never become one ("18   310")."""
    line = texts[0]
    for text in texts[1:]:
        line += (" | " if line[-1:].isdecimal() and text[:1].isdecimal() else " ") + text
    return line


def _rows_of(table: Table, number: int) -> Iterable[Line]:
    for row in written(table.cells):
        yield Line(row, 0, 0, 0, 0, 0, (number, 0, 0), is_row=True)


# -- paragraphs of a page --------------------------------------------------------------------------------------------------------


def paragraphs_of(lines: Sequence[Line], known: Counter[str]) -> list[Paragraph]:
    """The paragraphs of a page; `known` are the words of the whole document, which tell a broken word from a compound."""
    usual = _usual_distances(lines)
    found: list[Paragraph] = []
    for line in lines:
        gap = _gap(found[-1], line, usual.get(line.column[0], 0.0)) if found else ""
        if gap is None:
            found[-1].text = joined(found[-1].text, line.text, known)
            found[-1].last = line
        else:
            found.append(Paragraph(line.text, gap, line, line))
    return found


def _usual_distances(lines: Sequence[Line]) -> dict[int, float]:
    """How far apart the lines of each column usually are."""
    found: dict[int, list[float]] = {}
    for one, other in pairwise(lines):
        if one.column[0] == other.column[0] and not one.is_row and not other.is_row:
            found.setdefault(one.column[0], []).append(other.middle - one.middle)
    return {column: median_low(sorted(distances)[: max(1, (len(distances) + 1) * 2 // 3)]) for column, distances in found.items()}


def _gap(paragraph: Paragraph, line: Line, usual: float) -> str | None:
    """The break before a line; None where it goes on in the sentence of the paragraph before."""
    before = paragraph.last
    if line.is_row or before.is_row:
        return "\n" if line.is_row and before.is_row and line.column[0] == before.column[0] else "\n\n"
    if line.column[0] != before.column[0]:
        return None if _carries_over(paragraph, line) else "\n\n"
    height = max(before.height, line.height)
    if abs(before.height - line.height) > SAME_SIZE * height or line.middle - before.middle > FARTHER * max(usual, 0.9 * height):
        return "\n\n"
    if _is_item(line.text):
        return "\n"
    if line.left - before.left > INDENT * height and not _is_item(before.text) and _END.search(before.text):
        return "\n\n"
    if line.column[2] - before.right > line.first + SLACK * height and not (
        line.text[0].islower() and not _END.search(before.text)
    ):
        return "\n"
    return None


def _is_item(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return bool(rest) and MARK.fullmatch(first) is not None


def _carries_over(paragraph: Paragraph, line: Line) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    before = paragraph.last
    if before.is_row or line.is_row or _END.search(before.text) or _is_item(line.text):
        return False
    if abs(before.height - line.height) > SAME_SIZE * max(before.height, line.height):
        return False
    return line.text[0].islower() or before.text.endswith((",", "-")) or _is_full(paragraph, line)


def _is_full(paragraph: Paragraph, line: Line) -> bool:
    """Whether the first word of a line had no room on the line before; a line alone may be a heading."""
    before = paragraph.last
    room = before.column[2] - before.right
    return room < line.first + SLACK * before.height and _runs(before) and _runs(line) and paragraph.first is not before


def _runs(line: Line) -> bool:
    """Whether a line may be one of running text."""
    return line.text.count(" ") >= FULL


# -- pages to a text -------------------------------------------------------------------------------------------------------------


def text_of(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[int, ...]]:
    """(text, where in it each page begins)."""
    known = Counter(word.lower() for lines in pages for line in lines for word in _WORD.findall(line.text))
    body = _body_height(pages)
    text = ""
    starts: list[int] = []
    last: Paragraph | None = None
    for lines in pages:
        for number, paragraph in enumerate(_notes_first(paragraphs_of(lines, known), body)):
            carried = number == 0 and last is not None and _carries_over(last, paragraph.first)
            if carried:
                text = joined(text, paragraph.text, known)
            else:
                text += (("\n\n" if number == 0 else paragraph.gap) if text else "") + paragraph.text
            if number == 0:
                starts.append(len(text) - len(paragraph.text))
            last = paragraph
        if not lines:
            starts.append(-1)
    return text, _filled(starts, len(text))


def _filled(starts: list[int], end: int) -> tuple[int, ...]:
    """A page without text begins where the next one does."""
    filled: list[int] = []
    for start in reversed(starts):
        filled.append(start if start >= 0 else filled[-1] if filled else end)
    return tuple(reversed(filled))


def _body_height(pages: Sequence[Sequence[Line]]) -> float:
    heights = Counter[float]()
    for lines in pages:
        for line in lines:
            heights[round(line.height, 1)] += len(line.text) if not line.is_row else 0
    return heights.most_common(1)[0][0] if heights else 0.0


def _notes_first(paragraphs: list[Paragraph], body: float) -> list[Paragraph]:
    """Notes at a page's foot before a last paragraph that goes on on the next page, so that they do not part its sentence."""
    at = len(paragraphs)
    while at and not paragraphs[at - 1].last.is_row and paragraphs[at - 1].last.height < SMALL_PRINT * body:
        at -= 1
    if 1 < at < len(paragraphs) and paragraphs[at - 1].is_open and len(paragraphs[at - 1].text) > 60:
        notes = paragraphs[at:]
        notes[0].gap = paragraphs[at - 1].gap = "\n\n"
        return [*paragraphs[: at - 1], *notes, paragraphs[at - 1]]
    return paragraphs


def joined(text: str, rest: str, known: Counter[str]) -> str:
    """Two lines as one: a word that was broken between them is whole again, a compound keeps its hyphen."""
    if not text.endswith("-") or not rest:
        return f"{text} {rest}".strip()
    stem, tail = _BROKEN.search(text[-60:]), _WORD.match(rest)
    if stem is None or tail is None or not rest[0].islower():
        return f"{text} {rest}" if text.endswith(" -") else text + rest
    one, other = stem[1].lower(), tail[0].lower()
    compound = known[f"{one}-{other}"] > known[one + other] or (not known[one + other] and known[one] > 0 and known[other] > 1)
    return text + rest if compound else text[:-1] + rest
