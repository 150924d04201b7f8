"""Numbers behind a row of names count what the label before the row, or one of them, says."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll stood at Ho 105, Keta 52, Kpando 19 and Hohoe eight.", ["killed"] * 4),
        ("She gave the breakdown of the dead as Ho, 28; Keta, nine; and Kpando, six.", ["killed"] * 3),
        ("Arrests so far: Ho, 40; Keta, 12; Kpando, seven.", ["detained"] * 3),
        ("The injured are in Ho (31), Keta (12) and Hohoe (nine).", ["injured"] * 3),
        ("Ho leads with 5,118 infections. Keta follows (2,907), then Kpando (1,240).", ["infected"] * 3),
        ("Among the dead: Kofi Mensah, 28; Ama Owusu, nine; and Kwame Boateng, six.", []),
    ],
)
def test_a_row_of_names_is_counted_by_its_label(text: str, expected: list[str]) -> None:
    assert [figure.measure for figure in figures(text) if figure.measure != "other"] == expected
