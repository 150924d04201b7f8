"""A group of statements as a question: what it asks, by which name, how it stands, and how much depends on it."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from humsit.claims.claimants import claims_of
from humsit.claims.evidence import Told, nothing_told
from humsit.claims.printed import NEVER_AGAIN, PrintedBy
from humsit.claims.questions import Group
from humsit.claims.records import Claim, Question
from humsit.claims.rulings import Ruling, newest
from humsit.claims.standings import standing_of
from humsit.records import Figure, PopulationGroup, Standing, Unit

_WEIGHT = {Standing.CONTESTED: 3, Standing.DIVERGENT: 2, Standing.CORROBORATED: 1, Standing.SINGLE_SOURCE: 0}


def question_of(
    group: Group, rulings: Iterable[Ruling] = (), printed_by: PrintedBy = NEVER_AGAIN, told: Told = nothing_told
) -> Question:
    """The question that a group answers, with its claims and its standing; a ruling goes before what is worked out."""
    claims = claims_of(group.statements, printed_by, told)
    standing, reason, apart = standing_of(claims, group.denials)
    ruling = newest(rulings)
    facts = group.facts()
    first = facts[0]
    return Question(
        question_id=_id(group),
        measure=first.measure,
        unit=first.unit,
        group=_usual(fact.group for fact in facts),
        population_group=_population(facts),
        side=_usual(fact.side for fact in facts),
        place=_usual(fact.place for fact in facts),
        event=_usual(fact.event for fact in facts),
        standing=ruling.standing if ruling and ruling.standing else standing,
        reason=reason if ruling is None else _decided(ruling, standing, reason),
        claims=tuple(claims),
        facts=tuple(group.fact_ids()),
        superseded=frozenset(figure.fact_id for claim in claims for figure in claim.superseded),
        denials=tuple(group.denials),
        factor=apart,
        computed=standing,
        worked_out=reason,
        ruling=ruling,
    )


def _decided(ruling: Ruling, computed: Standing, reason: str) -> str:
    """Who decided what and why, and what was worked out all the same."""
    decided = "" if ruling.standing is None else ruling.standing.value.replace("_", " ")
    why = ruling.why if ruling.why.endswith((".", "!", "?", "…")) else f"{ruling.why}."
    return f"{ruling.who} decided that this is {decided}: {why} Worked out: {computed.value.replace('_', ' ')}. {reason}"


def _usual(texts: Iterable[str]) -> str:
    """What most of them say, of equals the longest; "" where none says anything."""
    known = Counter(text for text in texts if text)
    return max(known, key=lambda text: (known[text], len(text), text), default="")


def _population(facts: Sequence[Figure]) -> PopulationGroup:
    said = _usual(fact.population_group.value for fact in facts if fact.population_group is not PopulationGroup.UNSPECIFIED)
    return PopulationGroup(said) if said else PopulationGroup.UNSPECIFIED


def _id(group: Group) -> str:
    """Names the question by what it asks, so that more reports of the same thing keep its name."""
    first = group.statements[0]
    asks = [first.measure.value, first.unit.value, first.place, group.who, group.noun, *sorted(group.side), *sorted(group.events)]
    return "q-" + hashlib.blake2b("\x1f".join(asks).encode(), digest_size=6).hexdigest()


def told_apart(questions: list[Question]) -> list[Question]:
    """Questions that ask the same of different times get names of their own, from their first figure."""
    names = Counter(question.question_id for question in questions)
    return [q if names[q.question_id] == 1 else replace(q, question_id=f"{q.question_id}-{q.facts[0]}") for q in questions]


def rank(question: Question) -> tuple[float, float, int, str]:
    """What most depends on first: the graver standing, then the wider spread in what is counted, then more claimants."""
    return -_WEIGHT[question.standing], -_spread(question.claims, question.unit), -len(question.claims), question.question_id


def largest(question: Question) -> float:
    """The largest number that anybody currently says in answer to it; 0 where nobody says one."""
    ends = [end for claim in question.claims for end in (claim.interval.said_low, claim.interval.said_high)]
    return max((end for end in ends if math.isfinite(end)), default=0.0)


def _spread(claims: Sequence[Claim], unit: Unit) -> float:
    ends = [end for c in claims for end in (c.interval.said_low, c.interval.said_high) if math.isfinite(end)]
    weight = 1.0 if unit is Unit.PEOPLE else 0.001
    return (max(ends) - min(ends)) * weight if ends else 0.0
