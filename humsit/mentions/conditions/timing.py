"""How often and how long: "shells fell for the ninth day", "water one day in five", "the last rice was eaten", "bread again"."""

from __future__ import annotations

from humsit.grammar.classes import HAVE
from humsit.mentions.conditions.fitting import NONE, State
from humsit.mentions.conditions.holding import chain_before, has_nobody_before
from humsit.mentions.conditions.mentioned import Mention
from humsit.mentions.sentence import Sentence

FARTHEST_VERB = 4  # "received its first insulin"
FARTHEST_AGAIN = 4  # "have bread in the shops again"
FARTHEST_FIRST = 8
FARTHEST_LAST = 3  # "the last of the rice"
FARTHEST_CONSUMED = 7
FARTHEST_NTH = 12
FARTHEST_RARE = 10

_GETTING = HAVE | {
    "got",
    "get",
    "gets",
    "receive",
    "received",
    "receives",
    "sell",
    "sells",
    "bake",
    "baked",
    "brought",
    "delivered",
    "carried",
}
_AGAIN = frozenset({"again", "finally"})
_SPELLS = frozenset({"days", "weeks", "months", "hours", "nights"})
_CONSUMED = frozenset(
    "eaten ate eat burned burnt used spent drunk drank sold finished consumed slaughtered emptied poured shared handed given "
    "went gone baked cooked boiled injected administered distributed".split()
)
_ON_THE_GROUND = frozenset({"distribution", "delivery", "convoy", "shipment", "arrived", "harvest"})
_DAYS = frozenset({"day", "night", "week", "month", "year"})
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "other")


def had_again(sentence: Sentence, one: Mention) -> list[State]:
    """ "Shops in Keta have bread again", "the clinic got its first insulin in five weeks": a lack that has ended."""
    if not one.service.condition.startswith("no_") or one.service.kind:
        return []
    lower = sentence.lower
    begin = max(0, one.i - FARTHEST_VERB)
    at = next((x for x in range(one.i - 1, begin - 1, -1) if lower[x] in _GETTING), None)
    if (
        at is None
        or chain_before(sentence, at).negated
        or chain_before(sentence, at).unreal
        or not NONE.isdisjoint(lower[at : one.i])
    ):
        return []
    behind = lower[one.j : one.j + FARTHEST_AGAIN]
    is_again = not _AGAIN.isdisjoint([*behind, *lower[max(0, at - 1) : at]]) or behind[:2] == ["once", "more"]
    later = lower[one.j : one.j + FARTHEST_FIRST]
    if "first" in later and later[later.index("first") - 1] == "the" and not {"since", "in", "for"}.isdisjoint(later):
        return [State("restored", at, one.j)]  # "brought insulin to Keta, the first since June"
    is_first = "first" in lower[at : one.i] and behind[:1] in (["in"], ["for"], ["since"]) and not _SPELLS.isdisjoint(behind)
    return [State("restored", at, one.j)] if is_again or is_first else []


def nobody_has(sentence: Sentence, one: Mention) -> list[State]:
    """ "Nobody has had a phone signal since Friday", "not one of the clinics has oxygen"."""
    lower = sentence.lower
    if not one.service.condition.startswith("no_") or one.service.kind:
        return []
    begin = max(0, one.i - FARTHEST_VERB)
    at = next((x for x in range(one.i - 1, begin - 1, -1) if lower[x] in _GETTING), None)
    is_nobody = (
        at is not None and chain_before(sentence, at).negated and has_nobody_before(sentence, chain_before(sentence, at).begin)
    )
    return [State("present", at, one.j)] if at is not None and is_nobody else []


def last_is_gone(sentence: Sentence, one: Mention) -> list[State]:
    """ "The last diesel went to the hospital", "what little flour was left has been eaten"."""
    if not one.service.condition.startswith("no_") or one.service.kind:
        return []
    lower = sentence.lower
    before = lower[max(0, one.i - FARTHEST_LAST) : one.i]
    is_last = "last" in before and before[before.index("last") + 1 :][:1] in ([], ["of"], ["few"], ["remaining"], ["drop"])
    if not (is_last or before[-2:] == ["what", "little"]) or not _ON_THE_GROUND.isdisjoint(lower[one.i : one.j + 1]):
        return []
    behind = range(one.j, min(one.j + FARTHEST_CONSUMED, len(lower)))
    end = next((x for x in behind if lower[x] in _CONSUMED and not chain_before(sentence, x).negated), None)
    return [State("present", one.i - len(before), end + 1)] if end is not None else []


def nth_day(sentence: Sentence, begin: int) -> int | None:
    """Where "for the ninth day", "into a third week" ends behind word `begin`."""
    lower = sentence.lower
    for x in range(begin, min(begin + FARTHEST_NTH, len(lower) - 3)):
        if (
            lower[x] in ("for", "into")
            and lower[x + 1] in ("the", "a", "its")
            and lower[x + 3] in _DAYS
            and _is_nth(lower[x + 2])
        ):
            return x + 4
    return None


def _is_nth(word: str) -> bool:
    return (word in _ORDINALS and word != "first") or (word[:1].isdigit() and word.endswith(("th", "nd", "rd", "st")))


def is_rare(sentence: Sentence, one: Mention) -> bool:
    """ "Water comes every tenth day", "one day in five", "an hour of electricity a day"."""
    lower = sentence.lower
    if lower[one.i - 2 : one.i] in (["hour", "of"], ["hours", "of"]) and lower[one.j : one.j + 1] in (["a"], ["per"], ["each"]):
        return True
    for x in range(one.j, min(one.j + FARTHEST_RARE, len(lower) - 2)):
        if lower[x] in ("every", "each") and lower[x + 2] in _DAYS and _is_nth(lower[x + 1]):
            return True
        if lower[x] == "one" and lower[x + 1] in _DAYS and lower[x + 2] in ("in", "out"):
            return True
        if lower[x : x + 3] in (["once", "a", "week"], ["once", "a", "month"], ["twice", "a", "week"]):
            return True
    return False
