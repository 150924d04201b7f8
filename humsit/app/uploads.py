"""Files that an analyst drops: a few are read at once, many become a job with its files on disk.

Streamlit holds what is uploaded in memory until the field that took it is gone: so files are written to disk one after the other,
and the field makes way for an empty one. What does not fit into memory comes as a ZIP, or as a folder of this machine.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from humsit.app.words import adding as said
from humsit.app.words import arriving as words
from humsit.documents.formats import ALL
from humsit.documents.metadata import SIDECAR, Metadata
from humsit.documents.read import read_file
from humsit.intake.keep import Incoming
from humsit.records import Document, UnreadableInput

FEW, SMALL = 5, 10_000_000
"""So many files, of so many bytes together, are shown one by one; more become a job."""
LARGEST = 200
"""Megabytes of one uploaded file."""
PACKED = (".zip", ".gz", ".jsonl", ".ndjson", ".mbox")
"""Endings of files that may hold very many reports: they become a job too."""
_ENDING = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}$")


@dataclass(frozen=True, slots=True)
class Given:
    """What was dropped, and whether it is to be kept unseen."""

    files: Sequence[Any]
    unseen: bool

    @property
    def are_few(self) -> bool:
        """Whether they are read at once and shown one by one."""
        small = sum(file.size for file in self.files) <= SMALL
        packed = any(file.name.lower().endswith(PACKED) for file in self.files)
        return not self.unseen and len(self.files) <= FEW and small and not packed

    def read(self, metadata: Metadata) -> list[Document | str]:
        """The reports in a few files; in the place of what cannot be read, why."""
        with tempfile.TemporaryDirectory(prefix="humsit-") as folder:
            incoming = spooled(self.files, Path(folder))
            found = [one for file in incoming for one in read_file(file.path, metadata, called=file.called)]
        return [str(one) if isinstance(one, UnreadableInput) else one for one in found]


def ask_for_files() -> Given | None:
    """The place to drop files; None until a button is pressed."""
    with st.form("documents_files_form", border=False, enter_to_submit=False):
        st.file_uploader(
            said.drop_here(", ".join(format.name for format in ALL), LARGEST),
            accept_multiple_files=True,
            key=_key(),
            max_upload_size=LARGEST,
        )
        with st.container(horizontal=True):
            look = st.form_submit_button(words.LOOK, key="documents_look", type="primary")
            unseen = st.form_submit_button(words.KEEP_UNSEEN, key="documents_keep_unseen")
    return Given(st.session_state.get(_key()) or [], unseen) if look or unseen else None


def _key() -> str:
    return f"documents_files_{st.session_state.get('documents_turn', 0)}"


def make_way() -> None:
    """Let go of the uploaded files: the next run shows another, empty field."""
    st.session_state["documents_turn"] = st.session_state.get("documents_turn", 0) + 1


def spooled(files: Sequence[Any], folder: Path) -> list[Incoming]:
    """The files on disk, under names of our own; what stands beside a report (its metadata) stands beside it there too."""
    stems: dict[str, str] = {}
    incoming = []
    for number, file in enumerate(files):
        name = Path(file.name.replace("\\", "/")).name
        is_sidecar = name.endswith(SIDECAR)
        ending = SIDECAR if is_sidecar else _ending(name)
        stem = stems.setdefault(name.removesuffix(ending) if is_sidecar else name[: len(name) - len(ending)], f"{number:06}")
        path = folder / f"{stem}{ending}"
        if path.exists():
            path = folder / f"{number:06}-again{ending}"
        path.write_bytes(file.getbuffer())
        if not is_sidecar:
            incoming.append(Incoming(path, file.name))
    return incoming


def _ending(name: str) -> str:
    found = _ENDING.search(name.lower())
    if found is None or found.start() == 0:
        return ""
    ending = found.group()
    return ending if ending.endswith(".gz") else f".{ending.rpartition('.')[2]}"
