"""Review as work in a real browser: ten figures by keyboard, a sheet of corrections, a missed figure, a saved view."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from humsit.situation import open_situation
from tests.browser.harness import PATIENCE, Server, drawer, go, press, settled, visit
from tests.browser.test_accessible import Looked

SLOWEST = 1.5
"""Seconds that a decision may take here, where several tests share a machine; alone it takes a fifth of one."""


def note(page: Page):  # type: ignore[no-untyped-def]
    """How far the review has come."""
    return page.locator(".hs-heading .hs-note").first


def told(page: Page):  # type: ignore[no-untyped-def]
    return page.locator(".st-key-review_told")


def named(page: Page, who: str) -> None:
    """Types a name into the review with the keyboard alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Your name":
            break
    page.keyboard.type(who)
    page.keyboard.press("Enter")
    expect(note(page)).to_contain_text(f"as {who}")
    settled(page)


def waits_for(page: Page, label: str) -> None:
    """Until the cursor stands in a field."""
    page.wait_for_function("label => document.activeElement?.getAttribute('aria-label') === label", arg=label, timeout=PATIENCE)


def test_ten_figures_are_reviewed_by_keyboard_alone(server: Server, page: Page) -> None:
    visit(page, server, "review")
    expect(page.locator(".hs-chip", has_text="Contested").first).to_be_visible()
    named(page, "Ada")
    slow = []
    for number in range(1, 7):
        before = time.monotonic()
        page.keyboard.press("a")
        expect(note(page)).to_contain_text(f"{number} of")
        slow.append(time.monotonic() - before)
        settled(page)
    assert sorted(slow)[3] < SLOWEST, slow
    page.keyboard.press("e")
    waits_for(page, "Value should read")
    page.keyboard.type("321")
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text("Corrected:")
    settled(page)
    page.keyboard.press("x")
    expect(page.get_by_text("Why does it not count?")).to_be_visible()
    settled(page)
    page.keyboard.press("m")
    expect(note(page)).to_contain_text("8 of")
    expect(note(page)).to_contain_text("1 rejected")
    settled(page)
    page.keyboard.press("n")
    settled(page)
    page.keyboard.press("5")
    waits_for(page, "Place should read")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-review_form")).to_have_count(0)
    settled(page)
    for number in (9, 10):
        page.keyboard.press("a")
        expect(note(page)).to_contain_text(f"{number} of")
        settled(page)
    expect(note(page)).to_contain_text("an hour")
    desk = open_situation(server.store)
    rows = desk.store.corrections()
    desk.close()
    assert [row.action.value for row in rows].count("approve") == 9
    assert {row.who for row in rows} == {"Ada"}
    assert any(row.now == "321" for row in rows)


def test_a_correction_in_review_is_taken_back_by_one_key(server: Server, page: Page) -> None:
    visit(page, server, "review")
    named(page, "Ada")
    before = page.locator(".hs-value").first.inner_text()
    page.keyboard.press("e")
    waits_for(page, "Value should read")
    page.keyboard.type("77")
    page.keyboard.press("Enter")
    expect(note(page)).to_contain_text("1 of")
    settled(page)
    page.keyboard.press("u")
    expect(told(page)).to_contain_text("Taken back: Corrected")
    expect(note(page)).to_contain_text("0 of")
    expect(page.locator(".hs-value").first).to_have_text(before)


def test_a_reason_in_ones_own_words_is_kept(server: Server, page: Page) -> None:
    visit(page, server, "review")
    named(page, "Ada")
    page.keyboard.press("e")
    waits_for(page, "Value should read")
    page.keyboard.type("78")
    reason = page.get_by_role("combobox", name="Reason")
    reason.fill("The ministry's list names 78")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    expect(note(page)).to_contain_text("1 of")
    desk = open_situation(server.store)
    assert {row.why for row in desk.store.corrections()} == {"The ministry's list names 78"}
    desk.close()


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (400, "dark")])
def test_no_state_of_the_review_has_a_fault_for_those_who_cannot_see_it(
    server: Server, new_page: Callable[..., Page], width: int, theme: str
) -> None:
    page, looked = new_page(width, theme), Looked()
    visit(page, server, "review")
    looked.at(page, "nobody named")
    page.get_by_label("Your name").fill("Ada")
    page.keyboard.press("Enter")
    expect(note(page)).to_contain_text("as Ada")
    settled(page)
    page.keyboard.press("a")
    expect(told(page)).to_contain_text("Approved")
    looked.at(page, "approved")
    page.keyboard.press("e")
    waits_for(page, "Value should read")
    looked.at(page, "correcting")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-review_form")).to_have_count(0)
    settled(page)
    page.keyboard.press("x")
    expect(page.get_by_text("Why does it not count?")).to_be_visible()
    looked.at(page, "rejecting")
    looked.verdict()


def test_two_analysts_at_once_get_different_figures_and_the_first_decision_counts(
    server: Server, new_page: Callable[..., Page]
) -> None:
    ada, bela = new_page(), new_page()
    for page, who in ((ada, "Ada"), (bela, "Bela")):
        visit(page, server, "review")
        named(page, who)
    report = ".hs-report.hs-quote mark.hs-fact"
    assert ada.locator(report).inner_text() != bela.locator(report).inner_text()
    bela.keyboard.press("b")
    settled(bela)
    assert ada.locator(report).inner_text() == bela.locator(report).inner_text(), "gone back to what Ada looks at"
    ada.keyboard.press("a")
    expect(note(ada)).to_contain_text("1 of")
    bela.keyboard.press("a")
    expect(told(bela)).to_contain_text("While you were writing, Ada approved it")


