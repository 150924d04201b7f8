"""A drop of very many files, one in twenty broken: `python -m tests.bench.drop 1000`.

Prints what was kept and refused, the seconds it took, and the peak of memory after the first tenth and at the end: it must not
grow with the number of files. Then drops the same files again: all that is kept is passed over.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from humsit.intake.drop import Drop, files_in
from humsit.intake.keep import Incoming
from humsit.situation import open_situation

BROKEN_OF = 20
"""One file in so many is broken."""
PLACES = ("Chernihiv", "Kharkiv", "Sumy", "Odesa", "Lviv", "Kherson", "Mariupol", "Poltava")
BODIES = ("Emergency services", "The health ministry", "The governor", "A hospital", "The Red Cross", "The mayor")
BROKEN = (b"\x00\x01\x02\x03" * 40, b"", b"%PDF-1.7 cut off", b"\xff\xfe\x00\xd8\x00\xd8")


@dataclass(frozen=True, slots=True)
class Result:
    """How a drop went, and the second one of the same files."""

    kept: int
    refused: int
    seconds: float
    early: int
    """MB at most in memory after the first tenth of the files."""
    late: int
    """MB at most after the last one."""
    compared: int
    """MB at most when what they say has been compared, which grows with what the store holds."""
    again_kept: int
    again_there: int
    again_seconds: float


def write_files(folder: Path, number: int, seed: int = 6) -> None:
    """Made-up reports as text and web pages; each twentieth file is broken in one of several ways."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    for at in range(number):
        if at % BROKEN_OF == BROKEN_OF - 1:
            (folder / f"report-{at:05}.txt").write_bytes(BROKEN[at // BROKEN_OF % len(BROKEN)])
            continue
        text = f"Report {at} of the region.\n\n" + "\n\n".join(_paragraph(chance) for _ in range(6))
        ending, data = (".html", f"<html><body><p>{text}</p></body></html>") if at % 3 == 0 else (".txt", text)
        (folder / f"report-{at:05}{ending}").write_text(data, encoding="utf-8")


def _paragraph(chance: random.Random) -> str:
    place, body = chance.choice(PLACES), chance.choice(BODIES)
    dead, hurt = chance.randint(2, 90), chance.randint(3, 300)
    words = " ".join(
        chance.choice("roads remain closed while crews clear debris near markets and schools".split()) for _ in range(30)
    )
    return (
        f"{body} said at least {dead} people were killed and {hurt} injured in {place} on {chance.randint(1, 28)} March. {words}."
    )


def dropped(number: int, folder: Path) -> Result:
    """Drops `number` files twice into a store of its own in `folder`."""
    write_files(folder / "files", number)
    situation = open_situation(f"sqlite:///{folder / 'desk.db'}")
    incoming = [one for one in files_in([str(folder / "files")]) if isinstance(one, Incoming)]
    first, begun, early, late = Drop(situation, incoming), time.monotonic(), 0, 0
    for _ in first.outcomes():
        if not early and first.done >= number // 10:
            early = _peak()
        if first.done >= number - 1:
            late = _peak()
    seconds, compared = time.monotonic() - begun, _peak()
    again, begun = first.again(), time.monotonic()
    again.run()
    situation.close()
    return Result(
        first.kept, len(first.refused), seconds, early, late, compared, again.kept, again.there_already, time.monotonic() - begun
    )


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Runs it with the number of files that the call names."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        told = dropped(number, Path(folder))
    print(f"{number:,} files: {told.kept:,} kept, {told.refused:,} refused in {told.seconds:.1f} s")
    print(
        f"memory at most {told.early} MB after {number // 10:,} files and {told.late} MB after {number:,}; "
        f"{told.compared} MB while what they say is compared"
    )
    print(f"again: {told.again_there:,} there already, {told.again_kept:,} kept in {told.again_seconds:.1f} s")


if __name__ == "__main__":
    main()
