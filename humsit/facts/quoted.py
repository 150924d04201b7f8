"""Where a quotation is open, sentence for sentence."""

from __future__ import annotations

import re

from humsit.mentions.sentence import Sentence

OPENING_QUOTES = frozenset({*'"“„«', "''", "``"})
_QUOTE_MARKS = re.compile("[\"“”]|''|``")


def ends_open(sentence: Sentence, end: int, *, is_open: bool) -> bool:
    """Whether a quotation is open at a character of a sentence that begins inside one, or outside."""
    for mark in _QUOTE_MARKS.findall(sentence.text, sentence.start, end):
        is_open = not is_open if mark in ('"', "''") else mark in ("“", "``")
    return is_open
