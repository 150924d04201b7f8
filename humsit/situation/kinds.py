"""Facts by their kind, as the verbs and the tables take them: what is still read, what was first read, how far it is reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from humsit.ledger import CorrectedFact
from humsit.records import AnyFact, Condition, Denial, Figure, Review, UnknownFact

F = TypeVar("F", Figure, Condition, Denial)


def records(facts: Iterable[CorrectedFact], kind: type[F]) -> list[F]:
    """The facts of a kind as they read now."""
    return [corrected.fact for corrected in facts if isinstance(corrected.fact, kind)]


def originals(facts: Iterable[CorrectedFact]) -> dict[str, AnyFact]:
    """fact_id of a corrected fact → as it was first read."""
    return {corrected.fact_id: corrected.original for corrected in facts if corrected.changes}


def reviews(facts: Iterable[CorrectedFact]) -> dict[str, Review]:
    """fact_id → how far an analyst has looked at it."""
    return {corrected.fact_id: corrected.review for corrected in facts}


def present(fact: AnyFact | None) -> AnyFact:
    """The fact; UnknownFact where the newest reading no longer finds it."""
    if fact is None:
        raise UnknownFact("The newest reading no longer finds this fact: its corrections can be undone, but not added to.")
    return fact
