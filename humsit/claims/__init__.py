"""Rival figures: which answer the same question, how their claims stand to each other and why, and which sums would be lies."""

from humsit.claims.compare import compare
from humsit.claims.intervals import CONTEST_FACTOR, OPEN_FACTOR, ROOM_ABOVE, ROOM_BELOW, SMALL_GAP
from humsit.claims.records import Claim, Comparison, FigureStanding, Question

__all__ = [
    "CONTEST_FACTOR",
    "OPEN_FACTOR",
    "ROOM_ABOVE",
    "ROOM_BELOW",
    "SMALL_GAP",
    "Claim",
    "Comparison",
    "FigureStanding",
    "Question",
    "compare",
]
