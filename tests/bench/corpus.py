"""A real Dask cluster over very many reports: `python -m tests.bench.corpus [HOW_MANY] [--folder DIR]` (default 50,000).

A scheduler and two workers, each a process of its own, read a tenth of the reports and then all of them: the workers' memory must
not grow with the number. Then all once more, with a worker killed in the middle; and on local processes, with the job killed in
the middle and started again. Every result must be the same, byte for byte, with each report in it once.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import psutil

from humsit.corpus import read_corpus
from tests.bench.cluster import CLONE, Cluster, cluster
from tests.bench.reports import report, write_reports

ARTICLES_A_DAY, ARTICLE = 1_000_000, 3_000
PART = 200_000
"""Characters a part: fewer than by default, so that there is a middle to kill somebody in."""
MEGABYTE = 1 << 20


def fingerprint(output: Path) -> str:
    """One hash of everything that a result holds."""
    digest = hashlib.sha256()
    for path in sorted(output.rglob("*.parquet")):
        digest.update(str(path.relative_to(output)).encode() + path.read_bytes())
    return digest.hexdigest()


def check(output: Path, how_many: int, expected: str | None = None) -> str:
    """Raises AssertionError unless each report is there once, and all is as `expected`."""
    ids = pd.read_parquet(output / "documents", columns=["document_id"])["document_id"]
    assert len(ids) == ids.nunique() == how_many, f"{len(ids):,} rows, {ids.nunique():,} reports, of {how_many:,}"
    found = fingerprint(output)
    assert expected in (None, found), "the result is another one"
    return found


def on_cluster(source: Path, output: Path, running: Cluster, *, kill_after: int | None = None) -> tuple[float, list[int]]:
    """Reads everything; seconds, and each worker's memory at its highest. Ends a worker once `kill_after` parts are done."""
    highest = [0] * len(running.workers)
    begin = time.monotonic()
    for number, _ in enumerate(read_corpus([str(source)], output, scheduler=running.address, characters=PART), 1):
        if number == kill_after:
            running.kill_a_worker()
        memory = [psutil.Process(worker.pid).memory_info().rss for worker in running.workers]
        highest = [max(pair) for pair in zip(highest, memory, strict=False)]
    return time.monotonic() - begin, highest


def killed_and_resumed(source: Path, output: Path, parts: int) -> float:
    """Reads on local processes, kills the job when about half the parts are done, and reads on. Returns which share was done."""
    call = [sys.executable, "-m", "humsit", "corpus", source, "--output", output, "--part-size", PART]
    job = subprocess.Popen(list(map(str, call)), cwd=CLONE, stdout=subprocess.DEVNULL)
    _wait(lambda: _done(output) >= parts // 2)
    job.send_signal(signal.SIGKILL)
    job.wait()
    done = _done(output) / parts
    subprocess.run(list(map(str, call)), cwd=CLONE, check=True)
    return done


def _done(output: Path) -> int:
    manifest = output / "manifest.jsonl"
    return max(0, manifest.read_bytes().count(b"\n") - 1) if manifest.exists() else 0


def _wait(until: Callable[[], bool], seconds: float = 3_600) -> None:
    deadline = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def sweep(folder: Path, how_many: int) -> None:
    """The whole sweep; raises AssertionError at the first difference."""
    few, many = (write_reports(folder / f"{n}.jsonl", n) for n in (how_many // 10, how_many))
    with cluster(folder) as running:
        taken, first = on_cluster(few, folder / "few", running)
        check(folder / "few", how_many // 10)
        print(f"{how_many // 10:,} reports: {taken:.0f} s; memory of the workers {_megabytes(first)}")
        taken, then = on_cluster(many, folder / "many", running)
        undisturbed = check(folder / "many", how_many)
        print(f"{how_many:,} reports: {taken:.0f} s; memory of the workers {_megabytes(then)}")
        assert max(then) < 1.25 * max(first), "the workers' memory grows with the number of reports"
        size = sum(len(report(number)["text"]) for number in range(0, how_many, 100)) * 100
        a_day = 86_400 * size / taken / len(running.workers) / ARTICLE
        print(
            f"{size / taken / len(running.workers) / 1e6:.2f} million characters a second and core, all things counted: ", end=""
        )
        print(
            f"{a_day / 1e6:.1f} million articles a day; the world's news of a day takes {24 * ARTICLES_A_DAY / a_day:.2f} hours"
        )
        parts = _done(folder / "many")
        on_cluster(many, folder / "worker killed", running, kill_after=parts // 2)
        check(folder / "worker killed", how_many, undisturbed)
        print("a worker killed in the middle: the same result")
    done = killed_and_resumed(many, folder / "job killed", parts)
    check(folder / "job killed", how_many, undisturbed)
    print(f"the job killed when {done:.0%} was done, and started again, on local processes: the same result")


def _megabytes(sizes: list[int]) -> str:
    return " and ".join(f"{size / MEGABYTE:.0f} MB" for size in sizes)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="A real Dask cluster over very many reports.")
    asked.add_argument("how_many", nargs="?", type=int, default=50_000)
    asked.add_argument("--folder", type=Path, help="where to work; if none, a temporary folder")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as temporary:
        sweep(Path(temporary), given.how_many)
