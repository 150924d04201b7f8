"""What conditions are called, and what each state means, so that it can stand behind the topic: "Power: back"."""

from __future__ import annotations

from humsit.records import ConditionKind, ConditionState

TOPIC: dict[ConditionKind, str] = {
    ConditionKind.BESIEGED: "Siege",
    ConditionKind.BOMBARDED: "Shelling",
    ConditionKind.NO_WATER: "Water",
    ConditionKind.NO_POWER: "Power",
    ConditionKind.NO_FOOD: "Food",
    ConditionKind.NO_MEDICINE: "Medicine",
    ConditionKind.NO_HEATING: "Heating",
    ConditionKind.NO_COMMUNICATIONS: "Phones and internet",
    ConditionKind.NO_FUEL: "Fuel",
    ConditionKind.EVACUATION_BLOCKED: "Evacuation",
    ConditionKind.AID_BLOCKED: "Aid access",
    ConditionKind.CORRIDOR_OPEN: "Corridor",
    ConditionKind.CORRIDOR_REQUESTED: "Call for a corridor",
    ConditionKind.CAPTURED: "Control",
    ConditionKind.DESTROYED: "Destruction",
    ConditionKind.CEASEFIRE: "Ceasefire",
}
"""What a condition is about, for people."""

_MEANS: dict[ConditionKind, tuple[str, str, str]] = {  # present, absent, restored
    ConditionKind.BESIEGED: ("besieged", "no siege", "lifted"),
    ConditionKind.BOMBARDED: ("under fire", "none", "over"),
    ConditionKind.NO_WATER: ("none", "running", "back"),
    ConditionKind.NO_POWER: ("none", "there is power", "back"),
    ConditionKind.NO_FOOD: ("short or gone", "there is food", "there again"),
    ConditionKind.NO_MEDICINE: ("short or gone", "there is medicine", "there again"),
    ConditionKind.NO_HEATING: ("none", "working", "back"),
    ConditionKind.NO_COMMUNICATIONS: ("cut off", "working", "back"),
    ConditionKind.NO_FUEL: ("short or gone", "there is fuel", "there again"),
    ConditionKind.EVACUATION_BLOCKED: ("no way out", "way out open", "way out open again"),
    ConditionKind.AID_BLOCKED: ("blocked", "aid gets in", "aid gets in again"),
    ConditionKind.CORRIDOR_OPEN: ("open", "none", "closed again"),
    ConditionKind.CORRIDOR_REQUESTED: ("asked for", "not asked for", "no longer asked for"),
    ConditionKind.CAPTURED: ("captured", "not captured", "no longer held"),
    ConditionKind.DESTROYED: ("in ruins", "not destroyed", "being rebuilt"),
    ConditionKind.CEASEFIRE: ("holds", "none", "over"),
}
_STATES = (ConditionState.PRESENT, ConditionState.ABSENT, ConditionState.RESTORED)


def state_words(kind: ConditionKind, state: ConditionState) -> str:
    """How it is: "none", "back", "disputed"."""
    return "disputed" if state is ConditionState.DISPUTED else _MEANS[kind][_STATES.index(state)]
