"""What rows of a word list would change, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from humsit.records import Action, AnyFact, Correction, Figure
from humsit.tables import in_words
from humsit.teaching.trial import Change, Effect

NOTHING = "nothing"
_VERB = {Effect.GAINED: "gains", Effect.LOST: "loses", Effect.CHANGED: "changes"}
_BEFORE, _BEHIND = 110, 90
"""So many characters of the sentence are shown before and behind a fact's words."""


def lines_of(change: Change) -> Iterator[str]:
    """A change in lines: what happens to which fact, its sentence, and the corrections that hang on it."""
    effect = change.effect
    if effect is None:
        return
    shown = change.after if effect is not Effect.LOST and change.after is not None else change.before
    if shown is None:
        return
    yield f"{_VERB[effect]} “{_words(shown)}”: {_what(change, shown)}"
    yield f"in “{_sentence(change.document.text, shown)}”"
    yield from (_hanging(change, row) for row in change.corrections)


def counted(effects: Counter[Effect], reports: int, of: int) -> str:
    """The count line."""
    facts = f"{effects[Effect.GAINED]:,} gained, {effects[Effect.LOST]:,} lost, {effects[Effect.CHANGED]:,} changed"
    return f"{facts}, in {reports:,} of {of:,} {'report' if of == 1 else 'reports'}."


def name_of(change: Change) -> str:
    """A report's line: its id, who printed it, when."""
    document = change.document
    known = (document.document_id, document.publisher, document.published and document.published.isoformat(), document.title)
    return ", ".join(part for part in known if part)


def _what(change: Change, shown: AnyFact) -> str:
    if change.effect is Effect.CHANGED:
        return "; ".join(
            f"{name.replace('_', ' ')} {was or NOTHING} → {now or NOTHING}" for name, (was, now) in change.fields.items()
        )
    if change.fields:  # a figure of measure other, which the desk reads but does not follow
        return f"{_fact(shown)} (measure {' → '.join(change.fields['measure'])})"
    return _fact(shown)


def _fact(fact: AnyFact) -> str:
    if isinstance(fact, Figure):
        what = [f"{fact.measure}, {in_words(fact)}", fact.group or str(fact.unit)]
    else:
        what = [f"{fact.condition} {fact.state}" if fact.kind == "condition" else f"denial, {fact.measure}"]
    where = [f"at {fact.place}"] if fact.place else []
    return ", ".join([*what, *where, f"says {fact.claimant or 'the report itself'}"])


def _words(fact: AnyFact) -> str:
    return fact.number if isinstance(fact, Figure) else fact.phrase


def _sentence(text: str, fact: AnyFact) -> str:
    begin, end = max(fact.quote_start, fact.start - _BEFORE), min(fact.quote_end, fact.end + _BEHIND)
    begin, end = min(begin, fact.start), max(end, fact.end)
    return f"{'…' if begin > fact.quote_start else ''}{text[begin:end].strip()}{'…' if end < fact.quote_end else ''}"


def _hanging(change: Change, row: Correction) -> str:
    changed = f" {row.field} {row.was or NOTHING} → {row.now or NOTHING}" if row.action is Action.CORRECT else ""
    done = f"correction {row.correction_id}, {row.who}: {row.action}{changed}"
    if row in change.losing:
        return f"{done}: would lose its fact"
    if row.action is Action.ADD:
        return f"correction {row.correction_id}, {row.who}: added by hand, and stays as it was added"
    return f"{done}: {'finds its fact again' if change.before is None else 'stays'}"
