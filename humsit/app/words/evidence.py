"""The words of the evidence for one fact: what it rests on, how it stands, what was done to it, what it is worth."""

from __future__ import annotations

from humsit.app.words import WORKED_OUT, count

GONE = "This fact is no longer there: the newest reading does not find it."
BEFORE_CORRECTION = "Before correction:"
ITS_WORDS, COUNTED, CLAIMANT, PLACE = "its words", "what is counted", "claimant", "place"
"""What the colours in the passage mean."""
HOW_IT_STANDS, BESIDE_IT, WHY_READ_SO = "How it stands", "Beside it:", "Why it was read so"
HISTORY, NOT_CHANGED, WHOLE_REPORT = "History", "Nobody has changed it.", "The whole report"
UNDONE = "undone"
PUT_BACK, QUESTION_OF_ITS_OWN = "Put back to the question that it answers by itself", "Made a question of its own"
JUDGE_SOURCE = "Judge the source…"
FROM_TEXT, BY_ANALYST = "Read from the text", "Added by an analyst"


def on_page(page: int) -> str:
    """Where in a report with pages the words stand."""
    return f"page {page}"


def independence(publishers: int, claimants: int) -> str:
    """How many print it, and how many claim it: "5 publishers, 1 claimant"."""
    return f"{count(publishers, 'publisher')}, {count(claimants, 'claimant')}"


def worked_out(standing: str, who: str, decided: str) -> str:
    """What was worked out and what was decided."""
    return f"{WORKED_OUT}: {standing}. Decided by {who}: {decided}."


def changed(fields: str) -> str:
    """Which fields a correction changed."""
    return f"(changed: {fields})"


def because(why: str) -> str:
    """The reason of a decision, after it."""
    return f"Because: {why}"


def reads(field: str, was: str, now: str) -> str:
    """What a correction did: "Place: Sumy → Kyiv"."""
    return f"{field}: {was} → {now}"


def took_back(row: int | None) -> str:
    """What an undo did."""
    return f"Took row {row} back"


def standing_decided(was: str, now: str) -> str:
    """That an analyst decided how a question stands."""
    return f"Standing decided: {was} → {now}"


def put_to(figure: str) -> str:
    """That a figure answers the question of another one now."""
    return f"Put to the question of figure {figure}"


def no_longer_counts(what: str) -> str:
    """What undoing a row means."""
    return f"“{what}” will no longer count."


def row_no_longer_counts(row: int, did: str) -> str:
    """The same of a row that changed no field."""
    return f"Row {row} ({did}) will no longer count."


def reads_again(field: str, was: str, now: str) -> str:
    """What undoing a correction of a field means."""
    return f"{field} will read {was} again instead of {now}."


def credibility_of(kind: str) -> str:
    """The axis on which the fact itself is judged: "Credibility of the figure"."""
    return f"Credibility of the {kind}"


def judge(kind: str) -> str:
    """On the button that judges the fact itself."""
    return f"Judge the {kind}…"


def verified(word: str, who: str) -> str:
    """The word for a verified figure, and who is said to have verified it."""
    return f"{word} by {who}"


def verified_by(who: str) -> str:
    """Who is said to have verified it, though the report doubts it."""
    return f"verified by {who}"


def since(state: str, who: str, moment: str) -> str:
    """Whose review goes on, and from when on: "In review by Ada since 3 March 2022, 14:02 UTC"."""
    return f"{state} by {who} since {moment}"


def decided(state: str, who: str, moment: str) -> str:
    """Who decided, and when: "Approved by Ada, 3 March 2022, 14:02 UTC"."""
    return f"{state} by {who}, {moment}"
