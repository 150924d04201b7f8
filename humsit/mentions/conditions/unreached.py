"""Places that no traffic gets to: "No bus or lorry has come into Tamale since May", "nothing on wheels can get to Tamale"."""

from __future__ import annotations

from humsit.mentions.conditions.holding import Found
from humsit.mentions.conditions.subjects import is_imagined, is_name, is_settlement
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

FARTHEST_COMING = 9  # words between "no" and "come into"
FARTHEST_NAMED = 4  # "come into the town of Tamale"

_NONE = frozenset({"no", "not", "nothing", "nobody"})
_TRAFFIC = frozenset(
    "bus buses lorry lorries truck trucks car cars vehicle vehicles boat boats train trains van vans motorbike motorbikes "
    "traffic cart carts trader traders merchant merchants tanker tankers ferry ferries taxi taxis wheels".split()
)
_COMING = frozenset(
    "come comes came get gets got gotten driven drive drives pass passed passes make makes made gone go goes".split()
)
_REACHING = frozenset("reach reached reaches enter entered enters".split())
_INTO = frozenset({"into", "to", "through", "past"})
_ENDS = frozenset({";", ".", ":", "but", "because", "would", "should", "will", "might"})


def find_unreached(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "No lorry has reached Tamale": a place that all traffic is kept from, the traffic of relief left out."""
    lower = sentence.lower
    if _TRAFFIC.isdisjoint(lower) or _NONE.isdisjoint(lower) or not lexicon.context["relief"].isdisjoint(lower):
        return []
    for i, word in enumerate(lower):
        if word not in _NONE or is_imagined(sentence, i, lexicon):
            continue
        end = _end_of_coming(sentence, i, lexicon)
        if end is not None and not _TRAFFIC.isdisjoint(lower[i + 1 : end]):
            return [Found(i, end, "besieged", "present", None)]
    return []


def _end_of_coming(sentence: Sentence, i: int, lexicon: Lexicon) -> int | None:
    """Where "… has come into" ends before a place."""
    lower = sentence.lower
    for at in range(i + 1, min(i + FARTHEST_COMING, len(lower) - 1)):
        if lower[at] in _ENDS:
            return None
        if lower[at] in _REACHING and _is_before_a_place(sentence, at + 1, lexicon):
            return at + 1
        if lower[at] in _COMING:
            into = next((x for x in range(at + 1, min(at + 4, len(lower))) if lower[x] in _INTO), None)
            if into is not None and _is_before_a_place(sentence, into + 1, lexicon):
                return into + 1
    return None


def _is_before_a_place(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    near = range(i, min(i + FARTHEST_NAMED, len(sentence)))
    return any(is_name(sentence, x, lexicon) or is_settlement(sentence.lower[x], lexicon) for x in near)
