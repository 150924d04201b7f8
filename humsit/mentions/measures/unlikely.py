"""Counts that take no measure by likelihood: what stands near them is said of something else."""

from __future__ import annotations

from humsit.grammar.classes import BE, FINITE, NOUNS, POSSESSIVE_ENDINGS
from humsit.mentions.groups import Counted
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.predicates import acts

_KNOWS = frozenset("know knows knew known speak speaks spoke spoken talk talks talked tell tells told hear heard hears".split())
LONGEST_WHOLE = 8  # words of "Of all patients,"
FARTHEST_MADE = 5  # words of "have since been put up"
_OF_THINGS = frozenset({"facilities_damaged", "homes_damaged", "homes_destroyed"})
_MADE_GOOD = frozenset(
    "built rebuilt erected put opened reopened repaired restored set turned handed inaugurated converted rehabilitated used "
    "designated requisitioned planned refurbished equipped fitted cleared commissioned installed dug drilled patched".split()
)
_NO_PEOPLE = frozenset({"other"})
_OF_PEOPLE = frozenset(
    "killed injured missing detained rescued displaced refugees evacuated returned trapped in_need infected sheltered".split()
)
_MARKS = frozenset({";", ".", ":", ","})
_NAMING = NOUNS - {"NNS"}


def is_unlikely(sentence: CountedSentence, k: int, likely: Frame) -> bool:
    """Whether a likely measure is none.

    The whole that a part is taken of ("400 of the town's 700 houses"), a number that names ("Round 12"), "one" alone,
    money without a currency; who lives somewhere, of people to whom something is done.
    """
    count = sentence.counts[k]
    if likely.measure == "funding" and sentence.unit_of(count) != "usd":
        return True
    if likely.measure == "population" and acts(sentence, k) and not is_whole(sentence, k):
        return True
    thing = count.counted.thing
    if likely.measure in _OF_PEOPLE and thing is not None and thing.words and thing.unit in _NO_PEOPLE:
        return True  # "Nine rhinos died"
    if likely.measure in _OF_THINGS and _is_made_good(sentence, count.end):
        return True
    if likely.measure != "population" and (count.has_part or is_whole(sentence, k)):
        return True
    return count.is_bare and (_names(sentence, count) or _is_one(sentence, count) or _repeats(sentence, count))


def _is_made_good(sentence: CountedSentence, end: int) -> bool:
    """ "66 temporary classrooms have been put up", "three schools have been turned over to them": nothing was damaged."""
    near = sentence.lower[end : end + FARTHEST_MADE]
    return not BE.isdisjoint(near) and not _MADE_GOOD.isdisjoint(near)


def _repeats(sentence: CountedSentence, count: Count) -> bool:
    """ "rejected the figure of nine", "knew of two", "the union's 34": what it measures was said before."""
    if count.counted.group:
        return False
    before, earlier = sentence.word(count.begin - 1), sentence.word(count.begin - 2)
    if before in POSSESSIVE_ENDINGS:
        return sentence.tag(count.end) not in FINITE
    return before == "of" and (earlier in sentence.lexicon.context["number_noun"] or earlier in _KNOWS)


def _opens_noun(sentence: CountedSentence, at: int) -> bool:
    """Whether a word belongs to what stands before a counted noun: "the hamlet's 64 houses"."""
    if sentence.word(at) == "of":
        return False
    return sentence.tag(at) in ("DT", "PRP$", "JJ", "POS") or (sentence.tag(at) in NOUNS and sentence.tag(at + 1) == "POS")


def is_whole(sentence: CountedSentence, k: int) -> bool:
    """Whether a clause begins with a whole that its part follows: "of its 90 houses, 40 are gone"."""
    count = sentence.counts[k]
    if k + 1 >= len(sentence.counts):
        return False
    begin = count.begin
    while _opens_noun(sentence, begin - 1):
        begin -= 1
    if sentence.word(begin - 1) not in ("of", "among") or sentence.word(begin - 2) not in (
        "",
        ";",
        ":",
        ",",
        "and",
        "but",
        "–",
        "—",
    ):
        return False
    return "," in sentence.lower[count.end : sentence.counts[k + 1].begin]


def named_as(part: Count, whole: Count) -> Counted:
    """The noun of a part that is told behind its whole: "of 40 wells, nine are dry"."""
    return Counted(part.counted.i, part.counted.j, whole.counted.thing, whole.counted.group)


def is_share_of_noun(sentence: CountedSentence, count: Count) -> bool:
    """ "Of all patients, 12 live in Keta": a bare number behind a whole that no number counts; they are no population."""
    if not count.is_bare or sentence.word(count.begin - 1) != ",":
        return False
    begin = next(
        (at for at in range(count.begin - 2, max(-1, count.begin - LONGEST_WHOLE), -1) if sentence.lower[at] in _MARKS), -1
    )
    return sentence.word(begin + 1) in ("of", "among") and not any(
        at in sentence.starts_at for at in range(begin, count.begin - 1)
    )


def _names(sentence: CountedSentence, count: Count) -> bool:
    """ "in Round 12", "on Hill 40": a number right behind a noun in the singular, with no noun of its own; but "(Keta 12)"."""
    at = count.quantity.i
    if count.begin != at or count.counted.group or sentence.tag(at - 1) not in _NAMING:
        return False
    while sentence.tag(at - 1) in _NAMING:
        at -= 1
    return sentence.tag(at - 1) in ("IN", "TO", "DT", "PRP$")


def _is_one(sentence: CountedSentence, count: Count) -> bool:
    return sentence.lower[count.quantity.i : count.quantity.j] == ["one"] and count.begin == count.quantity.i
