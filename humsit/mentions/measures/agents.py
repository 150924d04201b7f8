"""Who does it decides what a deed does to people.

The police who pick up 12 detain them; relatives who take in 12 are no shelter; volunteers who drive out 12 evacuate them.
"""

from __future__ import annotations

from humsit.mentions.measures.counts import Count, CountedSentence, Frame

FARTHEST_AGENT = 6  # words before a verb among which its subject is named
FARTHEST_HALL = 6  # words behind "in" among which the noun of a shelter ends

_OF_DEEDS = frozenset({"object", "passive", "way", "modifier"})
_TAKEN = frozenset({"rescued", "evacuated", "detained"})
_CATCHES = ("pick", "caught", "catch", "took", "tak", "nab", "grab", "bundl", "scoop", "snap")
_SAVED = frozenset("survivor survivors castaway castaways safety hospital shore roof roofs sea water floodwater rubble".split())
_CAUGHT_BY_CHANCE = frozenset({"up", "off", "out", "between", "unawares"})
_ENDS = frozenset({",", ";", ".", ":", "and"})
_FIGHTERS = frozenset({"combatants"})
_HOSTS = frozenset(
    "relative kin kinsfolk kinsmen kinfolk relation family friend neighbour neighbor household host cousin sibling brother "
    "sister parent grandparent aunt uncle son daughter acquaintance colleague clansmen stranger".split()
)
_TAKES_IN = ("tak", "took", "host", "receiv", "welcom", "absorb", "hous", "lodg", "shelter", "accommodat", "put")
_UPROOTED = frozenset({"displaced", "uprooted", "homeless", "idp", "idps", "fleeing"})
_DRIVES = ("driv", "drove")
_HELPERS = frozenset(
    "police volunteer rescuer crew team evacuation rescue medic ambulance firefighter charity monk priest driver bus minibus "
    "van angel paramedic chaplain army-engineer".split()
)
_FLIES = frozenset(
    "rocket rockets shell shells bullet bullets shrapnel drone drones fragments splinters gunfire fire car bus truck lorry train "
    "motorcycle van rounds round ricochet ricochets canisters batons debris stones arrows lightning pellets mortar missile "
    "missiles grenade".split()
)
_OPERATES = ("surg", "doctor", "hospital", "clinic", "medic", "anaesth", "theatre", "patient")
_STRIKES = frozenset(
    "hit hits struck strike strikes striking hitting stricken affected afflicted afflicts felled gripped".split()
)
_LEAVES = ("left", "leav", "depart")
_TOLD_TO_GO = frozenset("evacuation evacuations alert alerts alarm warning warnings siren sirens order orders".split())
_CARES = ("look", "car", "accommodat", "tend")


