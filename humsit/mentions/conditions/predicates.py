"""What a place is or does: "Tamale is in ruins", "the town fell to the rebels", "the storm left it isolated"."""

from __future__ import annotations

from humsit.grammar.classes import BE, VERBS
from humsit.mentions.conditions.holding import COPULAS, MAKING, TURNED, Chain, Found, chain_before
from humsit.mentions.conditions.subjects import (
    is_counted,
    is_imagined,
    is_of_a_place,
    loses_a_service,
)
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

LONGEST_OPENING = 8
FARTHEST_LEAVING = 5  # "leaving the whole town isolated"

_BEGINS_PREDICATE = frozenset({"no", "exists", "is", "are", "has", "have"})
_ENDS_FALL = frozenset(
    {"", ".", ",", ";", "on", "after", "without", "in", "last", "this", "earlier", "at", "overnight", "and", "when"}
)


def said_of_places(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """ "Tamale is in ruins", "the town fell to the rebels", "the storm left it isolated"."""
    found = []
    lower, known = sentence.lower, lexicon.condition_links
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known else None
        if hit is None or is_imagined(sentence, i, lexicon) or loses_a_service(lower, i + hit[0], lexicon):
            continue
        phrase, chain = hit[1], chain_before(sentence, i)
        left = phrase.role == "be" and not MAKING.isdisjoint(lower[max(0, i - FARTHEST_LEAVING) : i])
        if phrase.condition == "destroyed" and is_counted(sentence, i, lexicon):
            continue  # "40 huts in the hills were burnt to ashes"
        if chain.unreal or not (left or _is_predicate(sentence, phrase, chain, i)):
            continue
        if left or is_of_a_place(sentence, places, chain.begin, phrase.condition, lexicon):
            state = TURNED[phrase.state] if chain.negated else phrase.state
            found.append(Found(i, i + hit[0], phrase.condition, state, None))
    return found


def _is_predicate(sentence: Sentence, phrase: ConditionPhrase, chain: Chain, i: int) -> bool:
    """Whether words are said of a subject: behind a form of be, behind a comma ("Keta, isolated since Tuesday"), or a verb."""
    if phrase.role == "do":
        if phrase.condition == "captured" and " " not in phrase.words and sentence.word(i + 1) not in _ENDS_FALL:
            return False  # "fell silent", "fell by half"
        if phrase.form in ("participle", "ing") or sentence.word(i - 1) == "to":
            return chain.begin < chain.end
        return sentence.tags[i] in VERBS or sentence.lower[i] in COPULAS
    if phrase.words.partition(" ")[0] in _BEGINS_PREDICATE:  # "Keta no longer exists"
        return True
    if i == 0:  # "Isolated since Tuesday, Keta …", not "Stranded at Keta are nine lorries"
        return "," in sentence.lower[:LONGEST_OPENING] or (len(sentence) <= LONGEST_OPENING and BE.isdisjoint(sentence.lower))
    return chain.linked or (chain.begin == i and sentence.word(i - 1) in (",", ":", "–", "—", "-"))
