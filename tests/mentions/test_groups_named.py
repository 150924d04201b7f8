"""Who is counted, with what stands between the number and the noun."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Some 300 conflict affected households received food.", "conflict affected households"),
        ("About 300 flood affected people were given cash.", "flood affected people"),
        ("Fighting killed 40 Free Volta Army (FVA) fighters.", "Free Volta Army (FVA) fighters"),
        ("There were 85 new cases of mumps.", "new cases"),
        ("Another 40 new IDPs were registered.", "new IDPs"),
        ("There were three new deaths.", ""),
        ("The flood affected 300 families.", "families"),
    ],
)
def test_a_group_keeps_what_struck_it_and_what_is_new_of_it(text: str, group: str) -> None:
    assert [figure.group for figure in figures(text)] == [group]
