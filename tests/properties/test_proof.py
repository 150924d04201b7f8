"""The proof rule over generated texts.

Whatever is found stands where it says, and its words give its bounds; what does not is refused.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from humsit.facts.find import find_facts
from humsit.facts.proof import prove
from humsit.mentions.numbers import bounds, read_number
from humsit.records import Document, Figure, ProofFailed
from humsit.vocabulary import load_vocabulary

LEXICON = load_vocabulary().lexicon

NOISE = st.text(st.sampled_from("a bÉ🙂👩‍👩‍👧 ¹² عربية é́\u0301\u200f\u00a0\u202f\t*_<>|=@-–—\"'“”(),.;:0 "), max_size=12)
BREAKS = st.sampled_from([" ", "\n", "\r\n", "\r\n\r\n", "\n\n• ", " 🙂 ", " \u202b", "\u2028"])
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(1000, 10**8).map("{:,}".format),
    st.sampled_from(
        [
            "nine",
            "twenty-one",
            "a dozen",
            "1.5 million",
            "2.9bn",
            "dozens",
            "tens of thousands",
            "300 to 400",
            "half a million",
            "12 000",
            "several hundred",
        ]
    ),
)
QUALIFIERS = st.sampled_from(["", "at least ", "more than ", "nearly ", "about ", "up to ", "fewer than ", "between "])
CLAIMS = st.sampled_from(
    [
        "people were killed in Tamale",
        "families fled",
        "homes destroyed",
        "soldiers wounded, the army said",
        "km from Tamale",
        "deaths",
        "% of them",
        "",
    ]
)


@st.composite
def reports(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(NOISE, QUALIFIERS, NUMBERS, CLAIMS, NOISE, BREAKS), min_size=1, max_size=6))
    return "".join(f"{a}{' ' if a else ''}{q}{n} {c}{'. ' if c else ''}{b}{brk}" for a, q, n, c, b, brk in parts)


@settings(max_examples=300, deadline=None)
@given(reports())
def test_every_fact_stands_where_it_says_and_proves_its_bounds(text: str) -> None:
    for fact in find_facts(Document(document_id="d", text=text)):
        prove(fact, text)
        assert text[fact.quote_start : fact.quote_end] == fact.quote
        if isinstance(fact, Figure):
            assert text[fact.start : fact.end] == fact.number
            assert fact.quote_start <= fact.start < fact.end <= fact.quote_end
            assert fact.low is None or fact.high is None or fact.low <= fact.high


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
@example("²")
@example("²0")
def test_any_text_at_all_is_read_without_failing(text: str) -> None:
    for fact in find_facts(Document(document_id="d", text=text)):
        prove(fact, text)


@settings(max_examples=100, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=4))
def test_reading_twice_and_in_another_order_gives_the_same(texts: list[str]) -> None:
    documents = [Document(document_id=str(number), text=text) for number, text in enumerate(texts)]
    found = [find_facts(document) for document in documents]
    assert [find_facts(document) for document in reversed(documents)] == found[::-1]


@given(st.integers(0, 10**9))
def test_a_number_written_as_reporters_do_is_read_back(n: int) -> None:
    for written in (str(n), f"{n:,}", f"{n:,}".replace(",", "\u00a0"), f"{n:,}".replace(",", "\u202f")):
        if len(written) == 1 or not written.startswith("0"):
            reading = read_number(written, LEXICON)
            assert reading is not None
            assert reading.value == n


@given(
    st.integers(1, 999),
    st.integers(1, 9),
    st.sampled_from([("thousand", 10**3), ("million", 10**6), ("bn", 10**9), ("m", 10**6)]),
)
def test_a_scaled_number_is_read_back(whole: int, tenth: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    glue = "" if len(word) <= 2 else " "
    reading = read_number(f"{whole}.{tenth}{glue}{word}", LEXICON)
    assert reading is not None
    assert reading.value == pytest.approx((whole + tenth / 10) * factor)


@given(
    st.integers(1, 10**6), st.sampled_from(["exact", "at_least", "more_than", "at_most", "less_than", "nearly", "approximately"])
)
def test_bounds_never_cross(n: int, qualifier: str) -> None:
    reading = read_number(str(n), LEXICON)
    assert reading is not None
    low, high = bounds(reading, qualifier)
    assert low is None or high is None or low <= high


TEXT = "Chernihiv: at least 22 bodies were found in 🙂 the rubble, the mayor said."


def the_figure() -> Figure:
    return next(fact for fact in find_facts(Document(document_id="d", text=TEXT)) if isinstance(fact, Figure))


@pytest.mark.parametrize(
    "change",
    [
        {"low": 21},
        {"high": 22},
        {"value": 23},
        {"qualifier": "exact"},
        {"number": "23"},
        {"start": 21},
        {"quote": "another sentence"},
        {"unit_text": "people"},
    ],
    ids=str,
)
def test_a_figure_whose_words_do_not_give_it_is_refused(change: dict[str, object]) -> None:
    prove(the_figure(), TEXT)
    with pytest.raises(ProofFailed):
        prove(Figure.model_validate(the_figure().model_dump() | change), TEXT)
