"""When: the words for the time a figure covers, and the day it is about."""

from __future__ import annotations

import datetime as dt

import pytest

from humsit.facts.find import document_sentences
from humsit.mentions.periods import find_period
from humsit.vocabulary import load_vocabulary

LEXICON = load_vocabulary().lexicon
WEDNESDAY = dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("Nine people have died since Friday.", "since Friday", dt.date(2026, 2, 27)),
        ("Nine people have died since 12 January 2025.", "since 12 January 2025", dt.date(2025, 1, 12)),
        ("Nine people have died since January.", "since January", dt.date(2026, 1, 1)),
        ("Nine people have died since the beginning of May 2024.", "since the beginning of May 2024", dt.date(2024, 5, 1)),
        ("Nine people have died since last month.", "since last month", dt.date(2026, 2, 1)),
        (
            "Nine have died since the army crossed the border on Feb. 24.",
            "since the army crossed the border on Feb. 24",
            dt.date(2026, 2, 24),
        ),
        ("Nine people have died since the rains began, he said.", "since the rains began", None),
        ("More than 300 people fled in just seven days.", "in just seven days", None),
        ("Nine people died.", "", None),
    ],
)
def test_the_time_covered(text: str, words: str, start: dt.date | None) -> None:
    period = find_period(document_sentences(text, LEXICON)[0], WEDNESDAY, LEXICON)
    assert (period.words, period.start) == (words, start)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nine people died on Monday.", dt.date(2026, 3, 2)),
        ("Nine people died on Thursday.", dt.date(2026, 2, 26)),
        ("Nine people died yesterday.", dt.date(2026, 3, 3)),
        ("Nine people died on 28 December.", dt.date(2025, 12, 28)),
        ("Nine people died.", WEDNESDAY),
    ],
)
def test_the_day_counts_from_the_day_of_publication(text: str, day: dt.date) -> None:
    assert find_period(document_sentences(text, LEXICON)[0], WEDNESDAY, LEXICON).as_of == day


def test_without_a_day_of_publication_relative_days_stay_open() -> None:
    period = find_period(document_sentences("Nine people died on Monday.", LEXICON)[0], None, LEXICON)
    assert period.as_of is None
    assert period.precision == "unknown"
