"""Has what is counted happened? "The toll could reach 100", "expects 6,000 arrivals" tell of what may come."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES
from humsit.mentions.measures.counts import Count, CountedSentence, Frame

FARTHEST_MODAL = 5  # words between "could" and the verb that leads to the number

_LEADS = frozenset("to at exceed reach pass top hit surpass be approach near total number".split())
_GROWS = frozenset(
    "rise climb grow swell increase jump reach exceed pass top hit surpass approach near go double fall drop stand be total "
    "number".split()
)
_MODALS = frozenset("could may might will would shall 'll can".split())
_FORESEEN = frozenset({"expected", "projected", "forecast", "predicted", "likely", "set", "bound", "estimated", "feared", "due"})
_EXPECTS = frozenset(
    "expect expects expecting anticipate anticipates anticipated foresee foresees forecast forecasts predict predicts predicted "
    "project projects projecting fear fears await awaits awaiting".split()
)
_SMALL = ARTICLES | frozenset("another some further additional as many about around at least up to or more than over new".split())
_NOT_YET = frozenset({"killed", "displaced", "refugees", "evacuated", "returned", "infected", "sheltered", "in_need", "affected"})


def not_yet(sentence: CountedSentence, count: Count, frame: Frame) -> bool:
    """Whether a label or a noun counts what is only foreseen."""
    if frame.measure not in _NOT_YET:
        return False
    if frame.rule in ("label", "likely", "sum") and frame.j <= count.begin:
        return _is_foreseen(sentence, count.begin)
    return frame.rule == "noun" and _is_expected(sentence, count.begin)


def _is_foreseen(sentence: CountedSentence, begin: int) -> bool:
    """ "could reach 100", "is expected to rise to 9,000"."""
    if sentence.word(begin - 1) not in _LEADS:
        return False
    at = begin - 1 if sentence.word(begin - 1) in _GROWS else begin - 2
    if sentence.word(at) not in _GROWS or sentence.tag(at) not in ("VB", "VBP", "NN", "JJ", "IN"):
        return False
    before = sentence.lower[max(0, at - FARTHEST_MODAL) : at]
    return (before[-1:] == ["to"] and not _FORESEEN.isdisjoint(before)) or (
        not _MODALS.isdisjoint(before[-3:]) and "have" not in before
    )


def _is_expected(sentence: CountedSentence, begin: int) -> bool:
    """ "officials expect another 6,000 arrivals"."""
    at = begin - 1
    while sentence.word(at) in _SMALL:
        at -= 1
    return sentence.word(at) in _EXPECTS
