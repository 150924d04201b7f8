"""Names led back to one: "the Health Ministry" and "health officials", "Kosti" and "the city of Kosti", "residents" and "people".

Words are data (`*.csv` beside this file); the rules here are mechanism. All functions are pure and remember what they were asked.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

Words = frozenset[str]

REMEMBERED = 50_000
"""Names whose meaning is kept at hand; a server runs for months, and reports never stop naming new ones."""

_OWN_ARMY = "movement"
"""What the army of a movement is called, which "the army" is not."""

_SPOKEN = re.compile(r"\bspokes(?:man|woman|person|people)\b")


_MONEYS_NOUN = 3
"""Words behind a sum among which is what it is for: "$4 million flood plan"."""
_OTHER_SUM = re.compile(r"\b\d[\d ]* (?:million|billion|thousand)?(?: \w+){0,2}? (?:plan|appeal|request)\b")


@cache
def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _list(name: str) -> dict[str, str]:
    return {fold(row["words"]): row["means"] for row in _rows(name)}


@cache
def cues(name: str) -> frozenset[str]:
    """Words of one use: "little claimant" (articles, ranks: they do not say who it is), "saying", "toll" …"""
    return frozenset(row["words"] for row in _rows("cues") if row["in"] == name)


@cache
def _phrases(name: str) -> re.Pattern[str]:
    """One pattern for a whole list, longest first."""
    words = sorted(_list(name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """A name in lower case, no accents, no possessive, words parted by one space."""
    return fold_text(text)


def fold_text(text: str) -> str:
    """As `fold`, for whole sentences, which are too long to be remembered."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"\b((?:\w\.){2,})", lambda m: m[1].replace(".", ""), plain)
    plain = re.sub(r"['’ʼ]s?\b", lambda m: " " if m[0].endswith("s") else "", plain)
    return " ".join(re.findall(r"\w+", plain))


@lru_cache(REMEMBERED)
def countries(text: str) -> str:
    """Folded words with nationalities led back to countries: "ukrainian army" → "ukraine army"."""
    return _phrases("demonyms").sub(lambda m: _list("demonyms")[m[0]], text)


@lru_cache(REMEMBERED)
def side_words(side: str) -> Words:
    """A party to the conflict under one name: "Russia", "Russian", "the Russians" → {russia}."""
    return frozenset(countries(re.sub(r"ans\b", "an", fold(side))).split()) - cues("little claimant")


@lru_cache(REMEMBERED)
def proper_words(group: str) -> Words:
    """The names in what is counted: "FARC guerrillas" → {farc}, "fighters of the 3rd Column" → {3rd, column}; "government
    soldiers" → {government}.
    """
    if "government" in group.casefold().split():
        return frozenset({"government"})
    *before, head = group.split() or [""]
    return side_words(" ".join(word for word in before if not word[:1].islower()) + (f" {head}" if "of the" in group else ""))


@lru_cache(REMEMBERED)
def event_kinds(event: str) -> Words:
    """What kinds of event the words tell: "air strike" → {attack}, "landslide" → {slide}; nothing for words not in the list."""
    kinds = _list("events")
    return frozenset(kind for word in fold(event).split() if (kind := kinds.get(word) or kinds.get(_singular(word))))


@lru_cache(REMEMBERED)
def claimant_words(claimant: str) -> Words:
    """The words that say who a claimant is, whatever the order and the wrapping; the empty set for the text's own voice.

    "Ukraine's Health Ministry", "the Ukrainian ministry of health", "a spokesman for Ukraine's health ministry" → {ukraine,
    health, authority}. A state's bare name is its government.
    """
    text = _phrases("claimants").sub(lambda m: _list("claimants")[m[0]], fold(_organisation(claimant)))
    text = re.sub(r"(?<=\w) in .*", "", text)
    bodies = _list("bodies")
    words = [bodies.get(word, word) for word in countries(text).split()]
    if "army" in words and _is_no_states(claimant, words):
        words = [_OWN_ARMY if word == "army" else word for word in words]
    telling = [word for word in words if word not in cues("little claimant")] or words
    told = frozenset(telling)
    if told & _agencies():
        told -= {"un"}
    return told | {"government"} if " ".join(telling) in _countries() else told


