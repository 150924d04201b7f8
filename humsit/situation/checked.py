"""Figures to check and rival conditions over everything that is kept, narrowed to what is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from humsit.claims import ConditionQuestion, Finding, condition_questions, findings
from humsit.records import AnyFact
from humsit.situation.answers import View

Asked = Collection[str] | None
"""fact_ids; None: all."""


def findings_of(view: View, asked: Asked, today: dt.date) -> list[Finding]:
    """What should be looked at again, where one of its rows is asked for."""
    found = findings(view.comparison, _counted(view), today)
    return found if asked is None else [finding for finding in found if not set(finding.fact_ids).isdisjoint(asked)]


def condition_questions_of(view: View, asked: Asked) -> list[ConditionQuestion]:
    """The conditions of which something that was said is asked for, disputed ones first."""
    questions = condition_questions(_counted(view))
    return questions if asked is None else [question for question in questions if not set(question.facts).isdisjoint(asked)]


def _counted(view: View) -> list[AnyFact]:
    """All facts that nobody rejected, as they are compared."""
    return [view.names.led_back(corrected.fact) for corrected in view.facts if not corrected.rejected]
