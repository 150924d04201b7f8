"""Is a number one side of a rate, a difference, an hour or a number to call? "50 for every 100,000", "ten more than in May"."""

from __future__ import annotations

from humsit.mentions.numbers import Found
from humsit.mentions.sentence import Sentence

LONGEST_RATE = 4  # words of "murders for every", "cases per"
LONGEST_SPLIT = 4  # words of "families out of"
LARGEST_SPLIT = 10
MOST_BEFORE_NUMBER = 2  # words of "Toll-free number:"

_BASES = frozenset({"every", "per"})
_MARKS = frozenset({":", ",", "("})
_TO_CALL = frozenset(
    "helpline helplines hotline hotlines toll-free tollfree tel phone telephone whatsapp landline dial freephone fax sms".split()
)
_TO_CALL_BEFORE_NUMBER = _TO_CALL | {"emergency", "free"}
_COMPARED = frozenset({"more", "fewer", "less", "higher", "lower"})
_POINTS_OF_TIME = frozenset(
    "on in at last yesterday the a usual normal planned before earlier expected previously first initially thought previous "
    "reported he she they it we".split()
)


def is_of_rate(sentence: Sentence, numbers: list[Found], position: int) -> bool:
    """ "50 for every 100,000 inhabitants", "of every 100 rupees, 93": neither number counts anything."""
    number = numbers[position]
    if _is_base(sentence, number):
        return True
    if position + 1 < len(numbers):
        following = numbers[position + 1]
        gap = sentence.lower[number.j : following.i]
        if _is_base(sentence, following) and len(gap) <= LONGEST_RATE and {",", ";", "and"}.isdisjoint(gap):
            return True
    return position > 0 and _is_base(sentence, numbers[position - 1], of=True) and "," in sentence.lower[: number.i]


def _is_base(sentence: Sentence, number: Found, *, of: bool = False) -> bool:
    """Whether a number is what a rate is taken of: "per 100,000", "for every 100"; "every two hours" is a time."""
    before = sentence.word(number.i - 1)
    if of:
        return before == "every" and sentence.word(number.i - 2) in ("of", "from")
    return before in _BASES and number.reading.high > 1


def is_split(sentence: Sentence, first: Found, second: Found) -> bool:
    """ "four families out of five": a share in words, whoever is shared out."""
    gap, of = sentence.lower[first.j : second.i], second.reading.high
    is_small = first.reading.high is not None and of is not None and first.reading.high < of <= LARGEST_SPLIT
    return is_small and gap[-2:] == ["out", "of"] and 2 < len(gap) <= LONGEST_SPLIT and sentence.word(second.j)[:1].isalpha()


def is_difference(sentence: Sentence, number: Found) -> bool:
    """ "17, ten more than on Sunday", "6,000 fewer than planned": how far two numbers stand apart."""
    at = number.j
    compares = sentence.word(at) in _COMPARED and sentence.word(at + 1) == "than"
    return compares and (sentence.word(at + 2) in _POINTS_OF_TIME or sentence.is_capital(at + 2))


def is_to_call(sentence: Sentence, number: Found) -> bool:
    """ "Helpline: 1070", "the emergency number, 100", "Toll-free 199"."""
    if not all(word.isdecimal() for word in sentence.lower[number.i : number.j]):
        return False
    at = number.i - 1
    if sentence.word(at) in _MARKS:
        at -= 1
    if sentence.word(at) in ("number", "numbers", "line", "no"):
        return any(sentence.word(at - n) in _TO_CALL_BEFORE_NUMBER for n in range(1, MOST_BEFORE_NUMBER + 1))
    return sentence.word(at) in _TO_CALL or (sentence.word(at) == "free" and sentence.word(at - 1) in ("toll", "-"))


def is_clock(sentence: Sentence, number: Found) -> bool:
    """ "drone count at 18.30", "by 7.45 on Monday": an hour with a dot."""
    hour, _, minute = sentence.lower[number.i].partition(".")
    if number.j != number.i + 1 or len(minute) != 2 or not (hour + minute).isdecimal() or int(hour) > 23 or int(minute) > 59:
        return False
    ends = not sentence.word(number.j)[:1].isalpha() or sentence.word(number.j) in ("on", "local", "hrs", "hours", "h", "a", "p")
    return ends and sentence.word(number.i - 1) in ("at", "by", "since", "until", "till", "from", "after", "before", "around")
