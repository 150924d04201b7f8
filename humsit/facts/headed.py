"""Places that stand above a figure: the head of its row or column, the heading of its section."""

from __future__ import annotations

import re

from humsit.documents.blocks import Block, BlockKind
from humsit.facts.scene import Scene
from humsit.facts.sections import SECTION, before_bracket, beside_places, is_place_name, is_plain, is_unheard
from humsit.gazetteer import find_name
from humsit.grammar.words import cut_words
from humsit.mentions.labels import is_rest, is_total, named_in, read_label
from humsit.mentions.places import Place, find_places
from humsit.mentions.sentence import Sentence
from humsit.records import Document
from humsit.vocabulary import Lexicon

LONGEST_HEADING_NAME = 4
LONGEST_KEY_LINE = 14  # words of a line that is a figure and its label
LONGEST_HEAD = 300  # characters of a report's head
HEAD_LINES = 3
_SPLIT = re.compile(r", | [–—-] |: ")
_PARTS = re.compile(r" ?[|:] ?| [–—-] ")
_OF_ALL = (
    "key figure",
    "at a glance",
    "in numbers",
    "in figures",
    "by the numbers",
    "snapshot",
    "key facts",
    "key data",
    "highlights",
)
_KINDS = frozenset("region province district state county governorate department prefecture oblast municipality".split())
_PEOPLE = re.compile(r"(?:arrivals|refugees|returnees|people|migrants|displaced|persons|influx|movements?|returns) from ", re.I)
_IF_KNOWN = {"office": "of", "sufferer": "topic"}  # what names are that the gazetteer knows
_COMPASS = frozenset("northern southern eastern western central northeastern northwestern southeastern southwestern".split())
_SMALL_WORDS = frozenset("in at of near by from to for on and the per across around with since during as an a".split())
_STARS = "*#_ "
_SLOTS = frozenset({"in", "at", "of", "near", "around", "across", "inside", "from", "to", "on", "named", "list"})


def row_place(sentence: Sentence, lexicon: Lexicon) -> str:
    """The head of a table's row where it is a name and no measure, else that of the column where a place is called so."""
    row, column = sentence.block.row, sentence.block.column
    for words in (row, column):
        if not words or not words[0].isupper() or is_total(words) or is_rest(words) or read_label(words, lexicon) is not None:
            continue
        if is_place_name(words, lexicon) or (words == row and not _names_things(words, lexicon) and not is_plain(words, lexicon)):
            return words
    _, comma, last = row.rpartition(", ")
    return last if comma and (is_place_name(last, lexicon) or is_unheard(last, lexicon)) else ""  # "Food rations, Keta"


def _names_things(words: str, lexicon: Lexicon) -> bool:
    """ "Learning centres", "Mosques"; not "Camp 11", "Ho hospital"."""
    if named_in(words, lexicon) is None:
        return False
    *before, last = words.split()
    if last.lower() in lexicon.place_words["kept"]:
        return False
    return not before or any(word[0].islower() for word in [*before, last])


def heading_place(scene: Scene) -> str:
    """The place that the heading above names, as it is written there; "" for none.

    "KEY FIGURES (Ghana)", not "CASUALTIES (Ministry of Health)"; "FIGURES, CABO DELGADO"; "MOPTI"; "Conditions at Goma".
    """
    heading = scene.sentence.block.heading.strip(_STARS)
    if scene.heading_source is not None:
        heading = _without_source(heading)
    if not heading:
        return ""
    found = (
        before_bracket(heading, scene.lexicon, scene.document.text)
        or _in_brackets(heading, scene.lexicon)
        or _alone(heading, scene.lexicon)
        or _in_slot(heading, scene.lexicon)
        or _in_capitals(heading, scene)
        or beside_places(heading, scene)
        or scene.called.get(SECTION, "")
    )
    return found or (_headed(scene) if _is_key_figure(heading, scene) else "")


def _without_source(heading: str) -> str:
    """What stands before the bracket that says who counted: "FIGURES, Volta Region (Source: the police)"."""
    before, opening, _ = heading.partition("(")
    return before.strip() if opening else ""


def _is_key_figure(heading: str, scene: Scene) -> bool:
    """Whether the sentence is a line of figures that hold for all of the report, at its head or under a heading that says so."""
    block, text = scene.sentence.block, scene.document.text
    is_line = len(scene.sentence) <= LONGEST_KEY_LINE and text[block.end - 1] not in ".!?" and block.kind is not BlockKind.HEADING
    if not is_line or block.row:
        return False
    lower = heading.lower()
    return any(words in lower for words in _OF_ALL) or text.lstrip().startswith(heading)


def _headed(scene: Scene) -> str:
    """The place of which the report's title or its first lines say that it is all about."""
    first = _first_lines(scene.document)
    lines = [scene.document.title or "", *first]
    named = {name for line in lines if line.strip() and (name := _in_slot(line, scene.lexicon))}
    named = named or {name for line in lines if (name := _of_a_kind(_SPLIT.split(line)[-1].strip(), scene.lexicon))}
    return named.pop() if len(named) == 1 else _headed_country(lines, scene.lexicon)


