"""What a label says that its number measures.

"Killed", "Houses destroyed", "People in need", "REFUGEE ARRIVALS BY ENTRY POINT".
"""

from __future__ import annotations

from typing import NamedTuple

from humsit.grammar.words import cut
from humsit.vocabulary.compiled import Lexicon, Thing

_TOTALS = frozenset({"total", "grand total", "overall", "all", "sum", "totals"})


class Label(NamedTuple):
    """The measure of a label, and the thing that it counts."""

    measure: str
    thing: Thing | None


def read_label(text: str, lexicon: Lexicon) -> Label | None:
    """What a label's words say, the last one deciding ("Displaced people returned" is returned).

    None where they say no measure.
    """
    lower = [word.lower() for word in cut(text, 0, len(text))[0]]
    thing = _numbered_thing(lower, lexicon) or _last_thing(lower, lexicon)
    unit = thing.unit if thing else "buildings" if "housing" in lower else "people"
    measure = _of_state(lower, unit, lexicon) or _of_deed(lower, unit, lexicon) or (thing.measure if thing else "")
    return Label(measure, thing) if measure else None


def _of_state(lower: list[str], unit: str, lexicon: Lexicon) -> str:
    """ "In need", "Missing": the first state or label."""
    for begin in range(len(lower)):
        for table in (lexicon.labels, lexicon.adjectives):
            hit = table.at(lower, begin)
            if hit is not None and unit in hit[1][0].of:
                return hit[1][0].measure
    return ""


def _of_deed(lower: list[str], unit: str, lexicon: Lexicon) -> str:
    """ "Killed", "Destruction": the last participle or noun."""
    for begin in range(len(lower) - 1, -1, -1):
        for trigger in lexicon.verbs.get(lower[begin], ()):
            is_participle = trigger.role == "verb" and trigger.form in ("participle", "both")
            follows = tuple(lower[begin + 1 : begin + 1 + len(trigger.rest)]) == trigger.rest
            if is_participle and follows and unit in trigger.of:
                return trigger.measure
        noun = lexicon.nouns.at(lower, begin)
        if noun is not None and unit in noun[1][0].of:
            return noun[1][0].measure
    return ""


def _numbered_thing(lower: list[str], lexicon: Lexicon) -> Thing | None:
    """The thing behind "number of": in "the number of people who lost their homes" people are counted."""
    for at in range(2, len(lower)):
        if lower[at - 2 : at] == ["number", "of"]:
            hit = lexicon.things.at(lower, at)
            return hit[1] if hit is not None else None
    return None


def _last_thing(lower: list[str], lexicon: Lexicon) -> Thing | None:
    """The last thing that a label names, but one that says a measure outlasts one that says none."""
    found, at = None, 0
    while at < len(lower):
        hit = lexicon.things.at(lower, at)
        if hit is not None and not (found is not None and found.measure and not hit[1].measure):
            found = hit[1]
        at += hit[0] if hit is not None else 1
    return found


def is_total(text: str) -> bool:
    """Whether a row's head says that it sums the others."""
    return text.strip().lower().rstrip(":") in _TOTALS
