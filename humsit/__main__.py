"""The command line: `humsit`, `humsit read`, `humsit add`, `humsit export` … one typed function a command, in `humsit.commands`.

Exit codes: 0 done; 1 some input is missing or could not be read (each named on standard error, the rest is done); 2 wrong call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.metadata import version as version_of
from io import TextIOWrapper
from typing import Annotated

import typer

from humsit import home
from humsit.commands import exporting, incoming, reading, reports, store, words
from humsit.commands.options import SOME_INPUT_MISSING, WRONG_CALL, Store, open_desk
from humsit.output import Complaints, plain
from humsit.records import HumsitError, UnreadableInput, WrongValue

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(words.app, name="words")


def _print_version(asked: bool) -> None:
    if asked:
        print(f"humsit {version_of('humsit')}")
        raise typer.Exit


Port = Annotated[int | None, typer.Option(metavar="N", help="Where the dashboard listens; the first free port from 8501 on.")]
AllowFetch = Annotated[
    bool, typer.Option("--allow-fetch", help="Let analysts fetch an address or a feed; else nothing leaves this machine.")
]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and stop.")]


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
def serve(port: Port = None, store: Store = None, allow_fetch: AllowFetch = False) -> None:
    """Start the dashboard on this machine; an empty store starts from the seed reports."""
    from humsit.serve import serve

    if allow_fetch:
        os.environ[home.FETCH_VARIABLE] = "on"

    with open_desk(store):  # a store that cannot be opened is said here, not in a browser
        pass
    raise typer.Exit(serve(home.store_url(store), port))


_COMMANDS: tuple[Callable[..., None], ...] = (
    reading.read,
    reading.evaluate,
    incoming.add,
    incoming.watch,
    incoming.follow,
    exporting.export,
    exporting.brief,
    store.correct,
    store.reject,
    store.approve,
    store.undo,
    store.judge,
    reports.withdraw,
    reports.restore,
    reports.describe,
    reading.corpus,
    store.reread,
)
for _command in _COMMANDS:
    app.command()(_command)


@app.command()
def check(store: Store = None) -> None:
    """Say whether this installation is in order: versions, word lists, seeds, store and every kept fact's proof."""
    from humsit.installation import findings

    found = list(findings(home.store_url(store)))
    for finding in found:
        print(f"{'ok     ' if finding.good else 'NOT OK '} {finding.what}: {plain(finding.how)}")
    raise typer.Exit(0 if all(finding.good for finding in found) else SOME_INPUT_MISSING)


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
