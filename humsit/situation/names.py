"""What analysts decided about names: which ones are one ("MoH" is the Health Ministry), and how reliable a source is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from humsit.claims import Authors, told_by
from humsit.claims.names import fold
from humsit.records import AnyFact, Judgement, JudgementKind, Reliability, WrongValue

Aliases = Mapping[tuple[str, str], str]
"""(field of a fact, name as `known_as`) → the name that it stands for."""

_OF_NO_NAME = frozenset({JudgementKind.CONFIDENTIAL, JudgementKind.SAVED_VIEW})
"""Judgements about something else: a report, the filters of a view (see situation.confidential, situation.saved_views)."""
_NOT_ALIASES = _OF_NO_NAME | {JudgementKind.RELIABILITY}
_FIELDS = tuple(kind.value for kind in JudgementKind if kind not in _NOT_ALIASES)


@dataclass(frozen=True, slots=True)
class Names:
    """The judgements that count now."""

    aliases: Aliases = field(default_factory=dict)
    ratings: Mapping[str, Judgement] = field(default_factory=dict)
    """name of a source, led back, as `known_as` → the judgement of how reliable it is"""
    authors: Authors = field(default_factory=dict)
    newest: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)
    """(kind, name as `known_as`) → the judgement that counts; those taken back are left out."""

    def led_back(self, fact: AnyFact) -> AnyFact:
        """The fact with its names led back to those that they stand for, for comparing; the very fact where there are none.

        What a copied story says in its own voice is said by who told it first.
        """
        fact = told_by(fact, self.authors)
        if not self.aliases:
            return fact
        found = {name: means for name in _FIELDS if (means := self._meant(name, getattr(fact, name, ""))) is not None}
        return fact.model_copy(update=found) if found else fact

    def _meant(self, name: str, said: str) -> str | None:
        """The last of a chain of names, a circle left where it closes; None where the name stands for itself."""
        means, seen = self.aliases.get((name, known_as(said))) if said else None, {known_as(said)}
        while means is not None and known_as(means) not in seen and (name, known_as(means)) in self.aliases:
            seen.add(known_as(means))
            means = self.aliases[name, known_as(means)]
        return means

    def meaning(self, kind: JudgementKind, said: str) -> str:
        """The name that a name of this kind stands for in the end: itself where nobody judged."""
        return self._meant(kind.value, said) or said

    def reliability_of(self, fact: AnyFact) -> Reliability:
        """That of its claimant, else of the agency or publisher; F where nobody judged any of them."""
        ratings = (self.rating(source) for source in (fact.claimant, fact.agency, fact.publisher) if source)
        return reliability(next((row for row in ratings if row is not None), None))

    def rating(self, source: str) -> Judgement | None:
        """The judgement of how reliable the source of this name is; None where nobody judged it."""
        return self.ratings.get(known_as(self.meaning(JudgementKind.CLAIMANT, source)))


NO_NAMES = Names()


def known_as(name: str) -> str:
    """A name as judgements know it, in whatever case and with or without its article: "The MoH", "MoH" → "moh"."""
    return fold(name).removeprefix("the ")


def names_of(judgements: Iterable[Judgement], authors: Authors = NO_NAMES.authors) -> Names:
    """The names as the newest judgement of each says; `authors` as `Store.copied_from` gives them.

    Names that are led back to one are one source, which the newest judgement of any of them rates.
    """
    newest: dict[tuple[str, str], Judgement] = {}
    for row in judgements:
        if row.kind in _OF_NO_NAME:
            continue
        newest.pop((row.kind.value, known_as(row.subject)), None)
        if row.now is not None:
            newest[row.kind.value, known_as(row.subject)] = row
    aliases = {key: row.now for key, row in newest.items() if row.kind not in _NOT_ALIASES and row.now}
    led = Names(aliases)
    rated = [row for row in newest.values() if row.kind is JudgementKind.RELIABILITY]
    ratings = {known_as(led.meaning(JudgementKind.CLAIMANT, row.subject)): row for row in rated}
    return Names(aliases, ratings, authors, newest)


def reliability(rating: Judgement | None) -> Reliability:
    """What a judgement of a source says; F where there is none."""
    return Reliability.F if rating is None or rating.now is None else Reliability(rating.now)


def judged(kind: JudgementKind, subject: str, now: str | None, names: Names) -> str | None:
    """The canonical value of a judgement; WrongValue with one sentence where it is none. `names` as they are judged so far."""
    value = (now or "").strip()
    if kind is JudgementKind.CONFIDENTIAL:
        if value not in ("", "yes"):
            raise WrongValue("A report is marked as confidential with “yes”; without a value the mark is taken back.")
        return value or None
    if kind is JudgementKind.SAVED_VIEW:
        return value or None
    if not known_as(subject):
        raise WrongValue("Name what the judgement is about: a source, a claimant, a place.")
    if not value and (kind.value, known_as(subject)) not in names.newest:
        raise WrongValue(f"Nothing was judged about {subject!r}, so there is nothing to take back.")
    if not value:
        return None
    if kind is JudgementKind.RELIABILITY:
        if value.upper() not in list(Reliability):
            raise WrongValue(f"A reliability is a letter from A (completely reliable) to F (not judged), not {value!r}.")
        return value.upper()
    if known_as(value) == known_as(subject):
        raise WrongValue(f"{subject!r} already stands for itself: name another.")
    return value
