"""What stands around a fact: the sentence with all that was found in it, and what its paragraph has said before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from humsit.facts.draft import Draft
from humsit.mentions.measures import Count
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Attribution, Speaker
from humsit.records import Document
from humsit.vocabulary import Lexicon

LAST_PLACE = "same"
"""What the place of the last figure is called, which "the same battle" leads back to."""
DATELINE = "dateline"
"""What the place in the bracket is called that opens a note: "[3 May 2024, Keta] …"."""


class Placed(NamedTuple):
    """Where a figure of a sentence was, and the number written."""

    sentence: int
    measure: str
    place: str
    value: float


@dataclass(slots=True)
class Paragraph:
    """What a paragraph has said so far: the places it named, the last place that a figure was given."""

    number: int = -1
    sentences: list[Sentence] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    theme: Place | None = None
    """The place that it spoke of last."""
    place: str = ""
    measure: str = ""
    """What its last figure measured."""
    placed: list[Placed] = field(default_factory=list)
    """Where its figures were, in their order."""
    spoken: bool = False
    """Whether somebody has been named as speaking."""
    spoken_before: bool = False
    """Whether somebody had been before the sentence at hand."""
    told: bool = False
    """Whether somebody spoke in the sentence before."""
    waiting: list[Draft] = field(default_factory=list)
    """Drafts inside an open quotation whose speaker has not been named yet."""


@dataclass(slots=True)
class Scene:
    """One sentence with its mentions."""

    document: Document
    lexicon: Lexicon
    sentence: Sentence
    counts: list[Count]
    attributions: list[Attribution]
    places: list[Place]
    paragraph: Paragraph
    quoted: bool
    """Whether the sentence goes on with a quotation that an earlier one opened, or begins with one of the same speaker."""
    is_open: bool
    """Whether it begins inside of one."""
    last_speaker: Speaker | None
    """Who was named as speaking last, here or before."""
    heading_source: Speaker | None = None
    """Who counted what stands under the heading above, where that says so."""
    called: dict[str, str] = field(default_factory=dict)
    """The place that the text called so last: "province" -> "Volta"."""
    teller: Speaker | None = None
    """Who goes on telling what the sentence says, though it does not name them."""

    def next_count(self, count: Count) -> int:
        """The word at which the count behind this one begins; the sentence's end where there is none."""
        return next((other.begin for other in self.counts if other.quantity.i > count.quantity.i), len(self.sentence))
