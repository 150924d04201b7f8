"""What keeps figures of several reports from joining: recounts, refuge abroad, places named again, slips, parties."""

from __future__ import annotations

import pytest
from reading import figures

RECOUNTING = [
    ("The coast guard stands by its tally of 31 sailors drowned.", "The coast guard"),
    ("The fire brigade trimmed its count of injured to 14 on Friday.", "The fire brigade"),
    ("The ministry sticks to its count of 40 missing.", "The ministry"),
    ("The river police have cut the number of injured to six.", "The river police"),
    ("The storm reduced the number of families in Keta to 40.", ""),
    ("The council's count, published last week, is 33 injured.", "The council"),
    ("The army's figure was 60 dead.", "The army"),
    ("A spokeswoman for the Goma militia, Ama Bo, told radio listeners that 14 of its men were wounded.", "the Goma militia"),
    ("A spokeswoman of the Volta Front, Abla Bo, said nine soldiers had died.", "the Volta Front"),
    ("The governor, Ann Bo, said nine people had died.", "The governor, Ann Bo"),
]


@pytest.mark.parametrize(("text", "claimant"), RECOUNTING)
def test_whoever_counts_anew_or_stands_by_a_count_claims_it(text: str, claimant: str) -> None:
    assert [figure.claimant for figure in figures(text)] == [claimant]


