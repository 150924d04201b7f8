"""A folder that is watched: each file is kept once it has stopped growing; what cannot be read stands in a report beside them."""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.documents.read import reports_under
from humsit.intake.drop import NOT_READ, refused_as_csv
from humsit.intake.keep import Incoming, Kept, Outcome, Refused, keep_file
from humsit.records import UnreadableInput, WrongValue
from humsit.situation import Situation

EVERY = 3.0
"""Seconds between two looks. Looking works on network drives too, where systems tell nobody of a new file."""
SETTLED = 2.0
"""Seconds for which a file must not have changed before it is read: it may still be on its way."""
Seen = tuple[int, int]
"""Size and moment of change, in nanoseconds."""


@dataclass
class Watch:
    """A folder under watch, and how it goes. Safe to look at from other threads while one runs it."""

    situation: Situation
    folder: Path
    metadata: Metadata = NOTHING_KNOWN
    every: float = EVERY
    settled: float = SETTLED
    now: Callable[[], float] = time.time
    kept: int = 0
    there_already: int = 0
    refused: dict[str, Refused] = field(default_factory=dict)
    """By path: what is mended goes out of it again."""
    said: str = ""
    """Why the folder cannot be looked at right now, where it cannot."""
    _done: dict[str, Seen] = field(default_factory=dict)
    _growing: dict[str, Seen] = field(default_factory=dict)
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        """Whether it was stopped."""
        return self._stop.is_set()

    def run(self) -> Iterator[Outcome]:
        """Look again and again until it is stopped, telling how each file goes."""
        while not self._stop.is_set():
            yield from self.look()
            self._stop.wait(self.every)

    def all_of_now(self) -> Iterator[Outcome]:
        """Look until every file that is there has been read; files that grow all the while are waited for."""
        yield from self.look()
        while self._growing and not self._stop.wait(self.every):
            yield from self.look()

    def stop(self) -> None:
        """Ask it to end after the file that it reads now."""
        self._stop.set()

    def look(self) -> Iterator[Outcome]:
        """Look once: keep what is new and has stopped growing."""
        new = told = False
        for path in self._ready():
            if self._stop.is_set():
                break
            for outcome in self._take(path):
                new = new or (isinstance(outcome, Kept) and outcome.new)
                told = True
                yield outcome
        if told:
            self._report()
        if new:
            self.situation.catch_up()

    def _ready(self) -> Iterator[Path]:
        """The files that were not taken as they are now, and were the same a moment ago."""
        self.said = "" if self.folder.is_dir() else f"{self.folder} cannot be opened now: check that it is there."
        if self.said:
            return
        there = set()
        for found in reports_under(self.folder):
            if isinstance(found, UnreadableInput):
                self.said = str(found)
                continue
            if found.name == NOT_READ:
                continue
            there.add(str(found))
            seen = _seen(found)
            if seen is None or self._done.get(str(found)) == seen:
                continue
            if self._has_settled(str(found), seen):
                yield found
        for gone in set(self.refused) - there if not self.said else ():
            del self.refused[gone]
            self._report()

    def _has_settled(self, path: str, seen: Seen) -> bool:
        old_enough = self.now() - seen[1] / 1e9 >= self.settled
        same = self._growing.get(path) == seen
        self._growing[path] = seen
        return old_enough or (same and self.settled <= self.every)

    def _take(self, path: Path) -> Iterator[Outcome]:
        seen = self._growing.pop(str(path))
        called = str(path.relative_to(self.folder))
        refused = None
        for outcome in keep_file(self.situation, Incoming(path, called), self.metadata):
            if isinstance(outcome, Refused):
                refused = refused or outcome
            elif isinstance(outcome, Kept) and outcome.new:
                self.kept += 1
            else:
                self.there_already += 1
            yield outcome
        self._done[str(path)] = seen
        self.refused.pop(str(path), None)
        if refused:
            self.refused[str(path)] = refused

    def _report(self) -> None:
        """Write which files could not be read into the folder itself, where whoever put them there sees it; nothing where all
        can be read.
        """
        at = self.folder / NOT_READ
        try:
            if self.refused:
                at.write_bytes(refused_as_csv(list(self.refused.values())))
            else:
                at.unlink(missing_ok=True)
        except OSError:  # a folder that may only be read is watched all the same
            return


def folder_to_watch(written: str) -> Path:
    """The folder that an analyst names. WrongValue where it is none, or cannot be opened."""
    path = Path(written.strip()).expanduser()
    if not written.strip() or not path.is_absolute():
        raise WrongValue(f"“{written}” is no whole path of a folder: write it from its root on, such as /home/ada/reports.")
    if not path.is_dir():
        raise WrongValue(f"{path} is no folder of this machine: check the path.")
    if not os.access(path, os.R_OK | os.X_OK):
        raise WrongValue(f"{path} cannot be opened: check its permissions.")
    return path.resolve()


def _seen(path: Path) -> Seen | None:
    """None for what is no plain file, or is gone: a link may lead out of the folder."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
