"""The record of a number that counts or measures something."""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.numbers import Reading


@dataclass(slots=True)
class Quantity:
    """A number in a sentence.

    Its words [i, j), the words of its qualifier from `qualifier_at`, its reading, and a unit that a sign says.
    """

    i: int
    j: int
    reading: Reading
    qualifier: str
    qualifier_at: int
    qualifier_words: str
    after: int
    """The first word behind the number, its unit sign and a suffix such as "or so"."""
    unit: str = ""
