"""The worker that takes files apart: limits of time and memory, what a bad file costs, what the others feel, and its end."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from humsit.documents import bounded
from humsit.documents.bounded import end_workers, extracted
from humsit.records import UnreadableInput
from tests.documents.worker_tricks import broken, crashing, deep, greedy, hanging, printing, refused, whole, worker_id


@pytest.fixture(autouse=True)
def _ours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers of this module: they find it, and none is left."""
    root = str(Path(__file__).parents[2])
    monkeypatch.setattr(bounded, "START", f"import sys; sys.path.append({root!r}); " + bounded.START)
    end_workers()
    yield
    end_workers()


def said(function: object, data: bytes = b"") -> str:
    with pytest.raises(UnreadableInput) as reason:
        extracted(function, data, "bad.pdf")  # type: ignore[arg-type]
    return str(reason.value)


def test_all_that_was_taken_out_comes_back() -> None:
    assert extracted(whole, "Чернігів".encode(), "a.pdf") == whole("Чернігів".encode(), "a.pdf")


def test_what_a_library_prints_is_no_part_of_the_answer() -> None:
    assert extracted(printing, b"", "a.pdf").text == "whole"


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (refused, "bad.pdf is no good."),
        (broken, "bad.pdf is damaged and cannot be opened"),
        (deep, "bad.pdf is nested too deeply"),
        (crashing, "bad.pdf needs more than 1500 MB of memory to open, or is so damaged that its reader breaks"),
        (greedy, "bad.pdf needs more than 1500 MB of memory to open"),
    ],
)
def test_a_bad_file_costs_one_sentence_and_the_next_one_is_read(function: object, reason: str) -> None:
    if function is greedy and sys.platform != "linux":
        pytest.skip("only Linux bounds a process's memory")
    assert said(function).startswith(reason)
    assert extracted(whole, b"next", "b.pdf").text == "next"


def test_a_file_that_hangs_is_given_up_in_time_its_worker_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_SECONDS", 1.5)
    began = time.monotonic()
    assert said(hanging, bytes(tmp_path)).startswith("bad.pdf was given up after 1.5 seconds")
    assert time.monotonic() - began < 10
    assert not runs(int((tmp_path / "worker").read_text()))


def test_one_worker_serves_many_files_and_is_replaced_after_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "FILES_OF_A_WORKER", 5)
    served = [extracted(worker_id, b"", "a").text for _ in range(10)]
    assert len(set(served[:5])) == len(set(served[5:])) == 1
    assert served[0] != served[9]


def test_a_file_is_not_blamed_for_what_earlier_ones_did_to_the_worker() -> None:
    first = extracted(worker_id, b"", "a").text
    os.kill(int(first), 9)
    assert extracted(worker_id, b"", "b").text != first


def test_threads_share_the_workers_and_each_gets_its_own_answer() -> None:
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = extracted(whole, str(number).encode(), "a").text

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: str(number) for number in range(12)}


def runs(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet waited for does not."""
    status = Path(f"/proc/{pid}/stat")
    if status.parent.parent.exists():
        try:
            return status.read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False
    return subprocess.run(["ps", "-p", str(pid)], capture_output=True).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="asks for processes as POSIX does")
@pytest.mark.parametrize("busy", [True, False], ids=["at work", "waiting"])
def test_a_worker_ends_with_the_process_that_started_it_also_where_that_is_killed(tmp_path: Path, busy: bool) -> None:
    root, function = str(Path(__file__).parents[2]), "hanging" if busy else "waiting"
    start = f"import sys; sys.path.append({root!r}); import humsit.documents.worker as w; w.GRACE = 1.0; "
    (tmp_path / "owner.py").write_text(
        textwrap.dedent(f"""
        import sys, time, threading
        sys.path.insert(0, {root!r})
        from humsit.documents import bounded
        from tests.documents.worker_tricks import {function}
        bounded.MOST_SECONDS = 2.0
        bounded.START = {start!r} + bounded.START
        threading.Thread(target=bounded.extracted, args=({function}, {bytes(tmp_path)!r}, "a"), daemon=True).start()
        time.sleep(60)
        """)
    )
    owner = subprocess.Popen([sys.executable, str(tmp_path / "owner.py")])
    try:
        wait_until(lambda: (tmp_path / "worker").exists() and (tmp_path / "worker").read_text() != "")
        worker = int((tmp_path / "worker").read_text())
        assert runs(worker)
    finally:
        owner.kill()
        owner.wait()
    wait_until(lambda: not runs(worker))


def wait_until(holds: object, seconds: float = 25) -> None:
    end = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
