"""Speakers before a verb that no list knows: "the ministry chimed in that 40 …", "the union arrived at a count of 17"."""

from __future__ import annotations

from humsit.grammar.classes import FINITE, NOT, NOUNS, QUOTES, VERBS, VERBS_AND_MODALS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.names import ends_claimant, speaker_named, type_of
from humsit.mentions.speakers.speaker import Attribution, Memory, Speaker
from humsit.mentions.speakers.subjects import subject
from humsit.vocabulary.compiled import Lexicon

FARTHEST_VERB = 5  # words before "that" among which stands the verb: "went on record as saying that"
LONGEST_LABEL = 10  # words before the colon of a quotation
FARTHEST_NUMBER = 3  # words between "of" and the number: "a toll of at least 30"
LONGEST_NOUN_PHRASE = 5  # words of "a somewhat higher figure"

_COUNTS = frozenset(
    "toll tally tallies figure count estimate headcount reckoning calculation projection provisional sum guess guesstimate "
    "approximation".split()
)
_BETWEEN = frozenset({"IN", "RP", "RB", "JJ", "NN", "TO", "PRP", "VB"})
_LIKE_ADJECTIVES = frozenset({"DT", "JJ", "JJR", "JJS", "RB", "VBN", "NN", "PRP$", "CD"})
_BEFORE_NOUN = frozenset({"IN", "RP", "TO", "RB"})
_IDIOMS = frozenset("slip record evidence word impression view belief opinion proof news".split())
_TELLS_NOTHING = frozenset(
    "ensure ensured ensures sure order ordered orders require required requires decide decided decides mean means meant "
    "demand demanded demands recommend recommended recommends so such wish wished provided given now see sees seen saw "
    "arrange arranged arranges rule ruled fix fixed guarantee guaranteed agreed prove proved shows hoped hope hopes "
    "doubt doubts doubted urge urged insist was were been told asked informed pray prayed prays check checked checks "
    "ask asks asking instructed instruct instructs directed direct directs".split()
)
_GIVES = frozenset({"gives", "gave", "give", "has", "have", "had", "offers", "offered", "gets", "got"})
_ACCEPTS = frozenset(
    "hear accept recognise recognize believe buy credit endorse entertain subscribe acknowledge countenance stand swallow".split()
)
_OF_COUNTED = frozenset(
    "dead killed deaths fatalities injured wounded missing drowned victims bodies casualties corpses detained arrested".split()
)
_LISTS = frozenset("books book list lists records record register registers file files rolls roll ledger ledgers".split())
_ENDS = frozenset({"", ".", ",", ";", "and", "but", "while", ")"})
FARTHEST_LIST = 5


def with_framed(sentence: Sentence, found: list[Attribution], memory: Memory, lexicon: Lexicon) -> list[Attribution]:
    """The attributions of a sentence with those whose verb is no known one of saying.

    1. [The ministry] chimed in [that 40 people had died]    2. [The union] settled on [an estimate of 300]
    3. [The charity] gives [29]; [the health office] has [11 deaths on its books]
    """
    label = _before_quotation(sentence, memory, lexicon) if not found else None
    if label is not None:
        memory.meet(label.speaker)
        return [label]
    places = [at for at, word in enumerate(sentence.lower) if word == "that" or word in _COUNTS or word in _GIVES]
    if not places or "CD" not in sentence.tags[places[0] :]:
        return found
    framed = []
    for at in places:
        if any(min(one.begin, one.cue_i) <= at < one.end or not one.opens for one in found):
            continue
        one = _before_clause(sentence, at, memory, lexicon) or _before_count(sentence, at, memory, lexicon)
        one = one or _before_number(sentence, at, memory, lexicon)
        if one is not None:
            framed.append(one)
            memory.meet(one.speaker)
    return sorted([*found, *framed], key=lambda one: one.cue_i) if framed else found


