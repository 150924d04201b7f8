"""Who goes on telling in a sentence that names nobody: "The agency gave its count. Twelve people have died."."""

from __future__ import annotations

from humsit.facts.draft import Draft
from humsit.facts.scene import Paragraph, Scene
from humsit.grammar.classes import FINITE
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Memory, Speaker

_STANDS_FOR_HIM = frozenset({"he", "she", "it", "they"})
_CLAUSE_ENDS = frozenset({";", ":", "while", "after", "when", "before", "where", "but", "as", "—", "–"})


def who_goes_on(sentence: Sentence, paragraph: Paragraph, memory: Memory) -> Speaker | None:
    """Whoever gave out the count that the sentence goes on with, or has just spoken and is its subject: "It treated 33"."""
    if not paragraph.sentences:
        return None
    if memory.teller is not None:
        return memory.teller
    return memory.last if paragraph.told and sentence.word(0) in _STANDS_FOR_HIM else None


def tells_too(draft: Draft, scene: Scene) -> bool:
    """Whether a figure is told by whoever goes on: behind "He", "It" those of the first clause alone."""
    sentence, begin = scene.sentence, draft.count.begin
    if sentence.word(0) not in _STANDS_FOR_HIM:
        return True
    before = sentence.lower[:begin]
    if not _CLAUSE_ENDS.isdisjoint(before):
        return False
    joins = max((at for at, word in enumerate(before) if word in ("and", ",")), default=begin)
    return FINITE.isdisjoint(sentence.tags[joins:begin]) and FINITE.isdisjoint(sentence.tags[begin : begin + 1])
