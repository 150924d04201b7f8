"""The command line: `humsit`, `humsit read`, `humsit add`, `humsit export` … one typed function a command.

Exit codes: 0 done; 1 some input is missing or could not be read (each named on standard error, the rest is done); 2 wrong call.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from enum import StrEnum
from functools import cache
from importlib.metadata import version as version_of
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from humsit import home
from humsit.documents.read import Metadata, date_of, read_inputs
from humsit.output import Complaints, Format, json_line, plain, table_for_eyes, write_frame, write_text
from humsit.records import (
    AnyFact,
    Condition,
    Correction,
    Denial,
    Document,
    Figure,
    HumsitError,
    Measure,
    UnreadableInput,
    WrongValue,
)

if TYPE_CHECKING:
    import pandas as pd

    from humsit.claims import FigureStanding
    from humsit.situation import Situation

SOME_INPUT_MISSING, WRONG_CALL = 1, 2
MOST_NAMED = 20
"""So many of a corpus's unreadable reports are named on standard error; all of them stand in its quarantine."""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
words = typer.Typer(help="The word lists that the reader works with.", rich_markup_mode=None)
app.add_typer(words, name="words")


def _print_version(asked: bool) -> None:
    if asked:
        print(f"humsit {version_of('humsit')}")
        raise typer.Exit


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
Store = Annotated[str | None, typer.Option(metavar="URL", help="The store: a database URL or an SQLite file.")]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and stop.")]
Port = Annotated[int | None, typer.Option(metavar="N", help="Where the dashboard listens; the first free port from 8501 on.")]
FactId = Annotated[str, typer.Argument(metavar="FACT_ID", help="A fact's id, as every table shows it.")]
Why = Annotated[str, typer.Option(help="The reason; it is kept with the change.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who makes the change; it is kept with it.")]


class Kind(StrEnum):
    """The tables that one fact each is a row of."""

    FIGURES = "figures"
    CONDITIONS = "conditions"
    DENIALS = "denials"


class Table(StrEnum):
    """The tables that the store gives."""

    FIGURES = "figures"
    CONDITIONS = "conditions"
    DENIALS = "denials"
    CLAIMS = "claims"
    DOCUMENTS = "documents"
    CORRECTIONS = "corrections"


RECORDS: dict[Kind, type[Figure | Condition | Denial]] = {Kind.FIGURES: Figure, Kind.CONDITIONS: Condition, Kind.DENIALS: Denial}
NOT_SAID: dict[Format, tuple[Kind, ...]] = {
    Format.TABLE: (Kind.FIGURES, Kind.CONDITIONS),
    Format.JSONL: (Kind.FIGURES, Kind.CONDITIONS),
}
"""What is printed in a format that can hold several tables, when nobody says which; the others hold figures."""

What = Annotated[
    Kind | None, typer.Option(help="Which rows; if not said, figures, and in the formats table and jsonl conditions too.")
]


@app.callback(invoke_without_command=True)
def start(context: typer.Context, port: Port = None, store: Store = None, version: Version = False) -> None:
    """Read the figures that reports claim, with who says so. Without a command: start the dashboard."""
    if store:
        os.environ[home.STORE_VARIABLE] = home.store_url(store)
    if context.invoked_subcommand is None:
        serve(port)
    elif port is not None:
        raise WrongValue("--port goes with the dashboard: humsit serve --port N.")


@app.command()
def serve(port: Port = None, store: Store = None) -> None:
    """Start the dashboard on this machine; an empty store starts from the seed reports."""
    from humsit.serve import serve

    with _situation(store):  # a store that cannot be opened is said here, not in a browser
        pass
    raise typer.Exit(serve(home.store_url(store), port))


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
    read_so_far = (fact for document in documents for fact in _reader()(document))
    facts, standings = (read_so_far, {}) if no_standings else _compared(read_so_far)
    records = tuple(RECORDS[kind] for kind in kinds)
    printed = (fact for fact in facts if isinstance(fact, records) and (all or not _is_other(fact)))
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
    from humsit.gold import read_gold

    complaints = Complaints()
    texts = []
    for path in gold:
        try:
            texts += read_gold(path)
        except UnreadableInput as reason:
            complaints.say(reason)
    result = accuracy.evaluate(texts, {text.id: _reader()(text.document) for text in texts})
    if errors:
        print("\n".join(result.errors))
    rates = result.as_dict(len(texts))
    print(json_line(rates) if json else "".join(f"{name:13} {_in_line(rate)}\n" for name, rate in rates.items()), end="")
    _finish(complaints)


@app.command()
def add(
    inputs: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    agency: Agency = None,
    title: Title = None,
    url: Url = None,
    store: Store = None,
) -> None:
    """Read reports and keep them in the store. A second time changes nothing."""
    metadata = _metadata(published, publisher, agency, title, url)
    complaints = Complaints()
    with _situation(store) as situation:
        for document in complaints.without(read_inputs(inputs, metadata)):
            try:
                added = situation.add(document)
            except HumsitError as reason:
                complaints.say(reason)
                continue
            name = plain(document.title or document.publisher or "")
            print(f"{'kept' if added.new else 'there already'}: {document.document_id} {name}".rstrip(), end=": ")
            print(f"{added.figures} figures, {added.conditions} conditions")
    _finish(complaints)


