"""The words of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from humsit.app.words import count, counts
from humsit.app.words.charts import CONTESTED as CONTESTED
from humsit.app.words.charts import DENIES_ANY as DENIES_ANY
from humsit.app.words.charts import from_to
from humsit.app.words.columns import CONDITION, PLACE
from humsit.app.words.columns import REPORTS as REPORTS

TIMELINE = "Timeline"
MEASURE, ALL_MEASURES = "What is counted over time", "Everything"
QUESTION = "Question"
MOST_DEPENDS = "Those on which most depends"
ALONE = "Show alone"
BACK = "Back to those on which most depends"
HOW_TO_READ = (
    "A line is one claimant: it steps where the claimant says something else. Solid: what it says now; dotted: what it has "
    "replaced. A band is a range, an arrow to the edge an open end (“at least”), a pale band what that leaves open. "
    "A cross at zero denies that there were any. Marks at the bottom are reports. Click any mark for its words."
)
DENIED = f"{CONTESTED}: denied"
NO_DAYS = "None of these figures has a day, so nothing can be drawn; they are in the table."
CONDITIONS = "Conditions at the same places"
CONDITIONS_MEAN = (
    "A bar lasts from the report that says so to the next one that says otherwise, the last one to the end: nobody may have "
    "looked in between. Where there is no bar, nobody reports anything."
)
NO_CONDITIONS = "No report speaks of conditions at these places."
SINCE, UNTIL, STILL = "from", "to", "and not otherwise since"
OVER_TIME = "Over time"
COLUMNS = {"topic": CONDITION, "place": PLACE, "words": "What is said", "first": "From", "last": "To", "reports": REPORTS}


def top(questions: int, followed: int, *, some: bool) -> str:
    """How many questions can be chosen, and how many of them can be followed; `some`: there are more."""
    many = f"the first {questions} questions" if some else counts.questions(questions)
    return f"{many} · {counts.number_or_none(followed)} with more than one figure"


def can_be_chosen(questions: int) -> str:
    """Questions that are not drawn."""
    return f"{counts.more_questions(questions)} can be chosen above."


def contested(low: str, high: str) -> str:
    """What a stretch is labelled with in which claims ruled each other out."""
    return f"{CONTESTED}: {from_to(low, high)}"


def since(what: str, day: str) -> str:
    """From when on something held."""
    return f"{what}, {SINCE} {day}."


def one_after_the_other(name: str, said: Sequence[str]) -> str:
    """What was said of one condition: "Sumy, water: no water, then water back."."""
    return f"{name}: {', then '.join(said)}."


def row(name: str, told: Iterable[tuple[str, str]]) -> str:
    """A row of bars for who cannot see it: "Sumy, water: no water from 2022-03-01, water back from 2022-03-09"."""
    return f"{name}: {', '.join(f'{what} {SINCE} {day}' for what, day in told)}"


def most_reported(shown: int, known: int) -> str:
    """Which conditions are drawn."""
    return f"The {shown} conditions with most reports of {known}."


def lasted(first: str, last: str) -> str:
    """From when to when something held; `last` "" for: it may still hold."""
    return f"{SINCE} {first} {f'{UNTIL} {last}' if last else STILL}"


def of_figures(figures: int) -> str:
    """Of how many figures some are told."""
    return f", of {count(figures, 'figure')}"
