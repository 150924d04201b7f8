"""A server that is killed loses no correction that it acknowledged, and leaves a sound store behind."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from builders import document, figure

from humsit.situation import Situation
from humsit.store import open_store

REPORT, KILLED = document(), figure()
CORRECTIONS = 200

WRITER = """
import sys
from humsit.situation import Situation
from humsit.store import open_store

situation = Situation(open_store(sys.argv[1]))
for number in range(1000, 1200):
    row = situation.correct(sys.argv[2], "value", str(number), who="Ada", why="counted again")
    print(row.correction_id, row.now, flush=True)
"""


def corrected_until_killed(url: str, acknowledged: int) -> list[tuple[int, str]]:
    """What a process acknowledged that corrects and is killed (SIGKILL) as soon as it has acknowledged so many."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, url, KILLED.fact_id], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _ in range(acknowledged)]
    writer.kill()
    lines += writer.stdout.readlines()
    assert writer.wait() == -9
    return [(int(number), now) for number, now in (line.split() for line in lines if line.endswith("\n"))]


@pytest.mark.parametrize("seed", range(4))
def test_no_acknowledged_correction_is_lost(shared_store_url: str, seed: int):
    store = open_store(shared_store_url)
    store.add(REPORT, [KILLED])
    store.close()
    told = corrected_until_killed(shared_store_url, random.Random(seed).randint(1, CORRECTIONS - 20))

    situation = Situation(open_store(shared_store_url))
    rows = situation.history(KILLED.fact_id)
    kept = [(row.correction_id, str(row.now)) for row in rows]
    assert told == kept[: len(told)]
    assert len(kept) < CORRECTIONS, "the writer was not killed in the middle"
    assert len(kept) <= len(told) + 1, "more than the one correction that was being made is there"
    assert situation.store.problems() == []
    assert str(situation.fact(KILLED.fact_id).fact.value) == kept[-1][1]
    situation.correct(KILLED.fact_id, "value", "7", who="Bo", why="life goes on")
    assert situation.fact(KILLED.fact_id).fact.value == 7
    situation.close()
