"""What stands in a brief: which questions in which order, each number with who says it, where it is printed, how it stands."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from humsit.briefs.nouns import Brief, Holds, Line, Place, Said, Source
from humsit.claims import Claim, ConditionClaim, ConditionQuestion, Question, headline, teller
from humsit.exports import Outgoing, filters_in_words
from humsit.records import AnyFact, Condition, ConditionKind, ConditionState, Measure, Stance, Standing, Unit
from humsit.tables.labels import HEADLINES, STANCE, STANDING, what

CONTESTED, OTHERS = 5, 9
"""Questions on the page at most: contested ones, and all others."""
LOOKED_AT = 40
"""Questions of a measure among which the most reported or largest is looked for; they come with the weightiest first."""
CLAIMS, CITED = 4, 3
"""Claims named of a question, and reports of a claim; the rest is counted."""
PLACES, TOPICS = 6, 8
NO_PLACE, NOT_SAID = "no place named", "date not stated"
_TOPICS = tuple(ConditionKind)
_NEVER = frozenset({Measure.OTHER, Measure.DISTANCE, Measure.POPULATION})
_QUIET = tuple(standing for standing in Standing if standing is not Standing.CONTESTED)


def compose(outgoing: Outgoing) -> Brief:
    """The brief of what may leave, under its filters and as it was known then."""
    writer = _Writer(outgoing)
    lines = tuple(writer.line(question) for question in _questions(outgoing))
    conditions = [kept for question in outgoing.conditions() if (kept := outgoing.condition(question)) is not None]
    places, more = writer.places(conditions)
    asked = outgoing.selection
    where = f": {', '.join(place or NO_PLACE for place in asked.place)}" if asked.place else ""
    untitled = replace(asked, place=(), include_other=True)
    return Brief(
        title=f"Situation brief{where}",
        asked=" ".join((outgoing.as_known, *filters_in_words(untitled, private=outgoing.mask_names))),
        counts=_counts(outgoing),
        lines=lines,
        places=places,
        more_places=more,
        sources=writer.sources(),
        notes=(
            "No figure here is an average or a sum of others. Of each measure the most reported or largest figures are shown; "
            "all others stand in the tables.",
            *outgoing.left_out,
        ),
    )


def _counts(outgoing: Outgoing) -> str:
    told = []
    for table, one in (("documents", "report"), ("figures", "figure"), ("conditions", "condition")):
        number = outgoing.count(table)
        told.append(f"{number:,} {one}{'' if number == 1 else 's'}")
    return ", ".join(told)


# --- which questions


def _questions(outgoing: Outgoing) -> list[Question]:
    """The contested questions on which most depends, then of each measure the most reported or largest, in turns."""
    contested = _kept(outgoing, outgoing.questions((Standing.CONTESTED,), (), CONTESTED * 3))[:CONTESTED]
    turns: list[tuple[int, int, Question]] = []
    for order, measure in enumerate(HEADLINES):
        found = _kept(outgoing, outgoing.questions(_QUIET, (measure,), LOOKED_AT))
        found.sort(key=_weight, reverse=True)
        turns += [(turn, order, question) for turn, question in enumerate(found[:OTHERS])]
    chosen = sorted(turns, key=lambda turn: turn[:2])[:OTHERS]
    return contested + [question for _, _, question in sorted(chosen, key=lambda turn: (turn[1], turn[0]))]


def _kept(outgoing: Outgoing, questions: Iterable[Question]) -> list[Question]:
    told = (question for question in questions if question.measure not in _NEVER)
    return [kept for question in told if (kept := outgoing.question(question)) is not None]


def _weight(question: Question) -> tuple[bool, int, float, str]:
    """People before shares; then who is printed by most; then the larger number."""
    ends = [end for claim in question.claims for end in (claim.interval.said_low, claim.interval.said_high)]
    largest = max((end for end in ends if math.isfinite(end)), default=0.0)
    return question.unit is not Unit.PERCENT, len(question.publishers), largest, question.question_id


# --- how they are said


@dataclass
class _Writer:
    """Says questions and conditions in words, without private names, and numbers the reports as they are named."""

    outgoing: Outgoing
    numbers: dict[str, int] = field(default_factory=dict)
    """document_id → its number in the list of sources."""

    def line(self, question: Question) -> Line:
        """One question."""
        for claim in question.claims:
            self._meet(claim.figure, question.question_id)
        (line,) = headline([question])
        used = line.used
        shown = used if len(used) <= CLAIMS else (*used[: CLAIMS // 2], *used[-CLAIMS // 2 :])
        said = [self._claim(claim) for claim in shown]
        said += [self._claim(claim, denies=True) for claim, _ in line.left_out if claim.stance is Stance.DENIED]
        said += [self._said("denies that there were any", denial, (denial.document_id,)) for denial in question.denials]
        ends = [used[0].words, used[-1].words] if used else []
        band = " to ".join(dict.fromkeys(ends)) or "no figure"
        told = question.standing is not Standing.SINGLE_SOURCE or question.ruling is not None
        return Line(
            what=self.outgoing.text(what(question), question.question_id),
            band=band,
            said=tuple(said),
            standing=STANDING[question.standing],
            code=question.standing.value,
            why=self.outgoing.text(question.reason, question.question_id) if told else "",
            between=len(used) - len(shown),
        )

    def _claim(self, claim: Claim, *, denies: bool = False) -> Said:
        words = f"denies {claim.words}" if denies else claim.words
        return self._said(words, claim.figure, claim.reports, claim.name, period=claim.figure.period)

    def _said(self, words: str, fact: AnyFact, reports: Sequence[str], name: str = "", period: str = "") -> Said:
        self._meet(fact, "")
        who = self.outgoing.text(name or teller(fact), fact.document_id)
        stance = "" if fact.stance in (Stance.REPORTED, Stance.DENIED) else STANCE[fact.stance]
        of = f"for {_day(fact.as_of)}" if fact.as_of and fact.as_of != fact.published and not isinstance(fact, Condition) else ""
        cited = list(dict.fromkeys((fact.document_id, *reports)))
        return Said(
            words=words,
            who=", ".join(part for part in (_big(who), stance, period or of) if part),
            printed=_printed(fact.publisher, fact.agency, fact.published),
            sources=tuple(self._number(document_id) for document_id in cited[:CITED]),
            more=max(0, len(cited) - CITED),
        )

    def _meet(self, fact: AnyFact, question_id: str) -> None:
        if self.outgoing.mask_names:
            scopes = [scope for scope in (fact.document_id, question_id) if scope]
            self.outgoing.people.meet(fact.claimant, fact.claimant_type.value, fact.quote, scopes)

    def _number(self, document_id: str) -> int:
        return self.numbers.setdefault(document_id, len(self.numbers) + 1)

    # --- conditions

    def places(self, questions: Sequence[ConditionQuestion]) -> tuple[tuple[Place, ...], int]:
        """What holds where, the places with most that holds first; how many places are left for the tables."""
        held = [question for question in questions if question.now]
        weight = Counter({question.place: 0 for question in held})
        weight.update(q.place for q in held if q.standing is Standing.CONTESTED or q.now[0].state is ConditionState.PRESENT)
        named = sorted(weight, key=lambda place: (place == "", -weight[place], place.casefold()))
        return tuple(self._place(name, [q for q in held if q.place == name]) for name in named[:PLACES]), max(
            0, len(named) - PLACES
        )

    def _place(self, name: str, questions: Sequence[ConditionQuestion]) -> Place:
        ordered = sorted(questions, key=lambda question: _TOPICS.index(question.condition))
        return Place(name or NO_PLACE, tuple(self._holds(one) for one in ordered[:TOPICS]), max(0, len(ordered) - TOPICS))

    def _holds(self, question: ConditionQuestion) -> Holds:
        topic, contested = question.topic.lower(), question.standing is Standing.CONTESTED
        claims = question.now[:CLAIMS] if contested else question.now[:1]
        words = f"{topic}: disputed" if contested else f"{topic}: {claims[0].words}"
        said = tuple(self._condition(claim, contested=contested) for claim in claims)
        return Holds(words, said, STANDING[question.standing], question.standing.value)

    def _condition(self, claim: ConditionClaim, *, contested: bool) -> Said:
        return self._said(claim.words if contested else "", claim.fact, claim.reports, claim.name, period=claim.when)

    # --- sources

    def sources(self) -> tuple[Source, ...]:
        """The reports that were named, in the order of their numbers."""
        return tuple(self._source(document_id, number) for document_id, number in self.numbers.items())

    def _source(self, document_id: str, number: int) -> Source:
        document = self.outgoing.situation.document(document_id)
        printed = _printed(document.publisher, document.agency, document.published)
        title = self.outgoing.text(document.title or "", document_id)
        return Source(number, printed, title, document.url or "", document_id)


def _printed(publisher: str | None, agency: str | None, published: dt.date | None) -> str:
    name = publisher or "publisher not stated"
    return f"{name}{f' ({agency})' if agency and agency != publisher else ''}, {_day(published)}"


def _day(day: dt.date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else NOT_SAID


def _big(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
