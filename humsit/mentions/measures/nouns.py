"""What the words of the count's own noun phrase say.

"400 refugees", "31 wounded civilians", "52% of refugees", "18,200 people in the shelters".
"""

from __future__ import annotations

from itertools import pairwise

from humsit.grammar.classes import NAMES, POSSESSIVE_ENDINGS
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame
from humsit.mentions.measures.funded import funded
from humsit.mentions.measures.predicates import predicate
from humsit.mentions.measures.triggers import first_fitting, fits

FARTHEST_SHELTER = 4  # words behind "in" among which the noun of a shelter begins
FARTHEST_WOUND = 5
FARTHEST_TREATED = 6  # words of the place where they were treated
FARTHEST_CASES = 3
FARTHEST_DISEASE = 5  # words behind "cases" in which the disease is named

FARTHEST_EXTENT = 4
FARTHEST_LETTING = 14

FARTHEST_LOAD = 6

_CARRIERS = frozenset({"vehicles", "vessels"})
_LOADED = frozenset({"carrying", "laden", "loaded", "stacked", "packed", "bearing", "hauling", "with", "transporting"})
_EXTENTS = frozenset("depth deep height high altitude thick average wide long broad tall across width length".split())
_LETTING_GO = ("swap", "exchang", "releas", "freed", "freeing", "amnest", "pardon", "repatriat")
_LET_GO = frozenset({("let", "go"), ("handed", "over"), ("hand", "over"), ("set", "free"), ("flown", "home"), ("sent", "home")})
_PLACE = NAMES | {"DT", "NN"}
_PARTITIVES = (["of", "the"], ["of", "those"], ["among", "the"])
_DEPLOYS = ("deploy", "mobili", "scrambl", "assign", "sent", "send", "dispatch", "rush")
_OF_A_SERVICE = frozenset(
    "vehicle vehicles aircraft helicopter helicopters plane planes drone drones engines tenders appliances jets choppers".split()
)
_HELD = frozenset({"hostage", "hostages", "captive", "captives"})
_YEARLY = frozenset({"annually", "yearly"})
_EVERY = frozenset({"each", "every", "per"})
_ENDS_RATE = frozenset({",", ";", ":", "(", ")", "while", "but"})
FARTHEST_YEAR = 8  # words between a count and "each year"
_APIECE = frozenset({"a", "an", "per", "each", "every"})
_WAYS_TO_LIST = ("regist", "enrol", "sign", "record", "list")
_WEAKER_THAN_NOUN = {
    "refugees": frozenset({"displaced", "sheltered", "population", "affected", "evacuated"}),
    "detained": frozenset({"sheltered", "population"}),
    "displaced": frozenset({"population"}),
    "aid": frozenset({"funding"}),
    "funding": frozenset({"aid"}),
    "attacks": frozenset({"facilities_damaged"}),
}
"""A noun that says how people came to be where they are outlasts a verb that says what is done for them."""


def noun_frame(sentence: CountedSentence, count: Count) -> Frame | None:
    """What the noun alone says: "400 refugees", "12 deaths"; a ration ("seven litres a day") says nothing."""
    thing = count.counted.thing
    if thing is not None and not thing.measure and thing.unit in _CARRIERS and _carries_relief(sentence, count):
        return Frame("aid", "noun", count.counted.i, count.counted.j)
    if thing is None or not thing.measure:
        return None
    is_none = (
        (thing.measure == "aid" and not may_be_aid(sentence, count))
        or (thing.measure == "distance" and _is_extent(sentence, count))
        or (thing.measure == "detained" and is_let_go(sentence, count))
    )
    if is_none:
        return Frame("other", "noun", count.counted.i, count.counted.j)
    measure = "in_need" if thing.measure == "infected" and _is_of_hunger(sentence, count) else thing.measure
    return Frame(measure, "noun", count.counted.i, count.counted.j)


