"""What is said of water, power, convoys, roads, a ceasefire: a service with a word for its state.

The state stands before it ("no water", "cut the power"), behind it ("supplies are running low", "phones and internet have been
switched off"), or is carried over from the service before ("no water or power").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from humsit.grammar.classes import NOUNS
from humsit.mentions.holding import TURNED, Chain, Found, chain_of, is_in_chain
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Phrases, Service, ServiceState

FARTHEST_STATE = 10  # words between a service and its state ("power in most of the city is out")
FARTHEST_STATE_BEFORE = 6
FARTHEST_UNREAL = 6
LONGEST_SERVICE_LIST_GAP = 4
FARTHEST_AGAIN = 4  # "full of millet again"
FARTHEST_NONE = 3  # "not a single call has gone out"
FARTHEST_OWNER = 3  # "the price of diesel": not the diesel

_SAME, _LEAVING, _AID = "same", "evacuation_blocked", "aid_blocked"
_LISTS_SERVICES = frozenset("or and , running clean the any nor no both / &".split())
_ENDS_STATE = frozenset({";", ".", "but", "while", "because", "as"})
_JOINS = frozenset({"and", "or", ",", "nor"})
_OF_ANOTHER_NOUN = frozenset({"of", "in", "for", "to", "has", "have"})
_NOT_ITS_SUBJECT = frozenset(
    "for with by about against without from on than into like to at near around outside under behind in through".split()
)
_MEASURED = frozenset(
    "stock stocks supply supplies reserve reserves source sources kind kinds form forms bag bags sack sacks last rest most all "
    "none some out lack shortage drop grain flow movement delivery deliveries trucks convoy convoys kilo litre litres".split()
)
_PARTICIPLES = frozenset({"participle", "both"})
_NONE = frozenset({"no", "not", "neither", "nor"})
_RELATIVE = frozenset({"that", "which", "who"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_ENDS_WORDS = frozenset(
    {"", ",", ";", ".", ":", ")", "in", "since", "for", "at", "by", "across", "on", "after", "again", "and", "–", "—"}
)


class State(NamedTuple):
    """The state of a service, and the words [i, j) that say it with the service."""

    state: str
    i: int
    j: int


class Mention(NamedTuple):
    """A service at the words [i, j)."""

    service: Service
    i: int
    j: int


def find_services(sentence: Sentence, lexicon: Lexicon, before: Sequence[Sentence] = ()) -> list[Found]:
    """Every service of a sentence that a state is said of; `before` are the sentences of its paragraph so far."""
    found: list[Found] = []
    carried: State | None = None
    waiting: list[Mention] = []
    previous: Mention | None = None
    for one in _mentions(sentence, lexicon, before):
        if waiting and not _is_listed(sentence, waiting[-1].j, one.i):
            waiting = []
        states = _states_of(sentence, one, carried, lexicon)
        if states and one.service.condition == _LEAVING and _is_aid(previous, states[0]):
            one = Mention(Service(_AID, ""), one.i, one.j)
        previous = one
        if not states:
            waiting += [] if _belongs_to_another_noun(sentence, one, lexicon) else [one]
            continue
        if lexicon.context["unreal"].isdisjoint(sentence.lower[max(0, one.i - FARTHEST_UNREAL) : one.i]):
            found += [Found(state.i, state.j, one.service.condition, state.state, None) for state in states]
            joined = waiting if states[0].i >= one.i and states[0].j > one.j else []
            found += [Found(x.i, states[0].j, x.service.condition, states[0].state, None) for x in joined]
            carried = State(states[0].state, one.i, one.j)
        waiting = []
    return found


def _is_aid(before: Mention | None, state: State) -> bool:
    """ "aid convoys cannot leave"."""
    return before is not None and before.service.condition == _AID and before.j == state.i


def _mentions(sentence: Sentence, lexicon: Lexicon, before: Sequence[Sentence]) -> list[Mention]:
    found: list[Mention] = []
    lower, known = sentence.lower, lexicon.services
    end = 0
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= end else None
        if hit is None:
            continue
        end, service = i + hit[0], hit[1]
        if service.condition == _SAME:
            named = [one.service.condition for one in found if one.service.condition.startswith("no_")]
            condition = named[-1] if named else _last_spoken_of(sentence, lexicon, before)
            service = Service(condition, service.kind)
        if service.condition:
            found.append(Mention(service, i, end))
    return found


def _last_spoken_of(sentence: Sentence, lexicon: Lexicon, before: Sequence[Sentence]) -> str:
    """The service that "supply" or "stocks" is one of: the last of the paragraph, or the heading's; "" for none."""
    for one in (*reversed(before), None):
        words = one.lower if one is not None else sentence.block.heading.lower().strip(":").split()
        for i in range(len(words) - 1, -1, -1):
            hit = lexicon.services.at(words, i)
            if hit is not None and hit[1].condition.startswith("no_"):
                return hit[1].condition
    return ""


