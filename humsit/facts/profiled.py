"""Who those are whom the text has counted, by a lead that says so.

1. "Profile: 67 per cent children, 19 per cent women."    2. "Sex and age: 2,100 boys, 3,300 girls"
3. "Specific needs: 40 pregnant women"
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.facts.what import LEARNED
from humsit.mentions.measures import PEOPLE_UNITS

LONGEST_LEAD = 6  # words before the colon
FARTHEST_WHOLE = 6  # blocks between those counted and what is said of them

_PROFILES = frozenset(
    "profile profiles composition breakdown demographics demographic sex age gender ages disaggregation disaggregated makeup "
    "make-up vulnerabilities vulnerability vulnerable".split()
)
_LEADS = (["specific", "needs"], ["special", "needs"], ["of", "whom"], ["among", "them"], ["of", "these"], ["of", "them"])
_NO_WHOLE = frozenset({"other", "distance", "population", "funding", "aid", "attacks"})


def is_profiled(draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Gives a figure behind such a lead the measure of those counted last; returns whether it did."""
    frame = draft.count.frame
    if (frame is not None and frame.rule != LEARNED) or not (draft.unit == "percent" or draft.unit in PEOPLE_UNITS):
        return False
    if not _has_lead(draft):
        return False
    whole = next((one for one in reversed(earlier) if _is_whole(draft, one)), None)
    if whole is None:
        return False
    draft.why = [reason for reason in draft.why if reason["field"] != "measure"]
    draft.measure, draft.part_of, draft.is_elliptical = whole.measure, whole, True
    draft.because("measure", f"{whole.measure}: some of those counted before", 0, draft.count.begin)
    return True


def _has_lead(draft: Draft) -> bool:
    sentence = draft.sentence
    colon = next((at for at in range(min(LONGEST_LEAD + 1, draft.count.begin)) if sentence.lower[at] == ":"), 0)
    lead = sentence.lower[:colon]
    return not _PROFILES.isdisjoint(lead) or lead[:2] in _LEADS


def _is_whole(draft: Draft, other: Draft) -> bool:
    """Whether another figure counts people of whom these can be some: no fewer, not far above, and no part itself."""
    if other.unit not in PEOPLE_UNITS or other.measure in _NO_WHOLE or other.part_of is not None:
        return False
    part, whole = draft.count.quantity.reading.value, other.count.quantity.reading.value
    is_less = draft.unit == "percent" or part is None or whole is None or part <= whole
    return is_less and draft.sentence.paragraph - other.sentence.paragraph <= FARTHEST_WHOLE
