"""What a number of a table is by its row: a share of what the row counts, some of its people, or a rate that counts nobody.

1. "Refugees | Children (%)"    2. "Displaced | Men | Women"    3. "Cases | Deaths | CFR"
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.mentions.labels import named_in, read_label
from humsit.mentions.measures import PEOPLE_UNITS
from humsit.vocabulary import Lexicon

FARTHEST_CELL = 12  # blocks between two cells of a row
LARGEST_SHARE = 100

_OF_HUNDRED = re.compile(r"%|\bper ?cent(?:age)?\b|\bshare\b|\bproportion\b|\bpct\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_RATES = frozenset(
    "cfr rate rates ratio coverage prevalence incidence positivity average mean median density change increase decrease trend "
    "gam sam target targets targeted planned capacity gap completion".split()
)
_OF_A_ROW = frozenset({"column", "row"})
_NO_WHOLE = frozenset({"other", "distance", "population", "funding", "aid", "attacks"})


def read_in_row(draft: Draft, earlier: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Settles a bare number by the head of its column and the figures before it in its row; returns whether it did."""
    column = draft.sentence.block.column
    if not column or draft.count.counted.thing is not None or draft.count.quantity.unit not in ("", "percent"):
        return False
    words = set(_WORD.findall(column.lower()))
    is_share = draft.count.quantity.unit == "percent" or _OF_HUNDRED.search(column) is not None
    if is_share or not _RATES.isdisjoint(words):
        whole = _whole_of(draft, earlier) if is_share and _RATES.isdisjoint(words) else None
        _be(draft, whole, column, lexicon)
        draft.unit = "percent" if is_share else draft.unit
        return True
    return _is_some_of(draft, earlier, lexicon)


def _whole_of(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The last figure of the same row that counts people, and is none of their parts."""
    block = draft.sentence.block
    for one in reversed(earlier):
        if one.sentence.block.row != block.row or draft.sentence.paragraph - one.sentence.paragraph > FARTHEST_CELL:
            return None
        if one.unit in PEOPLE_UNITS and one.part_of is None and one.measure not in _NO_WHOLE:
            return one
    return None


def _is_some_of(draft: Draft, earlier: Sequence[Draft], lexicon: Lexicon) -> bool:
    """ "Girls" behind "Displaced": the head names people, and says nothing that was done to them."""
    column = draft.sentence.block.column
    thing = named_in(column, lexicon)
    if thing is None or thing.unit not in PEOPLE_UNITS or read_label(column, lexicon) is not None:
        return False
    whole = _whole_of(draft, earlier)
    value, most = draft.count.quantity.reading.value, whole.count.quantity.reading.value if whole else None
    if whole is None or whole.unit != thing.unit or value is None or most is None or value > most:
        return False
    _be(draft, whole, column, lexicon)
    return True


def _be(draft: Draft, whole: Draft | None, column: str, lexicon: Lexicon) -> None:
    """Takes the measure of the whole; what is a share of nothing that the row counts, or a rate, is no figure of people."""
    draft.why = [reason for reason in draft.why if reason["field"] != "measure"]
    draft.measure = whole.measure if whole else "other"
    if whole is None:
        draft.note("measure", "other: a rate or a share of nothing in its row", column)
        return
    draft.unit, draft.part_of, draft.is_elliptical = whole.unit, whole, True
    draft.note("measure", f"{whole.measure}: a part of what its row counts", column)