def _is_listed(sentence: Sentence, end: int, begin: int) -> bool:
    return begin - end <= LONGEST_SERVICE_LIST_GAP and _LISTS_SERVICES.issuperset(sentence.lower[end:begin])


def _carried(lower: list[str], one: Mention, before: State | None) -> State | None:
    """The state of the service named before, for "no water or power"."""
    if before is None or one.i - before.j > LONGEST_SERVICE_LIST_GAP or not _LISTS_SERVICES.issuperset(lower[before.j : one.i]):
        return None
    return State(before.state, one.i, one.j)


def _states_of(sentence: Sentence, one: Mention, carried: State | None, lexicon: Lexicon) -> list[State]:
    """Its state; two of "electricity, knocked out by the storm, is back"."""
    state = _state_before(sentence, one, lexicon)
    states = [state] if state is not None else _states_behind(sentence, one, lexicon)
    if not states and (state := _carried(sentence.lower, one, carried)) is not None:
        states = [state]
    return states


def _fitting(
    words: Phrases[list[ServiceState]], lower: list[str], at: int, service: Service, forms: frozenset[str] | None = None
) -> tuple[int, ServiceState] | None:
    """The longest words at `at` that say a state of such a service, in one of the verb's `forms`: how many, and the state."""
    for phrase, (n, states) in words.get(lower[at], ()):
        if n > 1 and lower[at : at + n] != phrase:
            continue
        for state in states:
            if _fits(state, service) and (forms is None or state.form in forms):
                return n, state
    return None


def _fits(state: ServiceState, service: Service) -> bool:
    if state.of:
        return service.condition in state.of or service.kind in state.of
    return service.condition.startswith("no_") and service.kind != "store"


# -- before ----------------------------------------------------------------------------------------------------------------------


def _state_before(sentence: Sentence, one: Mention, lexicon: Lexicon) -> State | None:
    """ "no [running] water", "run out of medicine", "restored power"."""
    lower = sentence.lower
    for at in range(one.i - 1, max(-1, one.i - 1 - FARTHEST_STATE_BEFORE), -1):
        if lower[at] in (",", ";", ".", ":"):
            return None
        if hit := _fitting(lexicon.service_states["before"], lower, at, one.service):
            state = _near(sentence, one, at, at + hit[0], hit[1].state, lexicon)
            if state is not None:
                return state
        if hit := _fitting(lexicon.service_states["suffer"], lower, at, one.service):
            state = _acted_on(sentence, one, at, hit, lexicon)
            if state is not None:
                return state
    return None


def _near(sentence: Sentence, one: Mention, at: int, end: int, state: str, lexicon: Lexicon) -> State | None:
    """The state said by the words [at, end) before a service, where nothing of weight stands between."""
    between = sentence.lower[end : one.i]
    is_near = end <= one.i and len(between) <= (2 if end - at == 1 else 3)
    if not is_near or any(word in lexicon.verbs or word in _OF_ANOTHER_NOUN for word in between):
        return None
    if _is_part_of_a_name(sentence, one):
        return None
    denied = sentence.word(at - 1) in ("not", "no", "never", "nor")
    return State(TURNED[state] if denied else state, at, one.j)


def _acted_on(sentence: Sentence, one: Mention, at: int, hit: tuple[int, ServiceState], lexicon: Lexicon) -> State | None:
    """ "cut the power", "have switched off mobile networks"."""
    chain = _chain_up_to(sentence, at)
    if (
        sentence.tags[at] not in ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB")
        or chain.unreal
        or (chain.linked and hit[1].form != "ing")
    ):
        return None
    if hit[1].negated and not chain.negated:
        return None
    state = _near(sentence, one, at, at + hit[0], hit[1].state, lexicon)
    turned = chain.negated and not hit[1].negated
    return State(TURNED[state.state], at, one.j) if state is not None and turned else state


