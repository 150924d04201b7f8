"""The server is killed in the middle of corrections made through the screen. The long run: python -m tests.browser.kill_sweep."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.harness import Server, Witness
from tests.browser.kill_sweep import sweep


def test_a_killed_server_loses_no_acknowledged_correction(page: Page, server: Server, witness: Witness, tmp_path: Path) -> None:
    witness.expected_loss = True
    page.set_default_timeout(6_000)
    acknowledged, kills = sweep(server, page, tmp_path, how_many=10, kill_every=4)
    assert kills == 2
    assert acknowledged >= 8
