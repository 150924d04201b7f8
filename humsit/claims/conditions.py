"""Rival conditions: "power is back" (the governor) against "no power" (residents) is a question with a standing, as figures have.

A question is one condition at one place; a place inside another is another place. Each claimant answers with its newest word.
What a condition is like changes, so that two different answers need not contradict each other: only those about days next to each
other do. Neither is it asked across conditions: an open corridor and a blocked way out may both be true of one town.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from humsit.claims.cells import Cell, cell_of
from humsit.claims.condition_records import LATER, ConditionClaim, ConditionQuestion, holds, in_time
from humsit.claims.condition_words import TOPIC
from humsit.claims.finding import day_of
from humsit.claims.names import Words, claimant_words, same_claimant
from humsit.claims.printed import NEVER_AGAIN, PrintedBy, publishers_of
from humsit.claims.records import NOBODY
from humsit.claims.standings import in_sentence
from humsit.claims.statements import only_places
from humsit.records import AnyFact, Condition, ConditionState, Standing

CONTEST_DAYS = 2
"""Different answers about days no further apart contradict each other; of answers further apart the later one tells a change.
Two days are what reports of one event differ by: a night, a time zone, a paper that prints a day later."""
HOLDS_DAYS = 45
"""An answer older than this says nothing of how it is now, as figures of one crisis are no further apart."""
_RANK = {Standing.CONTESTED: 0, Standing.DIVERGENT: 1, Standing.CORROBORATED: 2, Standing.SINGLE_SOURCE: 3}


def condition_questions(facts: Iterable[AnyFact], printed_by: PrintedBy = NEVER_AGAIN) -> list[ConditionQuestion]:
    """Which conditions are reported, who says what of them over time, and how does each stand now? Disputed ones first.

    The order of the facts changes nothing. A condition whose report names no place is of the only place that the report names,
    else of that report alone.
    """
    known = list({fact.fact_id: fact for fact in facts}.values())
    places = only_places(known)
    asked: dict[Cell, list[Condition]] = defaultdict(list)
    for fact in known:
        if isinstance(fact, Condition):
            asked[cell_of(fact, places.get(fact.document_id, ""))].append(fact)
    return sorted((condition_question(said, at, printed_by) for (_, at), said in asked.items()), key=condition_rank)


def condition_rank(question: ConditionQuestion) -> tuple[int, int, str, str, str]:
    """Disputed ones first, then those with the newest answers."""
    newest = max((claim.day.toordinal() for claim in question.claims if claim.day), default=0)
    return _RANK[question.standing], -newest, question.place.casefold(), question.topic, question.question_id


def condition_question(said: Sequence[Condition], at: str, printed_by: PrintedBy = NEVER_AGAIN) -> ConditionQuestion:
    """The question that the conditions of one cell answer; `at`: the place of the cell (`cell_of`); `printed_by`: who else
    printed the very text of a report.
    """
    kind, place = said[0].condition, "" if at.startswith("report ") else at
    claims = _with_overtaken(_claims(said, printed_by))
    standing = _standing(claims)
    named = Counter(fact.place for fact in said if fact.place)
    shown = max(named, key=lambda name: (named[name], len(name), name), default="")
    key = (kind.value, place, "" if place else at.removeprefix("report "))
    digest = hashlib.blake2b("\x1f".join(key).encode(), digest_size=6).hexdigest()
    return ConditionQuestion(
        question_id=f"c-{digest}",
        condition=kind,
        place=shown or place,
        standing=standing,
        reason=_reason(f"{TOPIC[kind]} at {shown or place}" if shown or place else TOPIC[kind], claims, standing),
        claims=tuple(claims),
        facts=tuple(fact.fact_id for fact in sorted(said, key=in_time)),
    )


# -- who says what ---------------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class _Claimant:
    words: Words
    own_voice: bool = False
    said: list[Condition] = field(default_factory=list)


def _claims(said: Sequence[Condition], printed_by: PrintedBy) -> list[ConditionClaim]:
    """One claim a claimant, the newest word first; of one day what tells of a change, then by name."""
    claims = sorted(
        (_claim(one, printed_by) for one in _claimants(said)), key=lambda claim: (claim.name.casefold(), claim.fact.fact_id)
    )
    return sorted(claims, key=lambda claim: (claim.day.toordinal() if claim.day else 0, LATER[claim.state]), reverse=True)


def _claimants(said: Sequence[Condition]) -> list[_Claimant]:
    """The conditions under their claimants; a text's own voice is its agency's or publisher's.

    Where the same report ascribes the same answer to somebody, its own voice repeats that: a headline does.
    """
    by_words: dict[Words, list[Condition]] = defaultdict(list)
    own: dict[Words, list[Condition]] = defaultdict(list)
    for fact in said:
        words = claimant_words(fact.claimant)
        if words:
            by_words[words].append(fact)
        else:
            own[_author(fact)].append(fact)
    named = _named(by_words)
    told = {(fact.document_id, holds(fact.state)): claimant for claimant in reversed(named) for fact in claimant.said}
    for author, facts in sorted(own.items(), key=lambda pair: sorted(pair[0])):
        home = next((claimant for claimant in named if same_claimant(author, claimant.words)), None)
        for fact in facts:
            to = told.get((fact.document_id, holds(fact.state))) or home
            if to is None:
                to = home = _Claimant(author, own_voice=True)
                named.append(to)
            to.said.append(fact)
    return named


def _author(fact: Condition) -> Words:
    return claimant_words(fact.agency or fact.publisher or "") or frozenset({f"report {fact.document_id}"})


def _named(by_words: Mapping[Words, list[Condition]]) -> list[_Claimant]:
    """A shorter name ("the governor") is the longer one's ("Kharkiv's governor"), if only one longer one fits."""
    whole: list[_Claimant] = []
    for words in sorted(by_words, key=lambda words: (-len(words), sorted(words))):
        longer = [claimant for claimant in whole if words < claimant.words]
        if len(longer) == 1:
            longer[0].said += by_words[words]
        else:
            whole.append(_Claimant(words, said=list(by_words[words])))
    return whole


