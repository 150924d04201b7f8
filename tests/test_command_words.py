"""`humsit words check` and `humsit words try` through real processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import SOME_INPUT_MISSING, WRONG_CALL, Run, caller, complaints, done

REPORT = "The mayor said nine people were frobnicated in Tamale. Nearly 500 rebels were killed in Bole."
FROBNICATE = "frobnicate,injured,verb,people,Nine people were frobnicated in Tamale."
HEADER = "words,measure,role,of,example"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "report.txt").write_text(REPORT)
    calling = caller(tmp_path)
    done(calling("add", tmp_path / "report.txt", "--publisher", "The Echo"))
    return calling


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "vocabulary"
    folder.mkdir(parents=True)
    return folder


def test_check_names_every_problem_and_every_row_that_its_example_does_not_prove(run: Run, own: Path) -> None:
    assert done(run("words", "check")).startswith("0 problems")
    (own / "measures.csv").write_text(
        f"{HEADER}\n{FROBNICATE}\nmimsy,slain,verb,people,x\nperish,killed,subject,people,They sang.\n"
    )
    (own / "things.csv").write_bytes(b"words,unit\nca\xf1on,other\n")
    said = run("words", "check")
    assert (said.returncode, said.stderr) == (SOME_INPUT_MISSING, "")
    *problems, last = said.stdout.splitlines()
    starts = sorted(line.removeprefix(f"{own}/")[:60] for line in problems)
    assert starts == [
        "measures.csv, row 3: 'slain' is no measure; choose one of ki",
        "measures.csv, row 4: the example does not prove 'perish': it",
        "things.csv, row 2: this is no UTF-8; save the file again as ",
    ]
    assert last == f"3 problems. Your own lists: {own}."


def test_try_shows_what_a_row_would_gain_and_keeps_nothing(run: Run, own: Path) -> None:
    before = done(run("export", "figures", "--format", "csv"))
    lines = done(run("words", "try", "measures", FROBNICATE)).splitlines()
    assert "The Echo" in lines[0]
    assert lines[1:] == [
        "  gains “nine”: injured, 9, people, at Tamale, says The mayor (measure other → injured)",
        "      in “The mayor said nine people were frobnicated in Tamale.”",
        "1 gained, 0 lost, 0 changed, in 1 of 2 reports.",
        f"Nothing was kept. To use the row, add it to {own}/measures.csv, then run humsit reread.",
    ]
    assert done(run("export", "figures", "--format", "csv")) == before
    assert list(own.iterdir()) == []


def test_try_says_which_corrections_would_lose_their_fact(run: Run) -> None:
    kept = done(run("export", "figures", "--format", "csv"))
    fact = next(line.split(",")[1] for line in kept.splitlines() if "rebels" in line)
    done(run("correct", fact, "--field", "value", "--to", "510", "--why", "the list", "--by", "Ada"))
    said = done(run("words", "try", "not_figures", "rebels,after,a side,There were 40 rebels."))
    assert "correction 1, Ada: correct value 500 → 510: would lose its fact" in said
    assert "1 correction would lose its fact; it would be kept and shown as homeless." in said


def test_try_takes_a_file_of_rows_or_standard_input(run: Run, tmp_path: Path) -> None:
    rows = f"{HEADER}\n{FROBNICATE}\nrub,rescued,verb,people,Nine people were rubbed in Tamale.\n"
    (tmp_path / "rows.csv").write_text(rows)
    from_file = done(run("words", "try", "measures", tmp_path / "rows.csv"))
    assert "1 gained" in from_file
    assert "To use the 2 rows, add them to" in from_file
    assert done(run("words", "try", "measures", "-", stdin=rows)) == from_file


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("measures", FROBNICATE.replace("injured", "hurt"), "{own}/measures.csv, row 2: 'hurt' is no measure; choose one of"),
        ("measures", FROBNICATE.replace("Nine", "He"), "{own}/measures.csv, row 2: the example does not prove 'frobnicate': it"),
        ("measures", "frobnicate", "'frobnicate' is neither a row, which has commas, nor a file to be read: write one of them."),
        ("measure", FROBNICATE, "'measure' is the name of no word list: the lists are abbreviations, claimants,"),
        ("measures", "-", "standard input: there is no row; write words,measure,role,of,example."),
    ],
    ids=["value", "example", "file", "list", "nothing"],
)
def test_a_row_that_cannot_be_tried_is_one_sentence_and_a_wrong_call(run: Run, own: Path, name: str, row: str, said: str) -> None:
    tried = run("words", "try", name, row)
    assert (tried.returncode, tried.stdout) == (WRONG_CALL, "")
    (sentence,) = complaints(tried)
    assert sentence.startswith(f"humsit: {said.format(own=own)}")


def test_a_bad_row_is_told_in_the_same_words_by_check_and_try(run: Run, own: Path) -> None:
    for row in (FROBNICATE.replace("injured", "hurt"), FROBNICATE.replace("Nine", "He")):
        (own / "measures.csv").unlink(missing_ok=True)
        (tried,) = complaints(run("words", "try", "measures", row))
        (own / "measures.csv").write_text(f"{HEADER}\n{row}\n")
        assert run("words", "check").stdout.splitlines()[0] == tried.removeprefix("humsit: ").removesuffix(".")
