"""How the claims that answer one question stand to each other, with the reason in plain words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from humsit.claims.intervals import CONTEST_FACTOR, OPEN_FACTOR, SMALL_GAP, Agreement, agreement, factor
from humsit.claims.names import Words, claimant_words, cues, same_claimant, side_words
from humsit.claims.records import Claim, teller
from humsit.records import ClaimantType, Denial, PopulationGroup, Stance, Standing

NAMED_CLAIMS = 6
"""A reason names this many claims at most: the lowest and the highest."""
BELLIGERENTS = frozenset({ClaimantType.GOVERNMENT, ClaimantType.MILITARY, ClaimantType.ARMED_GROUP, ClaimantType.UNKNOWN})
"""Who can be a party to a conflict. A governor, a hospital or the UN is none, whichever side of the front it is on."""
_FIGHTERS = frozenset({ClaimantType.MILITARY, ClaimantType.ARMED_GROUP})


def standing_of(claims: Sequence[Claim], denials: Sequence[Denial] = ()) -> tuple[Standing, str, float]:
    """The standing of a question with these claims, why, and how many times its largest claim is its smallest.

    `denials` are claimants at zero: a denial by anybody but the only claimant makes the question contested.
    """
    deniers = _deniers(claims, denials)
    pairs = [(_pair(one, other), one, other) for one, other in combinations(claims, 2) if one.claimant != other.claimant]
    for standing in (Standing.CONTESTED, Standing.DIVERGENT, Standing.CORROBORATED):
        such = [(one, other) for found, one, other in pairs if found is standing]
        if such or (deniers and standing is Standing.CONTESTED):
            widest = max(such, key=lambda pair: _distance(*pair), default=None)
            apart = _distance(*widest) if widest else 1.0
            return standing, _reason(standing, claims, widest, deniers), apart
    return Standing.SINGLE_SOURCE, _alone(claims), 1.0


def _deniers(claims: Sequence[Claim], denials: Sequence[Denial]) -> list[str]:
    """Who denies, without a number, what somebody else claims."""
    return sorted(
        {
            teller(denial)
            for denial in denials
            if any(
                claim.interval.said_high > 0
                and not same_claimant(claimant_words(denial.claimant), claimant_words(claim.claimant))
                for claim in claims
            )
        }
    )


def _distance(one: Claim, other: Claim) -> float:
    return factor(one.interval, other.interval)


def _pair(one: Claim, other: Claim) -> Standing:
    if Stance.DENIED in (one.stance, other.stance):
        return Standing.CONTESTED
    found = agreement(one.interval, other.interval)
    if found is Agreement.AGREE:
        return Standing.CORROBORATED
    if found is Agreement.APART and (opposing(one, other) or _distance(one, other) >= CONTEST_FACTOR):
        return Standing.CONTESTED
    return Standing.DIVERGENT


def opposing(one: Claim, other: Claim) -> bool:
    """Whether the two claimants are parties that fight each other, as far as the figures say.

    Both must be belligerents of two named sides, and one of them a force, or the figure about the people or deeds of a side.
    """
    sides = _party(one), _party(other)
    if not all(sides) or sides[0] & sides[1]:
        return False
    if {one.figure.claimant_type, other.figure.claimant_type} & _FIGHTERS:
        return True
    return any(_concerns(claim, side) for claim in (one, other) for side in sides)


def _party(claim: Claim) -> Words:
    """The side that the claimant fights for; empty for who is no belligerent."""
    fact = claim.figure
    if fact.claimant_type not in BELLIGERENTS or claim.own_voice:
        return frozenset()
    if fact.claimant_side:
        return side_words(fact.claimant_side)
    if fact.claimant_type in _FIGHTERS or fact.stance is Stance.ADMITTED or (fact.side and _is_side(claim)):
        return claimant_words(fact.claimant) - {"government", "army", "authority", "defence"} or claimant_words(fact.claimant)
    if "government" in (words := claimant_words(fact.claimant)) and fact.population_group is PopulationGroup.COMBATANTS:
        return words
    return frozenset()


def _is_side(claim: Claim) -> bool:
    return side_words(claim.figure.claimant) == side_words(claim.figure.side)


def _concerns(claim: Claim, side: Words) -> bool:
    """Whether the figure counts the side's people, or says that the side did it."""
    fact = claim.figure
    return bool(side_words(fact.side) & side) or bool(side_words(fact.perpetrator) & side)


def _alone(claims: Sequence[Claim]) -> str:
    claim = claims[0]
    printed = len({publisher for c in claims for publisher in c.publishers})
    where = f"{printed} publishers, 1 claimant" if printed > 1 else "no other claimant"
    revised = " It has revised the figure" + (" down." if claim.revised_down else ".") if claim.superseded else ""
    return f"{_named(claim)}: {claim.words}, {where}.{revised}{_doubt(claim)}"


def _reason(standing: Standing, claims: Sequence[Claim], widest: tuple[Claim, Claim] | None, deniers: Sequence[str]) -> str:
    said = [f"{_named(claim)}: {_answer(claim)}." for claim in _in_size(claims)]
    if len(said) > NAMED_CLAIMS:
        half = NAMED_CLAIMS // 2
        between = len(said) - 2 * half
        said[half:-half] = [f"{between} {'claim' if between == 1 else 'claims'} between them."]
    denied = [f"Denied altogether by {in_sentence(denier)}." for denier in deniers]
    return " ".join([*said, *denied, *([_relation(standing, *widest)] if widest else [])])


def _relation(standing: Standing, one: Claim, other: Claim) -> str:
    doubts = "".join(_doubt(claim, "; ") for claim in _in_size([one, other]))
    apart = _apart(_distance(one, other))
    if standing is Standing.CORROBORATED:
        return f"They meet or lie within {SMALL_GAP:.0%} of each other{doubts}."
    if standing is Standing.DIVERGENT:
        meet = agreement(one.interval, other.interval) is Agreement.COMPATIBLE
        rule = f"; only an open end joins them, and {OPEN_FACTOR:g} times is the most that agrees" if meet else ""
        return f"{apart}{rule or ', neither near enough to agree nor far enough to contest'}{doubts}."
    denier = next((claim for claim in (one, other) if claim.stance is Stance.DENIED), None)
    if denier is not None:
        return f"Denied by {in_sentence(denier.name)}."
    return f"{apart}{', opposing sides' if opposing(one, other) else ''}{doubts}."


def _in_size(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.interval.said_low, claim.interval.said_high, claim.claimant))


def _answer(claim: Claim) -> str:
    return f"denies {claim.words}" if claim.stance is Stance.DENIED else claim.words


def _doubt(claim: Claim, before: str = " ") -> str:
    if claim.stance is not Stance.UNVERIFIED:
        return ""
    whose = _possessive(claim.claimant)
    return (
        f"{before}{_capital(whose)} cannot be confirmed."
        if before == " "
        else f"{before}{in_sentence(whose)} cannot be confirmed"
    )


def _named(claim: Claim) -> str:
    return _capital(claim.name)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def in_sentence(name: str) -> str:
    """As it reads inside a sentence: "The army" → "the army"; "Its ministry" → "its ministry"; names of their own stay."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.casefold() in cues("article") else name


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _apart(times: float) -> str:
    if math.isinf(times):
        return "One says none, the other some"
    if times == 1:
        return "Not apart"
    return (f"{times:.0f}" if times >= 9.95 else f"{times:.1f}".removesuffix(".0")) + " times apart"
