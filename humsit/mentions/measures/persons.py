"""Who is counted decides what a frame says of them.

Nationals who arrive are refugees, tourists are not; hostages who are freed were rescued; gunmen looked for are not missing.
"""

from __future__ import annotations

from humsit.mentions.measures.agents import by_whom
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.triggers import adjective_at
from humsit.mentions.measures.wards import HURT, in_a_ward

_WAYS_TO_ARRIVE = ("arriv", "seek", "sought", "reach", "enter", "turn", "land", "disembark")
_WAYS_TO_EXPEL = ("expel", "evict", "oust")
_WAYS_TO_HOST = ("host", "receiv", "welcom", "absorb", "giv", "gave", "shelter", "took", "tak", "open")
_SAID_OF_HOSTS = frozenset({"sheltered", "assisted", "displaced"})
_OF_WAYS = frozenset({"displaced", "refugees", "returned", "population", "evacuated"})
_COMES_OR_GOES = frozenset({"way", "subject", "likely"})
_FORCED = ("fle", "fled", "escap", "uproot", "displac", "abandon", "lose", "lost", "ran", "run")
_ON_DUTY = frozenset({"aid_workers", "journalists", "rescuers", "health_workers"})
_IN_FORCE = frozenset({"combatants"})
_FROM_ABROAD = frozenset({"migrant", "Rohingya"})
_FREES = ("free", "recover", "liberat")
_HELD = ("hostag", "captiv", "kidnap", "abduct", "victim")
_ENDED = frozenset({"detained", "trapped"})
_OF_MOVES = frozenset({"displaced", "evacuated", "returned"})
_EVACUATES = ("evacu", "reloc", "resettl", "bus", "clear", "mov")
_BY_HAND = ("pull", "drag", "haul", "dig", "dug", "pluck", "fish", "carr", "winch")
_RESCUERS = ("rescue", "firefight", "firem", "lifeguard", "lifeboat", "coastguard")
_ESCAPES = ("escap", "fle", "broke", "break", "abscond")
_JAILS = frozenset({"prison", "prisons", "jail", "jails", "penitentiary", "lock-up", "detention"})
_ALIVE = frozenset({"alive", "survived", "survive", "survives", "surviving", "lived"})
_ONES_OWN = frozenset({"her", "his", "my"})
_TO_BE_HELD = frozenset({"questioning", "interrogation", "custody", "jail", "prison"})
_BELOW = frozenset({"underground", "below", "ground", "inside", "aboard"})
_AT_THE_TIME = frozenset({"time", "moment", "when"})
_TREATS = frozenset(
    "see saw seen seeing treat treated treating nurse nursed nursing admit admitted receive received tended".split()
)
_HALLS = frozenset(
    "hall halls gym gymnasium stadium church mosque monastery warehouse hangar barracks dormitory evacuation".split()
)
FARTHEST_SHELTER = 10
_SEEN = frozenset("seen treated examined consulted attended nursed tended lay lie lying".split())
_LIE = frozenset({"lay", "lie", "lies", "lying"})
FARTHEST_TIME = 6
FARTHEST_WARD = 8
FARTHEST_WOUND = 14
NEAREST_WOUND = 4
FARTHEST_QUESTIONING = 5


def befell(sentence: CountedSentence, count: Count, frame: Frame) -> Frame:
    """What befell the persons counted, by what is said of them and by who they are."""
    if none_of_them(sentence, count):
        is_dead = frame.measure == "rescued" or not _ALIVE.isdisjoint(sentence.lower[frame.i : frame.j])
        return Frame("killed" if is_dead else "other", "none of them", frame.i, frame.j)
    measure = (
        by_whom(sentence, count, frame)
        or in_a_ward(sentence, count, frame)
        or _of_the_hurt(sentence, count, frame)
        or _of_prisoners(sentence, count, frame)
        or _of_migrants(sentence, count, frame)
        or _of_nationals(sentence, count, frame)
        or _of_visitors(sentence, count, frame)
        or _of_the_freed(sentence, count, frame)
        or _of_the_wanted(sentence, count, frame)
        or _at_home_in_a_shelter(sentence, frame)
        or _of_those_below(sentence, frame)
        or _of_patients(sentence, count, frame)
    )
    return Frame(measure, frame.rule, frame.i, frame.j) if measure else frame


