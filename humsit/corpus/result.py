"""The folder that a job writes to: Parquet files that are whole or not there, and a manifest that says which ones count."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any, Self

from humsit.corpus.reading import Part, Reading
from humsit.records import WrongValue

TABLES = ("figures", "conditions", "denials", "documents", "quarantine")
"""The folders of a result. Columns as in `humsit.tables`; those of `quarantine` are `document_id` and `reason`."""
MANIFEST = "manifest.jsonl"
LOCK = ".lock"
LAYOUT = 1


class Result:
    """A job's folder; a context manager that keeps other jobs out. A part counts once its line stands in the manifest.

    Raises WrongValue where the folder holds something else, cannot be written, or another job is at it.
    """

    def __init__(self, folder: Path, inputs: Sequence[str], reader: str) -> None:
        self.folder, self.inputs = folder, inputs
        self.head = {"layout": LAYOUT, "inputs": [_whole_name(name) for name in inputs], "reader": reader}
        self.finished: dict[str, Part] = {}
        self.wanted: set[str] = set()
        self.open = ExitStack()

    def __enter__(self) -> Self:
        if any(self.folder.resolve().is_relative_to(Path(name).resolve()) for name in self.inputs if name != "-"):
            raise WrongValue(f"{self.folder} lies among the inputs and would be read itself: name one outside with --output.")
        try:
            self._prepare()
        except OSError as reason:
            self.open.close()
            raise WrongValue(f"{self.folder} cannot be written ({reason.strerror}): name another with --output.") from reason
        except WrongValue:
            self.open.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.open.close()

    def _prepare(self) -> None:
        """Finds the parts that an earlier job finished, and clears away what it left half done."""
        self.folder.mkdir(parents=True, exist_ok=True)
        head, *parts = _lines_of(self.folder / MANIFEST) or [{}]
        if not head and any(path.name != LOCK for path in self.folder.iterdir()):
            raise WrongValue(f"{self.folder} holds other files: name an empty or a new folder with --output.")
        if head and any(head.get(key) != self.head[key] for key in ("layout", "inputs")):
            raise WrongValue(f"{self.folder} holds what other inputs gave: name another folder, or the same inputs.")
        self._lock()
        for table in TABLES:
            (self.folder / table).mkdir(exist_ok=True)
        if head.get("reader") == self.head["reader"]:
            found = (Part(**line) for line in parts)
            self.finished = {part.name: part for part in found if all(path.is_file() for path in self._paths(part.name))}
        self._keep_only(self.finished)

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows: two jobs in one folder are not told apart there
            return
        lock = self.open.enter_context((self.folder / LOCK).open("wb"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WrongValue(f"Another job is writing to {self.folder}: wait for its end, or name another folder.") from None

    def found(self, name: str) -> Part | None:
        """The part, where an earlier job finished it."""
        self.wanted.add(name)
        return self.finished.get(name)

    def write(self, reading: Reading) -> None:
        """Keeps what a batch gave: whole files first, then the manifest's line."""
        part = reading.part
        for table, path in zip(TABLES, self._paths(part.name), strict=True):
            _write(path, reading.files[table])
        with (self.folder / MANIFEST).open("ab") as manifest:
            manifest.write(_line(part))
            manifest.flush()
            os.fsync(manifest.fileno())
        self.finished[part.name] = part

    def complete(self) -> None:
        """All inputs are read: what they no longer hold goes."""
        self._keep_only(self.wanted)

    def _keep_only(self, names: Iterable[str]) -> None:
        self.finished = {name: self.finished[name] for name in sorted(names)}
        head = json.dumps(self.head, ensure_ascii=False).encode() + b"\n"
        _write(self.folder / MANIFEST, head + b"".join(map(_line, self.finished.values())))
        for table in TABLES:
            for path in (self.folder / table).iterdir():
                if path.suffix != ".parquet" or path.stem not in self.finished:
                    path.unlink()

    def _paths(self, name: str) -> list[Path]:
        return [self.folder / table / f"{name}.parquet" for table in TABLES]


def _whole_name(name: str) -> str:
    return name if name == "-" else str(Path(name).resolve())


def _line(part: Part) -> bytes:
    known = asdict(part)
    del known["reasons"]
    return json.dumps(known).encode() + b"\n"


def _lines_of(manifest: Path) -> list[dict[str, Any]]:
    """The manifest's objects, its head first; a last line that was not finished is no line."""
    if not manifest.is_file():
        return []
    *whole, _ = manifest.read_bytes().split(b"\n")
    return [json.loads(line) for line in whole]


def _write(path: Path, data: bytes) -> None:
    """The whole file or none, also where the machine stops in between; while it grows, its name is one that nobody reads."""
    growing = path.with_name(f".{path.name}.growing")
    with growing.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    growing.replace(path)
