"""Phrases that say by themselves what holds: "under siege", "prevented … from leaving"."""

from __future__ import annotations

from humsit.mentions.conditions.holding import Found
from humsit.mentions.conditions.subjects import (
    is_imagined,
    loses_a_service,
)
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

FARTHEST_ASKING = 25
FARTHEST_ASKED = 6
FARTHEST_NOT = 3
LONGEST_GAP = 8  # between the halves of "prevented … from leaving"
SHORTEST_GAP = 3  # "in … hands"

_NEGATIONS = frozenset({"not", "n't", "never", "no", "longer", "nobody", "neither"})
_ASKED_BEHIND = frozenset({"requested", "demanded", "sought"})
_PAST = frozenset({"after", "following", "since", "ended", "ending"})
_ENDS_GAP = frozenset({";", ".", ",", ":"})
_OWN_HANDS = frozenset({"his", "her", "their", "my", "your"})


def find_phrases(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "under siege", "humanitarian corridor" where one is asked for."""
    found = []
    lower, known = sentence.lower, lexicon.condition_phrases
    behind = 0
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= behind else None
        if hit is None:
            continue
        j, phrase = i + hit[0], hit[1]
        if phrase.role == "ask" and not _is_asked_for(lower, i, j, lexicon):
            continue
        behind = j
        if loses_a_service(lower, j, lexicon) or _is_over(phrase, lower, i) or _is_criticism(phrase.condition, lower, j):
            continue
        if lexicon.context["likening"].isdisjoint(lower[:i]):  # "a siege compared to that of Tamale" is elsewhere
            found.append(Found(i, j, phrase.condition, _state_of(phrase, lower, i), None))
    return found


def _is_criticism(condition: str, lower: list[str], j: int) -> bool:
    """ "The minister is under fire over the budget"."""
    return condition == "bombarded" and lower[j - 1] == "fire" and lower[j : j + 1] in (["over"], ["for"])


def _is_over(phrase: ConditionPhrase, lower: list[str], i: int) -> bool:
    """ "after a 14-hour blackout": what came before something else."""
    return phrase.state == "present" and not _PAST.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])


def find_gaps(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """Phrases in two halves: "under … control", "prevented … from leaving"."""
    found = []
    lower = sentence.lower
    for i, word in enumerate(lower):
        for first, last, phrase in lexicon.condition_gaps.get(word, ()):
            begin = i + len(first)
            if tuple(lower[i:begin]) != first:
                continue
            longest = SHORTEST_GAP if phrase.condition in ("captured", "bombarded") else LONGEST_GAP
            for at in range(begin, min(begin + longest + 1, len(lower) - len(last) + 1)):
                if lower[at] in _ENDS_GAP or (longest == SHORTEST_GAP and lower[at] in _OWN_HANDS):
                    break
                if lower[at] == last[0] and tuple(lower[at : at + len(last)]) == last:
                    found.append(Found(i, at + len(last), phrase.condition, _state_of(phrase, lower, i), None))
                    break
    return [
        one for one in found if not is_imagined(lower[: one.i + 1], lexicon) and not _is_criticism(one.condition, lower, one.j)
    ]


def _state_of(phrase: ConditionPhrase, lower: list[str], i: int) -> str:
    if phrase.role == "ask":
        return "present"
    return "absent" if phrase.state == "present" and _is_negated(lower, i) else phrase.state


def _is_asked_for(lower: list[str], i: int, j: int, lexicon: Lexicon) -> bool:
    before, behind = lower[max(0, i - FARTHEST_ASKING) : i], lower[j : j + FARTHEST_ASKED]
    asked = not lexicon.context["asking"].isdisjoint(before) or not _ASKED_BEHIND.isdisjoint(behind)
    return asked and before[-1:] not in (["open"], ["opened"])


def _is_negated(lower: list[str], i: int) -> bool:
    return not _NEGATIONS.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])
