"""Places of a map: where they are drawn, how exactly, and which question tells them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from builders import document, figure

from humsit.records import Figure, JudgementKind, Measure, Standing, Unit
from humsit.situation import Situation, open_situation
from humsit.situation.areas import Exactness, areas, names_in_reports, spot_at, spot_of

DAY = dt.date(2024, 5, 2)
TOWN = {"country": "UKR", "admin1": "Donetsk", "latitude": 47.095, "longitude": 37.541}


@pytest.fixture
def situation() -> Situation:
    return open_situation("sqlite://")


def keep(situation: Situation, *figures: tuple[str, dict[str, Any]]) -> list[Figure]:
    """Each figure in a report of its own."""
    kept = []
    for number, (said, fields) in enumerate(figures):
        report = document(
            f"{said} people, says report {number}.", document_id=f"r{number}", publisher=f"P{number}", published=DAY
        )
        one = figure(said, report, published=DAY, publisher=report.publisher, **fields)
        situation.store.add(report, [one])
        kept.append(one)
    return kept


def test_a_place_is_told_from_its_lowest_to_its_highest_claim_and_never_by_a_sum(situation: Situation) -> None:
    here = {"place": "Mariupol", **TOWN}
    keep(
        situation,
        ("500", here | {"claimant": "Russia", "claimant_side": "Russia"}),
        ("9000", here | {"claimant": "Ukraine", "claimant_side": "Ukraine"}),
        ("40", here | {"claimant": "Medics", "event": "a market", "population_group": "children", "group": "children"}),
    )
    (area,) = areas(situation, Measure.KILLED)
    assert area.leading is not None
    assert (area.leading.low, area.leading.high) == (500, 9000)
    assert area.leading.question.standing is Standing.CONTESTED
    assert area.others == 1
    assert area.figures == 3
    assert area.standings == {Standing.CONTESTED: 1, Standing.SINGLE_SOURCE: 1}
    assert (area.spot and area.spot.exactness) is Exactness.TOWN


def test_what_counts_families_is_not_drawn_beside_people_but_stays_in_the_list(situation: Situation) -> None:
    keep(
        situation,
        ("300", {"place": "Kharkiv", "unit": "households"}),
        ("20", {"place": "Chernihiv"}),
    )
    drawn = {area.place: area for area in areas(situation, Measure.KILLED)}
    assert drawn["Chernihiv"].unit is Unit.PEOPLE
    assert drawn["Kharkiv"].leading is None
    assert drawn["Kharkiv"].others == 1


def test_the_largest_place_comes_first_and_what_names_no_place_last(situation: Situation) -> None:
    keep(situation, ("5", {"place": "Chernihiv"}), ("90", {"place": ""}), ("50", {"place": "Kharkiv"}))
    assert [area.place for area in areas(situation, Measure.KILLED)][:2] == ["Kharkiv", "Chernihiv"]


def test_a_place_stands_where_the_report_that_knows_it_best_says(situation: Situation) -> None:
    loose, close = keep(
        situation,
        ("5", {"place": "Mariupol", "country": "UKR", "claimant": "A"}),
        ("6", {"place": "Mariupol", "claimant": "B", **TOWN}),
    )
    assert spot_of([loose, close]) == spot_of([close])
    (area,) = areas(situation, Measure.KILLED)
    assert area.spot == spot_of([close])


def test_a_region_stands_among_its_towns_a_country_inside_it_and_the_unknown_nowhere() -> None:
    region, country = spot_at(None, None, "UKR", "Donetsk"), spot_at(None, None, "UKR", None)
    assert region is not None
    assert country is not None
    assert (region.exactness, country.exactness) == (Exactness.REGION, Exactness.COUNTRY)
    assert 36.5 < region.longitude < 39.1
    assert 22 < country.longitude < 40.3
    assert spot_at(None, None, "UKR", "No such area") == country
    assert spot_at(None, None, None, "Donetsk") is None


def test_zero_is_a_figure_and_not_unknown(situation: Situation) -> None:
    keep(situation, ("0", {"place": "Mariupol", **TOWN}))
    (area,) = areas(situation, Measure.KILLED)
    assert area.leading is not None
    assert area.leading.high == 0


def test_a_place_is_found_again_under_the_names_of_its_reports(situation: Situation) -> None:
    keep(situation, ("5", {"place": "Kyiv", "claimant": "A"}), ("6", {"place": "Kiev", "claimant": "B"}))
    situation.judge(JudgementKind.PLACE, "Kiev", "Kyiv", who="Ada", why="the same city")
    (area,) = areas(situation, Measure.KILLED)
    assert (area.place, names_in_reports(situation, area)) == ("Kyiv", ("Kiev", "Kyiv"))


def test_what_names_no_place_is_found_again_by_having_none(situation: Situation) -> None:
    keep(situation, ("5", {"place": ""}))
    (area,) = areas(situation, Measure.KILLED)
    assert area.spot is None
    assert names_in_reports(situation, area) == ("",)
