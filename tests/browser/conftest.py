"""One server and one browser for the suite; each test gets a page that fails it for any word to the outside or to the console."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import CHROMIUM, PATIENCE, Analysts, Server, Witness, chromium, free_port

expect.set_options(timeout=PATIENCE)  # a busy machine is slow, not wrong
MISSING = "There is no Chromium on the PATH: install it (apt-get install chromium) to test the dashboard."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(180))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Without one: a loud skip, and a failure where CI is set."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail(f"CI must test the dashboard. {MISSING}")
        print(f"\n!!! The dashboard was NOT tested in a browser. {MISSING}")
        pytest.skip(f"The dashboard was NOT tested in a browser. {MISSING}")
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def port() -> int:
    """Where one dashboard after another listens: the browser keeps what it has loaded from there."""
    return free_port()


@pytest.fixture
def server(tmp_path: Path, port: int) -> Iterator[Server]:
    """A dashboard over a store of its own, started from nothing: it reads the seed by itself, and reaches no other machine."""
    started = Server(store=f"sqlite:///{tmp_path}/desk.db", port=port)
    started.start(tmp_path)
    yield started
    started.stop()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One dashboard for the tests that only look."""
    folder = tmp_path_factory.mktemp("dashboard")
    started = Server(store=f"sqlite:///{folder}/desk.db")
    started.start(folder)
    yield started
    started.stop()


@pytest.fixture
def witness() -> Iterator[Witness]:
    """What all pages of a test asked for and complained about; judged at its end."""
    seen = Witness()
    yield seen
    seen.verdict()


@pytest.fixture(scope="session")
def analysts(browser: Browser) -> Analysts:
    return Analysts(browser)


@pytest.fixture
def new_page(analysts: Analysts, witness: Witness, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Pages of analysts who share nothing, each in a context of its own."""
    if "server" in request.fixturenames:
        request.getfixturevalue("server")  # so that pages close before their server stops

    def made(width: int = 1440, theme: str = "light") -> Page:
        page = analysts.page(witness, width, theme)
        page.set_default_timeout(30_000)
        return page

    yield made
    analysts.leave()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
