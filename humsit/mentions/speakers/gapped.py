"""Second speakers whose verb is left out: "Police put the dead at 12, the union at 30"."""

from __future__ import annotations

from itertools import pairwise

from humsit.grammar.classes import NOUNS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.names import speaker_named, type_of
from humsit.mentions.speakers.speaker import Attribution, Memory
from humsit.vocabulary.compiled import Lexicon

LONGEST_SECOND = 6  # words of a second speaker's name

_BEFORE_SECOND = frozenset({",", ";", "and", "but", "while", "—", "–"})
_BEFORE_NUMBER = frozenset({"at", "to", "of", "about", "around", "some", "only", "just", "nearly", "almost"})
_BEHIND_NUMBER = frozenset({"", ".", ",", ";", "and", "in", "!", "?", ")", "but", "while"})
_IN_NAME = NOUNS | {"DT", "JJ", "POS"}


def with_gapped(sentence: Sentence, found: list[Attribution], memory: Memory, lexicon: Lexicon) -> list[Attribution]:
    """The attributions of a sentence with those whose verb is left out."""
    for one, following in pairwise(found):
        if not one.opens and not following.opens and one.cue_i == 0 and _leads(sentence, following):
            following.opens, following.begin, following.end = True, following.cue_j, len(sentence)
    if "CD" not in sentence.tags[found[0].cue_j :] or not any(one.opens for one in found):
        return found
    numbers = range(found[0].cue_j, len(sentence))
    second = [given for at in numbers if (given := _second(sentence, at, found, memory, lexicon)) is not None]
    return sorted([*found, *second], key=lambda one: one.cue_i) if second else found


def _leads(sentence: Sentence, one: Attribution) -> bool:
    return sentence.word(one.cue_i - 1) in _BEFORE_SECOND and sentence.word(one.cue_j) not in _BEHIND_NUMBER


def _second(sentence: Sentence, at: int, found: list[Attribution], memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """Who gives the bare number at word `at`: "…, [the union] at 30"."""
    if sentence.tags[at] != "CD" or sentence.tag(at - 1) == "CD" or _behind(sentence, at) not in _BEHIND_NUMBER:
        return None
    end = at
    while end > 0 and sentence.lower[end - 1] in _BEFORE_NUMBER:
        end -= 1
    end -= sentence.word(end - 1) == "," and ";" in sentence.lower[:end]  # "…; the government, 12"
    begin = end
    while begin > 0 and end - begin < LONGEST_SECOND and sentence.tags[begin - 1] in _IN_NAME:
        begin -= 1
    if begin == end or sentence.word(begin - 1) not in _BEFORE_SECOND or sentence.tags[end - 1] not in NOUNS:
        return None
    first = next((one for one in reversed(found) if one.opens and one.begin < begin), None)
    if first is None or "CD" not in sentence.tags[first.begin : begin] or type_of(sentence, begin, end, lexicon) == "unknown":
        return None
    speaker = speaker_named(sentence, begin, end, memory, lexicon)
    return Attribution(speaker, first.stance, at, len(sentence), begin, at, opens=True) if speaker else None


def _behind(sentence: Sentence, at: int) -> str:
    while sentence.tag(at) == "CD":
        at += 1
    return sentence.word(at)
