"""Numbers that count nothing the desk follows: dates, ages, durations, ranks, names of things, times, phone numbers, scores."""

from __future__ import annotations

from itertools import pairwise

from humsit.grammar.classes import DASHES, FINITE, POSSESSIVE_ENDINGS
from humsit.mentions.numbers import Found
from humsit.mentions.quantities.ages import is_age
from humsit.mentions.quantities.days import is_in_row_of_days, is_month
from humsit.mentions.quantities.numbering import points
from humsit.mentions.quantities.rates import is_clock, is_difference, is_of_rate, is_split, is_to_call
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Thing

FIRST_YEAR, LAST_YEAR = 1850, 2100
LAST_DAY = 31
LARGEST_OUT_OF = 10
LARGEST_RATIO = 20  # "one in three", "seven in 20"
LONGEST_DATE = 3  # words of a number that may be part of a date
FEWEST_PHONE_DIGITS = 3
FARTHEST_TIME_UNIT = 3

_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "s"})  # the decade's s too: 34th, 1990s
_COUNTING_ENDINGS = frozenset({"odd", "plus", "strong"})  # "40-odd", "12-strong"
_RUNNING_NUMBER_SIGNS = frozenset({"/", "#", "@"})
_BEFORE_TIME_UNIT = frozenset(
    "consecutive straight more long full whole successive calendar further additional separate different - of".split()
)
_MAY_NUMBER = frozenset({"dead", "injured", "wounded", "missing", "displaced", "homeless", "now"})
_COMPARED = frozenset("margin ratio majority vote odds".split())  # "a 3 to 1 margin"
_UNITS_WITHOUT_PLURAL = frozenset({"km", "tonnes", "usd", "percent", "vehicles", "vessels"})  # "2,000 aircraft"; "the 2011 raid"
_THEM = frozenset({"them", "whom", "those"})
_ONE_AS_PRONOUN_BEFORE = frozenset("another day side such who way hand that can may must step thing reason".split())
_ONE_AS_PRONOUN_BEHIND = frozenset("no not this that each every any another the only which either neither some".split())
_WHICH_ONE = frozenset("previous last next latest earlier first second third new old other same former preceding recent".split())
_RATIOS = (["in"], ["in", "every"], ["of", "every"], ["out", "of"], ["out", "of", "every"], ["in", "a"], ["of"])
_MULTIPLIED = frozenset("the as more higher larger greater that what its over a daily per".split())
_SPOKE = frozenset({"said", "says", "told", "added", "adds", "recalled", "explained"})
_DETERMINERS = frozenset("a an the this that each every another same our their his her its".split())
_ROUND = frozenset({10, 100, 1000})  # "nine out of ten", "40 in a hundred"
FARTHEST_ATTACK = 14  # words between "shelled" and "nine times"
_JOINS = (["and"], ["to"], ["&"], ["or"], ["-"], ["–"])
_ENDS = frozenset({".", ")", "”", "’"})  # glued to a number they have a note behind them
_LEAST_COUNT = 100  # weeks, phases and sectors have smaller numbers
LONGEST_RATIO = 4  # words of "streets out of"
_INSIDE_PHONE = frozenset({"-", "(", ")"})
_BEFORE_PHONE = _INSIDE_PHONE | {"+"}


def counts_nothing(sentence: Sentence, numbers: list[Found], position: int, lexicon: Lexicon, *, is_money: bool) -> bool:
    """Whether the number at `position` of a sentence's numbers is no quantity; an amount of money always is one.

    Not a quantity: 34th · 12-member · 3 May 2024 · aged 77 · 12 days · Resolution 2254 · no one · +249 91 234 · one in three
    """
    number = numbers[position]
    if _is_ratio(sentence, numbers, position) or is_of_rate(sentence, numbers, position):
        return True
    return not is_money and (
        _is_joined_to_letters(sentence, number, lexicon)
        or points(sentence, number)
        or _is_time_or_date(sentence, number, lexicon)
        or is_in_row_of_days(sentence, numbers, position, lexicon)
        or is_clock(sentence, number)
        or is_difference(sentence, number)
        or is_to_call(sentence, number)
        or is_age(sentence, numbers, position, lexicon)
        or _is_duration(sentence, number, lexicon)
        or _is_named(sentence, number, lexicon)
        or _goes_on_naming(sentence, numbers, position, lexicon)
        or _is_pronoun(sentence, number, lexicon)
        or _is_phone_or_score(sentence, number)
    )


def _is_ratio(sentence: Sentence, numbers: list[Found], position: int) -> bool:
    """ "one in three hospitals", "three in five of those asked": a share in words."""
    neighbours = numbers[max(0, position - 1) : position + 2]
    return any(_makes_ratio(sentence, first, second) for first, second in pairwise(neighbours))


