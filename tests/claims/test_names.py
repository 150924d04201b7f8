"""Names led back to one; every row of the lists is shown at work by its own example."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import humsit.claims.names as names
from humsit.claims.names import claimant_words, counted_name, event_kinds, place_name, same_claimant, side_words

LISTS = Path(names.__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine's Health Ministry", "the Ukrainian ministry of health"),
        ("the Health Ministry", "health officials"),
        ("the ministry", "Paraguay's Health Ministry"),
        ("ministry spokesman Ulan Isakov", "the ministry"),
        ("a spokesman for the army", "the army"),
        ("governor Viacheslav Chaus", "Chaus"),
        ("the United Nations", "UN"),
        ("the U.N.", "UN"),
        ("UNHCR", "the UN refugee agency"),
        ("Médecins Sans Frontières", "MSF"),
        ("the Kremlin", "Russia"),
        ("Russia", "the Russian government"),
        ("Mayor Carolina Troncoso", "the mayor's office"),
        ("the Hellenic Coast Guard", "the coast guard"),
        ("the Ghanaian Army", "the army"),
    ],
)
def test_one_claimant(one: str, other: str) -> None:
    assert same_claimant(claimant_words(one), claimant_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "Ukraine"),
        ("Ukraine", "Ukraine's Health Ministry"),
        ("the Health Ministry", "the Interior Ministry"),
        ("the UN", "UNHCR"),
        ("Niger", "Nigeria"),
        ("the mayor", "the fire brigade"),
        ("the army", "the Keta Liberation Army"),
        ("the military", "the Anlo Army"),
        ("", ""),
    ],
)
def test_two_claimants(one: str, other: str) -> None:
    assert not same_claimant(claimant_words(one), claimant_words(other))


@pytest.mark.parametrize("row", rows("claimants"), ids=lambda row: row["words"])
def test_claimants_list(row: dict[str, str]) -> None:
    one, other = row["example"].split(" = ")
    assert claimant_words(one) == claimant_words(other)


@pytest.mark.parametrize("row", rows("bodies"), ids=lambda row: row["words"])
def test_bodies_list(row: dict[str, str]) -> None:
    one, other = row["example"].split(" = ")
    assert same_claimant(claimant_words(one), claimant_words(other))


@pytest.mark.parametrize("row", rows("demonyms"), ids=lambda row: row["words"])
def test_demonyms_list(row: dict[str, str]) -> None:
    assert side_words(row["words"]) == side_words(row["means"])


@pytest.mark.parametrize("row", rows("counted"), ids=lambda row: row["words"])
def test_counted_list(row: dict[str, str]) -> None:
    assert row["words"] in names.fold(row["example"]).split()
    assert counted_name(row["words"]) == row["means"]


@pytest.mark.parametrize("row", rows("events"), ids=lambda row: row["words"])
def test_events_list(row: dict[str, str]) -> None:
    assert row["means"] in event_kinds(row["words"])


@pytest.mark.parametrize("name", ["claimants", "bodies", "demonyms", "counted", "events"])
def test_no_word_stands_in_a_list_twice(name: str) -> None:
    words = [names.fold(row["words"]) for row in rows(name)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("place", "name"),
    [("the city of Kosti", "kosti"), ("Kosti", "kosti"), ("Zaatari camp", "zaatari camp"), ("Keta commune", "keta"), ("", "")],
)
def test_place_name(place: str, name: str) -> None:
    assert place_name(place) == name
