"""What a count takes from the one before it.

Revisions ("to 41 from 17"), parts ("including 12 children"), lists ("three in Homs, two in Hama").
"""

from __future__ import annotations

from humsit.grammar.classes import FINITE, POSSESSIVE_ENDINGS
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame
from humsit.mentions.measures.nouns import is_let_go, may_be_aid
from humsit.mentions.measures.predicates import predicate_begin
from humsit.mentions.measures.triggers import verb_at
from humsit.mentions.measures.verbs import COPULAS
from humsit.mentions.periods import days_before

LONGEST_LIST_GAP = 12  # words between two counts of one list
LONGEST_REVISION_GAP = 5
LONGEST_REPLACING = 9  # words of "in Keta, the mayor's office said, instead of"
LONGEST_CONTRAST = 4  # words of "had died, not"
FARTHEST_SUM = 5
FARTHEST_INCLUDING = 8
FARTHEST_CLOSING_BRACKET = 12
MOST_BETWEEN_ITEMS = 3  # words between two things of one list
LONGEST_ENTRY = 4  # words of "(Ho", "(boys and girls"

_PART_WORDS = frozenset({"including", "includes", "included", "include"})
_PART_PHRASES = ("among them", "of whom", "of them", "among whom", "of which")
_UP_OR_DOWN = (["up", "from"], ["down", "from"])
_BREAKS = ([":"], ["-"], ["–"], ["—"], ["--"])
_AND_NOT = ([",", "not"], ["and", "not"], ["not"], ["instead", "of"], [",", "instead", "of"], ["rather", "than"])
_IN_PLACE_OF = (["instead", "of"], ["rather", "than"])
_BUT = (["but"], [",", "but"])
_SMALL_IN_REVISION = frozenset({",", "the", "a", "earlier", "previous"})
_LIST_JOINTS = frozenset({",", "and", ";", "or", "while", "with", ":", "plus"})
_ENDS_ENTRY = frozenset({",", ")", ";"})
_COMPARES = (["compared", "with"], ["compared", "to"], ["as", "against"], ["up", "against"])
_SETS_AGAINST = frozenset({"against", "versus", "vs"})
_ITEM_JOINTS = frozenset({",", "and", ";", "plus", "&"})
_GOVERNING = frozenset({"object", "passive", "list"})
_PARTLY = frozenset({"partially", "partly", "slightly", "moderately", "lightly", "less"})
_WHOLLY = frozenset({"fully", "totally", "completely", "entirely", "wholly", "outright"})
_ENDS_A_LIST = frozenset("of in on at by from with without through into under for to over near within between".split())


def carry_over(sentence: CountedSentence, k: int) -> None:
    """Gives the k-th count what it takes from those before it."""
    count = sentence.counts[k]
    before_k = _before(sentence, k)
    gap = sentence.lower[sentence.counts[before_k].end : count.begin]
    if gap[-1:] and gap[-1] in POSSESSIVE_ENDINGS and gap[-2:-1] and gap[-2] in sentence.lexicon.weekdays:
        gap = gap[:-2]  # "up from Sunday's 12"
    revision = _older_value(sentence, k) or _not_that(sentence, k, gap) or _revision(sentence, k, gap)
    if revision is not None:
        _revise(sentence, k, *revision)
    elif (compared := _compared(sentence, k, gap)) is not None:
        _take_comparison(sentence, k, compared)
    elif _is_part(sentence, k, gap):
        _take_part(sentence, k, before_k)
    elif _is_governed_too(sentence, k, gap):
        before = sentence.counts[before_k].frame
        count.frame = Frame(before.measure, "list", before.i, before.j) if before else None
    elif count.frame is None and sentence.counts[before_k].frame is not None:
        if _is_sum(sentence, count):
            _take_sum(sentence, k)
        elif _is_in_list(sentence, k, gap):
            _take_list(sentence, k, before_k)


def _is_governed_too(sentence: CountedSentence, k: int, gap: list[str]) -> bool:
    """ "the corpses of 16 men and five women were taken to Ho": the noun governs both."""
    before, count = sentence.counts[k - 1], sentence.counts[k]
    is_governed = before.frame is not None and before.frame.rule == "of" and before.frame.measure == "killed"
    return is_governed and gap in (["and"], [","], [",", "and"]) and count.unit == before.unit == "people"


