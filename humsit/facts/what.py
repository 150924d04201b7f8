"""What a figure counts: its measure and unit, by its own sentence or by the label of its row, column or list."""

from __future__ import annotations

from humsit.documents.blocks import Block, BlockKind
from humsit.facts.draft import Draft
from humsit.grammar.classes import LONG_DASHES
from humsit.mentions.labels import read_label
from humsit.mentions.measures import PEOPLE_UNITS, Count
from humsit.mentions.sentence import Sentence
from humsit.records import Reason
from humsit.vocabulary import Lexicon

_EXPLAINS = LONG_DASHES | {":", "-", "\ufffd"}  # a dash that was lost on the way too

LONGEST_LISTED = 8  # words of a bullet that its list's heading still explains

_UNIT_OF = {
    "homes_damaged": "buildings",
    "homes_destroyed": "buildings",
    "facilities_damaged": "facilities",
    "attacks": "incidents",
    "aid": "other",
    "funding": "usd",
    "distance": "km",
    "other": "other",
}
"""What a bare number of a measure counts, where it is not people."""


def draft_of(sentence: Sentence, count: Count, lexicon: Lexicon) -> Draft:
    """A figure with its measure and unit, and which words decided them."""
    frame, quantity = count.frame, count.quantity
    measure = frame.measure if frame else "other"
    unit = _UNIT_OF.get(measure, "people") if count.is_bare else count.unit
    draft = Draft(sentence, count, measure, unit, count.counted.group)
    if frame:
        draft.because("measure", f"{frame.measure}: {frame.rule}", frame.i, frame.j)
    else:
        _measure_by_label(draft, lexicon)
    if quantity.qualifier_words:
        draft.because("qualifier", quantity.qualifier, quantity.qualifier_at, quantity.i)
    return draft


def _measure_by_label(draft: Draft, lexicon: Lexicon) -> None:
    """A bare number takes its measure from the heads of its column and row, or from the heading of its list."""
    count = draft.count
    if count.counted.thing is not None and count.counted.thing.unit not in PEOPLE_UNITS:
        return
    has_sign = count.quantity.unit != ""
    for rule, words in [*_labels(draft.sentence.block, len(draft.sentence)), ("explained", _explained(draft))]:
        label = read_label(words, lexicon) if words else None
        if label is None or has_sign != (label.measure == "funding"):
            continue
        draft.measure = label.measure
        if count.is_bare:
            draft.unit = label.thing.unit if label.thing else _UNIT_OF.get(label.measure, "people")
        draft.why.append(Reason(field="measure", rule=f"{label.measure}: {rule}", words=words))
        return


def _explained(draft: Draft) -> str:
    """What a line that begins with its number says of it behind a dash or a colon: "12,000 – the number of people evacuated"."""
    sentence, mark = draft.sentence, draft.count.end
    begins = draft.count.begin == 0 and draft.count.is_bare
    return sentence.say(mark + 1, len(sentence)) if begins and sentence.word(mark) in _EXPLAINS else ""


def _labels(block: Block, length: int) -> list[tuple[str, str]]:
    labels = [("column", block.column), ("row", block.row)]
    if block.kind in (BlockKind.BULLET, BlockKind.CELL) and length <= LONGEST_LISTED:
        labels.append(("heading", block.heading))
    return labels
