"""Sentences that leave the place spoken of before: another year, the way there, all that was given, beyond the border."""

from __future__ import annotations

from itertools import pairwise

from humsit.facts.around import Located
from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.mentions.sentence import Sentence

FARTHEST_OPENING = 3  # words of "and across the border"
OPENING = 5  # words of "At the same time last year"
FARTHEST_BORN = 4  # words of "born in 1954 and 1961"
FIRST_MONTHS = 3  # of a year, in which the year before is no history yet

_BORDERS = frozenset({"border", "frontier", "borders", "divide"})
_ACROSS = frozenset({"across", "over", "beyond"})
_ITS_OWN = frozenset({"its", "their", "his", "her", "our"})
_SIDES = frozenset({"side", "soil", "territory", "borders", "frontiers", "shores"})
_WAYS = frozenset({"way", "journey", "route", "road", "trek", "march", "walk", "flight", "crossing"})
_ON_A_WAY = frozenset({"on", "along", "during", "en"})
_ALL_SO_FAR = (("to", "date"), ("so", "far"), ("in", "total"), ("in", "all"), ("in", "country"), ("in-country", "stocks"))
_MANY = frozenset({"affected", "other", "neighbouring", "neighboring", "various", "several"})
_EVENTS = frozenset("disasters incidents events accidents emergencies places locations sites countries sides".split())
_THROUGHOUT = frozenset({"across", "throughout", "along"})
_FRONTS = frozenset({"front", "line", "lines", "world", "theatre", "continent", "globe"})
_ARTICLED = frozenset({"the", "these", "those", "all"})
_YEARS_AGO = (
    ("last", "year"),
    ("previous", "year"),
    ("year", "earlier"),
    ("year", "ago"),
    ("years", "ago"),
    ("years", "earlier"),
)
_HAVING = frozenset({"has", "have", "had", "ever", "long"})
_DATING = frozenset("born built founded established opened signed adopted erected inaugurated model made vintage".split())
GIVEN = frozenset({"aid", "assisted"})


def on_its_side(draft: Draft, scene: Scene) -> Located | None:
    """ "Ghana's ministry counted nine deaths on its side"."""
    sentence = scene.sentence
    for at in range(draft.count.end, scene.next_count(draft.count) - 1):
        own = sentence.lower[at] in _ITS_OWN and (sentence.word(at + 1) in _SIDES or sentence.word(at + 2) in _SIDES)
        if own and sentence.word(at - 1) in ("on", "within", "inside", "in"):
            country = _nation(sentence, 0, draft.count.begin, scene)
            return Located(country, "the side of the one who speaks") if country else None
    return None


def beyond_the_border(scene: Scene) -> Located | None:
    """ "Across the border, Togo's police said 900 people had come": in the country that the sentence names."""
    lower = scene.sentence.lower
    for at in range(min(FARTHEST_OPENING, len(lower) - 2)):
        if lower[at] in _ACROSS and lower[at + 1] == "the" and lower[at + 2] in _BORDERS:
            country = _nation(scene.sentence, at + 3, len(lower), scene)
            return Located(country, "the country across the border")
    return None


def _nation(sentence: Sentence, begin: int, end: int, scene: Scene) -> str:
    """The first country that words name, by any of its forms."""
    for at in range(begin, end):
        hit = scene.lexicon.nations.at(sentence.lower, at) if sentence.is_capital(at) else None
        if hit is not None:
            return hit[1].name
    return ""


def not_as_before(draft: Draft, scene: Scene) -> Located | None:
    """Why a sentence that names no place is not tied to the one before it."""
    sentence = scene.sentence
    if _is_of_another_year(scene):
        return Located("", "another year than the one spoken of")
    if _is_of_a_whole(scene):
        return Located("", "a whole that is not named")
    if _is_of_several(scene):
        return Located("", "several places")
    if draft.stance == "admitted" and _is_of_a_longer_time(scene):
        return Located("", "a longer time than the one spoken of")
    if _is_on_the_way(sentence, draft.count.begin, scene.next_count(draft.count)):
        return Located("", "on the way")
    said = pairwise(sentence.lower[: draft.count.end])
    if draft.measure in GIVEN and any(pair in _ALL_SO_FAR or pair == ("and", "that") for pair in said):
        return Located("", "all that was given")
    return None


def _is_of_another_year(scene: Scene) -> bool:
    """ "In 2018 the heaviest snow for years killed 90": not "since 2022", nor last December in January."""
    published = scene.document.published
    opening = scene.sentence.lower[:OPENING]
    if any(pair in _YEARS_AGO for pair in pairwise(opening)):
        return True
    if published is None:
        return False
    newest = published.year - (2 if published.month <= FIRST_MONTHS else 1)
    words = scene.sentence.lower
    return any(
        len(word) == 4
        and word.isdigit()
        and 1900 <= int(word) <= newest
        and scene.sentence.word(at - 1) not in ("since", "resolution")
        and _DATING.isdisjoint(words[max(0, at - FARTHEST_BORN) : at])
        for at, word in enumerate(words)
    )


def _is_of_a_whole(scene: Scene) -> bool:
    """ "Its troops repelled 44 attacks along the front"."""
    lower, nouns = scene.sentence.lower, scene.lexicon.place_words["noun"]
    return any(
        (noun in nouns or noun in _FRONTS) and noun not in _BORDERS
        for at, word in enumerate(lower[:-2])
        if word in _THROUGHOUT and lower[at + 1] in _ARTICLED
        for noun in lower[at + 2 : at + 4]
    )


def _is_of_several(scene: Scene) -> bool:
    """ "Across the two districts …", "people affected by both floods"."""
    lower, nouns, events = scene.sentence.lower, scene.lexicon.place_words["noun"], scene.lexicon.place_words["whole"]
    if "both" not in lower and nouns.isdisjoint(lower):
        return False
    for at, word in enumerate(lower[:-1]):
        if word == "both" and (lower[at + 1] in nouns or lower[at + 1] in _EVENTS or lower[at + 1] in events):
            return True
        is_many = word in _MANY or scene.sentence.tags[at] == "CD"
        if is_many and lower[at + 1] in nouns and scene.sentence.tag(at + 1) == "NNS":
            return at > 1 and lower[at - 1] in _ARTICLED and lower[at - 2] in scene.lexicon.place_words["preposition"]
    return False


def _is_of_a_longer_time(scene: Scene) -> bool:
    """ "It admits to nine dead soldiers since Monday", behind a sentence on one raid."""
    before = scene.paragraph.sentences
    lower = scene.sentence.lower
    is_time = any(two == "since" and one not in _HAVING for one, two in pairwise(["", *lower]))  # not "it has since admitted"
    return is_time and bool(before) and not any("since" in one.lower for one in before)


def _is_on_the_way(sentence: Sentence, begin: int, end: int) -> bool:
    """ "They had lost nine people on the way"."""
    for at in range(begin, min(end, len(sentence)) - 1):
        if sentence.lower[at] in _ON_A_WAY:
            noun = at + 1 if sentence.lower[at] == "en" else at + 2
            if sentence.word(noun) in _WAYS and sentence.word(noun + 1) in (",", ".", "", "and", "”", '"', ";"):
                return True
    return False
