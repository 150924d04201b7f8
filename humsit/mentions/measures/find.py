"""The order in which a count's surroundings are asked what it measures."""

from __future__ import annotations

from humsit.grammar.classes import RELATIVE_PRONOUNS
from humsit.mentions.groups import Counted
from humsit.mentions.measures.carried import carry_over
from humsit.mentions.measures.counts import NOTHING_BEFORE, PEOPLE_UNITS, Before, Count, CountedSentence, Frame
from humsit.mentions.measures.enumerated import enumerate_places
from humsit.mentions.measures.fronted import fronted, population_of, remaining, still_there
from humsit.mentions.measures.governors import governor, only_meant
from humsit.mentions.measures.housed import housed
from humsit.mentions.measures.labels import is_planned_label, label, label_line, leads_up, marked
from humsit.mentions.measures.learned import learned_frame
from humsit.mentions.measures.mixed import settled
from humsit.mentions.measures.money import given_for_relief, price
from humsit.mentions.measures.nouns import (
    is_rate,
    may_be_aid,
    modifier,
    noun_frame,
    noun_wins,
    only_lists,
    share,
    stays_in,
    theme,
    wounds_follow,
)
from humsit.mentions.measures.numbered import numbered
from humsit.mentions.measures.parts import damaged_part, in_kind
from humsit.mentions.measures.persons import befell, is_hurt, is_patient, treated
from humsit.mentions.measures.predicates import acts, behind_as, ended_since, predicate, said_behind, told
from humsit.mentions.measures.to_come import not_yet
from humsit.mentions.measures.triggers import adjective_at
from humsit.mentions.measures.units import name_by_label, units_before_own, units_behind_own
from humsit.mentions.measures.unlikely import is_share_of_noun, is_unlikely, is_whole, named_as
from humsit.mentions.measures.yardsticks import yardstick
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_SAYS_LEAST = frozenset({"sheltered", "in_need", "affected", "infected"})
"""Where people are, what they lack and what they suffer from says less than what is done to them."""

_MAY_BE_OVER = frozenset({"trapped", "missing", "detained", "displaced"})
_ENDS_IT = frozenset({"rescued", "killed", "evacuated", "returned"})
"""What was done with people says more than the state they were in before: "rescued 12 people trapped in a mine"."""
_NO_WOUND = frozenset({"in_need", "infected"})
_GIFTS = ("sen", "lend", "lent", "donat", "ship", "deliver", "flew", "fly")
_OF_HOMES = frozenset({"homes_damaged", "homes_destroyed"})


def find_measures(sentence: Sentence, counts: list[Count], lexicon: Lexicon, before: Before = NOTHING_BEFORE) -> None:
    """Gives each count of a sentence its frame; where no rule knows one, what its words and those `before` make likely."""
    clause = find_frames(sentence, counts, lexicon, before)
    for k, count in enumerate(counts):
        if count.frame is None:
            likely = learned_frame(clause, k)
            if likely is not None and is_unlikely(clause, k, likely):
                continue
            count.frame = given_for_relief(clause, count, befell(clause, count, likely)) if likely else None
    for count in counts:
        if count.frame is not None and not_yet(clause, count, count.frame):
            count.frame = Frame("other", "to come", count.frame.i, count.frame.j)
    _arrive_home(clause)


def _arrive_home(sentence: CountedSentence) -> None:
    """ "saw 900 people come back, bringing arrivals since March to 4,000": arrivals told of behind those who return."""
    returned = False
    for count in sentence.counts:
        frame = count.frame
        if frame is None:
            continue
        returned = returned or frame.measure == "returned"
        if returned and frame.measure == "refugees" and "arrivals" in sentence.lower[frame.i : count.begin]:
            count.frame = Frame("returned", frame.rule, frame.i, frame.j)


def frame_in_unit(sentence: Sentence, count: Count, unit: str, lexicon: Lexicon) -> Frame | None:
    """What the words around a count say of it where it counts in a unit that an earlier sentence named."""
    return _in_unit(CountedSentence(sentence, [count], lexicon), 0, unit)


