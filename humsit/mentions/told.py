"""Names that a text puts in a place's slot somewhere: "in Keta", "the town of Keta", "Keta district"."""

from __future__ import annotations

import re

from humsit.mentions.place_names import JOINING

LONGEST_NAME = 60  # characters

_WORD = r"[A-Z\u00c0-\u00de][\w’-]{1,30}"
_NAME = rf"(?!(?:The|This|That|Its)\b)({_WORD}(?: (?:(?:{'|'.join(sorted(JOINING))}) )?{_WORD}){{0,3}})"
_KINDS = " (?:villages?|towns?|cit(?:y|ies)|districts?|provinces?|regions?|communes?|municipality|township|governorate|oblast)"
_SIDE = r"(?:(?:north|south|east|west|central)\w{0,4} )?"
_BEHIND = [  # one for each: words known from the first letter on are found fast
    re.compile(begin + _SIDE + _NAME) for begin in (" in ", " near ", " outside ", "In ", "Near ", "Outside ")
]
_NAMED = re.compile(f"{_KINDS} of {_NAME}")
_KIND = re.compile(rf"{_KINDS}\b")
_LAST = re.compile(rf"\b{_NAME}\Z")


def names_told(text: str) -> set[str]:
    """The names of places that the text's own words give away, wherever in it; some of months, languages, organisations, too."""
    told = {name for slot in (*_BEHIND, _NAMED) for name in slot.findall(text)}
    for kind in _KIND.finditer(text):
        name = _LAST.search(text[max(0, kind.start() - LONGEST_NAME) : kind.start()])
        if name:
            told.add(name[1])
    return told
