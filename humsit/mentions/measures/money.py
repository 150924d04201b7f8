"""Sums of money that nobody gives for relief: ransoms, losses, fares, wages, and what each one gets."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, NOUNS, VERBS
from humsit.mentions.measures.counts import PEOPLE_UNITS, Count, CountedSentence, Frame

LEAST_FUNDING = 1_000
FARTHEST_NAME = 5  # words between "a ransom" and its sum
FARTHEST_EACH = 6  # words between a sum and "each"
FARTHEST_PAYER = 9
FARTHEST_DUTY = 3  # words between "forced" and "pay"
LONGEST_NOUN = 4  # words of the noun behind a sum

_EACH = frozenset({"each", "every", "apiece", "monthly", "daily", "weekly", "per"})
_A_SHARE = frozenset(
    "day month week head kilo kg bag seat night piece person family trip litre liter gallon barrel can jerrycan sack quintal "
    "kilogram drum cylinder ticket box packet loaf tin unit".split()
)
_PAYS = ("pay", "paid", "receiv", "gave", "giv", "gets", "get", "got", "ask", "earn", "charg", "spen", "owe", "offer")
_ONE = frozenset(
    {"i", "she", "he", "each", "every", "passengers", "drivers", "travellers", "families", "relatives", "kin", "heirs"}
)
_ENDS_CLAUSE = frozenset({",", ";", ".", ":", "and", "but", "(", ")"})
_FUNDING_RULES = frozenset({"object", "passive", "predicate", "noun", "list", "of", "likely", "label"})
_IN_NOUN = NOUNS | {"JJ", "VBG", "CC"}
_PAYING = frozenset({"pay", "paid", "paying", "pays"})
_DUTY = frozenset("cannot must forced made had have has obliged able unable afford ordered".split())
_PAID_APIECE = frozenset("grants payments transfers allowances stipends vouchers handouts instalments".split())
_RECEIVERS = frozenset(
    "family families household households person people head victim victims survivor child pupil farmer worker patient month "
    "farmer passenger traveller refugee day week bereaved affected displaced soldier fighter".split()
)
_EXTORTIONERS = frozenset(
    "kidnapper abductor captor extortionist smuggler trafficker hijacker hostage-taker racketeer pirate".split()
)
_DEMANDS = ("ask", "demand", "extort", "want", "charg")
_KIN = frozenset("relatives relative family families parents kin kinsmen father mother wife husband brother relations".split())
_LESS = frozenset({"less", "short", "shortfall", "gap", "worse"})


def price(count: Count, unit: str) -> Frame | None:
    """ "a $20 ticket": small money of which nothing is said is a price."""
    high = count.quantity.reading.high
    is_small = unit == "usd" and high is not None and high < LEAST_FUNDING
    return Frame("other", "price", count.begin, count.end) if is_small else None


def given_for_relief(sentence: CountedSentence, count: Count, frame: Frame) -> Frame:
    """A frame of funding, unless the sum is none: "a ransom of $900,000", "damage worth $3 million", "she paid $20"."""
    if frame.measure not in ("funding", "aid") or sentence.unit_of(count) != "usd" or frame.rule not in _FUNDING_RULES:
        return frame
    is_none = (
        _is_named_otherwise(sentence, count)
        or _is_apiece(sentence, count)
        or _is_price_of_one(sentence, count)
        or _under_duress(sentence, count)
        or _is_extorted(sentence, count)
        or _is_for_one(sentence, count, frame)
    )
    return Frame("other", "no funding", frame.i, frame.j) if is_none else frame


def _is_named_otherwise(sentence: CountedSentence, count: Count) -> bool:
    """ "a ransom of", "put the damage at", "$44 million less than needed", "a $9 million gas project", "$3 million in fines"."""
    if sentence.word(count.end) in _LESS and sentence.word(count.end + 1) == "than":
        return True
    words = sentence.lexicon.context["no_funding"]
    if _is_noun_behind(sentence, count, words):
        return True
    for at in range(count.begin - 1, max(-1, count.begin - 1 - FARTHEST_NAME), -1):
        if sentence.lower[at] in (",", ";", ".", ")"):
            return False
        if sentence.lower[at] in words:
            return True
    return False


def _is_noun_behind(sentence: CountedSentence, count: Count, words: frozenset[str]) -> bool:
    """Whether the sum stands before such a noun, right behind an article, or such a noun behind it and "in"."""
    at = count.quantity.after
    if sentence.word(at) == "in":
        return sentence.word(at + 1) in words
    if sentence.word(count.begin - 1) not in ARTICLES and sentence.tag(count.begin - 1) != "PRP$":
        return False
    last = at
    while last < min(at + LONGEST_NOUN, len(sentence.lower)) and sentence.tags[last] in _IN_NOUN:
        last += 1
    noun = sentence.lower[at:last]
    return bool(noun) and (noun[-1] in words or not sentence.lexicon.context["venture"].isdisjoint(noun))


def _is_apiece(sentence: CountedSentence, count: Count) -> bool:
    """ "promised 9,000 shillings to each family", "$50 per household", "grants of 900 shillings were paid to 900 people"."""
    if sentence.word(count.begin - 1) in ("of", "worth") and sentence.word(count.begin - 2) in _PAID_APIECE:
        return any(other.unit in PEOPLE_UNITS for other in sentence.counts)
    end = count.end
    if sentence.word(count.quantity.after) in ("each", "apiece"):
        return True
    for at in range(end, min(end + FARTHEST_EACH, len(sentence.lower))):
        if sentence.lower[at] in _ENDS_CLAUSE:
            return False
        if sentence.lower[at] in ("each", "every", "per"):
            of_them = sentence.word(at + 1) == "of" and sentence.word(at + 2) in ("them", "these", "those", "us")
            return of_them or sentence.word(at + 1) in _RECEIVERS or sentence.word(at + 2) in _RECEIVERS
    return False


def _is_price_of_one(sentence: CountedSentence, count: Count) -> bool:
    """ "$2 a litre", "900 shillings per bag"."""
    after = count.quantity.after
    return sentence.word(after) in ("a", "per", "the") and sentence.word(after + 1) in _A_SHARE


def _is_extorted(sentence: CountedSentence, count: Count) -> bool:
    """ "the abductors want $900,000", "they are asking his relatives for $20,000", "smugglers demand 9,000 dinars"."""
    before = _clause_before(sentence, count.begin)
    if any(word.rstrip("s") in _EXTORTIONERS for word in before):
        return True
    asks = next((n for n, word in enumerate(before) if word.startswith(_DEMANDS)), -1)
    return asks >= 0 and not _KIN.isdisjoint(before[asks:])


def _under_duress(sentence: CountedSentence, count: Count) -> bool:
    """ "who cannot pay 900 shillings", "were forced to pay $200"."""
    at = count.begin - 1
    if sentence.word(at) not in _PAYING:
        return False
    before = sentence.lower[max(0, at - FARTHEST_DUTY) : at]
    return before[-1:] == ["who"] or not _DUTY.isdisjoint(before)


def _is_for_one(sentence: CountedSentence, count: Count, frame: Frame) -> bool:
    """ "each traveller paid $4,500", "will pay 100,000 pounds for each death", "I was paying 3,500 pounds for a kilo"."""
    verb = next((at for at in range(frame.i, frame.j) if sentence.lower[at].startswith(_PAYS)), -1)
    if verb < 0 or sentence.tags[verb] not in VERBS:
        return False
    return _each_behind(sentence, count.end) or not _ONE.isdisjoint(_clause_before(sentence, verb))


def _each_behind(sentence: CountedSentence, end: int) -> bool:
    for at in range(end, min(end + FARTHEST_EACH, len(sentence.lower))):
        if sentence.lower[at] in _EACH or (sentence.lower[at] == "a" and sentence.word(at + 1) in _A_SHARE):
            return True
        if sentence.lower[at] in _ENDS_CLAUSE:
            return False
    return False


def _clause_before(sentence: CountedSentence, verb: int) -> list[str]:
    begin = verb
    while begin > max(0, verb - FARTHEST_PAYER) and sentence.lower[begin - 1] not in _ENDS_CLAUSE:
        begin -= 1
    return sentence.lower[begin:verb]
