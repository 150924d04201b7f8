"""Who verified a figure, where the text says that somebody did.

"OHCHR has verified 1,200 deaths", "12 deaths verified by the UN", "40 people were killed. The hospital confirmed the toll."
Nobody did where the words are denied, doubted or only hoped for: "has not confirmed", "if verified by", "refused to confirm".
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.facts.hedged import given_above
from humsit.facts.scene import Scene
from humsit.grammar.classes import ARTICLES
from humsit.mentions.hedges import Hedge
from humsit.mentions.speakers import Attribution, Speaker

FARTHEST_NOT = 5  # words before one of verifying that say that nobody does
FARTHEST_OBJECT = 4  # words behind it that say what else is verified
_CLAUSE_ENDS = frozenset({",", ";", ":", "but", "while", "and", "although", "though", "whereas"})
_PARTS = frozenset({"of", "which", "whom", "but", "while", "whereas", "although", "though", "including", ";"})
_SEVERAL = frozenset({"both", "all", "these", "figures", "numbers", "tolls", "deaths", "casualties"})
_NOBODY = frozenset({"no", "neither", "none"})
_UNCERTAIN = ("unverified", "denied")


def verify(scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Draft], hedges: Sequence[Hedge]) -> None:
    """Says of the figures that somebody verified who did.

    `drafts` are those of the sentence, `earlier` those of the sentences before.
    """
    if scene.lexicon.context["verifying"].isdisjoint(scene.sentence.lower):
        return
    for one in scene.attributions:
        at = _verifying(one, scene)
        if at < 0 or any(hedge.i <= at < hedge.j for hedge in hedges) or _is_undone(at, scene) or not _is_somebody(one.speaker):
            continue
        for draft in _verified(one, scene, drafts) if scene.counts else _above(one, at, scene, earlier):
            if draft.measure != "other" and draft.stance not in _UNCERTAIN and not draft.verified_by:
                draft.verified_by = one.speaker.name
                draft.because("verified_by", "verifies it", one.cue_i, one.cue_j, of=scene.sentence)


def _verifying(one: Attribution, scene: Scene) -> int:
    """The word of an attribution that says that somebody verified something; -1 where none does."""
    words, sentence = scene.lexicon.context["verifying"], scene.sentence
    return next((at for at in range(one.cue_i, one.cue_j) if sentence.lower[at] in words and not sentence.is_capital(at)), -1)


def _is_somebody(speaker: Speaker) -> bool:
    """Whether a body or person verified it; not "[laboratory] confirmed cases", "[787 of the total] confirmed cases"."""
    first = speaker.name.split(" ", 1)[0]
    if first.lower() in _NOBODY or not first[:1].isalpha():
        return False
    return first[0].isupper() or first in ARTICLES or (speaker.type != "unknown" and " " in speaker.name)


def _is_undone(at: int, scene: Scene) -> bool:
    """Whether nobody did ("has not yet confirmed", "to be verified by"), or verified something else ("confirmed the names")."""
    lower, context = scene.sentence.lower, scene.lexicon.context
    begin = max(0, at - FARTHEST_NOT)
    begin = max((k + 1 for k in range(begin, at) if lower[k] in _CLAUSE_ENDS), default=begin)
    before, behind = lower[begin:at], lower[at + 1 : at + 1 + FARTHEST_OBJECT]
    if any(word in context["no_check"] or word.endswith(("n't", "n’t")) for word in before):
        return True
    return not context["other_check"].isdisjoint(behind)


def _verified(one: Attribution, scene: Scene, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The figures that the words are about: those behind "OHCHR verified", else the last before "verified by OHCHR"."""
    end = _end_of_object(one, scene)
    behind = [draft for draft in drafts if one.opens and one.begin <= draft.count.quantity.i < end]
    before = [draft for draft in drafts if draft.count.quantity.i < one.cue_i]
    return behind or _with_the_last(before, scene)


def _end_of_object(one: Attribution, scene: Scene) -> int:
    """Where what somebody verified ends: "verified 88 cases [and gave help to 404 children]", "infections[, with 934 in …]"."""
    sentence = scene.sentence
    for at in range(one.cue_j + 1, one.end):
        before = sentence.lower[at - 1]
        if (before == "and" and sentence.tags[at] == "VBD") or (before == "," and sentence.lower[at] == "with"):
            return at
    return one.end


def _with_the_last(before: Sequence[Draft], scene: Scene) -> Sequence[Draft]:
    """The last figure, and those that stand in one list with it: "40 were killed and 12 injured, figures verified by"."""
    first = len(before) - 1
    while first > 0:
        between = scene.sentence.lower[before[first - 1].count.end : before[first].count.begin]
        if not _PARTS.isdisjoint(between):
            break
        first -= 1
    return before[max(0, first) :]


def _above(one: Attribution, at: int, scene: Scene, earlier: Sequence[Draft]) -> Sequence[Draft]:
    """The figures of the sentences before: "confirmed the toll", "these deaths were verified by"."""
    lower = scene.sentence.lower
    near = lower[at + 1 : at + 1 + FARTHEST_OBJECT] if one.opens else lower[:at]
    if scene.lexicon.context["number_noun"].isdisjoint(near) and _SEVERAL.isdisjoint(near):
        return []
    above = given_above(scene, earlier)
    last = [draft for draft in above if draft.sentence is above[-1].sentence]
    return last if not _SEVERAL.isdisjoint(near) else last[-1:]
