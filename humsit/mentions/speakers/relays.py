"""Who was named, and whom an outlet relays: "the agency reports, citing the mayor"."""

from __future__ import annotations

from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.cues import RELAYED, RELAYING
from humsit.mentions.speakers.speaker import Attribution, Memory


def remember(sentence: Sentence, found: list[Attribution], memory: Memory) -> None:
    """The speaker who was named.

    For "the agency reports, citing the mayor's office" what the agency says is the office's, here and later.
    """
    this = found[-1]
    if len(found) > 1 and (_relays(sentence, this) or _is_inserted(sentence, found[-2], this)):
        relay = found[-2]
        memory.relays[relay.speaker.name.lower()] = this.speaker
        memory.meet(relay.speaker)
        relay.speaker = this.speaker
    elif len(found) > 1 and _relays(sentence, found[-2]) and this.opens and this.cue_i < found[-2].cue_i:
        memory.relays[this.speaker.name.lower()] = this.speaker = found[-2].speaker  # "the radio, citing the mayor, said"
    if this.speaker.name:
        memory.meet(this.speaker)


def _relays(sentence: Sentence, one: Attribution) -> bool:
    word = sentence.word(one.cue_i)
    return word in RELAYING or (word in RELAYED and not one.opens)


def _is_inserted(sentence: Sentence, relay: Attribution, this: Attribution) -> bool:
    """ "The agency reported, on the authority of the chief, that 34 …"."""
    return relay.opens and not this.opens and relay.cue_j == this.cue_i - 1 and sentence.word(this.cue_i - 1) == ","
