"""Words whose neighbours change what they count: "killed or maimed", "died or went missing", "fled to neighbouring villages"."""

from __future__ import annotations

from humsit.mentions.measures.counts import CountedSentence, Frame

_DEAD = frozenset("killed killing kill kills died dead dies die dying perished slain".split())
_HURT = frozenset("injured injuring injure wounded wounding wound maimed maiming maim hurt harmed disfigured disabled".split())
_GONE = frozenset({"missing", "disappeared", "vanished"})
_EITHER = frozenset({"or", "and", "/", "&", "and/or"})
_AUXILIARIES = frozenset("went gone were was been are is have has had be reported declared presumed seriously badly lost".split())
_NEXT_DOOR = frozenset({"neighbouring", "neighboring", "nearby", "adjacent", "surrounding"})
_INSIDE = frozenset(
    "village villages town towns city cities district districts community communities ward wards neighbourhood "
    "neighbourhoods neighborhood neighborhoods area areas settlement settlements hamlet hamlets municipality "
    "municipalities parish camp parishes camps site sites province provinces county counties region regions locality "
    "localities commune communes governorate governorates forest forests hill hills bush farm farms field fields "
    "homes houses payams woredas barangays sub-counties subdistricts sub-districts department departments quarter "
    "quarters suburb suburbs island islands valley valleys".split()
)
FARTHEST_OTHER = 3  # words behind "died or" that say what else befell them


def settled(sentence: CountedSentence, frame: Frame) -> Frame:
    """The frame with what the words beside it make of it.

    1. 300 children were killed or maimed: "other", casualties of both kinds    2. 700 died or went missing: "other"
    3. 300 people fled to neighbouring villages: "displaced", no border was crossed
    """
    if frame.measure in ("killed", "injured", "missing") and _are_of_both_kinds(sentence, frame):
        return Frame("other", frame.rule, frame.i, frame.j)
    if frame.measure == "refugees" and _stay_inside(sentence, frame):
        return Frame("displaced", frame.rule, frame.i, frame.j)
    return frame


def _are_of_both_kinds(sentence: CountedSentence, frame: Frame) -> bool:
    lower = sentence.lower
    for at in range(max(1, frame.i - 1), min(frame.j + 1, len(lower) - 1)):
        if lower[at] not in _EITHER:
            continue
        one, other = lower[at - 1], lower[at + 1]
        if (one in _DEAD and other in _HURT) or (one in _HURT and other in _DEAD):
            return not (lower[at] == "and" and sentence.tag(at + 2) in ("NN", "NNS"))  # "and injured people were taken away"
        if lower[at] == "or" and one in _DEAD and _is_gone(sentence, at + 1):
            return True
    return False


def _is_gone(sentence: CountedSentence, at: int) -> bool:
    """ "[died or] were declared missing"."""
    for word in sentence.lower[at : at + FARTHEST_OTHER]:
        if word in _GONE:
            return True
        if word not in _AUXILIARIES:
            return False
    return False


def _stay_inside(sentence: CountedSentence, frame: Frame) -> bool:
    """Whether "neighbouring" ends the words of a flight and a part of a country follows."""
    end = frame.j if sentence.word(frame.j - 1) in _NEXT_DOOR else frame.j + 1
    if sentence.word(end - 1) not in _NEXT_DOOR:
        return False
    return sentence.word(end) in _INSIDE or (sentence.tag(end) == "JJ" and sentence.word(end + 1) in _INSIDE)
