"""Which of the places of one name is meant. Only what the text says, or a clear difference in size, decides.

The rule, for one name in one document:

1. A name with a usual meaning ("Lebanon", "Gaza") has it, unless another place of that name has its country or area beside it
   ("Lebanon, Ohio"). Of a name with two usual meanings ("Congo", "Georgia") the text must decide as of any other.
2. A country or area beside the name ("Valencia, Spain", "Bama in Borno State") leaves the places that lie in it. Where none does,
   and the text says that the name is *in* it, that much is known, and no more.
3. A country is chosen where all places of that name lie in it; else where it is the only one of theirs that the title names, or
   that the text names (or names MENTIONED_MORE times as often as the next), or that the text has nationals of, or in which the
   document's other places lie; else where its place is LARGER_SUPPORTED times as large as the next and the text speaks for its
   country, or LARGER_ALONE times and the text speaks of no country at all. A country that is named less than MAIN_SHARE times as
   often as the one named most is only mentioned, as donors are, and decides nothing here. Nor does one, unless by the title,
   whose place is overshadowed LARGER_ALONE times by a WELL_KNOWN one: a text that names the United States may still mean Paris.
4. A country that nothing in the text speaks for counts only for a place of WELL_KNOWN size, or of KNOWN_ALONE size where the text
   speaks of no country at all, and only under its main name.
5. In the country, the town is meant rather than the area of that name, unless a word says "region" or the town is small beside it
   (SEAT_SHARE); of several towns the one in an area that the document speaks of, else the one that is LARGER_IN_COUNTRY times as
   large as the next. What is still open stays open: the places' common country, and their common area where they have one.

Coordinates are those of one settlement: none for countries and areas, for a part of a place ("northern Homs") and for what is
only called after one ("Kakuma camp"); these need a country that the text speaks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from humsit.gazetteer.names import fold, words_of
from humsit.gazetteer.table import Found, Spot

MENTIONED_MORE = 3
MAIN_SHARE = 0.3
LARGER_SUPPORTED = 8
LARGER_ALONE = 20
LARGER_IN_COUNTRY = 10
WELL_KNOWN = 100_000
"""Inhabitants."""
KNOWN_ALONE = 15_000
SEAT_SHARE = 0.05
SAME_PLACE = 0.15
"""Degrees between two rows of one name and area that are one place listed twice."""


class Evidence(NamedTuple):
    """What a document says of countries: code → how often.

    `named`: by their own names; `called`: by adjectives and peoples; `title`: those of `named` that its title names; `near`:
    those in which its other places lie, and `areas` the (country, area) of these. `words`: code → words of the text that mean it.
    """

    named: Mapping[str, int] = {}
    called: Mapping[str, int] = {}
    title: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    areas: frozenset[tuple[str, str]] = frozenset()
    words: Mapping[str, str] = {}

    def speaks_for(self, country: str) -> bool:
        """Whether anything in the document does."""
        return country in self.named or country in self.called or country in self.near

    @property
    def is_silent(self) -> bool:
        """Whether the document speaks of no country."""
        return not (self.named or self.called or self.near)

    def say(self, country: str) -> str:
        """The country in the text's words, else its code."""
        return self.words.get(country, country)


class Resolution(NamedTuple):
    """Where a name is, as far as it is known, and why."""

    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    why: str = ""
    open: bool = False
    """Whether more that the document says could still decide it."""


def choose(
    name: str, found: Found, evidence: Evidence, beside: Sequence[Spot] = (), within: Sequence[Spot] = (), area: bool = False
) -> Resolution:
    """Where is the place that a document calls `name`?

    `beside`: the countries and areas that stand beside it; `within`: those of them that the text says it is in; `area`: whether a
    word says that a region is meant.
    """
    inside = [] if len(found.usual) == 1 else [spot for spot in within if len({wider.country for wider in within}) == 1]
    if not found.all:
        return inside_of(name, inside) if inside else Resolution(why=f"{name}: not in the gazetteer")
    spots, why = _with_usual_meaning(found, beside)
    if not why and inside:
        return inside_of(name, inside)
    if not why:
        spots, why = _in_one_country(spots, evidence)
    if not why:
        return Resolution(why=f"{name}: {_how_many(spots)} of that name, left open", open=True)
    if not _is_safe(name, spots, found, evidence, beside):
        why = f"{name}: {_how_many(spots)} of that name, in {spots[0].country}, but the text does not speak of it"
        return Resolution(why=why, open=True)
    left = _in_the_country(spots, evidence, area or found.area)
    return _resolved(name, left, why + _narrowed(spots, left, evidence), exact=found.whole and not area and not found.area)


