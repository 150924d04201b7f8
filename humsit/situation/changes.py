"""What changed since a day: what came in, what a claimant revised, what an analyst corrected, which questions became contested or
ceased to be. Worked out from the questions on which most depends, as they were known then and as they are known now.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from humsit.claims import Claim, Question
from humsit.records import Figure, Standing, UnknownFact
from humsit.situation.desk import Situation
from humsit.situation.turns import Turn
from humsit.store import NOW, Known, Selection
from humsit.tables import in_words

MOST = 300
"""Questions that are looked at, of each day."""
COPIED = 20_000
"""Up to this many facts the past is put together again; of more the changes are told that were written down."""
LOGGED = 200
"""Written changes that are looked at, the newest."""


class ChangeKind(StrEnum):
    """What a change is, the gravest first."""

    CONTESTED = "contested"
    """A question whose claims rule each other out now, and did not then."""
    RESOLVED = "resolved"
    """A question whose claims ruled each other out then, and do not now."""
    REVISED = "revised"
    """A claimant says another figure than then."""
    CORRECTED = "corrected"
    """A figure reads otherwise than then: an analyst corrected it."""
    NEW = "new"
    """A claimant says a figure, and said none then."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than on the day that was asked about."""

    kind: ChangeKind
    question: Question
    """As it is now; of one that is asked no more, as it was."""
    figure: Figure
    """What leads to the evidence: the figure now, of a question that of the claim that leads it."""
    claimant: str = ""
    """Who says the figure; "" where the change is of the whole question."""
    was: str = ""
    now: str = ""
    """The figure in words, or the standing of the question, before and after; "" where there was none."""

    @property
    def fact_id(self) -> str:
        """The fact whose evidence shows it."""
        return self.figure.fact_id


def changes_since(situation: Situation, selection: Selection, day: dt.date, most: int = MOST) -> list[Change]:
    """What is otherwise under the filters than at the end of `day`, in UTC: by kind, the gravest first, then by how much depends
    on it. What is known by publication is compared with what had been published by that day.
    """
    selection = replace(selection, standing=())
    if situation.store.count_facts() > COPIED and selection.known == NOW:
        return _in_order(_from_log(situation, selection, day))
    then = _Then(situation, replace(selection, known=Known(day, selection.known.by)), most)
    questions = situation.questions(selection, limit=most)
    found = [change for question in questions for change in _changes_of(question, then)]
    found += _resolved(situation, selection, then)
    return _in_order(found)


def _in_order(changes: Iterable[Change]) -> list[Change]:
    order = list(ChangeKind)
    return sorted(changes, key=lambda change: order.index(change.kind))


def _from_log(situation: Situation, selection: Selection, day: dt.date) -> Iterator[Change]:
    """The newest changes that the store wrote down when it compared anew, as far as they still hold."""
    since = dt.datetime.combine(day, dt.time.max, dt.UTC)
    seen: set[tuple[str, str]] = set()
    for row in situation.store.asked.changes_since(since, limit=LOGGED):
        key = row["question_id"], row["fact_id"] if row["kind"] == Turn.REVISED else "standing"
        question = None if key in seen else situation.question(row["question_id"])
        seen.add(key)
        if question is not None and situation.which(question.facts, selection):
            yield from _still_holding(situation, row, question)


def _still_holding(situation: Situation, row: Mapping[str, str], question: Question) -> Iterator[Change]:
    claim = next((claim for claim in question.claims if claim.figure.fact_id == row["fact_id"]), question.claims[0])
    contested = question.standing is Standing.CONTESTED
    match Turn(row["kind"]):
        case Turn.CONTESTED if contested:
            yield Change(ChangeKind.CONTESTED, question, claim.figure, was=row["was"], now=question.standing.value)
        case Turn.RESOLVED if not contested:
            yield Change(ChangeKind.RESOLVED, question, claim.figure, was=row["was"], now=question.standing.value)
        case Turn.REVISED if claim.figure.fact_id == row["fact_id"]:
            was = situation.facts_named([row["was"]]).get(row["was"])
            before = in_words(was.fact) if was and isinstance(was.fact, Figure) else ""
            yield Change(ChangeKind.REVISED, question, claim.figure, claim.name, before, claim.words)
        case Turn.NEW if contested:
            yield Change(ChangeKind.CONTESTED, question, claim.figure, now=question.standing.value)
        case Turn.NEW:
            yield Change(ChangeKind.NEW, question, claim.figure, claim.name, "", claim.words)


