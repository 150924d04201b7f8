"""What analysts reviewed, as texts to measure the reader against: a misreading put right becomes a case that it must pass.

A text counts only as a whole, for a reader is also wrong where it finds what is not there. So a report is written when somebody
has decided on everything that is read from it, and every decision says what a perfect reader would have read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from humsit.facts.proof import prove
from humsit.ledger import CorrectedFact, live
from humsit.records import Action, Condition, Correction, Denial, Document, Figure, Measure, ProofFailed, Qualifier
from humsit.situation.by_hand import entered_by_hand
from humsit.situation.confidential import confidential_reports
from humsit.situation.desk import Situation
from humsit.situation.review import DECIDED, NO_FACT, NO_SUCH, REPORT_WRONG, REVISED

UNDECIDED = "something in them is not decided yet"
BY_HAND, SECRET = "entered by hand", "confidential"
NOTHING_READ = "nothing is read from them, and nobody added anything"
NOT_THE_WORDS = "a correction says something else than the report's words"
OTHER_REJECTION = f"something was rejected for another reason than “{NO_SUCH}” or “{NO_FACT}”"
_NOT_MISREAD = (REPORT_WRONG, REVISED)
_TRAPS = (NO_SUCH, NO_FACT)


class _LeftOutError(Exception):
    """Why a report is no case."""


@dataclass
class GoldCases:
    """The cases so far: iterate to get them, then see what was left out and why."""

    situation: Situation
    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """reason → reports"""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """One case a report, as in the gold files; reports in the order in which they were added."""
        secret = confidential_reports(self.situation)
        rows = _by_fact(self.situation)
        for document in self.situation.store.documents(withdrawn=False):
            try:
                case = _case(self.situation, document, rows, secret=document.document_id in secret)
            except _LeftOutError as reason:
                self.left_out[str(reason)] += 1
            else:
                self.written += 1
                yield case


def _by_fact(situation: Situation) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = {}
    for row in situation.store.corrections():
        found.setdefault(row.fact_id, []).append(row)
    return found


def _case(situation: Situation, document: Document, rows: dict[str, list[Correction]], *, secret: bool) -> dict[str, Any]:
    if entered_by_hand(document.document_id):
        raise _LeftOutError(BY_HAND)
    if secret:
        raise _LeftOutError(SECRET)
    facts = [one for one in situation.document_facts(document.document_id) if _is_followed(one)]
    if not facts:
        raise _LeftOutError(NOTHING_READ)
    figures, conditions, traps = [], [], []
    for corrected in facts:
        fact, why = corrected.fact, _rejected_for(corrected, rows.get(corrected.fact_id, ()))
        if why is not None and isinstance(fact, Figure):
            traps.append({**_found(document.text, "number", fact.number, fact.start), "why": why})
        elif why is None and isinstance(fact, Figure):
            figures.append(_figure(situation, document, fact))
        elif why is None and isinstance(fact, Condition):
            conditions.append(_condition(document, fact))
    known = {"publisher": document.publisher, "agency": document.agency, "published": _day(document)}
    about = {"id": document.document_id, "title": document.title, **known, "text": document.text}
    return {**about, "figures": figures, "conditions": _clearest(conditions), "traps": traps}


def _day(document: Document) -> str | None:
    return document.published.isoformat() if document.published else None


def _is_followed(corrected: CorrectedFact) -> bool:
    """Whether it is a fact that gold knows: no number of measure `other` that nobody looked at, no denial, nothing whose adding
    was undone.
    """
    fact = corrected.fact
    if isinstance(fact, Denial) or (fact.origin == "analyst" and corrected.rejected):
        return False
    return not (isinstance(fact, Figure) and fact.measure is Measure.OTHER and corrected.review not in DECIDED)


def _rejected_for(corrected: CorrectedFact, rows: Sequence[Correction]) -> str | None:
    """Why a perfect reader does not read it; None where it does."""
    counting = live(rows)
    if corrected.fact.origin != "analyst" and corrected.review not in DECIDED:
        raise _LeftOutError(UNDECIDED)
    if any(row.action is Action.CORRECT and row.why in _NOT_MISREAD for row in counting):
        raise _LeftOutError(NOT_THE_WORDS)
    if not corrected.rejected:
        return None
    why = next((row.why for row in reversed(counting) if row.action is Action.REJECT), "")
    if why not in _TRAPS:
        raise _LeftOutError(OTHER_REJECTION)
    return why


def _figure(situation: Situation, document: Document, figure: Figure) -> dict[str, Any]:
    try:
        prove(figure, document.text, situation.vocabulary)
    except ProofFailed:
        raise _LeftOutError(NOT_THE_WORDS) from None
    low, high = figure.low, figure.high
    if figure.qualifier is Qualifier.NEARLY:
        low, high = None, figure.value
    elif figure.qualifier is Qualifier.APPROXIMATELY:
        low = high = figure.value
    said: dict[str, Any] = {"measure": figure.measure.value, "low": low, "high": high, "qualifier": figure.qualifier.value}
    said |= {"unit": figure.unit.value, "group": figure.group, "place": figure.place, "claimant": [figure.claimant]}
    return {**_found(document.text, "number", figure.number, figure.start), **said, "stance": figure.stance.value}


def _condition(document: Document, condition: Condition) -> dict[str, Any]:
    said = {"condition": condition.condition.value, "state": condition.state.value, "place": condition.place}
    return {**_found(document.text, "phrase", condition.phrase, condition.start), **said, "claimant": [condition.claimant]}


def _clearest(conditions: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each condition and state at a place once; where it is said again, it may be read or not."""
    seen: set[tuple[str, str, str]] = set()
    marked = []
    for one in conditions:
        key = (one["condition"], one["state"], one["place"])
        marked.append(one | {"optional": True} if key in seen else one)
        seen.add(key)
    return marked


def _found(text: str, name: str, words: str, start: int) -> dict[str, Any]:
    """The words and which occurrence of them it is, as a person would count."""
    nth, at = 0, -1
    while at < start:
        at = text.find(words, at + 1)
        if at < 0:
            raise _LeftOutError(NOT_THE_WORDS)
        nth += 1
    return {name: words, "nth": nth}
