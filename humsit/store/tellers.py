"""Queries on who tells the facts asked for: claimants, and reports in their own voices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, select, true

from humsit.records import Standing
from humsit.store.schema import documents, facts

_PRINTED_BY = func.coalesce(documents.c.agency, documents.c.publisher, "")
"""Who speaks where a report speaks in its own voice."""
_PRINTED_IN = documents.c.position == facts.c.position


def counted(kind: str) -> ColumnElement[int]:
    """How many of the facts are of this kind, as a column "figures", "conditions"."""
    return func.sum(case((facts.c.kind == kind, 1), else_=0)).label(f"{kind}s")


def by_teller(asked: ColumnElement[bool]) -> tuple[Select[Any], Select[Any]]:
    """The facts asked for counted by claimant, and those without a claimant by whose paper or agency it is.

    Apart: nearly all facts have a claimant, and need no look at their reports, which an index of facts does not hold.
    """
    claimant = facts.c.claimant
    named = select(claimant.label("author"), false().label("own_voice"), *_record())
    own = select(_PRINTED_BY.label("author"), true().label("own_voice"), *_record()).join(documents, _PRINTED_IN)
    return named.where(asked, claimant != "").group_by(claimant), own.where(asked, claimant == "").group_by(_PRINTED_BY)


def together(asked: ColumnElement[bool], claimants: Sequence[str]) -> Select[Any]:
    """The facts asked for of these claimants, counted as if they were one."""
    return select(*_record()).where(asked, facts.c.claimant.in_(claimants))


def _record() -> tuple[ColumnElement[Any], ...]:
    column = facts.c
    answers = case((column.kind != "condition", column.question_id))
    contested = case((and_(column.kind != "condition", column.standing == Standing.CONTESTED.value), column.question_id))
    return (
        func.max(column.claimant_type).label("claimant_type"),
        counted("figure"),
        counted("condition"),
        func.count(func.distinct(column.position)).label("reports"),
        func.count(func.distinct(answers)).label("questions"),
        func.count(func.distinct(contested)).label("contested"),
        func.sum(case((column.superseded, 1), else_=0)).label("revised"),
        func.sum(case((column.stance == "admitted", 1), else_=0)).label("admitted"),
    )


def of_denied_questions(asked: ColumnElement[bool]) -> Select[Any]:
    """Who answers the questions asked for in which anybody denies anything: question_id, author, own_voice, denies."""
    column, own = facts.c, (facts.c.claimant == "").label("own_voice")
    author = case((own, _PRINTED_BY), else_=column.claimant).label("author")
    denies = (column.stance == "denied").label("denies")
    denied = select(column.question_id).where(column.stance == "denied", column.question_id.is_not(None))
    ids = select(column.question_id).where(column.question_id.in_(denied), asked)
    return (
        select(column.question_id, author, own, denies).join(documents, _PRINTED_IN).distinct().where(column.question_id.in_(ids))
    )
