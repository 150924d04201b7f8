"""The gazetteer's table: the CSV files of `data/gazetteer/`, which `build.py` makes.

The files are unpacked once, when the first name is looked up; a name is then found by bisection, so that nothing is parsed that
nobody asked for. Source: GeoNames (CC BY 4.0), see `data/gazetteer/README.md`.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from humsit import home
from humsit.gazetteer.names import fold, ways
from humsit.records import HumsitError

PLACES, NAMES, USUAL = "places.csv.gz", "names.csv.gz", "usual.csv"
LONGEST_ACRONYM = 5
"""Names in capitals that are no longer than this are no towns (NATO, LAC), but may be countries (DRC)."""
REMEMBERED = 50_000
"""Names whose places are kept at hand; a server runs for months, and reports never stop naming new ones."""


class Spot(NamedTuple):
    """One place of the table.

    `kind`: country, area (first-level), region (wider or looser than an area: only its country is known), capital or city.
    `country`: ISO 3166 alpha-3. `area`: the first-level area that it lies in or is; "" where none is known. Degrees of WGS 84, of
    settlements only. `inhabitants`: of today; of an area and a country the sum of its listed settlements; 0 where unknown.
    """

    name: str
    kind: str
    country: str
    area: str
    latitude: float | None
    longitude: float | None
    inhabitants: int


class Found(NamedTuple):
    """What a name can mean; `area` and `whole` as in `names.Sought`.

    `usual`: what it means as a rule, where it has a usual meaning (a country's name, "Gaza"); `others`: what else is called so.
    """

    usual: tuple[Spot, ...] = ()
    others: tuple[Spot, ...] = ()
    area: bool = False
    whole: bool = True

    @property
    def all(self) -> tuple[Spot, ...]:
        """Every place of that name."""
        return self.usual + self.others

    @property
    def is_clear(self) -> bool:
        """Whether it has one usual meaning, and nothing else is called so."""
        return len(self.usual) == 1 and not self.others

    @property
    def in_one_country(self) -> bool:
        """Whether all places of that name lie in one country."""
        return len({spot.country for spot in self.all}) == 1


NOTHING = Found()


class Gazetteer:
    """The table, ready to be asked."""

    def __init__(self, folder: Path) -> None:
        self._places, self._names = _rows(folder / PLACES), _rows(folder / NAMES)
        lines = csv.reader(line.decode() for line in _rows(folder / USUAL))
        self.usual = {words: self._spots(numbers) for words, numbers in lines}
        """Names that as a rule mean a country, an area or a region, as they are written."""
        self._usual = {fold(words): spots for words, spots in self.usual.items()}

    def find(self, name: str) -> Found:
        """What can a name mean? The name as it is written, else without its little words; NOTHING where the table has neither."""
        is_acronym = name.isupper() and len(name) <= LONGEST_ACRONYM
        for key, area, whole in ways(name):
            usual, others = self._usual.get(key, ()), () if is_acronym else self._spots(self._line(key))
            if usual or others:
                return Found(usual, others, area, whole)
        return NOTHING

    def _line(self, key: str) -> str:
        begin = f"{key},".encode()
        at = bisect_left(self._names, begin)
        found = at < len(self._names) and self._names[at].startswith(begin)
        return self._names[at][len(begin) :].decode() if found else ""

    def _spots(self, numbers: str) -> tuple[Spot, ...]:
        rows = csv.reader(self._places[int(number)].decode() for number in numbers.split())
        return tuple(_spot(row) for row in rows)


def _spot(row: list[str]) -> Spot:
    name, kind, country, area, latitude, longitude, inhabitants = row
    north, east = (float(latitude), float(longitude)) if latitude else (None, None)
    return Spot(name, kind, country, area, north, east, int(inhabitants))


def unpacked(path: Path) -> bytes:
    """What a file of the table holds."""
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def packed(path: Path, content: bytes) -> bytes:
    """How a file of the table holds it."""
    return gzip.compress(content, 9, mtime=0) if path.suffix == ".gz" else content


def _rows(path: Path) -> list[bytes]:
    """The rows of a file, without its head. HumsitError where it cannot be read."""
    try:
        return unpacked(path).splitlines()[1:]
    except (OSError, EOFError) as reason:
        raise HumsitError(f"The gazetteer's table {path} cannot be read ({reason}): install humsit again.") from reason


@lru_cache(1)
def load_gazetteer() -> Gazetteer:
    """The table that came with humsit, unpacked on first use (some hundredths of a second)."""
    return Gazetteer(home.gazetteer_folder())


@lru_cache(REMEMBERED)
def find_name(name: str) -> Found:
    """What can a name mean, in the table that came with humsit?"""
    return load_gazetteer().find(name)


def table_version() -> str:
    """Names the table's content: a hash of its files."""
    digest = hashlib.blake2b(digest_size=8)
    for file in (PLACES, NAMES, USUAL):
        digest.update((home.gazetteer_folder() / file).read_bytes())
    return digest.hexdigest()
