"""What a figure counts: its measure and unit, by its own sentence or by the label of its row, column or list."""

from __future__ import annotations

from humsit.documents.blocks import BlockKind
from humsit.facts.draft import Draft
from humsit.grammar.classes import LONG_DASHES
from humsit.mentions.labels import named_in, read_label, says_degree
from humsit.mentions.measures import PEOPLE_UNITS, Count
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

_EXPLAINS = LONG_DASHES | {":", "-", "|", "\ufffd"}  # a dash that was lost on the way too

LEARNED = "likely"  # the rule of a frame that no list vouches for
LONGEST_KEY = 3  # words of a name that a line begins with
LONGEST_LISTED = 8  # words of a bullet that its list's heading still explains

_MADE = frozenset({"hostage", "captive", "prisoner"})
_MAKING = frozenset({"taken", "held", "made", "kept"})
_NAMES_A_SOURCE = frozenset({"source", "sources"})
_OF_HOMES = frozenset({"homes_damaged", "homes_destroyed"})
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
    is_guess = frame is not None and frame.rule == LEARNED
    if frame is not None and is_guess and _counts_other_things(sentence, count, frame.measure, lexicon):
        frame = None
    elif is_guess and sentence.word(0) in _NAMES_A_SOURCE:
        frame = None  # "Source (first three lines): NDMO"
    measure = frame.measure if frame else "other"
    unit = _UNIT_OF.get(measure, "people") if count.is_bare else count.unit
    group = "" if measure == "distance" else _without_state(count.counted.group)  # "30 km of road"
    draft = Draft(sentence, count, measure, unit, group)
    if measure in _OF_HOMES and unit not in ("percent", "households"):
        draft.unit = "buildings"  # a tent that burned was a home
    if (frame is None or frame.rule == LEARNED) and _measure_by_label(draft, lexicon):
        pass
    elif frame:
        draft.because("measure", f"{frame.measure}: {frame.rule}", frame.i, frame.j)
    if draft.measure == "funding":
        draft.group = ""  # "US$ 12 million six-month requirements": money is all that is counted
    if quantity.qualifier_words:
        draft.because("qualifier", quantity.qualifier, quantity.qualifier_at, quantity.i)
    return draft


def _without_state(group: str) -> str:
    """ "took eleven sailors hostage": what they were made is none of their name."""
    who, _, last = group.rpartition(" ")
    if last.lower() not in _MADE:
        return group
    return "" if who.lower() in _MAKING else who


def _counts_other_things(sentence: Sentence, count: Count, measure: str, lexicon: Lexicon) -> bool:
    """Whether the head of a bare number's column names things where only people could be counted so: "Sites opened"."""
    thing = named_in(sentence.block.column, lexicon) if count.is_bare and sentence.block.column else None
    return thing is not None and thing.unit not in PEOPLE_UNITS and measure not in _UNIT_OF


def _measure_by_label(draft: Draft, lexicon: Lexicon) -> bool:
    """A number takes its measure from the heads of its column and row, or from the heading of its list."""
    count = draft.count
    has_sign, own_unit = count.quantity.unit != "", _own_unit(draft, lexicon)
    for rule, words in [*labels_of(draft), ("explained", _explained(draft))]:
        label = read_label(words, lexicon, own_unit) if words else None
        if label is None or has_sign != (label.measure == "funding"):
            continue
        if rule == "heading" and draft.sentence.block.column and label.measure == "attacks":
            continue  # "IMPACT" above a column says nothing of what the column counts
        draft.measure = label.measure
        if count.is_bare:
            named = label.thing.unit if label.thing else ""
            draft.unit = own_unit or named or _UNIT_OF.get(label.measure, "people")
        draft.note("measure", f"{label.measure}: {rule}", words)
        return True
    return False


