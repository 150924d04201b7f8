"""How mentions of several sentences become figures: what carries over, who is counted, labels of tables, hedges, time."""

from __future__ import annotations

import datetime as dt

import pytest
from reading import figures

from humsit.records import Figure


def by_number(text: str) -> dict[str, Figure]:
    return {figure.number: figure for figure in figures(text)}


@pytest.mark.parametrize(
    ("text", "group", "population_group", "side"),
    [
        ("The raid killed 12 civilians.", "civilians", "civilians", ""),
        ("The raid killed 12 people.", "", "unspecified", ""),
        ("The raid killed 12 women and children.", "women and children", "mixed", ""),
        ("The raid killed 12 Russian soldiers.", "Russian soldiers", "combatants", "Russia"),
        ("Ukraine said the raid killed 12 of its soldiers.", "soldiers", "combatants", "Ukraine"),
        ("The raid killed 12.", "", "unspecified", ""),
    ],
)
def test_who_is_counted(text: str, group: str, population_group: str, side: str) -> None:
    (figure,) = figures(text)
    assert (figure.group.removeprefix("its "), figure.population_group, figure.side) == (group, population_group, side)


def test_a_noun_that_is_left_out_is_the_one_before() -> None:
    found = by_number("The raid killed 64 rebels and captured 11.")
    assert (found["11"].measure, found["11"].group) == ("detained", "rebels")


def test_a_bare_number_of_a_rival_repeats_what_the_figure_before_counted() -> None:
    found = by_number("Kyiv says 900 Russian soldiers were killed. Moscow puts it at 300.")
    assert (found["300"].measure, found["300"].side, found["300"].claimant) == ("killed", "Russia", "Moscow")


def test_the_same_amount_in_another_unit() -> None:
    found = figures("Some 17,500 people, or around 3,400 households, fled.")
    assert [(one.measure, one.unit) for one in found] == [("displaced", "people"), ("displaced", "households")]


def test_parts_point_to_their_total() -> None:
    found = by_number("In Keta, 12 people died, including two children.")
    assert (found["two"].part_of, found["12"].part_of) == (found["12"].fact_id, None)


def test_numbers_of_a_table_are_read_by_its_heads() -> None:
    found = figures("Region | Killed | Homes destroyed\n--- | --- | ---\nKeta | 12 | 300\nTotal | 16 | 420")
    assert [(one.number, one.measure, one.unit, one.place) for one in found] == [
        ("12", "killed", "people", "Keta"),
        ("300", "homes_destroyed", "buildings", "Keta"),
        ("16", "killed", "people", ""),
        ("420", "homes_destroyed", "buildings", ""),
    ]


def test_a_list_is_read_by_its_heading() -> None:
    found = figures("PEOPLE KILLED\n- Keta: 12\n- Ho: 4")
    assert [(one.number, one.measure, one.place) for one in found] == [("12", "killed", "Keta"), ("4", "killed", "Ho")]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The army said 12 died. This could not be independently verified.", ["unverified"]),
        ("The army said 12 died. The rebels said 30 died. Neither figure could be verified.", ["unverified", "unverified"]),
        ("The army said 12 died. The rebels said 30 died. The latter could not be verified.", ["reported", "unverified"]),
        ("The army denied 12 had died. This could not be verified.", ["denied"]),
        ("The army said 12 died.\n\nNothing could be verified.", ["reported"]),
    ],
)
def test_a_hedge_covers_what_was_said_before_it_in_its_paragraph(text: str, stances: list[str]) -> None:
    assert [figure.stance for figure in figures(text)] == stances


def test_whoever_is_named_behind_a_quotation_has_said_all_of_it() -> None:
    found = figures("“It was bad. Twelve people died. Thirty people are hurt,” the doctor said.")
    assert [figure.claimant for figure in found] == ["the doctor", "the doctor"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Twelve people died on Monday.", dt.date(2026, 3, 2)),
        ("Twelve people died yesterday.", dt.date(2026, 3, 3)),
        ("Twelve people died on 24 February.", dt.date(2026, 2, 24)),
        ("Twelve people died on 24 December.", dt.date(2025, 12, 24)),
        ("Twelve people died on Feb. 24, 2024.", dt.date(2024, 2, 24)),
        ("Twelve people died.", dt.date(2026, 3, 4)),
        ("Twelve people have died since Feb. 24.", dt.date(2026, 3, 4)),
    ],
)
def test_the_day_that_a_figure_is_of(text: str, day: dt.date) -> None:
    assert [(figure.as_of, figure.as_of_precision) for figure in figures(text)] == [(day, "day")]


def test_without_a_day_of_publication_relative_days_stay_unknown() -> None:
    (figure,) = figures("Twelve people died on Monday.", published=None)
    assert (figure.as_of, figure.as_of_precision) == (None, "unknown")


def test_the_time_that_a_figure_covers() -> None:
    (figure,) = figures("Twelve people have died since Feb. 24.")
    assert (figure.period, figure.period_start, figure.period_end) == ("since Feb. 24", dt.date(2026, 2, 24), dt.date(2026, 3, 4))


def test_every_field_that_was_decided_says_by_which_words() -> None:
    (figure,) = figures("In Keta, at least 12 people were killed, the mayor said.")
    assert {reason.field for reason in figure.why} == {"measure", "qualifier", "claimant", "place", "country"}
    text = "In Keta, at least 12 people were killed, the mayor said."
    assert all(text[reason.start : reason.end] == reason.words for reason in figure.why if reason.start is not None)


def test_a_source_line_speaks_for_the_table_above_it() -> None:
    table = "District   Killed   Injured\nSavelugu   12       40\nYendi      7        22"
    text = f"{table}\nSource: Northern Disaster Office, 3 May\n\nNine people fled."
    found = [(fact.number, fact.place, fact.claimant) for fact in figures(text)]
    office = "Northern Disaster Office"
    assert found == [
        ("12", "Savelugu", office),
        ("40", "Savelugu", office),
        ("7", "Yendi", office),
        ("22", "Yendi", office),
        ("Nine", "", ""),
    ]


def test_the_agency_that_closes_an_article_claims_nothing() -> None:
    assert [fact.claimant for fact in figures("- 12 people killed\n\nSource: Reuters", agency="Reuters")] == [""]


def test_a_share_of_a_total_takes_the_noun_and_what_is_said() -> None:
    found = [(fact.number, fact.measure.value, fact.unit.value) for fact in figures("In Yendi 79 of 102 wells were destroyed.")]
    assert found == [("79", "facilities_damaged", "facilities"), ("102", "other", "facilities")]