def counted(changes: list[Change]) -> dict[ChangeKind, int]:
    """How many changes of each kind there are, the gravest kind first; kinds without any are left out."""
    of = Counter(change.kind for change in changes)
    return {kind: of[kind] for kind in ChangeKind if of[kind]}


class _Then:
    """What was known then; a question or a figure that is not among those that most depended on is asked for by itself."""

    def __init__(self, situation: Situation, selection: Selection, most: int) -> None:
        self._situation = situation
        self._known = selection.known
        questions = situation.questions(selection, limit=most)
        self._of = {fact_id: question for question in questions for fact_id in question.facts}
        self.contested = situation.questions(selection, standing=(Standing.CONTESTED,), limit=most)

    def words(self, figure: Figure) -> str:
        """How the figure read then; "" where it was not known."""
        try:
            was = self._situation.fact(figure.fact_id, self._known)
        except UnknownFact:
            return ""
        return in_words(was.fact) if isinstance(was.fact, Figure) and not was.rejected else ""

    def standing(self, question: Question) -> Standing | None:
        """How the question stood then; None where nobody answered it."""
        for fact_id in question.facts:
            if (then := self._of.get(fact_id)) is not None:
                return then.standing
        for fact_id in question.facts:
            try:
                asked = self._situation.evidence(fact_id, self._known).question
            except UnknownFact:
                continue
            if asked is not None:
                return asked.standing
        return None


def _changes_of(question: Question, then: _Then) -> Iterator[Change]:
    """The changes of one question that is asked now."""
    if question.standing is Standing.CONTESTED:
        before = then.standing(question)
        if before is not Standing.CONTESTED and question.claims:
            was = "" if before is None else before.value
            yield Change(ChangeKind.CONTESTED, question, question.claims[0].figure, was=was, now=question.standing.value)
    for claim in question.claims:
        yield from _change_of_claim(question, claim, then)


def _change_of_claim(question: Question, claim: Claim, then: _Then) -> Iterator[Change]:
    was, now = then.words(claim.figure), claim.words
    kind = ChangeKind.CORRECTED
    if not was:
        earlier = [then.words(figure) for figure in (*reversed(claim.superseded), *reversed(claim.current))]
        was = next(filter(None, earlier), "")
        kind = ChangeKind.REVISED if was else ChangeKind.NEW
    if was != now:
        yield Change(kind, question, claim.figure, claim.name, was, now)


def _resolved(situation: Situation, selection: Selection, then: _Then) -> Iterator[Change]:
    """The questions that were contested then and are not now."""
    for before in then.contested:
        after = _now(situation, before, selection.known)
        if before.claims and (after is None or after.standing is not Standing.CONTESTED):
            leading = after.claims[0].figure if after and after.claims else before.claims[0].figure
            now = after.standing.value if after else ""
            yield Change(ChangeKind.RESOLVED, after or before, leading, was=before.standing.value, now=now)


def _now(situation: Situation, before: Question, known: Known) -> Question | None:
    """What the figures of a question answer now: of several questions the one that is still contested, else the first."""
    found: list[Question] = []
    for fact_id in before.facts:
        try:
            asked = situation.evidence(fact_id, known).question
        except UnknownFact:
            continue
        if asked is not None:
            found.append(asked)
    return next((one for one in found if one.standing is Standing.CONTESTED), next(iter(found), None))
