"""Pictures of every view, and of a question of each standing, wide and narrow, light and dark:
`python -m tests.browser.screenshots FOLDER [STORE]`; `standings` in the place of STORE takes the pictures of standings only.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from humsit.situation import Selection, open_situation
from tests.browser import standings
from tests.browser.harness import Server, chromium, press, settled, visit

VIEWS = ("", "timeline", "map", "figures", "contested", "conditions", "sources", "documents", "review", "corrections", "accuracy")
WIDTHS = (1440, 400)
THEMES = ("light", "dark")


Take = Callable[[Browser, Server, Path, int, str], None]


def take_all(server: Server, folder: Path, take: Take) -> None:
    with chromium() as browser:
        for theme in THEMES:
            for width in WIDTHS:
                take(browser, server, folder, width, theme)


def take_standings(browser: Browser, server: Server, folder: Path, width: int, theme: str) -> None:
    """A question of each standing unfolded, the drawer that decides, the headlines under each policy."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    visit(page, server, "contested")
    page.get_by_text("How standings are worked out").click()
    for fold in ("Corroborated:", "Single source:"):
        page.locator("summary", has_text=fold).click()
        settled(page)
    while (unfold := page.get_by_role("button", name="Claims and evidence")).count():
        unfold.first.click()
        settled(page)
    _whole(page, width, folder / f"standings-{width}-{theme}.png")
    press(page, "Decide…")
    for what in ("Standing", "Join", "Take out"):
        page.get_by_role("dialog").get_by_role("radio", name=what, exact=True).click()
        settled(page)
        page.wait_for_timeout(600)
        page.screenshot(path=folder / f"decide-{what.split()[0].lower()}-{width}-{theme}.png")
    for policy in ("Band", "Latest", "Admissions", "By claimant"):
        visit(page, server, "", f"?policy={policy.replace(' ', '+')}&policy_order=United+Nations&policy_order=Medics")
        if policy == "Latest":
            for explain in page.get_by_text("Explain this figure").all():
                explain.click()
        _whole(page, width, folder / f"headlines-{policy.split()[-1].lower()}-{width}-{theme}.png")
    visit(page, server, "corrections")
    _whole(page, width, folder / f"decisions-{width}-{theme}.png")
    context.close()


def take_views(browser: Browser, server: Server, folder: Path, width: int, theme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    for view in VIEWS:
        visit(page, server, view)
        _whole(page, width, folder / f"{view or 'situation'}-{width}-{theme}.png")
    visit(page, server, "figures", f"?fact={_contested_fact(server.store)}")
    _whole(page, width, folder / f"evidence-{width}-{theme}.png")
    press(page, "Correct…")
    page.get_by_role("dialog").wait_for()
    settled(page)
    page.wait_for_timeout(600)
    page.set_viewport_size({"width": width, "height": 900})
    page.screenshot(path=folder / f"drawer-{width}-{theme}.png")
    context.close()


def _contested_fact(store: str) -> str:
    situation = open_situation(store)
    figures = situation.figures(Selection(standing=("contested",)))
    situation.close()
    return "" if figures.empty else str(figures["fact_id"].iloc[-1])


def _whole(page: Page, width: int, path: Path) -> None:
    page.wait_for_timeout(1500)
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": max(900, int(height) + 20)})
    page.wait_for_timeout(700)
    page.screenshot(path=path)
    page.set_viewport_size({"width": width, "height": 900})


def main(arguments: list[str]) -> None:
    folder, given = Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        if given != "standings":
            _served(given or f"sqlite:///{temporary}/desk.db", Path(temporary), folder, take_views)
        if given in ("", "standings"):
            store = f"sqlite:///{temporary}/standings.db"
            standings.fill(store)
            _served(store, Path(temporary), folder, take_standings)


def _served(store: str, temporary: Path, folder: Path, take: Take) -> None:
    server = Server(store=store)
    server.start(temporary)
    try:
        take_all(server, folder, take)
    finally:
        server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
