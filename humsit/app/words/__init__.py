"""The words of the interface: what the dashboard calls each thing, in plain English and in one place.

Everything here is ours; nothing here comes from a document. So these words may stand where Streamlit reads Markdown, document
text may not.
"""

from __future__ import annotations

from humsit.claims import CONDITION_TOPIC, CONTEST_FACTOR, Check, Policy
from humsit.records import (
    Action,
    ConditionKind,
    ConditionState,
    Credibility,
    JudgementKind,
    Measure,
    Qualifier,
    Reliability,
    Review,
    Stance,
    Standing,
    Unit,
    Verification,
)
from humsit.situation import Clock, Order
from humsit.tables.labels import HEADLINES as HEADLINES
from humsit.tables.labels import MEASURE as MEASURE
from humsit.tables.labels import POPULATION_GROUP as POPULATION_GROUP
from humsit.tables.labels import STANCE as STANCE
from humsit.tables.labels import STANDING as STANDING

SITUATION, FIGURES, CONTESTED, CONDITIONS = "Situation", "Figures", "Contested", "Conditions"
SOURCES, DOCUMENTS, CORRECTIONS, ACCURACY = "Sources", "Documents", "Corrections", "Accuracy"

OWN_VOICE = "the report itself"
"""Who claims a figure that the text states itself, where no single report is meant."""
NO_PLACE = "no place named"
UNKNOWN_PUBLISHER = "publisher not stated"
UNKNOWN_DATE = "date not stated"
NO_REPORT = "no report"
UNSHOWABLE = "a name that cannot be shown here"
NOTHING = "nothing"
"""What a field reads that holds nothing."""

WHAT_CHANGED = "What changed"
ORDER_OF_ROWS = "Order of all rows"
ORDER: dict[Order, str] = {Order.REPORTS: "By report", Order.NEWEST: "Newest first", Order.LARGEST: "Largest first"}

FOR_DATES_FROM, FOR_DATES_TO = "For the dates from", "For the dates to"
FOR_DATES_MEANS = "The days that figures are about; where a report does not say, the day it was published."
KNOWN_ON, BY, BACK_TO_NOW = "As known on", "By what had been", "Back to now"
KNOWN_ON_MEANS = (
    "Everything as it was known at the end of that day, in UTC: without the reports and the decisions that came later. "
    "Reports are read as humsit reads them today. Empty: as known now."
)
CLOCK: dict[Clock, str] = {Clock.RECEIVED: "received", Clock.PUBLISHED: "published"}
BY_MEANS = (
    "Received: the reports kept here by then, with the corrections made by then. "
    "Published: the reports published by then, whenever they were added here, with all corrections."
)
BY_WHAT: dict[Clock, str] = {
    Clock.RECEIVED: "by what had been received",
    Clock.PUBLISHED: "by what had been published, with all corrections",
}
ADD_NOW = "A past day is only looked at: to add a report, go back to now."
DECIDE_NOW = "What you decide holds now, not on the day you look at. Go back to now first."
NOTHING_THEN, ANOTHER_DAY = "Nothing was known yet.", "Choose a later day, or go back to now."
NO_CORRECTION_THEN = "Nobody had corrected anything by then."
NOT_KNOWN_THEN = "This was not known yet on the day you look at."

MOVEMENT = (Measure.REFUGEES, Measure.DISPLACED, Measure.EVACUATED, Measure.RETURNED, Measure.SHELTERED)
CASUALTIES = (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.DETAINED, Measure.TRAPPED)
POPULATION = (Measure.POPULATION,)
NEEDS = (
    Measure.IN_NEED,
    Measure.HOMES_DESTROYED,
    Measure.ASSISTED,
    Measure.INFECTED,
    Measure.AFFECTED,
    Measure.HOMES_DAMAGED,
    Measure.FACILITIES_DAMAGED,
    Measure.ATTACKS,
    Measure.RESCUED,
    Measure.AID,
    Measure.FUNDING,
)
"""Damage, needs and help."""

