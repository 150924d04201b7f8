"""Correcting many facts by a sheet: what a spreadsheet does to it, what is refused, all or nothing, undone as one."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import condition, document, figure
from calls import Run, caller, done

from humsit.records import StaleCorrection, WrongValue
from humsit.situation import Selection, Situation, open_situation
from humsit.situation.bulk import accept, decided_with, preview
from humsit.situation.sheet import sheet
from humsit.tables import to_csv

SIGNED = {"who": "Ada", "why": "the ministry's list"}
DAY = dt.date(2024, 5, 13)
REPORT = document(
    "The mayor said 12 people died at Osh. About 4400000 fled; nearly 500 were hurt at Țăndărei. =cmd was 22. There is no water."
)
DEAD = figure("12", REPORT, place="Osh", claimant="the mayor", as_of=DAY, published=DAY, latitude=40.513, longitude=72.8)
FLED = figure("4400000", REPORT, place="", measure="refugees", qualifier="approximately", low=4180000, high=4620000)
HURT = figure("500", REPORT, place="Țăndărei", measure="injured", qualifier="nearly", low=475, as_of=dt.date(2024, 4, 3))
ODD = figure("22", REPORT, place="=cmd|'/C calc'!A1", claimant="@them", group="'quoted'", measure="missing")
DRY = condition(of=REPORT, place="Osh")
Rows = list[list[str]]


@pytest.fixture
def situation() -> Situation:
    desk = open_situation("sqlite://")
    desk.store.add(REPORT, [DEAD, FLED, HURT, ODD, DRY])
    return desk


def table_of(text: str) -> Rows:
    return list(csv.reader(io.StringIO(text, newline="")))


def saved(rows: Rows, *, separator: str = ",", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding, errors="replace")


def edited(situation: Situation, *changes: tuple[str, str, str]) -> Rows:
    """The sheet of figures with (number's words, column, new cell) changed."""
    rows = table_of(sheet(situation))
    ids = {"12": DEAD, "4400000": FLED, "500": HURT, "22": ODD}
    for words, column, cell in changes:
        row = next(row for row in rows if row[0].removeprefix("'") == ids[words].fact_id)
        row[rows[0].index(column)] = cell
    return rows


def everywhere(rows: Rows, change: Callable[[str, str], str]) -> Rows:
    """Every cell as a spreadsheet rewrites it: change(column, cell)."""
    return [rows[0], *[[change(name, cell) for name, cell in zip(rows[0], row, strict=True)] for row in rows[1:]]]


DAYS = ("as_of", "published", "period_start", "period_end")
NUMBERS = ("value", "low", "high", "latitude", "longitude")


def german(name: str, cell: str) -> str:
    if name in DAYS and cell:
        year, month, day = cell.split("-")
        return f"{day}.{month}.{year}"
    return cell.replace(".", ",") if name in NUMBERS else cell


def american(name: str, cell: str) -> str:
    if name in DAYS and cell:
        year, month, day = cell.split("-")
        return f"{int(month)}/{int(day)}/{year[2:]}"
    return f"{float(cell):.1E}" if name in NUMBERS and len(cell) > 6 and "." not in cell else cell


def british(name: str, cell: str) -> str:
    if name in DAYS and cell:
        return "/".join(reversed(cell.split("-")))
    return f"{int(cell):,}" if name in NUMBERS and cell.isdigit() else cell


# --- a sheet that nobody changed


@pytest.mark.parametrize(
    ("change", "separator", "encoding"),
    [
        (lambda _, cell: cell, ",", "utf-8"),
        (lambda _, cell: cell, ",", "utf-8-sig"),
        (german, ";", "cp1252"),
        (american, "\t", "utf-16"),
        (british, ",", "utf-8-sig"),
        (lambda name, cell: f"{cell}.00" if name == "value" and cell else cell, ",", "utf-8"),
    ],
    ids=["as made", "with a mark", "German", "American", "British", "two decimals"],
)
def test_a_sheet_that_was_only_saved_again_changes_nothing(situation, change, separator, encoding):
    given = saved(everywhere(table_of(sheet(situation)), change), separator=separator, encoding=encoding)
    seen = preview(situation, given)
    assert (seen.changes, seen.problems, seen.rows) == ((), (), 4)


def test_the_figures_table_itself_can_be_given_back_with_a_word_of_warning(situation):
    seen = preview(situation, to_csv(situation.figures(), "figures", hxl=True).encode())
    assert (seen.changes, seen.problems, seen.rows) == ((), (), 4)
    assert "no column version" in seen.notes[0]
    assert "standing" in seen.notes[1]
    assert preview(situation, sheet(situation, "conditions").encode()).rows == 1


def test_names_that_were_masked_for_passing_on_are_no_correction(situation):
    rows = edited(situation, ("12", "claimant", "a witness (1234-5678)"))
    quote = rows[0].index("quote")
    rows[1][quote] = rows[1][quote].replace("The mayor", "a resident (0123-4567)")
    seen = preview(situation, saved(rows))
    assert (seen.changes, seen.problems) == ((), ())


def test_nothing_in_a_sheet_is_a_formula(situation):
    for row in table_of(sheet(situation)):
        for name, cell in zip(table_of(sheet(situation))[0], row, strict=True):
            assert not cell.startswith(("=", "+", "@")), (name, cell)


def test_a_sheet_holds_what_is_asked_for(situation):
    assert len(table_of(sheet(situation, selection=Selection(measure=("killed",))))) == 2
    with pytest.raises(WrongValue, match="choose figures, conditions, denials"):
        sheet(situation, "claims")


# --- what is seen before it is kept


def test_every_change_is_seen_with_what_follows_and_its_sentence(situation):
    seen = preview(situation, saved(edited(situation, ("12", "value", "13"), ("22", "claimant", "the army"))))
    told = [(change.line, change.field, change.was, change.now, change.follows) for change in seen.changes]
    assert told == [
        (2, "value", "12", "13", False),
        (2, "low", "12", "13", True),
        (2, "high", "12", "13", True),
        (5, "claimant", "@them", "the army", False),
    ]
    assert seen.facts == (DEAD.fact_id, ODD.fact_id)
    assert situation.fact(DEAD.fact_id).version == 0, "looking writes nothing"


@pytest.mark.parametrize(
    ("cell", "reads"),
    [("1,300", "1300"), ("1 300", "1300"), ("1300.0", "1300"), ("12,5", "12.5"), ("1.234,5", "1234.5"), ("'77", "77")],
)
def test_numbers_are_taken_as_people_write_them(situation, cell, reads):
    seen = preview(situation, saved(edited(situation, ("12", "value", cell))))
    assert seen.changes[0].now == reads


def test_days_are_turned_the_way_that_the_file_itself_shows(situation):
    rows = everywhere(edited(situation, ("500", "as_of", "2024-06-07")), british)
    seen = preview(situation, saved(rows))
    assert [(one.field, one.now) for one in seen.changes if not one.follows] == [("as_of", "2024-06-07")], (
        "13/05/2024 is day first"
    )


@pytest.mark.parametrize(
    ("words", "column", "cell", "says"),
    [
        ("12", "value", "many", "“many” is no number"),
        ("12", "value", "5.2E+09", "cut it short"),
        ("12", "low", "99", "would be above high 12"),
        ("12", "value", "-4", "cannot be below 0"),
        ("12", "measure", "hurt", "choose one of killed"),
        ("12", "as_of", "31/31/2024", "is no day"),
        ("500", "as_of", "05.13.2024", "is no day"),
        ("12", "quote", "13 people died", "the report's own words"),
        ("12", "in_words", "13", "change value, low, high or qualifier"),
        ("12", "review", "approved", "in the dashboard"),
        ("12", "fact_id", "nonsense", "there is no fact"),
        ("12", "fact_id", "1.23457E+15", "made a number of the id"),
        ("12", "fact_id", "", "there is no id"),
        ("12", "version", "3", "no version 3"),
        ("12", "version", "x", "is no version"),
        ("12", "latitude", "40513", "cannot be above 90"),
        ("12", "place", "x" * 1001, "at most 1,000"),
    ],
)
def test_what_cannot_be_taken_is_named_by_row_and_column(situation, words, column, cell, says):
    seen = preview(situation, saved(edited(situation, (words, column, cell), ("22", "claimant", "the army"))))
    (problem,) = seen.problems
    assert (problem.line, problem.column) == (2 if words == "12" else 4, column)
    assert says in problem.sentence
    with pytest.raises(WrongValue, match="Nothing was changed"):
        accept(situation, seen, **SIGNED)
    assert situation.fact(ODD.fact_id).version == 0, "one bad row keeps all out"


def test_what_can_mean_two_things_is_not_guessed(situation):
    rows = everywhere(edited(situation, ("12", "value", "1,300"), ("500", "as_of", "04/05/2024")), lambda _, cell: cell)
    seen = preview(situation, saved(rows, separator=";"))
    assert [(problem.column, problem.sentence) for problem in seen.problems] == [
        ("value", "“1,300” can be 1.3 or 1,300: write it without a comma or a point."),
        ("as_of", "“04/05/2024” can be 2024-05-04 or 2024-04-05: write it as year-month-day."),
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"fact_id,nonsense\n1,2\n", "no column 'nonsense'"),
        (b"value,place\n1,Osh\n", "no column fact_id"),
        (b"fact_id,value,value\n1,2,3\n", "comes twice"),
        (b'fact_id,place\n1,"Osh', "no CSV"),
        (b"fact_id,place\n1,Osh,more\n", "3 cells"),
        (b"\x00\x01\x02", "no text file"),
    ],
)
def test_a_file_that_is_no_sheet_is_said_in_one_sentence(situation, data, says):
    (problem,) = preview(situation, data).problems
    assert says in str(problem)


