"""The nouns of humsit: what crosses a border between its parts, with the rules each must keep.

A **Document** is a report as received. A **Fact** is one reading of one passage: a **Figure** (a quantity), a **Condition**
(siege, water, aid, control …) or a **Denial** (a claimant at zero who names no number). A **Correction** is an analyst's row
about a fact. Values of the enums are those of the row contract; the field's own terms where it has them (HXL, IDMC, UCDP,
Admiralty code).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Number = int | float


class HumsitError(Exception):
    """Something an analyst can mend: the message is one sentence that says what is wrong and what to do."""


class UnreadableInput(HumsitError):
    """An input is missing, empty, or not what its name says."""


class WrongValue(HumsitError):
    """A value does not fit its field: a date that is none, low above high, a missing reason."""


class UnknownFact(HumsitError):
    """No fact has this id."""


class StaleCorrection(HumsitError):
    """Somebody else changed the fact since it was opened; `newest` is their correction."""

    def __init__(self, message: str, newest: Correction | None = None) -> None:
        super().__init__(message)
        self.newest = newest


class ProofFailed(HumsitError):
    """A fact's words do not give its bounds, so it is refused."""


class Measure(StrEnum):
    """What a figure measures; `other` is everything that the desk does not follow."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    RESCUED = "rescued"
    DISPLACED = "displaced"
    REFUGEES = "refugees"
    EVACUATED = "evacuated"
    RETURNED = "returned"
    TRAPPED = "trapped"
    AFFECTED = "affected"
    IN_NEED = "in_need"
    ASSISTED = "assisted"
    SHELTERED = "sheltered"
    INFECTED = "infected"
    POPULATION = "population"
    HOMES_DAMAGED = "homes_damaged"
    HOMES_DESTROYED = "homes_destroyed"
    FACILITIES_DAMAGED = "facilities_damaged"
    ATTACKS = "attacks"
    AID = "aid"
    FUNDING = "funding"
    DISTANCE = "distance"
    OTHER = "other"


class Qualifier(StrEnum):
    """How the text limits its number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    APPROXIMATELY = "approximately"
    RANGE = "range"
    VAGUE = "vague"


class Unit(StrEnum):
    """What one of the number is."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    BUILDINGS = "buildings"
    FACILITIES = "facilities"
    VEHICLES = "vehicles"
    VESSELS = "vessels"
    INCIDENTS = "incidents"
    KM = "km"
    USD = "usd"
    PERCENT = "percent"
    TONNES = "tonnes"
    OTHER = "other"


class Stance(StrEnum):
    """How the claimant, or the text, stands to the figure."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    ADMITTED = "admitted"
    DENIED = "denied"
    UNVERIFIED = "unverified"


class ClaimantType(StrEnum):
    """What kind of body or person asserts the figure."""

    UN = "un"
    GOVERNMENT = "government"
    MILITARY = "military"
    LOCAL_AUTHORITY = "local_authority"
    EMERGENCY_SERVICE = "emergency_service"
    HOSPITAL = "hospital"
    NGO = "ngo"
    RED_CROSS_RED_CRESCENT = "red_cross_red_crescent"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    WITNESS = "witness"
    EXPERT = "expert"
    UNNAMED = "unnamed"
    OWN_VOICE = "own_voice"
    UNKNOWN = "unknown"


class PopulationGroup(StrEnum):
    """Which part of the population is counted, where the text says so."""

    CIVILIANS = "civilians"
    COMBATANTS = "combatants"
    MIXED = "mixed"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    ELDERLY = "elderly"
    HEALTH_WORKERS = "health_workers"
    AID_WORKERS = "aid_workers"
    JOURNALISTS = "journalists"
    RESCUERS = "rescuers"
    CREW = "crew"
    UNSPECIFIED = "unspecified"


