"""Who reads: processes of this machine, or the workers of a Dask cluster. Nothing else in humsit knows Dask."""

from __future__ import annotations

import logging
import os
import time
import warnings
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Self

from humsit.corpus.batches import Batch
from humsit.corpus.reading import OwnLists, Reading, read_batch, why_not
from humsit.records import HumsitError, WrongValue

if TYPE_CHECKING:
    from distributed import Client, Future

BATCHES_A_CORE = 2
"""One that is read and one that waits: every core stays busy, and whatever the size of the input, the memory is that of these."""
ANSWER = 10.0
"""Seconds in which a scheduler answers."""
PATIENCE = 60.0
"""Seconds without any worker after which a job gives up."""


class Workers:
    """The processes that read batches; a context manager that starts or finds them, and lets them go.

    Raises WrongValue where there is no Dask, no scheduler or no worker.
    """

    def __init__(self, scheduler: str | None, processes: int | None, reader: str, own: OwnLists) -> None:
        self.scheduler, self.processes, self.reader, self.own = scheduler, processes, reader, own
        self.last_seen = time.monotonic()
        self.open = ExitStack()

    def __enter__(self) -> Self:
        try:
            import distributed  # noqa: F401
        except ImportError as reason:
            raise WrongValue("humsit corpus needs Dask: install it with pip install 'humsit[corpus]'.") from reason
        warnings.filterwarnings("ignore", message="Sending large graph")  # a report may be large
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what a user can mend is said in our sentences
        address = self.scheduler or self.open.enter_context(_local_cluster(self.processes))
        try:
            self.client = self.open.enter_context(_client(address))
        except Exception as reason:  # whatever answers there
            self.open.close()
            raise WrongValue(
                f"No Dask scheduler answers at {address}: start one with dask scheduler, or leave --scheduler out."
            ) from reason
        return self

    def __exit__(self, *_: object) -> None:
        self.open.close()

    def room(self) -> int:
        """How many batches may be under way."""
        cores: dict[str, int] = self.client.nthreads()
        return BATCHES_A_CORE * max(1, sum(cores.values()))

    def submit(self, batch: Batch) -> Future:
        """Hands a batch to some worker; it is read again by another one if that one ends."""
        return self.client.submit(read_batch, batch, self.reader, self.own, pure=False)

    def wait(self, futures: Iterable[Future]) -> set[Future]:
        """Those that are done, at least one. Raises WrongValue where nobody is left to do any."""
        from distributed import wait

        waited = list(futures)
        while True:
            try:
                return set(wait(waited, timeout=2, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                self._check_that_somebody_works()

    def _check_that_somebody_works(self) -> None:
        if self.client.status != "running":
            raise WrongValue("The Dask scheduler went away: start it and call again; the job goes on where it stopped.")
        if self.client.nthreads():
            self.last_seen = time.monotonic()
        elif time.monotonic() - self.last_seen > PATIENCE:
            raise WrongValue("The Dask scheduler has no workers: start some and call again; the job goes on where it stopped.")

    def reading(self, future: Future, batch: Batch) -> Reading:
        """What a batch gave. Of one that fails as a whole, the reports that are to blame are found one by one and left out."""
        reading = _outcome(future)
        if isinstance(reading, Reading):
            return reading
        kept, refused = [], list(batch.refused)
        for document in batch.documents:
            outcome = self._read_at_once(replace(batch, documents=(document,), refused=()))
            if isinstance(outcome, Reading):
                kept.append(document)
            else:
                refused.append((document.document_id, why_not(document, _failure(outcome))))
        rest = self._read_at_once(replace(batch, documents=tuple(kept), refused=tuple(refused)))
        if isinstance(rest, Reading):
            return rest
        raise WrongValue(f"The reports of part {batch.name} end their worker when read together: choose a smaller --part-size.")

    def _read_at_once(self, batch: Batch) -> Reading | BaseException:
        future = self.submit(batch)
        self.wait([future])
        return _outcome(future)


def _client(address: Any) -> Client:
    """A client of the scheduler. In a thread: where something else answers, Dask itself would wait for ever."""
    from distributed import Client

    found: Queue[Client | Exception] = Queue()

    def connect() -> None:
        try:
            found.put(Client(address, timeout=ANSWER))
        except Exception as reason:
            found.put(reason)

    Thread(target=connect, daemon=True).start()
    client = found.get(timeout=2 * ANSWER)
    if isinstance(client, Exception):
        raise client
    return client


def _local_cluster(processes: int | None) -> Any:
    from distributed import LocalCluster

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return LocalCluster(
        n_workers=processes or cores,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",  # nothing listens where another machine could reach it
        scheduler_kwargs={"dashboard": False},
        silence_logs=logging.CRITICAL,
    )


def _outcome(future: Future) -> Reading | BaseException:
    """What a worker read, or how the batch failed as a whole. Raises WrongValue for what no other cut would mend."""
    if future.status == "cancelled":
        raise WrongValue("The Dask cluster dropped the job: see that it runs and call again; the job goes on where it stopped.")
    failed = future.exception()
    if isinstance(failed, HumsitError):
        raise failed
    if isinstance(failed, ModuleNotFoundError):
        raise WrongValue(f"A worker lacks something ({failed}): install the same humsit there as here.") from failed
    if failed is not None:
        assert isinstance(failed, BaseException)
        return failed
    reading = future.result()
    assert isinstance(reading, Reading)
    return reading


def _failure(failed: BaseException) -> str:
    from distributed import KilledWorker

    return "every worker that tried it ended" if isinstance(failed, KilledWorker) else f"{type(failed).__name__}: {failed}"
