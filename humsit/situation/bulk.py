"""Correcting many facts at once in a spreadsheet: a sheet of the desk, changed by hand, and given back.

Nothing is written before somebody has seen every change; then all of it is, in one go, or nothing. What cannot be taken is named
by row and column, each in one sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from humsit import ledger, tables
from humsit.ledger import CORRECTABLE, CorrectedFact, Draft, Field
from humsit.records import AnyFact, Correction, HumsitError, UnknownFact, WrongValue
from humsit.situation import kinds, questions
from humsit.situation.desk import Situation
from humsit.situation.sheet import KIND, OF_QUESTIONS, cells_of
from humsit.situation.spreadsheet import (
    Days,
    Line,
    Sheet,
    days_of,
    in_few_letters,
    number_of,
    read_sheet,
    same_text,
    text_of,
)
from humsit.store import Decide

MOST = 20_000
"""Rows of a sheet that are taken at a time."""
_FIXED = ("document_id", "number", "phrase", "quote", "in_words", "review")
"""Columns that show what a row is about, and that no correction changes by themselves."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that will read otherwise; `follows` where it does so only because another one was changed."""

    line: int
    fact_id: str
    field: str
    was: str | None
    now: str | None
    quote: str
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be taken; `line` 0: the whole file, `column` "": the whole row."""

    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        """The sentence with its place."""
        at = f"Row {self.line}, column {self.column}: " if self.column else f"Row {self.line}: " if self.line else ""
        return f"{at}{self.sentence}"


@dataclass(frozen=True)
class Preview:
    """What accepting a sheet would do. Where there is any problem, nothing can be accepted."""

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: int = 0
    versions: Mapping[str, int] = field(default_factory=dict)
    """fact_id → what had been decided on it when this was worked out."""
    notes: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The fact_ids that would be corrected, in the order of the sheet."""
        return tuple(dict.fromkeys(change.fact_id for change in self.changes))


# --- seen


def preview(situation: Situation, data: bytes) -> Preview:
    """What a sheet would change and what is wrong with it; writes nothing."""
    try:
        found = read_sheet(data)
        _refuse(found)
    except WrongValue as reason:
        return Preview(problems=(Problem(0, "", str(reason)),))
    facts, problems = _facts_of(situation, found)
    days = days_of((line.cells[name], day) for line, fact in facts for name, day in _days_in(line, fact))
    changes: list[Change] = []
    for line, corrected in facts:
        made, wrong = _changes(situation, line, corrected, days, found.continental)
        changes += made
        problems += wrong
    versions = {corrected.fact_id: corrected.version for _, corrected in facts}
    return Preview(tuple(changes), tuple(sorted(problems, key=_place)), len(found.lines), versions, tuple(_notes(found)))


def _notes(found: Sheet) -> Iterator[str]:
    if "version" not in found.columns:
        yield _NO_VERSION
    looked_at = {"fact_id", "version", *_FIXED, *(name for fields in CORRECTABLE.values() for name in fields)} - OF_QUESTIONS
    others = [name for name in found.columns if name and name not in looked_at and name != "original"]
    if others:
        yield f"These columns are not looked at, for nobody corrects them in a sheet: {', '.join(others)}."


_NO_VERSION = (
    "The file has no column version, so nobody can tell whether it is older than what stands here: look at every change."
)


def _place(problem: Problem) -> tuple[int, str]:
    return problem.line, problem.column


def _refuse(found: Sheet) -> None:
    known = {"fact_id", "version", *(column.name for name in KIND for column in tables.TABLES[name])}
    known |= {name for fields in CORRECTABLE.values() for name in fields}
    strange = [name for name in found.columns if name and name not in known]
    if strange:
        raise WrongValue(f"There is no column {strange[0]!r} in these tables: remove it, or give it its own name back.")
    if len(found.lines) > MOST:
        raise WrongValue(f"The file has {len(found.lines):,} rows: give at most {MOST:,} at a time.")


