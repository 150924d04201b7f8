"""The words of adding reports: giving them, looking at them before they are kept, keeping them."""

from __future__ import annotations

from humsit.app.words import count
from humsit.app.words.columns import AGENCY, PUBLISHED, PUBLISHER, TITLE
from humsit.app.words.columns import REPORTS as REPORTS
from humsit.situation import Added

HOW, PASTE, FILES, ADDRESS, FEEDS, FOLDER = "How", "Paste", "Files", "Address", "Feeds", "Folder"
TEXT, TEXT_HINT = "Text of the report", "Paste the whole text here."
METADATA = {"title": TITLE, "publisher": PUBLISHER, "agency": AGENCY, "published": PUBLISHED}
METADATA_MEANS = "What you give here goes for all files, before what is found in them; leave empty what they say themselves."
OPTIONAL, DAY_HINT = "optional", "2022-03-03"
READ, DISCARD = "Read it", "Discard"
NOTHING_GIVEN = "There is nothing to read yet: paste a text, choose a file or give an address."
NOTHING_FOUND = "No figure and no condition was found in it. It can be kept all the same."
ODD = "Look at this before you keep it"
ABOUT = {
    "title": TITLE,
    "publisher": PUBLISHER,
    "agency": AGENCY,
    "published": PUBLISHED,
    "url": "Address",
    "language": "Language",
}
GIVEN, RECOGNISED, NOT_STATED = "given by you", "recognised in the text", "not stated"
NOT_SAID_THERE = "The report does not say this: give it here if you know it"
WHY_ASKED = {
    "published": "The day of publication: without it its “yesterday” and “on Friday” stay open.",
    "publisher": "The publisher: who says so begins with who prints it.",
}
_KEPT, _KEPT_ALREADY = "Kept", "This report was kept already; nothing has changed"
_PRINTED_AGAIN = "This text was kept already; that it was printed here too is kept now"
_WITHDRAWN = "It is withdrawn: its figures count nowhere until it is restored."


def drop_here(formats: str, megabytes: int) -> str:
    """Above the place for files."""
    return (
        f"Drop as many files as you like: {formats}; each also as .gz. A file may have {megabytes} MB. "
        "For thousands of files take a ZIP, or the folder that they are in."
    )


def found_in(where: str) -> str:
    """Where something known of a report was found."""
    return f"({where})"


def more(reports: int) -> str:
    """How many reports the preview does not show."""
    return f"and {count(reports, 'more report')}"


def keep(reports: int) -> str:
    """On the button that keeps them."""
    return "Keep this report" if reports == 1 else f"Keep these {reports} reports"


def kept(figures: str, conditions: str, added: Added) -> str:
    """What became of a report: "Kept: 3 figures, no conditions."."""
    if added.new:
        return f"{_KEPT}: {figures}, {conditions}."
    what = _PRINTED_AGAIN if added.printing else _KEPT_ALREADY
    return f"{what}: {figures}, {conditions}." + (f" {_WITHDRAWN}" if added.withdrawn else "")
