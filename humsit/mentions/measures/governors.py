"""The verb or noun that governs a count from its left.

"killed 12", "pulled seven people alive", "hit homes and two schools", "the deaths of 12".
"""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, BE, NOT, QUOTES, VERBS_AND_MODALS
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame
from humsit.mentions.measures.motion import moves
from humsit.mentions.measures.sought import emptied, sought
from humsit.mentions.measures.triggers import end_of_rest_soon, fits, is_prison, is_same
from humsit.mentions.measures.verbs import COPULAS, is_planned
from humsit.vocabulary.compiled import Phrases, Trigger

FARTHEST_VERB = 6  # words between a verb and the small words before its count
LONGEST_INSERTION = 10
FARTHEST_GIVING = 10
FARTHEST_HOLDER = 20
LONGEST_GOVERNING_NOUN = 4

_BEFORE_A_COUNT = ARTICLES | frozenset(
    "total only all both remaining further another some as also his her its their those these between off just already up "
    "extra additional fresh new initial combined record mere estimated other whole entire".split()
)
_MAY_BE_A_VERB = VERBS_AND_MODALS | {"NN", "NNS", "JJ"}
_BEHIND_A_NOUN = frozenset({"of", "to", "in", "for", "on", "against", "with", "among"})
_SUMS = frozenset({"total", "excess", "estimate"})
_IN_BARE_OBJECT = frozenset({"NN", "NNS", "JJ", "DT", "PRP$", "VBN"})
_SAID_BETTER_BY_A_WAY = frozenset({"displaced", "evacuated", "sheltered", "detained", "assisted"})
_HELPED = frozenset({"assisted", "aid", "sheltered"})
_GIVING = frozenset(
    {"given", "gave", "giving", "gives", "give", "paid", "pay", "paying", "pays", "left", "leaves", "leaving", "brought"}
)
_HOLDERS_OF_THE_SHELTERED = frozenset({"centre", "center", "stadium", "now", "it"})


def governor(sentence: CountedSentence, count: Count, unit: str) -> Frame | None:
    """What the verb or noun before the count says, small words such as "another" or "a total of" let through."""
    touching = _before_insertion(sentence, count.begin)
    at = _before_sum(sentence, _before_small_words(sentence, touching))
    for verb in range(touching - 1, max(-1, at - FARTHEST_VERB), -1):
        frame = _object_of(sentence, verb, touching, count, unit)
        if frame is None and verb < at < touching:
            frame = _object_of(sentence, verb, at, count, unit)
        if frame:
            return frame
    return (
        sought(sentence, at, count, unit)
        or emptied(sentence, at, unit)
        or _recipient(sentence, at, count, unit)
        or _given(sentence, at, unit)
        or _governing_noun(sentence, at, unit)
        or _behind_bare_object(sentence, at, count, unit)
    )


def only_meant(sentence: CountedSentence, count: Count) -> Frame | None:
    """ "met to help 14 million people", "kept aid from reaching 12": help that has reached nobody is of no measure."""
    at = _before_small_words(sentence, count.begin)
    triggers = sentence.lexicon.verbs.get(sentence.word(at - 1), ())
    is_help = any(trigger.measure in _HELPED and not trigger.rest for trigger in triggers)
    before = sentence.word(at - 2)
    is_meant = (before == "to" and sentence.tag(at - 1) in ("VB", "VBP")) or (before == "from" and sentence.tag(at - 1) == "VBG")
    return Frame("other", "only meant", at - 2, at) if is_help and is_meant else None


def _before_insertion(sentence: CountedSentence, at: int) -> int:
    """Before what stands between commas: "the evacuation of, officials say, 400 people", "killed, police said, 12 people"."""
    if sentence.word(at - 1) != ",":
        return at
    for opening in range(at - 2, max(0, at - LONGEST_INSERTION), -1):
        if sentence.lower[opening] == ",":
            before = sentence.lower[opening - 1]
            is_deed = sentence.tags[opening - 1] in ("VBD", "VBN") and BE.isdisjoint(sentence.lower[max(0, opening - 3) :][:3])
            governs = before in ("of", "to") or (before in sentence.lexicon.verbs and is_deed)
            return opening if governs else at
    return at


def _before_small_words(sentence: CountedSentence, at: int) -> int:
    lower, verbs = sentence.lower, sentence.lexicon.verbs
    while at > 0 and (lower[at - 1] in _BEFORE_A_COUNT or sentence.tags[at - 1] == "RB"):
        behind_verb = sentence.word(at - 2) in verbs
        if lower[at - 1] == "off" and not behind_verb:
            break
        if lower[at - 1] == "up" and behind_verb:
            break  # "picked up 12": the word belongs to the verb
        at -= 1
    return at


