"""One line a question: which of its claims is shown first is a policy that the reader of the line can see and switch.

No policy averages, adds or invents: each shows claims as they were made, and says which it left out and why.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from humsit.claims.names import claimant_words, same_claimant
from humsit.claims.records import Claim, Question
from humsit.records import Stance, WrongValue


class Policy(StrEnum):
    """How a question is put in one line."""

    BAND = "band"
    """From the lowest claim to the highest."""
    LOWEST = "lowest"
    HIGHEST = "highest"
    LATEST = "latest"
    """The claim of the latest day."""
    ADMISSIONS = "admissions"
    """Only what a claimant acknowledges of its own side: a floor."""
    CLAIMANT = "claimant"
    """The first of a chosen order of claimants who has a claim."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A question in one line: the claims used, lowest first, the words, and what was left out and why."""

    question: Question
    policy: Policy
    words: str
    used: tuple[Claim, ...]
    left_out: tuple[tuple[Claim, str], ...] = ()

    @property
    def low(self) -> float | None:
        """The lowest number said by a claim that is used; None where none is."""
        return min((c.interval.said_low for c in self.used if math.isfinite(c.interval.said_low)), default=None)

    @property
    def high(self) -> float | None:
        """The highest number said by a claim that is used; None where none is."""
        return max((c.interval.said_high for c in self.used if math.isfinite(c.interval.said_high)), default=None)


def headline(questions: Iterable[Question], policy: str = Policy.BAND, claimants: Sequence[str] = ()) -> list[Headline]:
    """Each question in one line, in the order given. `claimants` is the order for the policy "claimant".

    Raises WrongValue for a policy that does not exist, or "claimant" without claimants.
    """
    if policy not in list(Policy):
        raise WrongValue(f"There is no policy “{policy}”; choose one of {', '.join(Policy)}.")
    if policy == Policy.CLAIMANT and not claimants:
        raise WrongValue("Name at least one claimant for the policy “claimant”.")
    return [_headline(question, Policy(policy), claimants) for question in questions]


def _headline(question: Question, policy: Policy, claimants: Sequence[str]) -> Headline:
    denied = [(claim, "It is the figure that its claimant denies.") for claim in question.claims if claim.stance is Stance.DENIED]
    standing = sorted((claim for claim in question.claims if claim.stance is not Stance.DENIED), key=_by_size)
    used, why = (_of_claimants(standing, claimants), _OTHERS) if policy is Policy.CLAIMANT else _CHOICE[policy](standing)
    left_out = [(claim, why) for claim in standing if claim not in used] + denied
    return Headline(question, policy, _words(used, policy), tuple(used), tuple(left_out))


def _by_size(claim: Claim) -> tuple[float, float, str]:
    return claim.interval.said_low, claim.interval.said_high, claim.claimant


def _words(used: Sequence[Claim], policy: Policy) -> str:
    if not used:
        return "nobody admits a figure" if policy is Policy.ADMISSIONS else "no figure"
    first, last = used[0], used[-1]
    if len(used) == 1 or first.words == last.words:
        return f"{first.words} ({', '.join(_who(claim) for claim in used)})"
    return f"{first.words} ({_who(first)}) to {last.words} ({_who(last)})"


def _who(claim: Claim) -> str:
    return claim.name + {Stance.ADMITTED: ", of its own side", Stance.UNVERIFIED: ", cannot be confirmed"}.get(claim.stance, "")


_OTHERS = "Another claimant comes first in the chosen order."
_Chosen = tuple[list[Claim], str]


def _band(claims: list[Claim]) -> _Chosen:
    """All of them: the words name the ends, the claims between stay visible."""
    return sorted(claims, key=_by_size), ""


def _lowest(claims: list[Claim]) -> _Chosen:
    return claims[:1], "It is not the lowest claim."


def _highest(claims: list[Claim]) -> _Chosen:
    return sorted(claims, key=lambda c: (-c.interval.said_high, -c.interval.said_low, c.claimant))[
        :1
    ], "It is not the highest claim."


def _latest(claims: list[Claim]) -> _Chosen:
    dated = [claim for claim in claims if claim.day is not None]
    newest = max((claim.day for claim in dated if claim.day), default=None)
    return [claim for claim in claims if claim.day == newest], "It is about an earlier day."


def _admissions(claims: list[Claim]) -> _Chosen:
    return [claim for claim in claims if claim.stance is Stance.ADMITTED], "Its claimant does not speak of its own side's loss."


def _of_claimants(claims: list[Claim], order: Sequence[str]) -> list[Claim]:
    for name in order:
        chosen = [c for c in claims if same_claimant(claimant_words(name), claimant_words(c.claimant))]
        if chosen:
            return chosen
    return []


_CHOICE: dict[Policy, Callable[[list[Claim]], _Chosen]] = {
    Policy.BAND: _band,
    Policy.LOWEST: _lowest,
    Policy.HIGHEST: _highest,
    Policy.LATEST: _latest,
    Policy.ADMISSIONS: _admissions,
}
