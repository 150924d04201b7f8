"""Somebody's count by which a figure stands: "by the ministry's latest tally", "in the rebels' telling", "by its own account"."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, FINITE, NOUNS, POSSESSIVE_ENDINGS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.names import KEPT_WITHIN, LONGEST_NAME, name_end, somebody, speaker_named
from humsit.mentions.speakers.speaker import Attribution, Memory, Speaker
from humsit.vocabulary.compiled import Lexicon

MOST_ADJECTIVES = 3

_BY = frozenset({"by", "on", "in", "from", "at"})
_THEIRS = frozenset({"his", "her", "its", "their"})
_LIKE_ADJECTIVES = frozenset({"JJ", "JJS", "JJR", "VBN", "CD"})
_IN_OWNER = NOUNS | {"JJ", "DT", "POS"}
_JOINS = frozenset({"and", "but", "while"})
_FIGHTING = frozenset({"military", "armed_group"})


def by_count(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """Who counts by the noun of saying at word `i`: "by the ministry's latest tally", "by her count", "by UN reckoning"."""
    at = i
    while at > 0 and i - at < MOST_ADJECTIVES and sentence.tags[at - 1] in _LIKE_ADJECTIVES:
        at -= 1
    before = sentence.word(at - 1)
    speaker, by, end = None, at - 2, i + 1
    if before in _THEIRS:
        speaker = _whose(sentence, by, end, memory, lexicon)
    elif before in POSSESSIVE_ENDINGS or before in ("'", "’"):
        begin = _owner_begin(sentence, at - 1)
        by, speaker = begin - 1, somebody(sentence, begin, at - 1, memory, lexicon)
    elif sentence.lower[at:i] == ["same"]:  # "nine bridges are on the same list"
        speaker = memory.last
    elif before in ARTICLES and sentence.word(i + 1) in ("of", "by") and sentence.word(by) in _BY - {"from"}:
        end = name_end(sentence, i + 2, lexicon)
        speaker = speaker_named(sentence, i + 2, end, memory, lexicon)
        if sentence.word(by) != "by" and speaker is not None and speaker.type == "unknown":  # "in the video of Keta"
            speaker = None
    elif before not in ARTICLES:
        begin = _owner_begin(sentence, i)
        by, speaker = begin - 1, speaker_named(sentence, begin, i, memory, lexicon)  # "by UN reckoning"
        if sentence.word(by) != "by" or speaker is None or speaker.type == "unknown":
            return None
    if speaker is None or by < 0 or sentence.lower[by] not in _BY:
        return None
    first = by if sentence.word(by - 1) == "," and sentence.word(by - 2) in _JOINS else 0
    return Attribution(speaker, _stance(sentence, i, speaker, lexicon), first, len(sentence), by, end, opens=False)


def _whose(sentence: Sentence, by: int, end: int, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """Whom "their" means: "the rebels, by their own account, …", "by their own account the rebels …", else who spoke last."""
    if by > 1 and sentence.word(by - 1) == ",":
        begin, stop = 0, name_end(sentence, 0, lexicon)
        is_next = stop == by - 1
    elif by > 0:  # "the Red Cross has 61 dead on its list"
        begin, stop = 0, name_end(sentence, 0, lexicon)
        is_next = sentence.tag(stop) in FINITE and sentence.lower[stop] not in lexicon.cues
    else:
        begin = end + (sentence.word(end) == ",")
        stop = name_end(sentence, begin, lexicon)
        is_next = by == 0
    is_next = is_next and begin < stop and "CD" not in sentence.tags[begin:stop]
    speaker = speaker_named(sentence, begin, stop, memory, lexicon) if is_next else None
    return speaker if speaker is not None and speaker.type != "unknown" else memory.last


def _stance(sentence: Sentence, i: int, speaker: Speaker, lexicon: Lexicon) -> str:
    """Forces who tell of themselves by "their own account" claim."""
    stance = lexicon.cue_noun_stances.get(sentence.lower[i], "reported")
    if stance == "reported" and "own" in sentence.lower[max(0, i - MOST_ADJECTIVES) : i] and speaker.type in _FIGHTING:
        return "claimed"
    return stance


def _owner_begin(sentence: Sentence, end: int) -> int:
    begin = end
    while (
        begin > 0
        and end - begin < LONGEST_NAME
        and (sentence.tags[begin - 1] in _IN_OWNER or sentence.word(begin - 1) in KEPT_WITHIN)
    ):
        begin -= 1
        if sentence.lower[begin] in ARTICLES and sentence.word(begin - 1) not in KEPT_WITHIN:
            break
    return begin
