"""`humsit words check` and `humsit words try`: what is wrong with word lists, and what a new row would change."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humsit import home
from humsit.commands.options import SOME_INPUT_MISSING, WRONG_CALL, Store, open_desk
from humsit.output import Complaints, plain
from humsit.records import WrongValue

if TYPE_CHECKING:
    from humsit.situation import Situation
    from humsit.vocabulary import Placed

NAMED, UNDER = 2, 6
"""How far a change stands in under its report, and its sentence under it."""

app = typer.Typer(help="The word lists that the reader works with.", rich_markup_mode=None)


@app.command("check")
def check(
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only the lists of this language, such as es; else of all that have lists.")
    ] = None,
) -> None:
    """Name every problem in the word lists, yours and the built-in ones, by file, row and what to do.

    Of a language other than English it also names the lists that nobody has written yet.
    """
    from humsit.teaching import problems_with, still_missing
    from humsit.vocabulary import ENGLISH, languages_read

    own = home.own_words_folder()
    languages = languages_read(own)
    if language is not None and language not in languages:
        raise WrongValue(
            f"There are no word lists for {language!r}: put them into {own / language}, or name one of {_listed(languages)}."
        )
    count = 0
    for code in [language] if language else sorted(languages, key=lambda one: (one != ENGLISH, one)):
        problems = problems_with(own, code)
        count += len(problems)
        for problem in problems:
            print(plain(str(problem)))
        if code != ENGLISH and (missing := still_missing(own, code)):
            print(f"{code}: no words yet of {', '.join(missing)}.")
    print(f"{count} problems. Your own lists: {own if own.is_dir() else f'none; put them into {own}'}.")
    raise typer.Exit(SOME_INPUT_MISSING if count else 0)


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes))


@app.command("try")
def try_(
    name: Annotated[str, typer.Argument(metavar="LIST", help="The word list, such as measures.")],
    row: Annotated[str, typer.Argument(metavar="ROW", help="A row of it as CSV, a file of rows, or - for standard input.")],
    store: Store = None,
) -> None:
    """Show which facts of the store a row of a word list would gain, lose or change. Keeps nothing."""
    from humsit.teaching import written_rows

    own, complaints = home.own_words_folder(), Complaints()
    file, given = _given(row)
    rows, problems = written_rows(name, given, own, file)
    for problem in problems:
        complaints.say(f"{problem}.")
    if problems:
        raise typer.Exit(WRONG_CALL)
    with open_desk(store) as situation:
        _show_changes(situation, name, rows, complaints)
    print(f"Nothing was kept. To use {_it(rows)}, add {'it' if len(rows) == 1 else 'them'} to {own / name}.csv, ", end="")
    print("then run humsit reread.")


def _it(rows: list[Placed]) -> str:
    return "the row" if len(rows) == 1 else f"the {len(rows)} rows"


def _given(row: str) -> tuple[str | None, bytes]:
    """The file that the rows stand in (None: the call itself), and its content."""
    if row == "-":
        return "standard input", sys.stdin.buffer.read()
    if "," in row:
        return None, row.encode()
    try:
        return row, Path(row).read_bytes()
    except (OSError, ValueError) as reason:
        raise WrongValue(f"{row!r} is neither a row, which has commas, nor a file to be read: write one of them.") from reason


def _show_changes(situation: Situation, name: str, rows: list[Placed], complaints: Complaints) -> None:
    from humsit.teaching import Effect, counted, lines_of, name_of, notes_on, try_rows

    effects: Counter[Effect] = Counter()
    homeless, reports, shown = 0, 0, ""
    changes = try_rows(situation, name, rows, complaints.show)
    for note in notes_on(situation, name, rows, home.own_words_folder()):
        print(plain(note))
    for change in changes:
        complaints.clear()
        if change.document.document_id != shown:
            reports, shown = reports + 1, change.document.document_id
            print(plain(name_of(change)))
        _indented(lines_of(change))
        effects.update([change.effect] if change.effect else [])
        homeless += len(change.losing)
    complaints.clear()
    print(counted(effects, reports, len(situation.documents())))
    if homeless:
        its, it = ("correction would lose its fact", "it") if homeless == 1 else ("corrections would lose their fact", "they")
        print(f"{homeless} {its}; {it} would be kept and shown as homeless.")


def _indented(lines: Iterable[str]) -> None:
    for number, line in enumerate(lines):
        print(" " * (UNDER if number else NAMED) + plain(line))
