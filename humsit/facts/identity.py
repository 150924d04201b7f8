"""What makes two readings the same fact.

The document, the span, the kind. A better reading of the same words keeps its corrections.
"""

from __future__ import annotations

import hashlib


def fact_id(document_id: str, start: int, end: int, kind: str) -> str:
    """The id of the fact of `kind` that `text[start:end]` of a document states: 16 hexadecimal digits of a hash of these four."""
    return hashlib.blake2b(f"{document_id}\x1f{start}\x1f{end}\x1f{kind}".encode(), digest_size=8).hexdigest()
