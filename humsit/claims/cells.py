"""What is compared with what: figures are only ever compared with those of their cell.

A cell is a bucket (measure, unit and people counted) and a place in it. Where a bucket has few places, figures without a place
may belong to the only one that has such figures at the time, and one event may go by two names of its place: there the whole
bucket is worked out together. So standings can be kept up to date by working out again only the cells that a report touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from humsit.claims.acronyms import full_names
from humsit.claims.asked import question_of, told_apart
from humsit.claims.evidence import Told, nothing_told
from humsit.claims.names import place_name
from humsit.claims.printed import NEVER_AGAIN, PrintedBy
from humsit.claims.questions import OPEN_PLACES, bucket_of, group_statements
from humsit.claims.records import Question
from humsit.claims.rulings import NO_RULINGS, Rulings
from humsit.claims.statements import Statement, counted, state_denial, statements_of
from humsit.records import AnyFact, Condition, Denial, Figure, Unit

Compared = Figure | Denial
Cell = tuple[str, str]
"""A bucket and a place in it; "" is no place."""
WHOLE = "*"
"""Stands for all places of a bucket with few of them; no place is called so."""


def cell_of(fact: AnyFact, only_place: str = "") -> Cell:
    """Where a fact is compared; `only_place`: the one place that its report names, under the name of `place_name`."""
    place = place_name(fact.place) if fact.place else only_place
    if isinstance(fact, Condition):
        return f"condition {fact.condition.value}", place or f"report {fact.document_id}"
    unit = fact.unit if isinstance(fact, Figure) else Unit.PEOPLE
    return bucket_of(fact.measure, unit, *counted(fact, unit)), place


def whole(places: Iterable[str]) -> bool:
    """Whether a bucket with figures at these places is worked out together."""
    return len(set(places) - {""}) < OPEN_PLACES


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that decides the questions of one cell, or of a whole bucket."""

    facts: list[Compared]
    """The figures and denials that stand there, those among them that an analyst put there."""
    places: Mapping[str, str] = field(default_factory=dict)
    """document_id → the one place that its figures name, where they name only one"""
    days: Mapping[str, int] = field(default_factory=dict)
    """fact_id → the day of its event (`event_days`)"""
    told: Told = nothing_told
    """document_id → what the report tells (`tells`); only asked where a bucket has several places, or a functionary speaks"""
    rulings: Rulings = field(default_factory=lambda: NO_RULINGS)
    """What was decided on these facts."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """fact_id of what an analyst put there → the figure beside which it stands in the end (`root_of`)"""
    printed_by: PrintedBy = field(default_factory=lambda: NEVER_AGAIN)
    """document_id → who else printed the very text of the report"""


def questions_in(gathered: Gathered) -> list[Question]:
    """The questions that these facts answer, whatever order they come in."""
    facts = [fact for fact in gathered.facts if fact.fact_id not in gathered.beside]
    moved = [fact for fact in gathered.facts if fact.fact_id in gathered.beside]
    denials = sorted((fact for fact in facts if isinstance(fact, Denial)), key=lambda denial: denial.fact_id)
    names, told = full_names([*facts, *moved]), lru_cache(maxsize=None)(gathered.told)
    groups = group_statements(
        statements_of((fact for fact in facts if isinstance(fact, Figure)), gathered.places, gathered.days, names),
        [(state_denial(denial, gathered.places, names), denial) for denial in denials],
        list(_put_elsewhere(moved, gathered)),
        told,
    )
    rulings = gathered.rulings
    decided = ([rulings[i] for i in group.fact_ids() if i in rulings] if rulings else [] for group in groups)
    return told_apart(
        [question_of(group, of_group, gathered.printed_by, told) for group, of_group in zip(groups, decided, strict=True)]
    )


def _put_elsewhere(moved: Iterable[Compared], gathered: Gathered) -> Iterator[tuple[Statement | Denial, str]]:
    """What an analyst put beside other facts, as statements and denials with the fact beside which each stands."""
    by_root: dict[str, list[Figure]] = defaultdict(list)
    for fact in sorted(moved, key=lambda fact: fact.fact_id):
        if isinstance(fact, Figure):
            by_root[gathered.beside[fact.fact_id]].append(fact)
        else:
            yield fact, gathered.beside[fact.fact_id]
    for root, figures in by_root.items():
        yield from ((stated, root) for stated in statements_of(figures, gathered.places, gathered.days))
