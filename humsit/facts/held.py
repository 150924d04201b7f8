"""Where a condition holds, and what becomes of it when another speaker says that it does not."""

from __future__ import annotations

from humsit.facts.scene import Scene
from humsit.grammar.classes import BE, NAMES, POSSESSIVE_ENDINGS
from humsit.mentions.conditions import Found, chain_before
from humsit.mentions.conditions.subjects import SHARES, is_settlement
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.records import Condition, ConditionState

FARTHEST_FREE = 4  # words between a condition that needs no place and the place it has
FARTHEST_LEFT = 12  # "safe passage for civilians who want to leave the city of Keta"
FARTHEST_OF = 4
FARTHEST_NEAR = 8
LONGEST_ACRONYM = 4  # "WFP trucks": no place
LONGEST_EXPLANATION = 8  # words between a place and the wider one that explains it
FARTHEST_SIGNING = 3
LONGEST_TITLE = 4  # words of a sentence that only names the place of its paragraph: "Port Sudan."

_NEEDS_NO_PLACE = frozenset({"corridor_requested", "corridor_open", "ceasefire"})
_CLOSE_SLOTS = frozenset(
    {"for", "into", "in", "to", "at", "from", "around", "over", "through", "of", "toward", "towards", "near", "object"}
)
_THEME_SLOTS = frozenset({"subject", "topic", "doer", "in", "at", "label", "of", "around", "object", "near", "outside"})
_WHOLE_PLACE = frozenset({"besieged", "bombarded", "destroyed", "captured"})
_FROM_A_PLACE = frozenset({"no_communications", "evacuation_blocked", "aid_blocked", "corridor_open", "corridor_requested"})
_CLAUSE_ENDS = frozenset({";", "while", "but"})
_BEFORE_A_PLACE = frozenset(
    "of in at to on into around near from inside across within with serving served serves supplying feeding linking".split()
)
_WHO_LEAVE = frozenset(
    {"leave", "leaving", "flee", "fleeing", "trapped", "stranded", "stuck", "left", "caught", "bring", "evacuate", "out"}
)
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central", "the", "nearby", "neighbouring", "neighboring"})
_LOCAL = frozenset({"hospital", "witness", "local_authority", "emergency_service"})
_CALLS = frozenset("phone telephone radio message messages app video call line whatsapp reached".split())
_SIGNING = frozenset({"signed", "mediated", "negotiated", "concluded", "brokered"})
_SAID_TO_HOLD = frozenset({"in", "at", "subject", "topic"})
_EXPLAINING = frozenset({"a", "an", "the", "home", "where", "which", "once", "its"})
_OPPOSITE = {ConditionState.PRESENT: ConditionState.ABSENT, ConditionState.ABSENT: ConditionState.PRESENT}


def condition_place(found: Found, scene: Scene, theme: str | None) -> str | None:
    """The place of a condition: behind it, before it, the paragraph's, or `theme`; None where it has none and needs one."""
    lower = scene.sentence.lower
    own = _named(scene)
    if lower[found.j - 1] == "of" and found.condition in _WHOLE_PLACE:  # "the siege of Tamale": nowhere else
        if scene.sentence.word(found.j) in ("their", "his", "her"):
            return None  # "forced out of their huts"
        named = (p.name for p in own if 0 <= p.i - found.j <= FARTHEST_OF)
        name = next(named, None) or _name_at(scene, found.j)
        if found.condition == "captured" and name and _is_of_something_else(scene, found.j, name):
            return None
        if name or not _is_spoken_of(scene, found.j):
            return name or None
    if found.condition == "ceasefire":
        own = [place for place in own if not _is_of_the_signing(scene.sentence, place)]
    inside = next((place for place in own if found.i < place.i < found.j), None)
    if inside is not None:
        return inside.name
    if found.condition not in _FROM_A_PLACE:
        own = [place for place in own if place.slot != "from"]
    if name := _subject_name(found, scene) or _name_inside(found, scene):
        return name
    before = [place for place in own if place.j <= found.i]
    behind = [place for place in own if place.i >= found.j - 1 and _CLAUSE_ENDS.isdisjoint(lower[found.j : place.i])]
    if found.condition in _NEEDS_NO_PLACE:
        return _place_of_a_free_condition(found, before, behind, scene)
    label = _label(scene)
    near = [place for place in behind if place.i - found.j <= FARTHEST_NEAR and "," not in lower[found.j : place.i]]
    if label and not near and not any(place.slot in _SAID_TO_HOLD and place.j <= found.i and place.i > 0 for place in own):
        return label
    nearest_before = [place for place in reversed(before) if place.slot != "direction"] or before[::-1]
    candidates = [*near[:1], *nearest_before[:1], *behind[:1]]
    return (
        candidates[0].name
        if candidates
        else _named_after(found, scene)
        or _loose_name(found, scene)
        or _speakers(scene)
        or _phoned_from(scene)
        or _spoken_of(scene)
        or theme
        or _told_of(scene)
        or _spoken_in(scene)
    )


