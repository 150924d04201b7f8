"""What a label says that its number measures.

"Killed", "Houses destroyed", "People in need", "REFUGEE ARRIVALS BY ENTRY POINT".
"""

from __future__ import annotations

from typing import NamedTuple

from humsit.grammar.words import cut_words
from humsit.vocabulary.compiled import Lexicon, Thing, Trigger

_OF_HOMES = frozenset({"homes_damaged", "homes_destroyed"})
_PEOPLE_UNITS = frozenset({"people", "households"})
_PEOPLE_IN_GENERAL = frozenset({"population", "casualties", "victims"})
_CLASSES_OF_CASES = frozenset({"suspected", "confirmed", "probable", "suspect"})
"""What alone heads a column of cases: "Suspected | Confirmed | Deaths"."""
_PLACING = frozenset({"in", "at", "inside", "under"})
_SPELT_OUT = {
    "hh": "households",
    "hhs": "households",
    "fam": "families",
    "fams": "families",
    "hholds": "households",
    "ind": "individuals",
    "inds": "individuals",
    "indiv": "individuals",
    "indivs": "individuals",
    "pers": "persons",
    "pax": "persons",
    "pop": "population",
    "ec": "evacuation centre",
    "ecs": "evacuation centres",
    "evac": "evacuation",
    "ctr": "centre",
    "ctrs": "centres",
    "center": "centre",
    "centers": "centres",
    "coll": "collective",
    "displ": "displaced",
    "inj": "injured",
    "dmg": "damaged",
    "dmgd": "damaged",
    "destr": "destroyed",
    "tot": "totally",
    "part": "partially",
    "vill": "villages",
    "susp": "suspected",
    "conf": "confirmed",
    "affd": "affected",
    "aff": "affected",
    "hosp": "hospitals",
}
"""What stands for other words in the head of a narrow column alone: in a sentence "EC" is the European Commission."""
_DEGREES = dict.fromkeys(("part", "partly", "partially", "half", "semi"), "partially") | dict.fromkeys(
    ("fully", "totally", "completely", "wholly"), "totally"
)
"""What a compound of a label begins with: "part-burned", "fully-damaged"."""
_ONLY_DEGREES = _DEGREES.keys() | {"full", "partial", "complete", "slightly", "lightly", "heavily", "severely"}
_HOUSEHOLDS = frozenset({"household", "households", "family", "families"})
_SHELTERS = frozenset({"camp", "shelter", "site", "settlement"})
_DWELLERS = frozenset("people persons individuals residents inhabitants families households occupants inmates".split())
_CENTRES = frozenset({"centre"})
_FOR_SHELTER = frozenset("evacuation collective reception transit relief displacement accommodation temporary".split())
_TOTALS = frozenset({"total", "grand total", "overall", "all", "sum", "totals", "sub-total", "subtotal", "in all", "combined"})
_RESTS = frozenset({"other", "others", "elsewhere", "rest", "remaining", "remainder", "unknown", "unspecified", "various"})


class Label(NamedTuple):
    """The measure of a label, and the thing that it counts."""

    measure: str
    thing: Thing | None


