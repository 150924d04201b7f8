"""Numbers that are ages: behind "aged", behind a person, said of a person, carried on in a row of ages."""

from __future__ import annotations

from humsit.grammar.classes import FINITE
from humsit.mentions.numbers import Found
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Thing

OLDEST_AGE = 115
OLDEST_CHILD = 19
MOST_HEDGES = 2
FARTHEST_EXTREME = 6  # words between "the youngest" and the age
FARTHEST_ARTICLE = 5  # words between "a" and the person whose age follows
LONGEST_PERSON = 3

_AGE_WORDS = frozenset({"aged", "age", "ages"})
_AGE_UNITS = frozenset({"years", "year", "months", "month"})
_UNDER = frozenset({"under", "below", "over", "above"})
_OLDER = frozenset({"older", "younger"})
_HEDGES = frozenset(
    "about around perhaps maybe only just barely nearly almost roughly approximately still some over under".split()
)
_ARTICLES = frozenset("a an the one another his her my our their this that every".split())
_IS = frozenset("is was am are were 's ’s 'm ’m turned turns been be".split())
_ONE_PERSON = frozenset({"i", "he", "she"})
_EXTREMES = frozenset({"youngest", "oldest", "eldest", "smallest"})
_BEHIND_EXTREME = frozenset(
    "of them whom these those the victims victim dead killed wounded was were is are being aged just only , a".split()
)
_CHILDREN = frozenset(
    "child children boy boys girl girls son sons daughter daughters brother brothers sister sisters siblings twins kid kids "
    "baby babies infant infants teenager teenagers teen teens minor minors pupils toddlers toddler youngsters cousins".split()
)
_COLLECTIVES = frozenset("crew staff troop force party personnel population public workforce garrison congregation".split())
_WHO_ALL = frozenset({"them", "whom", "all", "those", "are", "were"})
_BEHIND_BARE = frozenset({"", ",", ".", ";", ")", "(", "!", "?", ":", "–", "—", "-", "and", "or", "to"})
_BEHIND_AGE = (
    _BEHIND_BARE
    | {"who", "whom", "whose", "when", "but", "from", "in", "at", "with", "was", "were", "had", "has", "is"}
    | {'"', "”", "''"}
)
_PARTICIPLES = frozenset({"VBN", "VBG"})
_JOINS_AGES = frozenset({",", "and", "or", "to", "-", "–", "&"})


def is_age(sentence: Sentence, numbers: list[Found], position: int, lexicon: Lexicon) -> bool:
    """Whether a number is an age.

    aged 77 · ages between 5 and 12 · a 77-year-old · six months old · children under 5 · Kofi Mensah, 27, · a boy of six ·
    the youngest was three · my son is 24 · two men, 33 and 51, · aged four, seven and 11
    """
    return any(_says_age(sentence, numbers[at], lexicon) for at in _row(sentence, numbers, position))


def _row(sentence: Sentence, numbers: list[Found], position: int) -> list[int]:
    """The numbers up to this one that stand in one row with nothing but joining words between: "four, seven and 11"."""
    row = [position]
    while position and _may_be_age(numbers[position]) and _touches(sentence, numbers[position - 1], numbers[position]):
        position -= 1
        row.append(position)
    return row if len(row) == 1 or _ends(sentence, numbers[row[0]].j, _BEHIND_AGE) else row[:1]


def _touches(sentence: Sentence, first: Found, second: Found) -> bool:
    return 0 < second.i - first.j <= 2 and _JOINS_AGES.issuperset(sentence.lower[first.j : second.i])


def _may_be_age(number: Found) -> bool:
    return number.reading.high <= OLDEST_AGE and number.reading.kind != "vague"


def _ends(sentence: Sentence, at: int, words: frozenset[str]) -> bool:
    return sentence.word(at) in words


