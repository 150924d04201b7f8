"""Who speaks for figures by the layout of a report."""

from __future__ import annotations

import pytest
from reading import figures

LAYOUTS = [
    ("CASUALTIES, as reported by regional health offices\n- Dead: 29\n- Injured: 212", {"29": "regional health offices"}),
    ("Damage recorded by the Ministry of Works (14 October):\n- Bridges destroyed: 96", {"96": "the Ministry of Works"}),
    ("B. AFFECTED POPULATION (Source: NDMO)\nA total of 48,212 families were affected.", {"48,212": "NDMO"}),
    ("Casualties (Ministry of Health)\nKilled: 19\nInjured: 40", {"19": "Ministry of Health", "40": "Ministry of Health"}),
    ("Five people were killed in Gao (police). Eleven others are missing.", {"Five": "police", "Eleven": ""}),
    (
        "KEY FIGURES\n61,400 people displaced¹ | 27 civilians killed²\n¹ IOM DTM, 18 May. ² Provincial police.",
        {"61,400": "IOM DTM", "27": "Provincial police"},
    ),
    ("POLICE SAY\nKilled: 19", {"19": "POLICE"}),
    ("Shells kill nine at Tamale market, mayor says\n\nAt least 14 were wounded.", {"nine": "mayor", "14": ""}),
    ("KEY FIGURES (South Sudan)\n61,400 people displaced", {"61,400": ""}),
    ("Data from the Ministry of Health, read cases / deaths:\nHo – 387 / 28\nKeta – 91 / 5", {"387": "the Ministry of Health"}),
    (
        "The Fire Service gives the following picture.\n\n(i) Ho: 13 killed, 4 hurt\n(ii) Keta: 6 killed",
        {"6": "The Fire Service"},
    ),
    ("DAMAGE BY COUNCIL (VOLTA)\nHouses destroyed: 41\n\nThe Volta is in flood.", {"41": ""}),
    ("Damage (MoWR, provisional)\n- 41 houses swept away", {"41": "MoWR"}),
    ("Losses of life (district total; yesterday's in brackets)\nKilled: 41", {"41": ""}),
    ("TOLL (all of Ghana)\nKilled: 41", {"41": ""}),
    ("Response\n- 12 people were treated.\n\nLosses\nDead .... 6\nHurt .... 9\nSource: NDMO, 3 May", {"12": "", "9": "NDMO"}),
]


@pytest.mark.parametrize(("text", "claimants"), LAYOUTS)
def test_headings_brackets_and_footnotes_name_the_claimant(text: str, claimants: dict[str, str]) -> None:
    read = {figure.number: figure.claimant for figure in figures(text)}
    assert {number: read[number] for number in claimants} == claimants


def test_whoever_gives_does_not_claim() -> None:
    [pledged, promised] = figures("Germany pledged $60 million and the Emirates promised 12,000 tonnes of flour.")
    assert (pledged.claimant, promised.claimant) == ("", "")
    [announced] = figures("The president announced that $40 million had been set aside for flour.")
    assert announced.claimant == "The president"


def test_an_agency_that_cites_somebody_is_led_back_to_him() -> None:
    text = (
        "Twelve sailors drowned off Keta, the Volta Press agency writes, citing the harbour master. "
        "A second wreck injured 31, the agency said."
    )
    assert [figure.claimant for figure in figures(text)] == ["the harbour master", "the harbour master"]


def test_a_speaker_told_of_in_a_clause_still_speaks() -> None:
    [figure] = figures("The brigade that runs the port denied on Friday that 26 dockers had died.")
    assert (figure.claimant, figure.stance) == ("The brigade", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "RESPONSE\nRed Cross: 520 families in Keta received tarpaulins.",
        "WHAT HAS GONE OUT\n- 1,460 tarpaulins and 730 tool kits to Ho (UNICEF)",
        "MONEY\nCERF: USD 2.6 million.",
    ],
)
def test_who_gives_is_no_claimant(text: str) -> None:
    assert {figure.claimant for figure in figures(text) if figure.measure != "other"} == {""}
