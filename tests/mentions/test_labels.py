"""What the heads of a table's columns say of the numbers below them."""

from __future__ import annotations

import pytest

from humsit.mentions.labels import is_rest, is_total, named_in, read_label
from humsit.vocabulary import load_vocabulary

LEXICON = load_vocabulary().lexicon


@pytest.mark.parametrize(
    ("head", "measure", "unit"),
    [
        ("HHs in ECs", "sheltered", "households"),
        ("Families in evac. centres", "sheltered", "households"),
        ("Inside evacuation centers", "sheltered", ""),
        ("No. of persons in camps", "sheltered", ""),
        ("Outside ECs", "displaced", ""),
        ("Displaced people in camps", "displaced", "people"),
        ("Displaced (HH)", "displaced", "households"),
        ("Affected fam.", "affected", "households"),
        ("Inj.", "injured", ""),
        ("Part. damaged houses", "homes_damaged", "buildings"),
    ],
)
def test_the_head_of_a_column_says_a_measure(head: str, measure: str, unit: str) -> None:
    label = read_label(head, LEXICON)
    assert label is not None
    assert (label.measure, label.thing.unit if label.thing else "") == (measure, unit)


@pytest.mark.parametrize("head", ["Sites opened", "Children in schools", "Sites in camps", "ECs"])
def test_the_head_of_a_column_of_things_says_none(head: str) -> None:
    thing = named_in(head, LEXICON)
    assert read_label(head, LEXICON) is None
    assert thing is not None
    assert thing.unit == "facilities"


@pytest.mark.parametrize(
    ("head", "total", "rest"), [("TOTAL", True, False), ("All other districts", False, True), ("Ho", False, False)]
)
def test_rows_of_sums_are_known(head: str, total: bool, rest: bool) -> None:
    assert (is_total(head), is_rest(head)) == (total, rest)
