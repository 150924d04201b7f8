"""From figures to claims: whose figures they are under all their names, and which of them their claimant has since replaced."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from humsit.claims.intervals import Agreement, agreement
from humsit.claims.names import Words, claimant_words, same_claimant
from humsit.claims.questions import Asked
from humsit.claims.records import Claim
from humsit.records import Precision, Stance

_NEVER = dt.date.min.toordinal()


@dataclass(slots=True, eq=False)
class _Claimant:
    words: Words
    own_voice: bool = False
    members: list[Asked] = field(default_factory=list)


def claims_of(members: Sequence[Asked]) -> list[Claim]:
    """One claim a claimant, in the order of their names; a denied figure is a claim of its own, since it replaces nothing."""
    claims = []
    for claimant in _claimants(members):
        said = [m for m in claimant.members if m.fact.stance is not Stance.DENIED]
        denied = [m for m in claimant.members if m.fact.stance is Stance.DENIED]
        claims += [_claim(claimant, part) for part in (said, denied) if part]
    return sorted(claims, key=lambda claim: (claim.claimant.casefold(), claim.figure.fact_id))


def _claimants(members: Sequence[Asked]) -> list[_Claimant]:
    """The members under their claimants. Own voice is the publisher's, unless the same report says whose figure it is."""
    named = _named([member for member in members if member.claimant])
    own = [member for member in members if not member.claimant]
    for member in own:
        words = _author(member)
        home = _repeats(member, named) or next((c for c in named if same_claimant(words, c.words)), None)
        if home is None:
            home = _Claimant(words, own_voice=True)
            named.append(home)
        home.members.append(member)
    return named


def _author(member: Asked) -> Words:
    """Who speaks in a text's own voice: the agency whose story it is, else its publisher, else the report itself."""
    fact = member.fact
    return claimant_words(fact.agency or fact.publisher or "") or frozenset({f"report {fact.document_id}"})


def _repeats(member: Asked, named: list[_Claimant]) -> _Claimant | None:
    """The claimant to whom the same report ascribes an agreeing figure: a headline repeats it in the text's own voice."""
    for claimant in named:
        for other in claimant.members:
            if (
                other.fact.document_id == member.fact.document_id
                and agreement(other.interval, member.interval) is Agreement.AGREE
            ):
                return claimant
    return None


def _named(members: list[Asked]) -> list[_Claimant]:
    """Claimants under all their names: a shorter name ("the ministry") is the longer one's, if only one longer one fits."""
    by_words: dict[Words, list[Asked]] = defaultdict(list)
    for member in members:
        by_words[member.claimant].append(member)
    whole: list[_Claimant] = []
    for words in sorted(by_words, key=lambda words: (-len(words), sorted(words))):
        longer = [claimant for claimant in whole if words < claimant.words]
        if len(longer) > 1:
            documents = {m.fact.document_id for m in by_words[words]}
            longer = [c for c in longer if documents & {m.fact.document_id for m in c.members}]
        home = longer[0] if len(longer) == 1 else _Claimant(words)
        home.members += by_words[words]
        if len(longer) != 1:
            whole.append(home)
    return whole


def _claim(claimant: _Claimant, members: list[Asked]) -> Claim:
    members = sorted(members, key=lambda member: member.order)
    days = _days(members)
    old = _replaced(members, days)
    live = [member for member in members if member.fact.fact_id not in old] or members[-1:]
    newest = max(live, key=lambda m: (days[m.fact.fact_id], _narrowness(m), m.order))
    before = [m for m in members if m.fact.fact_id in old and days[m.fact.fact_id] <= days[newest.fact.fact_id]]
    previous = max(before, key=lambda m: (days[m.fact.fact_id], m.order), default=None)
    return Claim(
        claimant=_name(claimant, newest, members),
        figure=newest.figure,
        current=tuple(m.figure for m in live),
        superseded=tuple(m.figure for m in members if m.fact.fact_id in old),
        publishers=tuple(sorted({m.fact.publisher or m.fact.document_id for m in members})),
        reports=tuple(sorted({m.fact.document_id for m in members})),
        own_voice=claimant.own_voice,
        revised_down=previous is not None and newest.interval.said_high < previous.interval.said_low,
    )


def _name(claimant: _Claimant, newest: Asked, members: Sequence[Asked]) -> str:
    """The current figure's own name for its claimant, else the longest given."""
    if claimant.own_voice:
        return newest.fact.agency or newest.fact.publisher or "the report itself"
    return newest.fact.claimant or max((m.fact.claimant for m in members), key=lambda name: (len(name), name))


def _narrowness(member: Asked) -> float:
    return -(member.interval.high - member.interval.low)


def _days(members: Sequence[Asked]) -> dict[str, int]:
    """fact_id → the day it holds for. An undated figure that repeats one already replaced is the old one, quoted."""
    days: dict[str, int] = {}
    seen: list[Asked] = []
    for member in members:
        day = member.day if member.day is not None else _NEVER
        if not _dated(member):
            same = [m for m in seen if m.interval == member.interval]
            later = [m for m in seen if m.interval != member.interval and same and m.order > same[-1].order]
            day = days[same[-1].fact.fact_id] if later else day
        days[member.fact.fact_id] = day
        seen.append(member)
    return days


def _dated(member: Asked) -> bool:
    return member.fact.as_of is not None and member.fact.as_of_precision is not Precision.UNKNOWN


def _replaced(members: Sequence[Asked], days: dict[str, int]) -> set[str]:
    """fact_ids of the figures that the claimant has replaced: by a later one that differs, or in the same sentence."""
    here = {member.fact.fact_id for member in members}
    old = {m.fact.fact_id for m in members if m.figure.replaced_by in here}
    fresh = [member for member in members if member.fact.fact_id not in old]
    last = max((days[member.fact.fact_id] for member in fresh), default=_NEVER)
    newest = [member for member in fresh if days[member.fact.fact_id] == last]
    for member in fresh:
        if days[member.fact.fact_id] < last and all(member.interval != other.interval for other in newest):
            old.add(member.fact.fact_id)
    return old
