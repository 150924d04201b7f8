"""The word lists: their names, their columns, and what may stand in them."""

from __future__ import annotations

from dataclasses import dataclass

MEASURES = (
    "killed injured missing detained rescued displaced refugees evacuated returned trapped affected in_need assisted "
    "sheltered infected population homes_damaged homes_destroyed facilities_damaged attacks aid funding distance "
    "other"
).split()
UNITS = "people households buildings facilities vehicles vessels incidents km usd percent tonnes other".split()
QUALIFIERS = "exact at_least more_than at_most less_than nearly approximately range vague".split()
STANCES = "reported claimed admitted denied unverified".split()
STATES = "present absent restored disputed".split()
CONDITIONS = (
    "besieged bombarded no_water no_power no_food no_medicine no_heating no_communications no_fuel evacuation_blocked "
    "aid_blocked corridor_open corridor_requested captured destroyed ceasefire"
).split()
GROUPS = "civilians combatants mixed children women men elderly health_workers aid_workers journalists rescuers crew".split()
CLAIMANTS = (
    "un government military local_authority emergency_service hospital ngo red_cross_red_crescent armed_group media "
    "witness expert unnamed"
).split()
MOVING = tuple("going streaming taking conveying driving".split())
"""Kinds of verbs of motion: behind each of them, a row of measures.csv with the kind as its role says where to."""
CONTEXTS = (
    "wound shelter no_shelter staying number_noun channel asking unreal likening aged container no_group sure_label relief "
    "beside_service settlement dweller currency currency_sign currency_code part dwelling wholly partly no_aid no_funding "
    "venture survey rate yardstick attacking hunger "
    "going streaming taking conveying driving peril burial disease searching wanted captor visitor no_way verifying no_check "
    "other_check no_source"
).split()
STANDS_FOR = (
    "a an the this these and or but not no nor of in on at to from by for with between among into near who which that was were "
    "is are be been has have had did will would could its their his he she it they there where when than as after before since "
    "during until while if all both each more most other about one"
).split()
"""English words that the rules of grammar look for; a small word of another language stands for one of them."""


@dataclass(frozen=True)
class ListForm:
    """The columns of one list: which make a row's key, which take only certain words, and which may be empty."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    choices: dict[str, tuple[str, ...]]
    optional: tuple[str, ...] = ()


def _form(columns: str, key: str, optional: str = "", **choices: list[str]) -> ListForm:
    chosen = {name: tuple(values) for name, values in choices.items()}
    may_be_empty = (*optional.split(), *(name for name, values in chosen.items() if "" in values))
    return ListForm(tuple(columns.split()), tuple(key.split()), chosen, may_be_empty)


LISTS: dict[str, ListForm] = {
    "numbers": _form("words kind low high example", "words", kind=["cardinal", "scale", "glued", "vague", "few", "fraction"]),
    "qualifiers": _form("words qualifier position example", "words", qualifier=QUALIFIERS, position=["before", "after", "both"]),
    "periods": _form("words kind value example", "words", kind=["month", "weekday", "day", "unit"]),
    "not_figures": _form("words position why example", "words position", position=["before", "after"]),
    "things": _form(
        "words unit population_group measure firm example",
        "words",
        unit=UNITS,
        population_group=["", *GROUPS],
        measure=["", *MEASURES],
        firm=["yes", "weak", "no"],
    ),
    "plurals": _form("singular plural example", "singular"),
    "verb_forms": _form("base third past participle ing", "base"),
    "measures": _form(
        "words measure role of example",
        "words measure role of",
        measure=MEASURES,
        role=["verb", "subject", "adjective", "noun", "label", *MOVING],
    ),
    "speech": _form(
        "words kind stance example needs",
        "words kind",
        kind=["verb", "phrase", "noun"],
        stance=STANCES,
        needs=["", "known", "named", "number", "figure", "told"],
    ),
    "claimants": _form("words type example", "words", type=CLAIMANTS),
    "hedges": _form("words stance example", "words", stance=STANCES),
    "conditions": _form(
        "words condition state role example",
        "words condition state",
        condition=CONDITIONS,
        state=STATES,
        role=["place", "object", "named", "at", "be", "do", "ask"],
    ),
    "services": _form(
        "words condition example kind",
        "words",
        condition=[*CONDITIONS, "same"],
        kind=["", "source", "store", "only", "carrier", "kept"],
    ),
    "service_states": _form(
        "words position state example said_of",
        "words position said_of",
        optional="said_of",
        position=["before", "after", "be", "do", "suffer"],
        state=STATES,
    ),
    "nations": _form("name adjectives people seats example", "name", optional="adjectives people seats"),
    "place_words": _form(
        "words kind example",
        "words kind",
        kind=["preposition", "noun", "kept", "entering", "keeping", "whole", "holding", "talk", "no_place", "organisation"],
    ),
    "context_words": _form("words kind example", "words kind", kind=CONTEXTS),
    "abbreviations": _form("words example", "words"),
    "small_words": _form("words stands_for example", "words", stands_for=STANDS_FOR),
}
