"""Cuts a stretch of text into words, numbers and marks with their places.

Possessive 's stands apart, "U.S." and "M23" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from typing import TypeVar

T = TypeVar("T")
_JOINERS = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Signs that are not seen, within words: soft hyphens, places where a line may or may not break."""
_UNSEEN = rf"{_JOINERS}\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""And marks of the direction in which is written: no words."""
_WORD = re.compile(
    rf"""[A-Za-z][a-z]*+(?=[ \n,]|\.(?:\s|\Z))                         # most words: nothing else begins with one of them
    | [,.](?=\s|\Z)                                                # most marks
    | (?:https?://|www\.)\S+ | [\w.+-]++@[\w-]+(?:\.[\w-]+)+     # addresses: one thing each
    | (?:[A-Za-z]\.){{2,}}                                           # U.S., a.m.
    | ['’]s(?!\w)                                                  # the possessive
    | \d+(?:st|nd|rd|th)(?!\w)                                       # 34th
    | \d{{1,3}}(?:[\u00a0\u202f]\d{{3}})+[.,]\d{{1,2}}(?![\d,.]*\d)        # 12 000,5
    | \d{{1,3}}(?:[\u00a0\u202f\u2009\ ]\d{{3}})+(?![\d,.]*\d)          # 12 000
    | \d{{1,3}},\ 000(?!\d)                                            # 61, 000
    | \d+(?:[.,:]\d+)*                                             # 1,200  2.5  18:40
    | (?<=\d)(?:[kKmM]|[mMbB]n)(?=[-‑–]\d)                          # 5k-20k
    | (?:USD|EUR|GBP|CHF|PHP|INR|PKR|NGN|KES|ETB|SEK|NOK|DKK|BDT|LKR|NPR|TZS|UGX|RWF|MWK|ZMW|MZN|GHS|ZAR
        |XAF|XOF|JPY|CNY|RMB|KRW|THB|IDR|MYR|VND|MMK|AFN|SYP|LBP|IQD|YER|SAR|AED|PGK|VUV|WST|FJD|AUD|CAD|NZD
        |MNT|KZT|HTG|HNL|GTQ|SSP|MGA|MXN|BRL|HKD|TWD|SGD|CDF|BIF|LRD|SLE|GMD|GNF|UAH|TRY|RUB
        |[RK]s|[KTU]?[Ss]h|KSh|Tk|Rp|RM|VT|Nu)(?=\d)                                     # Rs50 million
    | [KNPRQLD](?=\d+(?:\.\d+|(?:,\d{{3}})+)(?![\w.,]*\d))              # K2.5 million, N750,000
    | [KNPRQLD](?=\d+(?:[mb]n?\b|\ (?:[mb]|tr)illion))               # N20bn, N750 million
    | [^\W\d_¹²³⁰⁴-⁹]{{3,}}+(?=[¹²³⁰⁴-⁹])                            # displaced¹: the mark of a footnote is no word
    | [^\W\d_¹²³⁰⁴-⁹](?:\w++|[-&](?=\w)|['’](?!s(?!\w))(?=\w)|[\u0300-\u036f]|[{_JOINERS}]+(?=\w))*+   # words, M23, T-72
    | \'\' | `` | (?![¹²³⁰⁴-⁹{_UNSEEN}])\S""",
    re.VERBOSE,
)


_NUMBER_ACROSS_A_SPACE = re.compile(r"\d(?:,?\s\d| (?:[mb]|tr)illion)")
MOST_REMEMBERED = 1 << 16


class Remembered(dict[str, T]):
    """What is worked out of a word, or of any short string, once: most words of a text are words seen before."""

    def __init__(self, work_out: Callable[[str], T]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[word] = found = self._work_out(word)
        return found


_words_of = Remembered[list[str]](_WORD.findall).__getitem__
"""The words of what stands between two spaces."""


def cut_words(text: str, start: int, end: int) -> list[str]:
    """The words of `text[start:end]`. No word but a number ("12 000") has a space in it."""
    if _NUMBER_ACROSS_A_SPACE.search(text, start, end):
        return _WORD.findall(text, start, end)
    return list(chain.from_iterable(map(_words_of, text[start:end].split())))


def begins(words: list[str], text: str, start: int) -> list[int]:
    """Where each of the words begins in `text`, from `start` on. Between words is nothing that could begin one."""
    found = []
    for word in words:
        start = text.index(word, start)
        found.append(start)
        start += len(word)
    return found


def in_small_letters(word: str) -> str:
    """A word as the lists hold it: in small letters, without signs that are not seen."""
    return _JOINER.sub("", word.lower()) if not word.isascii() else word.lower()


_JOINER = re.compile(f"[{_JOINERS}]")


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a word list as the words that a text would be cut into, in small letters."""
    return tuple(cut_words(phrase.lower(), 0, len(phrase)))