def _before_sum(sentence: CountedSentence, at: int) -> int:
    """Before "a total of"."""
    if at <= 2 or sentence.lower[at - 1] != "of" or sentence.lower[at - 2] not in _SUMS:
        return at
    at -= 2
    while at > 0 and sentence.lower[at - 1] in ARTICLES:
        at -= 1
    return at


# -- verbs -----------------------------------------------------------------------------------------------------------------------


def _object_of(sentence: CountedSentence, verb: int, at: int, count: Count, unit: str) -> Frame | None:
    """What the verb at `verb` says of its object, which begins at word `at`."""
    if not _acts(sentence, verb):
        return None
    way = moves(sentence, verb, count, unit) if sentence.lower[verb] in sentence.lexicon.movers else None
    frame = _listed_object(sentence, verb, at, count, unit)
    found = way if way and (frame is None or frame.measure in _SAID_BETTER_BY_A_WAY) else frame
    if found and found.measure == "rescued" and not NOT.isdisjoint(sentence.lower[max(0, verb - 2) : verb]):
        return Frame("killed" if sentence.lower[verb] == "save" else "other", "not done", found.i, found.j)
    return Frame("other", "planned", found.i, found.j) if found and is_planned(sentence, verb, found.measure) else found


def _listed_object(sentence: CountedSentence, verb: int, at: int, count: Count, unit: str) -> Frame | None:
    triggers = sentence.lexicon.verbs.get(sentence.lower[verb], [])
    between = tuple(word for word in sentence.lower[verb + 1 : at] if word not in QUOTES)  # had "sent to hell" 12 gunmen
    for trigger in _of_the_noun_first(triggers, count):
        if trigger.role != "verb" or not fits(trigger, unit) or not _says_it_here(sentence, trigger, verb):
            continue
        end = _end_of_phrase(sentence, trigger, between, at, count)
        if end:
            return Frame(trigger.measure, "object", verb, end)
    return None


def _acts(sentence: CountedSentence, verb: int) -> bool:
    """Whether a word may be a verb with an object: not passive, and not what something was "kept from"."""
    if sentence.tags[verb] not in _MAY_BE_A_VERB or _is_passive(sentence, verb):
        return False
    if any(one.counted.i <= verb < one.counted.j for one in sentence.counts):
        return False  # "41 displaced persons and 600 returnees"
    if sentence.tags[verb] in ("NN", "NNS") and sentence.word(verb - 1) in ARTICLES:
        return False  # "in the house 12 people were found"
    return not (sentence.word(verb - 1) == "from" and sentence.tags[verb] == "VBG")  # "kept aid from reaching 1.1 million people"


def _is_passive(sentence: CountedSentence, verb: int) -> bool:
    at = verb - 1
    while sentence.tag(at) == "RB":
        at -= 1
    return sentence.word(at) in COPULAS and sentence.tags[verb] != "VBG" and not sentence.lower[verb].endswith("ing")


def _of_the_noun_first(triggers: list[Trigger], count: Count) -> list[Trigger]:
    thing = count.counted.thing
    if thing is None or not thing.measure:
        return triggers
    return sorted(triggers, key=lambda trigger: trigger.measure != thing.measure)


def _says_it_here(sentence: CountedSentence, trigger: Trigger, verb: int) -> bool:
    is_purpose = sentence.word(verb - 1) == "to" and sentence.tags[verb] in ("VB", "VBP")
    if is_purpose and trigger.measure in _HELPED:
        return False  # "asked donors for money to help 14 million people" has helped nobody yet
    return trigger.words != "hold" or (trigger.measure == "sheltered") == _holds_as_shelter(sentence, verb)


def _holds_as_shelter(sentence: CountedSentence, verb: int) -> bool:
    """ "the schools hold 2,000 people" shelters them, "the rebels hold 2,000 people" and "the prison holds 2,000" detain them."""
    for at in range(max(0, verb - FARTHEST_HOLDER), verb):
        hit = sentence.lexicon.things.at(sentence.lower, at)
        if hit is not None and hit[1].unit in ("facilities", "buildings"):
            return not is_prison(sentence, at)
    if sentence.word(verb - 1) == "it" and _is_said(sentence, verb - 2):
        return False  # "the militia said it held 90 soldiers"
    return sentence.word(verb - 1) in _HOLDERS_OF_THE_SHELTERED


def _is_said(sentence: CountedSentence, at: int) -> bool:
    if sentence.word(at) == "that":
        at -= 1
        if sentence.word(at) == "and":  # "said that it had lost nine men and that it held 90 soldiers"
            return any(word in sentence.lexicon.cues for word in sentence.lower[:at])
    return sentence.word(at) in sentence.lexicon.cues


