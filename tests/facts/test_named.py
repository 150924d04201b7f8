"""Who is counted where the number's own noun does not say so."""

from __future__ import annotations

import pytest
from reading import figures

GROUPS = [
    ("The union put the number of herders wounded at 45.", ["herders"]),
    ("The number of displaced children has risen to 1,200.", ["displaced children"]),
    ("The number of people killed was put at 37.", [""]),
    ("Some 18 people, all of them civilians, died in Keta.", ["civilians"]),
    ("Some 23 people, all of them asleep, were killed in Keta.", [""]),
    ("More than 2,600 homes burned down and a further 5,100 were damaged.", ["homes", "homes"]),
]


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_the_group_is_named_elsewhere_in_the_sentence(text: str, groups: list[str]) -> None:
    assert [figure.group for figure in figures(text)] == groups
