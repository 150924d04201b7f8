"""The words of adding reports."""

from __future__ import annotations

from humsit.app.words import count
from humsit.app.words.columns import AGENCY, PUBLISHED, PUBLISHER, TITLE
from humsit.app.words.columns import REPORTS as REPORTS

HOW, PASTE, UPLOAD = "How", "Paste", "Upload"
TEXT, TEXT_HINT = "Text of the report", "Paste the whole text here."
METADATA = {"title": TITLE, "publisher": PUBLISHER, "agency": AGENCY, "published": PUBLISHED}
OPTIONAL, DAY_HINT = "optional", "2022-03-03"
READ, DISCARD = "Read it", "Discard"
NOTHING_GIVEN = "There is nothing to read yet: paste a text or choose a file."
NOTHING_FOUND = "No figure and no condition was found in it. It can be kept all the same."
_KEPT, _KEPT_ALREADY = "Kept", "This report was kept already; nothing has changed"


def more(reports: int) -> str:
    """How many reports the preview does not show."""
    return f"and {count(reports, 'more report')}"


def keep(reports: int) -> str:
    """On the button that keeps them."""
    return "Keep this report" if reports == 1 else f"Keep these {reports} reports"


def kept(figures: str, conditions: str, *, new: bool) -> str:
    """What was kept: "Kept: 3 figures, no conditions."."""
    return f"{_KEPT if new else _KEPT_ALREADY}: {figures}, {conditions}."
