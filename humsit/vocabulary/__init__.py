"""The words that the reader knows: lists in CSV, a folder for each language, a team's own laid over them, ready to be looked up.

Every row carries an example that the suite proves; see `README.md` beside the lists for how to add a word. Nothing here knows
what a rule does with a word: mechanism is in `mentions/` and `facts/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from humsit.vocabulary.compiled import Lexicon, compile_lists
from humsit.vocabulary.lists import LISTS
from humsit.vocabulary.rows import (
    ENGLISH,
    Placed,
    Problem,
    Row,
    key_of,
    laid_over,
    languages_of,
    own_folder,
    read_lists,
    read_own,
    rows_in,
    rows_of,
)

__all__ = [
    "ENGLISH",
    "LISTS",
    "Lexicon",
    "Placed",
    "Problem",
    "Row",
    "Vocabulary",
    "key_of",
    "languages_read",
    "load_vocabulary",
    "own_folder",
    "read_own",
    "rows_in",
    "rows_of",
]


@dataclass(frozen=True)
class Vocabulary:
    """The lists of one language as rows, what is wrong with them, and their compiled form."""

    rows: dict[str, list[Row]]
    problems: list[Problem] = field(default_factory=list)
    lexicon: Lexicon = field(default_factory=Lexicon)
    language: str = ENGLISH
    own: Path | None = None
    """The folder of the team's own lists that are laid over the built-in ones."""

    def knowing(self, name: str, rows: list[Row]) -> Vocabulary:
        """The same lists with these rows of the list `name` laid over them."""
        changed = self.rows | {name: laid_over(name, self.rows[name], rows)}
        return replace(self, rows=changed, lexicon=compile_lists(changed, self.language))

    def of(self, language: str | None) -> Vocabulary | None:
        """What reads a text in `language`: these lists for their own and for an unknown one; None where there are no lists."""
        if language in (None, self.language):
            return self
        return load_vocabulary(self.own, language) if language in languages_read(self.own) else None


@lru_cache(maxsize=8)
def load_vocabulary(own: Path | None = None, language: str = ENGLISH) -> Vocabulary:
    """The built-in lists of a language with the rows of the team's folder `own` laid over them.

    A row with the same key replaces, a row with a problem is left out. Only the lists of this language are loaded.
    """
    rows, problems = read_lists(own, language)
    return Vocabulary(rows, problems, compile_lists(rows, language), language, own)


@lru_cache(maxsize=8)
def languages_read(own: Path | None = None) -> frozenset[str]:
    """The codes of the languages that the reader has words of: a folder each, in the package or in the team's folder `own`."""
    return languages_of(own)
