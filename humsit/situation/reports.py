"""Whole reports at the desk: reading and keeping them, the same story again, withdrawing, restoring and describing one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from humsit.documents.copies import band_keys, tells_again
from humsit.documents.encoding import without_unstorable
from humsit.documents.made import has_own_id, text_hash
from humsit.documents.metadata import date_of
from humsit.documents.versions import Version, is_earlier, latest, succession, version
from humsit.facts.find import find_facts
from humsit.records import AnyFact, Correction, Document, Printing, ReportDecision, WrongValue
from humsit.situation.answers import Added, Reread, Story
from humsit.situation.asking import Asking
from humsit.situation.by_hand import entered_by_hand
from humsit.store import DESCRIBED, NOW, Kin, Known, Store
from humsit.vocabulary import Vocabulary, languages_read, load_vocabulary


class Reports(Asking):
    """One store and one vocabulary, and what is done with whole reports."""

    def __init__(self, store: Store, own_words: Path | None = None) -> None:
        super().__init__(store)
        self._own_words = own_words
        self._vocabulary: Vocabulary | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that the reader knows, loaded when something is read for the first time."""
        if self._vocabulary is None:
            self._vocabulary = load_vocabulary(self._own_words)
        return self._vocabulary

    @property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that are read here, those of the team's own word lists among them."""
        return languages_read(self._own_words)

    # --- keeping

    def add(self, document: Document) -> Added:
        """Read a document and keep it with its facts; a second time changes nothing. WrongValue where its id has another text.

        A report without an id of its own whose very text is kept is that report, printed again: where it comes from another
        publisher, day or address, its printing is kept, and counted.
        """
        document = _storable(document)
        kept_as = self._kept_as(document)
        new = kept_as is None and self._keep(document)
        kept_as = kept_as or document.document_id
        printing = not new and not has_own_id(document) and self.store.reports.print_again(kept_as, document)
        counts = Counter(corrected.fact.kind for corrected in self.document_facts(kept_as))
        withdrawn = not new and self.is_withdrawn(kept_as)
        told = counts["figure"], counts["condition"], counts["denial"]
        return Added(self.document(kept_as), new, *told, printing=printing, withdrawn=withdrawn)

    def _kept_as(self, document: Document) -> str | None:
        """document_id of the kept report that this one is; None where it is new, or its id has another text."""
        kept = self.store.document(document.document_id)
        if kept is not None:
            return kept.document_id if kept.text == document.text else None
        return None if has_own_id(document) else self.store.reports.kept_with_text(text_hash(document.text))

    def _keep(self, document: Document) -> bool:
        bands, read = band_keys(document.text), self._read(document)
        return self.store.add(document, read, bands=bands, kin=self._kin(document, bands, read))

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
            self.store.replace_facts(document.document_id, read, bands=band_keys(document.text))
            after = self._ids(document.document_id)
            gained, lost, found = gained + len(after - before), lost + len(before - after), found + len(read)
        return Reread(len(kept), found, gained, lost, len(self.homeless()))

    def _ids(self, document_id: str) -> set[str]:
        return {corrected.fact_id for corrected in self.document_facts(document_id)}

    def _read(self, document: Document) -> list[AnyFact]:
        return [] if entered_by_hand(document.document_id) else find_facts(document, self.vocabulary)

    # --- the same story again

    def _kin(self, document: Document, bands: Sequence[int], read: Sequence[AnyFact]) -> Kin:
        """How a new report stands to those that print its story: only the few are looked at that share keys of their texts."""
        alike = [other for other in self.store.alike(bands) if tells_again(document, other)]
        if not alike:
            return Kin()
        first = alike[0].document_id
        stories = self.store.reports.first_of_story(other.document_id for other in alike)
        story = [other for other in alike if stories[other.document_id] == stories[first]]
        beside = [version(other, self._said_now(other.document_id), document, read) for other in story]
        before, revised = succession(document, beside)
        return Kin(first, None if before is None else before.document_id, revised)

    def _said_now(self, document_id: str) -> list[AnyFact]:
        return [corrected.fact for corrected in self.document_facts(document_id) if not corrected.rejected]

    def printings_of(self, document_id: str, known: Known = NOW) -> list[Printing]:
        """Where the very text of a report was printed, the first printing first; UnknownFact where there is no such report."""
        self.document(document_id)
        return self._view(known).store.reports.printings(document_id)

    def story(self, document_id: str, known: Known = NOW) -> Story:
        """The reports that print the same story, nearly word for word: what changed from the version before to this one, later
        versions, and those in which no figure changed. UnknownFact where there is no such report.
        """
        document, store = self.document(document_id), self._view(known).store
        told = store.reports.story_of(document_id)
        at = next((place for place, other in enumerate(told) if other.document_id == document_id), 0)
        own = self._said_then(store, document_id)
        earlier: list[Version] = []
        later: list[Version] = []
        copies: list[Version] = []
        for place, other in enumerate(told):
            if other.document_id == document_id:
                continue
            follows = is_earlier(document, other) if place < at else not is_earlier(other, document)
            said = self._said_then(store, other.document_id)
            one = version(document, own, other, said) if follows else version(other, said, document, own)
            (copies if not one.revised else later if follows else earlier).append(one)
        before = latest(earlier, document)
        return Story(document, before, tuple(later), tuple(one.now if one.was is document else one.was for one in copies))

    def _said_then(self, store: Store, document_id: str) -> list[AnyFact]:
        return [corrected.fact for corrected in store.facts(document_id) if not corrected.rejected]

    # --- withdrawing and describing

    def withdraw(self, document_id: str, *, who: str, why: str) -> ReportDecision:
        """Count nothing of what a report says from now on; it stays, its corrections too, and can be restored.

        UnknownFact where there is no such report; WrongValue where it is withdrawn already, or without author or reason.
        """
        return self.store.reports.withdraw(document_id, who=who, why=why)

    def restore(self, document_id: str, *, who: str, why: str) -> ReportDecision:
        """Count again what a withdrawn report says. Errors as in `withdraw`."""
        return self.store.reports.restore(document_id, who=who, why=why)

    def is_withdrawn(self, document_id: str, known: Known = NOW) -> bool:
        """Whether a report was withdrawn by then."""
        store = self.store if known == NOW else self._view(known).store
        return store.reports.has_withdrawn(document_id)

    def withdrawn(self, known: Known = NOW) -> list[Document]:
        """The reports that were withdrawn by then, in the order in which they were added."""
        return self._view(known).store.reports.withdrawn()

    def describe(
        self, document_id: str, changes: Mapping[str, str | dt.date | None], *, who: str, why: str
    ) -> list[ReportDecision]:
        """Say what else is known of a report beside its text: title, publisher, agency, published, url (None: unknown). Its facts
        are read anew with that, and keep their corrections.

        UnknownFact where there is no such report; WrongValue for another field, a date that is none, where nothing would change,
        or without author or reason.
        """
        if unknown := [name for name in changes if name not in DESCRIBED]:
            raise WrongValue(f"“{unknown[0]}” cannot be told of a report: choose of {', '.join(DESCRIBED)}.")
        told = {name: _told(name, value) for name, value in changes.items()}
        document = self.document(document_id).model_copy(update=told)
        made = self.store.reports.describe(document, self._read(document), who=who, why=why)
        self._relate_anew(document)
        return made

    def _relate_anew(self, document: Document) -> None:
        """A report that has another day or publisher now may be another version of its story."""
        told = self.store.reports.story_of(document.document_id)
        if len(told) < 2 or self.is_withdrawn(document.document_id):
            return
        at = [other.document_id for other in told].index(document.document_id)
        own, others = self._said_now(document.document_id), [*told[:at], *told[at + 1 :]]
        beside = [version(other, self._said_now(other.document_id), document, own) for other in others]
        before, revised = succession(document, beside, {other.document_id for other in told[at + 1 :]})
        self.store.reports.relate(document.document_id, None if before is None else before.document_id, revised)

    def corrections_of(self, document_id: str, known: Known = NOW) -> list[Correction]:
        """What was done to the facts of a report by then, oldest first; of a withdrawn one too."""
        return self.store.corrections_of(document_id, known)

    def decisions_on(self, document_id: str | None = None, known: Known = NOW) -> list[ReportDecision]:
        """What was decided about reports (about one) by then, oldest first."""
        return self.store.reports.decisions(document_id, known.decided_until)


def _told(name: str, value: str | dt.date | None) -> str | dt.date | None:
    if name == "published":
        return value if isinstance(value, dt.date) else date_of((value or "").strip() or None)
    return without_unstorable(str(value or "")).strip() or None


def _storable(document: Document) -> Document:
    """The document with what no store can hold replaced one for one, in its text and in what is known of it."""
    kept = {name: without_unstorable(value) for name, value in document if isinstance(value, str)}
    if not kept["text"].strip() or not kept["document_id"].strip():
        raise WrongValue("A document needs an id and a text.")
    return document.model_copy(update=kept)
