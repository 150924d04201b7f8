"""One sentence as the recognisers see it: its words, their places in the document, their tags."""

from __future__ import annotations

from functools import cached_property

from humsit.documents.blocks import Block, BlockKind
from humsit.grammar.tagger import Tagger
from humsit.grammar.words import begins, cut_words

LONGEST_LABEL = 8  # words of a line that is a number and its label


class Sentence:
    """The words of `text[start:end]`; tags are worked out only when somebody asks."""

    def __init__(self, text: str, start: int, end: int, block: Block, paragraph: int, tagger: Tagger) -> None:
        self.text, self.start, self.end, self.block, self.paragraph = text, start, end, block, paragraph
        self._tagger = tagger
        self.words = cut_words(text, start, end)
        self.lower = list(map(tagger.in_small_letters.__getitem__, self.words))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in the document."""
        return begins(self.words, self.text, self.start)

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends in the document."""
        return [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]

    @cached_property
    def tags(self) -> list[str]:
        """Penn part-of-speech tags; capitals make no names in a cell, or in a line that is all capitals."""
        return self._tagger.tag(self.lower if self.block.kind is BlockKind.CELL or self._is_label() else self.words)

    def _is_label(self) -> bool:
        """ "3,030 People Evacuated": a number, and words that all begin with a capital."""
        if not 0 < len(self) <= LONGEST_LABEL or not self.words[0][0].isdigit():
            return False
        return all(word[0].isupper() for word in self.words[1:] if word[0].isalpha())

    def word(self, i: int) -> str:
        """Word `i` in small letters; "" outside the sentence."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def tag(self, i: int) -> str:
        """The tag of word `i`; "" outside the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else ""

    def is_capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital."""
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def is_glued(self, i: int) -> bool:
        """Whether word `i` follows the one before it without a space."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Where words i to j (j not included) stand in the document."""
        return self.starts[i], self.ends[j - 1]

    def say(self, i: int, j: int) -> str:
        """The document's own words from word i up to word j."""
        if j <= i + 1:
            return self.words[i] if i < j else ""
        return self.text[self.starts[i] : self.ends[j - 1]]