class Series(StrEnum):
    """How successive figures of this kind add up over time."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    UNSPECIFIED = "unspecified"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class ConditionKind(StrEnum):
    """What can hold at a place with or without a number."""

    BESIEGED = "besieged"
    BOMBARDED = "bombarded"
    NO_WATER = "no_water"
    NO_POWER = "no_power"
    NO_FOOD = "no_food"
    NO_MEDICINE = "no_medicine"
    NO_HEATING = "no_heating"
    NO_COMMUNICATIONS = "no_communications"
    NO_FUEL = "no_fuel"
    EVACUATION_BLOCKED = "evacuation_blocked"
    AID_BLOCKED = "aid_blocked"
    CORRIDOR_OPEN = "corridor_open"
    CORRIDOR_REQUESTED = "corridor_requested"
    CAPTURED = "captured"
    DESTROYED = "destroyed"
    CEASEFIRE = "ceasefire"


class ConditionState(StrEnum):
    """Whether a condition holds."""

    PRESENT = "present"
    ABSENT = "absent"
    RESTORED = "restored"
    DISPUTED = "disputed"


class Standing(StrEnum):
    """How the claims that answer one question stand to each other."""

    SINGLE_SOURCE = "single_source"
    CORROBORATED = "corroborated"
    DIVERGENT = "divergent"
    CONTESTED = "contested"


class Review(StrEnum):
    """How far an analyst has looked at a fact."""

    EXTRACTED = "extracted"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    APPROVED_BUT_CHANGED = "approved_but_changed"
    REJECTED = "rejected"


class Verification(StrEnum):
    """What the text says of whether a figure holds; how far an analyst has looked is `Review`."""

    NOT_SAID = "not_said"
    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    ADMITTED = "admitted"
    DENIED = "denied"


class Reliability(StrEnum):
    """How far a source can be relied on (Admiralty code); F until an analyst has judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How credible one piece of information is (Admiralty code): 1 confirmed by others … 5 improbable, 6 not judged."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    NOT_JUDGED = "6"


class JudgementKind(StrEnum):
    """What a judgement says of a name, or of a report."""

    RELIABILITY = "reliability"
    """How far the source of this name can be relied on."""
    CLAIMANT = "claimant"
    """Which claimant this name stands for."""
    PLACE = "place"
    SIDE = "side"
    GROUP = "group"
    EVENT = "event"
    CONFIDENTIAL = "confidential"
    """That what the report of this id says must not leave the desk."""
    SAVED_VIEW = "saved_view"
    """The filters that are kept under this name for all analysts."""


class Action(StrEnum):
    """What a row of the corrections ledger does."""

    CORRECT = "correct"
    REJECT = "reject"
    APPROVE = "approve"
    ADD = "add"
    UNDO = "undo"


class ReportAction(StrEnum):
    """What an analyst decided about a whole report."""

    WITHDRAW = "withdraw"
    RESTORE = "restore"
    DESCRIBE = "describe"


class Record(BaseModel):
    """A frozen row: changing it means making another."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=False)


class Document(Record):
    """A report as received. All offsets of facts point into `text`; unknown metadata is None, never guessed."""

    document_id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: dt.date | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code of the language it is written in, such as "en"; None where that is unknown."""
    format: str | None = None
    """In which format it arrived, as an analyst calls it: "web page", "PDF"."""
    page_starts: tuple[int, ...] = ()
    """Where in `text` each page begins; () where it has no pages."""
    found: Mapping[str, str] = Field(default_factory=dict)
    """For metadata that was not given but found in the report itself: field → where, such as "the page's title"."""


class Printing(Record):
    """Where and when the very text of a report was printed; unknown is None."""

    document_id: str
    publisher: str | None = None
    agency: str | None = None
    title: str | None = None
    published: dt.date | None = None
    url: str | None = None
    format: str | None = None
    added: dt.datetime


ALSO_NAMED = "the report also names"
"""The rule of the reason that lists the other places of a report, given to the first of its figures."""
ALSO_TOLD = "the report also tells"
"""The rule of the reasons that hold the sentences without a figure which say when something happened; as above."""


class Reason(Record):
    """Which words of the document decided a field of a fact, and by which rule."""

    field: str
    rule: str
    words: str = ""
    start: int | None = None
    end: int | None = None


@cache
def _fields_of(kind: type[BaseModel]) -> set[str]:
    return set(kind.model_fields)


