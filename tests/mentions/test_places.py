"""Which names are places, and which place a figure is tied to."""

from __future__ import annotations

import pytest
from reading import LEXICON, figures, sentence

from humsit.mentions.places import find_places, named_again


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("People fled in Keta.", ["Keta"]),
        ("People fled Keta.", ["Keta"]),
        ("The port of Keta burnt.", ["Keta"]),
        ("Fighting went on in the Volta region.", ["Volta"]),
        ("People sat in Dadaab camp.", ["Dadaab camp"]),
        ("People fled in Keta, Ho and Wa.", ["Keta", "Ho", "Wa"]),
        ("People fled in Port-au-Prince.", ["Port-au-Prince"]),
        ("Keta, a fishing town on the coast, burnt.", ["Keta"]),
        ("Upper Volta: 36,700 people fled", ["Upper Volta"]),
        ("KETA, 4 March 2026 – People fled in Ho.", ["Ho"]),
        ("People fled in Port Sudan.", ["Port Sudan"]),
        ("In Camp 12 people fled.", []),
        ("WFP fed people.", []),
        ("People fled on Monday in March.", []),
        ("He works for the Ministry of Health.", []),
        ("The Ghanaian army came.", []),
        ("In Phase 3 people fled.", []),
    ],
)
def test_a_name_in_a_places_slot_is_a_place(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(sentence(text), LEXICON)] == names


def test_a_place_named_before_is_meant_again() -> None:
    one = sentence("People fled across the region on Monday.")
    assert named_again(one, 0, len(one), LEXICON) == "region"
    other = sentence("People fled across the region of Volta.")
    assert named_again(other, 0, len(other), LEXICON) == ""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Keta, the raid killed 12 people.", ["Keta"]),
        ("The raid killed 12 people in Keta.", ["Keta"]),
        ("The raid killed 12 and wounded 30 in Keta.", ["Keta", "Keta"]),
        ("The raid killed 12 in Keta and 30 in Ho.", ["Keta", "Ho"]),
        ("Twelve people were killed in Anloga, in Volta.", ["Anloga"]),
        ("In Anloga, in Volta, 12 people were killed.", ["Anloga"]),
        ("Some 900 people fled from Keta to Ho.", ["Keta"]),
        ("The raid hit Keta (105 killed).", ["Keta"]),
        ("Keta: 105 killed", ["Keta"]),
        ("Emergency services in Keta said 12 people died.", ["Keta"]),
        ("The government in Accra said 12 people died.", [""]),
        ("Fighting went on in Keta. Twelve people died.", ["Keta"]),
        ("Fighting went on in Keta.\n\nTwelve people died.", [""]),
        ("In Keta, 12 people died, including two children.", ["Keta", "Keta"]),
        ("Twelve people died.", [""]),
    ],
)
def test_a_figure_is_tied_to_the_place_of_its_own_clause_first(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
