"""What the desk answers with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from humsit.claims import Question
from humsit.ledger import CorrectedFact
from humsit.records import Correction, Document, Measure, Reliability, Standing


@dataclass(frozen=True)
class Added:
    """What adding a document did; counts are those of the kept document, whether it is new or not."""

    document: Document
    new: bool
    figures: int
    conditions: int
    denials: int = 0


@dataclass(frozen=True)
class Reread:
    """What a new reading of all kept documents did."""

    documents: int
    found: int
    gained: int
    lost: int
    homeless: int
    """Corrections whose fact the new reading no longer finds."""


@dataclass(frozen=True)
class Evidence:
    """Everything that speaks for and against one fact."""

    document: Document
    corrected: CorrectedFact
    question: Question | None
    rivals: list[CorrectedFact]
    """The other facts that answer the same question, in the order of documents."""
    history: list[Correction]
    reliability: Reliability = Reliability.F
    """How far its source can be relied on."""


@dataclass(frozen=True)
class Tally:
    """How much is asked for."""

    documents: int
    figures: int
    conditions: int
    questions: dict[tuple[Measure, Standing, bool], int] = field(default_factory=dict)
    """How many questions of each measure stand so, and have several answers or one."""

    def standing(self, standing: Standing) -> int:
        """How many questions stand so."""
        return sum(number for (_, of, _), number in self.questions.items() if of is standing)

    def measure(self, measure: Measure) -> int:
        """How many questions ask for this."""
        return sum(number for (of, _, _), number in self.questions.items() if of is measure)

    def rivals(self, measures: Collection[Measure]) -> int:
        """How many questions ask for one of these and have several answers."""
        return sum(number for (of, _, several), number in self.questions.items() if several and of in measures)

    @property
    def all_questions(self) -> int:
        """How many questions there are."""
        return sum(self.questions.values())
