"""The verbs of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from humsit import ledger
from humsit.claims import Question
from humsit.facts.manual import figure_from_selection
from humsit.facts.proof import prove
from humsit.records import (
    Action,
    Correction,
    Figure,
    Judgement,
    JudgementKind,
    ProofFailed,
    Standing,
)
from humsit.situation import kinds, questions
from humsit.situation.names import judged
from humsit.situation.reports import Reports
from humsit.store import Decide


class Situation(Reports):
    """One store, one vocabulary and the verbs. Safe to share between threads."""

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
        question = self._asked(question_id)
        decisions = questions.ruling(question, self.facts_named(question.facts), standing)
        return self.store.append_all(decisions, who=who, why=why)

    def join(self, question_id: str, other_id: str, *, who: str, why: str) -> list[Correction]:
        """Put all that answers one question to another one of the same measure and unit, for one reason, all or none.

        Errors as in `rule`.
        """
        one, other = (self._asked(i) for i in (question_id, other_id))
        return questions.kept(self.store.append_all(questions.joining(one, other), who=who, why=why))

    def split(self, fact_ids: Sequence[str], *, who: str, why: str) -> list[Correction]:
        """Make figures a question of their own, for one reason, all or none. Errors as in `rule`."""
        asked = {fact_id: self.question_of(fact_id) for fact_id in fact_ids}
        facts = self.facts_named([*fact_ids, *(i for question in asked.values() if question for i in question.facts)])
        decisions = questions.splitting(asked, facts, fact_ids)
        return questions.kept(self.store.append_all(decisions, who=who, why=why))

    def _asked(self, question_id: str) -> Question:
        return questions.asked(self.question(question_id), question_id)

    def undo(self, correction_id: int, *, who: str, why: str, version: int | None = None) -> Correction:
        """Take a correction back, by a row of its own; undoing an undo redoes. Works for homeless corrections too. Errors as in
        `correct`.
        """
        fact_id = self.store.correction(correction_id).fact_id
        return self.store.append(fact_id, questions.undoing([correction_id]), who=who, why=why, version=version)[0]

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
        for corrected in self.store.facts():
            try:
                prove(corrected.original, texts[corrected.fact.document_id], self.vocabulary)
            except ProofFailed as reason:
                found.append(f"Fact {corrected.fact_id}: {reason}")
        return found

    def close(self) -> None:
        """Let go of the store."""
        self._views.close()
        self.store.close()
