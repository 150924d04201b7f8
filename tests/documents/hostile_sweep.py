"""How long, and with how much memory, each hostile file is read or refused: `python -m tests.documents.hostile_sweep [--small]`.

Each is read in a process of its own, beside a good report that must be read too. Ends with 1 where one takes longer or more
memory than the stated limits allow, or where the good report is lost.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from humsit.documents.bounded import MOST_MEMORY, MOST_SECONDS
from tests.documents.hostile_files import ALL, GOOD, written

READ = """
import json, sys
from humsit.documents.read import read_inputs
from humsit.records import Document
told = {"documents": 0, "letters": 0, "sentences": [], "good": False}
for found in read_inputs(sys.argv[1:]):
    if isinstance(found, Document):
        told["documents"] += 1
        told["letters"] += len(found.text)
        told["good"] |= found.text == "At least nine people died at Chernihiv."
    else:
        told["sentences"].append(str(found))
print(json.dumps(told))
"""


def _made(name: str, folder: str, big: bool) -> str:
    """The name of the file, made by another process: what making it takes must not count as taken by reading."""
    code = (
        f"from pathlib import Path; from tests.documents import hostile_files as h; print(h.{name}(Path({folder!r}), {big}).name)"
    )
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def main(*, big: bool) -> int:
    """Print a line for each file; 0 where all kept to the limits."""
    failed = 0
    print(f"{'file':34} {'bytes':>12} {'seconds':>8} {'MB':>6} {'reports':>8}  first sentence")
    for make in ALL:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, _made(make.__name__, folder, big))
            good = written(Path(folder), "good report.txt", GOOD)
            size = path.stat().st_size
            began = time.perf_counter()
            process = subprocess.Popen([sys.executable, "-c", READ, str(path), str(good)], stdout=subprocess.PIPE, cwd=Path.cwd())
            assert process.stdout is not None
            told = json.loads(process.stdout.read() or b"{}")
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = status
            seconds, megabytes = time.perf_counter() - began, usage.ru_maxrss / 1_000
        within = status == 0 and told["good"] and seconds < MOST_SECONDS * 1.5 and megabytes * 1_000_000 < MOST_MEMORY
        failed += not within
        said = next(iter(told.get("sentences", [])), f"{told.get('letters', 0):,} letters").replace(str(path.parent) + "/", "")
        mark = "" if within else "  ← over a limit"
        print(
            f"{make.__name__:34} {size:>12,} {seconds:>8.1f} {megabytes:>6.0f} {told.get('documents', 0):>8}  {said[:110]}{mark}",
            flush=True,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(big="--small" not in sys.argv))
