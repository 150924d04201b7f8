"""Which sentences are worth a closer look: those that hold the telling word of some phrase.

The telling word of a phrase is its longest that is not common; without it the phrase cannot stand there. One look at the words
of a sentence so passes over most of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from humsit.mentions.conditions.fitting import fits
from humsit.vocabulary.compiled import Lexicon, Service
from humsit.vocabulary.entries import telling_word

Table = str | Service

TABLES = ("services", "phrases", "gaps", "verbs", "named", "links")


def tells_of(table: Table, lexicon: Lexicon) -> frozenset[str]:
    """The telling words of a table of conditions, of any of them, or of the states of a service; worked out once."""
    known = lexicon.condition_tells.get(table)
    if known is None:
        phrases = _phrases(table, lexicon) if isinstance(table, str) else _states(table, lexicon)
        known = lexicon.condition_tells[table] = frozenset(map(telling_word, phrases))
    return known


def _phrases(table: str, lexicon: Lexicon) -> Iterable[Iterable[str]]:
    if table == "any":
        return [phrase for one in TABLES for phrase in _phrases(one, lexicon)]
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
