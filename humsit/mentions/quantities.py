"""Numbers that count or measure something: "at least 40", "between 1,200 and 1,500", "USD 45M", "120,000+".

Not a quantity: dates, years, times, ages, durations, ranks, running numbers, scores, phone numbers, a second unit in brackets.
"""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.numbers import Found, Reading, numbers_in
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

OLDEST_AGE = 115
FIRST_YEAR, LAST_YEAR = 1850, 2100
_CURRENCIES = {
    "$": "usd",
    "usd": "usd",
    "us$": "usd",
    "€": "other",
    "£": "other",
    "eur": "other",
    "gbp": "other",
    "chf": "other",
    "¥": "other",
    "₹": "other",
}
_DOLLARS_ELSEWHERE = frozenset({"a", "c", "au", "ca", "nz", "hk", "s", "can"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DASHES = frozenset("-–—‑−")
_AGE_BEFORE = frozenset({"aged", "age", "ages"})
_UNDER = frozenset({"under", "below", "over", "above"})
_YOUNG = frozenset(
    {
        "children",
        "boys",
        "girls",
        "kids",
        "those",
        "people",
        "women",
        "men",
        "adults",
        "child",
        "infants",
        "aged",
        "anyone",
        "everyone",
        "persons",
        "somalis",
    }
)
_BETWEEN = frozenset(
    {"another", "additional", "further", "extra", "a", "an", "the", "us", "only", "just", "its", "their", "other", "as"}
)
_LINKING_PRONOUNS = frozenset(
    {"no", "this", "that", "each", "every", "any", "another", "the", "only", "which", "either", "neither", "some"}
)


@dataclass(slots=True)
class Quantity:
    """A number in a sentence: its words [i, j), the words of its qualifier from `qualifier_at`, its reading, and a unit that a sign says."""

    i: int
    j: int
    reading: Reading
    qualifier: str
    qualifier_at: int
    qualifier_words: str
    after: int
    """The first word behind the number, its unit sign and a suffix such as "or so"."""
    unit: str = ""


def find_quantities(sentence: Sentence, lexicon: Lexicon) -> list[Quantity]:
    """The quantities of a sentence, from left to right; what is a number but no quantity is left out."""
    numbers = numbers_in(sentence.lower, sentence.starts, sentence.ends, lexicon)
    found: list[Quantity] = []
    for position, number in enumerate(numbers):
        following = numbers[position + 1] if position + 1 < len(numbers) else None
        unit, first = _sign(sentence, number)
        if _no_quantity(sentence, number, following, unit, lexicon) or _is_ratio(sentence, number, numbers):
            continue
        quantity = _qualified(sentence, number, unit, first, lexicon)
        if not (found and _said_again(sentence, found[-1], quantity, lexicon)):
            found.append(quantity)
    return found


def qualifier_of(sentence: Sentence, number: Found, lexicon: Lexicon) -> str:
    """The qualifier of a number that somebody points at, be it a quantity or not."""
    unit, first = _sign(sentence, number)
    return _qualified(sentence, number, unit, first, lexicon).qualifier


def _word(sentence: Sentence, i: int) -> str:
    return sentence.lower[i] if 0 <= i < len(sentence.lower) else ""


def _glued(sentence: Sentence, i: int) -> bool:
    return 0 < i < len(sentence.words) and sentence.starts[i] == sentence.ends[i - 1]


def _sign(sentence: Sentence, number: Found) -> tuple[str, int]:
    """The unit that a sign around the number says, and the first word of sign and number together."""
    i, j = number.i, number.j
    before = _word(sentence, i - 1)
    if before in _CURRENCIES:
        nation = _word(sentence, i - 2)
        if before == "$" and _glued(sentence, i - 1) and nation in ("us", *_DOLLARS_ELSEWHERE):
            return ("usd" if nation == "us" else "other"), i - 2
        return _CURRENCIES[before], i - 1
    after = _word(sentence, j)
    if after in ("%", "percent", "pct") or (after == "per" and _word(sentence, j + 1) == "cent"):
        return "percent", i
    return "", i


def _no_quantity(sentence: Sentence, number: Found, following: Found | None, unit: str, lexicon: Lexicon) -> bool:
    if unit in ("usd", "other"):
        return False
    return (
        _is_joined_to_letters(sentence, number)
        or _is_time_or_date(sentence, number, lexicon)
        or _is_age(sentence, number, lexicon)
        or _is_duration(sentence, number, lexicon)
        or _is_named(sentence, number, lexicon)
        or _is_pronoun(sentence, number)
        or _is_phone_or_score(sentence, number, following)
    )


def _is_ratio(sentence: Sentence, number: Found, numbers: list[Found]) -> bool:
    """"one in three hospitals", "three in five of those asked": a share in words."""
    for other in numbers:
        first, second = (number, other) if number.i < other.i else (other, number)
        if other is not number and second.i == first.j + 1 and sentence.lower[first.j] == "in" and second.reading.high <= 20 and first.reading.high < second.reading.high:
            return True
    return False


def _is_joined_to_letters(sentence: Sentence, number: Found) -> bool:
    """Ordinals (34th), decades (1990s), compounds (a 12-member team, a 40-bed ward), model names cut in two, times (18:40)."""
    after = _word(sentence, number.j)
    if after in _ORDINALS and _glued(sentence, number.j):
        return True
    if after == "s" and _glued(sentence, number.j):
        return True
    if after in _DASHES and _glued(sentence, number.j) and _glued(sentence, number.j + 1):
        tail = _word(sentence, number.j + 1)
        if tail and tail[0].isalpha() and tail not in ("odd", "plus", "strong"):
            return True
    before = _word(sentence, number.i - 1)
    if before == "." and _glued(sentence, number.i) and _glued(sentence, number.i - 1):
        return True  # a footnote's number behind a full stop
    return before in ("/", "#", "@") and _glued(sentence, number.i)


def _is_time_or_date(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    words, i, j = sentence.lower, number.i, number.j
    if number.reading.kind == "vague" or j - i > 3:
        return False
    for at in (
        i - 1,
        i - 2 if _word(sentence, i - 1) in (".", "of", "the") else i - 1,
        j,
        j + 1 if _word(sentence, j) == "of" else j,
    ):
        word = _word(sentence, at)
        if word in lexicon.months and sentence.words[at][0].isupper() and (number.reading.high <= 31 or _is_year(words[i])):
            # "3 May 12 people died": the number behind the month is a day only where none stands before it
            return at > i or not words[max(0, at - 1)].isdigit() or _is_year(words[i]) or at - 1 < 0
    if "/" in (_word(sentence, i - 1), _word(sentence, j)):
        return True
    if _is_year(words[i]) and j == i + 1:
        return lexicon.things.at(words, j) is None if j < len(words) else True
    if number.reading.kind == "range" and _is_year(words[i]):
        return True
    return bool(words[i].isdigit() and len(words[i]) == 4 and words[i][0] == "0")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _is_age(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    i, j, value = number.i, number.j, number.reading.high
    if value > OLDEST_AGE:
        return False
    before, after = _word(sentence, i - 1), _word(sentence, j)
    if before in _AGE_BEFORE or (before in ("from", "between") and _word(sentence, i - 2) in _AGE_BEFORE):
        return True
    if after.endswith("-old") or after.startswith("year-old") or after.startswith("month-old"):
        return True
    if after in ("years", "year", "months", "month") and _word(sentence, j + 1) in ("old", "of"):
        return True
    if (
        before in _UNDER
        and _word(sentence, i - 2) in _YOUNG
        and (j >= len(sentence) or lexicon.things.at(sentence.lower, j) is None)
    ):
        return True
    name = sentence.words[i - 2] if i >= 2 else ""
    return (
        before == ","
        and after in (",", ".", ")", "")
        and name[:1].isupper()
        and number.reading.kind == "cardinal"
        and j == i + 1
        and not _is_listed(sentence, i)
    )


def _is_listed(sentence: Sentence, i: int) -> bool:
    """Whether several numbers stand behind names in a row: "Epena, 13, Dongou, four" are counts, "Kofi Mensah, 27," is an age."""
    return sum(1 for word in sentence.lower if word[0].isdigit()) > 2 and i < 4


def _is_duration(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    j = number.j
    for at in (j, j + 1, j + 2):
        word = _word(sentence, at)
        if not word:
            return False
        if word in lexicon.time_units:
            return not (at > j and lexicon.things.at(sentence.lower, j))
        head, _, tail = word.partition("-")
        if head in lexicon.time_units and tail:
            return True
        if word not in (
            "consecutive",
            "straight",
            "more",
            "long",
            "full",
            "whole",
            "successive",
            "calendar",
            "further",
            "additional",
            "separate",
            "different",
            "-",
            "of",
        ):
            return False
    return False


def _is_named(sentence: Sentence, number: Found, lexicon: Lexicon) -> bool:
    """Numbers that name a thing (Resolution 2623, Phase 3, week 38) or measure what the desk does not follow (degrees, times)."""
    i, j = number.i, number.j
    for n in (1, 2):
        if i - n < 0:
            break
        hit = lexicon.not_before.at(sentence.lower, i - n)
        if hit is not None and hit[0] == n:
            word = sentence.words[i - n]
            counted = j < len(sentence) and lexicon.things.at(sentence.lower, j) is not None or "," in sentence.lower[i]
            if hit[0] > 1 and sentence.lower[i - 1] == "of":
                return True
            if word[0].isupper() or not word[0].isalpha() or not counted:
                return not (counted and word[0].isalpha() and (i - n == 0 or not word[0].isupper()))
    if i and j < len(sentence) and sentence.lower[i - 1] == "-" and _glued(sentence, i) and _glued(sentence, i - 1):
        return True
    hit = lexicon.not_after.at(sentence.lower, j) if j < len(sentence) else None
    return hit is not None


def _is_pronoun(sentence: Sentence, number: Found) -> bool:
    """ "one of its officials", "no one", "this one": no count."""
    if sentence.lower[number.i] != "one" or number.j != number.i + 1:
        return False
    after, before = _word(sentence, number.j), _word(sentence, number.i - 1)
    if after == "of":
        return _word(sentence, number.j + 1) not in ("them", "whom", "those")
    if after in ("another", "day", "side", "such", "who", "way", "hand", "that", "can", "may", "must"):
        return True
    counts = number.j < len(sentence) and sentence.tags[number.j][:2] in ("NN", "JJ")
    return before in _LINKING_PRONOUNS and not (counts and before in ("that", "only"))


def _is_phone_or_score(sentence: Sentence, number: Found, following: Found | None) -> bool:
    i, j = number.i, number.j
    before = _word(sentence, i - 1)
    if before == "+" and _glued(sentence, i):
        return True
    run, at = 0, i
    while at >= 0 and (sentence.lower[at][0].isdigit() or sentence.lower[at] in "+-() "):
        run += sentence.lower[at][0].isdigit()
        at -= 1
    at = j
    while at < len(sentence) and (sentence.lower[at][0].isdigit() or sentence.lower[at] in "-()"):
        run += sentence.lower[at][0].isdigit()
        at += 1
    if run >= 3 and sentence.lower[i][0].isdigit() and not (j < len(sentence) and sentence.lower[j] == ")"):
        return True
    dash = j if _word(sentence, j) in _DASHES else i - 1 if before in _DASHES else -1
    if dash < 1 or not _glued(sentence, dash) or not _glued(sentence, dash + 1):
        return False
    return sentence.lower[dash - 1][0].isdigit() and sentence.lower[dash + 1][0].isdigit()


def _qualified(sentence: Sentence, number: Found, unit: str, first: int, lexicon: Lexicon) -> Quantity:
    kind = number.reading.kind
    qualifier = {"vague": "vague", "range": "range"}.get(kind, "exact")
    after = number.j
    if unit == "percent":
        after += 2 if _word(sentence, number.j) == "per" else 1
    at, words = first, ""
    before = _before(sentence, first, lexicon)
    if before is not None:
        at, found = before
        if kind == "cardinal" or found not in ("approximately", "exact"):
            qualifier = found
        words = sentence.say(at, first)
    else:
        hit = lexicon.after.at(sentence.lower, after) if after < len(sentence) else None
        skip = 0
        if hit is None and _word(sentence, after + 1) == ",":
            skip = 2
            hit = lexicon.after.at(sentence.lower, after + 2) if after + 2 < len(sentence) else None
        if hit is None and _word(sentence, after) in _DASHES:
            hit = lexicon.after.at(sentence.lower, after + 1) if after + 1 < len(sentence) else None
            skip = 1 if hit else 0
        if hit is not None:
            qualifier, words = hit[1], sentence.say(after + skip, after + skip + hit[0])
            if not skip or skip == 1:
                after += skip + hit[0]
    if kind == "range" and qualifier not in ("range",):
        qualifier = "range"
    return Quantity(number.i, number.j, number.reading, qualifier, at, words, after, unit)


def _before(sentence: Sentence, first: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The qualifier that ends just before word `first` (small words such as "another" may stand between): where it begins, what it is."""
    end = first
    for _ in range(3):
        for n in (5, 4, 3, 2, 1):
            if end - n < 0:
                continue
            hit = lexicon.before.at(sentence.lower, end - n)
            if hit is not None and hit[0] == n:
                return end - n, hit[1]
        if end > 0 and sentence.lower[end - 1] in _BETWEEN:
            end -= 1
        else:
            return None
    return None


def _said_again(sentence: Sentence, before: Quantity, this: Quantity, lexicon: Lexicon) -> bool:
    """A second unit in brackets for the same number: "30 km (19 miles)", "$3 million (2.8 million euros)", or a share "(53%)"."""
    opening = this.qualifier_at - 1
    if this.unit in ("usd", "other"):
        while opening >= 0 and sentence.lower[opening] in (*_CURRENCIES, "us"):
            opening -= 1
    if _word(sentence, opening) != "(" or opening - before.after > 4:
        return False
    if this.unit == "percent":
        return True
    if before.unit and this.unit:
        return before.unit != this.unit
    first, second = (lexicon.things.at(sentence.lower, q.after) if q.after < len(sentence) else None for q in (before, this))
    unit_of = [(hit[1].unit if hit else q.unit) for hit, q in ((first, before), (second, this))]
    money = ("usd", "other")
    return unit_of[0] == unit_of[1] == "km" or (before.unit in money and unit_of[1] in money and unit_of[1] != "")
