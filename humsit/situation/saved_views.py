"""Views that are kept under a name for all analysts: the filters of one, as they stand in its address.

What is kept is only text. Whoever opens a view reads the filters that they know from it, and nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from humsit.records import Judgement, JudgementKind, WrongValue
from humsit.situation.desk import Situation
from humsit.situation.names import known_as
from humsit.tables import records_of

LONGEST_NAME, LONGEST_QUERY = 60, 4_000
"""Characters of a name, and of the filters that it stands for."""
_WHY_SAVED, _WHY_REMOVED = "Saved as a view", "Removed from the saved views"


@dataclass(frozen=True, slots=True)
class SavedView:
    """Filters under a name, with who saved them and when."""

    name: str
    query: str
    who: str
    when: dt.datetime


def saved_views(judgements: Iterable[Judgement]) -> list[SavedView]:
    """The views that are kept, by their names; of all judgements, oldest first, the newest about each name counts."""
    kept: dict[str, SavedView] = {}
    for row in judgements:
        if row.kind is not JudgementKind.SAVED_VIEW:
            continue
        kept.pop(known_as(row.subject), None)
        if row.now is not None:
            kept[known_as(row.subject)] = SavedView(row.subject, row.now, row.who, row.when)
    return sorted(kept.values(), key=lambda view: view.name.casefold())


def kept_views(situation: Situation) -> list[SavedView]:
    """The views that are kept now."""
    rows = records_of("judgements", situation.table("judgements"))
    return saved_views(Judgement.model_validate(row) for row in rows)


def save_view(situation: Situation, name: str, query: str, *, who: str) -> SavedView:
    """Keep filters under a name. WrongValue without a name or an author, or where the name stands for other filters already."""
    name = " ".join(name.split())
    if not name:
        raise WrongValue("A view needs a name: say what it shows.")
    if len(name) > LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise WrongValue(f"A view's name may be {LONGEST_NAME} characters long, its filters {LONGEST_QUERY:,}: shorten them.")
    there = next((view for view in kept_views(situation) if known_as(view.name) == known_as(name)), None)
    if there is not None:
        raise WrongValue(f"There is a view of this name already, by {there.who}: choose another name, or remove that one first.")
    row = situation.judge(JudgementKind.SAVED_VIEW, name, query or "?", who=who, why=_WHY_SAVED)
    return SavedView(row.subject, query, row.who, row.when)


def remove_view(situation: Situation, name: str, *, who: str) -> None:
    """Take a view away; its row stays in the history. WrongValue where there is none of this name."""
    if all(known_as(view.name) != known_as(name) for view in kept_views(situation)):
        raise WrongValue(f"There is no view {name!r} any more: somebody has removed it.")
    situation.judge(JudgementKind.SAVED_VIEW, name, None, who=who, why=_WHY_REMOVED)
