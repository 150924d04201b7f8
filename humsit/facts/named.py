"""Who or what a figure counts where the number's own noun says nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.facts.labelled import group_of_label
from humsit.facts.who import count_those
from humsit.grammar.classes import ARTICLES, NOUNS
from humsit.mentions.groups import noun_phrase, with_their_body
from humsit.mentions.measures import number_of
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

Words = tuple[int, int]

FARTHEST_NAMED = 8  # words between "the number of civilians" and the number itself
LONGEST_PARTITIVE = 9  # words of "of those killed in Keta on Monday"
LONGEST_JOINED = 12  # words between two counts of homes that share their noun

FARTHEST_INSERTION = 12  # words between a number and ", all of them"

_MARKS = frozenset({",", "—", "–", "("})
_NUMBER_OF = frozenset({"of", "among"})
_ALL = frozenset({"all", "most", "mostly", "mainly"})
_WERE = frozenset({"were", "was", "are", "is"})
_KNOWN_TO_BE = frozenset({"also", "all", "mostly", "mainly", "young", "reportedly"})
_ENDS_PARTITIVE = frozenset({",", ";", ":", "who", "that", "which", "and", "but"})
_COUNTED_ALIKE = frozenset({"homes_damaged", "homes_destroyed", "facilities_damaged"})


def name_group(draft: Draft, before: Sequence[Draft], lexicon: Lexicon) -> None:
    """Fills the group of a figure that has none.

    1. put the civilians killed at 45    2. 18 people, all civilians    3. 1,900 homes burned and 4,000 cracked
    A part counts what its predicate says that they were: "seven of the victims were pupils".
    """
    if draft.measure == "other":
        return
    if who := _what_they_were(draft, lexicon):
        _count_more_closely(draft, who, before, lexicon)
    if draft.group:
        return
    if labelled := group_of_label(draft, lexicon):
        draft.group = labelled
        draft.note("group", "the head above or beside it", labelled)
        return
    found = _of_the_number(draft, lexicon) or _all_of_them(draft, lexicon)
    if found:
        words = draft.sentence.say(*found)
        draft.group = "" if words.lower() in lexicon.context["no_group"] else words
        count_those(draft, *found, lexicon)
    elif before and _is_joined(draft, before[-1]):
        draft.counts_the_same_as(before[-1])


def _what_they_were(draft: Draft, lexicon: Lexicon) -> Words | None:
    """ "Seven of the victims were pupils", "twelve of those killed were women", "four were soldiers"."""
    sentence, count = draft.sentence, draft.count
    is_part = sentence.word(count.quantity.after) == "of"
    at = _behind_those(sentence, count.quantity.after) if is_part else count.end
    if draft.unit not in ("people", "percent") or sentence.word(at) not in _WERE or not (is_part or count.is_bare):
        return None
    at += 1 + (sentence.word(at + 1) in _KNOWN_TO_BE)
    named = noun_phrase(sentence, at, len(sentence), lexicon)
    is_noun = (
        named.j > named.i and sentence.tag(named.j - 1) in NOUNS and lexicon.adjectives.at(sentence.lower, named.j - 1) is None
    )
    is_people = named.thing is not None and named.thing.unit == "people" and named.group != ""
    return (named.i, named.j) if is_noun and is_people else None


def _behind_those(sentence: Sentence, of: int) -> int:
    """The verb behind "of the wounded", "of those killed on Monday"."""
    for at in range(of + 1, min(of + LONGEST_PARTITIVE, len(sentence))):
        if sentence.lower[at] in _WERE or sentence.lower[at] in _ENDS_PARTITIVE:
            return at
    return of


def _count_more_closely(draft: Draft, who: Words, before: Sequence[Draft], lexicon: Lexicon) -> None:
    """The words say who a part of those counted before are; what they leave open stays, but for a next part's side."""
    is_next_part = bool(before) and draft.count.is_bare and not draft.count.counted.of_them
    population_group, side = draft.population_group, "" if is_next_part else draft.side
    count_those(draft, *who, lexicon)
    draft.group = draft.sentence.say(*who)
    draft.population_group = population_group if draft.population_group == "unspecified" else draft.population_group
    draft.side = draft.side or side
    draft.because("group", "what they were", *who)


def _of_the_number(draft: Draft, lexicon: Lexicon) -> Words | None:
    """ "The number of Ghanaian soldiers killed near Keta has risen to 39", "put the toll among civilians at 45"."""
    sentence, count = draft.sentence, draft.count
    if not count.is_bare:
        return None
    if at := number_of(sentence, count.begin):
        named = noun_phrase(sentence, at, count.begin, lexicon)
        return (named.i, named.j) if named.thing is not None else None
    for at in range(count.begin - 2, max(0, count.begin - FARTHEST_NAMED - 1), -1):
        if sentence.lower[at] in _NUMBER_OF and sentence.lower[at - 1] in lexicon.context["number_noun"]:
            return _named_at(sentence, at + 1, count.begin, lexicon)
    return None


def _all_of_them(draft: Draft, lexicon: Lexicon) -> Words | None:
    """ "18 people, all civilians": what the insertion says of the people."""
    sentence, at = draft.sentence, draft.count.end
    if draft.unit != "people":
        return None
    if sentence.word(at) not in _MARKS or sentence.word(at + 1) not in _ALL:
        at = _insertion(sentence, at)
        if at < 0:
            return None
    begin = at + 4 if sentence.lower[at + 2 : at + 4] == ["of", "them"] else at + 2
    return _named_at(sentence, begin, len(sentence), lexicon) if sentence.lower[at + 1] == "all" else None


def _insertion(sentence: Sentence, begin: int) -> int:
    """Where ", all of them" stands behind a word in its clause: "17 dead and 28 hurt, all of them guards"."""
    for at in range(begin, min(begin + FARTHEST_INSERTION, len(sentence) - 3)):
        if sentence.lower[at] in (";", "that", "while", "but"):
            return -1
        if sentence.lower[at] in _MARKS and sentence.lower[at + 1 : at + 4] == ["all", "of", "them"]:
            return at
    return -1


def _named_at(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> Words | None:
    """The people or things named from word `begin` on, an adjective before them let through."""
    begin += sentence.word(begin) in ARTICLES
    for at in range(begin, min(begin + 2, end)):
        hit = lexicon.things.at(sentence.lower, at)
        if hit is not None and at + hit[0] <= end:
            behind = at + hit[0]
            longer = lexicon.things.at(sentence.lower, behind) if behind < end else None  # "displaced children"
            return at, with_their_body(sentence, behind + (longer[0] if longer is not None else 0), end)
    return None


def _is_joined(draft: Draft, before: Draft) -> bool:
    if draft.sentence is not before.sentence or not draft.count.is_bare:
        return False
    alike = {draft.measure, before.measure} <= _COUNTED_ALIKE and before.group != ""
    gap = draft.sentence.lower[before.count.end : draft.count.begin]
    return alike and len(gap) <= LONGEST_JOINED and not {"and", ",", "while"}.isdisjoint(gap)
