"""The main path: a document in, its facts out, each proved.

At least 40 civilians were killed in Homs, the Red Crescent said.  → a figure: killed, [40, open), Homs, the Red Crescent
Between 1,200 and 1,500 families have fled, according to OCHA.     → a figure: displaced, [1200, 1500], households, OCHA
Homs has had no water for a week.                                  → a condition: no_water, present, Homs
The army denied that any civilians had been killed.                → a denial: killed, civilians, the army
Not a fact: the 2019 report; page 40; Resolution 2254; a 77-year-old woman.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from humsit.documents.blocks import blocks
from humsit.documents.language import Part, by_language, language_of
from humsit.documents.sentences import sentence_spans
from humsit.facts.assemble import Assembly
from humsit.facts.placed import placed
from humsit.facts.proof import prove
from humsit.facts.surroundings import with_surroundings
from humsit.mentions.sentence import Sentence
from humsit.records import AnyFact, Document, ProofFailed
from humsit.vocabulary import Lexicon, Vocabulary, load_vocabulary


def find_facts(document: Document, vocabulary: Vocabulary | None = None, *, others: bool = True) -> list[AnyFact]:
    """Every quantitative statement and condition of a document, with who makes it and where it stands; the same on every run.

    Without `others`, figures of measure `other` are left out: two of three in news, that nobody need write out and prove.
    Each part of the text is read in its own language; what is in one that there are no word lists for is not read.
    """
    vocabulary = vocabulary or load_vocabulary()
    language = document.language or language_of(document.text)
    found = [
        _facts_in(document, parts, known, others)
        for spoken, parts in by_language(document.text, language)
        if (known := vocabulary.of(spoken)) is not None
    ]
    return found[0] if len(found) == 1 else sorted(chain(*found), key=lambda fact: fact.start)


def _facts_in(document: Document, parts: Sequence[Part], vocabulary: Vocabulary, others: bool) -> list[AnyFact]:
    assembly = Assembly(document, vocabulary.lexicon)
    for sentence in _sentences(document.text, vocabulary.lexicon, parts):
        assembly.read(sentence)
    left_out = [] if others else assembly.leave_others_out()
    facts = placed(assembly.facts(), document, assembly.spoken_of, vocabulary.lexicon, left_out)
    facts = with_surroundings(facts, assembly.spoken_of, assembly.days)
    return [fact for fact in facts if _holds(fact, document.text, vocabulary)]


def document_sentences(text: str, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text in their order, each with the block it stands in; those without a word are left out."""
    return list(_sentences(text, lexicon))


def _sentences(text: str, lexicon: Lexicon, parts: Sequence[Part] = ()) -> Iterator[Sentence]:
    """One sentence after the other, of these parts only where some are named: of a long text few are in memory."""
    tagger = lexicon.tagger
    for number, block in enumerate(blocks(text)):
        if parts and not any(part.start <= block.start < part.end for part in parts):
            continue
        for start, end in sentence_spans(text, block.start, block.end, lexicon.abbreviations):
            sentence = Sentence(text, start, end, block, number, tagger)
            if sentence.words:
                yield sentence


def _holds(fact: AnyFact, text: str, vocabulary: Vocabulary) -> bool:
    try:
        prove(fact, text, vocabulary)
    except ProofFailed:
        return False
    return True