@lru_cache(1_000)  # the texts of reports are long
def words_told(text: str) -> Words:
    """The words of a folded text as those of claimants: "the home ministry has lowered" → {home, authority, …}."""
    bodies, claimants = _list("bodies"), _list("claimants")
    led_back = countries(_phrases("claimants").sub(lambda m: claimants[m[0]], text))
    return frozenset(bodies.get(word, word) for word in led_back.split())


def _is_no_states(claimant: str, words: list[str]) -> bool:
    """Whether an army is one by name only: "the Keta Liberation Army", "the Volta Army"; "the Ghana Army" is its country's."""
    others = frozenset(words) - cues("little claimant") - cues("of a state") - {"army"}
    if not others.isdisjoint(cues("of a movement")):
        return True
    return "Army" in claimant and bool(others) and not names_country(others)


@cache
def _agencies() -> frozenset[str]:
    """Bodies of the UN that speak for themselves: "UN OCHA" is OCHA."""
    return frozenset(_list("claimants").values()) - {"un"}


@cache
def _countries() -> frozenset[str]:
    return frozenset(_list("demonyms").values())


def _organisation(claimant: str) -> str:
    """Whom a spokesman speaks for: "ministry spokesman Ulan Isakov" → "ministry"."""
    for piece in claimant.split(","):
        found = _SPOKEN.search(piece.casefold())
        if found:
            before, after = piece[: found.start()].strip(), piece[found.end() :].strip()
            return after if re.match(r"(?i)(for|of)\b", after) else before or claimant
    return claimant


def same_claimant(one: Words, other: Words) -> bool:
    """Whether two sets of claimant words can name one body: the shorter name's words are all in the longer one."""
    return bool(one and other) and (one <= other or other <= one)


@lru_cache(REMEMBERED)
def place_name(place: str) -> str:
    """A place under one name: "the city of Kosti", "Kosti" → "kosti"; a camp or hospital keeps its word."""
    words = [word for word in fold(place).split() if word not in cues("little place")]
    return " ".join(words) or fold(place)


@cache
def sudden_words() -> frozenset[str]:
    """The words for events that happen on a day: strikes, crashes, fires; not wars, floods or epidemics."""
    return frozenset(word for row in _rows("events") if row["sudden"] == "yes" for word in (row["words"], row["words"] + "s"))


def names_country(words: Words) -> bool:
    """Whether a country is among the words of a name."""
    return not words.isdisjoint(_country_words())


@cache
def _country_words() -> Words:
    return frozenset(word for country in _countries() for word in country.split())


@lru_cache(REMEMBERED)
def is_country(place: str) -> bool:
    """Whether the place is a whole country."""
    return countries(fold(place)) in _countries()


@lru_cache(REMEMBERED)
def counted_name(group: str) -> str:
    """What is counted, under one name; "" for people in general: "more residents" → "", "pupils of two schools" → "pupil"."""
    head = re.split(r"\b(?:of|from|in|at|who|whose|including|with)\b", fold(group))[0]
    words = [word for word in countries(head).split() if word not in cues("little counted")]
    if not words:
        return ""
    names = _list("counted")
    return names.get(words[-1], _singular(words[-1]))


@lru_cache(REMEMBERED)
def money_name(before: str, behind: str) -> str:
    """Whether a sum is asked for or given, by the words around it: "an appeal for $4 million", "its $4 million plan", "donors
    gave $3 million"; "" where they do not say.
    """
    for word in fold_text(behind).split()[:_MONEYS_NOUN]:
        if word in cues("money asked"):
            return "asked"
    for word in reversed(_OTHER_SUM.sub(" ", fold_text(before)).split()):
        if word in cues("money asked"):
            return "asked"
        if word in cues("money given"):
            return "given"
    return ""


@lru_cache(REMEMBERED)
def disease_name(group: str) -> str:
    """Which disease cases are of, and how sure that is: "cases of dengue" → "dengue", "suspected dengue cases" → "dengue
    suspected"; what is not said is open.
    """
    general, little = _list("counted"), cues("little counted") - cues("case status")
    return " ".join(sorted(w for w in fold(group).split() if w not in little and not (w in general and general[w] == "")))


def same_cases(one: str, other: str) -> bool:
    """Whether two disease names can mean the same cases: neither another disease nor suspected against confirmed ones."""
    words, others = frozenset(one.split()), frozenset(other.split())
    parts = (
        (words - cues("case status"), others - cues("case status")),
        (words & cues("case status"), others & cues("case status")),
    )
    return all(not a or not b or a == b for a, b in parts)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
