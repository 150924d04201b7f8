"""What may be written into the ledger: each verb's rows, or one sentence that says why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from humsit.ledger.fields import CORRECTABLE, LONGEST_TEXT, Field, show, storable
from humsit.ledger.fold import CorrectedFact, apply, in_order, live
from humsit.records import Action, AnyFact, Correction, Figure, Measure, Review, StaleCorrection, WrongValue

_LEADING = ("value", "qualifier", "place", "as_of")
"""Fields that others follow, so that what is asked for those others is written after them."""
_PAIRS = (("low", "high"), ("period_start", "period_end"))
_NEVER = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before the store gives it its number, version, author and time."""

    action: Action
    field: str | None = None
    was: str | None = None
    now: str | None = None
    undoes: int | None = None


def said(who: str, why: str) -> tuple[str, str]:
    """Author and reason, trimmed; WrongValue where one is missing or endless."""
    author, reason = storable(who).strip(), storable(why).strip()
    if not author:
        raise WrongValue("A correction needs an author: say who you are.")
    if not reason:
        raise WrongValue("A correction needs a reason: say why.")
    if max(len(author), len(reason)) > LONGEST_TEXT:
        raise WrongValue(f"Author and reason may each be {LONGEST_TEXT:,} characters long: shorten them.")
    return author, reason


def changing(fact: AnyFact, rows: Sequence[Correction], changes: Mapping[str, str | None]) -> list[Draft]:
    """One row for each field that `changes` makes read otherwise.

    WrongValue where a field cannot be corrected, a text is no value for it, the values contradict each other (low above high,
    exact with two bounds), or nothing would change.
    """
    now = apply(fact, rows)
    asked = _asked(now, changes)
    drafts = [Draft(Action.CORRECT, name, show(getattr(now.fact, name)), words) for name, words in asked.items()]
    _refuse_backwards(now, tried(fact, rows, [d for d in drafts if d.field in _LEADING]), asked)
    after = tried(fact, rows, drafts)
    for name, words in asked.items():
        became = show(getattr(after.fact, name))
        if became != words:
            forced = f"the other values make it {became or 'nothing'}"
            raise WrongValue(f"{name} {words or 'nothing'} does not fit: {forced}, so correct those too.")
    return drafts


def reviewing(fact: AnyFact, rows: Sequence[Correction], action: Action) -> Draft:
    """The row that approves or rejects a fact; WrongValue where it already is."""
    now = apply(fact, rows)
    becomes = Review.APPROVED if action is Action.APPROVE else Review.REJECTED
    if now.review is becomes:
        raise WrongValue(f"This {fact.kind} is already {becomes}.")
    if fact.origin == "analyst" and now.rejected and not any(row.action is Action.ADD for row in live(rows)):
        raise WrongValue("This figure was added and the adding undone: redo that first.")
    return Draft(action, "review", now.review, becomes)


def taking_up(fact: AnyFact, rows: Sequence[Correction]) -> Draft:
    """The row that says that somebody is looking at a fact; WrongValue where it was decided, or somebody looks already."""
    now = apply(fact, rows)
    if now.review is not Review.EXTRACTED:
        raise WrongValue(f"This {fact.kind} is already {now.review.value.replace('_', ' ')}.")
    return Draft(Action.CORRECT, "review", now.review, Review.IN_REVIEW)


def adding(figure: Figure, existing: CorrectedFact | None) -> Draft:
    """The row that adds a figure which the reader missed, or took for something that the desk does not follow.

    WrongValue where these words are a followed fact already.
    """
    if existing is None or existing.rejected or getattr(existing.fact, "measure", None) is Measure.OTHER:
        return Draft(Action.ADD, now=figure.model_dump_json())
    is_already = getattr(existing.fact, "measure", existing.fact.kind)
    raise WrongValue(f"These words are a {existing.fact.kind} already ({is_already}): correct it instead of adding them again.")


def undoing(fact: AnyFact | None, rows: Sequence[Correction], correction_id: int) -> Draft:
    """The row that takes a correction back, also an undo (which redoes what it undid); WrongValue where that was done already.

    `fact` is None for a homeless correction, which can be undone like any other.
    """
    target = _last_word_on(correction_id, rows)
    draft = Draft(Action.UNDO, undoes=target)
    if fact is None:
        return draft
    before, after = apply(fact, rows), tried(fact, rows, [draft])
    name = _field_of(target, rows)
    if name is None or name == "review":
        return Draft(Action.UNDO, "review", before.review, after.review, target)
    return Draft(Action.UNDO, name, show(getattr(before.fact, name, None)), show(getattr(after.fact, name, None)), target)


