"""Who goes on telling in a sentence that names nobody."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The ministry has released its count. Twelve people died in Keta.", "The ministry"),
        ("The relief agency, KRA, has just held its briefing. Twelve people are confirmed dead.", "The relief agency, KRA"),
        ("The health zone published its bulletin at noon. A total of 12 cases have been recorded.", "The health zone"),
        ("The mayor, who led the search party, disagreed. His men had buried 12, he said.", "The mayor"),
        ("The roads are cut, the Red Cross says. It treated 12 wounded people on Sunday.", "the Red Cross"),
        ("The mayor said the bridge was gone. He has since fled; 12 people were killed in Keta.", ""),
        ("The mayor said the bridge was gone. Twelve people were killed in Keta.", ""),
        ("The ministry has released its count.\n\nIn Keta 12 people died.", ""),
    ],
)
def test_whoever_gives_out_a_count_goes_on_telling(text: str, claimant: str) -> None:
    """Up to the end of the paragraph; a mere speaker only where a pronoun leads back."""
    assert [one.claimant for one in figures(text)] == [claimant]
