"""axe-core finds no fault in any view: wide and narrow, light and dark, with evidence, drawers and folded parts open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from humsit.app import VIEWS
from humsit.situation import Selection, open_situation
from tests.browser import standings
from tests.browser.harness import Server, drawer, press, settled, visit

NOT_OURS: dict[tuple[str, str], str] = {
    (
        "scrollable-region-focusable",
        '<div direction="column" overflow="visible" height="auto" class="stVerticalBlock st-key-situation_matrix_box',
    ): "Streamlit gives a container no tabindex. Browsers let the keyboard scroll what holds nothing to focus; a table follows.",
}
"""(rule of axe, what the element's HTML begins with) → why it stays. Only what Streamlit itself prints and no style can mend."""


FADED_IN = """() => {
    for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < Infinity) one.finish();
}"""
"""What fades in has no contrast yet: shows it as it will be."""


@dataclass
class Looked:
    """What axe found in the states of the pages that it was shown."""

    axe: Axe = field(default_factory=Axe)
    faults: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)

    def at(self, page: Page, state: str) -> None:
        settled(page)
        page.evaluate(FADED_IN)
        for fault in self.axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]:
            for node in fault["nodes"]:
                if not _is_not_ours(fault["id"], node["html"]):
                    said = " ".join(str(node.get("failureSummary", "")).split())
                    self.faults.setdefault((f"{fault['impact']} {fault['id']}", node["html"][:200], said), []).append(state)

    def verdict(self) -> None:
        told = [f"{rule} in {', '.join(states)}:\n    {html}\n    {said}" for (rule, html, said), states in self.faults.items()]
        assert not told, "\n".join(told)


def _is_not_ours(rule: str, html: str) -> bool:
    return any(rule == known and html.startswith(begins) for known, begins in NOT_OURS)


@pytest.fixture
def looked() -> Iterator[Looked]:
    seen = Looked()
    yield seen
    seen.verdict()


@pytest.fixture(scope="module")
def full_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The seed report, and questions of every standing with revisions, a denial and a decision."""
    folder = tmp_path_factory.mktemp("accessible")
    server = Server(store=f"sqlite:///{folder}/desk.db")
    server.start(folder)
    standings.fill(server.store)
    yield server
    server.stop()


def address(view: str) -> str:
    return "" if view == "situation" else view


def contested_fact(server: Server) -> str:
    situation = open_situation(server.store)
    found = situation.questions(Selection(standing=("contested",)), limit=1)[0].claims[0].figure.fact_id
    situation.close()
    return found


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (400, "dark")])
def test_no_view_has_a_fault(new_page: Callable[..., Page], full_server: Server, looked: Looked, width: int, theme: str) -> None:
    page = new_page(width, theme)
    for view in VIEWS:
        visit(page, full_server, address(view))
        looked.at(page, view)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (400, "dark")])
def test_no_fault_with_evidence_notes_and_drawers_open(
    new_page: Callable[..., Page], full_server: Server, looked: Looked, width: int, theme: str
) -> None:
    page = new_page(width, theme)
    visit(page, full_server, "figures", f"?fact={contested_fact(full_server)}")
    for folded in ("Why it was read so", "The whole report"):
        if (found := page.get_by_text(folded, exact=True)).count():
            found.first.click()
    looked.at(page, "evidence")
    page.locator(".st-key-figures_evidence .hs-term", has_text="Claimant").click()
    expect(page.locator(".hs-note-box:popover-open")).to_contain_text("Who says it")
    looked.at(page, "a word's note")
    page.keyboard.press("Escape")
    press(page, "Correct…")
    expect(drawer(page)).to_be_visible()
    looked.at(page, "drawer")
    drawer(page).get_by_role("button", name="Cancel").click()
    settled(page)
    press(page, "Decide…")
    expect(drawer(page)).to_be_visible()
    looked.at(page, "decision")


def test_no_fault_with_filters_open_on_a_phone_parts_unfolded_and_a_report_being_added(
    new_page: Callable[..., Page], full_server: Server, looked: Looked
) -> None:
    page = new_page(400, "dark")
    visit(page, full_server)
    page.get_by_text("Explain this figure").first.click()
    looked.at(page, "a headline explained")
    page.get_by_test_id("stExpandSidebarButton").click()
    looked.at(page, "filters")
    page = new_page(400, "light")
    visit(page, full_server, "contested")
    page.get_by_text("How standings are worked out").click()
    looked.at(page, "how standings are worked out")
    visit(page, full_server, "documents")
    page.get_by_text("Add a report", exact=True).click()
    page.get_by_label("Text of the report").fill("At least 41 people were killed in Port Reed on Monday, the Red Cross said.")
    press(page, "Read it")
    expect(page.get_by_role("button", name="Keep this report")).to_be_visible()
    looked.at(page, "a report previewed")


def test_no_fault_where_nothing_is_left_or_a_day_of_the_past_is_shown(
    new_page: Callable[..., Page], full_server: Server, looked: Looked
) -> None:
    page = new_page(1440, "light")
    for view in VIEWS:
        visit(page, full_server, address(view), "?text=zzzz&known_on=2000-01-01")
        looked.at(page, view)


def test_a_word_is_reached_and_its_note_is_opened_and_closed_with_the_keyboard(page: Page, full_server: Server) -> None:
    visit(page, full_server, "figures", f"?fact={contested_fact(full_server)}")
    page.locator(".st-key-figures_evidence .hs-chip", has_text="Contested").focus()
    page.keyboard.press("Tab")  # the next word, as a person comes to it: with the keyboard
    assert re.search("solid", outline(page)), "nothing shows where the keyboard is"
    page.keyboard.press("Enter")
    note = page.locator(".hs-note-box:popover-open")
    expect(note).to_have_count(1)
    box, word = note.bounding_box(), page.locator(":focus").bounding_box()
    assert box is not None
    assert word is not None
    assert abs(box["y"] - word["y"] - word["height"]) < 40, "the note does not stand beside its word"
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def outline(page: Page) -> Any:
    return page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
