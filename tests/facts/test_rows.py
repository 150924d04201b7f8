"""What a number of a table is by its row: a share, some of its people, a rate."""

from __future__ import annotations

import pytest

from humsit.facts.find import find_facts
from humsit.records import Document, Figure


def read(text: str) -> list[tuple[str, str, str, str]]:
    document = Document(document_id="a", text=text)
    facts = find_facts(document, others=False)
    return [(one.number, one.measure, one.unit, one.group.lower()) for one in facts if isinstance(one, Figure)]


def test_a_share_beside_what_it_is_of() -> None:
    table = "| Camp | Refugees | Women (%) |\n|---|---|---|\n| Bredjing | 12,204 | 54 |\n| Gaga | 8,310 | 52 |"
    assert read(table)[:2] == [("12,204", "refugees", "people", "refugees"), ("54", "refugees", "percent", "women")]


@pytest.mark.parametrize("head", ["CFR", "CFR (%)", "Coverage (%)", "Attack rate", "Share of boys"])
def test_a_rate_counts_nobody(head: str) -> None:
    table = f"Deaths and cases by town\nTown     Beds     {head}\nKeta     12,204     54\nHo     8,310     52"
    assert not [one for one in read(table) if one[0] in ("54", "52")]


def test_some_of_those_whom_the_row_counts() -> None:
    table = (
        "Site          Displaced   Men    Girls\n"
        "Keta Hall        1,210     530       180\n"
        "Ho School          640     300       140"
    )
    assert read(table)[:3] == [
        ("1,210", "displaced", "people", "displaced"),
        ("530", "displaced", "people", "men"),
        ("180", "displaced", "people", "girls"),
    ]


def test_how_far_the_houses_of_a_heading_were_damaged() -> None:
    table = (
        "C. Damaged houses\nDISTRICT    TOTALLY    PARTIALLY\nKeta         2,911       18,406\nHo           1,073        9,250"
    )
    assert read(table)[:2] == [
        ("2,911", "homes_destroyed", "buildings", "houses"),
        ("18,406", "homes_damaged", "buildings", "houses"),
    ]


def test_people_below_a_head_of_camps_are_sheltered() -> None:
    table = (
        "           Households  Sites           Casualties\nRegion      displaced   No.   People      Dead  Hurt\n"
        "Keta            1,305    16    8,914         7    43\nHo                688     3    2,017         2     8"
    )
    assert read(table)[:4] == [
        ("1,305", "displaced", "households", "households"),
        ("8,914", "sheltered", "people", ""),
        ("7", "killed", "people", ""),
        ("43", "injured", "people", ""),
    ]


def test_families_of_a_row_are_households() -> None:
    listed = "A. People affected\nHouseholds ............. 1,204\nIndividuals ............ 6,310"
    assert read(listed) == [("1,204", "affected", "households", "households"), ("6,310", "affected", "people", "")]


def test_how_far_alone_says_that_houses_were_damaged() -> None:
    table = "District | Deaths | Houses (full) | Houses (partial)\nKeta | 17 | 64 | 1,120\nHo | 3 | 31 | 708"
    assert read(table)[1:3] == [
        ("64", "homes_destroyed", "buildings", "houses"),
        ("1,120", "homes_damaged", "buildings", "houses"),
    ]
