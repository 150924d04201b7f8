"""Numbers that something is measured by and that count nothing: capacities, targets, averages, rations."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame

FARTHEST_YARDSTICK = 5  # words between "capacity" and its number
FARTHEST_ABLE = 4  # words between "can" and the verb of holding
FARTHEST_RECEIVER = 5
FARTHEST_PARCEL = 4  # words between "parcels" and "consisting of"

_SMALL = ARTICLES | frozenset(
    "of is was are were at to for be been being set just only its their number total and about some".split()
)
_SMALL_MARKS = frozenset({":", "=", "|", "(", "–", "-"})
_MEANT = frozenset({"designed", "built", "meant", "intended", "equipped", "made", "room", "space", "beds", "licensed"})
_HOLDS = frozenset("accommodate house hold host shelter seat lodge carry serve treat receive take handle support absorb".split())
_ABLE = frozenset({"can", "could", "cannot"})
_EACH = frozenset({"each", "every", "per"})
_GETS = frozenset(
    {"received", "receives", "receive", "gets", "got", "given", "gave", "collected", "were", "was", "with", "with:"}
)
_GIVES = frozenset("gave give gives given giving paid pays pay paying handed hands offered offers".split())
_RECEIVERS = frozenset("household family person child head patient pupil house village school day week month capita".split())
_CONSISTS = frozenset({"consisting", "containing", "comprising", "contains", "contained", "comprises", "comprised"})
_ENDS = frozenset({";", ".", "while", "but"})
_ENDS_PHRASE = frozenset({";", ".", ",", "and", "(", ":"})


def yardstick(sentence: CountedSentence, count: Count) -> Frame | None:
    """What a number only compares with: "a capacity of 900", "built for 900", "each family received nine kits"."""
    at = _named(sentence, count.begin)
    if at < 0 and count.unit in PEOPLE_UNITS:
        at = _is_meant(sentence, count.begin)
    if at < 0 and count.unit not in PEOPLE_UNITS:
        at = _is_ration(sentence, count.begin)
        at = count.begin if at < 0 and _is_per_head(sentence, count.end) else at
    return Frame("other", "yardstick", at, count.begin) if at >= 0 else None


def _named(sentence: CountedSentence, begin: int) -> int:
    """Where "capacity", "target" or "average" stands before a number with nothing but small words between; -1 for nowhere."""
    words = sentence.lexicon.context["yardstick"]
    for at in range(begin - 1, max(-1, begin - 1 - FARTHEST_YARDSTICK), -1):
        word = sentence.lower[at]
        if word in words:
            return at
        if word not in _SMALL and word not in _SMALL_MARKS:
            return -1
    return -1


def _is_meant(sentence: CountedSentence, begin: int) -> int:
    """ "built for 900", "with room for 900", "can hold 900 people"."""
    before = sentence.word(begin - 1)
    if before == "for" and sentence.word(begin - 2) in _MEANT:
        return -1 if sentence.word(begin - 3) in sentence.lexicon.verbs else begin - 2  # "made room for 900"
    if before not in _HOLDS or sentence.tag(begin - 1) not in ("VB", "VBP", "NN"):
        return -1
    for at in range(begin - 2, max(-1, begin - 2 - FARTHEST_ABLE), -1):
        if sentence.lower[at] in _ABLE or (sentence.lower[at] == "to" and sentence.word(at - 1) in _MEANT):
            return at
        if sentence.tags[at] not in ("RB", "TO", "VB"):
            return -1
    return -1


def _is_ration(sentence: CountedSentence, begin: int) -> int:
    """ "each household received 10 soaps", "parcels containing nine kg of rice, nine tins …"."""
    lower = sentence.lower
    if begin > 1 and any(lower[at] in _EACH and lower[at - 1] in _GIVES for at in range(max(1, begin - 4), begin)):
        return begin - 1  # "gave each bereaved family 900 shillings"
    for at in range(begin - 1, -1, -1):
        if lower[at] in _ENDS:
            return -1
        if lower[at] in _CONSISTS and _is_parcel(sentence, at):
            return at
        if (
            lower[at] in _EACH
            and lower[at + 1] != "cent"
            and not _GETS.isdisjoint(lower[at + 1 : at + 1 + FARTHEST_RECEIVER])
            and at + 1 < begin
        ):
            return at
    return -1


def _is_per_head(sentence: CountedSentence, end: int) -> bool:
    """ "two blankets per family", "one bag of 18 kg for each household"."""
    for at in range(end, min(end + FARTHEST_RECEIVER, len(sentence.lower))):
        if sentence.lower[at] in _ENDS_PHRASE:
            return False
        if sentence.lower[at] in ("per", "each", "every") and sentence.word(at + 1) in _RECEIVERS:
            return True
    return False


def _is_parcel(sentence: CountedSentence, at: int) -> bool:
    return not sentence.lexicon.context["relief"].isdisjoint(sentence.lower[max(0, at - FARTHEST_PARCEL) : at])
