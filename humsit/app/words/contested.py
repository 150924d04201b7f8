"""The words of the Contested view: questions with their claims, disputed conditions, figures to check."""

from __future__ import annotations

from humsit.app.words import counts
from humsit.app.words.charts import REVISED_DOWN
from humsit.app.words.evidence import HISTORY

NO_CONTEST = "No figures contest each other."
NO_CONTEST_NEXT = "Where claims rule each other out, both appear here with the reason."
UNFOLD = "Claims and evidence"
ALL_CLAIMS = "All claims"
BEFORE = "before:"
GONE = "This question is no longer asked: its figures answer another one now."


def standing_of(questions: int, standing: str) -> str:
    """How many questions stand so: "3 contested", "none divergent"."""
    return f"{counts.number_or_none(questions)} {standing.lower()}"


def questions_that_are(standing: str, questions: int) -> str:
    """What unfolds into the questions of a standing."""
    return f"{standing}: {counts.questions(questions)}"


def ruled_out(questions: int, first: str) -> str:
    """How many questions are contested, and which is the first of them."""
    many = counts.questions(questions).capitalize()
    if questions == 1:
        return f"{many} has claims that rule each other out."
    return (
        f"{many} have claims that rule each other out. "
        "They are ranked by how many people lie between the lowest and the highest claim. "
        f"Most depends on the first: {first}."
    )


def claims_of_first(shown: int, known: int) -> str:
    """Whose claims stand in the table."""
    return f"Of the {shown} questions on which most depends; the file has the claims of all {known:,}."


def told(who: str, before: list[str], now: str, *, revised_down: bool) -> str:
    """What a claimant said one after the other: "The mayor: 12 (1 May 2024), now 9 (4 May 2024), revised down."."""
    return f"{who}: {', '.join([*before, f'now {now}'])}{f', {REVISED_DOWN}' if revised_down else ''}."


def history(reports: int) -> str:
    """What unfolds into the earlier reports of a condition."""
    return f"{HISTORY}: {counts.reports(reports)}"


def newest_of(shown: int, known: int) -> str:
    """Which of the earlier reports are listed."""
    return f"The newest {shown} of {known}."


def more_conditions_in_file(n: int) -> str:
    """Disputed conditions that are not listed."""
    return f"{counts.more_conditions(n)} in the file."


def more_findings(n: int) -> str:
    """Findings that are not listed."""
    return f"{n:,} more: narrow them down with the filters, or take the file."
