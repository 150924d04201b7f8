"""The quantities of a sentence, each with its qualifier and the unit that a sign says."""

from __future__ import annotations

from humsit.grammar.classes import DASHES
from humsit.mentions.numbers import Found, numbers_in
from humsit.mentions.quantities.money import MONEY, is_mark, is_money_behind, money_before
from humsit.mentions.quantities.quantity import Quantity
from humsit.mentions.quantities.refused import counts_attacks, counts_nothing
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

LONGEST_QUALIFIER = 5
_HANDED = frozenset("hand hands handed handing turned turning signed".split())
"""What goes before "over" where it is no qualifier: "handed over 300 kits"."""
MOST_BETWEEN = 2  # small words between a qualifier and its number
FARTHEST_SECOND_UNIT = 4

_PERCENT_SIGNS = frozenset({"%", "percent", "pct"})
_BETWEEN_QUALIFIER_AND_NUMBER = frozenset("another additional further extra a an the us only just its their other as".split())
_ALREADY_SAID_BY_VAGUE_WORDS = frozenset({"approximately", "exact"})
_PUT_AS_SHARE = frozenset(
    {"representing", "comprising", "constituting", "equalling", "equaling", "accounting for", "equivalent to", "equal to"}
)
_ENDS_COUNTED = frozenset({",", ";", "(", ")", "and", "while"})
LONGEST_COUNTED = 8  # words of a noun phrase before ", representing 9 per cent"
OWN_QUALIFIER = {"vague": "vague", "range": "range"}
"""What a number's own words say of it when nothing stands around them."""


def find_quantities(sentence: Sentence, lexicon: Lexicon) -> list[Quantity]:
    """The quantities of a sentence, from left to right; what is a number but no quantity is left out.

    at least 40 · between 1,200 and 1,500 · USD 45M · 53% · 120,000+ · dozens of
    """
    numbers = numbers_in(sentence, lexicon)
    found: list[Quantity] = []
    for position, number in enumerate(numbers):
        unit, first = _sign(sentence, number, lexicon)
        if counts_nothing(sentence, numbers, position, lexicon, is_money=unit in MONEY):
            continue
        quantity = _qualified(sentence, number, unit, first, lexicon)
        if found and _is_in_figures(sentence, found[-1], quantity):
            found[-1].after = quantity.j + 1
        elif not (found and _is_said_again(sentence, found[-1], quantity, lexicon)):
            found.append(quantity)
    return found


def qualifier_of(sentence: Sentence, number: Found, lexicon: Lexicon) -> str:
    """The qualifier of a number that somebody points at, be it a quantity or not."""
    unit, first = _sign(sentence, number, lexicon)
    return _qualified(sentence, number, unit, first, lexicon).qualifier


def _sign(sentence: Sentence, number: Found, lexicon: Lexicon) -> tuple[str, int]:
    """The unit that a sign around the number says, and the first word of sign and number together."""
    if money := money_before(sentence, number.i, lexicon):
        return money
    after = sentence.word(number.j)
    if after in _PERCENT_SIGNS or (after == "per" and sentence.word(number.j + 1) == "cent"):
        return "percent", number.i
    if after == "times" and counts_attacks(sentence, number.j, lexicon):
        return "incidents", number.i
    return ("other" if is_money_behind(sentence, number.j, lexicon) else ""), number.i


# -- qualifiers ------------------------------------------------------------------------------------------------------------------


def _qualified(sentence: Sentence, number: Found, unit: str, first: int, lexicon: Lexicon) -> Quantity:
    kind = number.reading.kind
    qualifier = OWN_QUALIFIER.get(kind, "exact")
    at, words, after = first, "", _behind_sign(sentence, number, unit, lexicon)
    before = _before(sentence, first, lexicon)
    behind = _behind(sentence, after, lexicon) if before is None or before[1] == "approximately" else None
    if before is not None and behind is None:
        at, words = before[0], sentence.say(before[0], first)
        if kind == "cardinal" or before[1] not in _ALREADY_SAID_BY_VAGUE_WORDS:
            qualifier = before[1]
    elif behind is not None:  # "about 500 or more": the end is open
        qualifier, words, after = behind
    if kind == "range":
        qualifier = "range"
    return Quantity(number.i, number.j, number.reading, qualifier, at, words, after, unit)


