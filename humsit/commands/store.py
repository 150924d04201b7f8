"""`humsit correct`, `reject`, `approve`, `undo`, `judge` and `reread`: the verbs of the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from humsit.commands import bulk
from humsit.commands.options import (
    By,
    FactId,
    Store,
    Who,
    Why,
    open_desk,
)
from humsit.output import plain
from humsit.records import Correction, JudgementKind, WrongValue


def correct(
    fact_id: Annotated[str | None, typer.Argument(metavar="[FACT_ID]", help="A fact's id, as every table shows it.")] = None,
    field: Annotated[str | None, typer.Option(help="The field to change, such as value, place or claimant.")] = None,
    to: Annotated[str | None, typer.Option(metavar="VALUE", help="What it is; empty for unknown.")] = None,
    sheet: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE.csv", help="Correct many at once: a sheet of the dashboard or a CSV of figures."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --from: say what would change, and change nothing.")] = False,
    why: Why = "",
    by: Who = "",
    store: Store = None,
) -> None:
    """Change one field of a fact, or with --from many facts, all or none; what stood there is kept.

    A sheet is the CSV that the Corrections view gives under "Correct many at once", or that humsit export figures prints, changed
    in a spreadsheet. Every change and every problem is printed, with its row and column.
    """
    if sheet is not None:
        if fact_id is not None or field is not None or to is not None:
            raise WrongValue("--from FILE.csv corrects what the file says: leave FACT_ID, --field and --to out.")
        bulk.correct_from(sheet, dry_run=dry_run, who=by, why=why, store=store)
        return
    if fact_id is None or field is None or to is None or dry_run:
        raise WrongValue("Give FACT_ID, --field and --to for one correction, or --from FILE.csv (and --dry-run) for many.")
    with open_desk(store) as situation:
        _tell(situation.correct(fact_id, field, to, who=by, why=why))


def reject(fact_id: FactId, why: Why = "", by: By = "", store: Store = None) -> None:
    """Take a fact out of every count; it stays to be seen."""
    with open_desk(store) as situation:
        _tell(situation.reject(fact_id, who=by, why=why))


def approve(fact_id: FactId, why: Why = "", by: By = "", store: Store = None) -> None:
    """Mark a fact as looked at and right."""
    with open_desk(store) as situation:
        _tell(situation.approve(fact_id, who=by, why=why))


def undo(
    correction_id: Annotated[
        int, typer.Argument(metavar="ID", help="A correction's number; `humsit export corrections` shows it.")
    ],
    together: Annotated[bool, typer.Option("--together", help="And all that was decided in one go with it.")] = False,
    why: Why = "",
    by: By = "",
    store: Store = None,
) -> None:
    """Take a correction back, or with --together a whole sheet of them; all of it stays in the history."""
    with open_desk(store) as situation:
        if together:
            bulk.undo_together(situation, correction_id, who=by, why=why)
        else:
            _tell(situation.undo(correction_id, who=by, why=why))


def judge(
    kind: Annotated[
        JudgementKind, typer.Argument(metavar="KIND", help="reliability, claimant, place, side, group, event or confidential.")
    ],
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="The name that it is about, as the reports write it; of confidential a document_id."),
    ],
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="[VALUE]", help="A to F, the name that it stands for, or yes; without it, what was judged is taken back."
        ),
    ] = None,
    why: Why = "",
    by: By = "",
    store: Store = None,
) -> None:
    """Say how reliable a source is (A to F), which name another stands for (MoH is the Health Ministry), or that a report is
    confidential (yes).
    """
    from humsit.situation import mark_confidential, release

    with open_desk(store) as situation:
        if kind is JudgementKind.CONFIDENTIAL and value in (None, "", "yes"):
            decide = mark_confidential if value else release
            made = decide(situation, name, who=by, why=why)
        else:
            made = situation.judge(kind, name, value, who=by, why=why)
    print(plain(f"{made.kind}: {made.subject} → {made.now or 'taken back'}. humsit export judgements lists all of them."))


def reread(store: Store = None) -> None:
    """Read every kept report again, with today's reader and word lists; corrections stay with their facts."""
    with open_desk(store) as situation:
        done = situation.reread()
    print(f"{done.documents} reports read again: {done.found} facts, {done.gained} new, {done.lost} gone.")
    if done.homeless:
        print(f"{done.homeless} corrections have lost their fact; the Corrections view lists them.")


def _tell(made: Correction) -> None:
    change = f": {made.field} {made.was or 'nothing'} → {made.now or 'nothing'}" if made.field else ""
    print(plain(f"{made.action} “{made.words}”{change}. To take it back: humsit undo {made.correction_id} --by … --why …"))