@app.command()
def export(
    table: Annotated[Table, typer.Argument(help="Which table.")],
    format: As = Format.TABLE,
    output: Output = None,
    store: Store = None,
) -> None:
    """Print a table of the store, corrections applied, what was first read beside them."""
    with _situation(store) as situation:
        write_frame(situation.table(table.value), table.value, format, output)


@app.command()
def correct(
    fact_id: FactId,
    field: Annotated[str, typer.Option(help="The field to change, such as value, place or claimant.")],
    to: Annotated[str, typer.Option(metavar="VALUE", help="What it is; empty for unknown.")],
    why: Why = "",
    by: By = "",
    store: Store = None,
) -> None:
    """Change one field of a fact; what stood there is kept."""
    with _situation(store) as situation:
        _tell(situation.correct(fact_id, field, to, who=by, why=why))


@app.command()
def reject(fact_id: FactId, why: Why = "", by: By = "", store: Store = None) -> None:
    """Take a fact out of every count; it stays to be seen."""
    with _situation(store) as situation:
        _tell(situation.reject(fact_id, who=by, why=why))


@app.command()
def approve(fact_id: FactId, why: Why = "", by: By = "", store: Store = None) -> None:
    """Mark a fact as looked at and right."""
    with _situation(store) as situation:
        _tell(situation.approve(fact_id, who=by, why=why))


@app.command()
def undo(
    correction_id: Annotated[
        int, typer.Argument(metavar="ID", help="A correction's number; `humsit export corrections` shows it.")
    ],
    why: Why = "",
    by: By = "",
    store: Store = None,
) -> None:
    """Take a correction back; both stay in the history."""
    with _situation(store) as situation:
        _tell(situation.undo(correction_id, who=by, why=why))


@app.command()
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
            rows.update({kind: getattr(part, kind) for kind in (*Kind, "documents", "quarantine")})
            complaints.show(rows["documents"])
    complaints.clear()
    print(f"{output}: {rows['documents']:,} reports, " + ", ".join(f"{rows[kind]:,} {kind}" for kind in Kind))
    if rows["quarantine"]:
        complaints.say(
            f"{rows['quarantine']:,} of the inputs could not be read; {output / 'quarantine'} holds each with its reason."
        )
    _finish(complaints)


@words.command("check")
def check_words() -> None:
    """Name every problem in the word lists, yours and the built-in ones, by file, row and what to do."""
    from humsit.vocabulary import load_vocabulary

    problems = load_vocabulary(home.own_words_folder()).problems
    for problem in problems:
        print(plain(str(problem)))
    own = home.own_words_folder()
    print(f"{len(problems)} problems. Your own lists: {own if own.is_dir() else f'none; put them into {own}'}.")
    raise typer.Exit(SOME_INPUT_MISSING if problems else 0)


@app.command()
def reread(store: Store = None) -> None:
    """Read every kept report again, with today's reader and word lists; corrections stay with their facts."""
    with _situation(store) as situation:
        done = situation.reread()
    print(f"{done.documents} reports read again: {done.found} facts, {done.gained} new, {done.lost} gone.")
    if done.homeless:
        print(f"{done.homeless} corrections have lost their fact; the Corrections view lists them.")


@app.command()
def check(store: Store = None) -> None:
    """Say whether this installation is in order: versions, word lists, seeds, store and every kept fact's proof."""
    from humsit.installation import findings

    found = list(findings(home.store_url(store)))
    for finding in found:
        print(f"{'ok     ' if finding.good else 'NOT OK '} {finding.what}: {plain(finding.how)}")
    raise typer.Exit(0 if all(finding.good for finding in found) else SOME_INPUT_MISSING)


def _tell(made: Correction) -> None:
    change = f": {made.field} {made.was or 'nothing'} → {made.now or 'nothing'}" if made.field else ""
    print(plain(f"{made.action} “{made.words}”{change}. To take it back: humsit undo {made.correction_id} --by … --why …"))


def _situation(store: str | None) -> closing[Situation]:
    from humsit.situation import open_situation

    return closing(open_situation(home.store_url(store), seeds=home.seeds_folder(), own_words=home.own_words_folder()))


def _in_line(rate: object) -> str:
    return "  ".join(f"{name} {value}" for name, value in rate.items()) if isinstance(rate, dict) else str(rate)


def _metadata(published: str | None, publisher: str | None, agency: str | None, title: str | None, url: str | None) -> Metadata:
    return Metadata(published=date_of(published), publisher=publisher, agency=agency, title=title, url=url)


@cache
def _reader() -> Callable[[Document], Sequence[AnyFact]]:
    """The reader with this team's word lists."""
    from humsit.facts.find import find_facts
    from humsit.vocabulary import load_vocabulary

    vocabulary = load_vocabulary(home.own_words_folder())
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


def _finish(complaints: Complaints) -> None:
    if complaints.count:
        raise typer.Exit(SOME_INPUT_MISSING)


def main() -> None:
    """Runs the command line: what a user can mend is one sentence on standard error, never a traceback."""
    if isinstance(sys.stdout, TextIOWrapper):  # what we write is UTF-8 with our line ends, whatever the system's taste
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
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
