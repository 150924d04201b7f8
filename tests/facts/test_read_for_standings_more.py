"""What keeps figures of several reports from joining: recounts, refuge abroad, places named again, slips, parties."""

from __future__ import annotations

import pytest
from reading import figures

RECOUNTING = [
    ("The army stood by its figure of 85 rebel fighters killed.", "The army"),
    ("The fire brigade trimmed its count of injured to 14 on Friday.", "The fire brigade"),
    ("The ministry sticks to its count of 40 missing.", "The ministry"),
    ("The Carabineros lowered the number of missing to eight.", "The Carabineros"),
    ("The storm reduced the number of families in Keta to 40.", ""),
    ("The ministry's figure, given on Sunday, is 12 deaths.", "The ministry"),
    ("The army's figure was 60 dead.", "The army"),
    ("A spokesman for the Keta militia, Ama Bo, said 20 of its fighters had died.", "the Keta militia"),
    ("A spokeswoman of the Volta Front, Abla Bo, said nine soldiers had died.", "the Volta Front"),
    ("The governor, Ann Bo, said nine people had died.", "The governor, Ann Bo"),
]


@pytest.mark.parametrize(("text", "claimant"), RECOUNTING)
def test_whoever_counts_anew_or_stands_by_a_count_claims_it(text: str, claimant: str) -> None:
    assert [figure.claimant for figure in figures(text)] == [claimant]


