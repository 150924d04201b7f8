"""Long work behind the views: it goes on while analysts look at other things, and whoever opens the view sees how far it is.

Known to one server only. What a server that ends had not kept yet is dropped again; what was kept is passed over.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st
from streamlit.logger import get_logger

from humsit.intake.drop import Drop, Stage, Survey
from humsit.intake.watch import Watch
from humsit.situation import Situation


@dataclass
class Job:
    """A drop under way, and the folder that holds its files until all of them are kept or it is forgotten."""

    work: Survey | Drop
    spool: TemporaryDirectory[str] | None = None
    name: str = field(default_factory=lambda: uuid.uuid4().hex)

    def start(self) -> None:
        """Go on from where it is, in a thread of its own."""
        in_background(self._run)

    def tidy(self) -> None:
        """Take its files off the disk; what was kept stays kept."""
        if self.spool is not None:
            self.spool.cleanup()

    def _run(self) -> None:
        self.work.run()
        if isinstance(self.work, Drop) and self.work.stage is Stage.DONE:
            self.tidy()


class Jobs:
    """The drops and the watched folders of this server. Safe to share between threads."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._watches: dict[Path, Watch] = {}
        self._lock = threading.Lock()

    def start(self, work: Survey | Drop, spool: TemporaryDirectory[str] | None = None) -> Job:
        """Have it done behind the views."""
        job = Job(work, spool)
        with self._lock:
            self._jobs[job.name] = job
        job.start()
        return job

    def replace(self, job: Job, work: Survey | Drop) -> None:
        """Have the next step of a job done, with the same files."""
        job.work = work
        job.start()

    def of(self, situation: Situation) -> list[Job]:
        """The drops into one store, the oldest first."""
        with self._lock:
            return [job for job in self._jobs.values() if job.work.situation is situation]

    def forget(self, job: Job) -> None:
        """Let go of a job and of the files that it holds; what was kept stays kept."""
        job.work.stop()
        with self._lock:
            self._jobs.pop(job.name, None)
        job.tidy()

    def watch(self, watch: Watch) -> None:
        """Watch a folder until it is stopped; one that is watched already goes on as it is."""
        with self._lock:
            if watch.folder in self._watches and not self._watches[watch.folder].is_over:
                return
            self._watches[watch.folder] = watch
        in_background(lambda: [None for _ in watch.run()])

    def watched(self, situation: Situation) -> list[Watch]:
        """The folders that are watched for one store."""
        with self._lock:
            return [watch for watch in self._watches.values() if watch.situation is situation and not watch.is_over]


def in_background(work: Callable[[], object]) -> None:
    """Runs it in a thread that ends with the server; what goes wrong is logged."""

    def run() -> None:
        try:
            work()
        except Exception:
            get_logger(__name__).exception("work behind the views ended early")

    threading.Thread(target=run, daemon=True).start()


@st.cache_resource(show_spinner=False)
def jobs() -> Jobs:
    """The one of this server."""
    return Jobs()
