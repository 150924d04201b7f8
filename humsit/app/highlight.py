"""A report's text with the words that made its facts marked: pure, offsets in characters of the original text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from humsit.app.markup import Safe, joined, safe, tag
from humsit.records import AnyFact, Document, Figure

FACT, OTHER, UNIT, CLAIMANT, PLACE = "fact", "other", "unit", "claimant", "place"
_RANK = (FACT, CLAIMANT, PLACE, UNIT, OTHER)
NEIGHBOURHOOD = 240
"""Characters shown before and after a fact's own sentence, cut at paragraph or sentence ends where there are some."""
PART = 30_000
"""Characters of a long report that are read at a time: some ten pages."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and why it is marked; `fact_id` is "" where it leads nowhere."""

    start: int
    end: int
    kind: str
    fact_id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text with at most one mark."""

    start: int
    text: str
    mark: Mark | None = None


def segments(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """The whole text in order, cut at the marks; where two overlap the more telling one wins, the rest of the other stays."""
    wanted = sorted((m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: m.start, reverse=True)
    borders = sorted({0, len(text), *(m.start for m in wanted), *(m.end for m in wanted)})
    pieces: list[Segment] = []
    running: list[Mark] = []
    for start, end in pairwise(borders):
        running = [mark for mark in running if mark.end > start]
        while wanted and wanted[-1].start <= start:
            running.append(wanted.pop())
        mark = min(running, key=lambda m: (_RANK.index(m.kind), m.start, m.end), default=None)
        last = pieces[-1] if pieces else None
        if last and last.mark is mark:
            pieces[-1] = Segment(last.start, last.text + text[start:end], mark)
        else:
            pieces.append(Segment(start, text[start:end], mark))
    return pieces


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report with the facts that were read from it; none where it is mere text."""

    start: int
    text: str
    fact_ids: tuple[str, ...] = ()
    """Those with the fewest words first."""
    kind: str = ""
    """What the first of them is: "figure", "condition" or "denial"."""
    begins: bool = True
    """Whether the first of them was not shown before: it goes on where others stand within it."""


def passages(text: str, facts: Sequence[AnyFact], start: int = 0, end: int | None = None) -> list[Passage]:
    """A stretch of the text in order, cut where what is known of it changes; where facts overlap, the shortest one leads."""
    stop = len(text) if end is None else end
    told = sorted((fact for fact in facts if start < fact.end and fact.start < stop), key=lambda fact: fact.start, reverse=True)
    borders = sorted({start, stop, *(max(start, f.start) for f in told), *(min(stop, f.end) for f in told)})
    found: list[Passage] = []
    seen: set[str] = set()
    running: list[AnyFact] = []
    for left, right in pairwise(borders):
        running = [fact for fact in running if fact.end > left]
        while told and told[-1].start <= left:
            running.append(told.pop())
        there = sorted(running, key=lambda fact: (fact.end - fact.start, fact.start, fact.fact_id))
        ids = tuple(fact.fact_id for fact in there)
        found.append(Passage(left, text[left:right], ids, there[0].kind if there else "", not ids or ids[0] not in seen))
        seen.update(ids[:1])
    return found


