"""The one Situation that all visitors share, with what was read from it kept until somebody writes.

Reads are keyed by the Situation's revision, so a correction by anyone shows at everybody's next click; the caches are bounded.
What comes out is shared between visitors: look at it, do not change it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from humsit import home
from humsit.app.words.failures import OPENING
from humsit.claims import ConditionQuestion, Finding, Question
from humsit.ledger import CorrectedFact
from humsit.records import Correction, Document, JudgementKind, Measure, Printing, ReportDecision, Standing, Unit
from humsit.situation import (
    NAMES_OF,
    NOW,
    Evidence,
    Known,
    Name,
    Order,
    Selection,
    Situation,
    Source,
    Story,
    Tally,
    open_situation,
)

KEPT = 128
"""Short answers kept; the one that was not asked for longest is forgotten first."""
LONG = frozenset(
    {
        *("questions", "page", "table", "condition_questions", "findings", "rows_named", "document_facts", "all_sources"),
        *("story", "withdrawn"),
    }
)
LONG_KEPT = 40
"""Answers kept that can be long, with hundreds of facts in each."""


class Desk:
    """A Situation with its recent answers. Writing goes to `situation` itself."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._short = lru_cache(maxsize=KEPT)(self._ask)
        self._long = lru_cache(maxsize=LONG_KEPT)(self._ask)

    def _answer(self, revision: int, verb: str, *asked: Any, **how: Any) -> Any:
        return (self._long if verb in LONG else self._short)(revision, verb, *asked, **how)

    def _ask(self, revision: int, verb: str, *asked: Any, **how: Any) -> Any:
        """What a verb of the Situation answers; kept until `revision` grows."""
        return getattr(self.situation, verb)(*asked, **how)

    @property
    def revision(self) -> int:
        """Grows with every write by anyone."""
        return self.situation.revision

    def tally(self, selection: Selection) -> Tally:
        """How much there is under the filters, and how the questions stand."""
        tally: Tally = self._answer(self.revision, "tally", selection)
        return tally

    def questions(
        self,
        selection: Selection,
        *,
        standing: tuple[Standing, ...] = (),
        not_standing: tuple[Standing, ...] = (),
        measure: tuple[Measure, ...] = (),
        unit: tuple[Unit, ...] = (),
        rivals: bool | None = None,
        ruled: bool | None = None,
        by_size: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Question]:
        """Some of the questions under the filters, as `Situation.questions` answers."""
        asked = {
            "standing": standing,
            "not_standing": not_standing,
            "measure": measure,
            "unit": unit,
            "rivals": rivals,
            "ruled": ruled,
        }
        found: list[Question] = self._answer(
            self.revision, "questions", selection, **asked, by_size=by_size, limit=limit, offset=offset
        )
        return found

    def question(self, question_id: str, known: Known = NOW) -> Question | None:
        """One question as it stands; None where it is not asked any more."""
        found: Question | None = self._answer(self.revision, "question", question_id, known)
        return found

    def table(self, name: str, selection: Selection) -> pd.DataFrame:
        """A table of `TABLES` under the filters, all of it: for what is short."""
        frame: pd.DataFrame = self._answer(self.revision, "table", name, selection)
        return frame

    def page(self, name: str, selection: Selection, *, limit: int, offset: int = 0, order: Order = Order.REPORTS) -> pd.DataFrame:
        """Some rows of a table under the filters."""
        frame: pd.DataFrame = self._answer(self.revision, "page", name, selection, limit=limit, offset=offset, order=order)
        return frame

    def rows_named(self, name: str, fact_ids: Iterable[str], known: Known = NOW) -> pd.DataFrame:
        """The rows of a table of these facts, as they were known then."""
        frame: pd.DataFrame = self._answer(self.revision, "rows_named", name, tuple(fact_ids), known)
        return frame

    def count(self, name: str, selection: Selection) -> int:
        """How many rows a table has under the filters."""
        number: int = self._answer(self.revision, "count", name, selection)
        return number

    def in_use(self, field: str, selection: Selection) -> list[str]:
        """The names in a field of the facts under the filters, those that most carry first."""
        names: list[str] = self._answer(self.revision, "in_use", field, selection)
        return names

    def sources(self, selection: Selection) -> list[Source]:
        """Who says the facts under the filters, each with its record."""
        found: list[Source] = self._answer(self.revision, "all_sources", selection)
        return found

    def names(self, selection: Selection, *kinds: JudgementKind) -> list[Name]:
        """Names of these kinds in use under the filters, and those led back to others."""
        found: list[Name] = self._answer(self.revision, "names", selection, kinds=kinds or NAMES_OF)
        return found

    def findings(self, selection: Selection, *, limit: int | None = None) -> list[Finding]:
        """Figures to check under the filters."""
        found: list[Finding] = self._answer(self.revision, "findings", selection, limit=limit)
        return found

    def count_findings(self, selection: Selection) -> int:
        """How many figures there are to check."""
        number: int = self._answer(self.revision, "count_findings", selection)
        return number

    def condition_questions(
        self, selection: Selection, *, standing: tuple[Standing, ...] = (), limit: int | None = None
    ) -> list[ConditionQuestion]:
        """Conditions with their standings under the filters."""
        found: list[ConditionQuestion] = self._answer(
            self.revision, "condition_questions", selection, standing=standing, limit=limit
        )
        return found

    def count_condition_questions(self, selection: Selection) -> dict[Standing, int]:
        """How many conditions stand so."""
        counted: dict[Standing, int] = self._answer(self.revision, "count_condition_questions", selection)
        return counted

    def condition_places(self, selection: Selection, *, limit: int) -> list[tuple[str, int]]:
        """The places of which most conditions are reported under the filters, and how many."""
        found: list[tuple[str, int]] = self._answer(self.revision, "condition_places", selection, limit=limit)
        return found

    def count_condition_places(self, selection: Selection) -> int:
        """How many places conditions are reported of."""
        number: int = self._answer(self.revision, "count_condition_places", selection)
        return number

    def facts_named(self, fact_ids: Iterable[str], known: Known = NOW) -> dict[str, CorrectedFact]:
        """fact_id → the fact as it was known then."""
        found: dict[str, CorrectedFact] = self._answer(self.revision, "facts_named", tuple(fact_ids), known)
        return found

    def document(self, document_id: str) -> Document:
        """A report as received. Raises what the Situation raises where there is none."""
        found: Document = self._answer(self.revision, "document", document_id)
        return found

    def story(self, document_id: str, known: Known = NOW) -> Story:
        """A report beside those that print the same story."""
        found: Story = self._answer(self.revision, "story", document_id, known)
        return found

    def printings_of(self, document_id: str, known: Known = NOW) -> list[Printing]:
        """Where the very text of a report was printed."""
        found: list[Printing] = self._answer(self.revision, "printings_of", document_id, known)
        return found

    def decisions_on(self, document_id: str, known: Known = NOW) -> list[ReportDecision]:
        """What was decided about a report by then, oldest first."""
        found: list[ReportDecision] = self._answer(self.revision, "decisions_on", document_id, known)
        return found

    def corrections_of(self, document_id: str, known: Known = NOW) -> list[Correction]:
        """What was done to the facts of a report by then, oldest first."""
        found: list[Correction] = self._answer(self.revision, "corrections_of", document_id, known)
        return found

    def is_withdrawn(self, document_id: str, known: Known = NOW) -> bool:
        """Whether what a report says counted nowhere by then."""
        found: bool = self._answer(self.revision, "is_withdrawn", document_id, known)
        return found

    def withdrawn(self, known: Known = NOW) -> list[Document]:
        """The reports that were withdrawn by then."""
        found: list[Document] = self._answer(self.revision, "withdrawn", known)
        return found

    def document_facts(self, document_id: str, known: Known = NOW) -> list[CorrectedFact]:
        """All facts of one report, as they were known then."""
        found: list[CorrectedFact] = self._answer(self.revision, "document_facts", document_id, known)
        return found

    def undated(self, known: Known) -> int:
        """Reports that are left out of what was known, for nobody knows when they were published."""
        number: int = self._answer(self.revision, "undated", known)
        return number

    def evidence(self, fact_id: str, known: Known = NOW) -> Evidence:
        """All that was known about one fact; never kept, so that what is decided on is what holds now."""
        return self.situation.evidence(fact_id, known)


@st.cache_resource(show_spinner=OPENING)
def open_desk(url: str, seeds: str) -> Desk:
    """The desk on the store at `url`: opened once for all visitors; `seeds` fills a new one."""
    desk = Desk(open_situation(url, seeds=Path(seeds), own_words=home.own_words_folder()))
    gc.freeze()  # Streamlit collects garbage after every run: what stays for good is looked through no more
    return desk