def test_a_row_that_comes_twice_is_refused(situation):
    rows = edited(situation, ("12", "value", "13"))
    seen = preview(situation, saved([*rows, rows[1]]))
    assert str(seen.problems[0]) == "Row 6, column fact_id: it is the fact of row 2 again: keep one of them."


def test_blank_rows_and_rows_left_out_do_no_harm(situation):
    rows = edited(situation, ("12", "value", "13"))
    seen = preview(situation, saved([rows[0], [""] * len(rows[0]), rows[1], []]))
    assert [(change.line, change.now) for change in seen.changes if not change.follows] == [(3, "13")]


# --- kept, or not, as a whole


def test_all_is_kept_for_one_reason_and_taken_back_as_one(situation):
    before = sheet(situation)
    seen = preview(
        situation, saved(edited(situation, ("12", "value", "13"), ("12", "place", "Jalal"), ("500", "stance", "denied")))
    )
    rows = accept(situation, seen, **SIGNED)
    assert {(row.who, row.why) for row in rows} == {("Ada", "the ministry's list")}
    assert situation.fact(HURT.fact_id).fact.stance == "denied"
    assert situation.fact(DEAD.fact_id).fact.latitude is None, "another place lies elsewhere"
    situation.approve(ODD.fact_id, **SIGNED)
    assert decided_with(situation, rows[1].correction_id) == [row.correction_id for row in rows]
    situation.undo_all(decided_with(situation, rows[0].correction_id), **SIGNED)
    again = {row[0]: row for row in table_of(sheet(situation))}
    for row in table_of(before)[1:]:
        now = again[row[0]]
        assert [cell for name, cell in zip(table_of(before)[0], row, strict=True) if name not in ("version", "review")] == [
            cell for name, cell in zip(table_of(before)[0], now, strict=True) if name not in ("version", "review")
        ]


