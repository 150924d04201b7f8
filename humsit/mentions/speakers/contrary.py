"""Who denies what others told at the head of a sentence: "Contrary to reports of 40 dead, nine died, the mayor said"."""

from __future__ import annotations

from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.speaker import Attribution, Memory


def with_contrary(sentence: Sentence, found: list[Attribution], memory: Memory) -> list[Attribution]:
    """The attributions of a sentence, of which none that stands behind "contrary to" reaches beyond its comma.

    Whoever says the rest denies what stands there.
    """
    at = sentence.lower.index("contrary")
    comma = next((n for n in range(at, len(sentence)) if sentence.lower[n] == ","), 0)
    if sentence.word(at + 1) != "to" or not comma:
        return found
    others = [one for one in found if not at < one.cue_i < comma]
    if not others:
        return found
    denier = others[0].speaker
    memory.last = denier
    return [Attribution(denier, "denied", at + 2, comma, at, at + 2, opens=True), *others]
