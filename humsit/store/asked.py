"""What a selection asks of the store: counts, pages and the questions that its facts answer, never everything at once."""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    Text,
    and_,
    any_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from humsit.ledger import CorrectedFact
from humsit.records import Document, Measure, Standing, Unit
from humsit.store import reading, tellers
from humsit.store.engine import Database
from humsit.store.known import NOW
from humsit.store.rows import document_of
from humsit.store.schema import changes, condition_questions, documents, facts, findings, questions
from humsit.store.selection import Selection, facts_asked, hides_no_condition, holds_words, questions_asked
from humsit.store.whole_reports import positions_holding

Row = dict[str, Any]


class Order(StrEnum):
    """In which order facts are listed."""

    REPORTS = "reports"
    """As the reports were added, and in the order of their words."""
    NEWEST = "newest"
    """Those about the newest day first."""
    LARGEST = "largest"
    """Those with the largest number first."""


_ORDERS = {
    Order.REPORTS: reading.IN_ORDER,
    Order.NEWEST: (facts.c.day.desc().nulls_last(), *reading.IN_ORDER),
    Order.LARGEST: (facts.c.value.desc().nulls_last(), *reading.IN_ORDER),
}
BY_RANK = (questions.c.gravity.desc(), questions.c.spread.desc(), questions.c.claims.desc(), questions.c.question_id)
BY_SIZE = (questions.c.size.desc(), questions.c.question_id.desc())
KINDS = ("figure", "condition", "denial")


MANY = 20_000
"""Facts that are found once and kept by their ids; of more than that nothing is kept."""
SEARCHES = 16


