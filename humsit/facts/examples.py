"""Places that only illustrate the one before them: "in the Volta Basin, including areas of Ghana, Benin, and Niger"."""

from __future__ import annotations

from collections.abc import Sequence

from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence

_LEADS = frozenset({"including", "notably", "namely", "especially", "particularly", "mainly", "mostly", "primarily", "chiefly"})
_BETWEEN = frozenset({",", "and", "in", "of", "the", "areas", "area", "parts", "regions", "states", "provinces", "districts"})


def is_example(place: Place, sentence: Sentence) -> bool:
    """Whether a place stands in a list that "including" leads: it is a part of what was named, and speaks for none of it."""
    at = place.i - 1
    while at > 0 and (sentence.is_capital(at) or sentence.lower[at] in _BETWEEN):
        at -= 1
    return at > 0 and sentence.lower[at] in _LEADS and sentence.lower[at + 1 : place.j + 2].count(",") > 0


def ends_in_list(places: Sequence[Place], sentences: Sequence[Sentence]) -> bool:
    """Whether a paragraph has spoken of several places last, and not of one with some of its parts."""
    last = places[-1]
    named_in = next((one for one in reversed(sentences) if last.j <= len(one) and one.say(last.i, last.j) == last.name), None)
    return last.slot == "list" and not (named_in is not None and is_example(last, named_in))
