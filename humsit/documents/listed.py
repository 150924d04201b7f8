"""Lists whose lines are rows of a table without being drawn as one.

1. "Lomé ........ 5,204"    2. "Kara – 387 / 28" below "read cases / deaths:"    3. "900 uprooted » 19% funded"
"""

from __future__ import annotations

import re
from typing import NamedTuple

from humsit.documents.sentences import trimmed

Span = tuple[int, int]

FEWEST_ENTRIES = 2
FEWEST_CHIPS = 3
LONGEST_ENTRY = 200
LONGEST_LEGEND = 80  # characters
LONGEST_PART = 4  # words of one part of a legend: "new suspected cases"

_NUMBER = r"(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d+)"
_VALUE = rf"(?:[<>~≈]?\s?{_NUMBER}\+?|[-–—]|[Nn]il|[Nn]one|n/a|N/A)"
_ENTRY = re.compile(rf"([^\d\n]{{1,60}}?)[\s:–—=(-]*({_VALUE}(?:\s*[/|;]\s*{_VALUE}|,\s+{_VALUE}|\s*\({_VALUE}\))+)\)?[.;,]?")
_ONE_VALUE = re.compile(_VALUE)
_PART = r"[^\W\d_][^\W\d_ '’-]*(?:[ '’-][^\W\d_]+)*"
_LEGEND = re.compile(rf"({_PART}(?:\s*[/|]\s*{_PART})+)\s*\)?:?$")
_BRACKETED_LEGEND = re.compile(rf"({_PART})\s*\(({_PART})\):?$")
_NAMED = re.compile(r"[^\W\d_]")
_MARKS = frozenset("»›·•●▪◆■►▶▸✦")
_CHIP = re.compile(rf"\s+[{''.join(sorted(_MARKS))}]\ufe0f?\s+")
_ENDS_IN_CHIP = re.compile(r"[.!?;]\s")


class Entry(NamedTuple):
    """A line of a list: its label, and its values from left to right."""

    label: Span
    values: list[Span]


def legend(text: str, line: Span) -> list[str]:
    """What the numbers of the lines below are, each in its turn; nothing where a line does not end with that.

    "Figures of the ministry, read cases / deaths:", "Casualties by district (killed/injured)", "Cases (deaths) by region".
    """
    said = text[max(line[0], line[1] - LONGEST_LEGEND) : line[1]]
    if "/" not in said and "|" not in said and said[-1:] not in "):":
        return []
    found = _LEGEND.search(said) if "/" in said or "|" in said else None
    if found:
        parts = [part.strip() for part in re.split(r"[/|]", found[1])]
    elif said.rstrip(":").endswith(")") and (bracketed := _BRACKETED_LEGEND.search(said)):
        parts = [bracketed[1], bracketed[2]]
    else:
        return []
    parts[0] = " ".join(parts[0].split()[-LONGEST_PART:])
    return parts if all(len(part.split()) <= LONGEST_PART for part in parts) else []


def entries(text: str, lines: list[Span], at: int, count: int) -> list[Entry]:
    """The lines from one on that are each a label and as many values as a legend names."""
    found: list[Entry] = []
    for start, end in lines[at:]:
        hit = _ENTRY.fullmatch(text, start, end) if end - start <= LONGEST_ENTRY else None
        if hit is None or not _NAMED.search(hit[1]):
            break
        values = [trimmed(text, *one.span()) for one in _ONE_VALUE.finditer(text, *hit.span(2))]
        if len(values) != count:
            break
        found.append(Entry(_named(text, *hit.span(1)), values))
    return found if len(found) >= FEWEST_ENTRIES else []


def _named(text: str, start: int, end: int) -> Span:
    """A label without its bullet and the marks behind it."""
    first = _NAMED.search(text, start, end)
    start = first.start() if first else start
    while end > start and text[end - 1] in " \t:–—-=(":
        end -= 1
    return trimmed(text, start, end)


def chips(text: str, start: int, end: int) -> list[Span]:
    """The figures that one line sets apart by marks: "61,300 newly uprooted » 17 incidents » 21% funded"; else nothing."""
    line = text[start:end]
    if _MARKS.isdisjoint(line) or "«" in line or _ENDS_IN_CHIP.search(line):
        return []
    found: list[Span] = []
    begin = start
    for mark in _CHIP.finditer(text, start, end):
        found.append((begin, mark.start()))
        begin = mark.end()
    found.append((begin, end))
    with_numbers = sum(any(c.isdigit() for c in text[a:b]) for a, b in found)
    return found if len(found) >= FEWEST_CHIPS and with_numbers > len(found) / 2 else []