def _is_of_something_else(scene: Scene, i: int, name: str) -> bool:
    """ "took control of the debate in Accra"."""
    sentence = scene.sentence
    first = name.split()[0].lower()
    end = next((x for x in range(i, min(i + FARTHEST_OF + 1, len(sentence))) if sentence.lower[x] == first), i)
    return any(
        sentence.tags[x] in ("NN", "NNS")
        and not is_settlement(sentence.lower[x], scene.lexicon)
        and sentence.lower[x] not in SHARES
        for x in range(i, end)
    )


def _is_of_the_signing(sentence: Sentence, place: Place) -> bool:
    """ "the truce signed in Geneva": what was signed there holds elsewhere."""
    begin = max(0, place.i - FARTHEST_SIGNING)
    at = next((x for x in range(begin, place.i) if sentence.lower[x] in _SIGNING), -1)
    return place.slot == "in" and at > 0 and sentence.lower[at - 1] not in BE


def _is_spoken_of(scene: Scene, i: int) -> bool:
    """Whether words mean a place that was named before: "in control of the city's northern suburbs"."""
    words = scene.sentence.lower[i : i + FARTHEST_OF]
    return words[:1] == ["it"] or (words[:1] == ["the"] and not scene.lexicon.context["settlement"].isdisjoint(words))


def _place_of_a_free_condition(found: Found, before: list[Place], behind: list[Place], scene: Scene) -> str:
    """A ceasefire or a corridor may be nowhere in particular."""
    far = found.condition == "corridor_requested" and not _WHO_LEAVE.isdisjoint(scene.sentence.lower[found.j :])
    farthest = FARTHEST_LEFT if far else FARTHEST_FREE
    close = next((place for place in behind if place.i - found.j <= farthest and place.slot in _CLOSE_SLOTS), None)
    if close is not None:
        return close.name
    if found.condition == "corridor_requested":
        return _speakers(scene)  # "The mayor of Keta begged for a safe way out"
    return before[-1].name if before else _title(scene.paragraph.sentences)


def _named(scene: Scene) -> list[Place]:
    """The places of a sentence that something may hold at: no speaker's, none that only says where another lies."""
    places = [place for place in scene.places if not _is_speakers(place.i, scene) and not _is_common(scene, place.i)]
    return [place for place in places if not any(_explains(scene, place, other) for other in places)]


def _explains(scene: Scene, place: Place, other: Place) -> bool:
    """ "Goma, the capital of North Kivu": what holds is said of Goma."""
    between = scene.sentence.lower[other.j : place.i]
    inside = bool(between) and between[0] == "," and len(between) <= LONGEST_EXPLANATION and "," not in between[1:]
    return inside and place.slot in ("of", "in") and not scene.lexicon.context["settlement"].isdisjoint(between)


def _is_common(scene: Scene, i: int) -> bool:
    """Whether a capital only begins the sentence: "Fuel is scarce"."""
    lower, lexicon = scene.sentence.lower, scene.lexicon
    tables = (lexicon.services, lexicon.things, lexicon.claimants)
    return any(table.at(lower, i) is not None for table in tables) or lower[i] in lexicon.context["dweller"]


# -- names in no place's slot ----------------------------------------------------------------------------------------------------


def _loose_name(found: Found, scene: Scene) -> str:
    """A name that the grammar of places leaves out.

    Right behind the words, the subject of the sentence, or behind "of" ("the streets of Tamale are dark").
    """
    sentence = scene.sentence
    if name := _name_at(scene, found.j):
        return name
    if name := _owner(scene, found.i):
        return name
    near = [*range(found.j, min(found.j + FARTHEST_NEAR, len(sentence))), *range(found.j - 1, 0, -1)]
    for at in near:
        if sentence.lower[at - 1] in _BEFORE_A_PLACE and (name := _name_at(scene, at)):
            return name
    end = _name_end(sentence, 0)
    goes_on = sentence.tag(end) in ("MD", "VBD", "VBZ", "VBP") or (
        sentence.word(end) == "," and sentence.word(end + 1) in _EXPLAINING
    )
    return _name_at(scene, 0) if found.i > 0 and goes_on else ""


