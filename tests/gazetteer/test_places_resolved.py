"""Where the places of a report are: what a desk would map, and what it must not."""

from __future__ import annotations

from random import Random

import pytest
from builders import document
from reading import LEXICON, conditions, denials, figures

from humsit.facts.find import find_facts
from humsit.facts.manual import figure_from_selection
from humsit.facts.placed import placed
from humsit.gazetteer import find_name
from humsit.records import AnyFact

NINE = "Nine people were killed in {}."


def where(text: str, **known: str) -> tuple[str | None, str | None, bool]:
    """(country, first-level area, whether there are coordinates) of a text's last figure."""
    figure = figures(text, **known)[-1]
    return figure.country, figure.admin1, figure.latitude is not None


def why(fact: AnyFact) -> str:
    return next(reason.rule for reason in fact.why if reason.field == "country")


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Ukraine", "UKR"),
        ("South Sudan", "SSD"),
        ("Sudan", "SDN"),
        ("Niger", "NER"),
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Syria", "SYR"),
        ("Lebanon", "LBN"),
        ("Myanmar", "MMR"),
        ("Burma", "MMR"),
        ("North Korea", "PRK"),
        ("the Democratic Republic of the Congo", "COD"),
        ("DRC", "COD"),
        ("the Central African Republic", "CAF"),
        ("Palestine", "PSE"),
        ("Viet Nam", "VNM"),
        ("Darfur", "SDN"),
    ],
)
def test_a_country_is_known_by_its_usual_names_and_has_no_coordinates(place: str, country: str) -> None:
    (meant,) = find_name(place).usual
    assert (meant.country, meant.area, meant.latitude) == (country, "", None)


@pytest.mark.parametrize(
    ("place", "country", "area"),
    [
        ("Gaza", "PSE", "Gaza Strip"),
        ("Borno State", "NGA", "Borno"),
        ("North Kivu", "COD", "North Kivu"),
        ("South Kordofan", "SDN", "South Kordofan"),
        ("Upper Nile", "SSD", "Upper Nile"),
        ("Oromia", "ETH", "Oromia"),
        ("Rakhine", "MMR", "Rakhine"),
    ],
)
def test_a_first_level_area_has_a_country_and_no_coordinates(place: str, country: str, area: str) -> None:
    assert where(f"{NINE.format(place)} {NINE.format(place)}", title=f"News of {country}") == (country, area, False)


def test_the_west_bank_is_an_area() -> None:
    (meant,) = find_name("the West Bank").usual
    assert (meant.kind, meant.country, meant.area) == ("area", "PSE", "West Bank")


def test_a_town_has_country_area_and_coordinates() -> None:
    (figure,) = figures("Nine people were killed in Mariupol, Ukraine said.")
    assert (figure.country, figure.admin1, figure.latitude, figure.longitude) == ("UKR", "Donetsk", 47.095, 37.541)
    assert why(figure) == "Mariupol: the only place of that name"


@pytest.mark.parametrize("spelling", ["Kyiv", "Kiev", "Odesa", "Odessa", "Kharkiv", "Kharkov"])
def test_spellings_of_a_town_are_one_town(spelling: str) -> None:
    known = {"Kiev": "Kyiv", "Odessa": "Odesa", "Kharkov": "Kharkiv"}.get(spelling, spelling)
    one, other = (figures(NINE.format(name), title="Ukraine: news")[0] for name in (spelling, known))
    assert one.country == "UKR"
    assert (one.admin1, one.latitude, one.longitude) == (other.admin1, other.latitude, other.longitude)


def test_the_article_and_the_accents_of_an_arab_name_do_not_matter() -> None:
    assert {find_name(name).all for name in ("Al-Hasakah", "al Hasakah", "Al-Ḥasakah", "Hasakah")} == {
        find_name("Al Hasakah").all
    }


def test_what_could_be_several_places_is_left_open_and_says_so() -> None:
    (figure,) = figures(NINE.format("San Juan"))
    assert (figure.country, figure.admin1, figure.latitude) == (None, None, None)
    assert why(figure).endswith("places of that name, left open")


