"""Whose people a figure counts where its own noun names no country.

"five sailors of the Ghanaian navy" · "52 of its fighters" · "the front conceded losing seven fighters"
"""

from __future__ import annotations

from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.grammar.classes import ARTICLES, POSSESSIVE_ENDINGS
from humsit.mentions.speakers import Speaker
from humsit.mentions.speakers.names import name_end, side_of, type_of
from humsit.mentions.speakers.subjects import subject
from humsit.vocabulary import Lexicon

FARTHEST_LOSS = 8  # words between "acknowledged" and the number of its own

_FORCES = frozenset({"military", "armed_group"})
_STATE_FORCES = _FORCES | {"government", "emergency_service", "local_authority"}
_JOINS = frozenset({"and", "or"})
_LOSSES = frozenset("loss losses lost lose loses losing death deaths".split())
_MOURNING = frozenset({"mourn", "mourns", "mourned", "mourning"})
_ADMITTING = frozenset(
    "acknowledged acknowledges acknowledge acknowledging admitted admits admit admitting conceded concedes".split()
)
_MAY_LOSE = _FORCES | {"government", "unknown"}
_FIGHTING = frozenset({"combatants", "men"})


def own_side(speaker: Speaker) -> str:
    """The side that somebody calls its own: a country, but of an armed group its name without the country's ("Ghana's")."""
    if speaker.type != "armed_group" or not speaker.side:
        return speaker.side or speaker.name
    for mark in ("'s ", "’s "):
        owner, _, name = speaker.name.partition(mark)
        if name and owner.removeprefix("The ").removeprefix("the ") == speaker.side:
            return name
    return speaker.name


def take_side(draft: Draft, scene: Scene) -> None:
    """Gives a figure of people whose side is open the one that the words around its noun say."""
    if draft.side or draft.unit != "people" or draft.measure == "other":
        return
    side = _of_a_force(draft, scene.lexicon) or _of_its_speaker(draft) or _of_who_lost_them(draft, scene)
    if side:
        draft.side = side
        draft.note("side", "whose people they are")


def _of_a_force(draft: Draft, lexicon: Lexicon) -> str:
    """ "Servicemen of the Ghanaian army", "fighters of the Volta Front"."""
    sentence, at = draft.sentence, draft.count.end
    if sentence.word(at) != "of" or draft.count.counted.thing is None:
        return ""
    begin = at + 1 + (sentence.word(at + 1) in ARTICLES)
    end = next((x for x in range(begin, name_end(sentence, begin, lexicon)) if sentence.lower[x] in _JOINS), 0)
    if end and lexicon.nations.at(sentence.lower, end + 1) is not None:
        return ""  # "the Togolese and Ghanaian armies"
    end = end or name_end(sentence, begin, lexicon)
    if begin >= end or type_of(sentence, begin, end, lexicon) not in _STATE_FORCES:
        return ""
    is_named = type_of(sentence, begin, end, lexicon) == "armed_group" and sentence.is_capital(begin)
    return side_of(sentence, begin, end, lexicon) or (sentence.say(begin, end) if is_named else "")


def _of_its_speaker(draft: Draft) -> str:
    """ "Snipers shot 75 of the movement's fighters, the movement said"."""
    counted, sentence = draft.count.counted, draft.sentence
    owner = next((at - 1 for at in range(counted.i + 1, counted.j) if sentence.lower[at] in POSSESSIVE_ENDINGS), -1)
    if draft.speaker is None or owner < 0 or draft.speaker.type not in _FORCES:
        return ""
    return own_side(draft.speaker) if draft.speaker.name.lower().split()[-1:] == [sentence.lower[owner]] else ""


def _of_who_lost_them(draft: Draft, scene: Scene) -> str:
    """ "The front conceded losing seven fighters", "the front mourned the deaths of nine fighters"."""
    if draft.population_group not in _FIGHTING or draft.measure != "killed":
        return ""
    sentence, begin = draft.sentence, draft.count.begin
    before = range(begin - 1, max(-1, begin - FARTHEST_LOSS), -1)
    loss = next((at for at in before if sentence.lower[at] in _LOSSES), -1)
    verb = next((at for at in before if sentence.lower[at] in _MOURNING | _ADMITTING), -1)
    if not 0 <= verb < loss:
        return ""
    if sentence.lower[verb] in _MOURNING and draft.speaker is None:
        draft.speaker = _force_that(scene, verb)
        draft.stance = "admitted" if draft.speaker and draft.stance == "reported" else draft.stance
    return own_side(draft.speaker) if draft.speaker is not None and _may_be_its_own(draft, draft.speaker) else ""


def _may_be_its_own(draft: Draft, speaker: Speaker) -> bool:
    """Whether who speaks has fighters to lose: a force, or for "fighters" a government or "the group"."""
    has_fighters = speaker.type in _MAY_LOSE or speaker.name.lower().split()[-1:] == ["group"]
    return speaker.type in _FORCES or (has_fighters and draft.population_group == "combatants")


def _force_that(scene: Scene, verb: int) -> Speaker | None:
    """The force that is the subject of a verb."""
    sentence, lexicon = scene.sentence, scene.lexicon
    words = subject(sentence, verb, lexicon)
    if words is None or type_of(sentence, *words, lexicon) not in _FORCES:
        return None
    name = sentence.say(*words)
    kind, side = type_of(sentence, *words, lexicon), side_of(sentence, *words, lexicon)
    return Speaker(name, kind, side, *sentence.span(*words), name)
