"""The reader against what a careful person takes from the same texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from humsit.accuracy import evaluate
from humsit.facts.find import find_facts
from humsit.gold import read_gold

GOLD = Path(__file__).parents[1] / "gold"


def test_the_seed_is_read_exactly_as_its_gold_says() -> None:
    texts = read_gold(GOLD / "seed.jsonl")
    result = evaluate(texts, {text.id: find_facts(text.document) for text in texts})
    assert result.errors == []
    assert result.found.f1 == result.record.f1 == result.conditions.f1 == 1.0
    assert set(result.fields.values()) | set(result.condition_fields.values()) == {1.0}
    assert result.counts["traps sprung"] == 0


@pytest.mark.parametrize(
    ("number", "what"),
    [("24", "a date"), ("77", "an age"), ("19", "the same distance in miles"), ("seven", "a duration"), ("first", "an ordinal")],
)
def test_the_seeds_traps_make_no_figure(number: str, what: str) -> None:
    text = read_gold(GOLD / "seed.jsonl")[0].document.text
    at = text.index(number)
    found = [
        fact for fact in find_facts(read_gold(GOLD / "seed.jsonl")[0].document) if fact.start < at + len(number) and at < fact.end
    ]
    assert not found, f"{number!r} is {what}"


@pytest.mark.parametrize(
    ("file", "first", "found", "record", "conditions", "traps"),
    [
        ("dev.jsonl", 16, 0.97, 0.95, 0.98, 3),
        ("reports.jsonl", 52, 0.92, 0.83, 0.9, 8),
        ("reports.jsonl", 182, 0.94, 0.81, 0.86, 20),
    ],
)
def test_the_texts_that_the_reader_was_made_with_stay_read(
    file: str, first: int, found: float, record: float, conditions: float, traps: int
) -> None:
    """A guard against slipping back, not a measure: these texts were read while the reader was made."""
    texts = read_gold(GOLD / file)[:first]
    result = evaluate(texts, {text.id: find_facts(text.document) for text in texts})
    assert result.found.f1 >= found
    assert result.record.f1 >= record
    assert result.conditions.f1 >= conditions
    assert result.fields["interval"] >= 0.98
    assert result.counts["traps sprung"] <= traps
