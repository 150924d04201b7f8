"""Whole reports: where else one was printed, what of it is a later version, withdrawing and restoring one, describing it better.

The facts of a withdrawn report are set aside in a table of their own, so that no query can count them; everything else that is
known of the report stays where it is. Each decision is a row that is never changed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Row, bindparam, func, insert, select, union_all, update

from humsit.ledger import CorrectedFact, said
from humsit.records import AnyFact, Document, Printing, ReportAction, ReportDecision, UnknownFact, WrongValue
from humsit.store import reading
from humsit.store.engine import Database
from humsit.store.rows import decision_of, described_row, document_of, printing_of
from humsit.store.schema import documents, facts, printings, report_decisions
from humsit.store.set_aside import bring_back, facts_set_aside, read_anew, read_aside, set_aside
from humsit.store.writes import grow

Moment = Callable[[], dt.datetime]
_TURNS = (ReportAction.WITHDRAW.value, ReportAction.RESTORE.value)
MOST_RELATIVES = 20
"""Reports of one story that are shown beside each other."""


class ReportTables:
    """The tables of whole reports of one store."""

    def __init__(self, database: Database, writing: Callable[[], AbstractContextManager[Connection]], now: Moment) -> None:
        self._database, self._writing, self._now = database, writing, now

    # -- printings

    def printings(self, document_id: str) -> list[Printing]:
        """Where a report was printed, its first printing first."""
        first = select(documents).where(documents.c.document_id == document_id)
        again = select(printings).where(printings.c.document_id == document_id).order_by(printings.c.printing_id)
        with self._database.reading() as connection:
            return [printing_of(row) for query in (first, again) for row in connection.execute(query)]

    def printed_again(self) -> list[Printing]:
        """All printings of the reports that were printed more than once, withdrawn ones left out, in the order of reports."""
        first = select(documents).where(documents.c.document_id.in_(select(printings.c.document_id)))
        with self._database.reading() as connection:
            reports = {row.document_id: row for row in connection.execute(first) if not row.withdrawn}
            again = connection.execute(select(printings).order_by(printings.c.printing_id)).all()
        rows = [*reports.values(), *(row for row in again if row.document_id in reports)]
        return [printing_of(row) for row in sorted(rows, key=lambda row: reports[row.document_id].position)]

    def print_again(self, document_id: str, document: Document) -> bool:
        """Keep that the text of a kept report was printed elsewhere too; False where that is known already, or nothing is said.

        UnknownFact where there is no such report.
        """
        if _covered(self.printings(document_id), document):
            return False
        with self._writing() as connection:
            kept = reading.document(connection, document_id)
            if kept is None:
                raise UnknownFact(f"There is no document {document_id!r}.")
            rows = connection.execute(select(printings).where(printings.c.document_id == document_id))
            known = [*self._first_printing(connection, document_id), *(printing_of(row) for row in rows)]
            if _covered(known, document):
                return False
            names = ("publisher", "agency", "title", "published", "url", "format")
            row = {name: getattr(document, name) for name in names} | {"document_id": document_id, "added": self._now()}
            connection.execute(insert(printings).values(row))
            keep_publishers(connection, document_id, [*(one.publisher for one in known[1:]), document.publisher])
            grow(connection, document_id, due=document.publisher not in {one.publisher for one in known})
            return True

    def _first_printing(self, connection: Connection, document_id: str) -> list[Printing]:
        query = select(documents).where(documents.c.document_id == document_id)
        return [printing_of(row) for row in connection.execute(query)]

    def kept_with_text(self, text_hash: str) -> str | None:
        """document_id of the oldest report with the very text of this hash; None where there is none."""
        query = select(documents.c.document_id).where(documents.c.text_hash == text_hash)
        with self._database.reading() as connection:
            return connection.scalar(query.order_by(documents.c.position).limit(1))

    def printed_by(self, document_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """document_id → who printed the very text again, of these reports; those that nobody printed again are left out."""
        column = documents.c
        query = select(column.document_id, column.printed_by).where(column.printed_by != "[]")
        found: dict[str, tuple[str, ...]] = {}
        with self._database.reading() as connection:
            for some in reading.in_parts(sorted(document_ids)):
                rows = connection.execute(query.where(column.document_id.in_(some)))
                found |= {row.document_id: tuple(json.loads(row.printed_by)) for row in rows}
        return found

    # -- versions

    def story_of(self, document_id: str, most: int = MOST_RELATIVES) -> list[Document]:
        """The reports that print the same story nearly word for word, this one among them, in the order in which they were added:
        the first and its versions rather than its copies, of which there may be hundreds; withdrawn ones are left out.
        """
        column = documents.c
        of = select(func.coalesce(column.copy_of, column.document_id)).where(column.document_id == document_id)
        kept = (column.document_id, column.position, column.withdrawn, column.version_of)
        with self._database.reading() as connection:
            root = connection.scalar(of)
            rows = connection.execute(select(*kept).where(of_story(root))).all()
            there = [row for row in rows if not row.withdrawn or row.document_id == document_id]
            there.sort(key=lambda r: (r.document_id != document_id, r.document_id != root, r.version_of is None, r.position))
            query = select(documents).where(column.document_id.in_([row.document_id for row in there[:most]]))
            return [document_of(row) for row in connection.execute(query.order_by(column.position))]

    def first_of_story(self, document_ids: Iterable[str]) -> dict[str, str]:
        """document_id → the first report that printed its story, itself where it is that."""
        column = documents.c
        query = select(column.document_id, func.coalesce(column.copy_of, column.document_id).label("first"))
        with self._database.reading() as connection:
            rows = connection.execute(query.where(column.document_id.in_(list(document_ids))))
            return {row.document_id: row.first for row in rows}

    def relate(self, document_id: str, version_of: str | None, revised: Mapping[str, Sequence[str]]) -> None:
        """Keep anew how a report stands to those of its story: which one it is a later version of, and which figures of any of
        them are put right by which. What other reports put right among each other stays.
        """
        with self._writing() as connection:
            column = documents.c
            root = connection.scalar(
                select(func.coalesce(column.copy_of, column.document_id)).where(column.document_id == document_id)
            )
            rows = connection.execute(
                select(facts.c.fact_id, facts.c.document_id, facts.c.revised_by).where(facts.c.document_id.in_(_ids_of(root)))
            ).all()
            own = {row.fact_id for row in rows if row.document_id == document_id}
            changed = [{"_id": row.fact_id, "_by": now} for row in rows if (now := _without(row, own, revised)) != row.revised_by]
            if changed:
                connection.execute(
                    update(facts).where(facts.c.fact_id == bindparam("_id")).values(revised_by=bindparam("_by")), changed
                )
            revise(connection, root, own, revised)
            connection.execute(update(documents).where(column.document_id == document_id).values(version_of=version_of))
            grow(connection, document_id)
            make_story_due(connection, document_id)

    # -- withdrawing

    def is_withdrawn(self, document_id: str) -> bool:
        """Whether what a report says counts nowhere."""
        with self._database.reading() as connection:
            return _withdrawn(connection, document_id)

    def has_withdrawn(self, document_id: str) -> bool:
        """The same; no report of this id is withdrawn where there is none."""
        query = select(documents.c.withdrawn).where(documents.c.document_id == document_id)
        with self._database.reading() as connection:
            return bool(connection.scalar(query))

    def withdrawn(self, *, limit: int | None = None) -> list[Document]:
        """The reports that are withdrawn, in the order in which they were added."""
        query = select(documents).where(documents.c.withdrawn).order_by(documents.c.position).limit(limit)
        with self._database.reading() as connection:
            return [document_of(row) for row in connection.execute(query)]

    def count_withdrawn(self) -> int:
        """How many reports are withdrawn."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(documents).where(documents.c.withdrawn)) or 0

    def facts_of_withdrawn(self, document_id: str) -> list[CorrectedFact]:
        """The facts of a withdrawn report as they would read now, in the order of its words."""
        with self._database.reading() as connection:
            return [corrected for _, corrected in facts_set_aside(connection, document_id)]

    def withdraw(self, document_id: str, *, who: str, why: str) -> ReportDecision:
        """Count what a report says no longer. UnknownFact where there is no such report; WrongValue where it is withdrawn
        already, or without author or reason.
        """
        who, why = said(who, why)
        with self._writing() as connection:
            if _withdrawn(connection, document_id):
                raise WrongValue("This report is withdrawn already.")
            set_aside(connection, document_id)
            return self._turn(connection, document_id, ReportAction.WITHDRAW, who, why)

    def restore(self, document_id: str, *, who: str, why: str) -> ReportDecision:
        """Count again what a withdrawn report says, corrections and all. Errors as in `withdraw`."""
        who, why = said(who, why)
        with self._writing() as connection:
            if not _withdrawn(connection, document_id):
                raise WrongValue("This report is not withdrawn, so there is nothing to restore.")
            bring_back(connection, document_id)
            return self._turn(connection, document_id, ReportAction.RESTORE, who, why)

    def _turn(self, connection: Connection, document_id: str, action: ReportAction, who: str, why: str) -> ReportDecision:
        turned = {"withdrawn": action is ReportAction.WITHDRAW}
        connection.execute(update(documents).where(documents.c.document_id == document_id).values(turned))
        grow(connection, document_id)
        make_story_due(connection, document_id)
        return self._decide(connection, {"document_id": document_id, "action": action.value, "who": who, "why": why})

    def _decide(self, connection: Connection, row: dict[str, Any]) -> ReportDecision:
        query = insert(report_decisions).values(row | {"made": self._now()}).returning(report_decisions)
        return decision_of(connection.execute(query).one())

    # -- describing

    def describe(self, document: Document, read: Sequence[AnyFact], *, who: str, why: str) -> list[ReportDecision]:
        """Keep what else is known of a report beside its text, and its facts as they read with that; one row a field.

        UnknownFact where there is no such report; WrongValue where nothing would change, or without author or reason.
        """
        who, why = said(who, why)
        with self._writing() as connection:
            withdrawn = _withdrawn(connection, document.document_id)
            kept = reading.document(connection, document.document_id)
            assert kept is not None
            changes = {name: value for name in DESCRIBED if (value := getattr(document, name)) != getattr(kept, name)}
            if not changes:
                raise WrongValue("Nothing would change: this is what is known of the report already.")
            where = documents.c.document_id == document.document_id
            connection.execute(update(documents).where(where).values(described_row(kept, changes, who)))
            (read_aside if withdrawn else read_anew)(connection, document.document_id, read)
            make_story_due(connection, document.document_id)
            row = {"document_id": document.document_id, "action": ReportAction.DESCRIBE.value, "who": who, "why": why}
            before = {name: getattr(kept, name) for name in changes}
            return [
                self._decide(connection, row | {"field": name, "was": _text(before[name]), "now": _text(value)})
                for name, value in changes.items()
            ]

    # -- the ledger of reports

    def decisions(self, document_id: str | None = None, until: dt.datetime | None = None) -> list[ReportDecision]:
        """What was decided about reports (about one, until a moment), oldest first."""
        column, where = report_decisions.c, []
        if document_id is not None:
            where.append(column.document_id == document_id)
        if until is not None:
            where.append(column.made <= until)
        query = select(report_decisions).where(*where).order_by(column.decision_id)
        with self._database.reading() as connection:
            return [decision_of(row) for row in connection.execute(query)]