SUPERSEDED = "Superseded"
STANDING_MEANS: dict[Standing, str] = {
    Standing.SINGLE_SOURCE: "One claimant only, however many reports print it.",
    Standing.CORROBORATED: "Two or more independent claimants agree.",
    Standing.DIVERGENT: "The claims neither agree nor rule each other out.",
    Standing.CONTESTED: (
        f"The claims rule each other out: opposing sides, at least {CONTEST_FACTOR:g} times apart, or one denies the other."
    ),
}

STANCE_SHORT: dict[Stance, str] = {
    Stance.REPORTED: "Reported",
    Stance.CLAIMED: "Claimed",
    Stance.ADMITTED: "Admitted",
    Stance.DENIED: "Denied",
    Stance.UNVERIFIED: "Unverified",
}

QUALIFIER: dict[Qualifier, str] = {
    Qualifier.EXACT: "exactly",
    Qualifier.AT_LEAST: "at least",
    Qualifier.MORE_THAN: "more than",
    Qualifier.AT_MOST: "at most",
    Qualifier.LESS_THAN: "less than",
    Qualifier.NEARLY: "nearly",
    Qualifier.APPROXIMATELY: "about",
    Qualifier.RANGE: "a range",
    Qualifier.VAGUE: "vague words",
}

UNIT: dict[Unit, str] = {unit: unit.value for unit in Unit}
UNIT |= {Unit.HOUSEHOLDS: "families", Unit.PERCENT: "per cent", Unit.USD: "US dollars", Unit.OTHER: "other things"}

REVIEW: dict[Review, str] = {
    Review.EXTRACTED: "Not reviewed",
    Review.IN_REVIEW: "In review",
    Review.APPROVED: "Approved",
    Review.APPROVED_BUT_CHANGED: "Corrected",
    Review.REJECTED: "Rejected",
}
CHANGED_NOT_APPROVED = "Corrected, not approved yet"

VERIFICATION: dict[Verification, str] = {code: code.value.replace("_", " ") for code in Verification}
_RELIABLE = "completely reliable; usually reliable; fairly reliable; rarely reliable; not reliable; cannot be judged"
_CREDIBLE = "confirmed by others; probably true; possibly true; doubtful; improbable; cannot be judged"
RELIABILITY: dict[str, str] = {code: f"{code}, {said}" for code, said in zip(Reliability, _RELIABLE.split("; "), strict=True)}
CREDIBILITY: dict[str, str] = {code: f"{code}, {said}" for code, said in zip(Credibility, _CREDIBLE.split("; "), strict=True)}
RELIABILITY_MEANS = (
    "Reliability says how far a source can be relied on, whatever it says this time: A to F of the Admiralty code. "
    "It is F until somebody here has judged it."
)
NAMES_MEAN = (
    "Reports call one body, place or event by several names. Where you say that one name stands for another, both are one "
    "when figures are compared; what the reports say stays as it is."
)
NAMES_OF: dict[JudgementKind, str] = {kind: f"{kind.value.capitalize()}s" for kind in JudgementKind}
NOT_JUDGED, TAKEN_BACK, TAKEN_UP = "Nobody has judged it yet.", "taken back", "Taken up for review"
NO_PRINTER = "Nobody knows who printed these reports, so there is no source to judge."

ACTION: dict[Action, str] = {
    Action.CORRECT: "Corrected",
    Action.REJECT: "Rejected",
    Action.APPROVE: "Approved",
    Action.ADD: "Added",
    Action.UNDO: "Undone",
}

TOPIC: dict[ConditionKind, str] = CONDITION_TOPIC

