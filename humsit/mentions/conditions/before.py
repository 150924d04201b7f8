"""States before a service: "no running water", "cut the power", "not a litre of diesel"."""

from __future__ import annotations

from humsit.grammar.classes import HAVE, NOUNS, VERBS
from humsit.mentions.conditions.fitting import LACKS, MEASURED, NONE, State, fits, fitting
from humsit.mentions.conditions.holding import TURNED, Chain, chain_before, chain_of, is_in_chain
from humsit.mentions.conditions.mentioned import LEAVING, Mention
from humsit.mentions.conditions.telling import tells_of
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, ServiceState

FARTHEST_STATE_BEFORE = 6
FARTHEST_KEPT = 12  # "preventing … from leaving"
FARTHEST_LISTED = 8  # "of gloves, of dressings, of plaster"
FARTHEST_PARTICLE = 6  # "sent the trucks of the charity back"
FARTHEST_MEASURE = 6  # "not a single litre of diesel"

_OF_ANOTHER_NOUN = frozenset({"of", "in", "for", "to", "has", "have"})
_LACK = ServiceState("present", frozenset(), "", negated=False)
_MEASURES = frozenset(
    "litre litres liter liters drop drops gram grams grain grains kilo kilos loaf loaves bag bags sack sacks box boxes can "
    "cans bottle bottles vial vials dose doses tin tins scrap scraps crumb crumbs tank tanks bar bars piece pieces stocks "
    "reserves tonne tonnes stock supply supplies handful handfuls fistful fistfuls mouthful spoonful pinch morsel bite "
    "crust slice slices cup cups bowl bowls plate pot pots ear cob ears stick sticks log bundle bundles lump gallon gallons "
    "barrel barrels canister canisters cylinder cylinders jerrycan jerrycans bucket buckets jug jar jars flask flasks sip "
    "strip strips tablet tablets pill pills capsule ampoule ampoules phial phials sachet sachets tube tubes packet packets "
    "pack packs carton cartons roll rolls course courses unit units pint pints pallet pallets basket baskets flicker "
    "glimmer bit batch".split()
)
_PARTICLES = frozenset("back off away out down up around round in through into past on".split())
_ENDS_OBJECT = frozenset({",", ";", ".", ":", "and", "but", "in", "at", "to", "from", "which", "that", "who"})
_MODALS = frozenset({"cannot", "can't", "can’t", "not", "to", "couldn't", "couldn’t", "could", "can", "may"})
_MOVING = frozenset("move evacuate bring take get transfer rescue extract pull send carry lead fly drive ferry bus".split())
_PASSING = frozenset({"passes", "passed", "pass", "by"})
_UNREAL = frozenset({"will", "would", "should", "may", "might"})
_ENOUGH = frozenset({"enough", "plenty", "ample", "sufficient", "adequate"})
_REQUIRED = frozenset({"must", "should", "would", "could", "might"})
_DURATION = frozenset({"-", "hour", "day", "week", "month", "three-day", "48-hour", "72-hour", "24-hour"})


def state_before(sentence: Sentence, one: Mention, lexicon: Lexicon) -> State | None:
    """ "no [running] water", "run out of medicine", "restored power"."""
    lower = sentence.lower
    if tells_of(one.service, lexicon).isdisjoint(lower):
        return _of_a_measure(sentence, one)
    farthest = FARTHEST_KEPT if lower[one.i] == "from" else FARTHEST_STATE_BEFORE
    if lower[one.i - 2 : one.i] == [",", "of"]:  # "We have run out of gloves, of plaster"
        first = next((x for x in range(one.i - 3, max(0, one.i - 3 - FARTHEST_LISTED), -1) if lower[x] == "of"), one.i)
        listed = state_before(sentence, one._replace(i=first + 1), lexicon) if first < one.i else None
        return listed._replace(j=one.j) if listed is not None else None
    for at in range(one.i - 1, max(-1, one.i - 1 - farthest), -1):
        if lower[at] in (",", ";", ".", ":"):
            return None
        if hit := fitting(lexicon.service_states["before"], lower, at, one.service):
            said = TURNED[hit[1].state] if lower[at] == "no" and sentence.word(one.j) in LACKS else hit[1].state
            state = _near(sentence, one, at, at + hit[0], said, lexicon)
            if state is not None:
                return state
        if hit := fitting(lexicon.service_states["suffer"], lower, at, one.service):
            state = _acted_on(sentence, one, at, hit, lexicon)
            if state is not None:
                return state
        if (state := _split_around(sentence, one, at, lexicon)) is not None:
            return state
    return _of_a_measure(sentence, one)


def _split_around(sentence: Sentence, one: Mention, at: int, lexicon: Lexicon) -> State | None:
    """ "turned a relief convoy back", "switched the water off": a verb at `at` with its particle behind the service."""
    lower = sentence.lower
    if sentence.tags[at] not in VERBS or lower[at] not in lexicon.service_states["suffer"]:
        return None
    behind = range(one.j, min(one.j + FARTHEST_PARTICLE, len(lower)))
    particle = next((x for x in behind if lower[x] in _PARTICLES), None)
    if particle is None or "no" in lower[at : one.i] or not _ENDS_OBJECT.isdisjoint(lower[one.j : particle]):
        return None
    chain = _chain_up_to(sentence, at)
    for end in (particle + 2, particle + 1):
        hit = fitting(lexicon.service_states["suffer"], [lower[at], *lower[particle:end]], 0, one.service, negated=chain.negated)
        if hit is None or hit[0] != 1 + end - particle or chain.unreal or chain.linked:
            continue
        state = _near(sentence, one, at, at + 1, hit[1].state, lexicon)
        return state._replace(j=end) if state is not None and hit[1].negated == chain.negated else None
    return None


