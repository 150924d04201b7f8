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
    ("It acknowledged 17 dead and 28 hurt, all of them members of the Civil Guard.", ["members of the Civil Guard"] * 2),
    ("They killed nine members of the self-defence brigades.", ["members of the self-defence brigades"]),
    ("Raids have uprooted 43,000 people, 67 per cent of whom are children.", ["", "children"]),
    ("Some 12,300 new arrivals were registered in Aflao.", ["new arrivals"]),
    ("They found 12 unidentified bodies in Keta.", [""]),
    ("Some 640 residents were evacuated on Saturday; 590 had returned by Monday.", ["residents", "residents"]),
    ("Police said 17 miners had died, but elders put the number at 30.", ["miners", "miners"]),
    ("More than 2,600 homes burned down and a further 5,100 were damaged.", ["homes", "homes"]),
]


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_the_group_is_named_elsewhere_in_the_sentence(text: str, groups: list[str]) -> None:
    assert [figure.group for figure in figures(text)] == groups