def _says_age(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    if not _may_be_age(number):
        return False
    i, j = number.i, number.j
    after = sentence.word(j)
    if after.endswith("-old") or after.startswith(("year-old", "month-old")):
        return True
    if after in _AGE_UNITS and sentence.word(j + 1) in ("old", "of"):
        return True
    return (
        _is_named_age(sentence, i)
        or _is_limit(sentence, i, j, lexicon)
        or _is_of_person(sentence, number, lexicon)
        or _is_behind_name(sentence, number)
        or _is_behind_person(sentence, number, lexicon)
        or _is_said_of_person(sentence, number, lexicon)
    )


def _before_hedges(sentence: Sentence, i: int) -> int:
    """The word before a number and the words that leave it open: "a boy of perhaps six"."""
    at = i - 1
    while i - 1 - at < MOST_HEDGES and sentence.word(at) in _HEDGES:
        at -= 1
    return at


def _is_named_age(sentence: Sentence, i: int) -> bool:
    """ "aged 77", "ages between 5 and 12", "under the age of ten"."""
    at = _before_hedges(sentence, i)
    if sentence.word(at) in ("from", "between", "of"):
        at -= 1
    return sentence.word(at) in _AGE_WORDS


def _is_limit(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> bool:
    """ "children under 5", "half of them under 18", "those 60 and older", "younger than 16"."""
    if sentence.word(j) in ("and", "or") and sentence.word(j + 1) in _OLDER and sentence.word(j + 2) != "to":
        return True
    if sentence.word(i - 1) == "than" and sentence.word(i - 2) in _OLDER:
        return True
    if sentence.word(i - 1) not in _UNDER:
        return False
    if sentence.word(i - 2).isdigit():
        return _ends(sentence, j, _BEHIND_BARE)  # "8 dead (of whom 5 under 12)"
    if sentence.word(i - 2) in lexicon.context["aged"]:
        return j >= len(sentence) or lexicon.things.at(sentence.lower, j) is None
    return sentence.word(i - 2) in _WHO_ALL and _ends(sentence, j, _BEHIND_BARE)


def _is_behind_name(sentence: Sentence, number: Found) -> bool:
    """ "Kofi Mensah, 27,"."""
    i, j = number.i, number.j
    in_commas = sentence.word(i - 1) == "," and sentence.word(j) in (",", ";", ".", ")", "")
    one_word = number.reading.kind == "cardinal" and j == i + 1
    return in_commas and one_word and sentence.is_capital(i - 2) and not _is_listed(sentence, i)


def _is_listed(sentence: Sentence, i: int) -> bool:
    """Numbers behind names in a row are counts: "Epena, 13, Dongou, four", "Ho, 28; Keta, nine"; "Kofi Mensah, 27," is none."""
    if ";" not in sentence.lower:
        return i < 4 and sum(word[0].isdigit() for word in sentence.lower) > 2
    entries = sum(_is_entry(sentence, at) for at in range(1, len(sentence) - 2))
    return entries > 1 and _is_entry(sentence, i - 1)


def _is_entry(sentence: Sentence, comma: int) -> bool:
    """ "Keta, nine;": a name of one word, as places have and persons do not."""
    names_one = sentence.is_capital(comma - 1) and not sentence.is_capital(comma - 2)
    is_pair = sentence.word(comma) == "," and sentence.tag(comma + 1) == "CD"
    return names_one and is_pair and sentence.word(comma + 2) in (";", ".", "")


# -- ages of persons who are named by a noun -------------------------------------------------------------------------------------


def _is_of_person(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """ "a girl of 11", "a volunteer fireman of about 25", "children of two, six and 13"; "a crew of 12" is counted."""
    of = _before_hedges(sentence, number.i)
    goes_on = sentence.tag(number.j) in FINITE or sentence.tag(number.j) in _PARTICIPLES  # "a girl of about six found in a tree"
    if sentence.word(of) != "of" or not (_ends(sentence, number.j, _BEHIND_AGE) or goes_on):
        return False
    if sentence.word(of - 1) in _CHILDREN and number.reading.high <= OLDEST_CHILD:
        return True
    return _one_person(sentence, of, lexicon) is not None


def _is_behind_person(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """ "the captain, 52, and", "a mother, 36, said", "two men, 33 and 51,"."""
    i, j = number.i, number.j
    if sentence.word(i - 1) != "," or number.reading.kind != "cardinal":
        return False
    if sentence.word(j) in (",", ".", ")", ""):
        return _one_person(sentence, i - 1, lexicon) is not None or _are_persons(sentence, i - 1, j, lexicon)
    return sentence.word(j) == "and" and _are_persons(sentence, i - 1, j, lexicon)


def _are_persons(sentence: Sentence, comma: int, j: int, lexicon: Lexicon) -> bool:
    """Whether persons in the plural stand before the comma and a second age behind it: "two men, 33 and 51,"."""
    hit = lexicon.things.at(sentence.lower, comma - 1)
    if hit is None or hit[1].unit != "people" or hit[1].words == sentence.word(comma - 1):
        return False
    second = sentence.word(j + 1)
    return second.isdigit() and int(second) <= OLDEST_AGE and sentence.word(j + 2) in (",", ".", ")", "", "and")


def _one_person(sentence: Sentence, end: int, lexicon: Lexicon) -> Thing | None:
    """The person in the singular, with an article, whose noun ends at a word: "a volunteer fireman"."""
    for begin in range(end - 1, max(-1, end - 1 - LONGEST_PERSON), -1):
        hit = lexicon.things.at(sentence.lower, begin)
        if hit is None or begin + hit[0] != end:
            continue
        thing = hit[1]
        is_one = thing.unit == "people" and thing.firm != "yes" and thing.words.lower() == " ".join(sentence.lower[begin:end])
        if not is_one or thing.words in _COLLECTIVES or lexicon.adjectives.at(sentence.lower, begin) is not None:
            return None
        return thing if not _ARTICLES.isdisjoint(sentence.lower[max(0, begin - FARTHEST_ARTICLE + 1) : begin]) else None
    return None


def _is_said_of_person(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """ "my son is 24", "she is nine", "the youngest of whom was three", "the youngest 13"."""
    if not _ends(sentence, number.j, _BEHIND_AGE):
        return False
    at = _before_hedges(sentence, number.i)
    if _is_behind_extreme(sentence, at):
        return True
    if sentence.word(at) not in _IS:
        return False
    return sentence.word(at - 1) in _ONE_PERSON or _one_person(sentence, at, lexicon) is not None


def _is_behind_extreme(sentence: Sentence, at: int) -> bool:
    for before in range(at, max(-1, at - FARTHEST_EXTREME), -1):
        word = sentence.word(before)
        if word in _EXTREMES:
            return True
        if word not in _BEHIND_EXTREME:
            return False
    return False