def _claim(claimant: _Claimant, printed_by: PrintedBy) -> ConditionClaim:
    said = sorted(claimant.said, key=in_time)
    newest = said[-1]
    first = len(said)
    while first and holds(said[first - 1].state) == holds(newest.state):
        first -= 1
    current, before = said[first:], said[:first]
    days = [day for fact in current if (day := day_of(fact))]
    return ConditionClaim(
        claimant=_name(claimant, newest),
        fact=_first_printed(newest, current),
        since=min(days, default=None),
        current=tuple(current),
        superseded=tuple(before),
        publishers=publishers_of(said, printed_by),
        reports=tuple(sorted({fact.document_id for fact in said})),
        own_voice=claimant.own_voice,
    )


def _first_printed(newest: Condition, current: Sequence[Condition]) -> Condition:
    """Of copies of the newest word the one that was printed first."""
    same = [fact for fact in current if in_time(fact)[:4] == in_time(newest)[:4]]
    return min(same, key=lambda fact: (fact.document_id, fact.start, fact.fact_id))


def _name(claimant: _Claimant, newest: Condition) -> str:
    if claimant.own_voice:
        return newest.agency or newest.publisher or NOBODY
    names = {fact.claimant for fact in claimant.said if fact.claimant}
    return max(names, key=lambda name: (len(name), name), default=NOBODY)


# -- how it stands ---------------------------------------------------------------------------------------------------------------


def _with_overtaken(claims: Sequence[ConditionClaim]) -> list[ConditionClaim]:
    """The claims, with those marked that say nothing of how it is now."""
    last = max((claim.day.toordinal() for claim in claims if claim.day), default=None)
    if last is None:
        return list(claims)
    window = [claim for claim in claims if claim.day and last - claim.day.toordinal() <= CONTEST_DAYS]
    told = _last_said_otherwise(window)
    newest = [claim for claim in window if claim.day and claim.day.toordinal() > told.get(holds(claim.state), 0)]
    answers = {holds(claim.state) for claim in newest}
    oldest = last - CONTEST_DAYS if len(answers) > 1 else max(last - HOLDS_DAYS, _changed(claims, answers))
    live = {id(claim) for claim in newest}
    return [replace(claim, overtaken=id(claim) not in live and _is_past(claim, answers, oldest)) for claim in claims]


def _last_said_otherwise(claims: Sequence[ConditionClaim]) -> dict[bool | None, int]:
    """Answer → the last day for which somebody gave it who has since told of a change: who gave it by then is right."""
    said = [
        (holds(fact.state), day.toordinal())
        for claim in claims
        for fact in claim.superseded
        if holds(fact.state) != holds(claim.state) and (day := day_of(fact)) and claim.day and day < claim.day
    ]
    return {answer: max(day for other, day in said if other == answer) for answer in {answer for answer, _ in said}}


def _changed(claims: Sequence[ConditionClaim], answers: set[bool | None]) -> int:
    """The last day for which anybody gave an answer that is not among those that now hold; 0 where nobody did."""
    said = (fact for claim in claims for fact in (*claim.superseded, *claim.current) if holds(fact.state) not in answers)
    return max((day.toordinal() for fact in said if (day := day_of(fact))), default=0)


def _is_past(claim: ConditionClaim, answers: set[bool | None], oldest: int) -> bool:
    if claim.day is None:
        return False
    return holds(claim.state) not in answers or claim.day.toordinal() < oldest


def _standing(claims: Sequence[ConditionClaim]) -> Standing:
    now = [claim for claim in claims if not claim.overtaken]
    answers = {holds(claim.state) for claim in now if claim.day}
    if None in {holds(claim.state) for claim in now} or len(answers) > 1:
        return Standing.CONTESTED
    if len({holds(claim.state) for claim in now}) > 1:
        return Standing.DIVERGENT  # of those without a day nobody knows which is the later
    return Standing.CORROBORATED if len(now) > 1 else Standing.SINGLE_SOURCE


_SAYS = {
    Standing.CONTESTED: f"They contradict each other about days no more than {CONTEST_DAYS} apart.",
    Standing.DIVERGENT: "One of them gives no day, so that nobody can tell which is the later.",
    Standing.CORROBORATED: "They agree.",
    Standing.SINGLE_SOURCE: "Nobody else reports on it now.",
}


def _reason(title: str, claims: Sequence[ConditionClaim], standing: Standing) -> str:
    now = [_answer(claim) for claim in claims if not claim.overtaken]
    past = [_answer(claim) for claim in claims if claim.overtaken]
    said = f"{title}: {'; '.join(now)}."
    before = f" Before: {'; '.join(past)}." if past else ""
    return f"{said}{before} {_why(claims, standing)}"


def _why(claims: Sequence[ConditionClaim], standing: Standing) -> str:
    states = {claim.state for claim in claims if not claim.overtaken}
    if standing is Standing.CONTESTED and ConditionState.DISPUTED in states:
        return "It is disputed in so many words."
    return _SAYS[standing]


def _answer(claim: ConditionClaim) -> str:
    return f"{claim.words} {claim.when}, according to {in_sentence(claim.name)}"
