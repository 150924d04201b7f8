"""Whom a pronoun means among those who spoke: "The minister said the duty roster showed 58. He denied …": not the roster."""

from __future__ import annotations

from humsit.mentions.speakers.speaker import Memory, Speaker
from humsit.vocabulary.compiled import Lexicon

_HE = frozenset({"he", "she", "him", "her"})
_BEHIND_HEAD = frozenset({"of", "for", "in", "at", "from", "to"})
_BODIES = frozenset(
    "ministry agency office army military police service services government council committee commission department directorate "
    "authority administration hospital clinic union association group organisation organization force forces command staff "
    "brigade division battalion cross crescent nations front movement company radio channel newspaper network bank institute "
    "university court league board state team mission cluster observatory secretariat inspectorate centre center bureau "
    "corps militia coalition party media television website station programme fund charity foundation society firm".split()
)
_PERSONS = frozenset(
    "minister mayor governor spokesman spokeswoman spokesperson doctor nurse surgeon official officer commander colonel general "
    "chief director president secretary prefect coordinator superintendent chairman chairwoman leader resident witness "
    "survivor farmer teacher priest bishop imam elder villager driver physician lawmaker senator ambassador envoy captain "
    "major lieutenant administrator councillor headman trader shopkeeper paramedic midwife".split()
)
_TITLES = frozenset("dr mr mrs ms prof col gen maj capt lt sgt gov sen rev sheikh hon".split())


def meant_by(pronoun: str, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """Whoever "he", "she" or "it" stands for: the last who spoke whom it may mean, else the last."""
    last = memory.last
    if last is None:
        return None
    if pronoun in _HE:
        return next((one for one in (last, *memory.recent) if not _is_no_person(one, lexicon)), last)
    if pronoun == "it":
        return next((one for one in (last, *memory.recent) if not _is_person(one)), last)
    return last


def _head(speaker: Speaker) -> str:
    """The noun that heads a name: "ministry" in "the ministry of health", "mayor" in "the mayor, Kofi Mensah"."""
    words = speaker.name.lower().split(",")[0].split()
    end = next((at for at, word in enumerate(words) if at and word in _BEHIND_HEAD), len(words))
    return words[end - 1] if words else ""


def _is_no_person(speaker: Speaker, lexicon: Lexicon) -> bool:
    head = _head(speaker)
    is_plural = head.endswith("s") and not head.endswith("ss") and head in speaker.name  # no name in capitals: "Abla Owus"
    return head in _BODIES or head in lexicon.cue_nouns or is_plural


def _is_person(speaker: Speaker) -> bool:
    words = speaker.name.lower().replace(".", " ").split()
    return _head(speaker) in _PERSONS or not _TITLES.isdisjoint(words[:3])
