"""Who says something, what of a sentence they say, and what a document has said of its speakers so far."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from humsit.mentions.sentence import Sentence

RECENT = 6  # speakers among whom "he" and "it" are looked for

_BEHIND_HEAD = frozenset({"of", "for", "to"})
_ARTICLES_FIRST = (["the"], ["a"], ["an"])


@dataclass(slots=True)
class Speaker:
    """A claimant as named: characters [start, end) of the document, or a name led back to another sentence."""

    name: str
    type: str
    side: str
    start: int
    end: int
    context: str = ""
    """The whole noun phrase, with the place that it names ("Emergency services in the eastern Chernihiv region")."""


@dataclass(slots=True)
class Attribution:
    """Words [begin, end) of a sentence are said by `speaker`.

    The words of saying are [cue_i, cue_j), the speaker's name among them.
    """

    speaker: Speaker
    stance: str
    begin: int
    end: int
    cue_i: int
    cue_j: int
    opens: bool
    """Whether the speaker stands before what is said."""
    closes_from: int | None = None
    """The first word of what it closes, if somebody else relays it: "the radio reports that 12 died, according to the mayor"."""

    aside_end: int = 0
    """The word behind what is said of the speaker: "according to the Red Cross, which has handed out 6,000 parcels"."""

    def closes(self, i: int) -> bool:
        """Whether word i is said by this speaker, who is named behind what he says."""
        return (self.begin <= i < self.end or self.cue_j <= i) and not self.cue_j <= i < self.aside_end

    def is_origin_of(self, i: int) -> bool:
        """Whether word i is relayed from this speaker."""
        return self.closes_from is not None and self.closes_from <= i < self.cue_i


@dataclass
class Memory:
    """What earlier sentences said of speakers: the last one, and all of the document by name."""

    last: Speaker | None = None
    named: int = 0
    recent: deque[Speaker] = field(default_factory=lambda: deque(maxlen=RECENT))
    """Those who spoke last, the latest first."""
    relays: dict[str, Speaker] = field(default_factory=dict)
    """Whom an outlet relays: its name in small letters → the origin."""
    open_quote: bool = False
    before: Sentence | None = None
    """The sentence before, where nobody speaks in it."""
    teller: Speaker | None = None
    """Whoever has just given out what the next sentences of the paragraph say: "The agency has finished its briefing."."""
    ends: dict[str, dict[int, tuple[int, Speaker]]] = field(default_factory=dict)
    """The speakers by the last word of their name and its length in words: when met, and who."""

    heads: dict[str, tuple[int, int, Speaker]] = field(default_factory=dict)
    """The speakers by the noun that heads their name, as "ministry" in "Ministry of Health": when met, its words, and who."""

    def meet(self, speaker: Speaker) -> None:
        """Remember a speaker who was named."""
        self.last = speaker
        self.recent.appendleft(speaker)
        self.named += 1
        words = _words_of(speaker)
        if words:
            self.ends.setdefault(words[-1], {})[len(words)] = (self.named, speaker)
        head = next((at for at, word in enumerate(words) if word in _BEHIND_HEAD), 0)
        if head:
            self.heads[words[head - 1]] = (self.named, len(words), speaker)

    def has_met(self, speaker: Speaker) -> bool:
        """Whether a speaker has been named as saying something before."""
        words = _words_of(speaker)
        return bool(words) and len(words) in self.ends.get(words[-1], {})

    def short_for(self, word: str, length: int) -> Speaker | None:
        """The speaker met last whose longer name ends in `word`, itself said with `length` words: "Chaus", "the service"."""
        longer = [met for words, met in self.ends.get(word, {}).items() if words > length]
        if word in self.heads:
            named, words, speaker = self.heads[word]
            longer += [(named, speaker)] if words > length else []
        if not longer:
            return None
        _, earlier = max(longer, key=lambda met: met[0])
        return self.relays.get(earlier.name.lower(), earlier)


def _words_of(speaker: Speaker) -> list[str]:
    """The words of a name but its article: "the Volta Radio" is no longer than "Volta Radio"."""
    words = speaker.name.lower().replace("'s", "").split()
    return words[1:] if words[:1] in _ARTICLES_FIRST else words


def covering(attributions: Sequence[Attribution], i: int) -> Attribution | None:
    """The attribution of word i: the nearest that opens before it, else the first that closes behind it."""
    opening = [one for one in attributions if one.opens and one.begin <= i < one.end]
    if opening:
        return next((one for one in attributions if one.is_origin_of(i) and one.cue_i > opening[-1].cue_j), opening[-1])
    closing = [one for one in attributions if not one.opens and one.closes(i)]
    if closing and 0 < closing[0].cue_i < i:  # "40 died, according to police; 52, according to the hospital"
        return next((one for one in closing if one.cue_i > i), closing[0])
    return closing[0] if closing else None
