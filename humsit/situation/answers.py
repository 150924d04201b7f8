"""What the desk answers with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from humsit.claims import Question
from humsit.documents.versions import Version
from humsit.ledger import CorrectedFact
from humsit.records import Correction, Document, Measure, Reliability, Standing, Unit


@dataclass(frozen=True)
class Added:
    """What adding a document did; counts are those of the kept document, whether it is new or not."""

    document: Document
    new: bool
    figures: int
    conditions: int
    denials: int = 0
    printing: bool = False
    """It is there already, and that it was printed here too is new."""
    withdrawn: bool = False
    """It is there already, and was withdrawn: nothing of it counts."""


@dataclass(frozen=True)
class Story:
    """A report beside those that print the same story, nearly word for word."""

    document: Document
    before: Version | None
    """What it changes of the version before it; None where it is the first, or no figure changed."""
    later: tuple[Version, ...] = ()
    """What later versions change of it."""
    copies: tuple[Document, ...] = ()
    """Reports in which no figure changed."""


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

    figures: int
    conditions: int
    questions: dict[tuple[Measure, Unit, Standing, bool], int] = field(default_factory=dict)
    """How many questions of each measure and unit stand so, and have several answers or one."""

    def standing(self, standing: Standing) -> int:
        """How many questions stand so."""
        return sum(number for (_, _, of, _), number in self.questions.items() if of is standing)

    def measure(self, measure: Measure, standing: Standing | None = None) -> int:
        """How many questions ask for this (and stand so)."""
        asked = self.questions.items()
        return sum(number for (of, _, stands, _), number in asked if of is measure and standing in (None, stands))

    def units(self, measure: Measure, *, rivals: bool | None = None) -> dict[Unit, int]:
        """The units in which this is counted, the usual one first, and how many questions ask for it in each.

        `rivals`: only questions with several answers (True), or with one (False).
        """
        found: Counter[Unit] = Counter()
        for (of, unit, _, several), number in self.questions.items():
            if of is measure and rivals in (None, several):
                found[unit] += number
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0].value)))

    def rivals(self, measures: Collection[Measure]) -> int:
        """How many questions ask for one of these and have several answers."""
        return sum(number for (of, _, _, several), number in self.questions.items() if several and of in measures)

    @property
    def all_questions(self) -> int:
        """How many questions there are."""
        return sum(self.questions.values())
