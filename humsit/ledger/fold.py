"""Folding: which rows of the ledger count, and what they make of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from humsit.gazetteer import Evidence, choose, find_name
from humsit.ledger import bounds
from humsit.ledger.fields import CORRECTABLE, Value, show
from humsit.records import Action, AnyFact, Correction, Figure, Precision, Review, Standing, WrongValue

_BOUND_FIELDS = ("value", "low", "high", "qualifier")
_WHERE = ("country", "admin1", "latitude", "longitude")
_DECISIONS = (Action.APPROVE, Action.REJECT)
_OTHER_AXES = frozenset({"credibility"})
"""Fields that say nothing of how a fact reads, so that its approval stands whatever becomes of them."""


class Change(NamedTuple):
    """A field that reads otherwise than in the original, and the newest row that made it so."""

    was: str | None
    now: str | None
    correction: Correction


@dataclass(frozen=True, slots=True)
class CorrectedFact:
    """A fact as it stands after its corrections, with what it was."""

    fact: AnyFact
    original: AnyFact
    changes: Mapping[str, Change]
    review: Review = Review.EXTRACTED
    version: int = 0
    """Rows of the ledger about this fact so far: what a writer says it has seen."""

    @property
    def fact_id(self) -> str:
        """The id of the fact, which no correction changes."""
        return self.fact.fact_id

    @property
    def rejected(self) -> bool:
        """Whether it must not be counted."""
        return self.review is Review.REJECTED


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """The rows as they were made, whatever order they come in."""
    return sorted(corrections, key=lambda row: row.correction_id)


def live(corrections: Iterable[Correction]) -> list[Correction]:
    """The rows that no live row undoes, in the order they were made."""
    rows = in_order(corrections)
    undone: set[int] = set()
    for row in reversed(rows):
        if row.undoes is not None and row.correction_id not in undone:
            undone.add(row.undoes)
    return [row for row in rows if row.correction_id not in undone]


def apply(fact: AnyFact, corrections: Iterable[Correction]) -> CorrectedFact:
    """The fact as its ledger says it reads now. Rows that no longer fit it (another kind after a new reading) change nothing."""
    rows = in_order(corrections)
    if not rows:
        return CorrectedFact(fact, fact, {})
    added, counting = _since_added(rows)
    original = added or fact
    readings = _readings(original, counting)
    corrected = original.model_copy(update={name: value for name, (value, _) in readings.items()})
    review = Review.REJECTED if original.origin == "analyst" and added is None else _review(original, rows)
    return CorrectedFact(corrected, original, _changes(original, corrected, readings), review, len(rows))


def _since_added(rows: Iterable[Correction]) -> tuple[Figure | None, list[Correction]]:
    """The figure of the newest live `add` row, and the live rows about it: what was done before was about another reading."""
    counting = live(rows)
    for number in range(len(counting) - 1, -1, -1):
        row = counting[number]
        if row.action is Action.ADD and row.now:
            return Figure.model_validate_json(row.now, extra="ignore"), counting[number + 1 :]
    return None, counting


_Readings = dict[str, tuple[Any, Correction]]


def _readings(original: AnyFact, rows: Iterable[Correction]) -> _Readings:
    """For each field that live rows touch, directly or because it follows: its value and the row."""
    readings: _Readings = {}
    rows = list(rows)
    whole = bounds.of_figure(original) if isinstance(original, Figure) else None
    for row in rows:
        field = CORRECTABLE[original.kind].get(row.field or "")
        if row.action is not Action.CORRECT or field is None:
            continue
        try:
            now = field.read(row.now)
        except WrongValue:
            continue
        if whole is not None and field.name in _BOUND_FIELDS:
            whole = bounds.with_field(whole, field.name, now)
            readings.update({name: (value, row) for name, value in asdict(whole).items()})
        else:
            readings[field.name] = (_typed(original, field.name, now), row)
            readings.update({name: (value, row) for name, value in _following(field.name, now).items()})
    return _placed_anew(original, readings)


def _following(field: str, now: Value) -> dict[str, Any]:
    """What a corrected field takes with it: another place lies elsewhere, see `_placed_anew`; a date given is a day."""
    if field == "place":
        return dict.fromkeys(_WHERE)
    return {"as_of_precision": Precision.UNKNOWN if now is None else Precision.DAY} if field == "as_of" else {}


def _placed_anew(original: AnyFact, readings: _Readings) -> _Readings:
    """Another place has what the gazetteer knows of it, as far as nobody gave that; nothing where it cannot tell which is meant.

    The country that was given, else that of the first place, counts as the one that the text speaks of.
    """
    if "place" not in readings or not readings["place"][0]:
        return readings
    place, row = readings["place"]
    given = {name: readings[name][0] for name in _WHERE if readings[name][1] is not row}
    country = given.get("country", original.country)
    found = choose(place, find_name(place), Evidence(named={country: 1} if country else {}))
    if any(found._asdict()[name] != value for name, value in given.items() if name in ("country", "admin1")):
        return readings
    known: dict[str, str | float | None] = {"country": found.country, "admin1": found.admin1}
    if given.keys().isdisjoint(("latitude", "longitude")):
        known |= {"latitude": found.latitude, "longitude": found.longitude}
    return readings | {name: (value, row) for name, value in known.items() if name not in given}


def _typed(original: AnyFact, name: str, now: Value) -> Any:
    """The value as the record holds it: an enum where it holds one."""
    if now is not None and name == "ruled_standing":
        return Standing(str(now))
    was = getattr(original, name)
    return type(was)(now) if isinstance(was, str) and now is not None else now


def _changes(original: AnyFact, corrected: AnyFact, readings: _Readings) -> dict[str, Change]:
    changes = {}
    for name, (_, row) in readings.items():
        was, now = show(getattr(original, name)), show(getattr(corrected, name))
        if was != now:
            changes[name] = Change(was, now, row)
    return changes


def _review(original: AnyFact, rows: Sequence[Correction]) -> Review:
    base, counting = _since_added(rows)
    decisions = [row for row in counting if row.action in _DECISIONS]
    if not decisions:
        looked_at = any(row.action is Action.CORRECT and row.field == "review" for row in counting)
        return Review.IN_REVIEW if looked_at else Review.EXTRACTED
    if decisions[-1].action is Action.REJECT:
        return Review.REJECTED
    base_seen, seen = _since_added(row for row in rows if row.correction_id <= decisions[-1].correction_id)
    unchanged = base == base_seen and _words(original, seen) == _words(original, counting)
    return Review.APPROVED if unchanged else Review.APPROVED_BUT_CHANGED


def _words(original: AnyFact, rows: Iterable[Correction]) -> dict[str, str | None]:
    """What every touched field reads, without those that read as they did at first."""
    read = {name: show(value) for name, (value, _) in _readings(original, rows).items() if name not in _OTHER_AXES}
    return {name: words for name, words in read.items() if words != show(getattr(original, name))}
