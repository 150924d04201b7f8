"""How facts stand to each other, kept beside them: which cells are due, what stands in a cell, and what was worked out for it.

What is compared, and how, is not known here: see `humsit.situation.keeping`, which reads and writes these tables in steps, each a
transaction that leaves the store whole.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, func, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from humsit.ledger import CorrectedFact
from humsit.store import reading
from humsit.store.engine import Database
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
    printed_by: tuple[str, ...] = ()
    """Who else printed the very text of its report."""
    revised_by: tuple[str, ...] = ()
    """The ids of the figures that stand in its place in later versions of its report."""


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

    def sort(self, reports: Sequence[Row], moved: Sequence[Row], cells: Iterable[Cell]) -> None:
        """Keep where facts are compared now (`moved`: fact_id, bucket, at, event_day), and what must be worked out again.

        `reports`: document_id, place_of_figures, place_of_all.
        """
        self._set(documents, "document_id", reports, due=False)
        self._set(facts, "fact_id", moved, question_id=None, standing=None, superseded=False)
        self.make_due(cells)

    def keep_of_reports(self, found: Mapping[str, Sequence[Row]]) -> None:
        """Keep what was found in each of these reports by itself: document_id → rows."""
        self._forget(findings, [("report", document_id) for document_id in found])
        self._keep_findings({("report", document_id): rows for document_id, rows in found.items()})

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

    def facts_in(self, cells: Sequence[Cell]) -> dict[Cell, list[Stood]]:
        """What is compared in each of these cells."""
        found: dict[Cell, list[Stood]] = {cell: [] for cell in cells}
        for some in reading.in_parts(cells):
            for stood in self._stood(_in_cells(facts, some)):
                found[stood.bucket or "", stood.at or ""].append(stood)
        return found

    def facts_of_bucket(self, bucket: str) -> list[Stood]:
        """What is compared at all places of a bucket."""
        return self._stood(facts.c.bucket == bucket)

    def questions_in(self, cells: Sequence[Cell]) -> dict[Cell, list[Row]]:
        """The questions kept for each of these cells."""
        found: dict[Cell, list[Row]] = {cell: [] for cell in cells}
        for some in reading.in_parts(cells):
            query = select(questions).where(_in_cells(questions, some))
            for row in self._connection.execute(query):
                found[row.bucket, row.at].append(dict(row._mapping))
        return found

    def forget(self, bucket: str) -> None:
        """Drop what was worked out for all cells of a bucket."""
        for table in (questions, condition_questions, findings):
            self._connection.execute(delete(table).where(table.c.bucket == bucket))

    def keep(self, answers: Sequence[Answers]) -> None:
        """Keep what was worked out for cells in the place of what was."""
        cells = [(one.bucket, one.at) for one in answers]
        for table in (questions, condition_questions, findings):
            self._forget(table, cells)
        for table, rows in (
            (questions, [(one, row) for one in answers for row in one.questions]),
            (condition_questions, [(one, row) for one in answers for row in one.condition_questions]),
        ):
            if rows:
                self._connection.execute(insert(table), [{"bucket": one.bucket, "at": one.at} | row for one, row in rows])
        self._keep_findings({(one.bucket, one.at): one.findings for one in answers})
        self._set(facts, "fact_id", [row for one in answers for row in one.facts])
        if changed := [row for one in answers for row in one.changes]:
            self._connection.execute(insert(changes), changed)

    def done(self, cells: Sequence[Cell]) -> None:
        """These cells are worked out."""
        for some in reading.in_parts(cells):
            self._connection.execute(delete(due_cells).where(_in_cells(due_cells, some)))

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

    def _forget(self, table: Table, cells: Sequence[Cell]) -> None:
        for some in reading.in_parts(cells):
            self._connection.execute(delete(table).where(_in_cells(table, some)))

    def _keep_findings(self, found: Mapping[Cell, Sequence[Row]]) -> None:
        numbered = [
            {"bucket": bucket, "at": at, "number": number} | row
            for (bucket, at), rows in found.items()
            for number, row in enumerate(rows)
        ]
        if numbered:
            self._connection.execute(insert(findings), numbered)

    def _set(self, table: Table, key: str, rows: Sequence[Row], **all_alike: Any) -> None:
        """Set columns of the rows with these keys."""
        if rows:
            values: Row = {name: bindparam(f"_{name}") for name in rows[0] if name != key}
            query = update(table).where(table.c[key] == bindparam(f"_{key}")).values(**values, **all_alike)
            self._connection.execute(query, [{f"_{name}": value for name, value in row.items()} for row in rows])

    def _stood(self, where: Any) -> list[Stood]:
        names = ("bucket", "at", "event_day", "question_id", "standing", "superseded", "revised_by")
        kept: Row = {}
        columns = [*(facts.c[name] for name in names), documents.c.place_of_figures, documents.c.printed_by]
        read = reading.corrected_facts(self._connection, where, columns=columns, kept=kept)
        return [_stood(corrected, kept[corrected.fact_id]) for corrected in read]


def _stood(corrected: CorrectedFact, row: Any) -> Stood:
    stands = (row.bucket, row.at, row.event_day, row.question_id, row.standing, row.superseded)
    printed_by = () if row.printed_by == "[]" else tuple(json.loads(row.printed_by))
    revised_by = () if row.revised_by is None else tuple(row.revised_by.split())
    return Stood(corrected, *stands, row.place_of_figures, printed_by, revised_by)


def _in_cells(table: Table, cells: Iterable[Cell]) -> ColumnElement[bool]:
    """Whether a row belongs to one of these cells, in a form for which databases use their index."""
    places: dict[str, list[str]] = defaultdict(list)
    for bucket, at in cells:
        places[bucket].append(at)
    return or_(*(and_(table.c.bucket == bucket, table.c.at.in_(ats)) for bucket, ats in places.items()))


def leave_cells(connection: Connection, document_id: str) -> None:
    """Have the cells worked out again in which the facts of a report stand, before they are dropped."""
    query = select(facts.c.bucket, facts.c.at).where(facts.c.document_id == document_id, facts.c.bucket.is_not(None))
    _make_due(connection, {(row.bucket, row.at) for row in connection.execute(query)})


def _make_due(connection: Connection, cells: Iterable[Cell]) -> None:
    rows = [{"bucket": bucket, "at": at} for bucket, at in sorted(cells)]
    if rows:
        connection.execute(insert_new(connection, due_cells), rows)


def insert_new(connection: Connection, table: Any) -> Any:
    """An insert that passes over rows that are there already."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table).on_conflict_do_nothing()


def _keep_number(connection: Connection, name: str, value: int) -> None:
    done = connection.execute(update(meta).where(meta.c.name == name).values(value=value))
    if not done.rowcount:
        connection.execute(insert(meta).values(name=name, value=value))
