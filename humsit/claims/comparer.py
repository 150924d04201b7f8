"""Questions kept up to date: reports come and go, and only the questions that their facts can touch are worked out again.

A figure is only ever compared with figures of its cell: those of the same measure, unit and people counted, at the same place
(`questions.bucket_of`). Where a bucket has few places, figures without a place may belong to the only one that has such figures
at the time; there the whole bucket is worked out together.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from humsit.claims.acronyms import full_names
from humsit.claims.asked import question_of, rank, told_apart
from humsit.claims.event_days import event_days
from humsit.claims.names import fold_text
from humsit.claims.questions import OPEN_PLACES, Bucket, Group, bucket_of, group_statements
from humsit.claims.records import Comparison, FigureStanding, Question
from humsit.claims.rulings import NO_RULINGS, Ruling, Rulings, root_of
from humsit.claims.statements import Statement, counted, only_places, place_of, state_denial, statements_of
from humsit.records import AnyFact, Denial, Figure, Unit

PAUSES_FROM = 5_000
"""From this many facts on the garbage collector waits until the end: it would walk over all of them again and again."""

Compared = Figure | Denial
_Cell = tuple[Bucket, str]
"""A bucket and a place in it; "" is no place."""
_Together = tuple[Bucket, str | None]
"""What is worked out together: a cell, or (None) all places of a bucket."""


@dataclass(slots=True)
class _Report:
    """What one report says that is compared, and what was decided on it."""

    facts: tuple[Compared, ...]
    places: Mapping[str, str]
    days: Mapping[str, int]
    ruled: tuple[str, ...]
    """fact_ids on which something was decided."""


class Comparer:
    """How the facts of all reports stand to each other, kept up to date report by report."""

    def __init__(self) -> None:
        self.worked_out = 0
        """Facts whose questions were worked out the last time that anybody asked."""
        self._reports: dict[str, _Report] = {}
        self._cells: dict[Bucket, dict[str, dict[str, Compared]]] = defaultdict(lambda: defaultdict(dict))
        """bucket → place → fact_id → fact"""
        self._cell: dict[str, _Cell] = {}
        """fact_id → where it stands by itself"""
        self._moved: dict[str, _Cell] = {}
        """fact_id of what an analyst put elsewhere → where it stands now"""
        self._rulings: dict[str, Ruling] = {}
        self._touched: set[_Cell] = set()
        self._questions: dict[Bucket, dict[_Together, list[Question]]] = defaultdict(dict)
        self._standings: dict[str, FigureStanding] = {}

    def put(self, document_id: str, facts: Iterable[AnyFact], rulings: Rulings = NO_RULINGS) -> None:
        """Take these for the facts of a report, in place of those that it had; conditions are passed over.

        `rulings` are those made on its facts.
        """
        self.drop(document_id)
        kept = tuple({fact.fact_id: fact for fact in facts if isinstance(fact, Figure | Denial)}.values())
        if not kept:
            return
        figures = [fact for fact in kept if isinstance(fact, Figure)]
        report = self._reports[document_id] = _Report(kept, only_places(figures), event_days(figures), tuple(rulings))
        self._rulings |= rulings
        for fact in kept:
            bucket, place = cell = _cell_of(fact, report.places)
            self._cells[bucket][place][fact.fact_id] = fact
            self._cell[fact.fact_id] = cell
            self._touched.add(cell)

    def drop(self, document_id: str) -> None:
        """Forget a report's facts; nothing happens where there are none."""
        report = self._reports.pop(document_id, None)
        for fact_id in report.ruled if report else ():
            del self._rulings[fact_id]
        for fact in report.facts if report else ():
            bucket, place = cell = self._cell.pop(fact.fact_id)
            del self._cells[bucket][place][fact.fact_id]
            self._touched.add(cell)
            if fact.fact_id in self._moved:
                self._touched.add(self._moved[fact.fact_id])

    def comparison(self) -> Comparison:
        """All questions as they stand now, those on which most depends first."""
        with _without_pauses(len(self._cell)):
            self._work_out()
            kept = (question for of_bucket in self._questions.values() for some in of_bucket.values() for question in some)
            questions = sorted(kept, key=rank)
            return Comparison(questions, dict(self._standings), {question.question_id: question for question in questions})

    # -- what is touched ---------------------------------------------------------------------------------------------------------

    def _work_out(self) -> None:
        self.worked_out = 0
        beside = self._move()
        for bucket in {bucket for bucket, _ in self._touched}:
            due, gone = self._due(bucket)
            for together in (*gone, *due):
                self._forget(together)
            for together in due:
                self._keep(together, beside)
        self._touched.clear()

    def _move(self) -> dict[str, str]:
        """Finds where each fact now stands that an analyst put beside another; fact_id → the fact beside which it stands."""
        chosen = {
            fact_id: ruling.beside
            for fact_id, ruling in self._rulings.items()
            if ruling.beside is not None and fact_id in self._cell
        }
        beside = {fact_id: root_of(fact_id, chosen) for fact_id in chosen}
        moved = {fact_id: self._cell.get(root, self._cell[fact_id]) for fact_id, root in beside.items()}
        for fact_id in moved.keys() | self._moved.keys():
            before, now = self._moved.get(fact_id), moved.get(fact_id)
            own = self._cell.get(fact_id)
            if before != now or own in self._touched:
                self._touched.update(cell for cell in (before, now, own) if cell is not None)
        self._moved = moved
        return beside

    def _due(self, bucket: Bucket) -> tuple[list[_Together], list[_Together]]:
        """What of a bucket must be worked out (again), and what no longer stands by itself."""
        places = self._cells[bucket]
        for place in [place for place, facts in places.items() if not facts]:
            del places[place]
        touched: set[_Together] = {(bucket, place) for of, place in self._touched if of == bucket}
        whole = len(places) - ("" in places) < OPEN_PLACES
        now: list[_Together] = [(bucket, None)] if whole else [(bucket, place) for place in places]
        known = self._questions[bucket]
        due = [together for together in now if whole or together not in known or together in touched]
        return due, [together for together in known if together not in set(now)]

    # -- working out -------------------------------------------------------------------------------------------------------------

    def _forget(self, together: _Together) -> None:
        for question in self._questions[together[0]].pop(together, ()):
            for fact_id in question.facts:
                self._standings.pop(fact_id, None)

    def _keep(self, together: _Together, beside: Mapping[str, str]) -> None:
        bucket, place = together
        cells = self._cells[bucket]
        facts = [fact for at in (cells if place is None else (place,)) for fact in cells[at].values()]
        moved = [self._fact(i) for i, (of, at) in self._moved.items() if of == bucket and place in (None, at)]
        self.worked_out += len(facts)
        questions = self._compared([fact for fact in facts if fact.fact_id not in beside], moved, beside)
        self._questions[bucket][together] = questions
        for question in questions:
            told, replaced = (_told(question, superseded) for superseded in (False, True))
            self._standings |= {i: replaced if i in question.superseded else told for i in question.facts}

    def _fact(self, fact_id: str) -> Compared:
        bucket, place = self._cell[fact_id]
        return self._cells[bucket][place][fact_id]

    def _compared(self, facts: list[Compared], moved: list[Compared], beside: Mapping[str, str]) -> list[Question]:
        reports = {fact.document_id: self._reports[fact.document_id] for fact in (*facts, *moved)}
        places = {document_id: place for report in reports.values() for document_id, place in report.places.items()}
        days = {fact_id: day for report in reports.values() for fact_id, day in report.days.items()}
        denials = sorted((fact for fact in facts if isinstance(fact, Denial)), key=lambda denial: denial.fact_id)
        names = full_names([*facts, *moved])
        groups = group_statements(
            statements_of((fact for fact in facts if isinstance(fact, Figure)), places, days, names),
            [(state_denial(denial, places, names), denial) for denial in denials],
            list(_put_elsewhere(moved, places, days, beside)),
            lru_cache(maxsize=None)(lambda document_id: _sentences(reports[document_id].facts)),
        )
        return told_apart([question_of(group, self._decided_on(group)) for group in groups])

    def _decided_on(self, group: Group) -> list[Ruling]:
        return [self._rulings[i] for i in group.fact_ids() if i in self._rulings] if self._rulings else []


