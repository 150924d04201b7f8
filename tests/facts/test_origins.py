"""Where people left from, where the wounded were brought, and whose office counted."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("About 7,300 people (1,460 households) were displaced from Keta.", ["Keta", "Keta"]),
        ("On Friday 612 people from 178 families were moved out of Keta to a school.", ["Keta", "Keta"]),
        ("On Friday 46 people, including seven children, were evacuated from Keta to Ho.", ["Keta", "Keta"]),
        ("Some 300 people were evacuated to Ho and 40 people were evacuated from Keta.", ["Ho", "Keta"]),
        ("A bomb went off in Keta. Twelve people were wounded and taken to hospital in Ho.", ["Keta"]),
        ("Twelve people were wounded and taken to hospital in Ho.", ["Ho"]),
        ("Keta came under fire. Rescuers took 14 wounded, three of them nurses, to Ho.", ["Keta", "Keta"]),
        ("Eight women were taken away from Keta.", ["Keta"]),
        ("Eight women from Keta were arrested in Ho.", ["Ho"]),
        ("Some 2,470 people deserted Keta.", ["Keta"]),
        ("The agency raised its death count for Volta to 29 from 17 after teams reached Keta.", ["Volta", "Volta"]),
        ("About 700 refugees live in villages of Keta department.", ["Keta"]),
        ("Nine people died in Keta. Twelve were treated at Ho hospital. The toll is now 27.", ["Keta", "Ho hospital", "Keta"]),
        ("Some 4,500 people were evacuated, 900 of them from Keta.", ["", "Keta"]),
        ("Around 900 families - an estimated 4,500 people - have fled Keta and Ho.", ["", ""]),
        ("The storm killed 14 people across Volta and injured 86 people before it weakened over Keta.", ["Volta", "Volta"]),
    ],
)
def test_people_are_where_they_left_and_where_they_were_hurt(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Keta's district engineering office said 112 houses were destroyed.", ["Keta"]),
        ("Keta's district engineering office said 112 houses were destroyed in Anloga.", ["Anloga"]),
        ("The chairman's office said 12 people were killed.", [""]),
        ("Russia's defence ministry said it had killed 310 soldiers.", [""]),
        ("Rebels have kept Keta blockaded. At least 38 people have died outside the town.", ["Keta"]),
        ("Anyako Regional Hospital in Keta treated 38 people for burns.", ["Anyako Regional Hospital"]),
        ("The agency needs $12 million for Ghana. Donors have given $3 million.", ["Ghana", "Ghana"]),
        ("The agency gave $3 million for Keta. The national plan needs $12 million.", ["Keta", ""]),
        ("Keta came under attack on Monday. Twelve people died.", ["Keta"]),
        ("Keta came under criticism on Monday. Twelve people died.", [""]),
        (
            "Ho Regional Hospital received 12 wounded and Keta Municipal Hospital nine.",
            ["Ho Regional Hospital", "Keta Municipal Hospital"],
        ),
        ("Nine people died in Northern Province.", ["Northern Province"]),
        ("The charity runs Anyako camp near Keta, where 6,800 people live.", ["Anyako camp"]),
    ],
)
def test_offices_towns_and_sites_are_known_by_what_is_said_of_them(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
