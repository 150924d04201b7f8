"""The order in which a count's surroundings are asked what it measures."""

from __future__ import annotations

from humsit.mentions.measures.carried import carry_over
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.governors import governor
from humsit.mentions.measures.labels import label, label_line
from humsit.mentions.measures.learned import learned_frame
from humsit.mentions.measures.nouns import (
    modifier,
    nationals_arrive,
    noun_frame,
    noun_wins,
    share,
    stays_in,
    theme,
    wounds_follow,
)
from humsit.mentions.measures.predicates import predicate
from humsit.mentions.measures.triggers import adjective_at
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_SAYS_LEAST = frozenset({"sheltered", "in_need", "affected"})
"""Where people are and what they lack says less than what is done to them."""

_DAMAGED_UNITS = frozenset({"buildings", "facilities"})


def find_measures(sentence: Sentence, counts: list[Count], lexicon: Lexicon) -> None:
    """Gives each count of a sentence its frame where the sentence has one.

    By its own noun: 400 refugees · 52% of refugees. By a state behind it: 12 dead.
    By what governs it: killed 12 · the deaths of 12. By a label: the toll rose to 12 · Deaths: 12.
    By its predicate: 12 were killed · 12 who had fled.
    By the count before it: three in Homs, two in Hama · including 12 children · to 41 from 17.
    """
    clause = CountedSentence(sentence, counts, lexicon)
    bare = theme(clause)
    for k, count in enumerate(counts):
        count.frame = _alone(clause, k)
        if count.frame is None and count.is_bare:
            count.frame = bare
    for k in range(1, len(counts)):
        carry_over(clause, k)
    for k, count in enumerate(counts):
        if count.frame is None:
            count.frame = learned_frame(clause, k)


def _alone(sentence: CountedSentence, k: int) -> Frame | None:
    """What one count says by itself."""
    count = sentence.counts[k]
    noun = noun_frame(sentence, count)
    if noun and count.counted.thing and count.counted.thing.firm == "yes":
        return noun
    if count.has_part:
        return noun
    if count.unit == "percent":
        return share(sentence, k)
    frame = _by_modifier(sentence, count, _around(sentence, k))
    if noun and noun_wins(sentence, count, noun, frame):
        return noun
    if frame and frame.measure == "displaced" and nationals_arrive(sentence, count, frame):
        return Frame("refugees", frame.rule, frame.i, frame.j)
    return frame


def _around(sentence: CountedSentence, k: int) -> Frame | None:
    """What the words around a count say of it."""
    count = sentence.counts[k]
    unit = _unit_of_the_one_before(sentence, k)
    frame = _in_unit(sentence, k, unit) if unit else None
    frame = frame or _in_unit(sentence, k, count.unit)
    if frame is None and count.is_bare and count.counted.i == count.counted.j:
        return predicate(sentence, k, "buildings")  # "another 400 were damaged"
    return frame


def _in_unit(sentence: CountedSentence, k: int, unit: str) -> Frame | None:
    count = sentence.counts[k]
    state = adjective_at(sentence, count.end, unit, adjacent=True)
    if state and not (sentence.tags[state.i] == "IN" and state.measure in _SAYS_LEAST):
        return state  # "reported 12 people dead", "took in 12 people with burns"; but "wounded 12 people in the camp"
    return (
        governor(sentence, count, unit)
        or state
        or label(sentence, count, unit)
        or predicate(sentence, k, unit)
        or label_line(sentence, count)
        or stays_in(sentence, count, unit)
    )


def _unit_of_the_one_before(sentence: CountedSentence, k: int) -> str:
    """The unit that a bare count shares with the one just before it: "1,120 homes destroyed, 2,300 damaged"."""
    if k == 0 or not sentence.counts[k].is_bare:
        return ""
    before = sentence.counts[k - 1]
    gap = sentence.lower[before.end : sentence.counts[k].begin]
    is_joined = len(gap) <= 3 and gap[-1:] in ([","], ["and"])
    return before.unit if is_joined and before.unit in _DAMAGED_UNITS else ""


def _by_modifier(sentence: CountedSentence, count: Count, frame: Frame | None) -> Frame | None:
    """ "31 wounded civilians" where nothing else is said of them, or where they were treated; and who is treated for wounds."""
    own = modifier(sentence, count, count.unit)
    if own and (frame is None or (own.measure == "injured" and frame.measure == "assisted")):
        frame = own
    if frame and frame.measure == "assisted" and wounds_follow(sentence, count):
        return Frame("injured", frame.rule, frame.i, frame.j)
    return frame