_SAID: dict[ConditionKind, tuple[str, str, str]] = {  # present, absent, restored: by what it means for people
    ConditionKind.BESIEGED: ("besieged", "not besieged", "siege lifted"),
    ConditionKind.BOMBARDED: ("under fire", "not under fire", "shelling over"),
    ConditionKind.NO_WATER: ("no water", "has water", "water back"),
    ConditionKind.NO_POWER: ("no power", "has power", "power back"),
    ConditionKind.NO_FOOD: ("food short", "has food", "food back"),
    ConditionKind.NO_MEDICINE: ("medicine short", "has medicine", "medicine back"),
    ConditionKind.NO_HEATING: ("no heating", "has heating", "heating back"),
    ConditionKind.NO_COMMUNICATIONS: ("cut off", "connected", "connected again"),
    ConditionKind.NO_FUEL: ("no fuel", "has fuel", "fuel back"),
    ConditionKind.EVACUATION_BLOCKED: ("no way out", "way out open", "way out open again"),
    ConditionKind.AID_BLOCKED: ("aid blocked", "aid gets in", "aid gets in again"),
    ConditionKind.CORRIDOR_OPEN: ("corridor open", "no corridor", "corridor closed again"),
    ConditionKind.CORRIDOR_REQUESTED: ("corridor asked for", "none asked for", "no longer asked for"),
    ConditionKind.CAPTURED: ("captured", "not captured", "no longer held"),
    ConditionKind.DESTROYED: ("in ruins", "not destroyed", "being rebuilt"),
    ConditionKind.CEASEFIRE: ("ceasefire holds", "no ceasefire", "ceasefire over"),
}

DISPUTED_CONDITIONS = "Disputed conditions"
NOTHING_DISPUTED = "No reports contradict each other on a condition."
FIGURES_TO_CHECK = "Figures to check"
TO_CHECK_MEANS = "None of these proves an error: each is a reason to read both rows again. They change no figure and no standing."
CHECK: dict[Check, str] = {
    Check.FALLING_TOTAL: "Total falls",
    Check.DAILY_MISMATCH: "Day and total differ",
    Check.DIGIT_DROPPED: "Digit dropped",
    Check.DIGIT_DOUBLED: "Digit doubled",
    Check.DIGITS_TRANSPOSED: "Digits transposed",
    Check.DATE_IN_THE_FUTURE: "Date in the future",
}
TOLD = "the report says so"

POLICY: dict[Policy, str] = {
    Policy.BAND: "Band",
    Policy.LOWEST: "Lowest",
    Policy.HIGHEST: "Highest",
    Policy.LATEST: "Latest",
    Policy.ADMISSIONS: "Admissions",
    Policy.CLAIMANT: "By claimant",
}
POLICY_MEANS: dict[Policy, str] = {
    Policy.BAND: "Each headline runs from the lowest claim to the highest.",
    Policy.LOWEST: "Each headline is the lowest claim.",
    Policy.HIGHEST: "Each headline is the highest claim.",
    Policy.LATEST: "Each headline is what is claimed for the latest day.",
    Policy.ADMISSIONS: "Each headline is what a side admits of its own losses: a floor.",
    Policy.CLAIMANT: "Each headline is the claim of the first claimant in your order who makes one.",
}
POLICY_LABEL, POLICY_ORDER = "Headline figures", "Claimants, the first one first"
NO_ORDER = "No claimant is chosen yet, so each headline is the band."
NONE_OF_THEM = "none of them makes a claim"
NO_MEAN = "No figure here is an average or a sum of others."
EXPLAIN, SHOWN, LEFT_OUT, REPLACED, DENIED_ALTOGETHER = (
    "Explain this figure",
    "Shown",
    "Left out",
    "Replaced by their own claimants",
    "Denied without a number",
)

RULE, JOIN, SPLIT = "rule", "join", "split"
DECISION: dict[str, str] = {RULE: "Standing", JOIN: "Join", SPLIT: "Take out"}
"""What an analyst may decide about a question."""
DECISION_MEANS: dict[str, str] = {
    RULE: "How this question stands. What was worked out stays visible beside your decision.",
    JOIN: "All figures of this question answer another one. Both are one question from then on.",
    SPLIT: "The figures that you choose form a question of their own.",
}
DECISION_SAVE: dict[str, str] = {RULE: "Save standing", JOIN: "Join them", SPLIT: "Take them out"}
DECIDED = "Decided by analysts"
AS_WORKED_OUT, WORKED_OUT = "As worked out", "Worked out"
HOW_STANDINGS = "How standings are worked out"
NOT_REVISED = "Nobody has revised a figure so far."

