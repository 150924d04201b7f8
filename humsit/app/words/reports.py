"""The words about a whole report: what is known of it, who printed it, its versions, withdrawing and describing it."""

from __future__ import annotations

from humsit.app.words import count, field_name
from humsit.app.words.adding import NOT_STATED as NOT_STATED
from humsit.app.words.columns import AGENCY, PUBLISHED, PUBLISHER, TITLE
from humsit.records import ReportAction

ABOUT, ODD = "About this report", "What looks odd"
LANGUAGE, FORMAT, ADDRESS, PRINTED_BY = "Language", "Format", "Address", "Printed by"
FIELDS = {"title": TITLE, "publisher": PUBLISHER, "agency": AGENCY, "published": PUBLISHED, "url": ADDRESS}
"""What can be told of a report later, and what it is called."""

SAME_STORY, WHAT_CHANGED = "The same story", "What changed, word by word"
NO_FIGURE_CHANGED = "No figure differs in:"
DIFF_MEANS = "[− words] were taken out, [+ words] were put in."
OUT, IN, CLOSES, SKIPPED = "[− ", "[+ ", "]", " … "

OPEN_IT = "Open that report"

WITHDRAWN = "Withdrawn"
NOTHING_COUNTS = "Nothing that it says counts, anywhere. It can be restored."
WITHDRAWN_MEANS = "What they say counts nowhere. Open one to read why, and to restore it."
WITHDRAW, RESTORE = "Withdraw this report…", "Restore this report…"
WITHDRAW_SAVE, RESTORE_SAVE = "Withdraw it", "Restore it"
WITHDRAW_MEANS = (
    "What it says counts no longer: its figures, conditions and corrections leave every view, question and export. The report "
    "stays here under Withdrawn, with your name and reason, and can be restored."
)
RESTORE_MEANS = "What it says counts again, with the corrections that were made."
DESCRIBE, DESCRIBE_TITLE, DESCRIBE_SAVE = "Say what is known of it…", "What is known of this report", "Save"
DESCRIBE_MEANS = (
    "What you know of the report beside its text. Its figures are read anew with that, so that “on Monday” gets its day; "
    "corrections stay."
)
ITS_CORRECTIONS, DECISIONS = "Its corrections", "What was decided about this report"
NOT_COUNTED = "Read in this report, and not counted"
FASTER = "Somebody else decided about this report meanwhile. Look at it again before you save."


def withdrawn(reports: int) -> str:
    """Above the list of withdrawn reports: "Withdrawn: 2 reports"."""
    return f"{WITHDRAWN}: {count(reports, 'report')}"


def more_withdrawn(reports: int) -> str:
    """How many of them are not listed."""
    return f"and {count(reports, 'older report')}; the table of decisions on reports names all."


def format_of(name: str, pages: int) -> str:
    """In which format it arrived: "PDF, 12 pages"."""
    return f"{name}, {count(pages, 'page')}" if pages else name


def found(value: str, where: str) -> str:
    """What is known, and where that stands: "3 March 2022 (the page's metadata)"."""
    return f"{value} ({where})"


def publishers(number: int) -> str:
    """How many printed the very text."""
    return count(number, "publisher")


def printed_again(number: int) -> str:
    """How many printed the very text, as a sentence."""
    return f"Printed by {publishers(number)}, word for word."


def printing(publisher: str, day: str, address: str) -> str:
    """Where one of them printed it: "The Courier, 3 March 2022, https://…"."""
    return ", ".join(part for part in (publisher, day, address) if part)


def and_more(reports: int) -> str:
    """How many reports are not named."""
    return f"; and {count(reports, 'more report')}."


def later_version(title: str, printed: str) -> str:
    """Of which report this is a later version."""
    return f"A later version of “{title}” ({printed})"


def has_later(title: str, printed: str) -> str:
    """Which report is a later version of this one."""
    return f"A later version is “{title}” ({printed})"


def changed(what: str, was: str, now: str) -> str:
    """A figure that changed: "killed, Osh: at least 17 → at least 41"."""
    return f"{what}: {was} → {now}"


def decided(action: ReportAction, field: str, was: str, now: str) -> str:
    """A decision about a report in a few words."""
    if action is ReportAction.DESCRIBE:
        return f"{FIELDS.get(field, field_name(field))}: {was} → {now}"
    return "Withdrawn" if action is ReportAction.WITHDRAW else "Restored"


def signed(who: str, when: str, why: str) -> str:
    """Who decided, when and why."""
    return f"{who}, {when}: “{why}”"
