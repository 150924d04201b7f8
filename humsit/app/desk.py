"""The one Situation that all visitors share, with what was read from it kept until somebody writes.

Reads are keyed by the Situation's revision, so a correction by anyone shows at everybody's next click; the caches are bounded.
What comes out is shared between visitors: look at it, do not change it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import pandas as pd
import streamlit as st

from humsit import home
from humsit.claims import Comparison, ConditionQuestion, Finding, Question
from humsit.ledger import CorrectedFact
from humsit.records import Document, Measure, Standing
from humsit.situation import NOW, Evidence, Known, Name, Selection, Situation, Source, open_situation

T = TypeVar("T")
KEPT = 32
"""Results kept of each kind of question; the oldest is forgotten first."""


class Desk:
    """A Situation with its recent answers. Writing goes to `situation` itself."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._table = _remember(lambda _, name, selection: situation.table(name, selection))
        self._comparison = _remember(lambda _, selection: situation.comparison(selection))
        self._questions = _remember(lambda _, selection, asked: situation.questions(selection, **dict(asked)))
        self._page = _remember(
            lambda _, name, selection, limit, offset: situation.page(name, selection, limit=limit, offset=offset)
        )
        self._count = _remember(lambda _, name, selection: situation.count(name, selection))
        self._sources = _remember(lambda _, selection: situation.all_sources(selection))
        self._names = _remember(lambda _, selection: situation.names(selection))
        self._findings = _remember(lambda _, selection: situation.findings(selection))
        self._conditions = _remember(lambda _, selection: situation.condition_questions(selection))
        self._facts = _remember(lambda _, selection: situation.facts(selection))
        self._of_document = _remember(lambda _, document_id, known: situation.document_facts(document_id, known))
        self._undated = _remember(lambda _, known: situation.undated(known))
        self._document = _remember(lambda _, document_id: situation.document(document_id))

    @property
    def revision(self) -> int:
        """Grows with every write by anyone."""
        return self.situation.revision

    def table(self, name: str, selection: Selection) -> pd.DataFrame:
        """A table of `TABLES` under the filters."""
        return self._table(self.revision, name, selection)

    def comparison(self, selection: Selection) -> Comparison:
        """Questions and standings under the filters."""
        return self._comparison(self.revision, selection)

    def questions(
        self,
        selection: Selection,
        *,
        standing: tuple[Standing, ...] = (),
        measure: tuple[Measure, ...] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Question]:
        """Some of the questions under the filters, those on which most depends first."""
        asked = (("standing", standing), ("measure", measure), ("limit", limit), ("offset", offset))
        return self._questions(self.revision, selection, asked)

    def page(self, name: str, selection: Selection, *, limit: int, offset: int = 0) -> pd.DataFrame:
        """Some rows of a table under the filters."""
        return self._page(self.revision, name, selection, limit, offset)

    def count(self, name: str, selection: Selection) -> int:
        """How many rows a table has under the filters."""
        return self._count(self.revision, name, selection)

    def sources(self, selection: Selection) -> list[Source]:
        """Who says the facts under the filters, each with its record."""
        return self._sources(self.revision, selection)

    def names(self, selection: Selection) -> list[Name]:
        """Names in use under the filters, and those led back to others."""
        return self._names(self.revision, selection)

    def findings(self, selection: Selection) -> list[Finding]:
        """Figures to check under the filters."""
        return self._findings(self.revision, selection)

    def condition_questions(self, selection: Selection) -> list[ConditionQuestion]:
        """Conditions with their standings under the filters."""
        return self._conditions(self.revision, selection)

    def facts(self, selection: Selection) -> list[CorrectedFact]:
        """Facts as corrected, under the filters."""
        return self._facts(self.revision, selection)

    def document(self, document_id: str) -> Document:
        """A report as received. Raises what the Situation raises where there is none."""
        return self._document(self.revision, document_id)

    def document_facts(self, document_id: str, known: Known = NOW) -> list[CorrectedFact]:
        """All facts of one report, as they were known then."""
        return self._of_document(self.revision, document_id, known)

    def undated(self, known: Known) -> int:
        """Reports that are left out of what was known, for nobody knows when they were published."""
        return self._undated(self.revision, known)

    def evidence(self, fact_id: str, known: Known = NOW) -> Evidence:
        """All that was known about one fact; never kept, so that what is decided on is what holds now."""
        return self.situation.evidence(fact_id, known)


def _remember(question: Callable[..., T]) -> Callable[..., T]:
    return lru_cache(maxsize=KEPT)(question)


@st.cache_resource(show_spinner="Opening the store …")
def open_desk(url: str, seeds: str) -> Desk:
    """The desk on the store at `url`: opened once for all visitors; `seeds` fills a new one."""
    return Desk(open_situation(url, seeds=Path(seeds), own_words=home.own_words_folder()))
