"""`humsit withdraw`, `restore` and `describe`: what is decided about a whole report."""

from __future__ import annotations

from typing import Annotated

import typer

from humsit.commands.options import Agency, By, Published, Publisher, Store, Title, Url, Why, open_desk
from humsit.output import plain
from humsit.records import ReportDecision, WrongValue

DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT_ID", help="A report's id; `humsit export documents` lists them.")]


def withdraw(document_id: DocumentId, why: Why = "", by: By = "", store: Store = None) -> None:
    """Take a report out of everything: what it says counts nowhere. It stays, its corrections too, and can be restored."""
    with open_desk(store) as situation:
        made = situation.withdraw(document_id, who=by, why=why)
        situation.catch_up()
    print(plain(f"withdrawn: {made.document_id}. To take it back: humsit restore {made.document_id} --by … --why …"))


def restore(document_id: DocumentId, why: Why = "", by: By = "", store: Store = None) -> None:
    """Count again what a withdrawn report says, with its corrections."""
    with open_desk(store) as situation:
        made = situation.restore(document_id, who=by, why=why)
        situation.catch_up()
    print(plain(f"restored: {made.document_id}"))


def describe(
    document_id: DocumentId,
    published: Published = None,
    publisher: Publisher = None,
    agency: Agency = None,
    title: Title = None,
    url: Url = None,
    why: Why = "",
    by: By = "",
    store: Store = None,
) -> None:
    """Say of a kept report what it did not say of itself: its day, publisher, agency, title or address; empty for unknown.

    Its facts are read anew with that, so that "on Monday" gets its day, and keep their corrections.
    """
    told = {"published": published, "publisher": publisher, "agency": agency, "title": title, "url": url}
    changes = {name: value for name, value in told.items() if value is not None}
    if not changes:
        raise WrongValue("Say what is known of the report: --published, --publisher, --agency, --title or --url.")
    with open_desk(store) as situation:
        for made in situation.describe(document_id, changes, who=by, why=why):
            print(plain(_told(made)))
        situation.catch_up()


def _told(made: ReportDecision) -> str:
    return f"{made.document_id}: {made.field} {made.was or 'nothing'} → {made.now or 'nothing'}"
