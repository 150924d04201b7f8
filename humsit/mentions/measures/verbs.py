"""Verb groups and what they say of their subject.

"were killed", "have fled", "are feared dead", "are believed to have fled", "did not survive".
"""

from __future__ import annotations

from dataclasses import dataclass

from humsit.grammar.classes import BE, HAVE, NOT, VERBS_AND_MODALS
from humsit.mentions.measures.counts import PEOPLE_UNITS, CountedSentence, Frame
from humsit.mentions.measures.motion import goes, goes_abroad, is_moved, leads_nowhere
from humsit.mentions.measures.triggers import adjective_at, end_of_rest, fits, is_prison, verb_at

FARTHEST_BUILDING = 6  # words behind "in" among which a building's noun begins ("in tents behind the school")

COPULAS = BE | {"get", "got", "gets", "become", "became", "'s", "remain", "remained", "remains", "stay", "stayed"}
_AUXILIARIES = COPULAS | HAVE
_IS_SOMEWHERE = frozenset({"are", "were", "is", "was", "been", "remain", "remained"})
_LEADS_TO_STATE = COPULAS | {"left", "go", "went", "gone", "lie", "lies", "lay", "lying", "sat", "sit"}
_MAKES_A_STATE = frozenset({"left", "made", "rendered", "found", "find"})
_SELVES = frozenset({"themselves", "himself", "herself", "itself"})
_SAID_OF_A_STATE = _MAKES_A_STATE | {"found", "reported", "said", "believed", "confirmed", "feared", "thought", "known", "listed"}
_SAID_BETTER_BY_A_WAY = frozenset({"displaced", "evacuated", "sheltered", "population", "assisted", "affected"})
_OF_WAYS = frozenset({"returned", "displaced"})
_REFUGE = frozenset({"refuge", "shelter", "cover", "sanctuary"})
_MAY_BE_TO_COME = frozenset(
    "displaced refugees evacuated returned sheltered killed injured detained rescued population assisted".split()
)
_MAY = frozenset({"may", "might", "could"})
_REAL = frozenset({"have", "be", "not", "n't", "only"})
_TO_COME = frozenset(
    "will would shall should planned plan plans expected likely due set intend intends intended "
    "hope hopes want wants refused supposed hoped hoping planning intending aim aims aimed aiming seek seeks wanted expects "
    "attempt attempted attempting try tries tried trying fail fails failed unable struggled scheduled promised pledged "
    "vowed".split()
)
_ABLE = frozenset({"can", "could", "cannot", "ca"})
_NEGATIONS = NOT | {"cannot", "never"}
_AFTER_AN_OBJECTLESS_PARTICIPLE = frozenset({"DT", "PRP$", "PRP", "CD", "NNP", "NN", "NNS", "$"})
"""Tags of words that a participle may act on: "killed the", "killed 12"."""


@dataclass(slots=True)
class VerbGroup:
    """A verb group: its words [i, j), its main verb, whether it is passive."""

    i: int
    j: int
    main: int
    passive: bool


def verb_group(sentence: CountedSentence, begin: int) -> VerbGroup | None:
    """The verb group that begins at a word, adverbs in between let through.

    "are said to have gone home" is active: what counts stands behind "to".
    """
    lower, tags = sentence.lower, sentence.tags
    at, main = begin, -1
    auxiliaries: list[str] = []
    while at < len(lower):
        if _goes_on(sentence, at, main):
            if main >= 0:
                auxiliaries.append(lower[main])
            main = at
            if tags[at] == "VBG" and not auxiliaries and lower[at] not in ("having", "being"):
                break
        elif main >= 0 and tags[at] == "TO" and sentence.tag(at + 1) == "VB":
            if _asks_for_infinitive(sentence, main, at):
                break
            auxiliaries, main = ["to"], at
        elif not (tags[at] in ("RB", "RBR") or lower[at] in _NEGATIONS):
            break
        at += 1
    if main < 0:
        return None
    passive = not COPULAS.isdisjoint(auxiliaries) and _is_past(sentence, main)
    return VerbGroup(begin, main + 1, main, passive)


def _asks_for_infinitive(sentence: CountedSentence, main: int, at: int) -> bool:
    """Whether a listed verb has the infinitive among its own words: "were ordered to leave", "failed to return"."""
    word, lexicon = sentence.lower[main], sentence.lexicon
    triggers = (*lexicon.verbs.get(word, ()), *lexicon.negated.get(word, ()))
    return any(trigger.rest and end_of_rest(sentence, trigger, main + 1) > at for trigger in triggers)


