"""A denial without a number.

"denied that any civilians had been killed", "rejected reports of deaths". A claimant at zero, and no figure.
"""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Attribution, Speaker
from humsit.vocabulary.compiled import Lexicon, Thing

_ENDS = frozenset({".", ";", ",", "!", "?", "—", "–"})


@dataclass(slots=True)
class FoundDenial:
    """One denial: its words [i, j), who denies, what measure, and who is said not to have been counted."""

    i: int
    j: int
    speaker: Speaker
    measure: str
    thing: Thing | None
    group: str


def find_denials(sentence: Sentence, attributions: list[Attribution], counted: list[int], lexicon: Lexicon) -> list[FoundDenial]:
    """The denials of a sentence that cover none of the counts at the words `counted`."""
    found = []
    for one in attributions:
        if one.stance != "denied" or not one.opens or not one.speaker.name:
            continue
        end = next((at for at in range(one.begin, one.end) if sentence.lower[at] in _ENDS), one.end)
        if any(one.begin <= at < end for at in counted):
            continue
        denial = _denied(sentence, one, end, lexicon)
        if denial is not None:
            found.append(denial)
    return found


def _denied(sentence: Sentence, one: Attribution, end: int, lexicon: Lexicon) -> FoundDenial | None:
    measure, thing, group = "", None, ""
    for at in range(one.begin, end):
        hit = lexicon.things.at(sentence.lower, at)
        if hit is not None and hit[1].unit == "people":
            if hit[1].firm == "yes":
                measure = measure or hit[1].measure
            elif thing is None:
                thing, group = hit[1], sentence.say(at, at + hit[0])
        measure = measure or _measure_of_verb(sentence.lower[at], lexicon)
    first = next((at for at in range(one.cue_i, one.begin) if sentence.lower[at] in lexicon.cues), one.cue_i)
    return FoundDenial(first, end, one.speaker, measure, thing, group) if measure else None


def _measure_of_verb(word: str, lexicon: Lexicon) -> str:
    """What a verb alone says of people."""
    triggers = lexicon.verbs.get(word, ())
    return next((t.measure for t in triggers if not t.rest and "people" in t.of and t.measure != "other"), "")
