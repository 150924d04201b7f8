"""Calls of the command line through real processes, and what they said."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from standby import call

DONE, SOME_INPUT_MISSING, WRONG_CALL = 0, 1, 2

Run = Callable[..., subprocess.CompletedProcess[str]]


def caller(folder: Path) -> Run:
    """Calls humsit in an empty folder, with a store and a data folder of its own."""
    here = folder / "here"
    here.mkdir()
    environment = os.environ | {"HUMSIT_STORE": str(folder / "store.db"), "HUMSIT_DATA": str(folder / "data")}

    def humsit(*words: object, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        command = list(map(str, words))
        code, out, err = call(command, given, cwd=here, environment=environment, seconds=60)
        said = subprocess.CompletedProcess(["humsit", *command], code, out.decode(), err.decode())
        assert "Traceback" not in said.stderr, said.stderr
        return said

    return humsit


def done(said: subprocess.CompletedProcess[str]) -> str:
    """The output of a call that went well and had nothing to complain about."""
    assert (said.returncode, said.stderr) == (DONE, "")
    return said.stdout


def rows(said: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.stdout.splitlines()]


def complaints(said: subprocess.CompletedProcess[str]) -> list[str]:
    """What stands on standard error, one sentence a line, each beginning with the program's name."""
    lines = said.stderr.splitlines()
    assert all(line.startswith("humsit: ") and line.endswith(".") for line in lines), said.stderr
    return lines