def _chain_up_to(sentence: Sentence, end: int) -> Chain:
    begin = end
    while begin > 0 and is_in_chain(sentence, begin - 1):
        begin -= 1
    return chain_of(sentence, begin, end)


# -- behind ----------------------------------------------------------------------------------------------------------------------


def _states_behind(sentence: Sentence, one: Mention, lexicon: Lexicon) -> list[State]:
    """ "water has run out", "power was restored", "phone lines to the town are down", "electricity, knocked out by the storm"."""
    if _belongs_to_another_noun(sentence, one, lexicon):
        return []
    state = _first_state(sentence, one, one.j, lexicon)
    if state is None:
        return []
    comma = _next_comma(sentence, state.j) if "," in sentence.lower[one.j : state.j] else 0
    later = _first_state(sentence, one, comma + 1, lexicon) if comma else None
    return [state] if later is None else [state, later._replace(i=comma + 1)]


def _first_state(sentence: Sentence, one: Mention, first: int, lexicon: Lexicon) -> State | None:
    lower = sentence.lower
    begin = chained = first  # where the chain of small words before a state begins, and the one before it
    relative = over = False  # in a relative clause; behind another verb
    for at in range(first, min(first + FARTHEST_STATE, len(lower))):
        word = lower[at]
        if _ends(sentence, one, at, lexicon):
            return None
        if word in _JOINS:
            if _are_participles(sentence, at):
                begin, over = chained, False
            elif word == "," and _is_inserted(sentence, at):
                begin = at + 1
            elif not _joins_others(sentence, one, at):
                return None
            continue
        if word in _RELATIVE:
            relative, begin = True, at + 1
            continue
        state = _state_at(sentence, one, begin, at, lexicon)
        if state is not None and (not over or _says_how(one, state)):
            return state
        if not is_in_chain(sentence, at):
            if _has_verb(sentence, begin, at + 1):
                over, relative = over or not relative, False
            chained, begin = begin, at + 1
    return None


def _ends(sentence: Sentence, one: Mention, at: int, lexicon: Lexicon) -> bool:
    """Whether what may be said of a service ends at a word."""
    lower = sentence.lower
    if lower[at] in _ENDS_STATE and not _fitting(lexicon.service_states["after"], lower, at, one.service):
        return True
    return at > one.j and _is_another(sentence, one, at, lexicon)


def _next_comma(sentence: Sentence, at: int) -> int:
    return next((x for x in range(at, min(at + FARTHEST_STATE, len(sentence))) if sentence.lower[x] == ","), 0)


def _joins_others(sentence: Sentence, one: Mention, at: int) -> bool:
    """Whether "and" joins two names or the two sides of "between", and the sentence goes on."""
    return (sentence.is_capital(at - 1) and sentence.is_capital(at + 1)) or "between" in sentence.lower[one.j : at]


def _are_participles(sentence: Sentence, at: int) -> bool:
    """ "were whipped and driven back"."""
    return sentence.tag(at - 1) in ("VBN", "VBD") and sentence.tag(at + 1) in ("VBN", "VBD")


def _says_how(one: Mention, state: State) -> bool:
    """Whether a state may stand behind another verb: "shells hit the town every night", "water is supplied as usual"."""
    return one.service.condition == "bombarded" or state.state == "absent"


def _is_another(sentence: Sentence, one: Mention, at: int, lexicon: Lexicon) -> bool:
    """Whether another service that may have the state begins at `at`: not one behind a preposition, "fuel for generators"."""
    if sentence.lower[at] not in lexicon.services:
        return False
    hit = lexicon.services.at(sentence.lower, at)
    if hit is None or hit[1].condition.startswith("no_") != one.service.condition.startswith("no_"):
        return False
    return "IN" not in sentence.tags[max(one.j, at - 2) : at]


def _has_verb(sentence: Sentence, begin: int, end: int) -> bool:
    return any(tag in _FINITE_TAGS or tag == "MD" for tag in sentence.tags[begin:end])


def _is_inserted(sentence: Sentence, comma: int) -> bool:
    """Whether a participle or a relative clause goes on with the service: "electricity, knocked out by the storm"."""
    return sentence.tag(comma + 1) in ("VBN", "VBD", "VBG", "WDT") or sentence.word(comma + 1) in _RELATIVE


