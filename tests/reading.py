"""Short texts as the reader takes them, for tables of sentences with what must be read in them."""

from __future__ import annotations

from builders import document

from humsit.facts.find import document_sentences, find_facts
from humsit.mentions.sentence import Sentence
from humsit.records import Condition, Denial, Figure
from humsit.vocabulary import load_vocabulary

LEXICON = load_vocabulary().lexicon


def sentence(text: str) -> Sentence:
    """The one sentence of a text."""
    (one,) = document_sentences(text, LEXICON)
    return one


def figures(text: str, published: str | None = "2026-03-04", **known: str) -> list[Figure]:
    """The figures of a text, published on a Wednesday."""
    return [fact for fact in find_facts(document(text, published=published, **known)) if isinstance(fact, Figure)]


def conditions(text: str) -> list[Condition]:
    """The conditions of a text."""
    return [fact for fact in find_facts(document(text)) if isinstance(fact, Condition)]


def denials(text: str) -> list[Denial]:
    """The denials without a number of a text."""
    return [fact for fact in find_facts(document(text)) if isinstance(fact, Denial)]
