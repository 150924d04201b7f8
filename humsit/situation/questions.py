"""What an analyst decides about whole questions, as rows on their figures: another standing, joined with another question, taken
apart. Each verb's rows are kept all or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from humsit import ledger
from humsit.claims import Question
from humsit.ledger import CorrectedFact
from humsit.records import AnyFact, Condition, Correction, Figure, Standing, UnknownFact, WrongValue
from humsit.store import Decide

Facts = Mapping[str, CorrectedFact]
"""fact_id → the fact as it reads now."""
Decisions = dict[str, Decide]
"""fact_id → which rows to append to its ledger."""


def asked(question: Question | None, question_id: str) -> Question:
    """The question of this id; UnknownFact where it is not asked any more."""
    if question is None:
        raise UnknownFact(f"There is no question {question_id!r} any more: its figures answer another one now, look again.")
    return question


def ruling(question: Question, facts: Facts, standing: Standing | None) -> Decisions:
    """What makes the question stand so; None takes back whatever was decided on its standing.

    The newest decision counts, so it stands on the figure that carries the newest one, else on a claimant's current figure.
    """
    ruled = [fact_id for fact_id in question.facts if _read(facts, fact_id, "ruled_standing")]
    if standing is None:
        if not ruled:
            raise WrongValue("Nobody has decided how this question stands: it stands as worked out.")
        return {fact_id: _change({"ruled_standing": None}) for fact_id in ruled}
    newest = max(ruled, key=lambda fact_id: facts[fact_id].changes["ruled_standing"].correction.correction_id, default="")
    return {newest or question.claims[0].figure.fact_id: _change({"ruled_standing": standing.value})}


def joining(question: Question, other: Question) -> Decisions:
    """What puts all that the one question holds beside a figure of the other; what was decided on the other's standing counts."""
    if question.question_id == other.question_id:
        raise WrongValue("These are one question already: choose another one to join it with.")
    if (question.measure, question.unit) != (other.measure, other.unit):
        raise WrongValue(
            "Only questions that count the same in the same unit can be joined: correct the measure or the unit first."
        )
    beside = other.claims[0].figure.fact_id
    return {fact_id: _change(_moved(beside)) for fact_id in question.facts}


def splitting(asked: Mapping[str, Question | None], facts: Facts, fact_ids: Sequence[str]) -> Decisions:
    """What makes these figures a question of their own, and keeps together what they leave behind; `asked`: what each answers.

    What was decided on the standing of the whole is not taken along.
    """
    chosen = list(dict.fromkeys(fact_ids))
    answered = (_of(asked, facts, fact_id) for fact_id in chosen)
    questions = {question.question_id: question for question in answered}
    first = next((fact_id for fact_id in chosen if isinstance(facts[fact_id].fact, Figure)), None)
    if first is None:
        raise WrongValue("A question of its own needs a figure: choose at least one.")
    if any(set(question.facts) <= set(chosen) for question in questions.values()) and len(questions) == 1:
        raise WrongValue("These are all the figures of the question: leave at least one of them in it.")
    if len({(question.measure, question.unit) for question in questions.values()}) > 1:
        raise WrongValue("Only figures that count the same in the same unit can form one question.")
    decisions = {fact_id: _change(_moved(first)) for fact_id in chosen}
    for question in questions.values():
        decisions |= _left(question, facts, set(chosen))
    return decisions


def _left(question: Question, facts: Facts, taken: set[str]) -> Decisions:
    """What stays with its question although it stood there only beside a figure that is taken out."""
    staying = [fact_id for fact_id in question.facts if fact_id not in taken]
    follows = [fact_id for fact_id in staying if not taken.isdisjoint(_chain(fact_id, facts))]
    figures = [fact_id for fact_id in staying if isinstance(facts[fact_id].fact, Figure)]
    home = next((fact_id for fact_id in figures if fact_id not in follows), next(iter(figures), None))
    return {fact_id: _change({"beside": home}) for fact_id in follows}


def _chain(fact_id: str, facts: Facts) -> Iterator[str]:
    """The figures beside which it stands, one after the other."""
    seen = {fact_id}
    while (beside := _read(facts, fact_id, "beside")) and beside not in seen:
        yield beside
        seen.add(beside)
        fact_id = beside


def _of(asked: Mapping[str, Question | None], facts: Facts, fact_id: str) -> Question:
    if fact_id not in facts:
        raise UnknownFact(f"There is no fact {fact_id!r}: look its id up in the figures table.")
    question = asked[fact_id]
    if question is None:
        raise WrongValue("A fact that is rejected, or is no figure, answers no question and cannot be put to one.")
    return question


def _read(facts: Facts, fact_id: str, field: str) -> str | None:
    return ledger.show(getattr(facts[fact_id].fact, field, None)) if fact_id in facts else None


def _moved(beside: str) -> dict[str, str | None]:
    """What changes of a fact that is put elsewhere: a decision on the question that it leaves says nothing of the other one."""
    return {"beside": beside, "ruled_standing": None}


def _change(changes: Mapping[str, str | None]) -> Decide:
    """The rows that make the fields read so; none where a fact stands there already."""

    def decide(fact: AnyFact | None, rows: Sequence[Correction]) -> Sequence[ledger.Draft]:
        if fact is None:
            raise UnknownFact("The newest reading no longer finds one of these figures: look at the question again.")
        now = ledger.apply(fact, rows).fact
        alike = all(ledger.show(getattr(now, field)) == value for field, value in changes.items())
        return [] if alike and "beside" in changes else ledger.changing(fact, rows, changes)

    return decide


def undoing(numbers: Sequence[int]) -> Decide:
    """The rows that take corrections of one fact back."""
    return lambda fact, rows: [ledger.undoing(fact, rows, number) for number in numbers]


def refuse_beside(changes: Mapping[str, str | None], known: Callable[[str], CorrectedFact]) -> None:
    """WrongValue where a fact would be put beside what is no fact, or answers no question."""
    beside = (changes.get("beside") or "").strip()
    if not beside:
        return
    try:
        fact = known(beside).fact
    except UnknownFact:
        raise WrongValue(f"There is no fact {beside!r} to put this beside: look its id up in the figures table.") from None
    if isinstance(fact, Condition):
        raise WrongValue(f"Fact {beside!r} is a condition, which answers no question: give the id of a figure.")


def kept(rows: Iterable[Correction]) -> list[Correction]:
    """The rows that were written; WrongValue where nothing would have changed."""
    if not (written := list(rows)):
        raise WrongValue("There is nothing to change: these figures stand so already.")
    return written
