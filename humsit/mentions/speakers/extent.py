"""How far what somebody says reaches."""

from __future__ import annotations

from humsit.grammar.classes import FINITE, LONG_DASHES, NOUNS, QUOTES, VERBS_AND_MODALS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.names import OWN_VOICE
from humsit.mentions.speakers.speaker import Attribution
from humsit.vocabulary.compiled import Cue

TELLS_OF_HIM = frozenset({"who", "which", "whose"})
_JOINS_CLAUSES = frozenset({"and", "while", "but"})
_BEGINS_SUBJECT = NOUNS | {"DT", "JJ"}
_IN_OBJECT = NOUNS | {"DT", "JJ", "CD", "$"}
_CLAUSE_WITHOUT_OBJECT = FINITE | {"PRP"}
LONGEST_SUBJECT = 4


def own_clause(sentence: Sentence, begin: int) -> int:
    """Where the text goes on in its own voice: "he reckons that 300 left; our own headcount came out at 412"."""
    if ";" not in sentence.lower[begin:]:
        return len(sentence)
    semicolon = sentence.lower.index(";", begin)
    is_own = sentence.word(semicolon + 1) in OWN_VOICE and QUOTES.isdisjoint(sentence.lower)
    return semicolon if is_own else len(sentence)


def aside_end(sentence: Sentence, one: Attribution) -> int:
    """Where what is said of a speaker behind his name ends: "said Abla, who has four children"."""
    if sentence.word(one.cue_j) != "," or sentence.word(one.cue_j + 1) not in TELLS_OF_HIM:
        return 0
    return next((at for at in range(one.cue_j + 2, len(sentence)) if sentence.lower[at] == ","), len(sentence))


def end_of_said(sentence: Sentence, begin: int, behind: int) -> int:
    """Where what is said ends.

    With the clause for "a dam that engineers said was built for …, ", else with the sentence.
    """
    pronoun = sentence.word(begin - 1)
    verb_follows = sentence.tag(behind) in VERBS_AND_MODALS
    inserted = pronoun == "which" or (pronoun in ("that", "who") and verb_follows)
    if inserted and "," in sentence.lower[behind:]:
        comma = sentence.lower.index(",", behind)
        if LONG_DASHES.isdisjoint(sentence.lower[behind:comma]):  # "… said had killed 120 people — 42 fighters, 29 civilians"
            return comma
    return len(sentence)


def end_of_object(sentence: Sentence, start: int, cue: Cue) -> int:
    """Where a thing asked for or recorded ends and the text goes on: "Peru has requested $4 million, and Spain has sent …"."""
    if cue.needs == "" or sentence.word(start - 1) == "that" or sentence.word(start) == "that":
        return len(sentence)
    for at in range(start, len(sentence)):
        if sentence.tags[at] in FINITE:
            break
        joins = sentence.lower[at] == "," and sentence.word(at + 1) in _JOINS_CLAUSES and sentence.tag(at + 2) in _BEGINS_SUBJECT
        goes_on = sentence.lower[at] == ";" and sentence.tag(at + 1) != "CD"  # "puts the dead at 30; 12 are missing"
        if goes_on or (joins and not FINITE.isdisjoint(sentence.tags[at + 3 : at + 3 + LONGEST_SUBJECT])):
            return at
    return len(sentence)


def end_of_credit(sentence: Sentence, start: int, cue: Cue) -> int:
    """Where it ends for "claimed [responsibility] for an attack in which 34 died": nobody claims how many died."""
    is_credit = cue.words == "claim" and sentence.word(start) in ("responsibility", "credit")
    return start + 1 if is_credit else len(sentence)


def begin_of_object(sentence: Sentence, begin: int, start: int) -> int:
    """Where what is said begins, for "the 30 people the army says it killed" before the speaker."""
    first = begin
    while first > 0 and sentence.tags[first - 1] in _IN_OBJECT:
        first -= 1
    is_object = first < begin and "CD" in sentence.tags[first:begin] and sentence.tag(start) in _CLAUSE_WITHOUT_OBJECT
    return first if is_object else start
