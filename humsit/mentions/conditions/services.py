"""What is said of water, power, convoys, roads, a ceasefire: a service with a word for its state.

The state stands before it ("no water", "cut the power"), behind it ("supplies are running low", "phones and internet have been
switched off"), or is carried over from the service before ("no water or power").
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.mentions.conditions.before import state_before
from humsit.mentions.conditions.behind import states_behind
from humsit.mentions.conditions.fitting import State, belongs_to_another_noun
from humsit.mentions.conditions.holding import Found
from humsit.mentions.conditions.mentioned import AID, LEAVING, POWER, Mention, find_mentions
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Service

FARTHEST_UNREAL = 6
FARTHEST_FORESEEN = 9
LONGEST_SERVICE_LIST_GAP = 4

_LISTS_SERVICES = frozenset("or and , running clean the any nor no both / &".split())
_JOINING = frozenset({"and", "or", "nor", "&"})
_FORESEEING = frozenset({"would", "might", "could"})
_CLAUSES = frozenset({";", ",", "but", "because", "that", "which", "while", ":"})
_LEAVING_SO = frozenset({"leave", "lose", "run", "cut", "deprive", "fail"})
_GOODS = (Service("no_food", ""), Service("no_medicine", ""))
_LOADS = frozenset(
    "tonnes tons truckloads lorryloads shipments consignments loads cargo cargoes pallets sacks crates boxes".split()
)
_BOUND = frozenset({"for", "bound", "destined", "meant", "intended", "awaiting"})
_SUPPOSED = frozenset({"if", "unless", "whether"})


def find_services(sentence: Sentence, lexicon: Lexicon, before: Sequence[Sentence] = ()) -> list[Found]:
    """Every service of a sentence that a state is said of; `before` are the sentences of its paragraph so far."""
    found: list[Found] = []
    carried: State | None = None
    waiting: list[Mention] = []
    previous: Mention | None = None
    for one in find_mentions(sentence, lexicon, before):
        if waiting and not _is_listed(sentence, waiting[-1].j, one.i):
            waiting = []
        states = [x for x in _states_of(sentence, one, carried, lexicon) if not _is_bare_of_another(sentence, one, x)]
        if not states and _is_bound_somewhere(sentence, one):
            moved = Mention(Service(AID, ""), one.i, one.j)
            states = [x for x in states_behind(sentence, moved, lexicon) if x.state == "present"]
            one = moved if states else one
        if states and one.service.condition == LEAVING and _is_aid(previous, states[0]):
            one = Mention(Service(AID, ""), one.i, one.j)
        previous = one
        if not states:
            waiting += [] if belongs_to_another_noun(sentence, one, lexicon) else [one]
            continue
        begin = min(one.i, states[0].i)
        before_it = sentence.lower[max(0, begin - FARTHEST_UNREAL) : begin]
        if _is_foreseen(sentence, begin) or (one.service.condition == POWER and sentence.word(begin - 1) in ("he", "she")):
            waiting = []
            continue
        if lexicon.context["unreal"].isdisjoint(before_it) and _SUPPOSED.isdisjoint(before_it):
            found += [Found(state.i, state.j, one.service.condition, state.state, None) for state in states]
            joined = waiting if states[0].j > one.j and _is_joined(sentence, waiting, one) and states[0].i >= one.i else []
            found += [Found(x.i, states[0].j, x.service.condition, states[0].state, None) for x in joined]
            carried = State(states[0].state, one.i, one.j)
        waiting = []
    return found


def _is_bound_somewhere(sentence: Sentence, one: Mention) -> bool:
    """ "Flour for Keta is stuck at the port", "64 tonnes of rice cannot move": what is held up on its way is aid."""
    is_load = sentence.word(one.i - 1) == "of" and sentence.word(one.i - 2) in _LOADS
    return one.service in _GOODS and (is_load or sentence.word(one.j) in _BOUND)


def _is_bare_of_another(sentence: Sentence, one: Mention, state: State) -> bool:
    """ "The shelves are bare of insulin": what is said is said of the insulin."""
    is_behind = one.service.kind == "store" and state.j > one.j
    return is_behind and sentence.word(state.j) == "of" and not sentence.is_capital(state.j + 1)


def _is_foreseen(sentence: Sentence, begin: int) -> bool:
    """ "The dam could fail and leave the town without power": what has not come about."""
    before = sentence.lower[max(0, begin - FARTHEST_FORESEEN) : begin]
    at = max((x for x, word in enumerate(before) if word in _FORESEEING), default=-1)
    if at < 0 or before[at + 1 : at + 2] in (["not"], ["n't"]) or not _CLAUSES.isdisjoint(before[at:]):
        return False
    return before[at] != "could" or not _LEAVING_SO.isdisjoint(before[at:])


def _is_joined(sentence: Sentence, waiting: list[Mention], one: Mention) -> bool:
    """Whether services before this one are named together with it: "phones and the internet are down"."""
    return bool(waiting) and not _JOINING.isdisjoint(sentence.lower[waiting[-1].j : one.i])


def _is_aid(before: Mention | None, state: State) -> bool:
    """ "aid convoys cannot leave"."""
    return before is not None and before.service.condition == AID and before.j == state.i


def _is_listed(sentence: Sentence, end: int, begin: int) -> bool:
    return begin - end <= LONGEST_SERVICE_LIST_GAP and _LISTS_SERVICES.issuperset(sentence.lower[end:begin])


def _carried(lower: list[str], one: Mention, before: State | None) -> State | None:
    """The state of the service named before, for "no water or power"."""
    if before is None or one.i - before.j > LONGEST_SERVICE_LIST_GAP or not _LISTS_SERVICES.issuperset(lower[before.j : one.i]):
        return None
    return State(before.state, one.i, one.j)


def _states_of(sentence: Sentence, one: Mention, carried: State | None, lexicon: Lexicon) -> list[State]:
    """Its state; two of "electricity, knocked out by the storm, is back"."""
    state = state_before(sentence, one, lexicon)
    states = [state] if state is not None else states_behind(sentence, one, lexicon)
    if not states and (state := _carried(sentence.lower, one, carried)) is not None:
        states = [state]
    return states
