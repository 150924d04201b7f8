"""A state said before the count that it is said of.

"Stranded on rooftops, 200 residents waved", "Snowbound in the hills are 250 families", "Families boxed in by landslides: 310",
"The displaced now number 36,500".
"""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, BE, FINITE, NOUNS
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame
from humsit.mentions.measures.predicates import predicate_begin
from humsit.mentions.measures.triggers import adjective_at
from humsit.mentions.measures.verbs import VerbGroup, frame_of_group, verb_group

LONGEST_FRONT = 16  # words between the state and its count
FARTHEST_THERE = 4  # words of "There are still some"
MOST_NOUNS = 4  # words of the noun that the state may follow ("Migrants stranded in Agadez number 7,200")

_NUMBERS = frozenset("number numbers numbered numbering total totals totalled totaled totalling".split())
_COPULAS = frozenset({"are", "were", "is", "was"})
_CONNECTS = _NUMBERS | _COPULAS | {",", ":", "–", "—"}
_BEFORE_CONNECTION = frozenset({"now", "also", "still", "currently", "today", "already", "more", "another", "some"})
_OPENS_CLAUSE = frozenset({";", ".", ":", "(", "and", "while"})
_SKIPPED = frozenset({"among", "those", "still", "also", "the", "all", "people", "men", "women"})
_HOLDS = frozenset({"has", "had", "have", "counts", "numbers"})
_IN_NOUN = NOUNS | {"JJ", "DT", "PRP$", "POS"}
_THERE = frozenset({"there", "here", "behind"})
_BEFORE_THE_WAR = frozenset("prewar pre-war pre-conflict pre-crisis pre-disaster pre-quake pre-storm pre-siege".split())
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})


def fronted(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """What a state that the clause begins with says of the count that the clause then names."""
    connection = _connection(sentence, count.begin)
    if connection < 1:
        return None
    begin = _clause_begin(sentence, connection)
    if any(sentence.tags[at] in FINITE and at > begin + MOST_NOUNS for at in range(begin, connection)):
        return None
    for at in _openings(sentence, begin, connection):
        frame = _state(sentence, at, unit)
        if frame is not None and frame.j <= connection:
            return frame if _may_stand_alone(sentence, begin, at, connection) else None
    return None


def _connection(sentence: CountedSentence, at: int) -> int:
    """The mark or verb between the state and the count; 0 for none."""
    while sentence.word(at - 1) in _BEFORE_CONNECTION:
        at -= 1
    return at - 1 if sentence.word(at - 1) in _CONNECTS else 0


def _clause_begin(sentence: CountedSentence, connection: int) -> int:
    for at in range(connection - 1, max(-1, connection - LONGEST_FRONT), -1):
        if sentence.lower[at] in _OPENS_CLAUSE:
            return at + 1
    return max(0, connection - LONGEST_FRONT + 1) if connection >= LONGEST_FRONT else 0


def _openings(sentence: CountedSentence, begin: int, connection: int) -> list[int]:
    """The words at which the state may begin: the first, or those behind a short noun."""
    openings, at = [begin], begin
    while at < min(begin + MOST_NOUNS, connection):
        if not (sentence.tags[at] in _IN_NOUN or sentence.lower[at] in _SKIPPED):
            break
        at += 1
        openings.append(at)
    return openings


def _state(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    state = adjective_at(sentence, at, unit)
    if state is not None:
        return Frame(state.measure, "fronted", state.i, state.j)
    is_listed = sentence.word(at) in sentence.lexicon.verbs or sentence.word(at) in sentence.lexicon.movers
    if not is_listed or sentence.tags[at] not in _PARTICIPLES or sentence.tag(at + 1) in (*NOUNS, "CD", "DT"):
        return None
    frame = frame_of_group(sentence, VerbGroup(at, at + 1, at, passive=True), unit)
    return Frame(frame.measure, "fronted", frame.i, frame.j) if frame else None


def _may_stand_alone(sentence: CountedSentence, begin: int, at: int, connection: int) -> bool:
    """A comma joins only a state that the clause begins with; "the displaced" needs its article or a noun before it."""
    if sentence.lower[connection] == ",":
        return at == begin
    return at > begin or sentence.lower[connection] not in _NUMBERS


def population_of(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """The people of a place, of whom nothing else is said: "Derna's 90,000 people", "a municipality of 33,500"."""
    if unit not in PEOPLE_UNITS:
        return None
    before, owner = sentence.word(count.begin - 1), count.begin - 2
    settlements = sentence.lexicon.context["settlement"]
    if before == "of" and sentence.word(owner) in settlements and (count.is_bare or _says_no_more(count)):
        article = any(sentence.word(at) in ARTICLES or sentence.tag(at) == "PRP$" for at in range(owner - 3, owner))
        return Frame("population", "of", owner, count.begin) if article else None
    if before == "with" and sentence.word(owner) == "," and sentence.tag(owner - 1) in ("NNP", "NNPS") and _says_no_more(count):
        return Frame("population", "owner", owner - 1, count.begin)  # "Togo, with nine million people,"
    if before in _HOLDS and _says_no_more(count) and any(sentence.word(at) in settlements for at in range(owner - 3, owner + 1)):
        return Frame("population", "owner", owner, count.begin)
    owns = before in ("'s", "’s", "'", "’") and _says_no_more(count)
    names_place = sentence.tag(owner) in ("NNP", "NNPS") or sentence.word(owner) in settlements
    return Frame("population", "owner", owner, count.begin) if owns and names_place else None


def remaining(sentence: CountedSentence, k: int, unit: str) -> Frame | None:
    """Who is still there, of whom nothing else is said: "900 people are left", "only 900 are still there", "a pre-war 9,000"."""
    count = sentence.counts[k]
    if unit not in PEOPLE_UNITS or not (count.is_bare or _says_no_more(count) or _are_civilians(count)):
        return None
    if sentence.word(count.begin - 1) in _BEFORE_THE_WAR:
        return Frame("population", "owner", count.begin - 1, count.begin)
    at = predicate_begin(sentence, k, unit)
    group = verb_group(sentence, at) if at is not None and sentence.lower[at] in BE else None
    if group is None:
        return None
    end = min(group.j + 2, len(sentence.lower))
    is_left = sentence.lower[group.main] == "left" or sentence.word(group.j) == "left"
    is_there = "still" in sentence.lower[group.i : end] and not _THERE.isdisjoint(sentence.lower[group.i : end])
    return Frame("population", "remains", group.i, end) if is_left or is_there else None


def still_there(sentence: CountedSentence, count: Count) -> Frame | None:
    """ "There are some 900 civilians left in the town", "there are still 600 or so people there"."""
    before = sentence.lower[max(0, count.begin - FARTHEST_THERE) : count.begin]
    if "there" not in before or BE.isdisjoint(before) or sentence.word(count.end) not in ("left", "there", "remaining"):
        return None
    is_anybody = count.is_bare or _says_no_more(count) or _are_civilians(count)
    return Frame("population", "remains", count.begin - len(before), count.end + 1) if is_anybody else None


def _are_civilians(count: Count) -> bool:
    return count.counted.thing is not None and count.counted.thing.words == "civilian"


def _says_no_more(count: Count) -> bool:
    """Whether the noun is only people or households."""
    thing = count.counted.thing
    return thing is not None and thing.words in ("person", "people", "household", "family", "soul", "inhabitant", "resident")