def _own_unit(draft: Draft, lexicon: Lexicon) -> str:
    """In which unit a heading must speak of the number: that of its own noun, its currency, or the head of its column."""
    count, column = draft.count, draft.sentence.block.column
    if count.is_bare:
        thing = named_in(column, lexicon) if column else None
        in_row = named_in(draft.sentence.block.row, lexicon) if not column and draft.sentence.block.row else None
        return thing.unit if thing else "households" if in_row and in_row.unit == "households" else ""
    if count.quantity.unit in ("usd", "other"):
        return "usd"
    return "" if count.unit in PEOPLE_UNITS else count.unit


def _explained(draft: Draft) -> str:
    """What a line that begins with its number says of it behind a dash or a colon: "12,000 – the number of people evacuated"."""
    sentence, mark = draft.sentence, draft.count.end
    begins = draft.count.begin == 0 and draft.count.counted.thing is None
    return sentence.say(mark + 1, len(sentence)) if begins and sentence.word(mark) in _EXPLAINS else ""


def labels_of(draft: Draft) -> list[tuple[str, str]]:
    """The heads of a number's column and row, and the heading of its list with the line's own words: ("column", "Killed")."""
    block = draft.sentence.block
    labels = [("column", block.column), ("row", block.row)]
    is_line = block.kind in (BlockKind.BULLET, BlockKind.CELL) or _is_label_line(draft)
    if _is_counted_out(draft):
        labels += [("heading", block.heading)]
    elif _opens_with_place(draft) or (is_line and len(draft.sentence) <= LONGEST_LISTED):
        own = block.column if says_degree(block.column) else _own_label(draft)
        labels += [("heading", f"{block.heading} {own}".strip() if own else block.heading)]
    return labels


def _is_label_line(draft: Draft) -> bool:
    """ "Totally: 2,874", "Ghana 16,911": a line of its own under a heading, its number behind a mark or a name."""
    sentence, block = draft.sentence, draft.sentence.block
    is_alone = block.kind is BlockKind.PARAGRAPH and (sentence.start, sentence.end) == (block.start, block.end)
    begin = draft.count.begin
    ends_line = draft.count.is_bare and draft.count.end == len(sentence) and sentence.is_capital(begin - 1)
    return is_alone and (sentence.word(begin - 1) in _EXPLAINS or ends_line)


def _is_counted_out(draft: Draft) -> bool:
    """ "Keta (18), Ho (11), Ada (5)" under "Distribution of cases": numbers in brackets behind names, from the first word on."""
    sentence, begin, end = draft.sentence, draft.count.begin, draft.count.end
    is_bracketed = draft.count.is_bare and sentence.word(begin - 1) == "(" and sentence.word(end) == ")"
    opening = sentence.lower.index("(") if is_bracketed else 0
    is_listed = 0 < opening <= LONGEST_KEY and all(sentence.is_capital(at) for at in (*range(opening), begin - 2))
    return is_listed and sentence.start == sentence.block.start and bool(sentence.block.heading)


def _opens_with_place(draft: Draft) -> bool:
    """ "Keta — 4,330 people in 38 halls, mostly schools.": a number right behind the name that its block begins with."""
    sentence, mark = draft.sentence, draft.count.begin - 1
    is_key = 0 < mark <= LONGEST_KEY and sentence.word(mark) in _EXPLAINS and sentence.start == sentence.block.start
    return is_key and all(sentence.is_capital(at) for at in range(mark)) and sentence.block.heading.isupper()


def _own_label(draft: Draft) -> str:
    """The line's own words for its number: "Houses … totally" in "Houses: 1,200 totally, 4,500 partially"."""
    sentence, end = draft.sentence, draft.count.end
    mark = next((at for at in range(draft.count.begin) if sentence.lower[at] in _EXPLAINS), 0)
    behind = next((at for at in range(end, len(sentence)) if sentence.lower[at] in (",", ";", ".", "(")), len(sentence))
    return f"{sentence.say(0, mark)} {sentence.say(end, behind)}".strip()
