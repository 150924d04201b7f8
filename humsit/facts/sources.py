"""Who speaks for figures by the layout of a report: "Source:" lines, headings that name who counted, brackets, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from humsit.documents.blocks import Block, BlockKind
from humsit.facts.draft import Draft
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Speaker
from humsit.mentions.speakers.names import name_end, side_of, type_of
from humsit.records import Document, Reason
from humsit.vocabulary import Lexicon

FARTHEST_SOURCE = 3  # blocks between a table's last number, or one number and the next, and the line that names the source
LONGEST_BRACKETED = 8  # words of a bracket that names a source

_SOURCE_LINES = (["source", ":"], ["sources", ":"])
_ENDS_SOURCE = frozenset({",", ";", "(", ")", "."})
_BY = (["reported", "by"], ["recorded", "by"], ["compiled", "by"], ["counted", "by"], ["according", "to"], ["as", "per"])
_NOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹†‡"
_NOTES = re.compile(rf"([{_NOTE_MARKS}])\s*([^{_NOTE_MARKS}]+)")


def name_source(sentence: Sentence, drafts: Sequence[Draft], document: Document, lexicon: Lexicon) -> None:
    """Gives the figures above a line "Source: NDMO" or a footnote that line's claimant.

    The agency that closes an article with its name does not claim what the article says.
    """
    _by_footnote(sentence, drafts, lexicon)
    if sentence.lower[:2] not in _SOURCE_LINES or len(sentence) < 3:
        return
    speaker = _named(sentence, 2, _end_of_source(sentence, 2), lexicon)
    if speaker is None or speaker.name == document.agency:
        return
    below = sentence.paragraph
    for draft in reversed(drafts):
        listed = draft.sentence.block.kind in (BlockKind.CELL, BlockKind.BULLET)
        if not listed or below - draft.sentence.paragraph > FARTHEST_SOURCE:
            return
        _give(draft, speaker, "the source line below")
        below = draft.sentence.paragraph


def bracketed_source(sentence: Sentence, begin: int, lexicon: Lexicon) -> Speaker | None:
    """Who is named in a bracket behind word `begin`: "two bridges are closed (DPWH)", "41 wounded (source: Red Cross)"."""
    for opening in range(begin, len(sentence)):
        if sentence.lower[opening] != "(":
            continue
        closing = next((at for at in range(opening + 1, len(sentence)) if sentence.lower[at] == ")"), -1)
        if 0 < closing - opening <= LONGEST_BRACKETED and (speaker := _in_bracket(sentence, opening + 1, closing, lexicon)):
            return speaker
    return None


def heading_source(block: Block, document: Document, lexicon: Lexicon) -> Speaker | None:
    """Who counted what stands under a heading: "CASUALTIES, as reported by the police", "Damage (Ministry of Housing)"."""
    start = document.text.rfind(block.heading, 0, block.start) if block.heading else -1
    if start < 0:
        return None
    end = start + len(block.heading)
    heading = Sentence(document.text, start, end, Block(BlockKind.HEADING, start, end), 0, lexicon.tagger)
    return _stated(heading, lexicon) or bracketed_source(heading, 0, lexicon)


def _stated(sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    for at in range(len(sentence) - 2):
        words = sentence.lower[at : at + 2]
        if words in _SOURCE_LINES:
            return _named(sentence, at + 2, _end_of_source(sentence, at + 2), lexicon)
        if words in _BY:
            return _named(sentence, at + 2, name_end(sentence, at + 2, lexicon), lexicon)
    return None


def _in_bracket(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> Speaker | None:
    if sentence.lower[i : i + 2] in _SOURCE_LINES:
        return _named(sentence, i + 2, j, lexicon)
    nation = lexicon.nations.at(sentence.lower, i) if i < j else None
    is_place = nation is not None and i + nation[0] == j
    if is_place or any(word[0].isdigit() for word in sentence.words[i:j]) or type_of(sentence, i, j, lexicon) == "unknown":
        return None
    return _named(sentence, i, j, lexicon)


def _end_of_source(sentence: Sentence, begin: int) -> int:
    return next((at for at in range(begin, len(sentence)) if sentence.lower[at] in _ENDS_SOURCE), len(sentence))


def _named(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> Speaker | None:
    if i >= j:
        return None
    name = sentence.say(i, j)
    return Speaker(name, type_of(sentence, i, j, lexicon), side_of(sentence, i, j, lexicon), *sentence.span(i, j), name)


# -- footnotes -------------------------------------------------------------------------------------------------------------------


def _by_footnote(sentence: Sentence, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "61,400 people displaced¹ … ¹ IOM, 18 May"."""
    if not drafts or sentence.text[sentence.start] not in _NOTE_MARKS:
        return
    for mark, start, end in _notes(sentence):
        note = Sentence(sentence.text, start, end, sentence.block, sentence.paragraph, lexicon.tagger)
        speaker = _named(note, 0, _end_of_source(note, 0), lexicon) if len(note) else None
        for draft, text in _texts_behind(drafts):
            if speaker is not None and mark in text:
                _give(draft, speaker, "the footnote")


def _notes(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Mark, start and end of each footnote of a line."""
    for note in _NOTES.finditer(sentence.text, sentence.start, sentence.end):
        yield note[1], note.start(2), note.end(2)


def _texts_behind(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, str]]:
    """Each figure with the text up to the next one, or to the end of its block."""
    for draft, following in zip(drafts, [*drafts[1:], None], strict=True):
        end = draft.sentence.block.end
        if following is not None and following.span[0] < end:
            end = following.span[0]
        yield draft, draft.sentence.text[draft.span[1] : end]


def _give(draft: Draft, speaker: Speaker, rule: str) -> None:
    if draft.speaker is None:
        draft.speaker = speaker
        draft.why.append(Reason(field="claimant", rule=rule, words=speaker.name, start=speaker.start, end=speaker.end))