def read_label(text: str, lexicon: Lexicon, unit: str = "") -> Label | None:
    """What a label's words say, the last one deciding ("Displaced people returned" is returned).

    None where they say no measure. With `unit`, what they say of things that are counted so.
    """
    lower = _words_of(text, lexicon)
    if lower and _CLASSES_OF_CASES.issuperset(lower):
        return Label("infected", None)
    where = _of_shelters(lower, lexicon) if not unit or unit in _PEOPLE_UNITS else ""
    if where:
        return Label(where, _households_in(lower, lexicon))
    thing = _numbered_thing(lower, lexicon) or last_thing(lower, lexicon)
    if unit and unit not in _PEOPLE_UNITS and not _PEOPLE_IN_GENERAL.isdisjoint(lower):
        return None  # "AFFECTED POPULATION" says nothing of its column of evacuation centres
    if unit and thing and thing.unit != unit and not {thing.unit, unit} <= _PEOPLE_UNITS:
        said = _of_long_label(lower, unit, lexicon)
        return Label(said, None) if said else None
    if thing is not None and not unit and thing.words in lexicon.context["dwelling"]:
        damage = measure_of(lower, "buildings", lexicon)
        if damage in _OF_HOMES:
            return Label(damage, Thing(thing.words, "buildings", "", "", "no"))  # "Shelters gutted"
    unit = unit or (thing.unit if thing else "buildings" if "housing" in lower else "people")
    named = thing.measure if thing and (thing.unit == unit or {thing.unit, unit} <= _PEOPLE_UNITS) else ""
    measure = measure_of(lower, unit, lexicon) or named
    if not measure and thing and (thing.unit == "buildings" or thing.words in lexicon.context["dwelling"]):
        measure = _by_degree_alone(lower, lexicon)
    if not measure and thing and (at := next((n for n, word in enumerate(lower) if word in _PLACING), 0)):
        measure, thing = measure_of(lower[:at], "people", lexicon), None  # "Sheltered in transit centres"
    if measure and (thing is None or thing.unit == "people"):
        thing = _households_in(lower, lexicon) or thing
    return Label(measure, thing) if measure else None


def _by_degree_alone(lower: list[str], lexicon: Lexicon) -> str:
    """ "Houses (full)", "Dwellings – partly": how far, and no word for the damage."""
    said = [word for word in lower if word in _ONLY_DEGREES]
    if len(said) != 1 or len([word for word in lower if word.isalpha()]) != 1 + len(said):
        return ""
    is_part = said[0] in lexicon.context["partly"] or said[0] in ("heavily", "severely")
    return "homes_damaged" if is_part else "homes_destroyed"


def _of_shelters(lower: list[str], lexicon: Lexicon) -> str:
    """What "In evac. centres", "HHs in ECs", "Outside camps" say of those of whom they say nothing else; else nothing."""
    if len(lower) > 1 and lower[0].removesuffix("s") in _SHELTERS and lower[1] in _DWELLERS:
        return "sheltered"  # "Camps" above "People"
    at = max((n for n, word in enumerate(lower) if word in _PLACING or word == "outside"), default=-1)
    behind = [word.removesuffix("s") for word in lower[at + 1 :]] if at >= 0 else []
    is_centre = not _CENTRES.isdisjoint(behind) and not _FOR_SHELTER.isdisjoint(behind)
    if not (is_centre or not _SHELTERS.isdisjoint(behind)) or measure_of(lower[:at], "people", lexicon):
        return ""
    own = last_thing(lower[:at], lexicon)
    if own is not None and not (own.unit in _PEOPLE_UNITS and own.measure in ("", "other")):
        return ""
    return "displaced" if lower[at] == "outside" else "sheltered"


def _households_in(lower: list[str], lexicon: Lexicon) -> Thing | None:
    """The thing that a label names in the way of "Displaced (families)": what it counts by."""
    word = next((word for word in lower if word in _HOUSEHOLDS), "")
    hit = lexicon.things.at([word], 0) if word else None
    return hit[1] if hit is not None else None


def named_in(text: str, lexicon: Lexicon) -> Thing | None:
    """The thing that a label names."""
    lower = _words_of(text, lexicon)
    if _of_shelters(lower, lexicon):
        return _households_in(lower, lexicon)
    thing = last_thing(lower, lexicon)
    return _households_in(lower, lexicon) or thing if thing is None or thing.unit == "people" else thing


