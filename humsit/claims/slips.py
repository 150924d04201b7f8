"""Two numbers that differ as a slip of the hand makes them differ: a digit dropped, doubled, or two of them transposed."""

from __future__ import annotations

LEAST_DIGITS = 3
"""Digits of the shorter number from which a likeness says anything: 2 → 22 and 12 → 21 happen by themselves."""
LEAST_TELLING = 2
"""Digits that are left of it without the zeros at its end: round numbers are alike by chance (1,000 and 100)."""


def dropped(longer: int, shorter: int) -> bool:
    """Whether the shorter number is the longer one without one of its digits: 1,240 → 124, 1,240 → 140."""
    long, short = str(longer), str(shorter)
    if len(long) != len(short) + 1 or not telling(shorter):
        return False
    same = next((i for i, (one, other) in enumerate(zip(long, short, strict=False)) if one != other), len(short))
    return long[same + 1 :] == short[same:]


def doubled(shorter: int, longer: int) -> bool:
    """Whether the longer number is the shorter one with one of its digits written twice: 124 → 1,224."""
    long, short = str(longer), str(shorter)
    if len(long) != len(short) + 1 or not telling(shorter):
        return False
    same = next((i for i, (one, other) in enumerate(zip(long, short, strict=False)) if one != other), len(short))
    return same > 0 and long[same] == long[same - 1] and long[same + 1 :] == short[same:]


def transposed(one: int, other: int) -> bool:
    """Whether two digits beside each other have changed places: 1,240 → 1,420."""
    a, b = str(one), str(other)
    if len(a) != len(b) or one == other or not telling(one):
        return False
    i = next(i for i, (left, right) in enumerate(zip(a, b, strict=True)) if left != right)
    return a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]


def telling(number: int) -> bool:
    """Whether a number has digits enough for a likeness to mean something."""
    digits = str(number)
    return number > 0 and len(digits) >= LEAST_DIGITS and len(digits.rstrip("0")) >= LEAST_TELLING
