"""Who prints what somebody claims: a report's publisher, and everybody who printed its very text again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from humsit.records import AnyFact

PrintedBy = Mapping[str, tuple[str, ...]]
"""document_id → who else printed the very text of the report."""
NEVER_AGAIN: PrintedBy = {}


def publishers_of(facts: Iterable[AnyFact], printed_by: PrintedBy) -> tuple[str, ...]:
    """Who prints any of these facts; of a report that nobody is known to have printed its id."""
    return tuple(sorted({name for fact in facts for name in _printing(fact, printed_by)}))


def _printing(fact: AnyFact, printed_by: PrintedBy) -> tuple[str, ...]:
    again = printed_by.get(fact.document_id, ())
    if fact.publisher:
        return (fact.publisher, *again)
    return again or (fact.document_id,)
