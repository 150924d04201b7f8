"""The never-add guard: which sums are given, and in which words the others are refused."""

from __future__ import annotations

import pytest
from builders import claimed

from humsit.claims import Refusal, Total, total
from humsit.records import Figure

SOLDIERS = {"place": "", "side": "Russia", "population_group": "combatants"}
WHOLE = claimed("22")

REFUSED: list[tuple[str, list[Figure], str]] = [
    ("nothing", [], "There is nothing to add."),
    (
        "rival claims",
        [claimed("nearly 500", "Russia", **SOLDIERS), claimed("nearly 9000", "Ukraine", **SOLDIERS)],
        "nearly 500 (Russia) and nearly 9,000 (Ukraine) answer the same question: rival claims are never added.",
    ),
    (
        "successive totals",
        [claimed("14", day=7, series="cumulative"), claimed("19", report="b", day=8, series="cumulative")],
        "14, 19 are successive or repeated figures of Health Ministry for one question.",
    ),
    (
        "one figure said twice",
        [claimed("18"), claimed("18", report="b")],
        "18, 18 are successive or repeated figures of Health Ministry for one question.",
    ),
    (
        "a flow and a running total",
        [claimed("960", series="flow"), claimed("39360", series="cumulative")],
        "960 is a flow and 39,360 a running total, which may already hold it.",
    ),
    (
        "a flow and a stock",
        [claimed("960", series="flow"), claimed("39360", series="stock", place="Rabak")],
        "960 is a flow and 39,360 a stock, which may already hold it.",
    ),
    ("a part and its total", [WHOLE, claimed("3", part_of=WHOLE.fact_id, place="Kosti")], "3 is a part of 22."),
    (
        "persons and households",
        [claimed("18200"), claimed("4150", unit="households")],
        "Households and people are not counted in the same unit.",
    ),
    (
        "killed and injured",
        [claimed("18"), claimed("44", measure="injured")],
        "Injured and killed are different measures.",
    ),
    (
        "a place inside an area",
        [claimed("240", place="Nacimiento", admin1="Biobío"), claimed("1900", place="Biobío")],
        "Nacimiento lies in Biobío, whose figure may already hold it.",
    ),
    (
        "a place inside its country",
        [claimed("240", place="Nacimiento", country="CL"), claimed("1900", place="Chile", country="CL")],
        "Nacimiento lies in Chile, whose figure may already hold it.",
    ),
    (
        "no place and a place",
        [claimed("240", place="Nacimiento"), claimed("1900", place="")],
        "1,900 names no place and may hold 240 of Nacimiento.",
    ),
    (
        "children among the people",
        [claimed("6", population_group="children", group="children"), claimed("44")],
        "6 children may be among 44.",
    ),
    (
        "two periods that overlap",
        [
            claimed("70", series="flow", period_start="2025-01-01", period_end="2025-01-10"),
            claimed("50", series="flow", period_start="2025-01-08", period_end="2025-01-17"),
        ],
        "70 and 50 cover overlapping times.",
    ),
    (
        "percentages",
        [claimed("53", unit="percent"), claimed("20", unit="percent", place="Rabak")],
        "Percentages of different wholes are not added.",
    ),
    ("a denied figure", [claimed("30", "the army", stance="denied")], "the army denies 30: a denied figure is not added."),
]


@pytest.mark.parametrize(("figures", "reason"), [pytest.param(figures, reason, id=name) for name, figures, reason in REFUSED])
def test_refused(figures: list[Figure], reason: str) -> None:
    answer = total(figures)
    assert isinstance(answer, Refusal)
    assert answer.reason == reason
    assert answer == total(reversed(figures))


def test_two_places_are_added_bound_by_bound() -> None:
    answer = total([claimed("22"), claimed("300 to 400", place="Rabak")])
    assert isinstance(answer, Total)
    assert (answer.low, answer.high, answer.words) == (322, 422, "322 to 422")


def test_an_open_end_stays_open() -> None:
    answer = total([claimed("22"), claimed("at least 9", place="Rabak")])
    assert isinstance(answer, Total)
    assert (answer.low, answer.high, answer.words) == (31, None, "at least 31")


def test_daily_figures_of_two_days_may_be_added() -> None:
    answer = total([claimed("1150", day=17, series="flow"), claimed("960", report="b", day=18, series="flow")])
    assert isinstance(answer, Total)
    assert answer.words == "2,110"


def test_civilians_and_soldiers_may_be_added() -> None:
    answer = total([claimed("26", population_group="civilians"), claimed("9", population_group="combatants")])
    assert isinstance(answer, Total)
    assert answer.low == 35
