"""`humsit export` and `humsit brief`: what leaves the store, without what must not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humsit.commands.filtering import Other, Rejected, Superseded, filtered
from humsit.commands.gold import export_gold
from humsit.commands.options import As, Output, Store, open_desk
from humsit.output import STREAMED, Format, write_frame, write_parts, write_text
from humsit.records import WrongValue

if TYPE_CHECKING:  # pandas and the store take half a second to import, and other commands do without
    import pandas as pd

    from humsit.exports import Outgoing
    from humsit.situation import Selection

SHOWN_FROM = 20_000
"""Rows from which on it is said how far the work is."""


class Table(StrEnum):
    """The tables that the store gives, and all of them in one."""

    FIGURES = "figures"
    CONDITIONS = "conditions"
    DENIALS = "denials"
    CLAIMS = "claims"
    CHECKS = "checks"
    CONDITION_CLAIMS = "condition_claims"
    DOCUMENTS = "documents"
    PRINTINGS = "printings"
    SOURCES = "sources"
    REPORT_DECISIONS = "report_decisions"
    CORRECTIONS = "corrections"
    JUDGEMENTS = "judgements"
    PACKAGE = "package"
    GOLD = "gold"


MaskNames = Annotated[
    bool,
    typer.Option("--mask-names/--keep-names", help="Replace the names of witnesses and other private persons, or leave them in."),
]
IncludeConfidential = Annotated[
    bool, typer.Option("--include-confidential", help="Also what confidential reports say; not to be passed on.")
]


@filtered
def export(
    table: Annotated[
        Table,
        typer.Argument(
            help="Which table; package: all of them, as a Frictionless data package in a folder or .zip file; gold: what was "
            "reviewed, as cases to measure the reader against."
        ),
    ],
    asked: Selection,
    superseded: Superseded = True,
    other: Other = True,
    rejected: Rejected = False,
    format: As = Format.TABLE,
    output: Output = None,
    mask_names: MaskNames = True,
    include_confidential: IncludeConfidential = False,
    store: Store = None,
) -> None:
    """Print a table of the store, corrections applied, what was first read beside them; as known now, or on a day.

    humsit export gold prints one report a line, as humsit evaluate reads it, so that misreadings which analysts put right become
    tests. A report is printed where all that is read from it is approved, corrected or rejected. Left out are: reports with
    anything undecided; confidential ones, and notes entered by hand; those where a correction says something else than the words
    (the report was wrong, or was put right since); those where something was rejected for another reason than that the words say
    no such thing; denials without a number; numbers of no measure. Texts are printed whole, with the names in them.
    """
    rejected = rejected or asked.include_rejected
    asked = replace(asked, include_superseded=superseded, include_other=other, include_rejected=rejected)
    if table is Table.GOLD:
        if asked.narrows:
            raise WrongValue("Gold cases are whole reports: leave the filters out.")
        export_gold(output, store, known=asked.known)
        return
    from humsit.exports import Outgoing, write_package

    if table is Table.PACKAGE and output is None:
        raise WrongValue("A data package is many files: name a folder, or a file that ends in .zip, with --output.")
    with open_desk(store) as situation:
        outgoing = Outgoing(situation, asked, mask_names=mask_names, include_confidential=include_confidential)
        if table is Table.PACKAGE and output is not None:
            write_package(outgoing, output)
        else:
            _write(outgoing, table.value, format, output)
        undated = situation.undated(asked.known)
        for note in outgoing.of_confidential:
            print(f"humsit: {note}", file=sys.stderr)
    if undated:
        print(f"humsit: reports without a day of publication, which are left out: {undated}.", file=sys.stderr)


def _write(outgoing: Outgoing, table: str, format: Format, output: Path | None) -> None:
    if format in STREAMED:
        write_parts(_told(outgoing, table), table, format, output)
    else:
        write_frame(outgoing.table(table), table, format, output, outgoing.notes)


def _told(outgoing: Outgoing, table: str) -> Iterator[pd.DataFrame]:
    """The parts of a table; on a terminal it is said how far the work is, where it takes long."""
    rows, shows = 0, sys.stderr.isatty()
    for part in outgoing.pages(table):
        yield part
        rows += len(part)
        if shows and rows >= SHOWN_FROM:
            print(f"\rrows written: {rows:,}", end="", file=sys.stderr, flush=True)
    if shows and rows >= SHOWN_FROM:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


class Page(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MARKDOWN = "md"


@filtered
def brief(
    asked: Selection,
    format: Annotated[Page, typer.Option("--format", help="A web page that prints on A4, or Markdown.")] = Page.HTML,
    output: Output = None,
    mask_names: MaskNames = True,
    include_confidential: IncludeConfidential = False,
    store: Store = None,
) -> None:
    """Write a one-page brief: headline figures with who says them, what is contested and why, conditions now, all sources."""
    from humsit.briefs import as_html, as_markdown, compose
    from humsit.exports import Outgoing

    asked = replace(asked, include_other=False)
    with open_desk(store) as situation:
        outgoing = Outgoing(situation, asked, mask_names=mask_names, include_confidential=include_confidential)
        written = compose(outgoing)
    write_text(as_html(written) if format is Page.HTML else as_markdown(written), output)
