"""Deciding about questions in a real browser, over a store with a question of each standing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import standings
from tests.browser.harness import Server, drawer, fill_decision, go, press, save, settled, visit


@pytest.fixture
def decided(tmp_path: Path) -> Iterator[Server]:
    store = f"sqlite:///{tmp_path}/standings.db"
    standings.fill(store)
    started = Server(store=store)
    started.start(tmp_path)
    yield started
    started.stop()


def test_a_standing_is_decided_seen_and_undone(decided: Server, page: Page) -> None:
    visit(page, decided, "contested")
    press(page, "Decide…")
    drawer(page).get_by_label("How it stands").click()
    page.get_by_role("option", name="Divergent").click()
    fill_decision(page, why="They count different weeks", who="Ada")
    save(page, "Save standing")
    expect(drawer(page)).to_have_count(0)
    settled(page)
    expect(page.get_by_text("Worked out: contested. Decided by Ada: divergent.").first).to_be_visible()
    go(page, "Corrections")
    expect(page.get_by_text("Standing decided: As worked out → Divergent")).to_be_visible()
    press(page, "Undo…")
    fill_decision(page, why="They do not", who="Ada")
    save(page, "Undo")
    settled(page)
    go(page, "Contested")
    expect(page.get_by_text("Decided by Ada: divergent")).to_have_count(0)


def test_questions_are_joined_by_typing_a_place(decided: Server, page: Page) -> None:
    visit(page, decided, "contested")
    press(page, "Decide…")
    drawer(page).get_by_role("radio", name="Join", exact=True).click()
    settled(page)
    drawer(page).get_by_label("Join with").fill("Milltown")
    page.get_by_role("option").first.click()
    fill_decision(page, why="One battle", who="Ada")
    save(page, "Join them")
    expect(drawer(page)).to_have_count(0)
    settled(page)
    go(page, "Corrections")
    page.get_by_role("button", name="Undo…").first.click()
    expect(drawer(page)).to_contain_text("2 figures, which were decided on together")


def test_a_link_opens_the_same_headlines_and_each_explains_itself(decided: Server, page: Page) -> None:
    visit(page, decided, "", "?policy=Latest")
    card = page.locator(".hs-card", has_text="Keta").first
    expect(card.locator(".hs-value")).to_have_text("18,000")
    card.get_by_text("Explain this figure").click()
    expect(card.get_by_text("It is about an earlier day.")).to_be_visible()
    page.get_by_role("radio", name="Highest").click()
    settled(page)
    assert "policy=Highest" in page.url
    go(page, "Contested")
    go(page, "Situation")
    expect(page.get_by_text("Each headline is the highest claim.")).to_be_visible()
