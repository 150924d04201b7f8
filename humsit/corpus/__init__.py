"""Very many reports to Parquet, on this machine's cores or on a Dask cluster: whichever way, the same result.

Reports are taken in their order into batches of about the same size. A worker reads a batch and hands back its tables as
Parquet; only this process reads inputs and writes results, so a cluster needs no shared folder. A batch's name holds the hash of
its reports and of the reader: a job that was killed finds the finished ones again, and what an older reader read is read anew.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from humsit.corpus.batches import CHARACTERS, Batch, batches
from humsit.corpus.reading import Part, own_lists, reader_version
from humsit.corpus.result import Result
from humsit.corpus.workers import Workers
from humsit.documents.read import read_inputs

if TYPE_CHECKING:
    from distributed import Future

__all__ = ["CHARACTERS", "Part", "read_corpus"]


def read_corpus(
    inputs: Sequence[str],
    output: Path,
    *,
    scheduler: str | None = None,
    processes: int | None = None,
    own_words: Path | None = None,
    characters: int = CHARACTERS,
) -> Generator[Part, None, None]:
    """What do very many reports say? Writes Parquet files below `output`, and yields each part once it is there.

    At the end `output` holds every report of `inputs` once, in `documents` or with the reason in `quarantine`; no standings.
    A second call goes on where the first one stopped. `processes` of this machine read (default: one a core), or the workers of
    `scheduler`. Raises WrongValue where `output` holds something else, or no worker can be had.
    """
    own = own_lists(own_words)
    reader = reader_version(own)
    with ExitStack() as stack:
        result = stack.enter_context(Result(output, inputs, reader))
        workers = cache(lambda: stack.enter_context(Workers(scheduler, processes, reader, own)))  # none where all is done already
        running: dict[Future, Batch] = {}
        for batch in batches(read_inputs(inputs), reader, characters):
            if finished := result.found(batch.name):
                yield finished
                continue
            while len(running) >= workers().room():
                yield from _next(workers(), running, result)
            running[workers().submit(batch)] = batch
        while running:
            yield from _next(workers(), running, result)
        result.complete()


def _next(workers: Workers, running: dict[Future, Batch], result: Result) -> Iterator[Part]:
    """Waits until some batch is done, and writes what it gave."""
    for future in sorted(workers.wait(running), key=lambda future: running[future].name):
        reading = workers.reading(future, running.pop(future))
        result.write(reading)
        yield reading.part