def _carries_relief(sentence: CountedSentence, count: Count) -> bool:
    """ "nine food lorries", "nine boats with 40 tonnes of millet"."""
    relief = sentence.lexicon.context["relief"]
    if not relief.isdisjoint(sentence.lower[count.counted.i : count.counted.j]):
        return True
    if sentence.word(count.end) not in _LOADED:
        return False
    load = range(count.end + 1, min(count.end + FARTHEST_LOAD, len(sentence.lower)))
    by_weight = any(at in sentence.starts_at and sentence.counts[sentence.starts_at[at]].unit == "tonnes" for at in load)
    return by_weight or not relief.isdisjoint(sentence.lower[at] for at in load)


def may_be_aid(sentence: CountedSentence, count: Count, frame: Frame | None = None) -> bool:
    """A ration ("seven litres a day") and what nobody gives ("90 tonnes of debris", "nine parishes reached …") are none."""
    content = sentence.lower[count.counted.i : count.counted.j]
    thing = count.counted.thing
    is_no_cargo = frame is not None and frame.rule == "subject" and thing and thing.unit == "other" and thing.measure != "aid"
    is_ration = frame is None and sentence.word(count.end) in _APIECE
    is_deployed = frame is not None and sentence.lower[frame.i].startswith(_DEPLOYS) and not _OF_A_SERVICE.isdisjoint(content)
    return not is_ration and not is_no_cargo and not is_deployed and sentence.lexicon.context["no_aid"].isdisjoint(content)


def _is_extent(sentence: CountedSentence, count: Count) -> bool:
    """ "a depth of 18 km", "12 km deep", "6 km average distance": how deep or high something is, no way between two places."""
    before = sentence.lower[max(0, count.begin - FARTHEST_EXTENT) : count.begin]
    return not _EXTENTS.isdisjoint(before) or sentence.word(count.end) in _EXTENTS


def is_let_go(sentence: CountedSentence, count: Count) -> bool:
    """ "exchanged 158 detainees", "900 prisoners are to be freed": prisoners who are let go are counted as nothing."""
    end = count.end + FARTHEST_LETTING
    if not _HELD.isdisjoint(sentence.lower[count.counted.i : count.counted.j]) and ";" in sentence.lower[count.end : end]:
        end = sentence.lower.index(";", count.end)  # "took eleven sailors hostage; none was hurt"
    near = sentence.lower[max(0, count.begin - FARTHEST_LETTING) : end]
    return any(word.startswith(_LETTING_GO) for word in near) or any(pair in _LET_GO for pair in pairwise(near))


def _is_of_hunger(sentence: CountedSentence, count: Count) -> bool:
    """ "nine cases of severe acute malnutrition": no disease that is caught."""
    near = sentence.lower[max(0, count.begin - FARTHEST_CASES) : count.end + FARTHEST_DISEASE]
    return not sentence.lexicon.context["hunger"].isdisjoint(near)


def noun_wins(sentence: CountedSentence, count: Count, noun: Frame, around: Frame | None) -> bool:
    """Whether the noun's own measure outlasts what the words around the count say."""
    inhabitants = noun.measure == "population" and sentence.word(count.begin - 1) in POSSESSIVE_ENDINGS
    if around is None or inhabitants:  # "more than half of Mbau's 24,000 inhabitants"
        return True
    return only_lists(sentence, around) or around.measure in _WEAKER_THAN_NOUN.get(noun.measure, ())


def only_lists(sentence: CountedSentence, frame: Frame) -> bool:
    """Whether a frame says no more than that somebody was written down: "registered 400 refugees"."""
    return frame.measure == "assisted" and sentence.lower[frame.i].startswith(_WAYS_TO_LIST)


