"""Places that head the sections of a report, and how a name is told from a heading's other words.

1. "KETA (VOLTA)" above "9,318 displaced"    2. "ADAKLU WAYA" in a row of such headings
3. "II. EFFECTS (VOLTA)" above "B. Casualties"
"""

from __future__ import annotations

import re

from humsit.documents.blocks import BlockKind
from humsit.facts.scene import Scene
from humsit.gazetteer import find_name
from humsit.grammar.words import cut_words
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

SECTION = "a section's place"
_STYLE = "a section's numbering"
_BESIDE = "a heading before it"

LONGEST_NAME = 3  # words of a name that no list knows
LONGEST_KNOWN_NAME = 4
SHORTEST_PLAIN = 3  # letters of an English word that is no name: "Wa" is a town, though a list of words has "wa"
SHORTEST_UNHEARD = 4  # letters, as shorter ones may be an acronym: "NFI"
_KINDS = frozenset("region province district state county governorate department prefecture oblast municipality".split())
_COMPASS = frozenset("northern southern eastern western central northeastern northwestern southeastern southwestern".split())
_NUMBERING = re.compile(r"\(?([IVX]{1,5}|[A-Z]|[a-z]|\d{1,2})[.)]\s+")
_ENGLISH_ENDINGS = tuple(
    "tion tions sion sions ment ments ics ity ities ness ing ings ance ence ency ances encies hood hoods ship ships ism graphy "
    "ology line lines look fall falls ary ory eries erics ives ures ables ibles".split()
)
"""What nouns of English end with that a small list of words may lack: "LOGISTICS", "VACCINATION", "LIFELINES"."""
_HEADS = frozenset("caveats acronyms wash disbursed outlook deliverables stocks annexes glossary methodology hotspots".split())
_COMMA = re.compile(r", | [–—-] ")


def is_place_name(words: str, lexicon: Lexicon) -> bool:
    """Whether the gazetteer knows a place of that name, and texts do not write it small ("Reading", "Date")."""
    names = words.split()
    if not 0 < len(names) <= LONGEST_KNOWN_NAME or not names[0][0].isupper():
        return False
    known = lexicon.tagger.lexicon
    if words.lower() in lexicon.place_words["no_place"]:
        return False
    if len(names) == 1 and words.lower() in known and words.title() not in known:
        return False
    return bool(find_name(words).all)


def is_plain(words: str, lexicon: Lexicon) -> bool:
    """Whether words are English ones that name nothing: "Requested", "Available", "Funding gap"."""
    known, names = lexicon.tagger.lexicon, words.split()
    if names[-1].lower() in lexicon.place_words["kept"] or not all(name.isalpha() for name in names):
        return False
    if len(words) < SHORTEST_PLAIN:
        return False
    return all(name.lower() in known and name.title() not in known for name in names)


def is_unheard(words: str, lexicon: Lexicon, *, whole: bool = True) -> bool:
    """Whether capitals spell what is no English word and nothing that is counted: "CHIÚRE SEDE", not "LOGISTICS".

    Without `whole`, one such word is enough: "Grand Sud".
    """
    names = words.split()
    if not 0 < len(names) <= LONGEST_NAME or not all(name[0].isupper() and name.replace("-", "").isalpha() for name in names):
        return False
    shortest = SHORTEST_UNHEARD if whole else SHORTEST_UNHEARD - 1
    unheard = [name for name in names if _is_unheard_word(name.lower(), lexicon) and len(name) >= shortest]
    return len(unheard) == len(names) if whole else bool(unheard)


def _is_unheard_word(word: str, lexicon: Lexicon) -> bool:
    if (
        word.endswith(_ENGLISH_ENDINGS)
        or word in _HEADS
        or word in lexicon.tagger.lexicon
        or word in lexicon.verbs
        or word in lexicon.months
        or word in lexicon.weekdays
    ):
        return False
    tables = (lexicon.things, lexicon.labels, lexicon.nouns, lexicon.claimants, lexicon.claimant_names)
    return all(table.at([word], 0) is None for table in tables)


