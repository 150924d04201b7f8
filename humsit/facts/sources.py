"""Who speaks for figures by the layout of a report: "Source:" lines, headings that name who counted, brackets, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from humsit.documents.blocks import Block, BlockKind
from humsit.facts.draft import Draft
from humsit.gazetteer import find_name
from humsit.grammar.classes import BE, FINITE, VERBS_AND_MODALS
from humsit.mentions.labels import is_total
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Speaker
from humsit.mentions.speakers.names import name_end, side_of, type_of
from humsit.records import Document
from humsit.vocabulary import Lexicon

FARTHEST_SOURCE = 3  # blocks between a table's last number, or one number and the next, and the line that names the source
LONGEST_BRACKETED = 8  # words of a bracket that names a source

_SOURCE_LINES = (["source", ":"], ["sources", ":"], ["figures", ":"], ["data", ":"])
_HEADS = frozenset({"source", "sources", "figures", "data", "numbers", "statistics", "reporting"})
LONGEST_LINE = 16  # words of a line that only says who gave the figures
_LABELS = frozenset({"government", "local_authority", "emergency_service", "media"})  # "Families: 400" counts them
_ENDS_SENTENCE = frozenset({".", "!", "?", "…", '"', "”"})
_ENDS_SOURCE = frozenset({",", ";", "(", ")", "."})
_BY = (["reported", "by"], ["recorded", "by"], ["compiled", "by"], ["counted", "by"], ["according", "to"], ["as", "per"])
_FIGURES = frozenset({"figures", "data", "numbers", "statistics", "counts", "tallies", "estimates"})
_ALL_OF = frozenset("all whole entire across throughout in within excluding including except without nationwide".split())
_GIVES = frozenset("gives gave provides provided presents presented lists listed published publishes issued".split())
_OF_SOMEBODY = frozenset({"from", "of", "by"})
_CONFIRMED = frozenset({"confirmed", "verified", "estimate", "data", "figures", "count", "tally"})
_BEFORE_CHANNEL = frozenset({"(", "[", "on", "via", "by"})
_ASKS = frozenset({"what", "as"})
_UNITS = frozenset({"USD", "EUR", "GMT", "UTC", "PM", "AM", "MT", "GBP", "NFI", "OTP", "PHP", "KM"})
LONGEST_ACRONYM = 8
LONGEST_SMALL_WORD = 3  # of those that names hold in small letters: "for", "and"
_NOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹†‡"
_NOTE_MARK = re.compile(rf"[{_NOTE_MARKS}]|\[\d{{1,2}}\]")
_NOTES = re.compile(rf"([{_NOTE_MARKS}]|\[\d{{1,2}}\])\s*([^{_NOTE_MARKS}\[]+)")


def name_source(sentence: Sentence, drafts: Sequence[Draft], document: Document, lexicon: Lexicon) -> None:
    """Gives the figures above a line "Source: NDMO" or a footnote that line's claimant.

    The agency that closes an article with its name does not claim what the article says.
    """
    _by_footnote(sentence, drafts, lexicon)
    behind = _behind_source_word(sentence) or _behind_bracket(sentence, lexicon) or _behind_provided(sentence)
    if not behind:
        return
    end = _end_of_source(sentence, behind)
    speaker = _named(sentence, behind, _without_document(sentence, behind, end, lexicon), lexicon)
    first = _first_few(sentence, behind, lexicon)
    if speaker is None or speaker.name == document.agency:
        return
    below = sentence.paragraph
    table = _listed_above(drafts, below, sentence.block.heading)
    for draft in table[:first]:
        _give(draft, speaker, "the source line below")


def _behind_source_word(sentence: Sentence) -> int:
    """The word behind "Source:", "Sources (both figures):", "(Source:"; 0 where none is there."""
    if sentence.word(0) == "(" and sentence.lower[1:3] in _SOURCE_LINES:
        return 3
    head = int(sentence.word(0) in ("all", "the"))  # "All figures: NDMO"
    if sentence.word(head) not in _HEADS or ":" not in sentence.lower[1:LONGEST_BRACKETED]:
        return 0
    colon = sentence.lower.index(":")
    is_number = sentence.tag(colon + 1) == "CD"  # "Figures: 40 dead"
    return colon + 1 if colon + 1 < len(sentence) and not is_number and (colon == head + 1 or sentence.lower[1] == "(") else 0


def _behind_provided(sentence: Sentence) -> int:
    """The word behind "Figures provided by", "All data from" in a line that tells nothing else; 0 where none is there."""
    head = int(sentence.word(0) in ("all", "the"))
    if len(sentence) > LONGEST_LINE or sentence.word(head) not in _HEADS | {"compiled", "collected", "reported"}:
        return 0
    at = next((at for at in range(head + 1, len(sentence)) if sentence.lower[at] in ("by", "from")), 0)
    tells = FINITE.isdisjoint(tag for word, tag in zip(sentence.lower, sentence.tags, strict=True) if word not in BE)
    return at + 1 if at and tells else 0


def _behind_bracket(sentence: Sentence, lexicon: Lexicon) -> int:
    """1 where a line is nothing but a source in brackets: "(National Police duty log)"."""
    if sentence.word(0) != "(" or sentence.word(len(sentence) - 1) != ")" or len(sentence) > 2 + LONGEST_BRACKETED:
        return 0
    if type_of(sentence, 1, len(sentence) - 1, lexicon) == "unknown" or not sentence.is_capital(1):
        return 0
    return 1 if VERBS_AND_MODALS.isdisjoint(sentence.tags) else 0


def _without_document(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> int:
    """Where the name ends in "National Police duty log", "NDMO registers"."""
    if sentence.word(end - 1) not in lexicon.cue_nouns or sentence.is_capital(end - 1):
        return end
    stop = end
    while stop > begin and not sentence.is_capital(stop - 1):
        stop -= 1
    return stop if stop > begin else end


def _first_few(sentence: Sentence, behind: int, lexicon: Lexicon) -> int | None:
    """How many figures of the list it is the source of: "Source (first three figures): …"; None for all."""
    if "first" not in sentence.lower[:behind]:
        return None
    numbers = (lexicon.numbers.at(sentence.lower, at) for at in range(behind))
    return next((int(hit[1].low) for hit in numbers if hit is not None and hit[1].low), 1)


def _listed_above(drafts: Sequence[Draft], below: int, heading: str) -> list[Draft]:
    """The figures of the table or list under a heading that ends right above a block."""
    table: list[Draft] = []
    for draft in reversed(drafts):
        is_line = draft.sentence.words[-1] not in _ENDS_SENTENCE
        listed = draft.sentence.block.kind in (BlockKind.CELL, BlockKind.BULLET) or is_line
        is_of_it = draft.sentence.block.heading == heading
        if not (listed and is_of_it) or below - draft.sentence.paragraph > FARTHEST_SOURCE:
            break
        table.append(draft)
        below = draft.sentence.paragraph
    return table[::-1]


def bracketed_source(sentence: Sentence, begin: int, lexicon: Lexicon) -> Speaker | None:
    """Who is named in a bracket behind word `begin`: "two bridges are closed (DPWH)", "41 wounded (source: Red Cross)"."""
    for opening in range(begin, len(sentence)):
        if sentence.lower[opening] not in ("(", "["):
            continue
        closing = next((at for at in range(opening + 1, len(sentence)) if sentence.lower[at] in (")", "]")), -1)
        if 0 < closing - opening <= LONGEST_BRACKETED and (speaker := _in_bracket(sentence, opening + 1, closing, lexicon)):
            return speaker
    return None


def labelling_source(sentence: Sentence, begin: int, lexicon: Lexicon) -> Speaker | None:
    """Who stands before the colon of what is said: "IOM: 5,400 people displaced", "The mayor: 'We have 30 dead'"."""
    colon = next((at for at in range(1, min(begin, LONGEST_BRACKETED)) if sentence.lower[at] == ":"), 0)
    if not colon or sentence.word(0) in ("source", "sources") or lexicon.nations.at(sentence.lower, colon - 1) is not None:
        return None
    if not VERBS_AND_MODALS.isdisjoint(sentence.tags[:colon]):
        return None
    kind = type_of(sentence, 0, colon, lexicon)
    listed = sentence.block.kind in (BlockKind.CELL, BlockKind.BULLET)
    is_name = any(lexicon.claimant_names.at(sentence.lower, at) is not None for at in range(colon))
    is_role = sentence.tags[0] == "DT" or (not listed and kind in _LABELS)
    is_person = (
        colon > 1 and sentence.tags[colon - 2 : colon] == ["NNP", "NNP"] and lexicon.claimants.at(sentence.lower, 0) is not None
    )
    is_owned = (
        not listed and "POS" in sentence.tags[:colon] and sentence.tag(begin + 1) == "NNS"
    )  # "Togo's army: 62 raiders dead"
    is_source = is_name or is_role or is_person or is_owned
    return _named(sentence, 0, _before_channel(sentence, colon), lexicon) if kind != "unknown" and is_source else None


def _before_channel(sentence: Sentence, colon: int) -> int:
    """Where the name ends in "UNHCR (14 May):", "Governor Kofi Mensah on Telegram:", "The mayor, via WhatsApp:"."""
    end = next((at for at in range(1, colon) if sentence.lower[at] in _BEFORE_CHANNEL), colon)
    return end - (sentence.word(end - 1) == ",")


def heading_source(block: Block, document: Document, lexicon: Lexicon) -> Speaker | None:
    """Who counted what stands under a heading: "CASUALTIES, as reported by the police", "Damage (Ministry of Housing)"."""
    start = document.text.rfind(block.heading, 0, block.start) if block.heading else -1
    if start < 0:
        return None
    end = start + len(block.heading)
    heading = Sentence(document.text, start, end, Block(BlockKind.HEADING, start, end), 0, lexicon.tagger)
    speaker = stated_source(heading, lexicon) or bracketed_source(heading, 0, lexicon)
    return None if speaker is not None and _is_capital_place(speaker, document) else speaker


def _is_capital_place(speaker: Speaker, document: Document) -> bool:
    """ "DAMAGE BY COUNCIL (VOLTA)": a name in capitals is a place's where the text or the gazetteer knows "Volta"."""
    name = speaker.name
    if speaker.type != "unknown" or not name.isupper() or not name.isalpha():
        return False
    small = name.capitalize()
    return bool(find_name(small).all) or re.search(rf"\b{small}\b", document.text) is not None


