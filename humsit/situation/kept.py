"""Questions as rows of the store, and back: a kept question names its figures by their ids."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from humsit.claims import (
    Check,
    Claim,
    ConditionQuestion,
    FigureStanding,
    Finding,
    PrintedBy,
    Question,
    Ruling,
    condition_question,
    interval,
    largest,
    rank,
)
from humsit.records import AnyFact, Condition, Denial, Figure, Measure, PopulationGroup, Standing, Unit

Row = dict[str, Any]
COUNTS = 1_000_000.0
"""More than anything has publishers."""
Known = Mapping[str, AnyFact]
"""fact_id → the fact, its names led back to one"""


def question_row(question: Question) -> Row:
    """The row of a question."""
    gravity, spread, claims, _ = rank(question)
    return {
        "question_id": question.question_id,
        "measure": question.measure.value,
        "unit": question.unit.value,
        "standing": question.standing.value,
        "gravity": -gravity,
        "spread": -spread if math.isfinite(spread) else 0.0,
        "claims": -claims,
        "answers": len(question.claims) + len(question.denials),
        "size": _size(question),
        "ruled": question.ruling is not None,
        "payload": json.dumps(_payload(question), ensure_ascii=False, separators=(",", ":")),
    }


def _size(question: Question) -> float:
    """Orders questions: counts before shares, then who is printed by most,  then the larger number."""
    number = largest(question)
    shares = 0 if question.unit is Unit.PERCENT else COUNTS
    return shares + len(question.publishers) + number / (number + COUNTS)


def _payload(question: Question) -> Row:
    names = ("group", "side", "place", "event", "reason", "factor", "worked_out")
    return {name: getattr(question, name) for name in names} | {
        "population_group": question.population_group.value,
        "computed": question.computed.value,
        "claims": [_claim_payload(claim) for claim in question.claims],
        "facts": list(question.facts),
        "superseded": sorted(question.superseded),
        "denials": [denial.fact_id for denial in question.denials],
        "ruling": None if question.ruling is None else _ruling_payload(question.ruling),
    }


def _claim_payload(claim: Claim) -> Row:
    names = ("claimant", "publishers", "reports", "own_voice", "revised_down")
    ids = {name: [figure.fact_id for figure in getattr(claim, name)] for name in ("current", "superseded")}
    return {name: getattr(claim, name) for name in names} | ids | {"figure": claim.figure.fact_id}


def _ruling_payload(ruling: Ruling) -> Row:
    standing = None if ruling.standing is None else ruling.standing.value
    return {"standing": standing, "beside": ruling.beside, "who": ruling.who, "why": ruling.why, "number": ruling.number}


def questions_of(rows: Sequence[Row], facts_named: Callable[[Iterable[str]], Known]) -> list[Question]:
    """The questions of these rows; what no longer reads as a figure (it changes right now) is left out."""
    payloads = [json.loads(row["payload"]) for row in rows]
    known = facts_named(fact_id for payload in payloads for fact_id in payload["facts"])
    found = (_question(row, payload, known) for row, payload in zip(rows, payloads, strict=True))
    return [question for question in found if question is not None]


def _question(row: Row, payload: Row, known: Known) -> Question | None:
    claims = [claim for kept in payload["claims"] if (claim := _claim(kept, known)) is not None]
    denials = [known.get(fact_id) for fact_id in payload["denials"]]
    if not claims:
        return None
    return Question(
        question_id=row["question_id"],
        measure=Measure(row["measure"]),
        unit=Unit(row["unit"]),
        group=payload["group"],
        population_group=PopulationGroup(payload["population_group"]),
        side=payload["side"],
        place=payload["place"],
        event=payload["event"],
        standing=Standing(row["standing"]),
        reason=payload["reason"],
        claims=tuple(claims),
        facts=tuple(payload["facts"]),
        superseded=frozenset(payload["superseded"]),
        denials=tuple(denial for denial in denials if isinstance(denial, Denial)),
        factor=payload["factor"],
        computed=Standing(payload["computed"]),
        worked_out=payload["worked_out"],
        ruling=_ruling(payload["ruling"]),
    )


def _claim(kept: Row, known: Known) -> Claim | None:
    figures = {i: fact for i in (*kept["current"], *kept["superseded"]) if isinstance(fact := known.get(i), Figure)}
    figure = known.get(kept["figure"])
    if not isinstance(figure, Figure):
        return None
    return Claim(
        claimant=kept["claimant"],
        figure=figure,
        interval=interval(figure),
        current=tuple(figures[i] for i in kept["current"] if i in figures),
        superseded=tuple(figures[i] for i in kept["superseded"] if i in figures),
        publishers=tuple(kept["publishers"]),
        reports=tuple(kept["reports"]),
        own_voice=kept["own_voice"],
        revised_down=kept["revised_down"],
    )


def _ruling(kept: Row | None) -> Ruling | None:
    if kept is None:
        return None
    return Ruling(**kept | {"standing": None if kept["standing"] is None else Standing(kept["standing"])})


def standing_of(row: Row) -> FigureStanding:
    """What a figure is told of itself; `row`: question_id, standing, superseded, and the payload of its question."""
    payload = json.loads(row["payload"])
    computed = Standing(payload["computed"]) if payload["ruling"] else None
    return FigureStanding(row["question_id"], Standing(row["standing"]), payload["reason"], bool(row["superseded"]), computed)


# -- conditions ------------------------------------------------------------------------------------------------------------------


def condition_row(question: ConditionQuestion, gravity: int, newest: int) -> Row:
    """The row of a question about a condition."""
    return {
        "question_id": question.question_id,
        "place": question.place,
        "standing": question.standing.value,
        "gravity": gravity,
        "newest": newest,
        "answers": len(question.claims),
        "facts": json.dumps(question.facts),
    }


def condition_questions_of(
    rows: Sequence[Row], facts_named: Callable[[Iterable[str]], Known], printed_by: Callable[[set[str]], PrintedBy]
) -> list[ConditionQuestion]:
    """The questions about conditions of these rows; `printed_by`: document_ids → who else printed their very texts."""
    ids = [json.loads(row["facts"]) for row in rows]
    known = facts_named(fact_id for of in ids for fact_id in of)
    said = [[fact for i in of if isinstance(fact := known.get(i), Condition)] for of in ids]
    again = printed_by({fact.document_id for of in said for fact in of})
    return [condition_question(of, row["at"], again) for row, of in zip(rows, said, strict=True) if of]


# -- figures to check ------------------------------------------------------------------------------------------------------------


def finding_row(finding: Finding, newest: int) -> Row:
    """The row of a finding."""
    first, against, also_against = (*finding.fact_ids, None, None)[:3]
    return {
        "kind": finding.kind.value,
        "told": finding.told,
        "newest": newest,
        "sentence": finding.sentence,
        "claimant": finding.claimant,
        "fact_id": first,
        "against": against,
        "also_against": also_against,
    }


def findings_of(rows: Sequence[Row], facts_named: Callable[[Iterable[str]], Known]) -> list[Finding]:
    """The findings of these rows."""
    named = ("fact_id", "against", "also_against")
    ids = [tuple(row[name] for name in named if row[name]) for row in rows]
    known = facts_named(fact_id for of in ids for fact_id in of)
    return [
        Finding(Check(row["kind"]), row["sentence"], tuple(known[i] for i in of), row["claimant"], bool(row["told"]))
        for row, of in zip(rows, ids, strict=True)
        if all(i in known for i in of)
    ]
