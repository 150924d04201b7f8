"""The ways in from a terminal: what is said, what comes back as exit code, what stays when it is done again."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from calls import SOME_INPUT_MISSING, WRONG_CALL, Run, caller, complaints, done

REPORT = "Nine people were killed in Sumy, the mayor said."


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


def test_a_folder_is_kept_summed_up_and_passed_over_the_second_time(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, place in enumerate(("Sumy", "Lviv", "Odesa")):
        (tmp_path / "in" / f"{number}.txt").write_text(REPORT.replace("Sumy", place))
    (tmp_path / "in" / "picture.txt").write_bytes(b"\x89PNG\r\n")
    first = run("add", tmp_path / "in", "--publisher", "The Post")
    assert first.returncode == SOME_INPUT_MISSING
    assert first.stdout.splitlines()[-1] == "3 kept, 0 there already, 1 refused."
    assert len(complaints(first)) == 1
    second = run("add", tmp_path / "in", "--publisher", "The Post")
    assert second.stdout.splitlines()[-1] == "0 kept, 3 there already, 1 refused."


def test_standard_input_files_and_folders_go_in_together(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    said = run("add", "-", tmp_path / "a.txt", tmp_path / "none.txt", stdin="Four people were injured in Lviv.")
    assert said.stdout.splitlines()[-1] == "2 kept, 0 there already, 1 refused."
    assert "none.txt does not exist" in said.stderr


@pytest.mark.parametrize(
    "words", [("add", "https://example.org/report"), ("follow", "--add", "https://example.org/rss")], ids=["address", "feed"]
)
def test_nothing_is_fetched_unless_it_was_allowed(run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.delenv("HUMSIT_FETCH", raising=False)
    said = run(*words)
    assert said.returncode in (SOME_INPUT_MISSING, WRONG_CALL)
    (why,) = complaints(said)
    assert "Fetching is off, so that nothing leaves this machine" in why


def test_following_nothing_says_how_to_begin(run: Run) -> None:
    said = run("follow")
    assert said.returncode == WRONG_CALL
    assert "humsit follow --add https://" in said.stderr
    assert done(run("follow", "--list")) == "No feed is followed.\n"
    assert run("follow", "--remove", "https://example.org/rss").returncode == WRONG_CALL


def test_a_folder_is_watched_until_all_of_now_is_read(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n")
    for path in folder.iterdir():
        os.utime(path, (time.time() - 60,) * 2)
    said = run("watch", folder, "--once", "--published", "2022-03-04")
    assert said.returncode == SOME_INPUT_MISSING
    assert said.stdout.splitlines()[-1] == "1 kept, 0 there already, 1 refused."
    assert "b.txt" in (folder / "humsit-not-read.csv").read_text(encoding="utf-8-sig")
    assert run("watch", tmp_path / "none").returncode == WRONG_CALL
