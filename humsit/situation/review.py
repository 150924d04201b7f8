"""Review as work: which facts to look at next and why those, and the decisions of a reviewer.

The queue asks the desk for a slice at a time, never for everything, and its order stays while one works: what was handed out
keeps its place, whatever becomes of it. Contested figures come first over all that is asked for; what is large, uncertain or
new is ordered within the next `SLICE` facts that nobody decided on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import Any

from humsit import ledger, tables
from humsit.claims import FigureStanding, Question
from humsit.ledger import Draft
from humsit.records import Action, AnyFact, ClaimantType, Correction, Qualifier, Review, Stance, Standing, Unit
from humsit.situation.desk import Situation
from humsit.situation.kinds import present
from humsit.store import Selection

UNDECIDED = (Review.EXTRACTED.value, Review.IN_REVIEW.value)
DECIDED = (Review.APPROVED.value, Review.APPROVED_BUT_CHANGED.value, Review.REJECTED.value)
SLICE, QUESTIONS = 2_000, 20
"""Facts that are ordered at a time, and contested questions that are asked for at a time."""
LARGE = 1_000
"""A figure of so many people (homes, vehicles …) is large; of money, a thousand times as much."""

MISREAD = "Misread: the words say something else"
REPORT_WRONG, REVISED = "The report itself is wrong", "The source has put it right since"
NO_SUCH = "Misread: the words say no such thing"
TWICE, ELSEWHERE, NO_FACT, UNRELIABLE = (
    "Said twice in the same report",
    "Not about this situation",
    "A plan, an example or a rumour, no fact",
    "The report cannot be relied on",
)
APPROVED = "Checked against the report"
WHY_CORRECT = (MISREAD, REPORT_WRONG, REVISED)
WHY_REJECT = (NO_SUCH, TWICE, ELSEWHERE, NO_FACT, UNRELIABLE)
"""Reasons that are offered ready-made; the first of each say that the reader erred."""


class Because(StrEnum):
    """Why a fact should be looked at, the gravest first."""

    CONTESTED = "contested"
    LARGE = "large"
    DIVERGENT = "divergent"
    UNCONFIRMED = "unconfirmed"
    HEDGED = "hedged"
    VAGUE = "vague"
    NO_PLACE = "no_place"
    NO_CLAIMANT = "no_claimant"
    IN_REVIEW = "in_review"


@dataclass(frozen=True, slots=True)
class Item:
    """A fact of the queue."""

    fact_id: str
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How many facts are asked for, and how many of them somebody has decided on or rejected."""

    total: int
    done: int
    rejected: int


class Queue:
    """What to look at, one after the other. Not to be shared between threads."""

    def __init__(self, situation: Situation, selection: Selection) -> None:
        self._situation = situation
        self._asked = replace(selection, review=UNDECIDED)
        self._slices = self._all_slices()
        self._known: set[str] = set()
        self._items: list[Item] = []

    def at(self, place: int) -> Item | None:
        """The item at a place, counted from 0; None where the queue has ended before it."""
        while place >= len(self._items):
            found = next(self._slices, None)
            if found is None:
                self._slices = self._all_slices()  # what was added meanwhile is found when it is asked for again
                return None
            self._items += found
        return self._items[place]

    def _all_slices(self) -> Iterator[list[Item]]:
        kinds = _kinds(self._asked)
        if "figures" in kinds:
            yield from self._fresh(self._contested, QUESTIONS)
        for table in kinds:
            yield from self._fresh(lambda limit, offset, table=table: self._rows(table, limit, offset), SLICE)  # type: ignore[misc]

    def _fresh(self, ask: Callable[[int, int], tuple[int, list[Item]]], limit: int) -> Iterator[list[Item]]:
        """The items that were not handed out yet. After each slice it starts anew: what was decided has left the answers, so that
        only what was passed over is read again.
        """
        offset = 0
        while True:
            answered, items = ask(limit, offset)
            new = [item for item in items if item.fact_id not in self._known]
            if new:
                self._known |= {item.fact_id for item in new}
                yield new
                offset = 0
            elif answered < limit:
                return
            else:
                offset += limit

    def _contested(self, limit: int, offset: int) -> tuple[int, list[Item]]:
        questions = self._situation.questions(self._asked, standing=(Standing.CONTESTED,), limit=limit, offset=offset)
        return len(questions), [item for question in questions for item in self._of_question(question)]

    def _of_question(self, question: Question) -> Iterator[Item]:
        new = [fact_id for fact_id in question.facts if fact_id not in self._known]
        found = self._situation.facts_named(self._situation.which(new, self._asked), self._asked.known)
        for fact_id in new:
            if fact_id in found:
                superseded = fact_id in question.superseded
                standing = FigureStanding(question.question_id, question.standing, question.reason, superseded)
                yield Item(fact_id, because(tables.row(found[fact_id].fact, standing) | {"review": found[fact_id].review.value}))

    def _rows(self, table: str, limit: int, offset: int) -> tuple[int, list[Item]]:
        frame = self._situation.page(table, self._asked, limit=limit, offset=offset)
        rows = [(row, because(row)) for row in tables.records_of(table, frame)]
        ranked = sorted(zip(rows, count(), strict=False), key=lambda pair: (*_rank(*pair[0]), pair[1]))
        return len(rows), [Item(row["fact_id"], reasons) for (row, reasons), _ in ranked]


