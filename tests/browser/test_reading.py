"""Reading a report in a browser: walked by keyboard, marked where its words stand in any script, a book as quick as a page."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from humsit.app.highlight import PART
from humsit.app.views.documents import PAGE
from humsit.records import Measure
from humsit.situation import open_situation
from tests.browser.harness import Server, press, settled, visit
from tests.browser.test_analyst import select_words
from tests.builders import condition, document, figure

SCRIPTS = (
    "قالت وزارة الصحة إن 41 شخصا قتلوا في المدينة يوم الاثنين.\n\n"
    "🌊🌊 Medics said 22 died at Kosti; 👩‍👩‍👧 seven were hurt. No water."
)
LONG = "".join(
    f"The ministry said {n} people were hurt in Kosti on Monday, and nobody knew more.\n\n" for n in range(10_000, 23_000)
)


def fill(url: str) -> None:
    """Sixty short reports, a book, then one in two scripts with facts that share their words."""
    situation = open_situation(url)
    for n in range(60):
        short = document(f"Medics said {n + 100} died at Kosti.", title=f"Report {n}", publisher="The Echo")
        situation.store.add(short, [figure(str(n + 100), short, publisher="The Echo")])
    book = document(LONG, document_id="book", title="A book", publisher="The Echo", published=dt.date(2024, 5, 2))
    found = [figure(str(n), book, measure="injured") for n in range(10_000, 23_000, 50)]
    situation.store.add(book, [one.model_copy(update={"quote": "", "quote_end": 0}) for one in found])
    both = document(SCRIPTS, document_id="scripts", title="Two scripts", publisher="The Echo")
    here = {"claimant": "Medics", "place": "Kosti"}
    shared = figure("22", both, **here)
    wide = shared.model_copy(update={"fact_id": "wide", "end": shared.end + 5, "measure": Measure.INJURED})
    facts = [figure("41", both), shared, wide, condition("No water", both, place="Kosti")]
    situation.store.add(both, facts)
    situation.close()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("reports")
    server = Server(store=f"sqlite:///{folder}/desk.db")
    fill(server.store)
    server.start(folder)
    yield server
    server.stop()


def focused(page: Page) -> str:
    """The words that the keyboard is on."""
    return str(page.locator(".page").evaluate("page => page.getRootNode().activeElement?.textContent ?? ''"))


def panel(page: Page) -> Locator:
    return page.locator(".st-key-documents_evidence")


def open_report(page: Page, server: Server, words: str) -> None:
    visit(page, server, "documents")
    page.get_by_label("Find reports").fill(words)
    page.keyboard.press("Enter")
    settled(page)


def test_a_report_is_walked_and_its_evidence_opened_with_the_keyboard_alone(page: Page, reports: Server) -> None:
    visit(page, reports, "documents")
    expect(page.get_by_role("heading", name="Two scripts")).to_be_visible()
    page.locator(".page").focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == "41"
    shown = page.locator(".page").evaluate("page => getComputedStyle(page.getRootNode().activeElement).outlineWidth")
    assert shown == "3px", "nothing shows where the keyboard is"
    page.keyboard.press("n")
    assert focused(page) == "22"
    expect(page.locator(".bar .count")).to_have_text("2 / 4")
    page.keyboard.press("Enter")
    expect(panel(page).locator(".hs-value")).to_have_text("22")
    settled(page)
    assert focused(page) == "22", "the keyboard lost its place"
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "41"
    expect(panel(page).locator(".hs-value")).to_have_text("22")
    page.keyboard.press(" ")
    expect(panel(page).locator(".hs-value")).to_have_text("41")


def test_each_of_several_facts_in_the_same_words_can_be_reached(page: Page, reports: Server) -> None:
    visit(page, reports, "documents")
    mark = page.locator(".page .fact", has_text="22").first
    mark.click()
    expect(panel(page)).to_contain_text("Killed")
    settled(page)
    page.locator(".page .fact", has_text="22").first.click()
    expect(panel(page)).to_contain_text("Injured")


def test_marks_and_selected_words_stand_right_after_emoji_and_beside_right_to_left_text(page: Page, reports: Server) -> None:
    visit(page, reports, "documents")
    stops = page.locator(".page .fact[role=button]")
    expect(stops).to_have_text(["41", "22", " died", "No water"])
    assert page.locator(".page").evaluate("page => page.textContent") == SCRIPTS
    edges: Any = page.locator(".page").evaluate(
        """page => {
          const at = (node, from, to) => {
            const range = document.createRange();
            range.setStart(node, from); range.setEnd(node, to);
            return range.getBoundingClientRect();
          };
          const first = page.firstElementChild.firstChild, last = page.lastElementChild.firstChild;
          return { begins: at(first, 0, 1).right, number: page.querySelector('.fact').getBoundingClientRect().right,
                   latin: at(page.children[2].firstChild, 40, 41).left, width: page.getBoundingClientRect().right };
        }"""
    )
    assert edges["width"] - edges["begins"] < 60, "an Arabic paragraph begins at the right"
    assert edges["number"] < edges["begins"], "and runs to the left"
    select_words(page, "seven")
    expect(page.get_by_text("“seven”")).to_be_visible()


def test_a_book_is_drawn_as_quickly_as_a_page_and_walked_from_part_to_part(page: Page, reports: Server) -> None:
    open_report(page, reports, "22950")
    expect(page.get_by_role("heading", name="A book")).to_be_visible()
    assert len(LONG) > 1_000_000
    drawn = page.locator(".page").evaluate("page => page.textContent.length")
    assert drawn <= PART
    page.locator(".page").focus()
    page.keyboard.press("p")  # nothing is before the first
    stops = page.locator(".page .fact[role=button]").count()
    for _ in range(stops):
        page.keyboard.press("n")
    assert focused(page) == str(10_000 + 50 * (stops - 1))
    began = time.monotonic()
    expect(page.locator(".bar button", has_text="Next part")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text("Part 2 of")).to_be_visible()
    expect(page.locator(".page .fact").first).to_have_text(str(10_000 + 50 * stops))
    assert time.monotonic() - began < 6
    settled(page)
    assert focused(page) == str(10_000 + 50 * stops), "the walk goes on in the next part"
    in_sight = page.locator(".page").evaluate(
        """page => { const box = page.getBoundingClientRect(), one = page.getRootNode().activeElement.getBoundingClientRect();
                     return one.top >= box.top && one.bottom <= box.bottom; }"""
    )
    assert in_sight
    page.keyboard.press("p")
    expect(page.get_by_text("Part 1 of")).to_be_visible()
    expect(page.locator(".page .fact").first).to_have_text("10000")
    settled(page)
    assert focused(page) == str(10_000 + 50 * (stops - 1)), "and back to the last of the one before"


def test_evidence_elsewhere_leads_to_its_place_in_the_report(page: Page, reports: Server) -> None:
    visit(page, reports, "figures", "?text=22950")
    page.locator("[data-testid=stDataFrame]").first.locator("[role=gridcell]").first.wait_for(state="attached")
    box = page.get_by_test_id("data-grid-canvas").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 120, box["y"] + 50)
    settled(page)
    page.get_by_text("The whole report", exact=True).click()
    expect(page.get_by_role("link", name="Read it in Documents")).to_be_visible()
    settled(page)  # the report is drawn around the link: a press between two drawings reaches a link that is gone
    page.get_by_role("link", name="Read it in Documents").click()
    expect(page.locator(".hs-heading h1").first).to_have_text("Documents")
    expect(page.locator(".page .chosen")).to_have_text("22950")
    expect(panel(page).locator(".hs-value")).to_have_text("22,950")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".page .chosen")).to_have_text("22950", timeout=20_000)


def test_the_list_turns_its_pages_and_says_what_to_do_where_nothing_is_found(page: Page, reports: Server) -> None:
    visit(page, reports, "documents")
    grid = page.get_by_test_id("stDataFrame").first.locator("[role=grid]")
    expect(grid).to_have_attribute("aria-rowcount", str(PAGE + 1))
    page.get_by_role("button", name="Next page").click()
    settled(page)
    expect(page.get_by_text(f"{PAGE + 1} to 62 of 62, newest first.")).to_be_visible()
    expect(grid).to_have_attribute("aria-rowcount", "13")
    page.get_by_label("Find reports").fill("no such words")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No report holds these words.")).to_be_visible()
    press(page, "Clear")
    settled(page)
    expect(grid).to_have_attribute("aria-rowcount", str(PAGE + 1))


def test_on_a_phone_a_choice_brings_the_evidence_into_sight(new_page: Any, reports: Server) -> None:
    page = new_page(400, "dark")
    visit(page, reports, "documents")
    page.locator(".page .fact", has_text="41").click()
    panel(page).wait_for()
    page.wait_for_timeout(1500)
    box = panel(page).bounding_box()
    assert box is not None
    assert -50 < box["y"] < 700
