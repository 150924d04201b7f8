"""What the tests of several ways in need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from humsit.intake.addresses import is_public, resolved
from humsit.situation import Situation, open_situation
from tests.intake.web_server import OUTER, WebServer, web_server


@pytest.fixture
def web() -> Iterator[WebServer]:
    with web_server() as served:
        yield served


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Fetching is on, and `news.example` stands for one address of this machine that counts as an outer one."""
    monkeypatch.setenv("HUMSIT_FETCH", "on")
    monkeypatch.delenv("HUMSIT_PROXY", raising=False)
    return {
        "resolve": lambda host, port: [OUTER] if host == "news.example" else resolved(host, port),
        "may_ask": lambda address: address == OUTER or is_public(address),
    }


@pytest.fixture
def situation(tmp_path: Path) -> Iterator[Situation]:
    opened = open_situation(f"sqlite:///{tmp_path / 'desk.db'}")
    yield opened
    opened.close()
