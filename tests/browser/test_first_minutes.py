"""A stranger's first minutes, without a word of documentation: from the first screen to a corrected figure in a CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.harness import Server, drawer, go, press, save, settled, visit


def test_from_the_first_screen_to_a_corrected_csv(page: Page, server: Server) -> None:
    visit(page, server)
    expect(page.get_by_text("This is one example report")).to_be_visible()
    page.get_by_text("Explain this figure").nth(2).click()
    page.locator(".hs-explain[open] a.hs-leads", has_text="22").click()
    panel = page.locator(".st-key-documents_evidence")
    value = panel.locator(".hs-value")
    expect(page.locator(".page .chosen")).to_be_visible()
    number = page.locator(".page .chosen").inner_text()
    expect(value).to_contain_text(number)
    settled(page)
    press(page, "Correct…")
    form = drawer(page)
    expect(form).to_be_visible()
    save(page)
    expect(form.locator(".hs-notice-error, .hs-notice-warning")).to_contain_text("say who you are")
    form.get_by_label("Should read", exact=True).fill("31")
    form.get_by_label("Reason", exact=True).fill("counted again")
    form.get_by_label("Your name", exact=True).fill("Ada")
    save(page)
    expect(drawer(page)).to_have_count(0, timeout=20_000)
    expect(value).to_contain_text("31")
    expect(panel.locator(".hs-chip", has_text="Corrected, not approved yet")).to_be_visible()
    go(page, "Figures")
    page.get_by_role("button", name="Download").first.click()
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button", name="CSV", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    (mine,) = [row for row in rows if row["value"] == "31"]
    assert mine["number"] == number
    assert mine["corrected"].lower() == "true"
    go(page, "Situation")
    expect(page.locator(".hs-cards")).to_contain_text("31")
