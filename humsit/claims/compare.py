"""The main path of comparing: facts → cells → questions → claims → standings."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from humsit.claims.asked import rank
from humsit.claims.cells import WHOLE, Cell, Compared, Gathered, cell_of, questions_in, whole
from humsit.claims.event_days import event_days
from humsit.claims.evidence import tells
from humsit.claims.printed import NEVER_AGAIN, PrintedBy
from humsit.claims.records import Claim, Comparison, FigureStanding, Question
from humsit.claims.rulings import NO_RULINGS, Rulings, root_of
from humsit.claims.statements import only_places
from humsit.records import AnyFact, Denial, Figure

Authors = Mapping[str, str]
"""document_id of a report that prints another's text → whose text it is."""
NO_AUTHORS: Authors = {}
F = TypeVar("F", bound=AnyFact)
RevisedBy = Mapping[str, Collection[str]]
"""fact_id of a figure → the figures that stand in its place in later versions of its report."""
NO_REVISIONS: RevisedBy = {}
PAUSES_FROM = 5_000
"""From this many facts on the garbage collector waits until the end: it would walk over all of them again and again."""


def told_by(fact: AnyFact, authors: Authors) -> AnyFact:
    """The fact as told by who told it first, where its report says it in the own voice of a story that it copies."""
    author = authors.get(fact.document_id)
    return fact if fact.claimant or author is None else fact.model_copy(update={"agency": author})


def put_right(facts: Sequence[F], revised_by: RevisedBy) -> list[F]:
    """The facts, each figure of which a later version of its report says another number replaced by that one, as far as that is
    among them too.
    """
    if not revised_by:
        return list(facts)
    here = {fact.fact_id for fact in facts}
    return [_put_right(fact, next((i for i in revised_by.get(fact.fact_id, ()) if i in here), None)) for fact in facts]


def _put_right(fact: F, now: str | None) -> F:
    if now is None or not isinstance(fact, Figure) or fact.replaced_by is not None:
        return fact
    return fact.model_copy(update={"replaced_by": now})


def compare(
    facts: Iterable[AnyFact],
    rulings: Rulings = NO_RULINGS,
    authors: Authors = NO_AUTHORS,
    *,
    printed_by: PrintedBy = NEVER_AGAIN,
    revised_by: RevisedBy = NO_REVISIONS,
) -> Comparison:
    """How do the figures of all these facts stand to each other? Pure: the order of the facts changes nothing.

    Conditions are passed over; a denial without a number counts as a claimant at zero, and has a standing if it joins a question.
    `rulings` are what analysts decided: fact_id → ruling. Own voices of copied stories (`authors`) are one claimant.
    `printed_by`: who else printed the very text of a report. `revised_by`: figures that later versions of a report put right.
    """
    told = (told_by(fact, authors) for fact in facts)
    known = {fact.fact_id: fact for fact in told if isinstance(fact, Figure | Denial)}
    with _without_pauses(len(known)):
        ordered = sorted(known.values(), key=lambda fact: (fact.document_id, fact.start, fact.fact_id))
        found = compared(ordered, rulings, printed_by, revised_by)
        questions = as_told(found.questions, known) if revised_by else found.questions
        return Comparison(questions, found.standings, {question.question_id: question for question in questions})


def as_told(questions: Iterable[Question], known: Mapping[str, AnyFact]) -> list[Question]:
    """The questions with each figure as its report has it (`known`): what put it right stands beside it, not in it."""
    return [replace(question, claims=tuple(_claim_as_told(claim, known) for claim in question.claims)) for question in questions]


def _claim_as_told(claim: Claim, known: Mapping[str, AnyFact]) -> Claim:
    def told(figures: Iterable[Figure]) -> tuple[Figure, ...]:
        return tuple(fact for figure in figures if isinstance(fact := known[figure.fact_id], Figure))

    return replace(claim, figure=told([claim.figure])[0], current=told(claim.current), superseded=told(claim.superseded))


def compared(
    facts: list[Compared],
    rulings: Rulings,
    printed_by: PrintedBy = NEVER_AGAIN,
    revised_by: RevisedBy = NO_REVISIONS,
) -> Comparison:
    """The comparison of facts that are told already, each once."""
    figures = [fact for fact in facts if isinstance(fact, Figure)]
    places, days = only_places(figures), event_days(figures)
    reports: dict[str, list[Compared]] = defaultdict(list)
    for fact in facts:
        reports[fact.document_id].append(fact)
    cells = {fact.fact_id: cell_of(fact, places.get(fact.document_id, "")) for fact in facts}
    beside = _beside(rulings, cells)
    questions = [
        question
        for together in _together(facts, cells | {i: cells.get(root, cells[i]) for i, root in beside.items()})
        for question in questions_in(
            Gathered(
                put_right(together, revised_by),
                places,
                days,
                lambda document_id: tells(reports[document_id]),
                rulings,
                {fact.fact_id: beside[fact.fact_id] for fact in together if fact.fact_id in beside},
                printed_by,
            )
        )
    ]
    questions.sort(key=rank)
    standings = {fact_id: standing for question in questions for fact_id, standing in standings_of(question).items()}
    return Comparison(questions, standings, {question.question_id: question for question in questions})


def standings_of(question: Question) -> dict[str, FigureStanding]:
    """fact_id → what the question says of each of its facts."""
    computed = question.computed if question.ruling else None
    told, replaced = (
        FigureStanding(question.question_id, question.standing, question.reason, superseded, computed)
        for superseded in (False, True)
    )
    return {fact_id: replaced if fact_id in question.superseded else told for fact_id in question.facts}


def _beside(rulings: Rulings, cells: Mapping[str, Cell]) -> dict[str, str]:
    """fact_id of what an analyst put beside another fact → the fact beside which it stands in the end."""
    chosen = {i: ruling.beside for i, ruling in rulings.items() if ruling.beside is not None and i in cells}
    return {fact_id: root_of(fact_id, chosen) for fact_id in chosen}


def _together(facts: Iterable[Compared], cells: Mapping[str, Cell]) -> Iterator[list[Compared]]:
    """The facts that are worked out together."""
    buckets: dict[str, dict[str, list[Compared]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        bucket, place = cells[fact.fact_id]
        buckets[bucket][place].append(fact)
    for at in buckets.values():
        parts = {WHOLE: [fact for some in at.values() for fact in some]} if whole(at) else at
        yield from parts.values()


@contextmanager
def _without_pauses(facts: int) -> Iterator[None]:
    pause = facts >= PAUSES_FROM and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()