def by_whom(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """What befell those counted, by who did it or where; "" where that says no more than the frame."""
    if frame.rule == "predicate" and frame.measure == "affected":
        return _struck(sentence, frame, sentence.lower[frame.i], count)
    if frame.rule not in _OF_DEEDS and frame.rule != "subject":
        return ""
    verb = sentence.lower[frame.i]
    match frame.measure:
        case "sheltered":
            return _hosted(sentence, frame, verb, count)
        case "displaced":
            return _driven_out(sentence, frame, verb) or _told_to_go(sentence, verb)
        case "attacks":
            return "other" if _is_surgery(sentence, count) else ""
        case "affected":
            return _struck(sentence, frame, verb, count)
        case "assisted":
            return _cared_for(sentence, count, verb)
    return _caught(sentence, count, frame) if frame.measure in _TAKEN else ""


def _caught(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """Whoever is picked up, caught or taken alive by the police or by gunmen is detained; whoever is caught by nobody is not."""
    verb = sentence.lower[frame.i]
    if frame.rule not in _OF_DEEDS or not verb.startswith(_CATCHES):
        return ""
    end = _end(sentence, frame.i)
    agents = _agents(sentence, frame.i, passive=frame.rule == "passive")
    captors, thing = sentence.lexicon.context["captor"], count.counted.thing
    is_caught = not verb.startswith("t") and _holds(agents, captors)
    fights = thing is not None and thing.population_group in _FIGHTERS
    if fights and verb.startswith("t") and sentence.word(frame.i + 1) == "out" and sentence.word(frame.j) != "of":
        return "killed"
    is_alive = count.is_bare and "alive" in sentence.lower[frame.i : frame.j]
    is_taken = (fights or is_alive) and verb.startswith("t") and frame.measure == "rescued"
    is_wanted = thing is not None and thing.words in sentence.lexicon.context["wanted"]
    if (is_caught or is_taken or is_wanted) and _SAVED.isdisjoint(sentence.lower[frame.i : end]):
        return "detained"
    is_no_catch = verb == "caught" and frame.rule == "passive" and sentence.word(frame.j) in _CAUGHT_BY_CHANCE
    return "other" if is_no_catch and frame.measure == "detained" else ""


def _end(sentence: CountedSentence, verb: int) -> int:
    return next((at for at in range(verb, len(sentence.lower)) if sentence.lower[at] in _ENDS), len(sentence.lower))


def _agents(sentence: CountedSentence, verb: int, *, passive: bool) -> list[str]:
    """The words that name who does it: behind "by", else before the verb."""
    end = _end(sentence, verb)
    by = next((at for at in range(verb, end) if sentence.lower[at] == "by"), -1)
    if by >= 0 or passive:
        return sentence.lower[by:end] if by >= 0 else []
    begin = verb
    while begin > max(0, verb - FARTHEST_AGENT) and sentence.lower[begin - 1] not in (",", ";", "."):
        begin -= 1
    return sentence.lower[begin:verb]


def _holds(words: list[str], known: frozenset[str]) -> bool:
    """Whether one of the words is known, in the singular or the plural."""
    return any(word in known or word.removesuffix("s") in known or word.removesuffix("ies") + "y" in known for word in words)


def _hosted(sentence: CountedSentence, frame: Frame, verb: str, count: Count) -> str:
    """Whom relatives or a town take in is displaced: "taken in by kin", "Keta took in 900 uprooted families"."""
    if not verb.startswith(_TAKES_IN):
        return ""
    agents = _agents(sentence, frame.i, passive=frame.rule == "passive")
    if _holds(agents, _HOSTS):
        return "displaced"
    is_uprooted = frame.rule == "object" and not _UPROOTED.isdisjoint(sentence.lower[count.quantity.after : count.end])
    return "displaced" if is_uprooted and not _names_a_house(sentence, frame.i, count.end) else ""


def _names_a_house(sentence: CountedSentence, verb: int, end: int) -> bool:
    """Whether a shelter or another building takes them: before the verb, or in the clause behind it."""
    around = (*range(max(0, verb - FARTHEST_AGENT), verb), *range(end, _end(sentence, end)))
    return any(_is_house(sentence, at) for at in around)


def _is_house(sentence: CountedSentence, at: int) -> bool:
    hit = sentence.lexicon.things.at(sentence.lower, at)
    return hit is not None and (hit[1].unit in ("facilities", "buildings") or hit[1].words in sentence.lexicon.context["shelter"])


def _driven_out(sentence: CountedSentence, frame: Frame, verb: str) -> str:
    """ "the police drove out 86 people", "volunteers drove 12 out of the village": by those who help, and no raiders."""
    return (
        "evacuated"
        if verb.startswith(_DRIVES) and _holds(_agents(sentence, frame.i, passive=frame.rule == "passive"), _HELPERS)
        else ""
    )


def _told_to_go(sentence: CountedSentence, verb: str) -> str:
    """ "900 people left Keta after the alert": who leaves when told to is evacuated."""
    return "evacuated" if verb.startswith(_LEAVES) and not _TOLD_TO_GO.isdisjoint(sentence.lower) else ""


def _is_surgery(sentence: CountedSentence, count: Count) -> bool:
    """ "our surgeons carried out 33 operations"."""
    thing = count.counted.thing
    is_operation = thing is not None and thing.words == "operation"
    return is_operation and any(word.startswith(_OPERATES) for word in sentence.lower)


def _struck(sentence: CountedSentence, frame: Frame, verb: str, count: Count) -> str:
    """ "two nurses were hit on their way", "12 farmers hit by shrapnel": by what flies or drives, and no flood or drought."""
    if verb not in _STRIKES or count.unit != "people":
        return ""
    before = _agents(sentence, frame.i, passive=frame.rule in ("passive", "predicate"))
    if not sentence.lexicon.context["disease"].isdisjoint(before):
        return "infected"
    if verb not in ("hit", "struck"):
        return ""
    is_passive = frame.rule in ("passive", "predicate")
    by = _agents(sentence, frame.i, passive=is_passive)
    return "injured" if (frame.rule == "passive" and not by) or not _FLIES.isdisjoint(by) else ""


def _cared_for(sentence: CountedSentence, count: Count, verb: str) -> str:
    """ "the mission is looking after 900 people in parish halls": they have a roof there."""
    if not verb.startswith(_CARES) or sentence.word(count.end) not in ("in", "at"):
        return ""
    thing = count.counted.thing
    if thing is not None and thing.words.endswith("patient"):
        return ""
    return "sheltered" if any(_is_house(sentence, at) for at in range(count.end + 1, count.end + FARTHEST_HALL)) else ""
