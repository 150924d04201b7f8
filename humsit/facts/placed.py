"""Where in the world the places of a document are: what its text says of countries, and what the gazetteer makes of its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

from humsit.gazetteer import Evidence, Found, Resolution, Spot, choose, find_name, load_gazetteer
from humsit.gazetteer.names import words_of
from humsit.records import AnyFact, Document, Reason
from humsit.vocabulary import Lexicon

LOOKED_AT = 4
"""So many mentions of a name are looked at for a country or area beside them."""
LEAST_OPENING = 3
FARTHEST = 60
"""Characters behind a name in which its country or area may stand."""

LONGEST_KIND = 20
"""Characters of a word that says what kind of place it is, with the space around it."""

_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00de]\w+")
_DATELINE = re.compile(r"\s*([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’ -]{2,40}?)(?: *[,(]| +[—–-] )")
_WIDER = re.compile(
    r"(?:(,? in )(?:the )?|,? of (?:the )?|, (?=[A-Z])|, (?:the )?\w+ (?:of|in) (?:the )?)"
    r"(?:(?:north|south|east|west|central)\w* )?(?:\w+ (?:of|in) (?:the )?)?"
    r"((?:[A-Z\u00c0-\u00de][\w’'-]+ ?(?:of the |of |el |al |de )?){1,5})"
)
_OWNER = re.compile(r"([A-Z\u00c0-\u00de]\w+(?: [A-Z\u00c0-\u00de]\w+)?)['’]s (?:\w+ ){0,2}\Z")

_ACTORS = frozenset({"US", "U.S", "UK", "U.K"})
"""Abbreviations of countries that reports name for what they do elsewhere."""


class _Mention(NamedTuple):
    """Words that speak of a country."""

    words: str
    country: str
    by_name: bool


_Heads = dict[str, list[_Mention]]
_NO_EVIDENCE = Evidence()


def placed(
    facts: list[AnyFact],
    document: Document,
    spoken_of: Iterable[str],
    lexicon: Lexicon,
    left_out: Iterable[tuple[str, str]] = (),
) -> list[AnyFact]:
    """The facts with country, first-level area and coordinates of their places, as far as the text and the gazetteer decide them.

    `spoken_of`: all places that the document names. `left_out`: place and sentence of facts that are not asked for.
    """
    asked = [_asked(fact.place, fact.quote) for fact in facts]
    beside = {_asked(*one) for one in left_out}
    found = Atlas(document, lexicon).where({one for one in asked if one[0]}, spoken_of, {one for one in beside if one[0]})
    known = {one: _fields(where) for one, where in found.items()}
    return [_at(fact, known[one]) if one[0] else fact for fact, one in zip(facts, asked, strict=True)]


def _asked(place: str, sentence: str) -> _Asked:
    return place, place != "" and _says_area(place, sentence)


_Asked = tuple[str, bool]
"""A place's name, and whether its sentence calls it a region."""
_Fields = tuple[dict[str, Any], Reason]
_REMEMBERED = 20_000


@lru_cache(_REMEMBERED)
def _fields(where: Resolution) -> _Fields:
    country, admin1, latitude, longitude, why, _ = where
    reason = Reason(field="country", rule=why)
    return {"country": country, "admin1": admin1, "latitude": latitude, "longitude": longitude}, reason


@lru_cache(_REMEMBERED)
def _clear(name: str, area: bool) -> Resolution:
    return choose(name, find_name(name), _NO_EVIDENCE, area=area)


def _at(fact: AnyFact, where: _Fields) -> AnyFact:
    fields, reason = where
    return fact.model_copy(update={**fields, "why": (*fact.why, reason)})


