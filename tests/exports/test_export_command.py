"""`humsit export` through real processes: every format, opened by another library; what is confidential; parts of long tables."""

from __future__ import annotations

import io
import json
from pathlib import Path

import frictionless
import openpyxl
import pandas as pd
import pytest
from calls import DONE, WRONG_CALL, Run, caller, complaints, done, rows

from humsit.tables import from_csv

REPORT = "Local resident Ivan Koval said 30 people were killed in Bucha.\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


def test_every_format_of_a_table_holds_the_same_figures(run: Run, tmp_path: Path) -> None:
    ids = [row["fact_id"] for row in rows(run("export", "figures", "--format", "jsonl"))]
    assert len(ids) > 5
    plain = done(run("export", "figures", "--format", "csv"))
    assert list(from_csv(plain, "figures")["fact_id"]) == ids
    assert done(run("export", "figures", "--format", "hxl")) == done(run("export", "figures", "--format", "csv-hxl"))
    assert [one["fact_id"] for one in json.loads(done(run("export", "figures", "--format", "json")))] == ids
    for ending, read in (("xlsx", lambda file: pd.read_excel(file, sheet_name="figures")), ("parquet", pd.read_parquet)):
        assert done(run("export", "figures", "--format", ending, "--output", tmp_path / f"figures.{ending}")) == ""
        assert list(read(tmp_path / f"figures.{ending}")["fact_id"]) == ids
    book = openpyxl.load_workbook(tmp_path / "figures.xlsx")
    assert book.sheetnames == ["Readme", "figures"]
    assert str(book["Readme"]["A2"].value).startswith("As known on ")


def test_read_writes_the_new_formats_too(run: Run, tmp_path: Path) -> None:
    assert json.loads(done(run("read", "-", "--format", "json", stdin="Police said 9 people died in Kyiv.")))[0]["value"] == 9
    assert done(run("read", "-", "--format", "xlsx", "--output", tmp_path / "x.xlsx", stdin="Police said 9 people died.")) == ""
    assert pd.read_excel(tmp_path / "x.xlsx", sheet_name="figures")["value"].item() == 9


def test_private_names_leave_only_when_asked_for(run: Run) -> None:
    run("add", "-", stdin=REPORT)
    masked, kept = (
        from_csv(done(run("export", "figures", "--format", "csv", *more)), "figures") for more in ([], ["--keep-names"])
    )
    assert not masked["claimant"].str.contains("Koval").any()
    assert not masked["quote"].str.contains("Koval").any()
    assert kept["quote"].str.contains("Koval").any()
    again = from_csv(done(run("export", "figures", "--format", "csv")), "figures")
    assert list(again["claimant"]) == list(masked["claimant"]), "the same person keeps the same number"


def test_a_confidential_report_stays_here_and_every_call_says_so(run: Run, tmp_path: Path) -> None:
    run("add", "-", stdin=REPORT)
    kept = from_csv(done(run("export", "documents", "--format", "csv")), "documents")
    document_id = kept["document_id"].iloc[-1]
    done(run("judge", "confidential", document_id, "yes", "--why", "his street is watched", "--by", "Ada"))
    without, included = (
        run("export", "figures", "--format", "csv"),
        run("export", "figures", "--include-confidential", "--format", "csv"),
    )
    assert (without.returncode, included.returncode) == (DONE, DONE)
    assert document_id not in without.stdout
    assert document_id in included.stdout
    assert "1 confidential report is left out" in complaints(without)[0]
    assert "do not pass this on" in complaints(included)[0]
    said = run("export", "package", "--output", tmp_path / "package")
    assert "1 confidential report is left out" in complaints(said)[0]
    assert document_id not in (tmp_path / "package" / "documents.csv").read_text("utf-8")
    done(run("judge", "confidential", document_id, "--why", "he has left", "--by", "Ada"))
    assert document_id in done(run("export", "figures", "--format", "csv"))


def test_a_mark_on_a_report_that_is_not_there_is_refused(run: Run) -> None:
    said = run("judge", "confidential", "no-such-report", "yes", "--why", "w", "--by", "Ada")
    assert said.returncode == WRONG_CALL
    assert "no-such-report" in complaints(said)[0]


def test_a_package_needs_a_place_and_is_valid(run: Run, tmp_path: Path) -> None:
    said = run("export", "package")
    assert said.returncode == WRONG_CALL
    assert "--output" in complaints(said)[0]
    assert done(run("export", "package", "--output", tmp_path / "package.zip")) == ""
    assert frictionless.validate(str(tmp_path / "package.zip"), type="package").valid


def test_parts_written_one_after_the_other_make_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from humsit import home
    from humsit.exports import Outgoing
    from humsit.output import Format, write_parts
    from humsit.situation import open_situation

    situation = open_situation("sqlite://", seeds=home.seeds_folder())
    whole = situation.table("figures")
    monkeypatch.setattr("humsit.exports.outgoing.PAGE", 4)
    for format in (Format.CSV, Format.CSV_HXL, Format.JSONL):
        write_parts(Outgoing(situation).pages("figures"), "figures", format, tmp_path / "figures")
        text = (tmp_path / "figures").read_bytes().decode()
        if format is Format.JSONL:
            assert [json.loads(line)["fact_id"] for line in text.splitlines()] == list(whole["fact_id"])
            continue
        pd.testing.assert_frame_equal(from_csv(text, "figures"), whole)
        assert len(list(pd.read_csv(io.StringIO(text)).index)) == len(whole) + (format is Format.CSV_HXL)
