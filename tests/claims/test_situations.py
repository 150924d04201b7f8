"""Whole situations, as a careful reader would take them from several reports: which figures are one question, and how it stands.

The reports themselves stand in tests/gold/standings.jsonl, where reading and comparing are measured together; here a miss is a
miss of comparing alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from builders import claimed

from humsit.claims import compare
from humsit.records import Figure

Said = tuple[str, str, str, dict[str, Any]]
"""report, what it says, who claims it, what else is known."""


@dataclass(frozen=True)
class Situation:
    name: str
    shared: dict[str, Any]
    said: dict[str, Said]
    questions: list[tuple[str, str, str]]
    """figures by their keys, standing, superseded ones"""


def fighters(side: str, **more: Any) -> dict[str, Any]:
    return {"population_group": "combatants", "side": side, **more}


def armed(name: str) -> dict[str, Any]:
    return {"claimant_type": "armed_group", "claimant_side": name}


BAKERY = "A drone struck a bakery queue in Kosti on Sunday, killing nine people and wounding 22, the ministry said."
CIVILIANS = {"population_group": "civilians", "group": "civilians"}

SITUATIONS = [
    Situation(
        "two armed groups",
        {"place": "Puerto Rondón", "published": "2024-09-17"},
        {
            "19": ("a", "19", "ELN", fighters("28th Front", group="fighters of the 28th Front") | armed("ELN")),
            "5": ("a", "5", "28th Front", fighters("28th Front", stance="admitted") | armed("28th Front")),
            "3": ("a", "3", "ELN", fighters("ELN", stance="admitted") | armed("ELN")),
            "24": ("a", "24", "28th Front", fighters("ELN", stance="claimed") | armed("28th Front")),
            "24 again": ("b", "24", "28th Front", fighters("ELN", published="2024-09-18") | armed("28th Front")),
            "11": ("a", "11", "ELN", fighters("28th Front", measure="detained") | armed("ELN")),
            "11 too": ("b", "11", "28th Front", fighters("28th Front", measure="detained") | armed("28th Front")),
        },
        [("19, 5", "contested", ""), ("3, 24, 24 again", "contested", ""), ("11, 11 too", "corroborated", "")],
    ),
    Situation(
        "a market fire",
        {"place": "Moundou", "published": "2025-02-21"},
        {
            "18": ("a", "18", "the mayor's office", {"agency": "Sahara Press"}),
            "Eighteen": ("b", "18", "the town's mayor's office", {}),
            "7": ("c", "at least 7", "", {"publisher": "Chad Red Cross", "place": "Moundou"}),
            "44": ("a", "44", "the mayor's office", {"measure": "injured"}),
            "44 too": ("b", "44", "the agency", {"measure": "injured"}),
            "6": ("a", "6", "the mayor's office", {"measure": "injured", "population_group": "children", "group": "children"}),
        },
        [("18, Eighteen, 7", "divergent", ""), ("6", "single_source", "")],
    ),
    Situation(
        "a landslide, its toll raised, then corrected",
        {"place": "Kichi-Alay"},
        {
            "6": (
                "a",
                "6",
                "the Emergency Situations Ministry",
                {
                    "as_of": "2024-04-22",
                    "published": "2024-04-23",
                    "quote": "A landslide that broke loose on Monday night has killed six people, the ministry said on Tuesday.",
                },
            ),
            "15": (
                "b",
                "15",
                "the Emergency Situations Ministry",
                {
                    "as_of": "2024-04-24",
                    "published": "2024-04-24",
                    "quote": "The number of people killed in the landslide rose to 15 on Wednesday.",
                },
            ),
            "13": (
                "c",
                "13",
                "Kyrgyzstan's Emergency Situations Ministry",
                {
                    "as_of": "2024-04-26",
                    "published": "2024-04-26",
                    "quote": "The ministry on Friday corrected its count of the dead to 13.",
                },
            ),
            "15 old": (
                "c",
                "15",
                "ministry spokesman Ulan Isakov",
                {
                    "as_of": "2024-04-24",
                    "published": "2024-04-26",
                    "quote": "Two of the 15 deaths reported on Wednesday had been entered twice.",
                },
            ),
            "14 missing": ("a", "14", "the Emergency Situations Ministry", {"measure": "missing", "as_of": "2024-04-23"}),
            "9 missing": ("b", "9", "it", {"measure": "missing", "as_of": "2024-04-24"}),
        },
        [("6, 15, 13, 15 old", "single_source", "6, 15, 15 old")],
    ),
    Situation(
        "government against UN",
        {"place": "Botou", "measure": "displaced"},
        {
            "6,200": ("a", "6200", "Burkina Faso's government", {"as_of": "2025-06-11", "claimant_type": "government"}),
            "15,800": ("b", "15800", "The UN and its partners", {"as_of": "2025-06-13", "claimant_type": "un"}),
            "denied": ("d", "15800", "Government spokesman Issa Ouédraogo", {"as_of": "2025-06-16", "stance": "denied"}),
            "2,400": ("d", "2400", "Government spokesman Issa Ouédraogo", {"measure": "returned"}),
            "14": ("a", "14", "Burkina Faso's government", {"measure": "killed", "claimant_type": "government"} | CIVILIANS),
            "19": ("b", "19", "The UN human rights office", {"measure": "killed", "claimant_type": "un"} | CIVILIANS),
        },
        [("6,200, 15,800, denied", "contested", ""), ("2,400", "single_source", ""), ("14, 19", "divergent", "")],
    ),
    Situation(
        "a denial that says the number again",
        {"place": "Rada", "published": "2025-05-07"},
        {
            "26": ("a", "26", "health ministry of the Houthi authorities", {**CIVILIANS, "as_of": "2025-05-04"}),
            "no 26": ("a", "26", "the coalition", {**CIVILIANS, "stance": "denied", "as_of": "2025-05-06"}),
            "25": ("a", "25", "a surgeon at the public hospital", {**CIVILIANS, "as_of": "2025-05-07"}),
            "nine": ("a", "9", "its spokesman, Brigadier Khalid al-Amri", fighters("Houthi", group="Houthi fighters")),
            "31": ("a", "31", "a surgeon at the public hospital", {**CIVILIANS, "measure": "injured"}),
        },
        [("26, no 26, 25", "contested", ""), ("nine", "single_source", ""), ("31", "single_source", "")],
    ),
    Situation(
        "a town against its region",
        {"measure": "homes_destroyed", "unit": "buildings", "group": "homes", "place": "Nacimiento"},
        {
            "620": ("a", "620", "Mayor Carolina Troncoso", {"published": "2025-02-03"}),
            "600": ("a", "600", "The volunteer fire brigade", {"published": "2025-02-03"}),
            "240": ("b", "240", "The Interior Ministry", {"published": "2025-02-04"}),
            "1,900": ("b", "1900", "The Interior Ministry", {"published": "2025-02-04", "place": "Biobío"}),
            "26,000": (
                "b",
                "26000",
                "National Statistics Institute",
                {"measure": "population", "unit": "people", "group": "inhabitants"},
            ),
            "27,000": ("b", "about 27000", "its town hall", {"measure": "population", "unit": "people", "group": ""}),
        },
        [("620, 600, 240", "contested", ""), ("1,900", "single_source", ""), ("26,000, 27,000", "corroborated", "")],
    ),
    Situation(
        "shelters: people, families, money",
        {"place": "Kurigram", "measure": "sheltered", "published": "2025-08-03"},
        {
            "range": ("a", "17000 to 19000", "The district administration of Kurigram", {}),
            "18,200": ("b", "about 18200", "", {"publisher": "Bangladesh Red Crescent Society"}),
            "4,000": ("a", "about 4000", "The district administration of Kurigram", {"unit": "households", "group": "families"}),
            "4,150": (
                "b",
                "4150",
                "",
                {"unit": "households", "group": "families", "publisher": "Bangladesh Red Crescent Society"},
            ),
            "3.2": ("b", "3200000", "The Society", {"measure": "funding", "unit": "usd"}),
            "1.1": ("b", "1100000", "The Society", {"measure": "funding", "unit": "usd"}),
        },
        [("range, 18,200", "corroborated", ""), ("4,000, 4,150", "corroborated", ""), ("3.2", "single_source", "")],
    ),
    Situation(
        "an epidemic: daily cases and totals",
        {"measure": "infected", "place": "Paraguay", "group": "cases of dengue"},
        {
            "38,400": ("a", "38400", "the ministry", {"period_start": "2025-01-01", "as_of": "2025-03-18", "group": "cases"}),
            "39,360": (
                "b",
                "39360",
                "Health officials in Asunción",
                {"period_start": "2025-01-01", "as_of": "2025-03-19", "group": "cases"},
            ),
            "40,000": (
                "c",
                "about 40000",
                "PAHO's own surveillance network",
                {"period_start": "2025-01-01", "as_of": "2025-03-20"},
            ),
            "1,150": ("a", "1150", "Paraguay's Health Ministry", {"series": "flow", "as_of": "2025-03-18"}),
            "960": ("b", "960", "Health officials in Asunción", {"series": "flow", "as_of": "2025-03-19"}),
            "41": ("a", "41", "the ministry", {"measure": "killed", "group": "", "as_of": "2025-03-18"}),
            "44": (
                "b",
                "44",
                "The ministry's spokeswoman, Liz Benítez",
                {"measure": "killed", "group": "", "as_of": "2025-03-19"},
            ),
        },
        [("38,400, 39,360, 40,000", "corroborated", "38,400"), ("1,150", "single_source", ""), ("41, 44", "single_source", "41")],
    ),
    Situation(
        "a shipwreck, and an old count printed later",
        {"place": "Leros", "measure": "missing", "published": "2024-10-08"},
        {
            "14": ("a", "14", "the Hellenic Coast Guard", {"measure": "killed", "as_of": "2024-10-07"}),
            "19": ("a", "19", "The coast guard", {"measure": "killed", "as_of": "2024-10-08"}),
            "14 old": ("c", "14", "the coast guard", {"measure": "killed", "as_of": "2024-10-07", "published": "2024-12-15"}),
            "30": ("a", "30", "The coast guard", {"as_of": "2024-10-08"}),
            "40": ("b", "up to 40", "UNHCR", {}),
            "26": ("a", "26", "it", {"measure": "rescued"}),
        },
        [("14, 19, 14 old", "single_source", "14, 14 old"), ("30, 40", "corroborated", ""), ("26", "single_source", "")],
    ),
    Situation(
        "two strikes on one city",
        {"place": "Kosti"},
        {
            "nine": (
                "a",
                "9",
                "the health ministry of White Nile state",
                {
                    "as_of": "2025-01-12",
                    "published": "2025-01-13",
                    "quote": BAKERY,
                },
            ),
            "22": (
                "a",
                "22",
                "the health ministry of White Nile state",
                {
                    "measure": "injured",
                    "as_of": "2025-01-12",
                    "published": "2025-01-13",
                    "quote": BAKERY,
                },
            ),
            "38": (
                "b",
                "38",
                "the state's health ministry",
                {
                    "as_of": "2025-01-15",
                    "published": "2025-01-16",
                    "quote": "Drones struck Kosti again on Wednesday, this time at the river port, and killed 38 people.",
                },
            ),
            "22 too": (
                "b",
                "22",
                "the state's health ministry",
                {
                    "measure": "injured",
                    "as_of": "2025-01-16",
                    "published": "2025-01-16",
                    "quote": "It gave the number of wounded as 22.",
                },
            ),
            "dozens": (
                "c",
                "dozens",
                "",
                {
                    "as_of": "2025-01-15",
                    "published": "2025-01-16",
                    "publisher": "Emergency Advocates",
                    "quote": "We condemn Wednesday's drone attack on the river port, in which dozens were killed.",
                },
            ),
        },
        [
            ("nine", "single_source", ""),
            ("38, dozens", "corroborated", ""),
            ("22", "single_source", ""),
            ("22 too", "single_source", ""),
        ],
    ),
]


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.name)
def test_situation(situation: Situation) -> None:
    figures = {
        key: claimed(words, claimant, report, **situation.shared | fields)
        for key, (report, words, claimant, fields) in situation.said.items()
    }
    standings = compare(figures.values()).standings
    for names, state, old in situation.questions:
        asked = _figures(figures, names)
        told = [standings[figure.fact_id] for figure in asked]
        assert len({standing.question_id for standing in told}) == 1, (names, [s.standing_reason for s in told])
        assert {standing.standing for standing in told} == {state}, (names, told[0].standing_reason)
        assert {figure.fact_id for figure in asked if standings[figure.fact_id].superseded} == {
            figure.fact_id for figure in _figures(figures, old)
        }
    ids = [standings[_figures(figures, names)[0].fact_id].question_id for names, _, _ in situation.questions]
    assert len(ids) == len(set(ids)), "two questions were joined"


def _figures(figures: dict[str, Figure], names: str) -> list[Figure]:
    """The figures named in "19, 5"; a comma within a number is no comma between names."""
    return [figure for key, figure in figures.items() if f", {key}," in f", {names},"]