def _subject_name(found: Found, scene: Scene) -> str:
    """ "Tamale remains without water": the name right before the words and their auxiliaries."""
    sentence = scene.sentence
    begin = chain_before(sentence, found.i).begin
    start = next((at for at in range(max(0, begin - 3), begin) if _name_end(sentence, at) == begin), begin)
    listed = sentence.word(start - 1) == "and" and sentence.is_capital(start - 2)
    if start == 0 and scene.places and all(place.i > 0 for place in scene.places):
        return ""  # "Insecurity has kept the teams from reaching Keta"
    return _name_at(scene, start) if start < begin and not listed else ""


def _named_after(found: Found, scene: Scene) -> str:
    """ "The Tamale pumping station is back on the grid": the name that a plant or a pump bears."""
    sentence, services = scene.sentence, scene.lexicon.services
    if not found.condition.startswith("no_"):
        return ""
    for at in range(found.j - 1, 0, -1):
        hit = services.at(sentence.lower, at) if sentence.lower[at] in services else None
        if hit is not None and hit[1].kind == "source" and sentence.is_capital(at - 1):
            start = next((x for x in range(max(0, at - 3), at) if _name_end(sentence, x) == at), at)
            if start < at and sentence.word(start - 1) in ("the", "of", "at", "in"):
                return _name_at(scene, start)
    return ""


def _name_inside(found: Found, scene: Scene) -> str:
    """ "reduced Tamale to rubble": the name that the verb acts on."""
    return _name_at(scene, found.i + 1) if found.condition in _WHOLE_PLACE and found.j - found.i > 1 else ""


def _owner(scene: Scene, i: int) -> str:
    """ "Keta's bakeries have run out"."""
    sentence = scene.sentence
    at = next((x for x in range(i, 0, -1) if sentence.word(x) in POSSESSIVE_ENDINGS), 0)
    start = next((x for x in range(max(0, at - 3), at) if _name_end(sentence, x) == at), at)
    return _name_at(scene, start) if start < at else ""


def _name_at(scene: Scene, i: int) -> str:
    sentence, lexicon = scene.sentence, scene.lexicon
    i += sentence.word(i) in _DIRECTIONS
    end = _name_end(sentence, i)
    is_acronym = end == i + 1 and sentence.words[i].isupper() and len(sentence.words[i]) <= LONGEST_ACRONYM
    if end == i or is_acronym or _is_speakers(i, scene):
        return ""
    nation = lexicon.nations.at(sentence.lower, i)
    if nation is not None and nation[1].form in ("adjective", "people"):
        return ""
    known = _is_common(scene, i) or lexicon.claimant_names.at(sentence.lower, i)
    no_place = lexicon.place_words["no_place"] | lexicon.place_words["organisation"]
    is_other = known or any(word in no_place or word in lexicon.weekdays for word in sentence.lower[i:end])
    return "" if is_other or sentence.lower[i] in lexicon.months else sentence.say(i, end)


def _is_speakers(i: int, scene: Scene) -> bool:
    return any(one.cue_i <= i < one.cue_j for one in scene.attributions)


def _name_end(sentence: Sentence, i: int) -> int:
    end = i
    while sentence.is_capital(end) and sentence.tag(end) in NAMES:
        end += 1
    return end


# -- around it -------------------------------------------------------------------------------------------------------------------


def _speakers(scene: Scene) -> str:
    """ "Residents of Tamale spoke of shelling", "a pharmacist in Keta says there is no insulin"."""
    inside = [p for p in reversed(scene.places) if _is_speakers(p.i, scene) and p.slot in ("of", "in", "at")]
    return next((p.name for p in inside if _lives_there(scene, p)), "")


def _phoned_from(scene: Scene) -> str:
    """ "…, she said by telephone from Tamale": what is told holds there."""
    lower = scene.sentence.lower
    calls = (p for p in scene.places if p.slot in ("from", "in") and not _CALLS.isdisjoint(lower[max(0, p.i - 3) : p.i]))
    return next((p.name for p in calls), "")


def _lives_there(scene: Scene, place: Place) -> bool:
    """Whether the speaker named before a place tells of his own: no ministry, army, agency or outlet."""
    lower, lexicon = scene.sentence.lower, scene.lexicon
    if any(word in lexicon.context["dweller"] for word in lower[:4]):
        return True
    at = next((x for x in range(place.i - 1, max(-1, place.i - FARTHEST_OF), -1) if scene.sentence.tags[x] in ("NN", "NNS")), -1)
    hit = (lexicon.claimants.at(lower, at - 1) or lexicon.claimants.at(lower, at)) if at > 0 else None
    return at >= 0 and (hit is None or hit[1] in _LOCAL)


def _told_of(scene: Scene) -> str | None:
    """ "Aid workers describe Tamale as a city under siege"."""
    return next((place.name for place in scene.places if place.slot == "object"), None)


