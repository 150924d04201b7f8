"""The parts a report is laid out in: paragraphs, bullets, headings, cells of a key-figure line; offsets point into the original text."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_BULLET = re.compile(r"(?:[-•*–—·‣◦▪]|\(?[a-z\d]{1,2}[.)])\s+")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
WRAPPED_AT = 60  # a line shorter than this was not broken for its length
LONGEST_HEADING = 90


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    HEADING = "heading"
    CELL = "cell"


class Block(NamedTuple):
    """One part of a report: its kind, its span, and the heading it stands under."""

    kind: BlockKind
    start: int
    end: int
    heading: str


def blocks(text: str) -> list[Block]:
    """The parts of a text in their order; together they hold every word of it."""
    found: list[Block] = []
    heading = ""
    for start, end in _paragraphs(text):
        line = text[start:end]
        if "|" in line and line.count("|") < 12:
            found += [Block(BlockKind.CELL, a, b, heading) for a, b in _cells(text, start, end)]
        elif bullet := _BULLET.match(line):
            found.append(Block(BlockKind.BULLET, start + bullet.end(), end, heading))
        elif _is_heading(line):
            heading = line
            found.append(Block(BlockKind.HEADING, start, end, ""))
        else:
            found.append(Block(BlockKind.PARAGRAPH, start, end, heading))
    return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines, with those put together again that were broken only because they were full."""
    joined: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if joined and _continues(text, joined[-1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _continues(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    if gap.count("\n") > 1 or gap.count("\r") > 1:
        return False
    last_break = max(text.rfind("\n", before[0], before[1]), text.rfind("\r", before[0], before[1]), before[0] - 1)
    last_line = text[last_break + 1 : before[1]]
    return (
        len(last_line) >= WRAPPED_AT
        and (text[start].islower() or last_line[-1] in ",;-" or text[start].isdigit())
        and not _BULLET.match(text, start)
    )


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cells = []
    for found in re.compile(r"[^|]+").finditer(text, start, end):
        a, b = found.span()
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            cells.append((a, b))
    return cells


def _is_heading(line: str) -> bool:
    if len(line) > LONGEST_HEADING or _SENTENCE_END.search(line) or line[:1] in '"“':
        return False
    letters = [c for c in line if c.isalpha()]
    if not letters:
        return False
    if sum(c.isupper() for c in letters) > 0.8 * len(letters):
        return True
    return ":" not in line.rstrip(":") and len(line.split()) <= 8 and not any(c.isdigit() for c in line)
