"""A label before a count, or the noun behind a sum of money.

"the death toll rose to 12", "put the number of displaced at 12", "Deaths: 12", "Population evacuated 116,129".
"""

from __future__ import annotations

from humsit.grammar.classes import FINITE
from humsit.mentions.labels import last_thing, measure_of
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame
from humsit.mentions.measures.triggers import first_fitting, fits
from humsit.vocabulary.compiled import Trigger

LONGEST_MARKED = 10
FARTHEST_LABEL = 26
FARTHEST_TOUCHING_LABEL = 4
FARTHEST_HALL = 12
LONGEST_NAME = 3
LONGEST_LABEL = 8  # words of a line that is only a label and its number

FARTHEST_PLAN = 3  # words before a label that may say that it is a plan

_MAY_BE_PLANNED = frozenset({"assisted", "sheltered", "evacuated", "aid", "returned"})
_PLANNED = frozenset({"planned", "target", "targeted", "targets", "goal", "intended", "proposed"})
_ENDS_LABEL = frozenset({";", ".", "("})
_NOT_GIVEN = frozenset(
    "no without lack lacking short shortage need needs needed gap gaps missing insecurity insecure cut".split()
)
_NUMBERING = frozenset({"number", "numbered", "numbers", "total", "totalled", "totaled", "totals", "totalling", "numbering"})
_LABEL_MARKS = frozenset({":", "|"})
_MARKS = frozenset({":", "|", "–", "-"})
_LEADS_TO_VALUE = _MARKS | frozenset(
    "to at from by is was of than as reached reaches exceeded hit passed stands stood topped now are were be".split()
)


_BEFORE_PEOPLE = frozenset({"the", "put", "puts"})
_BEHIND_PEOPLE = frozenset({"among", "in", "across", "around", "near"})
_MERELY = frozenset({"only", "just", "merely"})
_COMPRISE = frozenset({"comprise", "comprised", "included"})
_RISEN_TO = frozenset({"reached", "exceeded", "passed", "topped", "hit"})
_RISEN = "rose risen climbed grown grew stood stands jumped fell fallen".split()
_RISEN_TO_TWO = tuple([verb, way] for verb in _RISEN for way in ("to", "at"))


