"""Pictures of every view, wide and narrow, light and dark: `python -m tests.browser.screenshots FOLDER`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from humsit.situation import Selection, open_situation
from tests.browser.harness import Server, chromium, press, settled, visit

VIEWS = ("", "figures", "contested", "conditions", "documents", "corrections", "accuracy")
WIDTHS = (1440, 400)
THEMES = ("light", "dark")


def take_all(server: Server, folder: Path) -> None:
    with chromium() as browser:
        for theme in THEMES:
            for width in WIDTHS:
                _take(browser, server, folder, width, theme)


def _take(browser: Browser, server: Server, folder: Path, width: int, theme: str) -> None:
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
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        server = Server(store=arguments[1] if len(arguments) > 1 else f"sqlite:///{temporary}/desk.db")
        server.start(Path(temporary))
        try:
            take_all(server, folder)
        finally:
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
