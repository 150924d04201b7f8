"""Percentages: figures where the text counts what they are a share of, else answers and rates."""

from __future__ import annotations

import pytest
from reading import figures


def shares(text: str) -> list[str]:
    return [figure.measure for figure in figures(text) if figure.unit == "percent"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Keta hosts 400 refugees. Some 52% of refugees are children.", ["refugees"]),
        ("The storm killed 40 people in Keta. Women make up 38 per cent of the dead.", ["killed"]),
        ("Of 900 people displaced, 53 per cent are women.", ["displaced"]),
        ("Seventy per cent of the huts were destroyed.", ["homes_destroyed"]),
        ("Some 9 per cent of respondents were displaced twice.", ["other"]),
        ("In Keta 900 people were displaced. Of 300 families interviewed, 9 per cent were displaced twice.", ["other"]),
        ("Some 36% of refugees face eviction.", ["other"]),
        ("About 3% of the inhabitants are herders.", ["other"]),
        ("The clinic treats 900 malnourished children (GAM 12%).", ["other"]),
    ],
)
def test_a_share_is_a_figure_where_its_total_is_counted(text: str, measures: list[str]) -> None:
    assert shares(text) == measures
