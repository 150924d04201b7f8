"""Which money a mark beside a number says: "US$5", "EUR 2 million", "K2.5 million", "S/ 4.2 million", "9 billion MNT"."""

from __future__ import annotations

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

MONEY = frozenset({"usd", "other"})
_DOLLARS = frozenset({"$", "usd", "us$"})
_SIGNS = frozenset("€£¥₹₱₦₴₽₺₩₪₫₡₲₵₸₾₼₮₭៛฿৳₨﷼₿¢")
_OF_THE_STATES = frozenset({"us", "u.s."})
_IN_SMALL_LETTERS = frozenset({"kr", "rs", "tk"})
_MOST_LETTERS = 4  # letters of the country before a dollar sign: "FJ$", "TT$"
_LETTERS = frozenset("KNPRQLDT")
"""Letters that are money only where an amount is glued to them: kwacha, naira, pesos, rand, quetzales, lempiras …"""
_BEFORE_SLASH = frozenset({"s", "b"})  # "S/ 4.2 million" in Peru, "B/. 3 million" in Panama


def money_before(sentence: Sentence, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The money that the mark before word `at` says, "usd" or "other", and the first word of the mark."""
    mark = sentence.word(at - 1)
    if mark == "$":
        return _dollars(sentence, at - 1)
    if mark in _DOLLARS:
        return "usd", at - 1
    if mark in _SIGNS:
        return "other", at - 1
    if _is_code(sentence, at - 1, lexicon) or (sentence.is_glued(at) and _is_letter(sentence, at - 1)):
        return "other", at - 1
    if mark == "." and sentence.word(at - 2) in ("/", "rs", "sh", "le"):  # "Rs. 50 million"
        at -= 1
        mark = sentence.word(at - 1)
        if mark != "/":
            return "other", at - 1
    if mark == "/" and sentence.word(at - 2) in _BEFORE_SLASH and sentence.is_glued(at - 1) and sentence.is_capital(at - 2):
        return "other", at - 2
    return None


def is_money_behind(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a mark of a currency other than the dollar stands at a word: "2 million EUR", "430,000€"."""
    return sentence.word(at) in _SIGNS or _is_code(sentence, at, lexicon)


def is_mark(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a mark of any money."""
    word = sentence.word(at)
    return word in _DOLLARS or word in _SIGNS or _is_code(sentence, at, lexicon)


def _dollars(sentence: Sentence, at: int) -> tuple[str, int]:
    """ "$5" and "US$5" are US dollars, "A$5", "FJ$5" and "R$5" are not."""
    nation = sentence.word(at - 1)
    if not sentence.is_glued(at) or not nation.isalpha() or len(nation) > _MOST_LETTERS or not sentence.is_capital(at - 1):
        return "usd", at - (sentence.is_glued(at) and nation in _OF_THE_STATES)
    return ("usd" if nation in _OF_THE_STATES else "other"), at - 1


def _is_code(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a listed mark of money, written as such: "Rs", "VT"; a code in capitals alone ("PEN", but not "Pen")."""
    word = sentence.word(at)
    if word in lexicon.context["currency_sign"]:
        return sentence.is_capital(at) or word in _IN_SMALL_LETTERS
    return word in lexicon.context["currency_code"] and sentence.words[at].isupper()


def _is_letter(sentence: Sentence, at: int) -> bool:
    return at >= 0 and sentence.words[at] in _LETTERS