@pytest.mark.parametrize(
    ("text", "known", "country"),
    [
        ("Nine people were killed in Tripoli, Lebanon. Libya denied it.", {}, "LBN"),
        ("Nine people were killed in Tripoli.", {"title": "Libya: clashes go on"}, "LBY"),
        ("Nine people were killed in Tripoli. Lebanese troops left.", {}, "LBN"),
        (
            "Nine people were killed in Tripoli. Three people were killed in Baalbek. Four people were killed in Tripoli.",
            {},
            "LBN",
        ),
        ("Nine people were killed in Tripoli.", {}, None),
        ("Nine people were killed in Tripoli. Libya and Lebanon denied it.", {}, None),
        ("Nine people were killed in Congo.", {}, None),
        ("Nine people were killed in Congo. Three people were killed in Goma. Four people were killed in Congo.", {}, "COD"),
        ("Nine people were killed in Congo.", {"title": "Republic of the Congo: floods"}, "COG"),
        ("Nine people were killed in Georgia.", {}, None),
        ("Nine people were killed in Paris. Officials in the United States spoke of a crime.", {}, None),
    ],
)
def test_only_the_text_decides_between_countries(text: str, known: dict[str, str], country: str | None) -> None:
    assert where(text, **known)[0] == country


def test_a_small_town_in_a_country_of_which_the_text_does_not_speak_is_left_open() -> None:
    (figure,) = figures("Nine people were killed in Honda. Sudan sent troops.")
    assert figure.country is None


def test_a_region_that_is_called_one_is_not_its_town() -> None:
    assert where("Nine people were killed in the Chernihiv region, Ukraine said.") == ("UKR", "Chernihiv", False)
    assert where("Nine people were killed in Chernihiv, Ukraine said.") == ("UKR", "Chernihiv", True)


def test_a_part_of_a_place_and_what_is_called_after_it_have_no_coordinates() -> None:
    assert where("Nine people were killed in Kakuma camp. Kenya sent help.") == ("KEN", "Turkana", False)


def test_what_the_gazetteer_does_not_know_is_where_the_text_says() -> None:
    assert where("Nine people were killed in Zyxwvut in South Sudan.") == ("SSD", None, False)
    assert where("Nine people were killed in Zyxwvut.") == (None, None, False)


def test_conditions_and_denials_have_a_place_in_the_world_too() -> None:
    (condition,) = conditions("Mariupol has had no water for a week. Ukraine asked for help.")
    (denial,) = denials("Russia denied that any civilians had been killed in Mariupol. Ukraine spoke of a siege.")
    assert {(fact.country, fact.admin1, fact.latitude) for fact in (condition, denial)} == {("UKR", "Donetsk", 47.095)}


def test_a_figure_that_an_analyst_adds_is_placed_too_unless_they_say_where() -> None:
    report = document("The siege went on. At Mariupol 9 graves were dug, Ukraine said.")
    start = report.text.index("9")
    added = figure_from_selection(report, start, start + 1, measure="killed", place="Mariupol")
    said = figure_from_selection(report, start, start + 1, measure="killed", place="Mariupol", country="XXX")
    assert (added.country, added.latitude, said.country, said.latitude) == ("UKR", 47.095, "XXX", None)


def test_neither_the_order_of_the_facts_nor_of_the_names_plays_a_part() -> None:
    text = "Nine people were killed in Tripoli. Ten people were killed in Baalbek. Eleven people were killed in Sidon."
    report = document(text, published=None)
    facts, names = find_facts(report), ["Tripoli", "Baalbek", "Sidon"]
    bare = [fact.model_copy(update={"country": None, "why": ()}) for fact in facts]
    expected = {fact.fact_id: fact.country for fact in placed(bare, report, names, LEXICON)}
    assert expected == {fact.fact_id: "LBN" for fact in facts}
    for seed in range(5):
        Random(seed).shuffle(bare)
        Random(seed).shuffle(names)
        assert {fact.fact_id: fact.country for fact in placed(bare, report, names, LEXICON)} == expected


HOSTILE = ["", " ", ",", "'", '"', "\0", "\n", "\ud800", "\ud800Homs", "a,1", "İ", "ß", "🏚", "Гомель", "حمص"]
LITTLE = ["al", "Al ", "the", "North", "North North", "State", "State State", "of"]
LONG = ["Homs " * 1000, "A" * 100_000, "city " * 500, "northern " * 30]


@pytest.mark.parametrize("name", [*HOSTILE, *LITTLE, *LONG], ids=lambda name: ascii(name[:12]))
def test_no_name_breaks_the_looking_up(name: str) -> None:
    assert find_name(name).all is not None


@pytest.mark.parametrize("acronym", ["NATO", "LAC", "KIS"])
def test_an_abbreviation_is_no_town(acronym: str) -> None:
    assert find_name(acronym).all == ()
