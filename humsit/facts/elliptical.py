"""A number whose noun and verb stand in the sentence before it.

"Nine were children." · "Six of these are ill." · "40 per cent are girls." · "Hohoe has 287, Keta 98." · "It got 66 million."
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.gazetteer import find_name
from humsit.grammar.classes import ARTICLES, LONG_DASHES, NAMES, QUOTES
from humsit.mentions.measures import PEOPLE_UNITS, Count, frame_in_unit
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

MOST_ADJECTIVES = 3  # words that may stand between "were" and the noun of those counted
FEWEST_BRACKETED = 2
DIGITS_OF_NO_AGE = 3
DIGITS_OF_A_YEAR = 4
LONGEST_FRAGMENT = 4  # words of "Yesterday another nine."
LONGEST_SUBJECT = 12
LONGEST_JOINT = 6  # words between two numbers of one enumeration

_WERE = frozenset({"are", "were", "is", "was"})
_BEGINS_CLAUSE = frozenset({"", ";", ",", "and", "but", "while", "that", "(", "with"}) | LONG_DASHES | QUOTES
_SEXES = frozenset({"male", "female"})
_OF_A_KIND = _SEXES | frozenset({"aged", "younger", "older", "under", "below", "over", "above", "between"})
_HOLDS = frozenset("with has had have recorded counted reported logged registered notified saw".split())
_FOLLOWS = frozenset("follows followed next second third behind leads tops".split())
_ENDS_ENTRY = frozenset({"", ",", ".", ";", ")", "and", "while", "(", "/"})
_THOSE = frozenset({"the", "them", "these", "those", "its", "their"})
_HAS_IT = frozenset(
    "has have had holds held lists listed counts counted gives gave records recorded reports reported cites cited knows knew "
    "names named claims speaks spoke tallies tallied tallied registers registered documents documented".split()
)
_ARRIVES = {
    "of": _HAS_IT,
    "at": frozenset({"arrives", "arrived", "stops", "stopped"}),
    "to": frozenset({"comes", "came", "gets"}),
}
"""The verbs that lead to another's count over a preposition: "speaks of 40", "arrives at 52", "comes to nine"."""
_OF_ANOTHER_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "CD", "MD"})
_ENDS_COUNT = _ENDS_ENTRY | {"on", "for", "as", "so", "in", "at", "but"}
_LEADS_TO_SPEAKER = frozenset({",", "according", "by", ".", "–", "—"})
_THEN = frozenset("yesterday today now tonight then on last".split())
_JOINTS = frozenset({",", "and", ";"})
_OPENS_ENTRY = frozenset({",", "and", ";", "by", "", "while", "then"})
_OF_PEOPLE = frozenset({"person", "people", "household", "family", "individual", "inhabitant", "resident"})
_OF_A_SUBJECT = frozenset({"passive", "subject", "predicate"})
_OF_A_NOUN = frozenset({"noun", "share"})
_OF_THOSE_COUNTED = frozenset({"patient", "victim"})
_NOT_SAID_AGAIN = frozenset({"other", "distance", "population"})


def taken_up(draft: Draft, before: Sequence[Draft], recent: Sequence[Draft], lexicon: Lexicon) -> tuple[str, Draft] | None:
    """The measure that a number takes up, and the figure that has it; None for a number that is complete or means nothing."""
    source = _source(draft, before, recent)
    if source is None:
        return None
    if _answers(draft, source) or _is_anothers_count(draft, source) or _is_among_them(draft, source, lexicon):
        return source.measure, source
    if draft.measure != "other" or _means_something(draft):
        return None
    if said := _says_it_itself(draft, source, lexicon):
        return said, source
    is_of_people = source.unit in PEOPLE_UNITS
    takes = (is_of_people and _tells_who(draft, source, before, lexicon)) or _is_of_a_place(draft, before, lexicon)
    return (source.measure, source) if takes else None


