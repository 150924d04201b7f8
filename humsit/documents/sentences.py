"""Where sentences begin and end; offsets point into the original text."""

from __future__ import annotations

import re

LONGEST_SENTENCE = 1_000  # characters; the longest sentence of our gold texts has 420

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$")
_OPENS = re.compile(r"[\s\"'“‘«(\[]*")


def sentence_spans(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as spans, without the space around them.

    A full stop ends no sentence behind an abbreviation or an initial that a capital follows ("Feb. 24", "J. Kofi"), nor before a
    small letter.
    """
    spans = []
    begin = start
    for found in _END.finditer(text, start, end):
        if _goes_on(text, begin, found.start(), found.end(), end, abbreviations):
            continue
        spans.append(trimmed(text, begin, found.end()))
        begin = found.end()
    spans.append(trimmed(text, begin, end))
    return [piece for span in spans if span[0] < span[1] for piece in _pieces(text, *span)]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A span cut at spaces where no reporter would go on so long: text without full stops costs no more than text with them."""
    pieces = []
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = space if space > start else start + LONGEST_SENTENCE
        pieces.append(trimmed(text, start, cut))
        start = trimmed(text, cut, end)[0]
    return [*pieces, (start, end)]


def _goes_on(text: str, begin: int, mark: int, after: int, end: int, abbreviations: frozenset[str]) -> bool:
    follows = _OPENS.match(text, after, end)
    at = follows.end() if follows else after
    if at >= end:
        return False
    if text[at].islower():
        return True
    if text[mark] != "." or after - mark > 1:
        return False
    word = re.split(r"[\s(\"“-]", text[max(begin, mark - 15) : mark])[-1].lower()
    return word in abbreviations or _INITIAL.search(text[max(begin, mark - 3) : mark + 1]) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
