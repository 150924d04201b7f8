"""Where a word of `measures.csv` stands in a sentence with all that it asks for.

The unit it goes with, the words that must follow.
"""

from __future__ import annotations

from humsit.grammar.classes import NOUNS, POSSESSIVE_PRONOUNS
from humsit.mentions.measures.counts import CountedSentence, Frame
from humsit.vocabulary.compiled import Trigger

LONGEST_INSERTION = 7
LONGEST_GAP = 9  # words between a verb and the end of its phrase around an object ("pulled seven people alive")
MOST_ADJECTIVES = 2
SHORTEST_BEHIND_ADJECTIVE = 4  # letters of a noun that an adjective may stand before; "in", "out", "off" are none
FARTHEST_BURIAL = 5  # words behind "under" among which what buries people is named
_UNDER = frozenset({"under", "beneath", "below", "underneath", "amid"})
_OF_PEOPLE = frozenset({"people", "households"})
_BEFORE_A_NOUN = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "VBN", "DT", "PRP$", "VBD"})
SHORTEST_WITH_PLURAL = 4  # letters of a word whose plural says the same; "as" is no plural of "a"


def fits(trigger: Trigger, unit: str) -> bool:
    """Whether a trigger says something of what is counted in this unit; what holds of households holds of people."""
    return unit in trigger.of or (unit == "people" and "households" in trigger.of)


def first_fitting(triggers: list[Trigger], unit: str) -> Trigger | None:
    """The first of several triggers that goes with the unit."""
    return next((trigger for trigger in triggers if fits(trigger, unit)), None)


def adjective_at(sentence: CountedSentence, at: int, unit: str, *, adjacent: bool = False) -> Frame | None:
    """The words of state that begin at `at`: "12 dead", "12 were left homeless", "12 in need".

    With `adjacent` they must not lead to a noun: in "12 displaced families" the noun decides.
    """
    lower, known = sentence.lower, sentence.lexicon.adjectives
    word = lower[at] if at < len(lower) else ""
    hit = known.at(lower, at) if word in known else None
    if hit is None:
        return _buried(sentence, at, unit) if word in _UNDER else None
    n, triggers = hit
    if adjacent and sentence.tag(at + n) in NOUNS and sentence.lower[at + n] not in sentence.lexicon.weekdays:
        return None
    trigger = first_fitting(triggers, unit)
    return Frame(trigger.measure, "predicate", at, at + n) if trigger else None


def is_prison(sentence: CountedSentence, at: int) -> bool:
    """Whether whoever is "in" what a word names is listed as detained: "prisons", "jail"."""
    hit = sentence.lexicon.adjectives.at(["in", sentence.lower[at]], 0)
    return hit is not None and hit[0] == 2 and any(trigger.measure == "detained" for trigger in hit[1])


def _buried(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """ "12 are under the wreckage", "16 neighbours beneath the collapsed school"."""
    burial = sentence.lexicon.context["burial"]
    for end in range(at + 1, min(at + 1 + FARTHEST_BURIAL, len(sentence.lower))):
        word = sentence.lower[end]
        if word in (",", ";", ".") or unit not in _OF_PEOPLE:
            return None
        if word in burial or word.removesuffix("s") in burial:
            return Frame("trapped", "predicate", at, end + 1)
    return None


def verb_at(sentence: CountedSentence, at: int, unit: str, *, as_object: bool) -> Frame | None:
    """The trigger that the verb at `at` is, with the words that must follow; the count is its passive subject, or its subject."""
    for trigger in sentence.lexicon.verbs.get(sentence.lower[at], ()):
        if (trigger.role == "verb") is not as_object or not fits(trigger, unit):
            continue
        if as_object and trigger.words == "hold" and trigger.measure == "sheltered":
            continue  # whoever "is held" is detained
        end = end_of_rest(sentence, trigger, at + 1)
        if end:
            return Frame(trigger.measure, "passive" if as_object else "subject", at, end)
    return None


def end_of_rest(sentence: CountedSentence, trigger: Trigger, at: int) -> int:
    """Where the words that a verb asks for end, if they stand at `at`: 0 if they do not."""
    if not trigger.rest:
        return at
    return _end_of(trigger.rest, sentence, at) or _end_over_adjectives(trigger.rest, sentence, at)


def end_of_rest_soon(sentence: CountedSentence, rest: tuple[str, ...], at: int) -> int:
    """Where the words that a verb asks for end, if they stand soon behind `at` in the same clause: 0 if they do not."""
    begin = _behind_insertion(sentence, at)
    for start in range(begin, min(begin + LONGEST_GAP, len(sentence.lower))):
        if sentence.lower[start] in (",", ";"):
            return 0
        if end := _end_of(rest, sentence, start) or _end_over_adjectives(rest, sentence, start):
            return end
    return 0


def _behind_insertion(sentence: CountedSentence, at: int) -> int:
    """Behind ", mostly wooden huts," where the word is a comma that a near one closes."""
    if at >= len(sentence.lower) or sentence.lower[at] != ",":
        return at
    closing = next((x for x in range(at + 1, min(at + LONGEST_INSERTION, len(sentence.lower))) if sentence.lower[x] == ","), at)
    return closing + 1 if closing > at and not any(x in sentence.starts_at for x in range(at, closing)) else at


def _end_over_adjectives(rest: tuple[str, ...], sentence: CountedSentence, at: int) -> int:
    """As `_end_of`, with an adjective or two let through: "face acute hunger", "sustained heavy structural damage"."""
    *first, last = rest
    if len(last) < SHORTEST_BEHIND_ADJECTIVE or (first and not (at := _end_of(tuple(first), sentence, at))):
        return 0
    for start in range(at, min(at + MOST_ADJECTIVES + 1, len(sentence.lower))):
        if is_same(sentence.lower[start], last):
            return start + 1
        if sentence.tags[start] not in _BEFORE_A_NOUN:
            return 0
    return 0


def _end_of(rest: tuple[str, ...], sentence: CountedSentence, at: int) -> int:
    end = at + len(rest)
    if end > len(sentence.lower):
        return 0
    return end if all(is_same(word, wanted) for word, wanted in zip(sentence.lower[at:end], rest, strict=True)) else 0


def is_same(word: str, wanted: str) -> bool:
    """ "lost his life" as "lose their lives": another owner, or another number."""
    if word == wanted or (wanted == "their" and word in POSSESSIVE_PRONOUNS):
        return True
    return len(wanted) >= SHORTEST_WITH_PLURAL and word.rstrip("s") == wanted.rstrip("s")
