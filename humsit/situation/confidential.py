"""Reports that must not leave the desk: an analyst marks one as confidential, with a name and a reason, and can take it back.

A mark is a judgement about a report's id, so it has its place in the history and on the clock like every other. It changes
nothing at the desk itself; exports and briefs leave out what such a report says.
"""

from __future__ import annotations

from typing import Protocol

import pandas as pd

from humsit.records import Judgement, JudgementKind, WrongValue
from humsit.situation.desk import Situation
from humsit.store import NOW, Known, Selection
from humsit.tables import records_of

YES = "yes"


class HasTables(Protocol):
    """A Situation, or what keeps its answers."""

    def table(self, name: str, selection: Selection) -> pd.DataFrame:
        """The table of this name."""


def confidential_reports(situation: HasTables, known: Known = NOW) -> dict[str, Judgement]:
    """document_id of every report that was confidential by then → the judgement that makes it so."""
    marked: dict[str, Judgement] = {}
    for row in confidential_history(situation, known):
        marked.pop(row.subject, None)
        if row.now is not None:
            marked[row.subject] = row
    return marked


def confidential_history(situation: HasTables, known: Known = NOW) -> list[Judgement]:
    """Every mark and every taking back of one, oldest first."""
    rows = records_of("judgements", situation.table("judgements", Selection(known=known)))
    return [Judgement.model_validate(row) for row in rows if row["kind"] == JudgementKind.CONFIDENTIAL]


def mark_confidential(situation: Situation, document_id: str, *, who: str, why: str) -> Judgement:
    """Leave a report out of exports and briefs from now on.

    UnknownFact where there is no such report; WrongValue without author or reason, or where it is confidential already.
    """
    situation.document(document_id)
    if document_id in confidential_reports(situation):
        raise WrongValue("This report is confidential already.")
    return situation.judge(JudgementKind.CONFIDENTIAL, document_id, YES, who=who, why=why)


def release(situation: Situation, document_id: str, *, who: str, why: str) -> Judgement:
    """Let a report leave the desk again. WrongValue where it is not confidential."""
    if document_id not in confidential_reports(situation):
        raise WrongValue(f"The report {document_id!r} is not confidential, so there is nothing to take back.")
    return situation.judge(JudgementKind.CONFIDENTIAL, document_id, None, who=who, why=why)
