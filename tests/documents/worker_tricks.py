"""What the tests of `documents.bounded` let a worker do; it imports this module."""

from __future__ import annotations

import os
import re
from pathlib import Path

from humsit.documents.extracted import Extracted, Part
from humsit.documents.metadata import Metadata
from humsit.records import UnreadableInput


def whole(data: bytes, name: str) -> Extracted:
    return Extracted(
        data.decode(), Metadata(title=name, found={"title": "here"}), page_starts=(0, 3), parts=(Part("a", b"\0\xff"),)
    )


def refused(data: bytes, name: str) -> Extracted:
    raise UnreadableInput(f"{name} is no good.")


def hanging(data: bytes, name: str) -> Extracted:
    (Path(data.decode()) / "worker").write_text(str(os.getpid()))
    re.match(r"(a+)+$", "a" * 60 + "b")  # holds the interpreter: nothing in the process itself could stop it
    return Extracted("")


def greedy(data: bytes, name: str) -> Extracted:
    return Extracted(str(len([bytes(10_000_000) for _ in range(500)])))


def crashing(data: bytes, name: str) -> Extracted:
    os.abort()


def broken(data: bytes, name: str) -> Extracted:
    raise KeyError("what a library raises")


def deep(data: bytes, name: str) -> Extracted:
    return deep(data, name)


def printing(data: bytes, name: str) -> Extracted:
    print("what a library prints", flush=True)
    os.write(1, b"and what its C code prints")
    return Extracted("whole")


def worker_id(data: bytes, name: str) -> Extracted:
    return Extracted(str(os.getpid()))


def waiting(data: bytes, name: str) -> Extracted:
    (Path(data.decode()) / "worker").write_text(str(os.getpid()))
    return Extracted("")