class Atlas:
    """What one document says of where its places are. The order of its facts plays no part."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.text, self.lexicon = document, document.text, lexicon

    @cached_property
    def evidence(self) -> Evidence:
        """What the title and the text say of countries; worked out only when a name can mean several places."""
        heads = _heads(self.lexicon)
        mentions = Counter(_mentions(self.text, heads))
        title = [mention for mention in _mentions(self.document.title or "", heads) if mention.by_name]
        mentions.update(title)
        return Evidence(
            named=_times(mentions, by_name=True),
            called=_times(mentions, by_name=False),
            title=frozenset(mention.country for mention in title),
            words={mention.country: mention.words for mention in sorted(mentions, key=lambda one: (one.by_name, one))},
        )

    def where(self, asked: Set[_Asked], spoken_of: Iterable[str], beside: Set[_Asked] = frozenset()) -> dict[_Asked, Resolution]:
        """Where each place is; those that are still open are looked at again in the light of all the others, `beside` too."""
        found = {one: self._resolution(one) for one in sorted(asked)}
        still_open = [one for one, where in found.items() if where.open]
        if still_open:
            others = {*((name, False) for name in (*spoken_of, *self._dateline())), *beside} - asked
            certain = [*found.values(), *(self._resolution(one) for one in sorted(others))]
            evidence = self.evidence._replace(
                near=frozenset(where.country for where in certain if where.country),
                areas=frozenset((where.country, where.admin1) for where in certain if where.country and where.admin1),
            )
            found |= {one: self._resolution(one, evidence) for one in still_open}
        return found

    def _dateline(self) -> list[str]:
        opening = _DATELINE.match(self.text)
        return [opening[1].title()] if opening else []

    def _resolution(self, asked: _Asked, evidence: Evidence | None = None) -> Resolution:
        name, area = asked
        found = find_name(name)
        if found.is_clear:
            return _clear(name, area)
        if found.in_one_country:
            where = choose(name, found, evidence or self.evidence, area=area)
            if not where.open:
                return where
        beside, within = self._beside(name)
        return choose(name, found, (evidence or self.evidence) if found.all else _NO_EVIDENCE, beside, within, area)

    def _beside(self, name: str) -> tuple[list[Spot], list[Spot]]:
        """The countries and areas beside the name ("Bama, Borno State", "Nigeria's Bama"), and those that it is *in*."""
        beside: dict[str, list[Spot]] = {}
        within: dict[str, list[Spot]] = {}
        at = self.text.find(name)
        for _ in range(LOOKED_AT):
            if at < 0:
                break
            end = at + len(name)
            if behind := _WIDER.match(self.text, end, end + FARTHEST):
                beside[behind[2]] = _wider(behind[2])
                if behind[1]:
                    within[behind[2]] = beside[behind[2]]
            before = self.text[max(0, at - FARTHEST) : at]
            if ("'s " in before or "’s " in before) and (owner := _OWNER.search(before)):
                beside[owner[1]] = _wider(owner[1])
            at = self.text.find(name, end)
        return [spot for spots in beside.values() for spot in spots], [spot for spots in within.values() for spot in spots]


def _says_area(name: str, sentence: str) -> bool:
    """Whether the sentence calls it a region or province: "Chernihiv region", "the province of Herat"."""
    at = sentence.find(name)
    while at >= 0:
        end = at + len(name)
        behind = sentence[end : end + LONGEST_KIND].split(None, 1)
        if behind and behind[0].strip(".,;:()").lower() in _area_words():
            return True
        if sentence[max(0, at - 3) : at] == "of ":
            before = sentence[max(0, at - LONGEST_KIND) : at].split()
            if len(before) > 1 and before[-2].lower() in _area_words():
                return True
        at = sentence.find(name, end)
    return False


@cache
def _area_words() -> frozenset[str]:
    return words_of("area")


def _wider(words: str) -> list[Spot]:
    """The countries and areas that the beginning of `words` can mean; the longest beginning that means any."""
    parts = words.split()
    for n in range(len(parts), 0, -1):
        found: Found = find_name(" ".join(parts[:n]))
        wider = [spot for spot in found.usual or found.others if spot.kind in ("country", "area")]
        if wider:
            return wider
    return []


# -- which countries a text speaks of --------------------------------------------------------------------------------------------


def _times(mentions: Mapping[_Mention, int], by_name: bool) -> dict[str, int]:
    times: Counter[str] = Counter()
    for mention, count in mentions.items():
        if mention.by_name is by_name:
            times[mention.country] += count
    return dict(times)


def _mentions(text: str, heads: _Heads) -> list[_Mention]:
    """Every mention of a country, the longest words at each place: in "South Sudan" no Sudan."""
    found: list[tuple[int, int, _Mention]] = []
    for head in sorted(heads.keys() & set(_CAPITALISED.findall(text))):
        at = text.find(head)
        while at >= 0:
            found += _at_head(text, at, heads[head])
            at = text.find(head, at + len(head))
    kept, reached = [], 0
    for begin, end, mention in sorted(found):
        if begin >= reached:
            kept.append(mention)
            reached = end
    return kept


def _at_head(text: str, at: int, mentions: list[_Mention]) -> list[tuple[int, int, _Mention]]:
    """The longest of the mentions that stands at a place of the text as whole words."""
    if at and text[at - 1].isalnum():
        return []
    for mention in mentions:
        end = at + len(mention.words)
        if text.startswith(mention.words, at) and not text[end : end + 1].isalnum():
            return [(at, end, mention)]
    return []


_kept: dict[int, tuple[Lexicon, _Heads]] = {}
_MOST_KEPT = 8


def _heads(lexicon: Lexicon) -> _Heads:
    """First word → what speaks of a country and begins with it, longest first: names of the gazetteer, nationals of the lists."""
    kept = _kept.get(id(lexicon))
    if kept is None or kept[0] is not lexicon:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        kept = _kept[id(lexicon)] = (lexicon, _made_heads(lexicon))
    return kept[1]


def _made_heads(lexicon: Lexicon) -> _Heads:
    spoken: dict[str, _Mention] = {}
    for entries in lexicon.nations.values():
        for words, (_, nation) in entries:
            countries = {spot.country for spot in find_name(nation.name).usual}
            if nation.form in ("adjective", "people") and len(countries) == 1:
                written = " ".join(words).title()
                spoken[written] = _Mention(written, countries.pop(), by_name=False)
    for written, spots in load_gazetteer().usual.items():
        countries = {spot.country for spot in spots}
        if len(countries) == 1 and written not in _ACTORS and len(written) >= LEAST_OPENING:
            spoken[written] = _Mention(written, countries.pop(), by_name=True)
    heads: _Heads = {}
    for mention in sorted(spoken.values(), key=lambda mention: (-len(mention.words), mention)):
        first = _CAPITALISED.match(mention.words)
        if first:
            heads.setdefault(first[0], []).append(mention)
    return heads
