"""What several commands take and do: their options, the exit codes, the opened desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from humsit import home
from humsit.documents.metadata import Metadata, date_of
from humsit.output import Complaints, Format
from humsit.records import Document, WrongValue

if TYPE_CHECKING:
    from humsit.situation import Selection, Situation

SOME_INPUT_MISSING, WRONG_CALL = 1, 2

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…", help="Files (txt, html, pdf, docx, rss, json …; each also .gz), folders, or - for standard input."
    ),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, such as 2022-03-03.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who printed the report.")]
Agency = Annotated[str | None, typer.Option(metavar="NAME", help="News agency whose story it prints.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where it was found; never opened.")]
Output = Annotated[Path | None, typer.Option(metavar="PATH", help="Write to this file, not to standard output.")]
As = Annotated[Format, typer.Option("--format", help="How rows are written.")]
Store = Annotated[str | None, typer.Option(metavar="URL", help="The store: a database URL or an SQLite file.")]
FactId = Annotated[str, typer.Argument(metavar="FACT_ID", help="A fact's id, as every table shows it.")]
Why = Annotated[str, typer.Option(help="The reason; it is kept with the change.")]
KnownOn = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="As known at the end of this day, in UTC: with the reports and the corrections made by then."
    ),
]
KnownBy = Annotated[
    Literal["received", "published"] | None,
    typer.Option("--by", help="What --known-on goes by: what had been received (the rule), or published, with all corrections."),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who makes the change; it is kept with it.")]
Who = Annotated[str, typer.Option("--by", "--who", metavar="NAME", help="Who makes the change; it is kept with it.")]


def open_desk(store: str | None) -> closing[Situation]:
    """The desk over the store named, closed in the end; an empty store starts from the seed reports."""
    from humsit.situation import open_situation

    return closing(open_situation(home.store_url(store), seeds=home.seeds_folder(), own_words=home.own_words_folder()))


def metadata_of(published: str | None, publisher: str | None, agency: str | None, title: str | None, url: str | None) -> Metadata:
    """What a call says of its reports. WrongValue for a date that is none."""
    return Metadata(published=date_of(published), publisher=publisher, agency=agency, title=title, url=url)


def told_unread(documents: Iterable[Document], complaints: Complaints, *, kept: bool = False) -> Iterator[Document]:
    """The documents as they come; of one that is in a language that is not read, or has a part in one, that is said.

    It is a complaint where the report as a whole is in such a language and is not `kept` either.
    """
    from humsit.documents.language import is_read, unread
    from humsit.vocabulary import languages_read

    languages = languages_read(home.own_words_folder())
    for document in documents:
        name = f"“{document.title}”" if document.title else f"the report {document.document_id}"
        if sentence := unread(document.text, document.language, languages, name=name):
            (complaints.note if kept or is_read(document.language, languages) else complaints.say)(sentence)
        yield document


def as_known(on: str | None, by: str | None) -> Selection:
    """All that was known on the day that a call asks for, else now. WrongValue for what is no date, or a clock without a day."""
    from humsit.situation import Clock, Known, Selection

    if by is not None and on is None:
        raise WrongValue(f"--by {by} says what a day goes by: give the day too, as in --known-on 2022-03-03.")
    return Selection(known=Known(date_of(on), Clock(by or Clock.RECEIVED)))


def finish(complaints: Complaints) -> None:
    """Ends with the exit code for missing input where there were complaints."""
    if complaints.count:
        raise typer.Exit(SOME_INPUT_MISSING)
