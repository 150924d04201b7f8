"""What the desk answers: facts, questions, sources and tables under a selection, in parts that a screen can hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from humsit import tables
from humsit.claims import Comparison, ConditionQuestion, FigureStanding, Finding, Question, ahead_of, finding_rank, standings_of
from humsit.ledger import CorrectedFact
from humsit.records import Condition, Correction, Denial, Document, Figure, JudgementKind, Measure, Standing, Unit, UnknownFact
from humsit.situation import kept, kinds
from humsit.situation.answers import Evidence, Tally
from humsit.situation.sources import NAMES_OF, Name, Source, names_in_use, sources
from humsit.situation.views import View, Views
from humsit.store import ALL, NOW, Clock, Known, Order, Selection, Store

MOST_AT_ONCE = 500
"""Questions that are put together at once."""


class Asking:
    """One store that is asked. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._views = Views(store)

    @property
    def revision(self) -> int:
        """A number that grows with every write, by whomever: what is kept for it need not be asked for again."""
        return self.store.revision()

    @property
    def worked_out(self) -> int:
        """Facts whose questions were worked out after the last write."""
        return self._views.worked_out

    def catch_up(self) -> None:
        """Compare what was written so far: the next question need not wait for it."""
        self._view()

    # --- facts

    def facts(self, selection: Selection = ALL, *, limit: int | None = None, offset: int = 0) -> list[CorrectedFact]:
        """The facts asked for, as they read by what was known then, in the order of documents and of their words."""
        return self._view(selection.known).store.asked.facts(selection, limit=limit, offset=offset)

    def fact(self, fact_id: str, known: Known = NOW) -> CorrectedFact:
        """One fact as it reads now, or read by what was known then; UnknownFact where there is none."""
        if known == NOW:
            return self.store.fact(fact_id)
        try:
            return self._view(known).store.fact(fact_id)
        except UnknownFact:
            raise UnknownFact(f"Fact {fact_id!r} was not known on {known.on}.") from None

    def facts_named(self, fact_ids: Collection[str], known: Known = NOW) -> dict[str, CorrectedFact]:
        """fact_id → the fact, of those that there are, or were then."""
        return self._view(known).store.asked.facts_named(fact_ids)

    def which(self, fact_ids: Collection[str], selection: Selection) -> set[str]:
        """Those of these facts that are asked for."""
        return self._view(selection.known).store.asked.which(selection, list(fact_ids))

    def document_facts(self, document_id: str, known: Known = NOW) -> list[CorrectedFact]:
        """All facts of a document, rejected ones too, in the order of its words; as they were known then."""
        store = self.store if known == NOW else self._view(known).store
        return store.facts(document_id)

    def evidence(self, fact_id: str, known: Known = NOW) -> Evidence:
        """The document, the fact with its original, its question with the rivals, and its history, as they were known then.
        UnknownFact where there is none.
        """
        corrected, view = self.fact(fact_id, known), self._view(known)
        question = self.question_of(fact_id, known)
        named = {} if question is None else self.facts_named([i for i in question.facts if i != fact_id], known)
        document = self.document(corrected.fact.document_id)
        reliability = view.names.reliability_of(corrected.fact)
        return Evidence(document, corrected, question, list(named.values()), self.history(fact_id, known), reliability)

    def document(self, document_id: str) -> Document:
        """The document as it was received; UnknownFact where none has this id."""
        document = self.store.document(document_id)
        if document is None:
            raise UnknownFact(f"There is no document {document_id!r}: look its id up in the documents table.")
        return document

    def history(self, fact_id: str, known: Known = NOW) -> list[Correction]:
        """What was done to a fact by then, oldest first; empty where nothing was."""
        return self.store.corrections(fact_id, known)

    def undated(self, known: Known) -> int:
        """Reports that are left out of what was known, for nobody knows when they were published."""
        return self.store.undated() if known.by == Clock.PUBLISHED else 0

    def homeless(self) -> list[Correction]:
        """The corrections whose fact the newest reading no longer finds: to be shown, and made again where they still apply."""
        return self.store.homeless()

    # --- questions

    def questions(
        self,
        selection: Selection = ALL,
        *,
        standing: Collection[Standing] = (),
        not_standing: Collection[Standing] = (),
        measure: Collection[Measure] = (),
        unit: Collection[Unit] = (),
        rivals: bool | None = None,
        ruled: bool | None = None,
        by_size: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Question]:
        """The questions that the facts asked for answer, each with all its claims; always worked out over all that was known.

        Those on which most depends first, or (`by_size`) those that most print, then the largest. `standing`, `not_standing`,
        `measure`, `unit`: only these. `rivals`: only those with several answers (True) or with one (False). `ruled`: only those
        of which an analyst decided how they stand (True), or not (False). From `offset` on, `limit`
        at most.
        """
        view = self._view(selection.known)
        rows = view.store.asked.questions(
            selection,
            standing=tuple(standing),
            not_standing=tuple(not_standing),
            measure=tuple(measure),
            unit=tuple(unit),
            rivals=rivals,
            ruled=ruled,
            by_size=by_size,
            limit=limit,
            offset=offset,
        )
        return _questions(view, rows)

    def question(self, question_id: str, known: Known = NOW) -> Question | None:
        """The question of this id; None where it is not asked any more."""
        view = self._view(known)
        row = view.store.asked.question(question_id)
        return None if row is None else next(iter(_questions(view, [row])), None)

    def question_of(self, fact_id: str, known: Known = NOW) -> Question | None:
        """The question that a figure answers; None where it answers none."""
        stands = self._view(known).store.asked.stands([fact_id])
        return self.question(stands[fact_id]["question_id"], known) if fact_id in stands else None

    def comparison(self, selection: Selection = ALL) -> Comparison:
        """All questions that the facts asked for answer, at once: for small stores and for tests."""
        questions = self.questions(selection)
        every = questions if not selection.narrows else self.questions(selection.widest)
        standings = {fact_id: standing for question in every for fact_id, standing in standings_of(question).items()}
        return Comparison(questions, standings, {question.question_id: question for question in every})

    def tally(self, selection: Selection = ALL) -> Tally:
        """How many figures and conditions are asked for, and how their questions stand."""
        asked = self._view(selection.known).store.asked
        counted = {
            (Measure(row["measure"]), Unit(row["unit"]), Standing(row["standing"]), bool(row["rivals"])): row["count"]
            for row in asked.count_questions(selection)
        }
        figures, conditions = asked.count(selection, "figure"), asked.count(selection, "condition")
        return Tally(figures, conditions, counted)

    def condition_questions(
        self, selection: Selection = ALL, *, standing: Collection[Standing] = (), limit: int | None = None, offset: int = 0
    ) -> list[ConditionQuestion]:
        """Who says what of the conditions asked for over time, worked out over all that was known; disputed ones first."""
        view = self._view(selection.known)
        rows = view.store.asked.condition_questions(selection, standing=tuple(standing), limit=limit, offset=offset)
        return kept.condition_questions_of(rows, view.facts_named, view.store.reports.printed_by)

    def condition_places(self, selection: Selection = ALL, *, limit: int) -> list[tuple[str, int]]:
        """The places of which most conditions are reported, and how many; "" is no place, and comes last."""
        return self._view(selection.known).store.asked.condition_places(selection, limit=limit)

    def count_condition_questions(self, selection: Selection = ALL) -> dict[Standing, int]:
        """How many conditions at a place are asked for, by how they stand."""
        counted = self._view(selection.known).store.asked.count_condition_questions(selection)
        return {Standing(standing): number for standing, number in counted.items()}

    def count_condition_places(self, selection: Selection = ALL) -> int:
        """How many places the conditions asked for are reported of; no place is one too."""
        return self._view(selection.known).store.asked.count_condition_places(selection)

    def count_findings(self, selection: Selection = ALL) -> int:
        """How many findings there are in what was said; days ahead of today are not among them."""
        return self._view(selection.known).store.asked.count_findings(selection)

    def findings(
        self, selection: Selection = ALL, today: dt.date | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[Finding]:
        """The figures to check among the facts asked for, worked out over all; `today`: this machine's unless given."""
        view, last = self._view(selection.known), today or selection.known.on or dt.date.today()
        rows = view.store.asked.findings(selection, limit=None if limit is None else limit + offset)
        ahead = ahead_of((view.led_back(corrected) for corrected in view.store.asked.ahead_of(selection, last)), last)
        found = sorted([*kept.findings_of(rows, view.facts_named), *ahead], key=finding_rank)
        return found[offset : None if limit is None else offset + limit]

    # --- sources and names

    def all_sources(self, selection: Selection = ALL) -> list[Source]:
        """Who says the facts asked for, names that are one led back to one, those with most figures first."""
        view = self._view(selection.known)
        asked = view.store.asked
        return sources(
            asked.tellers(selection),
            asked.denied_questions(selection),
            view.names,
            lambda claimants: asked.tellers(selection, claimants)[0],
        )

    def names(self, selection: Selection = ALL, *, kinds: Collection[JudgementKind] = NAMES_OF) -> list[Name]:
        """The names of these kinds that the facts asked for carry, and those that an analyst led back to another."""
        view = self._view(selection.known)
        return names_in_use({kind: view.store.asked.in_use(selection, kind.value) for kind in kinds}, view.names)

    def rows_named(self, name: str, fact_ids: Sequence[str], known: Known = NOW) -> pd.DataFrame:
        """The rows of the figures or the conditions table of these facts, in their order."""
        return self.conditions_named(fact_ids, known) if name == "conditions" else self.figures_named(fact_ids, known)

    def in_use(self, field: str, selection: Selection = ALL) -> list[str]:
        """Every name in a field of the facts asked for (place, claimant, measure; "": none), those that most carry first."""
        rows = self._view(selection.known).store.asked.in_use(selection, field)
        ordered = sorted(rows, key=lambda row: (-row["figures"] - row["conditions"], row["name"].casefold()))
        return [row["name"] for row in ordered]

    # --- tables

    def table(self, name: str, selection: Selection = ALL) -> pd.DataFrame:
        """The table of this name, all of it; WrongValue with the names that exist."""
        tables.columns_of(name)
        frame: pd.DataFrame = getattr(self, name)(selection)
        return frame

    def page(
        self, name: str, selection: Selection = ALL, *, limit: int, offset: int = 0, order: Order = Order.REPORTS
    ) -> pd.DataFrame:
        """Some rows of a table, those of facts in this order; WrongValue with the names that exist."""
        tables.columns_of(name)
        if name not in _PAGED:
            return self.table(name, selection).iloc[offset : offset + limit].reset_index(drop=True)
        ordered = {} if name == "documents" else {"order": order}
        frame: pd.DataFrame = getattr(self, name)(selection, limit=limit, offset=offset, **ordered)
        return frame

    def count(self, name: str, selection: Selection = ALL) -> int:
        """How many rows a table has; WrongValue with the names that exist."""
        tables.columns_of(name)
        asked = self._view(selection.known).store.asked
        counts = {
            "documents": asked.count_documents,
            "claims": asked.count_claims,
            "condition_claims": asked.count_condition_claims,
        }
        if name in counts:
            return counts[name](selection)
        return asked.count(selection, _PAGED[name]) if name in _PAGED else len(self.table(name, selection))

    def figures(
        self, selection: Selection = ALL, *, limit: int | None = None, offset: int = 0, order: Order = Order.REPORTS
    ) -> pd.DataFrame:
        """The figures table, corrected values with the originals beside them."""
        view = self._view(selection.known)
        asked = view.store.asked.facts(selection, "figure", limit=limit, offset=offset, order=order)
        stands = {i: kept.standing_of(row) for i, row in view.store.asked.stands([c.fact_id for c in asked]).items()}
        return self._figures(asked, stands, view)

    def _figures(self, asked: list[CorrectedFact], standings: Mapping[str, FigureStanding], view: View) -> pd.DataFrame:
        records, originals, reviews = kinds.records(asked, Figure), kinds.originals(asked), kinds.reviews(asked)
        return _with_reliability(tables.figures_table(records, standings, originals=originals, reviews=reviews), asked, view)

    def figures_named(self, fact_ids: Sequence[str], known: Known = NOW) -> pd.DataFrame:
        """The rows of the figures table of these figures, in their order."""
        view, found = self._view(known), self.facts_named(fact_ids, known)
        asked = [found[fact_id] for fact_id in fact_ids if fact_id in found]
        stands = {i: kept.standing_of(row) for i, row in view.store.asked.stands(list(found)).items()}
        return self._figures(asked, stands, view)

    def conditions(
        self, selection: Selection = ALL, *, limit: int | None = None, offset: int = 0, order: Order = Order.REPORTS
    ) -> pd.DataFrame:
        """The conditions table."""
        view = self._view(selection.known)
        asked = view.store.asked.facts(selection, "condition", limit=limit, offset=offset, order=order)
        return _conditions(asked, view)

    def conditions_named(self, fact_ids: Sequence[str], known: Known = NOW) -> pd.DataFrame:
        """The rows of the conditions table of these conditions, in their order."""
        found = self.facts_named(fact_ids, known)
        return _conditions([found[fact_id] for fact_id in fact_ids if fact_id in found], self._view(known))

    def denials(
        self, selection: Selection = ALL, *, limit: int | None = None, offset: int = 0, order: Order = Order.REPORTS
    ) -> pd.DataFrame:
        """The table of denials without a number."""
        view = self._view(selection.known)
        asked = view.store.asked.facts(selection, "denial", limit=limit, offset=offset, order=order)
        records, originals, reviews = kinds.records(asked, Denial), kinds.originals(asked), kinds.reviews(asked)
        return _with_reliability(tables.denials_table(records, originals=originals, reviews=reviews), asked, view)

    def claims(self, selection: Selection = ALL) -> pd.DataFrame:
        """The claims table: who answers what to each question."""
        view = self._view(selection.known)
        frame = tables.claims_table(self.questions(selection))
        named = view.store.asked.facts_named(frame["fact_id"])
        return _with_reliability(frame, list(named.values()), view)

    def documents(self, selection: Selection = ALL, *, limit: int | None = None, offset: int = 0) -> pd.DataFrame:
        """The documents table with the number of facts asked for in each; a selection leaves out documents without any."""
        found = self._view(selection.known).store.asked.documents(selection, limit=limit, offset=offset)
        counts = {document.document_id: counted for document, counted in found}
        return tables.documents_table([document for document, _ in found], counts)

    def corrections(self, selection: Selection = ALL) -> pd.DataFrame:
        """The corrections table: the whole ledger as it was known, without that of withdrawn reports; or the rows about the facts
        asked for (rejected ones too).
        """
        store = self._view(selection.known).store
        rows = store.corrections(withdrawn=False)
        if selection.narrows:
            asked = store.asked.which(replace(selection, include_rejected=True), sorted({row.fact_id for row in rows}))
            rows = [row for row in rows if row.fact_id in asked]
        return tables.corrections_table(rows)

    def judgements(self, selection: Selection = ALL) -> pd.DataFrame:
        """The judgements table: what was decided about names, all that was known, oldest first."""
        return tables.judgements_table(self.store.judgements(selection.known.decided_until))

    def printings(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of where the reports asked for were printed whose very text several printed."""
        store = self._view(selection.known).store
        printed = store.reports.printed_again()
        if selection.narrows:
            asked = store.asked.which_documents(selection, [one.document_id for one in printed])
            printed = [one for one in printed if one.document_id in asked]
        return tables.printings_table(printed)

    def report_decisions(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of what was decided about whole reports, all that was known, oldest first."""
        return tables.report_decisions_table(self.store.reports.decisions(until=selection.known.decided_until))

    def sources(self, selection: Selection = ALL) -> pd.DataFrame:
        """The sources table."""
        return tables.frame_of("sources", (source.row() for source in self.all_sources(selection)))

    def checks(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of figures to check."""
        return tables.frame_of("checks", (finding.row() for finding in self.findings(selection)))

    def condition_claims(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of condition claims: who says what of each condition at each place."""
        asked = self.condition_questions(selection)
        return tables.frame_of("condition_claims", (row for question in asked for row in question.rows()))

    def _view(self, known: Known = NOW) -> View:
        """What is known, or was known then, all of it compared."""
        return self._views.of(known)


_PAGED = {"figures": "figure", "conditions": "condition", "denials": "denial", "documents": "document"}
"""Tables that can be asked for in pages, and the kind of fact that each holds."""


def _questions(view: View, rows: Sequence[kept.Row]) -> list[Question]:
    found: list[Question] = []
    for first in range(0, len(rows), MOST_AT_ONCE):
        found += kept.questions_of(rows[first : first + MOST_AT_ONCE], view.facts_named)
    return found


def _conditions(asked: list[CorrectedFact], view: View) -> pd.DataFrame:
    records, originals, reviews = kinds.records(asked, Condition), kinds.originals(asked), kinds.reviews(asked)
    return _with_reliability(tables.conditions_table(records, originals=originals, reviews=reviews), asked, view)


def _with_reliability(frame: pd.DataFrame, facts: Sequence[CorrectedFact], view: View) -> pd.DataFrame:
    """The frame of facts with how far the source of each can be relied on."""
    known = {corrected.fact_id: view.names.reliability_of(corrected.fact).value for corrected in facts}
    judged = [known[fact_id] for fact_id in frame["fact_id"]]
    return frame.assign(reliability=pd.Series(judged, dtype="string", index=frame.index))
