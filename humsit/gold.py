"""Gold texts: texts with everything that a careful person took from them, to measure the reader against.

A JSON lines file, a text a line: `id`, `text`, `figures`, `conditions` and `traps`, each of them found by its own words and
by which occurrence of them it is, so that a person can write it.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from humsit.records import (
    ConditionKind,
    ConditionState,
    Document,
    Measure,
    Number,
    Qualifier,
    Stance,
    Unit,
    UnreadableInput,
)

Span = tuple[int, int]


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldFigure(_Gold):
    """A figure that a person marked: the `nth` place where `number` stands, what it says, all accepted names of its claimant."""

    number: str
    measure: Measure
    nth: int = 1
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: Unit = Unit.OTHER
    group: str | None = ""
    place: str | None = ""
    claimant: tuple[str, ...] = ("",)
    stance: Stance = Stance.REPORTED


class GoldCondition(_Gold):
    """A condition that a person marked; an `optional` one may be read or not."""

    phrase: str
    condition: ConditionKind
    state: ConditionState
    nth: int = 1
    place: str | None = ""
    claimant: tuple[str, ...] = ("",)
    optional: bool = False


class Trap(_Gold):
    """A number that is no figure, and why."""

    number: str
    nth: int = 1
    why: str = ""


class GoldText(_Gold):
    """A text with everything that a perfect reader takes from it."""

    id: str
    text: str = Field(min_length=1)
    publisher: str | None = None
    agency: str | None = None
    published: dt.date | None = None
    figures: tuple[GoldFigure, ...] = ()
    conditions: tuple[GoldCondition, ...] = ()
    traps: tuple[Trap, ...] = ()

    @property
    def document(self) -> Document:
        """The text as a report, as the reader gets it."""
        known = {"publisher": self.publisher or None, "agency": self.agency or None, "published": self.published}
        return Document(document_id=self.id, text=self.text, **known)


def read_gold(path: Path) -> list[GoldText]:
    """The gold texts of a JSON lines file. Raises UnreadableInput, naming file, line and what is wrong with it."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as reason:
        raise UnreadableInput(
            f"{path} cannot be read ({getattr(reason, 'strerror', None) or reason}): name a gold file."
        ) from reason
    return [_gold_text(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _gold_text(line: str, where: str) -> GoldText:
    try:
        gold = GoldText.model_validate(json.loads(line))
    except ValidationError as reason:
        first = reason.errors()[0]
        at = ".".join(map(str, first["loc"]))
        raise UnreadableInput(f"{where} is not gold: {at}: {first['msg']}.") from reason
    except ValueError as reason:
        raise UnreadableInput(f"{where} is not valid JSON ({reason}): mend or remove it.") from reason
    numbers = [(marked.number, marked.nth) for marked in gold.figures] + [(trap.number, trap.nth) for trap in gold.traps]
    phrases = [(condition.phrase, condition.nth) for condition in gold.conditions]
    for words, nth in numbers + phrases:
        spot(gold.text, words, nth, where)
    return gold


def spot(text: str, words: str, nth: int, where: str) -> Span:
    """Where the `nth` occurrence of `words` stands. Raises UnreadableInput, naming `where`, if there is none."""
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise UnreadableInput(f"{where} is not gold: “{words}” stands fewer than {nth} times in its text.")
    return at, at + len(words)
