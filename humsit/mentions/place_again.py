"""A place named before and meant again by its kind: "across the region", "in the same town"."""

from __future__ import annotations

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon


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
