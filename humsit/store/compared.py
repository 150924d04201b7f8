"""How facts stand to each other, kept beside them: which cells are due, what stands in a cell, and what was worked out for it.

What is compared, and how, is not known here: see `humsit.situation.keeping`, which reads and writes these tables in steps, each a
transaction that leaves the store whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from humsit.ledger import CorrectedFact
from humsit.records import AnyFact
from humsit.store import reading
from humsit.store.engine import Database
from humsit.store.rows import fact_of
from humsit.store.schema import (
    changes,
    condition_questions,
    corrections,
    documents,
    due_cells,
    facts,
    findings,
    judgements,
    meta,
    questions,
)

Cell = tuple[str, str]
"""A bucket and a place in it."""
Row = dict[str, Any]
COMPARED, JUDGED = "compared", "judgements compared"
"""What the store keeps of itself: the revision up to which all is compared, and the last judgement that it was compared with."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A fact as it reads now, and how it stood when it was compared last."""

    corrected: CorrectedFact
    bucket: str | None
    at: str | None
    event_day: int | None
    question_id: str | None
    standing: str | None
    superseded: bool
    only_place: str
    """The one place that the figures of its report name; "" where they name none or several."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was worked out for one cell."""

    bucket: str
    at: str
    questions: list[Row] = field(default_factory=list)
    condition_questions: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    """fact_id, question_id, standing, superseded: of the facts that stand otherwise than before"""
    changes: list[Row] = field(default_factory=list)


