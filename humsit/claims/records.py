"""The nouns of comparing: a claim, a question with its standing, what a figure is told of itself, and a whole comparison."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from humsit.claims.intervals import Interval
from humsit.claims.rulings import Ruling
from humsit.records import AnyFact, Denial, Figure, Measure, PopulationGroup, Stance, Standing, Unit
from humsit.tables.words import in_words

NOBODY = "the report itself"
"""Who claims what a text states in its own voice where nobody says who printed it."""


def teller(fact: AnyFact) -> str:
    """Who tells a fact, never empty: its claimant; of a text's own voice "Reuters itself" or "the report itself"."""
    return fact.claimant or own_voice(fact.agency or fact.publisher or "")


def own_voice(author: str) -> str:
    """What a text's own voice is called: by the agency or publisher whose it is."""
    return f"{author} itself" if author else NOBODY


@dataclass(frozen=True, slots=True)
class FigureStanding:
    """What a comparison says of one figure."""

    question_id: str
    standing: Standing
    standing_reason: str
    superseded: bool = False
    computed_standing: Standing | None = None
    """What was worked out, where an analyst decided otherwise."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one claimant currently answers to a question, after its own revisions."""

    claimant: str
    """Its name for eyes; the publisher's where the text speaks in its own voice."""
    figure: Figure
    """The figure it currently answers with."""
    interval: Interval
    """What that figure is compared with."""
    current: tuple[Figure, ...] = ()
    """All figures that it answers with (said twice, or exact and rounded), the current one among them."""
    superseded: tuple[Figure, ...] = ()
    """What it said before, oldest first."""
    publishers: tuple[str, ...] = ()
    """Who prints the claim; however many, it is one claim."""
    reports: tuple[str, ...] = ()
    """document_ids that carry it."""
    own_voice: bool = False
    revised_down: bool = False
    """The claimant's newest figure is below the one before it."""

    @property
    def name(self) -> str:
        """Who makes it, the same in every view: a report that speaks in its own voice is named by its agency or publisher."""
        return own_voice(self.claimant) if self.own_voice and self.claimant != NOBODY else self.claimant

    @property
    def stance(self) -> Stance:
        """How the claimant, or the text, stands to it."""
        return self.figure.stance

    @property
    def low(self) -> float | None:
        """Least value that the words allow; None is open."""
        return self.figure.low

    @property
    def high(self) -> float | None:
        """Greatest value that the words allow; None is open."""
        return self.figure.high

    @property
    def words(self) -> str:
        """The value as a person says it."""
        return in_words(self.figure)

    @property
    def day(self) -> dt.date | None:
        """The day it is about, else the day it was printed."""
        return self.figure.as_of or self.figure.published


@dataclass(frozen=True, slots=True)
class Question:
    """What several figures answer, and how their claims stand to each other."""

    question_id: str
    measure: Measure
    unit: Unit
    group: str
    population_group: PopulationGroup
    side: str
    place: str
    event: str
    standing: Standing
    reason: str
    claims: tuple[Claim, ...]
    """One a claimant; a figure that a claimant denies is a claim of its own, with the stance "denied"."""
    facts: tuple[str, ...]
    """fact_ids of all its figures, superseded ones among them, and of denials without a number."""
    superseded: frozenset[str] = frozenset()
    denials: tuple[Denial, ...] = ()
    """Who denies without a number that there were any: claimants at zero."""
    factor: float = 1.0
    """How many times the largest claim is the smallest (numbers said)."""
    computed: Standing = Standing.SINGLE_SOURCE
    """The standing that was worked out; `standing` is another one only where an analyst decided so."""
    worked_out: str = ""
    """The reason of the standing that was worked out; `reason` also says what an analyst decided."""
    ruling: Ruling | None = None
    """What an analyst decided of its standing."""

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who prints any of its claims."""
        return tuple(sorted({publisher for claim in self.claims for publisher in claim.publishers}))

    def claim_rows(self) -> list[dict[str, Any]]:
        """Its rows of the claims table: one a claim, then one a denial without a number, whose value is unknown."""
        return [self._row(claim.figure, claim) for claim in self.claims] + [self._row(denial) for denial in self.denials]

    def _row(self, fact: Figure | Denial, claim: Claim | None = None) -> dict[str, Any]:
        return self._asked() | _said(fact) | (_counted(claim) if claim else {"in_words": "denies that there were any"})

    def _asked(self) -> dict[str, Any]:
        return {
            "question_id": self.question_id,
            "measure": self.measure.value,
            "group": self.group,
            "population_group": self.population_group.value,
            "side": self.side,
            "place": self.place,
            "event": self.event,
            "standing": self.standing.value,
            "standing_reason": self.reason,
            "computed_standing": self.computed.value if self.ruling else None,
            "unit": self.unit.value,
        }


def _said(fact: Figure | Denial) -> dict[str, Any]:
    return {
        "claimant": fact.claimant,
        "claimant_type": fact.claimant_type.value,
        "claimant_side": fact.claimant_side,
        "stance": fact.stance.value,
        "published": fact.published,
        "as_of": fact.as_of,
        "as_of_precision": fact.as_of_precision.value,
        "publishers": 1,
        "reports": 1,
        "revisions": 0,
        "credibility": fact.credibility.value,
        "fact_id": fact.fact_id,
        "quote": fact.quote,
    }


def _counted(claim: Claim) -> dict[str, Any]:
    return {
        "claimant": claim.claimant,
        "value": claim.figure.value,
        "low": claim.low,
        "high": claim.high,
        "qualifier": claim.figure.qualifier.value,
        "in_words": claim.words,
        "hedge": claim.figure.hedge,
        "publishers": len(claim.publishers),
        "reports": len(claim.reports),
        "revisions": len(claim.superseded),
    }


@dataclass(frozen=True, slots=True)
class Comparison:
    """All questions, those on which most depends first, and what each figure is told of itself."""

    questions: list[Question] = field(default_factory=list)
    standings: dict[str, FigureStanding] = field(default_factory=dict)
    by_id: dict[str, Question] = field(default_factory=dict)
    """question_id → question"""

    def question_of(self, fact_id: str) -> Question | None:
        """The question that a figure answers."""
        standing = self.standings.get(fact_id)
        return self.by_id[standing.question_id] if standing else None
