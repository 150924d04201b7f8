"""Every way in, as an analyst goes it: paste, drop, folder, feed, address."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bench.drop import write_files
from tests.browser.harness import ROOT, Server, press, settled, visit
from tests.intake.web_server import WebServer, redirect, web_server

PASTED = "At least 17 people were killed in Sumy yesterday, the mayor said, and rescuers searched the ruins of a school."
PAGE = "<html><head><title>Port Reed</title></head><body><main><p>{}</p></main></body></html>"
FOUND = "Nine people were killed in Port Reed on Friday, the harbour master said; two ships burned at the quay all night."


def feed(*texts: str) -> tuple[str, bytes]:
    items = "".join(
        f"<item><link>https://p.example/{i}</link><description>{text}</description></item>" for i, text in enumerate(texts)
    )
    return "application/rss+xml", f"<rss><channel><title>The Post</title>{items}</channel></rss>".encode()


@pytest.fixture
def web() -> Iterator[WebServer]:
    with web_server() as served:
        yield served


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(
        store=f"sqlite:///{tmp_path}/desk.db",
        script=ROOT / "tests" / "browser" / "dashboard_with_news.py",
        environment={"HUMSIT_FETCH": "on", "HUMSIT_DATA": str(tmp_path)},
    )
    started.start(tmp_path)
    yield started
    started.stop()


def go_in_by(page: Page, way: str) -> None:
    page.get_by_role("radio", name=way, exact=True).click()
    settled(page)


def holds(page: Page, reports: int) -> None:
    expect(page.locator(".hs-heading .hs-note").first).to_have_text(f"{reports} report{'s' if reports > 1 else ''}")


def test_every_way_in(server: Server, page: Page, web: WebServer, tmp_path: Path) -> None:
    visit(page, server, "documents")
    page.locator("summary", has_text="Add a report").click()
    holds(page, 1)  # the seed
    paste(page)
    drop(page, tmp_path / "dropped")
    folder(page, tmp_path / "watched")
    feeds(page, web)
    address(page, web)


def paste(page: Page) -> None:
    page.get_by_label("Text of the report").fill(PASTED)
    press(page, "Read it")
    expect(page.get_by_text("The day of publication: without it")).to_be_visible()
    page.get_by_label("Published", exact=True).nth(1).fill("2022-03-04")
    press(page, "Keep this report")
    expect(page.get_by_text("Kept: 1 figure")).to_be_visible()
    holds(page, 2)
    expect(page.get_by_text("4 March 2022").first).to_be_visible()


def drop(page: Page, at: Path) -> None:
    write_files(at, 20)
    go_in_by(page, "Files")
    page.locator("[data-testid='stFileUploader'] input[type=file]").set_input_files(sorted(at.iterdir()))
    press(page, "Look at them first")
    expect(page.get_by_text("19 reports with 228 figures can be kept, 1 file cannot be read.")).to_be_visible()
    holds(page, 2)
    press(page, "Keep all 19")
    expect(page.get_by_text("19 reports kept with 228 figures, 1 file not read.")).to_be_visible()
    with page.expect_download() as taken:
        press(page, "CSV of what was not read")
    assert "report-00019.txt is a binary file" in Path(taken.value.path()).read_text(encoding="utf-8-sig")
    press(page, "Close")
    settled(page)
    holds(page, 21)


def folder(page: Page, at: Path) -> None:
    at.mkdir()
    go_in_by(page, "Folder")
    page.get_by_label("Folder of this machine").fill("reports")
    press(page, "Watch it")
    expect(page.get_by_text("is no whole path of a folder")).to_be_visible()
    page.get_by_label("Folder of this machine").fill(str(at))
    press(page, "Watch it")
    expect(page.get_by_text("0 kept, 0 there already, no files not read")).to_be_visible()
    (at / "a.txt").write_text("Four people were killed in Lviv, the mayor said, and eleven others were injured.")
    os.utime(at / "a.txt", (time.time() - 60,) * 2)
    expect(page.get_by_text("1 kept, 0 there already, no files not read")).to_be_visible()
    press(page, "Watch no longer")
    settled(page)
    holds(page, 22)


def feeds(page: Page, web: WebServer) -> None:
    web.pages["/rss"] = feed("Fifty people were rescued in Odesa, the navy said.")
    go_in_by(page, "Feeds")
    page.get_by_label("Address of a feed").fill(web.url("/rss"))
    press(page, "Follow it")
    expect(page.get_by_text("1 new report kept, 0 known already.")).to_be_visible()
    web.pages["/rss"] = feed("Fifty people were rescued in Odesa, the navy said.", "Sixty people were evacuated from Kherson.")
    press(page, "Look for new reports now")
    expect(page.get_by_text("1 new report kept, 1 known already.")).to_be_visible()
    holds(page, 24)


def address(page: Page, web: WebServer) -> None:
    web.pages |= {"/page": ("text/html", PAGE.format(FOUND).encode()), "/trap": redirect(web.url("/page", "127.0.0.1"))}
    go_in_by(page, "Address")
    page.get_by_label("Address of one report").fill(web.url("/trap"))
    press(page, "Fetch and read it")
    expect(page.get_by_text("leads to this machine or its own network")).to_be_visible()
    page.get_by_label("Address of one report").fill(web.url("/page"))
    press(page, "Fetch and read it")
    expect(page.get_by_text("(the address it was fetched from)")).to_be_visible()
    press(page, "Keep this report")
    expect(page.get_by_text(re.compile("Kept: 2 figures"))).to_be_visible()
    holds(page, 25)
    assert {asked for asked, _ in web.asked} == {"127.0.0.2"}
