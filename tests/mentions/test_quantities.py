"""Numbers that count, how the words around them limit them, and numbers that count nothing."""

from __future__ import annotations

import pytest
from reading import LEXICON, figures, sentence

from humsit.mentions.quantities import Quantity, find_quantities


def quantities(text: str) -> list[Quantity]:
    return find_quantities(sentence(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("A blast hurt 31 people.", "exact", 31, 31),
        ("At least 31 people were hurt.", "at_least", 31, 31),
        ("At least another 31 people were hurt.", "at_least", 31, 31),
        ("More than a dozen people were hurt.", "more_than", 12, 12),
        ("Up to 4,500 people fled.", "at_most", 4500, 4500),
        ("Fewer than 60 beds are left.", "less_than", 60, 60),
        ("Nearly 2.5 million people fled.", "nearly", 2.5e6, 2.5e6),
        ("Some 700 families fled.", "approximately", 700, 700),
        ("Between 1,200 and 1,500 people fled.", "range", 1200, 1500),
        ("From 30 to 40 tents burnt.", "exact", 30, 30),
        ("About 30–40 tents burnt.", "range", 30, 40),
        ("Dozens of people fled.", "vague", 24, 99),
        ("More than dozens fled.", "more_than", 24, 99),
        ("About hundreds fled.", "vague", 200, 999),
        ("There were 15,000+ people.", "more_than", 15000, 15000),
        ("There were 31 people or more.", "exact", 31, 31),
        ("There were 31 or more.", "at_least", 31, 31),
        ("There were about 31 or more.", "at_least", 31, 31),
        ("There were 31, or more than 40.", "exact", 31, 31),
        ("At one point seven people fled.", "exact", 1, 1),
        ("Some 12 million and a half of them fled.", "approximately", 12e6, 12e6),
    ],
)
def test_a_number_is_limited_by_the_words_around_it(text: str, qualifier: str, low: float, high: float) -> None:
    first = quantities(text)[0]
    assert (first.qualifier, first.reading.low, first.reading.high) == (qualifier, low, high)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It cost $3 million.", ["usd"]),
        ("It cost US$3 million.", ["usd"]),
        ("It cost USD 3 million.", ["usd"]),
        ("It cost A$3 million.", ["other"]),
        ("It cost €3 million.", ["other"]),
        ("It fell by 12%.", ["percent"]),
        ("It fell by 12 per cent.", ["percent"]),
        ("It gave $3 million (2.8 million euros).", ["usd"]),
        ("Some 410 homes (53%) burnt.", [""]),
        ("It is 30 km (19 miles) away.", [""]),
    ],
)
def test_a_sign_says_the_unit_and_the_same_amount_is_counted_once(text: str, units: list[str]) -> None:
    assert [quantity.unit for quantity in quantities(text)] == units


@pytest.mark.parametrize(
    "text",
    [
        "It began on 3 May.",
        "It began on May 3, 2024.",
        "It began on the 3rd of May.",
        "In 2023 it began.",
        "It lasted from 2019 to 2023.",
        "It began at 18:40.",
        "The 1990s were hard.",
        "The 34th brigade came.",
        "A 12-member team came.",
        "It flew a Mi-8 there.",
        "Abena Owusu, 27, was there.",
        "A 77-year-old woman was there.",
        "A woman aged 77 was there.",
        "Boys between 15 and 17 years old were there.",
        "It took two long weeks.",
        "It is 40 hours' drive away.",
        "Resolution 2254 was passed.",
        "It is on page 40.",
        "No one came.",
        "One of its officials came.",
        "Call +249 91 234 5678.",
        "They won 3-1.",
        "It is one in three.",
        "Two thirds of the town fled.",
        "It was won by a 3 to 1 margin.",
        "They recall the 2011 raid.",
        "In the 90’s it was calm.",
        "Annex 2b was added.",
        "A girl of perhaps six was there.",
        "The volunteer, 31, was there.",
        "Police held the brothers, 19 and 24, there.",
        "Cousins aged four, seven and 11 were there.",
        "Boys of nine or ten were there.",
        "The youngest of whom was just three.",
        "My uncle is 80.",
        "Half of them, all under 18, were there.",
        "Those 60 and older were there.",
        "Most are younger than 16.",
        "It rose beyond the age of 12.",
        "It is three out of every ten.",
        "It is nine out of ten.",
        "It is 40 in a hundred.",
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert [text[q.i :] for q in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("On 3 May 12 people came.", ["12"]),
        ("In 2023 some 2,023 people came.", ["2,023"]),
        ("Kofi and two of them came.", ["two"]),
        ("One of them came.", ["One"]),
        ("The only one person came.", ["one"]),
        ("Some 40-odd people came.", ["40"]),
        ("Every day 30 days' food and 12 people came.", ["12"]),
        ("A crew of 12 came.", ["12"]),
        ("The mayor, 12 guards and three drivers came.", ["12", "three"]),
        ("A man came with his sons, four cousins and a nurse.", ["four"]),
        ("Five of 12 nurses came.", ["Five", "12"]),
    ],
)
def test_a_count_beside_such_a_number_is_one(text: str, numbers: list[str]) -> None:
    one = sentence(text)
    assert [one.say(q.i, q.j) for q in find_quantities(one, LEXICON)] == numbers


def test_digits_of_other_kinds_are_read_without_failing() -> None:
    assert quantities("It began on May ² and again in ²²²², with ٣ people.") is not None


@pytest.mark.parametrize(
    "text",
    [
        "The tents collapsed [1].",
        "The team has (1) trained; and (2) rested.",
        "The rain has fallen since six this morning.",
        "Gangs hold eight streets out of ten.",
        "The bridge at Km 31 is gone.",
        "The tests fell in weeks 03-04.",
        "They were members of one family.",
        "There was less in the previous one.",
        "One of them said so.",
        "A girl of eleven ran ahead.",
        "It rose between weeks 1 and 6.",
        "The area is in IPC 3 and 4.",
        "It is said elsewhere (Owusu)39 too.",
    ],
)
def test_numbers_that_point_count_nothing(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["In that village 12 were killed.", "The toll stood at 12 this morning.", "Cases: Ho (12)."])
def test_numbers_that_only_look_like_pointers_count(text: str) -> None:
    assert [one.reading.value for one in quantities(text)] == [12]


def test_a_number_in_figures_behind_its_words_is_the_same() -> None:
    found = quantities("Three (03) homes burnt down, twelve (12) people died and nine (8 women) were hurt.")
    assert [one.reading.value for one in found] == [3, 12, 9, 8]


def test_what_is_handed_over_is_exact() -> None:
    text = "The society handed over 1,280 mattresses in Keta. Over 300 people died."
    assert [figure.qualifier for figure in figures(text)] == ["exact", "more_than"]