def _before(sentence: CountedSentence, k: int) -> int:
    """The count before; for "90,000 of whom" the last one of people, not "two countries"."""
    if sentence.counts[k].counted.of_them and sentence.word(sentence.counts[k].quantity.after + 1) != "which":
        for earlier in range(k - 1, -1, -1):
            if sentence.counts[earlier].unit in PEOPLE_UNITS:
                return earlier
    if sentence.counts[k].unit in PEOPLE_UNITS and sentence.counts[k - 1].unit not in PEOPLE_UNITS:
        gap = sentence.lower[sentence.counts[k - 1].end : sentence.counts[k].begin]
        if _names_parts(gap) and (people := _people_before(sentence, k)) >= 0:
            return people  # "400 people live in two camps, including 12 women"
    return k - 1


def _people_before(sentence: CountedSentence, k: int) -> int:
    """The count of people, with a measure, that stands next before the k-th count; -1 for none."""
    for earlier in range(k - 1, -1, -1):
        if sentence.counts[earlier].unit in PEOPLE_UNITS:
            return earlier if sentence.counts[earlier].frame is not None else -1
    return -1


# -- revisions -------------------------------------------------------------------------------------------------------------------


def _revision(sentence: CountedSentence, k: int, gap: list[str]) -> tuple[int, int] | None:
    """Which of two counts is the older, which the newer.

    "to 41 from 17", "up from 22", "rose to 15, down from 20", "from 17 to 41".
    """
    count, before = sentence.counts[k], sentence.counts[k - 1]
    ends = gap[:-1] if gap[-1:] == ["the"] else gap
    went = sentence.tag(count.begin - (len(gap) - len(ends)) - 3)
    if ends[-2:] in _UP_OR_DOWN and went not in FINITE:  # ", up from 22", but not "went up from 310"
        gap = gap[-3:]
    tail = [word for word in gap if word not in _SMALL_IN_REVISION]
    if tail[-1:] == ["from"] and len(tail) <= LONGEST_REVISION_GAP and not count.counted.group:
        return (k, k - 1) if before.frame or tail[0] in ("up", "down") else None
    if tail == ["to"] and sentence.word(before.begin - 1) == "from":
        return (k - 1, k)
    return None


def _not_that(sentence: CountedSentence, k: int, gap: list[str]) -> tuple[int, int] | None:
    """Which of two counts is taken back: "44, not 51", "44 and not 51", "44 instead of 51", "not 51 but 44"."""
    count, before = sentence.counts[k], sentence.counts[k - 1]
    if gap in _BUT and sentence.word(before.begin - 1) == "not":
        return (k - 1, k) if before.is_bare or before.counted.thing is count.counted.thing else None
    is_same = count.is_bare or count.counted.thing is before.counted.thing
    is_contrast = gap in _AND_NOT or (gap[-2:] == [",", "not"] and len(gap) <= LONGEST_CONTRAST)
    is_contrast = is_contrast or (gap[-2:] in _IN_PLACE_OF and count.is_bare and len(gap) <= LONGEST_REPLACING)
    return (k, k - 1) if is_same and is_contrast and not count.counted.of_them else None


def _older_value(sentence: CountedSentence, k: int) -> tuple[int, int] | None:
    """ "3,700 people are in 88 shelters, down from 25,000": a bare older value of a count that is not the last one."""
    count, last = sentence.counts[k], sentence.counts[k - 1]
    is_older = count.is_bare and sentence.lower[max(0, count.begin - 2) : count.begin] in _UP_OR_DOWN
    if not is_older or count.frame is not None or last.frame is not None or last.unit in PEOPLE_UNITS:
        return None
    for newer in range(k - 1, -1, -1):
        frame = sentence.counts[newer].frame
        if frame is not None and frame.measure != "other" and sentence.counts[newer].unit in PEOPLE_UNITS:
            return (k, newer)
    return None


def _revise(sentence: CountedSentence, k: int, old: int, new: int) -> None:
    count, before = sentence.counts[k], sentence.counts[min(old, new)]
    sentence.counts[new].revises = old
    if new == k and before.frame is None:
        before.frame = count.frame
    is_older = count.is_bare and old == k  # ", up from 16, and eight are missing": what is said behind is said of others
    if before.frame and (count.frame is None or is_older or count.frame.rule in ("label", "noun")):
        count.frame = Frame(before.frame.measure, "revision", before.frame.i, before.frame.j)
        count.like = min(old, new)


