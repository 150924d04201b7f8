"""Subjects that speak for nobody: "21 cases [reported]", "one laboratory [confirmed]", "Twenty states [recorded]"."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_LABORATORIES = frozenset({"laboratory", "laboratories", "lab", "labs", "pcr", "rt-pcr", "test", "culture", "microscopy"})
_SUMS = frozenset({"total", "totals", "rest", "remainder"})
_EVENTS = frozenset("case cases infection infections death deaths fatality fatalities casualties incident incidents".split())
_DEEDS = frozenset(
    "refer referred referring treat treated treating support supported supporting assist assisted assisting help helped reunify "
    "reunified reunited admit admitted enrol enrolled release released vaccinate vaccinated evacuate evacuated rescue rescued "
    "isolate isolated bury buried clear cleared destroy destroyed remove removed".split()
)
_ACCOUNTING = frozenset({"account", "accounts", "accounted", "accounting"})


def is_no_saying(sentence: Sentence, i: int) -> bool:
    """Whether a word of saying is none where it stands: "Volta accounts for most of the cases", "identified and referred 13"."""
    if sentence.lower[i] in _ACCOUNTING and sentence.word(i + 1) == "for":
        return True
    return sentence.word(i + 1) == "and" and sentence.word(i + 2) in _DEEDS


def behind_bracket(sentence: Sentence, at: int) -> int:
    """The word behind a short bracket that opens at `at`; `at` itself where none does: "Volta and Oti (VO) states"."""
    return at + 3 if sentence.word(at) == "(" and sentence.word(at + 2) == ")" else at


def is_unspeaking(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words [begin, end) before a word such as "confirmed" or "reported" are counted, and tell nothing.

    1. [21 suspected cases] reported; [nine cases of cholera] reported
    2. [the total number of cases] confirmed; [787 of the total] confirmed
    3. 35 were [laboratory] confirmed, but: [the laboratory] confirmed
    4. [Twenty states] have recorded    5. in [Volta and Oti] states
    """
    last = sentence.lower[end - 1]
    if sentence.word(behind_bracket(sentence, end)) == "states" and "and" in sentence.lower[begin:end]:
        return True
    if last in _SUMS or (sentence.tags[begin] == "VBG" and not sentence.is_capital(begin)):
        return True
    if last in _LABORATORIES:
        return end - begin < 2 or sentence.word(end - 2) not in ARTICLES
    if last in _EVENTS or any(sentence.lower[at] in _EVENTS and sentence.word(at + 1) == "of" for at in range(begin, end)):
        return True
    return "CD" in sentence.tags[begin : end - 1] and last in lexicon.place_words["noun"] and not sentence.is_capital(end - 1)
