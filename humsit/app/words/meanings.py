"""What each word of the interface means, said where it stands: chips, the lines of the evidence, the heads of tables."""

from __future__ import annotations

from humsit.app import words
from humsit.app.words import changed
from humsit.app.words import columns as heads
from humsit.claims import Check
from humsit.records import Qualifier, Review, Stance, Verification

_STANCE: dict[Stance, str] = {
    Stance.REPORTED: "The claimant says so, and the report passes it on without distance.",
    Stance.CLAIMED: "The claimant says so; the report keeps its distance, with words such as “claims” or “alleges”.",
    Stance.ADMITTED: "A side speaks of losses of its own. It gains nothing by it, so it is usually a floor.",
    Stance.DENIED: "The claimant says that it is not so.",
    Stance.UNVERIFIED: "The report says that nobody could confirm it.",
}
_REVIEW: dict[Review, str] = {
    Review.EXTRACTED: "Nobody has approved or rejected it yet.",
    Review.IN_REVIEW: "An analyst has taken it up and has not decided yet.",
    Review.APPROVED: "An analyst compared it with its report and found it right.",
    Review.APPROVED_BUT_CHANGED: "An analyst changed it. What the reader took from the text is kept beside it.",
    Review.REJECTED: "An analyst took it out: it counts nowhere any more. That can be undone.",
}
_QUALIFIER: dict[Qualifier, str] = {
    Qualifier.EXACT: "The number and no other.",
    Qualifier.AT_LEAST: "That many, perhaps more: the upper end is open.",
    Qualifier.MORE_THAN: "Above that number: the upper end is open.",
    Qualifier.AT_MOST: "That many or fewer: the lower end is open.",
    Qualifier.LESS_THAN: "Below that number: the lower end is open.",
    Qualifier.NEARLY: "A little below that number.",
    Qualifier.APPROXIMATELY: "Around that number, on either side.",
    Qualifier.RANGE: "Two numbers: the lowest and the highest said.",
    Qualifier.VAGUE: "Words and no number, such as “hundreds”. The interval is what such words usually allow.",
}
_VERIFICATION: dict[Verification, str] = {
    Verification.NOT_SAID: "the report says nothing of it",
    Verification.VERIFIED: "the report names who confirmed it",
    Verification.UNVERIFIED: "the report says that it could not be confirmed",
    Verification.ADMITTED: "a side speaks of its own losses",
    Verification.DENIED: "the claimant denies it",
}
_CHECK: dict[Check, str] = {
    Check.FALLING_TOTAL: "A total that can only grow became smaller.",
    Check.DAILY_MISMATCH: "What is said for one day does not fit the totals before and after it.",
    Check.DIGIT_DROPPED: "With one more digit it would fit the figures around it: 120, then 13, then 140.",
    Check.DIGIT_DOUBLED: "With one digit less it would fit the figures around it.",
    Check.DIGITS_TRANSPOSED: "With two digits exchanged it would fit the figures around it: 123 and 132.",
    Check.DATE_IN_THE_FUTURE: "It is about a day that had not come when it was printed.",
}

