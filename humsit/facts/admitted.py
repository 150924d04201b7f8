"""Who lies in hospital where the text tells of a disease: the sick are treated, only the wounded are injured."""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft

_SICK = frozenset({"infected", "in_need"})  # with a disease, or malnourished
_ADMITS = ("admi", "hospitali", "treat", "inpatient", "in-patient", "intensive")
_HOSPITAL = frozenset({"hospital", "hospitals", "clinic", "clinics", "ward", "wards", "care", "bed", "beds"})


def treat_the_sick(draft: Draft, earlier: Sequence[Draft]) -> None:
    """ "The district has 640 cases of cholera. Some 40 people are hospitalised": they are assisted."""
    frame = draft.count.frame
    if draft.measure != "injured" or frame is None or not any(one.measure in _SICK for one in earlier):
        return
    if any(one.measure == "injured" for one in earlier):
        return
    words = draft.sentence.lower[frame.i : frame.j]
    if any(word.startswith(_ADMITS) or word in _HOSPITAL for word in words):
        draft.measure = "assisted"
        draft.because("measure", "assisted: admitted in an epidemic", frame.i, frame.j)
