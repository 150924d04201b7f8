"""A crisis at a glance: which questions are headlines, in which order, and how their cards fill the rows."""

from __future__ import annotations

from humsit.app import words
from humsit.app.desk import Desk
from humsit.claims import Question
from humsit.records import Measure, Standing
from humsit.situation import Selection, Tally

CONTESTED, OTHERS = 4, 9
"""Headlines at most: of contested questions, and of all others."""
ROW = 6
"""Parts of a row: a contested card takes three of them, another two; the last ones are widened until no part is left."""
_NEVER = frozenset({Measure.OTHER, Measure.DISTANCE, Measure.POPULATION})


def headlines(desk: Desk, selection: Selection, tally: Tally) -> tuple[list[Question], list[Question]]:
    """The contested questions on which most depends, and the most reported or largest other one of each measure.

    Where there are few measures the next ones of each follow.
    """
    told = tuple(measure for measure in Measure if measure not in _NEVER)
    contested = desk.questions(selection, standing=(Standing.CONTESTED,), measure=told, limit=CONTESTED)
    calm = {measure: tally.measure(measure) - tally.measure(measure, Standing.CONTESTED) for measure in words.HEADLINES}
    turns: list[tuple[int, Question]] = []
    for turn in range(OTHERS):
        for order, (measure, known) in enumerate(calm.items()):
            if turn < known and len(turns) < OTHERS:
                turns += [(order, question) for question in _next(desk, selection, measure, turn)]
    return contested, [question for _, question in sorted(turns, key=lambda turn: turn[0])]


def _next(desk: Desk, selection: Selection, measure: Measure, turn: int) -> list[Question]:
    """People before households and shares; then who is printed by most; then the larger number."""
    calm = (Standing.CONTESTED,)
    return desk.questions(selection, measure=(measure,), not_standing=calm, by_size=True, limit=1, offset=turn)


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