def parts(text: str, facts: Sequence[AnyFact], longest: int = PART) -> list[tuple[int, int]]:
    """Where a long report is cut, so that a part can be read at a time: between paragraphs if it has some, never in a fact."""
    cuts, whole = [0], _overlapping(facts)
    while len(text) - cuts[-1] > longest:
        at = _gap(text, cuts[-1] + longest // 2, cuts[-1] + longest)
        start, end = next(((start, end) for start, end in whole if start < at < end), (at, at))
        cuts.append(start if start > cuts[-1] else end)
    return list(pairwise(dict.fromkeys([*cuts, len(text)]))) or [(0, len(text))]


def _overlapping(facts: Iterable[AnyFact]) -> list[tuple[int, int]]:
    """The stretches that facts cover, those that overlap as one: a cut beside one of them may lie in another."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((fact.start, fact.end) for fact in facts):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _gap(text: str, start: int, stop: int) -> int:
    """The end of the last paragraph, line, sentence or word there; `stop` where there is none."""
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, start, stop)
        if at >= 0:
            return at + len(mark)
    return stop


def marks_of(facts: Iterable[AnyFact]) -> list[Mark]:
    """Every fact's own words, for reading a whole report."""
    return [Mark(fact.start, fact.end, FACT, fact.fact_id) for fact in facts]


def marks_for(fact: AnyFact, document: Document, others: Sequence[AnyFact] = ()) -> list[Mark]:
    """The words that made one fact: its own, what is counted, the claimant and the place near it; other facts faintly."""
    marks = [Mark(fact.start, fact.end, FACT, fact.fact_id)]
    if isinstance(fact, Figure) and fact.unit_start is not None and fact.unit_end is not None:
        marks.append(Mark(fact.unit_start, fact.unit_end, UNIT))
    for field, kind in (("claimant", CLAIMANT), ("place", PLACE)):
        marks += _deciding(fact, field, kind) or _nearest(fact, document.text, getattr(fact, field), kind)
    return marks + [Mark(other.start, other.end, OTHER, other.fact_id) for other in others if other.fact_id != fact.fact_id]


def _deciding(fact: AnyFact, field: str, kind: str) -> list[Mark]:
    """The words that the reader itself names as its reason for a field."""
    spans = [(why.start, why.end) for why in fact.why if why.field == field]
    return [Mark(start, end, kind) for start, end in spans if start is not None and end is not None and end > start]


def _nearest(fact: AnyFact, text: str, words: str, kind: str) -> list[Mark]:
    """Else the nearest place where the field's words stand, looking back first, within the neighbourhood."""
    if not words:
        return []
    floor = max(0, fact.quote_start - NEIGHBOURHOOD)
    at = text.rfind(words, floor, max(fact.quote_end, fact.end))
    at = at if at >= 0 else text.find(words, fact.end, fact.end + NEIGHBOURHOOD)
    return [Mark(at, at + len(words), kind)] if at >= 0 else []


def neighbourhood(fact: AnyFact, text: str) -> tuple[int, int]:
    """Where the stretch around a fact begins and ends: its sentence with what stands before and after it."""
    from_sentence, to_sentence = min(fact.quote_start, fact.start), max(fact.quote_end, fact.end)
    if fact.quote_end <= fact.quote_start:
        from_sentence, to_sentence = fact.start, fact.end
    start, end = max(0, from_sentence - NEIGHBOURHOOD), min(len(text), to_sentence + NEIGHBOURHOOD)
    if start:
        start = _after_break(text, start, from_sentence)
    if end < len(text):
        end = _before_break(text, to_sentence, end)
    return start, end


def _after_break(text: str, start: int, stop: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.find(mark, start, stop)
        if at >= 0:
            return at + len(mark)
    return start


def _before_break(text: str, start: int, stop: int) -> int:
    for mark, kept in (("\n\n", 0), ("\n", 0), (". ", 1), (" ", 0)):
        at = text.rfind(mark, start, stop)
        if at >= 0:
            return at + kept
    return stop


def passage(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Safe:
    """A stretch of a report as HTML, marked; "…" where the report goes on."""
    stop = len(text) if end is None else end
    moved = [_clipped(mark, start, stop) for mark in marks]
    pieces = [_drawn(piece) for piece in segments(text[start:stop], [m for m in moved if m])]
    before, after = ("… " if start else ""), (" …" if stop < len(text) else "")
    return tag("div", before, joined(pieces), after, kind="hs-report hs-quote" if (before or after) else "hs-report")


def _clipped(mark: Mark, start: int, stop: int) -> Mark | None:
    left, right = max(mark.start, start) - start, min(mark.end, stop) - start
    return Mark(left, right, mark.kind, mark.fact_id, mark.label) if left < right else None


def _drawn(piece: Segment) -> Safe:
    return tag("mark", piece.text, kind=f"hs-{piece.mark.kind}") if piece.mark else safe(piece.text)


def words_at(text: str, wanted: str, occurrence: int = 1) -> tuple[int, int] | None:
    """Where the nth occurrence of exactly these words begins and ends; None where there are not so many."""
    at, found = -1, 0
    while wanted and found < occurrence:
        at = text.find(wanted, at + 1)
        if at < 0:
            return None
        found += 1
    return (at, at + len(wanted)) if wanted and found else None