def find_frames(sentence: Sentence, counts: list[Count], lexicon: Lexicon, before: Before = NOTHING_BEFORE) -> CountedSentence:
    """Gives each count of a sentence the frame that the rules know.

    By its own noun: 400 refugees · 52% of refugees. By a state behind it: 12 dead.
    By what governs it: killed 12 · the deaths of 12. By a label: the toll rose to 12 · Deaths: 12.
    By its predicate: 12 were killed · 12 who had fled.
    By the count before it: three in Homs, two in Hama · including 12 children · to 41 from 17.
    """
    clause = CountedSentence(sentence, counts, lexicon, before)
    for k, count in enumerate(counts):
        name_by_label(clause, count)
        if k and count.is_bare and counts[k - 1].unit not in PEOPLE_UNITS and is_whole(clause, k - 1):
            count.counted = named_as(count, counts[k - 1])
    bare = theme(clause)
    for k, count in enumerate(counts):
        count.frame = _alone(clause, k)
        if count.frame is None and count.is_bare:
            count.frame = bare
        count.frame = settled(clause, count.frame) if count.frame else None
    enumerate_places(clause)
    for k in range(1, len(counts)):
        carry_over(clause, k)
    for count in counts:
        if count.frame is not None:
            count.frame = given_for_relief(clause, count, count.frame)
    return clause


def _alone(sentence: CountedSentence, k: int) -> Frame | None:
    """What one count says by itself."""
    count = sentence.counts[k]
    if length := _length_of_road(sentence, k):
        return length
    if is_rate(sentence, count):
        return Frame("other", "rate", count.begin, count.end)
    if count.quantity.unit == "incidents":
        count.counted = Counted(count.end, count.end, None, "")
        return Frame("attacks", "times", count.begin, count.end)
    if unused := yardstick(sentence, count):
        return unused
    noun = noun_frame(sentence, count)
    if noun and count.counted.thing and count.counted.thing.firm == "yes":
        return noun
    if count.has_part or is_whole(sentence, k):
        says_who = sentence.word(count.end) in RELATIVE_PRONOUNS or sentence.tag(count.end) == "VBN"
        state = adjective_at(sentence, count.end, count.unit, adjacent=True) if sentence.word(count.end + 1) == "," else None
        return noun or state or (predicate(sentence, k, count.unit) if says_who else None)
    if count.unit == "percent":
        return share(sentence, k)
    frame = _by_modifier(sentence, count, _around(sentence, k))
    frame = in_kind(sentence, count, frame) if frame else None
    if frame and is_planned_label(sentence, frame):
        return Frame("other", "to come", frame.i, frame.j)
    if frame and frame.measure == "aid" and not may_be_aid(sentence, count, frame):
        return Frame("other", frame.rule, frame.i, frame.j)
    if frame and only_lists(sentence, frame) and (fled := predicate(sentence, k, count.unit)):
        who = sentence.lower[count.end : fled.i]
        frame = (
            fled if not RELATIVE_PRONOUNS.isdisjoint(who) else frame
        )  # "registered 900 people[, or 90 families,] who had fled"
    if frame and frame.measure == "population" and is_share_of_noun(sentence, count):
        return None
    if noun and noun_wins(sentence, count, noun, frame):
        return None if frame is None and noun.measure == "population" and acts(sentence, k) else noun
    return befell(sentence, count, frame) if frame else None


def _length_of_road(sentence: CountedSentence, k: int) -> Frame | None:
    """ "The flood tore up 48 km of road": what is damaged by its length is no distance."""
    count = sentence.counts[k]
    if count.unit != "km" or not count.counted.group:
        return None
    last = sentence.lexicon.things.at(sentence.lower, count.counted.j - 1)
    return _in_unit(sentence, k, "facilities") if last is not None and last[1].unit == "facilities" else None