def inside_of(name: str, wider: Sequence[Spot]) -> Resolution:
    """What is known of a place of which the text alone says that it is in a country or area."""
    areas = {spot.area for spot in wider if spot.kind == "area"}
    return Resolution(wider[0].country, _only(areas) or None, why=f"{name}: the text says that it is in {wider[0].name}")


def _with_usual_meaning(found: Found, beside: Sequence[Spot]) -> tuple[Sequence[Spot], str]:
    """The places that the name alone and the words beside it leave, and why where that is decided."""
    lying = [(spot, wider) for spot in found.all for wider in beside if _lies_in(spot, wider)]
    if len({spot.country for spot, _ in lying}) == 1:
        return list(dict(lying)), f"with {lying[0][1].name} beside it"
    if found.usual:
        kinds = {spot.kind for spot in found.usual}
        return found.usual, f"the usual name of {_a(kinds.pop())}" if len(found.usual) == 1 else ""
    return found.others, ""


def _a(kind: str) -> str:
    return {"area": "an area"}.get(kind, f"a {kind}")


def _lies_in(spot: Spot, wider: Spot) -> bool:
    if spot == wider or spot.country != wider.country or spot.kind == "country":
        return False
    return wider.kind == "country" or (spot.kind != "area" and spot.area == wider.area)


def _in_one_country(spots: Sequence[Spot], evidence: Evidence) -> tuple[Sequence[Spot], str]:
    """The places in the one country that is decided, and why; all of them and "" where it is open."""
    countries = {spot.country for spot in spots}
    if len(countries) == 1:
        many = f"{_how_many(spots)} of that name, all in {evidence.say(spots[0].country)}"
        return spots, many if len(spots) > 1 else "the only place of that name"
    country, why = _told(spots, countries, evidence)
    if not country:
        country, why = _much_larger(spots, evidence)
    if not country:
        return spots, ""
    return [spot for spot in spots if spot.country == country], f"{_how_many(spots)} of that name; {why}"


def _told(spots: Sequence[Spot], countries: set[str], evidence: Evidence) -> tuple[str, str]:
    """The country that the document tells, and how."""
    if country := _only(countries & evidence.title):
        return country, f"the title names {evidence.say(country)}"
    for said, how in ((evidence.named, "names"), (evidence.called, "says")):
        if countries & said.keys():
            country = _not_overshadowed(_mentioned_more(countries, said), spots)
            return country, f"the text {how} {evidence.say(country)}"
    country = _not_overshadowed(_only(countries & evidence.near), spots)
    return country, f"its other places lie in {evidence.say(country)}"


def _only(countries: Iterable[str]) -> str:
    one, *more = [*countries] or [""]
    return "" if more else one


def _mentioned_more(countries: set[str], said: Mapping[str, int]) -> str:
    least = MAIN_SHARE * max(said.values())
    times = sorted(((said[c], c) for c in countries if said.get(c, 0) >= least), reverse=True)
    if not times:
        return ""
    return times[0][1] if len(times) == 1 or times[0][0] >= MENTIONED_MORE * times[1][0] else ""


def _not_overshadowed(country: str, spots: Sequence[Spot]) -> str:
    """The country, unless its place is dwarfed by one elsewhere that everybody would think of first."""
    here = max((spot.inhabitants for spot in spots if spot.country == country), default=0)
    elsewhere = max((spot.inhabitants for spot in spots if spot.country != country), default=0)
    return "" if elsewhere >= max(WELL_KNOWN, LARGER_ALONE * here) else country


