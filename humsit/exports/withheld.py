"""What confidential reports say, taken out of every table: their rows, their claims, and the reasons that would repeat them.

Standings stay as the desk knows them: a question that is contested because of a confidential report is not shown as agreed. Only
its reason is replaced by a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pandas as pd

from humsit.claims import Claim, ConditionClaim, ConditionQuestion, Question
from humsit.records import Condition, Figure, JudgementKind
from humsit.situation import NOW, Known, Selection, Situation, confidential_reports, known_as
from humsit.tables import frame_of

Told = TypeVar("Told", Figure, Condition)
REASON = "The reason also rests on a confidential report, which is left out here."


@dataclass(frozen=True, slots=True)
class Withheld:
    """What must not leave: the confidential reports, their facts, and the questions that these answer."""

    documents: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    questions: dict[str, Question] = field(default_factory=dict)
    conditions: dict[str, ConditionQuestion] = field(default_factory=dict)
    publishers: frozenset[str] = frozenset()
    """Who printed the confidential reports."""

    def __bool__(self) -> bool:
        return bool(self.documents)


NOTHING = Withheld()


def withheld(situation: Situation, known: Known = NOW) -> Withheld:
    """All that confidential reports say, as it was known then. What is confidential now is so for every day of the past."""
    ids = frozenset(confidential_reports(situation))
    if not ids:
        return NOTHING
    facts: set[str] = set()
    questions: dict[str, Question] = {}
    conditions: dict[str, ConditionQuestion] = {}
    for document_id in ids:
        of = Selection(document_id=document_id, known=known)
        facts |= {corrected.fact_id for corrected in situation.document_facts(document_id)}
        facts |= {corrected.fact_id for corrected in situation.document_facts(document_id, known)}
        questions |= {question.question_id: question for question in situation.questions(of)}
        conditions |= {question.question_id: question for question in situation.condition_questions(of)}
    printed = [one for i in ids for one in situation.store.reports.printings(i)]
    publishers = frozenset(one.publisher or one.document_id for one in printed)
    return Withheld(ids, frozenset(facts), questions, conditions, publishers)


# --- questions


def without(question: Question, kept_back: Withheld) -> Question | None:
    """The question as it may leave; None where only confidential reports answer it."""
    if kept_back.facts.isdisjoint(question.facts):
        return question
    claims = tuple(claim for of in question.claims if (claim := _public(of, kept_back)) is not None)
    denials = tuple(denial for denial in question.denials if denial.document_id not in kept_back.documents)
    facts = tuple(fact_id for fact_id in question.facts if fact_id not in kept_back.facts)
    if not claims and not denials:
        return None
    return replace(question, claims=claims, denials=denials, facts=facts, reason=REASON, worked_out=REASON)


def _public(claim: Claim, kept_back: Withheld) -> Claim | None:
    current = _others(claim.current or (claim.figure,), kept_back)
    if not current:
        return None
    reports = tuple(report for report in claim.reports if report not in kept_back.documents)
    figure = claim.figure if claim.figure in current else current[0]
    superseded = _others(claim.superseded, kept_back)
    publishers = _printing(claim.publishers, (*current, *superseded), kept_back)
    return replace(claim, figure=figure, current=current, superseded=superseded, reports=reports, publishers=publishers)


def without_conditions(question: ConditionQuestion, kept_back: Withheld) -> ConditionQuestion | None:
    """The same of a condition."""
    if kept_back.facts.isdisjoint(question.facts):
        return question
    claims = tuple(claim for of in question.claims if (claim := _public_condition(of, kept_back)) is not None)
    facts = tuple(fact_id for fact_id in question.facts if fact_id not in kept_back.facts)
    return replace(question, claims=claims, facts=facts, reason=REASON) if claims else None


def _public_condition(claim: ConditionClaim, kept_back: Withheld) -> ConditionClaim | None:
    current = _others(claim.current or (claim.fact,), kept_back)
    if not current:
        return None
    fact = claim.fact if claim.fact in current else current[-1]
    reports = tuple(report for report in claim.reports if report not in kept_back.documents)
    superseded = _others(claim.superseded, kept_back)
    publishers = _printing(claim.publishers, (*current, *superseded), kept_back)
    return replace(claim, fact=fact, current=current, superseded=superseded, reports=reports, publishers=publishers)


def _printing(publishers: Iterable[str], facts: Iterable[Figure | Condition], kept_back: Withheld) -> tuple[str, ...]:
    """Those of the publishers who print one of these facts, or at least no confidential report."""
    printed = {fact.publisher or fact.document_id for fact in facts}
    return tuple(name for name in publishers if name in printed or name not in kept_back.publishers)


def _others(facts: Iterable[Told], kept_back: Withheld) -> tuple[Told, ...]:
    return tuple(fact for fact in facts if fact.document_id not in kept_back.documents)


# --- tables


def without_rows(frame: pd.DataFrame, table: str, kept_back: Withheld, situation: Situation, known: Known = NOW) -> pd.DataFrame:
    """A table's frame as it may leave."""
    if not kept_back or frame.empty:
        return frame
    if table == "judgements":
        return frame[~((frame["kind"] == JudgementKind.CONFIDENTIAL) & frame["subject"].isin(kept_back.documents))]
    if table == "sources":
        return _sources(frame, kept_back, situation, known)
    if table == "claims":
        return _rebuilt(frame, table, (without(q, kept_back) for q in kept_back.questions.values()), kept_back.questions)
    if table == "condition_claims":
        kept = (without_conditions(q, kept_back) for q in kept_back.conditions.values())
        return _rebuilt(frame, table, kept, kept_back.conditions)
    if table == "checks":
        against = frame["against"].map(lambda ids: kept_back.facts.isdisjoint(str(ids).split()))
        frame = frame[against.astype(bool)]
    stays = frame[~frame["document_id"].isin(kept_back.documents)]
    if "question_id" in stays:
        touched = stays["question_id"].isin(list(kept_back.questions))
        stays = stays.assign(standing_reason=stays["standing_reason"].mask(touched, REASON))
    return stays


