"""The heads of tables: which columns a person sees of each table, and under which names."""

from __future__ import annotations

from humsit.app.words import CONDITIONS as CONDITIONS
from humsit.app.words import CONTESTED as CONTESTED
from humsit.app.words import FIGURES as FIGURES
from humsit.app.words import field_name

NUMBER = "#"
"""Numbers the rows as they stand before anybody sorts them. The first click on any column's head also chooses the first row's
first cell, so that cell must open nothing."""
FIGURE, CONDITION = "Figure", "Condition"
WHAT, WHOSE, PLACE, CLAIMANT, STANCE, STANDING = "What", "Who is counted", "Place", "Claimant", "Stance", "Standing"
AS_OF, PRINTED_BY, REVIEW, BEFORE_CORRECTION, WORDS = field_name("as_of"), "Printed by", "Review", "Before correction", "Words"
TITLE, PUBLISHER, AGENCY, PUBLISHED, CHARACTERS = "Title", "Publisher", "Agency", "Published", "Characters"
ROW, WHEN, WHO, DID, WORDS_IN_REPORT = "Row", "When (UTC)", "Who", "Did", "Words in the report"
FIELD, WAS, NOW, WHY, UNDOES = "Field", "Was", "Now", "Why", "Undoes row"
SOURCE, RELIABILITY, KIND, REPORTS = "Source", "Reliability", "Kind", "Reports"
REVISED, ADMITTED, WAS_DENIED = "Revised", "Admitted", "Was denied"

_FIGURES = {
    "in_words": FIGURE,
    "what": WHAT,
    "whose": WHOSE,
    "place": PLACE,
    "claimant": CLAIMANT,
    "stance": STANCE,
    "standing": STANDING,
    "day": AS_OF,
    "publisher": PRINTED_BY,
    "review": REVIEW,
}
_CONDITIONS = {
    "meaning": CONDITION,
    "place": PLACE,
    "claimant": CLAIMANT,
    "stance": STANCE,
    "day": AS_OF,
    "publisher": PRINTED_BY,
    "phrase": WORDS,
    "review": REVIEW,
}
_DOCUMENTS = {
    "title": TITLE,
    "publisher": PUBLISHER,
    "agency": AGENCY,
    "published": PUBLISHED,
    "figures": FIGURES,
    "conditions": CONDITIONS,
    "characters": CHARACTERS,
}
_CORRECTIONS = {
    "correction_id": ROW,
    "when": WHEN,
    "who": WHO,
    "action": DID,
    "words": WORDS_IN_REPORT,
    "field": FIELD,
    "was": WAS,
    "now": NOW,
    "why": WHY,
    "undoes": UNDOES,
}
_CLAIMS = {
    "what": WHAT,
    "whose": WHOSE,
    "place": PLACE,
    "claimant": CLAIMANT,
    "in_words": FIGURE,
    "stance": STANCE,
    "standing": STANDING,
    "standing_reason": WHY,
    "reports": REPORTS,
}
_SOURCES = {
    "source": SOURCE,
    "reliability": RELIABILITY,
    "claimant_type": KIND,
    "figures": FIGURES,
    "conditions": CONDITIONS,
    "reports": REPORTS,
    "contested": CONTESTED,
    "revisions": REVISED,
    "admitted": ADMITTED,
    "denied": WAS_DENIED,
}
SHOWN: dict[str, dict[str, str]] = {
    "figures": _FIGURES,
    "conditions": _CONDITIONS,
    "documents": _DOCUMENTS,
    "corrections": _CORRECTIONS,
    "claims": _CLAIMS,
    "sources": _SOURCES,
}
"""table → column → head, in the order of the screen."""


def rows(first: int, last: int, total: int) -> str:
    """Which rows of a long table are shown, and what a click on a head does."""
    return f"Rows {first:,} to {last:,} of {total:,}. A click on a column's head sorts these rows."