def _much_larger(spots: Sequence[Spot], evidence: Evidence) -> tuple[str, str]:
    """The country of a place that is much larger than those in other countries."""
    largest: dict[str, int] = {}
    for spot in spots:
        largest[spot.country] = max(spot.inhabitants, largest.get(spot.country, 0))
    (first, country), (second, _) = sorted(((n, c) for c, n in largest.items()), reverse=True)[:2]
    factor = LARGER_SUPPORTED if evidence.speaks_for(country) else LARGER_ALONE if evidence.is_silent else 0
    if factor and first >= WELL_KNOWN and first >= factor * second:
        return country, f"that in {evidence.say(country)} is much the largest"
    return "", ""


def _is_safe(name: str, spots: Sequence[Spot], found: Found, evidence: Evidence, beside: Sequence[Spot]) -> bool:
    """Whether the text speaks for the country, or nothing against a place that everybody knows."""
    is_beside = any(_lies_in(spot, wider) for spot in spots for wider in beside)
    if is_beside or evidence.speaks_for(spots[0].country):
        return True
    if found.usual and (found.whole or fold(name).split()[0] in words_of("direction")):
        return True  # "northern Syria" speaks for Syria; the Jordan Hospital does not for Jordan
    largest = max((spot.inhabitants for spot in spots if spot.kind == "area" or fold(spot.name) == fold(name)), default=0)
    return found.whole and largest >= (KNOWN_ALONE if evidence.is_silent else WELL_KNOWN)


def _in_the_country(spots: Sequence[Spot], evidence: Evidence, area: bool) -> Sequence[Spot]:
    """The places of one country that are left when the town is told from the area and the towns from each other."""
    towns, areas = [s for s in spots if s.latitude is not None], [s for s in spots if s.latitude is None]
    if areas and (area or not towns):
        return areas
    towns = _without_doubles(towns)
    if areas and all(town.inhabitants < SEAT_SHARE * areas[0].inhabitants for town in towns):
        return areas
    told = [town for town in towns if (town.country, town.area) in evidence.areas]
    if len(towns) > 1 and len(told) == 1:
        return told
    largest, *others = sorted(towns, key=lambda town: (-town.inhabitants, town))
    if all(largest.inhabitants >= max(1, LARGER_IN_COUNTRY * town.inhabitants) for town in others):
        return [largest]
    return towns


def _narrowed(spots: Sequence[Spot], left: Sequence[Spot], evidence: Evidence) -> str:
    if len(left) > 1 or len(spots) == 1:
        return ""
    if left[0].latitude is None:
        return "; the area" if len({spot.kind for spot in spots}) > 1 else ""
    if any(spot.latitude is None for spot in spots):
        return "; the town"
    is_near = (left[0].country, left[0].area) in evidence.areas
    return "; the one near its other places" if is_near else "; the largest there"


def _without_doubles(towns: Iterable[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for town in sorted(towns, key=lambda town: (-town.inhabitants, town)):
        if not any(_is_same(town, other) for other in kept):
            kept.append(town)
    return kept


def _is_same(one: Spot, other: Spot) -> bool:
    if one.area != other.area or None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return False
    return abs((one.latitude or 0) - (other.latitude or 0)) + abs((one.longitude or 0) - (other.longitude or 0)) <= SAME_PLACE


def _resolved(name: str, spots: Sequence[Spot], why: str, exact: bool) -> Resolution:
    area = _only({spot.area for spot in spots}) or None
    if len(spots) > 1:
        why = f"{name}: {why}; {_how_many(spots)} of that name there, left open"
        return Resolution(spots[0].country, area, why=why, open=True)
    spot = spots[0]
    where = (spot.latitude, spot.longitude) if exact else (None, None)
    return Resolution(spot.country, area, *where, why=f"{name}: {why}")


def _how_many(spots: Sequence[Spot]) -> str:
    return "one place" if len(spots) == 1 else f"{len(spots)} places"
