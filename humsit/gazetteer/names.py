"""Names as they are looked up: one spelling for "Al-Ḥasakah" and "al Hasakah", and what is left without little words."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
LONGEST = 80
"""No place's name is longer; what is, is not looked up."""

_UNLIKE = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ə": "a", "ǝ": "a", "æ": "ae", "œ": "oe", "þ": "th"})
_SILENT = re.compile(r"['’‘ʼʻ`´.]")
_WORDS = re.compile(r"\w+")


class Sought(NamedTuple):
    """A way to look a name up.

    `area`: its words say a region or province is meant. `whole`: the name itself, not a part of it ("northern Homs") or a thing
    that is called after it ("Kakuma camp").
    """

    key: str
    area: bool = False
    whole: bool = True


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of words.csv of one kind: article, arab_article, direction, area, settlement, thing."""
    return frozenset(row["words"] for row in own_rows("words") if row["kind"] == kind)


def own_rows(name: str) -> list[dict[str, str]]:
    """The rows of a list of ours beside this file."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fold(name: str) -> str:
    """A name without case, accents, hyphens and apostrophes: "Port-au-Prince" → "port au prince", "Ta‘izz" → "taizz"."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain.translate(_UNLIKE)) if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(_SILENT.sub("", plain)))


def ways(name: str) -> Iterator[Sought]:
    """How to look a name up, the name itself first: without article, "Borno State" as Borno, "northern Homs" as part of Homs."""
    key = fold(name) if len(name) <= LONGEST else ""
    for sought in _stripped(Sought(key)) if key else ():
        for spelt in _arab(sought.key):
            yield sought._replace(key=spelt)


def _stripped(sought: Sought) -> Iterator[Sought]:
    """The name, then with one little word less after the other."""
    yield sought
    first, _, after = sought.key.partition(" ")
    for n in (2, 1):
        *before, _ = parts = sought.key.rsplit(" ", n)
        if len(parts) == n + 1 and (tail := " ".join(parts[1:])):
            for kind in ("area", "settlement", "thing"):
                if tail in words_of(kind):
                    yield from _stripped(Sought(before[0], sought.area or kind == "area", sought.whole and kind != "thing"))
                    return
    if after and first in words_of("article"):
        yield from _stripped(sought._replace(key=after))
    elif after and first in words_of("direction"):
        yield from _stripped(sought._replace(key=after, whole=False))


def _arab(key: str) -> Iterator[str]:
    """With the Arab article and without: "al hasakah", "hasakah"."""
    yield key
    first, _, after = key.partition(" ")
    if after and first in words_of("arab_article"):
        yield after
        yield f"al {after}"
    else:
        yield f"al {key}"
