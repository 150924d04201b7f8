"""An analyst's path through the seed report, in a real browser."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from humsit import home
from humsit.records import Figure
from humsit.situation import Situation, open_situation
from humsit.tables import from_csv
from tests.browser.harness import Server, Witness, correct, drawer, fill_decision, go, press, save, settled, visit


def fact_of(server: Server, number: str) -> str:
    """The id of the seed's figure with these words."""
    situation: Situation = open_situation(server.store, seeds=home.seeds_folder())
    found = [c.fact_id for c in situation.facts() if isinstance(c.fact, Figure) and c.fact.number == number]
    situation.close()
    return found[0]


def file_from(page: Page, label: str, nth: int = 0, menu: str = "Download") -> Path:
    """The file of one of the formats in the page's nth menu."""
    page.get_by_test_id("stPopover").get_by_role("button", name=re.compile(menu)).nth(nth).click()
    button = page.get_by_test_id("stPopoverBody").get_by_role("button", name=label, exact=True)
    with page.expect_download() as waiting:
        button.click()
    page.keyboard.press("Escape")
    expect(button).to_have_count(0)
    return Path(waiting.value.path())


def downloaded(page: Page, label: str = "CSV", nth: int = 0) -> str:
    return file_from(page, label, nth).read_text(encoding="utf-8-sig")


def cells(page: Page, words: str) -> Locator:
    """The cells of the first table that read so. They stand inside the canvas, where roles are not found."""
    return (
        page.get_by_test_id("stDataFrame").first.locator("[role=gridcell]").filter(has_text=re.compile(f"^{re.escape(words)}$"))
    )


def test_from_nothing_to_the_headlines_with_their_claimants(page: Page, shared_server: Server) -> None:
    visit(page, shared_server)
    cards = page.locator(".hs-cards")
    expect(cards).to_contain_text("more than 1 million")
    expect(cards).to_contain_text(re.compile("United Nations"))
    rivals = page.locator(".hs-rivals")
    expect(rivals).to_contain_text("nearly 500")
    expect(rivals).to_contain_text("nearly 9,000")
    expect(rivals).to_contain_text("Contested")
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()


def test_choosing_a_cell_opens_the_words_of_that_figure(page: Page, shared_server: Server) -> None:
    visit(page, shared_server, "figures")
    grid = page.get_by_test_id("stDataFrame").first
    cell = cells(page, "22")
    row = int(str(cell.get_attribute("data-testid")).rsplit("-", 1)[1])
    box = grid.locator('canvas[data-testid="data-grid-canvas"]').bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 34 + 34 * row + 17)
    expect(page.locator("mark.hs-fact").first).to_have_text("22")
    expect(page.locator(".st-key-figures_evidence")).to_contain_text("Chernihiv")
    assert "fact=" in page.url, "the address must lead a colleague to the same figure"


def test_correct_see_it_everywhere_undo_and_find_it_after_a_restart(
    page: Page, server: Server, witness: Witness, tmp_path: Path
) -> None:
    fact = fact_of(server, "22")
    visit(page, server, "figures", f"?fact={fact}")
    correct(page, "23", "The ministry's list names 23", "Ada")
    panel = page.locator(".st-key-figures_evidence")
    expect(panel).to_contain_text("Value: 22 → 23")
    expect(panel).to_contain_text("Ada")
    expect(cells(page, "23")).to_have_count(1)
    kept = from_csv(downloaded(page), "figures").set_index("fact_id").loc[fact]
    assert (kept["value"], kept["was_value"], kept["corrected"]) == (23, 22, True)
    go(page, "Corrections")
    expect(page.get_by_text("Value: 22 → 23")).to_be_visible()
    press(page, "Undo…")
    fill_decision(page, why="It was 22 after all")
    save(page, "Undo")
    expect(drawer(page)).to_have_count(0)
    witness.expected_loss = True
    server.kill()
    server.start(tmp_path)
    visit(page, server, "figures", f"?fact={fact}")
    witness.expected_loss = False
    expect(panel.locator(".hs-value")).to_have_text("22")
    expect(panel).to_contain_text("Took row 1 back")
    expect(panel).to_contain_text("The ministry's list names 23")


def test_a_pasted_report_shows_its_figures_at_once(page: Page, server: Server) -> None:
    visit(page, server, "documents")
    page.get_by_text("Add a report", exact=True).click()
    page.get_by_label("Text of the report").fill("At least 41 people were killed in Port Reed on Monday, the Red Cross said.")
    page.get_by_label("Publisher", exact=True).fill("The Echo")
    page.get_by_label("Published", exact=True).fill("2024-05-02")
    press(page, "Read it")
    expect(page.get_by_role("button", name="Keep this report")).to_be_visible()
    press(page, "Keep this report")
    expect(page.locator(".hs-notice-good")).to_contain_text("1 figure")
    go(page, "Situation")
    expect(page.locator(".hs-cards")).to_contain_text("at least 41")
    expect(page.locator(".hs-cards")).to_contain_text("Red Cross")