class AskedTables:
    """Reading what is asked for; `known` of a selection is passed over: a store holds what is known, see `past`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._holding = lru_cache(maxsize=SEARCHES)(self._all_holding)
        self._reports = lru_cache(maxsize=SEARCHES)(self._all_reports)
        self._answering = lru_cache(maxsize=SEARCHES)(self._all_answering)

    # -- facts

    def facts(
        self, selection: Selection, *kinds: str, limit: int | None = None, offset: int = 0, order: Order = Order.REPORTS
    ) -> list[CorrectedFact]:
        """The facts asked for, in this order."""
        where = self._where(selection, *kinds)
        with self._database.reading() as connection:
            return reading.corrected_facts(connection, where, limit=limit, offset=offset, order=_ORDERS[order])

    def facts_named(self, fact_ids: Iterable[str]) -> dict[str, CorrectedFact]:
        """fact_id → the fact as it reads now, of those that there are."""
        found: list[CorrectedFact] = []
        with self._database.reading() as connection:
            for some in reading.in_parts(list(dict.fromkeys(fact_ids))):
                found += reading.corrected_facts(connection, facts.c.fact_id.in_(some), ordered=False)
        return {corrected.fact_id: corrected for corrected in found}

    def count(self, selection: Selection, *kinds: str) -> int:
        """How many facts are asked for."""
        return self._scalar(select(func.count()).select_from(facts).where(self._where(selection, *kinds)))

    def stands(self, fact_ids: Sequence[str]) -> dict[str, Row]:
        """fact_id → question_id, standing, superseded, and the question's payload; of those that answer a question."""
        found: dict[str, Row] = {}
        of = (facts.c.fact_id, facts.c.question_id, facts.c.standing, facts.c.superseded, questions.c.payload)
        with self._database.reading() as connection:
            for some in reading.in_parts(fact_ids):
                query = select(*of).join(questions, _answers()).where(facts.c.fact_id.in_(some))
                found |= {row.fact_id: dict(row._mapping) for row in connection.execute(query)}
        return found

    # -- documents

    def documents(self, selection: Selection, *, limit: int | None = None, offset: int = 0) -> list[tuple[Document, Row]]:
        """The reports with facts that are asked for, with the number of facts of each kind, and who else printed each.

        All where nothing is narrowed, and all that hold words where only words of reports are asked for: with facts or without;
        withdrawn ones never.
        """
        query = self._documents_asked(select(documents), selection).order_by(documents.c.position)
        if limit is not None:
            query = query.limit(limit).offset(offset)
        where = self._where(replace(selection, report=""))  # asks by itself, so before the connection is taken
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
            found = [document_of(row) for row in rows]
            counts: dict[str, Row] = {row.document_id: {f"{kind}s": 0 for kind in KINDS} | _of_story(row) for row in rows}
            of = (facts.c.document_id, facts.c.kind, func.count().label("count"))
            for some in reading.in_parts(list(counts)):
                counted = select(*of).where(where, facts.c.document_id.in_(some))
                for row in connection.execute(counted.group_by(facts.c.document_id, facts.c.kind)):
                    counts[row.document_id][f"{row.kind}s"] = row.count
        return [(document, counts[document.document_id]) for document in found]

    def count_documents(self, selection: Selection) -> int:
        """How many reports `documents` gives."""
        if not selection.narrows:
            return self._scalar(select(func.count()).select_from(documents).where(~documents.c.withdrawn))
        if selection.report and not replace(selection, report="").narrows:
            return len(self._reports(self._revision(), selection.report))
        return self._scalar(select(func.count(func.distinct(facts.c.position))).where(self._where(selection)))

    # -- questions

    def questions(
        self,
        selection: Selection,
        *,
        standing: Sequence[Standing] = (),
        not_standing: Sequence[Standing] = (),
        measure: Sequence[Measure] = (),
        unit: Sequence[Unit] = (),
        rivals: bool | None = None,
        ruled: bool | None = None,
        by_size: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Row]:
        """The questions that the facts asked for answer, by rank, or by who prints most and the largest number.

        `rivals`: only those with several answers (True), or with one (False). `ruled`: only those of which an analyst decided
        how they stand (True), or not (False).
        """
        where = [self._asked(selection, standing, measure)]
        if not_standing:
            where.append(questions.c.standing.not_in([one.value for one in not_standing]))
        if unit:
            where.append(questions.c.unit.in_([one.value for one in unit]))
        if rivals is not None:
            where.append(questions.c.answers > 1 if rivals else questions.c.answers == 1)
        if ruled is not None:
            where.append(questions.c.ruled if ruled else ~questions.c.ruled)
        query = select(questions).where(*where).order_by(*(BY_SIZE if by_size else BY_RANK))
        if limit is not None:
            query = query.limit(limit).offset(offset)
        return self._rows(query)

    def question(self, question_id: str) -> Row | None:
        """The question of this id."""
        return next(iter(self._rows(select(questions).where(questions.c.question_id == question_id).limit(1))), None)

    def count_questions(self, selection: Selection) -> list[Row]:
        """How many questions the facts asked for answer: measure, unit, standing, rivals (several answers), count."""
        rivals = (questions.c.answers > 1).label("rivals")
        of = (questions.c.measure, questions.c.unit, questions.c.standing, rivals)
        query = select(*of, func.count().label("count")).where(self._asked(selection, counted=True))
        return self._rows(query.group_by(*of))

    def count_claims(self, selection: Selection) -> int:
        """How many claims, and denials without a number, answer the questions that the facts asked for answer."""
        return self._scalar(select(func.sum(questions.c.answers)).where(self._asked(selection, counted=True)))

    def count_condition_claims(self, selection: Selection) -> int:
        """How many claimants answer what is asked of conditions."""
        query = select(func.sum(condition_questions.c.answers))
        if not hides_no_condition(selection):
            ids = select(facts.c.question_id).where(self._where(selection, "condition"), facts.c.question_id.is_not(None))
            query = query.where(condition_questions.c.question_id.in_(ids))
        return self._scalar(query)

    def condition_questions(
        self, selection: Selection, *, standing: Sequence[Standing] = (), limit: int | None = None, offset: int = 0
    ) -> list[Row]:
        """What is asked of conditions of which something that was said is asked for; disputed ones first, then the newest."""
        column = condition_questions.c
        query = select(condition_questions).order_by(column.gravity, column.newest.desc(), column.place, column.question_id)
        if not hides_no_condition(selection):
            ids = select(facts.c.question_id).where(self._where(selection, "condition"), facts.c.question_id.is_not(None))
            query = query.where(column.question_id.in_(ids))
        if standing:
            query = query.where(column.standing.in_([one.value for one in standing]))
        if limit is not None:
            query = query.limit(limit).offset(offset)
        return self._rows(query)

    def count_condition_places(self, selection: Selection) -> int:
        """How many places the conditions asked for are reported of; no place is one too."""
        if hides_no_condition(selection):
            return self._scalar(select(func.count(func.distinct(condition_questions.c.place))))
        return self._scalar(select(func.count(func.distinct(facts.c.place))).where(self._where(selection, "condition")))

    def condition_places(self, selection: Selection, *, limit: int) -> list[tuple[str, int]]:
        """The places where most conditions are reported among the facts asked for, and how many; "" is no place."""
        if hides_no_condition(selection):
            place, number = condition_questions.c.place, func.count().label("number")
            query = select(place, number).group_by(place)
        else:
            place, number = facts.c.place, func.count(func.distinct(facts.c.question_id)).label("number")
            query = select(place, number).where(self._where(selection, "condition")).group_by(place)
        rows = self._rows(query.order_by(case((place == "", 1), else_=0), number.desc(), place).limit(limit))
        return [(row["place"], row["number"]) for row in rows]

    def count_condition_questions(self, selection: Selection) -> dict[str, int]:
        """standing → how many conditions at a place are asked for."""
        query = select(condition_questions.c.standing, func.count().label("count"))
        if not hides_no_condition(selection):
            ids = select(facts.c.question_id).where(self._where(selection, "condition"), facts.c.question_id.is_not(None))
            query = query.where(condition_questions.c.question_id.in_(ids))
        return {row["standing"]: row["count"] for row in self._rows(query.group_by(condition_questions.c.standing))}

    # -- figures to check

    def findings(self, selection: Selection, *, limit: int | None = None, offset: int = 0) -> list[Row]:
        """Findings of which any row is asked for, what the report itself explains last, else the newest first."""
        column = findings.c
        query = select(findings).order_by(column.told, column.newest.desc(), column.kind, column.sentence)
        if selection.narrows:
            query = query.where(self._any_row(selection))
        if limit is not None:
            query = query.limit(limit).offset(offset)
        return self._rows(query)

    def count_findings(self, selection: Selection) -> int:
        """How many findings there are of which any row is asked for."""
        query = select(func.count()).select_from(findings)
        return self._scalar(query if not selection.narrows else query.where(self._any_row(selection)))

    def ahead_of(self, selection: Selection, today: dt.date) -> list[CorrectedFact]:
        """The facts asked for that are about a day after `today`, and whose report has no day, or that were entered by hand."""
        by_hand = or_(facts.c.origin == "analyst", facts.c.published.is_(None))
        ahead = select(facts.c.fact_id).where(facts.c.as_of > today, by_hand)
        where = and_(facts.c.fact_id.in_(ahead), self._where(selection))
        with self._database.reading() as connection:
            return reading.corrected_facts(connection, where)

    # -- who and what is named

    def in_use(self, selection: Selection, field: str) -> list[Row]:
        """Every name in a column of the facts asked for ("": none): name, figures, conditions (how many of each carry it)."""
        name = facts.c[field].label("name")
        query = select(name, tellers.counted("figure"), tellers.counted("condition"))
        query = query.where(self._where(selection), facts.c[field].is_not(None))
        return self._rows(query.group_by(facts.c[field]))

    def tellers(self, selection: Selection, claimants: Sequence[str] | None = None) -> list[Row]:
        """The facts asked for, counted by who tells them; of some claimants together where they are named.

        author (a claimant, or whose paper or agency it is), own_voice, claimant_type (one of them), figures, conditions, reports,
        questions, contested, revised, admitted.
        """
        asked = self._where(selection)
        if claimants is not None:
            return self._rows(tellers.together(asked, claimants))
        with self._database.reading() as connection:  # both queries see the same moment
            return [dict(row._mapping) for query in tellers.by_teller(asked) for row in connection.execute(query)]

    def denied_questions(self, selection: Selection) -> list[Row]:
        """Who answers the questions in which anybody denies anything: question_id, author, own_voice, denies."""
        return self._rows(tellers.of_denied_questions(self._where(selection, "figure", "denial")))

    def which(self, selection: Selection, fact_ids: Sequence[str]) -> set[str]:
        """Those of these facts that are asked for."""
        found: set[str] = set()
        for some in reading.in_parts(fact_ids):
            query = select(facts.c.fact_id).where(facts.c.fact_id.in_(some), self._where(selection))
            found |= {row["fact_id"] for row in self._rows(query)}
        return found

    def which_documents(self, selection: Selection, document_ids: Iterable[str]) -> set[str]:
        """Those of these reports that `documents` gives."""
        found: set[str] = set()
        query = self._documents_asked(select(documents.c.document_id), selection)
        for some in reading.in_parts(list(dict.fromkeys(document_ids))):
            found |= {row["document_id"] for row in self._rows(query.where(documents.c.document_id.in_(some)))}
        return found

    def changes_since(self, moment: dt.datetime, *, limit: int) -> list[Row]:
        """What became otherwise since a moment, the newest first."""
        query = select(changes).where(changes.c.made >= moment).order_by(changes.c.change_id.desc()).limit(limit)
        return self._rows(query)

    # -- how

    def _where(self, selection: Selection, *kinds: str) -> ColumnElement[bool]:
        return facts_asked(selection, *kinds, found=self._found(selection))

    def _asked(
        self,
        selection: Selection,
        standing: Sequence[Standing] = (),
        measure: Sequence[Measure] = (),
        *,
        counted: bool = False,
    ) -> ColumnElement[bool]:
        """Which questions are asked for (`counted`: all of them): by ids where they are few."""
        few = self._few(selection)
        named = None if few is None else self._among(questions.c.question_id, few)
        return questions_asked(selection, standing, measure, found=self._found(selection), named=named, all_of_them=counted)

    def _found(self, selection: Selection) -> list[ColumnElement[bool]]:
        """Whether a fact and its report hold the words of a selection, which are looked for once; of very many facts each is
        asked for itself.
        """
        found = []
        if selection.text:
            ids = self._holding(self._revision(), selection.text)
            found.append(holds_words(selection.text) if ids is None else self._among(facts.c.fact_id, ids))
        if selection.report:
            found.append(self._among(facts.c.position, self._reports(self._revision(), selection.report)))
        return found

    def _all_reports(self, _: int, words: str) -> array[int]:
        with self._database.reading() as connection:
            return positions_holding(connection, words, self._among)

    def _few(self, selection: Selection) -> tuple[str, ...] | None:
        """The questions that the facts asked for answer, where what narrows is asked of facts, and there are only a few."""
        narrowed = replace(selection, known=NOW)
        if not (selection.place or selection.claimant or selection.document_id or selection.text or selection.report):
            return None
        return self._answering(self._revision(), narrowed)

    def _all_holding(self, _: int, words: str) -> tuple[str, ...] | None:
        return self._unless_many(select(facts.c.fact_id).where(holds_words(words)))

    def _all_answering(self, _: int, selection: Selection) -> tuple[str, ...] | None:
        asked = self._where(selection, "figure", "denial")
        return self._unless_many(select(facts.c.question_id).where(asked, facts.c.question_id.is_not(None)))

    def _unless_many(self, query: Select[Any]) -> tuple[str, ...] | None:
        with self._database.reading() as connection:
            found = tuple(connection.scalars(query.limit(MANY + 1)))
        return tuple(dict.fromkeys(found)) if len(found) <= MANY else None

    def _among(self, column: ColumnElement[Any], ids: Sequence[str] | array[int]) -> ColumnElement[bool]:
        """Whether a column holds one of these ids or numbers, however many there are."""
        if self._database.is_sqlite:
            listed = func.json_each(json.dumps(list(ids))).table_valued("value")
            return column.in_(select(listed.c.value))
        return column == any_(literal(list(ids), ARRAY(BigInteger if isinstance(ids, array) else Text)))

    def _revision(self) -> int:
        with self._database.reading() as connection:
            return reading.number(connection, "revision")

    def _any_row(self, selection: Selection) -> ColumnElement[bool]:
        column, asked = findings.c, self._where(selection)
        rows = (column.fact_id, column.against, column.also_against)
        return or_(*(exists().where(facts.c.fact_id == row, asked) for row in rows))

    def _documents_asked(self, query: Select[Any], selection: Selection) -> Select[Any]:
        if not selection.narrows:
            return query.where(~documents.c.withdrawn)
        if selection.report and not replace(selection, report="").narrows:  # a report without any fact is found too
            return query.where(self._among(documents.c.position, self._reports(self._revision(), selection.report)))
        return query.where(documents.c.position.in_(select(facts.c.position).where(self._where(selection)).distinct()))

    def _rows(self, query: Select[Any]) -> list[Row]:
        with self._database.reading() as connection:
            return [dict(row._mapping) for row in connection.execute(query)]

    def _scalar(self, query: Select[Any]) -> int:
        with self._database.reading() as connection:
            return int(connection.scalar(query) or 0)


def _of_story(row: Any) -> Row:
    again = json.loads(row.printed_by)
    publishers = {*again, *filter(None, [row.publisher])}
    others = "; ".join(name for name in again if name != row.publisher) or None
    return {
        "publishers": len(publishers),
        "also_printed_by": others,
        "copy_of": row.copy_of,
        "version_of": row.version_of,
    }


def _answers() -> ColumnElement[bool]:
    return questions.c.question_id == facts.c.question_id
