"""Numbers that somebody takes back: given by mistake, or followed by the correct figure.

"It had put the toll at 51 by mistake; the correct figure is 44." · "The ministry said 51 had died. The right number is 44."
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from humsit.facts.draft import Draft

FARTHEST_CORRECT = 6  # words between "the correct" and its number
FARTHEST_MISTAKE = 8  # words between a number and the words that call it a mistake

_MISTAKEN = frozenset({"wrongly", "mistakenly", "erroneously", "incorrectly"})
_BY_MISTAKE = frozenset({("by", "mistake"), ("in", "error"), ("by", "error"), ("by", "accident")})
_CORRECT = frozenset({"correct", "right", "true", "accurate", "actual"})
_FIGURE = frozenset({"figure", "number", "toll", "count", "tally", "total"})
_ENDS = frozenset({";", ":"})
FARTHEST_SLIP = 12  # words between a number and "was a typing error"
FARTHEST_ANNOUNCED = 4  # words between a number and "as first announced"
_SLIPS = frozenset({"error", "misprint", "mistake", "typo", "slip", "oversight", "miscount", "misreading"})
_WROTE = frozenset({"wrote", "reported", "printed", "stated", "published", "said"})
_WAS = frozenset({"was", "is", "were", "being"})
_FIRST = frozenset({"first", "earlier", "previously", "originally", "initially", "before"})
_GIVEN = frozenset("announced given reported stated published claimed cited said communicated listed named".split())


def withdraw(drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Says of each number of a sentence that was taken back which one replaced it."""
    for at, draft in enumerate(drafts):
        is_correct = draft.measure != "other" and (_is_correct(draft) or _is_put_right(draft, earlier))
        if draft.measure == "other" or not (is_correct or _is_mistaken(draft)):
            continue
        other = _rival(draft, [*earlier, *drafts[:at]])
        if other is None:
            continue
        if is_correct:
            other.replaced_by, draft.speaker = draft, draft.speaker or other.speaker
        else:
            draft.replaced_by = draft.replaced_by or other


def _rival(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Another number of the same measure and unit that the same speaker gave last before it, near in the text."""
    for one in reversed(before):
        is_near = draft.sentence.paragraph - one.sentence.paragraph <= 1
        if is_near and (one.measure, one.unit) == (draft.measure, draft.unit) and one.part_of is None:
            is_other = one.count.quantity.reading != draft.count.quantity.reading
            return one if is_other and (_may_be_of_one(draft, one) or _is_owned_up(one)) else None
    return None


def _may_be_of_one(draft: Draft, other: Draft) -> bool:
    """Whether no two speakers are named: what one calls correct does not take back what another said."""
    return draft.speaker is None or other.speaker is None or draft.speaker.name == other.speaker.name


def _is_correct(draft: Draft) -> bool:
    """ "The correct figure is 58", "the right number of dead was 58"."""
    sentence, begin = draft.sentence, draft.count.begin
    near = sentence.lower[max(0, begin - FARTHEST_CORRECT) : begin]
    return any(one in _CORRECT and following in _FIGURE for one, following in pairwise(near))


def _is_put_right(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """ "We wrote on Monday that 73 had died. The ministry's figure is 58": a paper's correction of its own words."""
    near = draft.sentence.lower[: draft.count.begin]
    is_figure = near[-1:] in (["is"], ["was"]) and not _FIGURE.isdisjoint(near[-FARTHEST_SLIP:])
    return is_figure and any(_is_owned_up(one) for one in earlier[-1:])


def _is_owned_up(draft: Draft) -> bool:
    said = pairwise(draft.sentence.lower[: draft.count.begin])
    return any(who == "we" and verb in _WROTE for who, verb in said)


def _is_mistaken(draft: Draft) -> bool:
    """ "It had wrongly put the toll at 73", "73 by mistake"."""
    lower, begin, end = draft.sentence.lower, draft.count.begin, draft.count.end
    said = lower[max(0, begin - FARTHEST_MISTAKE) : begin]
    opens = max((at + 1 for at, word in enumerate(said) if word in _ENDS), default=0)
    behind = lower[end : end + 2]
    if not _MISTAKEN.isdisjoint(said[opens:] + behind[:1]) or tuple(behind) in _BY_MISTAKE or _led(said[opens:]):
        return True
    return _was_a_slip(lower[end : end + FARTHEST_SLIP]) or _is_put_aside(said, lower[end : end + FARTHEST_ANNOUNCED])


def _was_a_slip(behind: list[str]) -> bool:
    """ "the 73 in its bulletin was a typing error"."""
    was = next((at for at, word in enumerate(behind) if word in _WAS or word in _ENDS or word == ","), len(behind))
    return behind[was : was + 1] in (["was"], ["is"], ["were"]) and not _SLIPS.isdisjoint(behind[was + 1 : was + 4])


def _is_put_aside(said: list[str], behind: list[str]) -> bool:
    """ "44, not 51 as first reported", "44, instead of the 51 announced on Sunday"."""
    before = said[:-1] if said[-1:] == ["the"] else said
    is_other = before[-1:] == ["not"] or before[-2:] == ["instead", "of"] or before[-2:] == ["rather", "than"]
    return is_other and not (_FIRST | _GIVEN).isdisjoint(behind)


def _led(words: list[str]) -> bool:
    return any(pair in _BY_MISTAKE for pair in pairwise(words))
