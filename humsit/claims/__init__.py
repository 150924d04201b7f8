"""Rival figures: which answer the same question, how their claims stand to each other and why, and which sums would be lies."""

from humsit.claims.asked import largest, rank
from humsit.claims.cells import WHOLE, Cell, Gathered, cell_of, questions_in, whole
from humsit.claims.compare import Authors, RevisedBy, as_told, compare, put_right, standings_of, told_by
from humsit.claims.condition_records import ConditionClaim, ConditionQuestion
from humsit.claims.condition_words import TOPIC as CONDITION_TOPIC
from humsit.claims.conditions import condition_question, condition_questions, condition_rank
from humsit.claims.event_days import event_days
from humsit.claims.evidence import tells
from humsit.claims.finding import Check, Finding
from humsit.claims.headline import Headline, Policy, headline
from humsit.claims.integrity import ahead_of, ahead_of_print, finding_rank, findings, findings_in
from humsit.claims.intervals import CONTEST_FACTOR, OPEN_FACTOR, ROOM_ABOVE, ROOM_BELOW, SMALL_GAP, interval
from humsit.claims.printed import NEVER_AGAIN, PrintedBy, publishers_of
from humsit.claims.records import Claim, Comparison, FigureStanding, Question, own_voice, teller
from humsit.claims.rulings import Ruling, Rulings, root_of
from humsit.claims.statements import only_places
from humsit.claims.total import Refusal, Total, total

__all__ = [
    "CONDITION_TOPIC",
    "CONTEST_FACTOR",
    "NEVER_AGAIN",
    "OPEN_FACTOR",
    "ROOM_ABOVE",
    "ROOM_BELOW",
    "SMALL_GAP",
    "WHOLE",
    "Authors",
    "Cell",
    "Check",
    "Claim",
    "Comparison",
    "ConditionClaim",
    "ConditionQuestion",
    "FigureStanding",
    "Finding",
    "Gathered",
    "Headline",
    "Policy",
    "PrintedBy",
    "Question",
    "Refusal",
    "RevisedBy",
    "Ruling",
    "Rulings",
    "Total",
    "ahead_of",
    "ahead_of_print",
    "as_told",
    "cell_of",
    "compare",
    "condition_question",
    "condition_questions",
    "condition_rank",
    "event_days",
    "finding_rank",
    "findings",
    "findings_in",
    "headline",
    "interval",
    "largest",
    "only_places",
    "own_voice",
    "publishers_of",
    "put_right",
    "questions_in",
    "rank",
    "root_of",
    "standings_of",
    "teller",
    "tells",
    "told_by",
    "total",
    "whole",
]
