"""What the desk answers with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from humsit.claims import Comparison, ConditionQuestion, Finding, Question, condition_questions, findings
from humsit.ledger import CorrectedFact
from humsit.records import AnyFact, Correction, Document, Reliability
from humsit.situation.compared import ByDocument, KeptStandings
from humsit.situation.names import NO_NAMES, Names


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
class View:
    """All facts as they read at one revision."""

    revision: int
    by_document: ByDocument
    standings: KeptStandings
    names: Names = NO_NAMES

    @cached_property
    def facts(self) -> list[CorrectedFact]:
        """All of them, in the order of documents and of their words."""
        return [corrected for facts in self.by_document.values() for corrected in facts]

    @cached_property
    def by_id(self) -> dict[str, CorrectedFact]:
        """The facts by their ids."""
        return {corrected.fact_id: corrected for corrected in self.facts}

    @cached_property
    def comparison(self) -> Comparison:
        """How they stand to each other, those that nobody rejected."""
        return self.standings.of(self.by_document, self.names)

    @cached_property
    def counted(self) -> list[AnyFact]:
        """The facts that nobody rejected, as they are compared: their names led back to one."""
        return [self.names.led_back(corrected.fact) for corrected in self.facts if not corrected.rejected]

    @cached_property
    def condition_questions(self) -> list[ConditionQuestion]:
        """How conditions stand, disputed ones first."""
        return condition_questions(self.counted)

    @cached_property
    def _findings(self) -> dict[dt.date, list[Finding]]:
        return {}

    def findings(self, today: dt.date) -> list[Finding]:
        """The figures to check as of a day, kept for the days that were asked for."""
        if today not in self._findings:
            self._findings[today] = findings(self.comparison, self.counted, today)
        return self._findings[today]