def modifier(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """What the word before the noun says: "31 wounded civilians", "nine displaced families", "nine gunshot patients"."""
    lexicon = sentence.lexicon
    for at in range(count.counted.i, count.counted.j - 1):
        if sentence.lower[at] in lexicon.context["wound"] and unit == "people":
            return Frame("injured", "modifier", at, at + 1)
        for trigger in lexicon.verbs.get(sentence.lower[at], ()):
            is_participle = trigger.role == "verb" and not trigger.rest and trigger.form in ("participle", "both")
            if is_participle and fits(trigger, unit):
                return Frame(trigger.measure, "modifier", at, at + 1)
        hit = lexicon.adjectives.at(sentence.lower, at)
        if hit is not None:
            fitting = first_fitting(hit[1], unit)
            return Frame(fitting.measure, "modifier", at, at + hit[0]) if fitting else None
    return None


def share(sentence: CountedSentence, k: int) -> Frame | None:
    """A share of a counted total: "30% of pupils are girls", "70 per cent of the boats are lost", "31 per cent funded"."""
    count = sentence.counts[k]
    thing, after = count.counted.thing, count.quantity.after
    if paid := funded(sentence, count):
        return paid
    if sentence.word(after) != "of" or thing is None:
        return None
    if sentence.word(after + 2) == "body":
        return None  # "burns on 60 per cent of the body"
    if thing.measure:
        return Frame(thing.measure, "share", count.counted.i, count.counted.j)
    return predicate(sentence, k, thing.unit) if thing.unit != "people" else None


def stays_in(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """ "18,200 people in the shelters", where nothing else says what became of them."""
    if unit not in PEOPLE_UNITS or count.counted.of_them or sentence.word(count.end) not in ("in", "at"):
        return None
    begin = count.end + 1
    for at in range(begin, min(begin + FARTHEST_SHELTER, len(sentence.lower))):
        hit = sentence.lexicon.things.at(sentence.lower, at)
        if hit is not None:
            is_shelter = hit[1].words in sentence.lexicon.context["shelter"]
            return Frame("sheltered", "stays in", count.end, at + hit[0]) if is_shelter else None
        if sentence.lower[at] in (",", ".", ";"):
            return None
    return None


def wounds_follow(sentence: CountedSentence, at: int) -> bool:
    """Whether wounds are what people are treated for: "52 people with gunshot wounds", "sought treatment in Keta for cuts"."""
    wound = sentence.lexicon.context["wound"]
    at -= sentence.word(at - 1) in ("with", "for")
    for leads in range(at, min(at + FARTHEST_TREATED, len(sentence.lower))):
        if sentence.lower[leads] in ("with", "for"):
            return not wound.isdisjoint(sentence.lower[leads + 1 : leads + FARTHEST_WOUND])
        if sentence.lower[leads] not in ("in", "at", "there", "today") and sentence.tags[leads] not in _PLACE:
            return False
    return False


def is_rate(sentence: CountedSentence, count: Count) -> bool:
    """ "6,000 people a day", "some 300 deaths due to drowning each year": an average over time is no count."""
    if sentence.word(count.end) in _APIECE and sentence.word(count.end + 1) in sentence.lexicon.time_units:
        return True
    if sentence.lower[:2] in (["every", "year"], ["each", "year"]):
        return True
    for at in range(count.end, min(count.end + FARTHEST_YEAR, len(sentence.lower))):
        if sentence.lower[at] in _ENDS_RATE or sentence.tags[at] == "CD":
            return False
        if sentence.lower[at] in _YEARLY or (sentence.lower[at] == "year" and sentence.word(at - 1) in _EVERY):
            return True
    return False


def theme(sentence: CountedSentence) -> Frame | None:
    """What the bare counts of a sentence are parts of: "Of the dead, nine were found in …"."""
    lower, lexicon = sentence.lower, sentence.lexicon
    if lower[:2] not in _PARTITIVES or len(lower) < 3:
        return None
    state = lexicon.adjectives.at(lower, 2)
    if state is not None and lower[2 + state[0] : 3 + state[0]] == [","]:
        return Frame(state[1][0].measure, "theme", 0, 2 + state[0])
    thing = lexicon.things.at(lower, 2)
    if thing is not None and thing[1].measure and lower[2 + thing[0] : 3 + thing[0]] == [","]:
        return Frame(thing[1].measure, "theme", 0, 2 + thing[0])
    return None
