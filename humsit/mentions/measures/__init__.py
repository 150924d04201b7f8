"""What a count measures: which slot of which word takes it.

Found by frames, not by nearness. By itself: the noun that is counted (`nouns`), the predicate that the count is the subject of
(`predicates`, `verbs`), the verb or noun that governs it from the left (`governors`), a label (`labels`). Then what lists,
parts and revisions carry over from the count before (`carried`). `find` asks them in their order; `triggers` says where a
listed word stands.
"""

from humsit.mentions.measures.counts import NOTHING_BEFORE, PEOPLE_UNITS, Before, Count, Frame, share_noun_of_total
from humsit.mentions.measures.find import find_measures, frame_in_unit
from humsit.mentions.measures.numbered import number_of

__all__ = [
    "NOTHING_BEFORE",
    "PEOPLE_UNITS",
    "Before",
    "Count",
    "Frame",
    "find_measures",
    "frame_in_unit",
    "number_of",
    "share_noun_of_total",
]
