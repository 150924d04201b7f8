"""Whom or what the heads of a table, and the heading of a list, say that a bare number counts."""

from __future__ import annotations

import pytest

from humsit.facts.find import find_facts
from humsit.records import Document, Figure


def _groups(text: str) -> dict[str, str]:
    document = Document(document_id="a", text=text)
    return {fact.number: fact.group for fact in find_facts(document) if isinstance(fact, Figure)}


def test_a_column_says_what_its_numbers_count() -> None:
    groups = _groups(
        "District | Houses destroyed | Health posts damaged | Rice (MT) | Hygiene kits | Deaths\n"
        "Salima | 1,204 | 12 | 210 | 1,800 | 33\n"
        "Dedza | 344 | 5 | 80 | 640 | 9\n"
    )
    assert [groups[number] for number in ("1,204", "12", "80", "640", "33")] == [
        "Houses",
        "Health posts",
        "Rice",
        "Hygiene kits",
        "",
    ]


def test_a_row_says_it_where_the_column_only_says_how_much() -> None:
    groups = _groups("RELIEF DISTRIBUTED\nItem | Quantity\nKitchen sets | 2,300\nBlankets | 9,100\n")
    assert groups == {"2,300": "Kitchen sets", "9,100": "Blankets"}


@pytest.mark.parametrize("heading", ["DAMAGED DWELLINGS", "III. DAMAGED DWELLINGS", "Dwellings damaged (Civil Defence)"])
def test_a_heading_says_it_of_the_lines_below(heading: str) -> None:
    groups = _groups(f"{heading}\nTotally: 1,204\nPartially: 5,090\n")
    assert {name.lower() for name in groups.values()} == {"dwellings"}


def test_a_place_at_the_head_of_a_row_is_not_counted() -> None:
    assert set(_groups("District | Killed | Injured\nSalima | 14 | 33\nDedza | 9 | 21\n").values()) == {""}


def test_what_was_given_and_where_share_a_label() -> None:
    listed = "DISTRIBUTIONS\nPlastic sheets, Anyako .... 1,150\nDignity kits, Aflao ...... 480 (approx.)"
    facts = find_facts(Document(document_id="a", text=listed), others=False)
    found = [(one.number, one.group, one.place, one.qualifier) for one in facts if isinstance(one, Figure)]
    assert found == [("1,150", "Plastic sheets", "Anyako", "exact"), ("480", "Dignity kits", "Aflao", "approximately")]