GOOD, BAD, NEUTRAL, DISPUTED = "good", "bad", "neutral", "disputed"
_WELCOME = frozenset({ConditionKind.CORRIDOR_OPEN, ConditionKind.CEASEFIRE})
_EITHER_WAY = frozenset({ConditionKind.CORRIDOR_REQUESTED, ConditionKind.CAPTURED})


def condition_words(kind: ConditionKind, state: ConditionState) -> str:
    """What a condition in a state means for people: "no water", "power back", "siege lifted", "water: disputed"."""
    if state is ConditionState.DISPUTED:
        return f"{TOPIC[kind].lower()}: disputed"
    states = (ConditionState.PRESENT, ConditionState.ABSENT, ConditionState.RESTORED)
    return _SAID[kind][states.index(state)]


def condition_tone(kind: ConditionKind, state: ConditionState) -> str:
    """Whether that is good or bad news, or neither, for the shade behind the words."""
    if state is ConditionState.DISPUTED:
        return DISPUTED
    if kind in _EITHER_WAY:
        return NEUTRAL
    return GOOD if (state is ConditionState.PRESENT) == (kind in _WELCOME) else BAD


NOT_READ, WAS_READ = "not read while the reader was made", "read while the reader was made"
"""Whether texts that the reader was measured on had been read by those who made it."""
NOT_MEASURED = (
    "How right the reader is on texts that nobody read while it was made has not been measured yet. "
    "Expect it to be clearly worse there than what follows."
)
OF_FIGURES, OF_THE_FOUND, OF_CONDITIONS, OF_TRAPS = (
    FIGURES,
    "Of the figures found, right is",
    CONDITIONS,
    "Numbers that are no figures",
)
"""The parts of the table of shares by field."""
BY_MEASURE = "Found and really there (F1)"
SHARE: dict[str, str] = {
    "recall": "Found, of those that are there",
    "precision": "Really there, of those that it reads",
    "f1": "Both in one (F1)",
    "record": "With interval, place and claimant right (F1)",
    "interval": "The interval",
    "qualifier": "The limit (at least, nearly …)",
    "unit": "The unit",
    "group": "Who or what is counted",
    "place": "The place",
    "claimant": "The claimant",
    "stance": "How the claimant stands to it",
    "conditions": "Found and really there (F1)",
    "condition_state": "Of the found, the state is right",
    "condition_place": "Of the found, the place is right",
    "condition_claimant": "Of the found, the claimant is right",
    "traps": "Taken for one",
}
FEW_CASES = "A share in grey rests on fewer than 10 cases: it says little."
SHARES_MEAN = "1.00 is all. The number beside a share says how many cases it rests on."


def count(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 figure", "3 figures", "no figures"."""
    noun = one if n == 1 else (many or f"{one}s")
    return f"{n:,} {noun}" if n else f"no {noun}"


_FIELD = {
    "beside": "Question",
    "ruled_standing": "Standing decided",
    "value": "Value",
    "low": "Lowest value",
    "high": "Highest value",
    "qualifier": "Limit",
    "measure": "What is counted",
    "group": "Who or what, in the report's words",
    "population_group": "Part of the population",
    "side": "Whose people",
    "unit": "Unit",
    "as_of": "As of",
    "as_of_precision": "How exact the day is",
    "admin1": "Region",
    "claimant_type": "Kind of claimant",
    "claimant_side": "Claimant's side",
    "perpetrator": "Said to have done it",
    "hedge": "Words of doubt",
    "series": "How figures add up",
    "period": "Time covered",
    "period_start": "First day covered",
    "period_end": "Last day covered",
}


def field_name(name: str) -> str:
    """What a field is called on the screen."""
    return _FIELD.get(name, plain(name))


def choice(field: str, code: str) -> str:
    """One of the values that a field can take, in words."""
    return CREDIBILITY[code] if field == "credibility" and code else plain(code)


def plain(code: str) -> str:
    """A code as words: "at_least" reads "At least"; codes that are no words say what they mean."""
    said = str(code).replace("_", " ")
    return {"un": "United Nations", "usd": "US dollars", "km": "Kilometres", "ngo": "NGO"}.get(said, said[:1].upper() + said[1:])
