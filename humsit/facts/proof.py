"""The proof rule.

`text[start:end]` is the number's own words, and reading those words again gives the stored bounds. What fails is never shown.
"""

from __future__ import annotations

import math

from humsit.mentions.numbers import bounds, read_number
from humsit.records import AnyFact, Figure, Number, ProofFailed
from humsit.vocabulary import Vocabulary, languages_read, load_vocabulary


def prove(fact: AnyFact, text: str, vocabulary: Vocabulary | None = None) -> None:
    """Refuses, with ProofFailed, a fact whose words are not in the text or do not give its bounds."""
    words = fact.number if isinstance(fact, Figure) else fact.phrase
    if text[fact.start : fact.end] != words:
        raise ProofFailed(
            f"The document says {text[fact.start : fact.end]!r} at {fact.start}–{fact.end}, not {words!r}; "
            "read the document again."
        )
    if fact.quote and text[fact.quote_start : fact.quote_end] != fact.quote:
        raise ProofFailed(
            f"The sentence quoted for {words!r} does not stand at {fact.quote_start}–{fact.quote_end}; read the document again."
        )
    if isinstance(fact, Figure):
        _prove_unit(fact, text)
        _prove_bounds(fact, vocabulary or load_vocabulary())


def _prove_unit(figure: Figure, text: str) -> None:
    if figure.unit_text is None:
        return
    if figure.unit_start is None or figure.unit_end is None or text[figure.unit_start : figure.unit_end] != figure.unit_text:
        raise ProofFailed(
            f"The words {figure.unit_text!r} for what {figure.number!r} counts do not stand where it says; "
            "read the document again."
        )


def _prove_bounds(figure: Figure, vocabulary: Vocabulary) -> None:
    """In the language of `vocabulary`, or else in any other that is read."""
    if not (wrong := _wrong_bounds(figure, vocabulary)):
        return
    others = (vocabulary.of(language) for language in languages_read(vocabulary.own) - {vocabulary.language})
    if all(other is None or _wrong_bounds(figure, other) for other in others):
        raise ProofFailed(wrong)


def _wrong_bounds(figure: Figure, vocabulary: Vocabulary) -> str:
    reading = read_number(figure.number, vocabulary.lexicon)
    if reading is None:
        return f"{figure.number!r} cannot be read as one number, so no figure may stand on it."
    low, high = bounds(reading, figure.qualifier)
    if _same(figure.low, low) and _same(figure.high, high) and _same(figure.value, reading.value):
        return ""
    return (
        f"{figure.number!r} ({figure.qualifier}) gives {_span(low, high)}, "
        f"not {_span(figure.low, figure.high)} with the value {figure.value}."
    )


def _same(a: Number | None, b: Number | None) -> bool:
    return a is b is None or (a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9))


def _span(low: Number | None, high: Number | None) -> str:
    return f"[{'open' if low is None else f'{low:g}'}, {'open' if high is None else f'{high:g}'}]"
