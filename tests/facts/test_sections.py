"""Places that head the sections of a report."""

from __future__ import annotations

import pytest
from reading import figures


def places(text: str) -> dict[str, str]:
    return {figure.number: figure.place for figure in figures(text) if figure.measure != "other"}


def test_a_name_before_a_bracket_heads_its_lines() -> None:
    text = "Where people arrived\n\nADAKLU WAYA (ACCRA)\n9,318 IDPs :: 2,207 families\n\nACCESS\nTrucks reached Adaklu Waya."
    assert places(text) == {"9,318": "ADAKLU WAYA", "2,207": "ADAKLU WAYA"}
    assert places("Afiadenyigba (Accra)\n9,318 IDPs") == {"9,318": "Afiadenyigba"}
    assert places("EFFECTS (ACCRA)\nDead: 31") == {"31": "ACCRA"}
    assert places("NADMOG (ACCRA)\nDead: 31") == {"31": "ACCRA"}


def test_a_name_that_nobody_knows_is_a_place_beside_headings_that_are() -> None:
    text = "ZINDER\n9,318 IDPs\n\nADAKLU WAYA\n7,402 IDPs\n\nAFIADENYIGBA\n3,655 IDPs\n\nLOGISTICS\n210 IDPs"
    assert list(places(text).values()) == ["ZINDER", "ADAKLU WAYA", "AFIADENYIGBA", ""]
    assert places("ADAKLU WAYA\n7,402 IDPs") == {"7,402": ""}
    assert places("ADAKLU WAYA\n7,402 IDPs\n\nRESPONSE\nTrucks left for Adaklu Waya.") == {"7,402": "ADAKLU WAYA"}


def test_a_numbered_section_is_about_one_place_until_the_next() -> None:
    text = (
        "II. IMPACT (VOLTA REGION)\nA. People affected\nHouseholds ...... 1,204\nB. Casualties\nDead: 31\n"
        "III. RESPONSE\nA. Shelter\n300 kits given"
    )
    assert places(text) == {"1,204": "VOLTA", "31": "VOLTA", "300": ""}


def test_a_key_figures_label_may_end_with_its_place() -> None:
    text = "SITUATION\n\n58,700\nchildren with severe wasting, Grand Nord\n\n12,300\npeople displaced, Sahel Region"
    assert places(text) == {"58,700": "Grand Nord", "12,300": "Sahel"}


@pytest.mark.parametrize(
    "text",
    [
        "FUNDING\nRequired: US$ 80 million\nAvailable: US$ 20 million\nGap: US$ 60 million",
        "FUNDING\nRequested ...... USD 40.5m\nReceived ....... USD 7.1m",
        "FUNDING\nRequested | USD 40.5m\nDisbursed | USD 7.1m",
    ],
)
def test_a_label_in_plain_english_is_no_place(text: str) -> None:
    assert set(places(text).values()) == {""}


def test_nationally_is_in_the_country_of_the_report() -> None:
    text = "CHOLERA REPORT\nGhana | Week 31\n\nNationally, 6,934 cases and 203 deaths have been recorded."
    assert places(text) == {"6,934": "Ghana", "203": "Ghana"}


def test_a_name_in_brackets_ends_the_value_of_a_row() -> None:
    text = (
        "DAILY BULLETIN: MARBURG VIRUS DISEASE (MVD)\nIn the last 24 hours\n"
        "New cases ......... 2 (Tamale)\nInjured ........... 4 (NADMO)"
    )
    assert places(text) == {"2": "Tamale", "4": ""}
