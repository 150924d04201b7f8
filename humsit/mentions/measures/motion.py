"""Where people go, or are taken or driven, says what they are.

Home: returned. Across a border: refugees. To safety: evacuated. Out of the rubble: rescued. Into the bush: displaced.
The verb is one of the kinds of verbs of motion; the words for the way stand behind it, or behind its object.
"""

from __future__ import annotations

from collections.abc import Iterator

from humsit.grammar.classes import FINITE, POSSESSIVE_PRONOUNS, VERBS_AND_MODALS
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame
from humsit.mentions.measures.triggers import first_fitting
from humsit.vocabulary.compiled import Trigger

LONGEST_WAY = 14  # words behind a verb or its object that are looked at
FARTHEST_PERIL = 5  # words behind "from" among which what people are saved from stands
FARTHEST_NATION = 4
SHORTEST_PLURAL = 3

_CLAUSE_ENDS = frozenset(
    ", ; . : ( – — ! ? as while after before when where since because who which that whom but amid following".split()
)
_BY_SUBJECT = ("going", "streaming")
_BY_OBJECT = ("taking", "conveying", "driving")
_SAYS_MORE = frozenset({"refugees", "rescued", "returned"})
_MAKES = frozenset({"make", "makes", "made", "making"})
_PARTICLES = frozenset({"IN", "RB", "RP"})
_BETWEEN_VERB_AND_OBJECT = _PARTICLES | {"DT", "JJ", "JJR", "JJS", "PRP$", "PDT"}
_INTO = frozenset({"to", "into", "for", "towards", "toward"})
_OUT = frozenset({"from", "of", "off", "under", "beneath", "inside", "through", "aboard"})
_OTHER_WAYS = frozenset({"to", "into", "by", "with", "aboard", "in", "on"})
_ARRIVES = frozenset(
    "arrive arrives arrived arriving enter enters entered entering come comes came coming cross crosses crossed crossing".split()
)
_ZONES = frozenset({"zone", "zones", "area", "areas", "plain", "plains", "belt", "path", "bank", "banks", "front", "district"})
_REFUGE = frozenset({"refuge", "safety", "shelter", "protection", "sanctuary"})
_SIDES = frozenset({"side", "bank", "soil", "territory", "border", "shore"})


def goes(sentence: CountedSentence, main: int, unit: str) -> Frame | None:
    """What a verb of motion and its way say of its subject: "trooped home", "poured over the border"."""
    return _moved(sentence, main, _behind_way_noun(sentence, main), _BY_SUBJECT, unit)


def is_moved(sentence: CountedSentence, main: int, unit: str) -> Frame | None:
    """What a verb of moving others says of its passive subject: "were bused out", "have been driven over the border"."""
    return _moved(sentence, main, main + 1, _BY_OBJECT, unit)


def moves(sentence: CountedSentence, verb: int, count: Count, unit: str) -> Frame | None:
    """What a verb of moving others says of its object: "carried 650 villagers out of the town", "sent home 40 men"."""
    if not 0 < count.begin - verb <= FARTHEST_NATION:
        return None
    between = sentence.tags[verb + 1 : count.begin]
    if not _BETWEEN_VERB_AND_OBJECT.issuperset(between):
        return None
    if between and between[0] in _PARTICLES:
        if count.is_bare:
            return None
        behind = _moved(sentence, verb, count.end, _BY_OBJECT, unit)  # "brought out six people alive"
        return behind if behind and behind.measure in _SAYS_MORE else _moved(sentence, verb, verb + 1, _BY_OBJECT, unit)
    return _moved(sentence, verb, count.end, _BY_OBJECT, unit)


def goes_abroad(sentence: CountedSentence, frame: Frame) -> Frame:
    """The displaced whose way leads into another country are refugees: "fled to Chad"."""
    if frame.measure != "displaced" or frame.rule == "noun":
        return frame
    end = _abroad(sentence, frame.i, frame.i + 1) or _refuge_abroad(sentence, frame)
    return Frame("refugees", frame.rule, frame.i, end) if end else frame


