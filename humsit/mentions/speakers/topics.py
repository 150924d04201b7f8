"""Whom a sentence is about in which nobody speaks: who speaks in the next one, "he said", "the ministry's briefing"."""

from __future__ import annotations

from humsit.grammar.classes import NAMES, NOUNS, VERBS_AND_MODALS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.names import LONGEST_NAME, name_end, speaker_named, type_of
from humsit.mentions.speakers.speaker import Memory, Speaker
from humsit.vocabulary.compiled import Lexicon

LONGEST_INSERTED = 20  # words of what is said of somebody between commas
LONGEST_ANNOUNCED = 8  # words between "has just finished" and "its briefing"

_NO_TOPIC_TAGS = frozenset({"PRP", "IN", "RB", "EX"})
_QUANTIFIERS = frozenset({"every", "each", "no", "some", "all", "both"})
_GIVES_OUT = frozenset(
    "release releases released publish publishes published issue issues issued give gives gave given hold holds "
    "held finish finishes finished end ends ended wrap wraps wrapped present presents presented share shares shared "
    "update updates updated complete completes completed convene convenes convened read reads post posts posted "
    "unveil unveils unveiled deliver delivers delivered put puts made concluded concludes brought wound opened "
    "began started".split()
)
_TOLD = frozenset(
    "briefing briefings conference figures numbers count counts bulletin update toll tally statement data statistics "
    "report findings results assessment list".split()
)


def remember_topic(sentence: Sentence, memory: Memory, lexicon: Lexicon) -> None:
    """ "The health minister visited Kosti. He said …": who was spoken of last is who speaks now."""
    if not lexicon.speaking.isdisjoint(sentence.lower[:LONGEST_NAME]):
        memory.last = topic(sentence, memory, lexicon) or memory.last


def topic(sentence: Sentence, memory: Memory, lexicon: Lexicon, *, any_name: bool = False, one: bool = False) -> Speaker | None:
    """Who the sentence is about, where that is somebody who may speak."""
    end = name_end(sentence, 0, lexicon)
    if (
        end == 0
        or sentence.tags[0] in _NO_TOPIC_TAGS
        or sentence.lower[0] in _QUANTIFIERS
        or (one and sentence.tags[end - 1] == "NNS")
    ):
        return None
    behind = _behind_name(sentence, end, lexicon)
    if sentence.tag(behind) not in VERBS_AND_MODALS:
        return None
    if behind == end or sentence.tags[end] == "IN":
        end = behind
    if type_of(sentence, 0, end, lexicon) == "unknown" and not (any_name and sentence.tags[end - 1] in NAMES):
        return None
    return speaker_named(sentence, 0, end, memory, lexicon) if sentence.tags[end - 1] in NOUNS else None


def _behind_name(sentence: Sentence, end: int, lexicon: Lexicon) -> int:
    """Behind what is said of somebody: "Surgeons at Keta Hospital [had]", "The mayor, who led the search, [disagreed]"."""
    if sentence.tag(end) == "IN":
        return name_end(sentence, end + 1, lexicon)
    if sentence.word(end) == "(" and ")" in sentence.lower[end : end + LONGEST_INSERTED]:
        return sentence.lower.index(")", end) + 1
    if sentence.word(end) != ",":
        return end
    for at in range(end + 1, min(len(sentence) - 1, end + LONGEST_INSERTED)):
        if sentence.lower[at] == ",":
            return at + 1
    return end


def announcer(sentence: Sentence, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """Who gives out what the next sentences say: "The agency has just finished its briefing. Twelve people …"."""
    if _TOLD.isdisjoint(sentence.lower):
        return None
    for at, word in enumerate(sentence.lower):
        if word in _GIVES_OUT and not _TOLD.isdisjoint(sentence.lower[at + 1 : at + 1 + LONGEST_ANNOUNCED]):
            return topic(sentence, memory, lexicon)
    return None
