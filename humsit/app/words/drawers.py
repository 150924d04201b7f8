"""The words of deciding: the verbs, the reason and the name that every decision needs, and what is said when it was saved."""

from __future__ import annotations

from humsit.app.words import field_name
from humsit.app.words.columns import FIELD as FIELD
from humsit.records import Action

CORRECT, APPROVE, REJECT, UNDO, TAKE_UP, DECIDE = "Correct", "Approve", "Reject", "Undo", "Take up", "Decide"
ASK_CORRECT, ASK_REJECT = "Correct…", "Reject…"
"""On buttons that open a drawer and decide nothing yet."""
ADD, ADD_FIGURE = "Add a missing figure", "Add figure"
SAVE_CORRECTION, SAVE_DECISION = "Save correction", "Save decision"
KEEP_THEIRS = "Keep theirs"
REASON, REASON_HINT, NAME = "Reason", "Why? Colleagues will read this.", "Your name"
WHY_APPROVED, WHY_TAKEN_UP = "Checked against the report", "I am checking it"

CORRECTED, APPROVED, REJECTED = "Correction saved.", "Approval saved.", "Rejected. It no longer counts."
UNDONE, ADDED, DECIDED = "Undone.", "Figure added.", "Decision saved."
TAKEN_UP = "In review. Approve, correct or reject it when you are done."
UNSAVED = "It could not be saved. Nothing you typed is lost: try again, or reload the page if it happens again."
NOTHING_LOST = "Nothing you typed is lost, and nothing is saved yet. You choose."

SHOULD_READ, DATE_HINT = "Should read", "year-month-day"
UNDO_MEANS = "This row of the ledger will no longer count. The row itself stays, and so does the undo."
SAVE_MINE_TOO, REPLACE_THEIRS = "Save mine too", "Replace theirs with mine"
TOOK_UP = "took it up for review"
DID = {
    Action.APPROVE: "approved it",
    Action.REJECT: "rejected it",
    Action.UNDO: "undid a correction",
    Action.ADD: "added it",
}
"""What somebody did who was faster."""
BECOMES_A_FIGURE = "The words ", " become a figure."
"""Before and after the words."""
COUNTED, GROUP, GROUP_HINT = field_name("measure"), field_name("group"), "people"
SAY_MEASURE = "Say what is counted."


def reads_now(meaning: str) -> str:
    """What a field means, before what it reads."""
    return f"{meaning}. Reads now: "


def changed(field: str, was: str, now: str) -> str:
    """What somebody did who was faster: "changed place from Sumy to Kyiv"."""
    return f"changed {field} from {was} to {now}"


def faster(who: str, did: str, at: str, why: str) -> str:
    """Who was faster, what they did and why."""
    return f"While you were writing, {who} {did} ({at}): “{why}”"


def all_the_same(save: str) -> str:
    """On the button that saves although somebody was faster."""
    return f"{save} all the same"


def replace(theirs: str, mine: str) -> str:
    """On the button that corrects what somebody else has corrected just now."""
    return f"Replace {theirs} with {mine}"