def _facts_of(situation: Situation, found: Sheet) -> tuple[list[tuple[Line, CorrectedFact]], list[Problem]]:
    """The rows with their facts as they read now, and what is wrong with the others."""
    known = _Known(situation)
    facts: list[tuple[Line, CorrectedFact]] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for line in found.lines:
        fact_id = text_of(line.cells["fact_id"])
        if fact_id and fact_id in first:
            problems.append(Problem(line.number, "fact_id", f"it is the fact of row {first[fact_id]} again: keep one of them."))
            continue
        first[fact_id] = line.number
        try:
            corrected = known.fact(fact_id)
            _refuse_version(situation, line, corrected)
        except HumsitError as reason:
            column = "version" if fact_id in known.facts else "fact_id"
            problems.append(Problem(line.number, column, str(reason)))
        else:
            facts.append((line, corrected))
    return facts, problems


class _Known:
    """Facts as they read now, looked up by whole reports: the rows of one stand together."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self.facts: dict[str, CorrectedFact] = {}

    def fact(self, fact_id: str) -> CorrectedFact:
        """The fact; UnknownFact with one sentence where there is none."""
        if not fact_id:
            raise UnknownFact("there is no id: give the row its own back, or remove the row.")
        if fact_id not in self.facts:
            try:
                found = self._situation.fact(fact_id)
            except UnknownFact:
                raise UnknownFact(_no_such(fact_id)) from None
            self.facts |= {one.fact_id: one for one in self._situation.document_facts(found.fact.document_id)}
            self.facts[fact_id] = found
        return self.facts[fact_id]


def _no_such(fact_id: str) -> str:
    if re.fullmatch(r"\d[.,]\d+E\+\d+", fact_id):
        return f"the spreadsheet has made a number of the id ({fact_id}): download the table again, and leave that column alone."
    return f"there is no fact “{fact_id}”: the row was added, or its id was changed."


def _refuse_version(situation: Situation, line: Line, corrected: CorrectedFact) -> None:
    if "version" not in line.cells:
        return
    said = text_of(line.cells["version"])
    if not said.isdigit():
        raise WrongValue(f"“{said}” is no version: give the row its own back.")
    if int(said) > corrected.version:
        raise WrongValue(f"there is no version {said} of this fact yet: give the row its own back.")
    if int(said) < corrected.version:
        newest = situation.history(corrected.fact_id)[-1]
        raise WrongValue(
            f"{newest.who} decided on it on {newest.when:%Y-%m-%d at %H:%M} UTC ({newest.why}), after this file was made: "
            "take the sheet again."
        )


def _days_in(line: Line, corrected: CorrectedFact) -> Iterator[tuple[str, dt.date | None]]:
    fields = CORRECTABLE[corrected.fact.kind]
    return ((name, getattr(corrected.fact, name)) for name in line.cells if name in fields and fields[name].asks == "date")


def _changes(
    situation: Situation, line: Line, corrected: CorrectedFact, days: Days, continental: bool
) -> tuple[list[Change], list[Problem]]:
    """What a row would change, or what is wrong with it."""
    asked: dict[str, str | None] = {}
    problems = [Problem(line.number, name, _FIXED_SAYS[name]) for name in _touched(line, corrected)]
    for name, cell in line.cells.items():
        asks = CORRECTABLE[corrected.fact.kind].get(name)
        if asks is None or name in OF_QUESTIONS:
            continue
        try:
            now = _now(asks, cell, getattr(corrected.fact, name), days, continental)
        except WrongValue as reason:
            problems.append(Problem(line.number, name, str(reason)))
        else:
            if now != ledger.show(getattr(corrected.fact, name)):
                asked[name] = now
    if problems or not asked:
        return [], problems
    try:
        return list(_told(situation, line, corrected, asked)), []
    except WrongValue as reason:
        return [], [Problem(line.number, next(iter(asked)) if len(asked) == 1 else "", str(reason))]


def _now(asks: Field, cell: str, before: Any, days: Days, continental: bool) -> str | None:
    """What a cell says that the field should read, as the ledger writes it; WrongValue where it says nothing that fits."""
    given: Any
    if asks.asks in ("number", "date"):
        given = number_of(cell, before, continental=continental) if asks.asks == "number" else days.read(cell, before)
        unchanged = given == before
    else:
        given = text_of(cell)
        unchanged = asks.asks == "text" and (same_text(given, before or "") or _is_masked(given, before or ""))
    return ledger.show(before) if unchanged else ledger.show(asks.read(ledger.show(given)))


_MASK = re.compile(r"an? \w+ \(\d{4}-\d{4}\)")


def _is_masked(cell: str, before: str) -> bool:
    """Whether it is what stood there with the names of private persons masked, as in tables that may leave the desk."""
    kept = _MASK.split(cell)
    return len(kept) > 1 and re.fullmatch(".+".join(map(re.escape, kept)), before, re.DOTALL) is not None


_REWRITTEN = {"document_id": re.compile(r"\d+(?:[eE]\d+)?"), "number": re.compile(r"[\d\s.,/–-]+")}
"""What spreadsheets rewrite as numbers and days of their own, so that another look of it says nothing."""
_FIXED_SAYS = {
    "document_id": "a fact stays with its report: give the cell its own id back.",
    "number": "these are the report's own words, which nobody can change: change value, low, high or qualifier instead.",
    "phrase": "these are the report's own words, which nobody can change: give the cell its own text back.",
    "quote": "these are the report's own words, which nobody can change: give the cell its own text back.",
    "in_words": "this column only says the figure in words: change value, low, high or qualifier instead.",
    "review": "facts are approved and rejected in the dashboard: give the cell its own word back.",
}


def _touched(line: Line, corrected: CorrectedFact) -> Iterator[str]:
    """The columns that cannot be changed, and were."""
    row = cells_of(corrected)
    for name in _FIXED:
        was = row.get(name, "")
        cell = text_of(line.cells.get(name, was))
        rewritten = name in _REWRITTEN and _REWRITTEN[name].fullmatch(was)
        if _bare(cell) not in (_bare(was), _bare(in_few_letters(was))) and not rewritten and not _is_masked(cell, was):
            yield name


def _bare(text: str) -> str:
    """Letters and digits alone: what spreadsheets leave as it is, whatever they do to separators and blanks."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _told(situation: Situation, line: Line, corrected: CorrectedFact, asked: Mapping[str, str | None]) -> Iterator[Change]:
    """The changes with those that follow from them; WrongValue where they contradict each other."""
    questions.refuse_beside(asked, situation.fact)
    rows = situation.history(corrected.fact_id)
    drafts = ledger.changing(corrected.original, rows, asked)
    after = ledger.tried(corrected.original, rows, drafts).fact
    for name in CORRECTABLE[corrected.fact.kind]:
        was, now = (ledger.show(getattr(fact, name)) for fact in (corrected.fact, after))
        if was != now:
            yield Change(line.number, corrected.fact_id, name, was, now, corrected.fact.quote, name not in asked)


