"""In which unit a number without a noun counts: that of its label, of those it is a part of, of the count before it.

"Schools: 12 damaged" · "burned two of them" · "900 homes destroyed, 1,800 damaged" · "of 11 bakeries … the other nine".
"""

from __future__ import annotations

from humsit.grammar.classes import NOUNS
from humsit.mentions.groups import Counted
from humsit.mentions.measures.counts import Count, CountedSentence
from humsit.vocabulary.compiled import Thing

_DAMAGED_UNITS = frozenset({"buildings", "facilities"})
_ASKED_FIRST = _DAMAGED_UNITS | {"usd"}
_ENDS_LABEL = frozenset({";", "."})
LONGEST_LABEL = 9
LONGEST_GAPPED = 12  # words between two counts of things: "40 huts burned to the ground in Keta and 90 were scorched"
_FINITE_SURELY = frozenset({"had", "has", "have", "was", "were"})
_JOINS = frozenset({",", "and", ";", "while", "another", "further", "left", "leaving"})
_SAID_OF_IT = frozenset({"VBN", "VBD", "JJ", "RB"})


def name_by_label(sentence: CountedSentence, count: Count) -> None:
    """Gives a bare number the noun of the label that it stands behind: "Mosques with cracked walls: 14" counts mosques."""
    colon = count.begin - 1
    if not count.is_bare or sentence.word(colon) not in (":", "|") or count.counted.group:
        return
    if sentence.says(sentence.word(colon - 1)):
        return  # "the prefect's office said: four in Ho"
    begin = colon
    while begin > 0 and sentence.lower[begin - 1] not in _ENDS_LABEL and colon - begin < LONGEST_LABEL:
        begin -= 1
    if not _FINITE_SURELY.isdisjoint(sentence.lower[begin:colon]):
        return  # "Troops had recovered 41 bodies: 19 in Ho"
    span = _head_of_label(sentence, begin, colon)
    if span is not None:
        i, j, thing = span
        group = sentence.sentence.say(i, j)
        named = "" if group.lower() in sentence.lexicon.context["no_group"] else group
        count.counted = Counted(count.counted.i, count.counted.j, thing, named)


def _head_of_label(sentence: CountedSentence, begin: int, end: int) -> tuple[int, int, Thing] | None:
    """The first noun phrase of a label where it names a thing; in "School enrolment" it names none that is known."""
    if sentence.tags[begin] == "IN":
        return None  # "In shelters: 1,200"
    for at in range(begin, end):
        hit = sentence.lexicon.things.at(sentence.lower, at)
        if hit is None:
            continue
        stop, thing = at + hit[0], hit[1]
        while stop < end and (hit := sentence.lexicon.things.at(sentence.lower, stop)) is not None:
            stop, thing = stop + hit[0], hit[1]
        is_whole = stop >= end or sentence.tags[stop] not in NOUNS or _is_deed(sentence, stop)
        return (at, stop, thing) if is_whole and stop <= end else None
    return None


def _is_deed(sentence: CountedSentence, at: int) -> bool:
    """Whether a word that the tagger takes for a noun is a participle of the lists: "Homes burnt"."""
    return any(trigger.form in ("both", "participle") for trigger in sentence.lexicon.verbs.get(sentence.lower[at], ()))


def units_before_own(sentence: CountedSentence, k: int) -> list[str]:
    """The units to be asked before a bare count is taken for people."""
    count = sentence.counts[k]
    if not count.is_bare:
        return []
    found = [_of_label(sentence, count.begin)]
    if k:
        before = sentence.counts[k - 1]
        gap = sentence.lower[before.end : count.begin]
        is_joined = len(gap) <= 3 and gap[-1:] in ([","], ["and"])
        is_gapped = 0 < len(gap) <= LONGEST_GAPPED and gap[-1] in _JOINS and sentence.tag(count.end) in _SAID_OF_IT
        thing = before.counted.thing
        is_home = thing is not None and thing.words in sentence.lexicon.context["dwelling"]
        unit = "buildings" if is_home else before.unit
        found.append(unit if is_joined or is_gapped or count.counted.of_them else "")
        found.append("usd" if sentence.unit_of(before) == "usd" and _has_scale(sentence, count) else "")
    return [unit for unit in found if unit in _ASKED_FIRST]


def _has_scale(sentence: CountedSentence, count: Count) -> bool:
    """Whether a word is part of the number: behind money, "0.6 million" is money too."""
    return any(word.isalpha() for word in sentence.lower[count.quantity.i : count.quantity.j])


def units_behind_own(sentence: CountedSentence, k: int) -> list[str]:
    """The units to be asked where people say nothing: "969 others were plundered", "another 400 were damaged"."""
    count = sentence.counts[k]
    if not count.is_bare:
        return []
    earlier = (other.counted.thing for other in reversed(sentence.counts[:k]))
    return [next((thing.unit for thing in earlier if thing is not None and thing.unit in _DAMAGED_UNITS), "buildings")]


def _of_label(sentence: CountedSentence, begin: int) -> str:
    """The unit of the thing before the last colon of the clause: "Health facilities affected: 36 damaged, 11 destroyed"."""
    colon = begin - 1
    while colon >= 0 and sentence.lower[colon] != ":":
        if sentence.lower[colon] in _ENDS_LABEL:
            return ""
        colon -= 1
    for at in range(colon - 1, max(-1, colon - 1 - LONGEST_LABEL), -1):
        hit = sentence.lexicon.things.at(sentence.lower, at) if sentence.lower[at] not in _ENDS_LABEL else None
        if hit is not None:
            return hit[1].unit
    return ""
