"""Standings kept up to date in the store: after a write, only the cells that it touched are worked out again.

Three steps, each in transactions of its own, so that a process that is killed leaves nothing half done and the next one goes on:
reports whose facts changed are sorted into cells, what analysts put beside other figures follows them, and the cells that are due
are worked out.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from humsit.claims import (
    WHOLE,
    Cell,
    Gathered,
    ahead_of_print,
    as_told,
    cell_of,
    condition_question,
    condition_rank,
    event_days,
    finding_rank,
    findings_in,
    only_places,
    put_right,
    questions_in,
    root_of,
    tells,
    whole,
)
from humsit.claims.questions import OPEN_PLACES
from humsit.ledger import CorrectedFact
from humsit.records import AnyFact, Condition, Denial, Figure
from humsit.situation.decided import rulings_of
from humsit.situation.kept import condition_row, finding_row, question_row
from humsit.situation.names import Names, known_as, names_of
from humsit.situation.turns import turns_between
from humsit.store import Answers, Stood, Store, Work

Row = dict[str, Any]
REPORTS_AT_ONCE, CELLS_AT_ONCE = 200, 200
"""Reports sorted, and cells worked out, in one transaction: what a killed process loses, and how long others wait to write."""
TIDY_FROM = 2_000
"""From this many cells worked out in one go on the database looks at how its rows are spread."""


class Keeping:
    """Keeps the standings of one store; safe to share between threads, and with other processes."""

    def __init__(self, store: Store, *, tells_changes: bool = True) -> None:
        self._store = store
        self._tables = store.compared
        self._lock = threading.Lock()
        self._tells_changes = tells_changes
        self.worked_out = 0
        """Facts whose questions were worked out the last time that anything was."""

    def catch_up(self) -> None:
        """Compare all that was written since the last time."""
        if self._tables.is_current():
            return
        with self._lock:
            self.worked_out, cells = 0, 0
            while not self._tables.is_current():
                names, judgement = self._follow_names()
                while self._sort_some(names):
                    pass
                self._follow_moved(names)
                while done := self._work_out_some(names):
                    cells += done
                with self._tables.working() as work:
                    work.finish(judgement)
            if cells >= TIDY_FROM:
                self._tables.tidy()

    # -- names

    def _follow_names(self) -> tuple[Names, int]:
        """The names as they are judged now, and the newest judgement; reports whose names are led elsewhere become due."""
        judgements, authors = self._store.judgements(), self._store.copied_from()
        names = names_of(judgements, authors)
        with self._tables.working() as work:
            before, newest = work.newest_judgement()
            if before != newest:
                old = names_of([row for row in judgements if row.judgement_id <= before], authors)
                changed = {key for key, _ in old.aliases.items() ^ names.aliases.items()}
                _make_due(work, changed)
        return names, newest

    # -- reports

    def _sort_some(self, names: Names) -> int:
        with self._tables.working() as work:
            due = work.due_documents(REPORTS_AT_ONCE)
            if not due:
                return 0
            of_report: dict[str, list[Stood]] = {document_id: [] for document_id in due}
            for stood in work.facts_of(due):
                of_report[stood.corrected.fact.document_id].append(stood)
            reports, moved, cells, found = [], [], set(), {}
            for document_id, facts in of_report.items():
                counted = [names.led_back(stood.corrected.fact) for stood in facts if not stood.corrected.rejected]
                report, stands = _sorted(document_id, counted)
                reports.append(report)
                moved += [row for stood in facts if (row := _moved(stood, stands)) is not None]
                cells |= {(stood.bucket, stood.at) for stood in facts if stood.bucket is not None and stood.at is not None}
                cells |= {(row["bucket"], row["at"]) for row in stands.values()}
                found[document_id] = [_finding_row(finding) for finding in sorted(ahead_of_print(counted), key=finding_rank)]
            work.keep_of_reports(found)
            work.sort(reports, moved, cells)
            return len(due)

    def _follow_moved(self, names: Names) -> None:
        """What an analyst put beside another figure is compared where that one is."""
        with self._tables.working() as work:
            put = {stood.corrected.fact_id: stood for stood in work.put_beside() if not stood.corrected.rejected}
            beside = _beside(stood.corrected for stood in put.values())
            rows, cells = [], set()
            for fact_id, stood in put.items():
                root = beside.get(fact_id, fact_id)
                own = cell_of(names.led_back(put[root].corrected.fact), put[root].only_place) if root in put else None
                cell = own or work.cell_of(root) or cell_of(names.led_back(stood.corrected.fact), stood.only_place)
                if cell != (stood.bucket, stood.at):
                    rows.append({"fact_id": fact_id, "bucket": cell[0], "at": cell[1], "event_day": stood.event_day})
                    cells |= {cell, (stood.bucket or "", stood.at or "")}
            work.sort((), rows, cells)

    # -- cells

    def _work_out_some(self, names: Names) -> int:
        with self._tables.working() as work:
            due = work.due_cells(CELLS_AT_ONCE)
            if not due:
                return 0
            put = {stood.corrected.fact_id: stood.corrected for stood in work.put_beside() if not stood.corrected.rejected}
            beside = _beside(put.values())
            together = [(bucket, at) for bucket, ats in _by_bucket(due).items() for at in _together(work, bucket, ats)]
            facts = work.facts_in([cell for cell in together if cell[1] != WHOLE])
            before = work.questions_in(together) if self._tells_changes else {}
            answers = []
            for cell in together:
                stands = work.facts_of_bucket(cell[0]) if cell[1] == WHOLE else facts[cell]
                counted = [stood for stood in stands if not stood.corrected.rejected]
                answers.append(self._answers(work, cell, counted, names, beside, before.get(cell)))
            work.keep(answers)
            work.done(due)
            return len(due)

    def _answers(
        self,
        work: Work,
        cell: Cell,
        stands: Sequence[Stood],
        names: Names,
        beside: Mapping[str, str],
        before: Sequence[Row] | None,
    ) -> Answers:
        """What the facts of a cell answer; `before`: the questions that were kept for it, where changes are told."""
        bucket, at = cell
        self.worked_out += len(stands)
        facts = [names.led_back(stood.corrected.fact) for stood in stands]
        if bucket.startswith("condition "):
            return _condition_answers(bucket, at, stands, [fact for fact in facts if isinstance(fact, Condition)])
        told = {fact.fact_id: fact for fact in facts}
        revised_by = {stood.corrected.fact_id: stood.revised_by for stood in stands if stood.revised_by}
        facts = put_right(facts, revised_by)
        compared = [fact for fact in facts if isinstance(fact, Figure | Denial)]
        here = {fact.fact_id for fact in compared}
        gathered = Gathered(
            compared,
            {stood.corrected.fact.document_id: stood.only_place for stood in stands if stood.only_place},
            {stood.corrected.fact_id: stood.event_day for stood in stands if stood.event_day is not None},
            lambda document_id: tells(
                names.led_back(stood.corrected.fact) for stood in work.facts_of([document_id]) if not stood.corrected.rejected
            ),
            rulings_of(stood.corrected for stood in stands),
            {fact_id: root for fact_id, root in beside.items() if fact_id in here},
            {stood.corrected.fact.document_id: stood.printed_by for stood in stands if stood.printed_by},
        )
        questions = questions_in(gathered)
        questions = as_told(questions, told) if revised_by else questions
        found = findings_in(questions, (fact for fact in compared if isinstance(fact, Figure)))
        now = {
            fact_id: (question.question_id, question.standing.value, fact_id in question.superseded)
            for question in questions
            for fact_id in question.facts
        }
        rows = [question_row(question) for question in questions]
        changes = [] if before is None else turns_between(before, rows)
        moment = dt.datetime.now(dt.UTC)
        return Answers(
            bucket,
            at,
            questions=rows,
            findings=[_finding_row(finding) for finding in sorted(found, key=finding_rank)],
            facts=list(_otherwise(stands, now)),
            changes=[change | {"made": moment} for change in changes],
        )


def _make_due(work: Work, changed: Iterable[tuple[str, str]]) -> None:
    """Has the reports compared again that name what is called otherwise now."""
    by_field: dict[str, set[str]] = defaultdict(set)
    for field, name in changed:
        by_field[field].add(name)
    for field, names in by_field.items():
        work.make_documents_due(field, [name for name in work.names(field) if known_as(name) in names])


def _sorted(document_id: str, counted: Sequence[AnyFact]) -> tuple[Row, dict[str, Row]]:
    """What is kept of a report, and fact_id → where each of its facts is compared."""
    figures = [fact for fact in counted if isinstance(fact, Figure)]
    of_figures, of_all = only_places(figures).get(document_id, ""), only_places(counted).get(document_id, "")
    days = event_days(figures)
    stands: dict[str, Row] = {}
    for fact in counted:
        bucket, at = cell_of(fact, of_all if isinstance(fact, Condition) else of_figures)
        stands[fact.fact_id] = {"fact_id": fact.fact_id, "bucket": bucket, "at": at, "event_day": days.get(fact.fact_id)}
    return {"document_id": document_id, "place_of_figures": of_figures, "place_of_all": of_all}, stands


def _moved(stood: Stood, stands: Mapping[str, Row]) -> Row | None:
    """The row of a fact that is compared elsewhere than before; None where it is not."""
    fact_id = stood.corrected.fact_id
    row = stands.get(fact_id, {"fact_id": fact_id, "bucket": None, "at": None, "event_day": None})
    return None if (row["bucket"], row["at"], row["event_day"]) == (stood.bucket, stood.at, stood.event_day) else row


def _beside(facts: Iterable[CorrectedFact]) -> dict[str, str]:
    """fact_id → the figure beside which an analyst put it, in the end."""
    chosen = {corrected.fact_id: at for corrected in facts if (at := getattr(corrected.fact, "beside", None))}
    return {fact_id: root_of(fact_id, chosen) for fact_id in chosen}


def _by_bucket(cells: Iterable[Cell]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for bucket, at in cells:
        found[bucket].append(at)
    return found


def _together(work: Work, bucket: str, due: Sequence[str]) -> Iterator[str]:
    """What of a bucket must be worked out: all of it together, or the places that are due; what stood otherwise is forgotten."""
    if bucket.startswith("condition "):
        yield from due
        return
    if whole(work.places_in(bucket, OPEN_PLACES + 2)):
        if not work.worked_out(bucket, WHOLE):
            work.forget(bucket)
        yield WHOLE
    elif work.worked_out(bucket, WHOLE):
        work.forget(bucket)
        yield from work.all_places_in(bucket)
    else:
        yield from due


def _condition_answers(bucket: str, at: str, stands: Sequence[Stood], said: Sequence[Condition]) -> Answers:
    if not said:
        return Answers(bucket, at)
    question = condition_question(said, at)
    gravity, newest, *_ = condition_rank(question)
    now = dict.fromkeys(question.facts, (question.question_id, question.standing.value, False))
    return Answers(
        bucket,
        at,
        condition_questions=[condition_row(question, gravity, -newest)],
        facts=list(_otherwise(stands, now)),
    )


def _otherwise(stands: Iterable[Stood], now: Mapping[str, tuple[str, str, bool]]) -> Iterator[Row]:
    """The rows of facts that stand otherwise than before."""
    for stood in stands:
        question_id, standing, superseded = now.get(stood.corrected.fact_id, (None, None, False))
        if (question_id, standing, superseded) != (stood.question_id, stood.standing, bool(stood.superseded)):
            yield {
                "fact_id": stood.corrected.fact_id,
                "question_id": question_id,
                "standing": standing,
                "superseded": superseded,
            }


def _finding_row(finding: Any) -> Row:
    _, newest, *_ = finding_rank(finding)
    return finding_row(finding, -newest)
