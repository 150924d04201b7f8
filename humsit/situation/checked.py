"""Figures to check and rival conditions over everything that is kept, narrowed to what is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from humsit.claims import ConditionQuestion, Finding
from humsit.situation.answers import View

Asked = Collection[str] | None
"""fact_ids; None: all."""


def findings_of(view: View, asked: Asked, today: dt.date) -> list[Finding]:
    """What should be looked at again, where one of its rows is asked for."""
    found = view.findings(today)
    return list(found) if asked is None else [finding for finding in found if not set(finding.fact_ids).isdisjoint(asked)]


def condition_questions_of(view: View, asked: Asked) -> list[ConditionQuestion]:
    """The conditions of which something that was said is asked for, disputed ones first."""
    questions = view.condition_questions
    return list(questions) if asked is None else [question for question in questions if not set(question.facts).isdisjoint(asked)]
