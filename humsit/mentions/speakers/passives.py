"""Speakers who are no subject of an active verb.

"Was dismissed by the army as baseless", "are put by the ministry at 41", "were told that 52 …", "with the army counting 17".
"""

from __future__ import annotations

from humsit.grammar.classes import BE, FINITE, NAMES, NOUNS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.cues import number_noun_follows
from humsit.mentions.speakers.names import is_time, name_end, somebody, speaker_named, type_of
from humsit.mentions.speakers.speaker import Attribution, Memory, Speaker
from humsit.mentions.speakers.subjects import subject
from humsit.vocabulary.compiled import Cue, Lexicon

FARTHEST_AGENT = 6
FARTHEST_BE = 3
FARTHEST_REJECTED = 8

_AGREED_WITH_NOTHING = frozenset(
    "find discover claim charge ask request demand call believe describe urge fear read write post tweet add tell".split()
)
_MARKS = frozenset({",", ";", ":", ".", "(", ")"})
_TOLD = frozenset({"told", "informed", "notified", "advised"})
_TOLD_WHAT = frozenset({"of", "that", "about"})
_IN_SUBJECT = NOUNS | {"DT", "JJ", "POS"}
_AROUND_NUMBER = frozenset({"at", "to", "as"})


def by_agent(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """Who says something in the passive, at a short distance from the verb."""
    cue = next((one for one in lexicon.cues.get(sentence.lower[i], ()) if _is_passive(sentence, i, one)), None)
    if cue is None:
        return None
    by = _agent(sentence, i + 1 + len(cue.rest))
    if by < 0 or (cue.stance == "denied" and not _rejects_a_number(sentence, i, by, lexicon)):
        return None
    end = name_end(sentence, by + 1, lexicon)
    if cue.needs == "number" and sentence.word(end) not in _AROUND_NUMBER:
        return None
    speaker = speaker_named(sentence, by + 1, end, memory, lexicon)
    if (
        speaker is None
        or is_time(sentence, by + 1, end, lexicon)
        or (speaker.type == "unknown" and NAMES.isdisjoint(sentence.tags[by + 1 : end]))
    ):
        return None
    return Attribution(speaker, cue.stance, _clause_begin(sentence, i), len(sentence), i, end, opens=False)


def _is_passive(sentence: Sentence, i: int, cue: Cue) -> bool:
    if cue.form not in ("participle", "both") or cue.words in _AGREED_WITH_NOTHING:
        return False
    if tuple(sentence.lower[i + 1 : i + 1 + len(cue.rest)]) != cue.rest:
        return False
    return not BE.isdisjoint(sentence.lower[max(0, i - FARTHEST_BE) : i]) or cue.stance == "denied"


def _agent(sentence: Sentence, begin: int) -> int:
    """The "by" of the passive; -1 where none is near."""
    for at in range(begin, min(len(sentence), begin + FARTHEST_AGENT)):
        if sentence.lower[at] == "by":
            return at
        if sentence.lower[at] in _MARKS or sentence.tags[at] in FINITE or sentence.tags[at] == "CD":
            break
    return -1


def _rejects_a_number(sentence: Sentence, i: int, by: int, lexicon: Lexicon) -> bool:
    """ "The figure of 2,000 was dismissed by the army"; not "an offer of 30 buses was rejected by the army"."""
    near = sentence.lower[max(0, i - FARTHEST_REJECTED) : i]
    return by == i + 1 and not (lexicon.context["number_noun"] | lexicon.cue_nouns).isdisjoint(near)


def _clause_begin(sentence: Sentence, i: int) -> int:
    """Where the clause of a passive begins: "the grid is off, hospitals are empty and 31 deaths were put on record by"."""
    for at in range(i - 1, 0, -1):
        if sentence.lower[at] == ";" or (sentence.lower[at] in ("and", "but", "while") and sentence.tag(at + 1) in ("CD", "DT")):
            return at + 1
    return 0


def told(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "The agency was told by aid workers that …": they speak; "its workers were told of 52 deaths": they pass it on."""
    if sentence.lower[i] not in _TOLD or sentence.word(i - 1) not in BE:
        return None
    if sentence.word(i + 1) == "by":
        end = name_end(sentence, i + 2, lexicon)
        speaker = somebody(sentence, i + 2, end, memory, lexicon)
        return Attribution(speaker, "reported", end, len(sentence), i, end, opens=True) if speaker else None
    words = subject(sentence, i - 1, lexicon) if sentence.word(i + 1) in _TOLD_WHAT else None
    if words is None or type_of(sentence, *words, lexicon) == "unknown":
        return None
    speaker = speaker_named(sentence, *words, memory, lexicon)
    return Attribution(speaker, "reported", i + 2, len(sentence), words[0], i + 2, opens=True) if speaker else None


def with_participle(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "… with Togo raising its toll to 31 and Benin putting the missing at 40"."""
    if sentence.tags[i] != "VBG" or sentence.tag(i - 1) not in NOUNS:
        return None
    begin = i
    while begin > 0 and sentence.tags[begin - 1] in _IN_SUBJECT:
        begin -= 1
    lead = sentence.word(begin - 1)
    if lead != "with" and not (lead in ("and", "while") and "with" in sentence.lower[:begin]):
        return None
    cue = next((one for one in lexicon.cues.get(sentence.lower[i], ()) if one.form == "ing" and not one.rest), None)
    if cue is None or (cue.needs == "number" and not number_noun_follows(sentence, i, lexicon)):
        return None
    speaker = _known(sentence, begin, i, memory, lexicon)
    return Attribution(speaker, cue.stance, i + 1, len(sentence), begin, i + 1, opens=True) if speaker else None


def _known(sentence: Sentence, begin: int, end: int, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    speaker = speaker_named(sentence, begin, end, memory, lexicon)
    return speaker if speaker is not None and (speaker.type != "unknown" or speaker.side) else None
