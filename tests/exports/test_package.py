"""The data package is held to its own standards by their own tools: Frictionless and HXL."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import frictionless
import hxl
import pandas as pd
import pytest
from builders import condition, denial, document, figure
from hxl.input import InputOptions

from humsit import home
from humsit.documents.made import document_from_text
from humsit.exports import Outgoing, write_package
from humsit.records import JudgementKind, WrongValue
from humsit.situation import Situation, mark_confidential, open_situation
from humsit.tables import TABLES, from_csv

EVIL = '=HYPERLINK("http://x.invalid")'


@pytest.fixture(scope="module")
def situation() -> Situation:
    """The seed, a report whose text attacks spreadsheets, a confidential one, and decisions of analysts: a row in most tables."""
    made = open_situation("sqlite://", seeds=home.seeds_folder())
    report = document(
        f"{EVIL} 22 died. no water. denied killing civilians.", title=EVIL, publisher="@Echo", published=dt.date(2024, 5, 2)
    )
    facts = [figure("22", report, claimant=EVIL, place="-Kosti"), condition("no water", report), denial(of=report)]
    made.store.add(report, facts)
    made.correct(facts[0].fact_id, "value", "23", who="Ada", why="+recount")
    made.approve(facts[1].fact_id, who="Ada", why="read")
    made.judge(JudgementKind.RELIABILITY, "United Nations", "A", who="Ada", why="known for long")
    made.add(document_from_text("Oxfam said 500 people were killed in Bucha.", document_id="secret"))
    mark_confidential(made, "secret", who="Ada", why="a friend's note")
    return made


@pytest.fixture(scope="module")
def package(situation: Situation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write_package(Outgoing(situation), folder)
    return folder


def test_the_package_is_valid_for_frictionless_which_finds_every_table(package: Path) -> None:
    report = frictionless.validate(package / "datapackage.json")
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert [task.name for task in report.tasks] == [
        name for table in TABLES for name in (table.replace("_", "-"), f"{table.replace('_', '-')}-hxl")
    ]
    rows = {task.name: task.stats.get("rows") for task in report.tasks}
    assert rows["figures"] == rows["figures-hxl"] == len(from_csv((package / "figures.csv").read_text("utf-8"), "figures")) > 10


@pytest.mark.parametrize(
    ("table", "spoil", "complaint"),
    [
        ("figures", lambda text: text.replace(",contested,", ",disputed,", 1), "constraint"),
        ("figures", lambda text: text.replace(",exact,", ",precisely,", 1), "constraint"),
        ("figures", lambda text: text + text.splitlines()[-1], "primary-key"),
        ("documents", lambda text: "\n".join(text.splitlines()[:-1]), "foreign-key"),
        ("documents", lambda text: text.replace("2024-05-02", "2 May"), "type-error"),
    ],
)
def test_the_schemas_catch_what_is_wrong(package: Path, tmp_path: Path, table: str, spoil, complaint: str) -> None:  # type: ignore[no-untyped-def]
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    for resource in described["resources"]:
        del resource["hash"], resource["bytes"]
    described["resources"] = [one for one in described["resources"] if one["name"] in ("figures", "documents")]
    (tmp_path / "datapackage.json").write_text(json.dumps(described), "utf-8")
    for name in ("figures", "documents"):
        text = (package / f"{name}.csv").read_bytes().decode()
        (tmp_path / f"{name}.csv").write_bytes((spoil(text) if name == table else text).encode())
    found = frictionless.validate(tmp_path / "datapackage.json")
    assert not found.valid
    assert any(complaint in kind for (kind,) in found.flatten(["type"]))


@pytest.mark.parametrize("table", TABLES)
def test_every_hxl_file_is_valid_for_libhxl(package: Path, table: str) -> None:
    source = hxl.data(str(package / "hxl" / f"{table}.csv"), InputOptions(allow_local=True))
    assert [column.display_tag for column in source.columns] == [hxl.model.Column.parse(c.hxl).display_tag for c in TABLES[table]]
    result = hxl.validation.validate(source)
    assert [issue for issue in result["issues"] if issue["severity"] == "error"] == []


def test_plain_and_tagged_files_hold_the_same_and_are_read_back_without_loss(package: Path, situation: Situation) -> None:
    for table in TABLES:
        plain, tagged = ((package / folder / f"{table}.csv").read_bytes().decode() for folder in ("", "hxl"))
        pd.testing.assert_frame_equal(from_csv(plain, table), from_csv(tagged, table))
        pd.testing.assert_frame_equal(from_csv(plain, table), Outgoing(situation).table(table))


def test_no_cell_of_the_package_is_a_formula(package: Path) -> None:
    files = list(package.rglob("*.csv"))
    assert len(files) == 2 * len(TABLES)
    for file in files:
        cells = pd.read_csv(file, dtype=str, keep_default_na=False, header=None)
        numeric = cells.apply(lambda column: pd.to_numeric(column, errors="coerce")).notna()
        assert not cells.where(~numeric, "").map(lambda cell: cell.startswith(("=", "+", "-", "@"))).any(axis=None)


def test_the_package_says_what_is_missing(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    for text in (described["description"], (package / "README.md").read_text("utf-8")):
        assert "1 confidential report is left out" in text
        assert "private persons" in text
    assert not any("Oxfam" in file.read_text("utf-8") for file in package.rglob("*") if file.is_file())


def test_a_zip_holds_the_same_files(package: Path, situation: Situation, tmp_path: Path) -> None:
    write_package(Outgoing(situation), tmp_path / "deep" / "situation.zip")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "deep" / "situation.zip").read_bytes())) as archive:
        names = {file.relative_to(package).as_posix() for file in package.rglob("*") if file.is_file()}
        assert set(archive.namelist()) == names
        assert archive.read("figures.csv") == (package / "figures.csv").read_bytes()


def test_a_package_that_cannot_be_written_is_said_in_one_sentence(situation: Situation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WrongValue, match="name another folder"):
        write_package(Outgoing(situation), tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
