"""The words that the reader knows: lists in CSV, a team's own laid over them, ready to be looked up.

Every row carries an example that the suite proves; see `README.md` beside the lists for how to add a word. Nothing here knows
what a rule does with a word: mechanism is in `mentions/` and `facts/`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from humsit.vocabulary.compiled import Lexicon, compile_lists
from humsit.vocabulary.lists import LISTS
from humsit.vocabulary.rows import Placed, Problem, Row, key_of, laid_over, read_lists, read_own, rows_of

__all__ = [
    "LISTS",
    "Lexicon",
    "Placed",
    "Problem",
    "Row",
    "Vocabulary",
    "key_of",
    "load_vocabulary",
    "read_own",
    "rows_of",
]


@dataclass(frozen=True)
class Vocabulary:
    """The lists as rows, what is wrong with them, and their compiled form."""

    rows: dict[str, list[Row]]
    problems: list[Problem] = field(default_factory=list)
    lexicon: Lexicon = field(default_factory=Lexicon)

    def knowing(self, name: str, rows: list[Row]) -> Vocabulary:
        """The same lists with these rows of the list `name` laid over them."""
        changed = self.rows | {name: laid_over(name, self.rows[name], rows)}
        return Vocabulary(changed, self.problems, compile_lists(changed))


@lru_cache(maxsize=8)
def load_vocabulary(own: Path | None = None) -> Vocabulary:
    """The built-in lists with the rows of the folder `own` laid over them.

    A row with the same key replaces, a row with a problem is left out.
    """
    rows, problems = read_lists(own)
    return Vocabulary(rows, problems, compile_lists(rows))
