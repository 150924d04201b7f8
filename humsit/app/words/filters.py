"""The words of the filters beside every view."""

from __future__ import annotations

from humsit.app.words.buttons import CLEAR_FILTERS as CLEAR_FILTERS
from humsit.app.words.columns import CLAIMANT as CLAIMANT
from humsit.app.words.columns import PLACE as PLACE
from humsit.app.words.columns import STANCE as STANCE
from humsit.app.words.columns import STANDING as STANDING
from humsit.app.words.drawers import COUNTED as COUNTED
from humsit.app.words.meanings import MEANINGS

SEARCH, SEARCH_HINT = "Search", "Words in figures and sentences"
SUPERSEDED, OTHER, REJECTED = "Superseded figures", "Numbers of no measure", "Rejected figures"
ALL = "All"
_, STANDING_MEANS = MEANINGS["standing"]
_, STANCE_MEANS = MEANINGS["stance"]
