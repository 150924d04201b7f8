"""Codes as people read them, the same in the dashboard, in a brief and in whatever else is printed."""

from __future__ import annotations

from typing import Protocol

from humsit.records import Measure, PopulationGroup, Stance, Standing

MEASURE: dict[Measure, str] = {
    Measure.KILLED: "Killed",
    Measure.INJURED: "Injured",
    Measure.MISSING: "Missing",
    Measure.DETAINED: "Detained",
    Measure.RESCUED: "Rescued",
    Measure.DISPLACED: "Displaced inside the country",
    Measure.REFUGEES: "Refugees",
    Measure.EVACUATED: "Evacuated",
    Measure.RETURNED: "Returned",
    Measure.TRAPPED: "Trapped",
    Measure.AFFECTED: "Affected",
    Measure.IN_NEED: "In need",
    Measure.ASSISTED: "Reached with aid",
    Measure.SHELTERED: "In shelters",
    Measure.INFECTED: "Infected",
    Measure.POPULATION: "Inhabitants",
    Measure.HOMES_DAMAGED: "Homes damaged",
    Measure.HOMES_DESTROYED: "Homes destroyed",
    Measure.FACILITIES_DAMAGED: "Facilities damaged",
    Measure.ATTACKS: "Attacks",
    Measure.AID: "Aid delivered",
    Measure.FUNDING: "Funding",
    Measure.DISTANCE: "Distance",
    Measure.OTHER: "Other",
}

HEADLINES = (
    Measure.KILLED,
    Measure.REFUGEES,
    Measure.DISPLACED,
    Measure.INJURED,
    Measure.MISSING,
    Measure.IN_NEED,
    Measure.INFECTED,
    Measure.DETAINED,
    Measure.HOMES_DESTROYED,
    Measure.AFFECTED,
    Measure.TRAPPED,
    Measure.RESCUED,
    Measure.EVACUATED,
    Measure.RETURNED,
    Measure.SHELTERED,
    Measure.ASSISTED,
    Measure.HOMES_DAMAGED,
    Measure.FACILITIES_DAMAGED,
    Measure.ATTACKS,
    Measure.FUNDING,
    Measure.AID,
)
"""What a crisis is told by first."""

STANDING: dict[Standing, str] = {
    Standing.SINGLE_SOURCE: "Single source",
    Standing.CORROBORATED: "Corroborated",
    Standing.DIVERGENT: "Divergent",
    Standing.CONTESTED: "Contested",
}
STANCE: dict[Stance, str] = {
    Stance.REPORTED: "says so",
    Stance.CLAIMED: "claims it, the report keeps its distance",
    Stance.ADMITTED: "admits its own losses",
    Stance.DENIED: "denies it",
    Stance.UNVERIFIED: "cannot be confirmed",
}
POPULATION_GROUP: dict[PopulationGroup, str] = {g: g.value.replace("_", " ") for g in PopulationGroup}
POPULATION_GROUP[PopulationGroup.COMBATANTS] = "soldiers and fighters"
POPULATION_GROUP[PopulationGroup.UNSPECIFIED] = ""
POPULATION_GROUP[PopulationGroup.MIXED] = "soldiers and civilians"


class Counted(Protocol):
    """What says what is counted, and where: a figure, a denial, a question."""

    @property
    def measure(self) -> Measure:
        """What is measured."""

    @property
    def group(self) -> str:
        """Who or what is counted, in the text's words."""

    @property
    def population_group(self) -> PopulationGroup:
        """Which part of the population."""

    @property
    def side(self) -> str:
        """Whose people."""

    @property
    def place(self) -> str:
        """Where."""


def whose(about: Counted) -> str:
    """Which people or things are counted: "soldiers and fighters, Russia", "crew members", "" where it is just people."""
    group = POPULATION_GROUP[about.population_group]
    if about.side and group:
        return f"{group}, {about.side}"
    return ", ".join(part for part in (about.group or group, about.side) if part)


def counted(about: Counted) -> str:
    """The same in a title, which names the place anyway: "Yemenis" and not "Yemenis, Yemen" at Yemen."""
    people = whose(about)
    return people.removesuffix(f", {about.side}") if about.side and about.side.casefold() == about.place.casefold() else people


def what(about: Counted, *, with_place: bool = True) -> str:
    """What is counted and where: "Killed, Chernihiv", "Killed: soldiers and fighters, Russia"."""
    people = counted(about)
    named = MEASURE[about.measure]
    if people and people.lower() != named.lower():
        named += f": {people}"
    return f"{named} · {about.place}" if about.place and with_place else named
