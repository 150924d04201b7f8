"""Very many files in one drop: one is read and kept at a time, so that memory stays flat however many there are.

A drop can be stopped after any file: what is kept is kept, and the same files dropped again go on where it stopped.
"""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.documents.read import reports_under
from humsit.intake.keep import Incoming, Outcome, Passed, Refused, keep_file
from humsit.records import UnreadableInput
from humsit.situation import Situation
from humsit.tables.text import FORMULA_STARTS, MARK


class Stage(StrEnum):
    """How far a drop is."""

    WAITING = "waiting"
    READING = "reading"
    COMPARING = "comparing"
    """All is kept, and what it says is being compared."""
    STOPPED = "stopped"
    DONE = "done"


@dataclass
class Drop:
    """Files on their way in, and how it goes. Safe to look at from other threads while one runs it."""

    situation: Situation
    incoming: Sequence[Incoming]
    metadata: Metadata = NOTHING_KNOWN
    done: int = 0
    """Files looked at, of `total`."""
    kept: int = 0
    """Reports that are new."""
    there_already: int = 0
    """Reports, and files passed over unread, that were kept before."""
    figures: int = 0
    refused: list[Refused] = field(default_factory=list)
    stage: Stage = Stage.WAITING
    said: str = ""
    """Why the drop itself ended early, where it did."""
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def total(self) -> int:
        """Files in the drop."""
        return len(self.incoming)

    @property
    def is_over(self) -> bool:
        """Whether nothing goes on any more."""
        return self.stage in (Stage.STOPPED, Stage.DONE)

    def run(self) -> None:
        """Read and keep until all is done, or until somebody stops it."""
        for _ in self.outcomes():
            pass

    def outcomes(self) -> Iterator[Outcome]:
        """The same, telling how each report goes; compares what the new ones say at the end, also when it is stopped."""
        self.stage = Stage.READING
        try:
            for one in self.incoming:
                if self._stop.is_set():
                    break
                yield from self.count(keep_file(self.situation, one, self.metadata))
                self.done += 1
            self.stage = Stage.COMPARING
            self.situation.catch_up()
        except Exception as reason:
            self.said = str(reason)
            raise
        finally:
            self.stage = Stage.DONE if self.done == self.total else Stage.STOPPED

    def stop(self) -> None:
        """Ask it to end after the file that it reads now."""
        self._stop.set()

    def again(self) -> Drop:
        """A drop of the same files, which passes over what this one kept."""
        return Drop(self.situation, self.incoming, self.metadata)

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


def files_in(inputs: Sequence[str]) -> Iterator[Incoming | Refused]:
    """The files that inputs stand for, folders with all that is in them, in order; in the place of what is none, why."""
    for name in inputs:
        if not Path(name).is_dir():
            yield Incoming(Path(name), name) if Path(name).exists() else Refused(name, f"{name} does not exist: check the name.")
            continue
        empty = True
        for found in reports_under(Path(name)):
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
