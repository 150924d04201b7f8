"""The one store, over SQLite and PostgreSQL: documents and facts as read, and the ledger that is only ever appended to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, and_, exists, func, insert, or_, select, update

from humsit.ledger import CorrectedFact, Draft, adding, apply, said, stale
from humsit.records import AnyFact, Correction, Document, Figure, Judgement, JudgementKind, UnknownFact, WrongValue
from humsit.store import reading
from humsit.store.asked import AskedTables
from humsit.store.compared import ComparedTables, insert_new
from humsit.store.engine import Database, sqlite_problems
from humsit.store.known import NOW, Known, documents_of, ledger_of
from humsit.store.migrations import is_current, migrate
from humsit.store.received import ReceivedTables
from humsit.store.reports import ReportTables, revise
from humsit.store.rows import (
    correction_of,
    correction_row,
    document_of,
    document_row,
    fact_row,
    filter_columns,
    judgement_of,
)
from humsit.store.schema import corrections, documents, facts, judgements, meta, text_bands, withdrawn_facts
from humsit.store.set_aside import read_anew, read_aside
from humsit.store.writes import grow, position_of, write_facts

Decide = Callable[[AnyFact | None, Sequence[Correction]], Sequence[Draft]]
"""From a fact (None: homeless) and its ledger to the rows to append; runs inside the transaction, so nothing can change in
between.
"""

FIRST_BAND = 100
"""The number of the first key of a text: those from 0 on are of stores that an older humsit made, in which keys meant another
thing.
"""
MOST_ALIKE = 12
"""Reports that are looked at closely when a new one may print their text again."""


@dataclass(frozen=True, slots=True)
class Kin:
    """How a new report stands to those kept that print its story."""

    copy_of: str | None = None
    """document_id of a report whose text it prints again, nearly word for word."""
    version_of: str | None = None
    """document_id of the one whose figures it changes."""
    revised: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """fact_id of a figure of any of them → the figures that stand in its place in later versions, the newest first."""


NO_VERSIONS: Mapping[str, int] = {}


class Store:
    """Keeps documents, facts and corrections. Every write is one transaction: all of it is kept, or nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.compared = ComparedTables(database)
        self.asked = AskedTables(database)
        self.reports = ReportTables(database, self.writing, lambda: _now())
        self.received = ReceivedTables(database)
        self._at_close: list[Callable[[], None]] = []
        with database.reading() as connection:
            ready = is_current(connection)
        if not ready:
            with database.writing() as connection:
                migrate(connection)

    @property
    def url(self) -> str:
        """Where it is, without a password."""
        return self._database.address.render_as_string(hide_password=True)

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()
        for clean_up in self._at_close:
            clean_up()

    def on_close(self, clean_up: Callable[[], None]) -> None:
        """Have something done once this is closed."""
        self._at_close.append(clean_up)

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction for looking, whose every query sees the same moment."""
        return self._database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that keeps everything or nothing."""
        return self._writing()

    # --- reading

    def revision(self) -> int:
        """A number that grows with every write."""
        with self._database.reading() as connection:
            return reading.number(connection, "revision")

    def count_facts(self) -> int:
        """How many facts are kept, rejected ones too."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(facts)) or 0

    def is_empty(self) -> bool:
        """Whether no document is kept."""
        with self._database.reading() as connection:
            return connection.execute(select(documents.c.document_id).limit(1)).first() is None

    def documents(self, known: Known = NOW, *, withdrawn: bool = True) -> list[Document]:
        """All documents (that there were on a day) in the order in which they were added, with those `withdrawn` now."""
        query = select(documents).where(documents_of(known)).order_by(documents.c.position)
        query = query if withdrawn else query.where(~documents.c.withdrawn)
        with self._database.reading() as connection:
            return [document_of(row) for row in connection.execute(query)]

    def undated(self) -> int:
        """How many documents have no day of publication, withdrawn ones left out."""
        undated = documents.c.published.is_(None)
        counted = select(func.count()).select_from(documents)
        with self._database.reading() as connection:  # two counts, each of which an index answers by itself
            every = connection.scalar(counted.where(undated)) or 0
            return every - (connection.scalar(counted.where(undated, documents.c.withdrawn)) or 0)

    def document(self, document_id: str) -> Document | None:
        """The document of this id."""
        with self._database.reading() as connection:
            return reading.document(connection, document_id)

    def facts(self, document_id: str | None = None) -> list[CorrectedFact]:
        """All facts (of one document, a withdrawn one too) as they read now, in the order of documents and of their words."""
        if document_id is not None and self.reports.has_withdrawn(document_id):
            return self.reports.facts_of_withdrawn(document_id)
        where = None if document_id is None else facts.c.document_id == document_id
        with self._database.reading() as connection:
            return reading.corrected_facts(connection, where)

    def fact(self, fact_id: str) -> CorrectedFact:
        """The fact as it reads now; UnknownFact where there is none."""
        with self._database.reading() as connection:
            fact, rows = reading.fact(connection, fact_id), reading.history(connection, fact_id)
            aside = None if fact is not None else reading.withdrawn_from(connection, fact_id)
        if fact is None:
            raise UnknownFact(_nothing_at(fact_id, rows, aside))
        return apply(fact, rows)

    def corrections(self, fact_id: str | None = None, known: Known = NOW, *, withdrawn: bool = True) -> list[Correction]:
        """The whole ledger (of one fact) as far as it was known, oldest first, with that of reports that are `withdrawn` now."""
        with self._database.reading() as connection:
            return reading.history(connection, fact_id, known, withdrawn=withdrawn)

    def corrections_of(self, document_id: str, known: Known = NOW) -> list[Correction]:
        """The ledger of one document as far as it was known, oldest first."""
        with self._database.reading() as connection:
            return reading.ledger(connection, and_(corrections.c.document_id == document_id, ledger_of(known)))

    def homeless(self) -> list[Correction]:
        """The corrections of facts that the newest reading no longer finds."""
        lost = and_(
            *(~exists().where(table.c.fact_id == corrections.c.fact_id) for table in (facts, withdrawn_facts)),
        )
        with self._database.reading() as connection:
            return reading.ledger(connection, lost)

    def correction(self, correction_id: int) -> Correction:
        """The row of this number; WrongValue where there is none."""
        with self._database.reading() as connection:
            found = reading.ledger(connection, corrections.c.correction_id == correction_id)
        if not found:
            raise WrongValue(f"There is no correction {correction_id}.")
        return found[0]

    def judgements(self, until: dt.datetime | None = None) -> list[Judgement]:
        """What was decided about names (until a moment), oldest first."""
        query = select(judgements).order_by(judgements.c.judgement_id)
        with self._database.reading() as connection:
            return [
                judgement_of(row)
                for row in connection.execute(query if until is None else query.where(judgements.c.made <= until))
            ]

    # --- writing

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A write transaction that has waited for all writers before it, so that what it reads first is still true at its end."""
        with self._database.writing() as connection:
            connection.execute(select(meta.c.value).where(meta.c.name == "revision").with_for_update())
            yield connection

    def add(self, document: Document, read: Iterable[AnyFact], *, bands: Sequence[int] = (), kin: Kin | None = None) -> bool:
        """Keep a document with its facts; False, and nothing changes, where it is kept already.

        `bands` are the keys of its text, `kin` how it stands to reports that print its story. WrongValue where another text is
        kept under its id: what was traced to that text must not point into this one.
        """
        kin = kin or Kin()
        with self._writing() as connection:
            kept = reading.document(connection, document.document_id)
            if kept is not None:
                _refuse_other_text(kept, document)
                return False
            first = func.coalesce(documents.c.copy_of, documents.c.document_id)
            of_first = select(first).where(documents.c.document_id == kin.copy_of)
            root = None if kin.copy_of is None else connection.scalar(of_first)
            position = (connection.scalar(select(func.max(documents.c.position))) or 0) + 1
            row = document_row(document, _now()) | {"copy_of": root, "version_of": kin.version_of, "position": position}
            connection.execute(insert(documents).values(row))
            grow(connection, document.document_id)
            _keep_bands(connection, document.document_id, bands)
            new = [(fact, CorrectedFact(fact, fact, {})) for fact in read]
            write_facts(connection, new, position, {fact_id: " ".join(by) for fact_id, by in kin.revised.items()})
            revise(connection, root, {fact.fact_id for fact, _ in new}, kin.revised)
            return True

    def add_all(self, reports: Iterable[tuple[Document, Sequence[AnyFact]]]) -> int:
        """Keep many reports that are new, all of them or none; how many there were. Copies among them are not looked for."""
        with self._writing() as connection:
            last = connection.scalar(select(func.max(documents.c.position))) or 0
            revision, now, rows, read = reading.number(connection, "revision") + 1, _now(), [], []
            for position, (document, found) in enumerate(reports, start=last + 1):
                rows.append(document_row(document, now) | {"position": position, "changed": revision})
                read += [fact_row(CorrectedFact(fact, fact, {}), fact) | {"position": position} for fact in found]
            if rows:
                connection.execute(insert(documents), rows)
            if read:
                connection.execute(insert(facts), read)
            grow(connection)
        return len(rows)

    def alike(self, bands: Sequence[int], most: int = MOST_ALIKE) -> list[Document]:
        """Reports whose text one with these keys may print again, oldest first: those that share most keys, and of a story that
        many print the first report and its versions rather than its copies.
        """
        keys = or_(*(and_(text_bands.c.band == band, text_bands.c.key == key) for band, key in enumerate(bands, FIRST_BAND)))
        shared = select(text_bands.c.document_id, func.count().label("keys")).where(keys).group_by(text_bands.c.document_id)
        of, copies = shared.subquery(), and_(documents.c.copy_of.is_not(None), documents.c.version_of.is_(None))
        query = select(documents).join(of, of.c.document_id == documents.c.document_id)
        query = query.order_by(copies, of.c["keys"].desc(), documents.c.position).limit(most)
        with self._database.reading() as connection:
            found = connection.execute(query).all()
        return [document_of(row) for row in sorted(found, key=lambda row: row.position)]

    def copied_from(self) -> dict[str, str]:
        """document_id of a report that prints the text of another → the agency, publisher or id of that other.

        Of a story whose first report is withdrawn the oldest one that is not told it first.
        """
        column, first = documents.c, documents.alias("first")
        kept = (column.document_id, column.position, column.withdrawn, column.agency, column.publisher, column.copy_of)
        author = func.coalesce(first.c.agency, first.c.publisher, first.c.document_id).label("author")
        query = select(*kept, first.c.withdrawn.label("first_is"), author).join(first, column.copy_of == first.c.document_id)
        query = query.where(column.copy_of > "")  # a range of the index: most reports copy nothing
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        found: dict[str, str] = {}
        instead: dict[str, str] = {}
        for row in sorted((row for row in rows if not row.withdrawn), key=lambda row: row.position):
            if not row.first_is:
                found[row.document_id] = row.author
            elif row.copy_of in instead:
                found[row.document_id] = instead[row.copy_of]
            else:
                instead[row.copy_of] = row.agency or row.publisher or row.document_id
        return found

    def replace_facts(self, document_id: str, read: Iterable[AnyFact], *, bands: Sequence[int] = ()) -> None:
        """Keep a new reading of a document in place of the old one; the ledger stays, and what it added stays too.

        `bands` are the keys of its text, which a store that an older humsit made may lack.
        """
        with self._writing() as connection:
            _keep_bands(connection, document_id, bands)
            aside = connection.scalar(select(documents.c.withdrawn).where(documents.c.document_id == document_id))
            (read_aside if aside else read_anew)(connection, document_id, read)

    def append(self, fact_id: str, decide: Decide, *, who: str, why: str, version: int | None = None) -> list[Correction]:
        """Append the rows that `decide` makes of the fact and its ledger; the rows as kept.

        `version` is what the writer has seen: StaleCorrection where the fact has moved on. UnknownFact where neither the fact
        nor a correction of it exists. WrongValue without author or reason.
        """
        return self.append_all({fact_id: decide}, who=who, why=why, versions={} if version is None else {fact_id: version})

    def append_all(
        self, decisions: Mapping[str, Decide], *, who: str, why: str, versions: Mapping[str, int] = NO_VERSIONS
    ) -> list[Correction]:
        """The same for several facts (fact_id → what to append) by one author for one reason: all of it is kept, or nothing."""
        who, why = said(who, why)
        with self._writing() as connection:
            signed = {"who": who, "why": why, "made": _now()}
            return [
                row
                for fact_id, decide in decisions.items()
                for row in _decided(connection, fact_id, decide, signed, versions.get(fact_id))
            ]

    def add_figure(self, figure: Figure, *, who: str, why: str) -> Correction:
        """Keep a figure that the reader missed, as a row of the ledger; WrongValue where its words are a fact already."""
        who, why = said(who, why)
        with self._writing() as connection:
            if reading.document(connection, figure.document_id) is None:
                raise UnknownFact(f"There is no document {figure.document_id!r}.")
            if connection.scalar(select(documents.c.withdrawn).where(documents.c.document_id == figure.document_id)):
                raise WrongValue("This report is withdrawn: restore it before you add a figure.")
            grow(connection, figure.document_id)
            fact, rows = reading.fact(connection, figure.fact_id), reading.history(connection, figure.fact_id)
            draft = adding(figure, None if fact is None else apply(fact, rows))
            if fact is None:
                position = position_of(connection, figure.document_id)
                write_facts(connection, [(figure, CorrectedFact(figure, figure, {}))], position)
            return _append(connection, [draft], figure, rows, {"who": who, "why": why, "made": _now()})[0]

    def judge(self, kind: JudgementKind, subject: str, now: str | None, *, who: str, why: str) -> Judgement:
        """Append what is decided about a name (None takes back what was). WrongValue without author, reason or name."""
        who, why = said(who, why)
        if not subject.strip():
            raise WrongValue("A judgement needs a name that it is about.")
        row = {"kind": kind.value, "subject": subject.strip(), "now": now, "who": who, "why": why, "made": _now()}
        with self._writing() as connection:
            grow(connection)
            return judgement_of(connection.execute(insert(judgements).values(row).returning(judgements)).one())

    def problems(self) -> list[str]:
        """What is broken: the file itself, rows that point nowhere, filter columns that do not follow the ledger."""
        with self._database.reading() as connection:
            found = sqlite_problems(connection)
            kept = {row.fact_id: row for row in connection.execute(select(facts))}
            for fact in reading.corrected_facts(connection):
                columns = kept[fact.fact_id]._mapping
                wrong = [name for name, value in filter_columns(fact).items() if columns[name] != value]
                found += [
                    f"Fact {fact.fact_id}: column {name} does not follow its corrections; read its document again."
                    for name in wrong
                ]
        return found


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _keep_bands(connection: Connection, document_id: str, bands: Sequence[int]) -> None:
    keys = [{"band": band, "key": key, "document_id": document_id} for band, key in enumerate(bands, FIRST_BAND)]
    if keys:
        connection.execute(insert_new(connection, text_bands), keys)