# -- comparisons -----------------------------------------------------------------------------------------------------------------


def _compared(sentence: CountedSentence, k: int, gap: list[str]) -> int | None:
    """Which count a bare one is compared with: "40 died, against 12 in May", "9 cases and 2 deaths, compared with 8 and 1"."""
    count, before = sentence.counts[k], sentence.counts[k - 1]
    tail = [word for word in gap if word not in _SMALL_IN_REVISION and word not in ("only", "just")]
    is_other_sign = count.quantity.unit != before.quantity.unit
    if count.counted.thing is not None or is_other_sign or _is_average(sentence, count.quantity.after):
        return None
    if tail == ["and"] and before.compared is not None:
        return min(before.compared + 1, k - 2)
    is_after = tail[-1:] == ["after"] and days_before(sentence.sentence, count.quantity.after) > 0
    if tail[-2:] not in _COMPARES and not (tail and tail[-1] in _SETS_AGAINST) and not is_after:
        return None
    is_pair = k > 1 and k + 1 < len(sentence.counts) and _joined(sentence, k - 2) and _joined(sentence, k)
    return k - 2 if is_pair else k - 1


def _is_average(sentence: CountedSentence, at: int) -> bool:
    """ "500 a day", but not "500 a day earlier"."""
    is_apiece = sentence.word(at) in ("a", "per") and sentence.word(at + 1) in sentence.lexicon.time_units
    return is_apiece and sentence.word(at + 2) not in ("earlier", "ago", "before")


def _joined(sentence: CountedSentence, k: int) -> bool:
    count, following = sentence.counts[k], sentence.counts[k + 1]
    return sentence.lower[count.end : following.begin] == ["and"]


def _take_comparison(sentence: CountedSentence, k: int, other_k: int) -> None:
    count, other = sentence.counts[k], sentence.counts[other_k]
    count.compared = count.like = other_k
    if other.frame is not None:
        count.frame = Frame(other.frame.measure, "compared", other.frame.i, other.frame.j)


# -- parts -----------------------------------------------------------------------------------------------------------------------


def _is_part(sentence: CountedSentence, k: int, gap: list[str]) -> bool:
    count, previous = sentence.counts[k], sentence.counts[k - 1]
    if _opens_breakdown(sentence, k, gap) or count.counted.of_them or _names_parts(gap) or _is_bracketed(sentence, count, gap):
        return True
    only_joined = set(gap) <= {","} or (gap[-1] == "and" and len(gap) <= 3)
    return previous.part_of is not None and only_joined and count.frame is None


def _opens_breakdown(sentence: CountedSentence, k: int, gap: list[str]) -> bool:
    """ "58 killings - 41 residents, nine soldiers", "20 dead: 12 women and eight men": who they were, behind a mark."""
    count, whole = sentence.counts[k], sentence.counts[k - 1]
    own = count.frame is None or (count.frame.rule == "noun" and count.frame.measure == "population")
    is_of_people = own and count.unit == "people" and whole.unit == "people" and whole.frame is not None
    return is_of_people and gap in _BREAKS and whole.frame is not None and whole.frame.measure in ("killed", "injured", "missing")


def _names_parts(gap: list[str]) -> bool:
    if not _PART_WORDS.isdisjoint(gap[:FARTHEST_INCLUDING]) and ";" not in gap:
        return True
    text = " ".join(gap)
    return any(phrase in text for phrase in _PART_PHRASES)


def _is_bracketed(sentence: CountedSentence, count: Count, gap: list[str]) -> bool:
    """ "1,200 people (400 …)", "8,661 persons (1,925 men, 2,682 women)", "23 dead (Ho 18, Keta 5)"."""
    opens = gap[-1:] == ["("] and len(gap) <= 2 and (count.is_bare or (len(gap) == 1 and count.unit in PEOPLE_UNITS))
    names = gap[:1] == ["("] and len(gap) <= LONGEST_ENTRY and all(word.isalpha() for word in gap[1:])
    is_entry = names and count.is_bare and sentence.word(count.end) in _ENDS_ENTRY
    return (opens or is_entry) and ")" in sentence.lower[count.end : count.end + FARTHEST_CLOSING_BRACKET]


