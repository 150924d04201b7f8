"""The tables of the store, with every constraint named: the database itself refuses what the ledger must never hold."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    BigInteger,
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
)

SCHEMA_VERSION = 2

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
    Column("copy_of", Text, index=True),
)
"""`changed`: the revision at which its facts, or what was decided on them, last changed. `copy_of`: document_id of the report
whose text it prints again, nearly word for word.
"""

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
    CheckConstraint('0 <= start AND start < "end"', name="span_is_forward"),
    CheckConstraint("low <= high", name="bounds_are_ordered"),
    Index("ix_facts_document_id_start", "document_id", "start"),
    Index("ix_facts_measure_place", "kind", "measure", "place"),
    Index("ix_facts_condition_place", "condition", "place"),
    Index("ix_facts_place", "place"),
    Index("ix_facts_claimant", "claimant"),
    Index("ix_facts_stance", "stance"),
    Index("ix_facts_as_of", "as_of"),
    Index("ix_facts_published", "published"),
    Index("ix_facts_review", "review"),
)

text_bands = Table(
    "text_bands",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("key", BigInteger, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.document_id"), primary_key=True),
)
"""The keys by which reports with nearly the same words are found (`documents.copies`)."""

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