def country_of(document: Document, lexicon: Lexicon) -> str:
    """The country that a report's title or its first lines name as what it is about; "" for none."""
    return _headed_country([document.title or "", *_first_lines(document)], lexicon)


def _first_lines(document: Document) -> list[str]:
    return document.text.lstrip()[:LONGEST_HEAD].splitlines()[:HEAD_LINES]


def _headed_country(lines: list[str], lexicon: Lexicon) -> str:
    """ "NEPAL: FLOODS", "Cholera - Zambia"."""
    for line in lines:
        for part in _PARTS.split(line):
            words = cut_words(part, 0, len(part))
            lower = [word.lower() for word in words]
            hit = lexicon.nations.at(lower, 0) if words else None
            if hit is not None and hit[1].form == "name" and lower[hit[0] : hit[0] + 1] in ([], [","]):
                return hit[1].name
    return ""


def known_places(places: list[Place], lexicon: Lexicon) -> list[Place]:
    """Without names that have a number as an organisation has, too, and are no known place ("Oxfam recorded nine deaths").

    A share of money says where it goes only behind one that does: "Ghana would receive $2bn, Togo $1.4bn".
    """
    known = [place for place in places if not _may_be_an_organisation(place) or find_name(place.name).all]
    known = [place for place in known if place.slot != "label" or not _is_common(place.name, lexicon)]
    for place in known:
        place.slot = _IF_KNOWN.get(place.slot, place.slot)
    for place in known:
        if place.owned and find_name(place.owned).all:
            place.name = place.owned  # Cox's Bazar
    is_shared_out = any(place.slot == "doer" for place in known)
    return [place for place in known if place.slot != "share" or is_shared_out]


def _is_common(name: str, lexicon: Lexicon) -> bool:
    """ "Available: US$ 2 million", "Gap: 75 per cent"."""
    return is_plain(name, lexicon) and not find_name(name).all


def _may_be_an_organisation(place: Place) -> bool:
    """ "Oxfam recorded nine deaths", "the Green Cross Society ambulance service"."""
    return ((place.slot == "doer" or place.slot in _IF_KNOWN) and not place.noun) or (
        place.slot == "named" and not place.noun and len(place.name.split()) > 2
    )


def _in_brackets(heading: str, lexicon: Lexicon) -> str:
    before, opening, rest = heading.partition("(")
    inner = rest.partition(")")[0].strip() if opening else ""
    words = cut_words(inner, 0, len(inner))
    if inner.isupper() and inner == "".join(word[0] for word in before.split()[-len(inner) :]).upper():
        return ""  # "MARBURG VIRUS DISEASE (MVD)"
    is_name = 0 < len(words) <= LONGEST_HEADING_NAME and words[0][0].isupper() and words[0].isalpha()
    is_time = any(word.lower() in lexicon.months or word.lower() in lexicon.weekdays for word in words)
    return inner if is_name and not is_time else ""


def _alone(heading: str, lexicon: Lexicon) -> str:
    """What stands behind the heading's last comma or dash, or the whole of it, where a place is called so."""
    last = _SPLIT.split(heading)[-1].strip()
    return _of_a_kind(last, lexicon) or (last if is_place_name(last, lexicon) else "")


def _of_a_kind(words: str, lexicon: Lexicon) -> str:
    """The name of what ends with a noun of places: "Volta Region", "HODH CHARGUI PROVINCE"."""
    names = words.split()
    if not 1 < len(names) <= LONGEST_HEADING_NAME or names[-1].lower() not in _KINDS or not words[0].isupper():
        return ""
    name, known = " ".join(names[:-1]), lexicon.tagger.lexicon
    if name.lower() in _COMPASS:
        return words  # Northern Province
    is_name = all(word[0].isupper() and word.lower() not in known for word in names[:-1]) or bool(find_name(name).all)
    return name if is_name else ""


def _in_slot(heading: str, lexicon: Lexicon) -> str:
    """The one place of a heading that is not all capitals."""
    if heading.isupper():
        return ""
    block = Block(BlockKind.HEADING, 0, len(heading))
    named = {
        place.name
        for place in find_places(Sentence(heading, 0, len(heading), block, 0, lexicon.tagger), lexicon)
        if place.slot in _SLOTS and not (place.slot == "from" and _PEOPLE.search(heading))
    }
    return named.pop() if len(named) == 1 else ""


def _in_capitals(heading: str, scene: Scene) -> str:
    """The one place of a heading all in capitals, where the gazetteer or the text knows it: "ARRIVALS IN GHANA BY CROSSING"."""
    if not heading.isupper():
        return ""
    small = " ".join(word.lower() if word.lower() in _SMALL_WORDS else word.capitalize() for word in heading.split(" "))
    name = _in_slot(small, scene.lexicon)
    return name if name and (find_name(name).all or name in scene.document.text) else ""
