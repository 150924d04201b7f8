"""`humsit add`, `watch` and `follow`: every way in from a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humsit.commands.options import (
    Agency,
    Inputs,
    Published,
    Publisher,
    Store,
    Title,
    Url,
    finish,
    metadata_of,
    open_desk,
)
from humsit.documents.metadata import Metadata
from humsit.documents.read import read_inputs
from humsit.output import Complaints, plain
from humsit.records import WrongValue

if TYPE_CHECKING:
    from humsit.intake.drop import Drop
    from humsit.intake.follow import Look
    from humsit.intake.keep import Outcome
    from humsit.situation import Situation

INTERRUPTED = 130
"""The exit code of what Ctrl-C ended."""
FEW = 5
"""So many files are told one by one on a terminal; of more, how far they are."""


def add(
    inputs: Inputs,
    published: Published = None,
    publisher: Publisher = None,
    agency: Agency = None,
    title: Title = None,
    url: Url = None,
    store: Store = None,
) -> None:
    """Read reports and keep them in the store. A second time changes nothing, and files that are kept are passed over unread.

    An INPUT may also be an address (https://…), where fetching is allowed: HUMSIT_FETCH=on.
    """
    metadata = metadata_of(published, publisher, agency, title, url)
    complaints = Complaints(progress=False)
    with open_desk(store) as situation:
        drop = _drop(situation, inputs, metadata, complaints)
        try:
            with _progress(drop) as moved:
                for outcome in _outcomes(drop, inputs, metadata):
                    moved()
                    _tell(outcome, complaints, quiet=drop.total > FEW and sys.stderr.isatty())
        except KeyboardInterrupt:
            left = f"{drop.total - drop.done:,} of {drop.total:,} files were not read; what was kept is whole"
            complaints.say(f"Stopped: {left}. To go on, give the same command again: it passes over what is kept.")
            raise typer.Exit(INTERRUPTED) from None
    if drop.kept + drop.there_already + complaints.count > 1:
        print(f"{drop.kept:,} kept, {drop.there_already:,} there already, {complaints.count:,} refused.")
    finish(complaints)


def _drop(situation: Situation, inputs: list[str], metadata: Metadata, complaints: Complaints) -> Drop:
    from humsit.intake.drop import Drop, files_in
    from humsit.intake.keep import Incoming
    from humsit.intake.pages import is_address

    found = list(files_in([name for name in inputs if name != "-" and not is_address(name)]))
    for one in found:
        if not isinstance(one, Incoming):
            complaints.say(one.reason)
    return Drop(situation, [one for one in found if isinstance(one, Incoming)], metadata)


def _outcomes(drop: Drop, inputs: list[str], metadata: Metadata) -> Iterator[Outcome]:
    """What becomes of standard input and of addresses, then of the files."""
    from humsit.intake.keep import keep_documents
    from humsit.intake.pages import documents_at, is_address

    for name in inputs:
        if name == "-":
            yield from drop.count(keep_documents(drop.situation, read_inputs(["-"], metadata), "standard input"))
        elif is_address(name):
            yield from drop.count(keep_documents(drop.situation, documents_at(name, metadata), name))
    yield from drop.outcomes()


def _tell(outcome: Outcome, complaints: Complaints, *, quiet: bool) -> None:
    from humsit.intake.keep import Kept, Refused

    if isinstance(outcome, Refused):
        complaints.say(outcome.reason)
    elif quiet:
        return
    elif isinstance(outcome, Kept):
        word = "kept" if outcome.new else "printed again" if outcome.printing else "there already"
        word = f"{word}, withdrawn" if outcome.withdrawn else word
        named = f"{outcome.document_id} {plain(outcome.title)}".rstrip()
        print(f"{word}: {named}: {outcome.figures} figures, {outcome.conditions} conditions")
        if outcome.unread:
            complaints.note(outcome.unread)
    else:
        print(f"there already: {plain(outcome.called)}")


@contextmanager
def _progress(drop: Drop) -> Iterator[Callable[[], None]]:
    """How far a drop of many files is, on a terminal; elsewhere nothing is shown."""
    if drop.total <= FEW or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("files", total=drop.total)

        def moved() -> None:
            told = f"{drop.kept:,} kept, {drop.there_already:,} there already, {len(drop.refused):,} refused"
            shown.update(task, completed=drop.done, description=told)

        yield moved


def watch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder whose files are kept, with its folders.")],
    published: Published = None,
    publisher: Publisher = None,
    agency: Agency = None,
    every: Annotated[float, typer.Option(metavar="SECONDS", min=0.2, help="How often to look.")] = 3.0,
    once: Annotated[bool, typer.Option("--once", help="Look until all files of now are read, then end.")] = False,
    store: Store = None,
) -> None:
    """Watch a folder: keep each file once it has stopped growing, until Ctrl-C.

    What cannot be read stands, with the reason, in humsit-not-read.csv in that folder.
    """
    from humsit.intake.watch import Watch, folder_to_watch

    complaints = Complaints(progress=False)
    at = folder_to_watch(str(folder.expanduser().absolute()))
    with open_desk(store) as situation:
        watched = Watch(situation, at, metadata_of(published, publisher, agency, None, None), every=every)
        try:
            for outcome in watched.all_of_now() if once else watched.run():
                _tell(outcome, complaints, quiet=False)
                sys.stdout.flush()
        except KeyboardInterrupt:
            print(f"No longer watched: {plain(str(at))}.")
    print(f"{watched.kept:,} kept, {watched.there_already:,} there already, {len(watched.refused):,} refused.")
    finish(complaints)


def follow(
    add: Annotated[list[str] | None, typer.Option("--add", metavar="URL", help="Follow this feed from now on.")] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="URL", help="Follow it no longer.")] = None,
    every: Annotated[float | None, typer.Option(metavar="MINUTES", min=1, help="Look again so often, until Ctrl-C.")] = None,
    list_them: Annotated[bool, typer.Option("--list", help="Say which feeds are followed, and look at none.")] = False,
    store: Store = None,
) -> None:
    """Look for new reports in the feeds that are followed, and keep them. Allowed only with HUMSIT_FETCH=on."""
    from humsit.intake import follow as feeds

    complaints = Complaints(progress=False)
    with open_desk(store) as situation:
        received = situation.store.received
        for url in remove or ():
            if not received.unfollow(url):
                raise WrongValue(f"{url} is not followed: humsit follow --list shows which feeds are.")
        for url in add or ():
            _tell_look(feeds.follow(situation, url), complaints)
        if list_them or add or (remove and not every):
            followed = received.feeds()
            if not followed:
                print("No feed is followed.")
            for feed in followed:
                print(plain(f"{feed.url}: {feed.title or 'no title'}; {feed.said or 'not looked at yet'}"))
            situation.catch_up()
            finish(complaints)
            return
        if not received.feeds():
            raise WrongValue("No feed is followed yet: humsit follow --add https://… follows one.")
        try:
            _look(situation, complaints, every)
        except KeyboardInterrupt:
            print("No longer followed; the list of feeds is kept.")
    finish(complaints)


def _look(situation: Situation, complaints: Complaints, every: float | None) -> None:
    from humsit.intake import follow as feeds

    while True:
        for look in feeds.look_again(situation):
            _tell_look(look, complaints)
        situation.catch_up()
        if every is None:
            return
        time.sleep(every * 60)


def _tell_look(look: Look, complaints: Complaints) -> None:
    for reason in look.refused:
        complaints.say(reason)
    if not look.failed:
        print(plain(f"{look.feed.title or look.feed.url}: {look.kept:,} new, {look.known:,} known"), flush=True)
