"""A confidential report from the screen to the file: marked while it is read, and gone from brief, table and package."""

from __future__ import annotations

import re
import zipfile

import frictionless
from playwright.sync_api import Page, expect

from humsit.documents.made import document_from_text
from humsit.situation import open_situation
from tests.browser.harness import Server, drawer, fill_decision, press, save, visit
from tests.browser.test_analyst import downloaded, file_from

SECRET = "Oxfam said 641 people were killed in Bucha. Local resident Ivan Koval said 52 people were missing in Bucha."


def test_a_report_marked_confidential_is_gone_from_every_file(page: Page, server: Server) -> None:
    situation = open_situation(server.store)
    situation.add(document_from_text(SECRET, document_id="secret", title="A field note"))
    situation.close()
    visit(page, server, "")
    before = file_from(page, "Web page to print", menu="One-page brief").read_text("utf-8")
    assert "641" in before
    assert "A resident (" in before
    assert "Koval" not in before
    visit(page, server, "documents", "?document=secret")
    expect(page.locator(".hs-h2").filter(has_text="A field note")).to_be_visible()
    press(page, "Mark as confidential…")
    fill_decision(page, why="the note-taker is watched", who="Ada")
    save(page, "Mark as confidential")
    expect(drawer(page)).to_have_count(0)
    expect(page.get_by_text("“the note-taker is watched”")).to_be_visible()
    visit(page, server, "")
    after = file_from(page, "Web page to print", menu="One-page brief").read_text("utf-8")
    assert "641" not in after
    assert "1 confidential report is left out" in after
    package = file_from(page, "Data package (zip)", menu="Whole situation")
    with zipfile.ZipFile(package) as archive:
        assert [name for name in archive.namelist() if re.search(rb"\b641\b|Oxfam", archive.read(name))] == []
    named = package.rename(package.with_name("package.zip"))
    assert frictionless.validate(str(named), type="package").valid
    visit(page, server, "figures")
    assert "641" not in downloaded(page)
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