def _is_anothers_count(draft: Draft, source: Draft) -> bool:
    """ "The ministry has 40 missing. The navy has 51 on its own list." · "It holds 24 and nothing beyond." behind bodies."""
    sentence, count = draft.sentence, draft.count
    if not count.is_bare or count.counted.group or source.unit not in PEOPLE_UNITS or source.sentence is sentence:
        return False
    verb = count.begin - 1 - (sentence.word(count.begin - 1) in _ARRIVES)
    leads = _ARRIVES.get(sentence.word(count.begin - 1), _HAS_IT)
    if sentence.word(verb) not in leads or sentence.word(count.end) not in _ENDS_COUNT or not 0 < verb <= LONGEST_SUBJECT:
        return False
    if any(sentence.tags[at] in _OF_ANOTHER_CLAUSE and not _is_year(sentence.lower[at]) for at in range(verb)):
        return False
    is_weak = sentence.lower[0] == "it" and source.sentence.paragraph == sentence.paragraph and sentence.word(verb)[:3] == "hol"
    return is_weak or (draft.measure == "other" and count.frame is None)


def _is_year(word: str) -> bool:
    return len(word) == DIGITS_OF_A_YEAR and word.isdecimal()


def _answers(draft: Draft, source: Draft) -> bool:
    """ "Sixteen, says the opposition." · "Five, according to the minister." · "Yesterday nine." · "A week ago it was 310." """
    sentence, count = draft.sentence, draft.count
    if not count.is_bare or count.counted.group or source.unit not in PEOPLE_UNITS or source.sentence is sentence:
        return False
    if count.frame is not None and count.frame.rule != "likely":
        return False
    if count.begin == 0 and draft.speaker is not None and sentence.word(count.end) in _LEADS_TO_SPEAKER:
        return True
    is_near = source.sentence.paragraph == sentence.paragraph
    ends = sentence.word(count.end) in _ENDS_COUNT
    was = sentence.lower[max(0, count.begin - 2) : count.begin] in (["it", "was"], ["it", "stood", "at"])
    is_fragment = len(sentence) <= LONGEST_FRAGMENT and sentence.word(0) in _THEN
    return is_near and ends and (was or is_fragment)


def _is_among_them(draft: Draft, source: Draft, lexicon: Lexicon) -> bool:
    """ "Among the newcomers in Keta are 40 boys and nine women." · "Three Togolese were among the victims." """
    sentence, count = draft.sentence, draft.count
    is_known = count.frame is not None and count.frame.rule != "likely"
    is_first = source.sentence is sentence and not source.is_elliptical
    if is_known or is_first or count.unit not in PEOPLE_UNITS or source.unit not in PEOPLE_UNITS:
        return False
    if sentence.word(count.end) in _WERE and sentence.word(count.end + 1) == "among":
        return True
    if sentence.lower[0] != "among" or sentence.word(1) not in _THOSE:
        return False
    verb = next((at for at in range(2, count.begin) if sentence.word(at) in _WERE), 0)
    names_another = lexicon.things.at(sentence.lower, 2)
    is_other = names_another is not None and names_another[1].measure not in ("", "refugees", source.measure)
    follows = count.begin == verb + 1 or source.sentence is sentence
    return verb > 0 and follows and not is_other and {"VBD", "VBZ", "VBP"}.isdisjoint(sentence.tags[verb + 1 : count.begin])


def _means_something(draft: Draft) -> bool:
    """Whether the number's own words say what it is; "71 per cent of patients" and "ten of the victims" do not."""
    frame, thing = draft.count.frame, draft.count.counted.thing
    return frame is not None and not (frame.rule in _OF_A_NOUN and thing is not None and thing.words in _OF_THOSE_COUNTED)


