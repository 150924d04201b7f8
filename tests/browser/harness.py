"""A real server on a free loopback port over a store of its own, and a real Chromium that may speak to nothing else."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlparse

from playwright.sync_api import Browser, Error, Page, Playwright, WebSocket, expect, sync_playwright

from tests.standby import Process, streamlit

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",  # whatever it asks for, nobody answers
]
GUARD, OUTSIDE = Path(__file__).with_name("guard"), "outside.txt"
PATIENCE = 30_000
_PROBE = re.compile(r"404 .*/\w+/_stcore/")
"""Opened at a view's own address, Streamlit first asks for itself below that address, and then where it is."""


_PORTS = iter(random.Random(os.getpid()).sample(range(15_000, 32_000), 1000))


@dataclass
class Server:
    """The dashboard as a process: started, killed and started again on the same port and store."""

    store: str
    script: Path = ROOT / "dashboard.py"
    environment: dict[str, str] = field(default_factory=dict)
    forked: bool = True
    """Whether it starts from a process that has everything imported: at once, but its memory is not its own."""
    port: int = 0
    process: Process | None = None
    log: list[Path] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, folder: Path) -> None:
        self.port = self.port or free_port()
        log = folder / f"server-{len(self.log)}.log"
        self.log.append(log)
        options = {"port": self.port, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
        words = ["run", str(self.script), *(f"--server.{name}={value}" for name, value in options.items())]
        environment = os.environ | {"HUMSIT_STORE": self.store} | self.environment | guarded(folder)
        self.process = streamlit(words, log, ROOT, environment, forked=self.forked)
        self._wait_until_healthy()

    def _wait_until_healthy(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
            if self.process and self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"The dashboard did not start:\n{self.log[-1].read_text(errors='replace')[-3000:]}")

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=20)

    def stop(self) -> None:
        """Ends it; an AssertionError where it ever turned to another machine."""
        self._end()
        asked = {line for log in self.log for line in turned_to(log.parent)}
        assert not asked, f"the dashboard's own process turned to another machine: {sorted(asked)}"

    def _end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()


def guarded(folder: Path) -> dict[str, str]:
    """The environment in which a Python process may speak to nobody but this machine, and tells `turned_to` whom it tried."""
    paths = [str(GUARD), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "HUMSIT_TEST_OUTSIDE": str(folder / OUTSIDE)}


def turned_to(folder: Path) -> list[str]:
    """Whom the guarded processes of this folder tried to reach outside this machine, in their order."""
    told = folder / OUTSIDE
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


def free_port() -> int:
    """A port that nobody listens on, and that the system gives to no connection while a server is started again."""
    for port in _PORTS:
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("There is no free port.")


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    playwright: Playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Witness:
    """What pages asked of the world and complained about."""

    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected_loss: bool = False
    """While a test kills the server, lost connections are no complaint."""

    def __post_init__(self) -> None:
        self._hearing: dict[str, Callable[[Any], object]] = {
            "request": lambda request: self._asked(request.url),
            "page": lambda opened: opened.on("websocket", self._connected),
            "console": lambda said: self._heard(f"{said.text} {said.location['url']}") if said.type == "error" else None,
            "weberror": lambda error: self._heard(str(error.error)),
        }

    def watch(self, page: Page) -> None:
        """The page and those that it opens, with their workers; before it goes anywhere."""
        for event, hear in self._hearing.items():
            page.context.on(event, hear)  # type: ignore[call-overload]
        page.on("websocket", self._connected)

    def leave(self, page: Page) -> None:
        """What the page does from now on is another's."""
        for event, hear in self._hearing.items():
            page.context.remove_listener(event, hear)
        page.remove_listener("websocket", self._connected)

    def _connected(self, socket: WebSocket) -> None:
        self._asked(socket.url)

    def _asked(self, url: str) -> None:
        parts = urlparse(url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            self.outside.append(url)

    def _heard(self, text: str) -> None:
        if not self.expected_loss and not _PROBE.search(text):
            self.complaints.append(text)

    def verdict(self) -> None:
        assert not self.outside, f"asked the outside world: {self.outside}"
        assert not self.complaints, f"the console complained: {self.complaints}"


class Analysts:
    """Analysts who share nothing, each with a tab in a context of their own.

    The next test's get the same tabs, emptied: what the browser has loaded and compiled of Streamlit once, which takes seconds,
    it need not load for each test.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._tabs: list[Page] = []
        self._busy: dict[Page, Witness] = {}

    def page(self, witness: Witness, width: int, theme: str) -> Page:
        """A tab of an analyst who has never been here, watched by the witness."""
        page = self._tabs.pop() if self._tabs else self.browser.new_context(accept_downloads=True).new_page()
        self._busy[page] = witness
        page.set_viewport_size({"width": width, "height": 1000})
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.mouse.move(0, 0)
        witness.watch(page)
        return page

    def leave(self) -> None:
        """The test is over, its servers still there: the tabs forget it, or are closed where they cannot."""
        for page, witness in self._busy.items():
            with contextlib.suppress(Error):
                page.evaluate("0")  # what it said until now is heard
            witness.leave(page)
            if self._forgets(page):
                self._tabs.append(page)
            else:
                page.context.close()
        self._busy.clear()

    @staticmethod
    def _forgets(page: Page) -> bool:
        """Empties the tab on a page of the same server that holds a word only, so that it keeps its process."""
        for opened in page.context.pages:
            if opened != page:
                opened.close()
        try:
            page.goto(urljoin(page.url, "/_stcore/health"), timeout=3_000)
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        except Error:
            return False
        page.context.clear_cookies()
        return True


# --- what an analyst does


def settled(page: Page) -> None:
    """Wait until the app has drawn what it was asked for."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=PATIENCE)
    page.wait_for_timeout(120)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=PATIENCE)


def visit(page: Page, server: Server, view: str = "", query: str = "") -> None:
    page.goto(f"{server.url}/{view}{query}", timeout=PATIENCE)
    try:
        expect(page.locator(".hs-heading h1").first).to_be_visible(timeout=PATIENCE)
    except AssertionError as reason:
        raise AssertionError(f"{page.inner_text('body')}\n{server.log[-1].read_text(errors='replace')[-3000:]}") from reason
    settled(page)


def go(page: Page, view: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=view, exact=True).click()
    expect(page.locator(".hs-heading h1").first).to_have_text(view, timeout=PATIENCE)
    settled(page)


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).first.click()


def drawer(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_role("dialog")


def fill_decision(page: Page, *, value: str | None = None, why: str | None = None, who: str | None = None) -> None:
    form = drawer(page)
    expect(form).to_be_visible(timeout=PATIENCE)
    settled(page)
    for label, text in (("Should read", value), ("Reason", why), ("Your name", who)):
        if text is not None:
            form.get_by_label(label, exact=True).fill(text)


def save(page: Page, label: str = "Save correction") -> None:
    drawer(page).get_by_role("button", name=label, exact=True).click()


def correct(page: Page, value: str, why: str, who: str) -> None:
    """Correct the field that the drawer offers first, and wait until it is acknowledged."""
    press(page, "Correct…")
    fill_decision(page, value=value, why=why, who=who)
    save(page)
    expect(drawer(page)).to_have_count(0, timeout=PATIENCE)
    settled(page)