def test_the_second_of_two_analysts_is_told_and_must_choose(new_page: Callable[..., Page], server: Server) -> None:
    fact = fact_of(server, "22")
    first, second = new_page(), new_page()
    for page in (first, second):
        visit(page, server, "figures", f"?fact={fact}")
    press(second, "Correct…")
    fill_decision(second, value="24", why="counted again at the morgue", who="Bo")
    correct(first, "23", "The ministry's list", "Ada")
    save(second)
    told = drawer(second).locator(".hs-notice-warning")
    expect(told).to_contain_text("Ada changed value from 22 to 23")
    expect(drawer(second).get_by_label("Should read", exact=True)).to_have_value("24")
    expect(drawer(second).get_by_label("Reason", exact=True)).to_have_value("counted again at the morgue")
    expect(drawer(second).get_by_label("Your name", exact=True)).to_have_value("Bo")
    expect(drawer(second).get_by_role("button", name="Keep theirs")).to_be_visible()
    save(second, "Replace 23 with 24")
    expect(drawer(second)).to_have_count(0)
    expect(second.locator(".st-key-figures_evidence")).to_contain_text("Value: 23 → 24")
    expect(second.locator(".st-key-figures_evidence")).to_contain_text("Value: 22 → 23")


def test_selected_words_of_the_text_become_a_figure(page: Page, server: Server) -> None:
    """The seventh of "seven days" stands for any number that a reader leaves out on purpose."""
    visit(page, server, "documents")
    pane = page.locator(".page")
    expect(pane).to_contain_text("seven days")
    select_words(page, "seven")
    expect(page.get_by_role("button", name="Add as a figure…")).to_be_visible()
    expect(page.get_by_text("“seven”")).to_be_visible()
    press(page, "Add as a figure…")
    form = drawer(page)
    form.get_by_label("What is counted").click()
    page.get_by_role("option", name="Missing", exact=True).click()
    fill_decision(page, why="missed by the reader", who="Ada")
    save(page, "Add figure")
    expect(drawer(page)).to_have_count(0)
    go(page, "Corrections")
    expect(page.get_by_text("“missed by the reader”").first).to_be_visible()


def select_words(page: Page, words: str) -> None:
    """Double-clicks the first place where the words stand in the reading pane."""
    box = page.locator(".page").evaluate(
        """(page, words) => {
          const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at >= 0) {
              const range = document.createRange();
              range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + words.length);
              walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
              const { x, y, width, height } = range.getBoundingClientRect();
              return { x: x + width / 2, y: y + height / 2 };
            }
          }
        }""",
        words,
    )
    page.mouse.dblclick(box["x"], box["y"])
    settled(page)


def test_a_mark_in_the_reading_pane_leads_to_its_evidence(page: Page, shared_server: Server) -> None:
    visit(page, shared_server, "documents")
    page.locator(".page .fact", has_text="9,000").click()
    expect(page.locator(".st-key-documents_evidence")).to_contain_text("nearly 9,000")


def test_a_link_restores_the_filters_and_they_follow_to_every_view(page: Page, shared_server: Server) -> None:
    visit(page, shared_server, "figures", "?place=Chernihiv")
    expect(page.locator(".hs-heading").first).to_contain_text("3 figures")
    go(page, "Situation")
    expect(page.locator(".hs-cards")).to_contain_text("Chernihiv")
    expect(page.locator(".hs-cards")).not_to_contain_text("1 million")
    assert "place=Chernihiv" in page.url


@pytest.mark.parametrize(
    ("view", "table", "nth"),
    [
        ("figures", "figures", 0),
        ("contested", "claims", 0),
        ("conditions", "condition_claims", 0),
        ("conditions", "conditions", 1),
        ("documents", "documents", 0),
    ],
)
def test_every_table_downloads_plain_and_with_an_hxl_row(
    page: Page, shared_server: Server, view: str, table: str, nth: int
) -> None:
    visit(page, shared_server, view)
    plain, tagged = downloaded(page, nth=nth), downloaded(page, "CSV with HXL row", nth)
    assert tagged.splitlines()[1].startswith("#")
    pd.testing.assert_frame_equal(from_csv(plain, table), from_csv(tagged, table))
    assert len(pd.read_csv(io.StringIO(plain))) == len(from_csv(plain, table)) > 0


def test_every_other_format_opens_in_a_program_that_did_not_write_it(page: Page, shared_server: Server) -> None:
    visit(page, shared_server, "figures")
    plain = from_csv(downloaded(page), "figures")
    book = openpyxl.load_workbook(io.BytesIO(file_from(page, "Excel").read_bytes()))
    assert book.sheetnames == ["Readme", "figures"]
    head, *rows = book["figures"].iter_rows(values_only=True)
    assert [row[head.index("fact_id")] for row in rows] == list(plain["fact_id"])
    assert list(pd.read_parquet(file_from(page, "Parquet"))["fact_id"]) == list(plain["fact_id"])
    assert [one["fact_id"] for one in json.loads(file_from(page, "JSON").read_text("utf-8"))] == list(plain["fact_id"])


@pytest.mark.parametrize("view", ["", "figures", "contested", "conditions", "sources", "documents", "corrections"])
def test_every_view_fits_a_phone_in_the_dark_and_shows_no_error(
    new_page: Callable[..., Page], shared_server: Server, view: str
) -> None:
    page = new_page(400, "dark")
    visit(page, shared_server, view)
    assert page.get_by_test_id("stException").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.locator(".hs-notice-error").count() == 0
