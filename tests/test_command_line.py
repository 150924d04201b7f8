"""The command line through real processes: what it prints where, its exit codes, and what it says to wrong calls."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from calls import SOME_INPUT_MISSING, WRONG_CALL, Run, caller, complaints, done, rows
from pandas.testing import assert_frame_equal

from humsit.output import FOR_EYES
from humsit.situation import open_situation
from humsit.tables import TABLES, from_csv

CLONE = Path(__file__).parents[1]
SEEDS = CLONE / "seeds"
GOLD = CLONE / "tests" / "gold" / "seed.jsonl"
SEED_TEXT = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


def the_22(run: Run) -> str:
    """The fact_id of the 22 bodies in the seed."""
    kept = from_csv(done(run("export", "figures", "--format", "csv")), "figures")
    return str(kept.loc[kept["number"] == "22", "fact_id"].item())


# --- read


def test_read_prints_rows_that_point_at_their_own_words_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    printed = run("read", SEEDS, "--format", "jsonl")
    done(printed)
    figures = [row for row in rows(printed) if row["kind"] == "figure"]
    assert all(SEED_TEXT[row["start"] : row["end"]] == row["number"] for row in figures)  # type: ignore[misc]
    assert {row["published"] for row in figures} == {"2022-03-03"}
    assert {row["publisher"] for row in figures} == {"Shafaq News"}
    assert {"contested", "single_source"} <= {row["standing"] for row in figures}
    assert any(row["kind"] == "condition" for row in rows(printed))
    assert not (tmp_path / "store.db").exists()


def test_read_prints_the_same_figures_in_every_format(run: Run, tmp_path: Path) -> None:
    ids = [row["fact_id"] for row in rows(run("read", SEEDS, "--format", "jsonl", "--what", "figures"))]
    plain = from_csv(done(run("read", SEEDS, "--format", "csv")), "figures")
    hxl = done(run("read", SEEDS, "--format", "csv-hxl"))
    assert done(run("read", SEEDS, "--format", "parquet", "--output", tmp_path / "figures.parquet")) == ""
    assert list(plain["fact_id"]) == ids
    assert hxl.splitlines()[1].startswith("#meta+document+id,#meta+id,")
    assert_frame_equal(from_csv(hxl, "figures"), plain)
    assert_frame_equal(pd.read_parquet(tmp_path / "figures.parquet").astype(plain.dtypes), plain)
    table = done(run("read", SEEDS))
    assert all(str(one) in table for one in ids)


def test_read_takes_standard_input_as_text_with_metadata_from_the_call_or_as_lines_of_json(run: Run) -> None:
    text = "Emergency services said 22 bodies were found at Chernihiv."
    from_text = rows(run("read", "-", "--format", "jsonl", "--published", "2022-03-03", "--publisher", "P", stdin=text))
    assert [(row["number"], row["published"], row["publisher"]) for row in from_text] == [("22", "2022-03-03", "P")]
    from_line = rows(run("read", "-", "--format", "jsonl", stdin=json.dumps({"id": "x", "text": text})))
    assert [(row["number"], row["document_id"]) for row in from_line] == [("22", "x")]


def test_figures_that_the_desk_does_not_follow_are_printed_only_with_all(run: Run) -> None:
    text = "Officials said 22 people died. The festival sold 5,000 tickets."
    followed, everything = (rows(run("read", "-", "--format", "jsonl", *more, stdin=text)) for more in ([], ["--all"]))
    assert [row["number"] for row in followed] == ["22"]
    assert {(row["number"], row["measure"]) for row in everything} == {("22", "killed"), ("5,000", "other")}


def test_without_standings_rows_come_as_they_are_read(run: Run) -> None:
    printed = rows(run("read", SEEDS, "--format", "jsonl", "--what", "figures", "--no-standings"))
    assert printed
    assert {row["standing"] for row in printed} == {None}


def test_explain_says_which_words_decided(run: Run) -> None:
    text = "Emergency services said 22 bodies were found at Chernihiv."
    (row,) = rows(run("read", "-", "--format", "jsonl", "--explain", stdin=text))
    assert "measure" in {reason["field"] for reason in row["why"]}  # type: ignore[attr-defined]
    assert "bodies" in done(run("read", "-", "--explain", stdin=text))
    assert complaints(run("read", "-", "--explain", "--format", "csv", stdin=text))[0].startswith("humsit: --explain goes with")


def test_denials_without_a_number_are_rows_of_their_own_when_asked_for(run: Run) -> None:
    text = "Russia denied that any civilians had been killed."
    assert {row["kind"] for row in rows(run("read", "-", "--format", "jsonl", "--what", "denials", stdin=text))} == {"denial"}


def test_what_cannot_be_read_is_named_and_the_rest_is_done(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    good = ['{"id": "1", "text": "Police said nine people died in Kyiv."}', '{"id": "3", "text": "Police said 4 people died."}']
    (tmp_path / "lines.jsonl").write_text("\n".join([good[0], '{"text": ', good[1]]))
    names = ["empty.txt", "binary.txt", "lines.jsonl", "missing.txt"]
    said = run("read", *(tmp_path / name for name in names), "--format", "jsonl")
    assert said.returncode == SOME_INPUT_MISSING
    assert [(row["document_id"], row["number"]) for row in rows(said)] == [("1", "nine"), ("3", "4")]
    empty, binary, line, missing = complaints(said)
    assert "empty.txt is empty" in empty
    assert "binary.txt is a binary file" in binary
    assert "lines.jsonl, line 2 is not valid JSON" in line
    assert "missing.txt does not exist" in missing


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_date_that_is_none_is_a_wrong_call(run: Run, command: str) -> None:
    said = run(command, SEEDS, "--published", "3 March")
    assert (said.returncode, said.stdout) == (WRONG_CALL, "")
    assert complaints(said) == ['humsit: "3 March" is not a date: write it as year-month-day, such as 2022-03-03.']


@pytest.mark.parametrize(
    "words", [["nothing"], ["read"], ["read", "x", "--format", "xml"], ["export", "secrets"], ["--port", "9000", "check"]]
)
def test_a_call_that_is_none_says_what_is_wrong(run: Run, words: list[str]) -> None:
    said = run(*words)
    assert (said.returncode, said.stdout) == (WRONG_CALL, "")
    assert said.stderr


def test_a_reader_that_goes_away_makes_no_noise(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("".join(f'{{"text": "Police said {n} people died in Kyiv."}}\n' for n in range(2, 2000)))
    command = f"{sys.executable} -m humsit read {tmp_path}/many.jsonl --format jsonl --no-standings | head -n 1"
    said = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert (said.stdout.count("\n"), said.stderr) == (1, "")


def test_lines_of_json_need_neither_pandas_nor_streamlit() -> None:
    loaded = "import sys; from humsit.__main__ import app; app(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    command = [sys.executable, "-c", loaded, "read", str(SEEDS), "--format", "jsonl"]
    modules = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()[-1].split()
    assert "humsit.facts.find" in modules
    assert {"pandas", "streamlit", "plotly", "sqlalchemy"}.isdisjoint(modules)


def test_nothing_that_a_text_holds_steers_a_terminal_or_runs_in_a_spreadsheet(run: Run) -> None:
    line = json.dumps({"id": "=cmd|' /C calc'!A0", "text": "The =1+1 agency\x1b[2J said 22 people died.", "publisher": "@SUM(1)"})
    table = run("read", "-", stdin=line)
    assert "\x1b" not in table.stdout + table.stderr
    sheet = run("read", "-", "--format", "csv", stdin=line).stdout
    cells = pd.read_csv(io.StringIO(sheet), dtype=str, keep_default_na=False).iloc[0]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert (cells["document_id"], cells["publisher"]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")


# --- the store


def test_an_empty_store_starts_from_the_seed_and_adding_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Police said nine people died in Kyiv.")
    assert done(run("add", report, "--publisher", "P")).startswith("kept: ")
    before = done(run("export", "documents", "--format", "csv"))
    assert done(run("add", report, "--publisher", "P")).startswith("there already: ")
    assert done(run("export", "documents", "--format", "csv")) == before
    assert set(from_csv(before, "documents")["publisher"]) == {"Shafaq News", "P"}


def test_add_keeps_what_can_be_read_and_names_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police said nine people died in Kyiv.")
    said = run("add", tmp_path / "none.txt", tmp_path / "a.txt")
    assert said.returncode == SOME_INPUT_MISSING
    assert "none.txt does not exist" in complaints(said)[0]
    assert said.stdout.startswith("kept: ")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_exported_as_csv_that_comes_back_with_its_dtypes(run: Run, tmp_path: Path, table: str) -> None:
    with closing(open_situation(f"sqlite:///{tmp_path / 'store.db'}", seeds=SEEDS)) as situation:
        fact = situation.facts()[0]
        situation.reject(fact.fact_id, who="Ada", why="=a test")
        situation.undo(1, who="Ada", why="a\ntest")
        frame = situation.table(table)
    text = done(run("export", table, "--format", "csv"))
    assert_frame_equal(from_csv(text, table), frame)
    assert {column.name: column.dtype for column in TABLES[table]} == {name: str(dtype) for name, dtype in frame.dtypes.items()}


def test_a_correction_is_exported_with_the_original_beside_it_kept_in_the_history_and_taken_back(run: Run) -> None:
    fact = the_22(run)
    told = done(run("correct", fact, "--field", "value", "--to", "23", "--why", "the ministry's list", "--by", "Ada"))
    assert "22 → 23" in told
    figures = from_csv(done(run("export", "figures", "--format", "csv")), "figures").set_index("fact_id").loc[fact]
    assert (figures["value"], figures["low"], figures["high"], figures["was_value"], figures["corrected"]) == (
        23,
        23,
        23,
        22,
        True,
    )
    ledger = from_csv(done(run("export", "corrections", "--format", "csv")), "corrections").iloc[0]
    assert (ledger["was"], ledger["now"], ledger["who"], ledger["why"]) == ("22", "23", "Ada", "the ministry's list")
    done(run("undo", ledger["correction_id"], "--why", "wrong list", "--by", "Ben"))
    figures = from_csv(done(run("export", "figures", "--format", "csv")), "figures").set_index("fact_id").loc[fact]
    assert (figures["value"], figures["corrected"]) == (22, False)
    assert len(from_csv(done(run("export", "corrections", "--format", "csv")), "corrections")) == 2


def test_every_table_can_be_printed_for_eyes() -> None:
    assert set(FOR_EYES) == set(TABLES)
    assert all({column.name for column in TABLES[table]} >= set(names) for table, names in FOR_EYES.items())


def test_a_source_is_judged_a_name_led_back_and_both_can_be_taken_back(run: Run) -> None:
    told = done(run("judge", "reliability", "the united nations", "b", "--why", "own staff there", "--by", "Ada"))
    assert "the united nations → B" in told
    assert "B" in done(run("export", "sources", "--format", "csv")).split("United Nations")[1].splitlines()[0].split(",")
    done(run("judge", "claimant", "NERA", "Emergency services", "--why", "their page says so", "--by", "Ada"))
    done(run("judge", "claimant", "nera", "--why", "another body", "--by", "Ben"))
    rows = from_csv(done(run("export", "judgements", "--format", "csv")), "judgements")
    assert rows["now"].fillna("").tolist() == ["B", "Emergency services", ""]
    assert "another body" in done(run("export", "judgements"))
    refused = run("judge", "claimant", "nera", "--why", "once more", "--by", "Ben")
    assert (refused.returncode, "nothing to take back" in refused.stderr) == (WRONG_CALL, True)


def test_a_rejected_figure_is_in_no_export_until_the_rejection_is_undone(run: Run) -> None:
    fact = the_22(run)
    done(run("approve", fact, "--why", "checked", "--by", "Ada"))
    assert f'"{fact}"' in done(run("export", "figures", "--format", "jsonl"))
    done(run("reject", fact, "--why", "another war", "--by", "Ada"))
    assert f'"{fact}"' not in done(run("export", "figures", "--format", "jsonl"))
    done(run("undo", 2, "--why", "it is this one", "--by", "Ada"))
    assert f'"{fact}"' in done(run("export", "figures", "--format", "jsonl"))


def test_a_day_of_the_past_is_exported_by_either_clock(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Police said nine people died in Kyiv.")
    done(run("add", report, "--publisher", "P"))

    def exported(*asked: str) -> tuple[list[str], list[str]]:
        answer = run("export", "documents", "--format", "csv", *asked)
        assert answer.returncode == 0
        return list(from_csv(answer.stdout, "documents")["publisher"]), complaints(answer)

    before = ["--known-on", "2022-03-03"]
    assert exported(*before) == ([], []), "nothing had been received by then"
    undated = ["humsit: reports without a day of publication, which are left out: 1."]
    assert exported(*before, "--by", "published") == (["Shafaq News"], undated)
    assert exported("--known-on", "2022-03-02", "--by", "published") == ([], undated)
    assert exported("--known-on", "9999-12-31") == exported() == (["Shafaq News", "P"], [])


@pytest.mark.parametrize(
    "asked", [["--known-on", "2022-02-30"], ["--by", "published"], ["--known-on", "2022-03-03", "--by", "hearsay"]]
)
def test_a_day_of_the_past_that_is_none_is_a_wrong_call(run: Run, asked: list[str]) -> None:
    assert run("export", "figures", *asked).returncode == WRONG_CALL


SAID = ["--why", "because", "--by", "Ada"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        pytest.param(["correct", "{fact}", "--field", "value", "--to", "23", "--by", "Ada"], "reason", id="no reason"),
        pytest.param(["correct", "{fact}", "--field", "value", "--to", "23", "--why", "because"], "author", id="no author"),
        pytest.param(["correct", "{fact}", "--field", "low", "--to", "30", *SAID], "30", id="low above high"),
        pytest.param(["correct", "{fact}", "--field", "value", "--to", "many", *SAID], "many", id="no number"),
        pytest.param(["correct", "{fact}", "--field", "as_of", "--to", "soon", *SAID], "soon", id="a date that is none"),
        pytest.param(["correct", "{fact}", "--field", "quote", "--to", "x", *SAID], "quote", id="a field that is not corrected"),
        pytest.param(["correct", "nothing", "--field", "value", "--to", "23", *SAID], "nothing", id="an unknown fact"),
        pytest.param(["reject", "nothing", *SAID], "nothing", id="rejecting an unknown fact"),
        pytest.param(["undo", "99", *SAID], "99", id="an unknown correction"),
    ],
)
def test_a_change_that_cannot_be_made_says_why_and_changes_nothing(run: Run, words: list[str], reason: str) -> None:
    fact = the_22(run)
    said = run(*(word.format(fact=fact) for word in words))
    assert (said.returncode, said.stdout) == (WRONG_CALL, "")
    (sentence,) = complaints(said)
    assert reason in sentence
    assert from_csv(done(run("export", "corrections", "--format", "csv")), "corrections").empty


@pytest.mark.parametrize("call", [["--store", "{other}", "export", "documents"], ["export", "documents", "--store", "{other}"]])
def test_the_store_is_named_before_or_after_the_command(run: Run, tmp_path: Path, call: list[str]) -> None:
    other = tmp_path / "other.db"
    done(run(*(word.format(other=other) for word in call)))
    assert other.exists()
    assert not (tmp_path / "store.db").exists()


@pytest.mark.parametrize(
    ("store", "code"),
    [
        ("oracle://x", WRONG_CALL),
        ("postgresql://nobody:secret@127.0.0.1:1/x", SOME_INPUT_MISSING),
        ("/dev/null/x.db", SOME_INPUT_MISSING),
    ],
)
@pytest.mark.parametrize("command", [["export", "figures"], ["serve"]], ids=["export", "serve"])
def test_a_store_that_cannot_be_opened_is_said_without_its_password(run: Run, command: list[str], store: str, code: int) -> None:
    said = run(*command, "--store", store)
    assert said.returncode == code
    assert len(complaints(said)) == 1
    assert "secret" not in said.stderr


# --- the installation, the lists, the gold


def test_check_says_what_is_installed_and_that_every_kept_fact_is_proved(run: Run) -> None:
    said = done(run("check"))
    assert "every fact proved" in said
    assert "NOT OK" not in said


def test_check_goes_on_where_a_part_is_not_in_order(run: Run) -> None:
    said = run("check", "--store", "/dev/null/x.db")
    assert said.returncode == SOME_INPUT_MISSING
    assert [line.split()[0] for line in said.stdout.splitlines()].count("NOT") == 1


def test_a_problem_in_an_own_word_list_is_named_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    assert done(run("words", "check")).startswith("0 problems")
    own = tmp_path / "data" / "vocabulary"
    own.mkdir(parents=True)
    (own / "measures.csv").write_text("nonsense\n1\n")
    said = run("words", "check")
    assert said.returncode == SOME_INPUT_MISSING
    assert "measures.csv" in said.stdout
    assert rows(run("read", SEEDS, "--format", "jsonl"))


def test_evaluate_finds_the_reader_perfect_on_the_seed(run: Run) -> None:
    rates = json.loads(done(run("evaluate", GOLD, "--json")))
    assert (rates["found"]["f1"], rates["record"]["f1"], rates["conditions"]["f1"]) == (1.0, 1.0, 1.0)
    assert set(rates["of the found"].values()) == {1.0}
    assert rates["traps sprung"].startswith("0 of ")


def test_evaluate_names_gold_that_cannot_be_read_and_counts_the_rest(run: Run, tmp_path: Path) -> None:
    said = run("evaluate", tmp_path / "none.jsonl", GOLD)
    assert said.returncode == SOME_INPUT_MISSING
    assert "none.jsonl" in complaints(said)[0]
    assert "documents     1\n" in said.stdout


# --- the dashboard


def test_a_port_that_is_taken_or_none_is_said_rather_than_another_one_taken(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert complaints(run("serve", "--port", port))[0].startswith(f"humsit: Port {port} is in use")
    assert run("serve", "--port", 0).returncode == run("--port", 70_000).returncode == WRONG_CALL


def test_a_kept_report_is_read_again_and_corrections_stay(run: Run, tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "desk.db"))
    report = tmp_path / "report.txt"
    report.write_text("Police said 22 people were killed in Tamale.")
    run("add", str(report), *store)
    fact = rows(run("export", "figures", "--format", "jsonl", *store))
    number = next(row for row in fact if row["number"] == "22" and row["place"] == "Tamale")
    run("correct", number["fact_id"], "--field", "value", "--to", "23", "--why", "the hospital says so", "--by", "Efua", *store)
    said = run("reread", *store)
    assert said.returncode == 0
    assert "0 new, 0 gone" in said.stdout
    after = rows(run("export", "figures", "--format", "jsonl", *store))
    assert next(row for row in after if row["fact_id"] == number["fact_id"])["value"] == 23