def _makes_ratio(sentence: Sentence, first: Found, second: Found) -> bool:
    gap, of = sentence.lower[first.j : second.i], second.reading.high
    if gap == ["to"]:
        return sentence.word(second.j) in _COMPARED
    if gap[-2:] == ["out", "of"] and 2 < len(gap) <= LONGEST_RATIO and first.reading.high < of == LARGEST_OUT_OF:
        return {"CD", ",", "(", ")"}.isdisjoint(sentence.tags[first.j : second.i])  # "eight streets out of ten"
    if is_split(sentence, first, second):
        return True
    if gap not in _RATIOS or not first.reading.high < of:
        return False
    return of in _ROUND or (gap[-1] == "every" or (gap == ["in"] and of <= LARGEST_RATIO))


def _is_joined_to_letters(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """Ordinals (34th), decades (1990s), compounds (a 12-member team), model names cut in two, times (18:40), footnotes."""
    i, j = number.i, number.j
    after, before = sentence.word(j), sentence.word(i - 1)
    if (after in _ORDINAL_ENDINGS or after in POSSESSIVE_ENDINGS) and sentence.is_glued(j):
        return True
    if sentence.lower[j - 1] == "b" and "." not in sentence.lower[i]:  # "Annex 2b", but "$2b", "2.9b"
        return True
    if after in DASHES and sentence.is_glued(j) and sentence.is_glued(j + 1):
        tail = sentence.word(j + 1)
        if tail[:1].isalpha() and tail not in _COUNTING_ENDINGS:
            return True
    is_footnote = before in _ENDS and sentence.is_glued(i) and sentence.is_glued(i - 1)
    is_count = (
        before == "/"
        and j < len(sentence)
        and lexicon.things.at(sentence.lower, j) is not None
        and _is_beside_another(sentence, number)
    )
    return is_footnote or (before in _RUNNING_NUMBER_SIGNS and sentence.is_glued(i) and not is_count)


# -- dates and times -------------------------------------------------------------------------------------------------------------


def _is_time_or_date(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    lower, i, j = sentence.lower, number.i, number.j
    if number.reading.kind == "vague" or j - i > LONGEST_DATE:
        return False
    month = _month_beside(sentence, number, lexicon)
    if month is not None:
        # "3 May 12 people died": the number behind the month is a day only where none stands before it
        return month > i or month == 0 or not lower[month - 1].isdigit() or _is_year(lower[i])
    if "/" in (sentence.word(i - 1), sentence.word(j)):
        return not _is_beside_another(sentence, number)
    if _is_year(lower[i]):
        if j == i + 1:
            thing = lexicon.things.at(lower, j) if j < len(lower) else None
            return thing is None or _is_one(lower[j : j + thing[0]], thing[1])
        if number.reading.kind == "range":
            return True
    return len(lower[i]) == 4 and lower[i].isdigit() and lower[i][0] == "0"  # 0630


def _is_beside_another(sentence: Sentence, number: Found) -> bool:
    """ "31,480 people / 7,612 families", "12 killed / 40 injured": a stroke between two counts, no date."""
    behind_words = sentence.word(number.i - 1) != "/" or sentence.word(number.i - 2)[:1].isalpha()
    return behind_words and sentence.word(number.j) != "/" and sentence.word(number.j)[:1].isalpha()


def _month_beside(sentence: Sentence, number: Found, lexicon: Lexicon) -> int | None:
    """The month that a day or a year stands at: "3 May", "3rd of May", "May 3", "Feb. 3", "May 2024"."""
    i, j = number.i, number.j
    if number.reading.high > LAST_DAY and not _is_year(sentence.lower[i]):
        return None
    before = i - 2 if sentence.word(i - 1) in (".", "of", "the") else i - 1
    behind = j + 1 if sentence.word(j) == "of" else j
    for at in (i - 1, before, j, behind):
        if is_month(sentence, at, lexicon):
            return at
    return None


def _is_one(words: list[str], thing: Thing) -> bool:
    """ "The 2011 raid" is one raid; "2,000 aircraft" are many."""
    return " ".join(words) == thing.words.lower() and thing.unit not in _UNITS_WITHOUT_PLURAL


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _is_duration(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """ "seven days", "two full weeks", "40 hours' drive"; "three people a day" are people."""
    j = number.j
    for at in range(j, j + FARTHEST_TIME_UNIT):
        word = sentence.word(at)
        if not word:
            return False
        if word in lexicon.time_units:
            return at == j or lexicon.things.at(sentence.lower, j) is None
        head, _, tail = word.partition("-")
        if head in lexicon.time_units and tail:
            return lexicon.things.at([tail], 0) is None  # "nine night-watchmen"
        if word not in _BEFORE_TIME_UNIT:
            return False
    return False


# -- names, pronouns, phones -----------------------------------------------------------------------------------------------------


def _is_named(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """Numbers that name a thing (Resolution 2623, Phase 3, week 38) or measure what the desk does not follow (degrees, times)."""
    i, j, lower = number.i, number.j, sentence.lower
    for begin in range(i - 1, max(-1, i - 3), -1):
        hit = lexicon.not_before.at(lower, begin) if lower[begin] in lexicon.not_before else None
        if hit is not None and begin + hit[0] == i and not (lower[begin] == "number" and _is_verb(sentence, begin)):
            counted = _is_counted(sentence, number, lexicon)
            if hit[0] > 1 and lower[i - 1] == "of":
                return True
            is_word, is_name = sentence.words[begin][0].isalpha(), sentence.is_capital(begin)
            if (
                not is_name
                and sentence.word(begin - 1) in _DETERMINERS
                and (sentence.tag(j) in FINITE or counts_attacks(sentence, j, lexicon))
            ):
                return False  # "in the village 12 were killed"
            if is_name or not is_word or not counted:
                return not (counted and is_word and (begin == 0 or not is_name))
    behind_minus = j < len(lower) and sentence.word(i - 1) == "-" and sentence.is_glued(i) and sentence.is_glued(i - 1)
    return behind_minus or (
        j < len(lower) and lexicon.not_after.at(lower, j) is not None and not counts_attacks(sentence, j, lexicon)
    )


def _goes_on_naming(sentence: Sentence, numbers: list[Found], position: int, lexicon: Lexicon) -> bool:
    """ "in weeks 1 and 6", "Phases 3 and 4": a second number for the noun before the first."""
    if position == 0 or _is_counted(sentence, numbers[position], lexicon):
        return False
    first, second = numbers[position - 1], numbers[position]
    if sentence.lower[first.j : second.i] not in _JOINS or sentence.tag(second.j) in FINITE:
        return False
    return second.reading.high < _LEAST_COUNT and sentence.lower[second.i].isdigit() and _is_named(sentence, first, lexicon)


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether "number" says how many there are: "The dead number 44", "its victims now number 12"."""
    before = sentence.word(at - 1)
    return sentence.tag(at) in FINITE or before in _MAY_NUMBER or sentence.tag(at - 1) == "NNS"


def counts_attacks(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a number before a word counts how often a place was attacked: "shelled the town nine times"."""
    if sentence.word(at) != "times" or sentence.word(at + 1) in _MULTIPLIED:
        return False
    return not lexicon.context["attacking"].isdisjoint(sentence.lower[max(0, at - FARTHEST_ATTACK) : at])


def _is_counted(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """Whether a number counts a thing behind it, or is written as an amount ("1,200")."""
    thing = lexicon.things.at(sentence.lower, number.j) if number.j < len(sentence) else None
    return thing is not None or "," in sentence.lower[number.i]


def _is_pronoun(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """ "one of its officials", "no one", "this one": no count."""
    if sentence.lower[number.i] != "one" or number.j != number.i + 1:
        return False
    after, before = sentence.word(number.j), sentence.word(number.i - 1)
    if before in ("by", "to") and after in lexicon.cue_nouns:  # "according to one estimate"
        return True
    if after == "of":
        return sentence.word(number.j + 1) not in _THEM or sentence.word(number.j + 2) in _SPOKE  # "one of them said"
    if before in ("of", "from") and (thing := lexicon.things.at(sentence.lower, number.j)) and thing[1].unit == "households":
        return True  # "three members of one family"
    if before in _WHICH_ONE and not sentence.tag(number.j).startswith(("NN", "JJ")):
        return True  # "cases in the previous one"
    if after in _ONE_AS_PRONOUN_BEFORE:
        return True
    counts = before in ("that", "only") and sentence.tag(number.j)[:3] in ("NN", "NNS", "JJ", "VBN")
    return before in _ONE_AS_PRONOUN_BEHIND and not counts


def _is_phone_or_score(sentence: Sentence, number: Found) -> bool:
    i, j, lower = number.i, number.j, sentence.lower
    before, after = sentence.word(i - 1), sentence.word(j)
    if before == "+" and sentence.is_glued(i):
        return True
    if lower[i][0].isdigit() and after != ")" and _digits_in_a_row(lower, i, j) >= FEWEST_PHONE_DIGITS:
        return True
    dash = j if after in DASHES else i - 1 if before in DASHES else -1
    if dash < 1 or not sentence.is_glued(dash) or not sentence.is_glued(dash + 1):
        return False
    return lower[dash - 1][0].isdigit() and lower[dash + 1][0].isdigit()


def _digits_in_a_row(lower: list[str], i: int, j: int) -> int:
    """How many words in digits stand around [i, j) with nothing but marks of phone numbers between; no more than decide."""
    run, at = 0, i
    while at >= 0 and run < FEWEST_PHONE_DIGITS and (lower[at][0].isdigit() or lower[at] in _BEFORE_PHONE):
        run += lower[at][0].isdigit()
        at -= 1
    at = j
    while at < len(lower) and run < FEWEST_PHONE_DIGITS and (lower[at][0].isdigit() or lower[at] in _INSIDE_PHONE):
        run += lower[at][0].isdigit()
        at += 1
    return run
