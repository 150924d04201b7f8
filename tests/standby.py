"""A process that has imported humsit and stands by: each call is a process of its own, forked from it, without imports.

Calls that must begin from nothing (the README's, the wheel's, those that ask what is imported) start Python anew instead.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

CALL_BYTES = 1 << 20


def call(words: list[str], stdin: bytes, cwd: Path, environment: dict[str, str], seconds: float) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of `humsit WORDS`; subprocess.TimeoutExpired after so many seconds."""
    if sys.platform != "linux":  # elsewhere a process that has threads must not be forked
        command = [sys.executable, "-m", "humsit", *words]
        done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=environment, timeout=seconds, check=False)
        return done.returncode, done.stdout, done.stderr
    streams = [os.memfd_create(name) for name in ("stdin", "stdout", "stderr")]
    try:
        os.write(streams[0], stdin)
        os.lseek(streams[0], 0, os.SEEK_SET)
        code = _asked({"words": words, "cwd": str(cwd), "environment": environment}, streams, seconds)
        return code, *(os.pread(one, os.fstat(one).st_size, 0) for one in streams[1:])
    finally:
        for one in streams:
            os.close(one)


def _asked(what: dict[str, object], streams: list[int], seconds: float) -> int:
    standby = _standby()
    socket.send_fds(standby, [json.dumps(what).encode()], streams)
    process = int(standby.recv(64) or _gone())
    standby.settimeout(seconds)
    try:
        return int(standby.recv(64))
    except TimeoutError:
        os.kill(process, signal.SIGKILL)
        standby.settimeout(None)
        standby.recv(64)
        raise subprocess.TimeoutExpired(str(what["words"]), seconds) from None
    finally:
        standby.settimeout(None)


def _gone() -> int:
    raise RuntimeError("the process that stands by could not import humsit: what it says stands above")


@cache
def _standby() -> socket.socket:
    """The connection to the process that stands by; it ends with the connection, however this process ends."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, __file__, str(there.fileno())]
    subprocess.Popen(command, pass_fds=[there.fileno()], env=os.environ | {"OPENBLAS_NUM_THREADS": "1"})
    there.close()
    return here


def _import_everything() -> None:
    """All of humsit but its views, with the words and places that come with it: what a call loads, nothing that it decides."""
    import datasketch  # noqa: F401 # brings scipy along

    import humsit
    from humsit import home
    from humsit.records import Document
    from humsit.vocabulary import load_vocabulary

    for module in pkgutil.walk_packages(humsit.__path__, "humsit."):
        if not module.name.startswith("humsit.app"):
            importlib.import_module(module.name)
    for seed in home.seeds_folder().glob("*.txt"):
        humsit.find_facts(Document(document_id="d", text=seed.read_text(encoding="utf-8")))
    load_vocabulary(None)


def _serve(asking: socket.socket) -> None:
    """Forks for each call; returns in the process that has become one, and where nobody asks any more."""
    while True:
        message, streams, _, _ = socket.recv_fds(asking, CALL_BYTES, 3)
        if not message:
            sys.exit()
        process = os.fork()
        if not process:
            asking.close()
            _become(json.loads(message), streams)
            return
        for stream in streams:
            os.close(stream)
        asking.send(str(process).encode())
        asking.send(str(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])).encode())


def _become(what: dict[str, object], streams: list[int]) -> None:
    """This process is now what a fresh one with these streams, folder and environment would be."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115 # streams, not files
    sys.stderr = open(2, "w", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    os.chdir(str(what["cwd"]))
    os.environ.clear()
    os.environ.update(what["environment"])  # type: ignore[arg-type]
    sys.argv = ["humsit", *what["words"]]  # type: ignore[misc]


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])
    _import_everything()
    from humsit.__main__ import main

    gc.freeze()
    _serve(socket.socket(fileno=int(sys.argv[1])))
    main()
