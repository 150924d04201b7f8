"""The predicate that a count is the subject of: "12 people [in Homs] were killed", "12 who had fled", "12 injured"."""

from __future__ import annotations

from humsit.grammar.classes import BE, FINITE, HAVE, LONG_DASHES, NOUNS, QUOTES, RELATIVE_PRONOUNS, VERBS_AND_MODALS
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.triggers import adjective_at
from humsit.mentions.measures.verbs import VerbGroup, frame_of_group, verb_group

LONGEST_STATE = 12  # words of a state behind which its verb is looked for
MOST_HOPS = 12  # phrases and words that may stand between a count and its predicate
LONGEST_INSERTION = 16
MOST_VERBS = 3  # verbs joined by "and" that are asked

_NO_WOUND = frozenset({"in_need", "infected"})  # who is admitted with it is not injured
_DONE_TO_THEM = frozenset({"assisted", "injured", "evacuated", "rescued", "killed", "returned"})
_BECAME_OF_THEM = _DONE_TO_THEM | {"missing", "detained", "trapped"}
_IS_OR_HAS = BE | HAVE | frozenset("live lives lived living reside resides inhabit dwell depend depends rely relies".split())
_LEADS_TO_PARTS = frozenset({"including", "among"})
_OPENS_CLAUSE = frozenset({"because", "while", "when", "if", "though", "although", "unless", "whereas"})
_PLACING = frozenset({"near", "off", "per"})  # prepositions that the tagger knows as something else
_SKIPPED_TAGS = frozenset({"RB", "RBR", "JJ", "PDT", "JJR"})
_SKIPPED_WORDS = frozenset({"alone", "others", "more"})
_PAST = frozenset({"VBN", "VBD"})
_CLOSES_RELATIVE = frozenset({",", ";", ":", "(", "and", "or", "but", "that", "which", "who"})
_NEGATING = frozenset({"cannot", "never"})
_JOINTS = frozenset({",", "and", "or", "as"}) | LONG_DASHES
_IN_PLACE_PHRASE = NOUNS | {"DT", "PRP$", "JJ", "POS", "IN", "TO", "CC", "RB"}
_SINCE = _IN_PLACE_PHRASE | {"RBR", "JJR", "WP", "WDT"}
_IN_NOUN_PHRASE = NOUNS | {"DT", "PRP$", "JJ", "CD", "POS", "JJS", "PRP", "VBG"}


def predicate(sentence: CountedSentence, k: int, unit: str) -> Frame | None:
    """What the predicate of the k-th count says, counted in this unit; None where it has none or it says no measure."""
    at = predicate_begin(sentence, k, unit)
    if at is None:
        return None
    if sentence.word(at - 1) in RELATIVE_PRONOUNS and (became := _behind_relative(sentence, at, unit)):
        return became
    frame = _said_at(sentence, at, unit)
    if frame and sentence.word(at - 1) in RELATIVE_PRONOUNS and (done := said_behind(sentence, frame, unit)):
        return done  # "those who had been held were flown home"
    behind = _behind_participle(sentence, at) if frame is None or frame.measure == "population" else None
    return (_said_at(sentence, behind, unit) if behind is not None else None) or frame


