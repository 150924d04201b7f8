"""One sentence as the recognisers see it: its words, their places in the document, their tags."""

from __future__ import annotations

from functools import cached_property

from humsit.documents.blocks import Block, BlockKind
from humsit.grammar.tagger import default_tagger
from humsit.grammar.words import cut


class Sentence:
    """The words of `text[start:end]`; tags are worked out only when somebody asks."""

    def __init__(
        self, text: str, start: int, end: int, block: Block, paragraph: int, hints: dict[str, dict[str, float]] | None = None
    ) -> None:
        self.hints = hints
        self.text, self.start, self.end, self.block, self.paragraph = text, start, end, block, paragraph
        self.words, self.starts, self.ends = cut(text, start, end)
        self.lower = [word.lower() for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def tags(self) -> list[str]:
        """Penn part-of-speech tags."""
        return default_tagger().tag(self.lower if self.block.kind is BlockKind.CELL else self.words, self.hints)

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Where words i to j (j not included) stand in the document."""
        return self.starts[i], self.ends[j - 1]

    def say(self, i: int, j: int) -> str:
        """The document's own words from word i up to word j."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""
