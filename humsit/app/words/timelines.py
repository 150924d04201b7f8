"""The words of the timeline."""

from __future__ import annotations

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
CONTESTED = "contested"
DENIED = "contested: denied"
REPORTS = "Reports"
NO_DAYS = "None of these figures has a day, so nothing can be drawn; they are in the table."
ONE_FIGURE = "has one figure only"
CONDITIONS = "Conditions at the same places"
CONDITIONS_MEAN = (
    "A bar lasts from the report that says so to the next one that says otherwise, the last one to the end: nobody may have "
    "looked in between. Where there is no bar, nobody reports anything."
)
NO_CONDITIONS = "No report speaks of conditions at these places."
SINCE, UNTIL, STILL = "from", "to", "and not otherwise since"
GONE = "This question is not asked any more: its figures answer another one now."
COLUMNS = {"topic": "Condition", "place": "Place", "words": "What is said", "first": "From", "last": "To", "reports": "Reports"}
