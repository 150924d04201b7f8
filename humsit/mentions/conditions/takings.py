"""Fighters who take, hold or lose a place: "the rebels took the garrison at Tamale"."""

from __future__ import annotations

from humsit.grammar.classes import NAMES, VERBS
from humsit.mentions.conditions.holding import TURNED, Found, chain_before
from humsit.mentions.conditions.subjects import (
    DETERMINERS,
    is_imagined,
    is_of_a_place,
    phrase_at,
    subject_before,
)
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

FARTHEST_NAMED = 3  # "took the garrison at Tamale"

_WHOLE = frozenset({"whole", "most", "much", "all", "parts", "part", "half", "rest"})


def find_takings(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """ "The rebels took Tamale", "the army says it has lost the base at Tamale", "the hill was taken by the rebels"."""
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in lexicon.condition_named or sentence.tags[i] not in VERBS:
            continue
        phrase = phrase_at(sentence, i, lexicon.condition_named[word])
        if phrase is None or is_imagined(sentence, i, lexicon) or not are_fighters_in(sentence, lexicon):
            continue
        j, chain = i + len(phrase.words.split()), chain_before(sentence, i)
        if chain.unreal or (chain.linked and sentence.tag(chain.begin - 1) == "CD"):
            continue  # "312,000 were taken to safer ground"
        if chain.linked and sentence.tags[i] != "VBG":
            is_taken = is_of_a_place(sentence, places, chain.begin, phrase.condition, lexicon)
            place, end = (subject_before(places, i) or "" if is_taken else None), j
        else:
            place, end = taken(sentence, places, j, lexicon)
        if place is not None:
            state = TURNED[phrase.state] if chain.negated else phrase.state
            found.append(Found(i, end, phrase.condition, state, place or None))
    return found


def are_fighters_in(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether an army or an armed group is named."""
    for at, word in enumerate(sentence.lower):
        if word in lexicon.claimants or sentence.words[at][0].isupper():
            hit = lexicon.claimants.at(sentence.lower, at) or lexicon.claimant_names.at(sentence.lower, at)
            if hit is not None and hit[1] in ("armed_group", "military"):
                return True
        if len(word) > 1 and sentence.words[at].isupper():
            return True  # M23, RSF
        thing = lexicon.things.at(sentence.lower, at)
        if thing is not None and thing[1].population_group == "combatants":
            return True
    return False


def taken(sentence: Sentence, places: list[Place], j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The place at word `j`, or behind "the town of", and where its words end; "" for one that is named elsewhere."""
    of = next((x for x in (j + 1, j + 2) if sentence.word(x) == "of" and sentence.word(x - 1) in _WHOLE), None)
    j = j if of is None else of + 1
    if sentence.is_capital(j) and sentence.tag(j) in NAMES and lexicon.claimants.at(sentence.lower, j) is None:
        end = j + 1
        while sentence.is_capital(end) and sentence.tag(end) in NAMES:
            end += 1
        return sentence.say(j, end), end
    noun = next((x for x in range(j + 1, min(j + 4, len(sentence))) if sentence.lower[x] in lexicon.context["settlement"]), None)
    if noun is None or sentence.word(j) not in DETERMINERS:
        return None, j
    near = next((p for p in places if 0 < p.i - noun <= FARTHEST_NAMED), None)
    return (near.name, near.j) if near is not None else ("", noun + 1)
