"""The words of entering a figure that no report holds."""

from __future__ import annotations

from humsit.app.words import field_name
from humsit.app.words.columns import PLACE as PLACE
from humsit.app.words.drawers import COUNTED as COUNTED
from humsit.app.words.drawers import GROUP_HINT as GROUP_HINT
from humsit.app.words.drawers import NAME as NAME
from humsit.app.words.drawers import SAY_MEASURE as SAY_MEASURE

BY_HAND = "Entered by hand"
ENTER, SAVE = "Enter a figure by hand…", "Keep figure"
TITLE = "Enter a figure by hand"
MEANS = (
    "For what no report holds: a phone call, a meeting. Your note is kept as a report of its own, and everything shows that it "
    "was entered by hand, and by whom."
)
WHO_TOLD, HOW, TOLD_ON, AS_OF = "Who told it", "How", "Told on", "The day it is about"
NUMBER, NUMBER_HINT = "How many", "22, 1,200, 300 to 400, dozens"
LIMIT, GROUP = field_name("qualifier"), "Who or what exactly"
NOTE, NOTE_HINT = "Note", "How do they know it? What else did they say? Colleagues will read this."
SAY_DAY = "Say on which day it was told."
FROM_NO_REPORT = f"{BY_HAND}, from no report"
