"""Who those are whom the text has counted, by a lead that says so."""

from __future__ import annotations

import pytest
from reading import figures


def read(text: str) -> list[tuple[str, str, str, str]]:
    return [(one.number, one.measure, one.unit, one.group) for one in figures(text) if one.measure != "other"]


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Profile: 54 per cent women, 46 per cent men.", [("54", "percent", "women"), ("46", "percent", "men")]),
        ("Sex and age: 2,100 boys, 3,300 girls.", [("2,100", "people", "boys"), ("3,300", "people", "girls")]),
        (
            "Specific needs: 40 pregnant women; 95 elderly people.",
            [("40", "people", "pregnant women"), ("95", "people", "elderly people")],
        ),
        ("Vulnerabilities on arrival: [a] 61 unaccompanied children.", [("61", "people", "unaccompanied children")]),
    ],
)
def test_a_profile_is_of_those_counted_before(lead: str, found: list[tuple[str, str, str]]) -> None:
    text = f"Some 12,400 people were displaced in Keta.\n\n{lead}"
    assert read(text)[1:] == [(number, "displaced", unit, group) for number, unit, group in found]


def test_a_profile_of_nobody_counted_is_none() -> None:
    assert read("Profile: 54 per cent women, 46 per cent men.") == []
    assert ("400", "displaced", "other", "tents") not in read("Some 12,400 people fled Keta.\n\nProfile of needs: 400 tents.")
