"""Numbers that only point: notes in brackets, the numbers of a list's points, times of the day."""

from __future__ import annotations

from humsit.grammar.classes import FINITE
from humsit.mentions.numbers import Found
from humsit.mentions.sentence import Sentence

LAST_POINT = 40  # the highest number that a point of a list is thought to have
LAST_NOTE = 199
LAST_HOUR = 24

_ENDS_POINT = frozenset({";", ",", "and", "or"})
_AT_AN_HOUR = frozenset({"by", "since", "until", "till", "before", "after", "at"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_LEADS_TO_PART = (["this"], ["that"], ["in", "the"], ["the", "same"], ["the", "next"])


def points(sentence: Sentence, number: Found) -> bool:
    """Whether a number points at something: "tents collapsed [1]", "…; 7. Trained nurses; 8. …", "since six this morning"."""
    if number.j != number.i + 1 or not sentence.lower[number.i].isalnum():
        return False
    return _is_note(sentence, number) or _numbers_a_point(sentence, number) or _is_hour(sentence, number)


def _is_note(sentence: Sentence, number: Found) -> bool:
    """ "collapsed [1]": a number alone in square brackets."""
    is_alone = sentence.word(number.i - 1) == "[" and sentence.word(number.j) == "]"
    return is_alone and number.reading.high <= LAST_NOTE


def _numbers_a_point(sentence: Sentence, number: Found) -> bool:
    """ "…; 7. Trained nurses", "(1) training; (2) tools", "1) water 2) food"."""
    i, j = number.i, number.j
    if number.reading.high > LAST_POINT or not sentence.lower[i].isdigit():
        return False
    before, after = sentence.word(i - 1), sentence.word(j)
    if after == "." and j + 1 == len(sentence) and sentence.end < sentence.block.end:  # the full stop was taken for an end
        return before == ";" or (before == ":" and number.reading.high == 1)
    if after == "." and sentence.is_glued(j) and sentence.word(j + 1)[:1].isalpha() and not sentence.is_glued(j + 1):
        return before in _ENDS_POINT or i == 0
    if after != ")" or not sentence.is_glued(j) or not sentence.word(j + 1)[:1].isalpha():
        return False
    opens = i - 1 if before == "(" else i
    is_free = opens == 0 or not (sentence.is_capital(opens - 1) or sentence.tag(opens - 1).startswith("NN"))
    has_mate = f"{int(sentence.lower[i]) + 1}" in sentence.lower[j:] or f"{int(sentence.lower[i]) - 1}" in sentence.lower[:i]
    return has_mate and (is_free or before != "(")


def _is_hour(sentence: Sentence, number: Found) -> bool:
    """ "since six this morning", "by six in the evening"; but "the toll stood at 11 this morning"."""
    at, j = number.i - 1, number.j
    if number.reading.high > LAST_HOUR or number.reading.kind != "cardinal" or sentence.word(at) not in _AT_AN_HOUR:
        return False
    if sentence.word(at) == "at" and (sentence.tag(at - 1) in (*FINITE, "VBN") or sentence.tag(at - 1).startswith("NN")):
        return False
    return any(
        sentence.lower[j : j + len(lead)] == lead and sentence.word(j + len(lead)) in _PARTS_OF_DAY for lead in _LEADS_TO_PART
    )