class ComparedTables:
    """The tables of comparing of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_current(self) -> bool:
        """Whether everything that was written is compared."""
        with self._database.reading() as connection:
            return reading.number(connection, "revision") == reading.number(connection, COMPARED)

    @contextmanager
    def working(self) -> Iterator[Work]:
        """One step: all of it is kept, or nothing."""
        with self._database.writing() as connection:
            connection.execute(select(meta.c.value).where(meta.c.name == "revision").with_for_update())
            yield Work(connection)

    def tidy(self) -> None:
        """Let the database look at how its rows are spread, so that it chooses the right index; after many writes."""
        with self._database.writing() as connection:
            connection.execute(text("ANALYZE"))


class Work:
    """One step of comparing, inside its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- reports whose facts changed

    def due_documents(self, most: int) -> list[str]:
        """Reports whose facts changed since they were compared, oldest first."""
        query = select(documents.c.document_id).where(documents.c.due).order_by(documents.c.position).limit(most)
        return list(self._connection.scalars(query))

    def facts_of(self, document_ids: Sequence[str]) -> list[Stood]:
        """All facts of these reports, rejected ones too."""
        return self._stood(facts.c.document_id.in_(document_ids))

    def sort(self, reports: Iterable[Row], moved: Sequence[Row], cells: Iterable[Cell]) -> None:
        """Keep where facts are compared now (`moved`: fact_id, bucket, at, event_day), and what must be worked out again.

        `reports`: document_id, place_of_figures, place_of_all.
        """
        for report in reports:
            where = documents.c.document_id == report["document_id"]
            self._connection.execute(update(documents).where(where).values(**report, due=False))
        if moved:
            values: Row = {name: bindparam(f"_{name}") for name in ("bucket", "at", "event_day")}
            clean = update(facts).where(facts.c.fact_id == bindparam("_fact_id"))
            rows = [{f"_{name}": value for name, value in row.items()} for row in moved]
            self._connection.execute(clean.values(**values, question_id=None, standing=None, superseded=False), rows)
        self.make_due(cells)

    def keep_of_report(self, document_id: str, rows: Sequence[Row]) -> None:
        """Keep what was found in one report by itself."""
        self._keep_findings("report", document_id, rows)

    def put_beside(self) -> list[Stood]:
        """The facts that an analyst ever put beside another one."""
        ids = select(corrections.c.fact_id).where(corrections.c.field == "beside")
        return self._stood(facts.c.fact_id.in_(ids))

    def cell_of(self, fact_id: str) -> Cell | None:
        """Where a fact is compared; None where there is none, or it is compared with nothing."""
        row = self._connection.execute(select(facts.c.bucket, facts.c.at).where(facts.c.fact_id == fact_id)).first()
        return None if row is None or row.bucket is None else (row.bucket, row.at)

    # -- cells

    def make_due(self, cells: Iterable[Cell]) -> None:
        """Have these cells worked out again."""
        _make_due(self._connection, cells)

    def due_cells(self, most: int) -> list[Cell]:
        """Cells that must be worked out again, those of one bucket beside each other."""
        query = select(due_cells.c.bucket, due_cells.c.at).order_by(due_cells.c.bucket, due_cells.c.at).limit(most)
        return [(row.bucket, row.at) for row in self._connection.execute(query)]

    def places_in(self, bucket: str, most: int) -> list[str]:
        """Places of a bucket at which anything is compared; `most` at most, which are enough to know that there are many."""
        query = select(facts.c.at).where(facts.c.bucket == bucket).distinct().limit(most)
        return list(self._connection.scalars(query))

    def all_places_in(self, bucket: str) -> list[str]:
        """All places of a bucket at which anything is compared."""
        return list(self._connection.scalars(select(facts.c.at).where(facts.c.bucket == bucket).distinct()))

    def worked_out(self, bucket: str, at: str) -> bool:
        """Whether questions are kept for this cell."""
        query = select(questions.c.at).where(questions.c.bucket == bucket, questions.c.at == at).limit(1)
        return self._connection.scalar(query) is not None

    def facts_in(self, bucket: str, at: str | None) -> list[Stood]:
        """What is compared in a cell; None: at all places of the bucket."""
        where = facts.c.bucket == bucket
        return self._stood(where if at is None else where & (facts.c.at == at))

    def questions_in(self, bucket: str, at: str) -> list[Row]:
        """The questions kept for a cell."""
        query = select(questions).where(questions.c.bucket == bucket, questions.c.at == at)
        return [dict(row._mapping) for row in self._connection.execute(query)]

    def facts_told(self, document_id: str) -> list[AnyFact]:
        """The facts of a report as they were first read, in the order of its words."""
        query = select(facts.c.payload).where(facts.c.document_id == document_id, facts.c.bucket.is_not(None))
        return [fact_of(payload) for payload in self._connection.scalars(query.order_by(facts.c.start))]

    def forget(self, bucket: str, ats: Sequence[str] | None = None) -> None:
        """Drop what was worked out for these cells of a bucket; for all of them where none is named."""
        for table in (questions, condition_questions, findings):
            query = delete(table).where(table.c.bucket == bucket)
            if ats is None:
                self._connection.execute(query)
            else:
                for some in reading.in_parts(ats):
                    self._connection.execute(query.where(table.c.at.in_(some)))

    def keep(self, answers: Answers) -> None:
        """Keep what was worked out for a cell in the place of what was."""
        key = {"bucket": answers.bucket, "at": answers.at}
        self.forget(answers.bucket, [answers.at])
        for table, rows in ((questions, answers.questions), (condition_questions, answers.condition_questions)):
            if rows:
                self._connection.execute(insert(table), [key | row for row in rows])
        self._keep_findings(answers.bucket, answers.at, answers.findings)
        if answers.facts:
            values: Row = {name: bindparam(f"_{name}") for name in ("question_id", "standing", "superseded")}
            where = update(facts).where(facts.c.fact_id == bindparam("_fact_id")).values(**values)
            self._connection.execute(where, [{f"_{name}": value for name, value in row.items()} for row in answers.facts])
        if answers.changes:
            self._connection.execute(insert(changes), answers.changes)

    def done(self, cells: Sequence[Cell]) -> None:
        """These cells are worked out."""
        for some in reading.in_parts(cells):
            self._connection.execute(delete(due_cells).where(tuple_(due_cells.c.bucket, due_cells.c.at).in_(some)))

    # -- names

    def newest_judgement(self) -> tuple[int, int]:
        """The last judgement with which facts were compared, and the newest one."""
        newest = self._connection.scalar(select(func.max(judgements.c.judgement_id))) or 0
        return reading.number(self._connection, JUDGED), newest

    def names(self, field: str) -> list[str]:
        """Every name in a column of facts: every claimant, every place."""
        return [name for name in self._connection.scalars(select(facts.c[field]).distinct()) if name]

    def make_documents_due(self, field: str, names: Sequence[str]) -> None:
        """Have the reports compared again whose facts carry these names in a column."""
        for some in reading.in_parts(names):
            ids = select(facts.c.document_id).where(facts.c[field].in_(some))
            self._connection.execute(update(documents).where(documents.c.document_id.in_(ids)).values(due=True))

    # -- the end

    def finish(self, judgement: int) -> bool:
        """Say that all is compared; False where more was written meanwhile."""
        if self.due_documents(1) or self.due_cells(1):
            return False
        revision = reading.number(self._connection, "revision")
        _keep_number(self._connection, JUDGED, judgement)
        _keep_number(self._connection, COMPARED, revision)
        return True

    # -- how

    def _keep_findings(self, bucket: str, at: str, rows: Sequence[Row]) -> None:
        self._connection.execute(delete(findings).where(findings.c.bucket == bucket, findings.c.at == at))
        if rows:
            numbered = [{"bucket": bucket, "at": at, "number": number} | row for number, row in enumerate(rows)]
            self._connection.execute(insert(findings), numbered)

    def _stood(self, where: Any) -> list[Stood]:
        names = ("fact_id", "bucket", "at", "event_day", "question_id", "standing", "superseded")
        query = select(*(facts.c[name] for name in names), documents.c.place_of_figures).join(documents).where(where)
        kept = {row.fact_id: row for row in self._connection.execute(query)}
        read = reading.corrected_facts(self._connection, where)
        return [_stood(corrected, kept[corrected.fact_id]) for corrected in read]


def _stood(corrected: CorrectedFact, row: Any) -> Stood:
    stands = (row.bucket, row.at, row.event_day, row.question_id, row.standing, row.superseded)
    return Stood(corrected, *stands, only_place=row.place_of_figures)


def leave_cells(connection: Connection, document_id: str) -> None:
    """Have the cells worked out again in which the facts of a report stand, before they are dropped."""
    query = select(facts.c.bucket, facts.c.at).where(facts.c.document_id == document_id, facts.c.bucket.is_not(None))
    _make_due(connection, {(row.bucket, row.at) for row in connection.execute(query)})


def _make_due(connection: Connection, cells: Iterable[Cell]) -> None:
    rows = [{"bucket": bucket, "at": at} for bucket, at in sorted(cells)]
    if rows:
        connection.execute(_insert_new(connection, due_cells), rows)


def _insert_new(connection: Connection, table: Any) -> Any:
    """An insert that passes over rows that are there already."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table).on_conflict_do_nothing()


def _keep_number(connection: Connection, name: str, value: int) -> None:
    done = connection.execute(update(meta).where(meta.c.name == name).values(value=value))
    if not done.rowcount:
        connection.execute(insert(meta).values(name=name, value=value))