def stated_source(sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """Who is named behind words that lead to a source: "Damage, as reported by the police", "Data from the ministry:"."""
    for at in range(len(sentence) - 2):
        words = sentence.lower[at : at + 2]
        if words in _SOURCE_LINES:
            return _named(sentence, at + 2, _end_of_source(sentence, at + 2), lexicon)
        if words[0] in _FIGURES and words[1] in _OF_SOMEBODY:
            end = name_end(sentence, at + 2, lexicon)
            if type_of(sentence, at + 2, end, lexicon) != "unknown":
                return _named(sentence, at + 2, end, lexicon)
        if words in _BY:
            return _named(sentence, at + 2, name_end(sentence, at + 2, lexicon), lexicon)
    return _reporting(sentence, lexicon) or _giving(sentence, lexicon)


def _giving(sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """ "The committee gives the following picture."."""
    at = next((n for n, word in enumerate(sentence.lower) if word in _GIVES), 0)
    if not at or "following" not in sentence.lower[at + 1 : at + 4]:
        return None
    end = next((n for n in range(at) if sentence.lower[n] == "("), at)
    return _named(sentence, 0, end, lexicon) if type_of(sentence, 0, end, lexicon) != "unknown" else None


def _reporting(sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """ "What the ministry reports", "POLICE SAY"; not a headline with its own claim: "Shells kill nine, mayor says"."""
    begin, end = int(sentence.word(0) in _ASKS), len(sentence) - 1
    if end <= begin or "," in sentence.lower[begin:end]:
        return None
    if not any(cue.form in ("base", "third") for cue in lexicon.cues.get(sentence.lower[end], ())):
        return None
    is_known = type_of(sentence, begin, end, lexicon) != "unknown"
    is_role = is_known and (begin == 1 or lexicon.claimants.at(sentence.lower, end - 1) is not None)
    is_name = lexicon.claimant_names.at(sentence.lower, end - 1) is not None
    return _named(sentence, begin, end, lexicon) if is_role or is_name else None


def _in_bracket(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> Speaker | None:
    if sentence.lower[i : i + 2] in _SOURCE_LINES:
        return _named(sentence, i + 2, j, lexicon)
    nation = lexicon.nations.at(sentence.lower, i) if i < j else None
    is_place = (nation is not None and i + nation[0] == j) or sentence.word(i) in _ALL_OF
    end = _end_of_source(sentence, i, j)
    if is_place or any(word[0].isdigit() for word in sentence.words[i:end]) or is_total(sentence.say(i, end)):
        return None
    if type_of(sentence, i, end, lexicon) == "unknown" and not _is_short_source(sentence, i, end):
        return None
    return _named(sentence, i, end, lexicon)


def _is_short_source(sentence: Sentence, i: int, j: int) -> bool:
    """ "27 road sections are not passable (DPWH).", "(PNP-confirmed)"; not "internally displaced people (IDPs)"."""
    short, _, deed = sentence.words[i].partition("-")
    is_confirmed = deed in _CONFIRMED or sentence.word(j - 1) in _CONFIRMED
    is_alone = j - i == 1 or is_confirmed
    if not is_alone or not _is_short_form(short):
        return False
    before = sentence.words[max(0, i - 2 - len(short)) : i - 1]
    spelt = {part[0].upper() for word in before for part in word.split("-") if part[:1].isalpha()}
    closing = next((at for at in range(j, len(sentence)) if sentence.lower[at] == ")"), j)
    closes = sentence.word(closing + 1) in ("", ".", ",", ";") or is_confirmed
    return closes and not set(short) <= spelt and short not in _UNITS


def _is_short_form(word: str) -> bool:
    """ "DPWH", "MoH"; not "Keta". Small letters may stand in it, as what is in brackets is hardly ever a plain word."""
    capitals = sum(letter.isupper() for letter in word)
    return word.isalpha() and word[0].isupper() and capitals > 1 and len(word) <= min(LONGEST_ACRONYM, 2 * capitals)


def _end_of_source(sentence: Sentence, begin: int, end: int | None = None) -> int:
    end = len(sentence) if end is None else end
    return next((at for at in range(begin, end) if sentence.lower[at] in _ENDS_SOURCE), end)


def _named(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> Speaker | None:
    if i >= j:
        return None
    name = sentence.say(i, j)
    return Speaker(name, type_of(sentence, i, j, lexicon), side_of(sentence, i, j, lexicon), *sentence.span(i, j), name)


# -- footnotes -------------------------------------------------------------------------------------------------------------------


def _by_footnote(sentence: Sentence, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
    """ "61,400 people displaced¹ … ¹ IOM, 18 May"."""
    if not drafts or _NOTES.match(sentence.text, sentence.start, sentence.end) is None:
        return
    for mark, start, end in _notes(sentence):
        note = Sentence(sentence.text, start, end, sentence.block, sentence.paragraph, lexicon.tagger)
        end = _end_of_source(note, 0) if len(note) else 0
        speaker = _named(note, 0, end, lexicon) if _is_name(note, end, lexicon) else None
        for draft, text in _texts_behind(drafts):
            if speaker is not None and mark in text:
                _give(draft, speaker, "the footnote")


def _is_name(note: Sentence, end: int, lexicon: Lexicon) -> bool:
    """ "¹ IOM, 18 May"; not "¹ Includes 30 children"."""
    if end == 0 or any(word[0].isdigit() for word in note.words[:end]):
        return False
    if type_of(note, 0, end, lexicon) != "unknown":
        return True
    return all(note.is_capital(at) for at in range(end) if len(note.words[at]) > LONGEST_SMALL_WORD)


def _notes(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Mark, start and end of each footnote of a line."""
    for note in _NOTES.finditer(sentence.text, sentence.start, sentence.end):
        yield note[1], note.start(2), note.end(2)


def _texts_behind(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, str]]:
    """Each figure with the text up to the next one, or to the end of its block.

    A mark behind a sentence stands for all its figures: "73 died and 611 were hurt. [1]".
    """
    behind = ""
    for draft, following in zip(reversed(drafts), [None, *reversed(drafts[1:])], strict=True):
        end = draft.sentence.block.end
        if following is not None and following.span[0] < end:
            end = following.span[0]
        own = draft.sentence.text[draft.span[1] : end]
        is_marked = following is None or following.sentence is not draft.sentence or _NOTE_MARK.search(own) is not None
        behind = own if is_marked else behind
        yield draft, behind


def _give(draft: Draft, speaker: Speaker, rule: str) -> None:
    if draft.speaker is None:
        draft.speaker = speaker
        draft.note("claimant", rule, speaker.name, speaker.start, speaker.end)
