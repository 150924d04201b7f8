"""Reads the figures that reports claim, with who says so; charts them, flags the contested ones, keeps corrections.

>>> from humsit import document_from_text, facts_table, find_facts
>>> report = document_from_text("Emergency services said 22 bodies were found in Chernihiv.", publisher="Shafaq News")
>>> figures = facts_table(find_facts(report))
>>> figures[["in_words", "measure", "place", "claimant", "standing"]].to_dict("records")
[{'in_words': '22', 'measure': 'killed', 'place': 'Chernihiv', 'claimant': 'Emergency services', 'standing': 'single_source'}]

`read_document` takes a file in the place of a text; `compare` says which figures answer the same question and which of them are
contested; `open_situation` opens a store, in which reports are kept and figures corrected.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from humsit.claims import compare
    from humsit.documents.made import document_from_text
    from humsit.facts.find import find_facts
    from humsit.records import AnyFact, Document
    from humsit.situation import open_situation

__all__ = ["compare", "document_from_text", "facts_table", "find_facts", "open_situation", "read_document"]

_HOMES = {
    "compare": "humsit.claims",
    "document_from_text": "humsit.documents.made",
    "find_facts": "humsit.facts.find",
    "open_situation": "humsit.situation",
}


def __getattr__(name: str) -> object:
    """The front door opens on first use, so that `import humsit` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def read_document(path: str | Path) -> Document:
    """The one report that a file holds, with the metadata beside or inside it.

    Raises UnreadableInput where it cannot be read or holds several: `humsit.documents.read.read_inputs` reads many.
    """
    from humsit.documents.read import read_inputs
    from humsit.records import UnreadableInput

    found, *more = read_inputs([str(path)])
    if isinstance(found, UnreadableInput):
        raise found
    if more:
        raise UnreadableInput(f"{path} holds {len(more) + 1} reports: read it with humsit.documents.read.read_inputs.")
    return found


def facts_table(facts: Iterable[AnyFact]) -> pd.DataFrame:
    """Which figures are there, who claims them, how do they stand? One row a figure; columns as in `humsit.tables.TABLES`."""
    from humsit.claims import compare
    from humsit.records import Figure
    from humsit.tables import figures_table

    kept = list(facts)
    return figures_table([fact for fact in kept if isinstance(fact, Figure)], compare(kept).standings)
