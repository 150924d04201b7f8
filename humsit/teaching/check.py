"""What is wrong with the word lists: rows that cannot be used, and a team's rows that their example does not prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from humsit.teaching.examples import why_unproved
from humsit.vocabulary import LISTS, Placed, Problem, Vocabulary, load_vocabulary, read_own


def problems_with(own: Path) -> list[Problem]:
    """Every problem of the built-in lists and of those in the folder `own`, which need not exist.

    The built-in rows are proved by the test suite, so examples are read for the team's own rows only. A row whose example does
    not prove it counts all the same; any other problem leaves its row out.
    """
    vocabulary = load_vocabulary(own)
    unproved = (problem for name in LISTS for problem in unproved_rows(name, read_own(name, own)[0], vocabulary))
    return [*vocabulary.problems, *unproved]


def unproved_rows(name: str, rows: Iterable[Placed], vocabulary: Vocabulary) -> Iterator[Problem]:
    """The rows whose example `vocabulary`, which knows them, does not read as they say."""
    for file, number, row in rows:
        if why := why_unproved(name, row, vocabulary):
            yield Problem(file, number, f"the example does not prove {row[LISTS[name].columns[0]]!r}: {why}")
