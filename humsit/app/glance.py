"""A crisis at a glance: which questions are headlines, in which order, and how their cards fill the rows."""

from __future__ import annotations

import math
from collections.abc import Iterable

from humsit.app import words
from humsit.claims import Question
from humsit.records import Measure, Standing, Unit

CONTESTED, OTHERS = 4, 9
"""Headlines at most: of contested questions, and of all others."""
ROW = 6
"""Parts of a row: a contested card takes three of them, another two; the last ones are widened until no part is left."""
_NEVER = frozenset({Measure.OTHER, Measure.DISTANCE, Measure.POPULATION})


def headlines(questions: Iterable[Question]) -> tuple[list[Question], list[Question]]:
    """The contested questions on which most depends, and the most reported or largest other one of each measure.

    Where there are few measures the next ones of each follow. `questions`: ranked, as `compare` gives them.
    """
    told = [question for question in questions if question.measure not in _NEVER]
    contested = [question for question in told if question.standing is Standing.CONTESTED]
    rest = [question for question in told if question.standing is not Standing.CONTESTED]
    turns: list[tuple[int, int, Question]] = []
    for order, measure in enumerate(words.HEADLINES):
        of = sorted((question for question in rest if question.measure is measure), key=_weight, reverse=True)
        turns += [(turn, order, question) for turn, question in enumerate(of[:OTHERS])]
    chosen = sorted(turns, key=lambda turn: turn[:2])[:OTHERS]
    return contested[:CONTESTED], [question for _, _, question in sorted(chosen, key=lambda turn: (turn[1], turn[0]))]


def _weight(question: Question) -> tuple[bool, int, float, str]:
    """People before households and shares; then who is printed by most; then the larger number."""
    return question.unit is not Unit.PERCENT, len(question.publishers), largest(question), question.question_id


def largest(question: Question) -> float:
    """The largest number that anybody currently says in answer to it; 0 where nobody says one."""
    ends = [end for claim in question.claims for end in (claim.interval.said_low, claim.interval.said_high)]
    return max((end for end in ends if math.isfinite(end)), default=0.0)


def spans(contested: int, others: int) -> list[int]:
    """How many of a row's six parts each card takes, contested ones first: every row is filled to its end.

    An odd contested card shares its row with one other; what is left over at the end shares the last row.
    """
    wide = [3] * contested
    beside = contested % 2 if others else 0
    if contested % 2:
        wide[-1] = ROW - 2 * beside
    return wide + [2] * beside + _thirds(others - beside)


def _thirds(cards: int) -> list[int]:
    """Three a row; two left over share a row, and one makes the last four stand two a row."""
    halves = {0: 0, 1: min(4, cards), 2: 2}[cards % 3]
    return [ROW] if cards == 1 else [2] * (cards - halves) + [3] * halves
