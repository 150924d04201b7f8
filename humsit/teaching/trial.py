"""What would rows of a word list change? Kept reports are read without and with them, and the two readings are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from humsit.facts.find import find_facts
from humsit.ledger import live
from humsit.records import Action, AnyFact, Correction, Document, Figure, Measure, WrongValue
from humsit.situation import Situation
from humsit.tables import in_words
from humsit.teaching.check import unproved_rows
from humsit.vocabulary import LISTS, Placed, Problem, Vocabulary, key_of, read_own, rows_of

_AMOUNT = {"value", "low", "high", "qualifier", "number", "phrase"}
_SAME_FOR_ALL = set(
    "kind document_id fact_id start end origin publisher agency published quote quote_start quote_end page".split()
)
_OF_THE_READING = {"why", "unit_start", "unit_end", "country", "latitude", "longitude"}
_NOT_TOLD = _AMOUNT | _SAME_FOR_ALL | _OF_THE_READING
_LINKS = {"part_of": "a total", "replaced_by": "a newer figure"}
"""Fields that hold the id of another fact, and what is said where they hold one."""


class Effect(StrEnum):
    """What the rows do to one fact of the tables."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """One fact that reads otherwise with the rows: as it is read without them (None: not at all), and with them."""

    document: Document
    before: AnyFact | None
    after: AnyFact | None
    corrections: tuple[Correction, ...] = ()
    """What analysts did to the fact and nobody has undone, oldest first."""

    @property
    def effect(self) -> Effect | None:
        """What becomes of it; a figure of measure `other` counts as none. None where nothing else is touched."""
        match is_followed(self.before), is_followed(self.after):
            case False, False:
                return None
            case False, True:
                return Effect.GAINED
            case True, False:
                return Effect.LOST
        return Effect.CHANGED

    @property
    def losing(self) -> list[Correction]:
        """The corrections that lose the fact that they were made on."""
        if self.before is None or (self.after is not None and self.after.fact_id == self.before.fact_id):
            return []
        return [row for row in self.corrections if row.fact_id == self.before.fact_id]

    @cached_property
    def fields(self) -> dict[str, tuple[str, str]]:
        """field → how it reads without and with the rows ("": nothing), for those that differ; empty where a fact is missing."""
        if self.before is None or self.after is None:
            return {}
        was, now = _said(self.before), _said(self.after)
        return {name: (was[name], now[name]) for name in was if was[name] != now[name]}


def is_followed(fact: AnyFact | None) -> bool:
    """Whether there is a fact that the desk follows: any but a figure of measure `other`."""
    return fact is not None and not (isinstance(fact, Figure) and fact.measure is Measure.OTHER)


def written_rows(name: str, given: bytes, own: Path, file: str | None = None) -> tuple[list[Placed], list[Problem]]:
    """The rows of the list `name` that `given` holds as CSV, and what is wrong with the others, as `humsit words check` says it.

    Their columns stand in the list's order, unless the first row names them. Without a `file` that they come from they are
    numbered as if they were added to the list in the folder `own`. WrongValue where no list has this name.
    """
    if name not in LISTS:
        raise WrongValue(f"{name!r} is the name of no word list: the lists are {', '.join(sorted(LISTS))}.")
    content = given.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        return [], [Problem(file or f"{name}.csv", 0, f"there is no row; write {','.join(LISTS[name].columns)}")]
    with_header = _has_header(name, content)
    path = own / f"{name}.csv"
    first = _rows_in(path) if file is None else int(with_header)
    return rows_of(name, file or str(path), content if with_header else _header(name) + content, first=first)


def _rows_in(path: Path) -> int:
    """How many rows a list has, its first one included, which it gets if it has none."""
    return max(1, path.read_bytes().rstrip().count(b"\n") + 1) if path.is_file() else 1


def _header(name: str) -> bytes:
    return ",".join(LISTS[name].columns).encode() + b"\n"


def _has_header(name: str, content: bytes) -> bool:
    first = content.partition(b"\n")[0].decode("utf-8", "replace")
    return set(LISTS[name].columns) <= {cell.strip() for cell in first.split(",")}


def try_rows(
    situation: Situation, name: str, rows: Sequence[Placed], progress: Callable[[int], None] = lambda done: None
) -> Iterator[Change]:
    """Every fact of the kept reports that the rows would touch, in the order of reports and of their words. Keeps nothing.

    `progress` is told the number of reports read. WrongValue where a row's example does not prove it.
    """
    without = situation.vocabulary
    knowing = without.knowing(name, [one.row for one in rows])
    for problem in unproved_rows(name, rows, knowing):
        raise WrongValue(f"{problem}.")
    return _changes(situation, without, knowing, progress)


def _changes(situation: Situation, without: Vocabulary, knowing: Vocabulary, progress: Callable[[int], None]) -> Iterator[Change]:
    for number, document in enumerate(situation.store.documents(withdrawn=False), 1):
        for before, after in _differing(find_facts(document, without), find_facts(document, knowing)):
            ids = dict.fromkeys(fact.fact_id for fact in (before, after) if fact is not None)
            ledger = (row for fact_id in ids for row in live(situation.history(fact_id)))
            corrections = tuple(row for row in ledger if row.action is not Action.UNDO)
            change = Change(document, before, after, corrections)
            if change.effect is not None and (change.fields or change.effect is not Effect.CHANGED):
                yield change
        progress(number)


Pair = tuple[AnyFact | None, AnyFact | None]


def _differing(before: Sequence[AnyFact], after: Sequence[AnyFact]) -> list[Pair]:
    """What was read twice, otherwise or of other words that overlap; then what one reading alone has; in the text's order."""
    was, now = ({fact.fact_id: fact for fact in facts} for facts in (before, after))
    pairs: list[Pair] = [(was[i], now[i]) for i in was if i in now and was[i] != now[i]]
    gone, come = [was[i] for i in was if i not in now], [now[i] for i in now if i not in was]
    for fact in gone:
        other = next((one for one in come if one.kind == fact.kind and one.start < fact.end and fact.start < one.end), None)
        pairs.append((fact, other))
        come = [one for one in come if one is not other]
    pairs += [(None, fact) for fact in come]
    return sorted(pairs, key=lambda pair: next(fact.start for fact in pair if fact is not None))


def _said(fact: AnyFact) -> dict[str, str]:
    """Everything about a fact that an analyst sees, each as text."""
    words = {"words": fact.number, "value": in_words(fact)} if isinstance(fact, Figure) else {"words": fact.phrase}
    fields = (name for name in type(fact).model_fields if name not in _NOT_TOLD)
    return words | {name: _text(name, getattr(fact, name)) for name in fields}


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    return _LINKS.get(name, str(value))


def notes_on(situation: Situation, name: str, rows: Sequence[Placed], own: Path) -> Iterator[str]:
    """A sentence for each row that stands in the lists already, word for word or with the same key."""
    kept = {key_of(name, one.row): one.number for one in read_own(name, own)[0]}
    known = {key_of(name, row): row for row in situation.vocabulary.rows[name]}
    for one in rows:
        key = key_of(name, one.row)
        said = " / ".join(filter(None, key))
        if known.get(key) == one.row:
            yield f"{said!r} stands in {name}.csv already, word for word."
        elif key in kept:
            yield f"{said!r} stands in row {kept[key]} of your {name}.csv: change that row, two of them would be a problem."
        elif key in known:
            yield f"{said!r} takes the place of the built-in row {','.join(known[key].values())!r}."
