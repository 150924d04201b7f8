"""The closed classes of English that several recognisers share.

Tags by kind, and the small words that no analyst will ever add to.
"""

from __future__ import annotations

NAMES = frozenset({"NNP", "NNPS"})
NOUNS = NAMES | {"NN", "NNS"}
VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
VERBS_AND_MODALS = VERBS | {"MD"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

ARTICLES = frozenset({"a", "an", "the"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
NOT = frozenset({"not", "n't", "never"})
POSSESSIVE_ENDINGS = frozenset({"'s", "’s"})
POSSESSIVE_PRONOUNS = frozenset({"his", "her", "its", "our"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})

QUOTES = frozenset('"“”„«»') | {"''", "``"}
DASHES = frozenset("-–—‑−")
LONG_DASHES = frozenset("–—")