class Fact(Record):
    """What every reading of a passage carries: its own words, who says so, where, when, and the sentence it stands in."""

    document_id: str
    fact_id: str
    start: int
    end: int
    place: str = ""
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    claimant: str = ""
    """The organisation where the text names one, else the person; "" for the text's own voice."""
    claimant_type: ClaimantType = ClaimantType.UNKNOWN
    claimant_side: str = ""
    """The party to the conflict, usually a country, that the claimant belongs to."""
    credibility: Credibility = Credibility.NOT_JUDGED
    event: str = ""
    published: dt.date | None = None
    agency: str | None = None
    publisher: str | None = None
    as_of: dt.date | None = None
    as_of_precision: Precision = Precision.UNKNOWN
    quote: str = ""
    quote_start: int = 0
    quote_end: int = 0
    page: int | None = None
    """Of its report, counted from 1; None where the report has no pages."""
    origin: Literal["text", "analyst"] = "text"
    why: tuple[Reason, ...] = ()

    def model_post_init(self, context: Any, /) -> None:
        """All facts of a kind share one set of field names: pydantic's own, one a fact, would be half of a fact's memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _fields_of(type(self)))

    @model_validator(mode="after")
    def _span_is_forward(self) -> Self:
        if not 0 <= self.start < self.end:
            raise ValueError(f"start {self.start} must be before end {self.end}")
        return self


class Figure(Fact):
    """One quantity that a document states.

    `number` are its own words, [low, high] the closed interval they allow (None: open).
    """

    kind: Literal["figure"] = "figure"
    number: str
    measure: Measure
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: Unit = Unit.OTHER
    unit_text: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    group: str = ""
    population_group: PopulationGroup = PopulationGroup.UNSPECIFIED
    side: str = ""
    """Whose people (or things) are counted: a party to the conflict, usually a country."""
    perpetrator: str = ""
    stance: Stance = Stance.REPORTED
    hedge: str = ""
    verified_by: str = ""
    """Who verified it, where the text says that somebody did."""
    series: Series = Series.UNSPECIFIED
    period: str = ""
    """The words for the time the figure covers ("in just seven days", "since Feb. 24")."""
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    part_of: str | None = None
    """fact_id of the total that this figure is a part of."""
    replaced_by: str | None = None
    """fact_id of the newer value that the same sentence gives ("rose to 41 from 17")."""
    beside: str | None = None
    """fact_id of the figure whose question an analyst says that it answers; its own id: a question of its own."""
    ruled_standing: Standing | None = None
    """The standing that an analyst gave the question which it answers; None leaves it to what is worked out."""

    @property
    def verification(self) -> Verification:
        """What the text says of whether it holds."""
        told = {Stance.UNVERIFIED, Stance.ADMITTED, Stance.DENIED}
        if self.stance in told:
            return Verification(self.stance.value)
        return Verification.VERIFIED if self.verified_by else Verification.NOT_SAID

    @model_validator(mode="after")
    def _bounds_are_ordered(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class Condition(Fact):
    """What holds at a place: `phrase` are the words that say it."""

    kind: Literal["condition"] = "condition"
    phrase: str
    condition: ConditionKind
    state: ConditionState = ConditionState.PRESENT
    stance: Stance = Stance.REPORTED


class Denial(Fact):
    """A denial without a number ("denied that any civilians had died"): a claimant at zero, and no figure."""

    kind: Literal["denial"] = "denial"
    phrase: str
    measure: Measure
    group: str = ""
    population_group: PopulationGroup = PopulationGroup.UNSPECIFIED
    side: str = ""
    stance: Stance = Stance.DENIED
    beside: str | None = None
    """As of a Figure."""
    ruled_standing: Standing | None = None
    """As of a Figure."""


AnyFact = Figure | Condition | Denial


class Judgement(Record):
    """An analyst's row about a name: how reliable a source is, which name it stands for; or about a report's id: that it is
    confidential. Append-only; the newest counts.

    `now` None takes back what was judged before.
    """

    judgement_id: int
    kind: JudgementKind
    subject: str
    now: str | None = None
    who: str
    when: dt.datetime
    why: str


class ReportDecision(Record):
    """An analyst's row about a whole report: that it is withdrawn or restored, or what is known of it beside its text.

    Append-only; of the rows that withdraw and restore the newest counts. `field`, `was` and `now` are those of a description,
    as text (None: unknown).
    """

    decision_id: int
    document_id: str
    action: ReportAction
    field: str | None = None
    was: str | None = None
    now: str | None = None
    who: str
    when: dt.datetime
    why: str


class Correction(Record):
    """An analyst's row: what was changed on which fact, by whom, when and why. Append-only; an undo is a row too.

    `field`, `was` and `now` hold text as a table shows it (None: nothing). An `add` row holds the whole fact as JSON in `now`.
    `version` counts the rows of this fact, from 1. `document_id`, `start`, `end` and `words` say where the fact stood, so that
    a homeless row can be shown.
    """

    correction_id: int
    fact_id: str
    document_id: str
    start: int
    end: int
    words: str
    version: int
    action: Action
    field: str | None = None
    was: str | None = None
    now: str | None = None
    who: str
    when: dt.datetime
    why: str
    undoes: int | None = None

    @field_validator("who", "why")
    @classmethod
    def _said(cls, text: str) -> str:
        if not text.strip():
            raise ValueError("a correction needs an author and a reason")
        return text
