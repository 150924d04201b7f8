"""The command line: `humsit`, `humsit read`, `humsit add`, `humsit export` … one typed function a command.

Exit codes: 0 done; 1 some input is missing or could not be read (each named on standard error, the rest is done); 2 wrong call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from humsit import home
from humsit.documents.read import Metadata, date_of, read_inputs
from humsit.output import Complaints, Format, json_line, table_for_eyes, write_frame, write_text
from humsit.records import AnyFact, Condition, Denial, Document, Figure, HumsitError, Measure, UnreadableInput, WrongValue

if TYPE_CHECKING:
    import pandas as pd

    from humsit.claims import FigureStanding

SOME_INPUT_MISSING, WRONG_CALL = 1, 2

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=False)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT…", help="Files (txt, md, html, json, jsonl; each also .gz), folders, or - for standard input."),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, such as 2022-03-03.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who printed the report.")]
Agency = Annotated[str | None, typer.Option(metavar="NAME", help="News agency whose story it prints.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where it was found; never opened.")]
Output = Annotated[Path | None, typer.Option(metavar="PATH", help="Write to this file, not to standard output.")]
As = Annotated[Format, typer.Option("--format", help="How rows are written.")]


class Kind(StrEnum):
    """The tables that one fact each is a row of."""

    FIGURES = "figures"
    CONDITIONS = "conditions"
    DENIALS = "denials"


RECORDS: dict[Kind, type[AnyFact]] = {Kind.FIGURES: Figure, Kind.CONDITIONS: Condition, Kind.DENIALS: Denial}
NOT_SAID: dict[Format, tuple[Kind, ...]] = {
    Format.TABLE: (Kind.FIGURES, Kind.CONDITIONS),
    Format.JSONL: (Kind.FIGURES, Kind.CONDITIONS),
}
"""What is printed in a format that can hold several tables, when nobody says which; the others hold figures."""

What = Annotated[
    Kind | None, typer.Option(help="Which rows; if not said, figures, and in the formats table and jsonl conditions too.")
]


@app.command()
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
    documents = complaints.without(read_inputs(inputs, _metadata(published, publisher, agency, title, url)))
    kinds = (what,) if what else NOT_SAID.get(format, (Kind.FIGURES,))
    facts = (fact for document in documents for fact in _reader()(document))
    standings: Mapping[str, FigureStanding] = {}
    if not no_standings:
        facts, standings = _compared(facts)
    printed = (fact for fact in facts if isinstance(fact, tuple(map(RECORDS.get, kinds))) and (all or not _is_other(fact)))
    _print_facts(printed, kinds, standings, explain, format, output)
    _finish(complaints)


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Gold files: JSON lines, a text each with what is in it.")],
    errors: Annotated[bool, typer.Option("--errors", help="Print every miss, surplus and wrong field first.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the rates as one JSON object.")] = False,
) -> None:
    """Say how right the reader is: precision, recall and fields against texts that a person has read."""
    from humsit import accuracy

    complaints = Complaints()
    texts = []
    for path in gold:
        try:
            texts += accuracy.read_gold(path)
        except UnreadableInput as reason:
            complaints.say(reason)
    result = accuracy.evaluate(texts, {text.id: _reader()(text.document) for text in texts})
    if errors:
        print("\n".join(result.errors))
    rates = result.as_dict(len(texts))
    print(json_line(rates) if json else "".join(f"{name:13} {_in_line(rate)}\n" for name, rate in rates.items()), end="")
    _finish(complaints)


def _in_line(rate: object) -> str:
    return "  ".join(f"{name} {value}" for name, value in rate.items()) if isinstance(rate, dict) else str(rate)


def _metadata(published: str | None, publisher: str | None, agency: str | None, title: str | None, url: str | None) -> Metadata:
    return Metadata(published=date_of(published), publisher=publisher, agency=agency, title=title, url=url)


@cache
def _reader() -> Callable[[Document], Sequence[AnyFact]]:
    """The reader with this team's word lists."""
    from humsit.facts.find import find_facts
    from humsit.vocabulary import load_vocabulary

    own = home.own_words_folder()
    vocabulary = load_vocabulary(own if own.is_dir() else None)
    return lambda document: find_facts(document, vocabulary)


def _compared(facts: Iterable[AnyFact]) -> tuple[Iterator[AnyFact], Mapping[str, FigureStanding]]:
    from humsit.claims import compare

    kept = list(facts)
    return iter(kept), compare(kept).standings


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
        made = list(rows)
        tables = [table_for_eyes([r for r in made if f"{r['kind']}s" == kind], kind) for kind in kinds]
        write_text("\n".join(tables), output)
    else:
        write_frame(_frame(kinds[0], facts, standings), kinds[0], format, output)


def _frame(kind: Kind, facts: Iterator[Any], standings: Mapping[str, FigureStanding]) -> pd.DataFrame:
    from humsit.tables import conditions_table, denials_table, figures_table

    if kind is Kind.FIGURES:
        return figures_table(facts, standings)
    return conditions_table(facts) if kind is Kind.CONDITIONS else denials_table(facts)


def _finish(complaints: Complaints) -> None:
    if complaints.count:
        raise typer.Exit(SOME_INPUT_MISSING)


def main() -> None:
    """Runs the command line: what a user can mend is one sentence on standard error, never a traceback."""
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except HumsitError as reason:
        Complaints().say(reason)
        sys.exit(SOME_INPUT_MISSING if isinstance(reason, UnreadableInput) else WRONG_CALL)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
