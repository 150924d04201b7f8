"""Corrections through the dashboard while its server is killed: `python -m tests.browser.kill_sweep [HOW_MANY]` (default 200).

A correction counts as acknowledged once the drawer has closed and the history shows it. After every kill the server starts again
on the same store, and every acknowledged correction must be there.
"""

from __future__ import annotations

import random
import sys
import tempfile
import threading
import time
from pathlib import Path

from playwright.sync_api import Error, Page, expect

from humsit import home
from humsit.records import Figure
from humsit.situation import open_situation
from tests.browser.harness import Server, chromium, correct, visit


def first_figure(store: str) -> str:
    """The figure that the sweep corrects."""
    situation = open_situation(store, seeds=home.seeds_folder())
    found = next(c.fact_id for c in situation.facts() if isinstance(c.fact, Figure) and c.fact.value is not None)
    situation.close()
    return found


def kept_reasons(store: str) -> set[str]:
    """The reasons in the ledger, read past the server."""
    situation = open_situation(store)
    found = set(situation.corrections()["why"])
    situation.close()
    return found


def sweep(server: Server, page: Page, folder: Path, how_many: int, kill_every: int, seed: int = 1) -> tuple[int, int]:
    """Makes `how_many` corrections, killing the server in the middle of about one in `kill_every`. Returns (acknowledged, kills).

    Raises AssertionError naming every acknowledged correction that was lost.
    """
    chance, acknowledged, kills = random.Random(seed), set[str](), 0
    fact = first_figure(server.store)
    visit(page, server, "figures", f"?fact={fact}")
    for number in range(how_many):
        why = f"sweep {number}"
        killed = None
        if number % kill_every == kill_every - 1:
            killed = threading.Timer(chance.uniform(0.2, 1.6), server.kill)
            killed.start()
        try:
            correct(page, str(1000 + number), why, "Sweep")
            expect(page.locator(".st-key-figures_evidence")).to_contain_text(why, timeout=5_000)
            acknowledged.add(why)
        except (Error, AssertionError):
            if killed is None:
                raise
        if killed is not None:
            killed.join()
            kills += 1
            server.start(folder)
            missing = acknowledged - kept_reasons(server.store)
            assert not missing, f"acknowledged and lost: {sorted(missing)}"
            visit(page, server, "figures", f"?fact={fact}")
    missing = acknowledged - kept_reasons(server.store)
    assert not missing, f"acknowledged and lost: {sorted(missing)}"
    return len(acknowledged), kills


def main(arguments: list[str]) -> None:
    how_many = int(arguments[0]) if arguments else 200
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        folder = Path(temporary)
        server = Server(store=f"sqlite:///{folder}/desk.db")
        server.start(folder)
        try:
            page = browser.new_page()
            page.set_default_timeout(8_000)
            acknowledged, kills = sweep(server, page, folder, how_many, kill_every=10)
        finally:
            server.stop()
    print(f"{acknowledged} of {how_many} corrections acknowledged, {kills} kills, none lost, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