def _of_a_measure(sentence: Sentence, one: Mention) -> State | None:
    """ "not a litre of diesel", "its last sacks of rice"."""
    lower = sentence.lower
    if sentence.word(one.i - 1) != "of" or lower[one.i - 2] not in _MEASURES or not fits(_LACK, one.service):
        return None
    begin = max(0, one.i - FARTHEST_MEASURE)
    at = next((x for x in range(one.i - 3, begin - 1, -1) if lower[x] in NONE or lower[x] in ("last", "final")), None)
    return State("present", at, one.j) if at is not None else None


def _near(sentence: Sentence, one: Mention, at: int, end: int, state: str, lexicon: Lexicon) -> State | None:
    """The state said by the words [at, end) before a service, where nothing of weight stands between."""
    if (
        _is_pulled_out(sentence.lower, at, end)
        or _is_required(sentence, at)
        or (state == "absent" and sentence.lower[at] in _ENOUGH and not _is_had(sentence, at))
    ):
        return None
    between = [word for word in sentence.lower[end : one.i] if word not in _DURATION and not word.isdigit()]
    if sentence.lower[one.i] == "from" and end <= one.i:  # "kept families in three villages from leaving"
        return State(state, at, one.j)
    is_near = end <= one.i and len(between) <= (2 if end - at == 1 else 3)
    of_another = any(word in _OF_ANOTHER_NOUN and between[x - 1] not in MEASURED for x, word in enumerate(between))
    is_verb = any(word in lexicon.verbs and sentence.tags[end + x] in VERBS for x, word in enumerate(sentence.lower[end : one.i]))
    if _is_of_another_doing(one, sentence.lower[end - 1], between):
        return None  # "Relatives cannot phone anyone"
    if not is_near or of_another or is_verb or between[:1] in (["and"], ["or"], ["but"], ["out"], ["up"]):
        return None
    if _is_part_of_a_name(sentence, one):
        return None
    chain = chain_before(sentence, at)
    if chain.linked and chain.negated and not _UNREAL.isdisjoint(sentence.lower[chain.begin : at]):
        return None  # "so that homes will not be without power"
    is_denied = chain.negated and (state == "absent" or (chain.linked and sentence.lower[at] == "without"))
    if sentence.lower[at] == "without" and (sentence.word(at - 1) in _PASSING or _is_never(sentence.lower, at)):
        return State("present", at, one.j)  # "Hardly a night passes without shelling"
    denied = is_denied or sentence.word(at - 1) in ("not", "no", "never", "nor")
    return State(TURNED[state] if denied else state, at, one.j)


def _is_of_another_doing(one: Mention, last: str, between: list[str]) -> bool:
    """Whether people are the object of a verb that moves nobody."""
    is_people = one.service.condition == LEAVING and not one.service.kind
    return is_people and last in _MODALS and bool(between) and _MOVING.isdisjoint(between)


def _is_never(lower: list[str], at: int) -> bool:
    """ "(There is) not a night (without bombs)"."""
    return lower[max(0, at - 3) : at - 1] in (["not", "a"], ["not", "one"], ["never", "a"], ["hardly", "a"], ["barely", "a"])


def _is_pulled_out(lower: list[str], at: int, end: int) -> bool:
    """ "pulled out of the water", not "out of water"."""
    return lower[at:end] == ["out", "of"] and lower[end : end + 1] in (["the"], ["their"], ["its"])


def _is_had(sentence: Sentence, at: int) -> bool:
    """ "There is enough food", not "challenges in accessing enough food"."""
    chain = chain_before(sentence, at)
    return sentence.word(at - 1) != "to" and (chain.begin < chain.end or sentence.word(at - 1) in HAVE | {"with", "got"})


def _is_required(sentence: Sentence, at: int) -> bool:
    """ "Patients must go without food before surgery"."""
    return not _REQUIRED.isdisjoint(sentence.lower[max(0, at - 2) : at])


def _acted_on(sentence: Sentence, one: Mention, at: int, hit: tuple[int, ServiceState], lexicon: Lexicon) -> State | None:
    """ "cut the power", "have switched off mobile networks"."""
    chain = _chain_up_to(sentence, at)
    if (
        (sentence.tags[at] not in VERBS and not chain.linked)
        or chain.unreal
        or (chain.linked and hit[1].form != "ing" and one.service.kind != "kept")
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


def _is_part_of_a_name(sentence: Sentence, one: Mention) -> bool:
    """ "the lack of Power Ministry staff"."""
    return sentence.is_capital(one.i) and one.i > 0 and sentence.is_capital(one.j) and sentence.tag(one.j) in NOUNS