HEDGE = "words of doubt"
"""What the words are called with which a report keeps its distance."""
MEANINGS: dict[str, tuple[str, str]] = {
    **{f"standing-{code.value}": (words.STANDING[code], said) for code, said in words.STANDING_MEANS.items()},
    **{f"stance-{code.value}": (words.STANCE_SHORT[code], said) for code, said in _STANCE.items()},
    **{f"review-{code.value}": (words.REVIEW[code], said) for code, said in _REVIEW.items()},
    **{f"limit-{code.value}": (words.QUALIFIER[code], said) for code, said in _QUALIFIER.items()},
    **{
        f"check-{code.value}": (words.CHECK[code], f"{said} It is a reason to read both rows again.")
        for code, said in _CHECK.items()
    },
    **{f"change-{code.value}": (changed.KIND[code], means) for code, means in changed.MEANS.items()},
    "superseded": (words.SUPERSEDED, "Its claimant has since said another figure. It is kept to be seen, and no longer counted."),
    "decided": ("Decided", "An analyst decided how it stands, with a reason. What was worked out stays beside it."),
    "revised": (heads.REVISED, "The claimant said another figure before; the newest one counts."),
    "revised-down": ("Revised down", "The claimant's newest figure is below the one before it."),
    "told": (words.TOLD, "The report itself says why the figures differ, so nothing may be wrong."),
    "claimant": (heads.CLAIMANT, "Who says it: a body, a person, or the report itself. However many print it, it is one claim."),
    "place": (heads.PLACE, "Where it happened or holds, as the report names it. Empty where the report names no place."),
    "whose": (heads.WHOSE, "Which people or things the number counts, in the report's words, and whose people they are."),
    "period": (words.field_name("period"), "The time that the number adds up, where the report says it: “in just seven days”."),
    "limit": (
        words.field_name("qualifier"),
        "How the report limits its number: at least, nearly, up to … It decides which interval is compared.",
    ),
    "as-of": (heads.AS_OF, "The day that the figure is about. Where the report does not say, the day it was published."),
    "event": ("Event", "The single event that the figure belongs to, where the report names one."),
    "origin": ("Origin", "Whether the reader took it from the text, or an analyst marked it there."),
    "verification": (
        "Verification",
        "What the report says of whether the figure holds: "
        + "; ".join(f"{words.VERIFICATION[code]}: {said}" for code, said in _VERIFICATION.items())
        + f". In quotation marks: the report's own {HEDGE}.",
    ),
    "review": (heads.REVIEW, "How far an analyst here has looked at it. What the report says of it is its verification."),
    "reliability": ("Reliability of the source", words.RELIABILITY_MEANS),
    "credibility": (
        "Credibility",
        "How credible this one piece of information is, whoever says it: 1, confirmed by others, to 5, improbable. "
        "It is 6, cannot be judged, until somebody here has judged it.",
    ),
    "standing": (
        heads.STANDING,
        "How all that is said in answer to the same question fits together. It is worked out, with its reason.",
    ),
    "stance": (
        heads.STANCE,
        "How the claimant, or the report, stands to the figure: reported, claimed, admitted, denied, unverified.",
    ),
}
"""name → the word, and what it means. A name is our own and stands in the page as an id."""


def _means(name: str) -> str:
    return MEANINGS[name][1]


_EVERYWHERE: dict[str, str] = {
    heads.NUMBER: "The row's place before you sort.",
    heads.FIGURE: "The value as the report limits it. It sorts by the number written, else by its lowest or only bound.",
    heads.WHAT: "What is counted: killed, displaced, homes destroyed …",
    heads.WHOSE: _means("whose"),
    heads.PLACE: _means("place"),
    heads.CLAIMANT: _means("claimant"),
    heads.STANCE: _means("stance"),
    heads.STANDING: f"{_means('standing')} Superseded: the claimant has since said another figure.",
    heads.AS_OF: _means("as-of"),
    heads.PRINTED_BY: "The publisher of the report. It need not be who says so.",
    heads.REVIEW: _means("review"),
    heads.BEFORE_CORRECTION: "What the reader took from the text, where an analyst changed it.",
    heads.CONDITION: "What holds at the place, by what it means for people.",
    heads.WORDS: "The words of the report from which it was read.",
    heads.TITLE: "The report's title, else its first words.",
    heads.PUBLISHER: "Who printed the report.",
    heads.AGENCY: "The news agency that wrote it, where another one printed it.",
    heads.PUBLISHED: "The day that the report gives as its own. It is never guessed.",
    heads.FIGURES: "Figures that were found.",
    heads.CONDITIONS: "Conditions that were found: siege, water, aid …",
    heads.CHARACTERS: "How long the report is.",
    heads.REPORTS: "Reports that say it.",
    heads.KIND: "What kind of body or person it is, where the reports say so.",
    heads.RELIABILITY: words.RELIABILITY_MEANS,
    heads.SOURCE: "Who says things, under the name that its other names are led back to.",
    heads.CONTESTED: "Questions answered by this source whose claims rule each other out.",
    heads.REVISED: "Figures that the source replaced by others later.",
    heads.ADMITTED: "Figures with which it admits losses of its own side.",
    heads.WAS_DENIED: "Questions in which somebody else denies what it says.",
    heads.ROW: "The row's number in the ledger, which only grows.",
    heads.WHEN: "When it was written down.",
    heads.WHO: "Who decided.",
    heads.DID: "What was done. Nothing is overwritten: undoing is a row too.",
    heads.WORDS_IN_REPORT: "The words that the decision is about.",
    heads.FIELD: "Which part of the figure was changed.",
    heads.WAS: "What stood there before.",
    heads.NOW: "What stands there since.",
    heads.WHY: "The reason, in the words of who decided.",
    heads.UNDOES: "The row that this one takes back.",
}
_OF_TABLE: dict[str, dict[str, str]] = {
    "claims": {heads.WHY: "Why the claims stand so, in words."},
}


def columns(table: str) -> dict[str, str]:
    """Head of a column → what it means in this table."""
    return _EVERYWHERE | _OF_TABLE.get(table, {})
