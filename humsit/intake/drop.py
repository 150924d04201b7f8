"""Very many files in one drop: one is read and kept at a time, so that memory stays flat however many there are.

A drop can be stopped after any file: what is kept is kept, and the same files dropped again go on where it stopped.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.documents.oddities import Odd, oddities
from humsit.documents.read import read_file, reports_under
from humsit.intake.keep import Incoming, Outcome, Passed, Refused, broken, keep_file, key_of
from humsit.records import Document, UnreadableInput
from humsit.situation import Situation
from humsit.tables.text import FORMULA_STARTS, MARK

NOT_READ = "humsit-not-read.csv"
"""What a watched folder holds beside its reports: which of its files could not be read, and why."""


class Stage(StrEnum):
    """How far a drop is."""

    WAITING = "waiting"
    READING = "reading"
    COMPARING = "comparing"
    """All is kept, and what it says is being compared."""
    STOPPED = "stopped"
    DONE = "done"


@dataclass
class Batch:
    """Files on their way, and how far it is. Safe to look at from other threads while one runs it."""

    situation: Situation
    incoming: Sequence[Incoming]
    metadata: Metadata = NOTHING_KNOWN
    done: int = 0
    """Files looked at, of `total`."""
    there_already: int = 0
    """Reports, and files passed over unread, that were kept before."""
    refused: list[Refused] = field(default_factory=list)
    stage: Stage = Stage.WAITING
    said: str = ""
    """Why it ended early by itself, where it did."""
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def total(self) -> int:
        """Files in it."""
        return len(self.incoming)

    @property
    def is_over(self) -> bool:
        """Whether nothing goes on any more."""
        return self.stage in (Stage.STOPPED, Stage.DONE)

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to end, and ends after the file that it reads now."""
        return self._stop.is_set() and not self.is_over

    def run(self) -> None:
        """Go on until all is done, or until somebody stops it."""
        for _ in self.outcomes():
            pass

    def outcomes(self) -> Iterator[Outcome]:
        """The same, telling how each report goes; after it was stopped, from there on."""
        self._stop.clear()
        self.stage = Stage.READING
        try:
            for one in self.incoming[self.done :]:
                if self._stop.is_set():
                    break
                yield from self.take(one)
                self.done += 1
            self.finish()
        except Exception as reason:
            self.said = str(reason)
            raise
        finally:
            self.stage = Stage.DONE if self.done == self.total else Stage.STOPPED

    def stop(self) -> None:
        """Ask it to end after the file that it reads now."""
        self._stop.set()

    def take(self, incoming: Incoming) -> Iterator[Outcome]:
        """What becomes of one file."""
        raise NotImplementedError

    def finish(self) -> None:
        """What is done when no file is left, or when it was stopped."""


@dataclass
class Drop(Batch):
    """Files that are kept. What is new is compared at the end, also of a drop that was stopped."""

    kept: int = 0
    """Reports that are new."""
    figures: int = 0
    wanted: frozenset[str] | None = None
    """The ids of the reports that were chosen; None: all."""
    undated: dt.date | None = None
    """The day of publication of reports that name none."""

    def again(self) -> Drop:
        """A drop of the same files, which passes over what this one kept."""
        return Drop(self.situation, self.incoming, self.metadata, wanted=self.wanted, undated=self.undated)

    def take(self, incoming: Incoming) -> Iterator[Outcome]:
        """Keeps what is in the file."""
        return self.count(keep_file(self.situation, incoming, self.metadata, self._choose))

    def finish(self) -> None:
        """Compares what is new, so that whoever looks next need not wait."""
        self.stage = Stage.COMPARING
        self.situation.catch_up()

    def count(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, counted on their way."""
        for outcome in outcomes:
            if isinstance(outcome, Refused):
                self.refused.append(outcome)
            elif isinstance(outcome, Passed) or not outcome.new:
                self.there_already += 1
            else:
                self.kept += 1
                self.figures += outcome.figures
            yield outcome

    def _choose(self, document: Document) -> Document | None:
        if self.wanted is not None and document.document_id not in self.wanted:
            return None
        return dated(document, self.undated)


SHOWN_BESIDE = frozenset({Odd.NO_DATE, Odd.NO_PUBLISHER})
"""What is odd about very many reports at once, and shows in the columns beside."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of a report before it is kept; its text is not held."""

    called: str
    document_id: str
    title: str | None
    publisher: str | None
    agency: str | None
    published: dt.date | None
    figures: int
    conditions: int
    odd: tuple[str, ...]
    """What looks odd about it, a sentence each."""
    there: bool
    """Whether it is kept already."""


@dataclass
class Survey(Batch):
    """Files that are looked at, and not kept."""

    reports: list[Report] = field(default_factory=list)

    def drop(self, wanted: Iterable[str] | None = None, undated: dt.date | None = None) -> Drop:
        """The drop that keeps the reports seen here: all of them, or those with these ids."""
        chosen = None if wanted is None else frozenset(wanted)
        return Drop(self.situation, self.incoming, self.metadata, wanted=chosen, undated=undated)

    def take(self, incoming: Incoming) -> Iterator[Outcome]:
        """Looks at what is in the file."""
        try:
            if self.situation.store.received.known([key_of(incoming.path, self.metadata)]):
                self.there_already += 1
                return
            for found in read_file(incoming.path, self.metadata, called=incoming.called):
                if isinstance(found, UnreadableInput):
                    self.refused.append(Refused(incoming.called, str(found)))
                else:
                    self._look(found, incoming.called)
        except Exception as reason:  # a file that breaks the reader must not end the survey
            self.refused.append(broken(incoming.called, reason))
        yield from ()

    def _look(self, document: Document, called: str) -> None:
        there = self.situation.store.document(document.document_id) is not None
        facts = self.situation.preview(document)
        kinds = Counter(fact.kind for fact in facts)
        told = document.title, document.publisher, document.agency, document.published
        odd = tuple(
            oddity.says
            for oddity in oddities(document, facts, languages=self.situation.languages)
            if oddity.kind not in SHOWN_BESIDE
        )
        self.reports.append(Report(called, document.document_id, *told, kinds["figure"], kinds["condition"], odd, there))


def dated(document: Document, undated: dt.date | None) -> Document:
    """The document with the day of publication that is given for reports that name none."""
    return document.model_copy(update={"published": undated}) if undated and document.published is None else document


def files_in(inputs: Sequence[str]) -> Iterator[Incoming | Refused]:
    """The files that inputs stand for, folders with all that is in them, in order; in the place of what is none, why."""
    for name in inputs:
        if not Path(name).is_dir():
            yield Incoming(Path(name), name) if Path(name).exists() else Refused(name, f"{name} does not exist: check the name.")
            continue
        empty = True
        for found in reports_under(Path(name)):
            if isinstance(found, Path) and found.name == NOT_READ:
                continue
            empty = False
            yield Refused(name, str(found)) if isinstance(found, UnreadableInput) else Incoming(found, str(found))
        if empty:
            yield Refused(name, f"{name} holds no report: put files into it that humsit reads.")


def refused_as_csv(refused: Sequence[Refused]) -> bytes:
    """A table of what was refused, for a spreadsheet: no cell of it is run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["file", "reason"])
    writer.writerows([_cell(one.called), _cell(one.reason)] for one in refused)
    return out.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return MARK + text if text[:1] in {*FORMULA_STARTS, MARK} else text
