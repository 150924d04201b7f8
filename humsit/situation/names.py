"""What analysts decided about names: which ones are one ("MoH" is the Health Ministry), and how reliable a source is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from humsit.claims import Authors, told_by
from humsit.claims.names import fold
from humsit.records import AnyFact, Judgement, JudgementKind, Reliability, WrongValue

Aliases = Mapping[tuple[str, str], str]
"""(field of a fact, folded name) → the name that it stands for."""

_FIELDS = tuple(kind.value for kind in JudgementKind if kind is not JudgementKind.RELIABILITY)


@dataclass(frozen=True, slots=True)
class Names:
    """The judgements that count now."""

    aliases: Aliases = field(default_factory=dict)
    reliabilities: Mapping[str, Reliability] = field(default_factory=dict)
    """folded name of a source → how reliable it is"""
    authors: Authors = field(default_factory=dict)

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
        means, seen = self.aliases.get((name, fold(said))) if said else None, {fold(said)}
        while means is not None and fold(means) not in seen and (name, fold(means)) in self.aliases:
            seen.add(fold(means))
            means = self.aliases[name, fold(means)]
        return means

    def reliability_of(self, fact: AnyFact) -> Reliability:
        """That of its claimant, else of the agency or publisher; F where nobody judged any of them."""
        for source in (fact.claimant, fact.agency, fact.publisher):
            if source and (known := self.reliabilities.get(fold(source))) is not None:
                return known
        return Reliability.F

    def concerns(self, fact: AnyFact, changed: Iterable[tuple[str, str]]) -> bool:
        """Whether one of these names stands in the fact."""
        return any(fold(getattr(fact, name, "")) == said for name, said in changed)


NO_NAMES = Names()


def names_of(judgements: Iterable[Judgement], authors: Authors = NO_NAMES.authors) -> Names:
    """The names as the newest judgement of each says; `authors` as `Store.copied_from` gives them."""
    aliases: dict[tuple[str, str], str] = {}
    reliabilities: dict[str, Reliability] = {}
    for row in judgements:
        if row.kind is JudgementKind.RELIABILITY:
            reliabilities[fold(row.subject)] = Reliability(row.now or Reliability.F)
        elif row.now is None:
            aliases.pop((row.kind.value, fold(row.subject)), None)
        else:
            aliases[row.kind.value, fold(row.subject)] = row.now
    return Names(aliases, reliabilities, authors)


def judged(kind: JudgementKind, subject: str, now: str | None) -> str | None:
    """The canonical value of a judgement; WrongValue with one sentence where it is none."""
    value = (now or "").strip()
    if not fold(subject):
        raise WrongValue("Name what the judgement is about: a source, a claimant, a place.")
    if not value:
        return None
    if kind is JudgementKind.RELIABILITY:
        if value.upper() not in list(Reliability):
            raise WrongValue(f"A reliability is a letter from A (completely reliable) to F (not judged), not {value!r}.")
        return value.upper()
    if fold(value) == fold(subject):
        raise WrongValue(f"{subject!r} already stands for itself: name another.")
    return value
