"""A figure that an analyst adds by selecting its words: the number is read as the reader would read it, the rest is what the analyst says."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from humsit.facts.draft import whole
from humsit.facts.find import document_sentences
from humsit.facts.identity import fact_id
from humsit.mentions.numbers import Found, bounds, read_number
from humsit.mentions.quantities import qualifier_of
from humsit.mentions.sentence import Sentence
from humsit.records import Document, Figure, WrongValue
from humsit.vocabulary import Vocabulary, load_vocabulary


def figure_from_selection(
    document: Document, start: int, end: int, *, vocabulary: Vocabulary | None = None, **fields: Any
) -> Figure:
    """The figure that `text[start:end]` states, with the analyst's `fields` (measure, claimant, place …); WrongValue where the words are no number.

    Space around the selection is left off; a qualifier before it ("at least") is read unless the analyst gives one.
    """
    vocabulary = vocabulary or load_vocabulary()
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    reading = read_number(words, vocabulary.lexicon) if words else None
    if reading is None:
        raise WrongValue(f"{words!r} is not one number; select only the number's own words, such as 22, nine or 300 to 400.")
    sentence = _sentence(document, start, end, vocabulary)
    qualifier = (
        fields.pop("qualifier", None)
        or _qualifier(sentence, start, end, vocabulary)
        or {"vague": "vague", "range": "range"}.get(reading.kind, "exact")
    )
    low, high = bounds(reading, str(qualifier))
    row = {
        "document_id": document.document_id,
        "fact_id": fact_id(document.document_id, start, end, "figure"),
        "start": start,
        "end": end,
        "number": words,
        "value": whole(reading.value),
        "low": whole(low),
        "high": whole(high),
        "qualifier": qualifier,
        "unit": "people",
        "published": document.published,
        "agency": document.agency,
        "publisher": document.publisher,
        "as_of": document.published,
        "as_of_precision": "day" if document.published else "unknown",
        "quote": sentence.text[sentence.start : sentence.end] if sentence else words,
        "quote_start": sentence.start if sentence else start,
        "quote_end": sentence.end if sentence else end,
        "claimant_type": "unknown" if fields.get("claimant") else "own_voice",
        "origin": "analyst",
        **fields,
    }
    try:
        return Figure.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        raise WrongValue(f"{'.'.join(map(str, first['loc'])) or 'figure'}: {first['msg']}.") from error


def _sentence(document: Document, start: int, end: int, vocabulary: Vocabulary) -> Sentence | None:
    return next(
        (one for one in document_sentences(document.text, vocabulary.lexicon) if one.start <= start and end <= one.end), None
    )


def _qualifier(sentence: Sentence | None, start: int, end: int, vocabulary: Vocabulary) -> str | None:
    if sentence is None or start not in sentence.starts or end not in sentence.ends:
        return None
    reading = read_number(sentence.text[start:end], vocabulary.lexicon)
    if reading is None:
        return None
    return qualifier_of(sentence, Found(sentence.starts.index(start), sentence.ends.index(end) + 1, reading), vocabulary.lexicon)
