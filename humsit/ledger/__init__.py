"""The corrections ledger: what an analyst's append-only rows make of a fact. Pure: no clock, no store, no order but the rows'
own.

The rules:

* **The last word wins.** Live rows are applied in the order they were made, field by field, to what the reader (or an `add`
  row) says.
* **Undo is a row.** A row counts unless a live row undoes it; undoing an undo is a redo. A row that was undone and redone is
  undone again by undoing the redo, so that every row is undone at most once and the store can hold that as a constraint.
* **A figure stays whole.** Correcting `value` or `qualifier` works the bounds out again (22 → 23 of an exact figure moves low
  and high too), and correcting a bound makes value and qualifier follow (an exact 22 whose high becomes 25 is a range).
  Undoing that one row takes all of it back. Where rows contradict each other after an undo or a new reading, the later bound
  wins and the other gives way.
* **An added figure** stands in the place of what the reader made of the same words, and begins a history of its own; undoing
  the `add` brings the reader's back.
* **A place takes its coordinates with it**: another place has those that the gazetteer knows of it, or none where it cannot tell
  which place is meant; what somebody gives wins. A corrected day is known to the day.
* **Review**: a fact is `extracted` until a live row takes it up (`in_review`), approves or rejects it;
  `approved_but_changed` when it no longer reads as it did at its approval. An added figure whose `add` is undone counts as
  rejected: still there, never counted.
"""

from humsit.ledger.bounds import bounds_of
from humsit.ledger.drafts import Draft, adding, changing, reviewing, said, stale, taking_up, tried, undoing
from humsit.ledger.fields import CORRECTABLE, Field, show
from humsit.ledger.fold import Change, CorrectedFact, apply, live

__all__ = [
    "CORRECTABLE",
    "Change",
    "CorrectedFact",
    "Draft",
    "Field",
    "adding",
    "apply",
    "bounds_of",
    "changing",
    "live",
    "reviewing",
    "said",
    "show",
    "stale",
    "taking_up",
    "tried",
    "undoing",
]