def _refuge_abroad(sentence: CountedSentence, frame: Frame) -> int:
    """Where the country ends in which those from another seek refuge: "people from Ghana sought refuge in Togo"; 0 for none."""
    if _REFUGE.isdisjoint(sentence.lower[frame.i : frame.j + 1]):
        return 0
    begin = max((count.end for count in sentence.counts if count.end <= frame.i), default=0)
    left = next((at for at in range(begin, frame.i) if sentence.lower[at] == "from"), frame.i)
    here = [end for at in range(left + 1, frame.i) if (end := _nation(sentence, at))]  # "the Islamic Republic of Iran"
    there = [end for at in _clause(sentence, frame.i + 1) if sentence.lower[at] == "in" and (end := _nation(sentence, at + 1))]
    if not here and (end := _among_others(sentence, begin)):
        return end
    if not here or not there:
        return 0
    return there[0] if sentence.lower[here[0] - 1] != sentence.lower[there[0] - 1] else 0


def _among_others(sentence: CountedSentence, end: int) -> int:
    """ "Ghana's office says 900 Togolese have taken refuge in Ho": who are told of by another country's speaker; 0 for none."""
    count = next((one for one in sentence.counts if one.end == end), None)
    if count is None:
        return 0
    nations = sentence.lexicon.nations
    counted = [hit[1].name for at in range(count.counted.i, count.counted.j) if (hit := nations.at(sentence.lower, at))]
    capital = (at for at in range(count.begin) if sentence.sentence.is_capital(at))
    told = [hit[1].name for at in capital if (hit := nations.at(sentence.lower, at))]
    return end if counted and told and set(counted).isdisjoint(told) else 0


def _moved(sentence: CountedSentence, verb: int, begin: int, kinds: tuple[str, ...], unit: str) -> Frame | None:
    of_verb = sentence.lexicon.movers.get(sentence.lower[verb], frozenset())
    if begin > verb + 1 and kinds == _BY_SUBJECT:
        of_verb = frozenset({"going"})  # "made their way", whatever the verb is
    if unit not in PEOPLE_UNITS:
        return None
    if of_verb.isdisjoint(kinds):
        return _over_border(sentence, verb, begin) if kinds == _BY_SUBJECT else None
    found: Frame | None = None
    for kind in kinds:
        if kind in of_verb:
            for frame in _ways(sentence, verb, begin, kind, unit):
                found = _stronger(found, frame)
    if not of_verb.isdisjoint(("going", "streaming", "driving")):
        end = _abroad(sentence, verb, begin)
        found = _stronger(found, Frame("refugees", "way", verb, end)) if end else found
    if not of_verb.isdisjoint(("taking", "conveying")):
        end = _out_of_peril(sentence, begin)
        found = _stronger(found, Frame("rescued", "way", verb, end)) if end else found
    return found


def _over_border(sentence: CountedSentence, verb: int, begin: int) -> Frame | None:
    """Whoever does anything "into Ethiopia" or "across the border" has gone there, though the verb is not listed."""
    word, lexicon = sentence.lower[verb], sentence.lexicon
    if word in lexicon.verbs or word in lexicon.cues or not sentence.tags[verb].startswith("V"):
        return None
    for at in _clause(sentence, begin):
        if sentence.lower[at] == "into" and (end := _nation(sentence, at + 1)):
            return Frame("refugees", "way", verb, end)
        over = lexicon.ways["going"].at(sentence.lower, at) if sentence.lower[at] in ("across", "over", "into") else None
        if over is not None and over[1][0].measure == "refugees":
            return Frame("refugees", "way", verb, at + over[0])
    return None


def _stronger(one: Frame | None, other: Frame) -> Frame:
    return other if one is None or (one.measure not in _SAYS_MORE and other.measure in _SAYS_MORE) else one


