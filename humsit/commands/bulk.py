"""`humsit correct --from FILE.csv` and `humsit undo ID --together`: many corrections in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from humsit.commands.options import open_desk
from humsit.output import Complaints, plain
from humsit.records import UnreadableInput, WrongValue

if TYPE_CHECKING:
    from humsit.situation import Situation


def correct_from(path: Path, *, dry_run: bool, who: str, why: str, store: str | None) -> None:
    """Prints what a sheet changes, and keeps it unless it is a trial. WrongValue where it cannot be taken, each problem said."""
    from humsit.situation.bulk import accept, preview

    data = _bytes_of(path)
    with open_desk(store) as situation:
        seen = preview(situation, data)
        complaints = Complaints()
        for sentence in (*seen.notes, *seen.problems):
            complaints.say(sentence)
        for change in seen.changes:
            follows = " (follows)" if change.follows else ""
            said = f"{change.field}: {change.was or 'nothing'} → {change.now or 'nothing'}{follows}"
            print(plain(f"row {change.line}: {change.fact_id} {said} “{change.quote}”"))
        if seen.problems:
            raise WrongValue(f"Nothing was changed: put what is said of {path.name} right first.")
        if dry_run:
            print(f"{len(seen.changes)} fields of {len(seen.facts)} facts would change. Nothing was changed.")
            return
        rows = accept(situation, seen, who=who, why=why)
    print(f"{len(seen.changes)} fields of {len(seen.facts)} facts changed.", end=" ")
    print(f"To take all of it back: humsit undo {rows[0].correction_id} --together --by … --why …")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as reason:
        raise UnreadableInput(f"{path} cannot be read ({reason.strerror}): name a CSV file.") from reason


def undo_together(situation: Situation, correction_id: int, *, who: str, why: str) -> None:
    """Takes all rows back that were written in one go with this one, all or none."""
    from humsit.situation.bulk import decided_with

    rows = situation.undo_all(decided_with(situation, correction_id), who=who, why=why)
    facts = len({row.fact_id for row in rows})
    print(
        f"{len(rows)} rows of {facts} facts taken back. To redo it: humsit undo {rows[0].correction_id} --together --by … --why …"
    )
