"""Words beside a measure that change it."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("More than 1,100 children have been killed or maimed since March.", "other"),
        ("Some 30 farmers were wounded or killed by mines.", "other"),
        ("Shells killed or wounded at least nine herders.", "other"),
        ("Over 700 people died or went missing at sea.", "other"),
        ("Two people were killed and injured survivors were taken away.", "killed"),
        ("Some 3,300 people fled to the neighbouring villages of Ada and Ho.", "displaced"),
        ("Some 40 families took refuge in neighbouring districts.", "displaced"),
        ("Some 3,300 people fled to neighbouring Togo.", "refugees"),
    ],
)
def test_killed_or_hurt_is_neither_and_next_door_is_no_border(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]
