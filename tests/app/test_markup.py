"""Text of documents on the screen: exactly its characters, never markup, a formula or an image."""

from __future__ import annotations

import pytest
from builders import document, figure
from hypothesis import given
from hypothesis import strategies as st

from humsit.app.charts import safe_text
from humsit.app.highlight import FACT, Mark, marks_for, neighbourhood, passage, segments, words_at
from humsit.app.markup import chip, fits_label, safe, tag
from humsit.home import without_password

HOSTILE = "<img src=x onerror=alert(1)>\"&'[a](javascript:1) $5 and $10"


def test_every_part_of_a_tag_is_escaped_and_attributes_hold_no_text() -> None:
    made = tag("div", HOSTILE, chip(HOSTILE), kind="hs-text")
    assert "<img" not in made
    assert made.count("<") == 4, "only the two elements of our own"


@given(text=st.text(), cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=5))
def test_segments_are_the_whole_text_in_order_whatever_is_marked(text: str, cuts: list[tuple[int, int]]) -> None:
    pieces = segments(text, [Mark(start, start + length, FACT) for start, length in cuts])
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)


def test_offsets_count_characters_not_utf_16_units() -> None:
    text = "🌊🌊 22 killed"
    marked = passage(text, [Mark(3, 5, FACT)])
    assert '<mark class="hs-fact">22</mark>' in marked


def test_a_passage_escapes_the_report_around_the_mark() -> None:
    report = document(f"{HOSTILE} 22 bodies were found.")
    fact = figure("22", report, claimant="")
    start, end = neighbourhood(fact, report.text)
    made = passage(report.text, marks_for(fact, report), start, end)
    assert "<img" not in made
    assert '<mark class="hs-fact">22</mark>' in made


def test_the_nth_occurrence_of_words_is_found_or_nothing() -> None:
    assert words_at("two and two", "two", 2) == (8, 11)
    assert words_at("two and two", "two", 3) is None
    assert words_at("two", "", 1) is None


def test_plotly_gets_no_tag() -> None:
    assert "<" not in safe_text('<b>Milltown</b><a href="http://tracker.invalid">x</a>')


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("23", True),
        ("more than 1 million", True),
        ("250,000", True),
        ("Governor O’Neill", True),
        ("![x](http://a.b)", False),
        ("$5 and $10", False),
        (":red[x]", False),
        ("a_b_", False),
        ("www.tracker.invalid", False),
        ("", False),
    ],
)
def test_only_plain_words_and_numbers_stand_in_labels(text: str, fits: bool) -> None:
    assert fits_label(text) is fits


def test_a_stores_password_is_not_shown() -> None:
    assert "secret" not in without_password("postgresql+psycopg://desk:secret@db.example/humsit")


def test_safe_pieces_are_not_escaped_twice() -> None:
    assert safe(safe("<")) == "&lt;"
