"""Whom a place is searched for is missing; of whom it is emptied, displaced."""

from __future__ import annotations

from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame

FARTHEST_VERB = 10  # words between the verb and the count, among them the place

_EMPTIES = frozenset({"empty", "empties", "emptied", "emptying"})


def sought(sentence: CountedSentence, at: int, count: Count, unit: str) -> Frame | None:
    """ "combed the slope for 26 hikers"; suspects are looked for, and not missing."""
    thing, wanted = count.counted.thing, sentence.lexicon.context["wanted"]
    if sentence.word(at - 1) != "for" or unit not in PEOPLE_UNITS or (thing is not None and thing.words in wanted):
        return None
    for verb in range(at - 2, max(-1, at - FARTHEST_VERB), -1):
        if sentence.lower[verb] in (",", ";"):
            return None
        if "searching" in sentence.lexicon.movers.get(sentence.lower[verb], ()):
            return Frame("missing", "sought", verb, at)
    return None


def emptied(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """ "emptied the strip of its 4,800 people"."""
    if sentence.word(at - 1) != "of" or unit not in PEOPLE_UNITS:
        return None
    for verb in range(at - 2, max(-1, at - FARTHEST_VERB), -1):
        if sentence.lower[verb] in _EMPTIES:
            return Frame("displaced", "emptied", verb, at)
    return None
