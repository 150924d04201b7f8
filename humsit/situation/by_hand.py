"""A figure without a text: a phone call, a meeting. The analyst's note of it is kept as a report of its own, and the figure
stands on the note's words like any other; nothing else is read from it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from humsit.documents.encoding import without_unstorable
from humsit.facts.manual import figure_from_selection
from humsit.facts.proof import prove
from humsit.records import Document, Figure, Measure, Precision, Qualifier, Unit, WrongValue
from humsit.tables.words import BEFORE

if TYPE_CHECKING:
    from humsit.situation.desk import Situation

BY_HAND = "by-hand-"
"""What the ids of such notes begin with."""
PUBLISHER = "Entered by hand by"
"""What stands where the publisher of a report does, before the analyst's name."""
CALL, MEETING, MESSAGE, VISIT, NOTE = "Phone call", "Meeting", "Message", "Visit", "Note"
HOW = (CALL, MEETING, MESSAGE, VISIT, NOTE)
_UNIT = {
    Measure.HOMES_DAMAGED: Unit.BUILDINGS,
    Measure.HOMES_DESTROYED: Unit.BUILDINGS,
    Measure.FACILITIES_DAMAGED: Unit.FACILITIES,
    Measure.ATTACKS: Unit.INCIDENTS,
    Measure.DISTANCE: Unit.KM,
    Measure.FUNDING: Unit.USD,
    Measure.AID: Unit.OTHER,
    Measure.OTHER: Unit.OTHER,
}


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told an analyst: who (`claimant`), how and when; the number as they said it ("22", "300 to 400", "dozens"),
    what it counts and where, the day that it is about, and the note.
    """

    claimant: str
    told_on: dt.date
    number: str
    measure: Measure
    note: str
    how: str = CALL
    qualifier: Qualifier | None = None
    """How they limited the number; None: as the number's words do."""
    group: str = ""
    place: str = ""
    as_of: dt.date | None = None
    """The day that it is about; None: the day on which it was told."""


def entered_by_hand(document_id: str) -> bool:
    """Whether a report is an analyst's note, and no text that somebody printed."""
    return document_id.startswith(BY_HAND)


def enter_by_hand(situation: Situation, told: Told, *, who: str, why: str) -> Figure:
    """Keep what somebody told as a report of its own with its one figure.

    WrongValue where something is missing, the number is none, or the very same note is kept already; ProofFailed where the
    number cannot be what the qualifier says. Then nothing has changed.
    """
    document, start, end = note_of(told, who)
    try:
        figure = figure_from_selection(document, start, end, vocabulary=situation.vocabulary, **_fields(told))
    except WrongValue:
        raise WrongValue(
            f"“{told.number.strip()}” is no number: write only it, such as 22, nine, 300 to 400 or dozens."
        ) from None
    if any(one.fact_id == figure.fact_id and not one.rejected for one in situation.document_facts(document.document_id)):
        raise WrongValue("This very note is kept already: it says the same, of the same day, by you.")
    prove(figure, document.text, situation.vocabulary)
    if not who.strip() or not why.strip():
        raise WrongValue("What is entered by hand needs your name and a note: colleagues must see where it comes from.")
    situation.add(document)
    return situation.add_figure(document.document_id, start, end, who=who, why=why, **_fields(told))


def note_of(told: Told, who: str) -> tuple[Document, int, int]:
    """The note as a report, and where the number's words stand in it. WrongValue where something is missing."""
    for value, what in ((told.claimant, "who told it"), (told.number, "the number"), (told.note, "a note of how you know it")):
        if not value.strip():
            raise WrongValue(f"Say {what}: without it nobody can judge the figure.")
    if told.as_of is not None and told.as_of > told.told_on:
        raise WrongValue(f"It was told on {told.told_on} and cannot be about {told.as_of}: choose another day.")
    day = f"{told.told_on.day} {told.told_on:%B %Y}"
    before = f"{told.claimant.strip()} said: {_limit(told)}"
    counted = told.group.strip() or told.measure.value.replace("_", " ")
    where = f", {told.place.strip()}" if told.place.strip() else ""
    after = f" {counted}{where}.\n\n{told.note.strip()}\n\n{told.how}, {day}. {PUBLISHER} {who.strip()}."
    number = told.number.strip()
    text = without_unstorable(f"{before}{number}{after}")
    known = {"title": f"{told.how}, {day}", "publisher": f"{PUBLISHER} {who.strip()}", "published": told.told_on}
    document_id = BY_HAND + hashlib.sha256(text.encode()).hexdigest()[:16]
    return Document(document_id=document_id, text=text, **known), len(before), len(before) + len(number)


def _limit(told: Told) -> str:
    return BEFORE.get(told.qualifier, "") if told.qualifier else ""


def _fields(told: Told) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "measure": told.measure,
        "unit": _UNIT.get(told.measure, Unit.PEOPLE),
        "group": told.group.strip(),
        "place": told.place.strip(),
        "claimant": told.claimant.strip(),
        "as_of": told.as_of or told.told_on,
        "as_of_precision": Precision.DAY,
    }
    limited = told.qualifier is not None and told.qualifier not in (Qualifier.EXACT, Qualifier.RANGE, Qualifier.VAGUE)
    return fields | ({"qualifier": told.qualifier} if limited else {})
