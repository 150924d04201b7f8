"""Damage to a part of what is counted: whoever loses the roof keeps the house.

"smashed the windows of nine homes", "nine homes with broken windows", "nine homes lost their roofs".
"""

from __future__ import annotations

from humsit.mentions.labels import by_degree
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.vocabulary.compiled import Lexicon

DAMAGED = {"buildings": "homes_damaged", "facilities": "facilities_damaged"}

_DAMAGE = frozenset({"homes_damaged", "homes_destroyed", "facilities_damaged"})
_JOINS_PART_TO_WHOLE = frozenset({"of", "from", "off", "in", "on", "at"})
_HAS = frozenset("with without lost lose losing missing had have saw seen see suffered sustained show shows showed".split())
_LOST_BY_ITSELF = frozenset({"lost", "lose", "losing", "missing", "without"})
_SMALL = frozenset({"have", "are", "were", "there", "now", "been", "left", "had", "still"})
_ENDS_PHRASE = frozenset({",", ";", ".", ":", "(", ")"})
_MENDS = ("repair", "rebuil", "restor", "reconstruct", "rehabilitat", "mend", "refurbish", "renovat")
FARTHEST_PART = 5  # words between a part and its whole, or "with" and the part
MOST_SMALL_WORDS = 3
FARTHEST_STATE = 4  # words behind a part in which its state is told: "with their windows blown out"
FARTHEST_DEED = 7  # words between a part and what is done to it


def damaged_part(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """What is said of the parts of the counted buildings, before or behind them."""
    measure = DAMAGED.get(unit)
    if measure is None:
        return None
    span = _part_before(sentence, count) or _part_behind(sentence, count.end)
    if span is None and (mended := _mended(sentence, count.begin)) >= 0:
        return Frame("other", "mended", mended, count.begin)
    return Frame(measure, "part of it", *span) if span else None


def _mended(sentence: CountedSentence, begin: int) -> int:
    """Where the verb stands in "repaired the roofs of", "has rebuilt"; -1 where none does."""
    for at in range(begin - 1, max(-1, begin - FARTHEST_DEED), -1):
        if sentence.lower[at] in _ENDS_PHRASE or at in sentence.starts_at:
            return -1
        if sentence.lower[at].startswith(_MENDS):
            return at
    return -1


def in_kind(sentence: CountedSentence, count: Count, frame: Frame) -> Frame:
    """A frame by how much was damaged: homes "totally damaged" are destroyed, a roof that is destroyed leaves a damaged house."""
    near = sentence.lower[max(0, frame.i - 2) : frame.j + 1]
    if frame.measure == "infected" and not sentence.lexicon.context["hunger"].isdisjoint(near):
        return Frame("in_need", frame.rule, frame.i, frame.j)  # "the SAM caseload is 2,950"
    measure = by_degree(frame.measure, near, sentence.lexicon)
    thing = count.counted.thing
    if measure == "homes_destroyed" and thing is not None and thing.words in sentence.lexicon.context["part"]:
        measure = "homes_damaged"
    return frame if measure == frame.measure else Frame(measure, frame.rule, frame.i, frame.j)


def _is_part_word(lexicon: Lexicon, word: str) -> bool:
    parts = lexicon.context["part"]
    return word in parts or (word.endswith("s") and (word[:-1] in parts or word[:-2] in parts))


def _part_before(sentence: CountedSentence, count: Count) -> tuple[int, int] | None:
    """ "ripped the roofs from", "the windows and doors of": the part, and the deed before it or behind the count."""
    at = count.begin - 1
    while sentence.word(at) in ("the", "some", "all", "around"):
        at -= 1
    if sentence.word(at) not in _JOINS_PART_TO_WHOLE:
        return None
    for part in range(at - 1, max(-1, at - 1 - FARTHEST_PART), -1):
        if sentence.lower[part] in _ENDS_PHRASE:
            return None
        if _is_part_word(sentence.lexicon, sentence.lower[part]):
            deed = _deed(sentence, max(0, part - FARTHEST_DEED), part + 1)
            if deed < 0:
                deed = _deed(sentence, count.end, count.end + FARTHEST_DEED)
            return (min(deed, part), at) if deed >= 0 else None
    return None


def _part_behind(sentence: CountedSentence, end: int) -> tuple[int, int] | None:
    """ "with cracked walls", "lost their roofs", "had windows blown out", "without doors"."""
    at = end
    while at < min(end + MOST_SMALL_WORDS, len(sentence.lower)) and (sentence.tags[at] == "RB" or sentence.lower[at] in _SMALL):
        at += 1
    holds = sentence.word(at)
    if holds not in _HAS:
        return None
    for part in range(at + 1, min(at + 1 + FARTHEST_PART, len(sentence.lower))):
        if sentence.lower[part] in _ENDS_PHRASE:
            return None
        if _is_part_word(sentence.lexicon, sentence.lower[part]):
            is_hurt = holds in _LOST_BY_ITSELF or _deed(sentence, at + 1, part + FARTHEST_STATE) >= 0
            return (at, part + 1) if is_hurt else None
    return None


def _deed(sentence: CountedSentence, begin: int, end: int) -> int:
    """Where a verb of damage stands between two words, before the clause ends; -1 where none does."""
    for at in range(begin, min(end, len(sentence.lower))):
        if sentence.lower[at] in (";", "."):
            return -1
        if any(trigger.measure in _DAMAGE for trigger in sentence.lexicon.verbs.get(sentence.lower[at], ())):
            return at
    return -1
