"""How does the dashboard feel with 1,000, 100,000 and 1,000,000 figures? `python -m tests.bench.desk [N…] [--folder FOLDER]`.

For each size a store is made (`tests.bench.many`; kept in FOLDER for the next time), the real server is started over it, and a
real Chromium opens it, changes filters and corrects a figure. Printed: seconds until the headline numbers stand and until the
last chart does, median seconds and kilobytes of a re-run after a change of filter (each kind of filter a few times), seconds of a
correction by the desk's own verb with the view after it, and the most memory that the server held. Ratios to the smallest size
are what counts: the machine's load is in all of them alike.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, WebSocket

from humsit.situation import Selection, open_situation
from tests.bench.many import made
from tests.browser.harness import Server, chromium

SIZES = (1_000, 100_000, 1_000_000)
TURNS = 5
"""How often each filter is changed."""
VIEWS = ("situation", "contested", "figures")
MEASURES = ("killed", "injured", "missing", "displaced", "homes_destroyed")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass
class Felt:
    """What somebody at the screen feels with so many figures."""

    figures: int
    headline: float
    """Seconds from opening the address in a fresh browser until the headline numbers stand."""
    opened: float
    """… until nothing is being drawn any more."""
    rerun: dict[str, float]
    """view → median seconds from a filter's change until the view stands."""
    kilobytes: dict[str, float]
    """view → most kilobytes sent for one re-run."""
    correction: float
    """Median seconds of a correction and the tally after it."""
    megabytes: float


def measured(figures: int, folder: Path) -> Felt:
    """Makes the store if it is not there, and looks at it."""
    url = f"sqlite:///{folder / f'{figures}.db'}"
    situation = made(url, figures)
    correction = _correction(situation.page("figures", limit=TURNS)["fact_id"].tolist(), url)
    situation.close()
    server = Server(url, forked=False)
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        server.start(Path(temporary))
        first = browser.new_page()  # the first visitor pays for what is loaded once
        first.goto(server.url)
        first.wait_for_selector(READY, timeout=120_000)
        first.close()
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        began = time.perf_counter()
        page.goto(server.url)
        page.locator(".hs-cards .hs-value").first.wait_for(timeout=120_000)
        headline = time.perf_counter() - began
        page.wait_for_selector(READY, timeout=120_000)
        opened = time.perf_counter() - began
        sent = _sent(page)
        rerun, kilobytes = {}, {}
        for view in VIEWS:
            seconds, most = _reruns(page, view, sent)
            rerun[view], kilobytes[view] = statistics.median(seconds), most / 1024
        megabytes = _memory(server)
        server.kill()
    return Felt(figures, headline, opened, rerun, kilobytes, correction, megabytes)


def _correction(fact_ids: list[str], url: str) -> float:
    situation = open_situation(url)
    everything = Selection(include_other=False)
    situation.tally(everything)
    spent = []
    for number, fact_id in enumerate(fact_ids):
        value = str(1_000 + number + int(time.time()) % 1_000)
        began = time.perf_counter()
        situation.correct(fact_id, "value", value, who="bench", why="measured")
        situation.questions(everything, limit=4)
        spent.append(time.perf_counter() - began)
    situation.close()
    return statistics.median(spent)


def _sent(page: Page) -> Callable[[], int]:
    """Counts the bytes that the server sends; each call gives those since the last."""
    counted = [0]

    def count(payload: bytes | str) -> None:
        counted[0] += len(payload)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", count)

    page.on("websocket", listen)
    page.reload()
    page.wait_for_selector(READY, timeout=120_000)

    def since() -> int:
        found, counted[0] = counted[0], 0
        return found

    return since


def _reruns(page: Page, view: str, sent: Callable[[], int]) -> tuple[list[float], int]:
    """Seconds of each re-run after a change of filter, and the most bytes that one of them took."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=view.capitalize(), exact=True).click()
    page.wait_for_timeout(500)
    page.wait_for_selector(READY, timeout=120_000)
    spent, most = [], 0
    for turn in range(TURNS):
        for choose in _choices(turn):
            choose(page)
            sent()
            with _stopwatch(spent):
                page.keyboard.press("Enter")
                page.keyboard.press("Escape")
                _stands(page)
            most = max(most, sent())
            page.get_by_test_id("stSidebar").get_by_role("button", name="Clear filters").click()
            _stands(page)
    return spent, most


def _choices(turn: int) -> list[Callable[[Page], None]]:
    return [
        lambda page: _pick(page, "What is counted", turn % len(MEASURES)),
        lambda page: _pick(page, "Claimant", turn),
        lambda page: _pick(page, "Standing", turn % 3),
        lambda page: _pick(page, "Place", turn),
    ]


def _pick(page: Page, label: str, number: int) -> None:
    """Goes to an option of a filter by its place in the list; Enter chooses it."""
    box = page.get_by_test_id("stSidebar").get_by_role("combobox", name=label)
    options = page.get_by_role("option")
    for _ in range(3):  # a click closes a list that is still open
        box.click()
        with contextlib.suppress(TimeoutError):
            options.first.wait_for(timeout=2_000)
            break
    for _ in range(number):
        page.keyboard.press("ArrowDown")


def _stands(page: Page) -> None:
    """Waits until the script has begun and ended."""
    page.wait_for_timeout(60)
    page.wait_for_selector(READY, timeout=120_000)


@contextmanager
def _stopwatch(spent: list[float]) -> Iterator[None]:
    began = time.perf_counter()
    yield
    spent.append(time.perf_counter() - began)


def _memory(server: Server) -> float:
    """The most megabytes that the server's process held so far."""
    assert isinstance(server.process, subprocess.Popen)
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) / 1024


def main() -> None:
    """Measure each size, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="N")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "humsit-bench")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    first: Felt | None = None
    for size in arguments.sizes:
        felt = measured(size, arguments.folder)
        first = first or felt
        print(f"{felt.figures:>9,} figures: headline numbers {felt.headline:.2f} s, all drawn {felt.opened:.2f} s,")
        for view, seconds in felt.rerun.items():
            ratio = seconds / first.rerun[view]
            print(f"          {view}: re-run {seconds:.2f} s ({ratio:.2f} times), {felt.kilobytes[view]:.0f} kB at most")
        ratio = felt.correction / first.correction
        print(f"          a correction {felt.correction:.3f} s ({ratio:.2f} times), memory {felt.megabytes:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