def _goes_on(sentence: CountedSentence, at: int, main: int) -> bool:
    """Whether a verb group whose main verb so far is `main` goes on with the word at `at`."""
    tag, word = sentence.tags[at], sentence.lower[at]
    if tag in VERBS_AND_MODALS:
        is_object = (
            main >= 0 and tag in ("VBZ", "VBP") and sentence.lower[main] not in _AUXILIARIES and sentence.tags[main] != "MD"
        )
        return not is_object and not _begins_another(sentence, at, main)  # "suffered cracks"
    if word not in sentence.lexicon.verbs:
        return False
    if main >= 0 and sentence.tags[main] == "MD" and tag in ("NN", "JJ"):
        return any(trigger.form == "base" for trigger in sentence.lexicon.verbs[word])  # "could slide into famine"
    behind_auxiliary = main < 0 or (sentence.lower[main] in COPULAS and _may_be_participle(sentence, word))  # but "got aid"
    return word in _AUXILIARIES or (behind_auxiliary and tag in ("NN", "NNS", "JJ", "IN"))


def _begins_another(sentence: CountedSentence, at: int, main: int) -> bool:
    """Whether a verb opens the main clause behind one that has ended: "that nine were killed [was] not correct"."""
    if main < 1 or sentence.tags[main] != "VBN" or sentence.lower[main] in _AUXILIARIES:
        return False
    if sentence.lower[main - 1] not in _AUXILIARIES or sentence.tags[at] not in ("VBD", "VBN"):
        return False
    return sentence.lower[at] in _AUXILIARIES | {"did"} or sentence.lower[at - 1] in _NEGATIONS


def _may_be_participle(sentence: CountedSentence, word: str) -> bool:
    return any(trigger.form not in ("base", "third", "past") for trigger in sentence.lexicon.verbs[word])


def _is_past(sentence: CountedSentence, at: int) -> bool:
    if sentence.tags[at] in ("VBN", "VBD", "JJ"):
        return True
    return any(trigger.form in ("both", "participle") for trigger in sentence.lexicon.verbs.get(sentence.lower[at], ()))