def because(row: Mapping[str, Any]) -> tuple[Because, ...]:
    """Why a row of the figures, conditions or denials table should be looked at; nothing: only because nobody has."""
    is_figure, denies = "qualifier" in row, "measure" in row and "qualifier" not in row
    signals = {
        Because.CONTESTED: row.get("standing") == Standing.CONTESTED,
        Because.LARGE: is_figure and _size(row) >= LARGE,
        Because.DIVERGENT: row.get("standing") == Standing.DIVERGENT,
        Because.UNCONFIRMED: row.get("stance") in (Stance.UNVERIFIED, Stance.CLAIMED),
        Because.HEDGED: bool(row.get("hedge")),
        Because.VAGUE: row.get("qualifier") == Qualifier.VAGUE,
        Because.NO_PLACE: not row.get("place") and not denies,
        Because.NO_CLAIMANT: is_figure and (not row.get("claimant") or row.get("claimant_type") == ClaimantType.UNNAMED),
        Because.IN_REVIEW: row.get("review") == Review.IN_REVIEW,
    }
    return tuple(reason for reason, holds in signals.items() if holds)


def _size(row: Mapping[str, Any]) -> float:
    ends = [end for end in (row["value"], row["low"], row["high"]) if end is not None]
    return max(ends, default=0) * (0.001 if row["unit"] == Unit.USD else 1)


def _rank(row: Mapping[str, Any], reasons: Sequence[Because]) -> tuple[int, float]:
    """Contested, then large (the largest first), then uncertain (the more signals the earlier), then the rest; what somebody is
    looking at already comes last.
    """
    if Because.IN_REVIEW in reasons:
        return 4, 0
    if Because.CONTESTED in reasons:
        return 0, 0
    if Because.LARGE in reasons:
        return 1, -_size(row)
    return (2, -len(reasons)) if reasons else (3, 0)


def _kinds(selection: Selection) -> tuple[str, ...]:
    """The tables that are reviewed: whoever asks for a measure or a standing asks for no conditions, and the other way round."""
    if selection.measure or selection.standing:
        return ("figures", "denials") if not selection.standing else ("figures",)
    return ("conditions",) if selection.condition else ("figures", "denials", "conditions")


def progress(situation: Situation, selection: Selection) -> Progress:
    """How far the facts asked for are reviewed, rejected ones among them."""

    def counted(review: Collection[str]) -> int:
        asked = replace(selection, review=tuple(review), include_rejected=True)
        return sum(situation.count(table, asked) for table in _kinds(selection))

    undecided, done, rejected = counted(UNDECIDED), counted(DECIDED), counted((Review.REJECTED.value,))
    return Progress(undecided + done, done, rejected)


def correct_and_approve(
    situation: Situation, fact_id: str, changes: Mapping[str, str | None], *, who: str, why: str, version: int | None = None
) -> list[Correction]:
    """Make fields read otherwise and say that now the fact reads as its document does, both or neither.

    Errors as in `Situation.correct`.
    """

    def decide(fact: AnyFact | None, rows: Sequence[Correction]) -> list[Draft]:
        found = present(fact)
        drafts = ledger.changing(found, rows, changes)
        review = ledger.apply(found, rows).review
        return [*drafts, Draft(Action.APPROVE, "review", review.value, Review.APPROVED.value)]

    versions = {} if version is None else {fact_id: version}
    return situation.decide_all({fact_id: decide}, who=who, why=why, versions=versions)
