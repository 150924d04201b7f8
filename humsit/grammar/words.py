"""Cuts a stretch of text into words, numbers and marks with their places.

Possessive 's stands apart, "U.S." and "M23" stay whole.
"""

from __future__ import annotations

import re

_WORD = re.compile(
    r"""[A-Za-z][a-z]*+(?=[ \n,]|\.(?:\s|\Z))                         # most words: nothing else begins with one of them
    | [,.](?=\s|\Z)                                                # most marks
    | (?:https?://|www\.)\S+ | [\w.+-]++@[\w-]+(?:\.[\w-]+)+     # addresses: one thing each
    | (?:[A-Za-z]\.){2,}                                           # U.S., a.m.
    | ['’]s(?!\w)                                                  # the possessive
    | \d+(?:st|nd|rd|th)(?!\w)                                       # 34th
    | \d{1,3}(?:[\u00a0\u202f]\d{3})+[.,]\d{1,2}(?![\d,.]*\d)        # 12 000,5
    | \d{1,3}(?:[\u00a0\u202f\u2009\ ]\d{3})+(?![\d,.]*\d)          # 12 000
    | \d{1,3},\ 000(?!\d)                                            # 61, 000
    | \d+(?:[.,:]\d+)*                                             # 1,200  2.5  18:40
    | (?<=\d)(?:[kKmM]|[mMbB]n)(?=[-‑–]\d)                          # 5k-20k
    | (?:USD|EUR|GBP|CHF|PHP|INR|PKR|NGN|KES|ETB|SEK|NOK|DKK|[RK]s|[KTU]sh|KSh|Tk|Rp|RM)(?=\d)   # Rs50 million
    | [^\W\d_¹²³⁰⁴-⁹]{3,}+(?=[¹²³⁰⁴-⁹])                            # displaced¹: the mark of a footnote is no word
    | [^\W\d_¹²³⁰⁴-⁹](?:\w++|[-&](?=\w)|['’](?!s(?!\w))(?=\w)|[\u0300-\u036f])*+   # words, M23, T-72, twenty-one
    | \'\' | `` | (?![¹²³⁰⁴-⁹])\S""",
    re.VERBOSE,
)


def cut(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """The words of `text[start:end]` and where each begins and ends in `text`."""
    found = list(_WORD.finditer(text, start, end))
    return [word[0] for word in found], [word.start() for word in found], [word.end() for word in found]


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a word list as the words that a text would be cut into, in small letters."""
    return tuple(cut(phrase.lower(), 0, len(phrase))[0])
