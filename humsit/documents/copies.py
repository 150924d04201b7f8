"""The same story again: which reports print nearly the same words, found without comparing each with each.

Two texts are copies when most runs of SHINGLE words of either stand in both (Jaccard). MinHash gives each text a few band keys;
texts without a common key are never compared, so that the work grows with the copies and not with the archive.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from humsit.documents.made import has_own_id, text_hash
from humsit.records import Document

SHINGLE = 3
"""Words that stand one behind the other."""
SIMILAR = 0.5
"""The part of all runs of words that copies share at least: an agency's story of a hundred words with another headline, four
words changed and a cut end shares more, two stories about one event share less than a fifth.
"""
TELLING = 30
"""Words from which on this holds. What is shorter ("17 people were killed in the attack, the mayor said") two papers may well
write alike: of that nearly all must be the same, unless one house prints both.
"""
NEARLY_ALL = 0.8
BANDS, ROWS = 20, 4
"""Keys of a text, and hash values in each: texts that share .6 of their runs have a common key in 94 cases of 100, SIMILAR ones
in 72; those that share .1 in 2 of 1,000.
"""

_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[str]:
    """The runs of SHINGLE words of a text, in small letters; of a shorter text all its words as one run."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def band_keys(text: str) -> list[int]:
    """The keys of a text, one a band, each a whole number that fits 8 bytes. The same on every machine."""
    from datasketch import MinHash  # half a second to import, and only what is kept is compared

    hashed = MinHash(num_perm=BANDS * ROWS)
    hashed.update_batch([run.encode() for run in sorted(shingles(text))])
    return [_key(hashed.hashvalues[band * ROWS : (band + 1) * ROWS].tolist()) for band in range(BANDS)]


def _key(values: Sequence[int]) -> int:
    key = 0
    for value in values:
        key = (key * 1_000_003 + value) % (1 << 63)
    return key


def first_printed(documents: Iterable[Document]) -> dict[str, Document]:
    """document_id of a report that prints the text of an earlier one → the first that printed it.

    Earlier is what was published first, then what has the smaller id: the order of the documents changes nothing.
    """
    by_key: dict[tuple[int, int], list[Document]] = {}
    first: dict[str, Document] = {}
    for document in sorted(documents, key=lambda d: (d.published is None, d.published or dt.date.min, d.document_id)):
        keys = list(enumerate(band_keys(document.text)))
        alike = (other for key in keys for other in by_key.get(key, ()))
        found = next((other for other in alike if tells_again(document, other)), None)
        if found is not None:
            first[document.document_id] = first.get(found.document_id, found)
        for key in keys:
            by_key.setdefault(key, []).append(document)
    return first


def told_first(documents: Iterable[Document]) -> dict[str, str]:
    """document_id of a report that prints the text of an earlier one → the agency, publisher or id of that one."""
    return {document_id: d.agency or d.publisher or d.document_id for document_id, d in first_printed(documents).items()}


def each_once(documents: Iterable[Document], again: dict[str, tuple[str, ...]]) -> Iterator[Document]:
    """The reports, each once: one without an id of its own whose very text was there already is that report, printed again.

    Who printed it again is put into `again` (document_id → publishers), which is whole when the last report is taken.
    """
    known: dict[str, tuple[str, str | None]] = {}
    for document in documents:
        key = text_hash(document.text)
        own = has_own_id(document)
        first = known.get(f"{document.document_id} {key}") or (None if own else known.get(key))
        if first is None:
            here = document.document_id, document.publisher
            known[f"{document.document_id} {key}"] = here
            known.setdefault(key, here)
            yield document
            continue
        document_id, publisher = first
        if document.publisher and document.publisher != publisher:
            again[document_id] = tuple(sorted({*again.get(document_id, ()), document.publisher}))


def of_one_house(one: Document, other: Document) -> bool:
    """Whether two reports have one publisher or one agency."""
    return _same(one.publisher, other.publisher) or _same(one.agency, other.agency)


def _same(name: str | None, other: str | None) -> bool:
    return name is not None and other is not None and name.casefold() == other.casefold()


def tells_again(document: Document, other: Document) -> bool:
    """Whether two reports print the same story; a short one that is put right by its own house too."""
    return is_copy(document.text, other.text, one_house=of_one_house(document, other))


def is_copy(text: str, other: str, *, one_house: bool = False) -> bool:
    """Whether the two texts print the same story; `one_house`: one publisher or agency prints both."""
    one, two = shingles(text), shingles(other)
    least = SIMILAR if one_house or min(len(one), len(two)) + SHINGLE > TELLING else NEARLY_ALL
    return len(one & two) >= least * len(one | two)