def _spoken_in(scene: Scene) -> str | None:
    """ "Officials in Tamale said there was enough food", where no other place is known."""
    return next((p.name for p in scene.places if _is_speakers(p.i, scene) and p.slot in ("of", "in", "at")), None)


def _may_be_meant(scene: Scene, place: Place) -> bool:
    """Whether what is said next may hold at a place: at no speaker, at none that only says where another lies."""
    if place.slot not in _THEME_SLOTS or (scene.last_speaker is not None and place.name in scene.last_speaker.name):
        return False
    return place.slot != "of" or not any(_is_of_a_capital(scene, sentence, place) for sentence in scene.paragraph.sentences)


def _is_of_a_capital(scene: Scene, sentence: Sentence, place: Place) -> bool:
    """ "In Goma, the capital of North Kivu, …"."""
    if sentence.say(place.i, min(place.j, len(sentence))) != place.name or sentence.word(place.i - 4) != ",":
        return False
    return sentence.lower[place.i - 2] in scene.lexicon.context["settlement"]


def _label(scene: Scene) -> str:
    """The name before a colon that opens the paragraph: "Camp 9: the only road is flooded"."""
    first = (*scene.paragraph.sentences, scene.sentence)[0]
    colon = next((x for x in range(1, min(LONGEST_TITLE + 1, len(first))) if first.lower[x] == ":"), 0)
    if colon and first.lower[1] == "," and _name_end(first, 2) == colon > 2:
        return first.say(2, colon)  # "Fuel, Keta: pumps empty"
    end = _name_end(first, 0)
    is_name = end > 0 and all(first.tags[x] == "CD" or is_settlement(first.lower[x], scene.lexicon) for x in range(end, colon))
    return first.say(0, colon) if colon and is_name and not _is_a_thing(scene, first, colon) else ""


def _is_a_thing(scene: Scene, sentence: Sentence, end: int) -> bool:
    """ "Health:", "Access:", "Reuters:": a heading or a speaker."""
    lexicon = scene.lexicon
    if sentence.tag(end - 1) == "CD":
        return False  # "Camp 9"
    known = (lexicon.services, lexicon.things, lexicon.claimants)
    words = lexicon.place_words["no_place"] | lexicon.place_words["organisation"]
    of_speaker = lexicon.claimant_names.at(sentence.lower, 0) is not None or sentence.words[0].isupper()
    return (
        of_speaker
        or any(table.at(sentence.lower, 0) is not None for table in known)
        or not words.isdisjoint(sentence.lower[:end])
    )


def _spoken_of(scene: Scene) -> str | None:
    """The place that the paragraph spoke of last."""
    last = next((place.name for place in reversed(scene.paragraph.places) if _may_be_meant(scene, place)), None)
    return last or _title(scene.paragraph.sentences) or _in_heading(scene.sentence.block.heading) or None


def _in_heading(heading: str) -> str:
    """The name that ends a heading: "Blockade of Mocha"."""
    words = heading.rstrip(" :.").split()
    at = next((x for x in range(len(words) - 1, 0, -1) if words[x - 1].lower() in _BEFORE_A_PLACE), None)
    return " ".join(words[at:]) if at is not None and all(word[0].isupper() for word in words[at:]) else ""


def _title(sentences: list[Sentence]) -> str:
    """The name that a paragraph begins with as a sentence of its own: "Port Sudan. Shelling has ceased."."""
    first = sentences[0] if sentences else None
    if first is None or not 1 < len(first) <= LONGEST_TITLE + 1 or first.lower[-1] not in (".", ":"):
        return ""
    return first.say(0, len(first) - 1) if _name_end(first, 0) == len(first) - 1 else ""


# -- said by one, denied by another ----------------------------------------------------------------------------------------------


def keep(conditions: dict[tuple[str, str, str], Condition], fact: Condition) -> None:
    """Keeps a condition the first time that it is said of its place.

    Where another speaker says the opposite, the one that was said first is disputed.
    """
    place = fact.place.lower()
    opposite = (fact.condition, _OPPOSITE.get(fact.state, fact.state), place)
    rival = conditions.get(opposite) if opposite[1] != fact.state else None
    if rival is not None and rival.claimant != fact.claimant:
        del conditions[opposite]
        disputed = rival.model_copy(update={"state": ConditionState.DISPUTED})
        conditions.setdefault((fact.condition, disputed.state, place), disputed)
        return
    is_disputed = (fact.condition, ConditionState.DISPUTED, place) in conditions
    if not (is_disputed and fact.state == ConditionState.ABSENT):
        conditions.setdefault((fact.condition, fact.state, place), fact)