def stale(rows: Sequence[Correction], version: int | None) -> StaleCorrection | None:
    """What to tell a writer who has not seen the newest row: who changed what to what."""
    newest = in_order(rows)[-1] if rows else None
    if version is None or version == (newest.version if newest else 0):
        return None
    if newest is None:
        return StaleCorrection("This was opened at a version that does not exist: open it again.")
    return StaleCorrection(f"{_told(newest)} since you opened this: look again, then decide.", newest)


def tried(fact: AnyFact, rows: Sequence[Correction], drafts: Sequence[Draft]) -> CorrectedFact:
    """The fact as it would read with the drafts written."""
    start = max((row.correction_id for row in rows), default=0) + 1
    return apply(fact, [*rows, *(_row(fact, draft, start + n) for n, draft in enumerate(drafts))])


def _told(row: Correction) -> str:
    change = f"{row.field} from {row.was or 'nothing'} to {row.now or 'nothing'}"
    deeds = {
        Action.CORRECT: f"changed {change}",
        Action.UNDO: f"undid a correction, which changed {change}",
        Action.REJECT: "rejected it",
        Action.APPROVE: "approved it",
        Action.ADD: "added it",
    }
    return f"{row.who} {deeds[row.action]} on {row.when:%Y-%m-%d at %H:%M} UTC ({row.why})"


def _asked(now: CorrectedFact, changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """The changes as canonical texts, without those that change nothing; those that others follow come first."""
    fields = {name: _field(now.fact, name) for name in changes}
    texts = {name: show(field.read(changes[name])) for name, field in fields.items()}
    asked = {name: words for name, words in texts.items() if words != show(getattr(now.fact, name))}
    if not asked:
        told = ", ".join(f"{name} is already {words or 'nothing'}" for name, words in texts.items())
        raise WrongValue(f"There is nothing to correct: {told or 'no field was named'}.")
    return dict(sorted(asked.items(), key=lambda item: item[0] not in _LEADING))


def _field(fact: AnyFact, name: str) -> Field:
    fields = CORRECTABLE[fact.kind]
    if name not in fields:
        raise WrongValue(f"{name!r} of a {fact.kind} cannot be corrected: choose one of {', '.join(fields)}.")
    return fields[name]


def _refuse_backwards(now: CorrectedFact, after: CorrectedFact, asked: Mapping[str, str | None]) -> None:
    for low_name, high_name in _PAIRS:
        if low_name not in asked and high_name not in asked:
            continue
        low, high = (
            _field(now.fact, name).read(asked[name]) if name in asked else getattr(after.fact, name)
            for name in (low_name, high_name)
        )
        if low is not None and high is not None and low > high:  # type: ignore[operator]  # both numbers or both dates
            way = "after" if low_name.startswith("period") else "above"
            raise WrongValue(f"{low_name} {show(low)} would be {way} {high_name} {show(high)}: correct both, or choose another.")


def _row(fact: AnyFact, draft: Draft, number: int) -> Correction:
    return Correction(
        correction_id=number,
        fact_id=fact.fact_id,
        document_id=fact.document_id,
        start=fact.start,
        end=fact.end,
        words="",
        version=number,
        action=draft.action,
        field=draft.field,
        was=draft.was,
        now=draft.now,
        who="-",
        when=_NEVER,
        why="-",
        undoes=draft.undoes,
    )


def _last_word_on(correction_id: int, rows: Sequence[Correction]) -> int:
    """Which row to undo so that a correction no longer counts: itself, or the redo that brought it back."""
    undone_by = {row.undoes: row for row in rows if row.undoes is not None}
    counting = {row.correction_id for row in live(rows)}
    if correction_id not in {row.correction_id for row in rows}:
        raise WrongValue(f"No correction of this fact has the number {correction_id}.")
    if correction_id not in counting:
        by = undone_by[correction_id]
        raise WrongValue(
            f"Correction {correction_id} was already undone by {by.who}: undo correction {by.correction_id} to redo it."
        )
    while correction_id in undone_by:
        correction_id = undone_by[undone_by[correction_id].correction_id].correction_id
    return correction_id


def _field_of(correction_id: int, rows: Sequence[Correction]) -> str | None:
    return next(row.field for row in rows if row.correction_id == correction_id)
