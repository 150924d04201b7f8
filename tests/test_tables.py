"""Tables: exact columns and dtypes, values in words, corrected beside original, and CSV that neither runs nor loses anything."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import string
from typing import Any

import hypothesis.strategies as st
import pandas as pd
import pytest
from builders import claimed, condition, denial, document, figure
from hypothesis import example, given
from pandas.testing import assert_frame_equal

from humsit.claims import compare
from humsit.records import ConditionState, Correction, Figure, Review, WrongValue
from humsit.tables import (
    TABLES,
    claims_table,
    conditions_table,
    corrections_of,
    corrections_table,
    denials_table,
    documents_table,
    figures_of,
    figures_table,
    frame_of,
    from_csv,
    in_words,
    row,
    to_csv,
)

NASTY = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "'",
    "''quoted'",
    "<img src=x onerror=alert(1)>",
    'she said "no", twice',
    "two\nlines\r\nand, a comma",
    "🚑 أربعة é",
    "",
    " ",
    "NA",
    "null",
    "007",
    "#meta+id",
    "1e5",
    "true",
]
texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
CELLS: dict[str, st.SearchStrategy[Any]] = {
    "string": texts,
    "Float64": st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False)),
    "Int64": st.integers(-(2**63), 2**63 - 1),
    "boolean": st.booleans(),
    "datetime64[s]": st.dates(dt.date(1600, 1, 1), dt.date(2400, 1, 1)),
    "datetime64[us, UTC]": st.datetimes(dt.datetime(1700, 1, 1), dt.datetime(2200, 1, 1), timezones=st.just(dt.UTC)),
}


@st.composite
def rows_of(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """Some rows of some table, each cell unknown or anything that its column may hold."""
    table = draw(st.sampled_from(sorted(TABLES)))
    cells = {column.name: st.one_of(st.none(), CELLS[column.dtype]) for column in TABLES[table]}
    return table, draw(st.lists(st.fixed_dictionaries(cells), max_size=3))


# --- columns


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_meaning_and_a_tag_of_its_own(table: str) -> None:
    columns = TABLES[table]
    assert all(column.meaning.endswith(".") or column.meaning.endswith("…") or ":" in column.meaning for column in columns)
    assert all(re.fullmatch(r"#[a-z_0-9]+(\+[a-z_0-9]+)*", column.hxl) for column in columns)
    assert len({column.name for column in columns}) == len({column.hxl for column in columns}) == len(columns)


@pytest.mark.parametrize("table", TABLES)
def test_numbers_have_a_unit_where_they_measure_something(table: str) -> None:
    without = {column.name for column in TABLES[table] if column.dtype == "Float64" and not column.unit}
    assert not without


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_its_columns_and_dtypes(table: str) -> None:
    frame = frame_of(table, [])
    assert list(frame.columns) == [column.name for column in TABLES[table]]
    assert [str(dtype) for dtype in frame.dtypes] == [column.dtype for column in TABLES[table]]


@pytest.mark.parametrize(
    ("table", "frame"),
    [
        ("figures", figures_table([figure(), claimed("dozens")])),
        ("conditions", conditions_table([condition()])),
        ("denials", denials_table([denial()])),
        ("claims", claims_table(compare([figure(), claimed("at least 9", "the governor", "b")]).questions)),
        ("documents", documents_table([document()], {document().document_id: {"figures": 1, "conditions": 0}})),
    ],
)
def test_a_full_table_has_them_too(table: str, frame: pd.DataFrame) -> None:
    assert len(frame) > 0
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {c.name: c.dtype for c in TABLES[table]}


def test_a_table_that_does_not_exist_is_told_in_a_sentence() -> None:
    with pytest.raises(WrongValue, match=r"no table “numbers”; choose one of figures, .*\.$"):
        frame_of("numbers", [])


# --- unknown, zero, empty


def test_unknown_zero_and_empty_are_three_things() -> None:
    frame = figures_table([claimed("dozens", publisher=None), claimed("0", publisher="")])
    again = from_csv(to_csv(frame, "figures"), "figures")
    for told in (frame, again):
        assert told["value"].isna().tolist() == [True, False]
        assert told["value"][1] == 0
        assert told["publisher"].isna().tolist() == [True, False]
        assert told["publisher"][1] == ""


def test_counts_that_were_not_made_are_unknown() -> None:
    frame = documents_table([document(), document("another report")], {document().document_id: {"figures": 0}})
    assert frame["figures"].isna().tolist() == [False, True]


# --- corrected beside original


def test_a_corrected_figure_shows_23_and_that_it_was_22() -> None:
    first = figure()
    now = first.model_copy(update={"value": 23, "low": 23, "high": 23})
    frame = figures_table([now], originals={first.fact_id: first}, reviews={first.fact_id: Review.APPROVED_BUT_CHANGED})
    (line,) = csv.DictReader(io.StringIO(to_csv(frame, "figures")))
    assert (line["value"], line["low"], line["high"], line["in_words"]) == ("23", "23", "23", "23")
    assert (line["was_value"], line["was_low"], line["was_high"]) == ("22", "22", "22")
    assert line["original"] == "value: 22; low: 22; high: 22"
    assert (line["corrected"], line["review"], line["number"]) == ("true", "approved_but_changed", "22")


def test_a_field_that_was_empty_is_said_to_have_been_nothing() -> None:
    first = condition(place="", country=None)
    now = first.model_copy(update={"place": "Mariupol", "country": "UA", "state": ConditionState.RESTORED})
    frame = conditions_table([now], originals={first.fact_id: first})
    assert frame["original"].tolist() == ["place: nothing; country: nothing; state: present"]


def test_what_nobody_corrected_has_no_original() -> None:
    frame = figures_table([figure()], originals={figure().fact_id: figure()})
    assert frame["corrected"].tolist() == [False]
    assert frame[["original", "was_value", "was_low", "was_high"]].isna().all(axis=None)


# --- CSV


@given(rows_of(), st.booleans())
@example(
    ("figures", [{"quote": NASTY[0], "claimant": "'", "publisher": "", "low": -0.1, "published": dt.date(2022, 3, 3)}]), True
)
def test_csv_round_trips_every_cell(rows: tuple[str, list[dict[str, Any]]], hxl: bool) -> None:
    table, lines = rows
    frame = frame_of(table, lines)
    assert_frame_equal(from_csv(to_csv(frame, table, hxl=hxl), table), frame)


@given(rows_of())
def test_no_cell_of_text_starts_a_formula(rows: tuple[str, list[dict[str, Any]]]) -> None:
    table, lines = rows
    header, *body = csv.reader(io.StringIO(to_csv(frame_of(table, lines), table), newline=""))
    texts = {column.name for column in TABLES[table] if column.dtype == "string"}
    for cells in body:
        for name, cell in zip(header, cells, strict=True):
            assert name not in texts or not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_a_hostile_quote_is_text_in_the_file_and_itself_again_in_the_frame() -> None:
    frame = figures_table([claimed("22", quote="=cmd|' /C calc'!A0")])
    written = to_csv(frame, "figures")
    assert "'=cmd|' /C calc'!A0" in written
    assert from_csv(written, "figures")["quote"].tolist() == ["=cmd|' /C calc'!A0"]


def test_negative_numbers_stay_numbers() -> None:
    frame = figures_table([claimed("22", latitude=-33.4)])
    assert ",-33.4," in to_csv(frame, "figures")


def test_pandas_alone_opens_it_with_the_documented_dtypes() -> None:
    frame = figures_table([claimed("22", day=3, latitude=-33.4), claimed("dozens")])
    dtypes = {c.name: c.dtype for c in TABLES["figures"] if not c.dtype.startswith("datetime")}
    days = [c.name for c in TABLES["figures"] if c.dtype.startswith("datetime")]
    opened = pd.read_csv(io.StringIO(to_csv(frame, "figures")), dtype=dtypes, parse_dates=days)
    assert opened["value"].tolist()[0] == 22
    assert opened["superseded"].isna().all()
    assert opened["as_of"][0] == pd.Timestamp("2025-01-03")


def test_the_hxl_row_is_the_second_and_an_option() -> None:
    frame = documents_table([document()])
    plain, tagged = to_csv(frame, "documents").splitlines(), to_csv(frame, "documents", hxl=True).splitlines()
    assert tagged[1].startswith("#meta+document+id,#meta+title,")
    assert [tagged[0], *tagged[2:]] == plain


def test_a_byte_order_mark_and_a_spreadsheets_capitals_are_taken() -> None:
    written = to_csv(figures_table([figure()]), "figures").replace("false", "FALSE")
    assert from_csv("\ufeff" + written, "figures")["corrected"].tolist() == [False]


def test_some_columns_alone_can_be_written() -> None:
    frame = figures_table([figure()])[["value", "fact_id"]]
    assert from_csv(to_csv(frame, "figures"), "figures")["value"].tolist() == [22]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("value,colour\n1,red\n", "has no column “colour”"),
        ("value,value\n1,1\n", "comes twice"),
        ("value,low\n1\n", "Row 2 has 1 cells instead of 2"),
        ("value\nmany\n", "Row 2: “many” does not fit the column “value” (a number)"),
        ("published\n2025-02-30\n", "“2025-02-30” does not fit the column “published” (a day, YYYY-MM-DD)"),
        ("corrected\nperhaps\n", "(true or false)"),
        ('quote\n"no end\n', "is no CSV"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(WrongValue, match=re.escape(sentence)):
        from_csv(text, "figures")


# --- records back


def test_figures_come_back_out_of_their_table() -> None:
    figures = [figure(), claimed("dozens", day=4, side="Russia", population_group="combatants"), claimed("at least 9", place="")]
    assert figures_of(from_csv(to_csv(figures_table(figures), "figures"), "figures")) == figures


def test_corrections_come_back_out_of_their_table() -> None:
    made = Correction(
        correction_id=7, fact_id="f", document_id="d", start=3, end=5, words="22", version=1, action="correct", field="value",
        was="22", now="23", who="@ana", when=dt.datetime(2026, 11, 22, 16, 40, 0, 123456, tzinfo=dt.UTC), why="=typing\nerror",
    )  # fmt: skip
    assert corrections_of(from_csv(to_csv(corrections_table([made]), "corrections", hxl=True), "corrections")) == [made]


# --- the row contract

CONTRACT = [
    "kind",
    "document_id",
    "fact_id",
    "start",
    "end",
    "number",
    "measure",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "unit_text",
    "unit_start",
    "unit_end",
    "group",
    "place",
    "claimant",
    "stance",
    "published",
    "as_of",
    "as_of_precision",
    "quote",
    "question_id",
    "standing",
    "standing_reason",
    "superseded",
    "side",
    "population_group",
    "perpetrator",
    "event",
    "claimant_type",
    "agency",
    "publisher",
    "hedge",
    "latitude",
    "longitude",
]


def test_a_row_has_every_key_of_the_contract_and_is_json() -> None:
    one = figure(published="2022-03-03")
    made = row(one, compare([one]).standings[one.fact_id])
    assert set(CONTRACT) <= set(made)
    assert json.loads(json.dumps(made)) == made
    assert (made["kind"], made["published"], made["as_of"], made["superseded"]) == ("figure", "2022-03-03", None, False)
    assert made["standing"] == "single_source"


def test_a_row_without_a_comparison_has_no_standing() -> None:
    made = row(figure())
    assert [made[key] for key in ("question_id", "standing", "standing_reason", "superseded")] == [None] * 4


def test_rows_of_conditions_and_denials() -> None:
    holds, denied = row(condition()), row(denial())
    assert {
        "kind",
        "document_id",
        "fact_id",
        "start",
        "end",
        "condition",
        "state",
        "place",
        "claimant",
        "published",
        "quote",
    } <= set(holds)
    assert (holds["kind"], holds["condition"], holds["state"]) == ("condition", "no_water", "present")
    assert (denied["kind"], denied["measure"], denied["claimant"]) == ("denial", "killed", "Russia")


def test_a_row_has_what_the_table_has() -> None:
    only_in_the_app = {"review", "reliability", "corrected", "original", "was_value", "was_low", "was_high"}
    for table, fact in (("figures", figure()), ("conditions", condition()), ("denials", denial())):
        assert {column.name for column in TABLES[table]} - only_in_the_app == set(row(fact)) - {"kind"}


def test_explain_adds_which_words_decided() -> None:
    why = ({"field": "measure", "rule": "verb", "words": "killed", "start": 3, "end": 9},)
    assert row(figure(why=why), explain=True)["why"] == list(why)


# --- values in words


@pytest.mark.parametrize(
    ("said", "fields", "words"),
    [
        ("22", {}, "22"),
        ("nearly 500", {}, "nearly 500"),
        ("more than 1000000", {}, "more than 1 million"),
        ("1500000", {}, "1.5 million"),
        ("about 250000", {}, "about 250,000"),
        ("9000", {}, "9,000"),
        ("1234567", {}, "1,234,567"),
        ("2000000000", {}, "2 billion"),
        ("at least 9", {}, "at least 9"),
        ("up to 300", {}, "up to 300"),
        ("fewer than 40", {}, "fewer than 40"),
        ("300 to 400", {}, "300 to 400"),
        ("hundreds", {}, "hundreds (200 to 999)"),
        ("3200000", {"unit": "usd"}, "$3.2 million"),
        ("53", {"unit": "percent"}, "53%"),
        ("30", {"unit": "km"}, "30 km"),
        ("at least 40", {"unit": "tonnes"}, "at least 40 tonnes"),
        ("10 to 20", {"unit": "percent"}, "10 to 20%"),
        ("0", {}, "0"),
        ("1", {"value": 2.5, "low": 2.5, "high": 2.5}, "2.5"),
    ],
)
def test_value_in_words(said: str, fields: dict[str, Any], words: str) -> None:
    assert in_words(claimed(said, **fields)) == words


@given(st.sampled_from(["exact", "nearly", "at_least"]), st.one_of(st.integers(0, 10**12), st.floats(0, 1e9, allow_nan=False)))
def test_words_never_round(qualifier: str, value: float) -> None:
    said = in_words(Figure(**claimed("1").model_dump() | {"value": value, "low": value, "high": value, "qualifier": qualifier}))
    number, *scale = said.removeprefix("nearly ").removeprefix("at least ").replace(",", "").split()
    times = {"million": 10**6, "billion": 10**9}[scale[0]] if scale else 1
    assert set(number) <= set(string.digits + ".e-")
    assert float(number) * times == value