def _words_of(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a label, its short forms spelt out: "HHs in EC", "No. of fam. in evac. ctrs.", "part-burned"."""
    lower = lexicon.in_small_letters(cut_words(text, 0, len(text)))
    if _SPELT_OUT.keys().isdisjoint(lower) and "-" not in text:
        return lower
    spelt: list[str] = []
    for at, word in enumerate(lower):
        if word == "." and at and lower[at - 1] in _SPELT_OUT:
            continue
        degree, _, deed = word.partition("-")
        spelt += [_DEGREES[degree], deed] if deed and degree in _DEGREES else _SPELT_OUT.get(word, word).split()
    return spelt


def measure_of(lower: list[str], unit: str, lexicon: Lexicon) -> str:
    """The measure that the words of a label say of what is counted in a unit, or nothing."""
    measure = _of_state(lower, unit, lexicon) or _of_deed(lower, unit, lexicon)
    return by_degree(measure, lower, lexicon)


def by_degree(measure: str, lower: list[str], lexicon: Lexicon) -> str:
    """Homes "totally damaged" are destroyed, homes "partly destroyed" are damaged."""
    if measure not in _OF_HOMES:
        return measure
    if not lexicon.context["partly"].isdisjoint(lower):
        return "homes_damaged"
    return measure if lexicon.context["wholly"].isdisjoint(lower) else "homes_destroyed"


def _of_state(lower: list[str], unit: str, lexicon: Lexicon) -> str:
    """ "In need", "Missing": the first state or label."""
    for begin in range(len(lower)):
        for table in (lexicon.labels, lexicon.adjectives):
            hit = table.at(lower, begin)
            said = _said_of(hit[1], unit) if hit is not None else ""
            if said:
                return said
    return ""


def _of_long_label(lower: list[str], unit: str, lexicon: Lexicon) -> str:
    """What a label of several words says, though one of them alone is a thing: "Site population" of people."""
    hits = (lexicon.labels.at(lower, begin) for begin in range(len(lower)))
    return next((said for hit in hits if hit is not None and hit[0] > 1 and (said := _said_of(hit[1], unit))), "")


def _of_deed(lower: list[str], unit: str, lexicon: Lexicon) -> str:
    """ "Killed", "Destruction": the last participle or noun."""
    for begin in range(len(lower) - 1, -1, -1):
        for trigger in lexicon.verbs.get(lower[begin], ()):
            is_participle = trigger.role in ("verb", "subject") and trigger.form in ("participle", "both")
            follows = tuple(lower[begin + 1 : begin + 1 + len(trigger.rest)]) == trigger.rest
            if is_participle and follows and unit in trigger.of:
                return trigger.measure
        noun = lexicon.nouns.at(lower, begin)
        said = _said_of(noun[1], unit) if noun is not None else ""
        if said:
            return said
    return ""


def _said_of(triggers: list[Trigger], unit: str) -> str:
    return next((trigger.measure for trigger in triggers if unit in trigger.of), "")


def _numbered_thing(lower: list[str], lexicon: Lexicon) -> Thing | None:
    """The thing behind "number of": in "the number of people who lost their homes" people are counted."""
    for at in range(2, len(lower)):
        if lower[at - 2 : at] == ["number", "of"]:
            hit = lexicon.things.at(lower, at)
            return hit[1] if hit is not None else None
    return None


def last_thing(lower: list[str], lexicon: Lexicon) -> Thing | None:
    """The last thing that a label names, but one that says a measure outlasts one that says none."""
    found, at = None, 0
    while at < len(lower):
        hit = lexicon.things.at(lower, at)
        if hit is not None and not (found is not None and found.measure and not hit[1].measure):
            found = hit[1]
        at += hit[0] if hit is not None else 1
    return found


def says_degree(text: str) -> bool:
    """Whether a column's head says only how far what its table counts was damaged: "TOTALLY | PARTIALLY", "Full"."""
    words = text.lower().strip("()* ").split()
    return bool(words) and _ONLY_DEGREES.issuperset(words)


def is_total(text: str) -> bool:
    """Whether a row's head says that it sums the others."""
    return text.strip().lower().rstrip(":") in _TOTALS


def is_rest(text: str) -> bool:
    """Whether a row's head says that it sums what has no row of its own: "All other districts", "Elsewhere", "Not stated"."""
    words = text.lower().replace("the ", "").rstrip(": ").split()
    first = words[1:2] if words[:1] == ["all"] else words[:1]
    return not _RESTS.isdisjoint(first) or words in (["not", "stated"], ["not", "specified"], ["not", "known"])
