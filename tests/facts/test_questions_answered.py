"""A number that answers a question, or gives another's count of the same, counts what was asked or counted."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many died at the bridge? Nine, according to the mayor. Sixteen, says the union.", ["killed"] * 2),
        ("How many people fled Ho? Nine hundred, the mayor says; the Red Cross has 1,400.", ["displaced"] * 2),
        ("How many are missing? Thirty-one, by the navy's count.", ["missing"]),
        ("How many trucks are there? Nine, the mayor says.", []),
        ("The ministry counts 40 dead. The opposition arrives at 52.", ["killed"] * 2),
        ("Officials say 20 were killed. Residents put it at 35.", ["killed"] * 2),
        ("Togo recorded 900 murders last year. In 2019 it had 118.", ["killed"] * 2),
        ("Some 700 people came down with cholera. A week ago it was 310.", ["infected"] * 2),
        ("On Monday I signed 14 death certificates. Yesterday nine.", ["killed"] * 2),
    ],
)
def test_an_answer_counts_what_was_asked(text: str, expected: list[str]) -> None:
    assert [figure.measure for figure in figures(text) if figure.measure != "other"] == expected