def none_of_them(sentence: CountedSentence, count: Count) -> bool:
    """ "None of the 46 miners survived", "not one of the 17 on board"."""
    begin = count.begin - (sentence.word(count.begin - 1) in ("the", "its", "their", "those", "these"))
    before = sentence.lower[max(0, begin - 3) : begin]
    return before[-2:] in (["none", "of"], ["neither", "of"]) or before in (["not", "one", "of"], ["no", "one", "of"])


def _of_the_hurt(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """The wounded who arrive or are flown out are injured; whoever is pulled out, or brought out by rescuers, is rescued."""
    if frame.measure not in _OF_MOVES:
        return ""
    if is_hurt(sentence, count):
        return "injured"
    verb = sentence.lower[frame.i]
    if frame.measure != "evacuated" or verb.startswith(_EVACUATES):
        return ""
    if count.counted.thing is not None and count.counted.thing.words == "patient":
        return ""
    by_hand = verb.startswith(_BY_HAND) and "out" in sentence.lower[frame.i : frame.j + 1]
    by_rescuers = frame.rule in ("way", "passive", "object") and any(word.startswith(_RESCUERS) for word in sentence.lower)
    return "rescued" if by_hand or by_rescuers else ""


def is_patient(count: Count) -> bool:
    """Whether patients are counted."""
    return count.counted.thing is not None and count.counted.thing.words == "patient"


def treated(sentence: CountedSentence, count: Count) -> str:
    """ "has seen 900 patients", "has taken in 40 patients": the measure of patients whom somebody treats; else ""."""
    before = sentence.lower[max(0, count.begin - 2) : count.begin]
    if sentence.word(count.end) in _SEEN or sentence.word(count.begin - 1) in _LIE or sentence.word(count.begin - 2) in _LIE:
        return "assisted"
    return "assisted" if not _TREATS.isdisjoint(before) or before in (["taken", "in"], ["took", "in"]) else ""


def is_hurt(sentence: CountedSentence, count: Count) -> bool:
    """Whether the persons counted are said to be wounded: "206 wounded people", "71 people … with gunshot wounds"."""
    if any(word in HURT for word in sentence.lower[count.counted.i : count.counted.j]):
        return True
    wound = sentence.lexicon.context["wound"]
    for at in range(count.end, min(count.end + FARTHEST_WOUND, len(sentence.lower))):
        if sentence.lower[at] == "with" and not wound.isdisjoint(sentence.lower[at + 1 : at + 1 + NEAREST_WOUND]):
            return True
        if sentence.lower[at] in (",", ";", "."):
            return False
    return False


def _of_prisoners(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """Inmates who escape are not displaced; whoever is taken away to be questioned is detained, and so are inmates moved."""
    thing = count.counted.thing
    is_held = thing is not None and (thing.measure == "detained" or thing.words == "inmate")
    if is_held and sentence.lower[frame.i].startswith(_ESCAPES) and frame.measure in _OF_MOVES:
        return "other"
    if is_held and frame.measure == "evacuated" and not _JAILS.isdisjoint(sentence.lower):
        return "detained"
    near = sentence.lower[frame.i : frame.j + FARTHEST_QUESTIONING]
    return "detained" if frame.measure in ("evacuated", "rescued") and any(w in _TO_BE_HELD for w in near) else ""


def _of_migrants(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """ "900 migrants reached the islands", "the camp hosts 900 Rohingya": from another country, wherever they are."""
    thing = count.counted.thing
    if thing is None or thing.words not in _FROM_ABROAD:
        return ""
    verb = sentence.lower[frame.i]
    comes = verb.startswith(_WAYS_TO_ARRIVE) and frame.measure in ("displaced", "other", "assisted")
    is_hosted = thing.words == "Rohingya" and frame.rule in ("object", "housed") and verb.startswith(_WAYS_TO_HOST)
    return "refugees" if comes or (is_hosted and frame.measure in _SAID_OF_HOSTS) else ""


def _of_visitors(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """Tourists who arrive, delegates who fly home, aid workers who leave: no one is displaced."""
    thing = count.counted.thing
    comes_or_goes = frame.rule in _COMES_OR_GOES and frame.measure in _OF_WAYS
    if thing is None or not comes_or_goes or sentence.lower[frame.i].startswith(_FORCED):
        return ""
    if thing.population_group in _IN_FORCE:
        return "other" if frame.measure in ("returned", "population") else ""
    visits = thing.words in sentence.lexicon.context["visitor"] or thing.population_group in _ON_DUTY
    return "other" if visits and frame.measure != "evacuated" else ""


def _of_the_freed(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """Hostages and people trapped who are freed are rescued, and survivors brought out; prisoners who are freed are not."""
    is_freed = sentence.word(count.begin - 1).startswith(_FREES)
    if frame.measure == "evacuated" and count.counted.thing is not None and count.counted.thing.words == "survivor":
        return "rescued"
    if frame.measure not in ("other", *_ENDED) or not (is_freed or sentence.lower[frame.i].startswith(_FREES)):
        return ""
    group = sentence.lower[count.counted.i : count.counted.j]
    is_held = any(word.startswith(_HELD) for word in group) or _is_held(sentence, count.end)
    return "rescued" if is_held else ""


def _is_held(sentence: CountedSentence, at: int) -> bool:
    """ "held for ransom", "trapped in a mine", "buried to their necks"."""
    state = adjective_at(sentence, at, "people")
    says = {trigger.measure for trigger in sentence.lexicon.verbs.get(sentence.word(at), ()) if not trigger.rest}
    return not _ENDED.isdisjoint(says) or (state is not None and state.measure in _ENDED)


def _at_home_in_a_shelter(sentence: CountedSentence, frame: Frame) -> str:
    """ "The largest shelter, a sports hall, is home to 900": nobody's town."""
    if frame.measure != "population" or frame.rule not in ("label", "of", "object"):
        return ""
    if "home" not in sentence.lower[frame.i : frame.j] or "refugee" in sentence.lower[: frame.i]:
        return ""
    shelters = sentence.lexicon.context["shelter"]
    words = sentence.lower[max(0, frame.i - FARTHEST_SHELTER) : frame.i]
    return "sheltered" if any(w in shelters or w in _HALLS or w.removesuffix("s") in shelters for w in words) else ""


def _of_the_wanted(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """Gunmen whom the police look for are not missing; and "her two sons", whom a mother looks for, are in another's count."""
    thing = count.counted.thing
    is_sought = frame.rule in ("label", "sought", "of", "object", "likely") and frame.measure == "missing"
    if is_sought and sentence.word(count.begin - 1) in _ONES_OWN:
        return "other"
    return "other" if is_sought and thing is not None and thing.words in sentence.lexicon.context["wanted"] else ""


def _of_those_below(sentence: CountedSentence, frame: Frame) -> str:
    """ "90 men were underground at the time", "when the gas ignited": who works below is not trapped there."""
    if frame.measure != "trapped" or sentence.lower[frame.j - 1] not in _BELOW or "still" in sentence.lower[frame.i : frame.j]:
        return ""
    behind, before = sentence.lower[frame.j : frame.j + FARTHEST_TIME], sentence.lower[:FARTHEST_TIME]
    return "other" if not _AT_THE_TIME.isdisjoint(behind) or not _AT_THE_TIME.isdisjoint(before) else ""


def _of_patients(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """Patients with a disease whom doctors see or a ward has are treated; those whom a province reports are cases."""
    thing = count.counted.thing
    if frame.measure != "infected" or thing is None or not thing.words.endswith("patient"):
        return ""
    verb = sentence.word(count.begin - 1)
    if verb in _TREATS:
        return "assisted"
    has = verb in ("has", "had", "have", "holds", "held")
    ward = any(_is_ward(sentence, at) for at in range(max(0, count.begin - FARTHEST_WARD), count.begin))
    return "assisted" if has and ward else ""


def _is_ward(sentence: CountedSentence, at: int) -> bool:
    hit = sentence.lexicon.things.at(sentence.lower, at)
    return sentence.lower[at] in ("ward", "unit", "hospital", "clinic", "centre", "center") or (
        hit is not None and hit[1].unit == "facilities"
    )


def _of_nationals(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """What befell people named by their nationality abroad; "" where nothing says that they are abroad.

    Who arrives or is hosted is a refugee ("430 Togolese have come"), who is expelled goes home.
    """
    if count.counted.j <= count.counted.i:
        return ""
    nation = sentence.lexicon.nations.at(sentence.lower, count.counted.j - 1)
    verb = sentence.lower[frame.i]
    if nation is None or nation[1].form != "people":
        return ""
    if frame.measure == "displaced" and verb.startswith(_WAYS_TO_EXPEL):
        return "returned"
    arrives = frame.measure == "displaced" and verb.startswith(_WAYS_TO_ARRIVE)
    is_hosted = frame.rule == "object" and frame.measure in _SAID_OF_HOSTS and verb.startswith(_WAYS_TO_HOST)
    return "refugees" if arrives or is_hosted else ""
