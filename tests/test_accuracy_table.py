"""The accuracy that is shown is the accuracy that is: the package's file and the README's block are made from the gold today."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from builders import figure

from humsit.accuracy import measure, measured
from humsit.records import Document, UnreadableInput
from tests.accuracy import GOLD, README, as_markdown, measured_now, readme_with_accuracy

STALE = "The reader, its words or the gold have changed: run `make accuracy`."
NOW = measured_now()


def test_what_the_dashboard_shows_is_what_is_measured_today() -> None:
    assert measured() == NOW, STALE


def test_what_the_readme_shows_is_what_is_measured_today() -> None:
    text = README.read_text(encoding="utf-8")
    assert readme_with_accuracy(text, NOW) == text, STALE
    assert as_markdown(NOW) in text


def test_every_gold_file_of_figures_counts() -> None:
    with (GOLD / "sources.csv").open(encoding="utf-8", newline="") as lines:
        named = {row["file"] for row in csv.DictReader(lines)}
    of_figures = {path.name for path in GOLD.glob("*.jsonl") if "figures" in json.loads(path.read_text().split("\n")[0])}
    assert named == of_figures, (
        "name it in tests/gold/sources.csv, with a title and whether it was read while the reader was made"
    )


def test_known_errors_come_from_their_table() -> None:
    with (GOLD / "known_errors.csv").open(encoding="utf-8", newline="") as lines:
        written = [row["sentence"] for row in csv.DictReader(lines)]
    assert written
    assert {error.sentence for error in NOW.errors} <= set(written)


# --- how it is made

GOLD_LINE = (
    '{"id": "a", "text": "Police said 22 died.", "figures": [{"number": "22", "measure": "killed", "low": 22, "high": 22}]}'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_text(GOLD_LINE)
    (tmp_path / "sources.csv").write_text("file,title,read_during_development,note\na.jsonl,Ours,no,None.\n")
    (tmp_path / "known_errors.csv").write_text(
        "sentence,example,words,field,right\n"
        "No example.,,,,\nStill made.,Police said 22 died.,22,place,Wa\nMended.,Police said 22 died.,22,place,Kyiv\n"
        "Not read.,Police said 23 died.,23,place,Wa\nToo much.,Police said 22 died.,22,place,\n"
    )
    return tmp_path


def read(document: Document) -> list[object]:
    return [figure("22", of=document, place="Kyiv")] if "22" in document.text else []


def test_sources_and_errors_come_from_their_tables_and_mended_errors_go(folder: Path) -> None:
    made = measure(folder, read)  # type: ignore[arg-type]
    (source,) = made.sources
    assert (source.title, source.read_during_development, source.texts, source.found.f1) == ("Ours", False, 1, 1.0)
    assert {error.sentence: error.read for error in made.errors} == {
        "No example.": "",
        "Still made.": "the place of “22” is read as Kyiv, not as Wa",
        "Not read.": "“23” is not read",
        "Too much.": "the place of “22” is read as Kyiv, though none is said",
    }
    assert type(made).model_validate_json(made.as_text()) == made


@pytest.mark.parametrize(
    ("table", "content", "said"),
    [
        ("sources.csv", "file,title\n", "has no column read_during_development, note: add it"),
        (
            "sources.csv",
            "file,title,read_during_development,note\na.jsonl,Ours,maybe,\n",
            "a.jsonl: give a title, and write yes or no",
        ),
        ("sources.csv", "file,title,read_during_development,note\nb.jsonl,Ours,no,\n", "b.jsonl cannot be read"),
        ("known_errors.csv", None, "known_errors.csv cannot be read"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(folder: Path, table: str, content: str | None, said: str) -> None:
    (folder / table).unlink()
    if content is not None:
        (folder / table).write_text(content)
    with pytest.raises(UnreadableInput, match=said):
        measure(folder, read)  # type: ignore[arg-type]