def _before_quotation(sentence: Sentence, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "Head nurse Abla Owusu: “Eleven have burns.”"."""
    colon = sentence.lower.index(":") if ":" in sentence.lower[: LONGEST_LABEL + 1] else 0
    if colon == 0 or sentence.word(colon + 1) not in QUOTES or not VERBS_AND_MODALS.isdisjoint(sentence.tags[:colon]):
        return None
    if type_of(sentence, 0, colon, lexicon) == "unknown":
        return None
    speaker = speaker_named(sentence, 0, colon, memory, lexicon)
    return Attribution(speaker, "reported", colon + 1, len(sentence), 0, colon + 1, opens=True) if speaker is not None else None


def _before_clause(sentence: Sentence, that: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "The governor let slip that 31 …"."""
    if sentence.lower[that] != "that" or FINITE.isdisjoint(sentence.tags[that + 1 :]) or "CD" not in sentence.tags[that:]:
        return None
    if sentence.tag(that - 1) in NOUNS and not _may_be_verb(sentence, that - 1) and sentence.word(that - 1) not in _IDIOMS:
        return None  # "gave out kits that served 400"
    for verb in range(that - 1, max(0, that - FARTHEST_VERB), -1):
        if not _may_be_verb(sentence, verb) and not (verb < that - 1 and ends_claimant(sentence, verb, lexicon)):
            if sentence.tags[verb] not in _BETWEEN:
                return None
            continue
        speaker = _speaker(sentence, verb, memory, lexicon)
        if speaker is not None:
            words = sentence.lower[verb:that]
            if not _TELLS_NOTHING.isdisjoint(words) or any(not cue.rest for word in words for cue in lexicon.cues.get(word, ())):
                return None
            return _said(sentence, speaker, verb, that + 1)
    return None


def _before_count(sentence: Sentence, noun: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "The union came up with a somewhat higher tally of 62 dead"."""
    if sentence.lower[noun] not in _COUNTS or sentence.word(noun + 1) not in ("of", "at"):
        return None
    if "CD" not in sentence.tags[noun + 2 : noun + 2 + FARTHEST_NUMBER]:
        return None
    at = noun
    while at > 0 and noun - at < LONGEST_NOUN_PHRASE and sentence.tags[at - 1] in _LIKE_ADJECTIVES:
        at -= 1
        if sentence.tags[at] in ("DT", "PRP$"):
            break
    if sentence.tags[at] not in ("DT", "PRP$"):
        return None
    while sentence.tag(at - 1) in _BEFORE_NOUN:
        at -= 1
    verb = at - 1
    speaker = _speaker(sentence, verb, memory, lexicon) if _may_be_verb(sentence, verb) else None
    if speaker is None:
        return None
    said = _said(sentence, speaker, verb, noun + 1)
    if sentence.lower[verb] in _ACCEPTS and not NOT.isdisjoint(sentence.lower[max(0, verb - 2) : verb]):
        said.stance = "denied"  # "would not hear of a toll of 300"
    return said


def _before_number(sentence: Sentence, verb: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "The charity gives 29", "the clinic has 61 dead", "the health office has 11 deaths on its books"."""
    end = verb + 1
    if sentence.lower[verb] not in _GIVES or sentence.tag(end) != "CD":
        return None
    while sentence.tag(end) == "CD":
        end += 1
    behind = sentence.lower[end : end + FARTHEST_LIST + 2]
    listed = any(
        word in _LISTS and behind[at - 1 : at] in (["its"], ["their"], ["his"], ["her"], ["the"])
        for at, word in enumerate(behind)
    )
    gives = not sentence.lower[verb].startswith("ha") and sentence.word(end) in _ENDS
    if not (listed or gives or sentence.word(end) in _OF_COUNTED):
        return None
    speaker = _speaker(sentence, verb, memory, lexicon)
    return _said(sentence, speaker, verb, verb + 1) if speaker is not None else None


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    return at > 0 and not sentence.is_capital(at) and (sentence.tags[at] in VERBS or sentence.lower[at].endswith("ed"))


def _speaker(sentence: Sentence, verb: int, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """Who the subject of the verb is, where that is a body or person who may speak."""
    words = subject(sentence, verb, lexicon)
    if words is None:
        return None
    begin, end = words
    if type_of(sentence, begin, end, lexicon) == "unknown" or not _is_headed(sentence, begin, end, lexicon):
        return None
    return speaker_named(sentence, begin, end, memory, lexicon)


def _is_headed(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the noun that heads the name may speak: "the ministry of health"; not "the army's advance"."""
    if not sentence.tags[end - 1].startswith("NNP") and not ends_claimant(sentence, end, lexicon):
        return any(
            ends_claimant(sentence, at, lexicon) for at in range(begin + 1, end) if sentence.word(at) in ("of", "for", "in")
        )
    return True


def _said(sentence: Sentence, speaker: Speaker, verb: int, start: int) -> Attribution:
    return Attribution(speaker, "reported", start, len(sentence), verb, start, opens=True)