def _around(sentence: CountedSentence, k: int) -> Frame | None:
    """What the words around a count say of it."""
    count = sentence.counts[k]
    if frame := numbered(sentence, count) or still_there(sentence, count):
        return frame
    for unit in units_before_own(sentence, k):
        if frame := _in_unit(sentence, k, unit):
            return frame
    frame = _as_home(sentence, k) or _in_unit(sentence, k, sentence.unit_of(count)) or _as_gift(sentence, k)
    if frame is not None or count.counted.i < count.counted.j:
        return frame
    for unit in units_behind_own(sentence, k):
        frame = frame or predicate(sentence, k, unit) or governor(sentence, count, unit) or damaged_part(sentence, count, unit)
    return frame


def _as_home(sentence: CountedSentence, k: int) -> Frame | None:
    """What is done to tents and shelters is done to homes: "the fire consumed 60 tents"."""
    thing = sentence.counts[k].counted.thing
    if thing is None or thing.words not in sentence.lexicon.context["dwelling"]:
        return None
    frame = _in_unit(sentence, k, "buildings")
    return frame if frame and frame.measure in _OF_HOMES else None


def _as_gift(sentence: CountedSentence, k: int) -> Frame | None:
    """What is sent or lent is aid, were it a building where it stands: "Norway sent 40 pumps", "has lent two field hospitals"."""
    count = sentence.counts[k]
    if count.unit not in ("facilities", "vessels"):
        return None
    frame = governor(sentence, count, "other")
    gives = frame is not None and frame.rule == "object" and sentence.lower[frame.i].startswith(_GIFTS)
    return frame if frame and gives and frame.measure == "aid" else None


def _in_unit(sentence: CountedSentence, k: int, unit: str) -> Frame | None:
    count = sentence.counts[k]
    part = damaged_part(sentence, count, unit)
    if part:
        return part
    state = adjective_at(sentence, behind_as(sentence, count.end), unit, adjacent=True)
    if state and (since := ended_since(sentence, state, unit)):
        return since
    if state and state.measure in _MAY_BE_OVER:
        done = governor(sentence, count, unit)
        return done if done and done.measure in _ENDS_IT else said_behind(sentence, state, unit) or state
    if state and not (sentence.tags[state.i] == "IN" and state.measure in _SAYS_LEAST):
        return state  # "reported 12 people dead", "took in 12 people with burns"; but "wounded 12 people in the camp"
    behind = said_behind(sentence, state, unit) if state else None
    if behind:
        return behind
    return (
        (label(sentence, count, unit) if leads_up(sentence, count) else None)
        or told(sentence, k, unit)
        or governor(sentence, count, unit)
        or state
        or label(sentence, count, unit)
        or predicate(sentence, k, unit)
        or label_line(sentence, count)
        or marked(sentence, k, unit)
        or fronted(sentence, count, unit)
        or housed(sentence, count, unit)
        or stays_in(sentence, count, unit)
        or population_of(sentence, count, unit)
        or remaining(sentence, k, unit)
        or only_meant(sentence, count)
        or price(count, unit)
    )


def _by_modifier(sentence: CountedSentence, count: Count, frame: Frame | None) -> Frame | None:
    """ "31 wounded civilians" where nothing else is said of them, or where they were treated; and who is treated for wounds."""
    own = modifier(sentence, count, count.unit)
    is_weak = frame is None or only_lists(sentence, frame) or (frame.measure == "assisted" and own and own.measure == "injured")
    if own and is_weak:
        frame = own
    elif own and frame and frame.measure == "injured" and own.measure in _NO_WOUND:
        return Frame("assisted", frame.rule, frame.i, frame.j)  # "admitted 212 malnourished children"
    if is_patient(count) and (frame is None or frame.measure == "sheltered"):
        measure = "injured" if own or is_hurt(sentence, count) else treated(sentence, count)
        frame = Frame(measure, "modifier", count.counted.i, count.counted.j) if measure else frame
    if frame and frame.measure == "assisted" and (wounds_follow(sentence, count.end) or wounds_follow(sentence, frame.j)):
        return Frame("injured", frame.rule, frame.i, frame.j)
    return frame
