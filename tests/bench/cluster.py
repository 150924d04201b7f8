"""A real Dask cluster for tests and sweeps: a scheduler and workers, each a process of its own, on free loopback ports."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client

from tests.servers import free_port

CLONE = Path(__file__).parents[2]


@dataclass
class Cluster:
    """A running cluster: where it answers, and its workers' processes."""

    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def kill_a_worker(self) -> None:
        """Ends one worker as a lost machine would: at once, with what it was doing."""
        worker = self.workers.pop()
        worker.kill()
        worker.wait()


@contextmanager
def cluster(folder: Path, *, workers: int = 2, options: tuple[str, ...] = ("--no-nanny",)) -> Iterator[Cluster]:
    """A scheduler and workers of one core each; `folder` takes their logs."""
    environment = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1", "PYTHONPATH": str(CLONE)}
    running = Cluster(f"tcp://127.0.0.1:{free_port()}")
    started: list[subprocess.Popen[bytes]] = []

    def start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (folder / "cluster.log").open("ab") as log:
            command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
            started.append(subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log))
        return started[-1]

    try:
        start("dask_scheduler", "--host", "127.0.0.1", "--port", running.address.rpartition(":")[2], "--no-dashboard")
        local = (
            "--host",
            "127.0.0.1",
            "--no-dashboard",
            "--nthreads",
            "1",
            "--memory-limit",
            "2GB",
            "--local-directory",
            str(folder),
        )
        running.workers = [start("dask_worker", running.address, *local, *options) for _ in range(workers)]
        with Client(running.address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield running
    finally:
        for process in reversed(started):  # a nanny's worker ends with it
            process.kill()
            process.wait()