PLACES = [
    ("In the port of Tamale, 85 people fell ill, according to a nurse; across the province the figure is 310.", ["Tamale", ""]),
    (
        "Measles has reached Volta province. In the port of Keta, 85 people fell ill; across the province 310 people fell ill.",
        ["Keta", "Volta"],
    ),
    ("A raft broke up on the Volta river near Ho. Off Keta seven people drowned on 3 May, the river police said.", ["Keta"]),
    ("Some 30 people died in the Choluteca department.", ["Choluteca"]),
    ("In Colombia's Nariño department 12 people had died by Monday.", ["Nariño"]),
    ("The Togo Farmers' Union says 40 herders were abducted in the country this year.", ["Togo"]),
    ("Rockfalls along the Volta have cut off 2,700 people (540 families) in Keta district.", ["Keta", "Keta"]),
    ("Throughout Volta province 730 families were uprooted by the raids that started near Keta.", ["Volta"]),
    ("A commander of the Osh militia said 11 of its men were wounded. They were camping near Osh.", [""]),
    ("A clash broke out in Keta. The Volta movement said nine of its men had died.", ["Keta"]),
    ("Three people drowned in Ho. The school office in Tamale said 14 pupils were hurt in the town.", ["Ho", "Tamale"]),
    ("The regional council of Volta wants more doctors. It says 44 people fell ill in the region.", ["Volta"]),
    ("Keta's city council is cut off. Nine people died in the city, it said.", ["Keta"]),
    ("The fire chief of Keta said that five divers were hurt.", ["Keta"]),
    ("Nine people died, the mayor said; the office is provincial", [""]),
    ("Soldiers killed 31 rebels in Goma.\n\nThe rebels counted seven wounded in the same clash.", ["Goma", "Goma"]),
    ("Soldiers killed 31 rebels in Goma.\n\nThe rebels counted seven wounded in Ho in the same raid.", ["Goma", "Ho"]),
    ("Soldiers killed 31 rebels in Goma.\n\nThe rebels counted seven wounded.", ["Goma", ""]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_each_figure_is_placed_by_its_own_clause(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


REFUGE = [
    ("Some 900 families from Togo took refuge in Ghana.", [("refugees", "Ghana")]),
    ("About 70 families from the Islamic Republic of Iran sought refuge in Armenia.", [("refugees", "Armenia")]),
    ("Some 70 herders from the north of Togo have taken refuge in Ghana.", [("refugees", "Ghana")]),
    ("Some 900 people from Ho have sought refuge in Keta.", [("displaced", "Ho")]),
    ("Since May 1,300 Ghanaians have crossed into Togo. Last weekend alone 85 came.", [("refugees", "Togo")] * 2),
    ("Today some 350 Ghanaians are refugees in Togo.", [("refugees", "Togo")]),
    ("Ghana's refugee office says 900 Togolese have taken refuge in Ho.", [("refugees", "Ho")]),
    ("Ghana's relief office says 900 Ghanaians have taken refuge in Ho.", [("displaced", "Ho")]),
]


@pytest.mark.parametrize(("text", "wanted"), REFUGE)
def test_refuge_in_another_country_makes_refugees(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(figure.measure, figure.place) for figure in figures(text)] == wanted


REPLACED = [
    ("The clinic counts 34 people wounded; the 43 in its morning note was a misprint.", {"43": "34"}),
    ("The town hall said 26 homes had burned down, instead of the 62 announced on Sunday.", {"62": "26"}),
    ("The mayor said nine people had died, rather than 14 as first reported.", {"14": "nine"}),
    ("The mayor said nine people had died; the fire that hurt 14 people was a mistake of the guards.", {}),
    (
        "In Friday's paper we said that, according to the hospital, 19 people had drowned. The hospital's figure is 16 deaths.",
        {"19": "16"},
    ),
    ("The paper said that 19 people had drowned. The hospital's figure is 16 deaths.", {}),
]


@pytest.mark.parametrize(("text", "replaced"), REPLACED)
def test_a_slip_is_replaced(text: str, replaced: dict[str, str]) -> None:
    found = figures(text)
    numbers = {figure.fact_id: figure.number for figure in found}
    assert {one.number: numbers[one.replaced_by] for one in found if one.replaced_by} == replaced


MEASURES = [
    ("A doctor put the deaths among vaccinated patients at five.", ["killed"]),
    ("The hospital puts deaths among measles patients at five.", ["killed"]),
    ("A nurse has counted 41 survivors of the avalanche.", ["rescued"]),
    ("The clinic treated 98 survivors of violence.", ["assisted"]),
    ("The lorries brought 75 tonnes of flour, of which 18 tonnes were stolen.", ["aid", "aid"]),
    ("Pirates took eleven sailors hostage; none was hurt.", ["detained"]),
    ("The parties exchanged 60 hostages; the rest are well.", ["other"]),
    ("The movement said that it had lost nine men and that it held 300 soldiers.", ["killed", "detained"]),
    ("The number of evacuated inhabitants stays at 560.", ["evacuated"]),
    ("The number of evacuated residents remains 560.", ["evacuated"]),
    ("The number of hikers remains 23.", ["other"]),
    ("The number of inhabitants stays at 560.", ["population"]),
    ("The foreman denied that 25 miners were trapped. No more than seven were below, he said.", ["trapped", "trapped"]),
    ("The militia denied that it keeps 80 hostages. There are at most 20, it said.", ["detained", "detained"]),
    ("The foreman said that 25 miners were trapped. No more than seven were paid, he said.", ["trapped", "other"]),
    ("The office said 9,000 people had crossed into Togo. On Sunday about 500 came, it said.", ["refugees", "refugees"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_what_is_counted(text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in figures(text)] == measures


PARTS = [
    ("The office said 18 people died. Seven of them drowned in Keta.", ["The office", "The office"]),
    ("The office said 18 people died. Six of those were children.", ["The office", "The office"]),
    ("The office said 18 people died. The mayor said seven of them drowned in Keta.", ["The office", "The mayor"]),
    ("The office said 18 people died.\n\nSeven of them drowned in Keta.", ["The office", ""]),
    ("The office said 18 people died. Rain fell. Seven of them drowned in Keta.", ["The office", ""]),
]


@pytest.mark.parametrize(("text", "claimants"), PARTS)
def test_who_counted_all_of_them_counted_the_part(text: str, claimants: list[str]) -> None:
    assert [figure.claimant for figure in figures(text)] == claimants


def test_of_those_takes_up_the_figure_before() -> None:
    found = figures("The school houses 410 refugees. Of those, 65 were sent to Tamale.")
    assert [figure.measure for figure in found][-1] == "refugees"


DAYS = [
    ("An explosion at the same mill wounded 31 workers in 2018.", "2018-12-31"),
    ("In 2019, floods killed 40 people in Keta.", "2019-12-31"),
    ("A mudslide had killed 12 herders on that slope in February.", "2026-02-28"),
    ("The mayor said that 12 herders who had fled in February were killed.", "2026-03-04"),
    ("Nine people were killed in Ho in December.", "2025-12-31"),
    ("Nine people were killed in March.", "2026-03-04"),
    ("The mayor, elected in 2021, said 12 people had died.", "2026-03-04"),
    ("Some 900 people have died since the war began in 2022.", "2026-03-04"),
    ("The school, built in 1990, shelters 40 families.", "2026-03-04"),
    ("In Volta, 730 families are still displaced by the raids that started near Keta on 8 January.", "2026-03-04"),
    ("The raid that broke out on 2 March killed 40 people.", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_time_of_a_figure_is_not_that_of_another_event(text: str, day: str) -> None:
    assert [str(figure.as_of) for figure in figures(text)] == [day]


def test_where_a_part_is_the_next_total_need_not_be() -> None:
    found = figures(
        "The mayor said 750 refugees from Togo had reached Ghana. Of those, 120 were taken to Keta camp. "
        "A nun put the number of newcomers at 810."
    )
    assert [figure.place for figure in found] == ["Ghana", "Keta camp", "Ghana"]


def test_what_people_were_made_is_no_part_of_their_name() -> None:
    assert [figure.group for figure in figures("Pirates took eleven sailors hostage on Friday.")] == ["sailors"]
