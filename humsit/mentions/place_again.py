"""A place named before and meant again by its kind: "across the region", "in the same town"."""

from __future__ import annotations

from humsit.grammar.classes import NAMES, POSSESSIVE_ENDINGS
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_OF_AN_AREA = {
    "provincial": "province",
    "regional": "region",
    "departmental": "department",
    "municipal": "municipality",
    "county": "county",
    "district": "district",
    "city": "city",
    "town": "town",
}
"""What an office of such an area rules."""


def named_again(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> str:
    """The noun of a place named before and meant here ("across the region"), between two words; "" for none."""
    prepositions, nouns = lexicon.place_words["preposition"], lexicon.place_words["noun"]
    for at in range(begin, min(end, len(sentence)) - 1):
        if sentence.lower[at] in prepositions and sentence.lower[at + 1] in ("the", "that", "this"):
            at += sentence.word(at + 2) == "same"
            noun = "" if sentence.is_capital(at + 2) else sentence.word(at + 2)
            if noun in nouns and sentence.word(at + 3) != "of" and not _is_of_office(sentence, at + 3, lexicon):
                return noun
    return ""


def _is_of_office(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "according to the river police": who speaks or acts, not where."""
    claimant = lexicon.claimants.at(sentence.lower, at) if at < len(sentence) else None
    return claimant is not None and sentence.tag(at) in ("NN", "NNS")


def ruled_areas(sentence: Sentence, lexicon: Lexicon) -> dict[str, str]:
    """What an office's name says of where it sits: "the provincial government of Volta", "Keta's city council"."""
    found: dict[str, str] = {}
    for at, word in enumerate(sentence.lower[:-1]):
        if word not in _OF_AN_AREA or lexicon.claimants.at(sentence.lower, at + 1) is None:
            continue
        begin = at - 1
        while begin > 0 and sentence.is_capital(begin - 1) and sentence.tag(begin - 1) in NAMES:
            begin -= 1
        if sentence.word(at - 1) in POSSESSIVE_ENDINGS and begin < at - 1:
            found[_OF_AN_AREA[word]] = sentence.say(begin, at - 1)
        elif sentence.word(at + 2) == "of" and (end := _name_end(sentence, at + 3)) > at + 3:
            found[_OF_AN_AREA[word]] = sentence.say(at + 3, end)
    return found


def _name_end(sentence: Sentence, at: int) -> int:
    while sentence.is_capital(at) and sentence.tag(at) in NAMES:
        at += 1
    return at
