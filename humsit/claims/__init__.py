"""Rival figures: which answer the same question, how their claims stand to each other and why, and which sums would be lies."""

from humsit.claims.compare import Authors, compare, told_by
from humsit.claims.comparer import Comparer
from humsit.claims.condition_records import ConditionClaim, ConditionQuestion
from humsit.claims.condition_words import TOPIC as CONDITION_TOPIC
from humsit.claims.conditions import condition_questions
from humsit.claims.finding import Check, Finding
from humsit.claims.headline import Headline, Policy, headline
from humsit.claims.integrity import findings
from humsit.claims.intervals import CONTEST_FACTOR, OPEN_FACTOR, ROOM_ABOVE, ROOM_BELOW, SMALL_GAP
from humsit.claims.records import Claim, Comparison, FigureStanding, Question, own_voice, teller
from humsit.claims.rulings import Ruling, Rulings
from humsit.claims.total import Refusal, Total, total

__all__ = [
    "CONDITION_TOPIC",
    "CONTEST_FACTOR",
    "OPEN_FACTOR",
    "ROOM_ABOVE",
    "ROOM_BELOW",
    "SMALL_GAP",
    "Authors",
    "Check",
    "Claim",
    "Comparer",
    "Comparison",
    "ConditionClaim",
    "ConditionQuestion",
    "FigureStanding",
    "Finding",
    "Headline",
    "Policy",
    "Question",
    "Refusal",
    "Ruling",
    "Rulings",
    "Total",
    "compare",
    "condition_questions",
    "findings",
    "headline",
    "own_voice",
    "teller",
    "told_by",
    "total",
]
