"""Whole reports in a browser: printed by several, a later version with what changed, withdrawn and restored, dated later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from humsit.documents.made import document_from_text
from humsit.situation import open_situation
from tests.browser.harness import Server, drawer, fill_decision, press, save, settled, visit

DAY = dt.date(2024, 4, 23)
STORY = (
    "OSH - At least 17 people were killed when a landslide buried the market of Kichi-Alay on Monday, the ministry said. Two "
    "excavators were digging at the foot of the slope, and relatives stood behind a rope in the rain for the whole night."
)
FIRST = document_from_text(STORY, title="Landslide", publisher="The Courier", published=DAY)
LATER = document_from_text(STORY.replace("17", "41"), title="Landslide (corrected)", publisher="The Courier", published=DAY)
UNDATED = document_from_text("On Monday 12 people were killed at Osh, the mayor said.", title="No day", publisher="The Star")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("whole_reports")
    server = Server(store=f"sqlite:///{folder}/desk.db")
    situation = open_situation(server.store)
    for report in (FIRST, FIRST.model_copy(update={"publisher": "The Echo"}), UNDATED, LATER):
        situation.add(report)
    situation.close()
    server.start(folder)
    yield server
    server.stop()


def open_report(page: Page, reports: Server, document_id: str) -> None:
    visit(page, reports, "documents", f"?document={document_id}")


def decide(page: Page, button: str, saving: str, why: str) -> None:
    press(page, button)
    fill_decision(page, why=why, who="Ada")
    save(page, saving)
    expect(drawer(page)).to_have_count(0)
    settled(page)


def test_a_report_tells_its_printings_and_its_later_version_word_by_word(reports: Server, new_page: Callable[..., Page]) -> None:
    page = new_page(width=400, theme="dark")
    open_report(page, reports, FIRST.document_id)
    expect(page.get_by_text("Printed by 2 publishers, word for word.")).to_be_visible()
    expect(page.get_by_text("at least 17 → at least 41")).to_be_visible()
    page.get_by_text("What changed, word by word").click()
    settled(page)
    expect(page.locator("del")).to_have_text("[− 17]")
    expect(page.locator("ins")).to_have_text("[+ 41]")
    press(page, "Open that report")
    expect(page.get_by_text("A later version of “Landslide”")).to_be_visible()


def test_a_report_is_withdrawn_with_a_reason_and_restored(reports: Server, page: Page) -> None:
    open_report(page, reports, LATER.document_id)
    expect(page.get_by_text("3 reports", exact=True)).to_be_visible()
    decide(page, "Withdraw this report…", "Withdraw it", "the ministry denies it")
    expect(page.get_by_text("2 reports", exact=True)).to_be_visible()
    expect(page.get_by_text("“the ministry denies it”").first).to_be_visible()
    page.get_by_text("Withdrawn: 1 report").click()
    visit(page, reports, "figures")
    expect(page.get_by_text("at least 41")).to_have_count(0)
    open_report(page, reports, LATER.document_id)
    decide(page, "Restore this report…", "Restore it", "it stands by it")
    expect(page.get_by_text("3 reports", exact=True)).to_be_visible()
    expect(page.get_by_text("A later version of “Landslide”")).to_be_visible()


def test_a_missing_day_is_told_and_kept_with_who_told_it(reports: Server, page: Page) -> None:
    open_report(page, reports, UNDATED.document_id)
    expect(page.get_by_text("It has no published date")).to_be_visible()
    press(page, "Say what is known of it…")
    drawer(page).get_by_label("Published", exact=True).fill("2024-04-24")
    fill_decision(page, why="asked the editor", who="Ada")
    save(page, "Save")
    expect(drawer(page)).to_have_count(0)
    settled(page)
    expect(page.get_by_text("It has no published date")).to_have_count(0)
    page.get_by_text("About this report", exact=True).click()
    expect(page.get_by_text("24 April 2024 (told by Ada)")).to_be_visible()
