"""Two reports that print one story: which words were taken out and put in, and which figures changed with them.

"killed 17 people in Osh" → "killed 41 people in Osh": one figure changed, 17 → 41. Papers that print a story with small edits
change none, so that theirs is a copy; where a figure changed, the one printed later is a later version of the other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from humsit.documents.copies import first_printed, of_one_house
from humsit.records import AnyFact, Document, Figure

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n?")
MOST_TOKENS = 3_000
"""Words in a stretch of either text that are compared one by one; a longer stretch without a common line is shown as replaced."""

MOST_VERSIONS = 12
"""Versions of a story that a new report is held against, the newest."""

Span = tuple[int, int]


class Edit(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: `text` is that of the later report where it stands in it, else of the earlier one, from `start` on."""

    edit: Edit
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of the earlier report and what stands in its place in the later one; None: nothing does."""

    was: Figure | None
    now: Figure | None

    @property
    def revises(self) -> bool:
        """Whether another number stands in the place of one: what makes a report a later version, and no copy."""
        return self.was is not None and self.now is not None


@dataclass(frozen=True, slots=True)
class Version:
    """A later report beside an earlier one of the same story."""

    was: Document
    now: Document
    figures: tuple[FigureChange, ...]
    """The figures that changed, in the order of the words; those that are only in one of the two last."""

    @property
    def revised(self) -> tuple[FigureChange, ...]:
        """The figures in whose place another number stands."""
        return tuple(change for change in self.figures if change.revises)

    @property
    def words(self) -> list[Piece]:
        """What was taken out and put in, word by word, with all that stayed between."""
        return word_diff(self.was.text, self.now.text)


def version(was: Document, was_facts: Sequence[AnyFact], now: Document, now_facts: Sequence[AnyFact]) -> Version:
    """What the second report changes of the first, whose facts these are."""
    old, new = _figures(was_facts), _figures(now_facts)
    return Version(was, now, tuple(_changes(was.text, old, now.text, new)))


def is_earlier(document: Document, kept: Document) -> bool:
    """Whether a report that came after `kept` was published before it. Of one day, or where a day is unknown, what came later is
    later.
    """
    return document.published is not None and kept.published is not None and document.published < kept.published


def latest(versions: Sequence[Version], now: Document) -> Version | None:
    """Of what a report changes of several, given in the order in which they were kept, that of the newest one: of the same
    publisher, else of the same agency, if there is one.
    """
    dated = sorted(versions, key=lambda one: one.was.published or dt.date.min)
    by_publisher = [one for one in dated if one.was.publisher and one.was.publisher == now.publisher]
    return next(iter((by_publisher or [one for one in dated if of_one_house(one.was, now)] or dated)[::-1]), None)


Revised = dict[str, tuple[str, ...]]
"""fact_id of a figure → the figures that stand in its place in later versions"""


def succession(
    document: Document, beside: Sequence[Version], kept_later: Collection[str] = ()
) -> tuple[Document | None, Revised]:
    """Which report one is a later version of (None: of none), and which figures are put right by that, or put it right.

    `beside`: what it changes of each other report of its story, in the order in which they were kept; `kept_later`: the ids of
    those that were kept after it. A report that says the same
    as an older one is a copy of that version, however late it is printed, unless its own house printed another version since.
    """
    same = [one.was for one in beside if not one.revised]
    changed = [one for one in beside if one.revised]
    if same and not any(_follows(one.was, same[0], beside) and of_one_house(one.was, document) for one in changed):
        older = [one for one in changed if not _follows(one.was, same[0], beside)]
        return None, _put_right(older, [one for one in changed if one not in older])
    older = [one for one in changed if _is_later(document, one.was, one.was.document_id in kept_later)]
    before = latest(older, document)
    return None if before is None else before.was, _put_right(older, [one for one in changed if one not in older])


def _is_later(document: Document, other: Document, kept_later: bool) -> bool:
    return is_earlier(other, document) if kept_later else not is_earlier(document, other)


def _follows(other: Document, first: Document, beside: Sequence[Version]) -> bool:
    """Whether of two kept reports the one was printed after the other."""
    kept = [one.was.document_id for one in beside]
    if kept.index(other.document_id) > kept.index(first.document_id):
        return not is_earlier(other, first)
    return is_earlier(first, other)


def _put_right(older: Sequence[Version], newer: Sequence[Version]) -> Revised:
    """The figures of older versions revised by those of the new report, and its own by those of newer ones."""
    revised: Revised = {}
    for one in older:
        for was, now in _pairs(one):
            revised[was.fact_id] = (*revised.get(was.fact_id, ()), now.fact_id)
    for one in newer:
        for now, was in _pairs(one):
            revised[was.fact_id] = (*revised.get(was.fact_id, ()), now.fact_id)
    return revised


def _pairs(version: Version) -> Iterator[tuple[Figure, Figure]]:
    for change in version.figures:
        if change.was is not None and change.now is not None:
            yield change.was, change.now


def word_diff(was: str, now: str) -> list[Piece]:
    """The words of two texts one behind the other: what stayed, what was removed, what was inserted. The pieces that are not
    removed join to the second text; of the first only blanks and capitals are passed over.
    """
    pieces: list[Piece] = []
    for edit, old, new in _edits(was, now):
        if edit is Edit.SAME:
            pieces.append(Piece(Edit.SAME, now[slice(*new)], new[0]))
            continue
        if old[0] < old[1]:
            pieces.append(Piece(Edit.REMOVED, was[slice(*old)], old[0]))
        if new[0] < new[1]:
            pieces.append(Piece(Edit.INSERTED, now[slice(*new)], new[0]))
    return pieces


# --- words


def _edits(was: str, now: str) -> Iterator[tuple[Edit, Span, Span]]:
    """Stretches of both texts side by side, that together are all of both: SAME, or else replaced (REMOVED)."""
    lines, other_lines = _spans(_LINE, was), _spans(_LINE, now)
    at = at_now = 0
    for same, old, new in _matched([was[slice(*s)] for s in lines], [now[slice(*s)] for s in other_lines]):
        end = lines[old[1] - 1][1] if old[1] else 0
        end_now = other_lines[new[1] - 1][1] if new[1] else 0
        yield from [(Edit.SAME, (at, end), (at_now, end_now))] if same else _by_words(was, (at, end), now, (at_now, end_now))
        at, at_now = end, end_now


def _by_words(was: str, old: Span, now: str, new: Span) -> Iterator[tuple[Edit, Span, Span]]:
    tokens, other = _spans(_TOKEN, was, *old), _spans(_TOKEN, now, *new)
    if max(len(tokens), len(other)) > MOST_TOKENS:
        yield Edit.REMOVED, old, new
        return
    if not tokens and not other:
        yield Edit.SAME, old, new
        return
    at, at_now = old[0], new[0]
    matched = list(_matched([was[slice(*s)].casefold() for s in tokens], [now[slice(*s)].casefold() for s in other]))
    for number, (same, one, two) in enumerate(matched, 1):
        last = number == len(matched)
        end = old[1] if last else tokens[one[1]][0] if one[1] < len(tokens) else old[1]
        end_now = new[1] if last else other[two[1]][0] if two[1] < len(other) else new[1]
        yield Edit.SAME if same else Edit.REMOVED, (at, end), (at_now, end_now)
        at, at_now = end, end_now


def _spans(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> list[Span]:
    found = pattern.finditer(text, start, len(text) if end is None else end)
    return [match.span() for match in found if match.end() > match.start()]


def _matched(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[bool, Span, Span]]:
    """Stretches of two sequences side by side: whether they are the same, and where each begins and ends."""
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield tag == "equal", (a, b), (c, d)


# --- figures


def _figures(facts: Sequence[AnyFact]) -> list[Figure]:
    return sorted((fact for fact in facts if isinstance(fact, Figure)), key=lambda figure: (figure.start, figure.fact_id))


def _changes(was: str, old: Sequence[Figure], now: str, new: Sequence[Figure]) -> Iterator[FigureChange]:
    """Pairs of figures that stand in each other's place and say another number, then what has no other."""
    pairs: list[tuple[Figure, Figure]] = []
    left, left_new = list(old), list(new)
    for edit, before, after in _edits(was, now):
        here, there = _inside(left, before), _inside(left_new, after)
        moved = after[0] - before[0]
        for figure in here:
            same = [one for one in there if _fits(figure, one) and (edit is not Edit.SAME or one.start == figure.start + moved)]
            if same:
                pairs.append((figure, same[0]))
                there.remove(same[0])
    paired = {one.fact_id for pair in pairs for one in pair}
    left = [figure for figure in old if figure.fact_id not in paired]
    left_new = [figure for figure in new if figure.fact_id not in paired]
    for figure, other in _elsewhere(left, left_new):
        pairs.append((figure, other))
        left.remove(figure)
        left_new.remove(other)
    yield from (FigureChange(a, b) for a, b in sorted(pairs, key=lambda pair: pair[1].start) if _says(a) != _says(b))
    yield from (FigureChange(figure, None) for figure in left)
    yield from (FigureChange(None, figure) for figure in left_new)


