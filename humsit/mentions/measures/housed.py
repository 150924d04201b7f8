"""Whom a shelter has taken, by what is said of it: "the transit centre accepted 134 people", "a camp with 720 families"."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame

FARTHEST_SHELTER = 8  # words between a shelter and the verb that says whom it has

_TAKES = frozenset("sleeps took takes taken accepted accepts received receives houses hosted hosts".split())
_HAS = _TAKES | frozenset("with has have had counts counted".split())  # these say it only of a noun: "a camp with 720 families"
_SMALL = ARTICLES | frozenset("already now still some about around up to another over only just".split())
_MEANT = frozenset("built designed meant planned capacity room space places beds normally usually for".split())
_ENDS = frozenset({";", ".", ":", "("})
_ANYBODY = frozenset(
    "person people individual household family resident occupant evacuee soul villager guest stranger newcomer".split()
)


def housed(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """What a shelter that has, takes or holds people says of a count of anybody."""
    thing = count.counted.thing
    if unit not in PEOPLE_UNITS or (thing is not None and thing.words not in _ANYBODY) or (thing is None and not count.is_bare):
        return None
    at = count.begin - 1
    while sentence.word(at) in _SMALL:
        at -= 1
    at_capacity = _capacity_before(sentence, at)
    if sentence.word(at) not in (_TAKES if thing is None and at_capacity < 0 else _HAS):
        return None
    begin = at_capacity if at_capacity >= 0 else at
    for shelter in range(begin - 1, max(-1, begin - FARTHEST_SHELTER), -1):
        word = sentence.lower[shelter]
        if word in _ENDS or word in _MEANT or shelter in sentence.starts_at:
            return None
        sleeps = sentence.word(at) == "sleeps" and sentence.tag(shelter) in ("NN", "NNP")
        if sleeps or _is_shelter(sentence, shelter):
            return Frame("sheltered", "housed", shelter, count.begin)
    return None


def _capacity_before(sentence: CountedSentence, verb: int) -> int:
    """Where "built for 350" begins in "a camp built for 350 in Ho takes 2,208"; -1 where no capacity stands before the verb."""
    for at in range(verb - 1, max(-1, verb - FARTHEST_SHELTER), -1):
        if sentence.lower[at] in _ENDS:
            return -1
        if at in sentence.starts_at:
            before = sentence.lower[max(0, at - 3) : at]
            is_meant = before[-1:] == ["for"] and sentence.tag(at - 2) in ("VBN", "VBD", "RP", "IN", "NN", "JJ")
            return at - len(before) if is_meant else -1
    return -1


def _is_shelter(sentence: CountedSentence, at: int) -> bool:
    """Whether the noun that ends at a word is a shelter; a health centre is none."""
    shelters = sentence.lexicon.context["shelter"]
    for begin in (at - 2, at - 1, at):
        hit = sentence.lexicon.things.at(sentence.lower, begin) if begin >= 0 else None
        if hit is not None and begin + hit[0] == at + 1:
            words = hit[1].words
            return words in shelters or (words.rpartition(" ")[2] in shelters and _is_place_to_stay(words))
    return False


def _is_place_to_stay(words: str) -> bool:
    first = words.partition(" ")[0]
    return first in (
        "transit",
        "reception",
        "evacuation",
        "collective",
        "displacement",
        "refugee",
        "relief",
        "tented",
        "community",
    )
