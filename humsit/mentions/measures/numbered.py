"""A count that is said of "the number of" somebody: the noun behind it is counted, the participle behind the noun decides.

"The number of hikers rescued unhurt remains 23", "the number of houses destroyed is now 12".
"""

from __future__ import annotations

from humsit.grammar.classes import BE, RELATIVE_PRONOUNS
from humsit.mentions.groups import noun_phrase
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.verbs import VerbGroup, frame_of_group, verb_group
from humsit.mentions.sentence import Sentence

FARTHEST_NUMBERED = 24  # words between "the number of" and the number

FARTHEST_ALONE = 8  # words between "the number" and the number

_NUMBERS = frozenset({"number", "numbers", "total", "count", "tally"})
_JUST_NOW = frozenset({"now", "still", "currently", "already", "today", "only", "thus", "far", "so"})
_LEADS = frozenset(
    "to from at is was are were be been as of stands stood reached reaches exceeded exceeds passed topped hit remains remained "
    "remain totalled totaled".split()
)
_BOTH_WAYS = frozenset({"from", "to"})
_ENDS = frozenset({";", ":", ".", "while", "but"})
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})


def numbered(sentence: CountedSentence, count: Count) -> Frame | None:
    """What the participle behind the noun of "the number of …" says of a bare count that a verb leads to."""
    if not count.is_bare:
        return None
    at = number_of(sentence.sentence, count.begin)
    said = _said(sentence, at, count.begin) if at else None
    if said is not None:
        return Frame(said.measure, "label", at - 2, said.j)
    return None if at else _number_alone(sentence, count)


def _number_alone(sentence: CountedSentence, count: Count) -> Frame | None:
    """ "The number hurt rose to 41", "the number locked up has reached 312": a participle without a noun."""
    for at in range(count.begin - 2, max(0, count.begin - FARTHEST_ALONE), -1):
        if sentence.lower[at - 1] in _NUMBERS and sentence.tags[at] in _PARTICIPLES and sentence.word(at - 2) == "the":
            said = frame_of_group(sentence, VerbGroup(at, at + 1, at, passive=True), "people")
            leads = sentence.word(count.begin - 1) in _LEADS and said is not None and said.j < count.begin
            return Frame(said.measure, "label", at - 1, said.j) if said and leads else None
    return None


def number_of(sentence: Sentence, begin: int) -> int:
    """The word behind "the number of" whose value begins at a word; 0 where there is none."""
    if "of" not in sentence.lower:
        return 0
    lead = begin - 1
    while sentence.word(lead) in _JUST_NOW:
        lead -= 1
    if sentence.tag(lead - 1) == "CD" and sentence.word(lead) in _BOTH_WAYS and sentence.word(lead - 2) in _BOTH_WAYS:
        lead -= 2  # "rose from 4 to 9"
    if sentence.word(lead) not in _LEADS:
        return 0
    for at in range(lead, max(1, lead - FARTHEST_NUMBERED), -1):
        if sentence.lower[at] in _ENDS or sentence.tags[at] == "CD":
            return 0
        if sentence.lower[at] == "of" and sentence.lower[at - 1] in _NUMBERS and at < lead:
            return at + 1
    return 0


def _said(sentence: CountedSentence, at: int, end: int) -> Frame | None:
    who = noun_phrase(sentence.sentence, at, end, sentence.lexicon)
    behind, unit = who.j, who.unit or "people"
    listed = sentence.lexicon.labels.at(sentence.lower, at - 2)
    if who.thing is None or behind >= end - 1 or (listed is not None and at - 2 + listed[0] > behind):
        return None  # "the number of casualties treated" is listed as a whole
    if sentence.lower[behind] in RELATIVE_PRONOUNS:
        group = _before_lead(sentence, verb_group(sentence, behind + 1), end)
    elif sentence.tags[behind] == "VBG" and sentence.lower[behind] not in ("including", "being"):
        group = VerbGroup(behind, behind + 1, behind, passive=False)
    elif sentence.tags[behind] in _PARTICIPLES and sentence.word(behind + 1) not in ("and", "or"):
        group = VerbGroup(behind, behind + 1, behind, passive=True)
    else:
        return None
    said = frame_of_group(sentence, group, unit) if group else None
    return said if said is not None and said.j < end else None


def _before_lead(sentence: CountedSentence, group: VerbGroup | None, end: int) -> VerbGroup | None:
    """ "those who fled" of "the number of those who fled reached 900": the verb that leads to the value is none of theirs."""
    if group is None or group.main == group.i or sentence.lower[group.main] not in _LEADS or group.j < end - 1:
        return group
    main = group.main - 1
    main -= sentence.word(main) in ("has", "have", "had")
    return VerbGroup(group.i, main + 1, main, passive=sentence.word(main - 1) in BE) if main >= group.i else None
