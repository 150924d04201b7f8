"""A count in its sentence: the number, what it counts, and the frame that makes it a measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from humsit.grammar.classes import POSSESSIVE_ENDINGS
from humsit.mentions.groups import Counted
from humsit.mentions.quantities import Quantity
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

PEOPLE_UNITS = frozenset({"people", "households"})


_OF_A_TOTAL = (["of"], ["of", "the"], ["out", "of"], ["of", "its"], ["of", "their"], ["out", "of", "the"], ["of", "all"])
LONGEST_OWNER = 6


@dataclass(slots=True)
class Frame:
    """What made a count a measure: the rule, and its words [i, j)."""

    measure: str
    rule: str
    i: int
    j: int


@dataclass(slots=True)
class Count:
    """A quantity with its noun phrase, and the frame once it is found."""

    quantity: Quantity
    counted: Counted
    frame: Frame | None = None
    part_of: int | None = None
    """Index of the count that this one is a part of."""
    like: int | None = None
    """Index of the count whose noun and measure this one repeats ("three in Homs, two in Hama")."""
    compared: int | None = None
    """Index of the count that this one is compared with ("against 12 a year ago")."""
    revises: int | None = None
    """Index of the count that this one was before a revision ("to 41 from 17")."""
    has_part: bool = False
    """Whether the count before is a share of this one ("79 of 102 wells are dry"): what is said is said of the share."""

    @property
    def begin(self) -> int:
        """The first word of the number or of its qualifier."""
        return self.quantity.qualifier_at

    @property
    def end(self) -> int:
        """The first word behind number and noun."""
        after, end = self.quantity.after, self.counted.j
        return end if end > after else after

    @property
    def unit(self) -> str:
        """What the number counts: by its sign, else by its noun; a bare number counts people."""
        return self.quantity.unit or self.counted.unit or "people"

    @property
    def is_bare(self) -> bool:
        """Whether neither a noun nor a sign says what is counted."""
        return self.counted.thing is None and not self.quantity.unit


def share_noun_of_total(sentence: Sentence, part: Count, total: Count) -> None:
    """For "79 of 102 wells", "43 of the 60 hostages": the first number counts what the second has a noun for."""
    gap = sentence.lower[part.quantity.after : total.begin]
    is_owned = (
        gap[:1] == ["of"] and gap[-1] in POSSESSIVE_ENDINGS and len(gap) <= LONGEST_OWNER
    )  # "23 of the city's 36 hospitals"
    if (gap in _OF_A_TOTAL or is_owned) and total.counted.thing is not None:
        part.counted, total.has_part = total.counted, True


class Before(NamedTuple):
    """What the last figure measured before a sentence: in its paragraph, and anywhere in its text; "" for none."""

    in_paragraph: str = ""
    in_text: str = ""


NOTHING_BEFORE = Before()


class CountedSentence:
    """A sentence with its counts, as the rules of measures look at it."""

    def __init__(self, sentence: Sentence, counts: list[Count], lexicon: Lexicon, before: Before = NOTHING_BEFORE) -> None:
        self.sentence, self.counts, self.lexicon, self.before = sentence, counts, lexicon, before
        self.lower, self.tags = sentence.lower, sentence.tags
        self.starts_at = {count.begin: k for k, count in enumerate(counts)}
        self.said_at: dict[int, list[str]] = {}
        """What listed words would say of a count, by their place; filled as they are asked."""

    def unit_of(self, count: Count) -> str:
        """The unit by which the lists know what is counted: money of any currency is asked for as money is."""
        thing = count.counted.thing
        is_money = count.quantity.unit == "other" or (
            thing is not None and thing.words.lower() in self.lexicon.context["currency"]
        )
        return "usd" if is_money else count.unit

    def word(self, at: int) -> str:
        """The word at `at` in small letters; "" outside the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def tag(self, at: int) -> str:
        """The tag of the word at `at`; "" outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def says(self, word: str) -> bool:
        """Whether a word says by itself that somebody speaks; "have it that" makes no such word of "have"."""
        return any(not cue.rest for cue in self.lexicon.cues.get(word, ()))

    def is_day(self, at: int) -> bool:
        """Whether a word names a day: "Friday", "yesterday"."""
        word = self.word(at)
        return word in self.lexicon.weekdays or word in self.lexicon.days
