"""Which place a figure is tied to, where more than the name beside it decides."""

from __future__ import annotations

import pytest
from reading import figures

PLACES = [
    ("The morgue has received 11 corpses from Hohoe since Monday.", ["Hohoe"]),
    ("Some 4,100 evacuees have returned to their homes from Takoradi since the river fell.", ["Takoradi"]),
    ("Some 4,100 refugees arrived from Takoradi this week.", [""]),
    ("The ministry said 90 tonnes of wheat had been received from Norway.", [""]),
    ("Ghana, a country with 34 million inhabitants, accuses Togo of arming the rebels.", ["Ghana"]),
    ("A nurse in Damongo, about 70 km away, spoke of 14 wounded.", ["Damongo", "Damongo"]),
    ("The epicentre lay 22 km north of Damongo, in a farming belt.", ["Damongo"]),
    ("The landslide at Keta has left the village of Ada marooned, with roughly 1,300 people inside it.", ["Ada"]),
    ("Fourteen people from two families were killed when shells struck the village of Damongo.", ["Damongo", "Damongo"]),
    ("Tamale bears the brunt with 1,204 cases, most of them in Sagnarigu.", ["Tamale"]),
    ("Sister Ama Mensah of the Damongo Health Centre said 22 men had died of gunshot wounds.", ["Damongo Health Centre"]),
    ("Kofi Annan, who runs the Regional Hospital in Damongo, said his wards had taken in 102 wounded.", ["Regional Hospital"]),
    ("At the National Penitentiary, 2,300 persons were held on Monday.", ["National Penitentiary"]),
    ("Seaports: Stranded at Keta are 1,240 passengers.", ["Keta"]),
    ("Some 51,000 people returned to Ghana. By crossing: Aflao, 31,900; Paga, 19,475.", ["Ghana", "Aflao", "Paga"]),
    ("Confirmed fatalities in Ghana: 9 (Volta 7, Ashanti 2).", ["Ghana", "Volta", "Ashanti"]),
    ("Over the last day 143 new cases were notified: Luanda (61), Icolo e Bengo (38).", ["", "Luanda", "Icolo e Bengo"]),
    ("The roof of Damongo Hospital was torn off and 44 patients had to be evacuated to Ada.", ["Damongo Hospital"]),
    ("The commissioner, who drew up a list of 34 missing at Damongo, spoke on the radio.", ["Damongo"]),
    ("Keta is encircled; four lorries with food parcels had to turn round.", ["Keta"]),
    ("A magnitude 6.8 earthquake that shook Ghana's northern coast has left 212 dead.", ["Ghana"]),
    ("Togo had let in 18,300 refugees by evening.", ["Togo"]),
    ("Maskan, in eastern Ghana's lagoons, has been shelled for days, and 57 people have died.", ["Maskan"]),
    ("Over the day the White Angels moved 86 people out of Keta.", ["Keta"]),
    ("Mayor Ama Owusu of Keta said 14 people were missing.", ["Keta"]),
    ("Kaduna police spokesman Musa Ali said 40 pupils had been abducted.", ["Kaduna"]),
    ("UNHCR has registered 12,400 Burkinabè refugees in Ghana's Volta Region.", ["Volta"]),
    ("Nasser Hospital said it received 12 bodies.", ["Nasser Hospital"]),
    ("Of the 31 dead, 12 died in Keta and nine in Anloga.", ["", "Keta", "Anloga"]),
    (
        "The quake, whose epicentre was 12 km east of Keta, destroyed 340 homes in the town and 900 in Ada.",
        ["Keta", "Keta", "Ada"],
    ),
    ("Twelve people died in Keta. Nationwide the toll stands at 31.", ["Keta", ""]),
    ("Thanks to CERF and Norway, $4.1 million is available.", [""]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_a_figure_is_tied_to_one_place_of_its_sentence(text: str, places: list[str]) -> None:
    found = [figure.place for figure in figures(text)]
    assert found[: len(places)] == places or found == places[: len(found)] != []
