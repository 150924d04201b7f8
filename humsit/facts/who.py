"""Who says a figure, and who is counted by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from humsit.documents.blocks import BlockKind
from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.grammar.classes import POSSESSIVE_PRONOUNS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Speaker, covering
from humsit.mentions.speakers.names import side_of, type_of
from humsit.records import Document, Reason
from humsit.vocabulary import Lexicon
from humsit.vocabulary.compiled import Phrases

T = TypeVar("T")

FARTHEST_DOER = 6  # words before a verb among which stands who did it

FARTHEST_SOURCE = 3  # blocks between a table's last number, or one number and the next, and the line that names the source

_SOURCE_LINES = (["source", ":"], ["sources", ":"])
_ENDS_SOURCE = frozenset({",", ";", "(", "."})
_OWN = (POSSESSIVE_PRONOUNS - {"her"}) | {"their", "own"}
_FORCES = frozenset({"military", "armed_group", "government"})
_DEEDS_OF_FORCES = frozenset({"killed", "injured", "detained"})
_THEMSELVES = frozenset({"it", "they", "its", "their"})


def speak(draft: Draft, scene: Scene) -> None:
    """Gives a figure its claimant and stance: whoever its words are said by, or whose quotation goes on."""
    one = covering(scene.attributions, draft.count.quantity.i)
    if one is not None:
        draft.speaker, draft.stance = one.speaker, one.stance
        draft.because("claimant", "says it", one.cue_i, one.cue_j)
    elif scene.quoted:
        draft.speaker = scene.last_speaker
        draft.because("claimant", "the quotation goes on")
        scene.paragraph.waiting.append(draft)
    if draft.stance == "reported" and _boasts(draft):
        draft.stance = "claimed"
        draft.because("stance", "forces speak of their own deeds")


def _boasts(draft: Draft) -> bool:
    """Whether forces say that they themselves killed: the text keeps its distance."""
    frame, speaker = draft.count.frame, draft.speaker
    if frame is None or frame.rule != "object" or draft.measure not in _DEEDS_OF_FORCES:
        return False
    before = draft.sentence.lower[max(0, frame.i - FARTHEST_DOER) : frame.i]
    return speaker is not None and speaker.type in _FORCES and not _THEMSELVES.isdisjoint(before)


def name_source(sentence: Sentence, drafts: Sequence[Draft], document: Document, lexicon: Lexicon) -> None:
    """A line "Source: NDMO" speaks for the table or list above it; the agency that closes an article with its name does not."""
    if sentence.lower[:2] not in _SOURCE_LINES or len(sentence) < 3:
        return
    end = next((at for at in range(2, len(sentence)) if sentence.lower[at] in _ENDS_SOURCE), len(sentence))
    name = sentence.say(2, end)
    if not name or name == document.agency:
        return
    start, stop = sentence.span(2, end)
    speaker = Speaker(name, type_of(sentence, 2, end, lexicon), side_of(sentence, 2, end, lexicon), start, stop, name)
    below = sentence.paragraph
    for draft in reversed(drafts):
        listed = draft.sentence.block.kind in (BlockKind.CELL, BlockKind.BULLET)
        if not listed or below - draft.sentence.paragraph > FARTHEST_SOURCE:
            return
        if draft.speaker is None:
            draft.speaker = speaker
            draft.why.append(Reason(field="claimant", rule="the source line below", words=name, start=start, end=stop))
        below = draft.sentence.paragraph


def who_is_counted(draft: Draft, lexicon: Lexicon) -> None:
    """Gives a figure the part of the population and the side that its noun phrase names: "500 of its soldiers"."""
    counted, sentence = draft.count.counted, draft.sentence
    if counted.j <= counted.i:
        return
    things = _named(lexicon.things, sentence, counted.i, counted.j)
    groups = {thing.population_group for thing in things if thing.population_group}
    if groups:
        draft.population_group = groups.pop() if len(groups) == 1 else "mixed"
    sides = {nation.name for nation in _named(lexicon.nations, sentence, counted.i, counted.j)}
    if len(sides) == 1:
        draft.side = sides.pop()
    elif not sides and draft.speaker is not None and not _OWN.isdisjoint(sentence.lower[counted.i : counted.j]):
        draft.side = draft.speaker.side or draft.speaker.name


def _named(known: Phrases[T], sentence: Sentence, i: int, j: int) -> list[T]:
    """What the words [i, j) name, each word in the longest phrase that begins at it ("South Sudanese" is not Sudanese)."""
    found, at = [], i
    while at < j:
        hit = known.at(sentence.lower, at)
        if hit is not None:
            found.append(hit[1])
        at += hit[0] if hit is not None else 1
    return found
