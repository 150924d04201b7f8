"""The number's own words, and what they mean."""

from __future__ import annotations

import pytest

from humsit.mentions.numbers import read_number
from humsit.vocabulary import load_vocabulary

LEXICON = load_vocabulary().lexicon


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("22", 22, 22),
        ("1,200", 1200, 1200),
        ("12 000", 12000, 12000),
        ("1.200.000", 1200000, 1200000),
        ("2,5", 2.5, 2.5),
        ("1.5 million", 1.5e6, 1.5e6),
        ("29.7m", 29.7e6, 29.7e6),
        ("15k", 15000, 15000),
        ("twenty-one", 21, 21),
        ("two hundred and fifty", 250, 250),
        ("two million three hundred thousand", 2.3e6, 2.3e6),
        ("a dozen", 12, 12),
        ("half a million", 5e5, 5e5),
        ("a quarter of a million", 2.5e5, 2.5e5),
        ("dozens", 24, 99),
        ("tens of thousands", 20000, 99999),
        ("several hundred", 200, 999),
        ("300 to 400", 300, 400),
        ("40–60", 40, 60),
        ("25,000 and 30,000", 25000, 30000),
        ("three and four thousand", 3000, 4000),
        ("3 to 3,5 million", 3e6, 3.5e6),
        ("2,35,000", 235000, 235000),
        ("61, 000", 61000, 61000),
        ("9 lakhs", 900000, 900000),
        ("3 dozens", 36, 36),
        ("hundred thousand", 1e5, 1e5),
        ("two lakh crore", 2e12, 2e12),
        ("1 lakh 20 thousand", 120000, 120000),
        ("3 hundred and 21", 321, 321),
        ("two point five million", 2.5e6, 2.5e6),
        ("one hundred point zero four", 100.04, 100.04),
        ("two and a half million", 2.5e6, 2.5e6),
        ("two-and-a-half million", 2.5e6, 2.5e6),
        ("3 million and a half", 3.5e6, 3.5e6),
        ("one billion and a quarter million", 1.00025e9, 1.00025e9),
        ("half million", 5e5, 5e5),
        ("three quarters of a million", 7.5e5, 7.5e5),
        ("1.2b", 1.2e9, 1.2e9),
        ("12\u00a0000,5", 12000.5, 12000.5),
        ("5k-20k", 5000, 20000),
        ("20 through 40", 20, 40),
        ("20~40", 20, 40),
    ],
)
def test_a_number_is_read(words: str, low: float, high: float) -> None:
    reading = read_number(words, LEXICON)
    assert reading is not None
    assert (reading.low, reading.high) == (low, high)


@pytest.mark.parametrize(
    "words",
    ["", "people", "22 people", "18:40", "at least 22", "several", "22 33", "T-72", "3 km", "three quarters", "half of them"],
)
def test_what_is_not_exactly_one_number_is_not_read(words: str) -> None:
    assert read_number(words, LEXICON) is None