def _source(draft: Draft, before: Sequence[Draft], recent: Sequence[Draft]) -> Draft | None:
    """The last figure before a number in its paragraph or the one above; of parts told of earlier, their total.

    "71 per cent of patients" takes up no deaths.
    """
    thing = draft.count.counted.thing
    are_patients = thing is not None and thing.words == "patient"
    for one in reversed([*recent, *before]):
        if draft.sentence.paragraph - one.sentence.paragraph > 1:
            return None
        is_of_them = one.measure == "infected" or not are_patients
        if one.measure not in _NOT_SAID_AGAIN and one.unit != "percent" and is_of_them:
            is_earlier = one.sentence is not draft.sentence
            return one.part_of if is_earlier and one.part_of is not None and one.part_of.measure == one.measure else one
    return None


# -- what the sentence says of it, once it is known what is counted ------------------------------------------------------------


def _says_it_itself(draft: Draft, source: Draft, lexicon: Lexicon) -> str:
    """ "It has received 66 million", "300 more were burned", read in the unit of the figure before."""
    if not draft.count.is_bare or source.unit in PEOPLE_UNITS or draft.count.counted.group:
        return ""
    is_money = source.measure == "funding"
    frame = frame_in_unit(draft.sentence, draft.count, "usd" if is_money else source.unit, lexicon)
    if frame is None or frame.measure != source.measure:
        return ""
    may_be_money = has_scale(draft) or (frame.rule in _OF_A_SUBJECT and source.sentence is draft.sentence)
    return source.measure if may_be_money or not is_money else ""


def has_scale(draft: Draft) -> bool:
    """Whether a number is written with a word: "66 million"; so money is, whose currency is left out."""
    quantity = draft.count.quantity
    return any(word.isalpha() for word in draft.sentence.lower[quantity.i : quantity.j])


# -- who they are --------------------------------------------------------------------------------------------------------------


def _tells_who(draft: Draft, source: Draft, before: Sequence[Draft], lexicon: Lexicon) -> bool:
    """ "Eleven are schoolchildren", "71 per cent are female", "12 women and two children" behind one of these."""
    count, sentence = draft.count, draft.sentence
    if count.counted.of_them:
        begins = count.begin == 0 or sentence.word(count.begin - 1) in QUOTES
        return begins and sentence.lower[count.quantity.i] != "one"
    if source.measure == "killed" and count.counted.thing is not None and count.counted.thing.words == "victim":
        return True
    starts = sentence.word(count.begin - 1) in _BEGINS_CLAUSE
    if starts and _may_be_people(count) and _is_somebody(sentence, count.end, lexicon):
        return True
    if count.unit == "percent" and sentence.word(count.quantity.after) == "of":
        return _is_of_those_counted(draft, source)
    return _goes_on(draft, before) and count.unit == "people" and _may_be_people(count)


def _is_of_those_counted(draft: Draft, source: Draft) -> bool:
    """ "Seventy per cent of the families walked" behind a count of families."""
    count, thing = draft.count, draft.count.counted.thing
    points = draft.sentence.word(count.quantity.after + 1) in ("the", "these", "those")
    before = source.count.counted.thing
    return points and thing is not None and before is not None and thing.words == before.words and thing.unit in PEOPLE_UNITS


def _may_be_people(count: Count) -> bool:
    thing = count.counted.thing
    return thing is None or (thing.unit == "people" and thing.measure in ("", "other"))


