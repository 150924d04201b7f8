"""Which reports hold words: in the title, the publisher, the whole text, and in what analysts call things that the text calls
otherwise.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from humsit.store.schema import corrections, documents, facts

AT_ONCE = 1_000
_WORDS = re.compile(r'"([^"]+)"|(\S+)')
Among = Callable[[ColumnElement[Any], Sequence[str]], ColumnElement[bool]]
"""Whether a column holds one of some names, however many there are."""


def words_of(asked: str) -> list[str]:
    """What is looked for, each by itself, whatever its case; words in quotation marks stay together."""
    found = (quoted.strip() or word.strip('"') for quoted, word in _WORDS.findall(asked))
    return list(dict.fromkeys(words.casefold() for words in found if words))


def positions_holding(connection: Connection, asked: str, among: Among) -> array[int]:
    """The positions of the reports in which each of these words stands somewhere, in order; looks at every text once."""
    words = words_of(asked)
    held: list[set[int]] = [set() for _ in words]
    for one, positions in zip(words, held, strict=True):
        positions |= _named(connection, one, among)
    _add(held, words, _texts(connection))
    _add(held, words, _corrected(connection))
    return array("q", sorted(set.intersection(*held)) if held else ())


def _add(held: Sequence[set[int]], words: Sequence[str], told: Iterable[tuple[int, str]]) -> None:
    for position, text in told:
        for one, positions in zip(words, held, strict=True):
            if one in text:
                positions.add(position)


def _texts(connection: Connection) -> Iterable[tuple[int, str]]:
    column = documents.c
    query = select(column.position, column.title, column.publisher, column.agency, column.text)
    query = query.where(~column.withdrawn)
    rows = connection.execute(query.execution_options(yield_per=AT_ONCE))
    return ((position, "\n".join(part for part in parts if part).casefold()) for position, *parts in rows)


def _corrected(connection: Connection) -> Iterable[tuple[int, str]]:
    """What was corrected or entered by hand, as it reads now."""
    decided = facts.c.fact_id.in_(select(corrections.c.fact_id))
    return ((row.position, row.searched) for row in connection.execute(select(facts.c.position, facts.c.searched).where(decided)))


def _named(connection: Connection, words: str, among: Among) -> set[int]:
    """Where a place or a claimant is called so, which the text may call by another name."""
    found: set[int] = set()
    for name in (facts.c.place, facts.c.claimant):
        called = [one for one in connection.scalars(select(name).distinct()) if words in one.casefold()]
        if called:
            found.update(connection.scalars(select(facts.c.position).where(among(name, called)).distinct()))
    return found
