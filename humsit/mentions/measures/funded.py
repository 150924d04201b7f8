"""How much of the money asked for has come, as a percentage.

"Pledges cover 18 per cent of that", "40% of the requirement has been received", "was 31 per cent funded, with $870m given".
"""

from __future__ import annotations

from humsit.grammar.classes import BE
from humsit.mentions.measures.counts import Count, CountedSentence, Frame

FARTHEST_ASKED = 6  # words behind "of" among which what was asked for is named

_FUNDED = frozenset({"funded", "financed", "subscribed", "resourced", "unfunded", "underfunded"})
_ASKED = frozenset(
    "requirement requirements appeal needed required requested sought asked ask funding funds target budget pledged promised "
    "money costs bill sum amount".split()
)
_THAT = frozenset({"that", "it", "this", "which", "what"})
_COMES = frozenset(
    "pledges pledged pledge donors donor donations donated contributions contributed received receive funded funding secured "
    "covers cover raised come came arrived bank hand available mobilised mobilized met paid disbursed collected "
    "materialised materialized given forthcoming".split()
)
_MET = frozenset({"covered", "met", "secured", "raised", "paid"})
_GIVE = frozenset("provided given met paid pledged covered cover covers provide raised supplied contributed".split())
_GIVERS = frozenset("donor donors pledges pledge contributions donations grants funders givers".split())
_SMALL = frozenset({"only", "just", "some", "about", "barely"})
_ENDS = frozenset({";", ".", ":"})


def funded(sentence: CountedSentence, count: Count) -> Frame | None:
    """What a percentage says of money that was asked for; an appeal that "is 31 per cent funded" only tells its coverage."""
    after = count.quantity.after
    if sentence.word(after) in _FUNDED and count.counted.thing is None:
        is_coverage = sentence.word(_before_small(sentence, count.begin - 1)) in BE and not _money_follows(sentence, after)
        return Frame("other" if is_coverage else "funding", "share", after, after + 1)
    if _is_met(sentence, count) or _is_given(sentence, count):
        return Frame("funding", "share", count.begin, after + 1)
    if sentence.word(count.begin - 1) == "which" and sentence.word(count.begin - 2) == "of":
        comes = next((at for at in range(after, len(sentence.lower)) if sentence.lower[at] in _COMES), -1)
        return Frame("funding", "share", count.begin - 2, comes + 1) if comes >= 0 and _names_money(sentence) else None
    if sentence.word(after) != "of":
        return None
    for at in range(after + 1, min(after + 1 + FARTHEST_ASKED, len(sentence.lower))):
        word = sentence.lower[at]
        if word in _ENDS:
            return None
        if word in _ASKED or (word in _THAT and at == after + 1):
            return Frame("funding", "share", after, at + 1) if _has_come(sentence, after, at) else None
    return None


def _is_met(sentence: CountedSentence, count: Count) -> bool:
    """ "the $9 million appeal is 18 per cent covered": the share is told with its sum."""
    is_share = sentence.word(count.quantity.after) in _MET and sentence.word(_before_small(sentence, count.begin - 1)) in BE
    return is_share and count.counted.thing is None and _names_money(sentence)


def _is_given(sentence: CountedSentence, count: Count) -> bool:
    """ "Donors have provided 29 per cent", "Pledges cover 40 per cent"."""
    verb = _before_small(sentence, count.begin - 1)
    ends = sentence.word(count.quantity.after) in ("", ".", ",", ";", "so", "to")
    return ends and sentence.word(verb) in _GIVE and not _GIVERS.isdisjoint(sentence.lower[max(0, verb - FARTHEST_ASKED) : verb])


def _before_small(sentence: CountedSentence, at: int) -> int:
    while sentence.tag(at) == "RB" or sentence.word(at) in _SMALL:
        at -= 1
    return at


def _money_follows(sentence: CountedSentence, at: int) -> bool:
    """ "31 per cent funded, with $870m of the $2.8bn given": the share is told with its sums."""
    return any(sentence.unit_of(other) == "usd" for other in sentence.counts if other.begin > at)


def _has_come(sentence: CountedSentence, begin: int, end: int) -> bool:
    """Whether the sentence tells, outside the words for what was asked, that money came."""
    return not _COMES.isdisjoint(sentence.lower[:begin]) or not _COMES.isdisjoint(sentence.lower[end + 1 :])


def _names_money(sentence: CountedSentence) -> bool:
    return any(sentence.unit_of(other) == "usd" for other in sentence.counts)