def _refuse_other_text(kept: Document, document: Document) -> None:
    if kept.text != document.text:
        raise WrongValue(f"Another text is kept under the id {document.document_id!r}: give this report an id of its own.")


def _nothing_at(fact_id: str, rows: Sequence[Correction], withdrawn_from: str | None) -> str:
    if withdrawn_from is not None:
        return f"Fact {fact_id!r} stands in the report {withdrawn_from!r}, which is withdrawn: restore the report first."
    if not rows:
        return f"There is no fact {fact_id!r}: look its id up in the figures or conditions table."
    return f"Fact {fact_id!r} is no longer read from its document: what was corrected on it is kept as homeless."


def _append(
    connection: Connection, drafts: Sequence[Draft], fact: AnyFact | None, rows: Sequence[Correction], signed: dict[str, Any]
) -> list[Correction]:
    start = max((row.version for row in rows), default=0) + 1
    about = fact if fact is not None else rows[-1]
    kept = [_insert(connection, correction_row(draft, about, start + n, signed)) for n, draft in enumerate(drafts)]
    if fact is not None:
        now = filter_columns(apply(fact, [*rows, *kept]))
        connection.execute(update(facts).where(facts.c.fact_id == fact.fact_id).values(now))
    return kept


def _decided(
    connection: Connection, fact_id: str, decide: Decide, signed: dict[str, Any], version: int | None
) -> list[Correction]:
    fact, rows = reading.fact(connection, fact_id), reading.history(connection, fact_id)
    if fact is None:
        aside = reading.withdrawn_from(connection, fact_id)
        if aside is not None or not rows:
            raise UnknownFact(_nothing_at(fact_id, rows, aside))
    if (moved := stale(rows, version)) is not None:
        raise moved
    kept = _append(connection, decide(fact, rows), fact, rows, signed)
    stands_as_before = fact is not None and _stands(apply(fact, rows)) == _stands(apply(fact, [*rows, *kept]))
    grow(connection, fact.document_id if fact is not None else rows[-1].document_id, due=not stands_as_before)
    return kept


def _stands(corrected: CorrectedFact) -> tuple[AnyFact, bool]:
    """All of a fact that is compared: an approval changes nothing of it."""
    return corrected.fact, corrected.rejected


def _insert(connection: Connection, row: dict[str, Any]) -> Correction:
    kept: Row[Any] = connection.execute(insert(corrections).values(row).returning(corrections)).one()
    return correction_of(kept)
