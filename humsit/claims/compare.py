"""The main path of comparing: facts → questions → claims → standings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from humsit.claims.comparer import Comparer
from humsit.claims.records import Comparison
from humsit.claims.rulings import NO_RULINGS, Rulings
from humsit.records import AnyFact

Authors = Mapping[str, str]
"""document_id of a report that prints another's text → whose text it is."""
NO_AUTHORS: Authors = {}


def told_by(fact: AnyFact, authors: Authors) -> AnyFact:
    """The fact as told by who told it first, where its report says it in the own voice of a story that it copies."""
    author = authors.get(fact.document_id)
    return fact if fact.claimant or author is None else fact.model_copy(update={"agency": author})


def compare(facts: Iterable[AnyFact], rulings: Rulings = NO_RULINGS, authors: Authors = NO_AUTHORS) -> Comparison:
    """How do the figures of all these facts stand to each other? Pure: the order of the facts changes nothing.

    Conditions are passed over; a denial without a number counts as a claimant at zero, and has a standing if it joins a question.
    `rulings` are what analysts decided: fact_id → ruling. Own voices of copied stories (`authors`) are one claimant.
    """
    reports: dict[str, list[AnyFact]] = defaultdict(list)
    for fact in (told_by(fact, authors) for fact in facts):
        reports[fact.document_id].append(fact)
    comparer = Comparer()
    for document_id in sorted(reports):
        of_it = (
            {fact.fact_id: rulings[fact.fact_id] for fact in reports[document_id] if fact.fact_id in rulings} if rulings else {}
        )
        comparer.put(document_id, reports.pop(document_id), of_it)
    return comparer.comparison()
