"""Who says things, and under which names: each source with its record so far, each name in use with what it stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from humsit.claims import Question, own_voice
from humsit.records import AnyFact, ClaimantType, Figure, Judgement, JudgementKind, Reliability, Stance
from humsit.situation.names import Names, known_as, reliability

Key = tuple[bool, str]
"""Whether it is a report's own voice, and the name as judgements know it."""

NAMES_OF = (JudgementKind.CLAIMANT, JudgementKind.PLACE, JudgementKind.SIDE, JudgementKind.GROUP, JudgementKind.EVENT)
"""The kinds of names, in the order in which they are listed; each is a field of a fact."""
_NOT_TOLD = frozenset({ClaimantType.UNKNOWN, ClaimantType.UNNAMED})


@dataclass(frozen=True, slots=True)
class Source:
    """One source: a claimant under the name that others are led back to, or a publisher that speaks in its own voice."""

    name: str
    """What a judgement of it is about; "" for a report of which nobody knows who printed it."""
    own_voice: bool
    type: ClaimantType
    figures: int
    conditions: int
    reports: int
    questions: int
    """Questions that it answers, and those of them that are contested."""
    contested: int
    revised: int
    """Figures that it replaced by others later."""
    admitted: int
    """Figures with which it admits its own side's losses."""
    denied: int
    """Questions in which somebody else denies what it says."""
    denies: int
    """Questions in which it denies what is said."""
    rating: Judgement | None = None
    """What an analyst judged of its reliability, under whichever of its names."""
    also: tuple[str, ...] = ()
    """Other names that are led back to this one."""

    @property
    def shown(self) -> str:
        """The name for eyes."""
        return own_voice(self.name) if self.own_voice else self.name

    @property
    def reliability(self) -> Reliability:
        """How far it can be relied on; F until an analyst has judged."""
        return reliability(self.rating)

    def row(self) -> dict[str, Any]:
        """Its row of the sources table."""
        return {
            "source": self.shown,
            "claimant_type": self.type.value,
            "figures": self.figures,
            "conditions": self.conditions,
            "reports": self.reports,
            "questions": self.questions,
            "contested": self.contested,
            "revisions": self.revised,
            "admitted": self.admitted,
            "denied": self.denied,
            "denies": self.denies,
            "reliability": self.reliability.value,
            "also": "; ".join(self.also),
        }


@dataclass(frozen=True, slots=True)
class Name:
    """One name in use, as the reports spell it most often."""

    kind: JudgementKind
    name: str
    figures: int
    conditions: int
    stands_for: str = ""
    """The name that it is led back to in the end; "" where it stands for itself."""
    judgement: Judgement | None = None
    """What an analyst decided about it."""


@dataclass(slots=True)
class _Tally:
    """A source while it is counted."""

    spelt: Counter[str] = field(default_factory=Counter)
    types: Counter[ClaimantType] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    reports: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    contested: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    denies: set[str] = field(default_factory=set)
    revised: int = 0
    admitted: int = 0


def sources(facts: Iterable[AnyFact], questions: Iterable[Question], names: Names) -> list[Source]:
    """Every source of these facts, those with most figures first; `facts` and `questions` with their names led back."""
    tallies: dict[Key, _Tally] = defaultdict(_Tally)
    for fact in facts:
        _count(tallies[_key(fact)], fact)
    for question in questions:
        _count_answers(tallies, question)
    also = _other_names(names)
    found = [_source(key, tally, names, also) for key, tally in tallies.items()]
    return sorted(found, key=lambda one: (-one.figures, -one.conditions, one.shown.casefold()))


def _author(fact: AnyFact) -> str:
    return fact.claimant or fact.agency or fact.publisher or ""


def _key(fact: AnyFact) -> Key:
    return not fact.claimant, known_as(_author(fact))


def _count(tally: _Tally, fact: AnyFact) -> None:
    tally.spelt[_author(fact)] += 1
    tally.kinds[fact.kind] += 1
    tally.reports.add(fact.document_id)
    tally.admitted += isinstance(fact, Figure) and fact.stance is Stance.ADMITTED
    if fact.claimant_type not in _NOT_TOLD:
        tally.types[fact.claimant_type] += 1


def _count_answers(tallies: Mapping[Key, _Tally], question: Question) -> None:
    """Counts what the sources among `tallies` answer to one question; others are not asked about."""
    asserts: set[Key] = set()
    denies = {_key(denial) for denial in question.denials}
    for claim in question.claims:
        for figure in (*claim.current, *claim.superseded):
            (denies if figure.stance is Stance.DENIED else asserts).add(_key(figure))
        for figure in claim.superseded:
            if _key(figure) in tallies:
                tallies[_key(figure)].revised += 1
    for key in (asserts | denies) & tallies.keys():
        tally = tallies[key]
        tally.questions.add(question.question_id)
        if question.standing == "contested":
            tally.contested.add(question.question_id)
        if key in denies:
            tally.denies.add(question.question_id)
        if key in asserts and denies - {key}:
            tally.denied.add(question.question_id)


def _other_names(names: Names) -> dict[str, list[str]]:
    """Name of a claimant, as judgements know it → the names that are led back to it."""
    found: dict[str, list[str]] = defaultdict(list)
    for (kind, _), row in names.newest.items():
        if kind == JudgementKind.CLAIMANT.value:
            found[known_as(names.meaning(row.kind, row.subject))].append(row.subject)
    return found


def _source(key: Key, tally: _Tally, names: Names, also: Mapping[str, list[str]]) -> Source:
    own, known = key
    name = _most(tally.spelt)
    kind = ClaimantType.OWN_VOICE if own else _most(tally.types) if tally.types else ClaimantType.UNKNOWN
    return Source(
        name,
        own,
        kind,
        figures=tally.kinds["figure"],
        conditions=tally.kinds["condition"],
        reports=len(tally.reports),
        questions=len(tally.questions),
        contested=len(tally.contested),
        revised=tally.revised,
        admitted=tally.admitted,
        denied=len(tally.denied),
        denies=len(tally.denies),
        rating=names.rating(name) if name else None,
        also=() if own else tuple(sorted(also.get(known, ()), key=str.casefold)),
    )


def _most(counted: Counter[Any]) -> Any:
    """What was counted most often; of equals the first by its letters, so that the order of reports changes nothing."""
    return min(counted, key=lambda one: (-counted[one], one))


def names_in_use(facts: Iterable[AnyFact], names: Names) -> list[Name]:
    """Every name that these facts carry as the reports write it, and every one that an analyst led back to another.

    By kind, those that most figures carry first.
    """
    spelt: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    carried: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for fact in facts:
        for kind in NAMES_OF:
            if said := getattr(fact, kind.value, ""):
                spelt[kind.value, known_as(said)][said] += 1
                carried[kind.value, known_as(said)][fact.kind] += 1
    led = {key: row for key, row in names.newest.items() if row.kind is not JudgementKind.RELIABILITY}
    found = [_name(key, spelt.get(key), carried.get(key, Counter()), led.get(key), names) for key in spelt.keys() | led.keys()]
    return sorted(found, key=lambda one: (NAMES_OF.index(one.kind), -one.figures, -one.conditions, one.name.casefold()))


def _name(key: tuple[str, str], spelt: Counter[str] | None, carried: Counter[str], row: Judgement | None, names: Names) -> Name:
    kind = JudgementKind(key[0])
    name = _most(spelt) if spelt else row.subject if row else ""
    stands_for = names.meaning(kind, name) if row else ""
    return Name(kind, name, carried["figure"], carried["condition"], stands_for, row)
