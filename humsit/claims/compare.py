"""The main path of comparing: facts → questions → claims → standings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from humsit.claims.comparer import Comparer
from humsit.claims.records import Comparison
from humsit.claims.rulings import NO_RULINGS, Rulings
from humsit.records import AnyFact


def compare(facts: Iterable[AnyFact], rulings: Rulings = NO_RULINGS) -> Comparison:
    """How do the figures of all these facts stand to each other? Pure: the order of the facts changes nothing.

    Conditions are passed over; a denial without a number counts as a claimant at zero, and has a standing if it joins a question.
    `rulings` are what analysts decided: fact_id → ruling.
    """
    reports: dict[str, list[AnyFact]] = defaultdict(list)
    for fact in facts:
        reports[fact.document_id].append(fact)
    comparer = Comparer()
    for document_id in sorted(reports):
        of_it = (
            {fact.fact_id: rulings[fact.fact_id] for fact in reports[document_id] if fact.fact_id in rulings} if rulings else {}
        )
        comparer.put(document_id, reports.pop(document_id), of_it)
    return comparer.comparison()
