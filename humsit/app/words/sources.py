"""The words of the Sources view: what a source is worth by its record, and the names in use."""

from __future__ import annotations

from humsit.app.words import counts
from humsit.app.words.columns import ADMITTED as ADMITTED
from humsit.app.words.columns import CONDITIONS, FIGURES
from humsit.app.words.columns import REVISED as REVISED
from humsit.app.words.names import STANDS_FOR

ALSO_CALLED, SAYS, IN, ANSWERS = "Also called", "Says", "In", "Answers"
DENIED, DENIES = "Denied by others", "Denies others"
NAMES, KIND_OF_NAME = "Names", "Kind of name"
NO_NAMES_NEXT = "You can still say that one name stands for another."
COLUMNS = ("Name", FIGURES, CONDITIONS, STANDS_FOR)
JUDGEMENTS = "Judgements"
NO_JUDGEMENTS = "Nobody has judged a source or a name so far."


def top(sources: int, judged: int) -> str:
    """How many there are, and what can be done."""
    return f"{counts.sources(sources)} · {counts.number_or_none(judged)} judged · choose a cell to judge one"


def of_sources(shown: int, known: int) -> str:
    """Which of them stand in the table."""
    return f"The {shown:,} that say most of {known:,}: the file has all of them."


def says(figures: int, conditions: int) -> str:
    """How much a source says."""
    return f"{counts.figures(figures)}, {counts.conditions(conditions)}"


def answers(questions: int, contested: int) -> str:
    """How many questions it answers, and in how many others say what rules that out."""
    said = counts.questions(questions)
    return f"{said}, {counts.contested(contested)}" if questions else said


def names_of(kind: str, n: int) -> str:
    """A kind of names in the choice of kinds."""
    return f"{kind} {n:,}"


def no_names(kind: str) -> str:
    """That the reports name none of a kind."""
    return f"No {kind.lower()} are named."
