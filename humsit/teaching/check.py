"""What is wrong with the word lists: rows that cannot be used, rows that their example does not prove, lists not written yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from humsit.teaching.examples import why_unproved
from humsit.vocabulary import ENGLISH, LISTS, Placed, Problem, Vocabulary, load_vocabulary, own_folder, read_own, rows_in


def problems_with(own: Path, language: str = ENGLISH) -> list[Problem]:
    """Every problem of a language's built-in lists and of those in the folder `own`, which need not exist.

    The built-in rows of English are proved by the test suite, so there examples are read for the team's own rows only. A row
    whose example does not prove it counts all the same; any other problem leaves its row out.
    """
    vocabulary = load_vocabulary(own, language)
    unproved = (problem for name in LISTS for problem in unproved_rows(name, _to_prove(name, own, language), vocabulary))
    return [*vocabulary.problems, *unproved]


def _to_prove(name: str, own: Path, language: str) -> list[Placed]:
    own_rows = read_own(name, own_folder(own, language))[0]
    return own_rows if language == ENGLISH else [*rows_in(name, language)[0], *own_rows]


def still_missing(own: Path, language: str) -> list[str]:
    """What there is no word of in a language, so that the reader goes without it: names of lists, and "context_words: wound"."""
    rows = load_vocabulary(own, language).rows
    english = load_vocabulary().rows
    lists = [name for name in LISTS if not rows[name]]
    kinds = [
        f"{name}: {kind}"
        for name in LISTS
        if rows[name] and "kind" in LISTS[name].columns
        for kind in sorted({row["kind"] for row in english[name]} - {row["kind"] for row in rows[name]} - {""})
    ]
    return lists + kinds


def unproved_rows(name: str, rows: Iterable[Placed], vocabulary: Vocabulary) -> Iterator[Problem]:
    """The rows whose example `vocabulary`, which knows them, does not read as they say."""
    for file, number, row in rows:
        if why := why_unproved(name, row, vocabulary):
            yield Problem(file, number, f"the example does not prove {row[LISTS[name].columns[0]]!r}: {why}")
