"""`humsit read`, `evaluate` and `corpus`: texts in, rows out; nothing is kept in the store."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from humsit import home
from humsit.commands.options import Agency, As, Inputs, Output, Published, Publisher, Title, Url, finish, metadata_of, told_unread
from humsit.documents.read import read_inputs
from humsit.output import Complaints, Format, json_line, table_for_eyes, write_frame, write_text
from humsit.records import AnyFact, Condition, Denial, Document, Figure, Measure, UnreadableInput, WrongValue

if TYPE_CHECKING:
    import pandas as pd

    from humsit.claims import FigureStanding

MOST_NAMED = 20
"""So many of a corpus's unreadable reports are named on standard error; all of them stand in its quarantine."""


class Kind(StrEnum):
    """The tables that one fact each is a row of."""

    FIGURES = "figures"
    CONDITIONS = "conditions"
    DENIALS = "denials"


RECORDS: dict[Kind, type[Figure | Condition | Denial]] = {Kind.FIGURES: Figure, Kind.CONDITIONS: Condition, Kind.DENIALS: Denial}
NOT_SAID: dict[Format, tuple[Kind, ...]] = {
    Format.TABLE: (Kind.FIGURES, Kind.CONDITIONS),
    Format.JSONL: (Kind.FIGURES, Kind.CONDITIONS),
}
"""What is printed in a format that can hold several tables, when nobody says which; the others hold figures."""

What = Annotated[
    Kind | None, typer.Option(help="Which rows; if not said, figures, and in the formats table and jsonl conditions too.")
]


def read(
    inputs: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    agency: Agency = None,
    title: Title = None,
    url: Url = None,
    all: Annotated[bool, typer.Option("--all", help="Print figures of measure “other” too.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say which words decided which field.")] = False,
    no_standings: Annotated[bool, typer.Option("--no-standings", help="Print rows as they are read; compare no claims.")] = False,
    what: What = None,
    format: As = Format.TABLE,
    output: Output = None,
) -> None:
    """Read reports and print what they say, with who says so. Keeps nothing."""
    if explain and format not in (Format.TABLE, Format.JSONL):
        raise WrongValue(f"--explain goes with --format table or jsonl; {format} has no room for it.")
    complaints = Complaints()
    found = complaints.without(read_inputs(inputs, metadata_of(published, publisher, agency, title, url)))
    documents = told_unread(found, complaints)
    kinds = (what,) if what else NOT_SAID.get(format, (Kind.FIGURES,))
    others = all or not no_standings
    facts, standings = (_read(_once(documents), others), {}) if no_standings else _compared(documents, others)
    records = tuple(RECORDS[kind] for kind in kinds)
    printed = (fact for fact in facts if isinstance(fact, records) and (all or not _is_other(fact)))
    _print_facts(printed, kinds, standings, explain, format, output)
    finish(complaints)


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Gold files: JSON lines, a text each with what is in it.")],
    errors: Annotated[bool, typer.Option("--errors", help="Print every miss, surplus and wrong field first.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the rates as one JSON object.")] = False,
) -> None:
    """Say how right the reader is: precision, recall and fields against texts that a person has read."""
    from humsit import accuracy
    from humsit.gold import read_gold

    complaints = Complaints()
    texts = []
    for path in gold:
        try:
            texts += read_gold(path)
        except UnreadableInput as reason:
            complaints.say(reason)
    result = accuracy.evaluate(texts, {text.id: _reader()(text.document, True) for text in texts})
    if errors:
        print("\n".join(result.errors))
    rates = result.as_dict(len(texts))
    print(json_line(rates) if json else "".join(f"{name:13} {_in_line(rate)}\n" for name, rate in rates.items()), end="")
    finish(complaints)