def _end_of_phrase(sentence: CountedSentence, trigger: Trigger, between: tuple[str, ...], at: int, count: Count) -> int:
    """Where the verb's phrase ends.

    Before the object ("killed", "picked up"), behind it ("pulled … alive"); 0 where it is another phrase.
    """
    if len(between) <= len(trigger.rest) and all(map(is_same, between, trigger.rest)):
        rest = trigger.rest[len(between) :]
        return end_of_rest_soon(sentence, rest, count.end) if rest else at
    asks_for = not trigger.rest and between[-1] == "for" and trigger.measure == "funding"  # "appealed for $20 million"
    return at if asks_for else 0


def _behind_bare_object(sentence: CountedSentence, at: int, count: Count, unit: str) -> Frame | None:
    """ "hit homes and two schools": the first object has no number."""
    if at < 3 or sentence.lower[at - 1] not in ("and", "or"):
        return None
    begin = at - 1
    while begin > 0 and sentence.tags[begin - 1] in _IN_BARE_OBJECT and sentence.lower[begin - 1] not in sentence.lexicon.verbs:
        begin -= 1
    return _object_of(sentence, begin - 1, begin, count, unit) if 0 < begin < at - 1 else None


# -- nouns -----------------------------------------------------------------------------------------------------------------------


def _given(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """ "given seed to 640 households", "paid 2,700 shillings to each of 900 families"."""
    if sentence.lower[max(0, at - 2) : at] == ["each", "of"]:
        at -= 2
    if at < 2 or sentence.lower[at - 1] not in ("to", "for") or unit not in PEOPLE_UNITS:
        return None
    begin = max(0, at - FARTHEST_GIVING)
    if sentence.lexicon.context["relief"].isdisjoint(sentence.lower[begin:at]) and not _names_a_gift(sentence, begin, at):
        return None  # "brought the total to 18" gives nobody anything
    for verb in range(begin, at - 1):
        gives = _is_aid(sentence, verb) and sentence.tags[verb] in VERBS_AND_MODALS
        if gives and "," not in sentence.lower[verb:at]:
            return Frame("assisted", "given to", verb, at)
    return None


def _names_a_gift(sentence: CountedSentence, begin: int, at: int) -> bool:
    """Whether a sum of money or an amount of aid stands between two words."""
    between = [count for count in sentence.counts if begin <= count.begin < at]
    return any(
        sentence.unit_of(count) == "usd" or (count.frame is not None and count.frame.measure == "aid") for count in between
    )


def _recipient(sentence: CountedSentence, at: int, count: Count, unit: str) -> Frame | None:
    """ "gave 900 families a tarpaulin each": who stands between a verb of giving and what is given."""
    if unit not in PEOPLE_UNITS or not _is_aid(sentence, at - 1) or sentence.tags[at - 1] not in VERBS_AND_MODALS:
        return None
    gift = count.end
    is_given = sentence.word(gift) in ARTICLES or gift in sentence.starts_at or sentence.tag(gift) in ("NN", "NNS", "JJ")
    return Frame("assisted", "recipient", at - 1, at) if is_given and not count.is_bare else None


def _is_aid(sentence: CountedSentence, verb: int) -> bool:
    word = sentence.lower[verb]
    return word in _GIVING or any(t.measure == "aid" and t.role == "verb" for t in sentence.lexicon.verbs.get(word, ()))


def _governing_noun(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """ "the deaths of 12", "injuries to 12", "the destruction of nine homes", "the count of people hurt in 12"."""
    if at < 2 or sentence.lower[at - 1] not in _BEHIND_A_NOUN:
        return None
    for width in range(min(LONGEST_GOVERNING_NOUN, at - 1), 0, -1):
        for phrases in (sentence.lexicon.nouns, sentence.lexicon.labels):
            frame = _noun_at(sentence, phrases, at - 1 - width, at, unit)
            if frame:
                return frame
    return None


def _noun_at(sentence: CountedSentence, phrases: Phrases[list[Trigger]], begin: int, at: int, unit: str) -> Frame | None:
    """A listed noun from `begin` up to the count at `at`, the preposition before the count among its words or behind them."""
    hit = phrases.at(sentence.lower, begin)
    if hit is None or begin + hit[0] not in (at - 1, at):
        return None
    holds_preposition = begin + hit[0] == at
    preposition = sentence.lower[at - 1]
    leads = preposition == "of" or (preposition == "to" and phrases is sentence.lexicon.nouns)
    trigger = next((t for t in hit[1] if fits(t, unit)), None) if leads or holds_preposition else None
    return Frame(trigger.measure, "of", begin, at) if trigger else None