def test_whoever_decided_in_between_is_named_and_wins(situation):
    old = saved(edited(situation, ("12", "value", "13"), ("500", "stance", "denied")))
    seen = preview(situation, old)
    situation.correct(HURT.fact_id, "place", "Bek", who="Bela", why="a typing error")
    with pytest.raises(StaleCorrection, match="Bela changed place"):
        accept(situation, seen, **SIGNED)
    assert situation.fact(DEAD.fact_id).version == 0, "all or nothing"
    (problem,) = preview(situation, old).problems
    assert (problem.line, problem.column) == (4, "version")
    assert "Bela decided on it" in problem.sentence


def test_a_sheet_without_a_change_or_an_author_is_not_kept(situation):
    with pytest.raises(WrongValue, match="changes nothing"):
        accept(situation, preview(situation, sheet(situation).encode()), **SIGNED)
    with pytest.raises(WrongValue, match="author"):
        accept(situation, preview(situation, saved(edited(situation, ("12", "value", "13")))), who=" ", why="x")


# --- by the command line


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


def test_the_command_line_shows_tries_keeps_and_takes_back(run: Run, tmp_path: Path):
    path = tmp_path / "figures.csv"
    done(run("export", "figures", "--format", "csv", "--output", path))
    rows = table_of(path.read_text(encoding="utf-8-sig"))
    number, value = rows[0].index("number"), rows[0].index("value")
    next(row for row in rows if row[number] == "22")[value] = "23"
    path.write_bytes(saved(rows, separator=";"))
    tried = run("correct", "--from", path, "--dry-run")
    assert tried.returncode == 0
    assert "value: 22 → 23" in tried.stdout
    assert "Nothing was changed." in tried.stdout
    assert done(run("export", "corrections", "--format", "jsonl")) == ""
    kept = run("correct", "--from", path, "--who", "Ada", "--why", "the list")
    assert "humsit undo 1 --together" in kept.stdout
    assert '"now": "23"' in done(run("export", "corrections", "--format", "jsonl"))
    assert "1 rows of 1 facts taken back" in done(run("undo", 1, "--together", "--by", "Ada", "--why", "no"))
    path.write_bytes(saved([rows[0], ["another report", *rows[1][1:]]]))
    refused = run("correct", "--from", path, "--who", "Ada", "--why", "the list")
    assert refused.returncode == 2
    assert "Row 2, column document_id: a fact stays with its report" in refused.stderr


@pytest.mark.parametrize("words", [("--from", "x.csv", "--field", "value"), ("abc",), ("abc", "--dry-run"), ()])
def test_a_call_that_mixes_one_and_many_is_wrong(run: Run, words: tuple[str, ...]):
    assert run("correct", *words, "--by", "Ada", "--why", "x").returncode == 2
