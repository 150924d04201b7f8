"""What was measured of the reader, as sentences: the Accuracy view and the README say the same."""

from __future__ import annotations


def of_cases(right: int, cases: int) -> str:
    """A share in whole numbers: "97 of 100"."""
    return f"{right} of {cases}"


def texts_with(texts: str, figures: str) -> str:
    """On how much it rests: "12 texts with 340 figures"."""
    return f"{texts} with {figures}"


def right_in(field: str, share: str) -> str:
    """How often a field of a found figure is right: "the place right in 91 of 100"."""
    return f"the {field} right in {share}"


def found(which: str, texts: str, there: str, read: str) -> str:
    """How many figures are found, and how many that are read are there."""
    return f"On texts {which} ({texts}), {there} figures are found, and {read} that it reads are really there."


def fields(right: str) -> str:
    """How right the fields of those are."""
    return f"Of those found, it has {right}."


def conditions(found: str) -> str:
    """How many conditions are found."""
    return f"Of the conditions, {found} are found."


def traps(traps: int, taken: int) -> str:
    """How many numbers that are no figures are taken for one."""
    return f"Of {traps:,} numbers that are no figures it takes {f'{taken:,}' if taken else 'none'} for one."