DESCRIBED = ("title", "publisher", "agency", "published", "url")
"""What of a report can be told later."""


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _covered(known: Sequence[Printing], document: Document) -> bool:
    """Whether a printing says nothing of publisher, day and address that a known one does not say."""
    names = ("publisher", "published", "url")
    said_of = {name: value for name in names if (value := getattr(document, name)) is not None}
    return any(all(getattr(one, name) == value for name, value in said_of.items()) for one in known)


def _withdrawn(connection: Connection, document_id: str) -> bool:
    """UnknownFact where there is no such report."""
    found = connection.scalar(select(documents.c.withdrawn).where(documents.c.document_id == document_id))
    if found is None:
        raise UnknownFact(f"There is no document {document_id!r}: look its id up in the documents table.")
    return bool(found)


def keep_publishers(connection: Connection, document_id: str, publishers: Iterable[str | None]) -> None:
    """Keep with a report who printed its very text again, where comparing finds them at once."""
    told = json.dumps(sorted({publisher for publisher in publishers if publisher}), ensure_ascii=False)
    connection.execute(update(documents).where(documents.c.document_id == document_id).values(printed_by=told))


def printed_then(connection: Connection) -> None:
    """Keep with each report who printed its text again by the printings that there are."""
    by_report: dict[str, list[str | None]] = {}
    for row in connection.execute(select(printings.c.document_id, printings.c.publisher)):
        by_report.setdefault(row.document_id, []).append(row.publisher)
    connection.execute(update(documents).where(documents.c.printed_by != "[]").values(printed_by="[]"))
    for document_id, publishers in by_report.items():
        keep_publishers(connection, document_id, publishers)


