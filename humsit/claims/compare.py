"""The main path of comparing: facts → questions → claims → standings."""

from __future__ import annotations

import gc
import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from humsit.claims.claimants import claims_of
from humsit.claims.questions import Group, group_figures
from humsit.claims.records import Claim, Comparison, FigureStanding, Question
from humsit.claims.standings import standing_of
from humsit.records import AnyFact, Denial, Figure, PopulationGroup, Standing, Unit

_WEIGHT = {Standing.CONTESTED: 3, Standing.DIVERGENT: 2, Standing.CORROBORATED: 1, Standing.SINGLE_SOURCE: 0}


PAUSES_FROM = 5_000
"""From this many facts on the garbage collector waits until the end: it would walk over all of them again and again."""


@contextmanager
def _without_pauses(facts: Sequence[AnyFact]) -> Iterator[None]:
    pause = len(facts) >= PAUSES_FROM and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def compare(facts: Iterable[AnyFact]) -> Comparison:
    """How do the figures of all these facts stand to each other? Pure: the order of the facts changes nothing.

    Conditions are passed over; a denial without a number counts as a claimant at zero, and has a standing if it joins a question.
    """
    unique = list({fact.fact_id: fact for fact in facts}.values())
    with _without_pauses(unique):
        return _compared(unique)


def _compared(facts: Sequence[AnyFact]) -> Comparison:
    figures = [fact for fact in facts if isinstance(fact, Figure)]
    denials = [fact for fact in facts if isinstance(fact, Denial)]
    questions = [_question(group) for group in group_figures(figures, denials)]
    ranked = sorted(_told_apart(questions), key=_rank)
    standings = {
        fact_id: FigureStanding(question.question_id, question.standing, question.reason, fact_id in question.superseded)
        for question in ranked
        for fact_id in question.facts
    }
    return Comparison(ranked, standings, {question.question_id: question for question in ranked})


def _question(group: Group) -> Question:
    claims = claims_of(group.statements)
    standing, reason, apart = standing_of(claims, group.denials)
    facts = [
        fact for stated in group.statements for fact in sorted(stated.facts, key=lambda f: (f.document_id, f.start, f.fact_id))
    ]
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
        standing=standing,
        reason=reason,
        claims=tuple(claims),
        facts=tuple(fact.fact_id for fact in (*facts, *group.denials)),
        superseded=frozenset(figure.fact_id for claim in claims for figure in claim.superseded),
        denials=tuple(group.denials),
        factor=apart,
    )


def _usual(texts: Iterable[str]) -> str:
    """What most of them say, of equals the longest; "" where none says anything."""
    counted = Counter(text for text in texts if text)
    return max(counted, key=lambda text: (counted[text], len(text), text), default="")


def _population(facts: Sequence[Figure]) -> PopulationGroup:
    said = _usual(fact.population_group.value for fact in facts if fact.population_group is not PopulationGroup.UNSPECIFIED)
    return PopulationGroup(said) if said else PopulationGroup.UNSPECIFIED


def _id(group: Group) -> str:
    """Names the question by what it asks, so that more reports of the same thing keep its name."""
    first = group.statements[0]
    asks = [first.measure.value, first.unit.value, first.place, group.who, group.noun, *sorted(group.side), *sorted(group.events)]
    return "q-" + hashlib.blake2b("\x1f".join(asks).encode(), digest_size=6).hexdigest()


def _told_apart(questions: list[Question]) -> list[Question]:
    """Questions that ask the same of different times get names of their own, from their first figure."""
    names = Counter(question.question_id for question in questions)
    return [q if names[q.question_id] == 1 else replace(q, question_id=f"{q.question_id}-{q.facts[0]}") for q in questions]


def _rank(question: Question) -> tuple[float, float, int, str]:
    """What most depends on first: the graver standing, then the wider spread in what is counted, then more claimants."""
    return -_WEIGHT[question.standing], -_spread(question.claims, question.unit), -len(question.claims), question.question_id


def _spread(claims: Sequence[Claim], unit: Unit) -> float:
    ends = [end for c in claims for end in (c.interval.said_low, c.interval.said_high) if math.isfinite(end)]
    weight = 1.0 if unit is Unit.PEOPLE else 0.001
    return (max(ends) - min(ends)) * weight if ends else 0.0
