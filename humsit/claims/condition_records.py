"""The nouns of rival conditions: what one claimant says of a condition, and how the claims stand to each other now."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from humsit.claims.condition_words import TOPIC, state_words
from humsit.claims.finding import day_of, in_day_words
from humsit.claims.records import NOBODY, own_voice
from humsit.claims.standings import in_sentence
from humsit.records import Condition, ConditionKind, ConditionState, Standing


def holds(state: ConditionState) -> bool | None:
    """Whether the condition holds: absent and restored are the same answer, disputed is none."""
    return None if state is ConditionState.DISPUTED else state is ConditionState.PRESENT


@dataclass(frozen=True, slots=True)
class ConditionClaim:
    """What one claimant says of a condition at a place, its newest word and what it said before."""

    claimant: str
    """Its name for eyes; the publisher's where the text speaks in its own voice."""
    fact: Condition
    """Its newest word."""
    since: dt.date | None
    """The first day since which it has said nothing else."""
    current: tuple[Condition, ...] = ()
    """Everything that it has said since then, copies too, oldest first."""
    superseded: tuple[Condition, ...] = ()
    """What it said before, oldest first."""
    publishers: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    """document_ids that carry it."""
    own_voice: bool = False
    overtaken: bool = False
    """A later report says that it has changed: it is history, and contradicts nobody."""

    @property
    def name(self) -> str:
        """Who makes it, the same in every view."""
        return own_voice(self.claimant) if self.own_voice and self.claimant != NOBODY else self.claimant

    @property
    def state(self) -> ConditionState:
        """What it says."""
        return self.fact.state

    @property
    def day(self) -> dt.date | None:
        """The day of its newest word."""
        return day_of(self.fact)

    @property
    def words(self) -> str:
        """What it says, as it stands behind the topic: "none"."""
        return state_words(self.fact.condition, self.fact.state)

    @property
    def when(self) -> str:
        """Since when: "since 2 March 2022" of what has changed or was said again, else "on 2 March 2022"."""
        if self.day is None or self.since is None:
            return f"on {in_day_words(None)}"
        if self.state is ConditionState.RESTORED:
            return f"since {in_day_words(self.since)}"
        again = self.since < self.day
        return (
            f"since {in_day_words(self.since)}, last said on {in_day_words(self.day)}"
            if again
            else f"on {in_day_words(self.day)}"
        )


@dataclass(frozen=True, slots=True)
class ConditionQuestion:
    """Whether a condition holds at a place: who says what over time, and how it stands now."""

    question_id: str
    condition: ConditionKind
    place: str
    standing: Standing
    reason: str
    claims: tuple[ConditionClaim, ...]
    """One a claimant, the newest word first."""
    facts: tuple[str, ...]
    """fact_ids of all that was said, earlier words too."""

    @property
    def topic(self) -> str:
        """What it is about: "Power"."""
        return TOPIC[self.condition]

    @property
    def now(self) -> tuple[ConditionClaim, ...]:
        """The claims that no later report has overtaken, the newest first."""
        return tuple(claim for claim in self.claims if not claim.overtaken)

    @property
    def short(self) -> str:
        """How it is now, as people say it: "Power: back since 4 March 2022, but none according to residents"."""
        first, *others = self.now
        otherwise = [
            f"{claim.words} according to {in_sentence(claim.name)}"
            for claim in others
            if holds(claim.state) != holds(first.state)
        ]
        return f"{self.topic}: {first.words} {first.when}" + (f", but {'; '.join(otherwise)}" if otherwise else "")

    @property
    def history(self) -> tuple[tuple[Condition, ConditionClaim], ...]:
        """Everything that was said, the newest first, each with the claim that it belongs to."""
        said = [(fact, claim) for claim in self.claims for fact in (*claim.superseded, *claim.current)]
        return tuple(sorted(said, key=lambda pair: in_time(pair[0]), reverse=True))

    def rows(self) -> list[dict[str, Any]]:
        """Its rows of the table of condition claims: one a claim."""
        return [self._row(claim) for claim in self.claims]

    def _row(self, claim: ConditionClaim) -> dict[str, Any]:
        fact = claim.fact
        return {
            "question_id": self.question_id,
            "condition": self.condition.value,
            "place": self.place,
            "standing": self.standing.value,
            "standing_reason": self.reason,
            "state": fact.state.value,
            "overtaken": claim.overtaken,
            "claimant": claim.claimant,
            "claimant_type": fact.claimant_type.value,
            "claimant_side": fact.claimant_side,
            "stance": fact.stance.value,
            "since": claim.since,
            "published": fact.published,
            "as_of": fact.as_of,
            "as_of_precision": fact.as_of_precision.value,
            "publishers": len(claim.publishers),
            "reports": len(claim.reports),
            "revisions": len(claim.superseded),
            "fact_id": fact.fact_id,
            "quote": fact.quote,
        }


LATER = {ConditionState.ABSENT: 0, ConditionState.PRESENT: 1, ConditionState.DISPUTED: 2, ConditionState.RESTORED: 3}
"""What of two words of one claimant for one day is the later one: "restored" tells of a change, and "present" is not hidden."""


def in_time(fact: Condition) -> tuple[object, ...]:
    """Sorts by time, then by what is said: never by what a report happens to be called, but for copies."""
    day, printed = day_of(fact), fact.published
    return (
        day is not None,
        day or dt.date.min,
        printed or dt.date.min,
        LATER[fact.state],
        fact.document_id,
        fact.start,
        fact.fact_id,
    )