def label(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """What a label in the count's own sentence says: "the death toll rose to 12", "Deaths: 12", "supplies worth $478,450"."""
    at = count.begin
    if unit == "usd" and (named := _named_behind(sentence, count, unit)):
        return named
    if at == 0:
        return None
    touching = _touching_label(sentence, at, unit)
    at -= at > 1 and sentence.lower[at - 1] in _MERELY
    if sentence.lower[max(0, at - 2) : at] == ["it", "at"]:
        return None  # "Residents put it at 35" counts no residents
    if touching or sentence.lower[at - 1] not in _LEADS_TO_VALUE:
        return touching
    for begin in range(at - 1, max(-1, at - FARTHEST_LABEL), -1):
        if sentence.lower[begin] in (";", "."):
            return None
        counted = _counted_noun(sentence, begin, at) if count.is_bare else None
        if counted:
            return counted
        hit = sentence.lexicon.labels.at(sentence.lower, begin)
        if hit is None or begin + hit[0] > at or not _is_label_here(sentence, begin, hit, at):
            continue
        if sentence.word(begin - 1) == "among":
            continue  # "put the deaths among vaccinated patients at five"
        begin, hit = _longest(sentence, begin, hit)
        trigger = hit[1][0] if count.is_bare else first_fitting(hit[1], unit)
        if trigger:
            measure = _said_before(sentence, begin, trigger.measure) or trigger.measure
            return Frame(measure, "label", begin, begin + hit[0])
    return None


def _said_before(sentence: CountedSentence, begin: int, measure: str) -> str:
    """ "The number of evacuated inhabitants stays at 560": what was done to them, not how many live there."""
    if measure != "population":
        return ""
    before = sentence.lexicon.verbs.get(sentence.word(begin - 1), ())
    done = (one for one in before if one.role == "verb" and not one.rest and one.form in ("participle", "both"))
    return next((one.measure for one in done if fits(one, "people")), "")


def _longest(sentence: CountedSentence, begin: int, hit: tuple[int, list[Trigger]]) -> tuple[int, tuple[int, list[Trigger]]]:
    """The label that a label found from the right is the end of: "shelter population"."""
    for earlier in range(max(0, begin - FARTHEST_TOUCHING_LABEL), begin):
        longer = sentence.lexicon.labels.at(sentence.lower, earlier)
        if longer is not None and earlier + longer[0] >= begin + hit[0]:
            return earlier, longer
    return begin, hit


def leads_up(sentence: CountedSentence, count: Count) -> bool:
    """Whether a verb that leads a label to its value stands before: "displacement has reached 812,000"."""
    return count.is_bare and sentence.word(count.begin - 1) in _RISEN_TO


def _counted_noun(sentence: CountedSentence, begin: int, at: int) -> Frame | None:
    """ "Fatalities reached 18", "arrests rose to 40": a counted noun as the subject of a verb that leads to its value."""
    if sentence.lower[at - 1] not in _RISEN_TO and sentence.lower[at - 2 : at] not in _RISEN_TO_TWO:
        return None
    hit = sentence.lexicon.things.at(sentence.lower, begin)
    if hit is None or hit[1].firm != "yes" or hit[1].unit not in PEOPLE_UNITS:
        return None
    finite = any(sentence.tags[x] in FINITE for x in range(begin + hit[0], at))
    return Frame(hit[1].measure, "label", begin, begin + hit[0]) if finite else None


def _is_label_here(sentence: CountedSentence, begin: int, hit: tuple[int, list[Trigger]], at: int) -> bool:
    """One word alone ("dead") is a label before a mark, or where the sentence begins with it; "toll" is one anywhere."""
    n, triggers = hit
    before = sentence.lower[at - 1]
    if n > 1 or before in _MARKS or triggers[0].words in sentence.lexicon.context["sure_label"]:
        return True
    ends = begin + n == at - 1 or sentence.word(begin + n) in _BEHIND_PEOPLE
    names_people = sentence.word(begin - 1) in _BEFORE_PEOPLE and ends  # "put the injured at 80", "put the wounded in Osa at 80"
    return (begin == 0 or names_people) and before in ("is", "was", "at", "to")


def _named_behind(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """ "a $260 million appeal": the noun that a sum of money stands before, last of its noun phrase or right behind it."""
    for at in range(count.counted.i, min(count.end + 1, len(sentence.lower))):
        hit = sentence.lexicon.labels.at(sentence.lower, at)
        trigger = first_fitting(hit[1], unit) if hit else None
        if hit and trigger:
            return Frame(trigger.measure, "label", at, at + hit[0])
    return None


def _touching_label(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """A label without a mark between it and the number: "supplies worth $478,450", "a hall packed with 900 people"."""
    words = sentence.lower[:at]
    if words[-1] in _COMPRISE:  # "the wounded comprised 12 men", as "the wounded include 12 men"
        words[-1] = "include"
    for begin in range(max(0, at - FARTHEST_TOUCHING_LABEL), at):
        hit = sentence.lexicon.labels.at(words, begin)
        if hit is not None and begin + hit[0] == at:
            trigger = first_fitting(hit[1], unit)
            if trigger and unit in PEOPLE_UNITS and not _touches_people(sentence, trigger, begin, hit[0]):
                return None
            return Frame(trigger.measure, "label", begin, at) if trigger else None
    return None


def _touches_people(sentence: CountedSentence, trigger: Trigger, begin: int, n: int) -> bool:
    """One word ("dead 12") is no label of people unless it says how many live there; a boat "packed with 900" shelters nobody."""
    if trigger.measure != "sheltered":
        return n > 1 or trigger.measure == "population"
    return n > 1 and any(_is_shelter(sentence, x) for x in range(max(0, begin - FARTHEST_HALL), begin))


def _is_shelter(sentence: CountedSentence, at: int) -> bool:
    hit = sentence.lexicon.things.at(sentence.lower, at)
    return hit is not None and (hit[1].unit in ("facilities", "buildings") or hit[1].words in sentence.lexicon.context["shelter"])


def marked(sentence: CountedSentence, k: int, unit: str) -> Frame | None:
    """What the words before a mark say: "Destroyed by fire: 2,805 shelters; burnt: 23 schools", "Homes lost numbered 400".

    A label that begins with a preposition goes on with the one before: "Kits procured: 8,250; in the pipeline: 3,000".
    """
    count = sentence.counts[k]
    mark = _mark_before(sentence, count.begin)
    if sentence.word(mark) not in _LABEL_MARKS and not (sentence.word(mark) in _NUMBERING and count.is_bare):
        return None
    begin = mark
    while begin > 0 and mark - begin < LONGEST_MARKED and sentence.lower[begin - 1] not in _ENDS_LABEL:
        begin -= 1
    words = sentence.lower[begin:mark]
    if not words or any(word in sentence.lexicon.cues and sentence.tags[begin + n] in FINITE for n, word in enumerate(words)):
        return None
    thing = last_thing(words, sentence.lexicon) if count.is_bare else None
    measure = measure_of(words, thing.unit if thing else unit, sentence.lexicon) or (thing.measure if thing else "")
    if measure:
        return Frame(measure, "label", begin, mark)
    if unit in PEOPLE_UNITS and not count.is_bare and _is_relief(sentence, words):
        return Frame("assisted", "label", begin, mark)
    before = sentence.counts[k - 1].frame if k and sentence.tags[begin] == "IN" else None
    return Frame(before.measure, "label", before.i, before.j) if before and before.rule == "label" else None


def _is_relief(sentence: CountedSentence, words: list[str]) -> bool:
    """ "Hot meals: 900 persons", "Cash for rent: 90 families": what is given, before those who get it."""
    return not sentence.lexicon.context["relief"].isdisjoint(words) and _NOT_GIVEN.isdisjoint(words)


def is_planned_label(sentence: CountedSentence, frame: Frame) -> bool:
    """ "People to be assisted: 60,000", "Families targeted for shelter: 900": what a plan counts has not been done."""
    if frame.rule != "label" or frame.measure not in _MAY_BE_PLANNED:
        return False
    words = sentence.lower[max(0, frame.i - FARTHEST_PLAN) : frame.j]
    return ["to", "be"] in (words[n : n + 2] for n in range(len(words))) or not _PLANNED.isdisjoint(words)


def _mark_before(sentence: CountedSentence, at: int) -> int:
    """The word before a count; before "Keta 12" the colon of "Deaths by district: Keta 12"."""
    name = at - 1
    while name > at - 1 - LONGEST_NAME and sentence.sentence.is_capital(name):
        name -= 1
    return name if sentence.word(name) == ":" else at - 1


def label_line(sentence: CountedSentence, count: Count) -> Frame | None:
    """A short line without a verb that ends in its number.

    "Population evacuated 116,129", "Completely destroyed housing: 146".
    """
    at = count.begin
    ends_line = count.end >= len(sentence.lower) - 2
    is_first = sentence.counts[0] is count and sentence.lower[max(0, at - 2) : at] != ["it", "at"]
    if not 0 < at <= LONGEST_LABEL or not ends_line or not count.is_bare or not is_first or _has_another_verb(sentence, at):
        return None
    unit = _unit_of_line(sentence, at)
    for begin in range(at - 1, -1, -1):
        frame = _listed_at(sentence, begin, at, unit)
        if frame:
            return frame
    return None


def _has_another_verb(sentence: CountedSentence, at: int) -> bool:
    return any(sentence.tags[x] in FINITE and sentence.lower[x] not in sentence.lexicon.verbs for x in range(at))


def _listed_at(sentence: CountedSentence, begin: int, at: int, unit: str) -> Frame | None:
    """The label, state, noun, verb or thing that begins at a word of a line, whichever is listed first."""
    lower, lexicon = sentence.lower, sentence.lexicon
    for table in (lexicon.labels, lexicon.adjectives, lexicon.nouns):
        hit = table.at(lower, begin)
        if table is lexicon.nouns and sentence.tags[begin] == "VBZ":
            continue  # "the number of hikers remains 23"
        if hit is not None and fits(hit[1][0], unit):
            measure = _said_before(sentence, begin, hit[1][0].measure) or hit[1][0].measure
            return Frame(measure, "label", begin, begin + hit[0])
    for trigger in lexicon.verbs.get(lower[begin], ()):
        if trigger.role == "verb" and not trigger.rest and fits(trigger, unit):
            return Frame(trigger.measure, "label", begin, at)
    thing = lexicon.things.at(lower, begin)
    if thing is None or not thing[1].measure:
        return None
    return Frame(_said_before(sentence, begin, thing[1].measure) or thing[1].measure, "label", begin, begin + thing[0])


def _unit_of_line(sentence: CountedSentence, at: int) -> str:
    for x in range(at):
        hit = sentence.lexicon.things.at(sentence.lower, x)
        if hit is not None:
            return hit[1].unit
    return "buildings" if "housing" in sentence.lower[:at] else "people"