def _is_somebody(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether "were children", "are Sudanese", "was a dock worker", "were under ten" stands at a word."""
    if sentence.word(at) not in _WERE:
        return False
    at += 1
    if sentence.word(at) in _OF_A_KIND:
        return sentence.word(at) in _SEXES or sentence.tag(at + 1) == "CD" or sentence.word(at + 1) == "than"
    if sentence.word(at) == "from" and sentence.is_capital(at + 1):
        return True
    last = min(at + MOST_ADJECTIVES, len(sentence))
    while at < last:
        thing = lexicon.things.at(sentence.lower, at)
        if thing is not None:
            return thing[1].unit == "people"
        if lexicon.nations.at(sentence.lower, at) is not None and sentence.is_capital(at):
            return True
        if sentence.tag(at) not in ("JJ", "DT", "RB", "NN", "NNP") and sentence.word(at) not in ARTICLES:
            return False
        at += 1
    return False


def _goes_on(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether nothing but a joining word stands between a number and one that took its measure from the sentence before."""
    if not before or not before[-1].is_elliptical:
        return False
    gap = draft.sentence.lower[before[-1].count.end : draft.count.begin]
    ends = draft.sentence.word(draft.count.end) in _ENDS_ENTRY
    return ends and 0 < len(gap) <= LONGEST_JOINT and gap[-1] in _JOINTS


# -- where they are ------------------------------------------------------------------------------------------------------------


def _is_of_a_place(draft: Draft, before: Sequence[Draft], lexicon: Lexicon) -> bool:
    """ "Hohoe has 287", "followed by Keta with 98", ", Tamale 91" and "(Ho 12, Keta 3)" behind a figure of their total."""
    sentence, count = draft.sentence, draft.count
    if not _names_nothing(count) or sentence.word(count.end) not in _ENDS_ENTRY:
        return False
    at = count.begin - 1
    if sentence.word(at) == ":" and _is_name(sentence, at - 1, lexicon):
        return sentence.word(_begin_of_name(sentence, at - 1) - 1) in _OPENS_ENTRY  # "Keta: 3,010."
    if sentence.word(at) == "(" and sentence.word(at - 1) in _FOLLOWS and _is_name(sentence, at - 2, lexicon):
        return sentence.word(count.end) == ")"
    if sentence.word(at) == "(" and _is_name(sentence, at - 1, lexicon):
        goes_on = bool(before) and before[-1].is_elliptical and before[-1].sentence is sentence
        return sentence.word(count.end) == ")" and (goes_on or _is_one_of_bracketed(sentence))
    holds = sentence.word(at) in _HOLDS
    name = at - 1 if holds else at
    if not _is_name(sentence, name, lexicon):
        return False
    begin = _begin_of_name(sentence, name)
    if sentence.word(begin - 1) == ":" and "by" in (sentence.lower[0], sentence.word(begin - 3)):
        return True  # "By crossing: Keta, 3,010; Ho, 98"
    if holds and sentence.word(name) == ",":
        begin = _begin_of_name(sentence, name - 1)
    opens = sentence.word(begin - 1) in _OPENS_ENTRY
    return opens if holds else opens and bool(before) and before[-1].is_elliptical


def _is_one_of_bracketed(sentence: Sentence) -> bool:
    """ "Bara (22), Karnoi (19) and Abu Zabad (11)": places one behind the other, where the numbers could not be ages."""
    bracketed = [at for at in range(1, len(sentence) - 2) if sentence.word(at) == "(" and sentence.word(at + 2) == ")"]
    numbers = [at + 1 for at in bracketed if sentence.words[at + 1][0].isdigit() and sentence.is_capital(at - 1)]
    if len(numbers) < FEWEST_BRACKETED:
        return False
    if any("," in sentence.words[at] or len(sentence.words[at]) >= DIGITS_OF_NO_AGE for at in numbers):
        return True
    return any(find_name(sentence.say(_begin_of_name(sentence, at - 2), at - 1)).all for at in numbers)


def _names_nothing(count: Count) -> bool:
    thing = count.counted.thing
    return (count.is_bare and not count.counted.group) if thing is None else thing.words in _OF_PEOPLE


def _is_name(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    at -= sentence.word(at) == ","
    word = sentence.word(at)
    return sentence.is_capital(at) and sentence.tag(at) in NAMES and word not in lexicon.months and word not in lexicon.weekdays


def _begin_of_name(sentence: Sentence, at: int) -> int:
    at -= sentence.word(at) == ","
    while at > 0 and sentence.tag(at - 1) in NAMES and sentence.is_capital(at - 1):
        at -= 1
    return at
