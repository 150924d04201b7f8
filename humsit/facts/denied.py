"""Who denies what others told in the sentence before.

"Posts spoke of 50 dead. The prefect dismissed them as a hoax.": an outlet or the street only relays, whoever denies it claims.
"Not 90 but 12 died": a number that the speaker himself denies.
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.grammar.classes import NOT
from humsit.mentions.hedges import Hedge
from humsit.mentions.speakers import Attribution, Speaker

_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "infected", "displaced", "trapped", "evacuated"})
_STREET = frozenset(
    "posts post rumours rumors rumour rumor websites website messages message video videos users accounts tweets pages outlets "
    "media reports report blogs bloggers influencers channels channel forums gossip talk sites".split()
)


def deny_number(draft: Draft) -> None:
    """ "Not 90 but 12 died, the mayor said": the speaker denies the 90."""
    before = draft.sentence.lower[max(0, draft.count.begin - 1) : draft.count.begin]
    if draft.speaker is None or draft.stance != "reported" or draft.measure not in _PEOPLE or NOT.isdisjoint(before):
        return
    if (draft.count.quantity.reading.value or 0) > 1:  # "not one person died"
        draft.stance = "denied"
        draft.because("stance", "denied", draft.count.begin - 1, draft.count.begin)


def deny_above(scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Draft], hedges: Sequence[Hedge]) -> None:
    """Gives the figures of outlets and rumours in the sentence before to whoever denies them in this one, which has none."""
    one = _denier(scene, hedges)
    if drafts or one is None or not earlier:
        return
    last = earlier[-1]
    if scene.sentence.paragraph - last.sentence.paragraph > 1 or not _only_relays(last.speaker) or last.measure not in _PEOPLE:
        return
    if len(scene.document.text[last.sentence.end : scene.sentence.start].strip()) > 0:
        return
    for draft in earlier:
        if draft.sentence is last.sentence and draft.speaker is last.speaker and draft.measure != "other":
            draft.speaker, draft.stance = one.speaker, "denied"
            draft.because("stance", "denied", one.cue_i, one.cue_j, of=scene.sentence)


def _denier(scene: Scene, hedges: Sequence[Hedge]) -> Attribution | None:
    """Who denies something in a sentence: "The prefect dismissed them", "“Pure fiction,” said the prefect"."""
    denies = next((one for one in scene.attributions if one.stance == "denied"), None)
    denied = any(hedge.stance == "denied" for hedge in hedges)
    return denies or next((one for one in scene.attributions if denied), None)


def _only_relays(speaker: Speaker | None) -> bool:
    return speaker is not None and (speaker.type == "media" or not _STREET.isdisjoint(speaker.name.lower().split()))
