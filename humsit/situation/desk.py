"""The verbs of the desk."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from humsit import ledger, tables
from humsit.claims import Comparison, FigureStanding
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
    ProofFailed,
    UnknownFact,
    WrongValue,
)
from humsit.situation.answers import Added, Evidence, Reread, View
from humsit.situation.compared import KeptStandings
from humsit.situation.selection import ALL, Selection
from humsit.store import Store
from humsit.vocabulary import Vocabulary, load_vocabulary

F = TypeVar("F", Figure, Condition, Denial)


class Situation:
    """One store, one vocabulary and the verbs. Safe to share between threads."""

    def __init__(self, store: Store, own_words: Path | None = None) -> None:
        self.store = store
        self._own_words = own_words
        self._vocabulary: Vocabulary | None = None
        self._lock = threading.Lock()
        self._seen: View | None = None
        self._standings = KeptStandings()

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
        new = not same and self.store.add(document, self._read(document))
        counts = Counter(corrected.fact.kind for corrected in self.document_facts(document.document_id))
        return Added(self.document(document.document_id), new, counts["figure"], counts["condition"], counts["denial"])

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

    def document_facts(self, document_id: str) -> list[CorrectedFact]:
        """All facts of a document, rejected ones too, in the order of its words."""
        return self.store.facts(document_id)[1]

    # --- asking

    def facts(self, selection: Selection = ALL) -> list[CorrectedFact]:
        """The facts asked for, as they read now, in the order of documents and of their words."""
        view = self._view()
        if selection == ALL:
            return [corrected for corrected in view.facts if not corrected.rejected]
        standings: Mapping[str, FigureStanding] = view.comparison.standings
        return [corrected for corrected in view.facts if selection.admits(corrected, standings.get(corrected.fact_id))]

    def fact(self, fact_id: str) -> CorrectedFact:
        """One fact as it reads now; UnknownFact where there is none."""
        return self.store.fact(fact_id)

    def comparison(self, selection: Selection = ALL) -> Comparison:
        """The questions that the facts asked for answer, each with all its claims; always worked out over everything that is
        kept.
        """
        comparison = self._view().comparison
        if selection == ALL:
            return comparison
        asked = {corrected.fact_id for corrected in self.facts(selection)}
        return replace(comparison, questions=[q for q in comparison.questions if not asked.isdisjoint(q.facts)])

    def evidence(self, fact_id: str) -> Evidence:
        """The document, the fact with its original, its question with the rivals, and its history. UnknownFact where there is
        none.
        """
        corrected, view = self.fact(fact_id), self._view()
        question = view.comparison.question_of(fact_id)
        rivals = [] if question is None else [view.by_id[i] for i in question.facts if i != fact_id and i in view.by_id]
        return Evidence(self.document(corrected.fact.document_id), corrected, question, rivals, self.history(fact_id))

    def figures(self, selection: Selection = ALL) -> pd.DataFrame:
        """The figures table, corrected values with the originals beside them."""
        asked = self.facts(selection)
        standings = self._view().comparison.standings
        return tables.figures_table(_records(asked, Figure), standings, originals=_originals(asked), reviews=_reviews(asked))

    def conditions(self, selection: Selection = ALL) -> pd.DataFrame:
        """The conditions table."""
        asked = self.facts(selection)
        return tables.conditions_table(_records(asked, Condition), originals=_originals(asked), reviews=_reviews(asked))

    def denials(self, selection: Selection = ALL) -> pd.DataFrame:
        """The table of denials without a number."""
        asked = self.facts(selection)
        return tables.denials_table(_records(asked, Denial), originals=_originals(asked), reviews=_reviews(asked))

    def claims(self, selection: Selection = ALL) -> pd.DataFrame:
        """The claims table: who answers what to each question."""
        return tables.claims_table(self.comparison(selection).questions)

    def documents(self, selection: Selection = ALL) -> pd.DataFrame:
        """The documents table with the number of facts asked for in each; a selection leaves out documents without any."""
        counts: dict[str, Counter[str]] = {}
        for corrected in self.facts(selection):
            counts.setdefault(corrected.fact.document_id, Counter())[f"{corrected.fact.kind}s"] += 1
        kept = [d for d in self.store.documents() if selection == ALL or d.document_id in counts]
        none = {"figures": 0, "conditions": 0, "denials": 0}
        return tables.documents_table(kept, {d.document_id: none | counts.get(d.document_id, {}) for d in kept})

    def corrections(self, selection: Selection = ALL) -> pd.DataFrame:
        """The corrections table: the whole ledger, or the rows about the facts asked for (rejected ones too)."""
        rows = self.store.corrections()
        if selection != ALL:
            asked = {corrected.fact_id for corrected in self.facts(replace(selection, include_rejected=True))}
            rows = [row for row in rows if row.fact_id in asked]
        return tables.corrections_table(rows)

    def table(self, name: str, selection: Selection = ALL) -> pd.DataFrame:
        """The table of this name; WrongValue with the names that exist."""
        tables.columns_of(name)
        frame: pd.DataFrame = getattr(self, name)(selection)
        return frame

    def history(self, fact_id: str) -> list[Correction]:
        """What was done to a fact, oldest first; empty where nothing was."""
        return self.store.corrections(fact_id)

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
        return self.store.append(
            fact_id, lambda fact, rows: ledger.changing(_present(fact), rows, changes), who=who, why=why, version=version
        )

    def reject(self, fact_id: str, *, who: str, why: str, version: int | None = None) -> Correction:
        """Count a fact no longer: it stays in its document and can be undone. Errors as in `correct`."""
        return self._decide(fact_id, Action.REJECT, who=who, why=why, version=version)

    def approve(self, fact_id: str, *, who: str, why: str, version: int | None = None) -> Correction:
        """Say that a fact reads as its document does. Errors as in `correct`."""
        return self._decide(fact_id, Action.APPROVE, who=who, why=why, version=version)

    def _decide(self, fact_id: str, action: Action, *, who: str, why: str, version: int | None) -> Correction:
        return self.store.append(
            fact_id, lambda fact, rows: [ledger.reviewing(_present(fact), rows, action)], who=who, why=why, version=version
        )[0]

    def undo(self, correction_id: int, *, who: str, why: str, version: int | None = None) -> Correction:
        """Take a correction back, by a row of its own; undoing an undo redoes. Works for homeless corrections too. Errors as in
        `correct`.
        """
        fact_id = self.store.correction(correction_id).fact_id
        return self.store.append(
            fact_id, lambda fact, rows: [ledger.undoing(fact, rows, correction_id)], who=who, why=why, version=version
        )[0]

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
        return find_facts(document, self.vocabulary)

    def _view(self) -> View:
        """All facts as they read now; after a write only those of the documents that it touched are read again."""
        with self._lock:
            seen = self._seen
            if seen is None or seen.revision != self.store.revision():
                revision, changed = self.store.changed_since(-1 if seen is None else seen.revision)
                known = {} if seen is None else seen.by_document
                self._seen = seen = View(revision, {**known, **changed}, self._standings)
            return seen


def _storable(document: Document) -> Document:
    """The document with what no store can hold replaced one for one, in its text and in what is known of it."""
    kept = {name: without_unstorable(value) for name, value in document if isinstance(value, str)}
    if not kept["text"].strip() or not kept["document_id"].strip():
        raise WrongValue("A document needs an id and a text.")
    return document.model_copy(update=kept)


def _present(fact: AnyFact | None) -> AnyFact:
    if fact is None:
        raise UnknownFact("The newest reading no longer finds this fact: its corrections can be undone, but not added to.")
    return fact


def _records(facts: Iterable[CorrectedFact], kind: type[F]) -> list[F]:
    return [corrected.fact for corrected in facts if isinstance(corrected.fact, kind)]


def _originals(facts: Iterable[CorrectedFact]) -> dict[str, AnyFact]:
    return {corrected.fact_id: corrected.original for corrected in facts if corrected.changes}


def _reviews(facts: Iterable[CorrectedFact]) -> dict[str, Any]:
    return {corrected.fact_id: corrected.review for corrected in facts}