def _behind_relative(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    """ "Nine men who had gone fishing have not come back", "eight who crossed by boat are yet to be found"."""
    group = verb_group(sentence, at)
    begin = group.j if group else at + 1
    for verb in range(begin, min(begin + LONGEST_STATE, len(sentence.lower))):
        if sentence.lower[verb] in _CLOSES_RELATIVE or sentence.lower[verb] in _OPENS_CLAUSE:
            return None
        if sentence.tags[verb] in FINITE and verb > at:
            frame = _said_at(sentence, verb, unit)
            return frame if frame and frame.measure in _BECAME_OF_THEM else None
    return None


def told(sentence: CountedSentence, k: int, unit: str) -> Frame | None:
    """ "admitted nine sailors had died": behind a verb of saying without "that", what the count's own verb says."""
    count = sentence.counts[k]
    if sentence.tag(count.end) not in FINITE or not sentence.says(sentence.word(count.begin - 1)):
        return None
    return predicate(sentence, k, unit)


def acts(sentence: CountedSentence, k: int) -> bool:
    """Whether the k-th count does or suffers something that no list knows; to be, to have and to live somewhere is neither."""
    at = predicate_begin(sentence, k, sentence.counts[k].unit)
    group = verb_group(sentence, at) if at is not None and sentence.tags[at] in FINITE else None
    return group is not None and (group.passive or sentence.lower[group.main] not in _IS_OR_HAS)


def said_behind(sentence: CountedSentence, state: Frame, unit: str) -> Frame | None:
    """ "900 children with malaria were admitted": the verb behind a state that says less than what is done."""
    for at in range(state.j, min(state.j + LONGEST_STATE, len(sentence.lower))):
        if sentence.tags[at] in FINITE:
            group = verb_group(sentence, at)
            frame = frame_of_group(sentence, group, unit) if group else None
            if frame is None or frame.rule not in ("passive", "way") or frame.measure not in _DONE_TO_THEM:
                return None
            is_sick = state.measure in _NO_WOUND and frame.measure == "injured"
            return Frame("assisted", frame.rule, frame.i, frame.j) if is_sick else frame
        if sentence.tags[at] not in _IN_PLACE_PHRASE or sentence.lower[at] in (",", ";"):
            return None
    return None


def behind_as(sentence: CountedSentence, at: int) -> int:
    """Behind the "as" of "lists 12 people of Keta as missing", where a state begins; the word itself where there is none."""
    end = _behind_noun_phrase(sentence, at + 1) if sentence.word(at) in ("of", "from", "in") else at
    return end + 1 if sentence.word(end) == "as" else at


def ended_since(sentence: CountedSentence, state: Frame, unit: str) -> Frame | None:
    """ "six of the wounded have since died", "two of the missing were found alive": what became of those so named."""
    if sentence.word(state.i - 1) not in ("the", "those", "these"):
        return None
    for at in range(state.j, min(state.j + LONGEST_STATE, len(sentence.lower))):
        is_verb = sentence.tags[at] == "VBN" and sentence.lower[at] in sentence.lexicon.verbs
        if sentence.tags[at] in FINITE or is_verb:
            frame = _said_at(sentence, at, unit)
            return frame if frame and frame.measure in _DONE_TO_THEM and frame.measure != state.measure else None
        if sentence.tags[at] not in _SINCE or sentence.lower[at] in (",", ";", "and"):
            return None
    return None


def _said_at(sentence: CountedSentence, at: int, unit: str) -> Frame | None:
    state = adjective_at(sentence, at, unit)
    if state is not None:
        return state
    group = verb_group(sentence, at)
    for _ in range(MOST_VERBS):
        frame = frame_of_group(sentence, group, unit) if group else None
        if group is None:
            return frame
        if frame is not None:
            return _died_then(sentence, group, unit) or frame
        group = _joined(sentence, group)
    return None


def _died_then(sentence: CountedSentence, group: VerbGroup, unit: str) -> Frame | None:
    """ "wasted away and died", "were shot and killed": the last that befell them."""
    then = _joined(sentence, group) if sentence.word(group.j) in ("and", "then") else None
    frame = frame_of_group(sentence, then, unit) if then else None
    return frame if frame and frame.measure == "killed" else None


def _joined(sentence: CountedSentence, group: VerbGroup) -> VerbGroup | None:
    """The verb that a verb with no measure is joined to: "were stopped, questioned and held"."""
    at = group.j
    while sentence.word(at) in (",", "and", "or", "then") and at < group.j + 2:
        at += 1
    if at == group.j or sentence.tag(at) not in _PAST:
        return None
    if not group.passive:
        return verb_group(sentence, at)
    return VerbGroup(at, at + 1, at, passive=True)


def _behind_participle(sentence: CountedSentence, at: int) -> int | None:
    """The verb that "living in the low-lying quarters of the town" stands before: people living there were evacuated."""
    if sentence.tags[at] != "VBG":
        return None
    for verb in range(at + 1, min(at + LONGEST_INSERTION, len(sentence.lower))):
        if sentence.tags[verb] in FINITE:
            return verb
        if sentence.tags[verb] not in _IN_PLACE_PHRASE or verb in sentence.starts_at:
            return None
    return None


def predicate_begin(sentence: CountedSentence, k: int, unit: str) -> int | None:
    """The word at which the predicate of a count begins: behind places, insertions, pronouns, and counts joined by "and"."""
    at: int | None = sentence.counts[k].end
    for _ in range(MOST_HOPS):
        if at is None or at >= len(sentence.lower):
            return None
        if sentence.lower[at] in _LEADS_TO_PARTS and at + 1 in sentence.starts_at:
            at = _behind_of(sentence, sentence.counts[sentence.starts_at[at + 1]].end)
        elif _begins_state(sentence, sentence.counts[k], at, unit):
            return at
        elif sentence.lower[at] in RELATIVE_PRONOUNS:
            at += 1
        elif sentence.tags[at] in VERBS_AND_MODALS or sentence.lower[at] in _NEGATING:
            return at
        else:
            at = _over(sentence, k, at)
    return None


def _begins_state(sentence: CountedSentence, count: Count, at: int, unit: str) -> bool:
    if adjective_at(sentence, at, unit) is not None:
        return True
    if sentence.lower[at] not in sentence.lexicon.verbs:
        return False
    tag = sentence.tags[at]
    is_participle = tag == "JJ" and sentence.tags[at - 1] == "RB" and at == count.end + 1  # "90 partly burnt"
    return tag in VERBS_AND_MODALS or is_participle or (at == count.end and tag in ("NN", "NNS", "JJ"))


def _over(sentence: CountedSentence, k: int, at: int) -> int | None:
    """Behind what may stand between a count and its predicate; None where the clause is over."""
    word, tag = sentence.lower[at], sentence.tags[at]
    if word in QUOTES:
        return at + 1
    if word == "(":
        return _behind_bracket(sentence, at)
    if word in _JOINTS:
        return _over_joint(sentence, k, at)
    if word in _OPENS_CLAUSE or (word == "since" and _a_past_follows(sentence, at)):
        return None
    if tag in ("IN", "TO") or word in _PLACING:
        return _behind_noun_phrase(sentence, at + 1)
    if tag in _SKIPPED_TAGS or word in _SKIPPED_WORDS or sentence.is_day(at):
        return at + 1
    return None


def _a_past_follows(sentence: CountedSentence, at: int) -> bool:
    """ "since the pumping station was bombed" is a clause; "since the start of the harvest have fled" goes on behind a time."""
    tags = sentence.tags[at : at + LONGEST_INSERTION]
    finite = next((at + n for n, tag in enumerate(tags) if tag in FINITE), -1)
    return finite >= 0 and sentence.lower[finite] not in HAVE


def _over_joint(sentence: CountedSentence, k: int, at: int) -> int | None:
    """Over "and two nurses", ", mostly women,", ", including 12 children,": to the word where the predicate may begin."""
    mark, following = sentence.lower[at], at + 1
    if mark == "," and sentence.word(following) in ("and", "or"):
        following += 1
    if mark == "," and at > sentence.counts[k].end and _acts(sentence, following):
        return following
    if sentence.starts_at.get(following, -1) > k:
        other = sentence.starts_at[following]
        return sentence.counts[other].end if mark == "or" else _over_count(sentence, k, other)
    if mark == "," or mark in LONG_DASHES:
        behind = _behind_insertion(sentence, at)
        if behind is not None:
            return behind
        if sentence.word(following) in RELATIVE_PRONOUNS:
            return following
    if mark in ("and", "or") and sentence.tag(following) in ("NN", "NNS", "JJ", "NNP"):
        return _behind_noun_phrase(sentence, following)
    return None


def _acts(sentence: CountedSentence, at: int) -> bool:
    return sentence.tag(at) in VERBS_AND_MODALS and not sentence.says(sentence.lower[at])


def _over_count(sentence: CountedSentence, k: int, other_k: int) -> int | None:
    """Behind a count that shares the predicate; None where it has one of its own ("12 dead and 30 injured")."""
    other = sentence.counts[other_k]
    has_its_own = adjective_at(sentence, other.end, other.unit, adjacent=True)
    is_apart = other.counted.of_them and sentence.word(other.end) != ","  # "and 230 of those were closed"
    is_part = sentence.counts[k].counted.of_them
    return None if is_part or is_apart or has_its_own else _behind_of(sentence, other.end)


def _behind_insertion(sentence: CountedSentence, at: int) -> int | None:
    """Behind the mark that closes what the mark at `at` opens, if a verb follows it."""
    last = min(len(sentence.lower), at + LONGEST_INSERTION)
    closing = next((x for x in range(at + 1, last) if sentence.lower[x] == sentence.lower[at]), None)
    if closing is None:
        return None
    is_verb = sentence.tag(closing + 1) in VERBS_AND_MODALS or sentence.word(closing + 1) in sentence.lexicon.verbs
    return closing + 1 if is_verb else None


def _behind_bracket(sentence: CountedSentence, at: int) -> int:
    return sentence.lower.index(")", at) + 1 if ")" in sentence.lower[at:] else len(sentence.lower)


def _behind_of(sentence: CountedSentence, at: int) -> int:
    return _behind_noun_phrase(sentence, at + 1) if sentence.word(at) == "of" else at


def _behind_noun_phrase(sentence: CountedSentence, begin: int) -> int:
    at = begin
    while at < len(sentence.lower) and _is_in_noun_phrase(sentence, begin, at):
        at += 1
    return at


def _is_in_noun_phrase(sentence: CountedSentence, begin: int, at: int) -> bool:
    tag = sentence.tags[at]
    if at == begin:
        return tag in _IN_NOUN_PHRASE or tag == "VBN"
    a_verb_follows = tag == "VBG" or (sentence.tags[at - 1] == "CD" and sentence.lower[at] in sentence.lexicon.verbs)
    return tag in _IN_NOUN_PHRASE and not a_verb_follows
