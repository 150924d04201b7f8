"""Whether what is said is said of a place, and whether it is said to hold at all."""

from __future__ import annotations

from humsit.grammar.classes import NAMES
from humsit.mentions.conditions.holding import chain_before
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

FARTHEST_LOST = 3  # "from the main electricity grid"
LONGEST_COUNTED = 9  # "2,600 homes in the hills were"
LONGEST_INSERTED = 14
LONGEST_SUBJECT = 8  # words looked at for the subject of "is in ruins"

_IMAGINED = frozenset({"would", "could", "might", "may", "if", "unless", "should"})
_SUBJECT_SLOTS = frozenset({"subject", "topic", "of", "list", "label"})
_STANDS_FOR = frozenset({"it", "they", "which", "that", "who", "there", "where", "we", "this"})
_INSERTS = frozenset({"where", "which", "home", "who", "once", "a", "an", "the", "with"})
SHARES = frozenset({"parts", "part", "half", "most", "much", "whole", "all", "swathes", "swaths", "areas", "section", "sections"})
_PARTS = frozenset({"market", "hospital", "bridge", "border", "river", "rest", "crossing"})
OF_SETTLEMENTS = frozenset({"destroyed", "captured"})
DETERMINERS = frozenset({"the", "its", "our", "their", "a", "this", "that", "another"})
ENDS_PARTICIPLE = frozenset({"", ".", ",", ";", "by", "for", "since", "in", "on", "–", "—", "from", ")", "to"})


def is_of_a_place(sentence: Sentence, places: list[Place], end: int, condition: str, lexicon: Lexicon) -> bool:
    """Whether the subject that ends before word `end` is a place, or people or homes that stand for one."""
    settlements, dwellers = lexicon.context["settlement"], lexicon.context["dweller"]
    last = _subject_end(sentence, end)
    if last < 0 or sentence.lower[last] in (":", "–", "—", "•"):
        return True
    for at in range(last, max(-1, last - LONGEST_SUBJECT), -1):
        word = sentence.lower[at]
        if word in settlements or (word in _STANDS_FOR and at == last):
            return True
        if (
            at == last
            and condition == "besieged"
            and lexicon.services.at(sentence.lower, at) is not None
            and word not in dwellers
        ):
            return False  # "540 tonnes of rice are stranded"
        place = next((p for p in places if p.i <= at < p.j and (p.i > 0 or sentence.tags[0] in NAMES)), None)
        if place is not None or is_name(sentence, at, lexicon):
            return condition not in OF_SETTLEMENTS or not _is_in_phrase(sentence, place.i if place else at, lexicon)
        if word in dwellers:
            return condition not in OF_SETTLEMENTS
        if sentence.tags[at] in ("NN", "NNS") and at == last and condition in OF_SETTLEMENTS:
            return False
        if word in (";", ".") or sentence.tags[at] in ("VBD", "VBZ", "VBP"):
            return False
    return False


def is_name(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is a name, and not only the first word of its sentence ("Prices fell")."""
    if not sentence.is_capital(at) or sentence.tags[at] not in NAMES:
        return False
    common = (lexicon.things, lexicon.services, lexicon.claimants)
    return at > 0 or (sentence.tags[0] == "NNP" and not any(sentence.lower[0] in table for table in common))


def _subject_end(sentence: Sentence, end: int) -> int:
    """The last word of the subject before word `end`: over "and", and over what stands between commas."""
    lower = sentence.lower
    if end > 0 and lower[end - 1] == ",":
        opening = next((at for at in range(end - 2, max(-1, end - LONGEST_INSERTED), -1) if lower[at] == ","), None)
        return opening - 1 if opening is not None and lower[opening + 1] in _INSERTS else end - 2
    return end - 2 if end > 0 and lower[end - 1] in (")", "and", "but") else end - 1


def _is_in_phrase(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the name at word `i` only says where something else is: "three buildings in Tyre were destroyed"."""
    if sentence.word(i - 1) not in ("in", "at", "near", "of", "from", "around", "to", "on", "over"):
        return False
    noun = next((at for at in range(i - 2, max(-1, i - 5), -1) if sentence.tags[at] in ("NN", "NNS")), None)
    whole = noun is not None and (is_settlement(sentence.lower[noun], lexicon) or sentence.lower[noun] in SHARES)
    return noun is not None and not whole


def is_counted(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what is said at word `i` is said of so many buildings: "900 homes lie in ruins"."""
    end = chain_before(sentence, i).begin
    begin = max(-1, end - LONGEST_COUNTED)
    begin = next((x for x in range(end - 1, begin, -1) if sentence.lower[x] == ","), begin)
    return _is_counted_in(sentence, begin, end, lexicon)


def is_counted_behind(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> bool:
    """ "left 312 huts in ashes": so many buildings between the words [i, j)."""
    return _is_counted_in(sentence, i, j, lexicon)


def _is_counted_in(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> bool:
    """Whether so many things, homes mostly, are named between the words i and j."""
    plurals = (at for at in range(i + 1, j) if sentence.tags[at] == "NNS" and not _is_of_a_whole(sentence.lower[at], lexicon))
    return any(_is_number_in(sentence, max(0, at - 2), at, lexicon) for at in plurals)


def _is_of_a_whole(word: str, lexicon: Lexicon) -> bool:
    """Whether people or parts of a place are counted, not its houses."""
    thing = lexicon.things.at([word], 0)
    return word in SHARES or (thing is not None and thing[1].unit == "people")


def _is_number_in(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> bool:
    return "CD" in sentence.tags[i:j] or any(
        word in lexicon.numbers and word not in ("few", "a", "no") for word in sentence.lower[i:j]
    )


def is_settlement(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a kind of place that may be besieged, taken or ruined."""
    return word in lexicon.context["settlement"] or (word in lexicon.place_words["noun"] and word not in _PARTS)


def subject_before(places: list[Place], i: int) -> str | None:
    """The place that is the subject of the verb at i: the nearest before it."""
    return next((place.name for place in reversed(places) if place.j <= i and place.slot in _SUBJECT_SLOTS), None)


def is_imagined(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands at word `end` is feared, planned or supposed, not said to hold."""
    lower = sentence.lower
    before = [lower[x] for x in range(end) if sentence.word(x + 1) not in ("not", "n't")]  # "would not let them"
    if "may" in before and "May" in sentence.words:
        before.remove("may")  # the month
    imagining = (_IMAGINED, lexicon.context["unreal"], lexicon.context["likening"])
    return any(not words.isdisjoint(before) for words in imagining)


def loses_a_service(lower: list[str], j: int, lexicon: Lexicon) -> bool:
    """Whether a phrase goes on with what a place is kept from: "cut off from clean water" is no siege."""
    lost = range(j + 1, min(j + 1 + FARTHEST_LOST, len(lower))) if lower[j : j + 1] == ["from"] else range(0)
    return any((hit := lexicon.services.at(lower, at)) and hit[1].condition.startswith("no_") for at in lost)


def phrase_at(sentence: Sentence, i: int, phrases: list[ConditionPhrase]) -> ConditionPhrase | None:
    """The first of the phrases whose words stand at word i."""
    for phrase in phrases:
        words = phrase.words.split()
        if sentence.lower[i : i + len(words)] == words:
            return phrase
    return None