def _behind_way_noun(sentence: CountedSentence, main: int) -> int:
    """Behind "made their way", "made it"."""
    if sentence.word(main + 1) in POSSESSIVE_PRONOUNS and sentence.word(main + 2) == "way":
        return main + 3
    if sentence.word(main + 1) == "it" and sentence.lower[main] in _MAKES:
        return main + 2
    return main + 1


def _clause(sentence: CountedSentence, begin: int) -> Iterator[int]:
    """The words of the clause from a word on."""
    for at in range(begin, min(begin + LONGEST_WAY, len(sentence.lower))):
        word, tag = sentence.lower[at], sentence.tags[at]
        ends = (
            (word in _CLAUSE_ENDS and sentence.word(at + 1) != "far")
            or (tag in FINITE and at > begin)
            or (at in sentence.starts_at and at > begin)
        )
        if ends or (word == "and" and sentence.tag(at + 1) in VERBS_AND_MODALS):
            return
        yield at


def _ways(sentence: CountedSentence, verb: int, begin: int, kind: str, unit: str) -> Iterator[Frame]:
    ways = sentence.lexicon.ways[kind]
    for at in _clause(sentence, begin):
        hit = ways.at(sentence.lower, at) if sentence.lower[at] in ways else None
        trigger = first_fitting(hit[1], unit) if hit else None
        if hit and trigger and not (_may_be_no_flight(trigger, kind) and leads_nowhere(sentence, at + hit[0])):
            yield Frame(trigger.measure, "way", verb, at + hit[0])


def _may_be_no_flight(trigger: Trigger, kind: str) -> bool:
    return kind in _BY_SUBJECT or trigger.measure == "returned"


def leads_nowhere(sentence: CountedSentence, at: int) -> bool:
    """ "back to work", "into the streets": no way that people in flight take."""
    way = sentence.lower[at : at + 3]
    if way[:1] == [","]:
        return False  # "fled, the office says"
    words = {word[:-1] if word.endswith("s") and len(word) > SHORTEST_PLURAL else word for word in way}
    return not sentence.lexicon.context["no_way"].isdisjoint(words.union(way))


def _abroad(sentence: CountedSentence, verb: int, begin: int) -> int:
    """Where the name of the country stands that a way leads into, or that those who arrive come from; 0 for none."""
    into = _INTO | {"from"} if sentence.lower[verb] in _ARRIVES else _INTO
    for at in _clause(sentence, begin):
        if sentence.lower[at] in into and (end := _nation(sentence, at + 1)):
            return end
    return 0


def _nation(sentence: CountedSentence, begin: int) -> int:
    """Where a country's name, or "the Rwandan side", ends; 0 where none is named soon."""
    for at in range(begin, min(begin + FARTHEST_NATION, len(sentence.lower))):
        nation = sentence.lexicon.nations.at(sentence.lower, at)
        if nation is not None and sentence.sentence.words[at][0].isupper():
            is_land = nation[1].form == "name" or (nation[1].form == "adjective" and sentence.word(at + nation[0]) in _SIDES)
            return at + nation[0] if is_land else 0
        if sentence.tags[at] not in ("DT", "JJ", "VBG", "NN", "RB", "RBR"):
            return 0
    return 0


def _out_of_peril(sentence: CountedSentence, begin: int) -> int:
    """Where the peril stands that people are taken from: "from the rubble", "off the roof of a school"; 0 for none."""
    peril = sentence.lexicon.context["peril"]
    for at in _clause(sentence, begin):
        if sentence.lower[at] in _OUT and sentence.word(at - 1) != "away":
            for end in range(at + 1, min(at + 1 + FARTHEST_PERIL, len(sentence.lower))):
                word = sentence.lower[end]
                if word in _CLAUSE_ENDS or word in _OTHER_WAYS:
                    break
                if sentence.word(end + 1) in _ZONES:
                    break  # "out of the flood zone"
                if word in peril or (word.endswith("s") and word[:-1] in peril):
                    return end + 1
    return 0