def _take_part(sentence: CountedSentence, k: int, before_k: int) -> None:
    count, before = sentence.counts[k], sentence.counts[before_k]
    count.part_of = before_k if before.part_of is None else before.part_of
    whole = sentence.counts[count.part_of]
    lived = count.frame is not None and count.frame.measure == "population" and count.counted.of_them  # "of whom 12 lived in Ho"
    is_dead = whole.frame is not None and whole.frame.rule == "noun" and whole.frame.measure == "killed" and count.counted.of_them
    if whole.frame is None or (
        _has_its_own_frame(count) and not lived and not is_dead
    ):  # "eleven bodies, five of them retrieved"
        return
    if count.unit == "percent" and whole.frame.measure == "funding":
        return  # how much of an appeal is covered is no sum
    units = {count.unit, whole.unit}
    nobody_named = count.counted.of_them and count.counted.thing is None
    if whole.frame.measure == "detained" and nobody_named and is_let_go(sentence, count):
        count.frame = Frame("other", "part", whole.frame.i, whole.frame.j)  # "30 were held, and 12 of those have been let go"
        return
    if nobody_named or len(units) == 1 or units <= PEOPLE_UNITS or "percent" in units:
        is_abroad = whole.frame.measure == "displaced" and _leads_abroad(sentence, count.end)
        measure = "refugees" if is_abroad else whole.frame.measure
        count.frame = Frame(measure, "part", whole.frame.i, whole.frame.j)


def _leads_abroad(sentence: CountedSentence, at: int) -> bool:
    """ "12 million have fled, 4 million of them into neighbouring countries"."""
    way = sentence.lexicon.ways["going"].at(sentence.lower, at) if at < len(sentence.lower) else None
    return way is not None and any(trigger.measure == "refugees" for trigger in way[1])


def _has_its_own_frame(count: Count) -> bool:
    thing = count.counted.thing
    if count.frame is None:
        return False
    return count.frame.rule != "noun" or (thing is not None and thing.firm == "yes")


# -- sums ------------------------------------------------------------------------------------------------------------------------


def _is_sum(sentence: CountedSentence, count: Count) -> bool:
    """ "…, bringing the total to 18"."""
    before = sentence.lower[max(0, count.begin - FARTHEST_SUM) : count.begin]
    return count.is_bare and before[-1:] in (["to"], ["at"]) and not sentence.lexicon.context["number_noun"].isdisjoint(before)


def _take_sum(sentence: CountedSentence, k: int) -> None:
    first = next(one.frame for one in sentence.counts[:k] if one.frame is not None)
    sentence.counts[k].frame = Frame(first.measure, "sum", first.i, first.j)


# -- lists -----------------------------------------------------------------------------------------------------------------------


def _is_in_list(sentence: CountedSentence, k: int, gap: list[str]) -> bool:
    """ "three in Homs, two in Hama and one in Idlib".

    Only places and small words stand between, and nothing else governs the count.
    """
    thing = sentence.counts[k].counted.thing
    closes = sentence.word(sentence.counts[k].end) == ")"
    if gap[-1:] == [":"]:
        return _names_a_place(sentence, sentence.counts[k].begin - 1)
    if gap[-1:] == ["("] and closes and sentence.counts[k].is_bare:
        return True  # "in three towns: 19 in Keta", "reported from Edo (10), Ondo (12)"
    if _has_its_own_predicate(sentence, k) or _is_average(sentence, sentence.counts[k].quantity.after):
        return False
    if gap == ["from"]:
        return thing is not None and thing.unit == "households"  # "2,700 people from 540 families"
    is_governed = sentence.tag(sentence.counts[k].begin - 1) in ("VBD", "VBN", "VBG") and gap[-1:] != ["reported"]
    if is_governed and not COPULAS.intersection(gap[-1:]):
        return False  # "46 houses burned, and with them a mill that milled 80"
    if gap and gap[-1] in _ENDS_A_LIST:
        return False  # "three of them from the same crew"
    return len(gap) <= LONGEST_LIST_GAP and not _LIST_JOINTS.isdisjoint(gap) and not any(map(sentence.says, gap))


def _names_a_place(sentence: CountedSentence, colon: int) -> bool:
    """Whether the words before a colon name no other thing: "Goma: 400" and "in three towns: 19", but not "target: 500"."""
    word = sentence.word(colon - 1)
    return not (
        word.isalpha() and sentence.tags[colon - 1] in ("NN", "VBN", "VBD") and not sentence.sentence.is_capital(colon - 1)
    )