def make_story_due(connection: Connection, document_id: str) -> None:
    """Have the other reports compared again that print the same story: who told it first may be another now."""
    column = documents.c
    root = select(func.coalesce(column.copy_of, column.document_id)).where(column.document_id == document_id)
    first = connection.scalar(root)
    connection.execute(update(documents).where(of_story(first)).values(due=True))


def _without(row: Any, own: Collection[str], revised: Mapping[str, Sequence[str]]) -> str | None:
    """What puts a figure right, without what stood between it and a report whose figures are `own` before."""
    if row.fact_id in own:
        return " ".join(revised.get(row.fact_id, ())) or None
    return " ".join(by for by in (row.revised_by or "").split() if by not in own) or None


def of_story(root: str | None) -> ColumnElement[bool]:
    """The report of this id, and those that print its story; each half is a look into an index."""
    return documents.c.document_id.in_(_ids_of(root))


def _ids_of(root: str | None) -> CompoundSelect[Any]:
    column = documents.c.document_id
    return union_all(select(column).where(column == root), select(column).where(documents.c.copy_of == root))


_SAME = ("measure", "unit", "place", "low", "high")


def revise(connection: Connection, root: str | None, new: Collection[str], revised: Mapping[str, Sequence[str]]) -> None:
    """Keep which figures of older reports of a story stand otherwise in a new one, and with each figure the very same ones of
    the reports that print it too. `new`: the ids of the new report's own facts.
    """
    older = {fact_id: by for fact_id, by in revised.items() if fact_id not in new}
    if root is None or not older:
        return
    of = (facts.c.fact_id, facts.c.revised_by, *(facts.c[name] for name in _SAME))
    query = select(*of).join(documents).where(of_story(root), facts.c.kind == "figure", facts.c.fact_id.not_in(list(new)))
    rows = connection.execute(query).all()
    put = {_says(row): older[row.fact_id] for row in rows if row.fact_id in older}
    changed = [
        {"_id": row.fact_id, "_by": " ".join(dict.fromkeys([*put[_says(row)], *(row.revised_by or "").split()]))}
        for row in rows
        if _says(row) in put
    ]
    if changed:
        where = facts.c.fact_id == bindparam("_id")
        connection.execute(update(facts).where(where).values(revised_by=bindparam("_by")), changed)


def _says(row: Row[Any]) -> tuple[Any, ...]:
    return tuple(row._mapping[name] for name in _SAME)
