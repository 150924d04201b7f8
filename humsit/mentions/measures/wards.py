"""Who lies in a ward, or is admitted for something other than a wound, is treated: "the clinic held 74 patients"."""

from __future__ import annotations

from humsit.mentions.measures.counts import Count, CountedSentence, Frame

FARTHEST_WARD = 8  # words before a verb among which the ward is named
FARTHEST_CAUSE = 7  # words behind "admitted" among which its cause is named

HURT = frozenset({"wounded", "injured", "hurt"})
_HAS = frozenset("has had have holds held houses housed hosts hosted sleeps took takes received receives accommodates".split())
_OF_A_HOUSE = frozenset({"sheltered", "population", "displaced", "assisted"})
_WARDS = frozenset("ward wards hospital hospitals clinic clinics icu maternity infirmary hospice sanatorium".split())
_MORGUES = frozenset({"morgue", "morgues", "mortuary", "mortuaries", "crematorium", "cemetery"})
_CENTRES = frozenset({"centre", "center", "unit", "facility", "tent"})
_OF_CARE = frozenset("treatment stabilisation stabilization isolation therapeutic feeding cholera ebola nutrition health".split())
_ADMITS = ("admi",)
_NO_WOUND = frozenset(
    "malnutrition malnourished wasting undernutrition feeding nutrition therapeutic stabilisation stabilization dehydration "
    "diarrhoea diarrhea fever pneumonia labour childbirth delivery programme programmes program programs hunger".split()
)


def in_a_ward(sentence: CountedSentence, count: Count, frame: Frame) -> str:
    """The measure of those whom a ward has or takes in for no wound; "" where nothing says so."""
    wounded = HURT | sentence.lexicon.context["wound"]
    if not wounded.isdisjoint(sentence.lower[count.quantity.after : count.end]):
        return ""
    if frame.measure in _OF_A_HOUSE and frame.rule in ("object", "housed", "of"):
        verb = next((at for at in range(count.begin - 1, max(-1, count.begin - 4), -1) if sentence.lower[at] in _HAS), -1)
        if verb > 0 and not _MORGUES.isdisjoint(sentence.lower[max(0, verb - FARTHEST_WARD) : verb]):
            return "killed"
        return "assisted" if verb > 0 and _names_a_ward(sentence, verb) else ""
    is_admitted = frame.measure == "injured" and sentence.lower[frame.i].startswith(_ADMITS)
    if is_admitted and not _NO_WOUND.isdisjoint(_cause(sentence, max(frame.i, count.end - 1))):
        return "assisted"
    return ""


def _cause(sentence: CountedSentence, at: int) -> list[str]:
    return sentence.lower[at : at + FARTHEST_CAUSE]


def _names_a_ward(sentence: CountedSentence, verb: int) -> bool:
    words = sentence.lower[max(0, verb - FARTHEST_WARD) : verb]
    return not _WARDS.isdisjoint(words) or (not _CENTRES.isdisjoint(words) and not _OF_CARE.isdisjoint(words))
