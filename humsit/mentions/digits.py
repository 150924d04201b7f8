"""What one number in digits means: "1,200", "12 000", "9,00,000", "2,5", "61, 000"."""

from __future__ import annotations

import re

_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f\u2009 '’]\d{3})+")
_NO_DIGIT = re.compile(r"[^\d]")
_SLIP = ", 000"  # "61, 000"
_SPACES = re.compile(r"[\u00a0\u202f\u2009 '’]")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")


def parse_digits(word: str) -> float | None:
    """The value of one number in digits.

    None where it is none (18:40). A single group of three behind a full stop is a thousand.
    """
    if word.isdecimal():
        return float(word)
    if ":" in word:
        return None
    if _GROUPED.fullmatch(word):
        groups = _NO_DIGIT.split(word)
        if groups[0] != "0":
            return float("".join(groups))
    if word.endswith(_SLIP):
        return float(word.replace(", ", ""))
    if _INDIAN.fullmatch(word):
        return float(word.replace(",", ""))
    try:
        return float(_with_decimal_point(_SPACES.sub("", word)))
    except ValueError:
        return None


def _with_decimal_point(digits: str) -> str:
    """ "2,5" and "1.234,5" as Python writes them."""
    commas, points = digits.count(","), digits.count(".")
    if commas == 1 and points == 0:
        return digits.replace(",", ".")
    if commas >= 1 and points == 1:
        if digits.index(",") < digits.index("."):
            return digits.replace(",", "")
        return digits.replace(".", "").replace(",", ".")
    return digits
