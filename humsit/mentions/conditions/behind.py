"""States behind a service: "power was restored", "phone lines to the town are down", "shells fell all night"."""

from __future__ import annotations

from humsit.grammar.classes import HAVE
from humsit.mentions.conditions.fitting import LACKS, NONE, State, belongs_to_another_noun, fitting, is_plural
from humsit.mentions.conditions.holding import COPULAS, MAKING, TURNED, Chain, chain_before, chain_of, is_in_chain
from humsit.mentions.conditions.mentioned import AID, LEAVING, SHELLING, Mention
from humsit.mentions.conditions.telling import tells_of
from humsit.mentions.conditions.timing import had_again, is_rare, last_is_gone, nobody_has, nth_day
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, ServiceState

NEAREST_BEHIND_COMMA = 3  # "For the sixth night, Russian drones …"
FARTHEST_STATE = 10  # words between a service and its state ("power in most of the city is out")
FARTHEST_WITHIN = 3  # "diesel for the water pumps"
FARTHEST_AGAIN = 7  # "flowing from the taps of the suburb again"
FARTHEST_ARRIVING = 6
FARTHEST_ONLY = 5
FARTHEST_OVER = 5  # "fuel shortages in Keta are over"
FARTHEST_HOURS = 6
FARTHEST_MADE = 6  # "made the only paved road to the town impassable"
FARTHEST_NONE = 3  # "not a single call has gone out"