def _has_its_own_predicate(sentence: CountedSentence, k: int) -> bool:
    """Whether a verb follows, though it says no measure that we know."""
    count = sentence.counts[k]
    at = predicate_begin(sentence, k, count.unit)
    if at is None or at - count.end > 2:
        return False
    if at == count.end and sentence.says(sentence.lower[at]):
        return True  # "two medics said": they speak, and are not counted
    return sentence.tags[at] in FINITE and not sentence.says(sentence.lower[at])


def _take_list(sentence: CountedSentence, k: int, before_k: int) -> None:
    count, before = sentence.counts[k], sentence.counts[before_k]
    frame, thing, other = _frame_of_list(sentence, before_k), count.counted.thing, before.counted.thing
    is_loose_share = count.unit == "percent" and before.unit != "percent"
    is_length = frame is not None and frame.measure == "distance" and count.unit != "km"
    if frame is None or is_loose_share or is_length or _verb_between(sentence, before, frame, count):
        return
    if sentence.unit_of(count) == "usd" and frame.measure == "aid":
        count.frame = Frame("funding", "list", frame.i, frame.j)  # "79 tonnes of food, 5,200 mats, 14,000 million pesos"
        return
    if thing is not None and thing.unit not in PEOPLE_UNITS and before.unit in PEOPLE_UNITS and other is None:
        count.frame = _retaken(sentence, frame, thing.unit)  # "captured six along with two machine guns" holds no guns
        return
    if thing is not None and other is not None and thing.unit != other.unit and not {thing.unit, other.unit} <= PEOPLE_UNITS:
        retaken = _retaken(sentence, frame, thing.unit)
        is_no_cargo = retaken and retaken.measure == "aid" and thing.unit == "other" and thing.measure != "aid"
        count.frame = None if is_no_cargo else retaken  # "37 tonnes of flour, 900 grams a head"
        return
    if frame.rule == "noun" and thing is not None and thing.words != "person" and thing is not other:
        return
    if frame.measure == "aid" and not may_be_aid(sentence, count):
        count.frame = Frame("other", "list", frame.i, frame.j)  # "sent 400 tents and four medical teams"
        return
    count.frame = Frame(_how_far(sentence, count, frame.measure), "list", frame.i, frame.j)
    if thing is None and not count.counted.group:
        count.like = k - 1


def _how_far(sentence: CountedSentence, count: Count, measure: str) -> str:
    """ "90 houses were fully damaged and 400 partially": the adverb behind a number says how far what was said before went."""
    if measure not in ("homes_damaged", "homes_destroyed"):
        return measure
    adverb = sentence.word(count.end)
    if adverb in _PARTLY:
        return "homes_damaged"
    return "homes_destroyed" if adverb in _WHOLLY else measure


def _frame_of_list(sentence: CountedSentence, k: int) -> Frame | None:
    """The frame of the k-th count; where its noun alone says it, that of the verb which the list hangs on.

    "sent 800 mattresses, 1,500 blankets and 6,000 litres of bleach".
    """
    frame = sentence.counts[k].frame
    if frame is None or frame.rule != "noun":
        return frame
    for earlier in range(k - 1, -1, -1):
        gap = sentence.lower[sentence.counts[earlier].end : sentence.counts[earlier + 1].begin]
        verb = sentence.counts[earlier].frame
        if len(gap) > MOST_BETWEEN_ITEMS or _ITEM_JOINTS.isdisjoint(gap) or verb is None or verb.measure != frame.measure:
            return frame
        if verb.rule in _GOVERNING:
            return verb
    return frame


def _verb_between(sentence: CountedSentence, before: Count, frame: Frame, count: Count) -> bool:
    """Whether a verb other than the one that made the frame stands between two counts."""
    begin = max(before.end, frame.j) if frame.i >= before.end else before.end
    passed = COPULAS if sentence.word(count.begin - 1) != ":" else COPULAS.union(sentence.lexicon.cues)
    return any(sentence.tags[x] in FINITE and sentence.lower[x] not in passed for x in range(begin, count.begin))


def _retaken(sentence: CountedSentence, frame: Frame, unit: str) -> Frame | None:
    """The verb of the count before, read for another unit: "destroyed 40 homes and three schools"."""
    if frame.rule not in ("object", "passive"):
        return None
    retaken = verb_at(sentence, frame.i, unit, as_object=True)
    return Frame(retaken.measure, "list", frame.i, frame.j) if retaken else None
