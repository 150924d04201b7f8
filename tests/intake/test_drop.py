"""Many files in one drop: broken ones are named, it can be stopped and gone on with, and nothing is held in memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from humsit.documents.metadata import Metadata
from humsit.intake import keep
from humsit.intake.drop import Drop, Stage, files_in, refused_as_csv
from humsit.intake.keep import Incoming, Kept, Passed, Refused
from humsit.situation import Selection, Situation, open_situation
from tests.bench.drop import dropped, write_files


def drop_of(situation: Situation, folder: Path, **how: object) -> Drop:
    incoming = [one for one in files_in([str(folder)]) if isinstance(one, Incoming)]
    return Drop(situation, incoming, **how)  # type: ignore[arg-type]


def kept_in(situation: Situation) -> int:
    return situation.count("documents", Selection())


def test_forty_files_with_five_in_a_hundred_broken(tmp_path: Path) -> None:
    """The smoke run of `python -m tests.bench.drop 1000`."""
    result = dropped(40, tmp_path)
    assert (result.kept, result.refused, result.again_there, result.again_kept) == (38, 2, 38, 0)


def test_what_is_refused_is_named_with_its_reason_and_the_rest_is_kept(tmp_path: Path, situation: Situation) -> None:
    write_files(tmp_path / "in", 20)
    (tmp_path / "in" / "many.jsonl").write_text('{"text": "Nine people were killed."}\n{"text": ""}\nno json\n')
    drop = drop_of(situation, tmp_path / "in")
    drop.run()
    assert (drop.stage, drop.done, drop.kept) == (Stage.DONE, 21, 20)
    assert {Path(one.called).name for one in drop.refused} == {"report-00019.txt", "many.jsonl"}
    assert all(one.called in one.reason and one.reason.endswith(".") for one in drop.refused)
    assert kept_in(situation) == 20


def test_a_stopped_drop_goes_on_where_it_stopped_and_reads_nothing_twice(
    tmp_path: Path, situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path / "in", 18)
    drop = drop_of(situation, tmp_path / "in")
    for number, _ in enumerate(drop.outcomes(), 1):
        if number == 7:
            drop.stop()
    assert (drop.stage, drop.done, drop.kept, kept_in(situation)) == (Stage.STOPPED, 7, 7, 7)
    read: list[Path] = []
    real = keep.read_file
    monkeypatch.setattr(keep, "read_file", lambda path, *given, **how: read.append(path) or real(path, *given, **how))
    again = drop.again()
    again.run()
    assert (again.stage, again.kept, again.there_already, kept_in(situation)) == (Stage.DONE, 11, 7, 18)
    assert len(read) == 11


def test_a_file_that_was_refused_in_part_is_read_again_when_it_comes_again(tmp_path: Path, situation: Situation) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Nine people were killed."}\nno json\n')
    for new in (True, False):
        first, second = keep.keep_file(situation, Incoming(path, "many.jsonl"))
        assert isinstance(first, Kept)
        assert first.new is new
        assert isinstance(second, Refused)


def test_a_file_said_otherwise_is_not_passed_over(tmp_path: Path, situation: Situation) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nine people were killed.")
    incoming = Incoming(path, "a.txt")
    (first,) = keep.keep_file(situation, incoming)
    (passed,) = keep.keep_file(situation, incoming)
    (tmp_path / "a.metadata.json").write_text('{"publisher": "The Post"}')
    (beside,) = keep.keep_file(situation, incoming)
    (given,) = keep.keep_file(situation, incoming, Metadata(agency="Wire"))
    assert isinstance(first, Kept)
    assert isinstance(passed, Passed)
    assert isinstance(beside, Kept)
    assert isinstance(given, Kept)


def test_a_file_that_breaks_the_reader_is_one_sentence(
    tmp_path: Path, situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(situation, "add", breaks)
    path = tmp_path / "a.txt"
    path.write_text("Nine people were killed.")
    (refused,) = keep.keep_file(situation, Incoming(path, "../../a.txt"))
    assert isinstance(refused, Refused)
    assert refused.reason == "../../a.txt could not be read (RecursionError): save it in another format and add that."


def test_the_table_of_refused_files_runs_nothing_in_a_spreadsheet() -> None:
    table = refused_as_csv([Refused('=HYPERLINK("x").txt', "@broken, very"), Refused("ok.txt", "empty")]).decode("utf-8-sig")
    assert table.splitlines() == ["file,reason", '"\'=HYPERLINK(""x"").txt","\'@broken, very"', "ok.txt,empty"]


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a POSIX signal")
def test_ctrl_c_leaves_a_whole_store_and_says_how_to_go_on(tmp_path: Path) -> None:
    write_files(tmp_path / "in", 400)
    environment = os.environ | {"HUMSIT_STORE": str(tmp_path / "desk.db"), "HUMSIT_DATA": str(tmp_path)}
    command = [sys.executable, "-u", "-m", "humsit", "add", str(tmp_path / "in")]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    while not running.stdout.readline().startswith("kept"):
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "To go on, give the same command again" in said
    assert "Traceback" not in said
    situation = open_situation(environment["HUMSIT_STORE"])
    assert situation.check() == []
    assert 0 < kept_in(situation) < 380
    situation.close()
