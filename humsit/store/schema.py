"""The tables of the store, with every constraint named: the database itself refuses what the ledger must never hold."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
    true,
)

SCHEMA_VERSION = 4

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC, with its zone, also where the database keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """The moment in UTC; without a zone where the database keeps none."""
        if value is None:
            return None
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """The moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


metadata = MetaData(naming_convention=NAMES)
_Serial = BigInteger().with_variant(Integer(), "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""`schema`: the number of the newest migration. `revision`: grows with every write; its row is the lock that writers queue for.
"""

_COPIES = text("copy_of IS NOT NULL")
"""Most reports copy nothing: an index of all would tell a database that looking up a story finds most of them."""

documents = Table(
    "documents",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("agency", Text),
    Column("published", Date, index=True),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("added", Moment, nullable=False),
    Column("changed", BigInteger, nullable=False, index=True, server_default="0"),
    Column("copy_of", Text),
    Column("position", BigInteger, nullable=False, index=True, server_default="0"),
    Column("due", Boolean, nullable=False, server_default=true()),
    Column("place_of_figures", Text, nullable=False, server_default=""),
    Column("place_of_all", Text, nullable=False, server_default=""),
    Column("details", Text, nullable=False, server_default="{}"),
    Column("withdrawn", Boolean, nullable=False, server_default=false()),
    Column("version_of", Text),
    Column("printed_by", Text, nullable=False, server_default="[]"),
    Index("ix_documents_due_position", "due", "position"),
    Index("ix_documents_withdrawn_position", "withdrawn", "position"),
    Index("ix_documents_copy_of", "copy_of", sqlite_where=_COPIES, postgresql_where=_COPIES),
)
"""`changed`: the revision at which its facts, or what was decided on them, last changed. `copy_of`: document_id of the report
whose text it prints again, nearly word for word. `details`: its language, format, pages and where its metadata was found, as
JSON. `position`: its number in the order in which reports were added. `withdrawn`: its facts count nowhere. `version_of`:
document_id of the report of the same story whose figures it changes. `printed_by`: who printed the very text again, as JSON.

Of comparing: `due`: its facts changed since they were compared. `place_of_figures`, `place_of_all`: the one place that its
figures, and that all its facts name, where they name only one.
"""

_ASKED = ("review", "superseded", "standing", "stance", "day", "position", "question_id")

facts = Table(
    "facts",
    metadata,
    Column("fact_id", Text, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.document_id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    # From here on: the fact as corrected, kept in step with the ledger by every write, so that filters need no folding.
    Column("kind", String(20), nullable=False),
    Column("measure", String(40)),
    Column("condition", String(40)),
    Column("value", Float(53)),
    Column("low", Float(53)),
    Column("high", Float(53)),
    Column("unit", String(40)),
    Column("place", Text, nullable=False),
    Column("country", Text),
    Column("claimant", Text, nullable=False),
    Column("stance", String(40)),
    Column("as_of", Date),
    Column("published", Date),
    Column("origin", String(10), nullable=False),
    Column("review", String(30), nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False, server_default="0"),
    Column("day", Date),
    Column("searched", Text, nullable=False, server_default=""),
    Column("claimant_type", String(40)),
    Column("side", Text),
    Column("group", Text),
    Column("event", Text),
    # From here on: how it stands to other facts, kept in step by `humsit.situation.keeping`.
    Column("bucket", Text),
    Column("at", Text),
    Column("event_day", Integer),
    Column("question_id", Text),
    Column("standing", String(20)),
    Column("superseded", Boolean, nullable=False, server_default=false()),
    Column("revised_by", Text),
    CheckConstraint('0 <= start AND start < "end"', name="span_is_forward"),
    CheckConstraint("low <= high", name="bounds_are_ordered"),
    Index("ix_facts_document_id_start", "document_id", "start"),
    Index("ix_facts_measure_place", "kind", "measure", "place"),
    Index("ix_facts_condition_place", "condition", "place"),
    Index("ix_facts_stance", "stance"),
    Index("ix_facts_as_of", "as_of"),
    Index("ix_facts_day", "day"),
    Index("ix_facts_size", "kind", "value"),
    Index("ix_facts_published", "published"),
    Index("ix_facts_review", "review"),
    Index("ix_facts_side", "side"),
    Index("ix_facts_group", "group"),
    Index("ix_facts_event", "event"),
    Index("ix_facts_position", "position", "start", "end", "fact_id"),
    Index("ix_facts_bucket_at", "bucket", "at"),
    Index("ix_facts_question_id", "question_id"),
    Index("ix_facts_searched", "searched"),
    # Hold all that filters ask for: a million facts are counted without looking at the facts themselves.
    Index("ix_facts_asked", "kind", "measure", *_ASKED, "place", "claimant"),
    Index("ix_facts_asked_of_claimant", "claimant", "kind", "measure", *_ASKED, "claimant_type", "place"),
    Index("ix_facts_asked_of_place", "place", "kind", "measure", *_ASKED),
)
"""`position`: that of its report. `day`: the day that it is about, else that of publication. `searched`: its words, folded.

`bucket` and `at`: the cell in which it is compared (`humsit.claims.cells`); NULL where it is compared with nothing.
`revised_by`: the ids, parted by blanks, of the figures that stand in its place in later versions of its report.
"""

withdrawn_facts = Table(
    "withdrawn_facts",
    metadata,
    Column("fact_id", Text, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.document_id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("revised_by", Text),
)
"""The facts of withdrawn reports, as they were first read: out of every count, until the report is restored."""

printings = Table(
    "printings",
    metadata,
    Column("printing_id", _Serial, primary_key=True, autoincrement=True),
    Column("document_id", Text, ForeignKey("documents.document_id"), nullable=False, index=True),
    Column("publisher", Text),
    Column("agency", Text),
    Column("title", Text),
    Column("published", Date),
    Column("url", Text),
    Column("format", Text),
    Column("added", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""Where else the very text of a report was printed; the first printing stands in `documents`. Append-only."""

report_decisions = Table(
    "report_decisions",
    metadata,
    Column("decision_id", _Serial, primary_key=True, autoincrement=True),
    Column("document_id", Text, ForeignKey("documents.document_id"), nullable=False, index=True),
    Column("action", String(10), nullable=False, index=True),
    Column("field", String(40)),
    Column("was", Text),
    Column("now", Text),
    Column("who", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("trim(who) <> '' AND trim(why) <> ''", name="author_and_reason"),
    CheckConstraint("action IN ('withdraw', 'restore', 'describe')", name="known_action"),
    CheckConstraint("(action = 'describe') = (field IS NOT NULL)", name="describe_names_its_field"),
    sqlite_autoincrement=True,
)
"""What analysts decide about whole reports, append-only: to withdraw or restore one, or what is known of it beside its text."""

questions = Table(
    "questions",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("at", Text, primary_key=True),
    Column("question_id", Text, primary_key=True),
    Column("measure", String(40), nullable=False),
    Column("unit", String(40), nullable=False),
    Column("standing", String(20), nullable=False),
    Column("gravity", Integer, nullable=False),
    Column("spread", Float(53), nullable=False),
    Column("claims", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("size", Float(53), nullable=False),
    Column("ruled", Boolean, nullable=False),
    Column("payload", Text, nullable=False),
    Index("ix_questions_question_id", "question_id"),
    Index("ix_questions_rank", "gravity", "spread", "claims", "question_id"),
    Index("ix_questions_measure", "measure", "gravity", "spread", "claims", "question_id"),
    Index("ix_questions_size", "measure", "size", "question_id"),
    Index("ix_questions_standing", "standing", "measure", "unit", "answers"),
)
"""What figures answer, each with its claims by the ids of their figures. `gravity`, `spread`, `claims`: their rank, the greater
the further up. `answers`: its claims, and the denials without a number. `size`: by who prints it and the largest number said, the
greater the further up.
`ruled`: an analyst decided how it stands.
"""

condition_questions = Table(
    "condition_questions",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("at", Text, primary_key=True),
    Column("question_id", Text, nullable=False, index=True),
    Column("place", Text, nullable=False, index=True),
    Column("standing", String(20), nullable=False),
    Column("gravity", Integer, nullable=False),
    Column("newest", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("facts", Text, nullable=False),
    Index("ix_condition_questions_rank", "gravity", "newest"),
)
"""What reports say of one condition at one place; `answers`: who answers it, `facts`: the ids of all reports of it."""

findings = Table(
    "findings",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("at", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("told", Boolean, nullable=False),
    Column("newest", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("claimant", Text, nullable=False),
    Column("fact_id", Text, nullable=False, index=True),
    Column("against", Text),
    Column("also_against", Text),
    Index("ix_findings_rank", "told", "newest"),
)
"""Figures to check, found in a cell or (bucket "report") in a report; `against`, `also_against`: the ids of its other rows."""

due_cells = Table(
    "due_cells",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("at", Text, primary_key=True),
)
"""Cells whose questions must be worked out again."""

changes = Table(
    "changes",
    metadata,
    Column("change_id", _Serial, primary_key=True, autoincrement=True),
    Column("made", Moment, nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("question_id", Text, nullable=False),
    Column("fact_id", Text, nullable=False),
    Column("was", Text, nullable=False),
    Column("now", Text, nullable=False),
)
"""What became otherwise between two writes: a question that was not there, another standing, a claimant's newer figure."""

text_bands = Table(
    "text_bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("key", BigInteger, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.document_id"), primary_key=True),
)
"""The keys by which reports with nearly the same words are found (`documents.copies`)."""

received = Table(
    "received",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("added", Moment, nullable=False),
)
"""Files and entries of feeds of which everything is kept, by a hash of their bytes: when they come again, they are not read."""

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("title", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("looked", Moment),
    Column("said", Text, nullable=False),
)
"""The feeds that are followed: what their server calls the version seen last, when they were looked at, and what that brought."""

judgements = Table(
    "judgements",
    metadata,
    Column("judgement_id", _Serial, primary_key=True, autoincrement=True),
    Column("kind", String(20), nullable=False),
    Column("subject", Text, nullable=False),
    Column("now", Text),
    Column("who", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("trim(who) <> '' AND trim(why) <> '' AND trim(subject) <> ''", name="author_reason_and_subject"),
    Index("ix_judgements_kind_subject", "kind", "subject"),
    sqlite_autoincrement=True,
)
"""What analysts decide about names, append-only: of the rows of a kind and subject the newest counts; `now` NULL takes back."""

corrections = Table(
    "corrections",
    metadata,
    Column("correction_id", _Serial, primary_key=True, autoincrement=True),
    Column("fact_id", Text, nullable=False),  # no foreign key: a correction outlives a fact that a new reading loses
    Column("document_id", Text, ForeignKey("documents.document_id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("action", String(10), nullable=False),
    Column("field", String(40)),
    Column("was", Text),
    Column("now", Text),
    Column("who", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", _Serial, ForeignKey("corrections.correction_id")),
    UniqueConstraint("fact_id", "version"),
    UniqueConstraint("undoes"),
    CheckConstraint("version >= 1", name="version_counts_from_one"),
    CheckConstraint("trim(who) <> '' AND trim(why) <> ''", name="author_and_reason"),
    CheckConstraint("action IN ('correct', 'reject', 'approve', 'add', 'undo')", name="known_action"),
    CheckConstraint("(action = 'undo') = (undoes IS NOT NULL)", name="undo_names_its_row"),
    CheckConstraint("action <> 'correct' OR field IS NOT NULL", name="correct_names_its_field"),
    CheckConstraint("action <> 'add' OR now IS NOT NULL", name="add_holds_its_fact"),
    sqlite_autoincrement=True,
)
