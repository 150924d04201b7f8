"""Which figures a hedge covers.

"this could not be verified" the last one, "neither claim" all of them, "it is unclear whether" what follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.facts.scene import Scene
from humsit.mentions.hedges import Hedge
from humsit.mentions.speakers import covering

_REFERS = frozenset(
    "former latter this that it they them these those neither none nor both either any claim claims figure figures report "
    "reports account accounts number numbers toll tolls tally tallies count counts statement statements version versions "
    "allegation allegations information assertion assertions details death deaths casualty casualties confirmation "
    "verification corroboration testimony testimonies evidence proof data losses story stories so which "
    "list lists names pages notebook register footage video images photographs authenticity accuracy".split()
)
_OTHER_MATTERS = frozenset(
    "sex gender age ages identity identities affiliation affiliations nationality nationalities motive motives cause causes "
    "origin origins whereabouts perpetrator perpetrators culprits responsibility allegiance ethnicity fate".split()
)
FARTHEST_ABOVE = 1
FARTHEST_TOLD = 4  # words behind "could not confirm" among which stands "the report of"
_LEADS_ON = frozenset({"that", "say", "said", "of", "whether"})


def apply_hedges(hedges: Sequence[Hedge], scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Gives the figures that a hedge covers its stance.

    `drafts` are those of its sentence, `earlier` those of the sentences before.
    """
    for hedge in hedges:
        for draft in _covered(hedge, scene, drafts, earlier):
            if draft.stance != "denied" and draft.measure != "other":
                draft.stance = hedge.stance
                _give_to_denier(draft, hedge, scene)
                draft.hedge = scene.sentence.say(hedge.i, hedge.j)
                draft.because("stance", hedge.stance, hedge.i, hedge.j, of=scene.sentence)


def _is_of_another(draft: Draft, hedge: Hedge, scene: Scene) -> bool:
    """ "The union says 60 died; the mayor says the figure is inflated": the union's figure stays its claim."""
    if hedge.stance != "denied" or draft.speaker is None:
        return False
    if any(not one.opens and one.cue_i >= hedge.j for one in scene.attributions):  # who closes the sentence denies it
        return False
    one = covering(scene.attributions, hedge.i)
    return one is not None and one.opens and one.begin > draft.count.quantity.i and one.speaker.name != draft.speaker.name


def _give_to_denier(draft: Draft, hedge: Hedge, scene: Scene) -> None:
    """ "The 60 deaths reported by the rebels never happened, the army said": who denies them, not who reported them."""
    if hedge.stance != "denied":
        return
    one = next((one for one in scene.attributions if not one.opens and one.cue_i >= hedge.j), None)
    if one is not None and draft.sentence is scene.sentence and one.begin <= draft.count.quantity.i < hedge.i:
        draft.speaker = one.speaker
        draft.because("claimant", "denies it", one.cue_i, one.cue_j)


def _covered(hedge: Hedge, scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> Sequence[Draft]:
    if hedge.stance == "unverified" and not _OTHER_MATTERS.isdisjoint(scene.sentence.lower[max(0, hedge.i - 4) : hedge.i]):
        return []  # "for 23 the sex could not be established"
    if (told := _told_by_doubted(hedge, scene, drafts)) is not None:
        return told
    before = [one for one in drafts if one.count.quantity.i < hedge.i and not _is_of_another(one, hedge, scene)]
    if before:
        return before if hedge.every else _said_with_the_last(before, scene)
    behind = [one for one in drafts if one.count.quantity.i > hedge.i]
    if behind and hedge.stance == "unverified" and _leads_on(hedge, scene):
        return behind
    if behind and hedge.stance != "unverified":  # "rejected as a fable that 60 had died, conceding five"
        first, of = (covering(scene.attributions, at) for at in (behind[0].count.quantity.i, hedge.i))
        if of is not None and of.opens and first is not of:  # "dismissed the claim as a fable and said four had died"
            return []
        return [one for one in behind if covering(scene.attributions, one.count.quantity.i) is first]
    if hedge.stance != "unverified":  # "the figure is false": the other side's figure stays its claim
        return []
    if _REFERS.isdisjoint(scene.sentence.lower):  # "the driver's name has not been confirmed"
        return []
    same = given_above(scene, earlier)
    if meant := _named(hedge, scene, same):
        return meant
    return same if hedge.every else [one for one in same if one.sentence is same[-1].sentence]


def _told_by_doubted(hedge: Hedge, scene: Scene, drafts: Sequence[Draft]) -> Sequence[Draft] | None:
    """ "Volunteers, whose numbers nobody can check, speak of 150 deaths": all that they say; None where nobody is so told of."""
    one = next((one for one in scene.attributions if one.opens and one.cue_i < hedge.i < one.cue_j), None)
    if one is None or hedge.stance != "unverified":
        return None
    said = [draft for draft in drafts if covering(scene.attributions, draft.count.quantity.i) is one]
    return said or None


def _named(hedge: Hedge, scene: Scene, above: Sequence[Draft]) -> list[Draft]:
    """ "There was no way to check the number of assailants": only those figures above that count assailants."""
    words = set(scene.sentence.lower[hedge.j :])
    meant = [one for one in above if one.group and one.group.lower().split()[-1] in words]
    return meant if len(meant) < len(above) else []


def _leads_on(hedge: Hedge, scene: Scene) -> bool:
    """Whether what follows is hedged: "unverified reports that", "cannot confirm whether", "unconfirmed claims by the army"."""
    words, lexicon = scene.sentence.lower, scene.lexicon
    last = words[hedge.j - 1 : hedge.j + 1]
    told = lexicon.cue_nouns | lexicon.context["number_noun"]
    for at in range(hedge.j, hedge.j + FARTHEST_TOLD):  # "could not confirm the report of 40 dead"
        if scene.sentence.word(at) in told and scene.sentence.word(at + 1) in _LEADS_ON | {"to"}:
            return True
    return scene.sentence.word(hedge.j) in _LEADS_ON or not lexicon.cue_nouns.isdisjoint(last)


def given_above(scene: Scene, earlier: Sequence[Draft]) -> list[Draft]:
    """The figures that somebody has given in the paragraph so far; where it only begins, in the one above."""
    paragraph = scene.sentence.paragraph
    if not scene.paragraph.sentences and earlier and earlier[-1].sentence.paragraph >= paragraph - FARTHEST_ABOVE:
        paragraph = earlier[-1].sentence.paragraph
    same = [one for one in earlier if one.sentence.paragraph == paragraph]
    return [one for one in same if one.speaker is not None] or same


def _said_with_the_last(before: Sequence[Draft], scene: Scene) -> list[Draft]:
    """The last figure, and those that the same attribution covers."""
    last = covering(scene.attributions, before[-1].count.quantity.i)
    return [one for one in before if covering(scene.attributions, one.count.quantity.i) is last]
