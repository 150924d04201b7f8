"""Processes that have imported humsit and stand by: each call, each server is a process of its own, forked from one of them.

What must begin from nothing (the README's calls, the wheel's, what asks which modules are imported) starts Python anew instead.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

CLONE = Path(__file__).resolve().parents[1]
MESSAGE_BYTES = 1 << 20
CAN_FORK = sys.platform == "linux"
"""Elsewhere a process that has threads must not be forked: there Python is started anew."""


def call(words: list[str], stdin: bytes, cwd: Path, environment: dict[str, str], seconds: float) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of `humsit WORDS`; subprocess.TimeoutExpired after so many seconds."""
    if not CAN_FORK:
        command = [sys.executable, "-m", "humsit", *words]
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=environment, timeout=seconds, check=False)
        return done.returncode, done.stdout, done.stderr
    streams = [os.memfd_create(name) for name in ("stdin", "stdout", "stderr")]
    try:
        os.write(streams[0], stdin)
        os.lseek(streams[0], 0, os.SEEK_SET)
        called = Forked(_standby("humsit"), words, streams, cwd, environment)
        try:
            code = called.wait(seconds)
        except subprocess.TimeoutExpired:
            called.kill()
            raise
        return code, *(os.pread(one, os.fstat(one).st_size, 0) for one in streams[1:])
    finally:
        for one in streams:
            os.close(one)


class Process(Protocol):
    """What `streamlit` gives: a subprocess.Popen, or what behaves like one."""

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...


def streamlit(words: list[str], log: Path, cwd: Path, environment: dict[str, str], *, forked: bool = True) -> Process:
    """`streamlit WORDS`, which writes what it says into `log`; `forked`: from the process that stands by, where that can be."""
    with log.open("wb") as out:
        if not (forked and CAN_FORK):
            command = [sys.executable, "-m", "streamlit", *words]
            return subprocess.Popen(command, cwd=cwd, env=environment, stdout=out, stderr=subprocess.STDOUT)
        with Path(os.devnull).open("rb") as nothing:
            streams = [nothing.fileno(), out.fileno(), out.fileno()]
            return Forked(_standby("streamlit", environment["PYTHONPATH"]), words, streams, cwd, environment)


class Forked:
    """A process that a standing-by one has forked; ended, asked and waited for as a subprocess.Popen is."""

    def __init__(
        self, standby: socket.socket, words: list[str], streams: list[int], cwd: Path, environment: dict[str, str]
    ) -> None:
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        what = {"words": words, "cwd": str(cwd), "environment": environment}
        socket.send_fds(standby, [json.dumps(what).encode()], [its.fileno(), *streams])
        its.close()
        self._told = ours
        self._code: int | None = None
        self._process = os.pidfd_open(int(ours.recv(64) or _gone()))

    def poll(self) -> int | None:
        """Its exit code, None while it runs."""
        if self._code is None and select.select([self._told], [], [], 0)[0]:
            self._code = int(self._told.recv(64))
            self._told.close()
            os.close(self._process)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code; subprocess.TimeoutExpired where it still runs after so many seconds."""
        if self._code is None and not select.select([self._told], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("a forked process", timeout or 0)
        code = self.poll()
        assert code is not None
        return code

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, what: signal.Signals) -> None:
        if self.poll() is None:
            signal.pidfd_send_signal(self._process, what)


def _gone() -> int:
    raise RuntimeError("the process that stands by could not import humsit: what it says stands above")


@cache
def _standby(what: str, path: str = "") -> socket.socket:
    """The connection to the process that stands by; it ends with the connection, however this process ends."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "HUMSIT_TEST_OUTSIDE": os.devnull}
    environment |= {"PYTHONPATH": path} if path else {}
    command = [sys.executable, __file__, str(there.fileno()), what]
    subprocess.Popen(command, pass_fds=[there.fileno()], cwd=CLONE, env=environment)
    there.close()
    return here


# --- in the process that stands by


def _ready_to_call() -> Callable[[], object]:
    """All of humsit but its views, with the words and places that come with it: what a call loads, nothing that it decides."""
    import datasketch  # noqa: F401 # brings scipy along

    import humsit
    from humsit import home
    from humsit.__main__ import main
    from humsit.records import Document
    from humsit.vocabulary import load_vocabulary

    for module in pkgutil.walk_packages(humsit.__path__, "humsit."):
        if not module.name.startswith("humsit.app"):
            importlib.import_module(module.name)
    for seed in home.seeds_folder().glob("*.txt"):
        humsit.find_facts(Document(document_id="d", text=seed.read_text(encoding="utf-8")))
    load_vocabulary(None)
    return main


def _ready_to_serve() -> Callable[[], object]:
    """The same with the views, Streamlit and its server."""
    _ready_to_call()
    from streamlit.web import bootstrap  # noqa: F401
    from streamlit.web.cli import main

    import humsit.app  # noqa: F401

    return main


def _forking(asking: socket.socket) -> dict[str, Any]:
    """Forks for each call. Returns in the process that has become one, with what was asked; ends this one when nobody asks."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # keepers, who tell themselves how it ended
    while True:
        message, descriptors, _, _ = socket.recv_fds(asking, MESSAGE_BYTES, 4)
        if not message:
            os._exit(0)
        if not os.fork():
            asking.close()
            told, *streams = descriptors
            _keep(socket.socket(fileno=told))
            _take(streams)
            return dict(json.loads(message))
        for descriptor in descriptors:
            os.close(descriptor)


def _keep(told: socket.socket) -> None:
    """Forks once more, and returns in the new process; in this one waits for it and tells its number and its exit code."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    process = os.fork()
    if process:
        told.send(str(process).encode())
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        told.send(str(code).encode())
        os._exit(0)
    told.close()


def _take(streams: list[int]) -> None:
    """Standard input, output and error are these from now on."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115 # streams, not files
    sys.stderr = open(2, "w", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115


def _become(what: str, asking: socket.socket) -> None:
    run = {"humsit": _ready_to_call, "streamlit": _ready_to_serve}[what]()
    gc.freeze()
    asked = _forking(asking)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    if guard := sys.modules.get("sitecustomize"):
        guard._TOLD = os.environ.get("HUMSIT_TEST_OUTSIDE", "")  # type: ignore[attr-defined] # tests/browser/guard
    sys.argv = [what, *asked["words"]]
    run()


if __name__ == "__main__":
    sys.path[0] = str(CLONE)
    _become(sys.argv[2], socket.socket(fileno=int(sys.argv[1])))
