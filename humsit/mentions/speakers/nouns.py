"""Nouns of saying: "the ministry's claim that …", "the UN estimate of …", "reports by aid workers that …"."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, BE, NAMES, NOUNS, POSSESSIVE_ENDINGS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.counted import MOST_ADJECTIVES, by_count
from humsit.mentions.speakers.names import LONGEST_NAME, name_end, speaker_named
from humsit.mentions.speakers.speaker import Attribution, Memory, Speaker
from humsit.vocabulary.compiled import Lexicon

FARTHEST_NUMBER = 4
LONGEST_INSERTED = 8

_TO_THE_EFFECT = ["to", "the", "effect"]
_BY = frozenset({"by", "on", "in", "from", "at"})
_THEIRS = frozenset({"his", "her", "its", "their"})
_LIKE_ADJECTIVES = frozenset({"JJ", "JJS", "JJR", "VBN", "CD"})
_AROUND_MAKERS = frozenset({"that", "of", "for", "by", "from", "to"}) | BE
_AMOUNTS = frozenset(
    "stands stood stand ranges ranged range runs ran run varies varied vary comes came come amounts amounted amount totals "
    "totalled reaches reached goes went climbed rose swings swung hovers hovered".split()
)
_BEFORE_MAKINGS = POSSESSIVE_ENDINGS | _THEIRS | {"'", "’"}
_LEADS_ON = frozenset({"that", "of", "for"})
_IN_OWNER = NOUNS | {"JJ", "DT", "POS"}


def by_noun(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon, *, told: bool = False) -> Attribution | None:
    """What the noun of saying at word `i` attributes: to its owner, to the name before it, or to whoever it is by.

    `told` is whether somebody else says so: "The army said the mayor's figure of 40 was absurd".
    """
    if sentence.lower[i] not in lexicon.cue_nouns:
        return None
    if not _may_have_a_maker(sentence, i):
        return None
    counted = by_count(sentence, i, memory, lexicon)
    if counted is not None:
        return counted
    maker = _maker(sentence, i, memory, lexicon)
    if maker is None:
        begin, start = i, i + 1
        speaker = _owner(sentence, i, memory, lexicon)
    else:
        begin, (start, speaker) = i, maker
    if sentence.lower[start : start + 3] == _TO_THE_EFFECT:
        start += 3
    if _is_rejected_by_another(sentence, start, lexicon, told=told):
        return None
    if speaker is None or not (sentence.word(start) in _LEADS_ON or _says_number(sentence, start)):
        return None
    stance = lexicon.cue_noun_stances.get(sentence.lower[i], "reported")
    return Attribution(speaker, stance, start + 1, len(sentence), begin, start + 1, opens=True)


def _is_rejected_by_another(sentence: Sentence, start: int, lexicon: Lexicon, *, told: bool) -> bool:
    """ "The radio's report of 200 deaths is unfounded, the ministry said", "… was dismissed by the ministry"."""
    for at in range(start, len(sentence)):
        hit = lexicon.hedges.at(sentence.lower, at)
        if hit is not None and hit[1] == "denied":
            return told or sentence.word(at + hit[0]) == ","
        if sentence.word(at + 1) == "by" and any(
            cue.stance == "denied" and cue.form in ("participle", "both") for cue in lexicon.cues.get(sentence.lower[at], ())
        ):
            return True
    return False


def _says_number(sentence: Sentence, at: int) -> bool:
    """ "The army's count [is] 60 dead", "their claim [to] have killed 60"."""
    if sentence.word(at) == "to":
        return sentence.word(at + 1) == "have"
    if sentence.word(at) == "," and "," in sentence.lower[at + 1 : at + LONGEST_INSERTED]:
        at = sentence.lower.index(",", at + 1) + 1  # "the union's count, made on Friday, is 12"
    reach = FARTHEST_NUMBER + (sentence.word(at) in _AMOUNTS)
    return (sentence.word(at) in BE or reach > FARTHEST_NUMBER) and "CD" in sentence.tags[at + 1 : at + reach]


def _may_have_a_maker(sentence: Sentence, i: int) -> bool:
    """Whether small words around a noun let somebody's name stand there; looked at before any tag is worked out."""
    if sentence.word(i + 1) in _AROUND_MAKERS or sentence.word(i + 2) == "by":
        return True
    before = sentence.lower[max(0, i - 1 - MOST_ADJECTIVES) : i]
    return "by" in before or "same" in before[-1:] or not _BEFORE_MAKINGS.isdisjoint(before)


def _maker(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> tuple[int, Speaker | None] | None:
    """ "Reports by aid workers that": the words behind the name, and who it names."""
    by = i + 1 + (sentence.tag(i + 1) == "VBN")  # "the tally kept by"
    if sentence.word(by) not in ("by", "from"):
        return None
    end = name_end(sentence, by + 1, lexicon)
    end = next((at for at in range(by + 2, end) if sentence.lower[at] in _AMOUNTS), end)
    if sentence.word(end - 1) in lexicon.cues:  # "data from the mission show that": the verb says it
        return None
    return end, speaker_named(sentence, by + 1, end, memory, lexicon)


def _owner(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """ "The ministry's [claim]", "a UN [estimate]"."""
    end = i - 1 if sentence.word(i - 1) in POSSESSIVE_ENDINGS or sentence.word(i - 1) in ("'", "’") else i
    begin = end
    while begin > 0 and end - begin < LONGEST_NAME and sentence.tags[begin - 1] in _IN_OWNER:
        begin -= 1
        if sentence.lower[begin] in ARTICLES:
            break
    if sentence.word(begin - 1) in _THEIRS and _says_number(sentence, i + 1):  # "his own count is 12"
        return memory.last
    if begin == end or (end == i and sentence.tags[i - 1] not in NAMES):
        return None
    if end == i and sentence.lower[begin] in ("a", "an"):
        begin += 1
    return speaker_named(sentence, begin, end, memory, lexicon)