def _behind_sign(sentence: Sentence, number: Found, unit: str, lexicon: Lexicon) -> int:
    if unit != "percent":
        return number.j + (unit == "other" and is_money_behind(sentence, number.j, lexicon))
    return number.j + (2 if sentence.word(number.j) == "per" else 1)


def _before(sentence: Sentence, first: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The qualifier that ends just before word `first` (small words such as "another" may stand between).

    Where it begins, what it is.
    """
    end, lower, known = first, sentence.lower, lexicon.before
    for _ in range(MOST_BETWEEN + 1):
        for begin in range(max(0, end - LONGEST_QUALIFIER), end):
            hit = known.at(lower, begin) if lower[begin] in known else None
            if hit is not None and begin + hit[0] == end:
                is_particle = lower[begin] == "over" and sentence.word(begin - 1) in _HANDED
                return None if is_particle else (begin, hit[1])
        if sentence.word(end - 1) not in _BETWEEN_QUALIFIER_AND_NUMBER:
            return None
        end -= 1
    return None


def _behind(sentence: Sentence, after: int, lexicon: Lexicon) -> tuple[str, str, int] | None:
    """The qualifier behind a number, its words, and what now stands behind the number.

    "120,000+", "40 people, at least", "12 – or more".
    """
    starts = [after]
    if sentence.word(after + 1) == ",":
        starts.append(after + 2)
    if sentence.word(after) in DASHES:
        starts.append(after + 1)
    for start in starts:
        hit = lexicon.after.at(sentence.lower, start) if start < len(sentence) else None
        if hit is not None:
            end = start + hit[0]
            if sentence.word(end) == "than" and sentence.word(end + 1)[:1].isdigit():  # "equal to 50, or more than 40"
                return None
            return hit[1], sentence.say(start, end), after if start == after + 2 else end
    return None


# -- the same amount in a second unit --------------------------------------------------------------------------------------------


def _is_said_again(sentence: Sentence, before: Quantity, this: Quantity, lexicon: Lexicon) -> bool:
    """A second unit in brackets for the same number: "30 km (19 miles)", "$3 million (2.8 million euros)", or a share "(53%)"."""
    opening = this.qualifier_at - 1
    if this.unit == "percent" and _is_put_as_share(sentence, before, opening):
        return True
    if this.unit in MONEY:
        while is_mark(sentence, opening, lexicon) or sentence.word(opening) == "us":
            opening -= 1
    if sentence.word(opening) != "(" or opening - before.after > FARTHEST_SECOND_UNIT:
        return False
    if ")" in sentence.lower[before.after : opening]:
        return False  # "Keta ($3 million), Ho (2.8 million euros)"
    if this.unit == "percent":
        return True
    if before.unit and this.unit:
        return before.unit != this.unit
    first, second = _unit(sentence, before, lexicon), _unit(sentence, this, lexicon)
    return first == second == "km" or (second in MONEY and (before.unit in MONEY or _is_in_currency(sentence, before, lexicon)))


def _is_put_as_share(sentence: Sentence, before: Quantity, at: int) -> bool:
    """ "900 families, representing 52 per cent of households", "40 schools, or 9 per cent", "accounting for 9 per cent"."""
    word = sentence.word(at)
    if word in ("for", "to"):
        at -= 1
        word = f"{sentence.word(at)} {word}"
    is_put = word in _PUT_AS_SHARE or (word == "or" and sentence.word(at - 1) == ",")
    between = sentence.lower[before.after : at - (sentence.word(at - 1) == ",")]
    return is_put and len(between) <= LONGEST_COUNTED and _ENDS_COUNTED.isdisjoint(between)


def _is_in_figures(sentence: Sentence, before: Quantity, this: Quantity) -> bool:
    """The number in figures behind its words, as officials write it: "nine (9) suspected deaths", "Three (03) homes"."""
    is_beside = before.after == before.j == this.i - 1 and sentence.word(before.j) == "(" and sentence.word(this.j) == ")"
    return is_beside and (before.reading.low, before.reading.high) == (this.reading.low, this.reading.high)


def _is_in_currency(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the noun behind a number is money: "310 million pesos"."""
    thing = lexicon.things.at(sentence.lower, quantity.after) if quantity.after < len(sentence) else None
    return thing is not None and thing[1].words.lower() in lexicon.context["currency"]


def _unit(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> str:
    thing = lexicon.things.at(sentence.lower, quantity.after) if quantity.after < len(sentence) else None
    return thing[1].unit if thing else quantity.unit
