"""The guard of every browser test notices whatever would leave the machine, and every complaint; each is planted here once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.harness import Server, Witness, guarded, turned_to

FAR = "tracker.invalid"


@pytest.fixture
def seen() -> Witness:
    """A witness whose verdict is read here, and not by the fixture that fails a test."""
    return Witness()


@pytest.fixture
def watched(browser: Browser, seen: Witness, shared_server: Server) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    seen.watch(page)
    page.goto(f"{shared_server.url}/_stcore/health")
    yield page
    context.close()


@pytest.mark.parametrize(
    "planted",
    [
        f"fetch('http://{FAR}/beacon').catch(() => 0)",
        f"document.body.append(Object.assign(new Image(), {{ src: 'https://{FAR}/pixel.png' }}))",
        f"new WebSocket('wss://{FAR}/socket')",
        f"new FontFace('far', 'url(https://{FAR}/font.woff2)').load().catch(() => 0)",
        f"document.head.append(Object.assign(document.createElement('link'), {{ rel: 'stylesheet', href: '//{FAR}/a.css' }}))",
        f"new Worker(URL.createObjectURL(new Blob([`fetch('http://{FAR}/from-a-worker').catch(() => 0)`])))",
        f"navigator.sendBeacon('http://{FAR}/goodbye', 'x')",
        f"window.open('http://{FAR}/')",
    ],
    ids=["fetch", "image", "websocket", "font", "style", "worker", "beacon", "popup"],
)
def test_a_request_to_another_machine_fails_the_test(watched: Page, seen: Witness, planted: str) -> None:
    watched.evaluate(f"() => {{ {planted} }}")
    watched.wait_for_timeout(600)
    with pytest.raises(AssertionError, match=f"outside world.*{FAR}"):
        seen.verdict()


@pytest.mark.parametrize(
    "planted",
    [
        "console.error('it went wrong')",
        "setTimeout(() => { throw new Error('it went wrong') })",
        "fetch('/media/went-wrong.png')",
    ],
    ids=["said", "thrown", "answered 404"],
)
def test_a_complaint_in_the_console_fails_the_test(watched: Page, seen: Witness, planted: str) -> None:
    watched.evaluate(f"() => {{ {planted} }}")
    watched.wait_for_timeout(600)
    with pytest.raises(AssertionError, match=r"console complained.*went.*wrong"):
        seen.verdict()


def test_what_a_page_makes_itself_is_no_request_to_the_outside(watched: Page, seen: Witness) -> None:
    watched.evaluate(
        """() => Promise.all([
            fetch('data:text/plain,here'), fetch(URL.createObjectURL(new Blob(['here']))), fetch('/_stcore/health'),
        ])"""
    )
    seen.verdict()


def test_the_dashboards_own_process_is_refused_another_machine_and_the_test_fails(tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | guarded(tmp_path), capture_output=True, text=True)
    assert "nothing may leave the machine" in done.stderr
    assert turned_to(tmp_path) == ["192.0.2.1"]
    with pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        Server(store="sqlite://", log=[tmp_path / "server-0.log"]).stop()


def test_the_dashboards_own_process_may_speak_to_this_machine(tmp_path: Path) -> None:
    code = (
        "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(('localhost', s.getsockname()[1]))"
    )
    subprocess.run([sys.executable, "-c", code], env=os.environ | guarded(tmp_path), check=True)
    assert turned_to(tmp_path) == []
