"""Which questions turned between two times that their cell was worked out: new ones, other standings, claims revised."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from humsit.records import Standing

Row = dict[str, Any]


class Turn(StrEnum):
    """What happened to a question."""

    NEW = "new"
    """Nobody had answered it before."""
    CONTESTED = "contested"
    """Its claims rule each other out now."""
    RESOLVED = "resolved"
    """They did, and no longer do."""
    REVISED = "revised"
    """A claimant answers with another figure."""


def turns_between(before: Sequence[Row], now: Sequence[Row]) -> list[Row]:
    """The rows of the changes table, without their moment: kind, question_id, fact_id, was, now.

    Both as the store keeps questions. `was` and `now`: standings, or fact_ids of a claim that was revised.
    """
    known = {row["question_id"]: row for row in before}
    return [turn for row in now for turn in _turns(known.get(row["question_id"]), row)]


def _turns(before: Row | None, now: Row) -> Iterator[Row]:
    claims = json.loads(now["payload"])["claims"]
    first = claims[0]["figure"]
    if before is None:
        yield _row(Turn.NEW, now, first, "", now["standing"])
        return
    was, is_now = before["standing"], now["standing"]
    if was != is_now and Standing.CONTESTED.value in (was, is_now):
        yield _row(Turn.CONTESTED if is_now == Standing.CONTESTED else Turn.RESOLVED, now, first, was, is_now)
    yield from _revised(json.loads(before["payload"])["claims"], claims, now)


def _revised(before: Iterable[Row], claims: Iterable[Row], now: Row) -> Iterator[Row]:
    said = {claim["claimant"]: claim for claim in before}
    for claim in claims:
        old = said.get(claim["claimant"])
        if old is not None and old["figure"] != claim["figure"] and old["figure"] in claim["superseded"]:
            yield _row(Turn.REVISED, now, claim["figure"], old["figure"], claim["figure"])


def _row(kind: Turn, question: Row, fact_id: str, was: str, now: str) -> Row:
    return {"kind": kind.value, "question_id": question["question_id"], "fact_id": fact_id, "was": was, "now": now}
