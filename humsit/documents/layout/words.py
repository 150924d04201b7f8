"""Words where they stand on a page, and the pieces of lines that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_SPACE = 1.0
"""Of a line's height: a wider space parts cells or columns, also where a line is spaced out to fill its column."""
FARTHEST_MARK = 4.0
"""Of a line's height: so far from its text a bullet or number of a list stands at most."""
SMALL = 0.92
"""Of the height of what it stands at: smaller digits that stand higher are a note's mark, never digits of the number."""
RAISED = 0.15
"""Of that height: so much higher."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LONGEST_MARK = 3
"""Digits."""
NEAR = 10.0
"""Points: words are looked up by where they end, in steps of so much."""
MOST_NEAR = 200
"""Words that are looked at for one mark: a page that has more at one place was made to keep a reader busy."""
MARK = re.compile(r"[-•*–—·‣◦▪●■◼➢✓o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]")


class Word(NamedTuple):
    """A word and its box, in points from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of its box: the font's, the same for all words of one size."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down its box."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells each; "" where one is empty."""

    cells: list[list[str]]
    columns: tuple[float, ...] = ()
    """Where its columns part, of a table with drawn lines."""


class Piece:
    """Words that follow each other on a line without a wide space: a line of a column, a cell of a table."""

    __slots__ = ("bottom", "height", "left", "right", "table", "top", "words")

    def __init__(self, words: list[Word], table: Table | None = None) -> None:
        self.words = words
        self.table = table
        """A table with ruled cells, whose box its one word is."""
        self.left = min(word.left for word in words)
        self.right = max(word.right for word in words)
        self.top = min(word.top for word in words)
        self.bottom = max(word.bottom for word in words)
        self.height = max(word.height for word in words)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


def _is_mark(before: Word, word: Word) -> bool:
    is_small = word.height < SMALL * before.height and before.bottom - word.bottom > RAISED * before.height
    return is_small and on_one_line(before, word) and abs(word.left - before.right) < 0.5 * before.height


def on_one_line(one: Word | Piece, other: Word | Piece) -> bool:
    """Whether two stand beside each other: half of the lower one at least."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that stand beside each other, row by row from the top, each from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if rows and on_one_line(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def with_marks(words: Sequence[Word]) -> list[Word]:
    """The words, the numbers of notes that stand by themselves put to the words that they stand at: "city.¹"."""
    ending: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        ending.setdefault(int(word.right // NEAR), []).append(number)
    whole = list(words)
    marks: set[int] = set()
    for number, word in enumerate(words):
        if not word.text.isdecimal() or len(word.text) > LONGEST_MARK:
            continue
        place = int(word.left // NEAR)
        near = (other for bucket in (place - 1, place, place + 1) for other in ending.get(bucket, ())[:MOST_NEAR])
        of_it = next((other for other in near if other != number and _is_mark(words[other], word)), None)
        if of_it is not None:
            marks.add(number)
            whole[of_it] = whole[of_it]._replace(text=whole[of_it].text + word.text.translate(SUPERSCRIPT), right=word.right)
    return [word for number, word in enumerate(whole) if number not in marks]


def pieces_of(words: Sequence[Word]) -> list[Piece]:
    """The pieces of lines that words make, whatever order the page holds them in."""
    found: list[list[Word]] = []
    for row in _word_rows(with_marks(words)):
        start = len(found)
        for word in row:
            if len(found) > start and _follows(found[-1], word):
                found[-1].append(word)
            else:
                found.append([word])
    return [Piece(words) for words in found]


def _follows(words: list[Word], word: Word) -> bool:
    gap = word.left - words[-1].right
    is_mark = len(words) == 1 and MARK.fullmatch(words[0].text) is not None
    return gap <= max(words[-1].height, word.height) * (FARTHEST_MARK if is_mark else MOST_SPACE)


def _word_rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one line each; lines of neighbouring columns that stand askew stay apart."""
    rows: list[list[Word]] = []
    open_rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        open_rows = [row for row in open_rows if row[-1].bottom > word.top - word.height]
        row = next((row for row in reversed(open_rows) if _same_line(row[-1], word)), None)
        if row is None:
            row = []
            rows.append(row)
            open_rows.append(row)
        row.append(word)
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _same_line(one: Word, other: Word) -> bool:
    """Closer than `on_one_line`: a quarter of a line's height apart at most."""
    return abs(one.middle - other.middle) <= 0.25 * min(one.height, other.height)
