"""The words of the Situation view."""

from __future__ import annotations

from collections.abc import Sequence

from humsit.app import words
from humsit.app.words import conditions, counts

CONDITIONS_NOW = "Conditions now"
MOVEMENT_OVER_TIME = "Displacement and refugees over time"
CASUALTIES = "Casualties by claimant and place"
NEEDS = "Damage, needs and help"
INHABITANTS, HOW_MANY_LIVE = "Inhabitants", "How many people live where the reports speak of. "
CONDITIONS_BY_PLACE = "Siege conditions by place"
MOST_REPORTED = "Of each measure the most reported or largest figure."
ONE_DAY = "One day only so far, so no trend can be read from it."
ALL_WHO_LIVE_THERE = ("inhabitants", "residents")
"""What reports call everybody who lives at a place: beside a number of inhabitants it says nothing."""


def top(reports: int | None, figures: int, contested: int) -> str:
    """How much is known; None: reports that were not counted."""
    told = [] if reports is None else [counts.reports(reports)]
    return " · ".join([*told, counts.figures(figures), counts.contested(contested)])


def more_in_figures(questions: int) -> str:
    """The link to the questions that are no headlines."""
    return f"{counts.more_questions(questions)} in {words.FIGURES}"


def more_with_several_claims(questions: int) -> str:
    """The link to the questions that have no panel."""
    return f"{counts.more_questions(questions)} with several claims"


def more_in_conditions(places: int) -> str:
    """The link to the places that are not named."""
    return f"{counts.more_places(places)} in {words.CONDITIONS}"


def all_in_conditions(places: int) -> str:
    """The link to all places."""
    return f"All {places:,} places in {words.CONDITIONS}"


def more_panels(titles: Sequence[str]) -> str:
    """What unfolds into more panels."""
    return f"{len(titles)} more: {', '.join(titles)}"


def worst_place(place: str, said: str) -> str:
    """The sentence that reads the conditions by place."""
    return f"Most is reported for {place}: {said}. Grey means that nobody reports it, not that all is well."


def of_places(shown: int, known: int) -> str:
    """Which places are shown."""
    return f"{conditions.of_most(shown, known)}. "


def never_revised(days: int) -> str:
    """What a chart over time shows where no claimant said two things."""
    return f"Figures for {days} days, none revised so far."


def steps(days: int) -> str:
    """The same where some did."""
    return f"Figures for {days} days; steps are revisions."


def newest(who: str, value: str, day: str) -> str:
    """What is said of the newest day."""
    return f"{who}: {value}, as of {day}."


def largest(who: str, value: str, day: str) -> str:
    """What is said of the largest of several."""
    return f"Largest: {newest(who, value, day)}"
