"""What does a question ask the number of? "How many died at the bridge? Nine, says the mayor.\""""

from __future__ import annotations

from math import inf

from humsit.facts.draft import Draft
from humsit.facts.what import draft_of
from humsit.mentions.groups import counted_by
from humsit.mentions.measures import Count, find_measures
from humsit.mentions.numbers import Reading
from humsit.mentions.quantities import Quantity
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

_HOW_MANY = ["how", "many"]


def asked(sentence: Sentence, lexicon: Lexicon) -> Draft | None:
    """The figure that a question leaves open, as if "how many" were its number; None for any other sentence."""
    if sentence.lower[-1] != "?" or "many" not in sentence.lower:
        return None
    i = next((at for at in range(len(sentence) - 1) if sentence.lower[at : at + 2] == _HOW_MANY), -1)
    if i < 0:
        return None
    quantity = Quantity(i, i + 2, Reading(None, 0, inf, "vague"), "vague", i, "", i + 2)
    count = Count(quantity, counted_by(sentence, quantity, lexicon, len(sentence)))
    find_measures(sentence, [count], lexicon)
    draft = draft_of(sentence, count, lexicon)
    return draft if draft.measure != "other" else None