PLACES = [
    ("In the city of Keta, 640 people died, according to the mayor; across the state the number is 2,600.", ["Keta", ""]),
    ("Floods hit Volta state. In the city of Keta, 64 people died; across the state 260 people died.", ["Keta", "Volta"]),
    ("A boat sank on the Volta river near Ho. On 3 May, 22 people died off Keta, according to the river police.", ["Keta"]),
    ("Some 30 people died in the Artibonite department.", ["Artibonite"]),
    ("By Monday 12 people had died in Haiti's Artibonite department.", ["Artibonite"]),
    ("The South Sudan Forum said 19 nurses had been killed in the country since January.", ["South Sudan"]),
    ("Floods along the Volta have displaced 18,340 people (3,056 households) in Keta district.", ["Keta", "Keta"]),
    ("Within Volta prefecture 460 people are displaced by the fighting that began around Keta.", ["Volta"]),
    ("A spokesman for the Fano militia said 20 of its fighters had died. They were near Fano.", [""]),
    ("A clash broke out in Keta. The Volta movement said nine of its men had died.", ["Keta"]),
    ("Nine died in Ho. The health office in Keta said 33 cases had been recorded in the city.", ["Ho", "Keta"]),
    ("The provincial government of Volta asked for tents. Nine people died in the province, it said.", ["Volta"]),
    ("Keta's city council is cut off. Nine people died in the city, it said.", ["Keta"]),
    ("The harbour master of Keta said 14 fishermen were missing.", ["Keta"]),
    ("Nine people died, the mayor said; the office is provincial", [""]),
    ("The army killed 85 rebels in Keta.\n\nThe rebels said 20 men had died in the same battle.", ["Keta", "Keta"]),
    ("The army killed 85 rebels in Keta.\n\nThe rebels said 20 men had died in Ho in the same attack.", ["Keta", "Ho"]),
    ("The army killed 85 rebels in Keta.\n\nThe rebels said 20 men had died.", ["Keta", ""]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_each_figure_is_placed_by_its_own_clause(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


REFUGE = [
    ("Some 900 families from Togo took refuge in Ghana.", [("refugees", "Ghana")]),
    ("Some 900 people from the Democratic Republic of the Congo have sought refuge in Burundi.", [("refugees", "Burundi")]),
    ("Some 900 people from Ho have sought refuge in Keta.", [("displaced", "Ho")]),
    ("Some 900 Ghanaians have crossed into Togo. On Monday alone, 50 arrived.", [("refugees", "Togo")] * 2),
    ("Some 900 people are now refugees in Togo.", [("refugees", "Togo")]),
    ("Ghana's refugee office says 900 Togolese have taken refuge in Ho.", [("refugees", "Ho")]),
    ("Ghana's relief office says 900 Ghanaians have taken refuge in Ho.", [("displaced", "Ho")]),
]


@pytest.mark.parametrize(("text", "wanted"), REFUGE)
def test_refuge_in_another_country_makes_refugees(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(figure.measure, figure.place) for figure in figures(text)] == wanted


REPLACED = [
    ("The office reports 21 people killed; the 81 in its bulletin was a typing error.", {"81": "21"}),
    ("The ministry said 71 soldiers had died, instead of the 75 given on Sunday.", {"75": "71"}),
    ("The mayor said nine people had died, rather than 14 as first announced.", {"14": "nine"}),
    ("The mayor said nine people had died; the fire that hurt 14 people was a mistake of the guards.", {}),
    ("On Monday we wrote that, according to the ministry, 21 people had died. The ministry's figure is 12 deaths.", {"21": "12"}),
    ("The paper wrote that 21 people had died. The ministry's figure is 12 deaths.", {}),
]


@pytest.mark.parametrize(("text", "replaced"), REPLACED)
def test_a_slip_is_replaced(text: str, replaced: dict[str, str]) -> None:
    found = figures(text)
    numbers = {figure.fact_id: figure.number for figure in found}
    assert {one.number: numbers[one.replaced_by] for one in found if one.replaced_by} == replaced


MEASURES = [
    ("The ministry put the deaths among confirmed cases at 12.", ["killed"]),
    ("The ministry put deaths among confirmed cases at 12.", ["killed"]),
    ("The branch has registered 98 survivors of the shipwreck.", ["rescued"]),
    ("The clinic treated 98 survivors of violence.", ["assisted"]),
    ("The barges carried 620 tonnes of rice, of which 240 tonnes were looted.", ["aid", "aid"]),
    ("Inmates had taken six guards hostage; all were freed.", ["detained"]),
    ("The parties exchanged 60 hostages; the rest are well.", ["other"]),
    ("The movement said that it had lost nine men and that it held 300 soldiers.", ["killed", "detained"]),
    ("The number of evacuated residents is unchanged at 1,240.", ["evacuated"]),
    ("The number of residents is unchanged at 1,240.", ["population"]),
    ("The owner denied that 40 workers had been trapped. Only 18 were inside, he said.", ["trapped", "trapped"]),
    ("The movement denied that it holds 900 prisoners. There are fewer than 300, it said.", ["detained", "detained"]),
    ("The owner said that 40 workers had been trapped. Only 18 were angry, he said.", ["trapped", "other"]),
    ("The office said 9,000 people had crossed into Togo. On Sunday about 500 came, it said.", ["refugees", "refugees"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_what_is_counted(text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in figures(text)] == measures


PARTS = [
    ("The office said 18 people died. Four of them died in Keta.", ["The office", "The office"]),
    ("The office said 18 people died. Six of those were children.", ["The office", "The office"]),
    ("The office said 18 people died. The mayor said four of them died in Keta.", ["The office", "The mayor"]),
    ("The office said 18 people died.\n\nFour of them died in Keta.", ["The office", ""]),
    ("The office said 18 people died. Rain fell. Four of them died in Keta.", ["The office", ""]),
]


@pytest.mark.parametrize(("text", "claimants"), PARTS)
def test_who_counted_all_of_them_counted_the_part(text: str, claimants: list[str]) -> None:
    assert [figure.claimant for figure in figures(text)] == claimants


def test_of_those_takes_up_the_figure_before() -> None:
    found = figures("The camp holds 3,000 refugees. Of those, 900 have been moved to Keta.")
    assert [figure.measure for figure in found][-1] == "refugees"


DAYS = [
    ("A collapse in the same street killed nine people in 2023.", "2023-12-31"),
    ("In 2019, floods killed 40 people in Keta.", "2019-12-31"),
    ("The storm had killed 33 people in the same region in January.", "2026-01-31"),
    ("Nine people were killed in Ho in December.", "2025-12-31"),
    ("Nine people were killed in March.", "2026-03-04"),
    ("The mayor, elected in 2021, said 12 people had died.", "2026-03-04"),
    ("Some 900 people have died since the war began in 2022.", "2026-03-04"),
    ("The school, built in 1990, shelters 40 families.", "2026-03-04"),
    ("In Volta, 460 people are displaced by the fighting that began around Keta on 20 December.", "2026-03-04"),
    ("The raid that broke out on 2 March killed 40 people.", "2026-03-02"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_time_of_a_figure_is_not_that_of_another_event(text: str, day: str) -> None:
    assert [str(figure.as_of) for figure in figures(text)] == [day]


def test_where_a_part_is_the_next_total_need_not_be() -> None:
    found = figures(
        "The office said 3,000 refugees from Togo had come into Ghana. Of those, 900 have been moved to Keta camp. "
        "The mayor put the number of arrivals at 3,400."
    )
    assert [figure.place for figure in found] == ["Ghana", "Keta camp", "Ghana"]


def test_what_people_were_made_is_no_part_of_their_name() -> None:
    assert [figure.group for figure in figures("Inmates took six guards hostage on Monday.")] == ["guards"]
