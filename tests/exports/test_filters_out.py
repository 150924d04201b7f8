"""Exports and briefs take the filters of the screen, refuse words that do not exist, and say what they were narrowed to."""

from __future__ import annotations

import datetime as dt
import json
import shlex
from pathlib import Path

import pandas as pd
import pytest
from calls import WRONG_CALL, Run, caller, complaints, done
from typer.testing import CliRunner

from humsit.__main__ import app
from humsit.exports import as_options, filters_in_words
from humsit.records import HumsitError
from humsit.situation import Clock, Known, Selection, open_situation
from humsit.tables import from_csv


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    monkeypatch.setenv("HUMSIT_STORE", url)
    monkeypatch.setenv("HUMSIT_DATA", str(tmp_path / "data"))
    return url


def printed(*words: str) -> str:
    """What a call of this process prints."""
    said = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert said.exit_code == 0
    return said.stdout


def figures(*words: str) -> pd.DataFrame:
    return from_csv(printed("export", "figures", "--format", "csv", *words), "figures")


def test_every_filter_narrows_the_export_as_it_narrows_the_screen(store: str) -> None:
    everything = figures()
    first, second = everything["fact_id"].iloc[:2]
    situation = open_situation(store)
    situation.approve(first, who="Ada", why="checked")
    situation.reject(second, who="Ada", why="no figure")
    asked = {
        ("--place", "Chernihiv"): Selection(place=("Chernihiv",)),
        ("--place", "Chernihiv", "--place", ""): Selection(place=("Chernihiv", "")),
        ("--measure", "killed", "--measure", "refugees"): Selection(measure=("killed", "refugees")),
        ("--claimant", "Ukraine"): Selection(claimant=("Ukraine",)),
        ("--standing", "contested"): Selection(standing=("contested",)),
        ("--stance", "admitted"): Selection(stance=("admitted",)),
        ("--since", "2022-03-02", "--until", "2022-03-02"): Selection(since=dt.date(2022, 3, 2), until=dt.date(2022, 3, 2)),
        ("--text", "BODIES"): Selection(text="bodies"),
        ("--review", "approved"): Selection(review=("approved",)),
        ("--review", "rejected"): Selection(review=("rejected",), include_rejected=True),
        ("--no-other", "--no-superseded", "--rejected"): Selection(
            include_other=False, include_superseded=False, include_rejected=True
        ),
    }
    for options, selection in asked.items():
        found = list(figures(*options)["fact_id"])
        assert found == list(situation.table("figures", selection)["fact_id"]), options
        assert 0 < len(found) < len(everything), options
    situation.close()


def test_a_word_that_does_not_exist_is_one_sentence_with_those_that_do(run: Run) -> None:
    for options, words in (
        (("--measure", "deaths"), ("'deaths'", "killed, injured")),
        (("--standing", "disputed"), ("'disputed'", "single_source, corroborated, divergent, contested")),
        (("--review", "seen"), ("'seen'", "approved")),
        (("--since", "2022-03-05", "--until", "2022-03-01"), ("2022-03-05", "--until")),
        (("--since", "someday"), ("someday",)),
    ):
        said = run(
            "brief" if options[0] == "--review" else "export", *(["figures"] if options[0] != "--review" else []), *options
        )
        (complaint,) = complaints(said)
        assert said.returncode == WRONG_CALL
        assert all(word in complaint for word in words), complaint
        assert said.stdout == ""


def test_gold_cases_are_whole_reports(store: str) -> None:
    with pytest.raises(HumsitError, match="whole reports"):
        printed("export", "gold", "--place", "Chernihiv")


def test_a_narrowed_brief_says_what_it_was_narrowed_to(store: str) -> None:
    whole, narrowed = printed("brief", "--format", "md"), printed("brief", "--format", "md", "--measure", "refugees")
    assert "Russia" in whole
    assert "what is counted refugees" in narrowed.replace("\n", " ")
    assert "Killed" in whole
    assert "Killed" not in narrowed


def test_a_narrowed_package_says_what_it_was_narrowed_to_and_holds_no_more(run: Run, tmp_path: Path) -> None:
    done(run("export", "package", "--place", "Chernihiv", "--output", tmp_path / "package"))
    described = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))["description"]
    assert "Only what is asked for: place Chernihiv." in described
    for table in ("figures", "conditions", "claims"):
        kept = from_csv((tmp_path / "package" / f"{table}.csv").read_text("utf-8"), table)
        assert set(kept["place"]) <= {"Chernihiv"}, table


def test_a_private_name_that_was_asked_for_is_not_told_in_a_masked_file() -> None:
    asked = Selection(claimant=("Ivan Koval",), text="koval")
    assert "oval" not in " ".join(filters_in_words(asked, private=True))
    assert "Ivan Koval" in " ".join(filters_in_words(asked, private=False))
    assert filters_in_words(Selection(), private=True) == []


def test_the_command_that_a_long_table_names_asks_for_the_same(store: str) -> None:
    printed("export", "figures")
    asked = Selection(
        place=("Chernihiv", "L'viv region"),
        measure=("killed",),
        text="22 bodies; rm",
        include_other=False,
        since=dt.date(2022, 1, 1),
    )
    options = as_options(asked)
    assert shlex.split(options)[:4] == ["--place", "Chernihiv", "--place", "L'viv region"]
    situation = open_situation(store)
    assert list(figures(*shlex.split(options))["fact_id"]) == list(situation.table("figures", asked)["fact_id"])
    situation.close()
    then = Known(dt.date(2022, 3, 3), Clock.PUBLISHED)
    assert as_options(Selection(known=then)) == " --known-on 2022-03-03 --by published"
