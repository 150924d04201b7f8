"""Which of several places a figure is tied to, where the text says how the one lies to the other, or only speaks of it."""

from __future__ import annotations

import pytest
from reading import figures

PLACES = [
    ("In Tema, across the harbour from Accra, gunmen shot at a wedding: six killed, 13 hurt.", ["Tema", "Tema"]),
    ("In Kpando, on the western edge of Hohoe, about 200 families have fled their houses.", ["Kpando"]),
    ("At Amedzofe, outside Ho, 41 cabins have burnt down.", ["Amedzofe"]),
    ("In Anloga, a short drive from Keta, 19 people drowned.", ["Anloga"]),
    ("In Bole, some two hours north of Wenchi, soldiers killed 14 people. They wounded 30.", ["Bole", "Bole"]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_where(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
