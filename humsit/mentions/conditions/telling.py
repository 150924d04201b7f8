"""Which sentences are worth a closer look: those that hold the telling word of some phrase.

The telling word of a phrase is its longest that is not common; without it the phrase cannot stand there. One look at the words
of a sentence so passes over most of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from humsit.mentions.conditions.fitting import fits
from humsit.vocabulary.compiled import Lexicon, Service

Table = str | Service

_COMMON = frozenset(
    "a able after all an and are as at be been being but by can could for from had has have in into is it its last left more "
    "most no not of off on one only or out over some still than that the their there to under up was way were which will with "
    "without".split()
)


def tells_of(table: Table, lexicon: Lexicon) -> frozenset[str]:
    """The telling words of a table of conditions, or of the states that are said of a service; worked out once."""
    known = lexicon.condition_tells.get(table)
    if known is None:
        phrases = _phrases(table, lexicon) if isinstance(table, str) else _states(table, lexicon)
        known = lexicon.condition_tells[table] = frozenset(map(_telling_word, phrases))
    return known


def _telling_word(phrase: Iterable[str]) -> str:
    return max(phrase, key=lambda word: (word not in _COMMON, len(word)))


def _phrases(table: str, lexicon: Lexicon) -> Iterable[Iterable[str]]:
    if table == "gaps":
        return [(*first, *last) for entries in lexicon.condition_gaps.values() for first, last, _ in entries]
    if table in ("verbs", "named"):
        verbs = lexicon.condition_verbs if table == "verbs" else lexicon.condition_named
        return [phrase.words.split() for phrases in verbs.values() for phrase in phrases]
    known = {"phrases": lexicon.condition_phrases, "links": lexicon.condition_links}.get(table)
    if known is not None:
        return [phrase for entries in known.values() for phrase, _ in entries]
    return [phrase for entries in lexicon.services.values() for phrase, _ in entries]


def _states(service: Service, lexicon: Lexicon) -> Iterable[Iterable[str]]:
    entries = (entry for table in lexicon.service_states.values() for known in table.values() for entry in known)
    return [phrase for phrase, (_, states) in entries if any(fits(state, service) for state in states)]