def _told(question: Question, superseded: bool) -> FigureStanding:
    computed = question.computed if question.ruling else None
    return FigureStanding(question.question_id, question.standing, question.reason, superseded, computed)


def _sentences(facts: Iterable[Compared]) -> str:
    """What a report says of its figures, each sentence once."""
    return fold_text(" ".join(dict.fromkeys(fact.quote for fact in facts)))


def _put_elsewhere(
    moved: Iterable[Compared], places: Mapping[str, str], days: Mapping[str, int], beside: Mapping[str, str]
) -> Iterator[tuple[Statement | Denial, str]]:
    """What an analyst put beside other facts, as statements and denials with the fact beside which each stands."""
    by_root: dict[str, list[Figure]] = defaultdict(list)
    for fact in sorted(moved, key=lambda fact: fact.fact_id):
        if isinstance(fact, Figure):
            by_root[beside[fact.fact_id]].append(fact)
        else:
            yield fact, beside[fact.fact_id]
    for root, figures in by_root.items():
        yield from ((stated, root) for stated in statements_of(figures, places, days))


def _cell_of(fact: Compared, places: Mapping[str, str]) -> _Cell:
    unit = fact.unit if isinstance(fact, Figure) else Unit.PEOPLE
    return bucket_of(fact.measure, unit, *counted(fact, unit)), place_of(fact, places)


@contextmanager
def _without_pauses(facts: int) -> Iterator[None]:
    pause = facts >= PAUSES_FROM and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()