def _rebuilt(
    frame: pd.DataFrame,
    table: str,
    questions: Iterable[Question | ConditionQuestion | None],
    touched: Collection[str],
) -> pd.DataFrame:
    """The rows of questions that no confidential report answers, then what may be told of the others that the frame holds."""
    asked = set(frame["question_id"]) & set(touched)
    rows: list[dict[str, object]] = []
    for question in questions:
        if question is not None and question.question_id in asked:
            rows += question.claim_rows() if isinstance(question, Question) else question.rows()
    untouched = frame[~frame["question_id"].isin(asked)]
    made = frame_of(table, rows)
    if "reliability" in frame and len(made):  # a source's own rating, which the rows of a question do not know
        rated = dict(zip(frame["fact_id"], frame["reliability"], strict=True))
        made["reliability"] = pd.Series([rated.get(one, "F") for one in made["fact_id"]], dtype="string")
    return pd.concat([untouched, made], ignore_index=True) if len(made) else untouched


def _sources(frame: pd.DataFrame, kept_back: Withheld, situation: Situation, known: Known) -> pd.DataFrame:
    """Sources without what they say in confidential reports; who speaks in no other report is left out altogether."""
    less: dict[str, list[int]] = {}
    for document_id in kept_back.documents:
        for source in situation.all_sources(Selection(document_id=document_id, known=known)):
            taken = less.setdefault(known_as(source.shown), [0, 0, 0])
            for at, number in enumerate((source.figures, source.conditions, source.reports)):
                taken[at] += number
    keys = [known_as(str(name)) for name in frame["source"]]
    made = frame.copy()
    for at, name in enumerate(("figures", "conditions", "reports")):
        counted = zip(made[name], keys, strict=True)
        made[name] = pd.Series(
            [max(0, number - less.get(key, (0, 0, 0))[at]) for number, key in counted], index=made.index, dtype="Int64"
        )
    return made[made["reports"] > 0]
