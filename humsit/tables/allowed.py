"""Which values a column of codes may have: what a data dictionary lists, and a checker holds a file to."""

from __future__ import annotations

from enum import StrEnum

from humsit.records import (
    Action,
    ClaimantType,
    ConditionKind,
    ConditionState,
    Credibility,
    JudgementKind,
    Measure,
    PopulationGroup,
    Precision,
    Qualifier,
    Reliability,
    ReportAction,
    Review,
    Series,
    Stance,
    Standing,
    Unit,
    Verification,
)

_OF_COLUMN: dict[str, type[StrEnum]] = {
    "measure": Measure,
    "decision": ReportAction,
    "population_group": PopulationGroup,
    "qualifier": Qualifier,
    "unit": Unit,
    "claimant_type": ClaimantType,
    "stance": Stance,
    "as_of_precision": Precision,
    "verification": Verification,
    "credibility": Credibility,
    "reliability": Reliability,
    "series": Series,
    "standing": Standing,
    "computed_standing": Standing,
    "ruled_standing": Standing,
    "review": Review,
    "condition": ConditionKind,
    "state": ConditionState,
    "action": Action,
    "kind": JudgementKind,
}
_CHECKS = ("falling_total", "daily_mismatch", "digit_dropped", "digit_doubled", "digits_transposed", "date_in_the_future")


def allowed(column: str) -> tuple[str, ...]:
    """The codes that a column of this name may hold, in every table that has it; empty where it holds any text.

    An empty cell is allowed besides, where the meaning of the column says what it stands for.
    """
    if column == "origin":
        return ("text", "analyst")
    if column == "check":
        return _CHECKS
    return tuple(code.value for code in _OF_COLUMN[column]) if column in _OF_COLUMN else ()
