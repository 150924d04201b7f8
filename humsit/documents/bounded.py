"""A file is taken apart in a process of its own, within stated limits, so that a bad one costs a sentence.

Libraries that open PDF, Office files, web pages and mails can hang, eat memory or crash on a hostile file. `extracted` lets a
worker process do it (`documents.worker`): started once, reused for many files, killed and replaced when it overruns. A worker
ends with the process that started it, also where that is killed: its input ends, and a hanging one has a timer of its own.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from struct import Struct
from typing import Any

from humsit.documents.extracted import Extracted
from humsit.records import UnreadableInput

MOST_SECONDS = 60.0
"""For one file in a worker: the longest real reports take a tenth of it."""
MOST_MEMORY = 1_500_000_000
"""Bytes of address space of one worker: three times what the largest real reports need, and less than the smallest desk has."""
MOST_WORKERS = 2
"""Files that are taken apart at the same time, so that one slow file does not keep all others waiting."""
FILES_OF_A_WORKER = 200
"""After so many a worker is replaced: what its libraries did not give back is freed with it."""
MOST_ANSWER = 500_000_000
"""Bytes of an answer: text and attachments as JSON spells them."""

SIZES = Struct(">QQ")
"""Before a question: how long its header and its data are."""
SIZE = Struct(">Q")
"""Before an answer: how long it is."""
PACKAGES = str(Path(__file__).resolve().parents[2])
START = "import sys; sys.path.append({packages!r}); from humsit.documents.worker import serve; serve({memory})"


def extracted(function: Callable[[bytes, str], Extracted], data: bytes, name: str) -> Extracted:
    """What `function`, of a module's top level, takes out of `data`, run in a worker within these limits.

    Raises UnreadableInput, naming `name`: what the function raised, or that the file overran a limit or broke the library.
    """
    with _PLACES:
        worker = _taken()
        had_files = worker.files > 0
        answer = worker.ask(function, data, name)
        if answer is None and had_files and not worker.overran:
            worker = _Worker()  # what earlier files left in the old one is not this file's fault
            answer = worker.ask(function, data, name)
        if answer is None:
            raise UnreadableInput(_overrun(name, worker))
        _given_back(worker)
    if "refused" in answer:
        raise UnreadableInput(answer["refused"])
    return Extracted.of_plain(answer)


def _overrun(name: str, worker: _Worker) -> str:
    if worker.overran:
        return f"{name} was given up after {MOST_SECONDS:g} seconds: it is made to take very long, or damaged; save it again."
    megabytes = MOST_MEMORY // 1_000_000
    return f"{name} needs more than {megabytes} MB of memory to open, or is so damaged that its reader breaks: save it again."


class _Worker:
    """One worker process: a question at a time."""

    def __init__(self) -> None:
        self.files = 0
        self.overran = False
        start = START.format(packages=PACKAGES, memory=MOST_MEMORY)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", start],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def ask(self, function: Callable[[bytes, str], Extracted], data: bytes, name: str) -> dict[str, Any] | None:
        """The answer; None where there is none, and the worker is gone."""
        self.files += 1
        alarm = threading.Timer(MOST_SECONDS, self._overrun)
        alarm.daemon = True
        alarm.start()
        try:
            answer = self._exchanged(function, data, name)
        except (OSError, EOFError):
            answer = None
        except BaseException:
            self.end()
            raise
        finally:
            alarm.cancel()
        if answer is None or "spent" in answer:
            self.end()
            return None
        return answer

    def _exchanged(self, function: Callable[[bytes, str], Extracted], data: bytes, name: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        asked = {"module": function.__module__, "function": function.__qualname__, "name": name, "seconds": MOST_SECONDS}
        header = json.dumps(asked).encode()
        for piece in (SIZES.pack(len(header), len(data)), header, data):
            self._process.stdin.write(piece)
        self._process.stdin.flush()
        (size,) = SIZE.unpack(self._received(SIZE.size))
        if size > MOST_ANSWER:
            raise EOFError
        found: dict[str, Any] = json.loads(self._received(size))
        return found

    def _received(self, size: int) -> bytes:
        assert self._process.stdout is not None
        data = self._process.stdout.read(size)
        if len(data) < size:
            raise EOFError
        return data

    def _overrun(self) -> None:
        self.overran = True
        self._process.kill()

    def end(self) -> None:
        """Kill it, and wait until it is gone."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)
        self._process.wait()

    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was not sent any more has nobody to read it
        return


_PLACES = threading.BoundedSemaphore(MOST_WORKERS)
_IDLE: list[_Worker] = []
_LOCK = threading.Lock()


def _taken() -> _Worker:
    """A worker that waits, or a new one."""
    with _LOCK:
        while _IDLE:
            worker = _IDLE.pop()
            if worker.alive():
                return worker
    return _Worker()


def _given_back(worker: _Worker) -> None:
    if worker.files >= FILES_OF_A_WORKER:
        worker.end()
        return
    with _LOCK:
        _IDLE.append(worker)


@atexit.register
def end_workers() -> None:
    """End the workers that wait."""
    with _LOCK:
        while _IDLE:
            _IDLE.pop().end()


def _forget() -> None:
    """In a forked child the workers are the parent's: it has none."""
    global _PLACES, _LOCK
    _IDLE.clear()
    _PLACES, _LOCK = threading.BoundedSemaphore(MOST_WORKERS), threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
