"""Things given in one list take the verb that the list hangs on; who is sent with them is none of them."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Togo sent 800 mattresses, 1,500 blankets and 6,000 litres of bleach.", "aid"),
        ("Togo sent 800 mattresses, 1,500 blankets plus 40 spades.", "aid"),
        ("Togo sent 800 mattresses, 1,500 blankets and four medical teams.", "other"),
        ("A convoy of 26 trucks left Keta.", "aid"),
        ("A convoy of 26 army trucks left Keta.", "other"),
        ("Some 27 trucks with flour left Keta.", "aid"),
        ("Some 27 trucks left Keta.", "other"),
        ("Nine hundred homes were in the dark.", "affected"),
        ("Power was out for 900 homes.", "affected"),
        ("The rescue was carried out for 900 homes.", "other"),
        ("Lessons are suspended for 900 pupils.", "affected"),
        ("The plan has $900,000 in hand.", "funding"),
        ("He was paid a compensation of $900,000.", "other"),
        ("Nine boys are being looked for by their families.", "missing"),
        ("Nine suspects are in the net.", "detained"),
    ],
)
def test_the_last_number_of_a_sentence_measures(text: str, measure: str) -> None:
    assert figures(text)[-1].measure == measure


def test_a_column_of_things_counts_no_people() -> None:
    table = "Displaced by commune\n\nCommune | Individuals | Sites opened\nHo | 8,412 | 11\nKeta | 5,077 | 7\nBole | 2,340 | 4\n"
    assert {figure.number for figure in figures(table) if figure.measure == "displaced"} <= {"8,412", "5,077", "2,340"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USD 1.7 million sought, 0.6 million received.", ["funding", "funding"]),
        ("The plan has $2 million; 0.6 million people fled.", ["funding", "displaced"]),
        ("The raid killed 12 people. The victims include four children.", ["killed", "killed"]),
        ("Police held 40 people. Those detained include nine boys.", ["detained", "detained"]),
    ],
)
def test_what_each_number_of_a_text_measures(text: str, expected: list[str]) -> None:
    assert [figure.measure.value for figure in figures(text)] == expected
