"""Places that stand above a figure."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("KEY FIGURES (Ghana)\n\n- 12 people killed", ["Ghana"]),
        ("KEY FIGURES, ZINDER\n\n- 12 people killed", ["Zinder"]),
        ("ZINDER\n\n• Gunmen killed 12 people.", ["Zinder"]),
        ("Conditions in Dikwa\n\nTwelve people died of cholera.", ["Dikwa"]),
        ("REFUGEE ARRIVALS IN TOGO BY CROSSING\n\n- 1,200 people", ["Togo"]),
        ("REFUGEE ARRIVALS IN THE LAST WEEK\n\n- 1,200 people", [""]),
        ("FUNDING\n\n• Donors gave $3 million.", [""]),
        ("KEY FIGURES, Volta Region (Source: NADMO)\n\n- 12 people killed", ["Volta"]),
        ("CASUALTIES (Source: NADMO)\n\n- 12 people killed", [""]),
        ("UPDATE NO. 4 – ANYAKO DISTRICT\n\nKEY FIGURES\n- 12 people killed", ["Anyako"]),
        ("UPDATE NO. 4 – AFFECTED DISTRICT\n\nKEY FIGURES\n- 12 people killed", [""]),
        ("Arrivals from Keta\n\nTwelve people died of cholera.", [""]),
        ("IN FIGURES – Northern Province (Source: NADMO)\n\n- 12 people killed", ["Northern Province"]),
        ("DATE\n\n• Gunmen killed 12 people.", [""]),
        ("Life in Dikwa and Bama\n\nTwelve people died of cholera.", [""]),
        ("Conditions in Dikwa\n\nTwelve people died in Bama and Gwoza.", [""]),
        ("District | Killed | Injured\nKeta | 12 | 30\nHo | 5 | 9\nTotal | 17 | 39", ["Keta", "Keta", "Ho", "Ho", "", ""]),
        ("Item | Quantity\nRelief kits | 2,180\nFamily tents | 940", ["", ""]),
    ],
)
def test_headings_rows_and_columns_name_places(text: str, places: list[str]) -> None:
    assert [figure.place.title() for figure in figures(text)] == places
