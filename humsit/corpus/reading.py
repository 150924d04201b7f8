"""A batch to tables: what a worker does, and which version of the reader it does it with."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from humsit.corpus.batches import Batch, Refused
from humsit.facts.find import find_facts
from humsit.gazetteer import table_version
from humsit.records import AnyFact, Condition, Denial, Document, Figure, WrongValue
from humsit.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:  # pandas takes half a second to import, and a job that is done already does without it
    import pandas as pd

DECIDING = ("records.py", "corpus", "documents", "facts", "gazetteer", "grammar", "mentions", "tables", "vocabulary")
"""The parts of the package that decide what is read and how it is written."""

OwnLists = tuple[tuple[str, str], ...]
"""(file name, content) of a team's own word lists; they travel with every batch."""


@dataclass(frozen=True, slots=True)
class Part:
    """A finished batch: how many rows of each table it gave, and why the reports in its quarantine are there."""

    name: str
    figures: int = 0
    conditions: int = 0
    denials: int = 0
    documents: int = 0
    quarantine: int = 0
    strange: int = 0
    """Of the documents those in a language that is not read."""
    reasons: tuple[str, ...] = field(default=(), compare=False)
    """Empty where an earlier job finished the part: they stand in its quarantine."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a worker hands back: the part, and for each table the bytes of a Parquet file."""

    part: Part
    files: Mapping[str, bytes]


def read_batch(batch: Batch, reader: str, own: OwnLists) -> Reading:
    """What do the reports of a batch say? A report that the reader fails on goes into quarantine, and the rest goes on.

    Raises WrongValue where this worker has another reader than the one who asks.
    """
    if reader_version(own) != reader:
        raise WrongValue("A worker has another version of humsit than you: install the same there and start its workers again.")
    vocabulary = _vocabulary(own)
    facts: list[AnyFact] = []
    read: list[Document] = []
    refused = list(batch.refused)
    for document in batch.documents:
        try:
            facts += find_facts(document, vocabulary)
            read.append(document)
        except Exception as reason:  # whatever a text brings about, the others go on
            refused.append((document.document_id, why_not(document, f"{type(reason).__name__}: {reason}")))
    frames = _frames(read, facts, refused)
    counts = {table: len(frame) for table, frame in frames.items()}
    counts["strange"] = sum(vocabulary.of(document.language) is None for document in read)
    part = Part(batch.name, **counts, reasons=tuple(reason for _, reason in refused))
    return Reading(part, {table: frame.to_parquet(index=False, compression="zstd") for table, frame in frames.items()})


def why_not(document: Document, reason: str) -> str:
    """The sentence for a report in quarantine that the reader could not read."""
    return f"The report {document.document_id} could not be read ({reason}): a fault of humsit's; please report it with the text."


def _frames(read: list[Document], facts: list[AnyFact], refused: list[Refused]) -> dict[str, pd.DataFrame]:
    import pandas as pd

    from humsit.tables import conditions_table, denials_table, documents_table, figures_table

    counts: dict[str, Counter[str]] = {document.document_id: Counter(figures=0, conditions=0, denials=0) for document in read}
    for fact in facts:
        counts[fact.document_id][f"{fact.kind}s"] += 1
    return {
        "figures": figures_table(fact for fact in facts if isinstance(fact, Figure)),
        "conditions": conditions_table(fact for fact in facts if isinstance(fact, Condition)),
        "denials": denials_table(fact for fact in facts if isinstance(fact, Denial)),
        "documents": documents_table(read, counts),
        "quarantine": pd.DataFrame(refused, columns=["document_id", "reason"], dtype="string"),
    }


# -- which reader ----------------------------------------------------------------------------------------------------------------


def reader_version(own: OwnLists = ()) -> str:
    """Names the reader, so that nobody has to remember to count it up: a hash of code, word lists and the gazetteer's table."""
    return hashlib.blake2b(repr((_code(), own)).encode(), digest_size=8).hexdigest()


@cache
def _code() -> str:
    """The hash of the files that decide, as they are when this process begins to read."""
    here = Path(__file__).parents[1]
    digest = hashlib.blake2b(table_version().encode(), digest_size=8)
    for part in DECIDING:
        for path in sorted((here / part).rglob("*")) if (here / part).is_dir() else [here / part]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def own_lists(folder: Path | None) -> OwnLists:
    """A team's own word lists, to be handed on; none where the folder is not there."""
    if folder is None or not folder.is_dir():
        return ()
    paths = sorted([*folder.glob("*.csv"), *folder.glob("*/*.csv")])  # those of English, and those in a folder for a language
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes().decode(errors="replace")) for path in paths)


def _vocabulary(own: OwnLists) -> Vocabulary:
    return load_vocabulary(Path(_folder_of(own).name) if own else None)


@lru_cache(maxsize=2)
def _folder_of(own: OwnLists) -> tempfile.TemporaryDirectory[str]:
    """A folder with a team's own lists, for as long as this process reads with them: those of a language are loaded when met."""
    folder = tempfile.TemporaryDirectory()
    for name, content in own:
        path = Path(folder.name, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode())
    return folder
