"""A folder under watch: files are kept once they are whole; what cannot be read is told where whoever sent it looks."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from humsit.documents.metadata import Metadata
from humsit.intake.drop import NOT_READ, files_in
from humsit.intake.keep import Kept, Refused
from humsit.intake.watch import Watch, folder_to_watch
from humsit.records import WrongValue
from humsit.situation import Selection, Situation

REPORT = "Nine people were killed in Sumy, the mayor said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def old(path: Path, seconds: float = 60) -> None:
    os.utime(path, (time.time() - seconds, time.time() - seconds))


def test_a_file_is_kept_once_it_has_stopped_growing(folder: Path, situation: Situation) -> None:
    watch = Watch(situation, folder, Metadata(publisher="The Post"), every=0.01)
    path = folder / "a.txt"
    path.write_text("Nine people were")
    assert list(watch.look()) == []
    path.write_text(REPORT)
    assert list(watch.look()) == []
    old(path)
    (kept,) = watch.look()
    assert isinstance(kept, Kept)
    assert situation.document(kept.document_id).text == REPORT
    assert situation.document(kept.document_id).publisher == "The Post"
    assert list(watch.look()) == []
    assert (watch.kept, situation.count("documents", Selection())) == (1, 1)


def test_a_file_from_a_machine_whose_clock_is_fast_is_kept_when_it_stays_the_same(folder: Path, situation: Situation) -> None:
    (folder / "a.txt").write_text(REPORT)
    old(folder / "a.txt", -3_600)
    watch = Watch(situation, folder, every=3, settled=2)
    assert list(watch.look()) == []
    assert len(list(watch.look())) == 1


def test_what_cannot_be_read_stands_in_a_report_until_it_is_mended(folder: Path, situation: Situation) -> None:
    broken = folder / "deeper" / "b.txt"
    broken.parent.mkdir()
    broken.write_bytes(b"\x89PNG\r\n")
    (folder / "link.txt").symlink_to("/etc/hostname")
    old(broken)
    watch = Watch(situation, folder, every=0.01)
    (refused,) = watch.look()
    assert isinstance(refused, Refused)
    assert "deeper/b.txt is a picture" in (folder / NOT_READ).read_text(encoding="utf-8-sig")
    old(folder / NOT_READ)
    assert list(watch.look()) == []
    assert NOT_READ not in {Path(one.called).name for one in files_in([str(folder)])}
    broken.write_text(REPORT)
    old(broken, 30)
    assert len(list(watch.look())) == 1
    assert (watch.refused, (folder / NOT_READ).exists()) == ({}, False)


def test_a_second_watch_passes_over_what_the_first_one_kept(folder: Path, situation: Situation) -> None:
    (folder / "a.txt").write_text(REPORT)
    old(folder / "a.txt")
    list(Watch(situation, folder).look())
    again = Watch(situation, folder)
    list(again.look())
    assert (again.kept, again.there_already) == (0, 1)


def test_a_folder_that_goes_away_is_told_and_looked_for_again(folder: Path, situation: Situation) -> None:
    watch = Watch(situation, folder)
    folder.rename(folder.with_name("away"))
    assert list(watch.look()) == []
    assert "cannot be opened now" in watch.said
    folder.with_name("away").rename(folder)
    list(watch.look())
    assert watch.said == ""


def test_it_runs_until_it_is_stopped(folder: Path, situation: Situation) -> None:
    watch = Watch(situation, folder, every=0.01, settled=0)
    running = threading.Thread(target=lambda: list(watch.run()))
    running.start()
    (folder / "a.txt").write_text(REPORT)
    until = time.monotonic() + 20
    while not watch.kept and time.monotonic() < until:
        time.sleep(0.01)
    watch.stop()
    running.join(10)
    assert (watch.kept, watch.is_over, running.is_alive()) == (1, True, False)


@pytest.mark.parametrize("written", ["", "  ", "reports", "../x", "/no/such/folder", "/etc/hostname"])
def test_what_is_no_folder_is_not_watched(written: str) -> None:
    with pytest.raises(WrongValue):
        folder_to_watch(written)