def _state_at(sentence: Sentence, one: Mention, begin: int, at: int, lexicon: Lexicon) -> State | None:
    """The state that the word `at` says of a service, with the chain [begin, at) before it."""
    lower, tables = sentence.lower, lexicon.service_states
    if hit := _fitting(tables["after"], lower, at, one.service):
        return _told(sentence, one, chain_of(sentence, begin, at), at + hit[0], hit[1], literal=True)
    chain = chain_of(sentence, begin, at)
    bare = begin == at and (at <= one.j + 1 or sentence.lower[at - 1] == ",")
    is_said = chain.linked or bare
    if is_said and (hit := _fitting(tables["be"], lower, at, one.service)) and _stands(sentence, chain, at + hit[0]):
        return _told(sentence, one, chain, at + hit[0], hit[1])
    if (
        is_said
        and (hit := _fitting(tables["suffer"], lower, at, one.service, _PARTICIPLES))
        and _stands(sentence, chain, at + hit[0])
    ):
        return _told(sentence, one, chain, at + hit[0], hit[1])
    if (hit := _fitting(tables["do"], lower, at, one.service)) and _acts(sentence, one, chain, at, hit[1].form):
        return _told(sentence, one, chain, at + hit[0], hit[1])
    return None


def _stands(sentence: Sentence, chain: Chain, end: int) -> bool:
    """Whether words that end before word `end` are a predicate: behind a form of be, or at the end of their clause."""
    return chain.linked or sentence.word(end) in _ENDS_WORDS


def _acts(sentence: Sentence, one: Mention, chain: Chain, at: int, form: str) -> bool:
    """Whether a verb behind a service is what it does, not a noun or another's participle."""
    if form in ("ing", "participle"):
        return chain.begin < chain.end
    if at == one.j and (form != "base" or _is_plural(sentence, one)):
        return True
    return chain.begin < chain.end or sentence.tags[at] in ("VBD", "VBZ", "VBP", "VBN", "VB")


def _is_plural(sentence: Sentence, one: Mention) -> bool:
    return sentence.lower[one.j - 1].endswith("s")


def _told(sentence: Sentence, one: Mention, chain: Chain, end: int, said: ServiceState, literal: bool = False) -> State | None:
    if chain.unreal and not chain.negated and not (literal and chain.begin == chain.end):
        return None
    none = not _NONE.isdisjoint(sentence.lower[max(0, one.i - FARTHEST_NONE) : one.i])
    if said.negated:
        return State(said.state, one.j - 1, end) if chain.negated or none else None
    turned = chain.negated != (none and said.state != "present")
    if said.state == "absent" and not turned and "again" in sentence.lower[end : end + FARTHEST_AGAIN]:
        return State("restored", one.j - 1, end)
    return State(TURNED[said.state] if turned else said.state, one.j - 1, end)


def _belongs_to_another_noun(sentence: Sentence, one: Mention, lexicon: Lexicon) -> bool:
    """ "the price of diesel", "clinics with water", "food prices", "water levels": not said of the service."""
    compound = sentence.tag(one.j) in ("NN", "NNS") and not _is_plural(sentence, one)
    if compound and not _says_a_state(sentence, one, lexicon) and lexicon.services.at(sentence.lower, one.j) is None:
        return True
    for at in range(one.i - 1, max(-1, one.i - 1 - FARTHEST_OWNER), -1):
        word = sentence.lower[at]
        if word == "of":
            return at > 0 and sentence.tags[at - 1] in NOUNS and sentence.lower[at - 1] not in _MEASURED
        if word in _NOT_ITS_SUBJECT:
            return True
        if sentence.tags[at] not in ("DT", "JJ", "PRP$", "NN", "VBN", "POS"):
            return False
    return False


def _says_a_state(sentence: Sentence, one: Mention, lexicon: Lexicon) -> bool:
    behind = ("after", "be", "do", "suffer")
    return any(_fitting(lexicon.service_states[where], sentence.lower, one.j, one.service) for where in behind)


def _is_part_of_a_name(sentence: Sentence, one: Mention) -> bool:
    """ "the lack of Power Ministry staff"."""
    return sentence.is_capital(one.i) and one.i > 0 and sentence.is_capital(one.j) and sentence.tag(one.j) in NOUNS