_AT_LAST = frozenset({"first", "finally", "last", "ending"})
_ARRIVING = frozenset("entered entering reached reaching arrived crossed rolled landed docked delivered".split())
_ONLY = frozenset({"only", "just", "barely", "less", "most"})
_SOON = frozenset({"day", "days", "hours", "week"})
_OVER = frozenset({"over", "ended", "eased", "resolved", "end", "ending", "easing", "relieved", "relieving"})
_ENDS_STATE = frozenset({";", ".", "but", "while", "because", "as"})
_JOINS = frozenset({"and", "or", ",", "nor"})
_PARTICIPLES = frozenset({"participle", "both"})
_RELATIVE = frozenset({"that", "which", "who"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_ENDS_WORDS = frozenset(
    {"", ",", ";", ".", ":", ")", "in", "since", "for", "at", "by", "across", "on", "after", "again", "and", "–", "—"}
)


def states_behind(sentence: Sentence, one: Mention, lexicon: Lexicon) -> list[State]:
    """ "water has run out", "power was restored", "phone lines to the town are down", "electricity, knocked out by the storm"."""
    if sentence.word(one.i - 1) == "of" and (rationed := _for_hours(sentence, one)):
        return rationed
    if one.service.condition != SHELLING and belongs_to_another_noun(sentence, one, lexicon):
        return []
    may_say = not tells_of(one.service, lexicon).isdisjoint(sentence.lower)
    state = _first_state(sentence, one, one.j, lexicon) if may_say else None
    if state is None:
        return (
            _arrives_at_last(sentence, one)
            or had_again(sentence, one)
            or last_is_gone(sentence, one)
            or nobody_has(sentence, one)
            or _for_hours(sentence, one)
            or _again_and_again(sentence, one, lexicon)
        )
    if _is_attributive(sentence, one, state, lexicon) and (main := _first_state(sentence, one, state.j, lexicon)) is not None:
        return [main]
    is_parked = one.service.condition == AID and state.state == "present" and sentence.tag(state.j) == "IN"
    comma = _next_comma(sentence, state.j) if is_parked or "," in sentence.lower[one.j : state.j] else 0
    later = _first_state(sentence, one, comma + 1, lexicon) if comma else None
    if later is None:
        return [state]
    if is_parked and later.state == "present":
        return [later._replace(i=comma + 1)]  # "is parked at Keta, refused entry to Dori"
    return (
        [later._replace(i=one.j - 1)]
        if later.state == "restored" and state.state == "present"
        else [state, later._replace(i=comma + 1)]
    )


def _is_attributive(sentence: Sentence, one: Mention, state: State, lexicon: Lexicon) -> bool:
    """Whether a participle only says which one: "the truce signed in Accra no longer exists"."""
    between = sentence.lower[one.j : state.j]
    has_verb = any(word in COPULAS or word in HAVE or word == "," for word in between)
    return not one.service.condition.startswith("no_") and not has_verb and between[-1] in lexicon.service_states["suffer"]


def _is_of_few(sentence: Sentence, one: Mention) -> bool:
    """ "Only two of 14 boreholes still work"."""
    return "only" in sentence.lower[max(0, one.i - FARTHEST_ONLY) : one.i]


def _is_of_none(sentence: Sentence, one: Mention) -> bool:
    """ "No aid convoy has got through"."""
    return not NONE.isdisjoint(sentence.lower[max(0, one.i - FARTHEST_NONE) : one.i])


def _is_none_reported(sentence: Sentence, one: Mention) -> bool:
    """ "There are no reports of medicine shortages"."""
    return "no" in sentence.lower[max(0, one.i - FARTHEST_NONE) : one.i]


def is_rationed(sentence: Sentence, first: int) -> bool:
    """Whether something is there for a part of the day only: "for just two hours a day"."""
    lower = sentence.lower
    inside = range(first, min(first + FARTHEST_HOURS, len(lower) - 2))
    at = next(
        (x for x in inside if lower[x] in ("hour", "hours") and lower[x + 1] in ("a", "per", "each") and lower[x + 2] == "day"), 0
    )
    return at > 0 and lower[at - 1] not in ("24", "twenty-four")


def _for_hours(sentence: Sentence, one: Mention) -> list[State]:
    """ "Homes have electricity for three hours a day"."""
    is_current = one.service.condition in ("no_power", "no_water")
    rationed = is_current and (is_rationed(sentence, one.j) or is_rare(sentence, one))
    is_lack = one.service.condition.startswith("no_") and not one.service.kind
    return [State("present", one.i, one.j)] if rationed or (is_lack and _lasts_only(sentence.lower[one.j :])) else []


def _lasts_only(behind: list[str]) -> bool:
    """ "(Hospitals have fuel) for only two more days"."""
    inside = behind[:FARTHEST_HOURS]
    return behind[:1] == ["for"] and not _ONLY.isdisjoint(inside) and not _SOON.isdisjoint(inside)


def _arrives_at_last(sentence: Sentence, one: Mention) -> list[State]:
    """ "Nine relief trucks entered the town on Friday, the first since May"."""
    lower = sentence.lower
    is_lack = one.service.condition.startswith("no_") and not one.service.kind
    if not (is_lack or one.service.condition == AID) or _AT_LAST.isdisjoint(lower):
        return []
    behind = range(one.j, min(one.j + FARTHEST_ARRIVING, len(lower)))
    arriving = next((x for x in behind if lower[x] in _ARRIVING), None)
    if arriving is None or chain_before(sentence, arriving).negated or chain_before(sentence, arriving).unreal:
        return []
    if sentence.word(one.i - 1) in ("last", "previous") and "first" not in lower[one.j :]:
        return []  # "The last convoy rolled in on 11 March"
    return [State("restored", one.i, arriving + 1)]


def _again_and_again(sentence: Sentence, one: Mention, lexicon: Lexicon) -> list[State]:
    """ "For the sixth consecutive night drones attacked": how often stands before."""
    if one.service.condition != SHELLING:
        return []
    lower, table = sentence.lower, lexicon.service_states["after"]
    hits = ((at, fitting(table, lower, at, one.service)) for at in range(one.i) if lower[at] in table)
    if (end := nth_day(sentence, one.j)) is not None:
        return [State("present", one.i, end)]
    ends = [at + hit[0] for at, hit in hits if hit is not None]
    often = any(lower[end] == "," and one.i - end <= NEAREST_BEHIND_COMMA for end in ends)
    return [State("present", one.i, one.j)] if often else []


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
        if word == "they" and one.service.condition == AID and sentence.tags[at - 1] in ("VBP", "VBD"):
            begin, over = at + 1, False  # "aid agencies say they cannot reach Keta"
            continue
        if word in _RELATIVE:
            relative, begin = True, at + 1
            continue
        state = _state_at(sentence, one, begin, at, lexicon)
        if state is not None and (not over or _says_how(one, state)):
            return state
        if not is_in_chain(sentence, at):
            if _has_verb(sentence, begin, at + 1, lexicon):
                over, relative = over or not relative, False
            chained, begin = begin, at + 1
    return None


def _ends(sentence: Sentence, one: Mention, at: int, lexicon: Lexicon) -> bool:
    """Whether what may be said of a service ends at a word."""
    lower = sentence.lower
    if lower[at] in _ENDS_STATE and not fitting(lexicon.service_states["after"], lower, at, one.service):
        return True
    return at > one.j and _is_another(sentence, one, at, lexicon)


def _next_comma(sentence: Sentence, at: int) -> int:
    return next((x for x in range(at, min(at + FARTHEST_STATE, len(sentence))) if sentence.lower[x] == ","), 0)


def _joins_others(sentence: Sentence, one: Mention, at: int) -> bool:
    """Whether "and" joins two names or the two sides of "between", and the sentence goes on."""
    return (sentence.is_capital(at - 1) and sentence.is_capital(at + 1)) or "between" in sentence.lower[one.j : at]


def _are_participles(sentence: Sentence, at: int) -> bool:
    """ "were whipped and driven back", "were shot at and forced to turn back"."""
    before = sentence.tags[max(0, at - 2) : at]
    return ("VBN" in before or "VBD" in before) and sentence.tag(at + 1) in ("VBN", "VBD")


def _says_how(one: Mention, state: State) -> bool:
    """Whether a state may stand behind another verb: "shells hit the town every night", "water is supplied as usual"."""
    return one.service.condition == SHELLING or state.state == "absent"


def _is_another(sentence: Sentence, one: Mention, at: int, lexicon: Lexicon) -> bool:
    """Whether another service that may have the state begins at `at`: not one behind a preposition, "fuel for generators"."""
    if sentence.lower[at] not in lexicon.services:
        return False
    hit = lexicon.services.at(sentence.lower, at)
    if hit is None or hit[1].condition.startswith("no_") != one.service.condition.startswith("no_"):
        return False
    if hit[1].kind == "store" and hit[1].condition == LEAVING:  # "families trying to leave were sent back"
        return False
    return "IN" not in sentence.tags[max(one.j, at - FARTHEST_WITHIN) : at]


def _has_verb(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands in the words [begin, end): the "pumps" of "diesel for the pumps" are none."""
    tags, words = sentence.tags[begin:end], sentence.lower[begin:end]
    return any(
        (tag in _FINITE_TAGS or tag == "MD") and word not in lexicon.services for tag, word in zip(tags, words, strict=True)
    )


def _is_inserted(sentence: Sentence, comma: int) -> bool:
    """Whether a participle or a relative clause goes on with the service: "electricity, knocked out by the storm"."""
    return sentence.tag(comma + 1) in ("VBN", "VBD", "VBG", "WDT") or sentence.word(comma + 1) in _RELATIVE


def _state_at(sentence: Sentence, one: Mention, begin: int, at: int, lexicon: Lexicon) -> State | None:
    """The state that the word `at` says of a service, with the chain [begin, at) before it."""
    lower, tables = sentence.lower, lexicon.service_states
    if hit := fitting(tables["after"], lower, at, one.service):
        return _told(sentence, one, chain_of(sentence, begin, at), at + hit[0], hit[1], literal=True)
    chain = chain_of(sentence, begin, at)
    is_next = begin == at or sentence.lower[at - 1] in ("still", "again", "now", "yet")  # "Keta: grid still dead"
    bare = is_next and (at <= one.j + 1 or sentence.lower[at - 1] == ",")
    is_said = chain.linked or bare or _is_made_so(sentence, one)
    negated = chain.negated or _is_of_none(sentence, one)
    if (
        is_said
        and (hit := fitting(tables["be"], lower, at, one.service, negated=negated))
        and _stands(sentence, chain, at + hit[0])
    ):
        return _told(sentence, one, chain, at + hit[0], hit[1])
    if (
        is_said
        and (hit := fitting(tables["suffer"], lower, at, one.service, _PARTICIPLES, negated))
        and _stands(sentence, chain, at + hit[0])
    ):
        return _told(sentence, one, chain, at + hit[0], hit[1])
    is_hours = (
        one.service.kind == "store" and sentence.tags[at] == "VBZ" and sentence.word(at + 1) == "at"
    )  # "the bakery closes at noon"
    hit = fitting(tables["do"], lower, at, one.service, negated=negated)
    if not is_hours and hit and _acts(sentence, one, chain, at, hit[1].form):
        return _told(sentence, one, chain, at + hit[0], hit[1])
    return None


def _stands(sentence: Sentence, chain: Chain, end: int) -> bool:
    """Whether words that end before word `end` are a predicate: behind a form of be, or at the end of their clause."""
    return chain.linked or sentence.word(end) in _ENDS_WORDS or sentence.word(chain.end - 1) == ","


def _is_made_so(sentence: Sentence, one: Mention) -> bool:
    """ "The slide made the only road impassable", "the raids left the hospital's pharmacy empty"."""
    return not MAKING.isdisjoint(sentence.lower[max(0, one.i - FARTHEST_MADE) : one.i])


def _acts(sentence: Sentence, one: Mention, chain: Chain, at: int, form: str) -> bool:
    """Whether a verb behind a service is what it does, not a noun or another's participle."""
    if form in ("ing", "participle"):
        return chain.begin < chain.end
    if at == one.j and (form != "base" or is_plural(sentence, one)):
        return True
    return chain.begin < chain.end or sentence.tags[at] in ("VBD", "VBZ", "VBP", "VBN", "VB")


def _told(sentence: Sentence, one: Mention, chain: Chain, end: int, said: ServiceState, literal: bool = False) -> State | None:
    if chain.unreal and not chain.negated and not (literal and chain.begin == chain.end):
        return None
    none = _is_of_none(sentence, one)
    if literal and sentence.word(chain.end) in LACKS:
        if _is_none_reported(sentence, one):
            return State("absent", one.i, end)
        around = sentence.lower[max(0, one.i - FARTHEST_NONE) : one.i] + sentence.lower[end : end + FARTHEST_OVER]
        if not _OVER.isdisjoint(around):
            return State("restored", one.i, end)
    if said.negated:
        return State(said.state, one.j - 1, end) if chain.negated or none else None
    turned = chain.negated != (none and said.state != "present")
    if said.state in ("absent", "restored") and not turned and is_rationed(sentence, end):
        return State("present", one.j - 1, end)
    if said.state == "absent" and not turned and one.service.kind == "source" and _is_of_few(sentence, one):
        return State("present", one.j - 1, end)
    is_lack = one.service.condition.startswith("no_")
    if is_lack and said.state == "absent" and not turned and "again" in sentence.lower[end : end + FARTHEST_AGAIN]:
        return State("restored", one.j - 1, end)
    return State(TURNED[said.state] if turned else said.state, one.j - 1, end)
