"""Which facts are asked for: the filters of every view, table and export, in one place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from humsit.claims import FigureStanding
from humsit.ledger import CorrectedFact
from humsit.records import AnyFact, Figure
from humsit.store import NOW, Known


@dataclass(frozen=True)
class Selection:
    """Which facts are asked for: every field narrows, an empty one does not. A field that a kind of fact lacks never hides it.

    `text` is looked for, whatever its case, in a fact's words, sentence, group, place and claimant. `since` and `until` are
    the days that facts are about (`as_of`, else `published`), both included; a fact without a day is hidden by neither. `known`
    is the other clock: everything is shown as it was known then, so it narrows nothing by itself.
    Rejected facts are left out unless asked for; superseded figures and those of measure `other` are in unless they are left out.
    """

    text: str = ""
    measure: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    claimant: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    document_id: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    include_superseded: bool = True
    include_rejected: bool = False
    include_other: bool = True
    known: Known = NOW

    @property
    def narrows(self) -> bool:
        """Whether anything is left out of what was known."""
        return self != self.widest

    @property
    def widest(self) -> Selection:
        """All that was known then, nothing left out but what was rejected."""
        return replace(ALL, known=self.known)

    def admits(self, corrected: CorrectedFact, standing: FigureStanding | None = None) -> bool:
        """Whether the fact, as it reads now and with its standing, is asked for."""
        fact = corrected.fact
        return (
            (self.include_rejected or not corrected.rejected)
            and self.document_id in ("", fact.document_id)
            and self._admits_words(fact)
            and (not self.review or corrected.review in self.review)
            and self._admits_day(fact.as_of or fact.published)
            and self._admits_standing(standing)
            and (self.include_other or getattr(fact, "measure", "") != "other")
            and (not self.text or self.text.casefold() in _searched(fact))
        )

    def _admits_words(self, fact: AnyFact) -> bool:
        return all(
            not asked or not hasattr(fact, name) or getattr(fact, name) in asked
            for name, asked in (
                ("measure", self.measure),
                ("condition", self.condition),
                ("place", self.place),
                ("claimant", self.claimant),
                ("stance", self.stance),
            )
        )

    def _admits_day(self, day: dt.date | None) -> bool:
        return day is None or ((self.since is None or day >= self.since) and (self.until is None or day <= self.until))

    def _admits_standing(self, standing: FigureStanding | None) -> bool:
        if standing is None:
            return True
        return (not self.standing or standing.standing in self.standing) and (self.include_superseded or not standing.superseded)


ALL = Selection()


def _searched(fact: AnyFact) -> str:
    words = fact.number if isinstance(fact, Figure) else fact.phrase
    return "\n".join((words, fact.quote, getattr(fact, "group", ""), fact.place, fact.claimant)).casefold()