def corpus(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="Files and folders, as for `humsit read`.")],
    output: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the result; an empty one, or that of the same job.")],
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, such as tcp://10.0.0.5:8786; if none, this machine.")
    ] = None,
    processes: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many processes of this machine read; one a core.")
    ] = None,
    part_size: Annotated[
        int, typer.Option(metavar="N", min=1, help="About how many characters of text go into one part of the result.")
    ] = 1_000_000,
) -> None:
    """Read very many reports into Parquet files, on all cores or a Dask cluster. Called again, it goes on where it stopped."""
    from humsit.corpus import read_corpus

    complaints = Complaints()
    rows: Counter[str] = Counter()
    own = home.own_words_folder()
    parts = read_corpus(inputs, output, scheduler=scheduler, processes=processes, own_words=own, characters=part_size)
    with closing(parts):
        for part in parts:
            for reason in part.reasons[: max(0, MOST_NAMED - complaints.count)]:
                complaints.say(reason)
            rows.update({kind: getattr(part, kind) for kind in (*Kind, "documents", "quarantine", "strange")})
            complaints.show(rows["documents"])
    complaints.clear()
    print(f"{output}: {rows['documents']:,} reports, " + ", ".join(f"{rows[kind]:,} {kind}" for kind in Kind))
    if rows["strange"]:
        complaints.note(
            f"Reports in a language that humsit does not read yet: {rows['strange']:,}. "
            f"{output / 'documents'} holds each with its language; no figures were taken from them."
        )
    if rows["quarantine"]:
        complaints.say(
            f"{rows['quarantine']:,} of the inputs could not be read; {output / 'quarantine'} holds each with its reason."
        )
    finish(complaints)


def _in_line(rate: object) -> str:
    return "  ".join(f"{name} {value}" for name, value in rate.items()) if isinstance(rate, dict) else str(rate)


@cache
def _reader() -> Callable[[Document, bool], Sequence[AnyFact]]:
    """The reader with this team's word lists; it is told whether figures of measure `other` are asked for."""
    from humsit.facts.find import find_facts
    from humsit.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(home.own_words_folder())
    return lambda document, others: find_facts(document, vocabulary, others=others)


def _read(documents: Iterable[Document], others: bool) -> Iterator[AnyFact]:
    return (fact for document in documents for fact in _reader()(document, others))


def _once(documents: Iterable[Document]) -> Iterator[Document]:
    """The reports, each text once, whoever else prints it."""
    from humsit.documents.copies import each_once

    return each_once(documents, {})


def _compared(documents: Iterable[Document], others: bool) -> tuple[Iterator[AnyFact], Mapping[str, FigureStanding]]:
    from humsit.claims import compare
    from humsit.documents.copies import each_once, told_first
    from humsit.documents.versions import revisions

    again: dict[str, tuple[str, ...]] = {}
    texts = list(each_once(documents, again))
    kept = list(_read(texts, others))
    compared = compare(kept, authors=told_first(texts), printed_by=again, revised_by=revisions(texts, kept))
    return iter(kept), compared.standings


def _is_other(fact: AnyFact) -> bool:
    return isinstance(fact, Figure) and fact.measure is Measure.OTHER


def _print_facts(
    facts: Iterator[AnyFact],
    kinds: Sequence[Kind],
    standings: Mapping[str, FigureStanding],
    explain: bool,
    format: Format,
    output: Path | None,
) -> None:
    from humsit.tables import row

    rows = (row(fact, standings.get(fact.fact_id), explain=explain) for fact in facts)
    if format is Format.JSONL and output is None:
        for made in rows:
            sys.stdout.write(json_line(made))
    elif format is Format.JSONL:
        write_text("".join(map(json_line, rows)), output)
    elif format is Format.TABLE:
        kept = list(rows)
        tables = [table_for_eyes([r for r in kept if f"{r['kind']}s" == kind], kind) for kind in kinds]
        write_text("\n".join(tables), output)
    else:
        write_frame(_frame(kinds[0], facts, standings), kinds[0], format, output)


def _frame(kind: Kind, facts: Iterator[Any], standings: Mapping[str, FigureStanding]) -> pd.DataFrame:
    from humsit.tables import conditions_table, denials_table, figures_table

    if kind is Kind.FIGURES:
        return figures_table(facts, standings)
    return conditions_table(facts) if kind is Kind.CONDITIONS else denials_table(facts)
