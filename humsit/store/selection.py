"""Which facts are asked for: the filters of every view, table and export, in one place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, and_, exists, or_, select, true

from humsit.records import Measure, Review, Standing
from humsit.store.known import NOW, Known
from humsit.store.schema import facts, questions


@dataclass(frozen=True)
class Selection:
    """Which facts are asked for: every field narrows, an empty one does not. A field that a kind of fact lacks never hides it.

    `text` is looked for, whatever its case, in a fact's words, sentence, group, place and claimant. `report`: each of these words
    stands in the fact's report: in its title, publisher or text, or in what a place or claimant in it is called now. `since` and
    `until` are the days that facts are about (`as_of`, else `published`), both included; a fact without a day is hidden by
    neither. `known` is the other clock: everything is shown as it was known then, so it narrows nothing by itself.
    Rejected facts are left out unless asked for; superseded figures and those of measure `other` are in unless they are left out.
    """

    text: str = ""
    report: str = ""
    measure: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    claimant: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    document_id: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    include_superseded: bool = True
    include_rejected: bool = False
    include_other: bool = True
    known: Known = NOW

    @property
    def narrows(self) -> bool:
        """Whether anything is left out of what was known."""
        return self != self.widest

    @property
    def widest(self) -> Selection:
        """All that was known then, nothing left out but what was rejected."""
        return replace(ALL, known=self.known)


ALL = Selection()


def facts_asked(selection: Selection, *kinds: str, found: Sequence[ColumnElement[bool]] = ()) -> ColumnElement[bool]:
    """Which facts are asked for, of these kinds (of all where none is named).

    `found`: whether a fact, or its report, holds the words that are asked for, by who has looked them up.
    """
    column = facts.c
    asked: list[ColumnElement[bool]] = [column.kind.in_(kinds)] if kinds else []
    if not selection.include_rejected:
        asked.append(column.review != Review.REJECTED.value)
    asked += [
        column[name].in_(values) if sure else or_(column[name].is_(None), column[name].in_(values))
        for name, values, sure in (
            ("measure", selection.measure, kinds == ("figure",)),
            ("condition", selection.condition, kinds == ("condition",)),
            ("stance", selection.stance, kinds == ("figure",)),
            ("place", selection.place, True),
            ("claimant", selection.claimant, True),
            ("review", selection.review, True),
        )
        if values
    ]
    if selection.standing and kinds != ("condition",):
        stands = or_(column.standing.is_(None), column.standing.in_(selection.standing))
        asked.append(stands if kinds == ("figure",) else or_(column.kind == "condition", stands))
    if not selection.include_superseded:
        asked.append(~column.superseded)
    if not selection.include_other:
        not_other = column.measure != Measure.OTHER.value
        asked.append(not_other if kinds == ("figure",) else or_(column.measure.is_(None), not_other))
    return and_(true(), *asked, *_of_one_report(selection), *_of_days(selection), *found)


def _of_one_report(selection: Selection) -> Sequence[ColumnElement[bool]]:
    return [facts.c.document_id == selection.document_id] if selection.document_id else []


def _of_days(selection: Selection) -> Sequence[ColumnElement[bool]]:
    day, asked = facts.c.day, []
    if selection.since is not None:
        asked.append(or_(day.is_(None), day >= selection.since))
    if selection.until is not None:
        asked.append(or_(day.is_(None), day <= selection.until))
    return asked


def holds_words(text: str) -> ColumnElement[bool]:
    """Whether a fact holds these words, whatever their case."""
    return facts.c.searched.contains(text.casefold(), autoescape=True)


def hides_no_condition(selection: Selection) -> bool:
    """Whether all conditions are asked for: what is asked of figures hides none of them."""
    of_conditions = replace(selection, measure=(), standing=(), include_superseded=True, include_other=True, known=NOW)
    return of_conditions == ALL


def questions_asked(
    selection: Selection,
    standing: Sequence[Standing] = (),
    measure: Sequence[Measure] = (),
    *,
    found: Sequence[ColumnElement[bool]] = (),
    named: ColumnElement[bool] | None = None,
    all_of_them: bool = False,
) -> ColumnElement[bool]:
    """Which questions some of the facts asked for answer, of these standings and measures.

    What a question says of itself is asked of it; the rest is asked of its facts: each question is asked whether it has such a
    fact, in the order of rank, until enough are found. `named`: whether it is one of those, where somebody has looked already;
    `all_of_them`: they are counted, so that it is quicker to look all of them up.
    """
    column = questions.c
    asked: list[ColumnElement[bool]] = [
        column[name].in_([str(value) for value in values])
        for name, values in (
            ("measure", selection.measure),
            ("measure", measure),
            ("standing", selection.standing),
            ("standing", standing),
        )
        if values
    ]
    if not selection.include_other:
        asked.append(column.measure != Measure.OTHER.value)
    of_itself = replace(ALL, measure=selection.measure, standing=selection.standing, include_other=selection.include_other)
    if replace(selection, known=NOW, include_superseded=True, include_rejected=False) == of_itself:
        return and_(true(), *asked)
    if named is not None:
        return and_(named, *asked)
    having = facts_asked(selection, "figure", "denial", found=found)
    if all_of_them:
        return and_(column.question_id.in_(select(facts.c.question_id).where(having, facts.c.question_id.is_not(None))), *asked)
    return and_(exists().where(facts.c.question_id == column.question_id, having), *asked)