def test_many_are_corrected_by_a_sheet_and_taken_back_as_one(server: Server, page: Page, tmp_path: Path) -> None:
    visit(page, server, "corrections")
    page.locator("summary", has_text="Correct many at once").click()
    settled(page)
    with page.expect_download() as download:
        press(page, "Take the sheet (CSV)")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"), newline="")))
    claimant, place = rows[0].index("claimant"), rows[0].index("place")
    changed = tmp_path / "changed.csv"
    for row in rows[1:4]:
        row[claimant] = "The Red Crescent"
    rows[1][place] = "Newtown"
    with changed.open("w", encoding="cp1252", errors="replace", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    page.locator("input[type=file]").set_input_files(changed)
    expect(page.get_by_text("of 3 facts")).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Reason", exact=True).fill("Their own list")
    page.get_by_label("Your name", exact=True).fill("Ada")
    page.get_by_role("button", name="Make these").click()
    expect(page.locator(".st-key-bulk_done")).to_contain_text("of 3 facts", timeout=PATIENCE)
    settled(page)
    desk = open_situation(server.store)
    assert list(desk.figures()["claimant"]).count("The Red Crescent") == 3
    press(page, "Undo all of it")
    expect(page.locator(".st-key-bulk_done")).to_contain_text("Taken back together", timeout=PATIENCE)
    assert "The Red Crescent" not in set(desk.figures()["claimant"])
    desk.close()


def test_a_sheet_with_a_mistake_is_refused_by_row_and_column(server: Server, page: Page, tmp_path: Path) -> None:
    desk = open_situation(server.store)
    from humsit.situation.sheet import sheet

    visit(page, server, "corrections")
    rows = list(csv.reader(io.StringIO(sheet(desk), newline="")))
    rows[2][rows[0].index("value")] = "many"
    bad = tmp_path / "bad.csv"
    with bad.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    page.locator("summary", has_text="Correct many at once").click()
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_text("1 thing to put right first")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Make these")).to_have_count(0)
    assert desk.store.corrections() == []
    desk.close()


def test_a_view_is_saved_and_opened_again_by_a_colleague(server: Server, new_page: Callable[..., Page]) -> None:
    ada = new_page()
    visit(ada, server, "figures")
    side = ada.get_by_test_id("stSidebar")
    side.get_by_label("What is counted").click()
    ada.get_by_role("option", name="Refugees").click()
    ada.keyboard.press("Escape")
    settled(ada)
    side.locator("summary", has_text="Saved views").click()
    settled(ada)
    side.get_by_label("Name of the view").fill("Refugees")
    side.get_by_label("Your name").fill("Ada")
    side.get_by_role("button", name="Save this view").click()
    expect(side.get_by_text("Saved: Refugees.")).to_be_visible()
    settled(ada)
    bela = new_page()
    visit(bela, server, "documents")
    side = bela.get_by_test_id("stSidebar")
    side.locator("summary", has_text="Saved views").click()
    settled(bela)
    side.get_by_role("button", name="Refugees", exact=True).click()
    expect(bela.locator(".hs-heading h1").first).to_have_text("Figures")
    settled(bela)
    assert "measure=Refugees" in bela.url
    expect(note(bela)).to_have_text(note(ada).inner_text())


def test_a_missed_figure_is_added_by_selecting_its_words_with_the_mouse(server: Server, page: Page) -> None:
    visit(page, server, "documents")
    expect(page.locator(".page span").first).to_be_visible(timeout=PATIENCE)
    at = page.evaluate(
        """() => {
          const pane = [...document.querySelectorAll('*')].map(e => e.shadowRoot || e)
            .map(e => e.querySelector && e.querySelector('.page')).find(Boolean);
          const walk = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const found = /\\b(?:two|four|five|six|seven|eight|[2-9]\\d?)\\b/.exec(node.data);
            if (!found || node.parentElement.dataset.facts || node.parentElement.dataset.fact) continue;
            const range = document.createRange();
            range.setStart(node, found.index); range.setEnd(node, found.index + found[0].length);
            node.parentElement.scrollIntoView({block: 'center'});
            const box = range.getBoundingClientRect();
            return {words: found[0], left: box.left, right: box.right, middle: box.top + box.height / 2};
          }
        }"""
    )
    assert at, "the seed holds a number that is no figure"
    page.mouse.move(at["left"] + 0.5, at["middle"])
    page.mouse.down()
    page.mouse.move(at["right"], at["middle"], steps=6)
    page.mouse.up()
    expect(page.get_by_text(f"“{at['words']}”").first).to_be_visible(timeout=PATIENCE)
    settled(page)
    press(page, "Add as a figure…")
    form = drawer(page)
    form.get_by_label("What is counted").click()
    page.get_by_role("option", name="Injured").click()
    form.get_by_label("Reason", exact=True).fill("The reader missed it")
    form.get_by_label("Your name", exact=True).fill("Ada")
    form.get_by_role("button", name="Add figure").click()
    expect(drawer(page)).to_have_count(0, timeout=PATIENCE)
    desk = open_situation(server.store)
    (added,) = [one.fact for one in desk.facts() if one.fact.origin == "analyst"]
    assert added.number == at["words"]
    assert desk.document(added.document_id).text[added.start : added.end] == at["words"]
    desk.close()
    go(page, "Corrections")
    expect(page.locator(".hs-did", has_text="Added")).to_be_visible()
