"""A figure that an analyst adds by selecting its words.

The number is read as the reader would read it, the rest is what the analyst says.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from humsit.documents.sentences import trimmed
from humsit.facts.draft import standing_in, whole
from humsit.facts.find import document_sentences
from humsit.facts.identity import fact_id
from humsit.facts.placed import placed
from humsit.mentions.numbers import Found, Reading, bounds, read_number
from humsit.mentions.quantities import OWN_QUALIFIER, qualifier_of
from humsit.mentions.sentence import Sentence
from humsit.records import Document, Figure, WrongValue
from humsit.vocabulary import Lexicon, Vocabulary, load_vocabulary

_WHERE = ("country", "admin1", "latitude", "longitude")


def figure_from_selection(
    document: Document, start: int, end: int, *, vocabulary: Vocabulary | None = None, **fields: Any
) -> Figure:
    """The figure that `text[start:end]` states, with the analyst's `fields` (measure, claimant, place …).

    WrongValue where the words are no number. Space around the selection is left off; a qualifier before it ("at least") is read
    unless the analyst gives one.
    """
    vocabulary = vocabulary or load_vocabulary()
    start, end = trimmed(document.text, start, end)
    words = document.text[start:end]
    reading = read_number(words, vocabulary.lexicon) if words else None
    if reading is None:
        raise WrongValue(f"{words!r} is not one number; select only the number's own words, such as 22, nine or 300 to 400.")
    sentence = _sentence(document, start, end, vocabulary.lexicon)
    qualifier = str(fields.pop("qualifier", None) or _qualifier(sentence, start, end, reading, vocabulary.lexicon))
    low, high = bounds(reading, qualifier)
    row = {
        "fact_id": fact_id(document.document_id, start, end, "figure"),
        "start": start,
        "end": end,
        "number": words,
        "value": whole(reading.value),
        "low": whole(low),
        "high": whole(high),
        "qualifier": qualifier,
        "unit": "people",
        "claimant_type": "unknown" if fields.get("claimant") else "own_voice",
        "origin": "analyst",
        **standing_in(document, *((sentence.start, sentence.end) if sentence else (start, end)), start),
        **fields,
    }
    figure = _checked(row)
    if not fields.keys().isdisjoint(_WHERE):
        return figure
    (with_its_place,) = placed([figure], document, (), vocabulary.lexicon)
    return figure.model_copy(update={name: getattr(with_its_place, name) for name in (*_WHERE, "why")})


def _checked(row: dict[str, Any]) -> Figure:
    try:
        return Figure.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        raise WrongValue(f"{'.'.join(map(str, first['loc'])) or 'figure'}: {first['msg']}.") from error


def _sentence(document: Document, start: int, end: int, lexicon: Lexicon) -> Sentence | None:
    """The sentence that holds the selected words; None where they cross a border."""
    sentences = document_sentences(document.text, lexicon)
    return next((one for one in sentences if one.start <= start and end <= one.end), None)


def _qualifier(sentence: Sentence | None, start: int, end: int, reading: Reading, lexicon: Lexicon) -> str:
    if sentence is None or start not in sentence.starts or end not in sentence.ends:
        return OWN_QUALIFIER.get(reading.kind, "exact")
    return qualifier_of(sentence, Found(sentence.starts.index(start), sentence.ends.index(end) + 1, reading), lexicon)
