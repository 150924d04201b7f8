"""The words of entering a figure that no report holds."""

from __future__ import annotations

BY_HAND = "Entered by hand"
ENTER, SAVE = "Enter a figure by hand…", "Keep figure"
TITLE = "Enter a figure by hand"
MEANS = (
    "For what no report holds: a phone call, a meeting. Your note is kept as a report of its own, and everything shows that it "
    "was entered by hand, and by whom."
)
WHO_TOLD, HOW, TOLD_ON, AS_OF = "Who told it", "How", "Told on", "The day it is about"
NUMBER, NUMBER_HINT = "How many", "22, 1,200, 300 to 400, dozens"
LIMIT, COUNTED, GROUP, PLACE = "Limit", "What is counted", "Who or what exactly", "Place"
NOTE, NOTE_HINT = "Note", "How do they know it? What else did they say? Colleagues will read this."
NAME = "Your name"
SAY_MEASURE, SAY_DAY = "Say what is counted.", "Say on which day it was told."
