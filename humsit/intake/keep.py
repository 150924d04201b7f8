"""One file kept: what is in it, what of it was kept already, and what is refused, each with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from humsit.documents.language import unread
from humsit.documents.metadata import NOTHING_KNOWN, SIDECAR, Metadata
from humsit.documents.read import read_file
from humsit.records import Document, HumsitError, UnreadableInput
from humsit.situation import Situation


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came in."""

    path: Path
    called: str
    """As whoever sent it calls it; only shown, never used as a path."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that is kept; `new`: since now."""

    called: str
    document_id: str
    title: str
    figures: int
    conditions: int
    new: bool
    printing: bool = False
    """It was there already, and that it was printed here too is new."""
    withdrawn: bool = False
    """It was there already, and is withdrawn."""
    unread: str | None = None
    """What of it is in a language that is not read, as one sentence."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that came before, all of which is kept: it was not read again."""

    called: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What cannot be kept, and one sentence that says why and what to do."""

    called: str
    reason: str


Outcome: TypeAlias = Kept | Passed | Refused


Choose: TypeAlias = Callable[[Document], Document | None]
"""Which reports of a file are wanted, and what is said of them beside what they say themselves; None: not this one."""


def keep_file(
    situation: Situation, incoming: Incoming, metadata: Metadata = NOTHING_KNOWN, choose: Choose | None = None
) -> Iterator[Outcome]:
    """Keeps the reports in one file, one after the other, and says how it went; never raises for what is in the file.

    A file of which everything is kept is known by its bytes when it comes again, and passed over unread.
    """
    try:
        key = key_of(incoming.path, metadata)
    except OSError as reason:
        yield Refused(incoming.called, f"{incoming.called} cannot be opened ({reason.strerror or reason}): check the file.")
        return
    if situation.store.received.known([key]):
        yield Passed(incoming.called)
        return
    found = read_file(incoming.path, metadata, called=incoming.called)
    whole = True

    def wanted() -> Iterator[Document | UnreadableInput]:
        nonlocal whole
        for one in found:
            if (chosen := choose(one) if choose and isinstance(one, Document) else one) is None:
                whole = False
            else:
                yield chosen

    for outcome in keep_documents(situation, wanted(), incoming.called):
        whole = whole and isinstance(outcome, Kept)
        yield outcome
    if whole:
        situation.store.received.note(key)


def keep_documents(situation: Situation, found: Iterable[Document | UnreadableInput], called: str) -> Iterator[Outcome]:
    """Keeps documents as they are read; what goes wrong with one is told in its place."""
    documents = iter(found)
    while True:
        try:
            one = next(documents, None)
            if one is None:
                return
            yield _kept(situation, one, called) if isinstance(one, Document) else Refused(called, str(one))
        except HumsitError as reason:
            yield Refused(called, str(reason))
        except Exception as reason:  # a file that breaks the reader must not end the drop
            yield Refused(
                called, f"{called} could not be read ({type(reason).__name__}): save it in another format and add that."
            )


def broken(called: str, reason: Exception) -> Refused:
    """What is said of a file that breaks the reader."""
    return Refused(called, f"{called} could not be read ({type(reason).__name__}): save it in another format and add that.")


def _kept(situation: Situation, document: Document, called: str) -> Kept:
    added = situation.add(document)
    kept = added.document
    title = kept.title or kept.publisher or ""
    return Kept(
        called,
        kept.document_id,
        title,
        added.figures,
        added.conditions,
        added.new,
        added.printing,
        added.withdrawn,
        unread(kept.text, kept.language, situation.languages, name=called),
    )


def key_of(path: Path, metadata: Metadata) -> str:
    """A name for the bytes of a file with all that is said of it beside them. OSError where it cannot be read."""
    digest = hashlib.blake2b(repr(metadata).encode(), digest_size=20)
    beside = path.with_name(Path(path.name.removesuffix(".gz")).stem + SIDECAR)
    for one in (path, beside):
        if one == path or one.is_file():
            with one.open("rb") as file:
                while part := file.read(1 << 20):
                    digest.update(part)
    return f"file:{digest.hexdigest()}"
