"""Which figures a hedge covers.

"this could not be verified" the last one, "neither claim" all of them, "it is unclear whether" what follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.mentions.hedges import Hedge
from humsit.mentions.speakers import covering

_LEADS_ON = frozenset({"that", "say", "said", "of", "whether"})


def apply_hedges(hedges: Sequence[Hedge], scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Gives the figures that a hedge covers its stance.

    `drafts` are those of its sentence, `earlier` those of the sentences before.
    """
    for hedge in hedges:
        for draft in _covered(hedge, scene, drafts, earlier):
            if draft.stance != "denied" and draft.measure != "other":
                draft.stance = hedge.stance
                draft.hedge = scene.sentence.say(hedge.i, hedge.j)
                draft.because("stance", hedge.stance, hedge.i, hedge.j, of=scene.sentence)


def _covered(hedge: Hedge, scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> Sequence[Draft]:
    before = [one for one in drafts if one.count.quantity.i < hedge.i]
    if before:
        return before if hedge.every else _said_with_the_last(before, scene)
    behind = [one for one in drafts if one.count.quantity.i > hedge.i]
    if behind and scene.sentence.word(hedge.j) in _LEADS_ON:
        return behind
    same = [one for one in earlier if one.sentence.paragraph == scene.sentence.paragraph]
    return same if hedge.every else [one for one in same if one.sentence is same[-1].sentence]


def _said_with_the_last(before: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The last figure, and those that the same attribution covers."""
    last = covering(scene.attributions, before[-1].count.quantity.i)
    return [one for one in before if covering(scene.attributions, one.count.quantity.i) is last]
