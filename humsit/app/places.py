"""What holds where, now: of all reports about one condition at one place, the newest; where the newest disagree, "disputed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from humsit.app import phrases, words
from humsit.app.charts import Cell
from humsit.app.desk import Desk
from humsit.app.words import counts
from humsit.claims import ConditionQuestion
from humsit.records import ConditionKind, ConditionState, Standing
from humsit.situation import Selection
from humsit.tables import records_of

LOOKED_AT = 5
"""For each place that is shown so many are looked at: those of which most conditions are reported."""
MOST_REPORTS = 10_000
"""Reports of conditions that are looked at."""
NAMED = 4
"""Reports that are named as sources."""


@dataclass(frozen=True, slots=True)
class Now:
    """The newest word on one condition at one place, and how many reports there are in all."""

    place: str
    kind: ConditionKind
    state: ConditionState
    fact_id: str
    reports: int

    @property
    def words(self) -> str:
        """What it means for people."""
        return words.condition_words(self.kind, self.state)

    @property
    def tone(self) -> str:
        """Good, bad, neither or disputed."""
        return words.condition_tone(self.kind, self.state)

    def cell(self) -> Cell:
        """As the matrix draws it."""
        return Cell(self.place or words.NO_PLACE, words.TOPIC[self.kind], self.words, self.tone, self.fact_id)


def worst(desk: Desk, selection: Selection, most: int) -> list[Now]:
    """What holds now at the places with most bad news, `most` at most, of those of which most conditions are reported."""
    looked_at = tuple(place for place, _ in desk.condition_places(selection, limit=LOOKED_AT * most))
    if not looked_at:
        return []
    asked = replace(selection, place=looked_at)
    told = conditions_now(desk.page("conditions", asked, limit=MOST_REPORTS))
    now = with_disputes(told, desk.condition_questions(asked, standing=(Standing.CONTESTED,)))
    named = set(by_weight(now)[:most])
    return [one for one in now if one.place in named]


def conditions_now(frame: pd.DataFrame) -> list[Now]:
    """The newest state of every condition at every place, in the order of `ConditionKind`. `frame`: the conditions table."""
    told: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records_of("conditions", frame):
        told.setdefault((row["place"], row["condition"]), []).append(row)
    found = [_newest(place, ConditionKind(kind), rows) for (place, kind), rows in told.items()]
    order = list(ConditionKind)
    return sorted(found, key=lambda now: (now.place.casefold(), order.index(now.kind)))


def with_disputes(conditions: Iterable[Now], questions: Iterable[ConditionQuestion]) -> list[Now]:
    """The same, "disputed" where claimants contradict each other about days beside each other."""
    contested = {fact_id for question in questions if question.standing is Standing.CONTESTED for fact_id in question.facts}
    return disputed_where(conditions, contested)


def disputed_where(conditions: Iterable[Now], fact_ids: Collection[str]) -> list[Now]:
    """The same, "disputed" where the newest word is one of these facts."""
    return [replace(now, state=ConditionState.DISPUTED) if now.fact_id in fact_ids else now for now in conditions]


def _newest(place: str, kind: ConditionKind, rows: Sequence[dict[str, Any]]) -> Now:
    last = max(_day(row) for row in rows)
    newest = [row for row in rows if _day(row) == last]
    states = {row["state"] for row in newest}
    state = ConditionState(newest[-1]["state"]) if len(states) == 1 else ConditionState.DISPUTED
    return Now(place, kind, state, newest[-1]["fact_id"], len(rows))


def _day(row: dict[str, Any]) -> str:
    return str(row["as_of"] or row["published"] or "")


def by_weight(conditions: Iterable[Now]) -> list[str]:
    """The places, the one with most bad conditions first; reports without a place last."""
    conditions = list(conditions)
    weight = Counter({now.place: 0 for now in conditions})
    weight.update(now.place for now in conditions if now.tone in (words.BAD, words.DISPUTED))
    return sorted(weight, key=lambda place: (place == "", -weight[place], place.casefold()))


def topics_of(conditions: Iterable[Now]) -> list[str]:
    """The topics that anybody reports on, in their usual order."""
    reported = {now.kind for now in conditions}
    return [words.TOPIC[kind] for kind in ConditionKind if kind in reported]


def sources_of(frame: pd.DataFrame) -> str:
    """Which reports the conditions come from, each once."""
    rows = records_of("conditions", frame[["publisher", "agency", "published"]].drop_duplicates())
    printed = sorted({phrases.printed(row["publisher"], row["agency"], row["published"]) for row in rows})
    return counts.first_of(printed, NAMED, "; ")