# --- written


def accept(situation: Situation, seen: Preview, *, who: str, why: str) -> list[Correction]:
    """Make all the changes that were seen, for one reason: all or none.

    WrongValue where the sheet has a problem or changes nothing; StaleCorrection where somebody has decided on one of the facts
    since it was looked at. Then nothing has changed.
    """
    if seen.problems:
        raise WrongValue(f"Nothing was changed, for there is a problem first: {seen.problems[0]}")
    if not seen.changes:
        raise WrongValue("The file changes nothing: every field reads so already.")
    asked: dict[str, dict[str, str | None]] = {}
    for change in seen.changes:
        if not change.follows:
            asked.setdefault(change.fact_id, {})[change.field] = change.now
    decisions = {fact_id: _changing(changes) for fact_id, changes in asked.items()}
    versions = {fact_id: seen.versions[fact_id] for fact_id in asked}
    return situation.decide_all(decisions, who=who, why=why, versions=versions)


def _changing(changes: Mapping[str, str | None]) -> Decide:
    def decide(fact: AnyFact | None, rows: Sequence[Correction]) -> list[Draft]:
        return ledger.changing(kinds.present(fact), rows, changes)

    return decide


def decided_with(situation: Situation, correction_id: int) -> list[int]:
    """The numbers of all rows that were written in one go with this one, itself among them: what one undo takes back.

    WrongValue where there is no such row.
    """
    row = situation.store.correction(correction_id)
    together = [correction_id]
    for step in (-1, 1):
        number = correction_id + step
        while (other := _row_at(situation, number)) is not None and (other.when, other.who) == (row.when, row.who):
            together.append(number)
            number += step
    return sorted(together)


def _row_at(situation: Situation, number: int) -> Correction | None:
    try:
        return situation.store.correction(number)
    except WrongValue:
        return None
