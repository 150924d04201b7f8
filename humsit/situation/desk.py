"""The verbs of the desk."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd

from humsit import ledger, tables
from humsit.claims import Comparison, ConditionQuestion, FigureStanding, Finding, Question
from humsit.documents.copies import band_keys, is_copy
from humsit.documents.encoding import without_unstorable
from humsit.facts.find import find_facts
from humsit.facts.manual import figure_from_selection
from humsit.facts.proof import prove
from humsit.ledger import CorrectedFact
from humsit.records import (
    Action,
    AnyFact,
    Condition,
    Correction,
    Denial,
    Document,
    Figure,
    Judgement,
    JudgementKind,
    Measure,
    ProofFailed,
    Standing,
    UnknownFact,
    WrongValue,
)
from humsit.situation import checked, kinds, questions
from humsit.situation.answers import Added, Evidence, Reread, View
from humsit.situation.by_hand import entered_by_hand
from humsit.situation.names import judged
from humsit.situation.selection import ALL, Selection
from humsit.situation.sources import Name, Source, names_in_use, sources
from humsit.situation.views import Views
from humsit.store import NOW, Clock, Decide, Known, Store
from humsit.vocabulary import Vocabulary, load_vocabulary


class Situation:
    """One store, one vocabulary and the verbs. Safe to share between threads."""

    def __init__(self, store: Store, own_words: Path | None = None) -> None:
        self.store = store
        self._own_words = own_words
        self._vocabulary: Vocabulary | None = None
        self._views = Views(store)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that the reader knows, loaded when something is read for the first time."""
        if self._vocabulary is None:
            self._vocabulary = load_vocabulary(self._own_words)
        return self._vocabulary

    @property
    def revision(self) -> int:
        """A number that grows with every write, by whomever: what is kept for it need not be asked for again."""
        return self.store.revision()

    # --- documents

    def add(self, document: Document) -> Added:
        """Read a document and keep it with its facts; a second time changes nothing. WrongValue where its id has another text."""
        document = _storable(document)
        kept = self.store.document(document.document_id)
        same = kept is not None and kept.text == document.text
        new = not same and self._keep(document)
        counts = Counter(corrected.fact.kind for corrected in self.document_facts(document.document_id))
        return Added(self.document(document.document_id), new, counts["figure"], counts["condition"], counts["denial"])

    def _keep(self, document: Document) -> bool:
        bands = band_keys(document.text)
        first = next((other for other in self.store.alike(bands) if is_copy(document.text, other.text)), None)
        copy_of = None if first is None else first.document_id
        return self.store.add(document, self._read(document), bands=bands, copy_of=copy_of)

    def preview(self, document: Document) -> list[AnyFact]:
        """What would be read from the document; keeps nothing."""
        return self._read(_storable(document))

    def reread(self) -> Reread:
        """Read every kept document again, with the word lists as they are now. Corrections stay with their facts, or become
        homeless.
        """
        load_vocabulary.cache_clear()
        self._vocabulary = None
        kept, gained, lost, found = self.store.documents(), 0, 0, 0
        for document in kept:
            before = self._ids(document.document_id)
            read = self._read(document)
            self.store.replace_facts(document.document_id, read)
            after = self._ids(document.document_id)
            gained, lost, found = gained + len(after - before), lost + len(before - after), found + len(read)
        return Reread(len(kept), found, gained, lost, len(self.homeless()))

    def _ids(self, document_id: str) -> set[str]:
        return {corrected.fact_id for corrected in self.document_facts(document_id)}

    def document(self, document_id: str) -> Document:
        """The document as it was received; UnknownFact where none has this id."""
        document = self.store.document(document_id)
        if document is None:
            raise UnknownFact(f"There is no document {document_id!r}: look its id up in the documents table.")
        return document

    def document_facts(self, document_id: str, known: Known = NOW) -> list[CorrectedFact]:
        """All facts of a document, rejected ones too, in the order of its words; as they were known then."""
        return self.store.facts(document_id)[1] if known == NOW else list(self._view(known).by_document.get(document_id, ()))

    # --- asking

    def facts(self, selection: Selection = ALL) -> list[CorrectedFact]:
        """The facts asked for, as they read by what was known then, in the order of documents and of their words."""
        view = self._view(selection.known)
        if not selection.narrows:
            return [corrected for corrected in view.facts if not corrected.rejected]
        standings: Mapping[str, FigureStanding] = view.comparison.standings
        return [corrected for corrected in view.facts if selection.admits(corrected, standings.get(corrected.fact_id))]

    def fact(self, fact_id: str, known: Known = NOW) -> CorrectedFact:
        """One fact as it reads now, or read by what was known then; UnknownFact where there is none."""
        if known == NOW:
            return self.store.fact(fact_id)
        found = self._view(known).by_id.get(fact_id)
        if found is None:
            raise UnknownFact(f"Fact {fact_id!r} was not known on {known.on}.")
        return found

    def comparison(self, selection: Selection = ALL) -> Comparison:
        """The questions that the facts asked for answer, each with all its claims; always worked out over everything that was
        known.
        """
        comparison = self._view(selection.known).comparison
        if not selection.narrows:
            return comparison
        asked = {corrected.fact_id for corrected in self.facts(selection)}
        return replace(comparison, questions=[q for q in comparison.questions if not asked.isdisjoint(q.facts)])

    def questions(
        self,
        selection: Selection = ALL,
        *,
        standing: Collection[Standing] = (),
        measure: Collection[Measure] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Question]:
        """The questions that the facts asked for answer, those on which most depends first: of these standings and measures,
        from `offset` on, `limit` at most.
        """
        asked = (
            question
            for question in self.comparison(selection).questions
            if (not standing or question.standing in standing) and (not measure or question.measure in measure)
        )
        return list(islice(asked, offset, None if limit is None else offset + limit))

    def page(self, name: str, selection: Selection = ALL, *, limit: int, offset: int = 0) -> pd.DataFrame:
        """Some rows of a table."""
        return self.table(name, selection).iloc[offset : offset + limit].reset_index(drop=True)

    def count(self, name: str, selection: Selection = ALL) -> int:
        """How many rows a table has."""
        return len(self.table(name, selection))

    def evidence(self, fact_id: str, known: Known = NOW) -> Evidence:
        """The document, the fact with its original, its question with the rivals, and its history, as they were known then.
        UnknownFact where there is none.
        """
        corrected, view = self.fact(fact_id, known), self._view(known)
        question = view.comparison.question_of(fact_id)
        rivals = [] if question is None else [view.by_id[i] for i in question.facts if i != fact_id and i in view.by_id]
        document, reliability = self.document(corrected.fact.document_id), view.names.reliability_of(corrected.fact)
        return Evidence(document, corrected, question, rivals, self.history(fact_id, known), reliability)

    def figures(self, selection: Selection = ALL) -> pd.DataFrame:
        """The figures table, corrected values with the originals beside them."""
        asked = self.facts(selection)
        standings = self._view(selection.known).comparison.standings
        frame = tables.figures_table(
            kinds.records(asked, Figure), standings, originals=kinds.originals(asked), reviews=kinds.reviews(asked)
        )
        return self._with_reliability(frame, selection.known)

    def conditions(self, selection: Selection = ALL) -> pd.DataFrame:
        """The conditions table."""
        asked = self.facts(selection)
        frame = tables.conditions_table(
            kinds.records(asked, Condition), originals=kinds.originals(asked), reviews=kinds.reviews(asked)
        )
        return self._with_reliability(frame, selection.known)

    def denials(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of denials without a number."""
        asked = self.facts(selection)
        frame = tables.denials_table(kinds.records(asked, Denial), originals=kinds.originals(asked), reviews=kinds.reviews(asked))
        return self._with_reliability(frame, selection.known)

    def claims(self, selection: Selection = ALL) -> pd.DataFrame:
        """The claims table: who answers what to each question."""
        return self._with_reliability(tables.claims_table(self.comparison(selection).questions), selection.known)

    def _with_reliability(self, frame: pd.DataFrame, known: Known) -> pd.DataFrame:
        """The frame of facts with how far the source of each can be relied on."""
        view = self._view(known)
        judged = [view.names.reliability_of(view.by_id[fact_id].fact).value for fact_id in frame["fact_id"]]
        return frame.assign(reliability=pd.Series(judged, dtype="string", index=frame.index))

    def judgements(self, selection: Selection = ALL) -> pd.DataFrame:
        """The judgements table: what was decided about names, all that was known, oldest first."""
        rows = self.store.judgements(selection.known.decided_until)
        return tables.judgements_table(rows)

    def all_sources(self, selection: Selection = ALL) -> list[Source]:
        """Who says the facts asked for, names that are one led back to one, those with most figures first."""
        names = self._view(selection.known).names
        asked = (names.led_back(corrected.fact) for corrected in self.facts(selection))
        return sources(asked, self.comparison(selection).questions, names)

    def sources(self, selection: Selection = ALL) -> pd.DataFrame:
        """The sources table."""
        return tables.frame_of("sources", (source.row() for source in self.all_sources(selection)))

    def names(self, selection: Selection = ALL) -> list[Name]:
        """The names that the facts asked for carry, and those that an analyst led back to another."""
        return names_in_use((corrected.fact for corrected in self.facts(selection)), self._view(selection.known).names)

    def findings(self, selection: Selection = ALL, today: dt.date | None = None) -> list[Finding]:
        """The figures to check among the facts asked for, worked out over everything; `today`: this machine's unless given."""
        known = selection.known
        return checked.findings_of(self._view(known), self._asked(selection), today or known.on or dt.date.today())

    def condition_questions(self, selection: Selection = ALL) -> list[ConditionQuestion]:
        """Who says what of the conditions asked for over time, worked out over everything; disputed ones first."""
        return checked.condition_questions_of(self._view(selection.known), self._asked(selection))

    def _asked(self, selection: Selection) -> set[str] | None:
        return None if not selection.narrows else {corrected.fact_id for corrected in self.facts(selection)}

    def checks(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of figures to check."""
        return tables.frame_of("checks", (finding.row() for finding in self.findings(selection)))

    def condition_claims(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of condition claims: who says what of each condition at each place."""
        asked = self.condition_questions(selection)
        return tables.frame_of("condition_claims", (row for question in asked for row in question.rows()))

    def documents(self, selection: Selection = ALL) -> pd.DataFrame:
        """The documents table with the number of facts asked for in each; a selection leaves out documents without any."""
        counts: dict[str, Counter[str]] = {}
        for corrected in self.facts(selection):
            counts.setdefault(corrected.fact.document_id, Counter())[f"{corrected.fact.kind}s"] += 1
        kept = [d for d in self.store.documents(selection.known) if not selection.narrows or d.document_id in counts]
        none = {"figures": 0, "conditions": 0, "denials": 0}
        return tables.documents_table(kept, {d.document_id: none | counts.get(d.document_id, {}) for d in kept})

    def corrections(self, selection: Selection = ALL) -> pd.DataFrame:
        """The corrections table: the whole ledger as it was known, or the rows about the facts asked for (rejected ones too)."""
        rows = self.store.corrections(known=selection.known)
        if selection.narrows:
            asked = {corrected.fact_id for corrected in self.facts(replace(selection, include_rejected=True))}
            rows = [row for row in rows if row.fact_id in asked]
        return tables.corrections_table(rows)

    def table(self, name: str, selection: Selection = ALL) -> pd.DataFrame:
        """The table of this name; WrongValue with the names that exist."""
        tables.columns_of(name)
        frame: pd.DataFrame = getattr(self, name)(selection)
        return frame

    def history(self, fact_id: str, known: Known = NOW) -> list[Correction]:
        """What was done to a fact by then, oldest first; empty where nothing was."""
        return self.store.corrections(fact_id, known)

    def undated(self, known: Known) -> int:
        """Reports that are left out of what was known, for nobody knows when they were published."""
        return self.store.undated() if known.by == Clock.PUBLISHED else 0

    def homeless(self) -> list[Correction]:
        """The corrections whose fact the newest reading no longer finds: to be shown, and made again where they still apply."""
        return self.store.homeless()

    # --- deciding

    def correct(self, fact_id: str, field: str, now: str | None, *, who: str, why: str, version: int | None = None) -> Correction:
        """Make one field read `now` (None or "": nothing). A figure's value, bounds and qualifier follow each other (see
        `ledger`).

        `version` is what the caller saw (`CorrectedFact.version`): StaleCorrection, with the newest row, where somebody was
        faster; None takes the newest. UnknownFact, or WrongValue with one sentence, where it cannot be done; then nothing has
        changed.
        """
        return self.change(fact_id, {field: now}, who=who, why=why, version=version)[0]

    def change(
        self, fact_id: str, changes: Mapping[str, str | None], *, who: str, why: str, version: int | None = None
    ) -> list[Correction]:
        """Correct several fields for one reason, all or none; what reads so already is left out. Errors as in `correct`."""
        questions.refuse_beside(changes, self.fact)
        return self.store.append(
            fact_id, lambda fact, rows: ledger.changing(kinds.present(fact), rows, changes), who=who, why=why, version=version
        )

    def reject(self, fact_id: str, *, who: str, why: str, version: int | None = None) -> Correction:
        """Count a fact no longer: it stays in its document and can be undone. Errors as in `correct`."""
        return self._decide(fact_id, Action.REJECT, who=who, why=why, version=version)

    def approve(self, fact_id: str, *, who: str, why: str, version: int | None = None) -> Correction:
        """Say that a fact reads as its document does. Errors as in `correct`."""
        return self._decide(fact_id, Action.APPROVE, who=who, why=why, version=version)

    def take_up(self, fact_id: str, *, who: str, why: str, version: int | None = None) -> Correction:
        """Say that somebody is looking at a fact: it is in review until it is approved or rejected. Errors as in `correct`."""
        return self.store.append(
            fact_id, lambda fact, rows: [ledger.taking_up(kinds.present(fact), rows)], who=who, why=why, version=version
        )[0]

    def judge(self, kind: JudgementKind, subject: str, now: str | None, *, who: str, why: str) -> Judgement:
        """Decide about a name: how reliable a source is (A to F), or which name it stands for; None takes it back.

        WrongValue with one sentence where it is no judgement, or there is none to take back.
        """
        value = judged(kind, subject, now, self._view().names)
        return self.store.judge(kind, subject, value, who=who, why=why)

    def _decide(self, fact_id: str, action: Action, *, who: str, why: str, version: int | None) -> Correction:
        return self.store.append(
            fact_id, lambda fact, rows: [ledger.reviewing(kinds.present(fact), rows, action)], who=who, why=why, version=version
        )[0]

    def rule(self, question_id: str, standing: Standing | None, *, who: str, why: str) -> list[Correction]:
        """Decide how a question stands, whatever is worked out, which stays visible; None takes back what was decided.

        UnknownFact where the question is not asked any more; WrongValue where nothing would change.
        """
        view = self._view()
        decisions = questions.ruling(questions.asked(view.comparison, question_id), view.by_id, standing)
        return self.store.append_all(decisions, who=who, why=why)

    def join(self, question_id: str, other_id: str, *, who: str, why: str) -> list[Correction]:
        """Put all that answers one question to another one of the same measure and unit, for one reason, all or none.

        Errors as in `rule`.
        """
        comparison = self._view().comparison
        one, other = (questions.asked(comparison, i) for i in (question_id, other_id))
        return questions.kept(self.store.append_all(questions.joining(one, other), who=who, why=why))

    def split(self, fact_ids: Sequence[str], *, who: str, why: str) -> list[Correction]:
        """Make figures a question of their own, for one reason, all or none. Errors as in `rule`."""
        view = self._view()
        decisions = questions.splitting(view.comparison, view.by_id, fact_ids)
        return questions.kept(self.store.append_all(decisions, who=who, why=why))

    def undo(self, correction_id: int, *, who: str, why: str, version: int | None = None) -> Correction:
        """Take a correction back, by a row of its own; undoing an undo redoes. Works for homeless corrections too. Errors as in
        `correct`.
        """
        fact_id = self.store.correction(correction_id).fact_id
        return self.store.append(
            fact_id, lambda fact, rows: [ledger.undoing(fact, rows, correction_id)], who=who, why=why, version=version
        )[0]

    def undo_all(self, correction_ids: Iterable[int], *, who: str, why: str) -> list[Correction]:
        """Take the rows of one decision back together, all or none: those of a join, say. Errors as in `correct`."""
        undone: dict[str, list[int]] = {}
        for number in correction_ids:
            undone.setdefault(self.store.correction(number).fact_id, []).append(number)
        return self.store.append_all({fact_id: questions.undoing(of) for fact_id, of in undone.items()}, who=who, why=why)

    def decide_all(
        self, decisions: Mapping[str, Decide], *, who: str, why: str, versions: Mapping[str, int] | None = None
    ) -> list[Correction]:
        """Append what `decisions` (fact_id → its rows) make of several facts, all or none. Errors as in `correct`."""
        return self.store.append_all(decisions, who=who, why=why, versions=versions or {})

    def add_figure(self, document_id: str, start: int, end: int, *, who: str, why: str, **fields: Any) -> Figure:
        """Add a figure that the reader missed or took for something else (measure `other`): the number in `text[start:end]`,
        with `measure` and what else is known in `fields`.

        WrongValue where the words hold no number, a field is unknown, or the words are a followed figure already; ProofFailed
        where `fields` say another number than the words.
        """
        document = self.document(document_id)
        fields = {"vocabulary": self.vocabulary} | fields
        figure: Figure = figure_from_selection(document, start, end, **fields)
        prove(figure, document.text, self.vocabulary)
        self.store.add_figure(figure, who=who, why=why)
        return figure

    # --- soundness

    def check(self) -> list[str]:
        """What is wrong with the store, each as a sentence: broken rows, and facts whose words do not prove them. Empty: all is
        well.
        """
        found = self.store.problems()
        texts = {document.document_id: document.text for document in self.store.documents()}
        for corrected in self.store.facts()[1]:
            try:
                prove(corrected.original, texts[corrected.fact.document_id], self.vocabulary)
            except ProofFailed as reason:
                found.append(f"Fact {corrected.fact_id}: {reason}")
        return found

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def _read(self, document: Document) -> list[AnyFact]:
        return [] if entered_by_hand(document.document_id) else find_facts(document, self.vocabulary)

    def _view(self, known: Known = NOW) -> View:
        """All facts as they read by what was known then."""
        return self._views.of(known)


def _storable(document: Document) -> Document:
    """The document with what no store can hold replaced one for one, in its text and in what is known of it."""
    kept = {name: without_unstorable(value) for name, value in document if isinstance(value, str)}
    if not kept["text"].strip() or not kept["document_id"].strip():
        raise WrongValue("A document needs an id and a text.")
    return document.model_copy(update=kept)
