"""The other side of `documents.bounded`: a process that takes files apart, one after the other, until its input ends."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import sys
import threading
from importlib import import_module
from queue import SimpleQueue
from typing import Any, BinaryIO

from humsit.documents.bounded import SIZE, SIZES
from humsit.records import HumsitError

GRACE = 10.0
"""Seconds after its time is up: then nobody is left who would have killed it."""


def serve(memory: int) -> None:
    """Answer questions from standard input on standard output, with at most `memory` bytes of address space."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asked; its end ends this one
    answers = _own_output()
    _bound_memory(memory)
    questions: SimpleQueue[tuple[dict[str, Any], bytes]] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, questions), daemon=True).start()
    while True:
        header, data = questions.get()
        # a library that hangs in C lets no Python run: this timer is a thread of the system's own
        faulthandler.dump_traceback_later(header["seconds"] + GRACE, exit=True)
        answer = json.dumps(_answer(header, data)).encode()
        faulthandler.cancel_dump_traceback_later()
        answers.write(SIZE.pack(len(answer)))
        answers.write(answer)
        answers.flush()


def _listen(stream: BinaryIO, questions: SimpleQueue[tuple[dict[str, Any], bytes]]) -> None:
    """Take questions as they come; end the process with its input, whatever it is doing."""
    try:
        while sizes := stream.read(SIZES.size):
            header, data = (stream.read(size) for size in SIZES.unpack(sizes))
            questions.put((json.loads(header), data))
    finally:
        os._exit(0)


def _answer(header: dict[str, Any], data: bytes) -> dict[str, Any]:
    name = header["name"]
    try:
        found = getattr(import_module(header["module"]), header["function"])(data, name).plain()
    except HumsitError as reason:
        return {"refused": str(reason)}
    except ImportError as reason:
        return {"refused": f"{name} cannot be read: {reason.name} is missing or broken here; install humsit again."}
    except MemoryError:
        return {"spent": "memory"}
    except RecursionError:
        return {"refused": f"{name} is nested too deeply to be read: save it again, or copy its text."}
    except Exception:  # a library met what it did not foresee: a broken file, not a broken program
        return {
            "refused": f"{name} is damaged and cannot be opened: fetch it again, or open it in its program and save it again."
        }
    return dict(found)


def _own_output() -> BinaryIO:
    """Standard output for answers alone: what a library prints goes nowhere."""
    own = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return own


def _bound_memory(most: int) -> None:
    """Where the system can (Linux): asking for more fails, and the file is refused."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; those of time and output hold
        return
    for limit, most_of_it in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (most_of_it, most_of_it))
        except (ValueError, OSError):  # macOS knows the name but refuses
            continue