def before_bracket(heading: str, lexicon: Lexicon, text: str = "") -> str:
    """ "KETA (VOLTA)": the name before a bracket that only says where it lies; not "EFFECTS (VOLTA)", "Mpox (Lomé)"."""
    before, opening, rest = heading.partition("(")
    name, inner = before.strip(), rest.partition(")")[0].strip()
    if not opening or not name:
        return ""
    if is_place_name(name, lexicon):
        return name
    is_told = name.lower() not in text and (not name.isupper() or name.title() in text)  # "NADMO (GHANA)"
    return name if is_told and is_unheard(name, lexicon) and _is_place_in_capitals(inner, lexicon) else ""


def _is_place_in_capitals(name: str, lexicon: Lexicon) -> bool:
    """ "ACCRA" is Accra, where it stands in a bracket behind a name."""
    return is_place_name(name, lexicon) or (name.isupper() and is_place_name(name.title(), lexicon))


def beside_places(heading: str, scene: Scene) -> str:
    """A heading that is a name nobody knows, where the text uses it elsewhere, or where the headings beside it are places."""
    text = scene.document.text
    if not is_unheard(heading, scene.lexicon) or heading.lower() in text:
        return ""
    is_told = heading.title() in text if heading.isupper() else text.count(heading) > 1
    return heading if is_told or scene.called.get(_BESIDE) else ""


def behind_label(scene: Scene) -> str:
    """The place that a key figure's label ends with: "58,700 / children with severe wasting, Grand Sud"."""
    sentence = scene.sentence
    if sentence.block.row and not sentence.block.column:
        return _behind_value(sentence, scene.lexicon)
    if sentence.block.kind is not BlockKind.CELL or sentence.block.row or sentence.block.column:
        return ""
    *before, last = _COMMA.split(sentence.text[sentence.start : sentence.end])
    last = last.strip(" .")
    if not before or not last:
        return ""
    is_name = is_place_name(last, scene.lexicon) or is_unheard(last, scene.lexicon, whole=False)
    return _without_kind(last) if is_name and not is_plain(last, scene.lexicon) else ""


def _behind_value(sentence: Sentence, lexicon: Lexicon) -> str:
    """ "New cases ..... 2 (Tamale)": a name in brackets that ends the value of a row."""
    said, opening, inner = sentence.text[sentence.start : sentence.end].rpartition("(")
    name, closing, rest = inner.partition(")")
    is_one = opening and closing and not rest.strip(" .;") and any(c.isdigit() for c in said)
    is_name = is_one and (is_place_name(name, lexicon) or (not name.isupper() and is_unheard(name, lexicon)))
    return name if is_name else ""


def _without_kind(name: str) -> str:
    """ "Sahel Region" is called Sahel; "Northern Region" is called so."""
    bare, _, kind = name.rpartition(" ")
    return bare if bare and kind.lower() in _KINDS and bare.lower() not in _COMPASS else name


def note_heading(sentence: Sentence, called: dict[str, str], lexicon: Lexicon) -> None:
    """Remembers of a heading whether it is a place, and of which place a numbered section is about."""
    block = sentence.block
    if block.kind is not BlockKind.HEADING or block.row or block.column:
        return
    heading = sentence.text[block.start : block.end].rstrip(": ")
    numbered = _NUMBERING.match(heading)
    bare = heading[numbered.end() :] if numbered else heading
    is_told = is_unheard(bare, lexicon) and bare.isupper() and bare.title() in sentence.text
    name = before_bracket(bare, lexicon, sentence.text) or (bare if is_told or is_place_name(bare, lexicon) else "")
    called[_BESIDE] = name or called.get(_BESIDE, "")
    style = _style(numbered[1]) if numbered else ""
    if not style or style == called.get(_STYLE):
        called[_STYLE] = called[SECTION] = ""
    if style and not called.get(_STYLE):
        called[SECTION] = _told_in_brackets(bare, lexicon)
        called[_STYLE] = style if called[SECTION] else ""


def _style(number: str) -> str:
    if number.isdigit():
        return "1"
    if set(number) <= set("IVX"):
        return "I"
    return "A" if number.isupper() else "a"


def _told_in_brackets(heading: str, lexicon: Lexicon) -> str:
    """ "EFFECTS (VOLTA REGION)": a known place in a heading's brackets."""
    _, opening, rest = heading.partition("(")
    inner = rest.partition(")")[0].strip() if opening else ""
    if not inner or any(word.isdigit() for word in cut_words(inner, 0, len(inner))):
        return ""
    name = _without_kind(inner)
    return name if is_place_name(name, lexicon) or is_place_name(inner, lexicon) else ""
