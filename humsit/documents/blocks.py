"""The parts a report is laid out in.

Paragraphs, bullets, headings, key-figure cells, table cells; offsets point into the text.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from humsit.documents.listed import Entry, chips, entries, legend
from humsit.documents.sentences import trimmed
from humsit.documents.tabled import FEWEST_PIPED_ROWS, GAP, Table, cells, is_far, is_table, led_rows, rows_at, table_at

_BULLET = re.compile(
    r"(?:[-•*–—·‣◦▪●■◼➢✓✔►▶▸▹▫○◆◇❖⁃∙»›>→➤➔⦁🔹🔸🔴🔵📍✅☑~+o]\ufe0f?|\([-–—+*•]\)|\[[a-z +x-]\]"
    r"|\(?(?:[a-z\d]{1,2}|[ivx]{1,5})[.)])\s+"
    r"|(?:\d{1,2}\.){1,3}\d{1,2}\.?\s+(?=[A-Z\"“])"
)
_POINT = re.compile(r"\(?(?:[a-z\d]{1,2}|[ivx]{1,5})[.)]\s")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NUMBER_LINE = re.compile(
    r"[~<>≈+$€£ A-Z]{0,6}\d[\d.,\u00a0\u202f ]*\+?\s?(?:%|k|K|m|M|bn|million|billion|thousand|Million|Billion)?\+?$"
)
_ROW_VALUE = re.compile(r"[~<>≈]?\s?\d[\d.,\u00a0\u202f]*[^\d!?]{0,30}|[-–—]|nil|none|n/a")
_ASIDE = re.compile(r"\([^()]{0,60}\)|\bas (?:of|at) [^:]{0,40}", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\d{1,2})?"
_DATE = re.compile(rf"\b(?:{_DAY} )?{_MONTH}(?: {_DAY}\b)?(?:,? \d{{4}})?|\b(?:19|20)\d\d\b")
_NUMBERED_NAME = re.compile(
    r"\b(?:Camp|Zone|Block|Site|Sector|Phase|Ward|District|Area|Table|Annex|Figure|Part|Level|Route|Week|Day|Round) \d{1,3}\b"
)
_OF_AGE = re.compile(
    r"\b(?:under|over|aged?|below|above)[ -]\d{1,2}(?:\s?[-–]\s?\d{1,2})?\b|\b\d{1,2}\s?[-–]\s?\d{1,2} (?:years|months)"
    r"|\bU\d{1,2}s?\b|\bIPC ?\d"
)
_HAS_DIGIT = re.compile(r"\d")
WRAPPED_AT = 60  # a line shorter than this was not broken for its length
COLUMN_AT = 30  # nor, where numbers follow, a shorter one for a column's width: "killed 12 / injured 30"
LONGEST_HEADING = 90
LONGEST_HEADING_WORDS = 8
LONGEST_LABEL = 60
MOST_TRIED_AGAIN = 50


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    HEADING = "heading"
    CELL = "cell"


class Block(NamedTuple):
    """One part of a report.

    Its kind, its span, the heading it stands under; of a table's cell the heads of its row and column.
    """

    kind: BlockKind
    start: int
    end: int
    heading: str = ""
    row: str = ""
    column: str = ""


Span = tuple[int, int]


def blocks(text: str) -> list[Block]:
    """The parts of a text in their order; together they hold every word of it."""
    lines = _rejoined(text, [span for line in _LINE.finditer(text) if (span := trimmed(text, *line.span()))[0] < span[1]])
    found: list[Block] = []
    heading = ""
    at = tried = 0
    while at < len(lines):
        if stacked := table_at(text, lines, at):
            found += _blocks_of(text, stacked, heading)
            at += stacked.lines
            continue
        table = rows_at(text, lines, at) if at >= tried else []
        if len(table) > MOST_TRIED_AGAIN:
            tried = at + len(table)  # long columns without a head are not looked at again from each of their lines
        if is_table(text, table, lines[at]):
            found += _table_blocks(text, table, heading)
            at += len(table)
            continue
        pairs = led_rows(text, lines, at) or _headless(text, table, lines[at])
        if pairs:
            found += _row_blocks(text, [Entry(label, [value]) for label, value in pairs], [""], heading)
            at += len(pairs)
            continue
        paired = _pairs(text, lines, at)
        if paired:
            found += [Block(BlockKind.CELL, start, end, heading) for start, end in paired]
            at += 2 * len(paired)
            continue
        above = lines[max(0, at - 1) : at]
        start, end, at = _whole_paragraph(text, lines, at)
        parts = _parts(text, start, end, heading)
        below = lines[at : at + 1]
        if parts and below and _heads_lines(text, start, parts[0], above + below):
            parts = [Block(BlockKind.HEADING, parts[0].start, end)]
        if parts and (parts[0].kind is BlockKind.HEADING or _asks_of_lines(text, parts[0], below)):
            heading = text[parts[0].start : end]
        found += parts
        columns = legend(text, (start, end)) if at < len(lines) else []
        if columns and (listed := entries(text, lines, at, len(columns))):
            found += _row_blocks(text, listed, columns, heading)
            at += len(listed)
    return found


def _parts(text: str, start: int, end: int, heading: str) -> list[Block]:
    """What one paragraph is: cells between pipes, a bullet, a heading, or running text."""
    line = text[start:end]
    if "|" in line:
        return [Block(BlockKind.CELL, a, b, heading) for a, b in _joined(text, cells(text, start, end))]
    if set_apart := chips(text, start, end):
        return [Block(BlockKind.CELL, a, b, heading) for a, b in set_apart]
    if bullet := _BULLET.match(line):
        return [Block(BlockKind.BULLET, start + bullet.end(), end, heading)]
    if _is_heading(line):
        return [Block(BlockKind.HEADING, start, end)]
    return [Block(BlockKind.PARAGRAPH, start, end, heading)]


def _heads_lines(text: str, start: int, block: Block, around: list[Span]) -> bool:
    """ "c. Damaged houses" above "Totally: 8,931", "2. Losses in Camp 11": a numbered line with no numbered one beside it."""
    is_short = block.end - block.start <= LONGEST_HEADING
    if block.kind is not BlockKind.BULLET or not is_short or not text[start : block.start].strip(" (.)\t").isalnum():
        return False
    is_point = any(_POINT.match(text, *line) for line in around)
    return bool(around) and not is_point and _is_heading(_bare(text[block.start : block.end]))


def _bare(line: str) -> str:
    """A line without its dates and the numbers that are names: "Losses in Camp 11, 3 May"."""
    return _NUMBERED_NAME.sub("", _DATE.sub("", line))


def _asks_of_lines(text: str, block: Block, following: list[Span]) -> bool:
    """ "WHERE DID THEY GO?", "Running total since 1 January": a heading but for its mark or its date, above lines of a list."""
    if block.kind is not BlockKind.PARAGRAPH or not following or block.end - block.start > LONGEST_HEADING:
        return False
    line = text[slice(*following[0])]
    is_entry = _HAS_DIGIT.search(line) and len(line) <= LONGEST_LABEL and not _SENTENCE_END.search(line)
    asked = text[block.start : block.end]
    is_head = _is_heading(_bare(asked).rstrip("? ")) and ":" not in asked[:-1]
    return is_head and bool(is_entry or _BULLET.match(line))


def _joined(text: str, cells: list[Span]) -> list[Span]:
    """ "921,000 | in need", "Deaths | 12": the two cells of a line are one where one is a number, the other its label."""
    if len(cells) != 2:
        return cells
    (a, b), (c, d) = cells
    first, second = _NUMBER_LINE.fullmatch(text[a:b]), _NUMBER_LINE.fullmatch(text[c:d])
    is_pair = b > a and d > c and (first is None) != (second is None)
    return [(a, d)] if is_pair else cells


# -- paragraphs ------------------------------------------------------------------------------------------------------------------


def _whole_paragraph(text: str, lines: list[Span], at: int) -> tuple[int, int, int]:
    """Lines put together again that were broken only because they were full; and the line behind them."""
    start, end = lines[at]
    at += 1
    while at < len(lines) and _continues(text, end, lines[at - 1], lines[at][0]):
        end = lines[at][1]
        at += 1
    return start, end, at


def _continues(text: str, end: int, line: Span, start: int) -> bool:
    gap = text[end:start]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or line[1] - line[0] < WRAPPED_AT:
        return False
    goes_on = text[start].isdecimal() and not text[line[0]].isdecimal()  # lines that each begin with a number are a list
    return (text[start].islower() or text[line[1] - 1] in ",;-" or goes_on) and not _BULLET.match(text, start)


def _rejoined(text: str, lines: list[Span]) -> list[Span]:
    """The lines, with those put together that a narrow column or a full line broke: "400 people lost / their homes"."""
    whole: list[Span] = []
    last = (0, 0)
    for line, width in zip(lines, _widths(text, lines), strict=True):
        if whole and ((text[line[0]].islower() and _goes_on(text, last, line)) or _was_full(text, last, line, width)):
            whole[-1] = (whole[-1][0], line[1])
        else:
            whole.append(line)
        last = line
    return whole


def _widths(text: str, lines: list[Span]) -> list[int]:
    """Of each line how long a line can be: the longest of its paragraph, if that was broken where lines were full, else of all
    paragraphs that were; 0 where none was.
    """
    widths: list[int] = []
    while len(widths) < len(lines):
        at = end = len(widths)
        while end + 1 < len(lines) and not is_far(text, lines, end):
            end += 1
        together = lines[at : end + 1]
        is_wrapped = any(_continues(text, line[1], line, following[0]) for line, following in pairwise(together))
        widths += [max(b - a for a, b in together) if is_wrapped else 0] * len(together)
    longest = max(widths, default=0)
    return [width or longest for width in widths]


def _was_full(text: str, line: Span, following: Span, width: int) -> bool:
    """ "1,500 families had fled / Yendi.": a name begins the next line, as it would not have fitted into the one before."""
    first, second = text[slice(*line)], text[slice(*following)]
    is_running = len(first) >= WRAPPED_AT and not (_SENTENCE_END.search(first) or first.endswith(":") or _BULLET.match(second))
    is_one = text[line[1] : following[0]].count("\n") < 2 and not (GAP.search(first) or GAP.search(second))
    return is_running and is_one and len(first) + 1 + len(second.split()[0]) > width > 0


def _goes_on(text: str, line: Span, following: Span) -> bool:
    gap = text[line[1] : following[0]]
    if gap.count("\n") > 1 or gap.count("\r") > 1 or not (text[line[1] - 1].isalnum() or text[line[1] - 1] == ","):
        return False
    first, second = text[slice(*line)], text[slice(*following)]
    if ":" in second or _BULLET.match(second) or GAP.search(first) or GAP.search(second) or _NUMBER_LINE.fullmatch(first):
        return False
    return len(first) >= COLUMN_AT or not _HAS_DIGIT.search(second)


def _is_heading(line: str) -> bool:
    if len(line) > LONGEST_HEADING or _SENTENCE_END.search(line) or line[:1] in '"“':
        return False
    letters = [c for c in line if c.isalpha()]
    if not letters:
        return False
    if sum(c.isupper() for c in letters) > 0.8 * len(letters):
        return True
    bare = _ASIDE.sub("", line).rstrip(": ")
    return ":" not in bare and len(bare.split()) <= LONGEST_HEADING_WORDS and not _HAS_DIGIT.search(bare) and bare != ""


# -- numbers and their labels on lines of their own ------------------------------------------------------------------------------


def _pairs(text: str, lines: list[Span], at: int) -> list[Span]:
    """ "1,204 / Killed / 3,400 / Injured" or the other way round, a line each: every number with its label as one span."""
    kinds: list[str] = []
    for start, end in lines[at : at + 40]:
        kind = _line_kind(text[start:end])
        if kind == "text" or (kinds and kinds[-1] == kind):
            break
        kinds.append(kind)
    pairs = len(kinds) // 2
    if pairs and kinds[0] == "label" and is_far(text, lines, at) and (len(kinds) > 2 and not is_far(text, lines, at + 1)):
        return []  # a heading above a row of numbers, each with its label below
    if pairs and kinds[0] == "label" and len(kinds) > 2 and _heads_numbers(text, lines, at, len(kinds)):
        return []
    return [(lines[at + 2 * n][0], lines[at + 2 * n + 1][1]) for n in range(pairs)]


def _heads_numbers(text: str, lines: list[Span], at: int, count: int) -> bool:
    """ "KEY FIGURES / 46,900 / people on the move // 9,830 / families": a heading, as empty lines keep apart what is paired."""
    within = any(is_far(text, lines, at + n) for n in range(0, count - 1, 2))
    between = any(is_far(text, lines, at + n) for n in range(1, count - 1, 2))
    first, others = text[slice(*lines[at])], [text[slice(*lines[at + n])] for n in range(2, count, 2)]
    return (within and not between) or (first.isupper() and not any(other.isupper() for other in others))


def _line_kind(line: str) -> str:
    if _NUMBER_LINE.fullmatch(line):
        return "number"
    plain = len(line) <= LONGEST_LABEL and not _SENTENCE_END.search(line) and "|" not in line
    plain = plain and not _HAS_DIGIT.search(_OF_AGE.sub("", _bare(line)))
    return "label" if plain and line[:1].isalpha() and not _BULLET.match(line) else "text"


# -- tables ----------------------------------------------------------------------------------------------------------------------


def _table_blocks(text: str, rows: list[list[Span]], heading: str) -> list[Block]:
    head = rows[0]
    found = [Block(BlockKind.HEADING, a, b, column=text[a:b]) for a, b in head if a < b]
    for row in rows[1:]:
        if not row:
            continue
        label = text[row[0][0] : row[0][1]]
        found.append(Block(BlockKind.HEADING, *row[0], row=label))
        found += [
            Block(BlockKind.CELL, a, b, heading, label, text[head[n][0] : head[n][1]])
            for n, (a, b) in enumerate(row[1:], start=1)
            if a < b
        ]
    return found


def _blocks_of(text: str, table: Table, heading: str) -> list[Block]:
    """The heads and cells of a table whose head is more than one line."""
    found = [Block(BlockKind.HEADING, a, b, column=text[a:b]) for a, b in table.heads]
    for label, *row in table.rows:
        name = text[slice(*label)]
        found.append(Block(BlockKind.HEADING, *label, row=name))
        columns = table.columns[1 : len(row) + 1]
        found += [Block(BlockKind.CELL, a, b, heading, name, head) for (a, b), head in zip(row, columns, strict=True) if a < b]
    return found


def _headless(text: str, rows: list[list[Span]], first_line: Span) -> list[tuple[Span, Span]]:
    """Lines that are names with a number behind a gap, and no head above: "Lomé   5,204 / Kara   388"; else nothing."""
    if len(rows) < FEWEST_PIPED_ROWS or text[slice(*first_line)][:1] == "|":
        return []
    is_one = all(
        len(row) == 2 and _line_kind(text[slice(*row[0])]) == "label" and _ROW_VALUE.fullmatch(text, *row[1]) for row in rows
    )
    return [(label, value) for label, value in rows] if is_one else []


def _row_blocks(text: str, listed: list[Entry], columns: list[str], heading: str) -> list[Block]:
    """The lines of a list as a table's rows are."""
    found: list[Block] = []
    for label, values in listed:
        row = text[slice(*label)]
        found.append(Block(BlockKind.HEADING, *label, row=row))
        found += [Block(BlockKind.CELL, *value, heading, row, column) for value, column in zip(values, columns, strict=True)]
    return found