def frame_of_group(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    """What a verb group says of its subject.

    1. a state inside it: "are feared dead", "remain trapped"    2. negated: "did not survive"
    3. staying somewhere that is no home: "are living in schools"    4. made so: "were left homeless"
    5. a verb that asks for words of its own: "lost their lives"    6. passive: "were killed", "are believed to have fled"
    7. active: "have fled"    8. a state behind it: "are still missing", "are living in need"
    Before 5 to 8, and stronger where it says more: where they went or were taken ("trooped home", "were bused out").
    """
    frame = _frame_of_group(sentence, group, unit)
    to_come = frame and frame.measure in _MAY_BE_TO_COME and _is_to_come(sentence, group)
    return Frame("other", "to come", frame.i, frame.j) if frame and to_come else frame


def _is_to_come(sentence: CountedSentence, group: VerbGroup) -> bool:
    """ "will be moved", "may flee", "are expected to return": it has not happened; but "may have fled", "could be trapped"."""
    before = sentence.lower[group.i : group.main]
    may = not _MAY.isdisjoint(before) and _REAL.isdisjoint(before)
    return may or not _TO_COME.isdisjoint(before)


def is_planned(sentence: CountedSentence, verb: int, measure: str) -> bool:
    """Whether a verb with an object is only meant: "plans to move 900 people", "will evacuate 900 people"."""
    before = sentence.lower[max(0, verb - 2) : verb]
    is_meant = bool(before) and (before[-1] == "to" or before[-1] in _TO_COME or before[-1] in _MAY)
    return measure in _MAY_BE_TO_COME and is_meant and not (_TO_COME | _MAY).isdisjoint(before)


def _frame_of_group(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    state = _state_inside(sentence, group, unit)
    if state is not None:
        return state
    if not _NEGATIONS.isdisjoint(sentence.lower[group.i : group.j]):
        return _negated(sentence, group, unit)
    stays = _stays(sentence, group) if unit in PEOPLE_UNITS else None
    if stays is not None:
        return stays
    way = (is_moved(sentence, group.main, unit) if _is_acted_on(sentence, group) else None) or goes(sentence, group.main, unit)
    frame = _listed(sentence, group, unit)
    if way is not None and (frame is None or frame.measure in _SAID_BETTER_BY_A_WAY or _leads_back(frame, way)):
        return way
    if frame is not None and frame.measure in _OF_WAYS and leads_nowhere(sentence, frame.j):
        return Frame("other", "no way", frame.i, frame.j)  # "went back to work"
    return goes_abroad(sentence, frame) if frame is not None else None


def _leads_back(frame: Frame, way: Frame) -> bool:
    return (frame.measure, way.measure) == ("refugees", "returned")


def _made(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """The state behind "left", "found themselves"."""
    return adjective_at(sentence, at + (sentence.word(at) in _SELVES), unit)


def _is_acted_on(sentence: CountedSentence, group: VerbGroup) -> bool:
    return group.passive or (sentence.tags[group.main] == "VBN" and group.main == group.i)


def _listed(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    return (
        (_made(sentence, group.j, unit) if sentence.lower[group.main] in _MAKES_A_STATE else None)
        or _phrase(sentence, group, unit)
        or _passive(sentence, group, unit)
        or _active_or_state(sentence, group, unit)
    )


def _active_or_state(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    """ "have fled", "are still missing"; whoever remains somewhere is its population only where no state follows."""
    active = _active(sentence, group, unit)
    is_weak = active is None or active.measure == "population"
    return (_state_behind(sentence, group, unit) if is_weak else None) or active


def _state_inside(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    for at in range(group.i, group.j):
        state = adjective_at(sentence, at, unit)
        if state and (at > group.i or sentence.lexicon.verbs.get(sentence.lower[at]) is None):
            return state
    return None


def _negated(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    """ "did not survive", "have not been found"; whoever "has not returned" has no measure, nor who did not (but could) leave."""
    able = not _ABLE.isdisjoint(sentence.lower[group.i : group.main])
    for trigger in sentence.lexicon.negated.get(sentence.lower[group.main], ()):
        end = end_of_rest(sentence, trigger, group.main + 1) if fits(trigger, unit) else 0
        is_wrong_voice = (trigger.role == "verb") is not group.passive
        if end and not is_wrong_voice and (able or trigger.measure != "trapped"):
            return Frame(trigger.measure, "negated", group.main, end)
    return None


def _stays(sentence: CountedSentence, group: VerbGroup) -> Frame | None:
    """ "are living in schools", "sleep in tents behind the school".

    Whoever stays in a building that is no home is sheltered there.
    """
    context, begin, main = sentence.lexicon.context, group.j, sentence.lower[group.main]
    stays = main in _IS_SOMEWHERE or main in context["staying"]
    if sentence.word(begin) in _REFUGE:
        stays, begin = True, begin + 1  # "took refuge in a church"
    if not stays or sentence.word(begin) not in ("in", "at", "under", "inside"):
        return None
    state = adjective_at(sentence, begin, "people")
    if state is not None:
        return state  # "sleep in tents", "live in need": listed as it stands
    for at in range(begin + 1, min(begin + FARTHEST_BUILDING, len(sentence.lower))):
        if sentence.lower[at] in (",", ";", "."):
            return None
        if is_prison(sentence, at):
            return Frame("detained", "stays in", group.main, at + 1)  # "are in Keta's prisons"
        hit = sentence.lexicon.things.at(sentence.lower, at)
        if hit is None or hit[1].words in context["no_shelter"]:
            continue
        if hit[1].unit == "facilities" or hit[1].words in context["shelter"]:
            return Frame("sheltered", "stays in", group.main, at + hit[0])
    return None


def _phrase(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    frame = verb_at(sentence, group.main, unit, as_object=False)
    return frame if frame and frame.j > group.main + 1 else None


def _passive(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    bare_participle = sentence.tags[group.main] in ("VBN", "VBD") and group.main == group.i
    if group.passive or (bare_participle and _has_no_object(sentence, group.j)):
        frame = verb_at(sentence, group.main, unit, as_object=True)
        if frame:
            return frame
    if group.passive and sentence.lower[group.main] in _SAID_OF_A_STATE:
        return adjective_at(sentence, group.j, unit) or _infinitive(sentence, group.j, unit)
    return None


def _has_no_object(sentence: CountedSentence, at: int) -> bool:
    """Whether nothing stands behind a participle that it could act on ("17 killed and", "12 injured.", "12 killed Friday")."""
    if at >= len(sentence.lower) or sentence.is_day(at):
        return True
    return not sentence.sentence.words[at][0].isupper() and sentence.tags[at] not in _AFTER_AN_OBJECTLESS_PARTICIPLE


def _infinitive(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """ "are believed to have fled", "known to have died"."""
    group = verb_group(sentence, at + 1) if sentence.word(at) == "to" else None
    return frame_of_group(sentence, group, unit) if group else None


def _active(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    if group.passive and sentence.tags[group.main] != "VBG":
        return None
    return verb_at(sentence, group.main, unit, as_object=False)


def _state_behind(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    at, main = group.j, sentence.lower[group.main]
    if main in _LEADS_TO_STATE:
        while sentence.tag(at) == "RB" and sentence.lexicon.adjectives.at(sentence.lower, at) is None:
            at += 1  # "are still missing"
        return adjective_at(sentence, at, unit)
    return adjective_at(sentence, at, unit) if main in ("living", "staying") and sentence.tags[group.main] == "VBG" else None
