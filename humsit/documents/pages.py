"""On which page of its report a passage stands."""

from __future__ import annotations

from bisect import bisect_right

from humsit.records import Document


def page_of(document: Document, offset: int) -> int | None:
    """The page, counted from 1, on which the letter at `offset` of the text stands; None where the report has no pages.

    Counted as the file's pages are, not as they are numbered in print.
    """
    return bisect_right(document.page_starts, offset) or None
