"""The words that greet whoever opens the dashboard for the first time."""

from __future__ import annotations

TITLE = "This is one example report, so that there is something to see."
SAID = (
    "Every figure below was read in it, with who claims it. Press a number to see its words in the report; where it was read "
    "wrongly, correct it there with your name and a reason. Every table has a menu to download it."
)
ADD, SEE, HIDE = "Add your own reports", "See all figures", "Hide this"