def _inside(figures: Sequence[Figure], span: Span) -> list[Figure]:
    """Those whose number begins in a stretch."""
    return [figure for figure in figures if span[0] <= figure.start < span[1]]


def _fits(figure: Figure, other: Figure) -> bool:
    """Whether two figures may count the same, said by the same: what one names and the other leaves open keeps them not apart.
    Rival claims that two versions give in one place are two figures.
    """
    named = ((figure.place, other.place), (figure.side, other.side))
    apart = any(one and two and one.casefold() != two.casefold() for one, two in named)
    one, two = (frozenset(_TOKEN.findall(of.claimant.casefold())) - {"the"} for of in (figure, other))
    return (figure.measure, figure.unit) == (other.measure, other.unit) and not apart and (one <= two or two <= one)


def _elsewhere(left: Sequence[Figure], left_new: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures whose sentence was written anew: the only ones of their kind in either report."""
    by_kind = {kind: list(of) for kind, of in groupby(sorted(left, key=_kind), key=_kind)}
    new_by_kind = {kind: list(of) for kind, of in groupby(sorted(left_new, key=_kind), key=_kind)}
    for kind, figures in by_kind.items():
        others = new_by_kind.get(kind, [])
        if len(figures) == len(others) == 1 and _fits(figures[0], others[0]):
            yield figures[0], others[0]


def _kind(figure: Figure) -> tuple[str, ...]:
    return figure.measure.value, figure.unit.value, figure.population_group.value


def _says(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.value


def revisions(documents: Iterable[Document], facts: Iterable[AnyFact]) -> Revised:
    """Which figures of these reports are put right by which others of them, where they print one story with other numbers."""
    told: dict[str, list[AnyFact]] = defaultdict(list)
    for fact in facts:
        told[fact.document_id].append(fact)
    revised: Revised = {}
    for story in _stories(documents):
        for of_one in _of_story(story, told):
            for fact_id, by in of_one.items():
                revised[fact_id] = (*by, *revised.get(fact_id, ()))
    return revised


def _stories(documents: Iterable[Document]) -> list[list[Document]]:
    """The reports of each story that more than one prints, in the order in which they were published."""
    known = {document.document_id: document for document in documents}
    stories: dict[str, list[Document]] = {}
    for document_id, first in first_printed(known.values()).items():
        stories.setdefault(first.document_id, [first]).append(known[document_id])
    return list(stories.values())


def _of_story(story: Sequence[Document], told: Mapping[str, Sequence[AnyFact]]) -> Iterator[Revised]:
    """What each report of a story puts right; each is held against the versions only, of which there are few."""
    versions: list[Document] = []
    for number, document in enumerate(story):
        beside = [version(one, told[one.document_id], document, told[document.document_id]) for one in versions[-MOST_VERSIONS:]]
        before, revised = succession(document, beside)
        if before is not None or not versions:
            versions.append(document)
        here = [fact for other in story[:number] for fact in told[other.document_id] if isinstance(fact, Figure)]
        yield revised | _said_again(here, revised) if revised else {}


def _said_again(figures: Sequence[Figure], revised: Revised) -> Revised:
    """The same for the very same figures in other reports that print the story."""
    put = {same_as(figure): revised[figure.fact_id] for figure in figures if figure.fact_id in revised}
    return {figure.fact_id: put[same_as(figure)] for figure in figures if same_as(figure) in put}


def same_as(figure: Figure) -> tuple[object, ...]:
    """Equal for figures that say the same."""
    return figure.measure, figure.unit, figure.place, figure.low, figure.high
