"""What a count of homes, schools or bridges measures: by deed, by part, by degree, by label."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[tuple[str, str]]:
    return [(figure.number, figure.measure) for figure in figures(text) if figure.measure != "other"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # whoever loses a part keeps the house
        ("The gale tore the roofs off 31 houses.", "homes_damaged"),
        ("The fire gutted the kitchens of four flats.", "homes_damaged"),
        ("The blast blew out the windows of nine schools.", "facilities_damaged"),
        ("The walls of 40 homes were cracked.", "homes_damaged"),
        ("Engineers found 12 homes with cracked walls.", "homes_damaged"),
        ("Some 36 houses lost roofs or windows.", "homes_damaged"),
        ("Some 36 houses had their windows blown out.", "homes_damaged"),
        ("The hail destroyed 210 roofs.", "homes_damaged"),
        # degrees
        ("Totally damaged houses: 900", "homes_destroyed"),
        ("Some 900 houses were partially destroyed.", "homes_damaged"),
        # tents are homes where they burn
        ("The fire consumed 60 tents.", "homes_destroyed"),
        # phrases around their object, an insertion, adjectives
        ("The fire reduced 300 huts, mostly of reeds, to ashes.", "homes_destroyed"),
        ("The wave knocked 12 homes off their foundations.", "homes_damaged"),
        ("Some 29 schools sustained heavy structural damage.", "facilities_damaged"),
        ("The quake left 14 homes unsafe.", "homes_damaged"),
        ("The flood tore up 48 km of road.", "facilities_damaged"),
        # labels
        ("Homes reduced to rubble: 1,600", "homes_destroyed"),
        ("Destroyed by fire: 805 homes.", "homes_destroyed"),
    ],
)
def test_damage_is_read_by_deed_part_and_degree(text: str, measure: str) -> None:
    assert [one for _, one in read(text)] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "The agency repaired the roofs of 31 houses.",
        "Some 12 homes with tiled floors were sold.",
        "Crews hauled off 90 tonnes of debris.",
        "The town has 48 km of road.",
    ],
)
def test_what_looks_like_damage_is_none(text: str) -> None:
    assert [one for _, one in read(text) if one.startswith(("homes", "facil", "aid"))] == []


def test_a_number_without_noun_counts_what_its_label_or_the_number_before_it_does() -> None:
    assert read("Schools: 12 damaged, 4 destroyed.") == [("12", "facilities_damaged"), ("4", "facilities_damaged")]
    assert read("Looters stripped nine clinics and burned two of them.")[-1] == ("two", "facilities_damaged")
    assert read("Of the city's 11 bakeries, only two work; the other nine were bombed.") == [("nine", "facilities_damaged")]


def test_of_a_total_only_the_part_is_damaged() -> None:
    assert read("Of the hamlet's 64 houses, 59 lie in ruins.") == [("59", "homes_destroyed")]
    assert read("At least 23 of the city's 36 hospitals are out of service.") == [("23", "facilities_damaged")]


def test_a_line_is_read_with_the_heading_above_it() -> None:
    text = "DAMAGED HOUSES\nTotally: 2,874\nPartially: 19,640\n\nDAMAGE\na. Houses: 663 totally, 871 partially\nb. Schools: 341"
    assert read(text) == [
        ("2,874", "homes_destroyed"),
        ("19,640", "homes_damaged"),
        ("663", "homes_destroyed"),
        ("871", "homes_damaged"),
        ("341", "facilities_damaged"),
    ]


@pytest.mark.parametrize(
    "money", ["Rs50 million", "Rs. 50 million", "NOK 250 million", "1.2 billion tenge", "€20 million", "5 million SEK"]
)
def test_money_of_any_currency_is_money(money: str) -> None:
    (figure,) = figures(f"The ministry released {money}.")
    assert (figure.measure, figure.unit, figure.group) == ("funding", "other", "")


def test_the_mark_of_a_footnote_is_no_word() -> None:
    assert read("61,400 people newly displaced¹ | 27 civilians killed²")[-1] == ("27", "killed")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # who is given something
        ("The charity handed 900 widows a goat each.", "assisted"),
        ("The charity gave 900 people food.", "assisted"),
        ("Medics gave oxygen to 19 residents.", "assisted"),
        ("Caseworkers visited 2,760 refugees.", "assisted"),
        ("Some 1,340 children with severe wasting were treated.", "assisted"),
        # what they lack
        ("By June, 1.1 million people could slide into famine.", "in_need"),
        ("Some 900 households cannot afford enough food.", "in_need"),
        ("The clinic reported nine cases of acute malnutrition.", "in_need"),
        ("Power supply has been interrupted to 4,100 customers in Keta.", "affected"),
        ("Some 61,400 households in Keta remain de-energised.", "affected"),
        # what is no aid, no funding, nobody's
        ("Customs officers seized 40 tonnes of sugar.", "other"),
        ("Farmers harvested 900 tonnes of maize.", "other"),
        ("A goat sells for $900.", "other"),
        ("Some 34 cows drowned.", "other"),
        ("Aid reached nine parishes.", "other"),
        # labels
        ("640,000 | of whom in Phase 3", "in_need"),
        ("US$ 70 million | still needed until May", "funding"),
    ],
)
def test_what_is_given_lacked_or_neither(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


def test_a_number_behind_a_label_counts_what_the_label_names() -> None:
    (figure,) = figures("Schools with structural damage: 96")
    assert (figure.measure, figure.unit, figure.group) == ("facilities_damaged", "facilities", "Schools")


def test_whoever_is_only_registered_keeps_the_noun_that_says_more() -> None:
    assert read("The agency registered 400 refugees.") == [("400", "refugees")]
